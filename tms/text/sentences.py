"""Sentences of English, French and Spanish prose."""

import re
from dataclasses import dataclass

from tms.text.number_notation import get_base_language

_SPACE = r"[ \u00a0\u202f\u2009]"
_TAG = r"</?[A-Za-z][^<>]{0,200}+>"
# What may stand between the full stop and the space: closing marks, emphasis, footnote signs, the address of a link.
_CLOSER = (
    rf"(?:(?:{_SPACE}|&nbsp;)?(?:[»›]|&raquo;)|[\"'”’)\]*_~`}}]|\[\^?\w{{1,8}}\]|[¹²³⁰⁴-⁹†‡]|{_TAG}|(?<=\])\([^()\s]{{0,500}}\)"
    r"|&(?:rdquo|rsquo|quot|#8221);)"
)
_END = re.compile(
    rf"(?<![.!?…‽؟۔])(?P<sign>[.!?…‽؟۔]++)(?P<closed>{_CLOSER}{{0,12}}+)(?=\s)|(?P<wide>(?<![。！？])[。！？]++[」』”’）]*+)"
)
_BREAK = re.compile(r"\n[^\S\n]*+\n\s*+|<br\s{0,8}/?>\s*+")
_OPENER = re.compile(
    rf"(?:[¿¡\"'“‘«‹(\[{{*_~`„—–-]|(?<=[«‹—–-]){_SPACE}|&(?:laquo|ldquo|lsquo|quot|#8220|#171);"
    rf"|{_TAG}){{0,12}}+"
)
_CLOSING = frozenset(",;:.!?)]}…»›”%°؛،")
_WORD = re.compile(r"[^\W\d_][\w\u0300-\u036f]*(?:['’.-][\w\u0300-\u036f]+)*", re.UNICODE)
# The word before a full stop: U.N, J.-C, c.-à-d, 1.º, M.
_BEFORE = re.compile(r"(?:[^\W_]|[.ºª\u0300-\u036f'’-])*\Z")
# "I" is a pronoun, "C'" a French one.
_ROMAN = re.compile(r"(?:[IVXLCDM]{2,8}|[VXLCM])(?![\w'’])")
_INITIAL = re.compile(r"[A-Z]\.")
_LIST_NUMBER = re.compile(r"\s*[(\[]?(?:\d{1,3}|[A-Za-z]|[ivx]{1,5}|[IVX]{1,5})\Z")
_LONGEST_WORD = 24
_MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class _Habits:
    """Words of a language before whose full stop no sentence ends.

    `titles` never end one, `references` not before a number, `enders` only before a word that often opens a
    sentence (`openers`). `speech` are verbs after a name: "Why?" Ann asked.
    """

    titles: frozenset[str]
    references: frozenset[str]
    enders: frozenset[str]
    openers: frozenset[str]
    speech: frozenset[str] = frozenset()


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_EN = _Habits(
    titles=_set("mr mrs ms messrs dr prof vs cf e.g i.e viz m mme"),
    references=_set(
        "no nos art arts p pp vol vols ch chap fig figs ed eds sec secs para paras approx ca c v vv res doc jan feb "
        "mar apr jun jul aug sep sept oct nov dec ext tel"
    ),
    enders=_set(
        "sen rep gov gen lt col capt cmdr sgt cpl maj adm rev hon fr pres supt det insp mt ft st jr sr inc ltd co corp "
        "bros dept univ assn al ave blvd rd a.m p.m"
    ),
    openers=_set(
        "the a an this that these those it he she they we you i there here his her their its our your my in on at by "
        "for from with without when while after before since if as but and or so yet however what who why where how "
        "no not all some many most several few one two three both each every any another other such today yesterday "
        "tomorrow now then later earlier although though because despite during according under over until meanwhile "
        "moreover instead still even also only more nobody nothing to of about"
    ),
    speech=_set(
        "said says asked asks cried cries told tells replied replies added adds answered answers wrote writes "
        "explained explains shouted whispered insisted continued recalled recalls"
    ),
)

_FR = _Habits(
    titles=_set("m mm mr mgr dr pr prof me ste cf c.-à-d vs av apr p.ex i.e e.g gén cdt cne lt"),
    references=_set(
        "art arts al p pp no nos n vol t chap fig éd sect par janv févr fév avr juill juil sept oct nov déc tél ch rés "
        "doc l r d"
    ),
    enders=_set("st inc ltd cie sté bd env hab col"),
    openers=_set(
        "le la les l un une des du de d ce c cet cette ces il elle ils elles on nous vous je j tu son sa ses leur "
        "leurs notre nos votre vos mon ma mes qui que qu quand lorsque lorsqu si s comme mais et ou où or donc car "
        "puis alors ainsi pourtant cependant toutefois depuis après avant pendant durant dans en sur sous avec sans "
        "selon d'après pour par à au aux hier demain aujourd'hui enfin même aucun aucune plusieurs certains certaines "
        "tous toutes chaque deux trois rien personne pourquoi comment voici voilà malgré bien parmi"
    ),
)

