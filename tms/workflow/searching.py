"""Find words in all texts: sources, translations, what they were before, comments; article by article."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from sqlmodel import Session

from tms.errors import InputError
from tms.glossary import expand_forms
from tms.store import articles as article_store
from tms.store import memory as memory_store
from tms.store import searching as store
from tms.store.members import map_pen_names
from tms.store.rows import ArticleRow, TranslationRow
from tms.text.searching import Finder
from tms.values import Hit, HitKind, Kind, Query, Scope, Side
from tms.workflow.articles import get_article, require_language
from tms.workflow.locals import list_rows
from tms.workflow.people import name_member
from tms.workflow.terms import get_terms
from tms.workflow.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ArticleTexts:
    """The texts of an article in every language, in reading order."""

    article: ArticleRow
    rows: Sequence[TranslationRow]


@dataclass(slots=True)
class Searcher:
    """Searches as somebody types: texts are read once, and again when something was saved or came in."""

    workspace: Workspace
    _texts: dict[int, ArticleTexts] = field(default_factory=dict)
    _stamp: tuple[int, ...] = ()

    def search(self, query: Query, scope: Scope) -> Iterator[tuple[Hit, ...]]:
        """The hits of one article after the other, also where there are none, so that whoever waits can stop.

        Raises InputError for an expression that is none or takes too long.
        """
        finder = Finder(query)
        if not query.words:
            return
        for texts in self.list_texts(scope):
            hits = list(_find_in_texts(finder, texts, scope))
            if scope.with_history or scope.with_comments:
                hits += self._find_beside(finder, texts, scope)
            yield tuple(hits)

    def list_texts(self, scope: Scope) -> Iterator[ArticleTexts]:
        """The texts of the articles in reach, one article after the other."""
        with self.workspace.reading() as session:
            articles = _list_articles(session, scope)
            stamp = memory_store.read_stamp(session)
        if stamp != self._stamp:
            self._texts, self._stamp = {}, stamp
        known = self._texts
        for article in articles:
            texts = known.get(article.id)
            if texts is None or texts.article != article:
                with self.workspace.reading() as session:
                    texts = known[article.id] = ArticleTexts(article, list_rows(session, article.id))
            yield texts

    def _find_beside(self, finder: Finder, texts: ArticleTexts, scope: Scope) -> Iterator[Hit]:
        """What was found in texts that stand no more and in what was said."""
        article = texts.article
        with self.workspace.reading() as session:
            names = map_pen_names(session)
            kinds: list[tuple[HitKind, str, Sequence[store.PastText]]] = []
            if scope.with_history and scope.side is not Side.SOURCE:
                kinds.append((HitKind.HISTORY, "earlier text", store.list_past_targets(session, article.id)))
            if scope.with_history and scope.side is not Side.TARGET:
                kinds.append((HitKind.HISTORY, "earlier English", store.list_past_sources(session, article.id)))
            if scope.with_comments:
                kinds.append((HitKind.COMMENT, "comment", store.list_all_comments(session, article.id)))
        rows: dict[tuple[str, str], TranslationRow] = {}
        for row in texts.rows:
            rows[row.key, row.language] = row
            rows.setdefault((row.key, ""), row)
        for kind, said, found in kinds:
            for past in found:
                beside = rows.get((past.key, past.language))
                if beside is None or not _is_in(beside, past.language, scope):
                    continue
                spans = finder.find(past.text)
                if spans:
                    by = f", {who}" if (who := name_member(names, past.member_id)) else ""
                    hit = replace(_to_hit(article, beside), kind=kind, note=f"{said}, {past.at:%Y-%m-%d}{by}")
                    yield replace(hit, target=past.text, target_spans=spans)

    def with_forms(self, query: Query) -> Query:
        """The query for every form, in every language, of the term that its words are; raises InputError if none."""
        with self.workspace.reading() as session:
            index = get_terms(self.workspace, session)
            languages = {term.language for concept in index.concepts.values() for term in concept.terms}
        words = query.words.strip()
        concepts = {
            hit.concept
            for language in languages
            for hit in index.find_all(words, language)
            if (hit.start, hit.end) == (0, len(words))
        }
        forms = {form for one in concepts for term in index.concepts[one].terms for form in expand_forms(term)}
        if not forms:
            raise InputError(f"“{words}” is no term of the glossary", "^G g shows the terms; ^G k finds only the words")
        return replace(query, forms=tuple(sorted(forms)), is_whole_word=True, is_regex=False)


def list_languages(workspace: Workspace) -> tuple[str, ...]:
    """All languages that articles go into."""
    with workspace.reading() as session:
        articles = article_store.list_articles(session)
    return tuple(sorted({language for article in articles for language in article.target_languages}))


def _list_articles(session: Session, scope: Scope) -> Sequence[ArticleRow]:
    if scope.ref:
        article = get_article(session, scope.ref)
        if scope.language:
            require_language(article, scope.language)
        return [article]
    return article_store.list_articles(session, project=scope.project or None)


def _find_in_texts(finder: Finder, texts: ArticleTexts, scope: Scope) -> Iterator[Hit]:
    """One hit for each translation that has it, or one where only the source does."""
    by_segment: dict[str, list[TranslationRow]] = defaultdict(list)
    for row in texts.rows:
        if _is_in(row, row.language, scope):
            by_segment[row.key].append(row)
    for rows in by_segment.values():
        source = finder.find(rows[0].source) if scope.side is not Side.TARGET and rows[0].kind is not Kind.LOCAL else ()
        hits = [
            replace(_to_hit(texts.article, row), source_spans=source, target_spans=target)
            for row in rows
            if scope.side is not Side.SOURCE and (target := finder.find(row.text or ""))
        ]
        if source and not hits:
            # What only the English has is shown once, beside the first translation.
            hits = [replace(_to_hit(texts.article, rows[0]), source_spans=source)]
        yield from hits


def _is_in(row: TranslationRow, language: str, scope: Scope) -> bool:
    is_language = not scope.language or language in ("", scope.language)
    return is_language and scope.segment in ("", row.key)


def _to_hit(article: ArticleRow, row: TranslationRow) -> Hit:
    return Hit(
        article=article.ref,
        segment=row.key,
        number=number_of(row),
        language=row.language,
        state=row.state,
        source=row.source,
        target=row.text or "",
        notice=article.notice,
    )


def number_of(row: TranslationRow) -> int | None:
    """The place of a paragraph in its article, from 1."""
    return None if row.position is None else row.position + 1


def count_hits(hits: Iterable[Hit]) -> int:
    """How many places were found."""
    return sum(len(hit.source_spans) + len(hit.target_spans) for hit in hits)
