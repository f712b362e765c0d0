"""Bilingual files for other tools: PO, XLIFF, TMX, CSV, TSV; and their term files: TBX and lists."""

from pathlib import PurePath

from tms.exchange.csv import read_csv, read_tsv, write_csv, write_tsv
from tms.exchange.po import read_po, write_po
from tms.exchange.record import ExchangeFormat, Reader
from tms.exchange.tbx_reader import read_tbx
from tms.exchange.tbx_writer import write_tbx, write_tbx_v2
from tms.exchange.term_record import TermFormat, TermReader, TermWriter
from tms.exchange.term_tables import read_term_table, read_term_table_file
from tms.exchange.texts import show_controls
from tms.exchange.tmx import read_tmx, read_tmx_pairs, write_tmx, write_tmx_file
from tms.exchange.xliff import read_xliff, write_xliff

EXCHANGE_FORMATS: tuple[ExchangeFormat, ...] = (
    ExchangeFormat("po", (".po", ".pot"), read_po, write_po),
    ExchangeFormat("xliff", (".xlf", ".xliff"), read_xliff, write_xliff),
    ExchangeFormat("tmx", (".tmx",), read_tmx, write_tmx_file),
    ExchangeFormat("csv", (".csv",), read_csv, write_csv),
    ExchangeFormat("tsv", (".tsv", ".tab"), read_tsv, write_tsv),
)

TERM_FORMATS: tuple[TermFormat, ...] = (
    TermFormat("tbx", (".tbx",), read_tbx, write_tbx),
    TermFormat("tbx-v2", (), read_tbx, write_tbx_v2),
    TermFormat("term-table", (".csv", ".tsv", ".txt", ".tab", ".utf8"), read_term_table_file, None),
)


def find_exchange_format(name: str) -> ExchangeFormat | None:
    """The exchange format of a file by the ending of its name, or of an id such as `po`."""
    suffix = PurePath(name).suffix.lower()
    return next((known for known in EXCHANGE_FORMATS if suffix in known.suffixes or name == known.id), None)


__all__ = [
    "EXCHANGE_FORMATS",
    "TERM_FORMATS",
    "ExchangeFormat",
    "Reader",
    "TermFormat",
    "TermReader",
    "TermWriter",
    "find_exchange_format",
    "read_csv",
    "read_po",
    "read_tbx",
    "read_term_table",
    "read_term_table_file",
    "read_tmx",
    "read_tmx_pairs",
    "read_tsv",
    "read_xliff",
    "show_controls",
    "write_csv",
    "write_po",
    "write_tbx",
    "write_tbx_v2",
    "write_tmx",
    "write_tmx_file",
    "write_tsv",
    "write_xliff",
]
