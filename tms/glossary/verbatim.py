"""Places of a text that are somebody else's words: marked as not to be translated, in another language, or a title."""

import re
from collections.abc import Iterator

from tms.glossary.inflection import get_primary_language
from tms.text.markup import Tag, find_tags
from tms.text.small_words import word_set

_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""")
_KEPT_CLASSES = word_set("notranslate verbatim")
_ITALIC = frozenset(("em", "i", "*", "_"))
_TITLE_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.!?…]\W*\Z")


def list_verbatim_spans(text: str, language: str) -> list[tuple[int, int]]:
    """The insides of elements with translate="no", class "notranslate" or "verbatim", or another lang, and of <cite>.

    HTML Living Standard: the translate and lang attributes, and the cite element (a title of a work).
    """
    if "<" not in text:
        return []
    return [
        (opening.end, closing.start)
        for opening, closing in _list_elements(text)
        if opening.name == "cite" or _is_kept(opening.raw, language)
    ]


def list_title_spans(text: str) -> list[tuple[int, int]]:
    """Runs in italics that look like the title of a work: two words or more, a capital first, no stop at the end."""
    return [
        (opening.end, closing.start)
        for opening, closing in _list_elements(text)
        if opening.name in _ITALIC and _is_title(text[opening.end : closing.start])
    ]


def _list_elements(text: str) -> Iterator[tuple[Tag, Tag]]:
    """Each opening tag with the one that closes it."""
    waiting: list[Tag] = []
    for tag in find_tags(text):
        if tag.role == "open":
            waiting.append(tag)
        elif tag.role == "close":
            place = next((i for i in range(len(waiting) - 1, -1, -1) if waiting[i].name == tag.name), None)
            if place is not None:
                yield waiting[place], tag
                del waiting[place:]


def _is_kept(raw: str, language: str) -> bool:
    for match in _ATTRIBUTE.finditer(raw):
        name, value = match[1].lower(), (match[2] or match[3] or match[4] or "").strip().lower()
        if name == "translate" and value == "no":
            return True
        if name == "class" and _KEPT_CLASSES & set(value.split()):
            return True
        if name in ("lang", "xml:lang") and value and get_primary_language(value) != get_primary_language(language):
            return True
    return False


def _is_title(inner: str) -> bool:
    words = _TITLE_WORD.findall(inner)
    return len(words) > 1 and words[0][0].isupper() and not _SENTENCE_END.search(inner)
