"""What typed characters become in French and Spanish: quotation marks, apostrophes, dashes, spaces before signs.

Rules of the Imprimerie nationale and of the Ortografía of the Real Academia; house rules choose where both allow two.
"""

import re
from collections.abc import Callable

from tms.text.markup import find_protected_spans
from tms.text.number_notation import get_base_language
from tms.text.sentences import split_sentences
from tms.values import FrenchSpace, HouseRules, Replacement, SpanishQuotes

NARROW, FULL = "\u202f", "\u00a0"
_GAPS = " \u00a0\u202f"
_TRIGGERS = frozenset("\"'.-;:!?»«%€ \u00a0\u202f")
# What was written last belongs to an address that is not finished: http:, www., name@
_ADDRESS = re.compile(r"(?:https?|ftp|mailto|www)\W*\Z|(?:://|www\.|@)\S*\Z", re.IGNORECASE)
_FACE = re.compile(r"(?:[:;=]['-]?|\A[;:])\Z")
_LONGEST = 400

_Rule = Callable[[str, str, str, HouseRules], Replacement | None]


def find_replacement(text: str, cursor: int, language: str, rules: HouseRules) -> Replacement | None:
    """What should stand in place of the characters typed right before the cursor; None where they are right.

    Nothing is replaced inside of tags, code, addresses and numbers, nor in a language without rules.
    """
    sign = text[cursor - 1 : cursor]
    rule = _RULES.get(get_base_language(language))
    if rule is None or sign not in _TRIGGERS or _is_protected(text, cursor):
        return None
    return rule(text[:cursor], text[cursor:], sign, rules)


def _is_protected(text: str, cursor: int) -> bool:
    before = text[max(0, cursor - 1 - _LONGEST) : cursor - 1]
    if _ADDRESS.search(before) or before.count("`") % 2:
        return True
    if before.rfind("<") > before.rfind(">") and re.search(r"<[/!A-Za-z][^<>]*\Z", before):
        return True
    if re.search(r"\]\([^()\s]*\Z|\{[{%][^}]*\Z|&[#\w]*\Z", before):
        return True
    return any(span.start < cursor <= span.end for span in find_protected_spans(text)) and text[cursor - 1] not in "*_"


def _replace_french(before: str, after: str, sign: str, rules: HouseRules) -> Replacement | None:
    head = before[:-1]
    if sign == '"':
        return _quote(before, after, f"«{_gap(rules, '«')}", f"{_gap(rules, '»')}»", ("“", "”"))
    if sign == "'":
        return _apostrophe(before, after)
    if sign in ".-":
        return _join_signs(before)
    if sign in _GAPS:
        # Who types a space by habit finds it there already; who types one of the others means that one.
        is_there = head.endswith((f"«{NARROW}", f"«{FULL}"))
        return Replacement(len(head) - 1, len(before), head[-1] if sign == " " else sign) if is_there else None
    if sign == "«":
        return Replacement(len(before), len(before), _gap(rules, sign)) if after[:1] not in tuple(_GAPS) else None
    return _space_before(head, after, sign, rules)


def _replace_spanish(before: str, after: str, sign: str, rules: HouseRules) -> Replacement | None:
    if sign == '"':
        marks = ("“", "”") if rules.spanish_quotes is SpanishQuotes.CURLY else ("«", "»")
        inner = ("‘", "’") if rules.spanish_quotes is SpanishQuotes.CURLY else ("“", "”")
        return _quote(before, after, *marks, inner)
    if sign == "'":
        return _apostrophe(before, after)
    if sign in ".-":
        return _join_signs(before)
    if sign in "?!":
        return _open_question(before, sign)
    return None


# Quotation marks.


def _quote(before: str, after: str, opening: str, closing: str, inner: tuple[str, str]) -> Replacement | None:
    head, at = before[:-1], len(before) - 1
    if head[-1:].isdigit() and not _is_open(head, opening, closing):
        return None  # inches
    outer_open = _is_open(head, opening, closing)
    inner_open = head.rfind(inner[0]) > max(head.rfind(inner[1]), head.rfind(opening[0]))
    is_opening = not head or head[-1] in " \u00a0\u202f\n([{—–-/¿¡«“‘" or (head[-1:] in "*_>" and not outer_open)
    if head[-1:] == "’" and not inner_open and (inner[1] != "’" or not outer_open):
        is_opening = True  # l’« État »
    if head.endswith((opening, f"{opening[0]}{FULL}", f"{opening[0]}{NARROW}")):
        is_opening = True
    elif head[-1:] in _GAPS and not _starts_word(after) and (inner_open or outer_open) and after[:1]:
        is_opening = False
    if is_opening:
        return Replacement(at, at + 1, inner[0] if outer_open else opening)
    if inner_open:
        return Replacement(at, at + 1, inner[1])
    start = at
    if len(closing) > 1:
        while start and head[start - 1] in _GAPS:
            start -= 1
    return Replacement(start, at + 1, closing)


