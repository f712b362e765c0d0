"""Whether a line or paragraph of Markdown has words for people, or only something for a program.

Tags of site generators are taken as `cover_tags` leaves them.
"""

import re

from markdown_it.common.html_re import HTML_TAG_RE

# Tags alone on a line.
TEMPLATES = re.compile(r"(?:\{%[x\s]*%\}|\{\{[x\s]*\}\}|\s)+")
TAG = re.compile(r"\{%[x\s]*%\}|\{\{[x\s]*\}\}")
# Lines that site generators read, not people: tags, attribute lists, the label of a quote, an empty definition,
# an expression of MDX, the address of a link that a tag makes.
BLOCK_LINE = re.compile(
    r"(?:(?:\{%x*%\}|\{\{x*\}\})[ \t]*)+|\{:?[ \t]*[.#:][^{}]*\}|\[![A-Za-z]+\]|:"
    r"|\{[A-Za-z_][\w.]*(?:\(\))?\}|\[[^\]\n]+\]:[ \t]+\S*\{\{x*\}\}\S*"
)
_MODULE_LINE = re.compile(
    r"""import\s+(?:[^'"\n]*\sfrom\s+)?["'][^"'\n]+["'];?\s*$|export\s+(?:default|const|let|var|function|class)\b.*[=({;]"""
    r"|export\s+[{*]"
)
_PLAIN_START = re.compile(r"(?!https?:|www\.)[^\W_]")
_ESCAPE = r"\\[!-/:-@\[-`{-~]"
_NO_WORDS = re.compile(
    rf"(?P<escape>{_ESCAPE})|(?<!`)(`++)(?!`).+?(?<!`)\2(?!`)|{HTML_TAG_RE.pattern}"
    r"|<[A-Za-z][A-Za-z0-9.+-]{1,31}:[^<>\s]*>|<[\w.+-]+@[\w.-]+>|\bhttps?://[^\s<>]+|\{%x*%\}|\{\{x*\}\}"
    r"|(?<!\$)\$\$(?!\$).+?\$\$",
    re.DOTALL,
)
_SIGNS = re.compile(r"[\s*_\[\](){}~.,;:/|+\\-]*")


def has_words(text: str) -> bool:
    """Whether anything is left of an inline text without its code, addresses, tags and formulas."""
    if _PLAIN_START.match(text):
        return True
    rest = _NO_WORDS.sub(lambda match: "x" if match["escape"] else "", text)
    return len(rest) == len(text) or _SIGNS.fullmatch(rest) is None


def is_module(text: str) -> bool:
    """Whether a paragraph is a statement of MDX that imports or exports."""
    return _MODULE_LINE.match(text) is not None
