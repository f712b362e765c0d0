"""Formats are found by id, by ending, or by their first lines; each has a row in the docs."""

from pathlib import Path

import pytest

from tms.errors import InputError, NotFoundError
from tms.formats import FORMATS, Format, detect_format, get_format

DOCS = Path(__file__).parents[2] / "docs" / "formats.md"


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"# no heading here", "text"),
        ("a.b.MD", b"plain", "markdown"),
        ("a.markdown", b"", "markdown"),
        ("a.html", b"<p>a</p>", "html"),
        ("a.HTM", b"<!--wp:paragraph-->", "html"),
        ("a.html", b"\xef\xbb\xbf\n<!-- wp:paragraph -->\n", "wordpress"),
        ("a.txt", b"<!-- wp:paragraph -->", "text"),
        ("-", b"<!-- wp:paragraph -->\n# a", "wordpress"),
        ("-", b"\n<!DOCTYPE HTML>\n", "html"),
        ("-", b"<p>a</p>\n\n## More\n", "markdown"),
        ("-", b"---\ntitle: x\n---\n", "markdown"),
        ("-", b"words\n\n## More\n", "markdown"),
        ("README", b"see [this](http://example.org)", "markdown"),
        ("-", b"only words - and # signs", "text"),
        ("dump.XML", b"", "wxr"),
        ("dump.wxr", b"<rss>", "wxr"),
        ("posts.json", b"[]", "wordpress-json"),
        ("-", b"\xef\xbb\xbf<?xml version='1.0'?>\n<rss><!-- wp:paragraph -->", "wxr"),
        ("-", b"<item>\n<title>", "wxr"),
        ("-", b' [ {\n"id": 1, "content": "<!-- wp:paragraph -->"', "wordpress-json"),
        ("-", b'{"code":"rest_forbidden"}', "wordpress-json"),
        ("-", b'[{"a", "b"}] are sets', "text"),
    ],
    ids=[
        *("txt", "two dots", "markdown", "html", "htm", "post", "post called text", "post without name"),
        *("page without name", "HTML in Markdown", "front matter", "heading", "link", "words"),
        *("XML", "export", "JSON", "export without name", "post of an export", "answer", "error", "brackets"),
    ],
)
def test_a_format_is_told_by_the_ending_then_by_the_text(name: str, data: bytes, expected: str) -> None:
    assert detect_format(name, data).id == expected


def test_an_ending_that_no_format_reads_is_refused() -> None:
    with pytest.raises(InputError) as refusal:
        detect_format("report.pdf", b"%PDF")
    assert refusal.value.message == "'report.pdf' has an ending that no format reads"
    assert ".md" in refusal.value.hint


def test_an_unknown_id_lists_the_known_ones() -> None:
    with pytest.raises(NotFoundError) as refusal:
        get_format("docbook")
    assert (refusal.value.message, refusal.value.hint) == (
        "no format 'docbook'",
        "formats are text, markdown, html, wordpress, wxr, wordpress-json",
    )


@pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.id)
def test_each_format_has_its_row_in_the_docs(known: Format) -> None:
    assert f"| `{known.id}` |" in DOCS.read_text(encoding="utf-8")
