"""Posts of WordPress: block marks are kept and checked, shortcodes stay, classic paragraphs are found."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tms.errors import InputError
from tms.formats import get_format

WORDPRESS = get_format("wordpress")

CASES = [
    ("paragraph", '<!-- wp:paragraph {"a":"<p>\\u002d"} -->\n<p>a</p>\n<!-- /wp:paragraph -->', [("paragraph", "a")]),
    ("void", '<!-- wp:latest-posts {"title":"a"} /-->\n\n<!-- wp:footnotes /-->', []),
    ("columns", (
        "<!-- wp:columns --><div><!-- wp:column --><div><!-- wp:heading --><h2>a</h2><!-- /wp:heading --></div>"
        "<!-- /wp:column --><!-- wp:column --><div>b</div><!-- /wp:column --></div><!-- /wp:columns -->"
    ), [("heading", "a"), ("paragraph", "b")]),
    ("list", (
        "<!-- wp:list --><ul><!-- wp:list-item -->\n<li>a<!-- wp:list --><ul><!-- wp:list-item --><li>b</li>"
        "<!-- /wp:list-item --></ul><!-- /wp:list --></li>\n<!-- /wp:list-item --></ul><!-- /wp:list -->"
    ), [("list-item", "a"), ("list-item", "b")]),
    ("image", (
        '<!-- wp:image {"id":1,"alt":"no"} -->\n<figure><img src="x" alt="a"/><figcaption>b</figcaption></figure>'
        "\n<!-- /wp:image -->"
    ), [("alt", "a"), ("caption", "b")]),
    ("quote", (
        "<!-- wp:quote --><blockquote><!-- wp:paragraph --><p>a</p><!-- /wp:paragraph --><cite>b</cite></blockquote>"
        "<!-- /wp:quote -->"
    ), [("quote", "a"), ("quote", "<cite>b</cite>")]),
    ("embed", (
        "<!-- wp:embed --><figure><div>\nhttps://v.example/1\n</div><figcaption>a</figcaption></figure>"
        "<!-- /wp:embed -->"
    ), [("caption", "a")]),
    ("verse", '<!-- wp:verse --><pre class="wp-block-verse">a\n\n b</pre><!-- /wp:verse -->', [
        ("paragraph", "a\n\n b"),
    ]),
    *((name, f"<!-- wp:{name} --><p>a</p><b><!-- b<!-- /wp:{name} -->\n<p>c</p>", [("paragraph", "c")])
      for name in ("html", "core/html", "code", "preformatted", "core/shortcode", "highlighter/code")),
    ("more", '<!-- wp:more {"customText":"a"} -->\n<!--more a-->\n<!--noteaser-->\n<!-- /wp:more -->', [
        ("label", "a"),
    ]),
    ("more with other words inside", '<!-- wp:more {"customText":"a"} -->\n<!--more b-->\n<!-- /wp:more -->', [
        ("label", "a"), ("label", "b"),
    ]),
    ("more without words", "a<!-- wp:more -->\n<!--more-->\n<!-- /wp:more -->b<!--more -->", [
        ("paragraph", "a"), ("paragraph", "b"),
    ]),
    ("labels", (
        '<!-- wp:search {"label":" Find\\u0022 \\u003cb\\u003eit\\u003c/b\\u003e ","showLabel":true,'
        '"buttonText":"Go","placeholder":""} /-->'
        '<!-- wp:core/read-more {"content":"R\\u00e9ad"} /--><!-- wp:post-excerpt {"moreText":1} /-->'
    ), [("label", 'Find" <b>it</b>'), ("label", "Go"), ("label", "Réad")]),
    ("labels of two names", '<!-- wp:home-link {"label":"a","x":{"label":"no"},"label":"b"} /-->', [("label", "b")]),
    ("overrides of a pattern", (
        '<!-- wp:block {"ref":1,"content":{"A":{"content":"a","url":"no"},"B":[],"C":{"alt":"b"}}} /-->'
    ), [("label", "a"), ("label", "b")]),
    ("attributes that are not shown", '<!-- wp:paragraph {"placeholder":"no"} --><p>a</p><!-- /wp:paragraph -->', [
        ("paragraph", "a"),
    ]),
    ("labels in code", '<!-- wp:html --><!-- wp:search {"label":"a"} /--><!--more b--><!-- /wp:html -->', []),
    ("button", (
        '<!-- wp:button --><div><a class="x wp-block-button__link" href="y"> <b>a</b> </a></div>'
        '<!-- /wp:button -->'
    ), [("link", "<b>a</b>")]),
    ("links that are no button of a block", (
        '<p><a href="x">a</a></p><p><a class="wp-block-button__link">b</a> c</p>'
        '<p><a class="wp-block-button__link">d</a><a class="wp-block-button__link">e</a></p>'
    ), [
        ("paragraph", '<a href="x">a</a>'), ("paragraph", '<a class="wp-block-button__link">b</a> c'),
        ("paragraph", '<a class="wp-block-button__link">d</a><a class="wp-block-button__link">e</a>'),
    ]),
    ("between blocks", "a\n\nb\n<!-- wp:spacer /-->\nc", [("paragraph", text) for text in "abc"]),
    ("not a block", "<!-- wp:core/Capitals {bad /--><!--wp:b--><!-- wp:c-->d", [("paragraph", "d")]),
    ("name of core", "<!-- wp:core/group --><p>a</p><!-- /wp:group -->", [("paragraph", "a")]),
    ("classic", "<h2>a</h2>\nb\nc <b>d</b>\n\n\ne\n<ul>\n\t<li>f</li>\n</ul>\n&nbsp;\n\ng", [
        ("heading", "a"), ("paragraph", "b\nc <b>d</b>"), ("paragraph", "e"), ("list-item", "f"),
        ("paragraph", "g"),
    ]),
    ("more in a classic post", "a\n<!--more b-->\nc<!--nextpage-->", [
        ("paragraph", "a"), ("label", "b"), ("paragraph", "c"),
    ]),
    ("caption", (
        'a\n\n[caption id="x" align="left"]<a href="y"><img src="z" alt="b" title="c" /></a> d <i>e</i>[/caption]\nf'
    ), [("paragraph", "a"), ("alt", "b"), ("alt", "c"), ("caption", "d <i>e</i>"), ("paragraph", "f")]),
    ("old caption", '[caption width="1" caption="a &quot;b&quot;"]<img alt=c>[/caption]', [
        ("caption", "a &quot;b&quot;"), ("alt", "c"),
    ]),
    ("caption without end", "[caption id=x]<img alt=a> b\n\nc", [
        ("paragraph", "[caption id=x]<img alt=a> b"), ("paragraph", "c"),
    ]),
    ("shortcodes alone", '[gallery ids="1,2"]\nhttps://v.example/2\n\n[b /]\n\n[c d="e"]\n\n[/f]', []),
    ("shortcode in a sentence", '[tip text="x"]a[/tip] b [gallery]', [
        ("paragraph", '[tip text="x"]a[/tip] b [gallery]'),
    ]),
    ("words of an editor", "[sic]\n\n[the state]\n\n[[gallery]]", [
        ("paragraph", "[sic]"), ("paragraph", "[the state]"), ("paragraph", "[[gallery]]"),
    ]),
    ("code", "a\n\n[code lang='x']\n<p>b\n\n[/code]\n[embed]https://e.example[/embed]\n\nc", [
        ("paragraph", "a"), ("paragraph", "c"),
    ]),
]  # fmt: skip
SAMPLES = [pytest.param(text, units, id=name) for name, text, units in CASES]


@pytest.mark.parametrize(("text", "units"), SAMPLES)
def test_the_units_of_a_post(text: str, units: list[tuple[str, str]]) -> None:
    assert [(unit.kind.value, unit.text) for unit in WORDPRESS.parse(text).units] == units


@pytest.mark.parametrize(("text", "_units"), SAMPLES)
def test_a_post_comes_back_to_the_character(text: str, _units: object) -> None:
    for variant in (text, text.replace("\n", "\r\n"), f"\ufeff\n{text}\n\n{text}"):
        document = WORDPRESS.parse(variant)
        assert WORDPRESS.serialize(document, [None] * len(document.units)) == variant


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "<!-- wp:group -->\n\n<!-- wp:paragraph -->\n<p>a</p>\n<!-- /wp:paragraph -->",
            "line 1: the block 'group' is never closed",
            "close it, or take it out",
        ),
        (
            "a\r\n<!-- /wp:core/list -->",
            "line 2: the block 'list' ends but does not begin",
            "take the mark out, or add its beginning",
        ),
        (
            "<!-- wp:a -->\n<!-- wp:b -->\n<!-- /wp:a -->",
            "line 3: the block 'a' ends while 'b' is open",
            "close 'b' of line 2 first",
        ),
        (
            '\n<!-- wp:image {"id":1, -->',
            "line 2: the attributes of block 'image' are not valid JSON",
            "open the post in the block editor and save it again",
        ),
        (
            "<!-- wp:image [1] /-->",
            "line 1: the attributes of block 'image' are not valid JSON",
            "open the post in the block editor and save it again",
        ),
        (
            "<!-- wp:image " + '{"a":' * 5000 + " /-->",
            "line 1: the attributes of block 'image' are not valid JSON",
            "open the post in the block editor and save it again",
        ),
        ("\n<!-- wp:image {", "line 2: the mark of block 'image' is never closed", "close it, or take it out"),
        (
            "<!-- wp:a -->\n<pre>\n<!-- /wp:a -->",
            "line 2: '<pre>' is never closed",
            "close it, or take it out",
        ),
    ],
    ids=["open", "closed twice", "crossed", "broken JSON", "a list", "deep JSON", "half a mark", "pre"],
)
def test_a_post_that_is_not_whole_is_refused_with_its_line(text: str, message: str, hint: str) -> None:
    with pytest.raises(InputError) as refusal:
        WORDPRESS.parse(text)
    assert (refusal.value.message, refusal.value.hint) == (message, hint)


PIECES = st.lists(
    st.sampled_from(
        (
            *("<!-- wp:a -->", "<!-- /wp:a -->", '<!-- wp:b {"c":1} /-->', "<!-- wp:html -->", "<!-- /wp:html -->"),
            *("[caption x=1]", "[/caption]", '[caption caption="', '"]', "[code]", "[/code]", "[gallery]", "[/x]"),
            *("<p>", "</p>", "<li>", "<b>", "</b>", "<img alt='x'>", "<a>", "</a>", "<pre>", "</pre>", "<!--more-->"),
            *('<!-- wp:search {"label":"\\u003ca', '"} /-->', '<!-- wp:more {"customText":"a"} -->', "<!--more a-->"),
            *('<a class="wp-block-button__link">', "<!-- /wp:more -->"),
            *("a", "é ", "\n", "\n\n", "\r\n\r\n", " ", "[", "]", "<", "-->", "&nbsp;", "https://e.example"),
        )
    ),
    max_size=25,
).map("".join)  # fmt: skip


@given(PIECES)
@settings(max_examples=300, deadline=None)
@example("[caption x=1]<img alt='x'>a[/caption]")
def test_any_post_that_is_taken_comes_back_and_takes_translations(text: str) -> None:
    try:
        document = WORDPRESS.parse(text)
    except InputError:
        return
    size = len(document.units)
    assert WORDPRESS.serialize(document, [None] * size) == text
    targets = [f"mot {number}" for number in range(size)]
    again = WORDPRESS.parse(WORDPRESS.serialize(document, targets))
    assert [unit.text for unit in again.units] == targets


ARTICLE = """<!-- wp:heading {"level":2} -->
<h2>Heading</h2>
<!-- /wp:heading -->
<!-- wp:image {"id":7} -->
<figure><img src="x" alt="Alt"/><figcaption>Caption</figcaption></figure>
<!-- /wp:image -->

