"""Times of the day in a text: 3 p.m., 15 h 30, las 3 de la tarde, 15:30."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_TIMES = (
    # 3 p.m., 3:30pm, 3 p. m.
    re.compile(
        r"(?P<h>1[0-2]|0?\d)(?:[:.](?P<m>[0-5]\d))?\s?(?P<half>[ap])(?:\.\s?m\.|m(?!\w))", re.IGNORECASE
    ),
    # 15 heures 30, 8 heures du soir
    re.compile(r"(?P<h>[01]?\d|2[0-3])\s?h(?:eures?)?(?:\s?(?P<m>[0-5]\d))?\s(?P<half>du\smatin|du\ssoir|de\sl['’]apr[èe]s-midi)"),
    re.compile(r"(?P<h>[01]?\d|2[0-3])\sheures?\s(?P<m>[0-5]\d)(?!\w|\s\d{3})"),
    # las 3 de la tarde
    re.compile(
        r"(?P<h>1[0-2]|0?\d)(?:[:.](?P<m>[0-5]\d))?\sde\sla\s(?P<half>mañana|tarde|noche|madrugada)(?!\w)"
    ),
    # 15:30, 15:30 h, 15.30 h
    re.compile(r"(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?::[0-5]\d)?(?:\s?(?:hs|hrs|h|horas)(?!\w))?(?!\d|:\d)"),
    re.compile(r"(?P<h>[01]?\d|2[0-4])\.(?P<m>[0-5]\d)\s?(?:hs|hrs|h|horas)(?!\w)"),
    # 15 h, 15 h 30
    re.compile(r"(?P<h>[01]?\d|2[0-4])\s?h(?:\s?(?P<m>[0-5]\d))?(?!\w)"),
)  # fmt: skip
# What every form of a time has, so that most texts are not read for one.
_TIME_HINT = re.compile(
    r"\d\s?(?:[aApP](?:\.\s?[mM]\.|[mM](?!\w))|h(?!\w)|h\s?\d|heures?\s|hr?s(?!\w)|horas(?!\w))|\d\sde\sla\s|\d:\d"
)
_DIGITS = re.compile(r"\d+")
_AFTERNOON = frozenset(("p", "du soir", "de l'après-midi", "de l'apres-midi", "tarde", "noche"))


@dataclass(frozen=True, slots=True)
class Time:
    """A time with its span; `value` has the hours, and the minutes as hundredths: 15.30."""

    start: int
    end: int
    value: Decimal


def find_times(masked: str) -> Iterator[Time]:
    """The times of a text whose markup is blanked out."""
    if not _TIME_HINT.search(masked):
        return
    # A letter before (F1h) makes a name of it.
    places = [match.start() for match in _DIGITS.finditer(masked) if not _has_before(masked, match.start())]
    taken: set[int] = set()
    for pattern in _TIMES:
        last = 0
        for start in places:
            # An earlier pattern knows more of the same place.
            match = pattern.match(masked, start) if start >= last and start not in taken else None
            if match:
                last = match.end()
                taken.update(range(start, last))
                yield Time(start, last, _read_time(match.groupdict()))


def _has_before(masked: str, start: int) -> bool:
    """Whether the digits from here on belong to what stands before them."""
    return start > 0 and (masked[start - 1] in ".,:" or masked[start - 1].isalpha())


def _read_time(parts: dict[str, str | None]) -> Decimal:
    hours = int(parts["h"] or 0)
    half = " ".join((parts.get("half") or "").casefold().replace("’", "'").split())
    if half in _AFTERNOON and hours < 12:
        hours += 12
    elif half in ("a", "madrugada") and hours == 12:
        hours = 0
    minutes = parts["m"]
    return Decimal(f"{hours}.{minutes}") if minutes and int(minutes) else Decimal(hours)
