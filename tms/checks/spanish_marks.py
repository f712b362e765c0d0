"""`spanish-marks`: ¿ and ¡ open what ? and ! close (RAE, Ortografía 2010, §3.4.9).

One kind may open and the other close (¡Qué dices?), several may stand together (¿¡Cómo!?), and a clause in the
middle of a sentence may be opened by itself. A sign of doubt in brackets (?) stands alone.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from tms.checks.check import Check
from tms.checks.lexicon import is_english_only
from tms.checks.prose import Prose, read_prose, with_severity
from tms.checks.quotation import read_quotes
from tms.values import CheckInput, Severity, Spot

_RUN = re.compile(r"[¿¡]+|[?!]+")
_SENTENCE_END = re.compile(r"[.…?!:;](?=[\s»”’\")\]])|\n")
_CLAUSE_SIGN = re.compile(r"[,;:—–(]")
_INTERROGATIVE = re.compile(
    r"(?:a|con|de|desde|en|hasta|para|por|según|sobre|y|o)?\s?"
    r"(?:qu[eé]|qui[eé]n(?:es)?|c[oó]mo|cu[aá]ndo|d[oó]nde|ad[oó]nde|cu[aá]l(?:es)?|cu[aá]nt[oa]s?)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NAME = re.compile(r"(?<!\w)[A-Z][\w'’-]{3,}!\Z")
_WINDOW = 300
_OPENER = {"?": "¿", "!": "¡"}


def _find(pair: CheckInput) -> Iterator[Spot]:
    prose = read_prose(pair.target)
    sentences = _Sentences(prose.text)
    opened: int | None = None
    for match in _RUN.finditer(prose.text):
        if _is_aside(prose.text, match):
            continue
        if match[0][0] in "¿¡":
            if opened is not None:
                yield from _unclosed(pair, prose, opened)
            opened = match.start()
        elif opened is not None:
            opened = None
        elif not _stands_alone(prose.text, match, pair.source) and not sentences.is_foreign(match.start()):
            yield _unopened(prose, match, sentences.find_start(match.start()))
    if opened is not None:
        yield from _unclosed(pair, prose, opened)


def _is_aside(text: str, match: re.Match[str]) -> bool:
    """A sign of doubt in brackets (?), or one within a word or an address; it closes nothing."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return match[0][0] in "?!" and (before in ("(", "[") or after.isalnum() or after in ("=", "/"))


def _is_name(source: str | None, text: str, match: re.Match[str]) -> bool:
    """A name with a mark of its own, which the source has too: Yahoo! was there."""
    name = _NAME.search(text[max(0, match.start() - 40) : match.end()])
    if name is None or source is None or name.group() not in source:
        return False
    is_inside = re.match(r"[\s\u00a0]+[a-záéíóúñ«“(]|[,;:]", text[match.end() :]) is not None
    is_first = not text[: match.start() - len(name.group()) + 1].rstrip('«“"¿¡ ').strip()
    return is_inside or not is_first


def _stands_alone(text: str, match: re.Match[str], source: str | None) -> bool:
    """A sign after a year or a product, one in a name, or one that belongs to no word."""
    if _is_name(source, text, match):
        return True
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()] if match.end() < len(text) else " "
    if before.isspace() or (before.isdigit() and (after in ")]" or match[0] == "!")):
        return True
    return before in "#\\+*<>|"


class _Sentences:
    """Where the sentences and quotations of a text begin, read once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends = [match.end() for match in _SENTENCE_END.finditer(text)]
        self._quotations = [(q.opener, q.closer) for q in read_quotes(text).quotations if q.depth == 0]

    def find_start(self, place: int) -> int:
        """The first letter of the sentence that goes to `place`."""
        before = bisect_left(self._ends, place)
        start = self._ends[before - 1] if before else 0
        while start < place and not self._text[start].isalnum():
            start += 1
        return start

    def is_foreign(self, place: int) -> bool:
        """Whether an English title or quotation asks there."""
        index = bisect_left(self._quotations, (place, 0)) - 1
        start, end = self._quotations[index] if index >= 0 else (0, 0)
        enough = 1
        if end < place:
            start, end, enough = self.find_start(place), place, 2
        words = _WORD.findall(self._text[max(start, place - _WINDOW) : min(end, place + _WINDOW)])
        return sum(map(is_english_only, words)) >= enough


def _unopened(prose: Prose, match: re.Match[str], start: int) -> Spot:
    sign = match[0][0]
    message = f"{sign} is not opened with {_OPENER[sign]}"
    clause = prose.text[start : match.start()]
    is_whole = bool(clause.strip()) and (not _CLAUSE_SIGN.search(clause) or _INTERROGATIVE.match(clause) is not None)
    spot = (
        prose.spot(message, start, start, _OPENER[sign])
        if is_whole
        else prose.spot(message, match.start(), match.end())
    )
    # A name may end in an exclamation mark (Yahoo!); none ends in a question mark.
    return with_severity(spot, Severity.WARNING if sign == "!" else Severity.ERROR)


def _unclosed(pair: CheckInput, prose: Prose, place: int) -> Iterator[Spot]:
    # A question that goes on in a list is open in the source as well.
    if pair.source is not None and not any(sign in pair.source for sign in "?!"):
        return
    yield with_severity(prose.spot(f"{prose.text[place]} is not closed", place, place + 1), Severity.WARNING)


SPANISH_MARKS = Check(
    "spanish-marks",
    "Opening ¿ and ¡",
    "typographical",
    Severity.ERROR,
    _find,
    languages=frozenset(("es",)),
    signs=frozenset("?!¿¡"),
    needs_whole=True,
)
