"""`loaded-wording`: the words of those in power taken over as if they were the writer's own.

Three ways: the quotation marks around an official wording are lost (“vocational training centres”), or a camp has
become a training centre though the source calls it a camp, or prisoners have become pupils. "Prétendu", "soi-disant",
"llamado" keep the distance as well, and so does emphasis.
"""

import re
from collections.abc import Iterator

from tms.checks.check import Check, base_language
from tms.checks.code_page import encode, read_code
from tms.checks.loaded_wording_words import OFFICIAL_STEMS
from tms.checks.prose import read_prose
from tms.checks.quotation import Quotes
from tms.checks.quotation_groups import (
    QUOTE_SIGNS,
    Group,
    count_distance,
    count_emphasis,
    has_other_marks,
    list_groups,
    list_quotes,
    may_quote,
)
from tms.checks.sentence_pairs import is_too_long
from tms.text.small_words import word_set
from tms.values import CheckInput, Kind, Severity, Spot

_OFFICIAL = re.compile(rf"\b(?:{'|'.join(OFFICIAL_STEMS.split())})", re.IGNORECASE)
_LONGEST = 7
_CAMP = re.compile(r"\b(?:camps?|laogai|laojiao)\b", re.IGNORECASE)
_OTHER_CAMP = re.compile(
    r"\b(?:training|summer|holiday|scout|boot|base|youth|day|sports?|work) camps?\b", re.IGNORECASE
)
_SCHOOLING = (
    r"(?:formation|éducation|enseignement|apprentissage|instruction|perfectionnement|études|form|éducatif|scolaire"
    r"|professionnel|formación|educación|capacitación|enseñanza|aprendizaje|instrucción|adiestramiento|educativ"
    r"|formativ"
    r"|vocacional|profesional|escolar|estudi)"
)
_HOUSE = (
    r"(?:cent(?:re|ro)s?|établissements?|est?ablecimientos?|instituts?|institutos?|institutions?|instituci(?:ón|ones)"
    r"|complejos?|écoles?|escuelas?|internats?|internados?|instalaci(?:ón|ones)|collèges?|colegios?)"
)
_CENTRE = re.compile(rf"\b{_HOUSE}\s+(?:(?:de|d['’]|des|para|de la|para la)\s?)?{_SCHOOLING}\w*", re.IGNORECASE)
_ANY_HOUSE = re.compile(rf"\b{_HOUSE}\b", re.IGNORECASE)
_HOUSE_SOURCE = re.compile(
    r"\b(?:cent(?:re|er)s?|facilit(?:y|ies)|schools?|institut(?:es?|ions?)|colleges?|academ(?:y|ies)|compounds?"
    r"|complex(?:es)?)\b",
    re.IGNORECASE,
)
_TRAINING = re.compile(r"\b(?:training|vocational|educat)", re.IGNORECASE)
# What those in power call it, where the source calls it otherwise.
_SOFTENED = {
    language: [
        (
            re.compile(rf"\b(?:{english})\b", re.IGNORECASE),
            re.compile(rf"\b(?:{soft})\b"),
            re.compile(rf"\b(?:{own})", re.IGNORECASE),
        )
        for english, soft, own in rows
    ]
    for language, rows in {
        "fr": (
            (
                "detainees?|prisoners?|inmates?|internees?",
                "stagiaires?|élèves?|apprenants?|apprentis?|étudiants?",
                "student|pupil|trainee|apprentic|intern|school|learner|boarder|universit|graduat|academ|class|teacher",
            ),
            (
                "protesters?|demonstrators?|marchers?",
                "émeutiers?|casseurs?|fauteurs de troubles?",
                "riot|violen|hooligan|mob|troublemak",
            ),
            (
                "invasion|invaded|annex\\w+|occupation|occupied",
                "opération (?:militaire )?spéciale|libération pacifique|réunification",
                "special (?:military )?operation|liberat|reunif",
            ),
        ),
        "es": (
            (
                "detainees?|prisoners?|inmates?|internees?",
                "alumn[oa]s?|estudiantes?|aprendices|aprendiz|internos escolares|cursillistas?",
                "student|pupil|trainee|apprentic|school|learner|universit|graduat|academ|class|teacher",
            ),
            (
                "protesters?|demonstrators?|marchers?",
                "alborotador(?:a|es|as)?|vándalos?|agitador(?:a|es|as)?",
                "riot|violen|hooligan|mob|troublemak|agitat",
            ),
            (
                "invasion|invaded|annex\\w+|occupation|occupied",
                "operación (?:militar )?especial|liberación pacífica|reunificación",
                "special (?:military )?operation|liberat|reunif",
            ),
        ),
    }.items()
}
_CAMP_TARGET = {
    "fr": re.compile(r"\bcamps?\b", re.IGNORECASE),
    "es": re.compile(r"\bcamp(?:os?|amentos?)\b", re.IGNORECASE),
}


