"""Inline markup as the desk sees it: what is drawn quiet and kept whole, and which tags a translation lacks."""

from collections import Counter
from dataclasses import replace
from functools import lru_cache

from tms.text.markup import find_tags, find_urls
from tms.values import MarkupSpan, MissingTag, TagRole

# Typed by hand or written as itself: a translation needs not have those of its source.
_FREE = frozenset(("entity", "address"))
# Those that say something by their letters, not by their name.
_BY_LETTERS = frozenset(("placeholder", "template", "comment", "footnote", "definition", "autolink", "code"))


@lru_cache(maxsize=1024)
def find_markup(text: str) -> tuple[MarkupSpan, ...]:
    """Every tag and address of a text in order, without overlap, halves of a pair knowing each other."""
    tags = find_tags(text)
    spans = [MarkupSpan(tag.start, tag.end, tag.name, TagRole(tag.role)) for tag in tags]
    for url in find_urls(text):
        if not any(span.start < url.end and url.start < span.end for span in spans):
            spans.append(MarkupSpan(url.start, url.end, "address", is_whole=False))
    return _pair(sorted(spans, key=lambda span: span.start))


def _pair(spans: list[MarkupSpan]) -> tuple[MarkupSpan, ...]:
    opened: dict[str, list[int]] = {}
    for index, span in enumerate(spans):
        if span.role is TagRole.OPEN:
            opened.setdefault(span.name, []).append(index)
        elif span.role is TagRole.CLOSE and opened.get(span.name):
            other = opened[span.name].pop()
            spans[other] = replace(spans[other], partner=index)
            spans[index] = replace(span, partner=other)
    return tuple(spans)


def list_missing_tags(source: str, target: str) -> tuple[MissingTag, ...]:
    """The tags of a source that its translation has not yet, in the order of the source."""
    there = Counter(_identify(target, span) for span in find_markup(target))
    spans = find_markup(source)
    missing: list[int] = []
    for index, span in enumerate(spans):
        if span.name in _FREE:
            continue
        there[_identify(source, span)] -= 1
        if there[_identify(source, span)] < 0:
            missing.append(index)
    begun = _count_begun(target)
    for index in [index for index in missing if source[spans[index].start : spans[index].end] == "["][:begun]:
        missing.remove(index)
    wanted = frozenset(missing)
    return tuple(_describe(source, spans, index, wanted) for index in missing)


def _count_begun(text: str) -> int:
    """How many links have their first half only: alone that reads as a bracket of the text."""
    inside = {place for span in find_markup(text) for place in range(span.start, span.end)}
    rest = [sign for place, sign in enumerate(text) if place not in inside and sign in "[]"]
    return max(0, rest.count("[") - rest.count("]"))


def _describe(source: str, spans: tuple[MarkupSpan, ...], index: int, wanted: frozenset[int]) -> MissingTag:
    span = spans[index]
    closing = ""
    if span.role is TagRole.OPEN and span.partner is not None and span.partner in wanted:
        other = spans[span.partner]
        closing = source[other.start : other.end]
    return MissingTag(source[span.start : span.end], closing)


def _identify(text: str, span: MarkupSpan) -> tuple[str, str]:
    # A translated link leads elsewhere and is there all the same.
    if span.name in _BY_LETTERS:
        return text[span.start : span.end], ""
    return span.name, span.role.value
