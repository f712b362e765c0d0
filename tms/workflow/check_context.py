"""What a project brings to its checks: house rules, words, the usual length, the addresses of its articles."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from sqlmodel import Session

from tms.checks import Use, Uses, fold_address
from tms.checks.length import learn_lengths
from tms.glossary import expand_forms, get_primary_language
from tms.proofing import open_dictionary
from tms.store import articles as article_store
from tms.store import uses
from tms.store import words as word_store
from tms.store.rows import ArticleRow
from tms.text.words import split_words
from tms.values import CheckContext, Concept, TermStatus
from tms.workflow.caches import Caches
from tms.workflow.house_rules import read_repetition, read_rules
from tms.workflow.word_list import WordList, make_word_list


class ContextReader:
    """Reads the contexts of projects within one transaction, each once."""

    def __init__(self, caches: Caches, session: Session) -> None:
        self._caches = caches
        self._session = session
        self._read: dict[tuple[int, str], CheckContext] = {}
        self._uses: dict[tuple[int, str], Uses] = {}

    @cached_property
    def _work_stamp(self) -> tuple[object, ...]:
        """A transaction is one moment: it is read once."""
        return uses.read_work_stamp(self._session)

    def read(self, article: ArticleRow, language: str) -> CheckContext:
        """The context of an article's project in one language."""
        key = (article.project_id, language)
        if key not in self._read:
            links = self._read_links(article.project_id, language)
            stamp = (self._work_stamp, self._caches.terms_stamp, repr(article.policy), links)
            found = self._caches.contexts.get(key)
            if found is None or found[0] != stamp:
                found = self._caches.contexts[key] = (stamp, self._make(article, language, links))
            self._read[key] = found[1]
        return self._read[key]

    def _make(self, article: ArticleRow, language: str, links: Mapping[str, str]) -> CheckContext:
        words = word_store.list_words(self._session, article.project_id, language=language)
        own = frozenset(word.text.casefold() for word in words)
        rules, repetition = read_rules(article.policy), read_repetition(article.policy)
        lengths = learn_lengths(uses.list_lengths(self._session, article.project_id, language))
        speller = self._read_words(article.project_id, language, frozenset(word.text for word in words))
        stamp = repr((rules, repetition, sorted(own), lengths, sorted(links.items()), speller is None))
        known = list_term_words(self._caches.concepts, language) | own
        return CheckContext(rules, repetition, known, lengths, speller, links, stamp)

    def _read_words(self, project_id: int, language: str, own: frozenset[str]) -> WordList | None:
        stamp = (self._caches.terms_stamp, own)
        found = self._caches.words.get((project_id, language))
        if found is None or found[0] != stamp:
            texts = [*own, *list_spellings(self._caches.concepts, language)]
            found = (stamp, make_word_list(open_dictionary(language), texts))
            self._caches.words[project_id, language] = found
        return found[1]

    def _read_links(self, project_id: int, language: str) -> dict[str, str]:
        return {
            fold_address(address): translated
            for address, translated in article_store.list_addresses(self._session, project_id, language)
        }

    def read_uses(self, article: ArticleRow, language: str) -> Uses:
        """The translations of the project that somebody stands behind."""
        key = (article.project_id, language)
        if key not in self._uses:
            found = self._caches.uses.get(key)
            if found is None or found[0] != self._work_stamp:
                texts = uses.list_uses(self._session, article.project_id, language)
                made = Uses((Use(f"{slug} {key_}", *pair) for slug, key_, *pair in texts), self._caches.folds)
                found = self._caches.uses[key] = (self._work_stamp, made)
            self._uses[key] = found[1]
        return self._uses[key]


def list_term_words(concepts: Iterable[Concept], language: str) -> frozenset[str]:
    """The single words among the terms that may be used in a language, case folded.

    The words inside a longer term (de, la, droit) are no names, and a deprecated one is not known.
    """
    terms = (term for concept in concepts for term in concept.terms if term.language == language)
    forms = (form for term in terms if term.status is not TermStatus.DEPRECATED for form in (term.text, *term.forms))
    return frozenset(form.casefold() for form in forms if split_words(form) == [form])


def list_spellings(concepts: Iterable[Concept], language: str) -> Iterable[str]:
    """All forms of all terms of a language; what is wrong with a deprecated one, the glossary says."""
    for concept in concepts:
        for term in concept.terms:
            if get_primary_language(term.language) == get_primary_language(language):
                yield from expand_forms(term)
