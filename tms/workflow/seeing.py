"""What a reviewer saw last of a paragraph, and whose text it is now."""

from dataclasses import dataclass
from datetime import datetime

from tms.store import translations
from tms.store.members import count_active_members, map_pen_names
from tms.text.diff import diff_words
from tms.values import DiffKind, DiffPiece, EventKind, State
from tms.workflow.articles import get_article
from tms.workflow.locals import list_rows
from tms.workflow.people import get_member, name_member
from tms.workflow.reading import get_row
from tms.workflow.workspace import Workspace

_VERDICTS = frozenset({EventKind.APPROVED, EventKind.RETURNED})


@dataclass(frozen=True, slots=True)
class LastSeen:
    """The last verdict on a paragraph, and how its text differs from the one that was judged; `words` are changed."""

    kind: EventKind
    at: datetime
    who: str
    is_mine: bool
    pieces: tuple[DiffPiece, ...]
    words: int


def find_last_seen(workspace: Workspace, ref: str, key: str, language: str) -> LastSeen | None:
    """The last approval or return of a translation against its saved text; None where nobody has judged it yet."""
    with workspace.reading() as session:
        row = get_row(session, get_article(session, ref), key, language)
        events = translations.list_events(session, row.id)
        event = next((one for one in reversed(events) if one.kind in _VERDICTS), None)
        if event is None:
            return None
        mine = get_member(workspace, session).id
        names = map_pen_names(session)
    pieces = tuple(diff_words(event.after or "", row.text or ""))
    return LastSeen(
        event.kind,
        event.at,
        name_member(names, event.member_id),
        event.member_id == mine,
        pieces,
        _count_words(pieces),
    )


def _count_words(pieces: tuple[DiffPiece, ...]) -> int:
    """The larger of how many words went and how many came."""
    counts = {
        kind: sum(len(piece.text.split()) for piece in pieces if piece.kind is kind)
        for kind in (DiffKind.DELETED, DiffKind.INSERTED)
    }
    return max(counts.values())


def list_own(workspace: Workspace, ref: str, language: str) -> frozenset[str]:
    """The paragraphs that wait for a review and that somebody else has to read: I translated them. Alone, none."""
    with workspace.reading() as session:
        if count_active_members(session) == 1:
            return frozenset()
        article = get_article(session, ref)
        mine = get_member(workspace, session).id
        return frozenset(
            row.key
            for row in list_rows(session, article.id, language=language)
            if row.state is State.TRANSLATED and translations.find_author(session, row.id, row.text) == mine
        )
