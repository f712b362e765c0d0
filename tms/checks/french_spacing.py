"""`french-spacing`: the no-break space before ; : ! ? » % € and after « (Imprimerie nationale, Lexique).

Both U+202F and U+00A0 pass everywhere. The fix writes U+202F before ; ! ? and U+00A0 elsewhere. Canadian French sets
no space before ; ! ? (Office québécois de la langue française); Swiss French has other customs and is left alone.
"""

import re
from collections.abc import Iterator

from tms.checks.check import Check, region
from tms.checks.prose import Prose, read_prose
from tms.values import CheckInput, Severity, Spot

_NO_BREAK = "\u00a0\u202f"
_BEFORE = re.compile(r"(?<=[^\s])([ \t\u2009\u00a0\u202f]*+)([;:!?»])")
_AFTER = re.compile(r"«([ \t\u2009\u00a0\u202f]*+)(?=[^\s])")
# No space after an opening bracket or mark, nor between signs: (?) ?! !! …? ::
_NONE_AFTER = frozenset("([{«“‘„‹¿¡!?…:;/<\"'")
_FACE = re.compile(r"(?<![^\s(])[:;]['’]?-?[)(DPpOo3/\\|*](?![\w])")
_SIGNS = ";:!?»«%‰€£"
_MEASURE = re.compile(r"(?<=\d)([ \t\u2009]?)([%‰€£])(?![\w%])")
_QUERY = re.compile(r"[\w%.-]+=")
_NAME_BEFORE = re.compile(r"[A-Z][\w'’-]{2,}!")


def _find(pair: CheckInput) -> Iterator[Spot]:
    where = region(pair.language)
    if where == "CH" or not (any(sign in pair.target for sign in _SIGNS)):
        return
    prose = read_prose(pair.target)
    names = {name for name in _NAME_BEFORE.findall(prose.text) if pair.source and name in pair.source}
    faces = {match.start() for match in _FACE.finditer(prose.text)}
    for match in _BEFORE.finditer(prose.text):
        place = match.start(2)
        if match[2] == "!" and any(prose.text.endswith(name, 0, match.end()) for name in names):
            continue
        if place not in faces and not (where == "CA" and match[2] in ";!?") and _wants_space(prose.text, match):
            yield from _check_gap(prose, match.start(1), place, match[2])
    for match in _MEASURE.finditer(prose.text):
        yield from _check_gap(prose, *match.span(1), match[2])
    for match in _AFTER.finditer(prose.text):
        yield from _check_gap(prose, match.start(1), match.end(1), "«")


def _wants_space(text: str, match: re.Match[str]) -> bool:
    before, sign = text[match.start(1) - 1], match[2]
    after = text[match.end() : match.end() + 1]
    if before in _NONE_AFTER and not (sign == "»" and before in "!?…:;\"'"):
        return False
    is_joined = not match[1] and bool(after) and not after.isspace()
    if sign == ":":
        # 10:30, 3:1, Accueil:Aide, https://, std::list
        return not (is_joined and (after.isalnum() or after in "/:_\\-.#@")) and not _is_emoji_code(text, match)
    if sign in "!?":
        # A bare domain with a query (example.org?a=1) is an address.
        return not (is_joined and (after in "=/_&" or _QUERY.match(text, match.end())))
    return True


def _is_emoji_code(text: str, match: re.Match[str]) -> bool:
    """The second colon of :smile:."""
    start = text.rfind(":", max(0, match.start(2) - 80), match.start(2))
    return start >= 0 and re.fullmatch(r":[a-z0-9_+-]+", text[start : match.start(2)]) is not None


def _check_gap(prose: Prose, start: int, end: int, sign: str) -> Iterator[Spot]:
    gap = prose.text[start:end]
    if len(gap) == 1 and gap in _NO_BREAK:
        return
    # Two spaces with a no-break one among them are a double space, which has a check of its own.
    if len(gap) > 1 and any(space in gap for space in _NO_BREAK):
        return
    wanted = "\u202f" if sign in ";!?" else "\u00a0"
    where = "after" if sign == "«" else "before"
    message = f"no-break space {where} {sign}"
    is_inserted = start == end and sign == "«"
    yield prose.insert_after(message, start, wanted) if is_inserted else prose.spot(message, start, end, wanted)


FRENCH_SPACING = Check(
    "french-spacing", "French spacing", "typographical", Severity.WARNING, _find, languages=frozenset(("fr",))
)
