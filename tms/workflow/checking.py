"""Findings on texts: checks and glossary together, cached by the hash of what they depend on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlmodel import Session

from tms.checks import ARTICLE_CHECKS, SPELLING, TERMINOLOGY, run_checks
from tms.glossary import Piece, TermIndex, find_quote_spots, find_term_spots, judge_article, read_piece
from tms.models import Waiver
from tms.store import articles as article_store
from tms.store import remarks, segments
from tms.store.members import count_active_members
from tms.store.rows import ArticleRow, TranslationRow
from tms.store.segments import read_text_stamp
from tms.store.translations import find_author, list_saved_by_reviewer
from tms.text.normalize import hash_text
from tms.values import CheckContext, CheckInput, Finding, Kind, Repetition, Severity, Spot, State
from tms.workflow.articles import get_article, require_language
from tms.workflow.check_context import ContextReader
from tms.workflow.locals import list_rows
from tms.workflow.terms import get_terms
from tms.workflow.workspace import Workspace

# Far more than an evening's work touches; a full cache starts anew.
_CACHE_SIZE = 50_000


@dataclass(frozen=True, slots=True)
class FoundRow:
    """The findings of one translation, or of a source; `text` is what they are about."""

    article: str
    segment: str
    language: str
    findings: tuple[Finding, ...]
    text: str = ""


def list_self_reviewed(session: Session, article_id: int, language: str) -> Iterator[int]:
    """The translations of an article that their own author approved, in a team of more than one."""
    if count_active_members(session) < 2:
        return
    reviewers = {row.id: row for row in segments.list_translations(session, article_id=article_id, language=language)}
    for translation_id in list_saved_by_reviewer(session, article_id, language):
        row = reviewers.get(translation_id)
        if row is not None and find_author(session, translation_id, row.text) == row.reviewer_id:
            yield translation_id


class Checker:
    """Checks texts within one transaction, with the glossary of the workspace."""

    def __init__(self, workspace: Workspace, session: Session) -> None:
        self.caches = workspace.caches
        self.session = session
        self.terms = get_terms(workspace, session)
        self.contexts = ContextReader(workspace.caches, session)
        self._self_reviewed: dict[tuple[int, str], frozenset[int]] = {}
        self._questions: dict[tuple[int, str], Mapping[int, int]] = {}

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
        if whole is not None:
            given = {**whole, **self._look_around(article, row, row.text)}
            pair = CheckInput(source, row.text, article.source_language, row.language, row.kind, given)
            rules = self.contexts.read(article, row.language).rules
            found += run_checks(replace(pair, rules=rules), checks=ARTICLE_CHECKS)
        return mark_waived(found, waivers, hash_texts(row.source, row.text))

    def _look_around(self, article: ArticleRow, row: TranslationRow, text: str) -> Mapping[str, tuple[Spot, ...]]:
        """What other translations of the project and the work on this one say of it."""
        uses = self.contexts.read_uses(article, row.language)
        found = dict(uses.find_twins(f"{article.slug} {row.key}", row.source, text)) if row.kind != Kind.LOCAL else {}
        if row.state is State.REVIEWED and row.id in self._list_self_reviewed(article.id, row.language):
            found["same-reviewer"] = (Spot("who approved it wrote it; somebody else has to read it"),)
        if self._count_questions(article.id, row.language).get(row.segment_id):
            found["open-question"] = (Spot("a question is open; settle it in the comments"),)
        embargo = article.find_embargo(datetime.now(UTC)) if row.position == 0 else None
        if embargo is not None:
            found["embargo"] = (Spot(f"not to be published before {embargo:%Y-%m-%d %H:%M} UTC"),)
        return found

    def _list_self_reviewed(self, article_id: int, language: str) -> frozenset[int]:
        key = (article_id, language)
        if key not in self._self_reviewed:
            reviewed = frozenset(list_self_reviewed(self.session, article_id, language))
            self._self_reviewed[key] = reviewed
        return self._self_reviewed[key]

    def _count_questions(self, article_id: int, language: str) -> Mapping[int, int]:
        key = (article_id, language)
        if key not in self._questions:
            self._questions[key] = remarks.count_questions(self.session, article_id, language)
        return self._questions[key]

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
        context = self.contexts.read(article, language)
        source_hash = "" if source is None else hash_text(source)
        key = (article.source_language, language, kind.value, context.stamp, source_hash, hash_text(target))
        cached = self.caches.findings.get(key)
        if cached is None:
            if len(self.caches.findings) >= _CACHE_SIZE:
                self.caches.findings.clear()
            pair = make_input(context, source, target, article.source_language, language, kind)
            cached = run_checks(replace(pair, given=find_spots(self.terms, pair, repetition=context.repetition)))
            self.caches.findings[key] = cached
        return cached

    def check_sources(self, article: ArticleRow) -> tuple[FoundRow, ...]:
        """What the glossary and the dictionary say of the source texts, for a coordinator; no translator can mend them.

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
            context = self.contexts.read(article, language)
            pair = replace(make_input(context, None, row.source, language, language, row.kind), given=given)
            findings = (
                *run_checks(pair, checks=(TERMINOLOGY, *ARTICLE_CHECKS)),
                *(replace(found, severity=Severity.INFO) for found in run_checks(pair, checks=(SPELLING,))),
            )
            if findings:
                found.append(FoundRow(article.ref, row.key, language, findings, row.source))
        return tuple(found)


def _said(row: TranslationRow) -> str:
    return row.text if row.text is not None and row.covered_by is None else ""


def _limit(spot: Spot) -> Spot:
    return replace(spot, severity=Severity.WARNING) if spot.severity in (None, Severity.ERROR) else spot


def make_input(
    context: CheckContext, source: str | None, target: str, source_language: str, language: str, kind: Kind
) -> CheckInput:
    """A pair of texts with what its project brings to the checks."""
    return CheckInput(
        source,
        target,
        source_language,
        language,
        kind,
        known_words=context.known_words,
        rules=context.rules,
        lengths=context.lengths,
        speller=context.speller,
        links=context.links,
    )


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
    workspace: Workspace, refs: Sequence[str] = (), *, language: str | None = None, with_source: bool = True
) -> tuple[FoundRow, ...]:
    """The findings of the stored translations of some articles, or of all, waived ones marked.

    What the glossary and the dictionary say of the source stands under the source language.
    """
    with workspace.reading() as session:
        articles = [get_article(session, ref) for ref in refs] or article_store.list_articles(session)
        for article in articles:
            if language not in (None, article.source_language) and refs:
                require_language(article, language or "")
        checker = Checker(workspace, session)
        found: list[FoundRow] = []
        for article in articles:
            if with_source and language in (None, article.source_language):
                found += checker.check_sources(article)
            found += _check_article(checker, session, article, language)
        return tuple(found)


def _check_article(checker: Checker, session: Session, article: ArticleRow, language: str | None) -> Iterable[FoundRow]:
    waivers = remarks.list_waivers(session, article_id=article.id)
    rows = list_rows(session, article.id, language=language)
    found: dict[int, tuple[Finding, ...]] = {}
    for one in article.target_languages:
        found |= checker.check_rows(article, [row for row in rows if row.language == one], waivers)
    for row in rows:
        if found.get(row.id):
            yield FoundRow(article.ref, row.key, row.language, found[row.id], row.text or "")
