"""`tag-space`: a space inside the edge of an inline tag: "<em> mot</em>" instead of " <em>mot</em>".

The space is underlined or linked with the word. No-break spaces belong to a sign of punctuation and stay.
"""

import re
from collections.abc import Iterator

from tms.checks.check import Check
from tms.text.markup import Tag, find_tags
from tms.values import CheckInput, Severity, Spot

_INLINE_NAMES = "a abbr b cite del dfn em i ins mark q s small strike strong sub sup u"
_INLINE = frozenset(_INLINE_NAMES.split())
_AFTER_OPENER = re.compile(r"[ \t]++(?=\S)")
_MAY_BE = re.compile(r">[ \t]|[ \t]</")


def _find(pair: CheckInput) -> Iterator[Spot]:
    if not _MAY_BE.search(pair.target):
        return
    places = list(_list_places(pair.target))
    if not places or (pair.source is not None and any(_list_places(pair.source))):
        return
    for tag, start, end in places:
        yield _spot(pair.target, tag, start, end)


def _list_places(text: str) -> Iterator[tuple[Tag, int, int]]:
    """The inline tags that have space at their inner edge, with the place of the space."""
    tags = find_tags(text)
    for index, tag in enumerate(tags):
        if tag.name not in _INLINE or not tag.raw.startswith("<"):
            continue
        if tag.role == "open":
            space = _AFTER_OPENER.match(text, tag.end)
            is_empty = space and index + 1 < len(tags) and tags[index + 1].start == space.end()
            if space and not (is_empty and tags[index + 1].role == "close"):
                yield tag, tag.end, space.end()
        elif tag.role == "close":
            start = tag.start
            while start and text[start - 1] in " \t":
                start -= 1
            is_empty = index > 0 and tags[index - 1].end == start and tags[index - 1].role == "open"
            if start < tag.start and not is_empty:
                yield tag, start, tag.start


def _spot(text: str, tag: Tag, start: int, end: int) -> Spot:
    message = f"space inside of {tag.raw[:40]}"
    if tag.role == "open":
        is_needed = tag.start > 0 and not text[tag.start - 1].isspace()
        return Spot(message, tag.start, end, f"{' ' if is_needed else ''}{tag.raw}")
    after = text[tag.end : tag.end + 1]
    is_needed = bool(after) and not after.isspace() and after not in ".,;:!?…)»”’"
    return Spot(message, start, tag.end, f"{tag.raw}{' ' if is_needed else ''}")


TAG_SPACE = Check("tag-space", "Space inside a tag", "markup", Severity.INFO, _find, signs=frozenset("<"))
