"""Lists of terms of other tools as CSV, TSV or text: word pairs, or a column for each language."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from tms.errors import InputError
from tms.exchange.concept_ids import ConceptIds, keep_original_id, make_concept_id, make_slug
from tms.exchange.term_problems import UnusableError, refuse
from tms.exchange.term_table_columns import (
    MOST_COLUMNS,
    Column,
    Languages,
    find_source_place,
    lacks_language,
    list_pair_columns,
    read_header,
)
from tms.exchange.term_table_rows import (
    Draft,
    Record,
    Row,
    find_delimiter,
    find_status,
    make_term,
    read_row,
    split_csv,
    split_lines,
    split_plain,
)
from tms.exchange.term_words import settle_statuses
from tms.exchange.texts import decode_utf_8
from tms.values import Concept, TermFile, TermProblem

_COMMENT = "#"
_Key = tuple[str, ...]
_HINT = "separate a term, its translation and a note by tabs, commas or semicolons"


@dataclass(slots=True)
class _Group:
    """The rows of one concept."""

    given: str
    line: int
    rows: list[Row] = field(default_factory=list)
    drafts: dict[tuple[str, str], Draft] = field(default_factory=dict)

    def add(self, row: Row) -> None:
        """Take in a row; what is said of a term that is there already fills what is unsaid."""
        self.rows.append(row)
        for draft in row.drafts:
            known = self.drafts.setdefault((draft.language, draft.text), draft)
            if known is not draft:
                notes = dict.fromkeys((known.said.get("note", ""), draft.said.get("note", "")))
                known.said = {**draft.said, **known.said, "note": "\n".join(filter(None, notes))}
                known.extra += [pair for pair in draft.extra if pair not in known.extra]

    def join(self, name: str, separator: str = "\n") -> str:
        """What the rows say of the concept, each text once."""
        said = (row.about.get(name, "") for row in self.rows)
        return separator.join(dict.fromkeys(text for text in said if text))


@dataclass(frozen=True, slots=True)
class _Table:
    """The columns of a list and its records, with a problem for each line that is none."""

    columns: tuple[Column, ...]
    records: Iterable[Record | TermProblem]


def read_term_table_file(data: bytes, name: str, *, source_language: str = "en", language: str = "") -> TermFile:
    """The concepts of a list of terms in UTF-8."""
    return read_term_table(decode_utf_8(data, name), name, source_language=source_language, language=language)


def read_term_table(text: str, name: str, *, source_language: str = "en", language: str = "") -> TermFile:
    """The concepts of a list of terms; a row that cannot be used is a problem with its line.

    A list without a column of ids is partial: it has one concept for each term in the source language. `language` is
    that of the translations where the list does not say it. Raises InputError for what is no such list.
    """
    table = _open(text.removeprefix("\ufeff"), name, Languages(source_language, language))
    has_ids = any(column.role == "id" for column in table.columns)
    groups: dict[_Key, _Group] = {}
    problems: list[TermProblem] = []
    for record in table.records:
        if isinstance(record, TermProblem):
            problems.append(record)
        elif any(cell.strip() for cell in record.cells):
            try:
                row = _read_usable(record, table.columns, source_language)
            except UnusableError as error:
                problems.append(replace(error.problem, concept=_find_id(record, table.columns)))
            else:
                groups.setdefault(_find_key(row), _Group(row.about.get("id", ""), row.line)).add(row)
    # A concept that came without one of its rows would take the place of the one that has them all.
    broken = {problem.concept for problem in problems if problem.concept}
    concepts, lines = _make_concepts([group for group in groups.values() if group.given not in broken])
    return TermFile(concepts, lines, tuple(problems), is_partial=not has_ids)


def _open(text: str, name: str, languages: Languages) -> _Table:
    lines = split_lines(text)
    told = [line for line in lines if line.strip() and not line.startswith(_COMMENT)]
    if not told:
        raise InputError(f"'{name}' line 1: the file is empty", _HINT)
    start = lines.index(told[0]) + 1
    place = f"'{name}' line {start}"
    delimiter = find_delimiter(told)
    if not delimiter:
        raise InputError(f"{place}: this is no list of terms, no line has two cells", _HINT)
    first = next((record.cells for record in split_csv(told, delimiter, 1) if isinstance(record, Record)), ())
    columns = read_header(first, languages, place)
    if columns:
        rest = (one for one in split_csv(lines[start - 1 :], delimiter, start) if one.line > start)
        table = _Table(columns, rest)
    else:
        lines = ["" if line.startswith(_COMMENT) else line for line in lines]
        width = min(MOST_COLUMNS, max(line.count(delimiter) + 1 for line in lines))
        records = split_plain(lines) if delimiter == "\t" else split_csv(lines, delimiter, 1)
        table = _Table(list_pair_columns(languages, width), records)
    if lacks_language(table.columns):
        raise InputError(f"{place}: the list does not say the language of its translations", "name it with --lang")
    return table


def _read_usable(record: Record, columns: Sequence[Column], source_language: str) -> Row:
    row = read_row(record, columns, source_language)
    place = find_source_place(columns)
    if place is not None and not "".join(record.cells[place : place + 1]).strip():
        refuse(row.line, "the row has no source term", "write the term that it translates, or take the row out")
    for draft in row.drafts:
        find_status(draft)
    return row


def _find_id(record: Record, columns: Sequence[Column]) -> str:
    pairs = zip(columns, record.cells, strict=False)
    return next((cell.strip() for column, cell in pairs if column.role == "id"), "")


def _find_key(row: Row) -> _Key:
    """What rows of the same concept have in common: its id, or its first term, told from its homographs."""
    if row.about.get("id"):
        return ("id", row.about["id"])
    first = row.drafts[0]
    return (first.language, first.text, first.said.get("part_of_speech", ""), row.about.get("definition", ""))


def _make_concepts(groups: Sequence[_Group]) -> tuple[tuple[Concept, ...], dict[tuple[str, str, str], int]]:
    ids = ConceptIds(group.given for group in groups if group.given and make_concept_id(group.given) == group.given)
    concepts: list[Concept] = []
    lines: dict[tuple[str, str, str], int] = {}
    for group in groups:
        drafts = list(group.drafts.values())
        wanted = make_concept_id(group.given) or make_slug(drafts[0].text)
        concept = _make_concept(group, drafts, wanted if wanted == group.given else ids.claim(wanted))
        concepts.append(concept)
        lines[concept.id, "", ""] = group.line
        lines |= {(concept.id, draft.language, draft.text): draft.line for draft in drafts}
    return tuple(concepts), lines


def _make_concept(group: _Group, drafts: Sequence[Draft], concept_id: str) -> Concept:
    drafts[0].extra[:0] = keep_original_id(group.given, concept_id)
    statuses = settle_statuses([(draft.language, find_status(draft)) for draft in drafts])
    return Concept(
        concept_id,
        tuple(make_term(draft, status) for draft, status in zip(drafts, statuses, strict=True)),
        definition=group.join("definition"),
        subject=group.join("subject", "; "),
        note=group.join("concept_note"),
        source=group.join("source"),
        do_not_translate=bool(group.join("untranslatable")),
    )
