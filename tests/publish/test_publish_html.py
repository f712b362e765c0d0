"""Articles as HTML: whole, with their languages, and with nothing that runs."""

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tms.errors import InputError
from tms.publish import ArticlePart, ArticleText, mark_untranslated, write_html
from tms.values import Kind

NOTE = '<span lang="fr" class="tms-note">[non traduit]</span> '
VOID = {"br", "col", "hr", "img", "meta", "wbr"}


class _Page(HTMLParser):
    """Reads a page strictly: every element is closed in its order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def _markdown(text: str) -> str:
    return write_html(ArticleText("markdown", "T", "fr", text), is_page=False).strip()


def test_a_plain_text_becomes_a_page_in_its_language() -> None:
    article = ArticleText("text", "L'été & <toi>", "fr", "L'été & <toi>\n\nUn.\n \n\nDeux\ntrois.\n")
    page = write_html(article)
    assert page.startswith('<!DOCTYPE html>\n<html lang="fr">\n')
    assert "<title>L&#x27;été &amp; &lt;toi&gt;</title>" in page
    assert "<article>\n<h1>L&#x27;été &amp; &lt;toi&gt;</h1>\n<p>Un.</p>\n<p>Deux\ntrois.</p>\n</article>" in page
    assert [tag for tag, _ in _Page(page).elements][:3] == ["html", "head", "meta"]


def test_parts_become_their_elements_and_english_ones_are_marked() -> None:
    parts = (
        ArticlePart(Kind.TITLE, "Titre", "fr"),
        ArticlePart(Kind.PARAGRAPH, "Still <English>", "en"),
        ArticlePart(Kind.LIST_ITEM, "un", "fr"),
        ArticlePart(Kind.LIST_ITEM, "two", "en"),
        ArticlePart(Kind.HEADING, "Suite", "fr"),
        ArticlePart(Kind.PARAGRAPH, " ", "fr"),
        ArticlePart(Kind.LOCAL, "otra", "es"),
    )
    assert write_html(ArticleText("text", "Titre", "fr", parts=parts), is_page=False) == (
        "<h1>Titre</h1>\n"
        f'<p lang="en" class="tms-untranslated">{NOTE}Still &lt;English&gt;</p>\n'
        "<ul>\n<li>un</li>\n"
        f'<li lang="en" class="tms-untranslated">{NOTE}two</li>\n</ul>\n'
        "<h2>Suite</h2>\n"
        '<p lang="es">otra</p>\n'
    )


def test_marked_blocks_of_a_plain_text_are_english() -> None:
    text = f"{mark_untranslated('The title')}\n\nUn.\n\n{mark_untranslated('Two.')}"
    assert write_html(ArticleText("text", "The title", "fr", text), is_page=False) == (
        f'<h1 lang="en" class="tms-untranslated">{NOTE}The title</h1>\n'
        "<p>Un.</p>\n"
        f'<p lang="en" class="tms-untranslated">{NOTE}Two.</p>\n'
    )


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param("{}", f'<p lang="en" class="tms-untranslated">{NOTE}x <strong>y</strong></p>', id="paragraph"),
        pytest.param("## {}", f'<h2 lang="en" class="tms-untranslated">{NOTE}x <strong>y</strong></h2>', id="heading"),
        pytest.param(
            "- {}\n- z",
            f'<ul>\n<li><span lang="en" class="tms-untranslated">{NOTE}x <strong>y</strong></span></li>\n'
            "<li>z</li>\n</ul>",
            id="tight list",
        ),
        pytest.param(
            "> {}",
            f'<blockquote>\n<p lang="en" class="tms-untranslated">{NOTE}x <strong>y</strong></p>\n</blockquote>',
            id="quote",
        ),
        pytest.param('a ![{}](p.png "{}")', '<p>a <img src="p.png" alt="x y" title="x **y**"></p>', id="in attributes"),
        pytest.param("<div>{}</div>", None, id="raw HTML"),
        pytest.param("| {} |\n|---|\n| {} |", None, id="table"),
    ],
)
def test_english_in_markdown_is_marked_where_it_stands(text: str, html: str | None) -> None:
    written = _markdown(text.replace("{}", mark_untranslated("x **y**")))
    if html is None:
        assert "tms-untranslated" in written
        assert written.count("[non traduit]") == text.count("{}")
    else:
        assert written == html
    assert not {"\ue0f0", "\ue0f1", "\u2e28", "\u2e29"} & set(written)


def test_a_mark_leaves_the_markup_beside_it_alone() -> None:
    written = _markdown(mark_untranslated('**"Quoted"** and *this*'))
    assert written.endswith("<strong>&quot;Quoted&quot;</strong> and <em>this</em></p>")


@pytest.mark.parametrize(
    ("language", "note"),
    [("fr", "[non traduit]"), ("es-419", "[sin traducir]"), ("de", "[not translated]")],
)
def test_the_note_is_in_the_language_of_the_page(language: str, note: str) -> None:
    text = mark_untranslated("x")
    assert note in write_html(ArticleText("markdown", "T", language, text))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param("<script>alert(1)</script>\n\nb", "<p>b</p>", id="script"),
        pytest.param("a <script>x</script> b", "<p>a  b</p>", id="script in a line"),
        pytest.param("<style>p{color:red}</style>\n\nb", "<p>b</p>", id="style"),
        pytest.param('a <b onclick="x()" ONLOAD=y>b</b>', "<p>a <b>b</b></p>", id="handlers"),
        pytest.param('<a href="javascript:x()">b</a>', "<p><a>b</a></p>", id="javascript"),
        pytest.param('<a href="java&#10;script:x()">b</a>', "<p><a>b</a></p>", id="javascript in two lines"),
        pytest.param('<a href="&#1;JaVaScRiPt:x()">b</a>', "<p><a>b</a></p>", id="javascript in disguise"),
        pytest.param('<a href="vbscript:x">b</a>', "<p><a>b</a></p>", id="another scheme"),
        pytest.param('<a href="data:text/html,x">b</a>', "<p><a>b</a></p>", id="data"),
        pytest.param('a <img src="data:image/svg+xml,x" alt="b">', '<p>a <img alt="b"></p>', id="a picture that runs"),
        pytest.param("[b](javascript:x)", "<p>[b](javascript:x)</p>", id="Markdown refuses it itself"),
        pytest.param(
            'a <iframe src="https://v.example/1"></iframe>',
            '<p>a <a href="https://v.example/1">https://v.example/1</a></p>',
            id="a frame becomes a link",
        ),
        pytest.param("<iframe srcdoc='<b>'></iframe>b", "b", id="a frame without an address"),
        pytest.param("<form action=x><input name=y>b</form>", "b", id="form"),
        pytest.param("<svg><a xlink:href='javascript:x'>b</a></svg>", "<p><a>b</a></p>", id="svg"),
        pytest.param("a <b>b", "<p>a <b>b</b></p>", id="not closed"),
        pytest.param("a </b></div> b", "<p>a  b</p>", id="closed twice"),
        pytest.param("<p>a<p>b", "<p>a</p><p>b</p>", id="paragraphs end each other"),
        pytest.param('<p style="position:fixed">a</p>', "<p>a</p>", id="style attribute"),
        pytest.param("a <!-- note --> b", "<p>a  b</p>", id="comment"),
    ],
)
def test_what_runs_is_left_out_and_the_words_stay(text: str, html: str) -> None:
    assert _markdown(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param("H<sub>2</sub>O", "<p>H<sub>2</sub>O</p>", id="sub"),
        pytest.param(
            '<figure id="f"><img src="/w.jpg" alt="Un &amp; deux"><figcaption lang="es">c</figcaption></figure>',
            '<figure id="f"><img src="/w.jpg" alt="Un &amp; deux"><figcaption lang="es">c</figcaption></figure>',
            id="figure",
        ),
        pytest.param(
            '[a](https://e.org/?a=1&b=2 "t")', '<p><a href="https://e.org/?a=1&amp;b=2" title="t">a</a></p>', id="link"
        ),
        pytest.param("[a](../b#c)", '<p><a href="../b#c">a</a></p>', id="relative"),
        pytest.param("AT&amp;T &nbsp;&lt;b&gt;", "<p>AT&amp;T \u00a0&lt;b&gt;</p>", id="entities"),
        pytest.param("a  \nb", "<p>a<br>\nb</p>", id="line break"),
        pytest.param("---\ntitle: x\n---\n\na", "<p>a</p>", id="front matter is not text"),
    ],
)
def test_what_is_text_is_kept(text: str, html: str) -> None:
    assert _markdown(text) == html


def test_tables_and_footnotes_are_rendered() -> None:
    written = _markdown("| a | b |\n|---|--:|\n| 1 | 2 |\n\nx[^1]\n\n[^1]: note\n")
    assert '<td style="text-align:right">2</td>' in written
    assert 'href="#fn1"' in written
    assert 'id="fn1"' in written
    _Page(written)


@pytest.mark.parametrize(
    ("form", "text", "html"),
    [
        pytest.param(
            "html",
            '<!DOCTYPE html><html><head><title>T</title><meta name="description" content="d"></head>'
            "<body><h1>{}</h1><p onclick='x'>a</p><script>b</script></body></html>",
            f'<h1 lang="en" class="tms-untranslated">{NOTE}u</h1><p>a</p>',
            id="a page",
        ),
        pytest.param(
            "wordpress",
            '<!-- wp:paragraph {"align":"right"} -->\n<p>a\n\nb</p>\n<!-- /wp:paragraph -->',
            "<p>a\n\nb</p>",
            id="blocks",
        ),
        pytest.param(
            "wordpress",
            '{}\n\na\r\nb\n\n<h2>c</h2>\nd\n\n[caption id="x"]<a href="/y"><img src="z" alt="e"></a> f[/caption]',
            f'<p lang="en" class="tms-untranslated">{NOTE}u</p>\n<p>a<br>\nb</p>\n<h2>c</h2>\n<p>d</p>\n'
            '<figure><a href="/y"><img src="z" alt="e"></a><figcaption> f</figcaption></figure>',
            id="classic",
        ),
    ],
)
def test_pages_and_posts_are_shown_with_nothing_that_runs(form: str, text: str, html: str) -> None:
    article = ArticleText(form, "T", "fr", text.replace("{}", mark_untranslated("u")))
    assert write_html(article, is_page=False).strip() == html


def test_a_format_without_html_form_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        write_html(ArticleText("wxr", "T", "fr", "x"))
    assert (caught.value.message, caught.value.hint) == (
        "'wxr' articles cannot be written as HTML",
        "there is: text, markdown, html, wordpress",
    )


_HOSTILE = ("<script>", "</script>", "<!--", "-->", "<a href='javascript:x'>", "<img src=x onerror=y>", "</", "<td")
_PLAIN = ("<p>", "</p>", "<b>", "</b>", "<ul><li>", "</ul>", "text", "\n\n", "- ", "<", "&lt;", "\ud800", "\x00")
_pieces = st.sampled_from((*_HOSTILE, *_PLAIN, mark_untranslated("u")))


@settings(max_examples=200, deadline=None)
@given(st.lists(_pieces, max_size=20).map("".join))
def test_every_page_is_closed_and_harmless(text: str) -> None:
    for name in ("markdown", "text", "html", "wordpress"):
        page = write_html(ArticleText(name, text, "fr", text))
        page.encode("utf-8")
        for tag, attributes in _Page(page).elements:
            assert tag not in {"script", "iframe", "form", "object"}
            assert not any(attribute.startswith("on") for attribute in attributes)
            assert "javascript:" not in (attributes.get("href") or "")


@pytest.mark.parametrize("piece", ["<b>", "<b><p>", "</b>", "<!--", "<a href='", "&", "[", "*a ", "<ul><li>"])
def test_no_article_makes_the_writer_hang(piece: str) -> None:
    assert _Page(write_html(ArticleText("markdown", "T", "fr", piece * 3000))).open == []
