"""Other ways in which a term may stand in a translation: in compounds, with its words apart, with inclusive endings."""

import re
from functools import cached_property

from tms.glossary.folding import fold_text
from tms.glossary.index import Entry, TermIndex
from tms.glossary.inflection import GRAMMARS, get_primary_language
from tms.glossary.names import has_part_of_name
from tms.glossary.reading import Reading
from tms.text.small_words import word_set
from tms.values import TermStatus

_WORD = re.compile(r"[^\W\d_]+")
_BEFORE = r"(?:anti|pro|pré|pre|post|non|no|pan|ex|sino|philo|filo|islamo|inter|trans)"
_AFTER = r"(?:o|i|a)?-?(?:phon|phob|phil|fon|fob|fil|parlant|hablant|ness|ité|idad|is[mt])[^\W\d_]{0,6}"
_SHORTEST = 4
# défenseur·es, détenu·e·s; O.N.U.
_INCLUSIVE = re.compile(r"(?<=[^\W\d_])[·•‧∙](?:[^\W\d_]{1,5})??(?:[·•‧∙]?(s))?(?![^\W\d_])")
_DOTTED = re.compile(r"(?<![\w.])(?:[A-Z]\.[ \u00a0]?){1,9}[A-Z]\.?(?!\w)")
_DEMONYM = re.compile(r"(?:n|an|ian|ese|i|ish|stan|s)")
_WINDOW = 9
_STEM = 5
_ROOT = 3
_INFINITIVES = ("er", "ir", "ar", "re")


class Variants:
    """The concepts that a target text has in another form than its terms."""

    def __init__(self, index: TermIndex, reading: Reading, source_language: str) -> None:
        self._index = index
        self._reading = reading
        self._source_language = source_language

    def has(self, concept: str) -> bool:
        """Whether the concept stands in the text, only not as one of its forms."""
        entries = self._reading.lexicon.list_accepted(concept)
        return (
            concept in self._respelt
            or any(self._is_in_compound(entry) for entry in entries)
            or any(self._has_words_apart(entry) for entry in entries)
            or any(self._has_verb(entry) or self._is_in_capitals(entry) for entry in entries)
            or self._has_kin(concept)
            or has_part_of_name(self._index, concept, self._reading)
        )

    def has_reworded(self, concept: str) -> bool:
        """Whether the words of the concept stand near each other in other parts of speech."""
        entries = self._reading.lexicon.list_accepted(concept)
        return any(self._find_window(_stems(entry, self._reading.language, _STEM)) for entry in entries)

    @cached_property
    def _words(self) -> list[str]:
        return [match.group() for match in _WORD.finditer(self._reading.folded.lower)]

    @cached_property
    def _respelt(self) -> frozenset[str]:
        """The concepts that are found when inclusive endings and the stops of acronyms are taken away."""
        text = _INCLUSIVE.sub(lambda match: match[1] or _plural_of(match.group()), self._reading.text)
        text = _DOTTED.sub(lambda match: re.sub(r"[. \u00a0]", "", match.group()), text)
        if text == self._reading.text:
            return frozenset()
        found = self._index.find_all(text, self._reading.language)
        return frozenset(hit.concept for hit in found if hit.term.status is not TermStatus.DEPRECATED)

    def _is_in_compound(self, entry: Entry) -> bool:
        form = entry.cased.lower()
        if " " in form or len(form) < _SHORTEST or form not in self._reading.folded.lower:
            return False
        pattern = rf"(?<!\w)(?:{_BEFORE}-?{re.escape(form)}|(?:{_BEFORE}-?)?{re.escape(form)}{_AFTER})(?!\w)"
        return re.search(pattern, self._reading.folded.lower) is not None

    def _has_verb(self, entry: Entry) -> bool:
        """Whether a verb of the glossary stands in a form that it does not name: vigilan, perseguirlos, torturaient."""
        if not entry.term.part_of_speech.startswith("verb") or " " in entry.cased:
            return False
        form = entry.cased.lower()
        root = form[:-2] if form.endswith(_INFINITIVES) else form
        roots = (root, *_list_changed(root)) if get_primary_language(self._reading.language) == "es" else (root,)
        return len(root) >= _SHORTEST and any(word.startswith(roots) for word in self._words)

    def _is_in_capitals(self, entry: Entry) -> bool:
        """Whether a text all in capitals has a form that is found in its own capitals only."""
        text = self._reading.folded
        return entry.is_cased and text.cased.isupper() and f" {entry.cased.lower()} " in f" {_spaced(text.lower)} "

    def _has_words_apart(self, entry: Entry) -> bool:
        """Détentions et disparitions arbitraires ou forcées; arbitrairement détenus."""
        # The noun stands first in French and Spanish: « rééducation … camps » speaks of two things.
        if self._find_window(_stems(entry, self._reading.language, 0), in_order=True):
            return True
        # Lo detuvieron arbitrariamente: beside an adverb the noun is a verb, of which the root alone stays.
        loose = self._find_window(_stems(entry, self._reading.language, _ROOT))
        return any(word.endswith(("ment", "mente")) for word in loose)

    def _find_window(self, stems: list[str], *, in_order: bool = False) -> list[str]:
        """The words that begin like these stems and stand near each other; none where one is missing."""
        if len(stems) < 2:
            return []
        for place, word in enumerate(self._words):
            if not word.startswith(stems[0] if in_order else tuple(stems)):
                continue
            near = self._words[place : place + _WINDOW]
            found = [next((one for one in near if one.startswith(stem)), "") for stem in stems]
            if all(found):
                return found
        return []

    def _has_kin(self, concept: str) -> bool:
        """Whether the text has the people for the country, or the country for the people."""
        found = {hit.concept for hit in self._reading.accepted} - {concept}
        names = self._list_names(concept)
        return any(_are_kin(name, other) for one in found for other in self._list_names(one) for name in names)

    def _list_names(self, concept: str) -> list[str]:
        terms = self._index.list_terms(concept, self._source_language)
        return [term.text for term in terms if term.status is not TermStatus.DEPRECATED and term.text[:1].isupper()]


