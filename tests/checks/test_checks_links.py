"""Tags and what stands in them: attributes, links, pictures, accounts."""

import pytest

from tests.checks.asking import Found, ask

WARNING, INFO, ERROR = "warning", "info", "error"

ATTRIBUTES = [
    ("changed", '<p class="lead">a', '<p class="tete">b', [Found(ERROR, 'class="tete"', '<p class="lead">b')]),
    (
        "lost",
        '<a href="/x" rel="noopener">a</a>',
        '<a href="/x">b</a>',
        [Found(ERROR, "", '<a href="/x" rel="noopener">b</a>')],
    ),
    ("added", "<p>a", '<p class="western">b', [Found(ERROR, ' class="western"', "<p>b")]),
    (
        "direction-lost",
        '<i lang="ug" dir="rtl">a</i>',
        '<i lang="ug">a</i>',
        [Found(ERROR, "", '<i lang="ug" dir="rtl">a</i>')],
    ),
    ("shortcode", '[gallery ids="1,2"]', '[gallery ids="1,3"]', [Found(ERROR, 'ids="1,3"', '[gallery ids="1,2"]')]),
    (
        "two-tags",
        '<b id="1">a</b><b id="2">b</b>',
        '<b id="2">b</b><b id="3">a</b>',
        [Found(ERROR, 'id="3"', '<b id="2">b</b><b id="1">a</b>')],
    ),
    ("quotes-and-order", "<p class='a' id=b>x", '<p id="b" class="a">y', []),
    ("read-aloud", '<img src="a" alt="One" title="One">', '<img src="a" alt="Un" title="Un">', []),
    ("language", '<p lang="en">a', '<p lang="fr">b', []),
    ("direction-added", '<i lang="ug">a</i>', '<i lang="ug" dir="rtl">a</i>', []),
    ("tag-missing", '<b class="a">x</b> <b>y</b>', "<b>x</b>", []),
    ("address", '<a href="/en/x">a</a>', '<a href="/fr/x">a</a>', []),
    ("code", '`<b class="a">`', '`<b class="b">`', []),
]


@pytest.mark.parametrize(
    ("source", "target", "found"), [case[1:] for case in ATTRIBUTES], ids=[case[0] for case in ATTRIBUTES]
)
def test_attributes(source: str, target: str, found: list[Found]) -> None:
    assert ask("attributes", target, source=source) == found


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("<b>a</b> <i>b</i>", "<i>b</i> <b>a</b>", [Found(INFO, "<i>")]),
        ("**a** *b*", "*b* **a**", [Found(INFO, "*")]),
        (
            '<a href="/en/x">a</a> <a href="/en/y">b</a>',
            '<a href="/fr/y">b</a> <a href="/fr/x">a</a>',
            [Found(INFO, '<a href="/fr/y">')],
        ),
        ('<a href="/en/x">a</a> <a href="/en/y">b</a>', '<a href="/fr/x">a</a> <a href="/fr/y">b</a>', []),
        ("<b>a</b> <i>b</i>", "<b>a</b> <em>b</em>", []),
        ("<b>a</b> <i>b</i>", "<i>b</i>", []),
        ("<b>a</b>", "<b>a</b>", []),
    ],
)
def test_order_of_tags(source: str, target: str, found: list[Found]) -> None:
    assert ask("tag-order", target, source=source) == found


EMPTY = [
    ("space", "a<b> </b>b", [Found(WARNING, "<b> </b>", "a b")]),
    ("nothing", "a <em></em>b", [Found(WARNING, "<em></em>", "a b")]),
    ("no-break-space", "a<b>&nbsp;</b> b", [Found(WARNING, "<b>&nbsp;</b>", "a b")]),
    ("at-the-end", "a.<b> </b>", [Found(WARNING, "<b> </b>", "a.")]),
    ("paragraph", "<p></p><p>a</p>", [Found(WARNING, "<p></p>", "<p>a</p>")]),
    ("stars", "salle 3**** ;", [Found(WARNING, "****", "salle 3 ;")]),
    ("anchor", '<a id="x"></a>a', []),
    ("icon", '<i class="icon"></i> a', []),
    ("cell", "<td></td>", []),
    ("rule", "a\n\n****\n\nb", []),
    ("two-bold-words", "**a** **b**", []),
    ("full", "<b>a</b>", []),
]


@pytest.mark.parametrize(("target", "found"), [case[1:] for case in EMPTY], ids=[case[0] for case in EMPTY])
def test_empty_tags(target: str, found: list[Found]) -> None:
    assert ask("empty-tags", target) == found


