"""Saving what a translator writes: under the revision it started from, as an event, never losing a word."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any

from sqlmodel import Session

from tms.errors import ConflictError, InputError, NotFoundError, RefusedError
from tms.models import Event, Member
from tms.store import remarks, segments
from tms.store import translations as store
from tms.store.members import count_active_members, map_pen_names
from tms.store.rows import ArticleRow, TranslationRow
from tms.store.translations import Act, NewText
from tms.text.normalize import hash_text
from tms.values import EventKind, Origin, Role, Save, Saved, Seen, State
from tms.workflow.articles import get_article
from tms.workflow.checking import Checker, find_error
from tms.workflow.people import get_member, name_member, require_role
from tms.workflow.reading import get_row
from tms.workflow.workspace import Workspace

_LONGEST = 1_000_000
_TRIES = 20


def save_translation(workspace: Workspace, save: Save) -> Saved:
    """Save a target text, made from the source that was on the screen.

    Raises ConflictError with both texts when somebody saved after `expect_revision`, InputError for a text
    that cannot be stored. A blank text takes the translation back to `initial`, but leaves a covered one covered.
    """
    text = require_storable(save.text)
    for _ in range(_TRIES):
        try:
            return _save_once(workspace, save, text)
        except ConflictError:
            # Whoever names no revision writes over whatever stands there, and what stands there has changed again.
            if save.expect_revision is not None:
                raise
    return _save_once(workspace, save, text)


def _save_once(workspace: Workspace, save: Save, text: str) -> Saved:
    with workspace.writing() as session:
        article = get_article(session, save.ref)
        member = get_member(workspace, session)
        row = get_row(session, article, save.key, save.language)
        if save.state is State.REVIEWED:
            _require_reviewable(workspace, session, article, replace(row, text=text, covered_by=None), member)
        new = _new_text(save, text, row, member)
        act = Act(EventKind.SAVED, member.id, save.reason)
        saved = write_text(session, row, new, act, expect_revision=save.expect_revision)
        copy = store.find_working_copy(session, row.id, member.id)
        if copy is not None and (save.replaces_typing or copy.text == text):
            session.delete(copy)
        return saved


def give_way(workspace: Workspace, save: Save) -> Saved:
    """Let the other's text stand after a conflict: mine goes into the history, theirs is what it was."""
    text = require_storable(save.text)
    with workspace.writing() as session:
        article = get_article(session, save.ref)
        member = get_member(workspace, session)
        row = get_row(session, article, save.key, save.language)
        mine = Act(EventKind.SAVED, member.id, "given up for the other text")
        write_text(session, row, _new_text(save, text, row, member), mine)
        theirs = Act(EventKind.RESTORED, member.id, "the other text stands")
        after = replace(row, revision=row.revision + 1)
        saved = write_text(session, after, keep_row(row), theirs)
        _drop_copy(session, row.id, member)
        return saved


def _require_reviewable(
    workspace: Workspace, session: Session, article: ArticleRow, row: TranslationRow, member: Member
) -> None:
    """Who saves as reviewed reviews: the same rules hold as for an approval."""
    require_role(session, member, Role.REVIEWER, "save as reviewed")
    if count_active_members(session) > 1:
        raise RefusedError(
            "a text of your own cannot be saved as reviewed", "save it as translated; another reviewer approves it"
        )
    waivers = remarks.list_waivers(session, article_id=article.id).get(row.id, ())
    error = find_error(Checker(workspace, session), article, row, waivers)
    if error is not None:
        raise RefusedError(f"'{row.key}' cannot be reviewed: it has an error: {error.message}", "mend it, or waive it")


def require_storable(text: str) -> str:
    """The text, if a database and a file can hold it."""
    if "\0" in text:
        raise InputError("the text contains a NUL character", "take it out; no database can hold it")
    if len(text) > _LONGEST:
        raise InputError("the text is longer than a million characters", "a segment is a paragraph")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InputError("the text contains half a character (a lone surrogate)", "type the sign anew") from error
    return text


def _new_text(save: Save, text: str, row: TranslationRow, member: Member) -> NewText:
    if not text.strip():
        if row.covered_by is not None:
            return keep_row(row, state=State.DRAFT if save.state is State.DRAFT else State.TRANSLATED)
        return NewText(None, State.INITIAL, Origin.HUMAN)
    seen = min(save.source_version or row.version, row.version)
    # A machine's text that is kept as a draft stays a machine's; confirming it says "I read it and keep it".
    is_untouched_draft = save.state is State.DRAFT and text == row.text and save.origin is Origin.HUMAN
    is_reviewed = save.state is State.REVIEWED
    return NewText(
        text=text,
        state=save.state if save.state is not State.INITIAL else State.DRAFT,
        origin=row.origin if is_untouched_draft else save.origin,
        engine=row.engine if is_untouched_draft else save.engine,
        source_version=seen,
        reviewed_version=seen if is_reviewed else None,
        reviewed_hash=hash_text(text) if is_reviewed else None,
        reviewer_id=member.id if is_reviewed else None,
    )


def write_text(
    session: Session, row: TranslationRow, new: NewText, act: Act, *, expect_revision: int | None = None
) -> Saved:
    """Write under a revision (the row's own when None) or raise ConflictError with both texts."""
    expected = row.revision if expect_revision is None else expect_revision
    if not store.save_text(session, row.id, new, act, expect_revision=expected):
        theirs = store.get_translation(session, row.id)
        who = name_member(map_pen_names(session), theirs.member_id)
        raise ConflictError(mine=new.text, theirs=theirs.text, revision=theirs.revision, who=who)
    if new.text is None and new.covered_by is None:
        uncover(session, row.article_id, {row.key}, row.language, act)
    return Saved(row.key, row.language, expected + 1, new.state, new.text)


