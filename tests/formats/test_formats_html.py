"""HTML: which texts are units, and that every byte between them is kept."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tms.errors import InputError
from tms.formats import get_format
from tms.values import Kind

HTML = get_format("html")

PAGE = """<!DOCTYPE html><html><head><title>
 a &amp; b</title><meta content=" c " name="Description">
<link title="no"><style>p{}</style></head><body title="d">e</body></html>"""
CASES = [
    ("paragraph", "<p> a <b>b</b> &amp; c\n</p>", [("paragraph", "a <b>b</b> &amp; c")]),
    ("headings", "<h1>a</h1><H6 id=x>b</H6>", [("heading", "a"), ("heading", "b")]),
    ("items", "<ul><li>a</li><li><p>b</p></li></ul>", [("list-item", "a"), ("list-item", "b")]),
    ("item without end", "<ul><li>a<li>b</ul>c", [("list-item", "a"), ("list-item", "b"), ("paragraph", "c")]),
    ("nested list", "<li>a<ul><li>b</li></ul>c</li>", [("list-item", "a"), ("list-item", "b"), ("list-item", "c")]),
    ("paragraph without end", "<p>a<p>b<div>c</div>", [("paragraph", "a"), ("paragraph", "b"), ("paragraph", "c")]),
    ("definitions", "<dl><dt>a<dd>b</dl>", [("list-item", "a"), ("list-item", "b")]),
    (
        "quote",
        "<blockquote><p>a</p><cite>b</cite></blockquote>c",
        [("quote", "a"), ("quote", "<cite>b</cite>"), ("paragraph", "c")],
    ),
    ("heading in a quote", "<blockquote><h2>a</h2>b</blockquote>", [("heading", "a"), ("quote", "b")]),
    (
        "table",
        "<table><caption>a</caption><tr><th>b<td>c</table>d",
        [("caption", "a"), ("table-cell", "b"), ("table-cell", "c"), ("paragraph", "d")],
    ),
    ("details", "<details><summary>a</summary>b</details>", [("paragraph", "a"), ("paragraph", "b")]),
    ("figure", '<figure><img alt="a"><figcaption>b</figcaption></figure>', [("alt", "a"), ("caption", "b")]),
    ("text in blocks", "<body>a<div>b</div>c</body>", [("paragraph", text) for text in "abc"]),
    ("nothing but text", "a\n b", [("paragraph", "a\nb")]),
    ("blank lines", "a\n \nb\r\n\r\nc\r\rd", [("paragraph", text) for text in "abcd"]),
    ("blank line in a paragraph", "<p>a\n\nb</p>", [("paragraph", "a\n\nb")]),
    ("blank line in emphasis", "<em>a\n\nb</em>", [("paragraph", "a"), ("paragraph", "b")]),
    (
        "page",
        PAGE,
        [("title", "a &amp; b"), ("excerpt", "c"), ("alt", "d"), ("paragraph", "e")],
    ),
    ("other meta", '<meta name="keywords" content="a"><meta content="b">', []),
    ("picture in a sentence", '<p>a <img src="b" alt="c" title="d"></p>', [
        ("paragraph", 'a <img src="b" alt="c" title="d">'),
    ]),
    ("picture alone", "<p><a href=x title='a'><img alt=\"b\" title=c></a></p>", [
        ("alt", "a"), ("alt", "b"), ("alt", "c"),
    ]),
    ("picture without words", '<img alt=""><img alt=" "><img alt>', []),
    ("title of a block", '<p title="a">b</p>', [("alt", "a"), ("paragraph", "b")]),
    ("attribute with a sign", '<p data-x="<p>a" title="b > c">d</p>', [("alt", "b > c"), ("paragraph", "d")]),
    ("no translation", '<p translate="no" title="a">b <i translate="yes">c</i></p><p class="x notranslate">d</p>', [
        ("paragraph", 'b <i translate="yes">c</i>'),
    ]),
    ("no translation around", "<span translate=no><p>a</p></span><p>b</p>", [("paragraph", "b")]),
    ("name in a sentence", "<p>a <i translate=no>b</i></p><p><i translate=no>c</i></p>", [
        ("paragraph", "a <i translate=no>b</i>"),
    ]),
    ("code", "<pre>a<p>b</p></pre><p><code>c</code></p><p>d <code>e</code></p>", [("paragraph", "d <code>e</code>")]),
    ("verse", '<pre class="wp-block-verse"> a\n\n  b\n</pre>', [("paragraph", "a\n\n  b")]),
    ("script", "<script>if (a<b) '</p>'</script><p>a<script>b</script>", [("paragraph", "a")]),
    ("frames", "<iframe src=x title=y>a</iframe><video>b</video><object><p>c</p></object>", []),
    ("formula", "<p>a <svg><text>b</text></svg> c</p><math>d</math><svg/>e", [
        ("paragraph", "a <svg><text>b</text></svg> c"), ("paragraph", "<math>d</math><svg/>e"),
    ]),
    ("comments", "<!-- a --><p>b<!-- c --> d<!-- e --></p><!-->f", [
        ("paragraph", "b<!-- c --> d"), ("paragraph", "f"),
    ]),
    ("mark of WordPress", "a<!--more b-->c<!-- wp:x -->d", [("paragraph", text) for text in "acd"]),
    ("break", "<p><br>a<br>b<br /></p>", [("paragraph", "a<br>b")]),
    ("loose tags", "<p><b>a <i>b</i></p><p></b>c</i></p>", [("paragraph", "a <i>b</i>"), ("paragraph", "c")]),
    ("link around blocks", '<a href="x"><h2>a</h2>b</a>', [("heading", "a"), ("paragraph", "b")]),
    ("form", '<label>a <input placeholder="b"></label><input type=Submit value="c"><input value="d">', [
        ("label", 'a <input placeholder="b">'), ("label", "c"),
    ]),
    ("list", "<select aria-label=a><optgroup label=b><option>c<option>d</select><textarea placeholder=e></textarea>", [
        ("label", text) for text in "abcde"
    ]),
    ("buttons", "<button title=a>b <i>c</i></button><p>d <button>e</button> f</p>", [
        ("alt", "a"), ("label", "b <i>c</i>"), ("paragraph", "d <button>e</button> f"),
    ]),
    ("labels to keep", "<div translate=no><button>a</button><textarea placeholder=b></textarea></div>", []),
    ("link alone", '<ul><li><a href="a" title="b">c</a></li></ul>', [("list-item", '<a href="a" title="b">c</a>')]),
    ("cards", '<meta property="og:title" content="a"><meta property="og:description" content="b"><meta name=c>', [
        ("title", "a"), ("excerpt", "b"),
    ]),
    ("nothing to see", "<p>&nbsp;\u200b</p><p>\ufeff</p><p>&shy;</p>", []),
    ("address alone", "<div>\nhttps://e.example/v?a=1\n</div><p>a https://e.example</p>", [
        ("paragraph", "a https://e.example"),
    ]),
    ("address with a link", '<p><a href="u">https://e.example</a></p>', [
        ("paragraph", '<a href="u">https://e.example</a>'),
    ]),
    ("signs", "<p>a < b > c & d <3 e</p>", [("paragraph", "a < b > c & d <3 e")]),
    ("tag at the end", "a <b", [("paragraph", "a <b")]),
    ("byte order mark", "\ufeff<p>a</p>", [("paragraph", "a")]),
    ("no tags", "</>a</ b><?php c ?><!d><![CDATA[ e > ]]>f", [("paragraph", "a</ b><?php c ?><!d><![CDATA[ e > ]]>f")]),
    ("right to left", "<p>\u0645\u202e e\u0301</p>", [("paragraph", "\u0645\u202e e\u0301")]),
    ("half a surrogate pair", "<p>\ud800a</p>", [("paragraph", "\ud800a")]),
]  # fmt: skip
SAMPLES = [pytest.param(text, units, id=name) for name, text, units in CASES]


@pytest.mark.parametrize(("text", "units"), SAMPLES)
def test_the_units_of_a_piece_of_html(text: str, units: list[tuple[str, str]]) -> None:
    assert [(unit.kind.value, unit.text) for unit in HTML.parse(text).units] == units


@pytest.mark.parametrize(("text", "_units"), SAMPLES)
def test_html_comes_back_to_the_character(text: str, _units: object) -> None:
    for variant in (text, text.replace("\n", "\r\n"), f"<div>{text}</div>", f"\n{text}\r"):
        document = HTML.parse(variant)
        assert HTML.serialize(document, [None] * len(document.units)) == variant


def test_a_unit_knows_its_line_and_the_indent_of_its_further_lines() -> None:
    document = HTML.parse("<div>\r\n  <p>\r\n    a\r\n    b\r\n  </p>\r\n</div>")
    assert [(unit.line, unit.text, unit.raw, unit.continuation) for unit in document.units] == [
        (3, "a\nb", "a\r\n    b", "    ")
    ]
    assert HTML.serialize(document, ["x\ny"]) == "<div>\r\n  <p>\r\n    x\r\n    y\r\n  </p>\r\n</div>"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("<h1>a</h1><title>b\nc</title>", "b c"),
        ("<p>a</p><h2>b</h2>", "b"),
        ("<p>a</p>", "a"),
        ("<hr>", ""),
    ],
    ids=["title", "heading", "words", "none"],
)
def test_the_title_is_that_of_the_page_or_its_first_heading(text: str, title: str) -> None:
    assert HTML.parse(text).title == title


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a\n<p>b <!-- c\n</p>", "line 2: the comment is never closed"),
        ("\n\r\n<script>a", "line 3: '<script>' is never closed"),
        ("<p>a</p>\n<pre>\nb", "line 2: '<pre>' is never closed"),
        ("<svg><svg></svg>", "line 1: '<svg>' is never closed"),
        ('a\n\n<a href="b>c</a>', "line 3: the tag '<a' is never closed"),
    ],
    ids=["comment", "script", "pre", "svg", "quote"],
)
def test_what_would_hide_the_rest_is_refused_with_its_line(text: str, message: str) -> None:
    with pytest.raises(InputError) as refusal:
        HTML.parse(text)
    assert (refusal.value.message, refusal.value.hint) == (message, "close it, or take it out")


TAGS = (
    *("<p>", "</p>", "<div>", "</div>", "<li>", "<ul>", "</ul>", "<h2>", "</h2>", "<td>", "<b>", "</b>", "<br>"),
    *('<img alt="', "<img alt='x' title=y>", '">', "'", '"', ">", "<", "</", "<a ", "title=", "=", "&amp;", "&nbsp;"),
    *("<!--", "-->", "<!", "<?", "<script>", "</script>", "<title>", "</title>", "<pre>", "</pre>", "<svg>", "</svg>"),
    *("<button>", "</button>", "<label>", "</label>", "<select>", "<option>"),
    *("<input type=submit value='", "<textarea placeholder="),
    *("<i translate=no>", "</i>", "<code>", "</code>", '<meta name="description" content="a">', "<blockquote>"),
)  # fmt: skip
WORDS = ("a", "é", " ", "\n", "\n\n", "\r\n", "\r", "\x85", "\u00a0", "\ufeff", "\x00", "https://e.example", "[x]")
PIECES = st.lists(st.sampled_from((*TAGS, *WORDS)), max_size=25).map("".join)


@given(PIECES)
@settings(max_examples=300, deadline=None)
@example("a<svg><h2></svg><p>b")
@example("<img alt=\"a\n\nb\" title=''>")
def test_any_text_that_is_taken_comes_back_and_takes_translations(text: str) -> None:
    try:
        document = HTML.parse(text)
    except InputError:
        return
    size = len(document.units)
    assert HTML.serialize(document, [None] * size) == text
    targets = [f"mot {number}" for number in range(size)]
    again = HTML.parse(HTML.serialize(document, targets))
    assert [(unit.kind, unit.text) for unit in again.units] == [
        (unit.kind, target) for unit, target in zip(document.units, targets, strict=True)
    ]


ARTICLE = """<title>T</title><meta name=description content='D'>
<h1>H <em>h</em></h1>
<p title=P>One <b>two</b></p>
Loose <i>text

