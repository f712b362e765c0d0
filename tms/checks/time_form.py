"""`time-form`: the hour of the day (Lexique, “Heures”; RAE, Ortografía 2010, §8.2.3).

French counts to 24 and has no a.m. and p.m.: 15 h 30. Spanish may have them, written "3 p. m.": "3pm" and "3PM" are
English, "3 p.m." without its space is a hint.
"""

import re
from collections.abc import Iterator

from tms.checks.borrowed import is_borrowed
from tms.checks.check import Check, base_language
from tms.checks.prose import Prose, read_prose, with_severity
from tms.values import CheckInput, Severity, Spot

_CLOCK = re.compile(
    r"(?<![\w.,:])(?P<hour>[01]?\d|2[0-3])(?:(?P<colon>[:.h])(?P<minute>[0-5]\d)|[ \u00a0\u202f]?h(?:eures?"
    r"|oras?)?)?(?P<gap>[ \u00a0\u202f]?)"
    r"(?P<half>[ap](?:\.[ \u00a0\u202f]?m\b\.?|m\b))",
    re.IGNORECASE,
)
# It begins with a plain letter, which is quick to search for.
_HINT = re.compile(r"[apAP](?:\.[ \u00a0\u202f]?)?[mM](?!\w)")
_DOTTED = re.compile(r"[ap]\.m\.", re.IGNORECASE)
_PROPER = re.compile(r"[ap]\.[ \u00a0\u202f]m\.")
# After a point that may end the abbreviation or the sentence.
_GOES_ON = re.compile(r"[ \u00a0\u202f]*+(?:[,;:!?)\u2013\u2014-]|(?<=[ \u00a0\u202f])[^\W_A-ZÀ-ÖØ-Þ])")
_ENDS = re.compile(r"[ \u00a0\u202f]*+[»”\"]?\s*+\Z|\s*+\n")


def _may_find(pair: CheckInput) -> bool:
    return _HINT.search(pair.target) is not None


def _find(pair: CheckInput) -> Iterator[Spot]:
    if pair.source == pair.target or not _CLOCK.search(pair.target):
        return
    prose = read_prose(pair.target)
    check = _check_french if base_language(pair.language) == "fr" else _check_spanish
    for match in _CLOCK.finditer(prose.text):
        if not is_borrowed(prose.text, *match.span(), pair.source):
            yield from check(prose, match)


def _check_french(prose: Prose, match: re.Match[str]) -> Iterator[Spot]:
    hour, minute = _to_24(int(match["hour"]), match["half"]), match["minute"]
    shown = f"{hour}\u00a0h" + (f"\u00a0{minute}" if minute and minute != "00" else "")
    fix: str | None = shown
    if match.group().endswith("."):
        if _ENDS.match(prose.text, match.end()):
            fix = f"{shown}."
        elif not _GOES_ON.match(prose.text, match.end()):
            fix = None
    yield prose.spot(f"“{match.group()}” is an English time; write “{shown}”", *match.span(), fix)


def _to_24(hour: int, half: str) -> int:
    if half[0].lower() == "p":
        return hour + 12 if hour < 12 else hour
    return 0 if hour == 12 else hour


def _check_spanish(prose: Prose, match: re.Match[str]) -> Iterator[Spot]:
    half = match["half"]
    if _PROPER.fullmatch(half):
        return
    shown = f"{half[0].lower()}.\u00a0m."
    clock = prose.text[match.start() : match.start("gap")]
    # The point of the abbreviation is that of the sentence too.
    end = match.end()
    if half[-1] != "." and prose.text.startswith(".", end) and not prose.text.startswith("..", end):
        end += 1
    message = f"“{match.group()}”: write “{clock} {half[0].lower()}. m.”"
    spot = prose.spot(message, match.start(), end, f"{clock}\u00a0{shown}")
    yield with_severity(spot, Severity.INFO) if _DOTTED.fullmatch(half) else spot


TIME_FORM = Check(
    "time-form",
    "Form of times",
    "locale-violation",
    Severity.WARNING,
    _find,
    languages=frozenset(("fr", "es")),
    words=frozenset(("am", "pm", "m")),
    may_find=_may_find,
)
