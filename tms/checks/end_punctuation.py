"""`end-punctuation`: the sign that ends the source ends the translation as well.

Closing quotation marks and brackets may stand before or after it, as the languages differ there; a source without a
final sign asks for nothing.
"""

import re
from collections.abc import Iterator

from tms.checks.check import Check, base_language
from tms.checks.prose import read_prose, with_severity
from tms.values import CheckInput, Kind, Severity, Spot

_TAIL = re.compile(r"[\s.?!…:;,。？！：；؟؛»”’›\"')\]\u200b]*\Z")
_CLASSES = {"。": ".", "？": "?", "！": "!", "：": ":", "；": ";", "\u037e": ";", "؟": "?", "؛": ";", "…": "..."}
_ABBREVIATION = re.compile(
    r"(?:(?<!\w)(?:\w\.\s?)+\w\.|(?<!\w)(?:[A-Z]|Inc|Ltd|Jr|Sr|Co|Corp|No|vs|etc|al|ibid|UU|art|núm|págs?|pp?|cf)\.)\W*\Z"
)
_WONDERED = re.compile(r"\b(?:I|[Ww]e) wonder\b[^.!?]*\?\W*\Z")
_SIGNS = frozenset((*".?!…:;,", *_CLASSES))
# Single signs, with the space that French sets before them.
_SINGLE = {".": ".", "?": "?\u202f\u00a0", "!": "!\u202f\u00a0", ":": ":\u00a0"}
_LAST = 200
_POINTS = frozenset((Kind.LIST_ITEM, Kind.TABLE_CELL))
_UNTITLED = frozenset((Kind.TITLE, Kind.HEADING))
_SHORT_KINDS = frozenset((Kind.LIST_ITEM, Kind.CAPTION, Kind.LABEL, Kind.LINK, Kind.TABLE_CELL, Kind.ALT))
# The opening and the close of a letter, which each language ends in its own way.
_FORMULA = re.compile(
    r"(?:\A|\n)\W*(?:dear|hello|hi|greetings|to whom|yours|sincerely|faithfully|best|kind|warm|regards|respectfully"
    r"|with|in solidarity|in hope|love|cheers|thank|many thanks|peace|your)\b[^\n.!?]{0,80}\Z",
    re.IGNORECASE,
)
_AFTER_FORMULA = frozenset(",.:!")


def _may_find(pair: CheckInput) -> bool:
    return bool(pair.source) and not _ends_alike(pair.source or "", pair.target)


def _find(pair: CheckInput) -> Iterator[Spot]:
    if not _may_find(pair):
        return
    source = _strip_end(read_prose(pair.source or "").text)
    prose = read_prose(pair.target)
    target = _strip_end(prose.text)
    if not source or not target:
        return
    wanted, got = _read_end(source), _read_end(target)
    if wanted == {","} and got <= _AFTER_FORMULA and _is_formula(source):
        return
    if (
        not wanted
        and got == {"."}
        and pair.kind in (*_UNTITLED, *_SHORT_KINDS)
        and not _ABBREVIATION.search(target[-_LAST:])
    ):
        place = len(target)
        message = "a full stop that the source does not have"
        spot = prose.spot(message, place - 1, place, "" if target[-1] == "." else None)
        # The languages punctuate lists in their own ways.
        yield spot if pair.kind in _UNTITLED else with_severity(spot, Severity.INFO)
    elif _is_lost(wanted, got) and not _is_excused(wanted, got, source, target, pair.target):
        yield _spot(pair, len(target), wanted, got)
    elif _is_another(wanted, got, is_point=pair.kind in _POINTS) and target[-1] in _SIGNS:
        spot = prose.spot(f"ends with “{target[-1]}”, and the source does not", len(target) - 1, len(target))
        yield with_severity(spot, Severity.INFO) if pair.kind in _POINTS else spot


def _is_formula(source: str) -> bool:
    return _FORMULA.search(source[-_LAST:]) is not None


def _ends_alike(source: str, target: str) -> bool:
    """Whether both end with a letter or with the same single stop: quick, and true of most pairs."""
    last, other = source[-1], target[-1]
    if last == other and last in _SINGLE:
        return source[-2:-1].isalnum() and target.rstrip(_SINGLE[last])[-1:].isalnum()
    return last.isalnum() and other.isalnum()


def _is_lost(wanted: set[str], got: set[str]) -> bool:
    """Whether nothing answers for the end of the source; a comma or a semicolon asks for nothing, a question always."""
    is_question_lost = "?" in wanted - got and bool(got)
    return is_question_lost or (bool(wanted - {",", ";"}) and not wanted & got)


def _is_another(wanted: set[str], got: set[str], *, is_point: bool) -> bool:
    """Whether a comma, a semicolon or a colon ends the text where the source has something else, or a stop for them."""
    weak = {",", ";", ":"}
    is_swap = got | wanted <= {",", ";"} and bool(wanted) and not is_point
    return (bool(got & weak - wanted) or (bool(wanted) and wanted <= weak and bool(got - wanted))) and not is_swap


def _strip_end(text: str) -> str:
    return text.rstrip().rstrip("\u200b\ufeff").rstrip()


def _read_end(text: str) -> set[str]:
    """The signs at the end, in classes; an ellipsis of three dots is one sign."""
    tail = _TAIL.search(text[-_LAST:])
    signs = re.sub(r"\.(?:\s?\.){2,}", "…", tail.group() if tail else "")
    return {_CLASSES.get(sign, sign) for sign in signs if sign in _SIGNS}


def _is_excused(wanted: set[str], got: set[str], source: str, target: str, raw: str) -> bool:
    weak = {".", ";", ","}
    # The exclamation or the question may come first: ¡Gracias! Ya tenemos 500 000 firmas.
    loud = wanted & {"!", "?"}
    if loud and wanted <= {"!", "?", "."} and all(target.count(sign) >= source.count(sign) for sign in loud):
        return True
    # What is wondered is asked in English only.
    if wanted == {"?"} and got == {"."} and _WONDERED.search(source[-_LAST:]):
        return True
    # A quotation that ends with a sign of its own needs no other in French.
    if wanted <= weak and got & {"?", "!", "..."} and (target[-1] not in _SIGNS or raw.rstrip().endswith("</q>")):
        return True
    if wanted <= weak and (got & weak or _ABBREVIATION.search(source[-_LAST:])):
        return True
    return bool(got & {"."}) and wanted <= weak and _ABBREVIATION.search(target[-_LAST:]) is not None


def _spot(pair: CheckInput, end: int, wanted: set[str], got: set[str]) -> Spot:
    prose = read_prose(pair.target)
    shown = " ".join(sorted(wanted))
    if got:
        return prose.spot(f"ends with “{' '.join(sorted(got))}” where the source has “{shown}”", end - 1, end)
    # Inside or outside of a quotation mark is a question for a person, and so is what ? needs in Spanish.
    is_sure = prose.text[end - 1].isalnum() and wanted in ({"."}, {"..."}, {":"})
    gap = "\u00a0" if wanted == {":"} and base_language(pair.language) == "fr" else ""
    return prose.spot(f"no “{shown}” at the end", end, end, gap + shown.replace("...", "…") if is_sure else None)


END_PUNCTUATION = Check(
    "end-punctuation",
    "End punctuation",
    "typographical",
    Severity.WARNING,
    _find,
    needs_source=True,
    may_find=_may_find,
)
