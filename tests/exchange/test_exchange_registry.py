"""Exchange formats are found by the ending of a file; each has a row in the docs."""

from pathlib import Path

import pytest

from tms.exchange import EXCHANGE_FORMATS, ExchangeFormat, find_exchange_format

DOCS = Path(__file__).parents[2] / "docs" / "formats.md"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a/b.c.PO", "po"), ("a.xlf", "xliff"), ("a.xliff", "xliff"), ("a.tmx", "tmx"), ("a.csv", "csv"),
        ("a.tsv", "tsv"), ("xliff", "xliff"), ("a.md", None), ("po.txt", None), ("", None),
    ],
)  # fmt: skip
def test_a_format_is_told_by_the_ending(name: str, expected: str | None) -> None:
    found = find_exchange_format(name)
    assert (found.id if found else None) == expected


@pytest.mark.parametrize("known", EXCHANGE_FORMATS, ids=lambda known: known.id)
def test_each_format_has_its_row_in_the_docs(known: ExchangeFormat) -> None:
    text = DOCS.read_text(encoding="utf-8")
    assert f"| `{known.id}` |" in text
    assert all(f"`{suffix}`" in text for suffix in known.suffixes)