def _is_open(head: str, opening: str, closing: str) -> bool:
    return head.count(opening[0]) > head.count(closing[-1])


def _starts_word(after: str) -> bool:
    return after[:1].isalnum() or after[:1] in "«“‘¿¡"


def _apostrophe(before: str, after: str) -> Replacement | None:
    head, at = before[:-1], len(before) - 1
    if head[-1:].isdigit():
        return None  # minutes, feet
    if _FACE.search(head[-2:]) and not head[-1:].isalpha():
        return None
    is_inside = head[-1:].isalpha() or head[-1:] in ")]»"
    # 'n' in “rock 'n' roll” has one before it too: letters left out.
    return Replacement(at, at + 1, "’") if is_inside or not head or head[-1:].isspace() or after[:1].isalpha() else None


# Dots and dashes.


def _join_signs(before: str) -> Replacement | None:
    at = len(before)
    if before.endswith("...") and not before.endswith("....") and not before[:-3].endswith(("/", "\\")):
        return Replacement(at - 3, at, "…")
    if before.endswith("--") and not before.endswith(("---", "!--")):
        # A rule or the end of a comment is drawn with dashes too.
        return None if not before[:-2].strip() and before[:-2] and "\n" in before[-3:] else Replacement(at - 2, at, "—")
    return None


# French spaces before two-part signs.


def _gap(rules: HouseRules, sign: str) -> str:
    if rules.french_space is FrenchSpace.NARROW:
        return NARROW
    if rules.french_space is FrenchSpace.FULL:
        return FULL
    return NARROW if sign in ";!?" else FULL


def _space_before(head: str, after: str, sign: str, rules: HouseRules) -> Replacement | None:
    bare = head.rstrip(_GAPS)
    last, at = bare[-1:], len(head)
    gap = _gap(rules, sign)
    if not bare or last == "\n" or head[len(bare) :] == gap:
        return None
    if sign in "%€":
        return Replacement(len(bare), at, gap) if last.isdigit() else None
    if sign == "»":
        return Replacement(len(bare), at, gap) if last != "«" else None
    if sign == ":" and (after[:1].isdigit() or after[:1] in ("/", "-")):
        return None
    if len(bare) < at:
        # A space was typed: a no-break space belongs there, unless a face or a list begins.
        return Replacement(len(bare), at, gap) if last not in "(:;" else None
    # No space was typed: 10:30, a :: b, ?!, (?) and &amp; stay; a letter or a closing sign gets its space.
    is_word = last.isalpha() or last in ")]}»”’…*_>" or (last.isdigit() and sign != ":")
    return Replacement(at, at, gap) if is_word else None


# The sign that opens a question or an exclamation in Spanish.


def _open_question(before: str, sign: str) -> Replacement | None:
    opening = {"?": "¿", "!": "¡"}[sign]
    sentence, start = _find_sentence(before)
    if opening in sentence or sentence[:-1].rstrip(sign)[-1:] in ("¿", "¡", "") or before[-2:-1] in (*"?!([", " "):
        return None
    at = start + _skip_opening(sentence)
    return Replacement(at, at, opening) if any(map(str.isalpha, sentence)) else None


def _find_sentence(before: str) -> tuple[str, int]:
    window = before[-_LONGEST:]
    sentence = split_sentences(window, "es")[-1]
    start = max(
        sentence.rfind("\n"), sentence.rfind("«"), sentence.rfind("“"), sentence.rfind("("), sentence.rfind(":")
    )
    closed = max(sentence.rfind("»"), sentence.rfind("”"), sentence.rfind(")"))
    start = start if start > closed or sentence[start : start + 1] in ("\n", ":") else -1
    sentence = sentence[start + 1 :]
    return sentence, len(before) - len(sentence)


def _skip_opening(sentence: str) -> int:
    return len(sentence) - len(sentence.lstrip(" \u00a0\u202f—–-*_"))


_RULES: dict[str, _Rule] = {"fr": _replace_french, "es": _replace_spanish}
