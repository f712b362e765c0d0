"""Glossaries as CSV and TSV, one term a line (columns as the command line documents them)."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from typing import NoReturn

from tms.errors import InputError
from tms.glossary.conflicts import UnusableError, is_concept_id
from tms.glossary.toml_reader import ENFORCEMENTS
from tms.values import Concept, ConceptType, Severity, Term, TermFile, TermProblem, TermStatus

COLUMNS = ("concept", "language", "term", "status", "pos", "gender", "forms", "case_sensitive", "note")
_TERM_COLUMNS = {
    "pos": "part_of_speech",
    "gender": "gender",
    "note": "note",
    "number": "number",
    "type": "type",
    "reason": "reason",
    "instead": "replacement",
}
_CONCEPT_COLUMNS = {"definition": "definition", "subject": "subject", "source": "source", "concept_note": "note"}
_FLAG_COLUMNS = ("do_not_translate", "sensitive")
_FURTHER = (
    "number",
    "type",
    "reason",
    "instead",
    "valid_from",
    "valid_to",
    *_CONCEPT_COLUMNS,
    "enforcement",
    *_FLAG_COLUMNS,
    "concept_type",
    "first_mention",
)
_REQUIRED = ("concept", "language", "term")
_TRUE = ("true", "yes", "1", "x")
_FALSE = ("false", "no", "0", "")
# A spreadsheet would calculate a cell that begins so; an apostrophe before it, which it does not show, stops that.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_ESCAPED = re.compile(r"'+[=+\-@\t\r]")
# A bar within a form has a backslash before it; backslashes before a bar or at the end of a form are doubled.
_BACKSLASHES = re.compile(r"(\\*)(\||\Z)")


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the file with its cells by column."""

    line: int
    cells: dict[str, str]

    def get(self, column: str) -> str:
        """The cell of a column, "" where there is none."""
        return self.cells.get(column, "")


def parse_glossary_csv(text: str, name: str) -> TermFile:
    """The concepts of a CSV or TSV file with a header line; the separator is read off the header.

    Columns that tms does not know are kept in `Term.extra`. Raises InputError naming file and line for what is no
    such table; a concept with a line that cannot be used is a problem of the file.
    """
    grouped: dict[str, list[tuple[_Row, Term]]] = {}
    problems: dict[str, TermProblem] = {}
    for row in _read_rows(text.removeprefix("\ufeff"), name):
        try:
            grouped.setdefault(_read_id(row), []).append((row, _read_term(row)))
        except UnusableError as error:
            problems.setdefault(row.get("concept"), replace(error.problem, concept=row.get("concept")))
    concepts: list[Concept] = []
    for concept_id, lines in grouped.items():
        if concept_id in problems:
            continue
        try:
            concepts.append(_read_concept(concept_id, lines))
        except UnusableError as error:
            problems[concept_id] = replace(error.problem, concept=concept_id)
    places = {(key, term.language, term.text): row.line for key, lines in grouped.items() for row, term in lines}
    places |= {(key, "", ""): lines[0][0].line for key, lines in grouped.items() if lines}
    return TermFile(tuple(concepts), places, tuple(problems.values()))


def has_own_header(text: str) -> bool:
    """Whether a table begins with the header of ours, be one of its columns misspelt."""
    columns = set(_read_columns(text))
    return _REQUIRED[0] in columns and len(columns & set(_REQUIRED)) > 1


def _refuse(line: int, message: str, hint: str) -> NoReturn:
    raise UnusableError(TermProblem(message, hint, line))


def _refuse_file(name: str, line: int, message: str, hint: str) -> NoReturn:
    raise InputError(f"'{name}' line {line}: {message}", hint)


def _read_rows(text: str, name: str) -> Iterator[_Row]:
    header_line = text.split("\n", 1)[0]
    delimiter = max("\t;,", key=lambda sign: (header_line.count(sign), sign == ","))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    header: list[str] = []
    line = 1
    try:
        for record in reader:
            if not header:
                header = _read_header(record, name)
            elif any(cell.strip() for cell in record):
                if len(record) > len(header):
                    _refuse_file(
                        name, line, f"{len(record)} cells under {len(header)} columns", "quote cells with separators"
                    )
                yield _Row(
                    line, {column: _unescape(cell.strip()) for column, cell in zip(header, record, strict=False)}
                )
            line = reader.line_num + 1
    except csv.Error as error:
        _refuse_file(name, line, f"this is no CSV: {error}", "close every quotation mark; double one inside a cell")
    if not header:
        _refuse_file(name, 1, "the file is empty", f"begin with the header {','.join(COLUMNS)}")


