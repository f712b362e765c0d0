"""The columns of a list of terms: by language, or of word pairs, as many tools name them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from tms.errors import InputError
from tms.exchange.language_codes import is_known_language, normalize_language, primary_language

MOST_COLUMNS = 500

SOURCE, TARGET, ROW = "source", "target", "row"
_ID = "id"

_TERM_WORDS = {
    **dict.fromkeys(("note", "notes", "comment", "comments", "translator comments"), "note"),
    **dict.fromkeys(("definition", "definitions", "description"), "definition"),
    **dict.fromkeys(("part of speech", "pos"), "part_of_speech"),
    **dict.fromkeys(("status", "usage status"), "status"),
    **dict.fromkeys(("type", "term type"), "type"),
    **dict.fromkeys(("gender", "grammatical gender"), "gender"),
    **dict.fromkeys(("number", "grammatical number"), "number"),
    **dict.fromkeys(("case sensitive", "casesensitive"), "case_sensitive"),
    "forbidden": "forbidden",
}
_NAMES_OF_TERMS = ("term", "terms", "translation", "translations", "source", "target")
_PLAIN_WORDS = {
    **_TERM_WORDS,
    **dict.fromkeys(("concept id", "conceptid", "concept", "entry id", _ID), _ID),
    **dict.fromkeys(("concept definition",), "definition"),
    **dict.fromkeys(("concept subject", "subject", "subject field", "domain"), "subject"),
    **dict.fromkeys(("concept note", "concept notes", "explanation", "developer comments"), "concept_note"),
    **dict.fromkeys(("translatable", "concept translatable"), "translatable"),
    **dict.fromkeys(("do not translate", "untranslatable"), "untranslatable"),
    **dict.fromkeys(("language", "lang", "locale"), "language"),
    **dict.fromkeys(("context", "location", "tags", "labels"), "extra"),
    "flags": "flags",
    "fuzzy": "fuzzy",
}
_PAIR_WORDS = {
    **dict.fromkeys(("source", "source term", "source text", "term"), SOURCE),
    **dict.fromkeys(("target", "target term", "target text", "translation"), TARGET),
}
_BRACKETED = re.compile(r"(?P<word>.+?)\s*[\[(](?P<code>[A-Za-z]+(?:[-_][A-Za-z0-9]+)*)[\])]")
_WITH_CODE = re.compile(r"(?P<word>[^\W\d].*)[ _:](?P<code>[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,4})?)")
_CODE_BEFORE = re.compile(r"(?P<code>[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,4})?)[ _:](?P<word>[^\W\d].*)")
_SEPARATORS = re.compile(r"[\s_-]+")
_NEAR = 0.8
_LONGEST_NAME = 100
_FEWEST_CERTAIN = 3
_OF_ROW_TERM = (*sorted({*_TERM_WORDS.values()} - {"definition"}), "extra")
_OF_TRANSLATION = ("note", "status", "gender", "number", "flags", "fuzzy", "forbidden", "extra")


@dataclass(frozen=True, slots=True)
class Column:
    """What a column says of what: of a term, or of the row's concept where it has none.

    `side` is which of a pair it is or speaks of, or that the row says its language; `term` is the place of the column
    whose term it speaks of. A column is `plain` if its name could be a word of the list itself.
    """

    name: str
    role: str
    language: str = ""
    side: str = ""
    is_plain: bool = True
    term: int | None = None


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages that a list of word pairs leaves unsaid; `target` is "" where nobody named it."""

    source: str
    target: str


def parse_column(cell: str, *, is_code: bool = False) -> Column | None:
    """What a heading such as "fr", "Term [fr]", "translation_fr" or "note" stands for, None for an unknown one.

    "id" is the id of a concept, unless the cell is said to be a code: then it is Indonesian.
    """
    name = cell.strip()
    if len(name) > _LONGEST_NAME:
        return None
    word = _fold(name)
    if is_known_language(name) and (is_code or word != _ID):
        return Column(name, "term", normalize_language(name))
    if word in _PAIR_WORDS:
        return Column(name, "term", side=_PAIR_WORDS[word])
    if word in _PLAIN_WORDS:
        return Column(name, _PLAIN_WORDS[word])
    return _parse_with_language(name)


def _parse_with_language(name: str) -> Column | None:
    """A heading that names a language and what is said in it, or of a term of it."""
    bracketed = _BRACKETED.fullmatch(name)
    for match in (bracketed, _WITH_CODE.fullmatch(name), _CODE_BEFORE.fullmatch(name)):
        if match and is_known_language(match["code"]):
            word = _fold(match["word"])
            role = "term" if word in _NAMES_OF_TERMS else _TERM_WORDS.get(word, "extra" if bracketed else "")
            return Column(name, role, normalize_language(match["code"]), is_plain=False) if role else None
    return None


def _fold(text: str) -> str:
    return _SEPARATORS.sub(" ", text.strip().casefold())


def read_header(cells: Sequence[str], languages: Languages, place: str) -> tuple[Column, ...] | None:
    """The columns of a list by its first line, None where that is a line of the list itself.

    Raises InputError, which begins with `place`, for what means to be a header and is none.
    """
    if len(cells) > MOST_COLUMNS:
        raise InputError(f"{place}: the header has {len(cells)} columns", f"take out all but {MOST_COLUMNS} of them")
    are_codes = all(is_known_language(cell.strip()) for cell in cells) and [*map(_fold, cells)][:1] != [_ID]
    found = [parse_column(cell, is_code=are_codes) for cell in cells]
    known = [column for column in found if column]
    if not _is_header(known, languages):
        _refuse_near_header(cells, known, place)
        return None
    named = [
        column or Column(cell.strip(), "extra" if cell.strip() else "")
        for cell, column in zip(cells, found, strict=True)
    ]
    return _attach([_settle(column, known, languages) for column in named])


