"""Markup on its way to an engine and back."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tms.mt import mask_markup, restore_markup


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        pytest.param("plain", "plain", id="plain"),
        pytest.param("a *b* c", 'a <i id="1">b</i> c', id="emphasis"),
        pytest.param("a ***b*** c", 'a <b id="1">b</b> c', id="both"),
        pytest.param("**a *b* c**", '<b id="1">a <i id="2">b</i> c</b>', id="nested"),
        pytest.param("2 * 3 * 4, snake_case_name", "2 * 3 * 4, snake_case_name", id="signs that mark nothing"),
        pytest.param("a footnote* here", "a footnote* here", id="a lone star"),
        pytest.param("[sic] and [1]", "[sic] and [1]", id="brackets that are no link"),
        pytest.param("[a](b(c)d)", '<a id="1">a</a>', id="parentheses in an address"),
        pytest.param("[a][ref]", '<a id="1">a</a>', id="reference"),
        pytest.param("![the wall](w.jpg)", '<a id="1">the wall</a>', id="an image's text is translated"),
        pytest.param("see https://e.org/a.", 'see <x id="1"></x>.', id="bare address without the full stop"),
        pytest.param("write to a.b@e.org now", 'write to <x id="1"></x> now', id="mail"),
        pytest.param("<b>a<i>b</b>", '<b id="1">a<x id="2"></x>b</b>', id="an unclosed tag stands alone"),
        pytest.param("a</p>b", 'a<x id="1"></x>b', id="an end without a start"),
        pytest.param("AT&amp;T &lt; &eacute;", "AT&amp;T &lt; é", id="entities"),
        pytest.param("this&nothing &copy", "this&amp;nothing &amp;copy", id="no entities"),
        pytest.param("a  \nb", 'a<x id="1"></x>b', id="a hard line break"),
        pytest.param(r"\*not\*", '<x id="1"></x>not<x id="2"></x>', id="escaped"),
        pytest.param("a < b > c", "a &lt; b &gt; c", id="signs of comparison"),
    ],
)
def test_markup_becomes_numbered_tags(text: str, masked: str) -> None:
    assert mask_markup(text).text == masked


@pytest.mark.parametrize(
    ("text", "back"),
    [
        pytest.param("AT&amp;T &lt;x", "AT&amp;T &lt;x", id="significant signs stay entities"),
        pytest.param("l&rsquo;eau&nbsp;!", "l\u2019eau\u00a0!", id="others become their sign"),
        pytest.param("R&D", "R&D", id="a bare ampersand stays bare"),
    ],
)
def test_entities_come_back_as_the_text_writes_them(text: str, back: str) -> None:
    masked = mask_markup(text)
    assert restore_markup(masked.text, masked) == back


_pieces = st.sampled_from(
    [
        "*",
        "**",
        "_",
        "`",
        "[",
        "](u)",
        "](",
        "]",
        "<b>",
        "</b>",
        "<br>",
        "<",
        ">",
        "&",
        " ",
        "word",
        "\\",
        "\n",
        "!",
        "é",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_pieces, max_size=25).map("".join) | st.text(max_size=40))
def test_an_answer_that_changes_nothing_gives_the_text_back(text: str) -> None:
    masked = mask_markup(text)
    # Entities are the one thing that is not kept letter by letter.
    if not re.search(r"&[#\w]+;", text):
        assert restore_markup(masked.text, masked) == text


def test_tags_may_change_places() -> None:
    masked = mask_markup("**a** and [b](u)")
    assert restore_markup('<a id="2">b</a> et <b id="1">a</b>', masked) == "[b](u) et **a**"


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param('<b id="1">a</b>', id="lost"),
        pytest.param('<b id="1">a <a id="2">b</b></a>', id="crossed"),
        pytest.param('<b id="1">a</b> <a id="3">b</a>', id="invented"),
        pytest.param('<b>a</b> <a id="2">b</a>', id="without its number"),
        pytest.param('<b id="1">a</b> <a id="2">b</a> <img src=x>', id="strange"),
    ],
)
def test_a_broken_answer_is_no_text(answer: str) -> None:
    assert restore_markup(answer, mask_markup("**a** [b](u)")) is None


@pytest.mark.parametrize(
    "piece", ["*a ", "[", "<!--", "a@", "`", "a", "<b>", "[a](", "](u)", "<a ", "_", "www.", "\\ ", "&amp", "!["]
)
def test_no_text_makes_the_scan_hang(piece: str) -> None:
    text = piece * 30_000
    masked = mask_markup(text)
    assert restore_markup(masked.text, masked) == text
