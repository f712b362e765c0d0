"""The article before a place where another word will stand: its gender and its elision."""

import re
from dataclasses import dataclass

from tms.glossary.folding import strip_marks
from tms.glossary.grammar import PLURAL
from tms.glossary.inflection import get_primary_language

# Each row: masculine, feminine, before a vowel, plural masculine, plural feminine.
_ROWS = {
    "fr": (
        ("le", "la", "l’", "les", "les"),
        ("du", "de la", "de l’", "des", "des"),
        ("au", "à la", "à l’", "aux", "aux"),
        ("un", "une", "", "des", "des"),
        ("ce", "cette", "cet", "ces", "ces"),
        ("de", "de", "d’", "de", "de"),
        ("que", "que", "qu’", "que", "que"),
    ),
    "es": (
        ("el", "la", "", "los", "las"),
        ("del", "de la", "", "de los", "de las"),
        ("al", "a la", "", "a los", "a las"),
        ("un", "una", "", "unos", "unas"),
        ("este", "esta", "", "estos", "estas"),
        ("ese", "esa", "", "esos", "esas"),
    ),
}


def _compile(rows: tuple[tuple[str, ...], ...]) -> re.Pattern[str]:
    forms = {form.removesuffix("’") for row in rows for form in row if form}
    longest_first = "|".join(sorted(map(re.escape, forms), key=len, reverse=True))
    return re.compile(rf"(?<!\w)({longest_first})(['’]|[ \u00a0\u202f])\Z", re.IGNORECASE)


_ARTICLE = {language: _compile(rows) for language, rows in _ROWS.items()}
_FEMININE_ENDINGS = {
    "fr": ("tion", "sion", "té", "ie", "ure", "ence", "ance"),
    "es": ("a", "ción", "sión", "dad", "tad"),
}
_MASCULINE_ENDINGS = {"fr": ("ment", "age", "isme", "eur", "al"), "es": ("o", "or", "aje", "al")}
_PLURALS = frozenset(("des", "les", "aux", "ces", "los", "las", "unos", "unas"))
_ELIDED = frozenset("aeiouœæ")


@dataclass(frozen=True, slots=True)
class Wording:
    """What to write, and from where on: an article before it may have to change."""

    start: int
    text: str


def fit_article(
    text: str, start: int, new: str, language: str, *, old: str, gender: str = "", number: str = ""
) -> Wording | None:
    """The new word with the article before `start` made to fit it; None where that cannot be told."""
    primary = get_primary_language(language)
    before = text[max(0, start - 12) : start]
    match = _ARTICLE[primary].search(before) if primary in _ARTICLE else None
    if match is None:
        return Wording(start, new)
    written = match[1].lower() + ("’" if match[2] in "'’" else "")
    row = _find_row(primary, written)
    if row is None:
        return Wording(start, new)
    gender = gender or _guess_gender(primary, written, row, new=new, old=old)
    if not gender and row[0] != row[1]:
        return None
    wanted = _pick(row, new, gender, number or _number_of(row, written))
    if wanted is None:
        return None
    if wanted == written:
        return Wording(start, new)
    shown = wanted.replace("’", match[2]) if match[2] in "'’" else wanted
    shown = shown[0].upper() + shown[1:] if match[1][0].isupper() else shown
    gap = "" if wanted.endswith("’") else " "
    return Wording(start - len(match.group()), f"{shown}{gap}{new}")


def _find_row(language: str, written: str) -> tuple[str, ...] | None:
    if written in _PLURALS:
        return None
    return next((row for row in _ROWS[language] if written in row), None)


def _guess_gender(language: str, written: str, row: tuple[str, ...], *, new: str, old: str) -> str:
    """The gender of a word by its ending, or that of the article where the word is the old one spelt otherwise."""
    has_gender = written in row[:2] and row[0] != row[1]
    by_article = ("f" if written == row[1] else "m") if has_gender and " " not in new + old else ""
    if by_article and strip_marks(new.lower())[:1] == strip_marks(old.lower())[:1]:
        return by_article
    head = new.partition(" ")[0].lower()
    if head.endswith(_FEMININE_ENDINGS[language]):
        return "f"
    return "m" if head.endswith(_MASCULINE_ENDINGS[language]) else by_article


def _number_of(row: tuple[str, ...], written: str) -> str:
    return PLURAL if written in row[3:] and written not in row[:3] else ""


def _pick(row: tuple[str, ...], new: str, gender: str = "", number: str = "") -> str | None:
    if number == PLURAL and row[0] != row[1]:
        return row[4 if gender == "f" else 3]
    first = strip_marks(new.lower())[:1]
    if row[2] and first in _ELIDED and (row[2] != "cet" or gender == "m"):
        return row[2]
    # An h may be mute or not, and so the article cannot be told.
    if row[2] and first in ("h", "y"):
        return None
    return row[1] if gender == "f" else row[0]
