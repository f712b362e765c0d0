"""Write another number where one stands in a translation, if the words around can stay as they are."""

import re
from decimal import Decimal

from tms.text.number_notation import get_base_language
from tms.text.numbers import NumberHit, format_number

_SIGN_BEFORE = re.compile(r"[%‰$€£¥₹₽₩₺]\s?\Z")
_SIGN_AFTER = re.compile(r"[\s\u00a0\u202f]?[%‰$€£¥₹₽₩₺]")
_SLASH = re.compile(r"\d/\Z")
# Spanish "o" becomes "u" before ocho and once.
_OR_BEFORE = re.compile(r"(?<!\w)[ouOU]\s\Z")
_EIGHT_OR_ELEVEN = re.compile(r"8|11(?!\d)|(?i:ocho|once)")
_SCALED_WORDS = re.compile(
    r"[^\W\d_]+[ \u00a0\u202f\n-](?P<scale>mille|mil|(?:mil[ \u00a0]millones)|millions?|milliards?|millón|millones)\Z",
    re.IGNORECASE,
)
_SCALES = {"mil": 1000, "mille": 1000, "milliard": 10**9, "milliards": 10**9, "mil millones": 10**9}
_MILLION, _MILLIARD = 10**6, 10**9
_HOUR_AFTER = re.compile(r"[\s\u00a0\u202f]heures?(?!\w)(?![\s\u00a0\u202f](?:\d|du|de\sl))")
_HOUR_BEFORE = re.compile(r"(?<!\w)(?:à|vers|dès|avant|après|jusqu[’']à)\s\Z", re.IGNORECASE)
# What the verb says of a million: nobody repairs "a fui" by a number.
_SINGULAR_AFTER = re.compile(
    r"[^.!?;:]{0,60}?(?<!\w)(?:a|est|était|fut|eut|sera|aura|vit|doit|peut|va|fait|\w+ait"
    r"|ha|es|era|fue|está|vive|puede|estaba|había|será)(?!\w)",
    re.IGNORECASE,
)
_PLURAL_AFTER = re.compile(
    r"[^.!?;:]{0,60}?(?<!\w)(?:han|son|eran|fueron|están|viven|estaban|habían|\w+(?:aron|ieron))(?!\w)", re.IGNORECASE
)
_SINGULAR_BEFORE = re.compile(r"(?<!\w)(?:le|ce|cet|chaque|du|au|el|este|ese|cada|del|al)\s\Z", re.IGNORECASE)
_ARTICLE = re.compile(r"(?<!\w)(?:(?P<feminine>la|cette)|le|ce|du|au)\s\Z", re.IGNORECASE)
# Version 2.1, article 5.3: no decimals, but they read alike.
_VERSION = re.compile(r"[\d.]+")
_SINGULAR_PASSIVE = re.compile(r"(?<!\w)(?:ha sido|fue|era|será)\s\w+d[oa]\s\Z", re.IGNORECASE)
_APOSTROPHES = ("'", "’")
_DE = re.compile(r"(?<!\w)(?:de|que)\s\Z", re.IGNORECASE)
_HAS_MILLION = re.compile(r"mill(?:i|o|ó)", re.IGNORECASE)
# Veintiún hombres, veintiuna mujeres: no word for all.
_GENDERED = "-"
_WORDS = {
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
    "dix-huit dix-neuf vingt",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve veinte - veintidós veintitrés veinticuatro veinticinco veintiséis "
    "veintisiete veintiocho veintinueve",
}
_TENS = {
    "fr": {30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"},
    "es": {30: "treinta", 40: "cuarenta", 50: "cincuenta", 60: "sesenta", 70: "setenta", 80: "ochenta", 90: "noventa"},
}


class NumberWriter:
    """Writes numbers into a translation; None wherever something else would have to change with them."""

    def __init__(self, target: str, language: str) -> None:
        self._target = target
        self._language = language
        self._base = get_base_language(language)

    def write(self, old: NumberHit, new: NumberHit, hit: NumberHit, *, is_day: bool) -> str | None:
        """What to write for `new` where `hit` says what `old` said."""
        if (old.unit != new.unit and not is_day) or "about" in (old.unit, hit.unit) or self._is_coded(hit):
            return None
        if "<" in hit.text:
            return self._write_raised(new, hit)
        if is_day:
            return self._write_day(new, hit)
        if self._changes_grammar(old, new, hit):
            return None
        text = self._write_ordinal(new, hit) if hit.unit == "ordinal" else self._write_value(new, hit)
        return text if text is not None and self._fits(text, new, hit) else None

    def is_hour(self, old: NumberHit, hit: NumberHit) -> bool:
        """Whether a number of a French text is the hour that the source names: à 9 heures."""
        if self._base != "fr" or old.unit != "time" or hit.unit or hit.value != old.value:
            return False
        before = self._target[max(0, hit.start - 9) : hit.start]
        return bool(_HOUR_AFTER.match(self._target, hit.end) and _HOUR_BEFORE.search(before))

    def _is_coded(self, hit: NumberHit) -> bool:
        """05, 12/05: nobody can say what the digits stand for, or how many there should be."""
        before, after = self._target[max(0, hit.start - 2) : hit.start], self._target[hit.end : hit.end + 2]
        is_padded = len(hit.text) > 1 and hit.text[0] == "0" and hit.text[1].isdigit()
        return is_padded or bool(_SLASH.search(before)) or (after[:1] == "/" and after[1:].isdigit())

    def _write_raised(self, new: NumberHit, hit: NumberHit) -> str | None:
        """3<sup>e: what is raised stays, unless the first is counted otherwise."""
        is_plain = self._base == "fr" and hit.unit == "ordinal" and min(new.value, hit.value) > 1
        digits = hit.text.partition("<")[0]
        return f"{new.value:f}{hit.text[len(digits) :]}" if is_plain and digits.isdecimal() else None

    def _write_day(self, new: NumberHit, hit: NumberHit) -> str | None:
        if hit.is_word:
            return None if hit.unit == "ordinal" else self._write_word(new.value, hit.text)
        # French counts the first of a month, and no other day: 1er mai, 2 mai.
        return "1er" if self._base == "fr" and new.value == 1 else f"{new.value:f}"

    def _write_ordinal(self, new: NumberHit, hit: NumberHit) -> str | None:
        if hit.is_word:
            return None
        suffix = hit.text.lstrip("0123456789").casefold()
        if self._base == "fr" and new.value == 1 and not suffix.startswith(("er", "re", "èr")):
            # What follows knows whether it is 1er or 1re, and the article says so.
            article = _ARTICLE.search(self._target[max(0, hit.start - 6) : hit.start])
            return None if article is None else "1re" if article["feminine"] else "1er"
        is_masculine = self._base == "es" and not suffix.rstrip(".s").endswith(("ª", "a"))
        if is_masculine and (new.value % 10 in (1, 3)) != (hit.value % 10 in (1, 3)):
            # 1.er congreso, 2.º congreso.
            return None
        return format_number(new.value, self._language, like=hit.text)

    def _write_value(self, new: NumberHit, hit: NumberHit) -> str | None:
        if new.unit == "time" and hit.unit != "time":
            return f"{new.value:f}" if new.value % 1 == 0 else None
        if hit.is_word:
            return self._write_words(new.value, hit.text)
        if hit.is_foreign_notation and hit.foreign_value is None and _VERSION.fullmatch(hit.text + new.text):
            return new.text
        text = format_number(new.value, self._language, like=self._scale_like(new.value, hit.text))
        # Nobody writes half a million as 0.5 of it where it was told in millions.
        return None if _HAS_MILLION.search(text) and text.startswith("0") and abs(hit.value) >= _MILLION else text

    def _scale_like(self, value: Decimal, like: str) -> str:
        """900 millions, 1,1 milliard: the scale that French readers expect."""
        if self._base != "fr":
            return like
        if value >= _MILLIARD and not (value / _MILLIARD * 1000) % 1:
            return re.sub(r"\bmillions?\b", "milliard", like)
        return re.sub(r"\bmilliards?\b", "million", like) if value < _MILLIARD else like

    def _write_words(self, value: Decimal, like: str) -> str | None:
        scaled = _SCALED_WORDS.match(like)
        if scaled:
            return self._write_scaled(value, like, scaled["scale"])
        # "de" stands behind a million, and behind no other number.
        return None if _HAS_MILLION.search(like) else self._write_word(value, like)

    def _write_word(self, value: Decimal, like: str) -> str | None:
        """The word for a number that has but one, else digits; no sentence begins with digits."""
        word = self._find_word(value)
        if word is None:
            return None if like[:1].isupper() else format_number(value, self._language)
        return _in_case_of(like, word)

    def _find_word(self, value: Decimal) -> str | None:
        words = _WORDS.get(self._base, "").split()
        if value % 1 or value < 0:
            return None
        word = words[int(value)] if value < len(words) else _TENS.get(self._base, {}).get(int(value))
        return None if word == _GENDERED else word

    def _write_scaled(self, value: Decimal, like: str, scale: str) -> str | None:
        """Dos mil, tres mil; deux millions, trois millions; digits where the number has no word of its own."""
        key = " ".join(scale.casefold().split())
        is_thousand = key in ("mil", "mille")
        amount = value / _SCALES.get(key, _MILLION)
        word = self._find_word(amount) if amount != 1 or not is_thousand else None
        if word is not None:
            word = "un" if amount == 1 else word
            return f"{_in_case_of(like, word)} {self._agree(scale, amount)}"
        if like[:1].isupper() or amount < 1 or amount * 1000 % 1:
            return None
        if is_thousand:
            return format_number(value, self._language)
        return f"{format_number(amount, self._language)} {self._agree(scale, amount)}"

    def _agree(self, scale: str, amount: Decimal) -> str:
        if scale.casefold() in ("mil", "mille") or " " in scale:
            return scale
        if self._base == "es":
            return "millón" if amount == 1 else "millones"
        return scale.rstrip("s") + ("s" if amount >= 2 else "")

    # Grammar.

    def _changes_grammar(self, old: NumberHit, new: NumberHit, hit: NumberHit) -> bool:
        """Between one and more than one the words around change; and Spanish says la una, las dos."""
        if old.unit == "ordinal" or self._has_sign(hit):
            return False
        if old.unit == "time" and self._base != "fr":
            return (int(old.value) % 12 == 1) != (int(new.value) % 12 == 1)
        one, other = (self._is_one(number.value) for number in (old, new))
        return one != other or self._changes_scale(new, hit)

    def _is_one(self, value: Decimal) -> bool:
        return abs(value) < 2 if self._base == "fr" else abs(value) == 1

    def _changes_scale(self, new: NumberHit, hit: NumberHit) -> bool:
        """One million is singular for some verbs; money is counted, and does nothing."""
        scale = next((scale for scale in (_MILLIARD, _MILLION) if abs(hit.value) >= scale), 0)
        has_word = bool(_HAS_MILLION.search(hit.text))
        if not scale or not has_word or self._is_one(hit.value / scale) == self._is_one(new.value / scale):
            return False
        before, after = self._target[max(0, hit.start - 8) : hit.start], (self._target, hit.end)
        if _SINGULAR_AFTER.match(*after) or _SINGULAR_BEFORE.search(before):
            return True
        if _SINGULAR_PASSIVE.search(self._target[max(0, hit.start - 30) : hit.start]):
            return True
        return self._base == "es" and not hit.unit and not _PLURAL_AFTER.match(*after)

    def _has_sign(self, hit: NumberHit) -> bool:
        before = self._target[max(0, hit.start - 2) : hit.start]
        return bool(_SIGN_AFTER.match(self._target, hit.end) or _SIGN_BEFORE.search(before))

    def _fits(self, text: str, new: NumberHit, hit: NumberHit) -> bool:
        """Whether the number can stand where the old one stood, with the words that are there."""
        has_words = bool(_HAS_MILLION.search(text) and _HAS_MILLION.search(hit.text))
        if _is_millions(new.value) != _is_millions(hit.value) and not has_words and not self._has_sign(hit):
            # Two million is a noun: 2 000 000 de moutons, 2 000 001 moutons.
            return False
        is_scaled = hit.text[:1].isdigit() and not hit.text[-1].isdigit()
        if is_scaled and text[-1].isdigit() and hit.unit not in ("time", "ordinal"):
            # "2 millions de familles" without its "millions" would leave a "de" behind.
            return False
        before = self._target[max(0, hit.start - 4) : hit.start]
        # plus d’un million, plus de deux millions
        if before.endswith(_APOSTROPHES) or (_DE.search(before) and text.startswith("un ")):
            return text[:2] == hit.text[:2]
        is_or = self._base == "es" and bool(_OR_BEFORE.search(before))
        return not is_or or bool(_EIGHT_OR_ELEVEN.match(text)) == bool(_EIGHT_OR_ELEVEN.match(hit.text))


def _is_millions(value: Decimal) -> bool:
    return abs(value) >= _MILLION and not value % _MILLION


def _in_case_of(like: str, word: str) -> str:
    return word[:1].upper() + word[1:] if like[:1].isupper() else word
