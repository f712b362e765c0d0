"""The posts of a WordPress export (WXR), found by expat with the exact place of each of their texts.

Nothing is expanded: a DOCTYPE, which is where entities are declared, is refused. Control characters that XML forbids
but WordPress writes are hidden from expat and kept.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from xml.parsers import expat

from tms.errors import InputError

_TEXTS = frozenset({
    *("title", "link", "content:encoded", "excerpt:encoded", "category", "wp:post_id"),
    *("wp:post_name", "wp:post_type", "wp:status", "wp:post_password"),
})  # fmt: skip
_META = ("wp:meta_key", "wp:meta_value")
_EXPORT = "wordpress.org/export/"
_START_TAG = re.compile(rb"""<[^\s/>"']+(?:[^>"']|"[^"]*"|'[^']*')*+>""")
_LEAD = re.compile(rb"(?:\xef\xbb\xbf)?\s*")
_CONTROLS = bytes((*range(1, 9), 11, 12, *range(14, 32)))
_HIDE_CONTROLS = bytes.maketrans(_CONTROLS, b"?" * len(_CONTROLS))
_ENCODINGS = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})
_NONCHARACTERS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")


@dataclass(frozen=True, slots=True)
class Field:
    """An element of a post that holds text, and the bytes between its tags."""

    name: str
    start: int
    end: int
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Item:
    """A post: its bytes from `<item` to `</item>`, the line it starts in, and its texts in the order of the file."""

    start: int
    end: int
    line: int
    fields: tuple[Field, ...]


class ItemReader:
    """Reads an export, or one post cut out of it, chunk by chunk; holds the bytes of the post that is open, no more.

    Raises expat.ExpatError for what is no XML, InputError for what must not be read; `take_items` still gives the posts
    before that. `base` and `line` say where in a file the first chunk starts.
    """

    def __init__(self, base: int = 0, line: int = 1) -> None:
        self.window = bytearray()
        self.base = base
        self._offset = base
        self._line = line - 1
        self._path: list[str] = []
        self._done: list[tuple[Item, bytes]] = []
        self._item: Item | None = None
        self._fields: list[Field] = []
        self._field: tuple[str, int, Mapping[str, str]] | None = None
        self.has_begun = False
        self._parser = expat.ParserCreate("utf-8")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = self._refuse_doctype
        self._parser.XmlDeclHandler = self._check_encoding

    @property
    def index(self) -> int:
        """The place in the file that is being read."""
        return self._offset + self._parser.CurrentByteIndex

    @property
    def error_index(self) -> int:
        """The place in the file where reading failed."""
        return self._offset + self._parser.ErrorByteIndex

    @property
    def line(self) -> int:
        """The line in the file that is being read."""
        return self._line + self._parser.CurrentLineNumber

    @property
    def open_item(self) -> tuple[Item, bytes] | None:
        """The post that has begun and not ended, with what is known of it so far."""
        if self._item is None:
            return None
        item = replace(self._item, end=self.base + len(self.window), fields=tuple(self._fields))
        return item, bytes(self.window[item.start - self.base :])

    def enter(self, head: bytes) -> None:
        """Read what opens the elements around the first chunk, where the file itself was not read from its start."""
        self._parser.Parse(head, False)
        self._offset -= len(head)

    def feed(self, chunk: bytes) -> None:
        """Read on; a chunk must not end within a letter."""
        if not self.window and not self.has_begun:
            chunk = self._skip_lead(chunk)
        self.window += chunk
        hidden = chunk.translate(_HIDE_CONTROLS)
        for bad in _NONCHARACTERS:
            hidden = hidden.replace(bad, b"???")
        self._parser.Parse(hidden, False)
        self._forget()

    def finish(self) -> None:
        """Say that the file ends here."""
        self._parser.Parse(b"", True)

    def take_items(self) -> list[tuple[Item, bytes]]:
        """The posts that have ended since the last time, with their bytes."""
        done, self._done = self._done, []
        return done

    def _skip_lead(self, chunk: bytes) -> bytes:
        # Empty lines in front are what a plug-in left behind; XML allows none.
        lead = _LEAD.match(chunk)
        size = lead.end() if lead else 0
        self.base += size
        self._offset += size
        self._line += chunk.count(b"\n", 0, size)
        return chunk[size:]

    def _forget(self) -> None:
        keep = self._item.start if self._item else self.index
        if keep > self.base:
            del self.window[: keep - self.base]
            self.base = keep

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self._path and name != "item" and not _is_export(name, attributes):
            raise InputError(
                "this is XML, but no WordPress export (WXR)",
                "export the site with Tools > Export in its administration",
            )
        self._path.append(name)
        self.has_begun = True
        if self._item is None:
            if name == "item" and self._path in (["item"], ["rss", "channel", "item"]):
                self._item = Item(self.index, 0, self.line, ())
                self._fields = []
            return
        # An element inside of a text means that it is no text.
        self._field = (name, self._find_content(), attributes) if self._is_text(name) else None

    def _is_text(self, name: str) -> bool:
        if name in _META:
            return self._path[-3:-1] == ["item", "wp:postmeta"]
        return name in _TEXTS and self._path[-2] == "item" and len(self._path) in (2, 4)

    def _find_content(self) -> int:
        tag = _START_TAG.match(self.window, self.index - self.base)
        return self.base + tag.end() if tag else self.index

    def _end(self, name: str) -> None:
        self._path.pop()
        if self._item is None:
            return
        if self._field is not None:
            field_name, start, attributes = self._field
            self._fields.append(Field(field_name, start, self.index, attributes))
            self._field = None
        if name == "item" and self._path in ([], ["rss", "channel"]):
            start, end = self._item.start - self.base, self.index - self.base
            if self.window.startswith(b"</", end):
                end = self.window.index(b">", end) + 1
            item = replace(self._item, end=self.base + end, fields=tuple(self._fields))
            self._done.append((item, bytes(self.window[start:end])))
            self._item = None

    def _refuse_doctype(self, *_: object) -> None:
        raise InputError(
            f"line {self.line}: a DOCTYPE is not read: it may declare entities",
            "an export of WordPress has none; take it out if you trust the file",
        )

    def _check_encoding(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.lower() not in _ENCODINGS:
            raise InputError(f"it is declared to be in {encoding}, not in UTF-8", "save it as UTF-8, and say so in it")


def _is_export(name: str, attributes: Mapping[str, str]) -> bool:
    return name == "rss" and any(_EXPORT in value for value in attributes.values())


def explain_fault(error: expat.ExpatError) -> str:
    """What is wrong with XML in the words of the parser."""
    words = expat.ErrorString(error.code) or ""
    return "not well-formed XML" if words.startswith("not well-formed") else f"not well-formed XML ({words})"
