"""The inflected forms of a term: as given by hand, else expanded by rule where that is safe."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from tms.glossary.english import ENGLISH
from tms.glossary.french import FRENCH
from tms.glossary.grammar import PLURAL, SINGULAR, Grammar, Inflection
from tms.glossary.spanish import SPANISH
from tms.text.normalize import fold_case
from tms.values import Term

GRAMMARS: dict[str, Grammar] = {"en": ENGLISH, "fr": FRENCH, "es": SPANISH}

_BOTH_GENDERS = frozenset({"m/f", "f/m", "mf", "m,f", "m, f", "c", "common", "both"})
_MAX_WORDS = 12
_ELISIONS = ("d'", "l'", "qu'")

# A form by rule, its gender and its number: a glossary of thousands of terms has no time for more than tuples.
_Wording = tuple[str, str, str]


@lru_cache(maxsize=256)
def get_primary_language(language: str) -> str:
    """The primary subtag of a BCP 47 tag, in lower case: "fr-CA" -> "fr"."""
    return language.replace("_", "-").split("-", 1)[0].lower()


def expand_forms(term: Term) -> tuple[str, ...]:
    """All forms of a term, itself first; forms given by hand hold, else rules of its language expand it."""
    if term.forms:
        return tuple(_list_given(term))
    return tuple(dict.fromkeys([text for text, _, _ in _expand(term, is_open=False)]))


def _list_given(term: Term) -> dict[str, None]:
    return dict.fromkeys((term.text, *filter(str.strip, term.forms)))


@lru_cache(maxsize=16_384)
def list_inflections(term: Term) -> tuple[Inflection, ...]:
    """All forms of a term with their gender and number, itself first."""
    by_rule = _merge(_expand(term, is_open=bool(term.forms)))
    if not term.forms:
        return by_rule
    known = {fold_case(inflection.text): inflection for inflection in reversed(by_rule)}
    return tuple(_recognize(form, term, known) for form in _list_given(term))


def _recognize(form: str, term: Term, known: dict[str, Inflection]) -> Inflection:
    """What a form given by hand is: as the rules know it, else by its ending."""
    found = known.get(fold_case(form))
    if found is not None:
        return Inflection(form, found.gender, found.number)
    grammar = GRAMMARS.get(get_primary_language(term.language))
    if grammar is None:
        return Inflection(form)
    head = _phrase(form, grammar)
    if any(grammar.is_plural(word) for word in head):
        return Inflection(form, _plain_gender(term), PLURAL)
    # Kirghiz, Chinois han: one form for both.
    is_invariant = grammar is FRENCH and bool(head) and head[0].casefold().endswith(("s", "x", "z"))
    return Inflection(form, _plain_gender(term), "" if is_invariant else SINGULAR)


def _expand(term: Term, *, is_open: bool) -> list[_Wording]:
    """The forms by rule; `is_open` asks for feminines too, to recognize the ones given by hand."""
    grammar = GRAMMARS.get(get_primary_language(term.language))
    kind = term.part_of_speech.casefold()
    head = _phrase(term.text, grammar) if grammar else []
    words = term.text.split(" ")
    is_fixed = kind.startswith(("proper", "verb", "adv", "phrase")) or len(words) > _MAX_WORDS or not all(words)
    if grammar is None or not head or is_fixed:
        return [(term.text, _plain_gender(term), term.number)]
    if not grammar.has_agreement and "adj" in kind and "noun" not in kind:
        return [(term.text, "", "")]
    return _inflect_phrase(term, grammar, len(head), is_open=is_open)


def _phrase(text: str, grammar: Grammar) -> list[str]:
    """The words that inflect stand before the first preposition."""
    head: list[str] = []
    for word in text.split(" "):
        bare = word.casefold().replace("’", "'")
        if bare in grammar.prepositions or bare.startswith(_ELISIONS):
            break
        head.append(word)
    return head


def _inflect_phrase(term: Term, grammar: Grammar, length: int, *, is_open: bool) -> list[_Wording]:
    words = term.text.split(" ")
    first = 0 if grammar.has_agreement else length - 1
    head, before, after = words[first:length], words[:first], words[length:]
    is_plural = term.number == PLURAL or (not term.number and all(map(grammar.is_plural, head)))
    both = _has_both_genders(term, grammar) or (is_open and not _plain_gender(term))
    gender = "m" if both and grammar.has_agreement else _plain_gender(term)
    singular = list(map(grammar.singularize, head)) if is_plural else head
    found: list[tuple[Sequence[str | None], str, str]] = []
    if is_plural:
        found.append((singular, gender, SINGULAR))
    elif term.number != SINGULAR:
        found.append((list(map(grammar.pluralize, head)), gender, PLURAL))
    if both:
        feminine = [grammar.feminize(word) if word else None for word in singular]
        found.append((feminine, "f", SINGULAR))
        found.append(([grammar.pluralize(word) if word else None for word in feminine], "f", PLURAL))
    if is_plural:
        found.sort(key=lambda item: item[2] != PLURAL)
    if term.number == SINGULAR:
        found = [item for item in found if item[2] == SINGULAR]
    made = [(term.text, gender, PLURAL if is_plural else SINGULAR)]
    for parts, its_gender, number in found:
        whole = [*before, *filter(None, parts), *after]
        if len(whole) == len(words):
            made.append((" ".join(whole), its_gender, number))
    return made


def _merge(found: Iterable[_Wording]) -> tuple[Inflection, ...]:
    """Each text once; a form that serves two genders or numbers shows none."""
    merged: dict[str, tuple[str, str]] = {}
    for text, gender, number in found:
        its_gender, its_number = merged.setdefault(text, (gender, number))
        merged[text] = (gender if gender == its_gender else "", number if number == its_number else "")
    return tuple(Inflection(text, *merged[text]) for text in merged)


def _has_both_genders(term: Term, grammar: Grammar) -> bool:
    """An adjective, a noun marked so, or the name of a people by its look; a plain noun has no feminine."""
    kind = term.part_of_speech.casefold()
    if "adj" in kind or term.gender.casefold() in _BOTH_GENDERS:
        return True
    is_single = " " not in term.text
    return is_single and term.gender.casefold() != "f" and grammar.has_feminine(term.text)


def _plain_gender(term: Term) -> str:
    gender = term.gender.casefold()[:1]
    return gender if gender in ("m", "f") and term.gender.casefold() not in _BOTH_GENDERS else ""


def is_name_of_people(term: Term) -> bool:
    """Whether a French term is a noun in capitals whose adjective is written small: Ouïghour, ouïghour."""
    kind = term.part_of_speech.casefold()
    if get_primary_language(term.language) != "fr" or " " in term.text or not term.text[:1].isupper():
        return False
    return "adj" in kind or (not kind.startswith("proper") and FRENCH.has_feminine(term.text))


def pick_inflection(term: Term, *, gender: str, number: str) -> Inflection:
    """The form of a term nearest to a gender and number; "" asks for none, and the first form wins a draw."""
    return max(list_inflections(term), key=lambda one: _fits(one.number, number) * 2 + _fits(one.gender, gender))


def _fits(has: str, wanted: str) -> int:
    if not wanted:
        return 1
    return 2 if has == wanted else (1 if not has else 0)
