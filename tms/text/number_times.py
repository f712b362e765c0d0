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
# Digits that may be a time, and what stands behind those of one, so that most are not read for it.
_CHAIN = re.compile(r"\d\d*(?:[.:]\d+)*")
_AFTER_TIME = re.compile(
    r"\s?(?:[aApP](?:\.\s?[mM]\.|[mM](?!\w))|h(?!\w)|h\s?\d|heures?\s|hr?s(?!\w)|horas(?!\w))|\sde\sla\s"
)
_AFTERNOON = frozenset(("p", "du soir", "de l'après-midi", "de l'apres-midi", "tarde", "noche"))


@dataclass(frozen=True, slots=True)
class Time:
    """A time with its span; `value` has the hours, and the minutes as hundredths: 15.30."""

    start: int
    end: int
    value: Decimal


def find_times(masked: str) -> Iterator[Time]:
    """The times of a text whose markup is blanked out."""
    places = [match.start() for match in _CHAIN.finditer(masked) if _may_be_time(masked, *match.span())]
    if not places:
        return
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


def _may_be_time(masked: str, start: int, end: int) -> bool:
    """Whether digits stand as those of a time do; with a letter or a sign before them (F1h) they belong to that."""
    if start and (masked[start - 1] in ".,:" or masked[start - 1].isalpha()):
        return False
    return masked.find(":", start, end) >= 0 or _AFTER_TIME.match(masked, end) is not None


def _read_time(parts: dict[str, str | None]) -> Decimal:
    hours = int(parts["h"] or 0)
    half = " ".join((parts.get("half") or "").casefold().replace("’", "'").split())
    if half in _AFTERNOON and hours < 12:
        hours += 12
    elif half in ("a", "madrugada") and hours == 12:
        hours = 0
    minutes = parts["m"]
    return Decimal(f"{hours}.{minutes}") if minutes and int(minutes) else Decimal(hours)
