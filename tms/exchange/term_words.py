"""The words that other tools have for what a term is, and the words of ours."""

import re
from collections.abc import Sequence
from functools import lru_cache

from tms.values import TermStatus

_JOINTS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[\s_]+")
_NO_LETTERS = re.compile(r"[\W_]+")
_STATUSES = {
    **dict.fromkeys(
        ("preferred", "standardized", "standardised", "recommended", "legal", "regulated", "approved"),
        TermStatus.PREFERRED,
    ),
    **dict.fromkeys(("admitted", "permitted", "allowed", "accepted", "proposed"), TermStatus.ADMITTED),
    **dict.fromkeys(
        ("deprecated", "superseded", "obsolete", "forbidden", "prohibited", "rejected", "notrecommended", "donotuse"),
        TermStatus.DEPRECATED,
    ),
}
_GENDERS = {
    **dict.fromkeys(("m", "masc", "masculine"), "m"),
    **dict.fromkeys(("f", "fem", "feminine"), "f"),
    **dict.fromkeys(("n", "neut", "neuter"), "n"),
    **dict.fromkeys(("other", "other gender", "common", "common gender", "mf", "m/f"), "m/f"),
}
_NUMBERS = {"single": "singular", "sing": "singular", "plur": "plural"}
_PARTS_OF_SPEECH = {
    **dict.fromkeys(("propn", "propernoun"), "proper noun"),
    "adj": "adjective",
    "adv": "adverb",
}


@lru_cache(maxsize=1_000)
def read_status(text: str) -> TermStatus | None:
    """Our status for a word of another tool ("supersededTerm-admn-sts", "not recommended"), None for an unknown one."""
    word = _NO_LETTERS.sub("", text.casefold()).removesuffix("admnsts").removesuffix("term")
    return _STATUSES.get(word)


@lru_cache(maxsize=1_000)
def read_word(text: str) -> str:
    """A word such as "fullForm" or "NOUN" as we write it: small letters, with spaces."""
    text = text.strip()
    return " ".join(_JOINTS.split(text.lower() if text.isupper() else text)).lower()


def read_gender(text: str) -> str:
    """Our gender for "masculine", "otherGender" and the like; others stay as they are."""
    return _GENDERS.get(read_word(text), text.strip())


def read_number(text: str) -> str:
    """Our grammatical number."""
    word = read_word(text)
    return _NUMBERS.get(word, word)


def read_part_of_speech(text: str) -> str:
    """Our part of speech."""
    word = read_word(text)
    return _PARTS_OF_SPEECH.get(word, word)


def read_yes(text: str) -> bool:
    """Whether a word says yes."""
    return text.strip().casefold() in ("yes", "true", "1", "x", "y")


def read_no(text: str) -> bool:
    """Whether a word says no."""
    return text.strip().casefold() in ("no", "false", "0", "n")


def settle_statuses(said: Sequence[tuple[str, TermStatus | None]]) -> list[TermStatus]:
    """The status of each term of a concept, given its language and what is said of it.

    Unsaid, a term is preferred if its language has no preferred one yet, and admitted otherwise.
    """
    have_preferred = {language for language, status in said if status is TermStatus.PREFERRED}
    settled = []
    for language, status in said:
        implied = TermStatus.ADMITTED if language in have_preferred else TermStatus.PREFERRED
        settled.append(status or implied)
        if settled[-1] is TermStatus.PREFERRED:
            have_preferred.add(language)
    return settled
