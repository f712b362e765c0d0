"""Take back what I saved last in an article, also tomorrow: an event more, so the history keeps both."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from sqlmodel import Session

from tms.errors import NotFoundError, RefusedError
from tms.models import Event, Member
from tms.store import translations as store
from tms.store.members import map_pen_names
from tms.store.rows import TranslationRow
from tms.store.translations import Act, NewText
from tms.values import EventKind, Origin, Saved, State
from tms.workflow.articles import get_article
from tms.workflow.editing import write_text
from tms.workflow.people import get_member, name_member
from tms.workflow.reading import get_row
from tms.workflow.rewriting import find_review
from tms.workflow.workspace import Workspace

_KINDS = (EventKind.SAVED, EventKind.CONFIRMED)
_WHY = "taken back: event {number}"


@dataclass(frozen=True, slots=True)
class _Step:
    """One event that still counts, and what stood before it."""

    event: Event
    before: Event | None


def take_back_save(workspace: Workspace, ref: str, language: str, *, typed: AbstractSet[str] = frozenset()) -> Saved:
    """Bring back text and state from before my last save or "still valid" in an article, in one language.

    A review that held for that text holds again. Raises RefusedError where somebody changed it since, or where I
    typed since (`typed`: segments where that is known only to the caller); NotFoundError if I saved nothing.
    """
    with workspace.writing() as session:
        article = get_article(session, ref)
        member = get_member(workspace, session)
        for key, event in store.list_own_acts(session, article.id, language, member.id, _KINDS):
            steps = _list_steps(store.list_events(session, event.translation_id))
            if any(step.event.number == event.number for step in steps):
                row = get_row(session, article, key, language)
                _require_untouched(session, row, steps[-1].event, event, member)
                if key in typed or _has_typed(session, row, member):
                    raise RefusedError(f"you typed in '{key}' since you saved it", "save that first, or undo it")
                act = Act(EventKind.RESTORED, member.id, _WHY.format(number=event.number))
                return write_text(session, row, _find_before(session, steps[-1]), act)
    raise NotFoundError("you have saved nothing here that could be taken back", "the history has every version")


def _list_steps(events: Sequence[Event]) -> list[_Step]:
    """The events that count, without those that were taken back and without waivers, which change no text."""
    steps: list[_Step] = []
    for event in events:
        last = steps[-1].event if steps else None
        if last is not None and event.kind is EventKind.RESTORED and event.reason == _WHY.format(number=last.number):
            steps.pop()
        elif event.kind is not EventKind.WAIVED:
            steps.append(_Step(event, last))
    return steps


def _require_untouched(session: Session, row: TranslationRow, last: Event, mine: Event, member: Member) -> None:
    if last.number == mine.number and last.after == row.text:
        return
    if last.member_id == member.id:
        raise RefusedError(f"you did something else with '{row.key}' since you saved it", "its history has all of it")
    who = name_member(map_pen_names(session), last.member_id)
    raise RefusedError(f"{who} has changed '{row.key}' since you saved it", "its history has both texts")


def _has_typed(session: Session, row: TranslationRow, member: Member) -> bool:
    copy = store.find_working_copy(session, row.id, member.id)
    return copy is not None and copy.text != (row.text or "")


def _find_before(session: Session, step: _Step) -> NewText:
    text, before = step.event.before, step.before
    if text is None:
        return NewText(None, State.INITIAL, Origin.HUMAN)
    if before is None or before.after != text:
        return NewText(text, State.DRAFT, Origin.HUMAN, source_version=step.event.source_version)
    earlier = [one for one in store.list_events(session, before.translation_id) if one.number <= before.number]
    state = State.TRANSLATED if before.state is State.REVIEWED else before.state
    new = NewText(text, state, before.origin, source_version=before.source_version)
    return replace(new, **find_review(earlier, text))
