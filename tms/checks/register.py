"""`register`: a text speaks to its reader both as tu and as vous (tú and usted), or otherwise than the house does.

Quotations are apart: people in them speak as they do. So are dialogues with dashes and what is said about the pronouns
("passer du tu au vous"). Vosotros and ustedes are plurals of either and not looked at; with a house style for tu, vous
may be several readers and is let be where the source speaks to several.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tms.checks.check import Check, base_language
from tms.checks.prose import read_prose
from tms.checks.quotation_groups import has_other_marks, list_quotes, may_quote
from tms.checks.register_words import (
    FRENCH_FAMILIAR_WORDS,
    FRENCH_FORMAL_WORDS,
    FRENCH_IMPERATIVES,
    REQUESTS,
    SPANISH_FAMILIAR,
    SPANISH_FAMILIAR_WORDS,
    SPANISH_FORMAL,
    SPANISH_FORMAL_WORDS,
    SPANISH_FUTURE,
    SPANISH_IF,
    SPANISH_VERBS,
    YOU,
)
from tms.checks.sentence_pairs import is_too_long
from tms.text.small_words import word_set
from tms.values import Address, CheckInput, Kind, Severity, Spot

_FRENCH_TU = re.compile(
    r"(?<![\w’'-])(?:(?<!est )(?<!était )(?<!es )(?<!suis )(?<!été )(?<!le )(?<!du )(?<!au )(?<!un )tu"
    r"|(?<!le )(?<!un )(?<!du )(?<!ce )(?<!son )(?<!de )(?<!même )(?<!bon )(?<!et )(?<!quel )(?<!autre )ton"
    r"|te|toi|ta|tes|tien(?:ne)?s?)(?![\w’'-])|(?<![\w’'-])t['’](?=[aeiouyhéèêà])|(?<=\w)-toi(?!\w)",
    re.IGNORECASE,
)
_FRENCH_VOUS = re.compile(
    r"(?<![\w’'-])(?:(?<!le )(?<!du )(?<!au )[Vv]ous|[Vv]otre|[Vv]os|vôtres?)(?![\w’'])"
    r"|(?<!rendez)(?<!Rendez)-vous(?![\w-])"
    r"|(?<![\w’'-])[a-zà-ÿ]{2,}ez(?![\w’']|-vous)",
)
_FRENCH_NOT_VOUS = word_set(
    "chez assez nez rez lez rendez-vous sanchez perez lopez gomez hernandez gonzalez rodriguez fernandez martinez "
    "ramirez diaz chavez alvarez gutierrez jimenez dominguez velasquez vasquez suez cortez benitez nunez mendez"
)
_FRENCH_ASKED = re.compile(
    r"(?:\A|[.!?:;—–]\s+|,\s+|\bet\s+)((?:[^\W\d_]+[^sz\W\d_]|[^\W\d_]+(?:is|ds|ts))"
    r"-(?:moi|nous|les?|la|lui|leur)(?:-(?:moi|nous|lui|leur))?)(?![\w’']|-[A-ZÀ-Þ])"
)
_FRENCH_HEAD = re.compile(r"(?:\A|[.!?:]\s+)([^\W\d_]+)(?=\s|-(?!vous\b))")
_SPANISH_TU = re.compile(r"(?<![\w-])(?:tú|te|ti|tus?|tuy[oa]s?|contigo)(?![\w-])", re.IGNORECASE)
_SPANISH_USTED = re.compile(r"(?<![\w-])usted(?![\w-])", re.IGNORECASE)
_SPANISH_HEAD = re.compile(
    r"(?P<sure>\A|[.!?:;]\s+|¡)?(?(sure)|(?:[,(]\s+|\b[ye]\s+))(?P<please>por favor,?\s+)?(?P<no>no\s+)?"
    r"(?P<verb>[^\W\d_]+)(?=[\s,.!])",
    re.IGNORECASE,
)
_SPANISH_MAY = re.compile(r"(?:\A|[.!?:]\s+)((?:Puede|Podrá|Recuerde que puede) )(?=[^\W\d_]+r(?:se|l[aeo]s?|nos)?\b)")
# With a pronoun at its end an imperative is nothing else.
_ENCLITIC = re.compile(r"\w*[áéíóú]\w*(?:te|se|nos|l[eoa])\Z|(?:ponte|hazte|dinos|dile|haznos|hazlo|ponlo)\Z")
_SUBORDINATE = re.compile(r"\b(?:que|quien|quienes|cuando|donde|si|aunque|para|como|cual)\b", re.IGNORECASE)
_ABOUT = re.compile(
    r"tutoie|tutoy|vouvoie|vouvoy|tute[oa]|tratamiento|\b(?:du|au|le) (?:tu|vous)\b|\bel (?:tú|usted)\b", re.IGNORECASE
)


_SEVERAL = re.compile(
    r"\b(?:all of you|friends|readers|members|ladies|everyone|everybody|children|both of you|tous|toutes|amis"
    r"|chers|chères"
    r"|lecteurs|enfants|vous-mêmes)\b",
    re.IGNORECASE,
)
_FORMAL_SIGNS = {
    "fr": re.compile(r"vous|votre|vos |vôtre|ez\b"),
    "es": re.compile(rf"\b(?:usted|puede|podrá|{'|'.join(sorted(SPANISH_FORMAL))})\b"),
}
_NAMES = {"fr": ("tu", "vous"), "es": ("tú", "usted")}


@dataclass(frozen=True, slots=True)
class _Forms:
    """Where a text is familiar and where it is formal, by places of its visible text."""

    familiar: list[tuple[int, int]]
    formal: list[tuple[int, int]]


def _find(pair: CheckInput) -> Iterator[Spot]:
    if pair.kind is Kind.QUOTE or is_too_long(pair):
        return
    language, wanted = base_language(pair.language), pair.rules.address
    prose = read_prose(pair.target)
    # Most texts have one form only; the formal one is seen at once.
    if wanted is not Address.FORMAL and _FORMAL_SIGNS[language].search(prose.text.lower()) is None:
        return
    text = _mask_quotations(prose.text)
    if text is None:
        return
    forms = _read_french(text) if language == "fr" else _read_spanish(text, pair.source)
    odd, message = _choose(forms, wanted, language)
    if not odd or has_other_marks(pair.target) or _ABOUT.search(text):
        return
    is_several = wanted is Address.FAMILIAR and language == "fr" and _SEVERAL.search(f"{pair.source} {text}")
    if not is_several:
        start, end = min(odd)
        yield prose.spot(f"“{prose.text[start:end]}”: {message}", start, end)


def _choose(forms: _Forms, wanted: Address, language: str) -> tuple[list[tuple[int, int]], str]:
    """The places that are odd in a text, and what is to be said of them."""
    familiar, formal = _NAMES[language]
    if wanted is Address.FORMAL:
        return forms.familiar, f"readers are spoken to as {formal}"
    if wanted is Address.FAMILIAR:
        return forms.formal, f"readers are spoken to as {familiar}"
    if not forms.familiar or not forms.formal:
        return [], ""
    odd = forms.familiar if len(forms.familiar) <= len(forms.formal) else forms.formal
    return odd, f"{familiar} and {formal} in one text"


def _mask_quotations(text: str) -> str | None:
    """The text with what is quoted blanked out; None where its marks do not pair."""
    if not may_quote(text):
        return text
    quotes = list_quotes(text)
    if not quotes.is_balanced:
        return None
    pieces: list[str] = []
    position = 0
    for each in quotes.quotations:
        if each.depth == 0:
            pieces += [text[position : each.opener + 1], " " * (each.closer - each.opener - 1)]
            position = each.closer
    return "".join([*pieces, text[position:]])


def _read_french(text: str) -> _Forms:
    familiar = [match.span() for match in _FRENCH_TU.finditer(text)]
    familiar += [match.span(1) for match in _FRENCH_ASKED.finditer(text)]
    formal = [match.span() for match in _FRENCH_VOUS.finditer(text) if match.group() not in _FRENCH_NOT_VOUS]
    for match in _FRENCH_HEAD.finditer(text):
        verb = match[1].lower()
        if verb in FRENCH_IMPERATIVES:
            familiar.append(match.span(1))
        elif verb.endswith("ez") and match[1][0].isupper() and _fold(verb) not in _FRENCH_NOT_VOUS:
            formal.append(match.span(1))
    return _Forms(familiar, formal)


def _fold(word: str) -> str:
    return word.translate(str.maketrans("áéíóúñ", "aeioun"))


def _read_spanish(text: str, source: str | None) -> _Forms:
    familiar = [
        match.span()
        for rule in (_SPANISH_TU, SPANISH_FUTURE, SPANISH_VERBS, SPANISH_IF)
        for match in rule.finditer(text)
    ]
    formal = [match.span() for match in _SPANISH_USTED.finditer(text)]
    words = frozenset(re.findall(r"[a-z]+", (source or "").lower()))
    is_request = not words.isdisjoint(YOU | REQUESTS)
    if is_request:
        formal += [match.span(1) for match in _SPANISH_MAY.finditer(text)]
    for match in _SPANISH_HEAD.finditer(text):
        verb = match["verb"].lower()
        is_denied = match["no"] is not None
        if _ENCLITIC.match(verb) is None or is_denied:
            # A noun or a verb of others as often.
            is_head = is_denied or match["sure"] is not None or match["please"] is not None
            if not is_head or not is_request or _is_subordinate(text, match.start("verb")):
                continue
        if verb in SPANISH_FORMAL:
            formal.append(match.span("verb"))
        elif verb[:-1] in SPANISH_FORMAL and verb.endswith("s") if is_denied else verb in SPANISH_FAMILIAR:
            familiar.append(match.span("verb"))
    return _Forms(familiar, formal)


def _is_subordinate(text: str, place: int) -> bool:
    """Whether the sentence has a subordinate clause before a place: "que escriba y firme" asks for nothing."""
    start = max(text.rfind(sign, 0, place) for sign in ".!?:¡") + 1
    return _SUBORDINATE.search(text, start, place) is not None


REGISTER = Check(
    "register",
    "Forms of address",
    "register",
    Severity.WARNING,
    _find,
    languages=frozenset(("fr", "es")),
    words=FRENCH_FAMILIAR_WORDS
    | FRENCH_FORMAL_WORDS
    | FRENCH_IMPERATIVES
    | SPANISH_FAMILIAR_WORDS
    | SPANISH_FORMAL_WORDS
    | SPANISH_FORMAL
    | SPANISH_FAMILIAR,
)
