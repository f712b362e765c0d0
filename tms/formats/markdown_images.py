"""Paragraphs that are nothing but an image: only their alternative text is for translators."""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

_ATTRIBUTES = re.compile(r"\s*\{[^{}]*\}\s*")


@cache
def _inline_parser() -> MarkdownIt:
    return MarkdownIt("commonmark")


def find_alt(text: str, environment: dict[str, object]) -> tuple[int, int] | None:
    """Start and end of the alternative text in a paragraph that is one image, linked or not; else None.

    `environment` holds the link definitions of the document, as the block parser left them.
    """
    opening = next((mark for mark in ("[![", "![") if text.startswith(mark)), None)
    if opening is None:
        return None
    known = {"references": environment.get("references", {})}
    children = _inline_parser().parseInline(text, known)[0].children or []
    image = _only_image(children)
    if image is None or not text.startswith(f"{opening}{image.content}]"):
        return None
    return len(opening), len(opening) + len(image.content)


def _only_image(children: list[Token]) -> Token | None:
    images = [child for child in children if child.type == "image"]
    others = [child for child in children if child.type not in ("image", "link_open", "link_close")]
    has_text = any(child.type != "text" or not _is_attributes(child.content) for child in others)
    return images[0] if len(images) == 1 and not has_text else None


def _is_attributes(text: str) -> bool:
    return not text.strip() or _ATTRIBUTES.fullmatch(text) is not None
