import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tms.text.markup import find_protected_spans, find_tags, find_urls, strip_markup

TAGS = [
    ("html", "a <b>c</b>", ["b open <b>", "b close </b>"]),
    ("void", "<br/><img src='a>b'>", ["br single <br/>", "img single <img src='a>b'>"]),
    ("upper-case", "<EM>a</EM>", ["em open <EM>", "em close </EM>"]),
    ("comment", "<!-- <b> -->a", ["comment single <!-- <b> -->"]),
    ("no-tag", "1 < 2, a <3 b, x<y and z", []),
    ("autolink", "<https://a.org/x> <a@b.org>", ["autolink single <https://a.org/x>", "autolink single <a@b.org>"]),
    ("link", '[a](https://b.org "t")', ["link open [", 'link close ](https://b.org "t")']),
    ("link-brackets", "[a](/b_(c))", ["link open [", "link close ](/b_(c))"]),
    ("link-in-brackets", "[[a](b)]", ["link open [", "link close ](b)"]),
    ("reference-link", "[a][ref] [b][]", ["link open [", "link close ][ref]", "link open [", "link close ][]"]),
    ("image", "![a](b.png)", ["image open ![", "image close ](b.png)"]),
    ("definition", "[a]: https://b.org\nc", ["definition single [a]: https://b.org"]),
    ("strong", "a **b** c", ["** open **", "** close **"]),
    ("strong-em", "***a***", ["* open *", "** open **", "** close **", "* close *"]),
    ("underscores", "_a_ b_c_d", ["* open _", "* close _"]),
    ("strike", "~~a~~ ~b", ["~~ open ~~", "~~ close ~~"]),
    ("no-emphasis", "2 * 3 * 4, 5*6*7, a*, _, ___ ** x", []),
    ("underscores-in-address", "https://a.org/_b_/c_d_", []),
    ("escaped", r"\*a\* \[b\](c)", []),
    ("code", "`a *b*` ``c ` d``", ["code single `a *b*`", "code single ``c ` d``"]),
    ("open-code", "a ` b", []),
    ("footnote", "a[^1] b[^note]", ["footnote single [^1]", "footnote single [^note]"]),
    (
        "shortcode",
        '[caption id="a"]b[/caption] [gallery]',
        ['[caption] open [caption id="a"]', "[caption] close [/caption]", "[gallery] single [gallery]"],
    ),
    ("own-shortcode", "[box]a[/box]", ["[box] open [box]", "[box] close [/box]"]),
    ("editor-brackets", "[sic] [the state] [...]", []),
    (
        "templates",
        '{{ a }} {% b %} {{< c "d" >}} {{{e}}}',
        [f"template single {raw}" for raw in ("{{ a }}", "{% b %}", '{{< c "d" >}}', "{{{e}}}")],
    ),
    (
        "placeholders",
        "%s %1$s %(a)s {b} {0}",
        [f"placeholder single {raw}" for raw in ("%s", "%1$s", "%(a)s", "{b}", "{0}")],
    ),
    ("percent", "100 % sure, 50%de", []),
    (
        "attributes",
        'a {: .b} { .c d="e" } {rel=me}',
        [f"placeholder single {raw}" for raw in ("{: .b}", '{ .c d="e" }', "{rel=me}")],
    ),
    (
        "entities",
        "&amp; &#8217; &#xA0; &nope; AT&T",
        [f"entity single {raw}" for raw in ("&amp;", "&#8217;", "&#xA0;")],
    ),
]


@pytest.mark.parametrize(("text", "tags"), [case[1:] for case in TAGS], ids=[case[0] for case in TAGS])
def test_tags(text: str, tags: list[str]) -> None:
    found = find_tags(text)

    assert [f"{tag.name} {tag.role} {tag.raw}" for tag in found] == tags
    assert all(text[tag.start : tag.end] == tag.raw for tag in found)


@pytest.mark.parametrize(
    ("text", "visible"),
    [
        ('<a href="b">c</a> &amp; [d](https://e.org)', "c & d"),
        ("**a** _b_ `c` \\*d\\*", "a b c *d*"),
        ("![a river](b.png) it[^1]", "a river it"),
        ("<script>x = 1</script><style>y</style>a", "a"),
        ("<code>a &lt; b</code>", "a < b"),
        ("a<br>b", "a\nb"),
        ("<!-- note -->[caption id=1]a[/caption] {{ b }}", "a "),
        ("<https://a.org>", "https://a.org"),
        ("&amp;lt;", "&lt;"),
        ("50 %s {name} {: .b}", "50 %s {name} "),
        ("plain [sic] text", "plain [sic] text"),
    ],
)
def test_visible_text(text: str, visible: str) -> None:
    assert strip_markup(text) == visible


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("see https://a.org/b.", ["https://a.org/b"]),
        ("(https://a.org/b_(c)), https://a.org/(d", ["https://a.org/b_(c)", "https://a.org/(d"]),
        ("«https://a.org» “www.b.org/x”… 'http://c.org'", ["https://a.org", "www.b.org/x", "http://c.org"]),
        ("write to a.b+c@d-e.org!", ["a.b+c@d-e.org"]),
        ("mailto:a@b.org", ["mailto:a@b.org"]),
        ("HTTPS://A.ORG/x?y=1&amp;z=2; ok", ["HTTPS://A.ORG/x?y=1&amp;z=2"]),
        ("**https://a.org/b**, _https://a.org/c_", ["https://a.org/b", "https://a.org/c"]),
        ('<a href="https://a.org/é">', ["https://a.org/é"]),
        ("https://a.org\u202f: example.org/x, Amazon.com.", ["https://a.org", "example.org/x", "Amazon.com"]),
        ("fin.Le mot, M.Dupont, 3.14, etc.com", ["etc.com"]),
        ("a@b, @name, http://, https", []),
    ],
)
def test_urls(text: str, urls: list[str]) -> None:
    found = find_urls(text)

    assert [span.text for span in found] == urls
    assert all(text[span.start : span.end] == span.text for span in found)


def test_protected_spans_are_merged_and_in_order() -> None:
    text = 'a <a href="https://b.org">c</a>`d` <code>e: f</code> https://g.org {{ h }}'

    assert [span.text for span in find_protected_spans(text)] == [
        '<a href="https://b.org">',
        "</a>`d`",
        "<code>e: f</code>",
        "https://g.org",
        "{{ h }}",
    ]


@given(st.text(alphabet="ab1 \n<>[]()*_~`{}%&;!\\\"'/:@.#x^=-\u00a0é\u0301\ud800", max_size=60))
def test_spans_of_any_text_lie_in_it_and_do_not_overlap(text: str) -> None:
    tags = find_tags(text)

    assert all(text[tag.start : tag.end] == tag.raw for tag in tags)
    assert all(before.end <= after.start for before, after in pairwise(tags))
    assert all(before.end < after.start for before, after in pairwise(find_protected_spans(text)))


UNCLOSED = ("<", "<a ", "<!--", "[", "](", "[a](", "{{", "{%", "`", "**a", "_a*", "&a", "a@", "a.", "www.", "http://a(")


@pytest.mark.parametrize("piece", UNCLOSED)
def test_unclosed_markup_is_read_in_linear_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    start = time.perf_counter()

    strip_markup(text)
    find_protected_spans(text)

    # A quadratic scan takes minutes here.
    assert time.perf_counter() - start < 10
