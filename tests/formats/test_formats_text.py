"""Plain text: blank lines separate paragraphs, everything else is kept to the byte."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tms.formats import get_format
from tms.values import Document, Kind, Unit

TEXT = get_format("text")
NASTY = st.text(alphabet="ab .,;\n\r\t\x0b\x0c\x1c\x85\u2028\u2029\u00a0\u200b\ufeff\u0301\u202e", max_size=60)


def test_a_short_first_line_is_the_heading() -> None:
    document = TEXT.parse("\ufeff\n A title \r\n\r\n First\r\nsecond line.\r\n \t\r\nLast")
    assert document == Document(
        "text",
        (
            Unit(Kind.HEADING, "A title", "A title", 2),
            Unit(Kind.PARAGRAPH, "First\nsecond line.", "First\r\nsecond line.", 4),
            Unit(Kind.PARAGRAPH, "Last", "Last", 7),
        ),
        ("\ufeff\n ", " \r\n\r\n ", "\r\n \t\r\n", ""),
        "A title",
        "\r\n",
    )


@pytest.mark.parametrize(
    ("text", "kinds", "title"),
    [
        ("Only one", [Kind.PARAGRAPH], "Only one"),
        ("It ends.\n\nMore", [Kind.PARAGRAPH, Kind.PARAGRAPH], "It ends."),
        ("Two\nlines\n\nMore", [Kind.PARAGRAPH, Kind.PARAGRAPH], "Two lines"),
        ("Why?\n\nMore", [Kind.HEADING, Kind.PARAGRAPH], "Why?"),
        (f"{'word ' * 50}\n\nMore", [Kind.PARAGRAPH, Kind.PARAGRAPH], f"{'word ' * 15}word…"),
        (" \n\t\n", [], ""),
    ],
    ids=["alone", "full stop", "two lines", "question", "too long", "blank"],
)
def test_what_is_no_heading_is_a_paragraph(text: str, kinds: list[Kind], title: str) -> None:
    document = TEXT.parse(text)
    assert ([unit.kind for unit in document.units], document.title) == (kinds, title)


@given(NASTY)
@example("a\rb\r\rc")
@example("\ufeff")
def test_what_was_not_translated_comes_back_to_the_character(text: str) -> None:
    document = TEXT.parse(text)
    assert TEXT.serialize(document, [None] * len(document.units)) == text


def test_a_translation_changes_its_unit_only_and_takes_the_files_line_ends() -> None:
    document = TEXT.parse("Title\r\n\r\n  One\r\n\r\nTwo\r\n")
    assert TEXT.serialize(document, [None, "\nUn\nuno\r\n ", None]) == "Title\r\n\r\n  Un\r\nuno\r\n\r\nTwo\r\n"


@given(NASTY, st.data())
def test_translations_are_read_back_as_they_were_written(text: str, data: st.DataObject) -> None:
    document = TEXT.parse(text)
    size = len(document.units)
    words = st.text(alphabet="été 12«»\n", min_size=1).map(str.strip).filter(lambda word: word and "\n\n" not in word)
    lines = words.filter(lambda word: all(line.strip() for line in word.split("\n")))
    targets = data.draw(st.lists(lines, min_size=size, max_size=size))
    again = TEXT.parse(TEXT.serialize(document, targets))
    assert [unit.text for unit in again.units] == targets


def test_a_missing_target_is_an_error_of_the_caller() -> None:
    with pytest.raises(ValueError, match="shorter"):
        TEXT.serialize(TEXT.parse("One\n\nTwo"), ["Un"])
