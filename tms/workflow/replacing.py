"""Put other words in the place of some, in many translations: looked at before, one undo for all of it."""

import secrets
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tms.errors import InputError, NotFoundError, TmsError
from tms.store import articles as article_store
from tms.store import searching as store
from tms.store.rows import ArticleRow, TranslationRow
from tms.store.translations import Act
from tms.text.diff import diff_words
from tms.text.searching import Finder
from tms.values import EventKind, Query, Scope, State, Swap, Swapped
from tms.workflow.articles import get_article
from tms.workflow.checking import Checker
from tms.workflow.editing import keep_row, require_storable
from tms.workflow.people import get_member
from tms.workflow.reading import get_row
from tms.workflow.rewriting import Rewriter
from tms.workflow.searching import Searcher, number_of
from tms.workflow.workspace import Workspace

_MOST_WORDS = 60


@dataclass(frozen=True, slots=True)
class Replacement:
    """What is to be put in the place of what is found; inside tags and addresses only if asked for."""

    query: Query
    text: str
    in_markup: bool = False

    def make_run(self) -> str:
        """What the history will say of all that is done at once; no two are alike."""
        return f"“{_cut(self.query.words)}” became “{_cut(self.text)}” (#{secrets.token_hex(3)})"


def plan_swaps(searcher: Searcher, replacement: Replacement, scope: Scope) -> Iterator[tuple[Swap, ...]]:
    """What would become of the translations of one article after the other, and what is left alone, with why.

    Raises InputError for an expression or a replacement that cannot be used.
    """
    finder = Finder(replacement.query)
    require_storable(replacement.text)
    if not replacement.query.words:
        return
    with searcher.workspace.reading() as session:
        rewriter = Rewriter(session, get_member(searcher.workspace, session))
    for texts in searcher.list_texts(scope):
        yield tuple(
            _plan(texts.article, row, finder, replacement, rewriter)
            for row in texts.rows
            if row.text
            and scope.language in ("", row.language)
            and scope.segment in ("", row.key)
            and finder.find(row.text)
        )


def _plan(
    article: ArticleRow, row: TranslationRow, finder: Finder, replacement: Replacement, rewriter: Rewriter
) -> Swap:
    before = row.text or ""
    done = finder.replace(before, replacement.text, in_markup=replacement.in_markup)
    return Swap(
        article=article.ref,
        segment=row.key,
        number=number_of(row),
        language=row.language,
        state=row.state,
        revision=row.revision,
        kind=row.kind,
        source=row.source,
        before=before,
        after=done.text,
        count=done.count,
        in_markup=done.in_markup,
        obstacle=_find_obstacle(before, done.text, done.count) or rewriter.find_obstacle(row),
        pieces=diff_words(before, done.text) if done.text != before else (),
        notice=article.notice,
    )


def _find_obstacle(before: str, after: str, count: int) -> str:
    if not count:
        return "it stands only in a tag or an address"
    if after == before:
        return "it would stay as it is"
    if not after.strip():
        return "nothing would be left of it; empty it at the desk if that is meant"
    try:
        require_storable(after)
    except InputError as error:
        return error.message
    return ""


def find_new_findings(workspace: Workspace, swaps: Sequence[Swap]) -> Iterator[tuple[str, ...]]:
    """For each change what the checks would find that they do not find now."""
    with workspace.reading() as session:
        checker = Checker(workspace, session)
        articles: dict[str, ArticleRow] = {}
        for swap in swaps:
            if swap.obstacle:
                yield ()
                continue
            if swap.article not in articles:
                articles[swap.article] = get_article(session, swap.article)
            article = articles[swap.article]
            before, after = (
                Counter(
                    found.message
                    for found in checker.check_texts(swap.source or None, text, article, swap.language, kind=swap.kind)
                )
                for text in (swap.before, swap.after)
            )
            yield tuple((after - before).elements())


def apply_swaps(workspace: Workspace, swaps: Iterable[Swap], run: str) -> Iterator[Swapped]:
    """Write one change after the other, each in a transaction of its own; whoever stops listening stops it.

    States stay as they are, but what was reviewed has to be reviewed again. What somebody is typing, or has saved
    since the look at it, is left alone.
    """
    for swap in swaps:
        why = swap.obstacle
        if not why:
            try:
                why = _write(workspace, swap, run)
            except NotFoundError as error:
                why = error.message
        yield Swapped(swap.article, swap.segment, swap.language, why)


def _write(workspace: Workspace, swap: Swap, run: str) -> str:
    with workspace.writing() as session:
        member = get_member(workspace, session)
        row = get_row(session, get_article(session, swap.article), swap.segment, swap.language)
        if row.revision != swap.revision or row.text != swap.before:
            return "somebody saved meanwhile"
        changes: dict[str, object] = {"text": require_storable(swap.after)}
        if row.state is State.REVIEWED:
            changes |= {"state": State.TRANSLATED, "reviewed_version": None, "reviewed_hash": None, "reviewer_id": None}
        act = Act(EventKind.REWORDED, member.id, run)
        return Rewriter(session, member).write(row, keep_row(row, **changes), act)


def find_last_run(workspace: Workspace) -> str:
    """What I reworded last and did not take back, as the history says it; "" if nothing."""
    with workspace.reading() as session:
        return store.find_last_run(session, get_member(workspace, session).id)


def undo_run(workspace: Workspace, run: str) -> Iterator[Swapped]:
    """Take back all that was reworded at once, one paragraph after the other, where nobody has written since."""
    with workspace.reading() as session:
        places = store.list_reworded(session, run)
        refs = {article.id: article.ref for article in article_store.list_articles(session, with_withdrawn=True)}
    for article_id, key, language in places:
        why = ""
        try:
            with workspace.writing() as session:
                row = get_row(session, get_article(session, refs[article_id]), key, language)
                rewriter = Rewriter(session, get_member(workspace, session))
                if not rewriter.take_back(row, EventKind.REWORDED, f"taken back: {run}", reason=run):
                    why = rewriter.find_obstacle(row) or "somebody saved meanwhile"
        except TmsError as error:
            why = error.message
        yield Swapped(refs[article_id], key, language, why)


def _cut(words: str) -> str:
    return words if len(words) <= _MOST_WORDS else words[: _MOST_WORDS - 1] + "…"