def list_pair_columns(languages: Languages, width: int) -> tuple[Column, ...]:
    """The columns of a list without a header: a term, its translation, a note, and what follows."""
    columns = [
        Column("source", "term", languages.source, SOURCE),
        Column("target", "term", languages.target, TARGET),
        Column("note", "note", side=TARGET),
        *(Column(f"column {number}", "extra", side=TARGET) for number in range(4, width + 1)),
    ]
    return _attach(columns)


def find_source_place(columns: Sequence[Column]) -> int | None:
    """Where a list of pairs has its source terms; None for a list of another kind."""
    sides = {column.side: place for place, column in enumerate(columns) if column.role == "term"}
    return sides.get(SOURCE) if TARGET in sides else None


def lacks_language(columns: Sequence[Column]) -> bool:
    """Whether there are terms whose language nobody says."""
    return any(column.role == "term" and not column.language and column.side != ROW for column in columns)


def _is_header(known: Sequence[Column], languages: Languages) -> bool:
    """Whether some columns are those of a list; two codes alone could be two short words."""
    terms = [column for column in known if column.role == "term"]
    has_named = any(column.language or _fold(column.name) == "term" for column in terms)
    has_terms = has_named or {SOURCE, TARGET} <= {column.side for column in terms}
    weight = sum(1 if column.is_plain else 2 for column in known)
    codes = [column.language for column in terms if column.is_plain and column.language]
    asked = {primary_language(code) for code in (languages.source, languages.target) if code}
    is_certain = len(codes) < len(known) or len(codes) >= _FEWEST_CERTAIN or asked & {*map(primary_language, codes)}
    return has_terms and weight > 1 and bool(is_certain)


def _refuse_near_header(cells: Sequence[str], known: Sequence[Column], place: str) -> None:
    """Raise where cells are names of columns, or nearly, and the terms are in none of them.

    A list of terms may begin with "term" and "terme", or with "source" and "source": such a line is no header.
    """
    folded = {_fold(cell) for cell in cells if len(cell) <= _LONGEST_NAME}
    exact = folded & {*_PAIR_WORDS, *_PLAIN_WORDS}
    near = {match for word in folded - exact for match in get_close_matches(word, (SOURCE, TARGET), 1, _NEAR)}
    is_pair = {SOURCE, TARGET} <= exact | near or (len(exact) > 1 and not exact.isdisjoint((SOURCE, TARGET)))
    if not is_pair and len(known) < _FEWEST_CERTAIN:
        return
    missing = next((side for side in (SOURCE, TARGET) if side not in exact), SOURCE) if is_pair else "term"
    meant = get_close_matches(missing, folded - exact, 1, 0.6)
    told = f" ('{meant[0]}' is there)" if meant else ""
    raise InputError(
        f"{place}: the header has no column '{missing}'{told}",
        "name the columns source and target, or after their languages: en, fr, es",
    )


def _settle(column: Column, known: Sequence[Column], languages: Languages) -> Column:
    """The column with its language or its side, and with the meaning that it has beside the others."""
    terms = [one for one in known if one.role == "term"]
    has_row_language = any(one.role == "language" for one in known)
    if column.role == "term":
        return _settle_term(column, terms, languages, has_row_language=has_row_language)
    if column.language:
        return column
    if any(one.side == TARGET for one in terms):
        return _settle_of_pair(column)
    if has_row_language and column.role in _OF_ROW_TERM:
        return replace(column, side=ROW)
    return replace(column, role="concept_note") if column.role == "note" else column


def _settle_term(column: Column, terms: Sequence[Column], languages: Languages, *, has_row_language: bool) -> Column:
    if column.side == SOURCE and _says_whose_word_it_is(column, terms, languages):
        return replace(column, role="source", side="")
    if column.side == SOURCE and has_row_language:
        return replace(column, side=ROW)
    unsaid = {SOURCE: languages.source, TARGET: languages.target}
    return replace(column, language=unsaid.get(column.side, column.language))


def _says_whose_word_it_is(column: Column, terms: Sequence[Column], languages: Languages) -> bool:
    """Whether "source" is who says so, since the terms stand in other columns."""
    others = [one for one in terms if _fold(one.name) != "source"]
    named = {primary_language(one.language) for one in others}
    is_elsewhere = primary_language(languages.source) in named or any(one.side == SOURCE for one in others)
    return _fold(column.name) == "source" and is_elsewhere


def _settle_of_pair(column: Column) -> Column:
    """In a list of pairs an id is one of the pair, and a remark is on the translation."""
    if column.role == _ID:
        return replace(column, role="extra", side=TARGET)
    return replace(column, side=TARGET) if column.role in _OF_TRANSLATION else column


def _attach(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Each column with the place of the term that it speaks of: the last one before it, or else the first after it."""

    def find_term(place: int, column: Column) -> int | None:
        if column.role == "term" or not (column.side or column.language):
            return None
        fitting = [
            at
            for at, one in enumerate(columns)
            if one.role == "term" and (one.side == column.side if column.side else one.language == column.language)
        ]
        return next((at for at in reversed(fitting) if at < place), next(iter(fitting), None))

    return tuple(replace(column, term=find_term(place, column)) for place, column in enumerate(columns))
