"""The pieces of a page of several articles: headings, short lines, prose, rules, datelines, what a theme adds."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise

from tms.text.words import count_words

_LINE_END = re.compile(r"\r\n?|\n")
_RULE = re.compile(r"\s{0,3}(?:([-*_=~•·–—#+])\s{0,3})(?:\1\s{0,3}){2,}|\s*[⁂❧☙]\s*")
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.+?)\s*#*\s*")
_UNDERLINE = re.compile(r"\s{0,3}(?:={3,}|-{3,})\s*")
_KEY = re.compile(r"([\w-]{1,40}):(?:[ \t]+(.{0,500}))?(?=$)")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_NO_TITLE_START = re.compile(r"\s*(?:[-*+•>|]\s|\d+[.)]\s|[|<{])")
_NO_TITLE_END = (".", ";", ",", ":", "。", "，", "；", "۔")
_SENTENCE_END = re.compile(r"[.!?…。！？۔؟][\"'”’»)\]]*\Z")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LONGEST_TITLE = 250
_MOST_TITLE_WORDS = 30
_FEWEST_PROSE_WORDS = 6
_LONG_LINE = 120
_SHORT_LINE = 0.6

_MONTHS = (
    "jan feb mar apr may jun jul aug sep oct nov dec janv févr mars avr mai juin juil août sept déc ene abr ago dic "
    "january february march april june july august september october november december janvier février avril juillet "
    "septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre setiembre "
    "octubre noviembre diciembre"
)
_MONTH = rf"(?:{'|'.join(sorted(_MONTHS.split(), key=len, reverse=True))})\.?"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|er|º|°)?\.?\s+(?:de\s+|of\s+)?{_MONTH},?\s+(?:de\s+|del\s+)?\d{{4}}"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})"
)
_DAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"lunes|martes|miércoles|jueves|viernes|sábado|domingo)"
)
_BYLINE = re.compile(
    r"(?i:(?:written\s+|posted\s+)?by|(?:écrit\s+|publié\s+)?par|(?:escrito\s+|publicado\s+)?por)\s*:?\s+"
    r"[^\W\d_a-zà-ÿ][^\n.!?;]{1,80}"
)


class Role(StrEnum):
    """What a block is on a page."""

    HEADING = "heading"
    SHORT = "short"
    PROSE = "prose"
    FRONT = "front matter"
    OTHER = "other"
    RULE = "rule"
    DATELINE = "dateline"
    NAVIGATION = "navigation"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a line of a page by its offsets; `gap` blank lines stand before it.

    `text` is what is read: one line, without the marks of a heading. `level` is that of a heading in Markdown.
    """

    start: int
    end: int
    text: str
    role: Role
    gap: int
    level: int = 0

    @property
    def may_be_title(self) -> bool:
        """Whether it is a heading, or a line that could be one."""
        return self.role in (Role.HEADING, Role.SHORT, Role.FRONT)

    @property
    def is_prose(self) -> bool:
        """Whether it is a paragraph of running text."""
        return self.role is Role.PROSE

    @property
    def is_frame(self) -> bool:
        """Whether it belongs to the page and not to an article's text."""
        return self.role in (Role.RULE, Role.DATELINE, Role.NAVIGATION)


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


def cut_blocks(page: str, is_own_line: Callable[[str], bool], *, start: int = 0) -> list[Block]:
    """The blocks of a page in order, from an offset on; `is_own_line` knows lines that belong to no paragraph."""
    blocks: list[Block] = []
    gap = 0
    run: list[_Line] = []
    for line in _read_lines(page, start):
        if line.text.strip():
            run.append(line)
            continue
        if run:
            blocks += _read_run(page, run, gap, is_own_line)
            run, gap = [], 0
        gap += 1
    return [*blocks, *_read_run(page, run, gap, is_own_line)] if run else blocks


def _read_lines(page: str, start: int) -> Iterator[_Line]:
    """The lines of a page; a fence of code is one line."""
    fence = None
    for end, following in (*(match.span() for match in _LINE_END.finditer(page, start)), (len(page), len(page))):
        text = page[start:end]
        mark = _FENCE.match(text)
        if fence is not None:
            if mark is not None or end == len(page):
                yield _Line(fence, end, page[fence:end])
                fence = None
        elif mark is not None and _closes(page, following, mark[0].strip()):
            fence = start
        else:
            yield _Line(start, end, text)
        start = following


def _closes(page: str, start: int, sign: str) -> bool:
    return page.find(sign, start) >= 0


def _read_run(page: str, lines: list[_Line], gap: int, is_own_line: Callable[[str], bool]) -> Iterator[Block]:
    """The blocks among lines without a blank one between them."""
    front = _find_front_matter(lines)
    if front:
        before, inside, lines = lines[: front.start], lines[front.start : front.stop], lines[front.stop :]
        if before:
            yield from _read_run(page, before, gap, is_own_line)
            gap = 0
        yield Block(inside[0].start, inside[-1].end, _read_front_title(inside), Role.FRONT, gap)
        gap = 0
    longest = max((len(line.text) for line in lines), default=0)
    group: list[_Line] = []
    for line in lines:
        if len(group) == 1 and _UNDERLINE.fullmatch(line.text) and _is_title(group[0].text.strip()):
            level = 1 if "=" in line.text else 2
            yield Block(group[0].start, line.end, group[0].text.strip(), Role.HEADING, gap, level)
            group, gap = [], 0
            continue
        if group and (_ends_block(group[-1].text, longest) or _is_apart(group[-1].text, line.text, is_own_line)):
            yield _build(page, group, gap)
            group, gap = [], 0
        group.append(line)
    if group:
        yield _build(page, group, gap)


