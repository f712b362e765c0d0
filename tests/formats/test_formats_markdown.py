"""Markdown: which blocks are units, and that every byte between them is kept."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tms.formats import get_format
from tms.values import Kind

MARKDOWN = get_format("markdown")

BLOCKS = [
    ("atx heading", "## Two\n", [("heading", "Two", "")]),
    ("closing hashes", "  # A #b ##  \n", [("heading", "A #b", "")]),
    ("hash as text", "# # #\n", [("heading", "#", "")]),
    ("escaped hash", "# C \\#\n", [("heading", "C \\#", "")]),
    ("empty heading", "#\n\n## ##\n", []),
    ("setext", "One\ntwo\n===\n", [("heading", "One\ntwo", "")]),
    ("setext in a quote", "> One\n> ---\n", [("heading", "One", "> ")]),
    ("seven hashes", "####### x\n", [("paragraph", "####### x", "")]),
    ("two lines", "a  \n   b\\\nc\n", [("paragraph", "a  \nb\\\nc", "")]),
    ("inline markup", "*a* **b** `c` &amp; <i>d</i>", [("paragraph", "*a* **b** `c` &amp; <i>d</i>", "")]),
    ("tight list", "- a\n- b\n", [("list-item", "a", "  "), ("list-item", "b", "  ")]),
    ("same text twice", "- - a\n  - a", [("list-item", "a", "    "), ("list-item", "a", "    ")]),
    ("marker in text", "- a - a\n", [("list-item", "a - a", "  ")]),
    ("numbers", "10. a\n    b\n", [("list-item", "a\nb", "    ")]),
    ("bracket numbers", "1) a\n", [("list-item", "a", "   ")]),
    ("tab after marker", "-\ta\n\n\tb\n", [("list-item", "a", " \t"), ("list-item", "b", "\t")]),
    ("check boxes", "- [ ] a\n- [x] b\n", [("list-item", "a", "  "), ("list-item", "b", "  ")]),
    ("empty item", "-\n- a\n", [("list-item", "a", "  ")]),
    ("quote", "> a\n> b\n", [("quote", "a\nb", "> ")]),
    ("tight quote", ">a\n>b", [("quote", "a\nb", ">")]),
    ("lazy quote", "> a\nb\n", [("quote", "a\nb", "> ")]),
    ("nested quote", "> > a\n> b\n", [("quote", "a\nb", "> > ")]),
    ("list in quote", "> - a\n>   b\n", [("list-item", "a\nb", ">   ")]),
    ("quote in list", "1. > a\n", [("quote", "a", "   > ")]),
    ("quote label", "> [!NOTE]\n> a\n", [("quote", "a", "> ")]),
    ("table", "| a | b |\n|---|:-:|\n| c |  |\n", [("table-cell", text, "") for text in "abc"]),
    ("bare table", "a | b\n--|--\nc | d | e\n", [("table-cell", text, "") for text in "abcd"]),
    ("escaped pipe", "| a\\|b | `c\\|d` |\n|---|---|\n", [("table-cell", "a\\|b", "")]),
    ("table in quote", "> |a|b|\n> |-|-|\n", [("table-cell", "a", ""), ("table-cell", "b", "")]),
    ("footnote", "a[^1]\n\n[^1]: b\n    c\n", [("paragraph", "a[^1]", ""), ("paragraph", "b\nc", "    ")]),
    ("second part of a footnote", "[^n]: a\n\n    b\n", [("paragraph", "a", "    "), ("paragraph", "b", "    ")]),
    ("image", "![a *b*](c.png)\n", [("alt", "a *b*", "")]),
    ("linked image", "[![a](b)](c)\n", [("alt", "a", "")]),
    ("image by reference", "![a][r]\n\n[r]: /u\n", [("alt", "a", "")]),
    ("image with attributes", "![a](b){ .c }\n", [("alt", "a", "")]),
    ("image without words", "![](b)\n", []),
    ("image and text", "![a](b) c\n", [("paragraph", "![a](b) c", "")]),
    ("two images", "![a](b) ![c](d)\n", [("alt", "a", ""), ("alt", "c", "")]),
    ("no image", "![a\n", [("paragraph", "![a", "")]),
    ("fence", "```\na\n\nb\n```\n~~~ x\nc\n", []),
    ("indented code", "    a\n\n\tb\n", []),
    ("html", "<div>\na\n</div>\n\n<!-- b\n\nc -->\n", [("paragraph", "a", "")]),
    ("text after a comment", "<!-- a -->\nb\n", [("paragraph", "b", "")]),
    ("rule", "***\n- - -\n", []),
    ("definitions", '[a]: /u "t"\n[b]: </v>\nText\n', [("alt", "t", ""), ("paragraph", "Text", "")]),
    ("liquid", "{% include a.html b='c' %}\n\n{% if x %}\na\n{% endif %}\n", [("paragraph", "a", "")]),
    ("liquid over lines", "{% include a.html\n  b='c' %}\n", []),
    ("hugo", '{{< figure src="a" >}}\n\n{{% b %}}\n\n{{ c }}\n', []),
    ("liquid in a sentence", "a {{ b }} c\n", [("paragraph", "a {{ b }} c", "")]),
    ("module", "import A from './a'\n\nexport const b = 1\n", []),
    ("no module", "import duties rose\n", [("paragraph", "import duties rose", "")]),
    ("no module either", "export of grain\n", [("paragraph", "export of grain", "")]),
    ("attribute line", "a\n{: .b}\n", [("paragraph", "a", "")]),
    ("empty definition", "**a**\n:\n\nb\n", [("paragraph", "**a**", ""), ("paragraph", "b", "")]),
    ("admonition", '!!! note "a"\n\n    b\n    c\n', [("label", "a", ""), ("paragraph", "b\nc", "    ")]),
    ("nothing to see", "\u200b\n\n\x85\n", []),
    ("other separators", "a\u2028b\x0cc\x85d\n", [("paragraph", "a\u2028b\x0cc\x85d", "")]),
    ("mac line ends", "# a\r\rb\rc\r", [("heading", "a", ""), ("paragraph", "b\nc", "")]),
    ("mixed line ends", "a\r\nb\nc\r\n\r\nd", [("paragraph", "a\nb\nc", ""), ("paragraph", "d", "")]),
    ("byte order mark", "\ufeff# a\n", [("heading", "a", "")]),
    ("right to left", "# \u0645\u0631\u062d \u202eabc\n", [("heading", "\u0645\u0631\u062d \u202eabc", "")]),
    ("combining marks", "e\u0301 \u00e9\n", [("paragraph", "e\u0301 \u00e9", "")]),
    ("final spaces", "a  ", [("paragraph", "a", "")]),
    ("NUL", "a\x00b\n\nc", [("paragraph", "c", "")]),
]  # fmt: skip
SAMPLES = [pytest.param(text, units, id=name) for name, text, units in BLOCKS]


@pytest.mark.parametrize(("text", "units"), SAMPLES)
def test_the_units_of_a_block(text: str, units: list[tuple[str, str, str]]) -> None:
    found = [(unit.kind.value, unit.text, unit.continuation) for unit in MARKDOWN.parse(text).units]
    assert found == units


@pytest.mark.parametrize(("text", "_units"), SAMPLES)
def test_a_block_comes_back_to_the_character(text: str, _units: object) -> None:
    for variant in (text, text.replace("\n", "\r\n"), text.replace("\n", "\r"), text.rstrip("\n"), f"> {text}"):
        document = MARKDOWN.parse(variant)
        assert MARKDOWN.serialize(document, [None] * len(document.units)) == variant


PIECES = st.lists(
    st.sampled_from(
        (
            *(
                "a",
                "é",
                " ",
                "  ",
                "    ",
                "\t",
                "\n",
                "\n",
                "\n\n",
                "\r\n",
                "\r",
                "\x0b",
                "\x0c",
                "\x85",
                "\u2028",
                "\u00a0",
            ),
            *(
                "\ufeff",
                "\x00",
                "# ",
                "#",
                "> ",
                ">",
                "- ",
                "1. ",
                "```",
                "~~~",
                "===",
                "---",
                "|",
                "|---|",
                "\\|",
                "\\",
            ),
            *("[", "]", "(x)", "![", "[^1]: ", "[^1]", "[a]: /u", "<div>", "<!--", "-->", "{% x %}", "{{< y >}}"),
            *("title: ", "+++\n", "!!! ", "???", "**", "`", ":"),
        )
    ),
    max_size=25,
).map("".join)


@given(PIECES)
@settings(max_examples=250)
@example("---\ntitle: a\n---")
@example("a\\|b\n---\nc")
@example("> [^1]: - a\n>\n>       b\n")
def test_any_text_comes_back_and_takes_translations(text: str) -> None:
    document = MARKDOWN.parse(text)
    size = len(document.units)
    assert MARKDOWN.serialize(document, [None] * size) == text
    targets = [f"mot {number}" for number in range(size)]
    again = MARKDOWN.parse(MARKDOWN.serialize(document, targets))
    assert [unit.text for unit in again.units] == targets


def test_a_unit_knows_its_line_and_its_raw_form() -> None:
    document = MARKDOWN.parse("# T\r\n\r\n> a\r\n>   b\r\n")
    assert [(unit.line, unit.raw) for unit in document.units] == [(1, "T"), (3, "a\r\n>   b")]
    assert document.newline == "\r\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle: A\n---\n# B\n", "A"),
        ("a\n\n## B *c*\n\n# D\n", "B *c*"),
        ("One\ntwo\n===\n", "One two"),
        ("just words\n", "just words"),
        ("```\n```\n", ""),
    ],
    ids=["front matter", "first heading", "two lines", "words", "none"],
)
def test_the_title_is_that_of_the_front_matter_or_the_first_heading(text: str, title: str) -> None:
    assert MARKDOWN.parse(text).title == title


def test_three_thousand_paragraphs_are_read_in_two_seconds() -> None:
    text = "\n\n".join(
        f"Paragraph {number} with *some* words and a [link](http://example.org/{number})." for number in range(3000)
    )
    start = time.process_time()
    document = MARKDOWN.parse(text)
    assert (len(document.units), document.units[-1].kind) == (3000, Kind.PARAGRAPH)
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20000,
        "> " * 10000,
        "- " * 10000,
        "{% " * 20000,
        "![" * 9000,
        "`" * 50000,
        '---\ntitle: "' + "\\" * 50000,
        "# " * 20000,
        "{{ x }}" * 10000,
        "| " * 20000,
        "<!-- " * 10000,
        "$$ x\n" * 3000,
        "<A {\n" * 3000,
        "".join("> - " * min(depth, 10000) + "a\n" for depth in (1, 100, 10000)),
    ],
    ids=[
        *(
            "brackets",
            "quotes",
            "lists",
            "liquid",
            "images",
            "ticks",
            "backslashes",
            "hashes",
            "tags",
            "pipes",
            "comments",
        ),
        *("formulas", "components", "deep lines"),
    ],
)
def test_hostile_text_takes_no_time(text: str) -> None:
    start = time.process_time()
    document = MARKDOWN.parse(text)
    assert MARKDOWN.serialize(document, [None] * len(document.units)) == text
    assert time.process_time() - start < 2
