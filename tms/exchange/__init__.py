"""Bilingual files for other tools: PO, XLIFF, TMX, CSV, TSV."""

from pathlib import PurePath

from tms.exchange.csv import read_csv, read_tsv, write_csv, write_tsv
from tms.exchange.po import read_po, write_po
from tms.exchange.record import ExchangeFormat, Reader
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


def find_exchange_format(name: str) -> ExchangeFormat | None:
    """The exchange format of a file by the ending of its name, or of an id such as `po`."""
    suffix = PurePath(name).suffix.lower()
    return next((known for known in EXCHANGE_FORMATS if suffix in known.suffixes or name == known.id), None)


__all__ = [
    "EXCHANGE_FORMATS",
    "ExchangeFormat",
    "Reader",
    "find_exchange_format",
    "read_csv",
    "read_po",
    "read_tmx",
    "read_tmx_pairs",
    "read_tsv",
    "read_xliff",
    "show_controls",
    "write_csv",
    "write_po",
    "write_tmx",
    "write_tmx_file",
    "write_tsv",
    "write_xliff",
]
