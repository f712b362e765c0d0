"""What others do to an article while it is open here: noticed within a second, and only what changed is read again."""

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Event
from typing import Protocol

from sqlmodel import Session

from tms.errors import TmsError
from tms.store import stamps as store
from tms.store.members import map_pen_names
from tms.store.rows import ArticleRow
from tms.store.stamps import Stamp
from tms.store.watching import watch_database
from tms.values import DeskRow
from tms.workflow.articles import get_article
from tms.workflow.leases import Company, read_company
from tms.workflow.locals import list_rows
from tms.workflow.people import get_member, name_member
from tms.workflow.reading import to_desk_row
from tms.workflow.standing import read_history
from tms.workflow.workspace import Workspace

# On a server a number may be given out before another and be seen after it.
_OVERLAP = 20


class OnScreen(Protocol):
    """What is shown of an article; asked from another thread."""

    def list_rows(self) -> Sequence[DeskRow]:
        """The paragraphs in reading order, none before they are there."""

    def is_busy(self, key: str) -> bool:
        """Whether a paragraph is being saved here: what stands there is about to be read anyway."""


@dataclass(frozen=True, slots=True)
class NewRow:
    """A paragraph as it stands now, and who saved it."""

    row: DeskRow
    who: str
    is_mine: bool = False


@dataclass(frozen=True, slots=True)
class News:
    """What changed; `is_other_article` when paragraphs came or went, so that it has to be read as a whole.

    `company` is who else is there, where that is not as it was.
    """

    rows: tuple[NewRow, ...] = ()
    is_other_article: bool = False
    is_said: bool = False
    company: Company | None = None

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.rows) or self.is_other_article or self.is_said or self.company is not None


class Changes:
    """Waits for writes to a workspace's database; made, asked and closed in one thread."""

    def __init__(self, workspace: Workspace, stop: Event) -> None:
        self._watch = watch_database(workspace.engine)
        self._stop = stop

    def wait(self) -> bool:
        """Wait for half a second at most; whether anything was written."""
        return self._watch.wait(self._stop)

    def close(self) -> None:
        """Stop watching."""
        self._watch.close()


class ArticleWatch:
    """Remembers how far it has looked, and compares with what is on the screen."""

    def __init__(self, workspace: Workspace, ref: str, language: str, screen: OnScreen) -> None:
        self._workspace = workspace
        self._ref = ref
        self._language = language
        self._screen = screen
        self._event_id: int | None = None
        self._source: tuple[int, ...] = ()
        self._said: tuple[int, ...] | None = None
        self._company = Company()
        self.is_unfinished = False

    def look(self) -> News:
        """What is in the store and not on the screen."""
        shown = self._screen.list_rows()
        if not shown:
            self.is_unfinished = True
            return News()
        with self._workspace.reading() as session:
            article = get_article(session, self._ref)
            last = store.find_last_event_id(session)
            source = store.read_source_stamp(session, article.id)
            if self._event_id is None or source != self._source:
                stamps, is_other = self._compare_all(session, article, shown)
            else:
                since = max(0, self._event_id - _OVERLAP)
                stamps = store.list_stamps_since(session, article.id, self._language, since)
                is_other = False
            stamps, waiting = self._sort_out(stamps, shown)
            is_other = is_other or any(stamp.is_local and not _find(shown, stamp.key) for stamp in stamps)
            said = store.read_comment_stamp(session, article.id)
            company = read_company(self._workspace, session, article, self._language)
            news = News(
                rows=() if is_other else self._read(session, article, [stamp.key for stamp in stamps]),
                is_other_article=is_other,
                is_said=self._said is not None and said != self._said,
                company=company if company != self._company else None,
            )
        self.is_unfinished = bool(waiting)
        self._event_id = min([last, *(stamp.event_id - 1 for stamp in waiting)])
        self._source, self._said, self._company = source, said, company
        return news

    def forget(self) -> None:
        """The article was read as a whole: compare everything the next time."""
        self._event_id = None

    def _compare_all(self, session: Session, article: ArticleRow, shown: Sequence[DeskRow]) -> tuple[list[Stamp], bool]:
        stamps = store.list_stamps(session, article.id, self._language)
        order = [stamp.key for stamp in stamps if not stamp.is_local]
        own = {stamp.key for stamp in stamps if stamp.is_local}
        # What was taken out stands on the screen as long as something is typed there.
        shown_own = {row.key for row in shown if row.is_local and (row.working_text is None or row.key in own)}
        is_other = order != [row.key for row in shown if not row.is_local] or own != shown_own
        return stamps, is_other

    def _sort_out(self, stamps: Sequence[Stamp], shown: Sequence[DeskRow]) -> tuple[list[Stamp], list[Stamp]]:
        """Those that stand on the screen otherwise, and those that are to be looked at again."""
        if not stamps:
            return [], []
        known = {row.key: (row.revision, row.source_version) for row in shown}
        other = [stamp for stamp in stamps if known.get(stamp.key, (-1, -1)) != (stamp.revision, stamp.version)]
        other = [stamp for stamp in other if stamp.key in known or stamp.is_local]
        waiting = [stamp for stamp in other if self._screen.is_busy(stamp.key)]
        return [stamp for stamp in other if stamp not in waiting], waiting

    def _read(self, session: Session, article: ArticleRow, keys: Sequence[str]) -> tuple[NewRow, ...]:
        if not keys:
            return ()
        wanted = set(keys)
        key = keys[0] if len(keys) == 1 else None
        rows = [row for row in list_rows(session, article.id, language=self._language, key=key) if row.key in wanted]
        history = read_history(session, article, segment_ids=[row.segment_id for row in rows])
        names = map_pen_names(session)
        try:
            me = get_member(self._workspace, session).id
        except TmsError:
            me = ""
        return tuple(
            NewRow(to_desk_row(row, history, {}), name_member(names, row.member_id), row.member_id == me)
            for row in rows
        )


def _find(shown: Sequence[DeskRow], key: str) -> bool:
    return any(row.key == key for row in shown)
