"""`ligatures`: œ and æ in the French words that have them: œuvre, cœur, sœur, ex æquo (Académie française).

A list of words, as poésie, coexister and Goethe have none; vitae and Phoenix, which are seen both ways,
are left alone, and so are names that the source has (Coeur d’Alene).
"""

import re
from collections.abc import Iterator

from tms.checks.check import Check
from tms.checks.prose import read_prose
from tms.values import CheckInput, Severity, Spot

_STEMS = {
    "b": "oeuf oeufs",
    "c": "oeur oeurs oelacanthe oelacanthes oeliaque oeliaques",
    "ch": "oeur oeurs",
    "contrec": "oeur",
    "dés": "oeuvré oeuvrée oeuvrés oeuvrées oeuvrement",
    "éc": "oeurant oeurante oeurants oeurantes oeurer oeure oeuré oeurée oeurés oeurées oeurement",
    "f": "oetus oetal oetale",
    "man": "oeuvre oeuvres oeuvrer oeuvré oeuvrait oeuvrent oeuvrant",
    "m": "oeurs",
    "n": "oeud oeuds",
    "ranc": "oeur oeurs",
    "s": "oeur oeurs oeurette",
    "v": "oeu oeux",
    "": "oeuvre oeuvres oeuvrer oeuvré oeuvrait oeuvraient oeuvrent oeuvrant oeuvrons oeuvrez oeuvrera oeuvreront oeil"
    " oeillade oeillades oeillère oeillères oeillet oeillets oeuf oeufs oecuménique oecuméniques oecuménisme oedème"
    " oedèmes oenologie oesophage oestrogène oestrogènes oedipe",
    "aequ": "o",
}
_WORDS = frozenset(head + tail for head, tails in _STEMS.items() for tail in tails.split())
_WORD = re.compile(r"[^\W\d_]++")
_PAIR = re.compile(r"oe|ae", re.IGNORECASE)
_LIGATURES = {"oe": "œ", "ae": "æ"}


def _find(pair: CheckInput) -> Iterator[Spot]:
    prose = read_prose(pair.target)
    for match in _WORD.finditer(prose.text):
        word = match.group()
        if word.lower() not in _WORDS:
            continue
        is_name = word[0].isupper() and word in (pair.source or "")
        if not is_name:
            right = _PAIR.sub(_join, word, count=1)
            yield prose.spot(f"“{word}” is written “{right}”", *match.span(), right)


def _join(match: re.Match[str]) -> str:
    sign = _LIGATURES[match.group().lower()]
    return sign.upper() if match.group()[0].isupper() else sign


LIGATURES = Check(
    "ligatures",
    "Ligatures œ and æ",
    "misspelling",
    Severity.WARNING,
    _find,
    languages=frozenset(("fr",)),
    words=_WORDS,
)
