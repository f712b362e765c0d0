"""Inline markup as numbered tags for the way to an engine and back, so that it can neither be lost nor rewritten.

`**four** letters, [more](https://example.org)` travels as `<b id="1">four</b> letters, <a id="2">more</a>`: the engine
sees where emphasis and links stand, and no address, attribute or code ever leaves the machine.
"""

import html
import re
from dataclasses import dataclass

# Every repetition has a bound, so that no text makes the scan slow.
_DESTINATION = r"(?:<[^<>\n]{0,1000}>|[^\s()]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500}){0,3})"
_TITLE = r"""(?:\s{1,3}(?:"[^"]{0,300}"|'[^']{0,300}'))?"""
_TOKEN = re.compile(
    rf"""
    (?P<opaque>
        ``[^`]{{1,2000}}`` | `[^`]{{1,2000}}`                        # code
      | <!--[^>]{{0,2000}}-->                                        # comment
      | <[A-Za-z][A-Za-z0-9+.-]{{1,30}}:[^<>\s]{{1,2000}}>           # autolink
      | <[^<>\s@]{{1,64}}@[^<>\s@]{{1,255}}>
      | \[\^[^\]\s]{{1,100}}\]                                       # footnote
      | (?<!\w)(?:https?://|www\.)[^\s<>"'`\[\]{{}}|\\^]{{1,2000}}(?<![.,;:!?)*_])   # bare address
      | (?<![\w.+-])[\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,8}}
      | \\[!-/:-@\[-`{{-~]                                           # escaped sign
      | [ ]{{2,20}}\n | \\\n                                         # hard line break
    )
  | (?P<tag></?[A-Za-z][A-Za-z0-9-]{{0,30}}(?:\s[^<>]{{0,2000}})?/?>)
  | (?P<link_open>!?\[)(?=[^\[\]]{{0,1000}}\][(\[])
  | (?P<link_close>\](?:\({_DESTINATION}{_TITLE}\)|\[[^\[\]]{{0,200}}\]))
  | (?P<emphasis>\*{{1,3}}|_{{1,3}}|~~)
    """,
    re.VERBOSE,
)
_TAG_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_ELEMENTS = {"a": "a", "b": "b", "strong": "b", "i": "i", "em": "i"}
_EMPHASIS = {"*": "i", "_": "i", "**": "b", "__": "b", "***": "b", "___": "b", "~~": "span"}
_RETURNED = re.compile(r"<(?P<end>/?)(?P<name>a|b|i|span|x)(?:\s+id=[\"']?(?P<id>\d{1,6})[\"']?)?\s*(?P<empty>/?)>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_SIGNIFICANT = "&<>"
# Marks that wait for their partner; more only happens in a text made to be slow.
_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class Masked:
    """A text ready for an engine, with what stands behind its numbered tags: `pieces[n - 1]` is (opening, closing).

    `entities` are the signs that the text writes as entities and that are written so again.
    """

    text: str
    pieces: tuple[tuple[str, str], ...]
    entities: str = ""

    @property
    def is_translatable(self) -> bool:
        """Whether there is a letter or a digit outside the markup."""
        return any(c.isalnum() for c in html.unescape(_RETURNED.sub("", self.text)))


@dataclass(slots=True)
class _Mark:
    """A piece of markup at a place; a pair knows its partner."""

    start: int
    end: int
    kind: str
    partner: "_Mark | None" = None
    is_opening: bool = False
    number: int = 0


def mask_markup(text: str) -> Masked:
    """`text` with its inline markup (Markdown and HTML) as numbered tags and the rest escaped as HTML."""
    marks = _pair_marks(text, _find_marks(text))
    pieces: list[tuple[str, str]] = []
    parts: list[str] = []
    position = 0
    for mark in marks:
        parts.append(_escape(text[position : mark.start]))
        parts.append(_write_tag(text, mark, pieces))
        position = mark.end
    parts.append(_escape(text[position:]))
    written = {html.unescape(entity) for entity in _ENTITY.findall(text)}
    return Masked("".join(parts), tuple(pieces), "".join(sign for sign in _SIGNIFICANT if sign in written))


def restore_markup(answer: str, masked: Masked) -> str | None:
    """The engine's answer with the markup put back, or None where a tag is missing, doubled, strange or crossed."""
    parts: list[str] = []
    open_tags: list[tuple[str, str]] = []
    seen: set[int] = set()
    position = 0
    for found in _RETURNED.finditer(answer):
        parts.append(_unescape(answer[position : found.start()], masked.entities))
        position = found.end()
        if found["end"]:
            if not open_tags or open_tags[-1][0] != found["name"]:
                return None
            parts.append(open_tags.pop()[1])
            continue
        number = int(found["id"] or 0)
        if not 1 <= number <= len(masked.pieces) or number in seen:
            return None
        seen.add(number)
        opening, closing = masked.pieces[number - 1]
        parts.append(opening + closing if found["empty"] else opening)
        if not found["empty"]:
            open_tags.append((found["name"], closing))
    parts.append(_unescape(answer[position:], masked.entities))
    if open_tags or len(seen) != len(masked.pieces) or "<" in _RETURNED.sub("", answer):
        return None
    return "".join(parts)


def _find_marks(text: str) -> list[_Mark]:
    marks = []
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup or "opaque"
        if kind == "emphasis" and not _can_be_emphasis(text, found.start(), found.end()):
            continue
        marks.append(_Mark(found.start(), found.end(), kind))
    return marks


def _can_be_emphasis(text: str, start: int, end: int) -> bool:
    """Whether a run of signs stands at the edge of a word; `2 * 3` and `snake_case` do not."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return _opens(before, after) or _opens(after, before)


def _opens(outside: str, inside: str) -> bool:
    return bool(inside) and not inside.isspace() and not outside.isalnum()


def _pair_marks(text: str, marks: list[_Mark]) -> list[_Mark]:
    """The marks with partners where they nest; one without a partner stays by itself and becomes opaque."""
    waiting: list[_Mark] = []
    for mark in marks:
        if mark.kind == "opaque" or _is_void(text, mark):
            mark.kind = "opaque"
            continue
        index = next((i for i in range(len(waiting) - 1, -1, -1) if _closes(text, waiting[i], mark)), None)
        if index is not None:
            waiting[index].partner, mark.partner = mark, waiting[index]
            waiting[index].is_opening = True
            # What opened in between and did not close would cross: it stays alone.
            del waiting[index:]
        elif _may_open(text, mark):
            waiting.append(mark)
            del waiting[:-_DEEPEST]
    # An emphasis sign without a partner is a sign like any other (a footnote star); it stays in the text.
    return [mark for mark in marks if mark.partner or mark.kind != "emphasis"]


def _is_void(text: str, mark: _Mark) -> bool:
    return mark.kind == "tag" and (_get_name(text, mark) in _VOID or text[mark.end - 2] == "/")


def _get_name(text: str, mark: _Mark) -> str:
    found = _TAG_NAME.match(text, mark.start)
    return found[1].lower() if found else ""


def _may_open(text: str, mark: _Mark) -> bool:
    if mark.kind == "emphasis":
        return _opens(text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1])
    return mark.kind == "link_open" or (mark.kind == "tag" and text[mark.start + 1] != "/")


def _closes(text: str, opening: _Mark, mark: _Mark) -> bool:
    if mark.kind == "link_close":
        return opening.kind == "link_open"
    if mark.kind == "tag":
        is_end = text[mark.start + 1] == "/"
        return is_end and opening.kind == "tag" and _get_name(text, opening) == _get_name(text, mark)
    return (
        mark.kind == opening.kind == "emphasis"
        and text[mark.start : mark.end] == text[opening.start : opening.end]
        and _opens(text[mark.end : mark.end + 1], text[mark.start - 1 : mark.start])
    )


def _write_tag(text: str, mark: _Mark, pieces: list[tuple[str, str]]) -> str:
    own = text[mark.start : mark.end]
    partner = mark.partner
    if partner is None:
        pieces.append((own, ""))
        return f'<x id="{len(pieces)}"></x>'
    if not mark.is_opening:
        return f"</{_get_element(text, partner)}>"
    pieces.append((own, text[partner.start : partner.end]))
    return f'<{_get_element(text, mark)} id="{len(pieces)}">'


def _get_element(text: str, opening: _Mark) -> str:
    if opening.kind == "tag":
        return _ELEMENTS.get(_get_name(text, opening), "span")
    return "a" if opening.kind == "link_open" else _EMPHASIS[text[opening.start : opening.end]]


def _escape(text: str) -> str:
    """As HTML; entities that the text already has (`&nbsp;`, `&#8217;`) become the signs they stand for."""
    return html.escape(_resolve_entities(text), quote=False)


def _unescape(text: str, entities: str) -> str:
    plain = _resolve_entities(text)
    for sign in entities:
        plain = plain.replace(sign, html.escape(sign))
    return plain


def _resolve_entities(text: str) -> str:
    # Whole ones only: HTML would also read one out of "this&nothing".
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text)
