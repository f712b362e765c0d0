"""Texts that WordPress keeps outside of the HTML of a post: labels in the JSON of blocks, the words of "read more".

Only attributes that are shown to readers and stand nowhere else are units; what the HTML of the block repeats is not.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tms.formats.embedded_json import JsonManner, Value, decode_json, encode_json, read_members
from tms.formats.html_runs import has_words, make_span
from tms.formats.lines import unify_lines
from tms.formats.splice import Span
from tms.formats.wordpress_blocks import Mark
from tms.values import Kind, Unit

_ANY = "*"
_PAGES = ("label",)
# What a synced pattern puts in the place of its own texts, by the name that its author gave to the block.
_OVERRIDES = tuple(("content", _ANY, name) for name in ("alt", "caption", "content", "text", "title"))
_LABELS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "block": _OVERRIDES,
    "categories": (_PAGES,),
    "comments-pagination-next": (_PAGES,),
    "comments-pagination-previous": (_PAGES,),
    "home-link": (_PAGES,),
    "more": (("customText",),),
    "navigation-link": (("label",), ("title",), ("description",)),
    "navigation-submenu": (("label",), ("title",), ("description",)),
    "navigation": (("ariaLabel",),),
    "post-author": (("byline",),),
    "post-excerpt": (("moreText",),),
    "post-navigation-link": (_PAGES,),
    "post-terms": (("prefix",), ("suffix",)),
    "query-pagination-next": (_PAGES,),
    "query-pagination-previous": (_PAGES,),
    "read-more": (("content",),),
    "search": (("label",), ("placeholder",), ("buttonText",)),
    "social-link": (_PAGES,),
}
_MANNER = JsonManner(is_block=True)
# WordPress cuts a post at this comment and shows its words as the link to the rest.
_MORE = re.compile(r"<!--more(?=[ \t])")
_MORE_INSIDE = re.compile(r"\s*+<!--more(?=[ \t])")
_MORE_BEFORE = re.compile(r"<!--more[ \t]+\Z")
_JSON_BEFORE = re.compile(r'"\s*:\s*"[^"<>]*\Z')
# The words of a "more" block, once in its JSON and once in the comment inside.
_TWICE = re.compile(r'(?P<json>(?:[^"\\]|\\.)*+)(?P<between>".*-->\s*<!--more[ \t]+).*', re.DOTALL)
_COMMENT_END = re.compile(r"--(?=!?>)")
_LINE_END = re.compile(r"\s*\n\s*")


def find_labels(text: str, marks: Sequence[Mark], holes: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """The labels of a post, in no order; those inside code and the like are left out."""
    twins: set[Span] = set()
    for mark in marks:
        if not _is_inside(mark.start, holes):
            for label in _find_in_block(text, mark):
                twin = _find_twin(text, mark, label)
                twins.update(twin)
                yield replace(label, end=twin[0].end) if twin else label
    for more in _MORE.finditer(text):
        if not _is_inside(more.start(), holes):
            yield from (words for words in _read_more(text, more.end()) if words not in twins)


def is_label(unit: Unit, before: str) -> bool:
    """Whether the unit behind `before` is one of these; HTML has labels too, in its elements and attributes."""
    return unit.kind is Kind.LABEL and bool(_MORE_BEFORE.search(before) or _JSON_BEFORE.search(before))


def write_label(unit: Unit, target: str, before: str) -> str:
    """The form of a label in the file; `before` is what stands in front of it there."""
    target = _LINE_END.sub(" ", unify_lines(target)).strip()
    comment = _COMMENT_END.sub("&#45;&#45;", target)
    if _MORE_BEFORE.search(before):
        return comment
    form = encode_json(target, _MANNER)
    twice = _TWICE.fullmatch(unit.raw)
    return f"{form}{twice['between']}{comment}" if twice else form


def _find_in_block(text: str, mark: Mark) -> Iterator[Span]:
    for path in _LABELS.get(mark.name, ()):
        if mark.attributes_start < mark.attributes_end:
            for value in _follow(text, Value({}, mark.attributes_start, mark.attributes_end), path):
                yield from _make_span(text, value)


def _follow(text: str, value: Value, path: Sequence[str]) -> Iterator[Value]:
    """The strings at a path of names; the last of two members of one name counts."""
    if not path:
        if isinstance(value.value, str):
            yield value
    elif isinstance(value.value, dict):
        for name, member in read_members(text, value.start).items():
            if path[0] in (name, _ANY):
                yield from _follow(text, member, path[1:])


def _make_span(text: str, value: Value) -> Iterator[Span]:
    embedded = decode_json(text, value.start, value.end, _MANNER)
    words = embedded.text.strip()
    if has_words(words):
        start = len(embedded.text) - len(embedded.text.lstrip())
        yield Span(*embedded.find_place(start, start + len(words)), Kind.LABEL, unify_lines(words))


def _read_more(text: str, start: int) -> Iterator[Span]:
    end = text.find("-->", start)
    if end >= 0 and has_words(text[start:end]):
        yield make_span(text, start, end, Kind.LABEL)


def _find_twin(text: str, mark: Mark, label: Span) -> list[Span]:
    """The comment of a "more" block that has the same words as its JSON: they are translated once."""
    more = _MORE_INSIDE.match(text, mark.end) if mark.name == "more" else None
    return [words for words in _read_more(text, more.end()) if words.text == label.text] if more else []


def _is_inside(position: int, holes: Sequence[tuple[int, int]]) -> bool:
    number = bisect_right(holes, position, key=lambda hole: hole[0])
    return number > 0 and position < holes[number - 1][1]
