"""`acronyms`: an acronym of the translation that neither the source nor the glossary has.

Silent where the source has the English of which it is the usual translation (UN → ONU), where the translation spells
it out itself ("Organisation internationale du travail (OIT)"), in a text or a sign that is in capitals, for Roman
numerals, initials and currencies. A hint: readers stumble over letters that nothing explains.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from tms.checks.acronym_words import COMMON
from tms.checks.check import Check
from tms.checks.prose import read_prose
from tms.text.small_words import word_set
from tms.values import CheckInput, Severity, Spot

# What stands before is looked at afterwards: a choice of letters first is found ten times as fast.
_ACRONYM = re.compile(r"[A-ZÀ-Þ]{2,7}(?=s?(?![\w@]))(?![.-][A-Z])")
_BEFORE = frozenset("@#.&/-_")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\Z")
_DATELINE = re.compile(r"[A-ZÀ-Þ]+(?: \([^()]*\))?,? ?[–—-]")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = word_set("de des du d la le les l et en à au aux y e del los las el para por sur pour contre un une")
_FREE = word_set("EUR USD GBP CNY RMB CHF MM PS NB NDT NDLR NDA SA SL SARL AM PM CET GMT UTC OK TV PP BIS EE UU DD HH")


def _find(pair: CheckInput) -> Iterator[Spot]:
    prose = read_prose(pair.target)
    matches = [match for match in _ACRONYM.finditer(prose.text) if match.group() not in _FREE]
    if not matches or prose.text.isupper():
        return
    source = read_prose(pair.source or "").text
    words = {word.casefold() for word in _WORD.findall(source)}
    for match in matches:
        name = match.group()
        low = name.casefold()
        before = prose.text[match.start() - 1] if match.start() else " "
        if before.isalnum() or before in _BEFORE or low in words or low in pair.known_words or _ROMAN.match(name):
            continue
        if _is_sign(prose.text, match):
            continue
        if not _is_translation(low, source) and not _is_spelt_out(low, prose.text):
            yield prose.spot(f"“{name}” stands neither in the source nor in the glossary", match.start(), match.end())


def _is_sign(text: str, match: re.Match[str]) -> bool:
    """Whether other words in capitals stand beside it (NO ENTRY), or it is the place at the head of a report."""
    if not text[: match.start()].strip() and _DATELINE.match(text, match.start()):
        return True
    before = text[: match.start()].rstrip()[-3:]
    after = text[match.end() :][:4].lstrip()
    return (len(before) > 1 and before[-2:].isupper() and before[-2:].isalpha()) or after[:2].isupper()


def _is_translation(name: str, source: str) -> bool:
    english = _read_common().get(name)
    return english is not None and english.search(source) is not None


def _is_spelt_out(name: str, text: str) -> bool:
    """Whether words of the text begin with its letters, in a row but for the small ones."""
    words = [word.casefold() for word in _WORD.findall(text)]
    initials = "".join(word[0] for word in words if word not in _SMALL)
    return name in initials or name in "".join(word[0] for word in words)


@lru_cache(maxsize=1)
def _read_common() -> dict[str, re.Pattern[str]]:
    found: dict[str, re.Pattern[str]] = {}
    for line in COMMON.strip().splitlines():
        names, _, english = line.partition(" : ")
        rule = re.compile(r"." if english == "." else rf"\b(?:{english})\b", re.IGNORECASE)
        found |= dict.fromkeys(names.split(), rule)
    return found


ACRONYMS = Check(
    "acronyms",
    "Unexplained acronyms",
    "terminology",
    Severity.INFO,
    _find,
    needs_source=True,
    languages=frozenset(("fr", "es")),
    shapes=frozenset(("AA",)),
)
