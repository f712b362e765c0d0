"""`legal-terms`: a term of international law is softened or lost.

Genocide, torture, enforced disappearance … say what a court has to deal with; "drame", "malos tratos" or "absences"
do not. Every way of saying the term passes, also in other words ("détenus arbitrairement", "obligadas a trabajar"), and
so does a title left in English. Where the glossary says the same of the term, this check is silent. Terms: the Rome
Statute, the Convention against Torture, the Convention on Enforced Disappearance, ILO Convention 29.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tms.checks.check import Check, base_language
from tms.checks.prose import read_prose
from tms.text.normalize import fold_case
from tms.values import CheckInput, Severity, Spot

_FR_FORCED = r"(?:forc|contrain|oblig|impos|involontaire|contre (?:leur|son|sa) )"
_ES_FORCED = r"(?:forz|forc|oblig|fuerza|impuest|involuntari|compuls|sin (?:su )?consent|contra su)"
_FR_CUSTODY = r"(?:détent|déten|arrest|arrêt|emprison|incarc|intern|priv(?:ation|é)|enferm|retenu|rafl|interpell)"
_ES_CUSTODY = (
    r"(?:deten|detuv|detien|arrest|arrést|encarcel|intern|privaci|privad|apres|reten|reclu|presos?\b|presas?\b|encerr)"
)


# In front of what is forced only these verbs stand: obligés à travailler, contrainte à la stérilisation.
_FR_TO = r"(?:forc|contrain|oblig|impos)\w*\s(?:à|de|d['’]|au|aux|la|le|les|des|l['’]|une?)"
_ES_TO = r"(?:forz|fuerz|oblig|impus|impon|impuest)\w*\s(?:a|al|la|el|los|las|una?)\b"


def _forced(noun: str, forced: str, before: str, limit: int = 60) -> str:
    """A noun with "forced" behind it, or a verb before it that forces to it."""
    return rf"{noun}[^.!?;]{{0,{limit}}}{forced}|{before}[^.!?;]{{0,25}}{noun}"


def _near(first: str, second: str, limit: int = 60) -> str:
    """Both within a few words of each other, in either order."""
    return rf"{first}[^.!?]{{0,{limit}}}{second}|{second}[^.!?]{{0,{limit}}}{first}"


@dataclass(frozen=True, slots=True)
class _Term:
    """A term as the English texts have it, and how French and Spanish say it; for texts in lower case."""

    english: re.Pattern[str]
    renderings: dict[str, re.Pattern[str]]
    name: str


def _term(name: str, english: str, french: str, spanish: str) -> _Term:
    return _Term(re.compile(rf"\b(?:{english})\b"), {"fr": re.compile(french), "es": re.compile(spanish)}, name)


_TERMS = (
    _term("genocide", "genocid(?:e|es|al)", "g[ée]nocid", "genocid"),
    _term(
        "crimes against humanity",
        "crimes? against humanity",
        r"crim[^.!?]{0,60}contre (?:l'\s?)?humanité",
        r"(?:cr[íi]men|delito)[^.!?]{0,60}(?:lesa|contra la) humanidad",
    ),
    _term(
        "war crimes",
        "war crimes?",
        r"crim[^.!?]{0,60}de guerre",
        r"(?:cr[íi]men|delito)[^.!?]{0,60}de guerra",
    ),
    _term(
        "enforced disappearance",
        r"(?:enforced|forced|involuntary) disappearances?|forcibly disappear(?:ed|s)?",
        _forced(
            "dispar(?:u|ition|a[îi]t)", _FR_FORCED, r"(?:(?:forc|contrain)\w* (?:à|de)\b|\bfai(?:t|ts|re)\b|\bfont\b)"
        ),
        _forced("desapar", _ES_FORCED, "(?:hizo|hicieron|hac[eí]|hecho)"),
    ),
    _term(
        "arbitrary detention",
        r"arbitrary (?:and \w+ )?(?:detention|arrest|imprisonment)s?|arbitrarily (?:\w+ )?(?:detained|arrested"
        r"|imprisoned|held|jailed)",
        _near("arbitrair", _FR_CUSTODY, 90),
        _near("arbitrari", _ES_CUSTODY, 90),
    ),
    _term(
        "torture",
        r"(?<!don.t )tortur(?:e|ed|es|ing)",
        "tortur(?!eur)|tortionnaire|supplic|martyris",
        r"tortur(?!ador)|suplici|martiri",
    ),
    _term(
        "forced labour",
        r"(?:forced|compulsory|coerced) (?:\w+ )?labou?r",
        _forced(r"(?:travai|travaux|main-d|labeur|ouvri|exploit)", _FR_FORCED, _FR_TO) + "|camps? de travail",
        _forced(r"(?:trabaj|mano de obra|labor|jornad|obrer|explot)", _ES_FORCED, _ES_TO)
        + "|trabajos? esclavo|campos? de trabajo",
    ),
    _term(
        "extrajudicial killing",
        r"(?:extra-?judicial|extra-?legal) (?:killings?|executions?|murders?)",
        r"extra-?\s?(?:judicia|léga)",
        r"extra-?\s?(?:judicia|lega)",
    ),
    _term(
        "ethnic cleansing",
        "ethnic(?:ally)? cleans(?:ing|ed)",
        _near("(?:nettoy|épur|purif)", "ethni"),
        _near("(?:limpi|depur|purif)", "étnic"),
    ),
    _term(
        "forced sterilisation",
        r"(?:forced|forcible|coerced|involuntary) (?:\w+ )?sterili[sz]ations?|forcibly sterili[sz]ed",
        _forced("stérilis", _FR_FORCED, _FR_TO, 90) + "|de force[^.!?;,]{0,25}stérilis",
        _forced("esteriliz", _ES_FORCED, _ES_TO, 90) + "|(?:a|por) la fuerza[^.!?;,]{0,25}esteriliz",
    ),
    _term(
        "non-refoulement",
        "non-refoulement",
        "refoul",
        r"refoul|devoluci|no devol|no expuls|prohib[^.!?]{0,30}(?:devol|expuls)",
    ),
    _term("refoulement", "(?<!non-)refoulement", "refoul", r"refoul|devoluci|devolv|devuel|expuls|rechaz"),
    _term(
        "slavery",
        r"slavery|enslave(?:d|ment|s|rs?)?|enslaving|slave labou?r|slave-like",
        "esclav|asserv|servile",
        "esclav|servil",
    ),
    _term("war criminals", "war criminals?", r"criminel[^.!?]{0,30}de guerre", r"criminal[^.!?]{0,30}de guerra"),
    _term(
        "traffickers",
        "traffickers?",
        r"\btraites?\b|trafi[cq]|trafiqu|négrier|proxén|passeur|contreband",
        r"\b(?:anti)?trata\b|tr[áa]fic|tratante|proxen|esclavist|contraband|coyotes?\b|pollero|pasador",
    ),
    _term("torturers", "torturers?", "tortionnaire|bourreau|tortur", "tortur|verdug"),
    _term(
        "trafficking",
        r"trafficking|(?:is|are|was|were|been|being) trafficked",
        r"\btraites?\b|trafi[cq]|trafiqu|négriers?|proxén",
        r"(?<!se )(?<!se le )(?<!se les )\b(?:anti)?trata\b|tr[áa]fic|víctimas? de trata|proxen",
    ),
)
_WAKING = """
genocide genocides genocidal crime crimes disappearance disappearances disappeared forcibly arbitrary
arbitrarily torture tortured tortures torturing forced compulsory coerced extrajudicial judicial legal ethnic
ethnically sterilisation sterilisations sterilization sterilizations sterilised sterilized refoulement slavery
enslaved enslave enslavement enslaving enslaves enslaver enslavers slave trafficking trafficked trafficker traffickers
torturer torturers
"""


def _find(pair: CheckInput) -> Iterator[Spot]:
    source = read_prose(pair.source or "").text.lower()
    language = base_language(pair.language)
    target = ""
    for term in _TERMS:
        match = term.english.search(source)
        if match is None:
            continue
        target = target or fold_case(read_prose(pair.target).text)
        if term.renderings[language].search(target) or term.english.search(target):
            continue
        if not _is_said_already(match.group(), pair):
            yield Spot(f"“{match.group()}” of the source is softened or lost")


def _is_said_already(term: str, pair: CheckInput) -> bool:
    """Whether the glossary misses the same term; it says so without a place."""
    given = pair.given.get("terminology", ())
    return any(spot.start is None and term in spot.message.lower() for spot in given)


LEGAL_TERMS = Check(
    "legal-terms",
    "Terms of law",
    "mistranslation",
    Severity.ERROR,
    _find,
    needs_source=True,
    languages=frozenset(("fr", "es")),
    source_words=frozenset(_WAKING.split()),
)