Classic [tip a="b"]words[/tip] and
more.

[caption id="y"]<img src="x" alt="Old alt"> Old caption[/caption]

[gallery] with words

[code]x[/code]

<!-- wp:list --><ul><!-- wp:list-item --><li>Item</li><!-- /wp:list-item --></ul><!-- /wp:list -->"""


@pytest.mark.parametrize(
    ("text", "target", "expected"),
    [
        ("a", "x\n\ny", "x<br><br>y"),
        ("a", "<!-- /wp:b --> x", "&lt;!-- /wp:b --> x"),
        ("a", "<!-- wp:b {c --> x", "&lt;!-- wp:b {c --> x"),
        ("a", "x [/caption] y", "x &#91;/caption] y"),
        ("a", "x [code] y", "x &#91;code] y"),
        ("a [code] b", "x [code] y", "x [code] y"),
        ('a [b c="d"]', 'x [b c="d"] [sic]', 'x [b c="d"] [sic]'),
        ("<!--more b-->", "x --> y", "<!--more x &#45;&#45;> y-->"),
        ("<!--more  b -->", "x\n y", "<!--more  x y -->"),
        ('<!-- wp:search {"label":"a","x":1} /-->', 'x\n"y" --> \\ é/', (
            '<!-- wp:search {"label":"x \\u0022y\\u0022 \\u002d\\u002d\\u003e \\u005c é/","x":1} /-->'
        )),
        ('<!-- wp:search {"label":"\\n a "} /-->', '"x"', '<!-- wp:search {"label":"\\n \\u0022x\\u0022 "} /-->'),
        (
            '<!-- wp:html -->{"a": "<!-- /wp:html --><button>a</button>', '"x" > -- y',
            '<!-- wp:html -->{"a": "<!-- /wp:html --><button>"x" > -- y</button>',
        ),
        ('<p><img alt="a"></p>', '"x" --', '<p><img alt="&quot;x&quot; --"></p>'),
        ('<!-- wp:search {"label":" a "} /-->', "x", '<!-- wp:search {"label":" x "} /-->'),
        (
            '<!-- wp:more {"customText":"a","noTeaser":true} -->\n<!--more a-->\n<!-- /wp:more -->', "x & y",
            '<!-- wp:more {"customText":"x \\u0026 y","noTeaser":true} -->\n<!--more x & y-->\n<!-- /wp:more -->',
        ),
        ('<a class="wp-block-button__link">a</a>', "</a>x", '<a class="wp-block-button__link">&lt;/a&gt;x</a>'),
        ('[caption caption="a"]b[/caption]', '"x" [y]', '[caption caption="&quot;x&quot; &#91;y&#93;"]b[/caption]'),
    ],
)  # fmt: skip
def test_the_form_of_a_target_in_a_post(text: str, target: str, expected: str) -> None:
    document = WORDPRESS.parse(text)
    assert WORDPRESS.serialize(document, [target, *[None] * (len(document.units) - 1)]) == expected


@given(PIECES.map(lambda text: f"é{text}".strip()), st.integers(min_value=0, max_value=7))
@settings(max_examples=300, deadline=None)
@example("é[code]", 3)
@example("é[caption x=1]", 0)
def test_a_target_leaves_every_other_unit_as_it_was(target: str, position: int) -> None:
    document = WORDPRESS.parse(ARTICLE)
    texts = [unit.text for unit in document.units]
    assert len(texts) == 8
    targets: list[str | None] = [None] * len(texts)
    targets[position] = target
    again = [unit.text for unit in WORDPRESS.parse(WORDPRESS.serialize(document, targets)).units]
    assert (len(again), again[:position], again[position + 1 :]) == (
        len(texts),
        texts[:position],
        texts[position + 1 :],
    )


@pytest.mark.parametrize(
    "piece",
    [
        "<!-- wp:a ",
        "<!-- wp:a -->",
        "[",
        "[a ",
        "[b]",
        '[b c="',
        "[caption]",
        "[caption x=1]y[/caption]",
        "[code]",
        "[b]<x",
        "<!--more a",
        "<!--more a-->",
        '<!-- wp:search {"label":"a"} /-->',
        '<!-- wp:more {"customText":"a"} --><!--more a-->',
        '<a class="wp-block-button__link">',
        '<a class="wp-block-button__link">a</a>',
    ],
)
def test_a_hostile_post_takes_no_time(piece: str) -> None:
    for text in (piece * 5000, f"{piece * 5000}>", f"{piece * 5000}[/b][/caption]"):
        start = time.perf_counter()
        try:
            document = WORDPRESS.parse(text)
        except InputError:
            pass
        else:
            assert WORDPRESS.serialize(document, [None] * len(document.units)) == text
        assert time.perf_counter() - start < 2
