"""`foreign-script`: words in Arabic, Chinese, Tibetan … letters added to a text with HTML tags, without lang or dir.

A browser needs the language to choose the letters and a reader aloud its voice (WCAG 2.2, 3.1.2). It is a hint, and
only where the source writes such a script itself; what the source leaves bare may be so here.
"""

import re
from collections.abc import Iterator

from tms.checks.check import Check
from tms.checks.tags import list_attributes
from tms.text.markup import find_tags
from tms.values import CheckInput, Severity, Spot

_LETTERS = (
    "\u0370-\u1cff\u1f00-\u1fff\u2de0-\u2dff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\ud7af\uf900-\ufaff"
    "\ufb1d-\ufdff\ufe70-\ufefc\U00010000-\U0001efff\U00020000-\U0003ffff"
)
_SCRIPT = re.compile(rf"[{_LETTERS}]++(?:[\u200c-\u200f\u3000-\u3004\u3008-\u3020 \u00a0-]{{1,5}}[{_LETTERS}]++)*+")
_FIRST = "\u0370"


def _find(pair: CheckInput) -> Iterator[Spot]:
    if max(pair.target) < _FIRST or not _SCRIPT.search(pair.source or ""):
        return
    bare = list(_list_bare(pair.target))
    if not bare or sum(len(match.group()) for match in bare) * 2 > len(pair.target):
        return
    known = {match.group().strip() for match in _list_bare(pair.source or "")}
    for match in bare:
        if match.group().strip() not in known:
            yield Spot(f"“{match.group().strip()[:40]}” has no lang and no dir", *match.span())


def _list_bare(text: str) -> Iterator[re.Match[str]]:
    """Words of another script that stand outside of tags and of elements with a language or a direction."""
    marked: list[tuple[int, int]] = []
    opened: list[tuple[str, int, bool]] = []
    for tag in find_tags(text):
        marked.append((tag.start, tag.end))
        if not tag.raw.startswith("<"):
            continue
        if tag.role == "open":
            has_mark = any(each.name in ("lang", "xml:lang", "dir") for each in list_attributes(tag.raw))
            opened.append((tag.name, tag.end, has_mark))
        elif tag.role == "close" and opened and opened[-1][0] == tag.name:
            _, start, has_mark = opened.pop()
            if has_mark:
                marked.append((start, tag.start))
    marked.sort()
    index, covered = 0, 0
    for match in _SCRIPT.finditer(text):
        while index < len(marked) and marked[index][0] <= match.start():
            covered = max(covered, marked[index][1])
            index += 1
        if match.start() >= covered:
            yield match


FOREIGN_SCRIPT = Check(
    "foreign-script",
    "Another script without lang",
    "markup",
    Severity.INFO,
    _find,
    needs_source=True,
    signs=frozenset("<"),
    needs_whole=True,
)
