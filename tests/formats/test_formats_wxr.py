"""WordPress exports: units in CDATA or escaped, posts cut out one by one, broken exports named by post and line."""

import io
import json
import tracemalloc
from collections.abc import Callable
from itertools import chain, repeat
from typing import BinaryIO, cast
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tms.errors import InputError
from tms.formats import get_format, list_wxr_posts, wrap_wxr
from tms.values import Skipped, Slice

WXR = get_format("wxr")
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
EXCERPT = "{http://wordpress.org/export/1.2/excerpt/}encoded"


def _section(text: str) -> str:
    return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>"


def _post(  # one field of an export each
    number: int, content: str = "Words.", *, title: str = "", excerpt: str = "", status: str = "publish",
    kind: str = "post", lock: str = "", more: str = "",
) -> str:  # fmt: skip
    return (
        f"<item>\n\t<title>{_section(title or f'Post {number}')}</title>\n"
        f"\t<link>https://e.example/{number}/?a=b&amp;c</link>\n"
        f"\t<content:encoded>{_section(content)}</content:encoded>\n"
        f"\t<excerpt:encoded>{_section(excerpt)}</excerpt:encoded>\n\t<wp:post_id>{number}</wp:post_id>\n"
        f"\t<wp:post_name>{_section(f'post-{number}')}</wp:post_name>\n\t<wp:status>{_section(status)}</wp:status>\n"
        f"\t<wp:post_type>{kind}</wp:post_type>\n\t<wp:post_password>{_section(lock)}</wp:post_password>\n"
        f"\t{more}\n\t</item>"
    )


def _export(*items: str) -> str:
    around = wrap_wxr(["<item/>"], title="Site & more", link="https://e.example", language="en-US")
    return around.replace("<item/>", "\n\t".join(items))


def _meta(key: str, value: str) -> str:
    return (
        f"<wp:postmeta>\n<wp:meta_key>{_section(key)}</wp:meta_key><wp:meta_value>{value}</wp:meta_value></wp:postmeta>"
    )


def _list(text: str | bytes, *, keep_going: bool = False, with_drafts: bool = False) -> list[Slice | Skipped]:
    data = text.encode() if isinstance(text, str) else text
    return list(list_wxr_posts(io.BytesIO(data), "dump.xml", keep_going=keep_going, with_drafts=with_drafts))


def _units(text: str) -> list[tuple[str, str]]:
    return [(unit.kind.value, unit.text) for unit in WXR.parse(text).units]


BLOCKS = (
    '<!-- wp:heading -->\n<h2>Head &amp; <em>x</em></h2>\n<!-- /wp:heading -->\n\n<!-- wp:search {"label":"Find"} /-->'
)

CASES = [
    (
        "blocks",
        _post(1, BLOCKS, excerpt="Short.\n\nShorter."),
        [
            ("title", "Post 1"),
            ("heading", "Head &amp; <em>x</em>"),
            ("label", "Find"),
            ("excerpt", "Short."),
            ("excerpt", "Shorter."),
        ],
    ),
    (
        "classic",
        _post(1, "One\nline.\n\n[caption id=x]<img alt='Alt'> Cap[/caption]\n<!--more Go on-->\nEnd."),
        [
            ("title", "Post 1"),
            ("paragraph", "One\nline."),
            ("alt", "Alt"),
            ("caption", "Cap"),
            ("label", "Go on"),
            ("paragraph", "End."),
        ],
    ),
    (
        "escaped",
        (
            "<item><title>A &amp;amp; B&#8217;s</title><content:encoded>&lt;p&gt;a &amp;lt; b&lt;/p&gt;&#xA;"
            "</content:encoded></item>"
        ),
        [("title", "A &amp; B’s"), ("paragraph", "a &lt; b")],
    ),
    ("end of a section in the text", _post(1, "a ]]> b"), [("title", "Post 1"), ("paragraph", "a ]]> b")]),
    (
        "sections and text",
        "<item><title>a<![CDATA[ <b>b</b>]]> c<!-- no --> d</title></item>",
        [
            ("title", "a <b>b</b> c d"),
        ],
    ),
    ("control characters", _post(1, "a\x0bb\uffff"), [("title", "Post 1"), ("paragraph", "a\x0bb\uffff")]),
    (
        "empty",
        ("<item><title/><content:encoded></content:encoded><excerpt:encoded><![CDATA[ ]]></excerpt:encoded></item>"),
        [],
    ),
    (
        "elements in a text",
        "<item><title>a<b>c</b></title><content:encoded>d</content:encoded></item>",
        [
            ("paragraph", "d"),
        ],
    ),
    (
        "other texts",
        (
            "<item><title>a</title><description>b</description><category>c</category><wp:comment><title>d</title>"
            "<wp:comment_content>e</wp:comment_content></wp:comment></item>"
        ),
        [("title", "a")],
    ),
    (
        "text of another item",
        _post(1, "An <item> of <title>x</title>"),
        [
            ("title", "Post 1"),
            ("paragraph", "An <item> of"),
        ],
    ),
]
SAMPLES = [pytest.param(text, units, id=name) for name, text, units in CASES[:-1]]


