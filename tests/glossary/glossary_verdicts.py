"""What the verdict tables of both languages share."""

from functools import cache
from pathlib import Path

from tms.glossary import TermIndex, find_term_spots, parse_glossary

Found = tuple[str | None, str | None]

GLOSSARY = Path(__file__).parents[2] / "glossaries" / "uyghur-region.toml"


@cache
def shipped_index() -> TermIndex:
    return TermIndex(parse_glossary(GLOSSARY.read_text(encoding="utf-8"), GLOSSARY.name))


def judge(language: str, source: str | None, target: str) -> tuple[Found, ...]:
    """The verdict as (words found, replacement); (None, message) where it has no place."""
    spots = find_term_spots(shipped_index(), source, target, source_language="en", language=language)
    return tuple(
        (None, spot.message) if spot.start is None else (target[spot.start : spot.end], spot.replacement)
        for spot in spots
    )