_HARD_WORDS = word_set(
    "detainee detainees prisoner prisoners inmate inmates internee internees protester protesters demonstrator "
    "demonstrators marcher marchers invasion invaded annexed annexes annexing annexation annexations occupation "
    "occupied"
)
_HARD_CODES = frozenset(map(encode, _HARD_WORDS))


def _find(pair: CheckInput) -> Iterator[Spot]:
    source = pair.source or ""
    if is_too_long(pair):
        return
    if "camp" in source or "Camp" in source:
        yield from _find_centres(pair)
    if not _HARD_CODES.isdisjoint(read_code(source).words):
        yield from _find_softened(pair)
    if may_quote(source):
        yield from _find_lost_marks(pair)


def _find_centres(pair: CheckInput) -> Iterator[Spot]:
    prose = read_prose(pair.target)
    centres = list(_CENTRE.finditer(prose.text))
    if not centres:
        return
    source = read_prose(pair.source or "").text
    camps = len(_CAMP.findall(source)) - len(_OTHER_CAMP.findall(source))
    extra = len(_ANY_HOUSE.findall(prose.text)) - len(_HOUSE_SOURCE.findall(source))
    if extra > 0 and len(_CAMP_TARGET[base_language(pair.language)].findall(prose.text)) < camps:
        for match in centres if len(centres) <= extra else ():
            yield prose.spot(f"“{match.group()}” for what the source calls a camp", match.start(), match.end())
        if len(centres) > extra:
            yield Spot(f"“{centres[0].group()}” for what the source calls a camp")


def _find_softened(pair: CheckInput) -> Iterator[Spot]:
    source, prose = pair.source or "", read_prose(pair.target)
    for english, soft, own in _SOFTENED[base_language(pair.language)]:
        match = english.search(source)
        if match is not None and (found := soft.search(prose.text)) is not None and own.search(source) is None:
            yield prose.spot(f"“{found.group()}” for “{match.group()}” of the source", found.start(), found.end())


def _find_lost_marks(pair: CheckInput) -> Iterator[Spot]:
    if pair.kind is Kind.QUOTE:
        return
    source, target = read_prose(pair.source or "").text, read_prose(pair.target).text
    groups = list_groups(source) or ()
    if not any(_OFFICIAL.search(group.text) for group in groups):
        return
    short = [group for group in groups if _is_wording(group, target)]
    official = [group for group in short if _OFFICIAL.search(group.text)]
    if not official:
        return
    quotes = list_quotes(target)
    if not quotes.is_balanced or has_other_marks(pair.target):
        return
    is_short = [len(target[each.opener : each.closer].split()) <= 2 * _LONGEST for each in quotes.quotations]
    got = sum(is_short) + max(0, count_emphasis(pair.target) - count_emphasis(pair.source or ""))
    missing = len(short) - got - count_distance(target)
    has_emphasis = count_emphasis(pair.target) > count_emphasis(pair.source or "")
    if missing > 0 or (not has_emphasis and _is_centre_bare(official, source, target, quotes)):
        named = ", ".join(f"“{group.text.strip('.,')}”" for group in official)
        yield Spot(f"{named} of the source: the quotation marks that keep a distance are lost")


def _is_centre_bare(official: list[Group], source: str, target: str, quotes: Quotes) -> bool:
    """Whether a training centre stands in quotation marks in the source, always, and here never."""
    quoted = sum(len(_TRAINING.findall(group.text)) for group in official)
    centres = list(_CENTRE.finditer(target))
    if not quoted or not centres or len(_TRAINING.findall(source)) > quoted or count_distance(target):
        return False
    return not any(each.opener < centre.start() < each.closer for each in quotes.quotations for centre in centres)


def _is_wording(group: Group, target: str) -> bool:
    """A few words that are no sentence and no title."""
    text = group.text.rstrip(",.")
    if group.words > _LONGEST or group.is_title or text[-1:] in ("?", "!") or group.stays_in(target):
        return False
    return group.words > 1 or _OFFICIAL.match(text) is not None


LOADED_WORDING = Check(
    "loaded-wording",
    "Official wording taken over",
    "mistranslation",
    Severity.WARNING,
    _find,
    needs_source=True,
    languages=frozenset(("fr", "es")),
    either_signs=QUOTE_SIGNS,
    either_words=_HARD_WORDS | {"camp", "camps"},
)
