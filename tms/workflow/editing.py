"""Saving what a translator writes: under the revision it started from, as an event, never losing a word."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import replace

from sqlmodel import Session

from tms.errors import ConflictError, InputError, NotFoundError, RefusedError
from tms.models import Member, WorkingCopy
from tms.models.columns import now
from tms.store import remarks, segments
from tms.store import translations as store
from tms.store.members import count_active_members, map_pen_names
from tms.store.rows import ArticleRow, TranslationRow
from tms.store.translations import Act, NewText
from tms.text.normalize import hash_text
from tms.values import EventKind, Origin, Role, Save, Saved, State
from tms.workflow.articles import get_article
from tms.workflow.checking import Checker, find_error
from tms.workflow.people import get_member, name_member, require_role
from tms.workflow.reading import get_row
from tms.workflow.workspace import Workspace

_LONGEST = 1_000_000


def save_translation(workspace: Workspace, save: Save) -> Saved:
    """Save a target text made from the current source.

    Raises ConflictError with both texts when somebody saved after `expect_revision`, InputError for a text
    that cannot be stored. A blank text takes the translation back to `initial`.
    """
    text = require_storable(save.text)
    with workspace.writing() as session:
        article = get_article(session, save.ref)
        member = get_member(workspace, session)
        row = get_row(session, article, save.key, save.language)
        if save.state is State.REVIEWED:
            _require_reviewable(workspace, session, article, replace(row, text=text, covered_by=None), member)
        new = _new_text(save, text, row, member)
        act = Act(EventKind.SAVED, member.id, save.reason)
        saved = write_text(session, row, new, act, expect_revision=save.expect_revision)
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
        return NewText(None, State.INITIAL, Origin.HUMAN)
    # A machine's text that is kept as a draft stays a machine's; confirming it says "I read it and keep it".
    is_untouched_draft = save.state is State.DRAFT and text == row.text and save.origin is Origin.HUMAN
    is_reviewed = save.state is State.REVIEWED
    return NewText(
        text=text,
        state=save.state if save.state is not State.INITIAL else State.DRAFT,
        origin=row.origin if is_untouched_draft else save.origin,
        engine=row.engine if is_untouched_draft else save.engine,
        source_version=row.version,
        reviewed_version=row.version if is_reviewed else None,
        reviewed_hash=hash_text(text) if is_reviewed else None,
        reviewer_id=member.id if is_reviewed else None,
    )


def write_text(
    session: Session, row: TranslationRow, new: NewText, act: Act, *, expect_revision: int | None = None
) -> Saved:
    """Write under a revision or raise ConflictError with both texts; under whatever stands there when it is None."""
    expected = row.revision if expect_revision is None else expect_revision
    while not store.save_text(session, row.id, new, act, expect_revision=expected):
        if expect_revision is None:
            expected = store.get_translation(session, row.id).revision
            continue
        theirs = store.get_translation(session, row.id)
        who = name_member(map_pen_names(session), theirs.member_id)
        raise ConflictError(mine=new.text, theirs=theirs.text, revision=theirs.revision, who=who)
    if new.text is None and new.covered_by is None:
        uncover(session, row.article_id, {row.key}, row.language, act)
    return Saved(row.key, row.language, expected + 1, new.state, new.text)


def uncover(session: Session, article_id: int, keys: AbstractSet[str], language: str, act: Act) -> None:
    """Segments whose translation stood in one that is gone have none any more."""
    for row in segments.list_translations(session, article_id=article_id, language=language):
        if row.covered_by in keys:
            gone = Act(act.kind, act.member_id, f"the translation in {row.covered_by} is gone")
            write_text(session, row, NewText(None, State.INITIAL, Origin.HUMAN), gone)


def keep_row(row: TranslationRow, **changes: object) -> NewText:
    """What a translation is now, with some of it changed."""
    kept: dict[str, object] = {
        "text": row.text,
        "state": row.state,
        "origin": row.origin,
        "engine": row.engine,
        "source_version": row.source_version,
        "covered_by": row.covered_by,
        "reviewed_version": row.reviewed_version,
        "reviewed_hash": row.reviewed_hash,
        "reviewer_id": row.reviewer_id,
    }
    return NewText(**{**kept, **changes})  # type: ignore[arg-type]  # the fields of NewText, by name


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
    """Keep what I am typing, so that it is there after a crash."""
    require_storable(text)
    with workspace.writing() as session:
        member = get_member(workspace, session)
        row = get_row(session, get_article(session, ref), key, language)
        copy = store.find_working_copy(session, row.id, member.id) or WorkingCopy(
            translation_id=row.id, member_id=member.id, text=text, revision=revision
        )
        copy.text, copy.revision, copy.updated_at = text, revision, now()
        session.add(copy)


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
        state = State.TRANSLATED if event.state is State.REVIEWED else event.state
        new = NewText(event.after, state, event.origin, source_version=event.source_version)
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


def reject_draft(workspace: Workspace, ref: str, key: str, language: str) -> Saved:
    """Throw a draft away; the text that stood before it, if any, is back as it was."""

    def edit(session: Session, _article: ArticleRow, row: TranslationRow) -> Saved:
        if row.state is not State.DRAFT or row.text is None:
            raise InputError(f"'{key}' has no draft", "only a draft can be rejected")
        events = store.list_events(session, row.id)
        before = next((e for e in reversed(events) if e.state is not State.DRAFT), None)
        act = Act(EventKind.REJECTED, get_member(workspace, session).id)
        if before is None or before.after is None:
            return write_text(session, row, NewText(None, State.INITIAL, Origin.HUMAN), act)
        state = State.TRANSLATED if before.state is State.REVIEWED else before.state
        new = NewText(before.after, state, before.origin, source_version=before.source_version)
        return write_text(session, row, new, act)

    return edit_row(workspace, ref, key, language, edit)
