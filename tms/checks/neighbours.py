"""The words around a place in a visible text, and whether a capital stands there by its place."""

import re
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]++(?:-[^\W\d_]++)*")
_JOINTS = re.compile(r"['’]|[ \u00a0\u202f]+|, ")
_AFTER = re.compile(r"[ \u00a0\u202f]([^\W\d_]++(?:-[^\W\d_]++)*)")
_WINDOW = 48
_REACH = 3
_SPACES = " \u00a0\u202f\t"
_OPENERS = frozenset('.!?…:\n«“„‘"([{—–|/•·*>_¿¡=→')
_MOST_SPACES = 8


@dataclass(frozen=True, slots=True)
class Words:
    """The three words before a place, nearest first, and the one after it; "" where a sign comes between.

    `joint` is what stands between the place and the word before, `second_joint` what stands before that word, `lead`
    the text before the place.
    """

    before: str
    second: str
    third: str
    after: str
    joint: str
    second_joint: str
    lead: str

    @property
    def linked(self) -> str:
        """The second word before, unless a comma stands behind it."""
        return "" if self.second_joint == ", " else self.second

    @property
    def is_after_start(self) -> bool:
        """Whether the word before is the first of its sentence."""
        head = len(self.lead) - len(self.joint) - len(self.before)
        return bool(self.before) and begins(self.lead, head)


def read_words(text: str, start: int, end: int) -> Words:
    """The words around a stretch of text."""
    lead = text[max(0, start - _WINDOW) : start]
    lead = lead if start <= _WINDOW else f"…{lead}".replace("… ", ", ", 1)
    words: list[str] = []
    joints: list[str] = []
    end_of_lead = len(lead)
    for match in reversed(list(_WORD.finditer(lead))):
        joint = lead[match.end() : end_of_lead]
        if len(words) == _REACH or not _JOINTS.fullmatch(joint):
            break
        words.append(match.group())
        joints.append(joint)
        end_of_lead = match.start()
    before, second, third = [*words, "", "", ""][:_REACH]
    after = _AFTER.match(text, end, end + _WINDOW)
    joints += ["", ""]
    return Words(before, second, third, after[1] if after else "", joints[0], joints[1], lead)


def begins(text: str, place: int) -> bool:
    """Whether a sentence, quotation, list item or bracket begins here, so that a capital tells nothing."""
    spaces = 0
    while place > 0 and text[place - 1] in _SPACES and spaces < _MOST_SPACES:
        place -= 1
        spaces += 1
    if place == 0 or spaces == _MOST_SPACES or text[place - 1] in _OPENERS:
        return True
    # A hyphen with a space behind it is a bullet or a dash.
    return text[place - 1] == "-" and spaces > 0