def _read_header(record: list[str], name: str) -> list[str]:
    header = [cell.strip().lower() for cell in record]
    for column in _REQUIRED:
        if column not in header:
            near = get_close_matches(column, header, 1, 0.7)
            told = f" ('{near[0]}' is there)" if near else ""
            _refuse_file(name, 1, f"the header has no column '{column}'{told}", f"it begins {','.join(COLUMNS)}")
    doubled = next((cell for cell in header if cell and header.count(cell) > 1), "")
    if doubled:
        _refuse_file(name, 1, f"the column '{doubled}' is there twice", "rename one of the two")
    return header


def _unescape(cell: str) -> str:
    return cell[1:] if _ESCAPED.match(cell) else cell


def _escape(cell: str) -> str:
    return "'" + cell if _FORMULA.match(cell) else cell


def _read_id(row: _Row) -> str:
    concept_id = "-".join(row.get("concept").split())
    if not is_concept_id(concept_id):
        message = f"'{row.get('concept')}' is no concept id" if concept_id else "the concept has no id"
        _refuse(row.line, message, "use small letters, digits and dashes, 120 at most")
    return concept_id


def _read_term(row: _Row) -> Term:
    if not row.get("term"):
        _refuse(row.line, "the term is empty", "write the term, or take the line out")
    if not row.get("language"):
        _refuse(row.line, f"the term '{row.get('term')}' has no language", "write en, fr or es")
    status = row.get("status").lower() or TermStatus.PREFERRED.value
    if status not in [known.value for known in TermStatus]:
        near = get_close_matches(status, [known.value for known in TermStatus], 1, 0.6)
        told = f"; did you mean '{near[0]}'?" if near else ""
        _refuse(row.line, f"the status is '{status}'{told}", "it is preferred, admitted or deprecated")
    known_columns = {*COLUMNS, *_FURTHER}
    return Term(
        row.get("language"),
        row.get("term"),
        TermStatus(status),
        _read_forms(row.get("forms")),
        part_of_speech=row.get("pos"),
        gender=row.get("gender"),
        number=row.get("number"),
        case_sensitive=_read_flag(row, "case_sensitive"),
        note=row.get("note"),
        reason=row.get("reason"),
        replacement=row.get("instead"),
        type=row.get("type"),
        valid_from=_read_date(row, "valid_from"),
        valid_to=_read_date(row, "valid_to"),
        extra=tuple((key, value) for key, value in row.cells.items() if key and value and key not in known_columns),
    )


def _read_forms(cell: str) -> tuple[str, ...]:
    forms = (form.strip() for form in _split_forms(cell))
    return tuple(dict.fromkeys(form for form in forms if form))


def _read_flag(row: _Row, column: str, *, is_true: bool = False) -> bool:
    value = row.get(column).lower() or ("yes" if is_true else "")
    if value not in _TRUE + _FALSE:
        _refuse(row.line, f"'{column}' is '{value}'", "it is yes or no")
    return value in _TRUE


def _escape_form(form: str) -> str:
    return _BACKSLASHES.sub(lambda match: match[1] * 2 + (match[2] and "\\|"), form)


