"""What makes two tags the same in source and translation, and whether tags are nested well."""

import itertools
import operator
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tms.text.markup import Tag, find_tags, is_attribute_list

# Elements that HTML closes by itself, or that a paragraph may leave open.
_SELF_CLOSING_NAMES = "p li dt dd tr td th thead tbody tfoot option colgroup body html"
_SELF_CLOSING = frozenset(_SELF_CLOSING_NAMES.split())
_INLINE_NAMES = """
a abbr acronym b bdi bdo big blockquote cite code data del details dfn div em figcaption figure font h1 h2 h3 h4
h5 h6 i ins kbd label mark ol pre q ruby s samp section small span strike strong sub summary sup table time tt u
ul var
"""
INLINE_ELEMENTS = frozenset(_INLINE_NAMES.split())
_SYNONYMS = {"b": "strong", "i": "em", "**": "strong", "*": "em", "~~": "s", "del": "s", "strike": "s"}
EMPHASIS = frozenset(("strong", "em", "s", "u", "mark", "small", "span", "abbr", "cite", "q", "dfn", "bdi", "bdo"))
_FREE_ATTRIBUTES = frozenset(("caption", "title", "alt", "text", "label", "content", "description", "heading"))
_ATTRIBUTE = re.compile(r"""(?<=[\s"'])([A-Za-z_:@][\w:.-]*+)(?:\s{0,9}=\s{0,9}("[^"]*"|'[^']*'|[^\s"'>]++))?""")
_ELEMENT = re.compile(r"[<\[][\w:.-]++")
_QUOTES = "\"'"
_RAW = operator.attrgetter("raw")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_ORDINAL = re.compile(
    r"(?:ers?|res?|ères?|nde?s?|e|es|èmes?|[oa]s?|[ºª]|r[oa]|d[oa]|t[oa]|v[oa]|m[oa]|n[oa]|lle|me|mes)\Z"
)
_NUMBERED = frozenset(("x", "g", "bx", "ex", "ph", "bpt", "ept", "it", "mrk", "pc", "sc", "ec"))


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of a tag or a shortcode: name in lower case, value without quotes, place in the tag."""

    name: str
    value: str
    start: int
    end: int


def list_attributes(raw: str) -> list[Attribute]:
    """The attributes of an opening HTML tag or a shortcode, in order; one without a value has ""."""
    element = _ELEMENT.match(raw)
    if element is None:
        return []
    found = _ATTRIBUTE.finditer(raw, element.end(), len(raw) - (2 if raw.endswith(("/>", "/]")) else 1))
    return [Attribute(m[1].lower(), (m[2] or "").strip(_QUOTES), *m.span()) for m in found]


@dataclass(frozen=True, slots=True)
class Piece:
    """A tag with the key by which it is compared; `is_emphasis` for those a translator may add."""

    tag: Tag
    key: str
    is_emphasis: bool = False


def list_pieces(text: str, tags: tuple[Tag, ...]) -> list[Piece]:
    """The tags that a translation must have as well: no entities, no addresses, no raised letters of ordinals."""
    spared = _list_raised(text, tags)
    return [
        Piece(tag, _key(tag), is_emphasis=_name(tag) in EMPHASIS)
        for tag in tags
        if tag.name not in ("entity", "autolink", "wbr") and tag.start not in spared
    ]


@lru_cache(maxsize=8)
def has_same_tags(source: str, target: str) -> bool:
    """Whether two texts have the same tags to the letter, in order; raised letters may be those of an ordinal."""
    tags, others = find_tags(source), find_tags(target)
    is_same = len(tags) == len(others) and all(map(operator.eq, map(_RAW, tags), map(_RAW, others)))
    return is_same and "<sup" not in target


def _name(tag: Tag) -> str:
    return _SYNONYMS.get(tag.name, tag.name)


def _key(tag: Tag) -> str:
    if tag.name == "template":
        return " ".join(_QUOTED.sub('""', tag.raw).split())
    if tag.raw.startswith("`"):
        return "`"
    if tag.name in ("comment", "footnote"):
        return tag.raw
    if tag.name == "placeholder":
        return "{:}" if is_attribute_list(tag) else tag.raw
    slash = "/" if tag.role == "close" else ""
    if tag.name in _NUMBERED:
        return " ".join((slash + tag.name, *_list_fixed_attributes(tag.raw)))
    return slash + _name(tag)


def _list_fixed_attributes(raw: str) -> list[str]:
    found = ((each.name, each.value) for each in list_attributes(raw))
    return [f"{name}={value}" for name, value in sorted(found) if name not in _FREE_ATTRIBUTES]


def _list_raised(text: str, tags: tuple[Tag, ...]) -> set[int]:
    """Places of <sup> tags around the letters of an ordinal or an abbreviation: 1<sup>er</sup>, M<sup>me</sup>."""
    raised: set[int] = set()
    for first, second in itertools.pairwise(tags):
        if first.name == second.name == "sup" and first.role == "open" and second.role == "close":
            before, inner = text[first.start - 1 : first.start], text[first.end : second.start].strip()
            if before.isalnum() and _ORDINAL.match(inner):
                raised.update((first.start, second.start))
    return raised


def find_nesting_faults(tags: tuple[Tag, ...], names: frozenset[str] | None = None) -> Iterator[Tag]:
    """Tags that close without an opening, stay open, or cross each other; only elements of these names if given."""
    opened: list[Tag] = []
    waiting: dict[str, int] = {}
    for tag in tags:
        if tag.role == "single" or tag.name in _SELF_CLOSING or not _is_known(tag, names):
            continue
        if tag.role == "open":
            opened.append(tag)
            waiting[tag.name] = waiting.get(tag.name, 0) + 1
        elif not waiting.get(tag.name):
            yield tag
        else:
            waiting[tag.name] -= 1
            while (last := opened.pop()).name != tag.name:
                waiting[last.name] -= 1
                yield last
    yield from opened


def _is_known(tag: Tag, names: frozenset[str] | None) -> bool:
    return names is None or not tag.raw.startswith("<") or tag.name in names


def show(tag: Tag) -> str:
    """A tag as a person names it."""
    if tag.name in ("link", "image"):
        return tag.name if tag.role == "open" else f"the end of a {tag.name}"
    return tag.raw if len(tag.raw) <= 60 else tag.raw[:57] + "…"
