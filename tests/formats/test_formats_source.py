"""The bytes of a file become text, or a clear refusal."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tms.errors import InputError
from tms.formats import decode_source, get_format
from tms.formats.source import MAX_BYTES, MAX_LINE


@pytest.mark.parametrize(
    "text",
    ["one\n", "\ufeffone", "caf\u00e9 \u2028 \x0c\r\n", "x" * MAX_LINE, f"{'x' * MAX_LINE}\r{'y' * MAX_LINE}\n"],
    ids=["plain", "byte order mark", "separators", "longest line", "two longest lines"],
)
def test_utf_8_is_taken_as_it_stands(text: str) -> None:
    assert decode_source(text.encode(), "a.txt") == text


@pytest.mark.parametrize(
    ("data", "message", "hint"),
    [
        (b"", "'a.txt' is empty", "give a file that has text in it"),
        (b" \n\t\r\n\xc2\xa0", "'a.txt' is empty", "give a file that has text in it"),
        (b"\xef\xbb\xbf\n", "'a.txt' is empty", "give a file that has text in it"),
        (
            b"one\ntwo\x00three",
            "'a.txt' looks like a binary file: line 2 has a NUL character",
            "give a text file, saved as UTF-8",
        ),
        (b"%PDF-1.7\n", "'a.txt' looks like a binary file", "give a text file, saved as UTF-8"),
        (
            b"one\nd\xe9j\xe0 vu\n",
            "'a.txt' is not UTF-8: line 2, byte 6 of the file (0xe9)",
            "it may be windows-1252 (or ISO-8859-1); save it as UTF-8",
        ),
        (
            b"a\xc3\x28\x81",
            "'a.txt' is not UTF-8: line 1, byte 2 of the file (0xc3)",
            "it may be in another encoding, or damaged; save it as UTF-8",
        ),
        ("déjà".encode("utf-16"), "'a.txt' is not UTF-8 text: it looks like UTF-16", "save it as UTF-8"),
        ("a few words".encode("utf-16-le"), "'a.txt' is not UTF-8 text: it looks like UTF-16", "save it as UTF-8"),
        (
            b"a\n" + b"x" * (MAX_LINE + 1),
            "'a.txt' has a line of 1,000,001 characters: line 2",
            "lines may have 1,000,000 characters; break it into paragraphs",
        ),
        (b"x" * (MAX_BYTES + 1), "'a.txt' is larger than 100 MB", "split it into smaller files"),
    ],
    ids=["empty", "blank", "only a mark", "NUL", "PDF", "cp1252", "neither", "utf-16", "utf-16 bare", "line", "size"],
)
def test_what_is_no_text_is_refused_with_its_place(data: bytes, message: str, hint: str) -> None:
    with pytest.raises(InputError) as refusal:
        decode_source(data, "a.txt")
    assert (refusal.value.message, refusal.value.hint) == (message, hint)


@given(st.text(), st.sampled_from(("text", "markdown", "html")))
@settings(deadline=None)
def test_any_text_that_is_taken_comes_back(text: str, format_id: str) -> None:
    form = get_format(format_id)
    try:
        document = form.parse(text)
    except InputError:
        return
    assert form.serialize(document, [None] * len(document.units)) == text
