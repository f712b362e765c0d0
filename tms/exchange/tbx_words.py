"""What a term is, in the words of TBX-Basic, and in a private category where those do not say it all."""

import re
from collections.abc import Callable, Iterator, Sequence

from tms.exchange.tbx_names import OURS
from tms.exchange.term_words import read_gender, read_number, read_part_of_speech, read_word
from tms.values import Term

_GENDERS = {"m": "masculine", "f": "feminine", "n": "neuter"}
_NUMBERS = ("singular", "plural", "dual", "mass")
_TYPES = {
    "full form": "fullForm",
    "short form": "shortForm",
    **{word: word for word in ("acronym", "abbreviation", "variant", "phrase")},
}
_WORDS = re.compile(r"[^\W_]+")


def write_words(term: Term, parts_of_speech: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The notes that say part of speech, gender, number and type, as labels with their values."""
    part, gender, number = term.part_of_speech, term.gender, term.number
    yield from _write(part, "partOfSpeech", "part-of-speech", _spell_part(part, parts_of_speech), read_part_of_speech)
    yield from _write(gender, "grammaticalGender", "gender", _GENDERS.get(gender, "other"), read_gender)
    yield from _write(
        number, "grammaticalNumber", "number", number if number in _NUMBERS else "otherNumber", read_number
    )
    yield from _write(term.type, "termType", "term-type", _TYPES.get(term.type, ""), read_word)


def _write(
    value: str, category: str, ours: str, standard: str, read: Callable[[str], str]
) -> Iterator[tuple[str, str]]:
    if value and standard:
        yield f"termNote.{category}", standard
    if value and read(standard) != value:
        yield f"termNote.{OURS}{ours}", value


def _spell_part(value: str, known: Sequence[str]) -> str:
    """The first word of a part of speech that the version knows: "noun" for "noun, adjective" and "noun phrase"."""
    if value == "proper noun" and "properNoun" in known:
        return "properNoun"
    return next((word for word in _WORDS.findall(value.casefold()) if word in known), "other")