def _list_changed(root: str) -> list[str]:
    """The stems of a Spanish verb whose vowel changes: persegu-, persigu-; detecc- has none."""
    head, vowel, tail = root.rpartition("e") if "e" in root[-4:] else root.rpartition("o")
    changes = {"e": ("i", "ie"), "o": ("ue", "u")}.get(vowel, ())
    return [head + change + tail for change in changes]


def _spaced(text: str) -> str:
    return " ".join(_WORD.findall(text))


def _plural_of(ending: str) -> str:
    return "s" if ending.endswith("s") else ""


def _stems(entry: Entry, language: str, longest: int) -> list[str]:
    """How the words of a phrase begin, its small words left out; to at most so many letters, or all but the ending."""
    grammar = GRAMMARS.get(get_primary_language(language))
    small = (grammar.prepositions if grammar else frozenset()) | _ARTICLES
    words = [word for word in _WORD.findall(fold_text(entry.cased).lower) if word not in small]
    if len(words) < 2 or any(len(word) < _SHORTEST for word in words):
        return []
    return [_stem(word, longest) for word in words]


def _stem(word: str, longest: int) -> str:
    bare = word.rstrip("s")
    if longest:
        # Half of a long word at least: "trans" begins too many of them.
        return bare[: max(min(_SHORTEST, longest), min(max(longest, len(bare) // 2), len(bare) - 3))]
    return bare[: max(_SHORTEST, len(bare) - 2)]


def _are_kin(one: str, other: str) -> bool:
    short, long = sorted((one.casefold(), other.casefold()), key=len)
    if len(short) < _SHORTEST or short == long:
        return False
    root = short[:-1] if short[-1] in "aeiou" else short
    return any(long.startswith(head) and _DEMONYM.fullmatch(long[len(head) :]) for head in (short, root))


_ARTICLES = word_set("le la les l un une el los las lo una")