def uncover(session: Session, article_id: int, keys: AbstractSet[str], language: str, act: Act) -> None:
    """Segments whose translation stood in one that is gone have none any more."""
    for row in segments.list_translations(session, article_id=article_id, language=language, covered_by=keys):
        gone = Act(act.kind, act.member_id, f"the translation in {row.covered_by} is gone")
        write_text(session, row, NewText(None, State.INITIAL, Origin.HUMAN), gone)


def keep_row(row: TranslationRow, **changes: Any) -> NewText:
    """What a translation is now, with some of it changed."""
    now_ = NewText(
        text=row.text,
        state=row.state,
        origin=row.origin,
        engine=row.engine,
        source_version=row.source_version,
        covered_by=row.covered_by,
        reviewed_version=row.reviewed_version,
        reviewed_hash=row.reviewed_hash,
        reviewer_id=row.reviewer_id,
    )
    return replace(now_, **changes)


def require_seen(session: Session, row: TranslationRow, seen: Seen | None) -> None:
    """Raise ConflictError when a verdict was given on another text, or on another source, than stand here now."""
    if seen is None or (seen.revision == row.revision and seen.source_version == row.version):
        return
    who = name_member(map_pen_names(session), row.member_id) if seen.revision != row.revision else "a new import"
    raise ConflictError(mine=None, theirs=row.text, revision=row.revision, who=who)


def edit_row(
    workspace: Workspace,
    ref: str,
    key: str,
    language: str,
    edit: Callable[[Session, ArticleRow, TranslationRow], Saved],
) -> Saved:
    """Run an edit on one segment's translation in a write transaction."""
    with workspace.writing() as session:
        article = get_article(session, ref)
        return edit(session, article, get_row(session, article, key, language))


def keep_working_copy(workspace: Workspace, ref: str, key: str, language: str, text: str, revision: int) -> None:
    """Keep what I am typing, so that it is there after a crash; also where the paragraph has left the article."""
    require_storable(text)
    with workspace.writing() as session:
        member = get_member(workspace, session)
        article = get_article(session, ref)
        translation_id = store.find_translation_id(session, article.id, key, language)
        if translation_id is None:
            raise NotFoundError(f"no segment '{key}' in '{article.ref}'", f"'tms show {article.ref}' lists the keys")
        store.save_working_copy(session, translation_id, member.id, text=text, revision=revision)


def drop_working_copy(workspace: Workspace, ref: str, key: str, language: str) -> None:
    """Let go of what I typed here and did not save."""
    with workspace.writing() as session:
        row = get_row(session, get_article(session, ref), key, language)
        _drop_copy(session, row.id, get_member(workspace, session))


def _drop_copy(session: Session, translation_id: int, member: Member) -> None:
    copy = store.find_working_copy(session, translation_id, member.id)
    if copy is not None:
        session.delete(copy)


def restore_translation(workspace: Workspace, ref: str, key: str, language: str, number: int) -> Saved:
    """Bring back the text that event `number` of the history left; it has to be reviewed again."""

    def edit(session: Session, _article: ArticleRow, row: TranslationRow) -> Saved:
        events = store.list_events(session, row.id)
        event = next((e for e in events if e.number == number), None)
        if event is None:
            raise NotFoundError(f"no event {number} in the history of '{key}'", "the history lists them")
        new = _text_of(event)
        act = Act(EventKind.RESTORED, get_member(workspace, session).id, f"text of event {number}")
        return write_text(session, row, new, act)

    return edit_row(workspace, ref, key, language, edit)


def accept_draft(
    workspace: Workspace,
    ref: str,
    key: str,
    language: str,
    *,
    text: str | None = None,
    expect_revision: int | None = None,
) -> Saved:
    """Say "I read it and keep it" of a draft, changed or not: from now on it is a person's text."""
    if text is None:
        with workspace.reading() as session:
            row = get_row(session, get_article(session, ref), key, language)
            text = row.text or ""
    if not text.strip():
        raise InputError(f"'{key}' has no draft", "'tms draft' makes drafts")
    return save_translation(
        workspace, Save(ref, key, language, text, State.TRANSLATED, expect_revision, reason="draft accepted")
    )


def reject_draft(workspace: Workspace, ref: str, key: str, language: str, *, engine: str | None = None) -> Saved:
    """Throw a machine's or the memory's draft away, or only one of that `engine`; what stood before it is back."""

    def edit(session: Session, _article: ArticleRow, row: TranslationRow) -> Saved:
        if row.state is not State.DRAFT or row.text is None or row.origin is Origin.HUMAN:
            raise InputError(f"'{key}' has no draft to reject", "a text of a person's own is cleared or restored")
        if engine not in (None, row.engine):
            raise InputError(f"the draft in '{key}' is not by '{engine}'", "look at its history")
        before = next((e for e in reversed(store.list_events(session, row.id)) if not _is_made_draft(e)), None)
        act = Act(EventKind.REJECTED, get_member(workspace, session).id)
        new = _text_of(before) if before is not None else NewText(None, State.INITIAL, Origin.HUMAN)
        return write_text(session, row, new, act)

    return edit_row(workspace, ref, key, language, edit)


def _is_made_draft(event: Event) -> bool:
    return event.state is State.DRAFT and event.origin is not Origin.HUMAN


def _text_of(event: Event) -> NewText:
    """What an event left, to stand again; a review is not restored, somebody has to look."""
    if event.after is None:
        return NewText(None, State.INITIAL, Origin.HUMAN)
    state = State.TRANSLATED if event.state is State.REVIEWED else event.state
    return NewText(event.after, state, event.origin, source_version=event.source_version)
