"""What the verdict tables of both languages share."""

from functools import cache
from pathlib import Path

from tms.glossary import TermIndex, demand_whole, find_term_spots, parse_glossary, parse_glossary_csv
from tms.values import Concept

Found = tuple[str | None, str | None]

GLOSSARIES = Path(__file__).parents[2] / "glossaries"
GLOSSARY = GLOSSARIES / "uyghur-region.toml"


def read_toml(text: str, name: str = "a.toml") -> tuple[Concept, ...]:
    return demand_whole(parse_glossary(text, name), name)


def read_csv(text: str, name: str = "a.csv") -> tuple[Concept, ...]:
    return demand_whole(parse_glossary_csv(text, name), name)


@cache
def shipped_index() -> TermIndex:
    paths = sorted(GLOSSARIES.glob("*.toml"))
    return TermIndex([c for path in paths for c in read_toml(path.read_text(encoding="utf-8"), path.name)])


def judge(language: str, source: str | None, target: str) -> tuple[Found, ...]:
    """The verdict as (words found, replacement); (None, message) where it has no place."""
    spots = find_term_spots(shipped_index(), source, target, source_language="en", language=language)
    return tuple(
        (None, spot.message) if spot.start is None else (target[spot.start : spot.end], spot.replacement)
        for spot in spots
    )
