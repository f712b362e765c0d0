"""Cut a page of several articles into its articles, by their teaser lines and by all else that shows where one begins.

A page is text or Markdown, as people copy it from a blog, or HTML with `<article>` elements. Teaser lines count most,
where they repeat a title above them; then headings beside rules, datelines, blank lines and a change of language.
"""

import html
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, islice

from tms.text.languages import Guess, identify_language
from tms.text.markup import strip_markup
from tms.text.words import count_words
from tms.tracking.page_blocks import Block, Role, cut_blocks
from tms.tracking.page_elements import Element, find_elements, find_heading
from tms.tracking.page_teasers import Teaser, find_teaser, fold_title, is_same_title, is_teaser_line

_BYTE_ORDER_MARK = "\ufeff"
_LINE_END = re.compile(r"\r\n?|\n")

# How sure one sign alone makes a beginning; several add up.
_BESIDE_RULE = 0.55
_BLANK_LINES = 0.5
_BLANK_LINES_WITHIN = 0.3
_FIRST_LEVEL = 0.5
_DATELINE = 0.6
_OTHER_LANGUAGE = 0.75
# Under a heading of a lower level it is a part that is not translated yet.
_OTHER_WITHIN = 0.45
_FRONT_MATTER = 0.9
_OTHER_LANGUAGE_ONLY = 0.55
_ENOUGH = 0.5
_CERTAIN = 0.98
_PARAGRAPHS_OF_OTHER_LANGUAGE = 2
_PARAGRAPHS_OF_RUN = 3
_SURE_LANGUAGE, _FEWEST_WORDS = 0.9, 12
_HEAD = 4
_NEAR = 40
_ROW = 3
_SAMPLE = 2000


@dataclass(frozen=True, slots=True)
class PageArticle:
    """One article on a page: `page[start:end]`; its teaser line, where it has one, from `teaser_start` on.

    `confidence` (0-1) is about the cut, `language_confidence` about the language ("" where it is unknown). `title` is
    "" where the article has none.
    """

    start: int
    end: int
    teaser_start: int
    title: str
    language: str
    language_confidence: float
    confidence: float
    reasons: tuple[str, ...]


def find_articles(page: str, *, is_html: bool = False) -> tuple[PageArticle, ...]:
    """The articles of a page in order; what stands before, between and behind them belongs to the page only.

    HTML without `<article>` elements is one article.
    """
    elements = [_read_element(page, element) for element in find_elements(page)]
    if len(elements) > 1:
        return tuple(elements)
    if is_html:
        whole = Element(0, len(page), find_heading(page), "")
        return (replace(_read_element(page, whole), reasons=("no <article> elements that would show several",)),)
    return tuple(_Page(page).find())


def _read_element(page: str, element: Element) -> PageArticle:
    guess = identify_language(html.unescape(strip_markup(page[element.start : element.end])))
    if element.language:
        guess = Guess(element.language, 1.0)
    return PageArticle(
        start=element.start,
        end=element.end,
        teaser_start=element.end,
        title=element.title,
        language=guess.language,
        language_confidence=guess.confidence,
        confidence=0.95,
        reasons=("an <article> element",),
    )


@dataclass(frozen=True, slots=True)
class _Ending:
    """A teaser line that ends an article, and the block with its title if there is one."""

    at: int
    teaser: Teaser
    title_at: int | None
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class _Start:
    """Where an article begins, and what says so."""

    at: int
    confidence: float
    reasons: tuple[str, ...] = ()


