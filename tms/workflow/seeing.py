"""What a reviewer saw last of a paragraph, and whose text it is now."""

from dataclasses import dataclass
from datetime import datetime

from tms.models import Event
from tms.store import translations
from tms.store.members import count_active_members, map_pen_names
from tms.text.diff import diff_words
from tms.values import DiffKind, DiffPiece, EventKind, Origin, State
from tms.workflow.articles import get_article
from tms.workflow.locals import list_rows
from tms.workflow.people import get_member, name_member
from tms.workflow.reading import get_row
from tms.workflow.workspace import Workspace

_VERDICTS = frozenset({EventKind.APPROVED, EventKind.RETURNED})


@dataclass(frozen=True, slots=True)
class LastSeen:
    """The last verdict on a paragraph, or my own save after it; how its text differs now; `words` are changed."""

    kind: EventKind
    at: datetime
    who: str
    is_mine: bool
    pieces: tuple[DiffPiece, ...]
    words: int


def find_last_seen(workspace: Workspace, ref: str, key: str, language: str) -> LastSeen | None:
    """The text that I know against the saved one: the last that was judged, or that I saved since and others changed.

    None where nobody has judged it and I have not written it.
    """
    with workspace.reading() as session:
        row = get_row(session, get_article(session, ref), key, language)
        events = translations.list_events(session, row.id)
        mine = get_member(workspace, session).id
        event = next((one for one in reversed(events) if _is_known(one, mine, row.text)), None)
        if event is None:
            return None
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


def _is_known(event: Event, mine: str, text: str | None) -> bool:
    """Whether a reader knows the text from there; my own that still stands says nothing of what is to be judged."""
    is_own = event.kind is EventKind.SAVED and event.member_id == mine and event.origin is Origin.HUMAN
    return event.kind in _VERDICTS or (is_own and event.after != text)


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
        authors = translations.map_authors(session, article.id, language, State.TRANSLATED)
        return frozenset(
            row.key
            for row in list_rows(session, article.id, language=language)
            if row.state is State.TRANSLATED and authors.get(row.key) == mine
        )
