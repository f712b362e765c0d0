"""Text from outside is shown harmless, one symbol for one character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tms.tui.harmless import fold, show_folded, show_harmless, unfold
from tms.tui.wrapping import count_lines, wrap_spans

CASES = [
    pytest.param("plain [bold]words[/bold]", "plain [bold]words[/bold]", id="markup is only text"),
    pytest.param("a\x1b[31mred", "a␛[31mred", id="terminal escape"),
    pytest.param("a\tb", "a⇥b", id="tab"),
    pytest.param("a\r\nb", "a␍\nb", id="carriage return"),
    pytest.param("\x9b31m", "␦31m", id="C1 control sequence introducer"),
    pytest.param("abc\u202edef\u202c", "abc⇽def⇹", id="bidi override"),
    pytest.param("a\u2028b", "a␤b", id="line separator"),
    pytest.param("\ud800", "\ufffd", id="lone surrogate"),
    pytest.param("\x00\x7f", "␀␡", id="NUL and DEL"),
    pytest.param("e\u0301 中 ئۇيغۇر", "e\u0301 中 ئۇيغۇر", id="letters of any script stay"),
]


@pytest.mark.parametrize(("text", "shown"), CASES)
def test_controls_are_shown_as_symbols(text: str, shown: str) -> None:
    assert show_harmless(text) == shown
    assert len(shown) == len(text)


@given(st.text())
def test_shown_text_has_as_many_characters_and_no_controls(text: str) -> None:
    shown = show_harmless(text)
    assert len(shown) == len(text)
    assert all(character.isprintable() or character == "\n" or ord(character) >= 0xA0 for character in shown)


PLANES = st.characters(max_codepoint=0xEFFFF)


@given(st.text(PLANES))
def test_what_the_editor_folds_comes_back_exactly(text: str) -> None:
    folded = fold(text)
    assert unfold(folded) == text
    assert len(show_folded(folded)) == len(text)
    assert len(folded.split("\n")) == len((folded + "x").splitlines())


@given(st.text(), st.integers(min_value=1, max_value=30))
def test_no_line_is_wider_than_the_column_and_no_word_is_lost(text: str, width: int) -> None:
    shown = show_harmless(text)
    spans = wrap_spans(shown, width)
    lines = [shown[start:end] for start, end in spans]
    assert all(cell_len(line) <= max(width, 2) for line in lines)
    assert "".join("".join(lines).split()) == "".join(shown.split())
    assert count_lines(shown, width) == len(spans)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        pytest.param("", 10, [""], id="empty"),
        pytest.param("one two three", 7, ["one two", "three"], id="at spaces"),
        pytest.param("abcdefghij", 4, ["abcd", "efgh", "ij"], id="a long word is cut"),
        pytest.param("a\n\nb", 9, ["a", "", "b"], id="line feeds hold"),
        pytest.param("中中中中中", 5, ["中中", "中中", "中"], id="wide characters count two"),
        pytest.param(
            "e\u0301e\u0301 e\u0301e\u0301", 3, ["e\u0301e\u0301", "e\u0301e\u0301"], id="marks count nothing"
        ),
        pytest.param(
            "sept\u00a0mille\u202f? oui", 8, ["sept\u00a0mil", "le\u202f? oui"], id="no break at a no-break space"
        ),
    ],
)
def test_lines_are_cut_where_a_reader_expects(text: str, width: int, lines: list[str]) -> None:
    assert [text[start:end] for start, end in wrap_spans(text, width)] == lines