class _Page:
    """The blocks of a page and what is known of them."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._blocks: list[Block] = cut_blocks(page, is_teaser_line, start=int(page.startswith(_BYTE_ORDER_MARK)))
        self._teasers = [find_teaser(page, block) for block in self._blocks]
        self._languages: dict[int, str] = {}
        self._titles: dict[str, list[int]] = {}
        for at, block in enumerate(self._blocks):
            if block.may_be_title and self._teasers[at] is None:
                self._titles.setdefault(fold_title(block.text), []).append(at)
        self._wordings = Counter(teaser.wording for teaser in self._teasers if teaser)
        self._prose_before = [0, *accumulate(int(block.is_prose) for block in self._blocks)]
        gaps = Counter(block.gap for block in self._blocks[1:])
        self._usual_gap = max(1, gaps.most_common(1)[0][0]) if gaps else 1
        first = next((block for block in self._blocks if block.role is Role.HEADING), None)
        self._has_front_matter = any(block.role is Role.FRONT for block in self._blocks)
        self._first_level = first.level if first else 0

    def find(self) -> Iterator[PageArticle]:
        """The articles in order."""
        first, found = 0, 0
        endings = list(self._find_endings())
        for ending in endings:
            for article in self._read_chunk(first, ending.at + 1, ending):
                found += 1
                yield article
            first = ending.at + 1
        if first < len(self._blocks):
            yield from self._read_chunk(first, len(self._blocks), None, is_all=not found)

    # Teaser lines

    def _find_endings(self) -> Iterator[_Ending]:
        known = self._list_proven_wordings()
        first = 0
        for at, teaser in enumerate(self._teasers):
            ending = self._judge_teaser(first, at, teaser, known) if teaser else None
            if ending:
                yield ending
                first = at + 1

    def _list_proven_wordings(self) -> set[str]:
        """The wordings that name a title above them at least once."""
        return {
            teaser.wording
            for at, teaser in enumerate(self._teasers)
            if teaser and teaser.title and self._find_title(teaser.title, 0, at) is not None
        }

    def _judge_teaser(self, first: int, at: int, teaser: Teaser, known: set[str]) -> _Ending | None:
        title_at = self._find_title(teaser.title, first, at) if teaser.title else None
        if title_at is not None:
            return _Ending(at, teaser, title_at, _CERTAIN, "its teaser line repeats its title")
        if not self._has_prose(first, at + 1):
            return None
        judged = self._judge_named(first, at, teaser, known) if teaser.title else self._judge_bare(at, teaser, known)
        return _Ending(at, teaser, None, *judged) if judged else None

    def _is_usual(self, teaser: Teaser, known: set[str]) -> bool:
        return teaser.wording in known or self._wordings[teaser.wording] > 1

    def _judge_bare(self, at: int, teaser: Teaser, known: set[str]) -> tuple[float, str] | None:
        """How sure a teaser line without a title is, and why."""
        if self._is_end_or_title(at + 1):
            return 0.9 if self._is_usual(teaser, known) else 0.75, "a teaser line that names no title"
        is_row = self._wordings[teaser.wording] >= _ROW and not teaser.is_inline
        return (0.6, "a teaser line, though no title follows") if is_row else None

    def _judge_named(self, first: int, at: int, teaser: Teaser, known: set[str]) -> tuple[float, str] | None:
        """How sure a teaser line is whose title does not stand above it: it may lead to another article."""
        is_elsewhere = self._find_title(teaser.title, 0, len(self._blocks)) is not None
        if teaser.is_doubtful or is_elsewhere or not self._is_end_or_title(at + 1):
            return None
        if teaser.is_quoted or self._is_usual(teaser, known):
            return 0.7, "a teaser line that names a title which does not stand above"
        is_other = self._changes_language(first, at, at + 1)
        return (0.6, "a teaser line before a text in another language") if is_other else None

    def _find_title(self, title: str, first: int, end: int) -> int | None:
        """The first block of a range that is this title; one that is only like it is looked for at both ends."""
        exact: list[int] = self._titles.get(fold_title(title), [])
        place = bisect_left(exact, first)
        if place < len(exact) and exact[place] < end:
            return exact[place]
        for at in chain(range(first, min(first + _NEAR, end)), range(max(first + _NEAR, end - _NEAR), end)):
            is_title = self._blocks[at].may_be_title and self._teasers[at] is None
            if is_title and is_same_title(title, self._blocks[at].text):
                return at
        return None

    def _is_end_or_title(self, at: int) -> bool:
        """Whether what follows is the end of the page or a line that could be a title, the page's own lines aside."""
        following = next((block for block in islice(self._blocks, at, at + _NEAR) if not block.is_frame), None)
        return following is None or following.may_be_title

    # Articles

    def _read_chunk(
        self, first: int, end: int, ending: _Ending | None, *, is_all: bool = False
    ) -> Iterator[PageArticle]:
        """The articles between two teaser lines: as a rule one."""
        own = ending.title_at if ending else None
        starts = list(self._find_starts(first, own if own is not None else end, is_all=is_all))
        if own is not None and ending is not None:
            starts = [start for start in starts if self._has_prose(start.at, own)]
            starts.append(_Start(own, _CERTAIN, (ending.reason,)))
        if not starts:
            return
        for start, following in zip(starts, [*starts[1:], None], strict=True):
            if following:
                yield self._read_article(start, following.at, None, is_cut=True, after=following.confidence)
            else:
                is_cut = not is_all or len(starts) > 1
                # A page that is one article keeps all that stands around it.
                begin = start if is_cut else replace(start, at=first)
                yield self._read_article(begin, end, ending, is_cut=is_cut)

    def _find_starts(self, first: int, end: int, *, is_all: bool) -> Iterator[_Start]:
        """Where articles begin in a range of blocks without teaser lines inside."""
        own = [at for at in range(first, end) if not self._blocks[at].is_frame]
        if not own or not (self._has_prose(first, end) or is_all):
            return
        last = own[0]
        yield _Start(last, 0.9)
        for at in own[1:]:
            if not self._has_prose(last, at) or not self._has_prose(at, end):
                continue
            start = self._judge_start(last, at, end)
            if start:
                yield start
                last = at

    def _judge_start(self, first: int, at: int, end: int) -> _Start | None:
        """Whether an article begins at a block, after the one that began at `first`."""
        block = self._blocks[at]
        before = self._blocks[at - 1]
        has_rule = before.role is Role.RULE or (before.is_frame and self._blocks[at - 2].role is Role.RULE)
        if not block.may_be_title:
            has_sign = has_rule or (not self._first_level and self._is_run_of_language(first, at, end))
            if block.is_prose and has_sign and self._changes_language(first, at, at, end=end):
                return _Start(at, _OTHER_LANGUAGE_ONLY, ("the language changes, without a title",))
            return None
        is_other = self._changes_language(first, at, at, end=end) and not self._goes_on(at)
        if self._has_front_matter:
            return _Start(at, _FRONT_MATTER, ("a front matter",)) if block.role is Role.FRONT else None
        signs: list[tuple[float, str]] = []
        is_within = block.level > self._first_level
        if is_other:
            signs.append((_OTHER_WITHIN if is_within else _OTHER_LANGUAGE, "a title, and the language changes"))
        if has_rule:
            signs.append((_BESIDE_RULE, "a title after a line that separates"))
        if block.level == self._first_level == 1:
            signs.append((_FIRST_LEVEL, "a heading of the first level"))
        if self._has_dateline(at):
            signs.append((_DATELINE, "a title with a date or a name beside it"))
        if block.gap > self._usual_gap:
            signs.append(
                (
                    _BLANK_LINES_WITHIN if is_within else _BLANK_LINES,
                    f"a title after {block.gap} blank lines; it may be a heading of one article",
                )
            )
        doubt = 1.0
        for worth, _ in signs:
            doubt *= 1 - worth
        return _Start(at, round(1 - doubt, 2), tuple(why for _, why in signs)) if 1 - doubt >= _ENOUGH else None

    def _has_dateline(self, at: int) -> bool:
        beside = (self._blocks[at - 1], *self._blocks[at + 1 : at + 2])
        return any(block.role is Role.DATELINE for block in beside)

    def _read_article(
        self, start: _Start, end: int, ending: _Ending | None, *, is_cut: bool, after: float = 1.0
    ) -> PageArticle:
        last = end - 1
        while ending is None and is_cut and last > start.at and self._blocks[last].is_frame:
            last -= 1
        begin, stop = self._blocks[start.at].start, self._blocks[last].end
        teaser_start = ending.teaser.start if ending else stop
        language = self._identify(start.at, last, begin, teaser_start)
        reasons = start.reasons or ((ending.reason,) if ending else ())
        if not is_cut and ending is None:
            reasons = ("nothing says that another article begins",)
        sure = min(start.confidence, after, ending.confidence if ending else 1.0)
        line_end = _LINE_END.match(self._page, stop)
        return PageArticle(
            start=begin,
            end=line_end.end() if line_end else stop,
            teaser_start=teaser_start if ending else (line_end.end() if line_end else stop),
            title=self._find_own_title(start.at, last, ending),
            language=language.language,
            language_confidence=language.confidence,
            confidence=sure,
            reasons=reasons or ("what stands before the next article",),
        )

    def _find_own_title(self, first: int, last: int, ending: _Ending | None) -> str:
        """The title that an article has above its text, else the one that its teaser line names."""
        if ending and ending.title_at is not None and ending.title_at >= first:
            return strip_markup(self._blocks[ending.title_at].text)
        head = self._blocks[first : min(first + _HEAD, last + 1)]
        for at, block in enumerate(head, first):
            if block.is_prose:
                break
            if block.may_be_title and block.text and self._teasers[at] is None:
                return strip_markup(block.text)
        return ending.teaser.title if ending else ""

    # Language

    def _identify(self, first: int, last: int, start: int, end: int) -> Guess:
        """The language of an article by its own text, the teaser line aside: that is the theme's."""
        prose = " ".join(block.text for block in self._blocks[first : last + 1] if block.is_prose and block.end <= end)
        guess = identify_language(strip_markup(prose))
        return guess if guess.language else identify_language(strip_markup(self._page[start:end]))

    def _changes_language(self, first: int, at: int, start: int, *, end: int | None = None) -> bool:
        """Whether the text before a block and that from another one on are in two languages that are known."""
        before = self._sample(range(at - 1, max(first, at - _NEAR) - 1, -1))
        stop = len(self._blocks) if end is None else end
        after = self._sample(range(start, min(stop, start + _NEAR)))
        return bool(before and after) and before != after

    def _goes_on(self, at: int) -> bool:
        """Whether a title is in the language of what stands before it."""
        title = identify_language(strip_markup(self._blocks[at].text)).language
        before = self._sample(range(at - 1, max(0, at - _NEAR) - 1, -1))
        return self._blocks[at].may_be_title and bool(title) and title == before

    def _sample(self, places: Sequence[int]) -> str:
        """The language of the nearest paragraphs along some places, up to the next title."""
        texts: list[str] = []
        for at in places:
            if self._blocks[at].is_prose:
                texts.append(self._blocks[at].text[:_SAMPLE])
            if len(texts) == _PARAGRAPHS_OF_OTHER_LANGUAGE or (texts and self._blocks[at].may_be_title):
                break
        text = strip_markup(" ".join(texts))
        guess = identify_language(text)
        return guess.language if guess.confidence >= _SURE_LANGUAGE and count_words(text) >= _FEWEST_WORDS else ""

    def _is_run_of_language(self, first: int, at: int, end: int) -> bool:
        """Whether some paragraphs on both sides of a block without a title are in two languages throughout."""
        sides: list[str] = []
        for places in (range(at - 1, max(first, at - _NEAR) - 1, -1), range(at, min(end, at + _NEAR))):
            near = list(islice((place for place in places if self._blocks[place].is_prose), _PARAGRAPHS_OF_RUN))
            if len(near) < _PARAGRAPHS_OF_RUN or len(languages := set(map(self._language, near))) > 1:
                return False
            sides += languages
        return len(set(sides)) > 1

    def _language(self, at: int) -> str:
        if at not in self._languages:
            self._languages[at] = identify_language(strip_markup(self._blocks[at].text[:_SAMPLE])).language
        return self._languages[at]

    def _has_prose(self, first: int, end: int) -> bool:
        return self._prose_before[max(first, end)] > self._prose_before[first]
