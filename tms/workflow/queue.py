"""What I have to do next: read with few queries, ranked in `reports`."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlmodel import Session

from tms.models import Member
from tms.reports import estimate_minutes, estimate_words, measure_pace, plan_sitting, rank_queue
from tms.store import articles as article_store
from tms.store import queue as store
from tms.store import segments
from tms.store.members import count_active_members, list_members
from tms.store.rows import ArticleRow, TranslationRow
from tms.values import (
    Amount,
    ArticleWork,
    Pace,
    Queue,
    QueueItem,
    ReturnedPiece,
    Sitting,
    SittingPiece,
    StalePiece,
    State,
    Task,
    Worker,
)
from tms.workflow.articles import get_article
from tms.workflow.locals import list_rows
from tms.workflow.people import get_member
from tms.workflow.standing import SourceHistory, measure_quickly, measure_standing, read_history
from tms.workflow.terms import list_sensitive_forms
from tms.workflow.workspace import Workspace

MOST_DEEDS = 500
_WRITES = frozenset((Task.PUBLISHED, Task.RETURNED, Task.ASSIGNED, Task.STALE, Task.BEGUN, Task.OPEN, Task.DRAFTS))
Place = tuple[int, str]


def load_queue(workspace: Workspace, *, today: date | None = None, skipped: Collection[str] = ()) -> Queue:
    """What lies in all articles and what of it is mine to do now; `skipped` are places that I put off."""
    day = today or datetime.now().astimezone().date()
    with workspace.reading() as session:
        member = get_member(workspace, session)
        worker, pace = _read_worker(session, member)
        works = tuple(_WorkReader(session, member).read())
        return Queue(rank_queue(works, worker, skipped=skipped), pace, day, works)


def _read_worker(session: Session, member: Member) -> tuple[Worker, Pace]:
    deeds = store.list_deeds(session, member.id, most=MOST_DEEDS)
    pace = measure_pace((deed.translation_id, deed.at, estimate_words(deed.characters)) for deed in deeds)
    languages = frozenset(deed.language for deed in deeds) | _list_assigned(session, member)
    is_alone = count_active_members(session) == 1
    return Worker(member.id, member.role, is_alone, pace.words, languages), pace


def _list_assigned(session: Session, member: Member) -> frozenset[str]:
    assignments = article_store.map_assignments(session)
    return frozenset(language for (_, language), one in assignments.items() if one.member_id == member.id)


@dataclass(slots=True)
class _Tally:
    total: int = 0
    done: int = 0
    open: Amount = field(default_factory=Amount)
    drafts: Amount = field(default_factory=Amount)
    review: Amount = field(default_factory=Amount)
    mine: int = 0


class _WorkReader:
    """What lies in each article and language, within one transaction."""

    def __init__(self, session: Session, member: Member) -> None:
        self.session = session
        self.member = member
        self.is_alone = count_active_members(session) == 1
        self.articles = article_store.list_articles(session)
        self.tallies: dict[Place, _Tally] = defaultdict(_Tally)
        self.stale: dict[Place, list[StalePiece]] = defaultdict(list)
        self.returned: dict[Place, list[ReturnedPiece]] = defaultdict(list)

    def read(self) -> Iterator[ArticleWork]:
        """Every article in each of its languages."""
        for count in store.count_work(self.session, self.member.id):
            amount = Amount(count.count, estimate_words(count.characters))
            self._add(
                (count.article_id, count.language),
                count.state,
                amount,
                is_covered=count.is_covered,
                is_mine=count.is_mine,
            )
        self._read_behind()
        self._read_returned()
        typed = store.count_typed(self.session, self.member.id)
        answered, questions = self._count_questions()
        assignments = article_store.map_assignments(self.session)
        published = article_store.map_publications(self.session)
        for article in self.articles:
            for language in article.target_languages:
                place = (article.id, language)
                tally = self.tallies[place]
                assigned = assignments.get(place)
                yield ArticleWork(
                    ref=article.ref,
                    title=article.title or article.slug,
                    language=language,
                    notice=article.notice,
                    total=tally.total,
                    done=tally.done,
                    open=tally.open,
                    drafts=tally.drafts,
                    review=tally.review,
                    mine=tally.mine,
                    typed=typed.get(place, 0),
                    stale=tuple(self.stale.get(place, ())),
                    returned=tuple(self.returned.get(place, ())),
                    answered=answered[place],
                    questions=questions[place],
                    assignee=assigned.member_id if assigned else "",
                    due=assigned.due if assigned else None,
                    published_at=published.get(place),
                )

    def _add(self, place: Place, state: State, amount: Amount, *, is_covered: bool, is_mine: bool) -> None:
        tally = self.tallies[place]
        tally.total += amount.count
        tally.mine += amount.count if is_mine else 0
        if state.is_done or is_covered:
            tally.done += amount.count
        if is_covered:
            return
        if state is State.INITIAL:
            tally.open += amount
        elif state is State.DRAFT:
            tally.drafts += amount
        elif state is State.TRANSLATED and (self.is_alone or not is_mine):
            tally.review += amount

    def _read_behind(self) -> None:
        rows = store.list_behind(self.session)
        if not rows:
            return
        languages = {article.id: article.source_language for article in self.articles}
        wordings = segments.map_versions(self.session, segment_ids=[row.segment_id for row in rows])
        histories = {
            language: SourceHistory(wordings, language, list_sensitive_forms(self.session, language))
            for language in set(languages.values())
        }
        for row in rows:
            place = (row.article_id, row.language)
            standing = measure_quickly(row, histories[languages[row.article_id]])
            words = estimate_words(len(row.source))
            has_text = row.text is not None or row.covered_by is not None
            if standing.is_stale and has_text:
                self.stale[place].append(StalePiece(row.key, words, standing.level, standing.reasons))
                self.tallies[place].total += 1
            else:
                is_mine = row.member_id == self.member.id
                is_covered = row.covered_by is not None
                self._add(place, row.state, Amount(1, words), is_covered=is_covered, is_mine=is_mine)

    def _read_returned(self) -> None:
        rows = store.list_returned(self.session)
        authors = store.map_authors(self.session, [row.translation_id for row in rows])
        active = {member.id for member in list_members(self.session, only_active=True)}
        for row in rows:
            place = (row.article_id, row.language)
            if row.key in {piece.key for piece in self.stale.get(place, ())}:
                continue
            author = authors.get(row.translation_id, "")
            piece = ReturnedPiece(
                row.key, estimate_words(row.characters), row.reason, author if author in active else ""
            )
            self.returned[place].append(piece)
            # It was counted as any other draft.
            drafts = self.tallies[place].drafts
            self.tallies[place].drafts = Amount(drafts.count - 1, max(0, drafts.words - piece.words))

    def _count_questions(self) -> tuple[Counter[Place], Counter[Place]]:
        answered: Counter[Place] = Counter()
        waiting: Counter[Place] = Counter()
        languages = {article.id: article.target_languages for article in self.articles}
        for row in store.list_questions(self.session):
            # One that concerns every language is read and settled once.
            places = languages.get(row.article_id, ())
            language = row.language or next(iter(places), "")
            if row.is_answered and row.member_id == self.member.id:
                answered[row.article_id, language] += 1
            elif not row.is_answered:
                waiting[row.article_id, language] += 1
        return answered, waiting


def plan_minutes(workspace: Workspace, queue: Queue, minutes: int, *, passed_over: Collection[str] = ()) -> Sitting:
    """Paragraphs of my queue that fit into so many minutes, the most urgent first; some articles are passed over."""
    items = [item for item in queue.items if item.task in _WRITES and item.ref not in passed_over]
    items.sort(key=lambda item: item.is_skipped)
    with workspace.reading() as session:
        pieces = (piece for item in items for piece in _list_pieces(session, item, queue.pace.words))
        return plan_sitting(pieces, minutes)


def _list_pieces(session: Session, item: QueueItem, pace: float) -> Iterator[SittingPiece]:
    """The paragraphs of an article that need work: first those that its task is about, then the others."""
    article = get_article(session, item.ref)
    rows = [row for row in list_rows(session, article.id, language=item.language) if row.position is not None]
    tasks = _map_tasks(session, article, rows, {piece.key for piece in _returned_of(session, article, item)})
    for wanted in (Task.STALE, Task.RETURNED, Task.OPEN, Task.DRAFTS):
        for row in rows:
            if tasks.get(row.key) is wanted:
                words = estimate_words(len(row.source))
                minutes = estimate_minutes(wanted, Amount(1, words), pace)
                yield SittingPiece(item.ref, item.language, row.key, words, minutes, wanted)


def _returned_of(session: Session, article: ArticleRow, item: QueueItem) -> list[store.ReturnRow]:
    found = store.list_returned(session)
    return [row for row in found if (row.article_id, row.language) == (article.id, item.language)]


def _map_tasks(
    session: Session, article: ArticleRow, rows: Sequence[TranslationRow], returned: Collection[str]
) -> Mapping[str, Task]:
    history = read_history(session, article)
    tasks: dict[str, Task] = {}
    for row in rows:
        has_text = row.text is not None or row.covered_by is not None
        if has_text and measure_standing(row, history).is_stale:
            tasks[row.key] = Task.STALE
        elif row.covered_by is not None or row.state.is_done:
            continue
        elif row.key in returned:
            tasks[row.key] = Task.RETURNED
        else:
            tasks[row.key] = Task.OPEN if row.state is State.INITIAL else Task.DRAFTS
    return tasks