def test_what_is_empty_in_the_source_may_be_empty() -> None:
    assert ask("empty-tags", "a<b></b>", source="a<b></b>") == []
    assert ask("empty-tags", "ce m****", source="that f***") == []


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("a <em>b</em> c", "a<em> b</em> c", [Found(INFO, "<em> ", "a <em>b</em> c")]),
        ("a <em>b</em> c", "a <em>b </em>c", [Found(INFO, " </em>", "a <em>b</em> c")]),
        ("a <em>b</em>, c", "a <em>b </em>, c", [Found(INFO, " </em>", "a <em>b</em>, c")]),
        ("a <em> b</em> c", "a<em> b</em> c", []),
        ("a <em>b</em>", "a <em>b</em> c", []),
        ("<p>a</p>", "<p> a </p>", []),
        ("a <em>b</em>", "a <em>b\u00a0!</em>", []),
    ],
)
def test_space_inside_a_tag(source: str, target: str, found: list[Found]) -> None:
    assert ask("tag-space", target, source=source) == found


LINKS = [
    ("here", 'the <a href="/x">report</a>', 'le rapport : <a href="/x">ici</a>', "fr", [Found(INFO, "ici")]),
    ("click", "the [report](/x)", "[Haga clic aquí](/x).", "es", [Found(INFO, "Haga clic aquí")]),
    ("nothing", '<a href="/x">report</a>', '<a href="/x"></a>', "fr", [Found(INFO, "")]),
    ("here-in-the-source", '<a href="/x">here</a>', '<a href="/x">ici</a>', "fr", []),
    ("picture", '<a href="/x">a</a>', '<a href="/x"><img src="a.png"></a>', "fr", []),
    ("telling", '<a href="/x">report</a>', '<a href="/x">rapport ici</a>', "fr", []),
    ("anchor", '<a id="x"></a>a', '<a id="x"></a>b', "fr", []),
    ("no-link", "here", "ici", "fr", []),
]


@pytest.mark.parametrize(
    ("source", "target", "language", "found"), [case[1:] for case in LINKS], ids=[case[0] for case in LINKS]
)
def test_link_text(source: str, target: str, language: str, found: list[Found]) -> None:
    assert ask("link-text", target, source=source, language=language) == found


HANDLES = [
    (
        "hashtag",
        "Use #FreeTenzin now",
        "Utilisez #LibérezTenzin",
        [Found(ERROR, "#LibérezTenzin", "Utilisez #FreeTenzin")],
    ),
    ("account", "Tag @watch_es", "Mentionnez @vigie", [Found(ERROR, "@vigie", "Mentionnez @watch_es")]),
    ("sign-lost", "on X @uhrwatch (", "sur X uhrwatch (", [Found(ERROR, "uhrwatch")]),
    ("hashtag-as-a-word", "The #MeToo movement", "Le mouvement MeToo", [Found(WARNING, "MeToo")]),
    ("e-mail", "write to a@b.org", "écrire à x@b.org", [Found(ERROR, "x@b.org", "écrire à a@b.org")]),
    ("e-mail-lost", "write to a@b.org", "écrire", [Found(ERROR, None)]),
    (
        "phone",
        "Call +41 22 555 01 99.",
        "Tél. : +41 22 555 01 89.",
        [Found(ERROR, "+41 22 555 01 89", "Tél. : +41 22 555 01 99.")],
    ),
    (
        "phone-by-the-verb",
        "call 600 123 456",
        "llame al 600 132 456",
        [Found(ERROR, "600 132 456", "llame al 600 123 456")],
    ),
    ("phone-grouped", "Call +41 22 555 01 99.", "Tél. : +41 225 550 199.", []),
    ("phone-code", "Call 022 555 01 99.", "Tél. : +41 22 555 01 99.", []),
    ("amount", "It cost 4 750 000 yuan", "Cela a coûté 4,75 millions de yuans", []),
    ("years", "1949-1955, 2021-03-14", "de 1949 à 1955, 14 mars 2021", []),
    ("case", "#closethecamps", "#CloseTheCamps", []),
    ("twice-and-once", "@a_b and @a_b", "@a_b", []),
    ("entity", "a &#8217; b", "a ’ b", []),
    ("number", "No. #3", "no 3", []),
    ("anchor", '<a href="#note">a</a>', '<a href="#note">b</a>', []),
    ("in-an-address", "https://a.org/@name", "https://a.org/@name", []),
]


@pytest.mark.parametrize(
    ("source", "target", "found"), [case[1:] for case in HANDLES], ids=[case[0] for case in HANDLES]
)
def test_handles(source: str, target: str, found: list[Found]) -> None:
    assert ask("handles", target, source=source) == found


