"""CSV and TSV with a header line: `source` and `target`, and the other columns where a file has them.

A cell that a spreadsheet would take for a formula is written with an apostrophe in front; a text that begins with an
apostrophe gets one more. Files that tms wrote have a column `tms`, and only in those one apostrophe is taken off again.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from tms.errors import InputError
from tms.exchange.texts import decode_utf_8, require_encodable
from tms.values import BilingualEntry, BilingualFile, State

COLUMNS = ("key", "source", "target", "state", "revision", "note", "previous", "tms")

_FORMULA_STARTS = "=+-@\t\r\n'\uff1d\uff0b\uff0d\uff20"
_LINE_END = re.compile(r"\r\n?|\n")
_QUOTED = re.compile(r'"([^"]*(?:""[^"]*)*)" *')


def read_csv(data: bytes, name: str, *, language: str = "") -> BilingualFile:
    """The rows of a CSV file (also with semicolons, as French and Spanish spreadsheets write it)."""
    return _read(data, name, "csv", ",;\t", language)


def read_tsv(data: bytes, name: str, *, language: str = "") -> BilingualFile:
    """The rows of a TSV file."""
    return _read(data, name, "tsv", "\t,;", language)


def write_csv(file: BilingualFile) -> bytes:
    """The file as CSV (RFC 4180), guarded against formulas."""
    return _write(file, ",")


def write_tsv(file: BilingualFile) -> bytes:
    """The file as TSV: the quoting of CSV, with tabs."""
    return _write(file, "\t")


def _read(data: bytes, name: str, format_id: str, delimiters: str, language: str) -> BilingualFile:
    text = decode_utf_8(data, name)
    delimiter, header = _find_header(text, name, delimiters)
    rows = [(line, row) for line, row in _split_rows(text, delimiter, name) if any(row)][1:]
    entries: list[BilingualEntry] = []
    origin: list[str] = []
    for line, row in rows:
        if any(row[len(header) :]):
            raise InputError(
                f"'{name}' has {len(row)} cells at line {line}, its header {len(header)}",
                "put a text that has the delimiter in it between double quotes",
            )
        cells = dict(zip(header, row, strict=False))
        if "tms" in header:
            cells = {column: _unguard(cell) for column, cell in cells.items()}
            origin = origin or cells.get("tms", "").split(" ")
        entries.append(_read_row(cells, len(entries) + 1))
    article, source_language, target_language = (*origin, "", "", "")[:3] if len(origin) == 3 else ("", "", "")
    return BilingualFile(
        format_id,
        tuple(entries),
        source_language=_said(source_language),
        target_language=_said(target_language) or language,
        article=_said(article),
    )


def _said(word: str) -> str:
    return "" if word == "." else word


def _find_header(text: str, name: str, delimiters: str) -> tuple[str, Sequence[str]]:
    for delimiter in delimiters:
        header = _read_header(text, delimiter, name)
        if "source" in header and "target" in header:
            names = [column for column in header if column]
            if len(set(names)) < len(names):
                raise InputError(f"'{name}' names a column twice in its header", "each column once")
            return delimiter, header
    raise InputError(f"'{name}' has no header line with source and target", "line 1 names the columns: source,target")


def _read_header(text: str, delimiter: str, name: str) -> list[str]:
    """The column names if this is the delimiter; quotes that make no sense mean that it is another one."""
    try:
        first = next((row for _, row in _split_rows(text, delimiter, name) if any(row)), [])
    except InputError:
        return []
    return [cell.strip().lower() for cell in first]


def _read_row(cells: Mapping[str, str], number: int) -> BilingualEntry:
    target = cells.get("target", "")
    said = cells.get("state", "").strip().lower()
    revision = cells.get("revision", "").strip()
    return BilingualEntry(
        number,
        cells.get("source", ""),
        target,
        key=cells.get("key", ""),
        state=_read_state(said, target),
        previous_source=cells.get("previous") or None,
        note=cells.get("note", ""),
        revision=int(revision) if revision.isascii() and revision.isdigit() else None,
    )


def _read_state(said: str, target: str) -> State:
    if not target:
        return State.INITIAL
    return State(said) if said in tuple(State) else State.TRANSLATED


def _split_rows(text: str, delimiter: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Line number and cells of each row (RFC 4180); a quote inside an unquoted cell is a character like any other."""
    plain = re.compile(rf"[^{delimiter}\r\n]*")
    ending = re.compile(rf"{delimiter}|\r\n?|\n|\Z")
    position, line = 0, 1
    row, row_line = list[str](), 1
    while True:
        quoted = _QUOTED.match(text, position)
        cell = quoted or plain.match(text, position)
        if cell is None or (quoted is None and cell[0].startswith('"')):
            raise InputError(f"'{name}' has a quote at line {line} that is never closed", "double a quote that is text")
        row.append(quoted[1].replace('""', '"') if quoted else cell[0])
        line += len(_LINE_END.findall(cell[0]))
        end = ending.match(text, cell.end())
        if end is None:
            raise InputError(f"'{name}' has text after a closing quote at line {line}", "double a quote that is text")
        position = end.end()
        if end[0] == delimiter:
            continue
        yield row_line, row
        if position >= len(text):
            return
        line += 1
        row, row_line = [], line


def _write(file: BilingualFile, delimiter: str) -> bytes:
    require_encodable(file)
    origin = " ".join(word or "." for word in (file.article, file.source_language, file.target_language))
    rows = [COLUMNS, *(_make_row(entry, origin) for entry in file.entries)]
    return "".join(delimiter.join(_quote(cell, delimiter) for cell in row) + "\r\n" for row in rows).encode()


def _make_row(entry: BilingualEntry, origin: str) -> tuple[str, ...]:
    revision = "" if entry.revision is None else str(entry.revision)
    texts = (entry.key, entry.source, entry.target, str(entry.state), revision, entry.note, entry.previous_source or "")
    return tuple(_guard(cell) for cell in (*texts, origin))


def _guard(cell: str) -> str:
    return f"'{cell}" if cell[:1] and cell[0] in _FORMULA_STARTS else cell


def _unguard(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:2] and cell[1] in _FORMULA_STARTS else cell


def _quote(cell: str, delimiter: str) -> str:
    is_plain = not any(sign in cell for sign in (delimiter, '"', "\r", "\n")) and cell == cell.strip()
    return cell if is_plain else '"' + cell.replace('"', '""') + '"'
