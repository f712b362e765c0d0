"""What a check is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tms.values import CheckInput, Severity, Spot


@dataclass(frozen=True, slots=True)
class Check:
    """A rule about a translation; `find` is pure and yields what breaks it.

    `id` is stable, lower-case with dashes. `category` is a localization quality type of ITS 2.0 (W3C, §8.22).
    `languages` None means every one; "fr" stands for its regions too.
    """

    id: str
    title: str
    category: str
    severity: Severity
    find: Callable[[CheckInput], Iterable[Spot]]
    needs_source: bool = False
    languages: frozenset[str] | None = None


def base_language(tag: str) -> str:
    """The language of a tag without its region: "fr-CA" is "fr"."""
    return tag.replace("_", "-").partition("-")[0].lower()


def region(tag: str) -> str:
    """The region of a language tag in capitals, or "" ("fr-CA" gives "CA")."""
    parts = tag.replace("_", "-").split("-")[1:]
    return next((part.upper() for part in parts if len(part) == 2), "")
