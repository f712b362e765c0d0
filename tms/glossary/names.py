"""Names of people: in the order in which a language writes them, and in part where they are named again."""

import re

from rapidfuzz.distance import OSA

from tms.glossary.folding import fold_text, strip_marks
from tms.glossary.index import TermIndex
from tms.glossary.reading import Reading
from tms.values import ConceptType, Spot, TermStatus

_SHORTEST = 2
# Shorter parts differ in one letter from other names: Kim, Lim.
_LONG_PART = 6
_CAPITAL_WORD = re.compile(r"(?<![\w-])[^\W\d_][\w’'-]*")


def find_name_order(index: TermIndex, concept_id: str, reading: Reading) -> list[Spot]:
    """Places where the parts of a person's name stand in another order: Jinping Xi for Xi Jinping."""
    concept = index.concepts[concept_id]
    if concept.type is not ConceptType.PERSON:
        return []
    names = _list_names(index, concept_id, reading.language)
    known = {fold_text(name).cased for name in names}
    spots = []
    for name in names:
        for pattern in (_cut_otherwise(name), *map(re.escape, _list_turned(name))):
            for match in re.finditer(rf"(?<![\w-])(?:{pattern})(?![\w-])", reading.folded.cased):
                start, end = reading.folded.get_span(*match.span())
                found = reading.text[start:end]
                if fold_text(found).cased not in known and not reading.is_protected(start, end):
                    message = f"“{found}” is written “{name}”"
                    spots.append(Spot(message, start, end, name, concept.enforcement, concept.id))
    return spots


def _cut_otherwise(name: str) -> str:
    """A pattern for the letters of a name whatever stands between them: Xi Jin Ping, Xi Jin-ping."""
    letters = [re.escape(sign) for sign in name if sign.isalpha()]
    return "(?i:" + "[ -]?".join(letters) + ")"


def find_misspelt_parts(index: TermIndex, concept_id: str, reading: Reading) -> list[Spot]:
    """Parts of a person's name without their accents or with a letter wrong: Turk, Guteres."""
    concept = index.concepts[concept_id]
    if concept.type is not ConceptType.PERSON:
        return []
    parts = [part for name in _list_names(index, concept_id, reading.language) for part in name.split(" ")]
    spots = []
    for match in _CAPITAL_WORD.finditer(reading.folded.cased):
        word = match.group()
        part = next((part for part in parts if word[0].isupper() and _is_nearly(word, part)), None)
        span = reading.folded.get_span(*match.span())
        if part is not None and word not in parts and not reading.is_protected(*span):
            message = f"“{reading.text[slice(*span)]}” is written “{part}”"
            spots.append(Spot(message, *span, part, concept.enforcement, concept.id))
    return spots


def _is_nearly(word: str, part: str) -> bool:
    plain, wanted = strip_marks(word), strip_marks(part)
    if plain == wanted:
        return word != part
    is_long = min(len(plain), len(wanted)) >= _LONG_PART and plain[0] == wanted[0]
    return is_long and OSA.distance(plain, wanted, score_cutoff=1) <= 1


def has_part_of_name(index: TermIndex, concept_id: str, reading: Reading) -> bool:
    """Whether a person is named by a part of the name: M. Guterres, for António Guterres."""
    if index.concepts[concept_id].type is not ConceptType.PERSON:
        return False
    parts = [part for name in _list_names(index, concept_id, reading.language) for part in name.split(" ")]
    return any(
        re.search(rf"(?<![\w-]){re.escape(part)}(?![\w-])", reading.folded.cased)
        for part in parts
        if len(part) >= _SHORTEST and part[0].isupper()
    )


def _list_names(index: TermIndex, concept_id: str, language: str) -> list[str]:
    terms = index.list_terms(concept_id, language)
    return [term.text for term in terms if term.status is not TermStatus.DEPRECATED]


def _list_turned(name: str) -> list[str]:
    words = name.split(" ")
    if len(words) < 2:
        return []
    turned = {" ".join([words[-1], *words[:-1]]), " ".join([*words[1:], words[0]])}
    return sorted(turned - {name})