def test_an_e_mail_address_is_compared_once() -> None:
    assert ask("urls", "écrire à x@b.org", source="write to a@b.org") == []


ALT = [
    ("empty", '<img src="a" alt="A row of chairs">', '<img src="a" alt="">', [Found(WARNING, 'alt=""')]),
    ("missing", '<img src="a" alt="A row of chairs">', '<img src="a">', [Found(WARNING, '<img src="a">')]),
    (
        "english",
        '<img src="a" alt="A row of chairs">',
        '<img src="a" alt="A row of chairs">',
        [Found(WARNING, 'alt="A row of chairs"')],
    ),
    (
        "english-with-a-name",
        '<img src="a" alt="Portrait of Dilnur">',
        '<img src="a" alt="Portrait of Dilnur">',
        [Found(WARNING, 'alt="Portrait of Dilnur"')],
    ),
    ("markdown", "![The empty chair](a.png)", "![](a.png)", [Found(WARNING, "![](a.png)")]),
    (
        "other-order",
        '<img src="a" alt="A tent"><img src="b" alt="">',
        '<img src="b" alt=""><img src="a" alt="Une tente">',
        [],
    ),
    ("name", '<img src="a" alt="Rebiya Kadeer">', '<img src="a" alt="Rebiya Kadeer">', []),
    ("institution", '<img src="a" alt="Voice of America">', '<img src="a" alt="Voice of America">', []),
    ("decoration", '<img src="a" alt="">', '<img src="a" alt="">', []),
]


@pytest.mark.parametrize(("source", "target", "found"), [case[1:] for case in ALT], ids=[case[0] for case in ALT])
def test_descriptions_of_pictures(source: str, target: str, found: list[Found]) -> None:
    assert ask("alt-text", target, source=source) == found


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ('<b>A</b> <i lang="zh">再教育</i>', '<b>B</b> <i lang="zh">再教育</i> (官员)', [Found(INFO, "官员")]),
        ('<b>A</b> <i lang="zh">再教育</i>', '<b>B</b> <i lang="zh">再教育</i>', []),
        ("<b>A</b> 和田", "<b>B</b> 和田", []),
        ("<b>A</b>", "<b>B</b> (官员)", []),
        ("A 再教育", "B 官员", []),
    ],
)
def test_another_script(source: str, target: str, found: list[Found]) -> None:
    assert ask("foreign-script", target, source=source) == found


UNSAFE = [
    ("script", "<p>a</p>", "<p>b<script>x()</script></p>", [Found(ERROR, "<script>")]),
    ("frame", "<p>a</p>", '<p>b</p><iframe src="//x"></iframe>', [Found(ERROR, '<iframe src="//x">')]),
    ("event", "<b>a</b>", '<b onclick="x()">b</b>', [Found(ERROR, 'onclick="x()"')]),
    ("address", "a", '<a href=" JavaScript:x">b</a>', [Found(ERROR, 'href=" JavaScript:x"')]),
    ("markdown", "[a](/x)", "[a](javascript:x)", [Found(ERROR, "](javascript:x)")]),
    ("in-the-source", '<iframe src="//x"></iframe>', '<iframe src="//y"></iframe>', []),
    ("shown-as-code", "a", "`<script>`", []),
    ("prose", "on the form = input", "le script de la base = <b>on</b>", []),
]


@pytest.mark.parametrize(("source", "target", "found"), [case[1:] for case in UNSAFE], ids=[case[0] for case in UNSAFE])
def test_unsafe_html(source: str, target: str, found: list[Found]) -> None:
    assert ask("unsafe-html", target, source=source) == found


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        (
            '<img src="/img/vigil.jpg">',
            '<img src="/img/veillee.jpg">',
            [Found(ERROR, "/img/veillee.jpg", '<img src="/img/vigil.jpg">')],
        ),
        ("[a](/files/a.pdf)", "[a](/fichiers/a.pdf)", [Found(ERROR, "/fichiers/a.pdf", "[a](/files/a.pdf)")]),
        ('<a href="/en/places/khotan">a</a>', '<a href="/fr/lieux/khotan">a</a>', []),
        (
            '<a href="https://a.org/v/882?lang=en">a</a>',
            '<a href="https://a.org/v/828?lang=fr">a</a>',
            [Found(ERROR, "https://a.org/v/828?lang=fr", '<a href="https://a.org/v/882?lang=en">a</a>')],
        ),
        ('<a href="#n1">a</a>', '<a href="#n1">b</a>', []),
    ],
)
def test_addresses_on_the_same_site(source: str, target: str, found: list[Found]) -> None:
    assert ask("urls", target, source=source) == found
