"""`empty-tags`: a pair of tags around nothing, or around nothing but space.

Word processors and editors leave them behind when a word is deleted. Anchors, icons and frames are empty on purpose,
and what is empty in the source may be empty here; the empty text of a link is looked at by `link-text`.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterator

from tms.checks.check import Check
from tms.checks.tags import list_attributes
from tms.text.markup import Tag, find_tags
from tms.values import CheckInput, Severity, Spot

_EMPTY_NAMES = "td th iframe script video audio object canvas textarea style svg picture option button template slot"
_EMPTY_ON_PURPOSE = frozenset(_EMPTY_NAMES.split())
_SPACE = re.compile(r"(?:\s|&nbsp;|&#160;|&#xa0;|[\u200b\ufeff])*", re.IGNORECASE)
# Four asterisks are emphasis without a word; a word may be masked with them (f****), and a row of them is a rule.
_STARS = re.compile(r"(?<![*\\\w])\*{4}(?![*\w])|(?<=\w)\*{4}(?![*\w])|(?<![*\\\w])\*{4}(?=\w)")


def _find(pair: CheckInput) -> Iterator[Spot]:
    text = pair.target
    if "</" in text:
        yield from _find_pairs(pair)
    if "****" in text and "***" not in (pair.source or ""):
        yield from _find_stars(text)


def _find_pairs(pair: CheckInput) -> Iterator[Spot]:
    empty = _list_empty(pair.target)
    if not empty:
        return
    free = Counter(first.name for first, _ in _list_empty(pair.source or ""))
    for first, second in empty:
        if free[first.name] > 0:
            free[first.name] -= 1
            continue
        start, end = first.start, second.end
        yield Spot(f"{first.raw[:40]} has nothing in it", start, end, _keep_space(pair.target, first, second))


def _list_empty(text: str) -> list[tuple[Tag, Tag]]:
    if "</" not in text:
        return []
    return [
        (first, second)
        for first, second in _list_neighbours(text)
        if first.role == "open"
        and second.role == "close"
        and first.name == second.name
        and first.raw.startswith("<")
        and first.name not in _EMPTY_ON_PURPOSE
        and not _has_a_use(first)
    ]


def _list_neighbours(text: str) -> Iterator[tuple[Tag, Tag]]:
    """Tags with nothing between them but space."""
    tags = [tag for tag in find_tags(text) if tag.name != "entity"]
    for first, second in itertools.pairwise(tags):
        space = _SPACE.match(text, first.end)
        if space and space.end() >= second.start:
            yield first, second


def _has_a_use(tag: Tag) -> bool:
    """Whether an empty element is the target of a link, a link (of which another check speaks) or an icon."""
    names = {each.name for each in list_attributes(tag.raw)}
    return bool(names & {"id", "name", "href", "aria-hidden"}) or (tag.name in ("i", "span") and "class" in names)


def _keep_space(text: str, first: Tag, second: Tag) -> str:
    """What stays of a pair: one space, where there is one inside and none around."""
    has_space = second.start > first.end
    is_apart = text[first.start - 1 : first.start].isspace() or text[second.end : second.end + 1].isspace()
    at_edge = not first.start or second.end == len(text)
    return " " if has_space and not is_apart and not at_edge else ""


def _find_stars(text: str) -> Iterator[Spot]:
    for match in _STARS.finditer(text):
        line_start, line_end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
        line = text[line_start : line_end if line_end >= 0 else len(text)]
        if line.strip("* \t"):
            yield Spot("**** is emphasis with nothing in it", *match.span(), "")


EMPTY_TAGS = Check("empty-tags", "Empty tags", "markup", Severity.WARNING, _find, signs=frozenset("<*"))