_ES = _Habits(
    titles=_set(
        "sr sra srta sres sras dr dra drs prof profa lic ing arq gral cnel cap tte sgto mons fr sto sta excmo excma "
        "ilmo ilma d dª dña da cf ej p.ej i.e e.g vs a"
    ),
    references=_set(
        "art arts núm num nro no n nos pág págs pag p pp vol vols cap caps fig ed s ss t párr apdo tel tél ene feb abr "
        "jun jul ago sep sept oct nov dic c res doc inc"
    ),
    enders=_set("sa cía co ltda inc corp hnos avda av aprox ud uds vd vds a.m p.m m"),
    openers=_set(
        "el la los las lo un una unos unas al del de este esta estos estas ese esa esos esas aquel aquella esto eso él "
        "ella ellos ellas yo nosotros usted ustedes su sus mi mis nuestro nuestra nuestros nuestras se que quien "
        "quienes cuando si como pero y o ni aunque porque pues entonces así luego después antes desde durante en sobre "
        "bajo con sin según para por a ante entre hasta hoy ayer mañana ahora también tampoco además todos "
        "todas muchos muchas algunos algunas varios varias cada ningún ninguna nadie nada dos tres uno más dónde cómo "
        "qué quién cuándo hace hay había"
    ),
)

_HABITS = {"en": _EN, "fr": _FR, "es": _ES}


def split_sentences(text: str, language: str) -> tuple[str, ...]:
    """The sentences of a text in order, each with the space behind it; joined they are the text, to the letter."""
    return tuple(_Splitter(text, _HABITS.get(get_base_language(language), _EN)).split())


class _Splitter:
    def __init__(self, text: str, habits: _Habits) -> None:
        self._text = text
        self._habits = habits
        self._start = 0
        # Up to here no letter or digit was seen since the last cut.
        self._looked = 0

    def split(self) -> list[str]:
        parts: list[str] = []
        for place in self._list_places():
            if place > self._start and self._has_words(place):
                parts.append(self._text[self._start : place])
                self._start = self._looked = place
        if self._start < len(self._text):
            parts.append(self._text[self._start :])
        return self._join_wordless(parts)

    @staticmethod
    def _join_wordless(parts: list[str]) -> list[str]:
        """Signs alone at the end are no sentence."""
        if len(parts) > 1 and not any(map(str.isalnum, parts[-1])):
            return [*parts[:-2], parts[-2] + parts[-1]]
        return parts

    def _list_places(self) -> list[int]:
        places = [match.end() for match in _BREAK.finditer(self._text)]
        for match in _END.finditer(self._text):
            after = _skip_spaces(self._text, match.end())
            if match["wide"] or self._is_end(match, after):
                places.append(after)
        return sorted(set(places))

    def _has_words(self, place: int) -> bool:
        while self._looked < place:
            if self._text[self._looked].isalnum():
                return True
            self._looked += 1
        return False

    def _is_end(self, match: re.Match[str], after: int) -> bool:
        opener = _OPENER.match(self._text, after)
        first = opener.end() if opener else after
        if first >= len(self._text):
            return False
        sign = self._text[first]
        if sign.islower() or sign in _CLOSING:
            return False
        following = self._word_at(first)
        if match["closed"] and "." not in match["sign"] and self._is_speech(first, following):
            return False
        if match["sign"] == "." and not match["closed"]:
            return not self._is_abbreviation(match.start(), first, following)
        return True

    def _word_at(self, place: int) -> str:
        word = _WORD.match(self._text, place, place + _LONGEST_WORD)
        return word.group() if word else ""

    def _is_speech(self, first: int, name: str) -> bool:
        """Whether a name and a verb of speech follow: what was said is not over."""
        for _ in range(_MOST_NAMES):
            if not name:
                return False
            first = _skip_spaces(self._text, first + len(name))
            name = self._word_at(first)
            if name in self._habits.speech:
                return True
        return False

    def _is_abbreviation(self, stop: int, first: int, following: str) -> bool:
        found = _BEFORE.search(self._text[max(0, stop - _LONGEST_WORD) : stop])
        word = re.split(r"['’]", found.group().strip("'’-"))[-1] if found else ""
        if not word:
            return False
        if self._is_list_number(stop) or self._belongs_to_next(word, first):
            return True
        is_ender = _is_initials(word) or word.lower() in self._habits.enders
        return is_ender and not self._opens(following)

    def _belongs_to_next(self, word: str, first: int) -> bool:
        key, habits = word.lower(), self._habits
        if len(word) == 1 and word.islower() and _INITIAL.match(self._text, first):
            return True
        # A small letter is a unit as often: "10 m. Le".
        if key in habits.titles and (len(word) > 1 or word.isupper()):
            return True
        return key in habits.references and self._is_number_at(first)

    def _is_list_number(self, stop: int) -> bool:
        line = self._text.rfind("\n", max(0, stop - _LONGEST_WORD), stop) + 1
        if line == 0 and stop > _LONGEST_WORD:
            return False
        return _LIST_NUMBER.match(self._text[line:stop]) is not None

    def _is_number_at(self, first: int) -> bool:
        return self._text[first].isdigit() or _ROMAN.match(self._text, first) is not None

    def _opens(self, following: str) -> bool:
        key = following.lower()
        return key in self._habits.openers or re.split(r"['’-]", key, maxsplit=1)[0] in self._habits.openers


def _is_initials(word: str) -> bool:
    """J, U.N, J.-C, EE: letters that stand for words."""
    letters = [part for part in re.split(r"[.-]+", word) if part]
    is_short = bool(letters) and all(len(part) == 1 and part.isalpha() for part in letters)
    is_doubled = len(word) == 2 and word[0] == word[1]
    return (is_short and (len(letters) > 1 or word[0].isupper())) or (is_doubled and word.isupper())


def _skip_spaces(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place
