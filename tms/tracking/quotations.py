"""Quotations in a text."""

import re

# What is opened and not closed goes on to the next opening, or to the end.
_QUOTED = re.compile(
    r"“([^“”]*+)(?:”|(?=“)|\Z)|«([^«»]*+)(?:»|(?=«)|\Z)|„([^„“”]*+)(?:[“”]|(?=„)|\Z)|\"([^\"]*+)(?:\"|\Z)"
)
# Single quotation marks around words; an apostrophe has letters on both sides or none that opens.
_SINGLE = re.compile(r"(?<!\w)(?:‘|'(?=[^\W\d_]))((?:[^‘’'\n]|(?<=\w)['’](?=\w)){2,400}+)(?<!\s)['’](?!\w)")


def find_quotations(text: str) -> list[str]:
    """The words between quotation marks, in order; a quotation that is not closed runs to the end."""
    quoted = [(m.start(), next((part for part in m.groups() if part is not None), "")) for m in _QUOTED.finditer(text)]
    quoted += [(m.start(), m[1]) for m in _SINGLE.finditer(text)]
    return [words.strip() for _, words in sorted(quoted)]


def has_quotation_marks(text: str) -> bool:
    """Whether there is anything to look for."""
    return any(sign in text for sign in '“«„"‘') or text.startswith("'") or " '" in text
