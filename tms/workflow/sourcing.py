"""Where articles come from: files, folders, exports and answers of a site, as slices that can be read again."""

import hashlib
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from tms.errors import InputError, NotFoundError
from tms.formats import FORMATS, detect_format, get_format, list_wxr_posts, slice_rest_posts
from tms.values import Skipped, Slice
from tms.workflow.files import open_file, read_file
from tms.workflow.importing_plan import ImportOptions

_SNIFFED = 65_536
# One byte more than a format takes: it says itself that this is too much.
_LARGEST = 100_000_001
_STDIN = "standard input"
_SIGNS = {".xml": (b"wordpress.org/export/", b"<item>"), ".json": (b'"rendered"', b'"raw"')}
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Source:
    """Something that articles are cut from; `read` may be called more than once and gives the same each time."""

    name: str
    read: Callable[[], Iterator[Slice | Skipped]]
    find_hash: Callable[[], str]


def list_sources(paths: Sequence[Path], options: ImportOptions) -> tuple[Source, ...]:
    """The files named, with those in folders; raises where one is missing or has an ending that nothing reads."""
    return tuple(_make_source(file, options) for path in paths for file in _list_files(path))


def _list_files(path: Path) -> list[Path]:
    if str(path) == "-" or not path.is_dir():
        return [path]
    endings = {suffix for known in FORMATS for suffix in known.suffixes}
    found = sorted(p for p in path.rglob("*") if p.is_file() and p.suffix.lower() in endings and _is_of_articles(p))
    if not found:
        raise NotFoundError(f"no article files in '{path}'", f"known endings are {', '.join(sorted(endings))}")
    return found


def _is_of_articles(path: Path) -> bool:
    """Of XML and JSON files, which hold many other things, a folder gives those only that look like posts."""
    signs = _SIGNS.get(path.suffix.lower())
    if signs is None:
        return True
    with open_file(path) as stream:
        head = stream.read(_SNIFFED)
    return any(sign in head for sign in signs)


def _make_source(path: Path, options: ImportOptions) -> Source:
    if str(path) == "-":
        data = read_file(path)
        return _open_source(_STDIN, "", lambda: io.BytesIO(data), options)
    return _open_source(str(path), path.stem, lambda: open_file(path), options)


def _open_source(name: str, stem: str, reopen: Callable[[], BinaryIO], options: ImportOptions) -> Source:
    def read() -> Iterator[Slice | Skipped]:
        with reopen() as stream:
            # A pipe is no seekable file, but what is opened here always is.
            head = stream.read(_SNIFFED)
            form = get_format(options.format_id) if options.format_id else detect_format(name if stem else "", head)
            stream.seek(0)
            yield from _cut(stream, form.id)

    def _cut(stream: BinaryIO, format_id: str) -> Iterator[Slice | Skipped]:
        if format_id == "wxr":
            yield from list_wxr_posts(stream, name, keep_going=options.keep_going, with_drafts=options.with_drafts)
        elif format_id == "wordpress-json":
            yield from slice_rest_posts(stream.read(_LARGEST), name, with_drafts=options.with_drafts)
        else:
            if not stem and options.slug is None:
                raise InputError("what comes from standard input has no name", "give it one with --article SLUG")
            yield Slice(stem, format_id, stream.read(_LARGEST), f"'{name}'")

    def find_hash() -> str:
        digest = hashlib.sha256()
        with reopen() as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
        return digest.hexdigest()

    return Source(name, read, find_hash)
