"""What a text quotes: direct quotations, with speech that "he said" breaks up put together again."""

import re
from dataclasses import dataclass
from functools import lru_cache

from tms.checks.quotation import Quotation, Quotes, read_quotes

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LONGEST = 400
# Between the parts of one speech: he said, the old man replied on Friday.
_LONGEST_INCISE = 90
_INCISE_END = re.compile(r"[^:“«\"\n]*[.,;–—-]?\s*\Z")
_INCISE = re.compile(r"\s+(?:[a-z]|I )")
_CONJUNCTION = re.compile(r"\b(?:and|but|then|or|while|by|of|to|as|called|calls)\s*\Z")


_EMPHASIS = re.compile(r"<(?:q|em|i|cite|b|strong)\b|(?<![\w*])\*{1,3}(?=[^\s*])|(?<!\w)_(?=\w)", re.IGNORECASE)
QUOTE_SIGNS = frozenset('«»“”„‹›‘"&')
"""What begins or ends a quotation, also as an entity."""
_SINGLE = re.compile(r"(?<!\w)['’](?=\w)(?:[^\n'’]|(?<=\w)['’](?=\w)){1,400}+(?<=[\w.,!?…])['’](?!\w)")
_DASH = re.compile(r"(?:\A|\n|[.!?…:]\s)\s*[—–-]\s?(?=[^\W\d_]|[¿¡])")
_BLOCK = re.compile(r"<blockquote\b|^>", re.IGNORECASE | re.MULTILINE)
_SO_CALLED = re.compile(
    r"\b(?:prétend(?:u\w*|ument)|soi-disant|dit(?:e|s|es)? de|supposée?s?|euphémi\w+|supuest\w+|presunt\w+"
    r"|llamad[oa]s?|autodenominad\w+|eufemis\w+)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Group:
    """One thing quoted, by the text of its first part and the number of words in all of it."""

    text: str
    words: int

    @property
    def is_title(self) -> bool:
        """Whether it is written like the title of a work: most of its words with a capital."""
        words = _WORD.findall(self.text)
        return len(words) > 1 and sum(word[0].isupper() for word in words) * 2 > len(words) and words[-1][0].isupper()

    def stays_in(self, target: str) -> bool:
        """Whether it was left in English."""
        return re.search(rf"(?<!\w){re.escape(self.text.strip('.,'))}(?!\w)", target) is not None


def may_quote(raw: str) -> bool:
    """Whether a raw text has any quotation mark, as a sign or as an entity."""
    return not QUOTE_SIGNS.isdisjoint(raw)


@lru_cache(maxsize=16)
def list_quotes(text: str) -> Quotes:
    """The quotations of a visible text, remembered: several checks ask for the same ones."""
    return read_quotes(text)


def has_other_marks(raw: str) -> bool:
    """Whether a raw text shows what is said by a dialogue dash, a block or straight single marks."""
    return any(rule.search(raw) for rule in (_DASH, _BLOCK, _SINGLE))


def count_emphasis(raw: str) -> int:
    """How many stretches of a raw text are in italics or bold."""
    return len(_EMPHASIS.findall(raw))


def count_distance(text: str) -> int:
    """How often a French or Spanish text keeps its distance in words: prétendu, llamado."""
    return len(_SO_CALLED.findall(text))


@lru_cache(maxsize=16)
def list_groups(text: str) -> tuple[Group, ...] | None:
    """What a visible English text quotes at the first level; None where its marks do not pair."""
    quotes = list_quotes(text)
    if not quotes.is_balanced:
        return None
    outer = [each for each in quotes.quotations if each.depth == 0]
    groups: list[Group] = []
    for index, each in enumerate(outer):
        inner = text[each.opener + 1 : each.closer].strip()
        count = len(_WORD.findall(inner[:_LONGEST]))
        if groups and _goes_on(text, outer, index):
            groups[-1] = Group(groups[-1].text, groups[-1].words + count)
        else:
            groups.append(Group(inner, count))
    return tuple(groups)


def _goes_on(text: str, outer: list[Quotation], index: int) -> bool:
    """Whether a quotation is the rest of a speech that "he said" breaks up."""
    before, each = outer[index - 1], outer[index]
    gap = text[before.closer + 1 : each.opener]
    if not gap.strip():
        return True
    if len(gap) > _LONGEST_INCISE or _INCISE_END.match(gap) is None or _CONJUNCTION.search(gap):
        return False
    is_broken_off = text[before.closer - 1] in ",?!—–…" or gap.lstrip()[:1] in (",", "—", "–")
    # Who speaks is not said twice of one speech.
    after = text[each.closer + 1 : each.closer + 5]
    is_another = text[each.closer - 1] == "," or (text[each.closer - 1] in "?!" and _INCISE.match(after) is not None)
    return is_broken_off and not (is_another and gap.rstrip().endswith("."))
