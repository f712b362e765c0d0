"""A target in a Markdown file never breaks the blocks around it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tms.formats import get_format
from tms.values import Kind

MARKDOWN = get_format("markdown")
ARTICLE = """---
title: Front
description: "Short: one"
---
Setext
------

# Atx #

Plain
text

- item
- [ ] task

  second

> quote
lazy

> - nested

| a | b |
|---|---|
| c | d |

x | y
--|--
z | w

![alt](a.png)

[^1]: Note.

Last[^1]
"""


@pytest.mark.parametrize(
    ("text", "target", "expected"),
    [
        ("# T #\n", "C #", "# C \\# #\n"),
        ("# T\n", "a\nb\n\nc", "# a b c\n"),
        ("T\n---\n", "- a\nb", "\\- a b\n---\n"),
        ("T\n---\n\nx\n", "", "\n\nx\n"),
        ("T\n---\n", "a |", "a \\|\n---\n"),
        ("a\n", "# x", "\\# x\n"),
        ("a\n", "- x", "\\- x\n"),
        ("a\n", "1. x", "1\\. x\n"),
        ("a\n", "> x", "\\> x\n"),
        ("a\n", "x\n---", "x\n\\---\n"),
        ("a\n", "x\n===", "x\n\\===\n"),
        ("a\n", "x\n- y", "x\n\\- y\n"),
        ("a\n", "x\n- y `z\n`", "x\n\\- y `z\n`\n"),
        ("a\n", "x\n2. y", "x\n2. y\n"),
        ("a\n", "a | b\n--|--", "a | b\n\\--|--\n"),
        ("a\n", "```\nx", "\\```\nx\n"),
        ("a\n", "<div>", "\\<div>\n"),
        ("a\n", "[x]: /y", "\\[x]: /y\n"),
        ("a\n", "[^x]: y", "\\[^x]: y\n"),
        ("a\n", "    x", "x\n"),
        ("a\n", "*x* _y_ `z` 2018. [l](u)", "*x* _y_ `z` 2018. [l](u)\n"),
        ("a\n", "![x](y)", "![x](y)\n"),
        ("a\n", "`x`", "`x`\n"),
        ("a\n", "- 5 °C", "\\- 5 °C\n"),
        ("a\n", "—Hola", "—Hola\n"),
        ("a\n", "x\n\ny", "x\n\ny\n"),
        ("a\r\n", "x\ny", "x\r\ny\r\n"),
        ("{% x %}\n8. a\n", "8. b", "{% x %}\n8. b\n"),
        ("- a\n", "x\n\ny\nz", "- x\n\n  y\n  z\n"),
        ("- a\n", "[ ] x", "- \\[ ] x\n"),
        ("> a\n", "x\n\ny", "> x\n>\n> y\n"),
        ("> a\n", "[!NOTE]", "> \\[!NOTE]\n"),
        ("[^1]: a\n", "x\n\ny", "[^1]: x\n\n    y\n"),
        ("| a | b |\n|---|---|\n", "x|y\nz", "| x\\|y z | b |\n|---|---|\n"),
        ("|a|b|\n|-|-|\n", "x\\", "|x\\ |b|\n|-|-|\n"),
        ("a | b\n--|--\n", "- x", "| - x | b\n--|--\n"),
        ("a | b\n--|--\n", "", "|  | b\n--|--\n"),
        ("![a](b)\n", "x] y", "![x\\] y](b)\n"),
        ("![a](b)\n", "x\ny [z]", "![x y [z]](b)\n"),
        ("a\n\nb\n", "", "\n\nb\n"),
    ],
)  # fmt: skip
def test_the_form_of_a_target_in_the_file(text: str, target: str, expected: str) -> None:
    document = MARKDOWN.parse(text)
    assert MARKDOWN.serialize(document, [target, *[None] * (len(document.units) - 1)]) == expected


SIGNS = (
    *(
        "a ",
        "b",
        "é",
        "\n",
        "# ",
        "> ",
        "- ",
        "* ",
        "1. ",
        "2) ",
        "```",
        "~~~",
        "---",
        "===",
        "|",
        "|---|",
        "+++",
        "!!! ",
    ),
    *(
        "[",
        "]",
        "(x)",
        "![",
        "[^1]: ",
        "[a]: /u",
        "[ ] ",
        "\\",
        "<div>",
        "<!--",
        "-->",
        "**",
        "`",
        '"',
        "'",
        ": ",
        "%",
        "@",
    ),
)
TARGETS = (
    st.lists(st.sampled_from(SIGNS), min_size=1, max_size=6)
    .map(lambda pieces: "".join(pieces).strip())
    .filter(lambda text: bool(text) and "\n\n" not in text and "\n \n" not in text)
)


@given(TARGETS, st.integers(min_value=0, max_value=20))
@settings(max_examples=300)
def test_a_target_leaves_every_other_unit_as_it_was(target: str, position: int) -> None:
    document = MARKDOWN.parse(ARTICLE)
    texts = [unit.text for unit in document.units]
    targets: list[str | None] = [None] * len(texts)
    targets[position] = target
    again = [unit.text for unit in MARKDOWN.parse(MARKDOWN.serialize(document, targets)).units]
    # A target of nothing but code or tags is no unit any more; what is around it stays.
    assert len(texts) - len(again) in (0, 1)
    assert (again[:position], again[position + 1 - (len(texts) - len(again)) :]) == (
        texts[:position],
        texts[position + 1 :],
    )


PROSE = st.text(alphabet="abcé «»—,.!?'’\u00a0\u202f*_()0123", min_size=1, max_size=20).map(
    lambda text: f"É{text.rstrip()}"
)


@given(st.lists(PROSE, min_size=23, max_size=23))
def test_prose_is_read_back_as_it_was_written(words: list[str]) -> None:
    document = MARKDOWN.parse(ARTICLE)
    targets = words[: len(document.units)]
    again = MARKDOWN.parse(MARKDOWN.serialize(document, targets))
    assert [unit.text for unit in again.units] == [target.rstrip("\u00a0\u202f ") for target in targets]
    assert [unit.kind for unit in again.units] == [unit.kind for unit in document.units]


def test_an_article_has_a_unit_of_every_kind() -> None:
    kinds = {unit.kind for unit in MARKDOWN.parse(ARTICLE).units}
    assert kinds == set(Kind) - {Kind.CAPTION, Kind.LABEL, Kind.LINK, Kind.LOCAL}


def test_a_target_equal_to_the_source_keeps_the_bytes() -> None:
    document = MARKDOWN.parse("> a\n>    b\nlazy\n")
    assert MARKDOWN.serialize(document, ["a\nb\nlazy"]) == "> a\n>    b\nlazy\n"
