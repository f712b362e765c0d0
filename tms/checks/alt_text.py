"""`alt-text`: the description of a picture is missing, empty or still English.

Who cannot see the picture hears its description (WCAG 2.2, 1.1.1). A picture without one in the source is decoration.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tms.checks.check import Check
from tms.checks.lexicon import is_english_only, is_known, is_of_language
from tms.checks.tags import list_attributes
from tms.text.markup import Tag, find_tags
from tms.values import CheckInput, Severity, Spot

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# What pictures are called, and the small words that join the rest; neither stands in French or Spanish.
_DESCRIBING_WORDS = """
a an and at by for from in of on the to with without photo photograph picture image drawing painting map portrait
screenshot logo poster cover banner view aerial satellite crowd people man woman men women child children girl boy
street house building camp prison mosque temple protest rally speech graph chart sign flag fence wall tower gate
"""
_DESCRIBING = frozenset(_DESCRIBING_WORDS.split())
# People at a place: Protesters in Almaty.
_PLACED = re.compile(
    r"\A[A-Z][a-z]+(?:ers|ors|ees|ists|ans|men|ents|people|children)\b.* (?:in|at|near|outside|before) "
)
_PICTURES = frozenset(("img", "area", "input", "amp-img"))
_ALT_IN_TEMPLATE = re.compile(r"""\balt\s?=\s?("[^"]*"|'[^']*')""")
_ADDRESS_IN_TEMPLATE = re.compile(r"""\b(?:src|path|file|image|url)\s?=\s?["']?([^\s"']+)""")
_JOINING = frozenset(("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with", "without"))


@dataclass(frozen=True, slots=True)
class _Picture:
    """A picture by its address; the description is None where there is no place for one."""

    address: str
    alt: str | None
    start: int
    end: int


def _find(pair: CheckInput) -> Iterator[Spot]:
    source = pair.source or ""
    if "alt=" not in source and "![" not in source and "ALT=" not in source:
        return
    wanted, got = _list_pictures(source), _list_pictures(pair.target)
    for picture in got:
        original = _take(wanted, picture, is_only=len(got) == 1)
        if original is None or not (original.alt or "").strip():
            continue
        if not (picture.alt or "").strip():
            yield Spot(f"no description: “{original.alt}” in the source", picture.start, picture.end)
        elif _is_english(original.alt or "", picture.alt or "", pair):
            yield Spot(f"the description “{picture.alt}” is not translated", picture.start, picture.end)


def _take(wanted: list[_Picture], picture: _Picture, *, is_only: bool) -> _Picture | None:
    """The picture of the source that this one stands for, taken out of the list."""
    index = next((i for i, each in enumerate(wanted) if each.address == picture.address), None)
    if index is None:
        index = 0 if is_only and len(wanted) == 1 else None
    return None if index is None else wanted.pop(index)


def _list_pictures(text: str) -> list[_Picture]:
    pictures: list[_Picture] = []
    opener: Tag | None = None
    for tag in find_tags(text):
        if tag.name == "template":
            pictures += _read_template(tag)
        elif tag.name in _PICTURES or (tag.raw.startswith("[") and "alt=" in tag.raw):
            pictures.append(_read_element(tag))
        elif tag.name == "image" and tag.role == "open":
            opener = tag
        elif tag.name == "image" and opener:
            address = tag.raw.partition("(")[2].rstrip(")").split(" ")[0]
            pictures.append(_Picture(address, text[opener.end : tag.start], opener.start, tag.end))
            opener = None
    return pictures


def _read_template(tag: Tag) -> Iterator[_Picture]:
    alt, address = _ALT_IN_TEMPLATE.search(tag.raw), _ADDRESS_IN_TEMPLATE.search(tag.raw)
    if alt:
        place = address[1] if address else ""
        yield _Picture(place, alt[1][1:-1], tag.start + alt.start(), tag.start + alt.end())


def _read_element(tag: Tag) -> _Picture:
    found = {each.name: each for each in list_attributes(tag.raw)}
    alt = found.get("alt")
    address = found["src"].value if "src" in found else ""
    if alt is None:
        return _Picture(address, None, tag.start, tag.end)
    return _Picture(address, alt.value, tag.start + alt.start, tag.start + alt.end)


def _is_english(source: str, alt: str, pair: CheckInput) -> bool:
    words = _WORD.findall(alt)
    if source.strip().casefold() != alt.strip().casefold():
        small = [word for word in words if word.islower()]
        own = sum(is_of_language(word, pair.language.partition("-")[0]) for word in words)
        english = sum(map(is_english_only, small))
        # One word may have been translated, or be one of both languages.
        return own * 2 <= english and len(small) > 1 and english * 2 >= len(small)
    if len(words) < 2:
        return bool(words) and words[0].casefold() in _DESCRIBING - _SHARED
    lower = [word for word in words[1:] if word.islower() and not is_known(word, pair.known_words)]
    is_head = words[0].casefold() in _DESCRIBING or is_english_only(words[0])
    if _PLACED.search(alt):
        return True
    # Voice of America: particles between capitals are a name.
    return any(word not in _JOINING for word in lower) or (is_head and (bool(lower) or len(words) > 2))


_SHARED = frozenset(("photo", "image", "portrait", "logo", "prison", "temple", "satellite", "a"))


ALT_TEXT = Check(
    "alt-text",
    "Description of a picture",
    "markup",
    Severity.WARNING,
    _find,
    needs_source=True,
    languages=frozenset(("fr", "es")),
    signs=frozenset("<[{"),
    needs_whole=True,
)
