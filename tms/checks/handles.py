"""`handles`: an @account, a #hashtag, an e-mail address or a phone number of the source is lost or changed.

Translated, they lead nowhere. Capitals do not matter; a hashtag that stays as a word in the sentence is a warning; a
phone number may be grouped otherwise and get or lose its country code.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tms.checks.check import Check
from tms.text.markup import find_tags
from tms.values import CheckInput, Severity, Spot

_EMAIL = re.compile(
    r"(?<![\w.+@:/-])[\w.+-]++@[\w-]++(?:\.[\w-]++)++|(?<=(?<!mailto):)[\w.+-]++@[\w-]++(?:\.[\w-]++)++"
)
_ACCOUNT = re.compile(r"(?<![\w@./:+&-])@\w[\w.]{0,60}+(?:@[\w-]++(?:\.[\w-]++)++)?")
_HASHTAG = re.compile(r"(?<![\w&/#=?\"'.])#(?=\w*[^\W\d_])\w{2,100}+")
_PHONE = re.compile(r"(?<![\w.,/+@#=-])[+(]{0,2}\d(?:[ \u00a0\u202f().\-‑/]{0,3}\d){6,14}(?![\w/])")
_CALL = re.compile(
    r"(?:\b(?:call|phone|telephone|tel|ring|text|whatsapp|signal|hotline|helpline|line|fax|mobile|number|dial)\b)[^.!?\d]{0,30}\Z",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+")
_DATE = re.compile(r"(?:1[5-9]|20)\d\d[-/.‑ ]\d\d|\d{1,2}[-/.‑]\d{1,2}[-/.‑](?:1[5-9]|20)\d\d")
_LONG_NUMBER = re.compile(r"[0-9][0-9 \u00a0\u202f().\-‑/]{5,}[0-9]")
_NOT_DIGIT = re.compile(r"\D+")
_OWN_DIGITS = 7
_NEAR = 60


@dataclass(frozen=True, slots=True)
class _Handle:
    kind: str
    text: str
    start: int
    end: int

    @property
    def key(self) -> str:
        return self.text.casefold()


def _may_find(pair: CheckInput) -> bool:
    source = pair.source or ""
    return "@" in source or "#" in source or _LONG_NUMBER.search(source) is not None


def _find(pair: CheckInput) -> Iterator[Spot]:
    source = pair.source or ""
    has_sign = "@" in source or "#" in source
    if not _may_find(pair):
        return
    if has_sign:
        yield from _compare(_list_handles(source), _list_handles(pair.target), pair.target)
    yield from _find_phones(source, pair.target)


def _list_handles(text: str) -> list[_Handle]:
    if "@" not in text and "#" not in text:
        return []
    kinds = (("e-mail address", _EMAIL), ("account", _ACCOUNT), ("hashtag", _HASHTAG))
    found = [
        _Handle(kind, match.group().rstrip("."), match.start(), match.start() + len(match.group().rstrip(".")))
        for kind, pattern in kinds
        for match in pattern.finditer(text)
    ]
    hidden = {place for tag in find_tags(text) if tag.name != "autolink" for place in range(tag.start, tag.end)}
    return [each for each in found if each.start not in hidden]


def _compare(wanted: list[_Handle], got: list[_Handle], target: str) -> Iterator[Spot]:
    surplus = Counter(each.key for each in got)
    kept = set(surplus)
    missing: list[_Handle] = []
    for each in wanted:
        if surplus[each.key] > 0:
            surplus[each.key] -= 1
        elif each.key not in kept:  # said twice, written once: enough
            missing.append(each)
    known = {each.key for each in wanted}
    extra = [each for each in got if each.key not in known]
    for kind in dict.fromkeys(each.kind for each in missing):
        lost = [each for each in missing if each.kind == kind]
        new = [each for each in extra if each.kind == kind]
        yield from _report(lost, new, target)


def _report(lost: list[_Handle], new: list[_Handle], target: str) -> Iterator[Spot]:
    if len(lost) == len(new):
        for old, other in zip(lost, new, strict=True):
            is_sure = len(lost) == 1
            message = f"the {old.kind} {old.text} was changed"
            yield Spot(message, other.start, other.end, old.text if is_sure else None)
        return
    for each in lost:
        word = each.text.lstrip("@#")
        place = -1 if each.kind == "e-mail address" else target.casefold().find(word.casefold())
        if place < 0 or len(target.casefold()) != len(target):
            yield Spot(f"the {each.kind} {each.text} is missing")
            continue
        severity = Severity.WARNING if each.kind == "hashtag" else None
        message = f"the {each.kind} {each.text} has lost its {each.text[0]}"
        yield Spot(message, place, place + len(word), severity=severity)


def _find_phones(source: str, target: str) -> Iterator[Spot]:
    phones = [match for match in _PHONE.finditer(source) if _is_phone(match, source)]
    if not phones:
        return
    known = {_dial(match) for match in _PHONE.finditer(source)}
    ours = {match: _dial(match) for match in _PHONE.finditer(target)}
    new = [match for match, digits in ours.items() if digits not in known]
    all_digits, ends = _NOT_DIGIT.sub("", target), {digits[-_OWN_DIGITS:] for digits in ours.values()}
    for match in phones:
        digits = _dial(match)
        if digits[-_OWN_DIGITS:] in ends or digits in all_digits:
            continue
        number = match.group().strip()
        if len(new) == len(phones) == 1:
            yield Spot(f"the phone number {number} was changed", *new[0].span(), number)
        else:
            yield Spot(f"the phone number {number} is missing")


def _dial(match: re.Match[str]) -> str:
    return _NOT_DIGIT.sub("", match.group())


def _is_phone(match: re.Match[str], text: str) -> bool:
    """Whether a row of figures is one to dial, and not an amount, a date or a span of years."""
    raw = match.group()
    if _DATE.match(raw):
        return False
    if raw.startswith("+") or _CALL.search(text, max(0, match.start() - _NEAR), match.start()):
        return True
    is_grouped = not raw.isdigit()
    has_shape = raw.startswith(("0", "(")) or re.search(r"\d{2}[ \-‑.]\d{4}\Z", raw) is not None
    return is_grouped and has_shape and not _THOUSANDS.fullmatch(raw)


HANDLES = Check(
    "handles",
    "Accounts, hashtags, e-mail, phone",
    "markup",
    Severity.ERROR,
    _find,
    needs_source=True,
    either_signs=frozenset("@#0123456789"),
    may_find=_may_find,
    needs_whole=True,
)
