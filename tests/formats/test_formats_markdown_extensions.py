"""Markdown as site generators know it: what their tags, boxes and lines leave to translate, and in which form."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tms.formats import get_format

MARKDOWN = get_format("markdown")

CASES = [
    ("heading with a name", "## A b {#c}\n", [("heading", "A b")], "## Mot A b fin {#c}\n"),
    ("heading with a class", "# A # {: .c }\n", [("heading", "A")], "# Mot A fin # {: .c }\n"),
    ("setext with a name", "A\nb {#c}\n===\n", [("heading", "A\nb")], "Mot A\nb fin {#c}\n===\n"),
    ("braces in a heading", "# A {b}\n", [("heading", "A {b}")], "# Mot A {b} fin\n"),
    (
        "tag in a link",
        "a [b]({{ c | d }}/e) f\n",
        [("paragraph", "a [b]({{ c | d }}/e) f")],
        "Mot a [b]({{ c | d }}/e) f fin\n",
    ),
    ("tag in an image", "![a]({{ b.c }}/d.png)\n", [("alt", "a")], "![Mot a fin]({{ b.c }}/d.png)\n"),
    ("tag in a cell", "|a {{ b | c }}|\n|-|\n", [("table-cell", "a {{ b | c }}")], "|Mot a {{ b | c }} fin|\n|-|\n"),
    ("address by a tag", "[a]: {{ b }}/c\n", [], "[a]: {{ b }}/c\n"),
    (
        "figure of Hugo",
        '{{< figure src="a" caption="B *c*" alt=\'d\' title="e" >}}\n',
        [("caption", "B *c*"), ("alt", "d"), ("alt", "e")],
        '{{< figure src="a" caption="Mot B *c* fin" alt=\'Mot d fin\' title="Mot e fin" >}}\n',
    ),
    (
        "include over lines",
        '{% include figure.html\n  filename="a"\n  caption="b \\"c\\"" %}\n',
        [("caption", 'b \\"c\\"')],
        '{% include figure.html\n  filename="a"\n  caption="Mot b \\"c\\" fin" %}\n',
    ),
    (
        "caption by a tag",
        '{% include a.html caption="{{ b }}" alt=c %}\n',
        [],
        '{% include a.html caption="{{ b }}" alt=c %}\n',
    ),
    ("title of no picture", '{{< youtube a title="b" >}}\n', [], '{{< youtube a title="b" >}}\n'),
    (
        "text between tags",
        "{{% note %}}\na\n{{% /note %}}\n",
        [("paragraph", "a")],
        "{{% note %}}\nMot a fin\n{{% /note %}}\n",
    ),
    (
        "code between tags",
        "{% highlight py %}\na\n\nb\n{% endhighlight %}\nc\n",
        [("paragraph", "c")],
        "{% highlight py %}\na\n\nb\n{% endhighlight %}\nMot c fin\n",
    ),
    (
        "code of Hugo",
        "{{< highlight go >}}\na\n{{< /highlight >}}\n",
        [],
        "{{< highlight go >}}\na\n{{< /highlight >}}\n",
    ),
    ("tag never closed", "a {{ b\n", [("paragraph", "a {{ b")], "Mot a {{ b fin\n"),
    (
        "component",
        "<Tabs a={[{b: '>'}]}\n  c>\n\nd\n\n</Tabs>\n",
        [("paragraph", "d")],
        "<Tabs a={[{b: '>'}]}\n  c>\n\nMot d fin\n\n</Tabs>\n",
    ),
    ("tight component", "<Note>\na *b*\n</Note>\n", [("paragraph", "a *b*")], "<Note>\nMot a *b* fin\n</Note>\n"),
    ("comment of MDX", "{/* a\nb */}\n", [], "{/* a\nb */}\n"),
    (
        "directive",
        ":::note[A *b*]\nc\n:::\n",
        [("label", "A *b*"), ("paragraph", "c")],
        ":::note[Mot A *b* fin]\nMot c fin\n:::\n",
    ),
    (
        "directive with words",
        "::: tip A b\nc\n:::\n",
        [("label", "A b"), ("paragraph", "c")],
        "::: tip Mot A b fin\nMot c fin\n:::\n",
    ),
    ("fenced division", "::: {.a}\nb\n:::\n", [("paragraph", "b")], "::: {.a}\nMot b fin\n:::\n"),
    (
        "box",
        '??? note "A"\n    b\n\n    - c\n\nd\n',
        [("label", "A"), ("paragraph", "b"), ("list-item", "c"), ("paragraph", "d")],
        '??? note "Mot A fin"\n    Mot b fin\n\n    - Mot c fin\n\nMot d fin\n',
    ),
    ("box without words", "!!! note\n    a\n", [("paragraph", "a")], "!!! note\n    Mot a fin\n"),
    ("no box", "!!! Stop there\n", [("paragraph", "!!! Stop there")], "Mot !!! Stop there fin\n"),
    ("tab", '=== "A"\n\n    b\n', [("label", "A"), ("paragraph", "b")], '=== "Mot A fin"\n\n    Mot b fin\n'),
    ("snippet", '--8<-- "a.md"\n', [], '--8<-- "a.md"\n'),
    ("abbreviation", "*[A]: b c\n", [("alt", "b c")], "*[A]: Mot b c fin\n"),
    ("formula", "$$\na\n\nb\n$$\n", [], "$$\na\n\nb\n$$\n"),
    ("prices", "$5 and $$6\n", [("paragraph", "$5 and $$6")], "Mot $5 and $$6 fin\n"),
    (
        "definitions",
        "A\n:   b\n    c\n\n    d\n\nE\n: f\n",
        [("list-item", text) for text in ("A", "b\nc", "d", "E", "f")],
        "Mot A fin\n:   Mot b\n    c fin\n\n    Mot d fin\n\nMot E fin\n: Mot f fin\n",
    ),
    (
        "title of an address",
        '[a]: /b "C"\n[d]: <e>\n  (F)\n',
        [("alt", "C"), ("alt", "F")],
        '[a]: /b "Mot C fin"\n[d]: <e>\n  (Mot F fin)\n',
    ),
    ("title of an image", '![a](b "c")\n', [("alt", "a"), ("alt", "c")], '![Mot a fin](b "Mot c fin")\n'),
    (
        "two images",
        "![a](b)\n[![c](d)](e 'f')\n",
        [("alt", "a"), ("alt", "c"), ("alt", "f")],
        "![Mot a fin](b)\n[![Mot c fin](d)](e 'Mot f fin')\n",
    ),
    ("image by its name", "![a]\n\n[a]: /b\n", [("alt", "a")], "![Mot a fin][a]\n\n[a]: /b\n"),
    ("image by its name and brackets", "![a][]\n\n[a]: /b\n", [("alt", "a")], "![Mot a fin][a]\n\n[a]: /b\n"),
    ("image by another name", "![a][b]\n\n[b]: /b\n", [("alt", "a")], "![Mot a fin][b]\n\n[b]: /b\n"),
    ("image in a cell", "|![a](b)|`c`|\n|-|-|\n", [("alt", "a")], "|![Mot a fin](b)|`c`|\n|-|-|\n"),
    ("nothing but code", "`a`\n\n- **`b`**, `c`\n", [], "`a`\n\n- **`b`**, `c`\n"),
    (
        "nothing but an address",
        "<https://a.example>\n\nhttps://a.example/b\n",
        [],
        "<https://a.example>\n\nhttps://a.example/b\n",
    ),
    ("code and words", "`a` b\n", [("paragraph", "`a` b")], "Mot `a` b fin\n"),
    ("signs", "—\n\n10 %\n", [("paragraph", "—"), ("paragraph", "10 %")], "Mot — fin\n\nMot 10 % fin\n"),
    (
        "html",
        '<div title="a">\nb &amp;\n<p>c</p></div>\n',
        [("alt", "a"), ("paragraph", "b &amp;"), ("paragraph", "c")],
        '<div title="Mot a fin">\nMot b &amp; fin\n<p>Mot c fin</p></div>\n',
    ),
    (
        "html in a quote",
        "> <div>\n> a\n> b\n> </div>\n",
        [("paragraph", "a\nb")],
        "> <div>\n> Mot a\n> b fin\n> </div>\n",
    ),
    (
        "html in a list",
        '- <p>\n  a <img alt="b">\n  </p>\n',
        [("paragraph", 'a <img alt="b">')],
        '- <p>\n  Mot a <img alt="b"> fin\n  </p>\n',
    ),
    ("html by an inline tag", "<del>\n*a*\n</del>\n", [("paragraph", "*a*")], "<del>\nMot *a* fin\n</del>\n"),
    (
        "html that hides",
        "<pre>\na\n</pre>\n\n<style>\nb</style>\n\n<div><pre>\nc\n",
        [],
        "<pre>\na\n</pre>\n\n<style>\nb</style>\n\n<div><pre>\nc\n",
    ),
    (
        "html around Markdown",
        "<details><summary>a</summary>\n\nb\n\n</details>\n",
        [("paragraph", "a"), ("paragraph", "b")],
        "<details><summary>Mot a fin</summary>\n\nMot b fin\n\n</details>\n",
    ),
]
SAMPLES = [pytest.param(*rest, id=name) for name, *rest in CASES]


@pytest.mark.parametrize(("text", "units", "_translated"), SAMPLES)
def test_the_units_of_what_site_generators_know(text: str, units: list[tuple[str, str]], _translated: str) -> None:
    assert [(unit.kind.value, unit.text) for unit in MARKDOWN.parse(text).units] == units


@pytest.mark.parametrize(("text", "_units", "translated"), SAMPLES)
def test_only_the_texts_change(text: str, _units: object, translated: str) -> None:
    for end in ("\n", "\r\n", "\r"):
        document = MARKDOWN.parse(text.replace("\n", end))
        assert MARKDOWN.serialize(document, [None] * len(document.units)) == text.replace("\n", end)
        targets = [f"Mot {unit.text} fin" for unit in document.units]
        assert MARKDOWN.serialize(document, targets) == translated.replace("\n", end)


@pytest.mark.parametrize(
    ("text", "target", "expected"),
    [
        ('{{< figure caption="a" >}}\n', 'x "y" >}} z\n{{', '{{< figure caption="x \\"y\\" >&#125;} z &#123;{" >}}\n'),
        ("{% include a caption='b' %}\n", "l'eau \\ %} \\", "{% include a caption='l\\'eau \\ &#37;} \\\\' %}\n"),
        ('[a]: /b "c"\n', 'x "y"\nz', '[a]: /b "x \\"y\\" z"\n'),
        ("[a]: /b (c)\n", "x (y)", "[a]: /b (x \\(y\\))\n"),
        ("![a]\n\n[a]: /b\n", "x] y", "![x\\] y][a]\n\n[a]: /b\n"),
        (":::note[a]\nb\n:::\n", "x] y\nz", ":::note[x\\] y z]\nb\n:::\n"),
        ("::: tip a\nb\n:::\n", "{x} y", "::: tip \\{x} y\nb\n:::\n"),
        ('=== "a"\n\n    b\n', 'x "y"\n\nz', '=== "x "y" z"\n\n    b\n'),
        ("a\n: b\n", "- x\ny", "\\- x y\n: b\n"),
        ("a\n\nb\n", "x\n: y", "x\n\\: y\n\nb\n"),
        ("<div>\na\n</div>\n", "x\n\n<p> y", "<div>\nx<br><br>&lt;p&gt; y\n</div>\n"),
        ('<img alt="a">\n', 'x "y"', '<img alt="x &quot;y&quot;">\n'),
        ("a\nb\n---\n", "x\n- y\n\nz", "x - y z\n---\n"),
        ("a\nb\n---\n", "x\n# y", "x\n\\# y\n---\n"),
        ("> a\n> b\n> ---\n", "x\ny", "> x\n> y\n> ---\n"),
    ],
)
def test_the_form_of_a_target_in_a_tag_or_line(text: str, target: str, expected: str) -> None:
    document = MARKDOWN.parse(text)
    assert MARKDOWN.serialize(document, [target, *[None] * (len(document.units) - 1)]) == expected


SIGNS = st.lists(
    st.sampled_from(
        (
            *(
                "a",
                "b c",
                " ",
                "    ",
                "\n",
                "\n\n",
                "\r\n",
                ": ",
                "~ ",
                "$$",
                "{{ ",
                " }}",
                "{% ",
                " %}",
                "{{< figure ",
            ),
            *(
                'caption="',
                '"',
                "'",
                "alt='",
                "{/*",
                "*/}",
                "<Note>",
                "</Note>",
                "<Note a={",
                "}>",
                ":::",
                ":::note[",
                "]",
            ),
            *(
                '!!! note "',
                "??? ",
                '=== "',
                "*[a]: ",
                "[b]: /u ",
                "![b]",
                "[b]",
                "(u)",
                "`",
                "|",
                "|-|\n",
                "- ",
                "> ",
                "# ",
            ),
            *(
                "{#x}",
                "{: .x}",
                "<div>",
                "</div>",
                "<p>",
                "<del>",
                "<!--",
                "-->",
                "---\n",
                "+++\n",
                "title = ",
                "\\",
                "[^1]: ",
            ),
        )
    ),
    max_size=25,
).map("".join)


@given(SIGNS)
@settings(max_examples=300, deadline=None)
@example("{% highlight %}\n> {% endhighlight %}")
@example("![b]\n\n[b]: /u 'a'")
def test_any_mixture_comes_back_and_takes_translations(text: str) -> None:
    document = MARKDOWN.parse(text)
    size = len(document.units)
    assert MARKDOWN.serialize(document, [None] * size) == text
    targets = [f"mot {number}" for number in range(size)]
    again = MARKDOWN.parse(MARKDOWN.serialize(document, targets))
    assert [unit.text for unit in again.units] == targets