more</i> text
<ul><li>Item<li>Other <a href="x">link</a></ul>
<blockquote>Quote</blockquote>
<figure><img src=x alt="Alt"><figcaption>Caption</figcaption></figure>
<table><tr><td>Cell<td>Next</table>
<pre class="wp-block-verse">Verse

 verse</pre>
<button>Label</button>
<p>Last</p>"""


@pytest.mark.parametrize(
    ("text", "target", "expected"),
    [
        ("<p>a</p>", " x <b>y</b>\n", "<p>x <b>y</b></p>"),
        ("<p>a</p>", "x </p><p> y", "<p>x &lt;/p&gt;&lt;p&gt; y</p>"),
        ("<p>a</p>", "x <b>y", "<p>x &lt;b&gt;y</p>"),
        ("<p>a</p>", "x</i> y", "<p>x&lt;/i&gt; y</p>"),
        ("<p>a <b>b<p>", "x <b>y", "<p>x <b>y<p>"),
        ("<p>a <b title='t'>b</i> c<p>", "x", "<p></i>x<b title='t'><p>"),
        ("<p>a <b>b<p>", "", "<p><b><p>"),
        ("<p>a</p>", "x <!-- y", "<p>x &lt;!-- y</p>"),
        ("<p>a</p>", "x --> y", "<p>x --> y</p>"),
        ("<p>a</p>", "x <!-- wp:y --> z", "<p>x &lt;!-- wp:y --> z</p>"),
        ("<p>a</p>", "x <b", "<p>x &lt;b</p>"),
        ("<p>a</p>", "x <", "<p>x &lt;</p>"),
        ("<p>a</p>", "x < y & z", "<p>x < y & z</p>"),
        ("<p>a</p>", "<script>x</script> y", "<p>&lt;script&gt;x&lt;/script&gt; y</p>"),
        ("<p>a</p>", "x\n \ny\nz", "<p>x<br><br>y\nz</p>"),
        ("<p>a\n\nb</p>", "x\n\ny", "<p>x\n\ny</p>"),
        ("<p>a</p>", "", "<p></p>"),
        (
            "<p>a <button>b</button></p>",
            "<button>x</button> y </button>",
            "<p><button>x</button> y &lt;/button&gt;</p>",
        ),
        ("<p>a</p>", "<button>x</button>", "<p>&lt;button&gt;x&lt;/button&gt;</p>"),
        ("<button>a</button>", "x </button> y", "<button>x &lt;/button&gt; y</button>"),
        ("<title>a</title>", "x</title>\ny", "<title>x&lt;/title> y</title>"),
        ('<img alt="a">', "x \"y\" 'z' <b>\nw", "<img alt=\"x &quot;y&quot; 'z' &lt;b&gt; w\">"),
        ("<img alt='a'>", 'l\'eau "x"', "<img alt='l&#39;eau \"x\"'>"),
        ("<img alt=a>", "x y", '<img alt="x y">'),
        ("<img alt= a >", "x", '<img alt= "x" >'),
        ('<pre class="wp-block-verse">a\n\nb</pre>', "x\n\n y", '<pre class="wp-block-verse">x\n\n y</pre>'),
    ],
)
def test_the_form_of_a_target_in_html(text: str, target: str, expected: str) -> None:
    assert HTML.serialize(HTML.parse(text), [target]) == expected


@given(
    st.lists(
        st.sampled_from((*TAGS, "a", "é ", "\n", "\n\n", "]", "<!-- wp:x -->", "<!--more-->")), min_size=1, max_size=6
    ).map(lambda pieces: f"é{''.join(pieces)}".strip()),
    st.integers(min_value=0, max_value=16),
)
@settings(max_examples=300, deadline=None)
@example("é<!--", 3)
@example("é<a title='", 16)
def test_a_target_leaves_every_other_unit_as_it_was(target: str, position: int) -> None:
    document = HTML.parse(ARTICLE)
    texts = [unit.text for unit in document.units]
    targets: list[str | None] = [None] * len(texts)
    targets[position] = target
    again = [unit.text for unit in HTML.parse(HTML.serialize(document, targets)).units]
    assert (len(again), again[:position], again[position + 1 :]) == (
        len(texts),
        texts[:position],
        texts[position + 1 :],
    )


def test_an_article_has_a_unit_of_every_kind() -> None:
    units = HTML.parse(ARTICLE).units
    assert (len(units), {unit.kind for unit in units}) == (17, set(Kind) - {Kind.LINK, Kind.LOCAL})


@pytest.mark.parametrize(
    "piece",
    [
        "<!--",
        "<a ",
        '<a b=">" ',
        "<x y",
        "<?",
        "<script>",
        "<b>",
        "<b><p></i>",
        "<td><div></p>",
        "<ul><li>",
        "\n\n",
        "&",
    ],
)
def test_hostile_html_takes_no_time(piece: str) -> None:
    for text in (piece * 5000, f"{piece * 5000}>", f"{'<div>' * 2000}{piece * 2000}"):
        start = time.process_time()
        try:
            document = HTML.parse(text)
        except InputError:
            pass
        else:
            assert HTML.serialize(document, [None] * len(document.units)) == text
        assert time.process_time() - start < 2
