"""French capitals of peoples: the people as nouns with one, the adjective and the language without.

Source: Lexique des règles typographiques en usage à l'Imprimerie nationale, « Nationalités ».
"""

from collections.abc import Callable
from typing import Literal, Protocol

from tms.text.french_plurals import is_plural_french
from tms.text.small_words import DETERMINERS, get_function_words, word_set

Use = Literal["people", "adjective", "language", ""]


class Neighbours(Protocol):
    """A form with the words before it, nearest first, and the one after; "" where there is none.

    `joint` is what stands between it and the word before.
    """

    @property
    def form(self) -> str:
        """The form as it stands."""

    @property
    def gender(self) -> str:
        """m, f, or both."""

    @property
    def before(self) -> str:
        """The word before it."""

    @property
    def second(self) -> str:
        """The second word before it."""

    @property
    def third(self) -> str:
        """The third word before it."""

    @property
    def after(self) -> str:
        """The word after it."""

    @property
    def joint(self) -> str:
        """What stands between it and the word before."""

    @property
    def is_plural(self) -> bool:
        """Whether it is a plural."""

    @property
    def is_start(self) -> bool:
        """Whether it begins a sentence."""

    @property
    def has_number_before(self) -> bool:
        """Whether a number stands before it."""


class UseInSource(Protocol):
    """How the source uses the same people: before a noun, as a noun, as the name of a language."""

    @property
    def is_adjective(self) -> bool:
        """Whether it can be an adjective."""

    @property
    def is_noun(self) -> bool:
        """Whether it can be a noun."""

    @property
    def is_language(self) -> bool:
        """Whether it can be the name of a language."""


_NUMBERS = word_set(
    """deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante
    cinquante soixante cent cents mille"""
)
# After these a plural is the people itself: a lone adjective follows none of them.
_BEFORE_PEOPLE = word_set("de d par avec entre contre pour chez parmi envers vers comme") | _NUMBERS
_SPEAKING = word_set(
    """parler parle parles parlent parlait parlaient parlant parlé parlons apprendre apprend apprennent apprenait
    appris enseigner enseigne enseignent enseignait enseignaient comprendre comprend comprennent maîtrise maîtriser
    maîtrisent étudie étudier étudient écrit écrits écrite écrites traduit traduits traduite traduites traduire
    interdit cours leçon leçons emprunt emprunts dictionnaire grammaire enseignement apprentissage manuel manuels
    professeur professeure langue"""
)
_SPEECH = word_set("littéraire parlé écrit courant moderne standard classique approximatif parfait")
_ONE = word_set("un cet ce aucun chaque une cette aucune la quelque")
_FEMININE_ONE = word_set("une cette aucune la chaque")
# Adjectives that stand before their noun: what follows is one.
_BEFORE_NOUNS = word_set(
    """jeune jeunes vieux vieil vieille vieilles ancien ancienne anciens anciennes petit petite petits petites grand
    grande grands grandes autre autres seul seule seuls seules premier première premiers premières dernier dernière
    derniers dernières nombreux nombreuses certains certaines simple simples pauvre pauvres célèbre célèbres éminent
    éminente éminents éminentes même mêmes tel telle tels telles quelque quelques chaque aucun aucune divers
    diverses différents différentes rares innombrables courageux courageuse malheureux malheureuse futur future
    futurs futures"""
)
_NO_NOUNS = (
    _BEFORE_NOUNS
    | _BEFORE_PEOPLE
    | word_set(
        """million millions milliers centaines beaucoup peu trop tant assez étant être né née nés nées devenu devenue
    devenus devenues dit dite dits dites quel quelle quels quelles appelé appelés plupart majorité malgré outre"""
    )
)
# Other words that end so are adverbs.
_NOUNS_IN_MENT = word_set(
    """gouvernement parlement mouvement département régiment document monument bâtiment appartement établissement
    vêtement commandement enseignement testament campement élément règlement arrondissement"""
)
_GOVERNS = word_set("l d de du des à par pour et ou un une le la les")
_LINKS = ("et", "ou", "ni")
_BETWEEN = word_set("de pas plus jamais guère point bien mal couramment parfaitement aussi encore seulement mieux")


def find_use(place: Neighbours, use: UseInSource, is_known: Callable[[str], bool]) -> Use:
    """What the words around a form say that it is; "" where they do not tell.

    `is_known` tells whether a word in lower case names a people.
    """
    if _is_coordinated_adjective(place, is_known):
        return "adjective"
    if place.form[0].isupper():
        return _find_use_of_capital(place, use)
    return "people" if _is_people(place, use) else ""


def _find_use_of_capital(place: Neighbours, use: UseInSource) -> Use:
    if _is_language(place, use):
        return "language"
    if not place.is_start and _is_adjective(place, use):
        return "adjective"
    return ""


def _is_people(place: Neighbours, use: UseInSource) -> bool:
    """Les ouïghours, un million d’ouïghours, trois ouïghours, une ouïghoure, un vieux tibétain."""
    before = place.before.lower()
    determiner = DETERMINERS["fr"].get(before)
    if place.joint == ", ":
        return False
    if determiner is not None and determiner[1] == "plural":
        return True
    if place.is_plural:
        is_listed = before == "ni" and not is_plural_french(place.second)
        return place.has_number_before or is_listed or before in _BEFORE_PEOPLE
    if before in _BEFORE_NOUNS and place.second.lower() in DETERMINERS["fr"]:
        return use.is_noun
    if before not in _ONE or place.second.lower() in _SPEAKING:
        return False
    gender = place.gender
    is_feminine = gender == "f" or (not gender and before in _FEMININE_ONE)
    return is_feminine == (before in _FEMININE_ONE) and place.after.lower() not in _SPEECH


def _is_language(place: Neighbours, use: UseInSource) -> bool:
    """En Ouïghour, parler l’Ouïghour, traduit du Tibétain; le Kazakh, where the source speaks of the language."""
    if place.is_plural or place.gender == "f":
        return False
    before, second = place.before.lower(), place.second.lower()
    if before == "en" or before in _SPEAKING:
        return True
    if before not in ("l", "le", "du", "au"):
        return False
    # Ne parlait pas le Mongol.
    leads = (second, place.third.lower()) if second in _BETWEEN else (second,)
    return use.is_language or any(word in _SPEAKING for word in leads)


def _is_adjective(place: Neighbours, use: UseInSource) -> bool:
    """Une femme Ouïghoure, le peuple Ouïghour: a noun of the same number stands right before it."""
    before, second = place.before, place.second.lower()
    is_noun = (
        len(before) > 2
        and before[0].islower()
        and place.joint.isspace()
        and before.lower() not in _NO_NOUNS
        and before.lower() not in DETERMINERS["fr"]
        and before.lower() not in get_function_words("fr")
        and (not before.endswith("ment") or before in _NOUNS_IN_MENT)
    )
    if not is_noun or is_plural_french(before) != place.is_plural:
        return False
    return second in DETERMINERS["fr"] or second in _GOVERNS or second in _BEFORE_NOUNS or use.is_adjective


def _is_coordinated_adjective(place: Neighbours, is_known: Callable[[str], bool]) -> bool:
    """Des étudiants ouïghours et Tibétains: what it is joined with is an adjective."""
    if not place.form[0].isupper():
        return False
    if place.before.lower() in _LINKS and place.joint.isspace():
        fellow = place.second
    elif place.joint == ", ":
        fellow = place.before
    else:
        return False
    return fellow[:1].islower() and is_known(fellow.lower())
