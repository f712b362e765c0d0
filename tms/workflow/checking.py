"""Findings on texts: checks and glossary together, cached by the hash of what they depend on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlmodel import Session

from tms.checks import run_checks
from tms.glossary import find_term_spots
from tms.models import Waiver
from tms.store import articles as article_store
from tms.store import remarks
from tms.store.rows import ArticleRow, TranslationRow
from tms.text.normalize import hash_text
from tms.text.words import split_words
from tms.values import CheckInput, Concept, Finding, Kind, Severity, TermStatus
from tms.workflow.articles import get_article, require_language
from tms.workflow.locals import list_rows
from tms.workflow.terms import get_terms
from tms.workflow.workspace import Workspace

# Far more than an evening's work touches; a full cache starts anew.
_CACHE_SIZE = 50_000


@dataclass(frozen=True, slots=True)
class FoundRow:
    """The findings of one translation."""

    article: str
    segment: str
    language: str
    findings: tuple[Finding, ...]


class Checker:
    """Checks texts within one transaction, with the glossary of the workspace."""

    def __init__(self, workspace: Workspace, session: Session) -> None:
        self.caches = workspace.caches
        self.terms = get_terms(workspace, session)
        self.known_words: dict[str, frozenset[str]] = {}

    def check_row(
        self, article: ArticleRow, row: TranslationRow, waivers: Sequence[object] = ()
    ) -> tuple[Finding, ...]:
        """The findings of a stored translation, the waived ones marked; nothing for an empty one."""
        if row.text is None or row.covered_by is not None:
            return ()
        source = None if row.kind is Kind.LOCAL else row.source
        found = self.check_texts(source, row.text, article.source_language, row.language, kind=row.kind)
        return mark_waived(found, waivers, hash_texts(row.source, row.text))

    def check_texts(
        self, source: str | None, target: str, source_language: str, language: str, *, kind: Kind = Kind.PARAGRAPH
    ) -> tuple[Finding, ...]:
        """The findings of a target text."""
        key = (source_language, language, kind.value, "" if source is None else hash_text(source), hash_text(target))
        cached = self.caches.findings.get(key)
        if cached is None:
            if len(self.caches.findings) >= _CACHE_SIZE:
                self.caches.findings.clear()
            cached = self._run(source, target, source_language, language, kind=kind)
            self.caches.findings[key] = cached
        return cached

    def _run(
        self, source: str | None, target: str, source_language: str, language: str, *, kind: Kind
    ) -> tuple[Finding, ...]:
        spots = find_term_spots(self.terms, source, target, source_language=source_language, language=language)
        return run_checks(
            CheckInput(
                source=source,
                target=target,
                source_language=source_language,
                language=language,
                kind=kind,
                term_spots=tuple(spots),
                known_words=self._known_words(language),
            )
        )

    def _known_words(self, language: str) -> frozenset[str]:
        if language not in self.known_words:
            self.known_words[language] = list_known_words(self.caches.concepts, language)
        return self.known_words[language]


def list_known_words(concepts: Iterable[Concept], language: str) -> frozenset[str]:
    """The single words among the terms that may be used in a language, case folded.

    The words inside a longer term (de, la, droit) are no names, and a deprecated one is not known.
    """
    terms = (term for concept in concepts for term in concept.terms if term.language == language)
    forms = (form for term in terms if term.status is not TermStatus.DEPRECATED for form in (term.text, *term.forms))
    return frozenset(form.casefold() for form in forms if split_words(form) == [form])


def hash_texts(source: str, target: str) -> str:
    """What a waiver is bound to: it ends when either text changes."""
    return hash_text(f"{source}\0{target}")


def mark_waived(findings: Iterable[Finding], waivers: Sequence[object], texts_hash: str) -> tuple[Finding, ...]:
    """The findings, with the reason on those that somebody let stand for these very texts."""
    reasons = {w.check_id: w.reason for w in waivers if isinstance(w, Waiver) and w.texts_hash == texts_hash}
    return tuple(replace(f, waived=reasons[f.check]) if f.check in reasons else f for f in findings)


def list_open(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that nobody waived."""
    return tuple(finding for finding in findings if finding.waived is None)


def find_error(
    checker: Checker, article: ArticleRow, row: TranslationRow, waivers: Sequence[object] = ()
) -> Finding | None:
    """The first error of a translation that nobody waived."""
    found = list_open(checker.check_row(article, row, waivers))
    return next((finding for finding in found if finding.severity is Severity.ERROR), None)


def check_text(workspace: Workspace, ref: str, key: str, language: str, text: str) -> tuple[Finding, ...]:
    """The findings of a text as it is being typed for a segment."""
    with workspace.reading() as session:
        article = get_article(session, ref)
        require_language(article, language)
        rows = list_rows(session, article.id, language=language, key=key)
        if not rows or not text.strip():
            return ()
        row = replace(rows[0], text=text, covered_by=None)
        waivers = remarks.list_waivers(session, article_id=article.id).get(row.id, ())
        return Checker(workspace, session).check_row(article, row, waivers)


def check_articles(
    workspace: Workspace, refs: Sequence[str] = (), *, language: str | None = None
) -> tuple[FoundRow, ...]:
    """The findings of the stored translations of some articles, or of all, waived ones marked."""
    with workspace.reading() as session:
        articles = [get_article(session, ref) for ref in refs] or article_store.list_articles(session)
        for article in articles:
            if language is not None and refs:
                require_language(article, language)
        checker = Checker(workspace, session)
        return tuple(found for article in articles for found in _check_article(checker, session, article, language))


def _check_article(checker: Checker, session: Session, article: ArticleRow, language: str | None) -> Iterable[FoundRow]:
    waivers = remarks.list_waivers(session, article_id=article.id)
    for row in list_rows(session, article.id, language=language):
        findings = checker.check_row(article, row, waivers.get(row.id, ()))
        if findings and row.language in article.target_languages:
            yield FoundRow(article.ref, row.key, row.language, findings)