def _split_forms(cell: str) -> list[str]:
    forms = [""]
    for part in cell.split("|"):
        bare = part.rstrip("\\")
        slashes = len(part) - len(bare)
        forms[-1] += bare + "\\" * (slashes // 2)
        if slashes % 2:
            forms[-1] += "|"
        else:
            forms.append("")
    # A lone backslash at the very end escapes nothing.
    if forms[-1]:
        return [*forms[:-1], forms[-1][:-1] + "\\"]
    return forms[:-1]


def _read_date(row: _Row, column: str) -> date | None:
    try:
        return date.fromisoformat(row.get(column)) if row.get(column) else None
    except ValueError:
        _refuse(row.line, f"'{column}' is '{row.get(column)}'", "write a date as 2026-01-31")


def _read_concept(concept_id: str, lines: list[tuple[_Row, Term]]) -> Concept:
    """The concept of some lines; what is said of it may stand on any of them, the first holds."""

    def first(column: str) -> _Row:
        return next((row for row, _ in lines if row.get(column)), lines[0][0])

    enforcement = first("enforcement").get("enforcement").lower() or Severity.WARNING.value
    if enforcement not in ENFORCEMENTS:
        _refuse(first("enforcement").line, f"enforcement is '{enforcement}'", f"it is {', '.join(ENFORCEMENTS)}")
    return Concept(
        concept_id,
        _sort_terms([term for _, term in lines]),
        definition=first("definition").get("definition"),
        subject=first("subject").get("subject"),
        note=first("concept_note").get("concept_note"),
        source=first("source").get("source"),
        enforcement=ENFORCEMENTS[enforcement],
        do_not_translate=_read_flag(first("do_not_translate"), "do_not_translate"),
        sensitive=_read_flag(first("sensitive"), "sensitive"),
        type=_read_type(first("concept_type")),
        first_mention=_read_flag(first("first_mention"), "first_mention", is_true=True),
    )


def _read_type(row: _Row) -> ConceptType:
    value = row.get("concept_type").lower() or ConceptType.TERM.value
    if value not in [known.value for known in ConceptType]:
        _refuse(row.line, f"'concept_type' is '{value}'", f"it is {', '.join(ConceptType)}")
    return ConceptType(value)


def _sort_terms(terms: list[Term]) -> tuple[Term, ...]:
    """By language in order of appearance, and in each by status, as a TOML file has them."""
    languages = list(dict.fromkeys(term.language for term in terms))
    statuses = tuple(TermStatus)
    return tuple(sorted(terms, key=lambda term: (languages.index(term.language), statuses.index(term.status))))


def serialize_glossary_csv(concepts: Iterable[Concept], *, original: str | None = None, delimiter: str = ",") -> str:
    """The concepts as CSV; columns are the documented ones, in the order of `original` where there is one.

    Beyond them only columns are written that hold something. Cells that a spreadsheet would calculate are
    written with an apostrophe before them.
    """
    rows = [row for concept in concepts for row in _list_rows(concept)]
    used = {column for row in rows for column, cell in row.items() if cell}
    order = [*_read_columns(original or ""), *COLUMNS, *_FURTHER, *(column for row in rows for column in row)]
    header = [column for column in dict.fromkeys(order) if column in used or column in COLUMNS]
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_escape(row.get(column, "")) for column in header] for row in rows)
    return out.getvalue()


def serialize_glossary_tsv(concepts: Iterable[Concept], *, original: str | None = None) -> str:
    """The concepts as CSV with tabs."""
    return serialize_glossary_csv(concepts, original=original, delimiter="\t")


def _read_columns(original: str) -> list[str]:
    header = original.removeprefix("\ufeff").split("\n", 1)[0]
    return [cell.strip().strip('"').lower() for cell in re.split(r"[\t;,]", header)]


def _list_rows(concept: Concept) -> Iterator[dict[str, str]]:
    """A row a term; what is said of the concept stands on its first row."""
    about = {column: getattr(concept, field) for column, field in _CONCEPT_COLUMNS.items()}
    about.update({column: "yes" if getattr(concept, column) else "" for column in _FLAG_COLUMNS})
    if concept.enforcement is not Severity.WARNING:
        about["enforcement"] = concept.enforcement.value if concept.enforcement else "off"
    if concept.type is not ConceptType.TERM:
        about["concept_type"] = concept.type.value
    if not concept.first_mention:
        about["first_mention"] = "no"
    for term in concept.terms:
        row = {
            "concept": concept.id,
            "language": term.language,
            "term": term.text,
            "status": term.status.value,
            "forms": "|".join(map(_escape_form, term.forms)),
            "case_sensitive": "yes" if term.case_sensitive else "no",
            "valid_from": term.valid_from.isoformat() if term.valid_from else "",
            "valid_to": term.valid_to.isoformat() if term.valid_to else "",
        }
        row.update({column: getattr(term, field) for column, field in _TERM_COLUMNS.items()})
        yield {**dict(term.extra), **row, **about}
        about = {}