@pytest.mark.parametrize(("text", "units"), SAMPLES)
def test_the_units_of_a_post(text: str, units: list[tuple[str, str]]) -> None:
    assert _units(text) == units
    assert _units(_export(_post(8, kind="page"), text, _post(9, kind="nav_menu_item"))) == [
        *(("title", "Post 8"), ("paragraph", "Words.")),
        *(units if "wp:post_type" in text else ()),
    ]


def _variants(text: str) -> tuple[str, ...]:
    return text, text.replace("\n", "\r\n"), f"\ufeff\n {text}\n", _export(text), _export(text, text, _post(3))


@pytest.mark.parametrize(("text", "_units_of_it"), SAMPLES)
def test_an_export_comes_back_and_a_translation_changes_its_own_text(text: str, _units_of_it: object) -> None:
    for variant in _variants(text):
        document = WXR.parse(variant)
        assert WXR.serialize(document, [None] * len(document.units)) == variant
        targets = [f"Mot é & {number}" for number in range(len(document.units))]
        again = WXR.parse(WXR.serialize(document, targets))
        assert ([unit.text for unit in again.units], again.skeleton) == (targets, document.skeleton)


@pytest.mark.parametrize(
    ("raw", "target", "expected"),
    [
        ("<![CDATA[a]]>", "b ]]> & <i>c</i>", "<![CDATA[b ]]]]><![CDATA[> & <i>c</i>]]>"),
        ("a &amp; b", "c & <i>d</i>", "c &amp; &lt;i&gt;d&lt;/i&gt;"),
        ("a", "b\n c", "b c"),
        ("a", "<p>b</p></title>", "&amp;lt;p&amp;gt;b&amp;lt;/p&amp;gt;&amp;lt;/title&amp;gt;"),
    ],
    ids=["section", "escaped", "one line", "markup that cannot stand in a title"],
)
def test_the_form_of_a_title(raw: str, target: str, expected: str) -> None:
    document = WXR.parse(f"<item><title>{raw}</title></item>")
    assert WXR.serialize(document, [target]) == f"<item><title>{expected}</title></item>"


PIECES = st.lists(
    st.sampled_from(
        ("a", "é", "]]>", "]", ">", "<b>", "</b>", "&amp;", "\n\n", "\r\n", "<!-- wp:a /-->", "[x]", "😀", '"')
    ),
    max_size=15,
).map("".join)
WRITERS: list[Callable[[str], str]] = [
    _section,
    lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"),
]


