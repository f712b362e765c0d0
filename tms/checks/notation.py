"""`notation`: a number in the notation of English in a French or Spanish text (CLDR; RAE, Ortografía 2010, §8.2).

With a source it is an error where the number reads as another one here (4,000 is four in French). Versions and sections
(2.1) look like decimals, so a decimal point counts only before a unit, a scale word or what it measures, in the
countries where CLDR has a comma; Spanish America has the point in most.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from tms.checks.check import Check, base_language
from tms.checks.number_pairs import answer_pair, is_plain, list_numbers, write_in
from tms.checks.prose import with_severity
from tms.text.number_notation import SPACES, get_notation
from tms.text.numbers import NumberHit
from tms.values import CheckInput, Severity, Spot

_INNER_SIGN = re.compile(r"\d[.,'’\u00a0\u202f ]\d")
# Where the comma is the decimal sign; what is own notation there needs no closer look.
_FOREIGN_SIGN = re.compile(r"\d(?:[.'’]\d|,\d{3}|,\d+[.,]\d)")
_FOREIGN_SIGN_BESIDE_POINTS = re.compile(r"\d(?:['’]\d|\.(?!\d{3}(?!\d))\d|,\d{3}|,\d+[.,]\d)")
_GROUPED = re.compile(r"[-−]?\d{1,3}(?:[.,'’]\d{3})+(?!\d)")
# What is counted stands in the plural, or is a unit; function words end in s too.
_MEASURED_AFTER = re.compile(
    r"[ \u00a0\u202f](?:(?!(?:les|des|ses|mes|tes|nos|vos|ces|dans|sous|vers|sans|puis|mais|dès|après|depuis"
    r"|alors|pas|plus"
    r"|plus|est|los|las|sus|mis|tus|tras|es|más|pues|entonces|desde|unos|unas)\b)[a-zà-öø-ÿ]{2,}[sx](?:[^\w]|\Z)"
    r"|(?:m|km|cm|mm|kg|g|l|ha|°C|°|km²|m²|t|kW|MW|GB|Go|MB|Mo)(?!\w)|(?:sur l[’']échelle|en la escala|de la escala))"
)
_SCALE_BEFORE = re.compile(
    r"\b(?:magnitude|magnitud|moyenne de|media de|promedio de)[ \u00a0](?:de )?\Z", re.IGNORECASE
)
_NUMBERED_BEFORE = re.compile(
    r"(?:\b(?:articles?|art\.?|artículos?|sections?|secciones|sección|sec\.?|chapitres?|chap\.?|capítulos?"
    r"|cap\.?|points?"
    r"|puntos?|annexes?|anexos?|paragraphes?|párrafos?|§|alinéas?|apartados?|versions?|versión|figures?|figuras?|fig\."
    r"|tableaux?|tablas?|cuadros?|notes?|notas?|n[°ºo.]+|parties?|partes?|règles?|reglas?|normes?|normas?|principes?"
    r"|principios?|objectifs?|objetivos?|cibles?|metas?|recommandations?|recomendaciones|pages?|p\.|pp\.|vol\.?|module"
    r"|módulo|étape|paso|question|pregunta|exercice|ejercicio|http)|[A-ZÀ-Þ]\w*)[ \u00a0\u202f]\Z"
)
_NEAR = 20
_DECIMAL_POINT = re.compile(r"[-−]?\d+\.\d")


def _may_find(pair: CheckInput) -> bool:
    return _get_foreign_sign(pair.language).search(pair.target) is not None


@lru_cache(maxsize=16)
def _get_foreign_sign(language: str) -> re.Pattern[str]:
    """What a number in the notation of another language has in it."""
    notation = get_notation(language)
    if notation.decimal != "," or set(SPACES).isdisjoint(notation.groups):
        return _INNER_SIGN
    return _FOREIGN_SIGN_BESIDE_POINTS if "." in notation.groups else _FOREIGN_SIGN


def _find(pair: CheckInput) -> Iterator[Spot]:
    if not _INNER_SIGN.search(pair.target) or base_language(pair.language) == base_language(pair.source_language):
        return
    foreign = [hit for hit in list_numbers(pair.target, pair.language) if hit.is_foreign_notation]
    if not foreign:
        return
    misread = set() if pair.source is None else {hit.start for hit in answer_pair(pair).misread}
    wanted = None if pair.source is None else {hit.value for hit in list_numbers(pair.source, pair.source_language)}
    for hit in foreign:
        if hit.start in misread:
            yield _misread(pair, hit)
            continue
        value = _read(hit, wanted, pair.target)
        shown = None if value is None else write_in(pair.language, value, hit)
        if shown is not None and shown != hit.text:
            message = f"“{hit.text}” is the notation of another language; write {shown}"
            spot = Spot(message, hit.start, hit.end, shown if is_plain(hit) else None)
            if base_language(pair.language) == "fr" or _GROUPED.match(hit.text):
                yield spot
            elif pair.source is not None:  # the Academy allows the decimal point as well
                yield with_severity(spot, Severity.INFO)


def _misread(pair: CheckInput, hit: NumberHit) -> Spot:
    value = hit.value if hit.foreign_value is None else hit.foreign_value
    shown = write_in(pair.language, value, hit)
    message = f"“{hit.text}” reads as {hit.value.normalize():f} here; write {shown}"
    return Spot(message, hit.start, hit.end, shown if is_plain(hit) else None, Severity.ERROR)


def _read(hit: NumberHit, wanted: set[Decimal] | None, text: str) -> Decimal | None:
    """What the number means to say; None where it is right as it stands, or the business of `numbers`."""
    thousands = _GROUPED.match(hit.text)
    if thousands is None:
        if hit.unit in ("ordinal", "time") or not _DECIMAL_POINT.match(hit.text):
            return None
        is_measure = hit.unit or hit.text[-1].isalpha() or _measures(hit, text)
        return hit.value if is_measure else None
    value = hit.value if hit.foreign_value is None else max(hit.value, hit.foreign_value)
    if wanted is None:
        return value
    return value if hit.value == value or (hit.value not in wanted and value not in wanted) else None


def _measures(hit: NumberHit, text: str) -> bool:
    """Whether a decimal counts what follows, or a magnitude: and no section, article or version."""
    if _NUMBERED_BEFORE.search(text, max(0, hit.start - _NEAR), hit.start):
        return False
    is_scale = _SCALE_BEFORE.search(text, max(0, hit.start - _NEAR), hit.start) is not None
    return is_scale or _MEASURED_AFTER.match(text, hit.end) is not None


NOTATION = Check(
    "notation",
    "Notation of numbers",
    "locale-violation",
    Severity.WARNING,
    _find,
    languages=frozenset(("fr", "es")),
    signs=frozenset("0123456789"),
    may_find=_may_find,
)
