"""`french-spacing`: the no-break space before ; : ! ? » % € and after « (Imprimerie nationale, Lexique).

Both U+202F and U+00A0 pass everywhere, unless the house asks for one of them; the classic rule sets U+202F before
; ! ? and U+00A0 elsewhere, which is what the fix writes where nobody asks. Canadian French sets no space before ; ! ?
(Office québécois de la langue française); Swiss French has other customs and is left alone.
"""

import re
from collections.abc import Iterator

from tms.checks.check import Check, region
from tms.checks.prose import Prose, read_prose
from tms.values import CheckInput, FrenchSpace, Severity, Spot

_FULL, _NARROW = "\u00a0", "\u202f"
_NO_BREAK = _FULL + _NARROW
_SPACES = " \t\u2009" + _NO_BREAK
_SIGNS = "[;:!?»%‰€£«]"
# Where no rule has anything to say: after an opening bracket or mark, between signs, within 10:30 and https:
_OPENED = r"[(\[{«“‘„‹¿¡!?…:;/<\"']"
_SILENT = (
    rf"(?<!{_OPENED}[;:!?])(?<!{_OPENED}[ \u00a0\u202f][;:!?])(?<![^\d \t\u2009\u00a0\u202f][%‰€£])"
    r"(?!(?<=\S:)[\w/:\\.#@-])"
)
_SIGN = re.compile(_SIGNS + _SILENT)
_SUSPECT = re.compile(_SIGNS + _SILENT + r"(?:(?<=«)(?![\u00a0\u202f])|(?<![\u00a0\u202f].)(?<!«))")
# No space after an opening bracket or mark, nor between signs: (?) ?! !! …? ::
_NONE_AFTER = frozenset("([{«“‘„‹¿¡!?…:;/<\"'")
_FACE = re.compile(r"(?<![^\s(])[:;]['’]?-?[)(DPpOo3/\\|*](?![\w])")
_QUERY = re.compile(r"[\w%.-]+=")
_NAME_BEFORE = re.compile(r"[A-Z][\w'’-]{2,}!")
_EMOJI_CODE = re.compile(r":[a-z0-9_+-]+")


def _find(pair: CheckInput) -> Iterator[Spot]:
    where = region(pair.language)
    if where == "CH":
        return
    prose = read_prose(pair.target)
    text = prose.text
    names = _list_names(text, pair.source) if "!" in text else ()
    for match in (_SUSPECT if pair.rules.french_space is FrenchSpace.ANY else _SIGN).finditer(text):
        place, sign = match.start(), match.group()
        if sign == "«":
            end = _skip(text, place + 1)
            if end < len(text) and not text[end].isspace():
                yield from _check_gap(prose, place + 1, end, sign, pair)
            continue
        start = _skip_back(text, place)
        if not start or text[start - 1].isspace() or (where == "CA" and sign in ";!?"):
            continue
        if sign == "!" and any(text.endswith(name, 0, place + 1) for name in names):
            continue
        if _wants_space(text, start, place):
            yield from _check_gap(prose, start, place, sign, pair)


def _list_names(text: str, source: str | None) -> tuple[str, ...]:
    """Names of the source that end in an exclamation mark, as Yahoo! does."""
    return tuple(name for name in set(_NAME_BEFORE.findall(text)) if name in source) if source else ()


def _skip(text: str, place: int) -> int:
    while place < len(text) and text[place] in _SPACES:
        place += 1
    return place


def _skip_back(text: str, place: int) -> int:
    while place and text[place - 1] in _SPACES:
        place -= 1
    return place


def _wants_space(text: str, start: int, place: int) -> bool:
    before, sign, after = text[start - 1], text[place], text[place + 1 : place + 2]
    if sign in "%‰€£":
        return before.isdigit() and place - start <= 1 and not (after.isalnum() or after in ("_", "%"))
    if before in _NONE_AFTER and not (sign == "»" and before in "!?…:;\"'"):
        return False
    is_joined = start == place and bool(after) and not after.isspace()
    if sign in ":;" and _FACE.match(text, place):
        return False
    if sign == ":":
        # 10:30, 3:1, Accueil:Aide, https://, std::list
        return not (is_joined and (after.isalnum() or after in "/:_\\-.#@")) and not _is_emoji_code(text, place)
    if sign in "!?":
        # A bare domain with a query (example.org?a=1) is an address.
        return not (is_joined and (after in "=/_&" or _QUERY.match(text, place + 1)))
    return True


def _is_emoji_code(text: str, place: int) -> bool:
    """The second colon of :smile:."""
    start = text.rfind(":", max(0, place - 80), place)
    return start >= 0 and _EMOJI_CODE.fullmatch(text, start, place) is not None


def _check_gap(prose: Prose, start: int, end: int, sign: str, pair: CheckInput) -> Iterator[Spot]:
    gap = prose.text[start:end]
    rule = pair.rules.french_space
    if len(gap) == 1 and gap in _NO_BREAK and (rule is FrenchSpace.ANY or gap == space_for(sign, rule)):
        return
    # Two spaces with a no-break one among them are a double space, which has a check of its own.
    if len(gap) > 1 and any(space in gap for space in _NO_BREAK):
        return
    wanted = space_for(sign, rule)
    kind = "" if rule is FrenchSpace.ANY else "narrow " if wanted == _NARROW else "full "
    message = f"{kind}no-break space {'after' if sign == '«' else 'before'} {sign}"
    is_inserted = start == end and sign == "«"
    yield prose.insert_after(message, start, wanted) if is_inserted else prose.spot(message, start, end, wanted)


def space_for(sign: str, rule: FrenchSpace) -> str:
    """The no-break space that a house rule sets beside a sign; the classic one where nothing is asked."""
    if rule is FrenchSpace.NARROW or (rule is not FrenchSpace.FULL and sign in ";!?"):
        return _NARROW
    return _FULL


FRENCH_SPACING = Check(
    "french-spacing",
    "French spacing",
    "typographical",
    Severity.WARNING,
    _find,
    languages=frozenset(("fr",)),
    signs=frozenset(";:!?»«%‰€£&"),
)
