"""The articles of a WordPress export, cut out one by one: never much more than one post is in memory."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO
from xml.parsers import expat

from tms.errors import InputError
from tms.formats.titles import shorten_title
from tms.formats.wxr_facts import PostFacts, find_reason, read_facts
from tms.formats.wxr_items import Item, ItemReader, explain_fault
from tms.values import Skipped, Slice

_CHUNK = 1 << 18
_MAX_POST = 100_000_000
_ITEM = re.compile(rb"(?:^[ \t]*|</item>\s*)(<item[\s>])", re.MULTILINE)
# What has to be open around a post, where reading goes on behind a broken one.
_HEAD = b'<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>'
_ITEM_MARGIN = 64
_GIVE = "give an export of WordPress: it begins with '<?xml' and '<rss'"
_MAX_FAULTS = 100
_HALF_LETTER = re.compile(rb"[\xc0-\xff][\x80-\xbf]{0,2}\Z")
_PACKED = ((b"\x1f\x8b", "gzip", "gunzip"), (b"PK\x03\x04", "ZIP", "unzip"))
_SAVE_AS = "if the whole file is in another encoding, save it as UTF-8; or import the whole posts with --keep-going"
_KEEP_GOING = "export it again, or import the posts that are whole with --keep-going"


def list_wxr_posts(
    stream: BinaryIO, name: str, *, keep_going: bool = False, with_drafts: bool = False
) -> Iterator[Slice | Skipped]:
    """The articles of an export in the order of the file, each with its exact bytes, and what was left out.

    Raises InputError where the export breaks off or is no XML: after the posts before that place, so a caller that
    wants all or nothing has to wait for the end. With `keep_going` that post is Skipped as a fault, and reading goes on
    at the next one. A file that is no export, or has a DOCTYPE, is always refused.
    """
    return _Lister(name, keep_going=keep_going, with_drafts=with_drafts).read(stream)


@dataclass(frozen=True, slots=True)
class _Lost:
    """Bytes behind a fault in which no post has begun yet, and the place and line of the first of them."""

    data: bytes
    start: int
    line: int


class _Lister:
    """Counts the posts of one export and mends the reading where it may."""

    def __init__(self, name: str, *, keep_going: bool, with_drafts: bool) -> None:
        self._name = name
        self._keep_going = keep_going
        self._with_drafts = with_drafts
        self._number = 0
        self._reader = ItemReader()
        self._faults = 0
        self._lost: _Lost | None = None

    def read(self, stream: BinaryIO) -> Iterator[Slice | Skipped]:
        for chunk in self._read_chunks(stream):
            yield from self._feed(chunk)
        while self._lost is None:
            try:
                self._reader.finish()
            except expat.ExpatError as error:
                fault = error
            else:
                return
            yield self._make_fault(fault, is_end=True)
            yield from self._feed(b"")

    def _read_chunks(self, stream: BinaryIO) -> Iterator[bytes]:
        head = stream.read(_CHUNK)
        if not head.strip():
            raise InputError(f"'{self._name}' is empty", _GIVE)
        for start, form, program in _PACKED:
            if head.startswith(start):
                raise InputError(f"'{self._name}' is packed ({form})", f"unpack it first ({program})")
        if head.startswith((b"\xff\xfe", b"\xfe\xff")) or head[:2] in (b"<\0", b"\0<"):
            raise InputError(f"'{self._name}' is not UTF-8 text: it looks like UTF-16", "save it as UTF-8")
        half = b""
        chunk = head
        while chunk:
            chunk = half + chunk
            cut = _HALF_LETTER.search(chunk[-3:])
            half = cut[0] if cut else b""
            yield chunk[: len(chunk) - len(half)]
            chunk = stream.read(_CHUNK)
        if half:
            yield half

    def _feed(self, chunk: bytes) -> Iterator[Slice | Skipped]:
        while True:
            if self._lost is not None:
                chunk = self._find_next(self._lost, chunk)
            fault = None
            try:
                if chunk:
                    self._reader.feed(chunk)
            except expat.ExpatError as error:
                fault = error
            except InputError as error:
                yield from self._take()
                raise InputError(f"'{self._name}': {error.message}", error.hint) from error
            yield from self._take()
            if fault is None:
                self._refuse_size()
                return
            yield self._make_fault(fault)
            chunk = b""

    def _take(self) -> Iterator[Slice | Skipped]:
        for item, data in self._reader.take_items():
            self._number += 1
            facts = read_facts(item, data)
            where = self._describe(facts.slug or facts.title)
            if reason := find_reason(facts, with_drafts=self._with_drafts):
                yield Skipped(where, reason)
            else:
                yield _make_slice(facts, data, where)

    def _describe(self, known_as: str) -> str:
        called = f" ({shorten_title(known_as)})" if known_as.strip() else ""
        return f"'{self._name}', post {self._number}{called}"

    def _refuse_size(self) -> None:
        if len(self._reader.window) > _MAX_POST:
            raise InputError(f"'{self._name}', post {self._number + 1}: it is larger than 100 MB", "split the export")

    def _make_fault(self, error: expat.ExpatError, *, is_end: bool = False) -> Skipped:
        """What is said of a broken post; raises it unless the other posts are wanted all the same."""
        if not self._reader.has_begun:
            raise InputError(f"'{self._name}' is no XML: it begins with other text", _GIVE) from error
        opened = self._reader.open_item
        if opened:
            self._number += 1
            facts = read_facts(*opened)
            where = self._describe(facts.slug or facts.title)
        else:
            where = f"'{self._name}', after post {self._number}" if self._number else f"'{self._name}'"
        reason = f"line {self._reader.line}: {self._explain(error, is_end=is_end)}"
        if not self._keep_going:
            raise InputError(f"{where}: {reason}", _SAVE_AS if "not UTF-8" in reason else _KEEP_GOING) from error
        self._lose(opened)
        return Skipped(where, reason, is_fault=True)

    def _explain(self, error: expat.ExpatError, *, is_end: bool) -> str:
        if is_end:
            return "the file breaks off"
        place = self._reader.error_index - self._reader.base
        letter = bytes(self._reader.window[place : place + 4])
        if letter.startswith(b"\0"):
            return "a NUL character"
        if error.code == expat.errors.codes[expat.errors.XML_ERROR_INVALID_TOKEN] and not _is_letter(letter):
            return f"not UTF-8 (0x{letter[0]:02x})"
        return explain_fault(error)

    def _lose(self, opened: tuple[Item, bytes] | None) -> None:
        """Remember what was read behind the beginning of the broken post: the next one may have begun in it."""
        reader = self._reader
        item = opened[0] if opened else None
        start, line = (item.start + 1, item.line) if item else (reader.error_index, reader.line)
        self._lost = _Lost(bytes(reader.window[start - reader.base :]), start, line)
        reader.window.clear()
        self._faults += 1
        if self._faults > _MAX_FAULTS:
            raise InputError(f"'{self._name}': more than {_MAX_FAULTS} posts are broken", "export it again")

    def _find_next(self, lost: _Lost, chunk: bytes) -> bytes:
        """What is to be read from the next post on; nothing if none begins."""
        data, start, line = lost.data + chunk, lost.start, lost.line
        found = _ITEM.search(data)
        keep = found.start(1) if found else max(len(data) - _ITEM_MARGIN, 0)
        start, line = start + keep, line + data.count(b"\n", 0, keep)
        if found is None:
            self._lost = _Lost(data[keep:], start, line)
            return b""
        self._lost = None
        self._reader = ItemReader(start, line)
        self._reader.enter(_HEAD)
        return data[keep:]


def _make_slice(facts: PostFacts, data: bytes, where: str) -> Slice:
    return Slice(
        slug=facts.slug,
        format="wxr",
        data=data,
        where=where,
        title=" ".join(facts.title.split()),
        address=facts.address,
        language=facts.language,
        group=facts.group,
        id=facts.id,
    )


def _is_letter(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return error.start > 0
    return True
