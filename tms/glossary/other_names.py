"""Hits that are a part of the name of something else: another court, another body of the same acronym."""

import re

from tms.glossary.grammar import is_acronym
from tms.text.small_words import word_set
from tms.values import TermHit

# A court for something is another court: Tribunal Penal Internacional para Ruanda.
_FOR = re.compile(
    r"[ \u00a0](?:para|pour|for)[ \u00a0]"
    r"(?:(?:el|la|los|las|le|les|the|l['’])[ \u00a0]?)?(?:ex[ -]|former )?[A-ZÀ-Ý]"
)
# An institution of something: le Service du travail obligatoire.
_INSTITUTION = re.compile(
    r"(?<![.!?…:] )(?<!\A)(?<![\w-])[A-ZÀ-Ý][\w-]{3,40}[ \u00a0](?:du|de|des|del|de la|de los)[ \u00a0]\Z"
)
_PATH = re.compile(
    r"(?<![\w/<])(?:~|\.{1,2})?/[\w.-]+(?:/[\w.-]+)+"
    r"|(?<![\w/])[\w-]+(?:/[\w.-]+)*\.(?:json|csv|pdf|html?|txt|docx?|xlsx?|png|jpe?g|svg)\b"
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SMALL = word_set("of the for and on in to de del des du la le les y et e para pour")


def is_other_name(text: str, hit: TermHit) -> bool:
    """Whether a hit is the beginning or the end of a longer name, which the glossary does not know."""
    if hit.form[:1].isupper() and " " in hit.form and _FOR.match(text, hit.end):
        return True
    return (
        hit.form.islower()
        and " " in hit.form
        and _INSTITUTION.search(text, max(0, hit.start - 60), hit.start) is not None
    )


def is_other_acronym(text: str, hit: TermHit, hits: tuple[TermHit, ...]) -> bool:
    """Whether an acronym in parentheses spells the name before it, and that is none of its concept."""
    if not is_acronym(hit.form) or text[hit.start - 2 : hit.start] != " (" or text[hit.end : hit.end + 1] != ")":
        return False
    words = list(_WORD.finditer(text, max(0, hit.start - 120), hit.start - 2))
    weighty = [word for word in words if word.group().lower() not in _SMALL][-len(hit.form) :]
    initials = "".join(word.group()[0] for word in weighty)
    if initials.upper() != hit.form.upper() or not weighty:
        return False
    start = weighty[0].start()
    return not any(one.concept == hit.concept and start <= one.start < hit.start for one in hits)


def list_paths(text: str) -> list[tuple[int, int]]:
    """The places of names of files."""
    return [match.span() for match in _PATH.finditer(text)] if "/" in text or "." in text else []
