"""Which of several articles is a translation of which, judged by what both languages spell alike.

Every sign adds or takes away a part of the odds (a logarithm); what many articles have in common says little. A pair
competes with the other pairs that either of its articles could make, and with having no partner at all.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tms.text.number_notation import get_base_language
from tms.tracking.assignment import Edges, assign
from tms.tracking.kinship_signs import Signs, Terms, name_key, read_signs

# Characters of a translation per character of English.
_GROWTH = {"en": 1.0, "fr": 1.18, "es": 1.14, "de": 1.15, "it": 1.12, "pt": 1.11}
_SPREAD = 0.2

# The odds before anything is seen: most articles of a page are not translations of one another.
_PRIOR = -2.0
_NUMBER, _COMMON_NUMBER, _OTHER_NUMBER = 1.8, 0.7, -0.9
_NAME, _OTHER_NAME = 0.9, -0.4
_LINK = 1.2
_ALIKE, _ALIKE_EXPECTED, _ENOUGH_WORDS = 30.0, 0.12, 20
_TERMS, _TERMS_EXPECTED = 3.0, 0.4
_PARAGRAPHS, _OTHER_PARAGRAPHS = 0.5, -2.0
_QUOTATIONS, _OTHER_QUOTATIONS = 0.4, -0.4
_LENGTH = 0.5
_MOST = {"number": (-4.0, 5.0), "name": (-4.0, 5.0), "word": (-3.0, 4.0), "term": (-1.0, 1.0), "length": (-4.0, 0.5)}
# Names of the subject itself, which the glossary knows.
_KNOWN_NAME = 0.3
_LEAST = 0.5
_SURE = 0.99
_MOST_SHOWN = 4
# Beyond so many pairs only the likely ones are weighed.
_MOST_PAIRS, _MOST_HOLDERS, _BEST_KEPT = 10_000, 20, 12
_YEARS = range(1900, 2100)
_SMALL = 12


@dataclass(frozen=True, slots=True)
class Kinship:
    """A translation and its original, as places in the list of articles; how sure (0-1), and what speaks for it."""

    original: int
    translation: int
    confidence: float
    reasons: tuple[str, ...]


def relate_articles(
    texts: Sequence[str],
    languages: Sequence[str],
    *,
    source_language: str = "en",
    terms: Terms | None = None,
) -> tuple[Kinship, ...]:
    """The pairs of original and translation that are best as a whole, in order of the translations.

    Each translation has one original at most, each original one translation in a language. `terms` are the glossary's
    forms by concept and language. What has no pair of at least even odds stays alone.
    """
    source = get_base_language(source_language)
    bases = [get_base_language(language) for language in languages]
    places = defaultdict(list)
    for place, base in enumerate(bases):
        if base:
            places[base].append(place)
    signs = {place: read_signs(texts[place], bases[place], terms or {}) for held in places.values() for place in held}
    judge = _Judge(signs.values(), terms or {})
    kinships: list[Kinship] = []
    for base, held in places.items():
        if base != source:
            kinships += _relate(judge, signs, places.get(source, []), held)
    return tuple(sorted(kinships, key=lambda kinship: kinship.translation))


def _relate(
    judge: "_Judge", signs: Mapping[int, Signs], originals: Sequence[int], translations: Sequence[int]
) -> list[Kinship]:
    pairs = _list_candidates(signs, originals, translations)
    odds = {(i, j): judge.weigh(signs[i], signs[j]) for i, j in pairs}
    best = _find_two_best(odds)
    # Every pair that is likelier than none counts by its odds, so that the sum of the whole is what is weighed.
    edges: Edges = {pair: value for pair, value in odds.items() if value > 0}
    kinships: list[Kinship] = []
    for i, j in assign(edges):
        rival = max(value for place in ((0, i), (1, j)) for pair, value in best[place] if pair != (i, j))
        confidence = round(min(_SURE, _to_confidence(odds[i, j], rival)), 2)
        if confidence >= _LEAST:
            reasons = judge.explain(signs[i], signs[j])
            doubt = ("another article fits nearly as well",) if rival > 0 else ()
            kinships.append(Kinship(i, j, confidence, (*reasons, *doubt)))
    return kinships


def _list_candidates(
    signs: Mapping[int, Signs], originals: Sequence[int], translations: Sequence[int]
) -> list[tuple[int, int]]:
    """All pairs; where those are many, each translation with the originals that share its rarest signs."""
    if len(originals) * len(translations) <= _MOST_PAIRS:
        return [(i, j) for i in originals for j in translations]
    holders: dict[str, list[int]] = defaultdict(list)
    for i in originals:
        for key in signs[i].list_keys():
            holders[key].append(i)
    pairs: list[tuple[int, int]] = []
    for j in translations:
        votes: Counter[int] = Counter()
        for key in signs[j].list_keys():
            if len(held := holders.get(key, [])) <= _MOST_HOLDERS:
                votes.update(held)
        pairs += [(i, j) for i, _ in votes.most_common(_BEST_KEPT)]
    return pairs


def _find_two_best(odds: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], list[tuple[tuple[int, int], float]]]:
    """For each article, as (side, place), the two best pairs that it could make, and the chance of none."""
    best: dict[tuple[int, int], list[tuple[tuple[int, int], float]]] = defaultdict(lambda: [((-1, -1), -math.inf)])
    for pair, value in odds.items():
        for side in (0, 1):
            kept = best[side, pair[side]]
            kept.append((pair, value))
            kept.sort(key=lambda entry: -entry[1])
            del kept[2:-1]
    return best


def _to_confidence(odds: float, rival: float) -> float:
    """The share of a pair against a rival and against none."""
    return 1 / (1 + math.exp(-odds) + math.exp(min(50.0, rival - odds)))


class _Judge:
    """Weighs what two articles have in common by how many others have it as well."""

    def __init__(self, signs: Iterable[Signs], terms: Terms) -> None:
        self._holders: dict[str, Counter[str]] = defaultdict(Counter)
        self._totals = Counter[str]()
        for one in signs:
            self._totals[one.language] += 1
            self._holders[one.language].update(one.list_keys())
        forms = (form for by_language in terms.values() for held in by_language.values() for form in held)
        self._known = {name_key(word) for form in forms for word in form.split() if word[:1].isupper()}

    def weigh(self, a: Signs, b: Signs) -> float:
        """The logarithm of the odds that one article is the translation of the other."""
        return _PRIOR + sum(
            (
                self._weigh_numbers(a, b),
                self._weigh_names(a, b),
                self._weigh_words(a, b),
                _weigh_terms(a, b),
                _weigh_length(a, b),
                _weigh_paragraphs(a, b),
                _weigh_quotations(a, b),
                _LINK * min(2, len(a.links & b.links)),
            )
        )

    def explain(self, a: Signs, b: Signs) -> tuple[str, ...]:
        """What both have, in words, the most telling first."""
        reasons: list[str] = []
        numbers = sorted(_share_numbers(a, b), key=lambda value: (-self._rarity(value, a, b), -len(value), value))
        if numbers:
            reasons.append(
                f"{_name('number', numbers)} {_list([a.numbers.get(n) or b.numbers[n] for n in numbers])} in both"
            )
        names = sorted(_share_names(a, b), key=lambda key: (-self._weigh_name(key, a, b), key))
        if names:
            reasons.append(f"{_name('name', names)} {_list([a.names.get(k) or b.names[k] for k in names])} in both")
        if a.links & b.links:
            reasons.append(f"{_name('address', sorted(a.links & b.links))} {_list(sorted(a.links & b.links))} in both")
        if a.paragraphs == b.paragraphs:
            reasons.append(f"{a.paragraphs} paragraph{'s' if a.paragraphs > 1 else ''} each")
        else:
            reasons.append(f"{a.paragraphs} and {b.paragraphs} paragraphs")
        words = a.words.keys() & b.words.keys()
        if words:
            reasons.append(f"{len(words)} word{'s' * (len(words) > 1)} in both that begin alike")
        if a.concepts & b.concepts:
            known = len(a.concepts & b.concepts)
            reasons.append(f"{known} term{'s' * (known > 1)} of the glossary in both")
        if abs(_stray(a, b)) > 2 * _SPREAD:
            reasons.append(f"but {a.length} and {b.length} characters")
        return tuple(reasons)

    def _rarity(self, key: str, a: Signs, b: Signs) -> float:
        """1 where no other article of either language has it."""
        held = max(1, *(self._holders[one.language][key] for one in (a, b)))
        total = max(self._totals[one.language] for one in (a, b))
        return math.log1p(total / held) / math.log1p(total)

    def _weigh_numbers(self, a: Signs, b: Signs) -> float:
        shared = _share_numbers(a, b)
        worth = sum((_COMMON_NUMBER if _is_common(n) else _NUMBER) * self._rarity(n, a, b) for n in shared)
        others = sum(
            number not in shared and number not in other.spelled
            for one, other in ((a, b), (b, a))
            for number in one.numbers
        )
        return _limit("number", worth + _OTHER_NUMBER * others)

    def _weigh_names(self, a: Signs, b: Signs) -> float:
        shared = _share_names(a, b)
        others = (a.names.keys() | b.names.keys()) - shared
        worth = sum(_NAME * self._weigh_name(key, a, b) for key in shared)
        return _limit("name", worth + sum(_OTHER_NAME * self._weigh_name(key, a, b) for key in others))

    def _weigh_name(self, key: str, a: Signs, b: Signs) -> float:
        return self._rarity(key, a, b) * (_KNOWN_NAME if key in self._known else 1.0)

    def _weigh_words(self, a: Signs, b: Signs) -> float:
        """The share of words that begin alike: cognates, which the three languages have by the thousand."""
        shared = sum(self._rarity(word, a, b) for word in a.words.keys() & b.words.keys())
        total = sum(self._rarity(word, one, one) for one in (a, b) for word in one.words)
        if not total:
            return 0.0
        trust = min(1.0, min(len(a.words), len(b.words)) / _ENOUGH_WORDS)
        return _limit("word", trust * _ALIKE * (2 * shared / total - _ALIKE_EXPECTED))


def _share_numbers(a: Signs, b: Signs) -> set[str]:
    """Numbers of both, in figures at least once."""
    return {
        *(a.numbers.keys() & b.numbers.keys()),
        *(a.numbers.keys() & b.spelled),
        *(b.numbers.keys() & a.spelled),
    }


def _share_names(a: Signs, b: Signs) -> set[str]:
    """Names of both, within a sentence at least once."""
    return {
        *(a.names.keys() & b.names.keys()),
        *(a.names.keys() & b.openers),
        *(b.names.keys() & a.openers),
    }


def _is_common(number: str) -> bool:
    """Whether it is a year or so small that articles share it by chance."""
    return number.isdecimal() and len(number) <= 4 and (int(number) <= _SMALL or int(number) in _YEARS)


def _weigh_terms(a: Signs, b: Signs) -> float:
    total = len(a.concepts) + len(b.concepts)
    share = 2 * len(a.concepts & b.concepts) / total if total else _TERMS_EXPECTED
    return _limit("term", _TERMS * (share - _TERMS_EXPECTED))


def _stray(a: Signs, b: Signs) -> float:
    growth = _GROWTH.get(b.language, 1.1) / _GROWTH.get(a.language, 1.1)
    return math.log(max(1, b.length) / (max(1, a.length) * growth))


def _weigh_length(a: Signs, b: Signs) -> float:
    return _limit("length", _LENGTH - (_stray(a, b) / _SPREAD) ** 2 / 2)


def _weigh_paragraphs(a: Signs, b: Signs) -> float:
    if a.paragraphs == b.paragraphs:
        return _PARAGRAPHS
    return _OTHER_PARAGRAPHS * abs(a.paragraphs - b.paragraphs) / max(a.paragraphs, b.paragraphs)


def _weigh_quotations(a: Signs, b: Signs) -> float:
    if a.quotations == b.quotations:
        return _QUOTATIONS if a.quotations else 0.0
    return _OTHER_QUOTATIONS


def _limit(kind: str, worth: float) -> float:
    low, high = _MOST[kind]
    return max(low, min(high, worth))


def _name(noun: str, held: Sequence[str]) -> str:
    return noun if len(held) == 1 else noun + ("es" if noun.endswith("s") else "s")


def _list(shown: Sequence[str]) -> str:
    first = shown[:_MOST_SHOWN]
    if len(shown) > _MOST_SHOWN:
        return f"{', '.join(first)}, …"
    return " and ".join((", ".join(first[:-1]), first[-1])) if len(first) > 1 else first[0]
