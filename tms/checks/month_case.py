"""`month-case`: months and days of the week have no capital in French and Spanish.

Imprimerie nationale, Lexique; RAE, Ortografía 2010, §4.2.4.9. Feasts (le 14 Juillet, Vendredi saint, Primero de Mayo),
streets and movements (place du 8 Mai, Madres de Plaza de Mayo), names of people (Julio, Domingo) and newspapers (Le
Journal du Dimanche) are left alone. What is a name as well counts beside a day or a year, or where the source has the
month.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tms.checks.check import Check, base_language
from tms.checks.neighbours import Words, begins, read_words
from tms.checks.prose import read_prose
from tms.text.small_words import DETERMINERS, get_function_words, word_set
from tms.values import CheckInput, Severity, Spot

_ENGLISH = """
January February March April May June July August September October November December
Monday Tuesday Wednesday Thursday Friday Saturday Sunday
"""


@dataclass(frozen=True, slots=True)
class _Calendar:
    """The names of a language; `names_too` are names of people or planets as well, `feasts` stand after a figure."""

    pattern: re.Pattern[str]
    english: dict[str, str]
    names_too: frozenset[str]
    feasts: re.Pattern[str]


def _make_calendar(words: str, names_too: str, feasts: str) -> _Calendar:
    names = words.split()
    english = dict(zip(names, _ENGLISH.split(), strict=True))
    forms = sorted({form for name in names for form in _list_forms(name.capitalize())}, key=len, reverse=True)
    spelt = {form.lower(): english[name] for name in names for form in _list_forms(name)}
    return _Calendar(
        re.compile(rf"(?:{'|'.join(forms)})s?(?!\w)"),
        spelt,
        frozenset(names_too.split()),
        re.compile(rf"(?:{feasts})\Z"),
    )


def _list_forms(name: str) -> Iterator[str]:
    """A name as it is written, and without accents as volunteers type it."""
    yield name
    yield name.translate(str.maketrans("éûáéí", "eueei"))
    if name.lower() == "septiembre":
        yield name.replace("pt", "t")


_CALENDARS = {
    "fr": _make_calendar(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre "
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "mars avril mai",
        r"\b(?:1er|0?4|8|14|11|11-|Deux|Quatre)[ \u00a0-]",
    ),
    "es": _make_calendar(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre "
        "lunes martes miércoles jueves viernes sábado domingo",
        "abril mayo julio domingo",
        r"\b(?:1|1\.?[º°]|2|4|5|8|9|11|12|25|26)[ \u00a0]de[ \u00a0]",
    ),
}
_FEAST_MONTHS = {
    "fr": frozenset(("juillet", "mai", "novembre", "septembre")),
    "es": frozenset(("mayo", "julio", "octubre", "septiembre", "marzo")),
}
_DAY_BEFORE = re.compile(r"\d(?:er|[º°])?[ \u00a0\u202f](?:de[ \u00a0])?\Z|\bmi-\Z")
_DATE_AFTER = re.compile(r",?[ \u00a0\u202f](?:del?[ \u00a0])?(?:[12]\d{3}\b|\d{1,2}\b)")
_YEAR_AFTER = re.compile(r",?[ \u00a0\u202f](?:del?[ \u00a0])?[12]\d{3}\b")
_WEEKDAY_BEFORE = re.compile(
    r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)"
    r",?[ \u00a0](?:el[ \u00a0])?\d[\w.º]*[ \u00a0](?:de[ \u00a0])?\Z",
    re.IGNORECASE,
)
_PLACE_BEFORE = re.compile(
    r"(?i:plaza|avenida|av\.|calle|movimiento|colonia|barrio|estadio|rue|place|avenue|boulevard|mouvement|métro|station"
    r"|quai|pont|square|parti|partido|frente|front)[ \u00a0]"
    r"(?:(?:du|de la|de|del)[ \u00a0])?(?:\d{1,2}(?:er)?[ \u00a0])?(?:de[ \u00a0])?\Z"
)
# What is named after a month or a date: la révolution d’Octobre, Comité del Cuatro de Junio.
_NAMED_AFTER = re.compile(
    r"(?i:révolution|insurrection|martyrs|journées|commune|printemps|soulèvement|massacre|putsch|coup d['’]état"
    r"|manifeste|comité|collectif|association|mouvement|groupe|brigades?|bataillon|école|lycée|collège|université|hôpital|parc"
    r"|passage|impasse|allée|cours|jardin|rond-point|esplanade|bibliothèque|salle|galerie|fondation|club|usine|cité"
    r"|revolución|insurrección|mártires|jornadas|levantamiento|matanza|masacre|manifiesto|colectivo|asociación|grupo"
    r"|batallón|escuela|colegio|instituto|universidad|hospital|parque|paseo|pasaje|callejón|puente|glorieta|jardín"
    r"|biblioteca|sala|galería|fundación|club|fábrica|ciudad|cooperativa|comisión|coalición|alianza|coalition|alliance)"
    r"(?:[ \u00a0][A-ZÀ-Þ][\w-]+){0,2}[ \u00a0](?:d['’]|du[ \u00a0]|del?[ \u00a0]|de la[ \u00a0])"
    r"(?:[\wº.]{1,9}[ \u00a0-](?:de[ \u00a0])?)?\Z"
)
_NUMBER_NAME = re.compile(
    r"\b(?:Primero|Uno|Dos|Tres|Cuatro|Cinco|Seis|Siete|Ocho|Nueve|Diez|Once|Doce|Trece|Catorce|Quince|Veint[a-zéó]+"
    r"|Treinta)[ \u00a0]de[ \u00a0]\Z"
    r"|\b(?:Premier|Deux|Trois|Quatre|Cinq|Six|Sept|Huit|Neuf|Dix|Onze|Douze|Treize|Quatorze|Quinze|Vingt)[ \u00a0-]\Z"
)
_NAME_AFTER = re.compile(
    r"[ \u00a0](?:(?:saint|santo|noir|negro|gras|rouge|rojo|sanglant|français|francés|68)(?!\w)"
    r"|(?:(?:du|des|de la|de los|de|del)[ \u00a0])?[A-ZÀ-Ý])"
)
_DATE_WORDS = word_set(
    "fin fines finales final mediados principios comienzos inicios mes mois début courant milieu noche nuit mañana"
)
_LINKS = word_set("de du des d del la las los et y e ou o")
_GLUE = ("-", "‑", "_", "@", "#", ".")


def _find(pair: CheckInput) -> Iterator[Spot]:
    language = base_language(pair.language)
    calendar = _CALENDARS[language]
    prose = read_prose(pair.target)
    text = prose.text
    for match in calendar.pattern.finditer(text):
        start = match.start()
        before = text[start - 1 : start]
        is_inside = before.isalnum() or (before in _GLUE and text[start - 3 : start] != "mi-")
        if not is_inside and not begins(text, start) and _is_date(text, match, calendar, pair):
            word = match.group()
            small = word[0].lower() + word[1:]
            yield prose.spot(f"“{small}” has no capital", *match.span(), small)


def _is_date(text: str, match: re.Match[str], calendar: _Calendar, pair: CheckInput) -> bool:
    """Whether a word with a capital in mid-sentence is a month or day, and no name."""
    word, language = match.group(), base_language(pair.language)
    if pair.source and re.search(rf"\b{word}\b", pair.source):
        return False
    words = read_words(text, *match.span())
    has_date = _DAY_BEFORE.search(words.lead) is not None or _DATE_AFTER.match(text, match.end()) is not None
    if _is_feast(text, match, words, language) or _PLACE_BEFORE.search(words.lead):
        return False
    is_named = _NAMED_AFTER.search(words.lead) or _NUMBER_NAME.search(words.lead)
    if is_named and not _YEAR_AFTER.match(text, match.end()):
        return False
    if (found := _NAME_AFTER.match(text, match.end())) and not calendar.pattern.match(text, found.end() - 1):
        return False
    key = word.lower()
    is_in_source = calendar.english.get(key.removesuffix("s"), calendar.english.get(key, "?")) in (pair.source or "")
    if not _is_free_of_names(words, calendar, language, has_date=has_date):
        return is_in_source and key not in calendar.names_too
    return key not in calendar.names_too or has_date or is_in_source


def _is_feast(text: str, match: re.Match[str], words: Words, language: str) -> bool:
    """Le 14 Juillet, el 1 de Mayo: without a year or a day of the week."""
    is_feast = match.group().lower() in _FEAST_MONTHS[language] and _CALENDARS[language].feasts.search(words.lead)
    return bool(is_feast) and not _YEAR_AFTER.match(text, match.end()) and not _WEEKDAY_BEFORE.search(words.lead)


def _is_free_of_names(words: Words, calendar: _Calendar, language: str, *, has_date: bool) -> bool:
    """Whether the words before belong to no name that goes on here."""
    before, second = words.before, words.linked
    if not before or words.joint == ", ":
        return True
    if before[0].isupper() and not calendar.pattern.fullmatch(before):
        is_small = before.lower() in DETERMINERS[language] or before.lower() in get_function_words(language)
        if not words.is_after_start:
            return False
        return is_small or before.lower() in _DATE_WORDS or has_date
    if before.lower() in _LINKS and second[:1].isupper() and not calendar.pattern.fullmatch(second):
        return second.lower() in _DATE_WORDS
    return True


MONTH_CASE = Check(
    "month-case",
    "Capitals of months and days",
    "typographical",
    Severity.WARNING,
    _find,
    languages=frozenset(("fr", "es")),
    signs=frozenset("JFMASONDLVE"),
    words=frozenset(
        form for calendar in _CALENDARS.values() for word in calendar.english for form in (word, f"{word}s")
    ),
)
