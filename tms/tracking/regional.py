"""Spellings of one word on both sides of the Atlantic, and of words that are written in several ways anywhere."""

import re
from collections.abc import Callable
from functools import lru_cache

# Each line is one word; the ending that follows in both is the same.
_PAIRS = (
    ("grey", "gray"),
    ("cheque", "check"),
    ("licence", "license"),
    ("practise", "practice"),
    ("programme", "program"),
    ("sceptic", "skeptic"),
    ("mould", "mold"),
    ("plough", "plow"),
    ("jewellery", "jewelry"),
    ("judgement", "judgment"),
    ("ageing", "aging"),
    ("fulfil", "fulfill"),
    ("enrol", "enroll"),
    ("skilful", "skillful"),
    ("instal", "install"),
    ("artefact", "artifact"),
    ("aluminium", "aluminum"),
    ("pyjamas", "pajamas"),
    ("manoeuvre", "maneuver"),
    ("towards", "toward"),
    ("afterwards", "afterward"),
    ("whilst", "while"),
    ("amongst", "among"),
    ("storey", "story"),
    ("acknowledgement", "acknowledgment"),
    ("theatre", "theater"),
    ("dialogue", "dialog"),
    ("catalogue", "catalog"),
    ("analogue", "analog"),
    ("uyghur", "uighur"),
    ("uyghur", "uygur"),
    ("turkiye", "turkey"),
    ("kazakstan", "kazakhstan"),
    ("quran", "koran"),
    ("quran", "qur'an"),
    ("muslim", "moslem"),
    ("kiev", "kyiv"),
    ("its", "it's"),
)
_ENDINGS = ("", "s", "es", "d", "ed", "r", "er", "ers", "ing", "led", "ling", "ment", "ments", "'s")
_RULES = (
    ("isation", "ization"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("iser", "izer"),
    ("ises", "izes"),
    ("ise", "ize"),
    ("ysed", "yzed"),
    ("ysing", "yzing"),
    ("yse", "yze"),
    ("our", "or"),
    ("tre", "ter"),
    ("ence", "ense"),
    ("lled", "led"),
    ("lling", "ling"),
    ("ller", "ler"),
    ("ae", "e"),
    ("oe", "e"),
)
_SHORTEST = 5
_LONG = 7
_VOWELS = re.compile(r"[aeiouy]+")


@lru_cache(maxsize=4096)
def is_regional(a: str, b: str, is_known: Callable[[str], bool]) -> bool:
    """Whether two lower-case words are one word as two countries write it (labour, labor; organise, organize)."""
    if _listed(a, b) or _listed(b, a):
        return True
    if min(len(a), len(b)) < _SHORTEST or a == b:
        return False
    for british, american in _RULES:
        for x, y in ((a, b), (b, a)):
            is_long = len(x) > _LONG or len(british) > len("oe")
            if is_long and british in x and y in _replaced(x, british, american):
                # Prise and prize, four and for are two words; travelled and cancelled are in any list.
                knows_a, knows_b = is_known(a), is_known(b)
                is_doubled = british.startswith("ll") and _VOWELS.subn("", x[: x.rindex("ll")])[1] > 1
                return knows_a != knows_b or (knows_a and is_doubled)
    return False


def _listed(a: str, b: str) -> bool:
    return any(
        a.startswith(x) and b.startswith(y) and a[len(x) :] == b[len(y) :] and a[len(x) :] in _ENDINGS
        for x, y in _PAIRS
    )


def _replaced(word: str, part: str, other: str) -> set[str]:
    """The word with one occurrence of a part in another spelling, or all of them."""
    places = [at for at in range(len(word)) if word.startswith(part, at)]
    return {word.replace(part, other), *(word[:at] + other + word[at + len(part) :] for at in places)}


_COMPOUND_WORDS = """website websites webpage webpages healthcare childcare daycare email emails cellphone cellphones
smartphone smartphones anymore alright percent lifetime landmine landmines checkpoint checkpoints
classroom classrooms schoolteacher schoolteachers policeman policemen policewoman newspaper
newspapers lawmaker lawmakers filmmaker filmmakers policymaker policymakers workplace workplaces
workforce hometown hometowns database databases airport airports birthplace worldwide nationwide
countrywide onboard online offline homepage screenshot screenshots videoconference whistleblower
whistleblowers crackdown crackdowns handwriting handwritten childbirth housework farmland grassroots
goodwill headscarf headscarves lockdown lockdowns taskforce wellbeing worldview reeducation
cooperation cooperate cooperated cooperating coordinate coordinated coordination coordinator postwar
pretrial nonprofit nonprofits nonviolent nonviolence nongovernmental antigovernment subcommittee
longterm shortterm halfway bookshop bookshops coworker coworkers"""
_COMPOUNDS = frozenset(_COMPOUND_WORDS.split())
_PREFIXES = frozenset(("anti", "non", "pre", "post", "semi", "multi", "inter", "counter", "sub", "ultra", "micro"))
_SHORTEST_STEM = 4


def is_compound(parts: list[str], whole: str, *, is_hyphened: bool) -> bool:
    """Whether a word may be written in two, or with a hyphen, and stays the same (web site, non-violent)."""
    if whole in _COMPOUNDS:
        return True
    if not is_hyphened or len(parts) != 2:
        return False
    first, second = parts
    if first == "re":
        return second.startswith("e")
    if first == "co":
        return len(second) > _SHORTEST_STEM
    return len(second) >= _SHORTEST_STEM and (first in _PREFIXES or (len(first) >= _SHORTEST_STEM))