def _find_front_matter(lines: list[_Line]) -> range | None:
    """Where lines of keys and values stand between two rules."""
    marks = [at for at, line in enumerate(lines) if line.text.rstrip() == "---"]
    for first, last in pairwise(marks):
        if last > first + 1 and _KEY.match(lines[first + 1].text):
            return range(first, last + 1)
    return None


def _read_front_title(lines: list[_Line]) -> str:
    found = (match[2].strip() for line in lines if (match := _KEY.match(line.text)) and match[1].lower() == "title")
    return next(found, "").strip("\"'")


def _ends_block(text: str, longest: int) -> bool:
    """Whether a line does not go on in the next one: it is not wrapped, or shorter than wrapped lines are."""
    is_short = len(text) < _SHORT_LINE * longest
    return len(text) > _LONG_LINE or is_short or _stands_alone(text) or bool(_SENTENCE_END.search(text.rstrip()))


def _is_apart(before: str, text: str, is_own_line: Callable[[str], bool]) -> bool:
    """Whether a line does not go on with the one before it."""
    if _stands_alone(text) or (is_own_line(before) and not text.lstrip()[:1].islower() and _is_balanced(before)):
        return True
    return is_own_line(text) and not before.rstrip()[-1:].isalnum()


def _is_balanced(text: str) -> bool:
    return text.count("“") <= text.count("”") and text.count("«") <= text.count("»")


def _stands_alone(text: str) -> bool:
    return any(pattern.fullmatch(text) for pattern in (_RULE, _HEADING, _get_navigation(), _get_dateline()))


def _build(page: str, lines: list[_Line], gap: int) -> Block:
    start, end = lines[0].start, lines[-1].end
    raw = page[start:end]
    start += len(raw) - len(raw.lstrip())
    end -= len(raw) - len(raw.rstrip())
    text = " ".join(raw.split())
    heading = _HEADING.fullmatch(raw) if len(lines) == 1 else None
    if heading:
        return Block(start, end, heading[2].strip(), Role.HEADING, gap, len(heading[1]))
    return Block(start, end, text, _find_role(raw, text, is_line=len(lines) == 1), gap)


def _find_role(raw: str, text: str, *, is_line: bool) -> Role:
    if _FENCE.match(raw):
        return Role.OTHER
    if is_line and len(text) <= _LONGEST_TITLE:
        if _RULE.fullmatch(raw):
            return Role.RULE
        if _get_dateline().fullmatch(text) or _BYLINE.fullmatch(text):
            return Role.DATELINE
        if _get_navigation().fullmatch(text):
            return Role.NAVIGATION
        if _is_title(text):
            return Role.SHORT
    words = max(count_words(text[:2000]), len(_WIDE.findall(text[:2000])) // 2)
    return Role.PROSE if words >= _FEWEST_PROSE_WORDS else Role.OTHER


def _is_title(text: str) -> bool:
    if len(text) > _LONGEST_TITLE or text.endswith(_NO_TITLE_END) or _NO_TITLE_START.match(text):
        return False
    first = next((char for char in text if char.isalnum()), "")
    return bool(first) and not first.islower() and count_words(text) <= _MOST_TITLE_WORDS


# Compiled where they are needed: that takes longer than reading a page.


@cache
def _get_dateline() -> re.Pattern[str]:
    return re.compile(
        rf"\W{{0,4}}(?:(?:posted|published|updated|publié|mis à jour|publicado|actualizado|veröffentlicht)\b"
        rf"(?:\s+\w+){{0,2}}?\s*:?\s*)?(?:(?:on|le|el|am)\s+)?(?:{_DAY},?\s+)?{_DATE}"
        r"(?:\W+(?:by|par|por|von|at|à|a las)?\b.{0,80})?",
        re.IGNORECASE,
    )


@cache
def _get_navigation() -> re.Pattern[str]:
    return re.compile(
        r"\W{0,6}(?:posted in\b|filed under\b|tagged\b|tags?\s*:|categor(?:y|ies)\s*:|leave a (?:comment|reply)|"
        r"(?:\d+|no) (?:comments?|commentaires?|comentarios?|replies|responses)\b|share (?:this|on)\b|"
        r"like this\b|loading\W|older (?:posts|entries)|newer (?:posts|entries)|next page|previous page|powered by\b|"
        r"skip to content|"
        r"classé dans|publié dans|étiquett?es?\s*:|étiqueté|catégories?\s*:|laisse[rz] un commentaire|"
        r"partager\s*:|articles (?:plus anciens|précédents|suivants|plus récents)|"
        r"publicado en\b(?!\s+\d)|archivado en|etiquetas?\s*:|etiquetado|categorías?\s*:|deja(?:r)? un comentario|"
        r"compártelo|compartir\s*:|entradas (?:anteriores|más antiguas|siguientes|recientes)).{0,160}",
        re.IGNORECASE,
    )
