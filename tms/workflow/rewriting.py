"""Texts that a program changes for a person (fixes, terms, other words): each under its revision, and back again."""

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session

from tms.models import Event, Member
from tms.store import translations as store
from tms.store.rows import TranslationRow
from tms.store.translations import Act, NewText
from tms.text.normalize import hash_text
from tms.values import EventKind, State
from tms.workflow.editing import keep_row

_REVIEWING = (EventKind.APPROVED, EventKind.SAVED, EventKind.CONFIRMED)


class Rewriter:
    """Changes texts one at a time, and leaves alone what somebody is typing."""

    def __init__(self, session: Session, member: Member) -> None:
        self._session = session
        self._member = member
        self._typists = store.map_typists(session)

    def find_obstacle(self, row: TranslationRow) -> str:
        """Why a text must not be changed just now, or ""."""
        typists = self._typists.get(row.id, frozenset())
        if typists == {self._member.id}:
            return "you typed here and did not save"
        return "somebody is typing here" if typists else ""

    def write(self, row: TranslationRow, new: NewText, act: Act) -> str:
        """Write a text unless something is in the way; why not, or ""."""
        obstacle = self.find_obstacle(row)
        if obstacle:
            return obstacle
        is_saved = store.save_text(self._session, row.id, new, act, expect_revision=row.revision)
        return "" if is_saved else "somebody saved meanwhile"

    def take_back(self, row: TranslationRow, kind: EventKind, why: str, *, reason: str | None = None) -> bool:
        """Bring back what stood before the last change, if that was of this kind (and made for this `reason`).

        A review that held for that text holds again. False where somebody has written since, or is typing.
        """
        if self.find_obstacle(row):
            return False
        events = store.list_events(self._session, row.id)
        last = events.pop() if events else None
        if last is None or last.kind is not kind or last.after != row.text or reason not in (None, last.reason):
            return False
        new = keep_row(row, text=last.before, **find_review(events, last.before or ""))
        return not self.write(row, new, Act(EventKind.RESTORED, self._member.id, why))


def find_review(events: Sequence[Event], text: str) -> dict[str, Any]:
    """The review that held for a text when it last stood."""
    if not events or events[-1].state is not State.REVIEWED or events[-1].after != text:
        return {}
    for event in reversed(events):
        if event.state is State.REVIEWED and event.after == text and event.kind in _REVIEWING:
            return {
                "state": State.REVIEWED,
                "reviewed_version": event.source_version,
                "reviewed_hash": hash_text(text),
                "reviewer_id": event.member_id,
            }
    return {}
