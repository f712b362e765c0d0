"""HTML of an article made safe: written anew from a list of what is allowed.

An article's own markup is part of it (`<sup>`, `<abbr>`, a figure) and is kept. What runs, loads or submits is not
text: scripts, event handlers, frames, forms and `javascript:` links are left out, the words between them stay. A list
of what is allowed, and output that is escaped anew, holds against what a list of what is forbidden would miss.
"""

import html
import re
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser

from tms.publish.marks import END, START, strip_marks

_WORD = re.compile(r"\w+")
_BLOCKS = frozenset(
    _WORD.findall(
        "address article aside blockquote details div dl figcaption figure footer h1 h2 h3 h4 h5 h6 header hr "
        "main nav ol p pre section table ul"
    )
)
_TAGS = _BLOCKS | frozenset(
    _WORD.findall(
        "a abbr b bdi bdo br caption cite code col colgroup dd del dfn dt em i img ins kbd li mark q rp rt ruby s samp "
        "small span strong sub summary sup tbody td tfoot th thead time tr u var wbr"
    )
)
_VOID = frozenset({"br", "col", "hr", "img", "wbr"})
# These hold one unit and nothing else, so they can carry its language themselves.
_UNIT_TAGS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "figcaption", "caption", "dt", "summary"})
_EVERYWHERE = frozenset({"class", "dir", "id", "lang", "title"})
_ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "a": frozenset({"href", "hreflang", "rel"}),
    "blockquote": frozenset({"cite"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "del": frozenset({"cite", "datetime"}),
    "details": frozenset({"open"}),
    "img": frozenset({"alt", "height", "loading", "src", "width"}),
    "ins": frozenset({"cite", "datetime"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"reversed", "start", "type"}),
    "q": frozenset({"cite"}),
    "td": frozenset({"colspan", "headers", "rowspan"}),
    "th": frozenset({"colspan", "headers", "rowspan", "scope"}),
    "time": frozenset({"datetime"}),
}
# Deeper nesting is no article; browsers stop at 512.
_DEEPEST = 200
_ADDRESSES = frozenset({"cite", "href", "src"})
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]*")
# Browsers skip these inside an address, so that `java\nscript:` still runs.
_IGNORED_IN_ADDRESS = re.compile("[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\ufeff]")
_ALIGNMENT = re.compile(r"text-align:\s*(?:left|right|center)\s*;?")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_MARK = re.compile(f"({START}|{END})")

_Attributes = Iterable[tuple[str, str | None]]


def sanitize_html(fragment: str, *, source_language: str, note: str) -> str:
    """The fragment with only what is allowed, every element closed.

    What stands between marks of `mark_untranslated` gets the source language, a class and the note before it.
    """
    writer = _Writer(source_language, note)
    writer.feed(fragment)
    writer.close()
    return writer.finish()


def escape_text(text: str) -> str:
    """Text as HTML; what no page can hold (controls, lone surrogates) becomes U+FFFD."""
    return html.escape(_UNPRINTABLE.sub("\ufffd", text))


class _Writer(HTMLParser):
    """Reads a fragment and writes what is allowed of it."""

    def __init__(self, source_language: str, note: str) -> None:
        super().__init__(convert_charrefs=True)
        self._out: list[str] = []
        self._open: list[str] = []
        self._silent = 0
        self._untranslated = {"lang": source_language, "class": "tms-untranslated"}
        self._note = note
        # The element that was opened last, as long as nothing stands in it.
        self._fresh: tuple[str, dict[str, str]] | None = None

    def finish(self) -> str:
        while self._open:
            self._close_last()
        return "".join(self._out)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style"):
            self._silent += 1
        elif tag == "iframe":
            self._write_frame(attrs)
        elif tag in _TAGS and len(self._open) < _DEEPEST:
            if tag in _BLOCKS and "p" in self._open:
                self._close("p")
            self._start(tag, _clean_attributes(tag, attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # HTML knows no empty elements by a slash: `<b/>` opens.
        self.handle_starttag(tag, attrs)
        if tag in ("script", "style"):
            self._silent -= 1

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._silent = max(self._silent - 1, 0)
        elif tag in self._open:
            self._close(tag)

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        for part in _MARK.split(data):
            if part == START:
                self._start_untranslated()
            elif part == END:
                self._end_untranslated()
            elif part:
                self._out.append(escape_text(part))
                self._fresh = None

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._out.append(_write_start(tag, attributes))
        self._fresh = None if tag in _VOID else (tag, attributes)
        if tag not in _VOID:
            self._open.append(tag)

    def _start_untranslated(self) -> None:
        if self._fresh is not None and self._fresh[0] in _UNIT_TAGS:
            tag, attributes = self._fresh
            self._out[-1] = _write_start(tag, attributes | self._untranslated)
            self._fresh = None
        else:
            self._start("tms-mark", {})
            self._out[-1] = _write_start("span", self._untranslated)
        self._out.append(self._note)

    def _end_untranslated(self) -> None:
        if "tms-mark" in self._open:
            self._close("tms-mark")

    def _write_frame(self, attrs: _Attributes) -> None:
        """A frame runs somebody else's page; its address remains as a link."""
        address = dict(_clean_attributes("a", [("href", value) for name, value in attrs if name == "src"])).get("href")
        if address:
            self._out.append(f"{_write_start('a', {'href': address})}{escape_text(address)}</a>")

    def _close(self, tag: str) -> None:
        while self._open and self._close_last() != tag:
            pass

    def _close_last(self) -> str:
        tag = self._open.pop()
        self._out.append(f"</{'span' if tag == 'tms-mark' else tag}>")
        self._fresh = None
        return tag


def _clean_attributes(tag: str, attrs: _Attributes) -> dict[str, str]:
    allowed = _EVERYWHERE | _ATTRIBUTES.get(tag, frozenset())
    clean: dict[str, str] = {}
    for name, value in attrs:
        text = strip_marks(value or "")
        is_aligned = name == "style" and tag in ("td", "th") and _ALIGNMENT.fullmatch(text)
        if is_aligned or (name in allowed and (name not in _ADDRESSES or _is_harmless_address(text, tag))):
            clean.setdefault(name, text)
    return clean


def _is_harmless_address(address: str, tag: str) -> bool:
    plain = _IGNORED_IN_ADDRESS.sub("", address)
    scheme = _SCHEME.match(plain)
    if scheme is None or scheme[1].lower() in _SCHEMES:
        return True
    return tag == "img" and _PICTURE.fullmatch(plain) is not None


def _write_start(tag: str, attributes: Mapping[str, str]) -> str:
    written = "".join(f' {name}="{escape_text(value)}"' for name, value in attributes.items())
    return f"<{tag}{written}>"
