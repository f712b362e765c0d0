"""The block marks of WordPress (`<!-- wp:name {json} -->`): checked for being whole, and which of them hold no text."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tms.errors import InputError
from tms.formats.html_tokens import build_refusal, find_line

# The white space and the small letters are what WordPress itself asks for; anything else is a plain comment.
_MARK = re.compile(r"<!--\s+(/?)wp:((?:[a-z][a-z0-9_-]*/)?[a-z][a-z0-9_-]*)(?=\s)")
_NEVER_TEXT = frozenset({"html", "code", "preformatted", "shortcode"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of a block (its name without `core/`), and where its JSON stands: from and to one place if it has none."""

    name: str
    start: int
    end: int
    attributes_start: int
    attributes_end: int
    is_closing: bool
    is_void: bool


def find_holes(text: str, marks: Iterable[Mark]) -> list[tuple[int, int]]:
    """Where the insides of code, HTML and shortcode blocks are; raises InputError for a block that is not whole."""
    holes: list[tuple[int, int]] = []
    opened: list[Mark] = []
    inside = 0
    for mark in marks:
        if mark.is_void and not mark.is_closing:
            continue
        if not mark.is_closing:
            opened.append(mark)
            inside += _is_hole(mark)
            continue
        opening = _match_opening(text, mark, opened)
        inside -= _is_hole(opening)
        if _is_hole(opening) and not inside:
            holes.append((opening.end, mark.start))
    if opened:
        raise build_refusal(text, opened[-1].start, f"the block '{opened[-1].name}'")
    return holes


def _is_hole(mark: Mark) -> bool:
    # Blocks of other makers that hold code are called so as well.
    return mark.name in _NEVER_TEXT or mark.name.endswith("/code")


def _match_opening(text: str, mark: Mark, opened: list[Mark]) -> Mark:
    line = find_line(text, mark.start)
    if not opened:
        raise InputError(
            f"line {line}: the block '{mark.name}' ends but does not begin", "take the mark out, or add its beginning"
        )
    if opened[-1].name != mark.name:
        last = opened[-1]
        raise InputError(
            f"line {line}: the block '{mark.name}' ends while '{last.name}' is open",
            f"close '{last.name}' of line {find_line(text, last.start)} first",
        )
    return opened.pop()


def find_marks(text: str) -> Iterator[Mark]:
    """The marks of blocks in a post; raises InputError for one that never ends, and for attributes that are no JSON."""
    position = 0
    while match := _MARK.search(text, position):
        end = text.find("-->", match.end())
        if end < 0:
            raise build_refusal(text, match.start(), f"the mark of block '{match[2]}'")
        position = end + len("-->")
        is_void = text.endswith("/", match.end(), end)
        inside = text[match.end() : end - is_void]
        start = match.end() + len(inside) - len(inside.lstrip())
        attributes = inside.strip()
        if not _is_json_object(attributes or "{}"):
            raise InputError(
                f"line {find_line(text, match.start())}: the attributes of block '{match[2]}' are not valid JSON",
                "open the post in the block editor and save it again",
            )
        name = match[2].removeprefix("core/")
        yield Mark(name, match.start(), position, start, start + len(attributes), bool(match[1]), is_void)


def _is_json_object(attributes: str) -> bool:
    try:
        return isinstance(json.loads(attributes), dict)
    except (ValueError, RecursionError):
        return False