@given(PIECES, PIECES, PIECES, st.sampled_from(WRITERS))
@settings(max_examples=80, deadline=None)
def test_whatever_is_taken_comes_back_and_stays_xml(
    title: str, content: str, target: str, write: Callable[[str], str]
) -> None:
    text = _export(
        f"<item><title>{write(title)}</title><content:encoded>{write(content)}</content:encoded>"
        "<wp:post_type>post</wp:post_type></item>"
    )
    try:
        document = WXR.parse(text)
    except InputError:
        return
    size = len(document.units)
    assert WXR.serialize(document, [None] * size) == text
    for number in range(size):
        targets = [target if number == position else None for position in range(size)]
        ET.fromstring(WXR.serialize(document, targets))  # noqa: S314 -- the text is our own
    again = WXR.parse(WXR.serialize(document, [f"mot {number}" for number in range(size)]))
    assert [unit.text for unit in again.units] == [f"mot {number}" for number in range(size)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (_post(1, "a\n<!-- wp:group -->\nb"), "line 5: the block 'group' is never closed"),
        ("<item>\n<title>a</titel></item>", "line 2: not well-formed XML (mismatched tag)"),
        ("<item><title>a", "line 1: not well-formed XML (no element found)"),
        ("words", "this is no XML: it begins with other text"),
        ("<html></html>", "this is XML, but no WordPress export (WXR)"),
        ("<!DOCTYPE rss [<!ENTITY a 'b'>]><item/>", "line 1: a DOCTYPE is not read: it may declare entities"),
        (
            '<!DOCTYPE rss SYSTEM "file:///etc/passwd"><item><title>&a;</title></item>',
            "line 1: a DOCTYPE is not read: it may declare entities",
        ),
        ("<item>&nbsp;</item>", "line 1: not well-formed XML (undefined entity)"),
        ("<item>\ud800</item>", "line 1: not well-formed XML"),
    ],
    ids=[
        *("block", "tags", "cut", "words", "page", "entities", "external entity", "entity of HTML", "half a letter"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(text: str, message: str) -> None:
    with pytest.raises(InputError) as refusal:
        WXR.parse(text)
    assert refusal.value.message == message


def test_posts_are_cut_out_with_what_the_export_says_of_them() -> None:
    polylang = (
        '<category domain="category" nicename="de"><![CDATA[x]]></category>'
        '<category domain="language" nicename="fr-ca"><![CDATA[Français]]></category>'
        '<category domain="post_translations" nicename="pll_5f"><![CDATA[pll_5f]]></category>'
    )
    wpml = _meta("_wpml_import_language_code", _section("es_MX")) + _meta("_wpml_import_translation_group", "77")
    items = [
        _post(1, "An <item> ]]> &amp; é", title="One\n<i>two</i>"),
        _post(2, more=polylang),
        _post(3, more=wpml, kind="event"),
        _post(4, more=_meta("_wpml_import_language_code", "?")),
    ]
    data = _export(*items).encode()
    assert _list(data) == [
        Slice(
            slug=f"post-{number}",
            format="wxr",
            data=item.encode(),
            where=f"'dump.xml', post {number} (post-{number})",
            title=title,
            address=f"https://e.example/{number}/?a=b&c",
            language=language,
            group=group,
            id=str(number),
        )
        for number, item, title, language, group in zip(
            range(1, 5),
            items,
            ("One <i>two</i>", "Post 2", "Post 3", "Post 4"),
            ("", "fr", "es", ""),
            ("", "pll_5f", "77", ""),
            strict=True,
        )
    ]


def test_empty_lines_in_front_are_passed_over() -> None:
    assert _list(f"\ufeff\n\n{GOOD}") == _list(GOOD)
    with pytest.raises(InputError) as refusal:
        _list(f"\n\n{GOOD[:BEFORE_FOURTH]}")
    assert f": line {_find_line(BEFORE_FOURTH) + 2}: " in refusal.value.message


def test_a_post_cut_out_reads_like_in_its_export() -> None:
    items = [_post(number, f"Words {number}.") for number in range(1, 4)]
    slices = [piece for piece in _list(_export(*items)) if isinstance(piece, Slice)]
    assert [_units(piece.data.decode()) for piece in slices] == [
        [("title", f"Post {number}"), ("paragraph", f"Words {number}.")] for number in range(1, 4)
    ]
    assert [unit for piece in slices for unit in _units(piece.data.decode())] == _units(_export(*items))


@pytest.mark.parametrize(
    ("item", "reason", "with_drafts"),
    [
        (_post(1, kind="attachment", status="inherit"), "a file of the media library", "a file of the media library"),
        (_post(1, kind="nav_menu_item"), "an entry of a menu", "an entry of a menu"),
        (_post(1, kind="wp_template"), "a part of the theme (wp_template)", "a part of the theme (wp_template)"),
        (_post(1, kind="wp_block"), None, None),
        (_post(1, kind="event"), None, None),
        (_post(1, status="trash"), "in the trash", "in the trash"),
        (_post(1, status="draft"), "a draft, not published", None),
        (_post(1, status="pending"), "waits for review, not published", None),
        (_post(1, status="private"), "private, not published", None),
        (_post(1, status="future"), "scheduled, not published yet", None),
        (_post(1, status="embargo"), "not published (embargo)", None),
        (_post(1, lock="x"), "behind a password", None),
        (_post(1, "<!-- wp:spacer /-->&nbsp;", title=" "), None, None),
        (_post(1, " ", title=" "), "without any text", "without any text"),
        ("<item><title>x</title></item>", *["no post: nothing in it is of WordPress"] * 2),
    ],
    ids=[
        *("file", "menu", "template", "shared text", "own type", "trash", "draft", "pending", "private", "future"),
        *("own state", "password", "blocks without text", "empty", "no post"),
    ],
)
def test_what_is_no_article_is_skipped_with_the_reason(item: str, reason: str | None, with_drafts: str | None) -> None:
    for expected, drafts in ((reason, False), (with_drafts, True)):
        found = _list(_export(item), with_drafts=drafts)[0]
        assert (found.reason if isinstance(found, Skipped) else None) == expected
        assert not isinstance(found, Skipped) or not found.is_fault


GOOD = _export(*(_post(number, f"Words {number}.") for number in range(1, 6)))


BEFORE_FOURTH = GOOD.index("<item>", GOOD.index("Words 3"))


def _find_line(offset: int) -> int:
    return GOOD.count("\n", 0, offset) + 1


# Link and content stand in the lines after the title.
TITLE = _find_line(GOOD.index("Post 3"))


def _names(found: list[Slice | Skipped]) -> list[str]:
    return [piece.slug if isinstance(piece, Slice) else f"{piece.where}: {piece.reason}" for piece in found]


THIRD = "'dump.xml', post 3 (Post 3)"
ALL = [f"post-{number}" for number in range(1, 6)]
BROKEN = [
    ("cut in a post", GOOD[: GOOD.index("Words 3")], f"{THIRD}: line {TITLE + 2}: the file breaks off", ALL[:2], []),
    (
        "cut in a name",
        GOOD[: GOOD.index("Post 3")],
        f"'dump.xml', post 3: line {TITLE}: the file breaks off",
        ALL[:2],
        [],
    ),
    (
        "cut behind a post",
        GOOD[:BEFORE_FOURTH],
        f"'dump.xml', after post 3: line {_find_line(BEFORE_FOURTH)}: the file breaks off",
        ALL[:3],
        [],
    ),
    (
        "tags",
        GOOD.replace("3/?a=b&amp;c</link>", "3/</links>"),
        f"{THIRD}: line {TITLE + 1}: not well-formed XML (mismatched tag)",
        ALL[:2],
        ALL[3:],
    ),
    (
        "section without end",
        GOOD.replace("Words 3.]]>", "Words 3."),
        f"{THIRD}: line {TITLE + 3}: not well-formed XML (mismatched tag)",
        ALL[:2],
        ALL[3:],
    ),
    (
        "no UTF-8",
        GOOD.replace("Words 3", "\udce9 3"),
        f"{THIRD}: line {TITLE + 2}: not UTF-8 (0xe9)",
        ALL[:2],
        ALL[3:],
    ),
    ("NUL", GOOD.replace("Words 3", "a\0b"), f"{THIRD}: line {TITLE + 2}: a NUL character", ALL[:2], ALL[3:]),
    (
        "before the posts",
        GOOD.replace("Site &amp; more", "Site & more"),
        f"'dump.xml': line {_find_line(GOOD.index('Site'))}: not well-formed XML",
        [],
        ALL,
    ),
    (
        "behind the end",
        f"{GOOD}<br>",
        f"'dump.xml', after post 5: line {_find_line(len(GOOD))}: not well-formed XML (junk after document element)",
        ALL,
        [],
    ),
]


@pytest.mark.parametrize(
    ("text", "message", "before", "after"),
    [pytest.param(*case, id=name) for name, *case in BROKEN],
)
def test_a_broken_export_names_the_post_and_the_line(
    text: str, message: str, before: list[str], after: list[str]
) -> None:
    data = text.encode("utf-8", "surrogateescape")
    found: list[Slice | Skipped] = []
    with pytest.raises(InputError) as refusal:
        found.extend(list_wxr_posts(io.BytesIO(data), "dump.xml"))
    assert refusal.value.message == message
    kept = _list(data, keep_going=True)
    assert _names(kept) == [*before, message, *after]
    assert [piece.where for piece in kept if isinstance(piece, Skipped) and piece.is_fault] == [
        message.partition(": line")[0]
    ]


class _Trickle(io.BytesIO):
    """A stream that gives one byte more or less than asked for, as pipes do."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(min(size or 0, 7))


@pytest.mark.parametrize(("text", "names"), [(text, [*before, *after]) for _, text, _, before, after in BROKEN[3:5]])
def test_how_the_bytes_arrive_does_not_matter(text: str, names: list[str]) -> None:
    text = text.replace("Words 2", "Wörter 😀 \uffff")
    whole = _list(text, keep_going=True)
    trickled = list(list_wxr_posts(cast("BinaryIO", _Trickle(text.encode())), "dump.xml", keep_going=True))
    assert trickled == whole
    assert [piece.slug for piece in whole if isinstance(piece, Slice)] == names


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x1f\x8b\x08\x00", "'dump.xml' is packed (gzip)"),
        (b"PK\x03\x04", "'dump.xml' is packed (ZIP)"),
        (GOOD.encode("utf-16"), "'dump.xml' is not UTF-8 text: it looks like UTF-16"),
        (b" \n", "'dump.xml' is empty"),
        (b"words", "'dump.xml' is no XML: it begins with other text"),
        (b"<rss><channel><item/></channel></rss>", "'dump.xml': this is XML, but no WordPress export (WXR)"),
        (
            b'<!DOCTYPE a [<!ENTITY b "c">]><rss/>',
            "'dump.xml': line 1: a DOCTYPE is not read: it may declare entities",
        ),
        (
            GOOD.replace("UTF-8", "ISO-8859-1").encode(),
            "'dump.xml': it is declared to be in ISO-8859-1, not in UTF-8",
        ),
    ],
    ids=["gzip", "zip", "UTF-16", "empty", "words", "feed", "DOCTYPE", "declared encoding"],
)
def test_a_file_that_is_no_export_is_refused_in_any_case(data: bytes, message: str) -> None:
    for keep_going in (False, True):
        with pytest.raises(InputError) as refusal:
            _list(data, keep_going=keep_going)
        assert refusal.value.message == message


class _Endless(io.RawIOBase):
    """An export of many posts that is made while it is read."""

    def __init__(self, count: int) -> None:
        head, tail = _export("|").split("|")
        item = _post(1, "é" * 50_000)
        self._parts = chain((head,), repeat(item, count), (tail,))

    def read(self, _size: int = -1, /) -> bytes:
        return next(self._parts, "").encode()


def test_a_large_export_needs_the_memory_of_a_few_posts() -> None:
    tracemalloc.start()
    try:
        assert sum(1 for _ in list_wxr_posts(cast("BinaryIO", _Endless(200)), "dump.xml")) == 200
        assert tracemalloc.get_traced_memory()[1] < 3_000_000
    finally:
        tracemalloc.stop()


def test_an_export_that_is_broken_everywhere_is_given_up() -> None:
    text = _export(*["<item>\n"] * 200)
    with pytest.raises(InputError) as refusal:
        _list(text, keep_going=True)
    assert refusal.value.message == "'dump.xml': more than 100 posts are broken"


def test_posts_are_wrapped_into_an_export_that_any_reader_takes() -> None:
    items = [_post(1, "a ]]> b\x0b"), '<item><title>b</title><x:y a="z:c" w:v="1">&amp;</x:y></item>']
    text = wrap_wxr(items, title="A & <B>", link="https://e.example/?a&b", language="fr")
    channel = ET.fromstring(text.encode())[0]  # noqa: S314 -- the text is our own
    wp = "{http://wordpress.org/export/1.2/}"
    assert [channel.findtext(name) for name in ("title", "link", "language", f"{wp}wxr_version")] == [
        *("A & <B>", "https://e.example/?a&b", "fr", "1.2"),
    ]
    assert channel.findtext(f"{wp}base_site_url") == channel.findtext(f"{wp}base_blog_url") == "https://e.example/?a&b"
    assert [item.findtext(CONTENT) for item in channel.iter("item")] == ["a ]]> b", None]
    assert [item.findtext(EXCERPT) for item in channel.iter("item")] == ["", None]
    assert items[1] in text
    assert [line for line in text.splitlines() if line.lstrip().startswith("<item>")] != []


def test_no_post_is_an_export_as_well() -> None:
    assert _list(wrap_wxr([])) == []
    assert json.dumps(WXR.parse(wrap_wxr([])).units) == "[]"
