"""Tags and addresses."""

import pytest

from tests.checks.asking import Found, ask

MARKUP = [
    ("missing-pair", "a <b>b</b>", "a b", [Found("error", None)]),
    ("missing-close", "<b>all</b>", "<b>tout", [Found("error", "", "<b>tout</b>")]),
    ("missing-close-inside", "<b>a</b> c", "<b>a c", [Found("error", None)]),
    ("stray-close", "a", "a</b>", [Found("error", "</b>", "a")]),
    ("crossed", "<b><i>a</i></b>", "<b><i>a</b></i>", [Found("error", "<i>"), Found("error", "</i>")]),
    ("markdown-bold", "a **b** c", "a b c", [Found("error", None)]),
    ("markdown-broken", "a **b** c", "a **b* c", [Found("error", None), Found("warning", "*")]),
    ("link", "a [b](https://a.org)", "a b", [Found("error", None)]),
    ("link-broken", "[b](https://a.org)", "[b] (https://a.org)", [Found("error", None)]),
    ("image", "![b](a.png)", "b", [Found("error", None)]),
    ("footnote", "a[^1] b[^2]", "a[^1] b", [Found("error", None)]),
    ("shortcode", '[caption id="a_1"]b[/caption]', "b", [Found("error", None)]),
    ("shortcode-id", '[gallery ids="1,2"]', '[gallery ids="1,3"]', []),
    ("template", "{{ site.url }} a", "a", [Found("error", None)]),
    ("placeholder", "%s and {name}", "%s et", [Found("error", None)]),
    ("code-missing", "type `ls -l`", "tapez", [Found("error", None)]),
    ("code-changed", "type `ls -l`", "tapez `ls -a`", [Found("warning", "`ls -a`")]),
    ("block-comment", "<!-- wp:more --> a", "a", [Found("error", None)]),
    ("line-break", "a<br>b", "a b", [Found("warning", None)]),
    ("added-italics", "a coup", "un *coup*", [Found("info", "*")]),
    ("added-bold", "a coup", "un **coup**", [Found("warning", "**")]),
    ("numbered-tag", '<g id="1">a</g>', '<g id="2">a</g>', [Found("error", None), Found("error", '<g id="2">')]),
    ("same", "a <b>b</b> [c](https://a.org) `d` [^1]", "<b>b</b> a `d` [c](https://a.org) [^1]", []),
    ("synonyms", "<b>a</b> <i>b</i> *c*", "<strong>a</strong> <em>b</em> _c_", []),
    ("attribute-change", '<a href="/en/x" title="A">a</a>', '<a href="/fr/x" title="B">a</a>', []),
    ("ordinal-letters", "the 1st", "le 1<sup>er</sup> et M<sup>me</sup> X", []),
    ("entities", "a & b", "a &amp; b&nbsp;!", []),
    ("caption-text", '[audio src="a" caption="One"]', '[audio src="a" caption="Un"]', []),
    ("editor-brackets", "[sic] [the state]", "[sic] [l’État]", []),
    ("product", "5*3*2 and snake_case_name", "5*3*2 et snake_case_name", []),
    ("template-text", '{% figure caption="One" %}', '{% figure caption="Un" %}', []),
]


@pytest.mark.parametrize(("source", "target", "found"), [case[1:] for case in MARKUP], ids=[case[0] for case in MARKUP])
def test_markup(source: str, target: str, found: list[Found]) -> None:
    assert ask("markup", target, source=source) == found


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("<b>a", [Found("error", "<b>")]),
        ("a</em>", [Found("error", "</em>")]),
        ("<p>a <br> <li>b <b>c</b>", []),
        ("le <nom de famille> ici", []),
        ("a **b** [c](d)", []),
    ],
)
def test_without_a_source_only_nesting_counts(target: str, found: list[Found]) -> None:
    assert ask("markup", target) == found


URLS = [
    ("missing", "see https://a.org/x", "voir", [Found("error", None)]),
    (
        "changed",
        "see https://a.org/x.",
        "voir https://a.org/y.",
        [Found("error", "https://a.org/y", "voir https://a.org/x.")],
    ),
    ("e-mail", "write to a@b.org", "écrire à a@c.org", []),
    ("extra", "see", "voir https://a.org/x", [Found("warning", "https://a.org/x")]),
    ("said-once", "https://a.org https://a.org", "https://a.org", [Found("warning", None)]),
    (
        "in-a-link",
        "[a](https://a.org/x)",
        "[a](https://a.org/z)",
        [Found("error", "https://a.org/z", "[a](https://a.org/x)")],
    ),
    ("punctuation", "(see https://a.org/x).", "(voir https://a.org/x)\u202f!", []),
    ("entity", "https://a.org/?a=1&b=2", "https://a.org/?a=1&amp;b=2", []),
    ("host-case-and-slash", "https://A.org/x/", "https://a.org/x", []),
    ("path-swap", "https://a.org/en/news", "https://a.org/fr/actualites", []),
    ("wikipedia", "https://en.wikipedia.org/wiki/China", "https://fr.wikipedia.org/wiki/Chine", []),
    ("parameter", "https://a.org/doc?lang=en", "https://a.org/doc?lang=fr", []),
    ("language-added", "https://a.org/about", "https://a.org/fr/a-propos", []),
    (
        "other-language",
        "https://a.org/en/x",
        "https://a.org/es/x",
        [Found("error", "https://a.org/es/x", "https://a.org/en/x")],
    ),
    (
        "other-site",
        "https://a.org/en/x",
        "https://b.org/fr/x",
        [Found("error", "https://b.org/fr/x", "https://a.org/en/x")],
    ),
    ("name", "Amazon.com sells", "Amazon vend", []),
]


@pytest.mark.parametrize(("source", "target", "found"), [case[1:] for case in URLS], ids=[case[0] for case in URLS])
def test_urls(source: str, target: str, found: list[Found]) -> None:
    assert ask("urls", target, source=source) == found
