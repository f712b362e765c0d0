"""A target as it is written into an HTML file: it never opens, closes or ends anything around it."""

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby

from tms.errors import InputError
from tms.formats.html_blocks import MARK, find_spans
from tms.formats.html_elements import BLOCKS, CONTROLS, INLINE_OPAQUE, OPAQUE
from tms.formats.html_runs import find_partners
from tms.formats.html_tokens import Token, TokenKind, split_tokens
from tms.formats.lines import unify_lines
from tms.formats.shortcodes import SHORTCODE_NAME, is_holder
from tms.values import Kind, Unit

_IN_ATTRIBUTE = re.compile(r"=\s*([\"']?)\s*\Z")
_BLANK_LINES = re.compile(r"\s*\n\s*\n\s*")
_LINE_END = re.compile(r"\s*\n\s*")
_CONTROL = re.compile(rf"<(?:{'|'.join(sorted(CONTROLS))})[\s>]", re.IGNORECASE)
_BAD_ANGLE = re.compile(r"<(?=[A-Za-z/!?]|\Z)")
# In an attribute of a shortcode square brackets would end it.
_IN_VALUES = {"<": "&lt;", ">": "&gt;", "[": "&#91;", "]": "&#93;"}
_AS_TEXT = str.maketrans({"<": "&lt;", ">": "&gt;", "[": "&#91;"})


def write_unit(unit: Unit, target: str, *, before: str, newline: str, has_shortcodes: bool) -> str:
    """The form of a target in the file; `before` is what stands in front of it there."""
    target = unify_lines(target).strip()
    if attribute := _IN_ATTRIBUTE.search(before):
        return _write_value(_LINE_END.sub(" ", target), attribute[1], has_shortcodes=has_shortcodes)
    if unit.kind is Kind.TITLE:
        return _LINE_END.sub(" ", target).replace("<", "&lt;")
    has_blank_lines = _BLANK_LINES.search(unit.text) is not None
    if not has_blank_lines:
        target = _BLANK_LINES.sub("<br><br>", target)
    # WordPress looks for its marks in attributes too.
    target = MARK.sub(lambda mark: f"&lt;{mark[0][1:]}", target)
    form = _write_text(target, unit.text, has_shortcodes=has_shortcodes)
    is_whole = has_blank_lines or _CONTROL.search(unit.text) is not None
    if form and not _is_one_unit(form, is_whole=is_whole, has_shortcodes=has_shortcodes):
        form = target.replace("<br><br>", "\n").translate(_AS_TEXT)
    form = _complete(form, unit.text, has_shortcodes=has_shortcodes)
    return form.replace("\n", newline + unit.continuation)


def _write_value(target: str, quote: str, *, has_shortcodes: bool) -> str:
    for sign in "<>[]" if has_shortcodes else "<>":
        target = target.replace(sign, _IN_VALUES[sign])
    target = target.replace("'", "&#39;") if quote == "'" else target.replace('"', "&quot;")
    return target if quote else f'"{target}"'


def _write_text(target: str, source: str, *, has_shortcodes: bool) -> str:
    """The target with every tag escaped that has no other half, unless the source has it like that as well."""
    tokens = _split(target, has_shortcodes=has_shortcodes)
    if tokens is None:
        return target.translate(_AS_TEXT)
    loose = Counter(_name(token) for token in _list_loose(_split(source, has_shortcodes=has_shortcodes) or ()))
    known = {match[1] for match in SHORTCODE_NAME.finditer(source)} if has_shortcodes else set()
    begun = known | {token.name for token in tokens if token.kind is TokenKind.SHORTCODE_START}
    controls = CONTROLS if _CONTROL.search(source) else frozenset[str]()
    escaped = {
        token for token in tokens if (_is_of_block(token) and token.name not in controls) or _ends_other(token, begun)
    }
    for token in _list_loose(tokens):
        if loose[_name(token)] > 0:
            loose[_name(token)] -= 1
        else:
            escaped.add(token)
    pieces: list[str] = []
    for is_opaque, group in groupby(tokens, key=lambda token: token.kind is TokenKind.OPAQUE):
        form = "".join(_write_token(target, token, is_escaped=token in escaped) for token in group)
        pieces.append(_escape_holders(form, known) if has_shortcodes and not is_opaque else form)
    return "".join(pieces)


def _complete(form: str, source: str, *, has_shortcodes: bool) -> str:
    """The form with the source's loose tags that it has not: the text around the unit counts on them."""
    present = Counter(_name(token) for token in _list_loose(_split(form, has_shortcodes=has_shortcodes) or ()))
    missing: dict[TokenKind, str] = {TokenKind.END: "", TokenKind.START: ""}
    for token in _list_loose(_split(source, has_shortcodes=has_shortcodes) or ()):
        if present[_name(token)] > 0:
            present[_name(token)] -= 1
        else:
            missing[token.kind] += source[token.start : token.end]
    return missing[TokenKind.END] + form + missing[TokenKind.START]


def _split(text: str, *, has_shortcodes: bool) -> list[Token] | None:
    try:
        return list(split_tokens(text, has_shortcodes=has_shortcodes))
    except InputError:
        return None


def _ends_other(token: Token, begun: AbstractSet[str]) -> bool:
    """Whether it is the end of a shortcode that began before the unit."""
    return token.kind is TokenKind.SHORTCODE_END and token.name not in begun


def _escape_holders(form: str, known: AbstractSet[str]) -> str:
    """A shortcode that holds what follows must not begin in a target: its end may stand further on in the file."""
    return SHORTCODE_NAME.sub(
        lambda match: f"&#91;{match[0][1:]}" if is_holder(match[1]) and match[1] not in known else match[0], form
    )


def _write_token(target: str, token: Token, *, is_escaped: bool) -> str:
    form = target[token.start : token.end]
    if is_escaped or token.kind is TokenKind.RAW:
        return form.translate(_AS_TEXT)
    return _BAD_ANGLE.sub("&lt;", form) if token.kind is TokenKind.TEXT else form


def _is_of_block(token: Token) -> bool:
    return token.kind in (TokenKind.START, TokenKind.END) and token.name in BLOCKS | OPAQUE - INLINE_OPAQUE


def _list_loose(tokens: Sequence[Token]) -> list[Token]:
    """The tags without their other half; inside of a formula or drawing nothing is a tag of the text."""
    partners = find_partners(tokens)
    loose: list[Token] = []
    inside_until = -1
    for position, token in enumerate(tokens):
        if position <= inside_until or token.kind not in (TokenKind.START, TokenKind.END):
            continue
        if position not in partners:
            loose.append(token)
        elif token.name in INLINE_OPAQUE:
            inside_until = partners[position]
    return loose


def _name(token: Token) -> tuple[TokenKind, str]:
    return token.kind, token.name


def _is_one_unit(form: str, *, is_whole: bool, has_shortcodes: bool) -> bool:
    """Whether the form would be read as one unit, and what comes after it as what it is."""
    element = "p" if is_whole else "div"
    page = f"<{element}>{form}</{element}><p>.</p>"
    tokens = _split(page, has_shortcodes=has_shortcodes)
    if tokens is None:
        return False
    try:
        spans = list(find_spans(page, tokens))
    except InputError:
        return False
    return len(spans) == 2 and spans[1].start == len(page) - len(".</p>")
