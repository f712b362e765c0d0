"""The concepts of a glossary as rows to look through: what each shows, and the folded text that a filter searches."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tms.values import Concept, ConceptType, TermStatus

SOURCE_LANGUAGE = "en"
MOST_COLUMNS = 3
USUAL_LANGUAGES = ("fr", "es")
TYPE_MARKS = {
    ConceptType.NAME: "◇ name",
    ConceptType.PERSON: "◇ person",
    ConceptType.PLACE: "◇ place",
    ConceptType.ORGANISATION: "◇ organisation",
    ConceptType.QUOTE: "“ quotation",
}
SENSITIVE_MARK = "▲ sensitive"
# In a column there is no room for the whole word.
SHORT_WORDS = {"organisation": "org."}


@dataclass(frozen=True, slots=True)
class ConceptRow:
    """A concept with its terms folded (`words`), everything said of it folded (`search`), and what it sorts by."""

    concept: Concept
    words: str
    search: str
    order: str

    @property
    def mark(self) -> str:
        """A sign and a word for what is no plain term."""
        marks = (SENSITIVE_MARK if self.concept.sensitive else "", TYPE_MARKS.get(self.concept.type, ""))
        signs, words = zip(*(mark.split(" ") for mark in marks if mark), strict=True) if any(marks) else ((), ())
        return f"{''.join(signs)} {', '.join(SHORT_WORDS.get(word, word) for word in words)}".strip()

    def name(self, language: str) -> str:
        """The term to write in a language, or nothing."""
        return preferred_in(self.concept, language)


def preferred_in(concept: Concept, language: str) -> str:
    """The term to write in a language, or, where there is none, the first that may be written."""
    return next((t.text for t in concept.terms_in(language) if t.status is not TermStatus.DEPRECATED), "")


def name_of(concept: Concept) -> str:
    """What people call a concept: its English term, or its id."""
    return preferred_in(concept, SOURCE_LANGUAGE) or concept.id


def list_languages(rows: Iterable[ConceptRow]) -> tuple[str, ...]:
    """English, and the other languages that most concepts have a term in."""
    counts = Counter(language for row in rows for language in {term.language for term in row.concept.terms})
    counts.pop(SOURCE_LANGUAGE, None)
    # French stands before Spanish, as everywhere here; whatever else there is comes by its frequency.
    usual = [language for language in USUAL_LANGUAGES if language in counts]
    others = [language for language, _ in counts.most_common() if language not in usual]
    return (SOURCE_LANGUAGE, *((usual + others) or USUAL_LANGUAGES)[: MOST_COLUMNS - 1])
