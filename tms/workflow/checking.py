"""Findings on texts: checks and glossary together, cached by the hash of what they depend on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlmodel import Session

from tms.checks import ARTICLE_CHECKS, TERMINOLOGY, run_checks
from tms.glossary import Piece, TermIndex, find_quote_spots, find_term_spots, judge_article, read_piece
from tms.models import Waiver
from tms.store import articles as article_store
from tms.store import remarks, segments
from tms.store.rows import ArticleRow, TranslationRow
from tms.store.segments import read_text_stamp
from tms.text.normalize import hash_text
from tms.text.words import split_words
from tms.values import CheckInput, Concept, Finding, Kind, Repetition, Severity, Spot, TermStatus
from tms.workflow.articles import get_article, require_language
from tms.workflow.locals import list_rows
from tms.workflow.terms import get_terms
from tms.workflow.workspace import Workspace

# Far more than an evening's work touches; a full cache starts anew.
_CACHE_SIZE = 50_000
REPETITION = "term_repetition"
"""The house rule of a project that says how often a translation must have a term."""


@dataclass(frozen=True, slots=True)
class FoundRow:
    """The findings of one translation, or of a source; `text` is what they are about."""

    article: str
    segment: str
    language: str
    findings: tuple[Finding, ...]
    text: str = ""


class Checker:
    """Checks texts within one transaction, with the glossary of the workspace."""

    def __init__(self, workspace: Workspace, session: Session) -> None:
        self.caches = workspace.caches
        self.session = session
        self.terms = get_terms(workspace, session)
        self.known_words: dict[str, frozenset[str]] = {}

    def check_rows(
        self, article: ArticleRow, rows: Sequence[TranslationRow], waivers: Mapping[int, Sequence[object]]
    ) -> dict[int, tuple[Finding, ...]]:
        """The findings of all translations of an article in one language, in reading order, by translation.

        What the article as a whole says is among them: mixed variants, acronyms that are not spelt out.
        """
        whole = self._judge_article(rows)
        return {
            row.id: self.check_row(article, row, waivers.get(row.id, ()), whole=found)
            for row, found in zip(rows, whole, strict=True)
        }

    def check_row(
        self,
        article: ArticleRow,
        row: TranslationRow,
        waivers: Sequence[object] = (),
        *,
        whole: Mapping[str, tuple[Spot, ...]] | None = None,
    ) -> tuple[Finding, ...]:
        """The findings of a stored translation, the waived ones marked; nothing for an empty one.

        `whole` is what the article as a whole says of it; nothing of that is ever an error.
        """
        if row.text is None or row.covered_by is not None:
            return ()
        source = None if row.kind is Kind.LOCAL else row.source
        found = self.check_texts(source, row.text, article, row.language, kind=row.kind)
        if whole:
            pair = CheckInput(source, row.text, article.source_language, row.language, row.kind, whole)
            found += run_checks(pair, checks=ARTICLE_CHECKS)
        return mark_waived(found, waivers, hash_texts(row.source, row.text))

    def check_in_article(
        self, article: ArticleRow, row: TranslationRow, waivers: Sequence[object] = ()
    ) -> tuple[Finding, ...]:
        """The findings of one translation, with what the whole article says of it, as if its text were saved."""
        pieces = self._read_article(article, row.language)
        place = next((number for number, (key, _) in enumerate(pieces) if key == row.key), None)
        if place is None or row.text is None or row.covered_by is not None:
            return self.check_row(article, row, waivers)
        texts = [piece for _, piece in pieces]
        texts[place] = self._read_piece(row.text, row.language, row.kind)
        whole = judge_article(self.terms, texts, row.language, only=place)[place]
        return self.check_row(article, row, waivers, whole=whole)

    def _read_article(self, article: ArticleRow, language: str) -> tuple[tuple[str, Piece], ...]:
        """The texts of an article with their terms; kept until one of them changes."""
        stamp = read_text_stamp(self.session, article.id, language)
        known = self.caches.pieces.get((article.id, language))
        if known is not None and known[0] == stamp:
            return known[1]
        rows = list_rows(self.session, article.id, language=language)
        pieces = tuple((row.key, self._read_piece(_said(row), language, row.kind)) for row in rows)
        self.caches.pieces[article.id, language] = (stamp, pieces)
        return pieces

    def _judge_article(self, rows: Sequence[TranslationRow]) -> tuple[Mapping[str, tuple[Spot, ...]], ...]:
        if not rows:
            return ()
        language = rows[0].language
        pieces = [self._read_piece(_said(row), language, row.kind) for row in rows]
        return judge_article(self.terms, pieces, language)

    def _read_piece(self, text: str, language: str, kind: Kind) -> Piece:
        key = (language, kind.value, hash_text(text))
        found = self.caches.read.get(key)
        if found is None:
            if len(self.caches.read) >= _CACHE_SIZE:
                self.caches.read.clear()
            found = self.caches.read[key] = read_piece(self.terms, text, language, kind)
        return found

    def check_texts(
        self, source: str | None, target: str, article: ArticleRow, language: str, *, kind: Kind = Kind.PARAGRAPH
    ) -> tuple[Finding, ...]:
        """The findings of a target text by itself."""
        repetition = read_repetition(article.policy)
        source_hash = "" if source is None else hash_text(source)
        key = (article.source_language, language, kind.value, repetition.value, source_hash, hash_text(target))
        cached = self.caches.findings.get(key)
        if cached is None:
            if len(self.caches.findings) >= _CACHE_SIZE:
                self.caches.findings.clear()
            texts = CheckInput(source, target, article.source_language, language, kind)
            pair = replace(texts, known_words=self._known_words(language))
            cached = run_checks(replace(pair, given=find_spots(self.terms, texts, repetition=repetition)))
            self.caches.findings[key] = cached
        return cached

    def check_sources(self, article: ArticleRow) -> tuple[FoundRow, ...]:
        """What the glossary says of the source texts, for a coordinator; no translator can mend them.

        None of it is an error: that would keep translations from publication.
        """
        language = article.source_language
        rows = segments.list_segments(self.session, article.id)
        pieces = [self._read_piece(row.source, language, row.kind) for row in rows]
        whole = judge_article(self.terms, pieces, language)
        found = []
        for row, said in zip(rows, whole, strict=True):
            spots = find_term_spots(self.terms, None, row.source, source_language=language, language=language)
            given = {**said, "terminology": tuple(map(_limit, spots))}
            pair = CheckInput(None, row.source, language, language, row.kind, given)
            findings = run_checks(pair, checks=(TERMINOLOGY, *ARTICLE_CHECKS))
            if findings:
                found.append(FoundRow(article.ref, row.key, language, findings, row.source))
        return tuple(found)

    def _known_words(self, language: str) -> frozenset[str]:
        if language not in self.known_words:
            self.known_words[language] = list_known_words(self.caches.concepts, language)
        return self.known_words[language]


def _said(row: TranslationRow) -> str:
    return row.text if row.text is not None and row.covered_by is None else ""


def _limit(spot: Spot) -> Spot:
    return replace(spot, severity=Severity.WARNING) if spot.severity in (None, Severity.ERROR) else spot


def read_repetition(policy: Mapping[str, str]) -> Repetition:
    """How often the house rules of a project want a term."""
    return Repetition(policy.get(REPETITION, Repetition.ONCE))


def find_spots(
    terms: TermIndex, pair: CheckInput, *, repetition: Repetition = Repetition.ONCE
) -> dict[str, tuple[Spot, ...]]:
    """What the glossary finds in a pair of texts, by check."""
    spots = find_term_spots(
        terms,
        pair.source,
        pair.target,
        source_language=pair.source_language,
        language=pair.language,
        repetition=repetition,
    )
    if pair.source is None:
        return {"terminology": spots}
    quotes = terms.quotes.find(
        pair.source, source_language=pair.source_language, language=pair.language, kind=pair.kind
    )
    return {"terminology": spots, "canonical-quote": find_quote_spots(quotes, pair.target)}


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
    holding = [w for w in waivers if isinstance(w, Waiver) and w.texts_hash == texts_hash]
    return tuple(replace(finding, waived=_find_reason(finding, holding)) for finding in findings)


def _find_reason(finding: Finding, waivers: Iterable[Waiver]) -> str | None:
    """The reason of the newest waiver that is for this finding, or for all of its check."""
    reasons = [w.reason for w in waivers if w.check_id == finding.check and w.start in (None, finding.start)]
    return reasons[-1] if reasons else None


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
        return Checker(workspace, session).check_in_article(article, row, waivers)


def check_articles(
    workspace: Workspace, refs: Sequence[str] = (), *, language: str | None = None
) -> tuple[FoundRow, ...]:
    """The findings of the stored translations of some articles, or of all, waived ones marked.

    What the glossary says of the source stands under the source language.
    """
    with workspace.reading() as session:
        articles = [get_article(session, ref) for ref in refs] or article_store.list_articles(session)
        for article in articles:
            if language not in (None, article.source_language) and refs:
                require_language(article, language or "")
        checker = Checker(workspace, session)
        return tuple(found for article in articles for found in _check_article(checker, session, article, language))


def _check_article(checker: Checker, session: Session, article: ArticleRow, language: str | None) -> Iterable[FoundRow]:
    if language in (None, article.source_language):
        yield from checker.check_sources(article)
    waivers = remarks.list_waivers(session, article_id=article.id)
    rows = list_rows(session, article.id, language=language)
    found: dict[int, tuple[Finding, ...]] = {}
    for one in article.target_languages:
        found |= checker.check_rows(article, [row for row in rows if row.language == one], waivers)
    for row in rows:
        if found.get(row.id):
            yield FoundRow(article.ref, row.key, row.language, found[row.id], row.text or "")
