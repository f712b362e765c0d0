"""An article as HTML for publication, or for a look at an unfinished one."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from tms.errors import InputError
from tms.publish.marks import START, strip_marks
from tms.publish.sanitize import escape_text, sanitize_html
from tms.values import Kind

_NOTES = {"es": "[sin traducir]", "fr": "[non traduit]"}
_NOTE = "[not translated]"
_ELEMENTS = {Kind.TITLE: "h1", Kind.HEADING: "h2", Kind.QUOTE: "blockquote"}
# A page's title stands in its head, where the sanitiser would take it for words of the text.
_PAGE_TITLE = re.compile(r"<title(?:\s[^<>]*)?>[^<]*</title\s*>", re.IGNORECASE)
_BLOCK_MARK = re.compile(r"<!--\s+wp:")
_CAPTION = re.compile(
    r"\[(?:wp_)?caption\b[^\[\]]*\]\s*((?:<a\s[^<>]*>\s*)?<img\s[^<>]*>(?:\s*</a>)?)([^\[\]]*)\[/(?:wp_)?caption\]"
)
_BLOCK_START = re.compile(
    r"</?(?:address|article|aside|blockquote|dd|details|div|dl|dt|fieldset|figure|figcaption|footer|form|h[1-6]|header|hr|"
    r"iframe|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)\b|<!--",
    re.IGNORECASE,
)
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_STYLE = (
    "body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.6 Georgia,serif}"
    ".tms-untranslated{border-left:.2rem solid #b4452e;padding-left:.6rem}"
    "span.tms-untranslated{padding-left:.3rem}.tms-note{font-size:.8em}"
    "img{max-width:100%;height:auto}"
)


@dataclass(frozen=True, slots=True)
class ArticlePart:
    """A piece of a plain text article with the language that it is in."""

    kind: Kind
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class ArticleText:
    """A finished article: `parts` of a plain text, or the serialised `text` in its format.

    Where a translation is missing, a part says so by its language, and a text by the marks of `mark_untranslated`.
    """

    format: str
    title: str
    language: str
    text: str = ""
    parts: tuple[ArticlePart, ...] = ()
    source_language: str = "en"


def write_html(article: ArticleText, *, is_page: bool = True) -> str:
    """The article as a whole HTML page, or as a fragment of it; InputError for a format that has no HTML form here.

    What is still in the source language carries `lang`, the class `tms-untranslated` and a short note.
    """
    if article.parts:
        body = _render_parts(article.parts, article)
    elif article.format == "text":
        body = _render_parts(_split_text(article), article)
    elif article.format in _RENDERERS:
        html = _RENDERERS[article.format](article.text)
        body = sanitize_html(html, source_language=article.source_language, note=_write_note(article.language))
    else:
        known = ", ".join(("text", *_RENDERERS))
        raise InputError(f"'{article.format}' articles cannot be written as HTML", f"there is: {known}")
    return _wrap_page(article, body) if is_page else body


def _render_parts(parts: Iterable[ArticlePart], article: ArticleText) -> str:
    lines: list[str] = []
    is_list = False
    for part in parts:
        if not part.text.strip():
            continue
        is_item = part.kind is Kind.LIST_ITEM
        if is_item is not is_list:
            lines.append("<ul>" if is_item else "</ul>")
            is_list = is_item
        lines.append(_render_part(part, article))
    if is_list:
        lines.append("</ul>")
    return "\n".join(lines) + "\n"


def _render_part(part: ArticlePart, article: ArticleText) -> str:
    element = "li" if part.kind is Kind.LIST_ITEM else _ELEMENTS.get(part.kind, "p")
    text = escape_text(strip_marks(part.text))
    if part.language == article.language:
        return f"<{element}>{text}</{element}>"
    attributes = f' lang="{escape_text(part.language)}"'
    if part.language == article.source_language:
        attributes += ' class="tms-untranslated"'
        text = _write_note(article.language) + text
    return f"<{element}{attributes}>{text}</{element}>"


def _split_text(article: ArticleText) -> list[ArticlePart]:
    """The blocks of a plain text between blank lines; the first is the title where it says the same."""
    parts = []
    for number, block in enumerate(_BLANK_LINES.split(article.text.replace("\r\n", "\n").replace("\r", "\n"))):
        text = strip_marks(block).strip()
        is_title = number == 0 and text == strip_marks(article.title).strip()
        language = article.source_language if START in block else article.language
        parts.append(ArticlePart(Kind.TITLE if is_title else Kind.PARAGRAPH, text, language))
    return parts


def _render_markdown(text: str) -> str:
    return str(_build_markdown().render(text))


def _render_page(text: str) -> str:
    return _PAGE_TITLE.sub("", text)


def _render_post(text: str) -> str:
    """A post as its site shows it: the classic editor leaves paragraphs, line breaks and captions to WordPress."""
    if _BLOCK_MARK.search(text):
        return text
    text = _CAPTION.sub(r"<figure>\1<figcaption>\2</figcaption></figure>", text)
    chunks = _BLANK_LINES.split(text.replace("\r\n", "\n").replace("\r", "\n"))
    return "\n".join(part for chunk in chunks for part in _render_chunk(chunk.strip()))


def _render_chunk(chunk: str) -> Iterator[str]:
    for is_block, lines in groupby(chunk.split("\n"), key=_is_block):
        if is_block:
            yield "\n".join(lines)
        elif text := "<br>\n".join(lines).strip():
            yield f"<p>{text}</p>"


def _is_block(line: str) -> bool:
    return _BLOCK_START.match(strip_marks(line).lstrip()) is not None


@lru_cache(maxsize=1)
def _build_markdown() -> MarkdownIt:
    # The article's own HTML passes here and is filtered afterwards, where it stands beside what Markdown made.
    markdown = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return markdown.use(front_matter_plugin).use(footnote_plugin)


_RENDERERS: Mapping[str, Callable[[str], str]] = {
    "markdown": _render_markdown,
    "html": _render_page,
    "wordpress": _render_post,
}


def _write_note(language: str) -> str:
    note = _NOTES.get(language.partition("-")[0], _NOTE)
    return f'<span lang="{escape_text(language)}" class="tms-note">{note}</span> '


def _wrap_page(article: ArticleText, body: str) -> str:
    title = " ".join(strip_marks(article.title).split())
    return (
        "<!DOCTYPE html>\n"
        f'<html lang="{escape_text(article.language)}">\n'
        "<head>\n"
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape_text(title) or 'Article'}</title>\n"
        f"<style>{_STYLE}</style>\n"
        "</head>\n"
        "<body>\n"
        f"<article>\n{body}</article>\n"
        "</body>\n"
        "</html>\n"
    )
