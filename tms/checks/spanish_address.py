"""How a Spanish text speaks to its reader: its imperatives, and the other signs of usted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tms.checks.code_page import encode, read_code
from tms.checks.register_words import REQUESTS, YOU
from tms.checks.spanish_orders import (
    FAMILIAR_DENIED,
    FAMILIAR_JOINED,
    FAMILIAR_ORDERS,
    FORMAL_JOINED,
    FORMAL_ORDERS,
    PLURAL_JOINED,
    PLURAL_ORDERS,
    VOSOTROS_ORDERS,
)

_SENTENCE = re.compile(r"(?:[^.!?¡¿:;\n•]|[.:](?=[^\s.:]))+")
_WORD = re.compile(r"[^\W\d_]+")
_PREFIX = re.compile(
    r"(?:(?:\A|(?<=[\s(,—–*_]))(?:no|nunca|jamás|tampoco|ni|por favor,?|también|además|luego|después|entonces|ahora|hoy"
    r"|y|e|o|u|pero|siempre|simplemente|solo|mejor|primero|allí|aquí)\s+)+\Z",
    re.IGNORECASE,
)
# As far as these words may reach.
_REACH = 60
_DENIED = re.compile(r"\b(?:no|nunca|jamás|tampoco|ni)\b", re.IGNORECASE)
_JOINT = re.compile(r"\b(?:y|e|o|u|ni|pero|luego|después)\b", re.IGNORECASE)
# Behind such a clause the verb that asks for something comes at once: Para más información, escriba …
_CLAUSE_FIRST = re.compile(
    r"\s*(?:si|para|cuando|antes|después|al|en caso|en|tras|mientras|gracias|con|desde|durante|cada|por favor|este|esta"
    r"|hoy|mañana|hasta|como|cuanto|una vez|junto|querid[oa]s?|estimad[oa]s?|amig[oa]s?)\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(r"\b(?:que|quien|quienes|cuando|donde|si|aunque|como|cual|porque)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Order:
    """An imperative: where it stands, and whether it is of "tú", "usted", "ustedes" or "vosotros"."""

    span: tuple[int, int]
    kind: str


_SURE = frozenset(map(encode, FORMAL_JOINED | {"usted"}))
_WITH_REQUESTS = frozenset(map(encode, FORMAL_ORDERS | {"puede", "podrá", "recuerde"}))
_WITH_SIRS = frozenset(map(encode, ("señor", "señora", "sr", "sra", "excelencia")))
_YOU_CODES, _REQUEST_CODES = frozenset(map(encode, YOU)), frozenset(map(encode, REQUESTS))


def may_be_formal(text: str, source: str) -> bool:
    """Whether a text may speak to an usted; a quick look at its words and those of its source."""
    words, english = read_code(text).words, read_code(source).words
    if not (_SURE.isdisjoint(words) and _YOU_CODES.isdisjoint(english)):
        return True
    is_request = not _REQUEST_CODES.isdisjoint(english)
    return not _WITH_SIRS.isdisjoint(words) or (is_request and not _WITH_REQUESTS.isdisjoint(words))


def list_orders(text: str, source: str) -> list[Order]:
    """The imperatives of a visible text; bare ones only where the English source asks for something."""
    is_request = not frozenset(re.findall(r"[a-z]+", source.lower())).isdisjoint(YOU | REQUESTS)
    found: list[Order] = []
    for sentence in _SENTENCE.finditer(text):
        found += _list_in_sentence(sentence, is_request=is_request)
    return found


def _list_in_sentence(sentence: re.Match[str], *, is_request: bool) -> Iterator[Order]:
    text, asked = sentence.group(), -1
    for match in _WORD.finditer(text):
        kind = _read_joined(match.group().lower())
        if not kind and (is_request or match.group().lower() in PLURAL_ORDERS):
            prefix = _PREFIX.search(text, max(0, match.start() - _REACH), match.start())
            before = prefix.group() if prefix else ""
            kind = _read_bare(match.group().lower(), is_denied=_DENIED.search(before) is not None)
            base = text[: prefix.start() if prefix else match.start()]
            if kind and not _may_ask(text, base, before, asked):
                kind = ""
        if kind:
            asked = match.end()
            yield Order((sentence.start() + match.start(), sentence.start() + match.end()), kind)


def _may_ask(text: str, base: str, before: str, asked: int) -> bool:
    """Whether an imperative may stand behind `base`: the head of the sentence, or another imperative."""
    if not any(map(str.isalpha, base)):
        return True
    is_joined = base.rstrip().endswith((",", "(", "—", "–")) or _JOINT.search(before) is not None
    if not is_joined:
        return False
    if asked >= 0:
        return _SUBORDINATE.search(text, asked, len(base)) is None
    is_clause_first = base.rstrip().endswith(",") and _CLAUSE_FIRST.match(text) is not None
    return is_clause_first or (before != "" and "por favor" in before.lower())


def _read_joined(verb: str) -> str:
    if verb in FAMILIAR_JOINED:
        return "tú"
    if verb in FORMAL_JOINED:
        return "usted"
    if verb in VOSOTROS_ORDERS:
        return "vosotros"
    return "ustedes" if verb in PLURAL_JOINED else ""


def _read_bare(verb: str, *, is_denied: bool) -> str:
    if verb in FORMAL_ORDERS:
        return "usted"
    if verb in PLURAL_ORDERS:
        return "ustedes"
    return "tú" if verb in (FAMILIAR_DENIED if is_denied else FAMILIAR_ORDERS) else ""


_MAY = re.compile(r"(?:\A|[.!?:]\s+)((?:Puede|Podrá|Recuerde que puede) )(?=[^\W\d_]+r(?:se|l[aeo]s?|nos)?\b)")
_VERB = r"(?:desea|quiere|necesita|tiene|conoce|sabe|prefiere|puede|dispone|recibe|vive|cree|busca|va a|ha|está|es)"
_IF = re.compile(rf"\b[Ss]i (?:no |ya |lo |la |le |se )*({_VERB})\b")
_ASKED = re.compile(rf"¿(?:No |Le |Se )?({_VERB})\b", re.IGNORECASE)
_POLITE = re.compile(
    r"\b([Ll]e (?:rogamos|ruego|agradecemos|agradezco|agradeceremos|pedimos|pido|invitamos|animamos|escribimos|escribo"
    r"|recordamos|informamos|enviaremos|deseamos|damos|proponemos|recomendamos|aconsejamos|esperamos|mandaremos))\b"
)
_TO_YOU = re.compile(r"\b(\w+(?:[aei]r|ándo|iéndo|yéndo)le)\b")
_SIR = re.compile(
    r"(?:\A|[.!?¡¿]\s*)((?:Estimad[oa] )?(?:[Ss]eñor|[Ss]eñora|Sr\.|Sra\.|Excelencia)(?: [^.,:]{2,40})?)[,:]"
)
_YOUR = re.compile(r"(?<![\w-])([Ss]us?)(?![\w-])")
_OTHERS = re.compile(r"\b(?:him|his|her|hers|its?|their|theirs|them|he|she|they|who|whose)\b|['’]s\b", re.IGNORECASE)
_IF_YOU = re.compile(r"\b(?:if|whether|should|unless) you\b", re.IGNORECASE)
_DO_YOU = re.compile(r"\b(?:do|did|are|have|can|could|will|would) you\b", re.IGNORECASE)
_ENGLISH_YOU = re.compile(r"\byou\b", re.IGNORECASE)
_ENGLISH_YOUR = re.compile(r"\byours?\b", re.IGNORECASE)
_ENGLISH_SIR = re.compile(r"\b(?:Sir|Madam|Minister|President|Ambassador|Excellency|Mr|Mrs|Ms)\b")


def list_formal_signs(text: str, source: str) -> list[tuple[int, int]]:
    """Where a text says usted without an imperative: verbs of conditions and questions, le, su, Señor."""
    is_request = not frozenset(re.findall(r"[a-z]+", source.lower())).isdisjoint(YOU | REQUESTS)
    rules = [
        (_MAY, is_request),
        (_IF, _IF_YOU.search(source)),
        (_ASKED, _DO_YOU.search(source)),
        (_SIR, _ENGLISH_SIR.search(source)),
    ]
    if _OTHERS.search(source) is None:
        rules += [
            (_POLITE, _ENGLISH_YOU.search(source)),
            (_TO_YOU, _ENGLISH_YOU.search(source)),
            (_YOUR, _ENGLISH_YOUR.search(source)),
        ]
    return [match.span(1) for rule, is_on in rules if is_on for match in rule.finditer(text)]
