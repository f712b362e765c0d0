"""The rows of a list of terms: cut into cells, and read into terms."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tms.exchange.language_codes import normalize_language, primary_language
from tms.exchange.term_problems import refuse
from tms.exchange.term_table_columns import ROW, Column
from tms.exchange.term_words import (
    read_gender,
    read_no,
    read_number,
    read_part_of_speech,
    read_status,
    read_word,
    read_yes,
)
from tms.values import Term, TermProblem, TermStatus

_LINE_END = re.compile("\r\n|\r|\n")
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
# An apostrophe before a cell that a spreadsheet would calculate was put there so that it does not.
_ESCAPED = re.compile(r"'+[=+\-@\t\r]")
_SPACES = re.compile(r"[ \t\r\n]+")
_KNOWN_FLAGS = ("forbidden", "read-only", "terminology")
_OF_CONCEPT = ("definition", "subject", "concept_note", "source")


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of a row and the line on which it begins."""

    line: int
    cells: tuple[str, ...]


@dataclass(slots=True)
class Draft:
    """A term as a row gives it."""

    language: str
    text: str
    line: int
    said: dict[str, str] = field(default_factory=dict)
    extra: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Row:
    """What a row says: of its concept, by role, and of its terms."""

    line: int
    about: dict[str, str] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)


def split_lines(text: str) -> list[str]:
    """The lines of a text, whatever ends them."""
    return _LINE_END.split(text)


def find_delimiter(lines: Sequence[str]) -> str:
    """What separates the cells: tabs where most lines have them, else what the first line has outside of quotes."""
    with_tabs = sum("\t" in line for line in lines)
    if with_tabs * 2 > len(lines):
        return "\t"
    for line in lines:
        bare = _QUOTED.sub("", line)
        if ";" in bare or "," in bare:
            return max(",;", key=bare.count)
    return "\t" if with_tabs else ""


def split_plain(lines: Sequence[str]) -> Iterator[Record]:
    """The rows of a file with tabs and without a header, where quotes are letters unless they enclose a whole cell."""
    for number, line in enumerate(lines, 1):
        yield Record(number, tuple(_unquote(cell.strip()) for cell in line.split("\t")))


def _unquote(cell: str) -> str:
    return cell[1:-1].replace('""', '"') if len(cell) > 1 and _QUOTED.fullmatch(cell) else cell


def split_csv(lines: Sequence[str], delimiter: str, first_line: int) -> Iterator[Record | TermProblem]:
    """The rows of a CSV file, and a problem for each that is none."""
    text = io.StringIO("\n".join(lines), newline="")
    reader = csv.reader(text, delimiter=delimiter, strict=True, skipinitialspace=True)
    line = first_line
    while True:
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield TermProblem(f"this is no CSV: {error}", "close every quotation mark; double one inside a cell", line)
        else:
            yield Record(line, tuple(record))
        line = first_line + reader.line_num


def read_row(record: Record, columns: Sequence[Column], source_language: str) -> Row:
    """What a record says under its columns; raises UnusableError."""
    cells = [_clean(cell) for cell in record.cells]
    while len(cells) > len(columns) and not cells[-1]:
        cells.pop()
    if len(cells) > len(columns):
        message = f"{len(cells)} cells under {len(columns)} columns"
        refuse(record.line, message, "put quotation marks around a cell that holds a separator")
    filled = [(column, cell) for column, cell in zip(columns, cells, strict=False) if cell]
    row = Row(record.line)
    row_language = next((cell for column, cell in filled if column.role == "language"), "")
    by_place: dict[int, Draft] = {}
    for place, (column, cell) in enumerate(zip(columns, cells, strict=False)):
        if column.role == "term" and cell:
            by_place[place] = _make_draft(column, cell, row_language, record.line)
    if not by_place:
        refuse(record.line, "there is no term in the row", "write one, or take the row out")
    # What joins a list of pairs to the glossary is the first term of each concept.
    row.drafts = sorted(by_place.values(), key=lambda draft: not _is_same(draft.language, source_language))
    for column, cell in filled:
        if column.role not in ("term", "language", ""):
            draft = by_place.get(column.term) if column.term is not None else None
            _say(row, column, cell, draft, source_language)
    return row


def _clean(cell: str) -> str:
    cell = cell.strip()
    return cell[1:] if _ESCAPED.match(cell) else cell


def _make_draft(column: Column, cell: str, row_language: str, line: int) -> Draft:
    language = normalize_language(row_language) if column.side == ROW else column.language
    text = _SPACES.sub(" ", cell)
    if not language:
        refuse(line, f"the term '{text}' has no language", "write its code, like en, fr or es", term=text)
    return Draft(language, text, line)


def _is_same(language: str, other: str) -> bool:
    return primary_language(language) == primary_language(other)


def _say(row: Row, column: Column, cell: str, draft: Draft | None, source_language: str) -> None:
    role = column.role
    if role == "definition" and draft and not _is_same(draft.language, source_language):
        role = "note"
    if role == "id":
        row.about.setdefault(role, cell)
    elif role in _OF_CONCEPT or (role == "note" and not draft):
        _add_line(row.about, "concept_note" if role == "note" else role, cell)
    elif role == "flags":
        _say_flags(row, draft, cell)
    elif role in ("translatable", "untranslatable"):
        if read_no(cell) if role == "translatable" else read_yes(cell):
            row.about["untranslatable"] = "yes"
    elif role == "extra":
        for one in [draft] if draft else row.drafts[:1]:
            one.extra.append((column.name, cell))
    else:
        # What is said of a term that the row does not have is said of no other.
        unasked = row.drafts if column.term is None else []
        for one in [draft] if draft else unasked:
            _add_line(one.said, role, cell)


def _add_line(said: dict[str, str], role: str, cell: str) -> None:
    said[role] = f"{said[role]}\n{cell}" if role in said else cell


def _say_flags(row: Row, draft: Draft | None, cell: str) -> None:
    flags = [flag.strip() for flag in cell.split(",")]
    if "read-only" in flags:
        row.about["untranslatable"] = "yes"
    if draft and "forbidden" in flags:
        draft.said["forbidden"] = "yes"
    others = ", ".join(flag for flag in flags if flag not in _KNOWN_FLAGS)
    if others:
        (draft or row.drafts[0]).extra.append(("flags", others))


def find_status(draft: Draft) -> TermStatus | None:
    """The status that a row gives a term, None for none; raises UnusableError for an unknown one."""
    if read_yes(draft.said.get("forbidden", "")):
        return TermStatus.DEPRECATED
    word = draft.said.get("status", "")
    if not word:
        return TermStatus.ADMITTED if read_yes(draft.said.get("fuzzy", "")) else None
    status = read_status(word)
    if status is None:
        hint = "it is preferred, admitted or deprecated"
        refuse(draft.line, f"the status is '{word}'", hint, language=draft.language, term=draft.text)
    return status


def make_term(draft: Draft, status: TermStatus) -> Term:
    """The term of a draft."""
    said = draft.said
    return Term(
        draft.language,
        draft.text,
        status,
        part_of_speech=read_part_of_speech(said.get("part_of_speech", "")),
        gender=read_gender(said.get("gender", "")),
        number=read_number(said.get("number", "")),
        type=read_word(said.get("type", "")),
        case_sensitive=read_yes(said.get("case_sensitive", "")),
        note=said.get("note", ""),
        extra=tuple(draft.extra),
    )
