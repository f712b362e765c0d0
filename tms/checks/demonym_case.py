"""`demonym-case`: capitals of peoples, languages and believers.

French: peoples as nouns have a capital, as adjectives and languages none (un Ouïghour, une femme ouïghoure,
l’ouïghour); believers and faiths have none (Imprimerie nationale, Lexique, « Nationalités », « Religions »); Juif may
have one. Spanish: none of them has any (RAE, Ortografía 2010, §4.2.4.10). Names of institutions (Congreso Mundial
Uigur), surnames and what begins a sentence are left alone, and so is what the words around leave open. Where the
glossary has judged a place, its word stands.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from tms.checks.check import Check, base_language
from tms.checks.neighbours import Words, begins, read_words
from tms.checks.peoples import PEOPLES, Form
from tms.checks.prose import Prose, read_prose
from tms.text.french_peoples import find_use
from tms.text.french_plurals import is_plural_french
from tms.text.small_words import DETERMINERS, get_function_words, word_set
from tms.values import CheckInput, Severity, Spot

_WORD = re.compile(r"[^\W\d_]++(?:-[^\W\d_]++)*")
# More than any text has.
_MOST = 400
_NUMBER = re.compile(r"\d[ \u00a0\u202f]\Z")
_NUMBERS = word_set("deux trois quatre cinq six sept huit neuf dix onze douze vingt cent mille")
_HEADS_FR = word_set(
    """Parlement Union Conseil Commission Cour Gouvernement Assemblée Église Parti République Armée Convention Ligue
    Empire Ambassade Consulat Communauté Constitution Ministère Police Banque Alliance Fédération"""
)
_HEADS_ES = word_set("Parlamento Embajada Gobierno Consulado Policía Presidente Ministerio")
_INSTITUTIONS_ES = word_set(
    """Asociación Unión Congreso Partido Movimiento Federación Fundación Instituto Comité Consejo Tribunal Proyecto
    Centro Foro Liga Campaña Casa Amigos Red Día Academia Sindicato"""
)
_ARTICLES_ES = word_set("el la los las un una unos unas este esta estos estas ese esa su sus mi mis algún ningún")
_TITLES = word_set(
    "señor señora señorita sr sra don doña doctor doctora profesor profesora juez jueza presidente general capitán"
)
_NO_PEOPLE_BEFORE = word_set("l dans en parle parlait parlent")
_LINKS = word_set("de del d des du la las los les el l y e et pour para por")
_COUNTRY_NOUNS = word_set(
    """embajada policía población frontera propaganda ley cultura lengua prensa diplomacia economía empresa sociedad
    historia bandera delegación televisión agencia justicia industria constitución ciudadanía diáspora minoría
    mayoría comunidad ciudad marina censura vigilancia represión versión política tecnología dictadura ocupación
    nacionalidad familia mujer niña periodista artista escritora abogada medicina comida embajadora ministra
    portavoz presidenta cárcel costa administración autoridad"""
)
_COUNTRIES = word_set("China Argentina Noruega Siria Palestina Serbia Armenia Indonesia")
_COUNTRY = re.compile(r"(?:China|Argentina|Noruega|Siria|Palestina|Serbia|Armenia|Indonesia)(?!\w)")
_ENGLISH_DETERMINERS = r"(?:the|an?|this|that|each|every|one|any|some|no|young|old|his|her|another)"
_SPEECH_NOUNS = r"(?:languages?|tongue|dialect|script|alphabet)"


@dataclass(frozen=True, slots=True)
class _Place:
    """A form with what `find_use` asks about it."""

    words: Words
    form: str
    gender: str
    is_plural: bool
    is_start: bool

    @property
    def before(self) -> str:
        return self.words.before

    @property
    def second(self) -> str:
        return self.words.second

    @property
    def third(self) -> str:
        return self.words.third

    @property
    def after(self) -> str:
        return self.words.after

    @property
    def joint(self) -> str:
        return self.words.joint

    @property
    def has_number_before(self) -> bool:
        return _NUMBER.search(self.words.lead) is not None


class _Source:
    """How an English source uses a people, by what stands around its name."""

    def __init__(self, source: str | None, form: Form) -> None:
        names = "|".join(name.capitalize() for name in form.english)
        self._source = source or ""
        self._names = names

    @cached_property
    def _uses(self) -> list[str]:
        if not self._names or not self._source:
            return []
        pattern = (
            rf"(?P<det>\b(?i:{_ENGLISH_DETERMINERS}) )?\b(?:{self._names})(?P<plural>s)?\b"
            rf"(?P<speech> {_SPEECH_NOUNS}\b)?(?P<noun>[ -][a-z]{{3,}})?"
        )
        return [_read_use(match) for match in re.finditer(pattern, self._source)]

    @property
    def is_adjective(self) -> bool:
        return bool(self._uses) and all(use == "adjective" for use in self._uses)

    @property
    def is_noun(self) -> bool:
        return bool(self._uses) and all(use == "noun" for use in self._uses)

    @property
    def is_language(self) -> bool:
        return bool(self._uses) and all(use == "language" for use in self._uses)


_NO_NOUNS = word_set(
    """and are but for from has had have her his into not now off one our out said says since than that the then they
    this told was were when where which while who will with would could can may must did does during until under
    about after before because also still only script is"""
)


def _read_use(match: re.Match[str]) -> str:
    if match["speech"]:
        return "language"
    following = (match["noun"] or "")[1:]
    if following and following not in _NO_NOUNS:
        return "adjective"
    return "noun" if match["plural"] or match["det"] else "language"


def _find(pair: CheckInput) -> Iterator[Spot]:
    language = base_language(pair.language)
    prose = read_prose(pair.target)
    judged = [(spot.start or 0, spot.end or 0) for spot in pair.given.get("terminology", ()) if spot.start is not None]
    finder = _find_french if language == "fr" else _find_spanish
    for spot in finder(prose, pair):
        start, end = spot.start or 0, spot.end or 0
        if not any(first < end and start < last for first, last in judged):
            yield spot


def _list_forms(text: str, forms: Mapping[str, Form]) -> Iterator[tuple[re.Match[str], Form]]:
    """The names of peoples and believers in a text, but for those at the head of a sentence or within a name."""
    found = ((match, forms.get(match.group().lower())) for match in _WORD.finditer(text))
    for match, form in islice(((match, form) for match, form in found if form is not None), _MOST):
        if not _is_glued(text, match.start()):
            yield match, form


def _find_french(prose: Prose, pair: CheckInput) -> Iterator[Spot]:
    text = prose.text
    last = 0
    for match, form in _list_forms(text, PEOPLES["fr"]):
        word = match.group()
        if word.islower():
            if form.kind == "people" and _is_people(text, match, form, pair):
                shown = "-".join(part.capitalize() for part in word.split("-"))
                yield prose.spot(f"“{shown}”, a people, has a capital", *match.span(), shown)
        elif not word.isupper() and not begins(text, match.start()):
            # Les étudiants Ouïghours et Tibétains: what is joined with a wrong one.
            is_joined = last > 0 and text[last : match.start()] in (" et ", " ou ", ", ")
            if is_joined or _has_capital_in_vain(text, match, form, pair):
                last = match.end()
                yield _spot_small(prose, match.span())


def _spot_small(prose: Prose, span: tuple[int, int]) -> Spot:
    small = prose.text[span[0] : span[1]].lower()
    return prose.spot(f"“{small}” has no capital here", *span, small)


def _read_place(text: str, span: tuple[int, int], form: Form) -> _Place:
    words = read_words(text, *span)
    # Français has one form for both numbers: the word before tells which.
    is_plural = form.number == "plural" or (
        not form.number and (is_plural_french(words.before) or words.before.lower() in _NUMBERS)
    )
    return _Place(words, text[span[0] : span[1]], form.gender, is_plural, is_start=False)


def _has_capital_in_vain(text: str, match: re.Match[str], form: Form, pair: CheckInput) -> bool:
    place = _read_place(text, match.span(), form)
    before = place.before
    if place.after[:1].isupper() or _is_name_in(pair.source, match.group(), form):
        return False
    if before in _HEADS_FR and place.joint != ", ":
        return True
    if _is_in_name(place.words, "fr") or (match.group() == "Chrétien" and text.startswith(" de ", match.end())):
        return False
    if form.kind == "believer":
        return not (before.lower() in _LINKS and place.words.linked[:1].isupper() and place.joint != ", ")
    if form.kind in ("faith", "tongue"):
        return True
    return find_use(place, _Source(pair.source, form), PEOPLES["fr"].__contains__) in ("adjective", "language")


def _is_in_name(words: Words, language: str) -> bool:
    """Whether the word before has a capital too, and is no small word at the head of the sentence."""
    if not words.before[:1].isupper() or words.joint == ", ":
        return False
    before = words.before.lower()
    is_small = before in DETERMINERS[language] or before in get_function_words(language)
    return not (is_small and words.is_after_start)


def _is_glued(text: str, start: int) -> bool:
    return start > 0 and (text[start - 1].isalnum() or text[start - 1] in "-‑_@#.&")


def _is_name_in(source: str | None, word: str, form: Form) -> bool:
    """Whether the source has it as a name of its own."""
    return bool(source) and word.lower() not in form.english and re.search(rf"\b{word}\b", source or "") is not None


def _is_people(text: str, match: re.Match[str], form: Form, pair: CheckInput) -> bool:
    """Les ouïghours, dix tibétains. Juifs may be believers, and so have none."""
    if form.english[0] == "jewish" or text[match.end() : match.end() + 1] in ("-", "’"):
        return False
    place = _read_place(text, match.span(), form)
    before = place.before.lower()
    if before in ("et", "ni"):
        return _is_fellow(place)
    # L’un français, l’autre anglais; dans un anglais parfait.
    if before in ("un", "une", "cet", "cette") and place.second.lower() in _NO_PEOPLE_BEFORE:
        return False
    return find_use(place, _Source(pair.source, form), PEOPLES["fr"].__contains__) == "people"


def _is_fellow(place: _Place) -> bool:
    """Les Ouïghours et kazakhs: joined with a people that has its capital."""
    fellow = PEOPLES["fr"].get(place.second.lower())
    is_capital = place.second[:1].isupper() and place.third.lower() in DETERMINERS["fr"]
    return place.is_plural and is_capital and fellow is not None and fellow.kind == "people"


def _find_spanish(prose: Prose, pair: CheckInput) -> Iterator[Spot]:
    text = prose.text
    for match, form in _list_forms(text, PEOPLES["es"]):
        word = match.group()
        is_capital = not word.islower() and not word.isupper()
        if is_capital and not begins(text, match.start()) and not _is_spanish_name(text, match, pair, form):
            yield _spot_small(prose, match.span())
    for match in _WORD.finditer(text) if "-" in text else ():
        parts = match.group().split("-")
        is_pair = len(parts) == 2 and all(part.istitle() and part.lower() in PEOPLES["es"] for part in parts)
        if is_pair and not begins(text, match.start()) and match.group() not in (pair.source or ""):
            yield _spot_small(prose, match.span())
    for match in _COUNTRY.finditer(text):
        words = read_words(text, *match.span())
        is_adjective = (
            words.joint.isspace()
            and words.before in _COUNTRY_NOUNS
            and words.second.lower() in _ARTICLES_ES | {"de", "a"}
        )
        if is_adjective and not words.after[:1].isupper():
            yield _spot_small(prose, match.span())


def _is_spanish_name(text: str, match: re.Match[str], pair: CheckInput, form: Form) -> bool:
    words = read_words(text, *match.span())
    before, word = words.before, match.group()
    if words.after[:1].isupper() or _is_name_in(pair.source, word, form):
        return True
    if word == "Cristiano" or before.lower() in _TITLES:
        return True
    if words.joint == ", " or before in _HEADS_ES:
        return False
    return _is_in_name(words, "es") or (before.lower() in _LINKS and _has_head(words))


def _has_head(words: Words) -> bool:
    """Asociación de los Uigures, Amigos del Tibetano: behind its links stands a capital that opens no sentence."""
    heads = [
        word for word in (words.linked, words.third if words.linked else "") if word and word.lower() not in _LINKS
    ]
    if not heads or not heads[0][0].isupper():
        return False
    place = words.lead.rfind(heads[0])
    return not begins(words.lead, place) or heads[0] in _INSTITUTIONS_ES


DEMONYM_CASE = Check(
    "demonym-case",
    "Capitals of peoples and languages",
    "typographical",
    Severity.WARNING,
    _find,
    languages=frozenset(("fr", "es")),
    words=frozenset(word for forms in PEOPLES.values() for word in forms)
    | frozenset(word.lower() for word in _COUNTRIES),
)
