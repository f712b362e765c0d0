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
    FRENCH_LIKE_NOUNS,
    SPANISH_FAMILIAR_WORDS,
    SPANISH_FORMAL_WORDS,
    SPANISH_FUTURE,
    SPANISH_IF,
    SPANISH_VERBS,
)
from tms.checks.sentence_pairs import is_too_long
from tms.checks.spanish_address import list_formal_signs, list_orders, may_be_formal
from tms.checks.spanish_orders import FAMILIAR_DENIED, FAMILIAR_JOINED, FAMILIAR_ORDERS, FORMAL_JOINED, FORMAL_ORDERS
from tms.text.small_words import word_set
from tms.values import Address, CheckInput, Kind, Severity, Spot

_FRENCH_TU = re.compile(
    r"(?<![\w’'-])(?:(?<!est )(?<!était )(?<!es )(?<!suis )(?<!été )(?<!le )(?<!du )(?<!au )(?<!un )tu"
    r"|(?<!le )(?<!un )(?<!du )(?<!ce )(?<!son )(?<!de )(?<!même )(?<!bon )(?<!et )(?<!quel )(?<!autre )ton"
    r"|te|toi|ta|tes|(?<!je )(?<!me )(?<!vous )tien(?:ne)?s?)(?![\w’'-])"
    r"|(?<![\w’'-])t['’](?=[aeiouyhéèêà])|(?<=\w)-toi(?!\w)",
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
_FRENCH_HEAD = re.compile(
    r"(?:\A|[.!?:;]\s+|\n)(?:[-–—•*]\s*|\d[.)]\s*)?(?:[Nn]e |[Nn]['’])?([^\W\d_]+)(?=\s|-(?!vous\b)|[!.])"
)
_FRENCH_JOINED = re.compile(
    r"(?:,|\set|\sou|\spuis)\s+(?:ne |n['’])?([^\W\d_]+)(?=\s(?:le|la|les|un|une|des|vos|tes|à)\s|\sl['’])"
)
_FRENCH_ARTICLE = re.compile(r"\s(?:le|la|les|un|une|cette|ce|ces|nos|notre|votre|vos|ton|ta|tes)\s|\sl['’]")
_SPANISH_TU = re.compile(r"(?<![\w-])(?:tú|te|ti|tus?|tuy[oa]s?|contigo)(?![\w-])", re.IGNORECASE)
# Extraditarte, where the source has you; other words end so too.
_SPANISH_TO_TU = re.compile(
    r"(?<![\w-])(?!\w*(?:compart|repart|impart|apart|part|descart|estandart|baluart|ensart|encart|bonapart|fuert|muert"
    r"|suert|viert|iert|inert|alert|desert|libert|expert|solvert|hart)e\b)"
    r"\w{3,}(?:[aei]r|ándo|iéndo|yéndo)te(?![\w-])"
)
_ENGLISH_YOU = re.compile(r"\b[Yy]ou\b")
_SPANISH_USTED = re.compile(r"(?<![\w-])usted(?![\w-])", re.IGNORECASE)
_ABOUT = re.compile(
    r"tutoie|tutoy|vouvoie|vouvoy|tute[oa]|tratamiento|\b(?:du|au|le) (?:tu|vous)\b|\bel (?:tú|usted)\b", re.IGNORECASE
)


_SEVERAL = re.compile(
    r"\b(?:all of you|friends|readers|members|ladies|everyone|everybody|children|both of you|tous|toutes|amis"
    r"|chers|chères"
    r"|lecteurs|enfants|vous-mêmes)\b",
    re.IGNORECASE,
)
_FRENCH_SIGNS = re.compile(r"vous|votre|vos |vôtre|ez\b")
_NAMES = {"fr": ("tu", "vous"), "es": ("tú", "usted")}


@dataclass(frozen=True, slots=True)
class _Forms:
    """Where a text is familiar and where it is formal, by places of its visible text."""

    familiar: list[tuple[int, int]]
    formal: list[tuple[int, int]]


def _may_find(pair: CheckInput) -> bool:
    """Whether the formal forms may be there that have to be: most texts have one form only, if any."""
    if pair.kind is Kind.QUOTE or is_too_long(pair):
        return False
    if pair.rules.address is Address.FORMAL:
        return True
    text = read_prose(pair.target).text
    if base_language(pair.language) == "fr":
        return _FRENCH_SIGNS.search(text.lower()) is not None
    return may_be_formal(text, pair.source or "")


def _find(pair: CheckInput) -> Iterator[Spot]:
    if not _may_find(pair):
        return
    language, wanted = base_language(pair.language), pair.rules.address
    prose = read_prose(pair.target)
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
    heads: list[int] = []
    for match in _FRENCH_HEAD.finditer(text):
        verb = match[1].lower()
        is_formal = verb.endswith("ez") and _fold(verb) not in _FRENCH_NOT_VOUS
        if _is_french_order(verb, text, match.end(1)):
            familiar.append(match.span(1))
        elif is_formal and match[1][0].isupper():
            formal.append(match.span(1))
        if is_formal or verb in FRENCH_IMPERATIVES:
            heads.append(match.end(1))
    for match in _FRENCH_JOINED.finditer(text) if heads else ():
        verb = match[1].lower()
        head = max((place for place in heads if place < match.start(1)), default=None)
        is_order = verb in FRENCH_IMPERATIVES or verb in FRENCH_LIKE_NOUNS
        if is_order and head is not None and not _FRENCH_OTHER_SUBJECT.search(text, head, match.start(1)):
            familiar.append(match.span(1))
    return _Forms(familiar, formal)


# From here on somebody else may be doing it.
_FRENCH_OTHER_SUBJECT = re.compile(
    r"[.!?:;]|\b(?:qui|que|il|elle|on|ils|elles|quand|lorsque|si|dont|où|car|je|nous)\b|qu['’]"
)


def _is_french_order(verb: str, text: str, end: int) -> bool:
    """Whether a word at the head of a sentence is an imperative of tu."""
    return verb in FRENCH_IMPERATIVES or (verb in FRENCH_LIKE_NOUNS and _FRENCH_ARTICLE.match(text, end) is not None)


def _fold(word: str) -> str:
    return word.translate(str.maketrans("áéíóúñ", "aeioun"))


def _read_spanish(text: str, source: str | None) -> _Forms:
    orders = list_orders(text, source or "")
    familiar = [
        match.span()
        for rule in (_SPANISH_TU, SPANISH_FUTURE, SPANISH_VERBS, SPANISH_IF)
        for match in rule.finditer(text)
    ]
    if _ENGLISH_YOU.search(source or ""):
        familiar += [match.span() for match in _SPANISH_TO_TU.finditer(text)]
    formal = [match.span() for match in _SPANISH_USTED.finditer(text)]
    familiar += [order.span for order in orders if order.kind == "tú"]
    formal += [order.span for order in orders if order.kind == "usted"]
    if familiar or not formal:
        formal += list_formal_signs(text, source or "")
    return _Forms(familiar, formal)


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
    | FRENCH_LIKE_NOUNS
    | SPANISH_FAMILIAR_WORDS
    | SPANISH_FORMAL_WORDS
    | FORMAL_ORDERS
    | FAMILIAR_ORDERS
    | FAMILIAR_DENIED
    | FAMILIAR_JOINED
    | FORMAL_JOINED,
    may_find=_may_find,
)
