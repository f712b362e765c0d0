"""Take over an existing translation, or one that is aligned better: fill, move, keep what only the translation has."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import Path

from sqlmodel import Session

from tms.errors import InputError, RefusedError
from tms.store import segments
from tms.store import translations as store
from tms.store.rows import ArticleRow, TranslationRow
from tms.store.translations import Act, NewText
from tms.text.normalize import hash_text, normalize_text
from tms.values import (
    BY_HAND,
    AlignmentPlan,
    AlignmentRow,
    Attachment,
    AttachOutcome,
    EventKind,
    Origin,
    Role,
    State,
)
from tms.workflow.aligning import plan_alignment, plan_units
from tms.workflow.articles import get_article, require_language
from tms.workflow.editing import keep_row, require_storable
from tms.workflow.importing_plan import TranslationPlan
from tms.workflow.locals import make_local
from tms.workflow.people import get_member, require_role
from tms.workflow.recalling import recall
from tms.workflow.workspace import Workspace

# Under this confidence a pair enters as a draft, for a person to look at.
_SURE = 0.5


def attach(
    workspace: Workspace,
    ref: str,
    language: str,
    path: Path,
    *,
    state: State = State.TRANSLATED,
    is_dry_run: bool = False,
    format_id: str | None = None,
) -> tuple[Attachment, ...]:
    """Align a translated file with an article and fill the segments that have no text yet.

    A pair of low confidence enters as a draft; where a text stands already both are listed and nothing changes.
    """
    _require_state(state)
    plan = plan_alignment(workspace, ref, language, path, format_id=format_id)
    return (
        preview_alignment(workspace, plan, state=state) if is_dry_run else apply_alignment(workspace, plan, state=state)
    )


def attach_piece(workspace: Workspace, session: Session, article: ArticleRow, piece: TranslationPlan) -> None:
    """Within the transaction of an import: align a translation that came with its article, and fill what is empty."""
    plan = plan_units(session, article, piece.language, piece.document.units, aligned=piece.aligned)
    _Importer(workspace, session, article, plan, State.TRANSLATED).apply()


def has_room(session: Session, article: ArticleRow, language: str) -> bool:
    """Whether the import of a translation could fill anything: a segment that no person has written or cleared."""
    rows = segments.list_translations(session, article_id=article.id, language=language)
    empty = [row for row in rows if row.text is None and row.covered_by is None]
    return any(row.revision == 0 for row in empty) or any(_is_emptied(session, row) for row in empty)


def _is_emptied(session: Session, row: TranslationRow) -> bool:
    last = store.find_last_event(session, row.id)
    return last is not None and last.kind is EventKind.CARRIED


def preview_alignment(
    workspace: Workspace, plan: AlignmentPlan, *, state: State = State.TRANSLATED
) -> tuple[Attachment, ...]:
    """What applying a plan would do now; nothing is written."""
    with workspace.reading() as session:
        return _open(workspace, session, plan, state).decide()


def apply_alignment(
    workspace: Workspace, plan: AlignmentPlan, *, state: State = State.TRANSLATED
) -> tuple[Attachment, ...]:
    """Write an alignment, in one transaction.

    A new translation fills what is empty; rows where a text stands, also one written since the plan was made, are
    listed as kept. A repair moves the texts that stand; it is refused as a whole where somebody wrote since.
    """
    _require_state(state)
    with workspace.writing() as session:
        return _open(workspace, session, plan, state).apply()


def _require_state(state: State) -> None:
    if state is State.INITIAL:
        raise InputError("an attached text cannot be 'initial'", "say draft, translated or reviewed")


def _open(workspace: Workspace, session: Session, plan: AlignmentPlan, state: State) -> "_Filler | _Mover":
    article = get_article(session, plan.ref)
    require_language(article, plan.language)
    kind = _Mover if plan.is_repair else _Filler
    return kind(workspace, session, article, plan, state)


class _Writer:
    """What both ways of applying a plan share."""

    def __init__(
        self, workspace: Workspace, session: Session, article: ArticleRow, plan: AlignmentPlan, state: State
    ) -> None:
        self.session = session
        self.article = article
        self.plan = plan
        self.state = state
        self.member = get_member(workspace, session)
        rows = segments.list_translations(session, article_id=article.id, language=plan.language)
        notes = segments.list_local_translations(session, article_id=article.id, language=plan.language)
        self.past = recall(session, article, plan.language)
        self.rows = {row.key: row for row in rows}
        self.notes = [row for row in notes if row.text is not None]
        if any(source.key not in self.rows for source in plan.source):
            raise RefusedError(f"'{plan.ref}' was imported anew in the meantime", "align the translation again")

    def keys_of(self, row: AlignmentRow) -> tuple[str, ...]:
        return tuple(self.plan.source[place].key for place in row.source)

    def say(self, row: AlignmentRow, outcome: AttachOutcome, **more: str | None) -> Attachment:
        return Attachment(
            keys=self.keys_of(row),
            text=self.plan.text_of(row),
            confidence=round(row.confidence, 2),
            reasons=row.reasons,
            state=self.state if row.confidence >= _SURE else State.DRAFT,
            outcome=outcome,
            **more,
        )

    def write(self, row: TranslationRow, new: NewText, reason: str) -> None:
        act = Act(EventKind.ATTACHED, self.member.id, reason)
        if not store.save_text(self.session, row.id, new, act, expect_revision=row.revision):
            raise RefusedError(f"somebody wrote in '{row.key}' at this moment", "align the translation again")

    def add_note(self, attachment: Attachment, reason: str) -> Attachment:
        """A paragraph of the translation's own."""
        key = make_local(self.session, self.article, self.plan.language, attachment.after)
        (row,) = segments.list_local_translations(
            self.session, article_id=self.article.id, language=self.plan.language, key=key
        )
        self.write(row, self.new_text(attachment, row), reason)
        return replace(attachment, keys=(key,))

    def new_text(self, attachment: Attachment, row: TranslationRow, covered_by: str | None = None) -> NewText:
        is_reviewed = attachment.state is State.REVIEWED
        text = None if covered_by else require_storable(attachment.text)
        return NewText(
            text=text,
            state=attachment.state,
            origin=Origin.IMPORT,
            source_version=row.version,
            covered_by=covered_by,
            reviewed_version=row.version if is_reviewed else None,
            reviewed_hash=hash_text(text or "") if is_reviewed else None,
            reviewer_id=self.member.id if is_reviewed else None,
        )


class _Filler(_Writer):
    """Fills the segments that have no text."""

    def decide(self) -> tuple[Attachment, ...]:
        """What becomes of each row."""
        known = set(self._list_known())
        after: str | None = None
        decided: list[Attachment] = []
        for row in self.plan.alignment.rows:
            decided.append(self._decide_note(row, after, known) if row.is_local else self._decide(row))
            after = self.plan.source[row.source[-1]].key if row.source else after
        return tuple(decided)

    def _decide(self, row: AlignmentRow) -> Attachment:
        if not self.plan.text_of(row):
            return self.say(row, AttachOutcome.UNTRANSLATED)
        for key in self.keys_of(row):
            standing = self.rows[key]
            if self._is_taken(standing):
                return self.say(row, AttachOutcome.KEPT, standing_text=standing.text or "")
        if self._is_of_removed(row):
            return self.say(row, AttachOutcome.LEFT_OUT)
        is_sure = row.confidence >= _SURE and self.state is not State.DRAFT
        return self.say(row, AttachOutcome.ATTACHED if is_sure else AttachOutcome.DRAFT)

    def _decide_note(self, row: AlignmentRow, after: str | None, known: set[str]) -> Attachment:
        if row.is_left_out or self._is_of_removed(row):
            return self.say(row, AttachOutcome.LEFT_OUT)
        text = self.plan.text_of(row)
        if normalize_text(text) in known:
            return self.say(row, AttachOutcome.KEPT, standing_text=text, after=after)
        known.add(normalize_text(text))
        return self.say(row, AttachOutcome.LOCAL, after=after)

    def _is_of_removed(self, row: AlignmentRow) -> bool:
        """Whether the text is that of a paragraph that left the source; a person may say that it belongs here."""
        sources = [self.plan.source[place].source for place in row.source]
        return BY_HAND not in row.reasons and self.past.is_of_removed(self.plan.text_of(row), sources)

    def _list_known(self) -> AbstractSet[str]:
        """The texts that are no new paragraph of the translation's own."""
        return self.past.standing_notes

    def _is_taken(self, row: TranslationRow) -> bool:
        """Whether a segment is not to be filled."""
        return row.text is not None or row.covered_by is not None

    def apply(self) -> tuple[Attachment, ...]:
        """Write what is new; what became of each row."""
        if self.state is State.REVIEWED:
            require_role(self.session, self.member, Role.REVIEWER, "attach as reviewed")
        return tuple(self._apply(attachment) for attachment in self.decide())

    def _apply(self, attachment: Attachment) -> Attachment:
        reason = "aligned by hand" if BY_HAND in attachment.reasons else f"confidence {attachment.confidence:.0%}"
        if attachment.outcome is AttachOutcome.LOCAL:
            return self.add_note(attachment, reason)
        if attachment.outcome in (AttachOutcome.ATTACHED, AttachOutcome.DRAFT):
            first, *covered = attachment.keys
            self.write(self.rows[first], self.new_text(attachment, self.rows[first]), reason)
            for key in covered:
                self.write(self.rows[key], self.new_text(attachment, self.rows[key], first), reason)
        return attachment


class _Importer(_Filler):
    """Fills what no person has touched: what somebody cleared, changed or took out does not come back by itself."""

    def _list_known(self) -> AbstractSet[str]:
        return self.past.texts

    def _is_taken(self, row: TranslationRow) -> bool:
        return super()._is_taken(row) or (row.revision > 0 and row.id not in self.past.emptied)

    def _decide_note(self, row: AlignmentRow, after: str | None, known: set[str]) -> Attachment:
        attachment = super()._decide_note(row, after, known)
        # Where paragraphs left the source this may be one of theirs in other words: a person looks at it.
        return replace(attachment, state=State.DRAFT) if self.past.has_removed else attachment


class _Mover(_Writer):
    """Moves the texts that stand to where they belong."""

    def decide(self) -> tuple[Attachment, ...]:
        """What becomes of each row; raises RefusedError where somebody wrote since the plan was made."""
        known = {normalize_text(note.text or "") for note in self.notes}
        after: str | None = None
        decided: list[Attachment] = []
        for row in self.plan.alignment.rows:
            decided.append(self._decide_note(row, after, known) if row.is_local else self._decide(row))
            after = self.plan.source[row.source[-1]].key if row.source else after
        self._refuse_written(decided)
        return tuple(decided)

    def _decide(self, row: AlignmentRow) -> Attachment:
        first, *covered = self.keys_of(row)
        text = self.plan.text_of(row)
        standing = [self.rows[key] for key in (first, *covered)]
        wanted = [(text or None, None), *((None, first if text else None) for _ in covered)]
        is_same = [(one.text, one.covered_by) for one in standing] == wanted
        is_confirmed = (
            BY_HAND in row.reasons and standing[0].state is State.DRAFT and standing[0].origin is Origin.IMPORT
        )
        if is_same and not is_confirmed:
            return self.say(row, AttachOutcome.UNCHANGED)
        state = self._find_state(row)
        outcome = AttachOutcome.DRAFT if state is State.DRAFT else AttachOutcome.ATTACHED
        attachment = self.say(row, outcome if text else AttachOutcome.UNTRANSLATED, standing_text=standing[0].text)
        return replace(attachment, state=state if text else State.INITIAL)

    def _decide_note(self, row: AlignmentRow, after: str | None, known: set[str]) -> Attachment:
        if row.is_left_out:
            return self.say(row, AttachOutcome.LEFT_OUT)
        is_known = normalize_text(self.plan.text_of(row)) in known
        attachment = self.say(row, AttachOutcome.UNCHANGED if is_known else AttachOutcome.LOCAL, after=after)
        return replace(attachment, state=self._find_state(row))

    def _find_donors(self, row: AlignmentRow) -> list[TranslationRow]:
        """Where the row's texts stand now."""
        keys = dict.fromkeys(self.plan.target[piece.paragraph].key for piece in row.target)
        notes = {note.key: note for note in self.notes}
        return [found for key in keys if (found := self.rows.get(key) or notes.get(key))]

    def _find_state(self, row: AlignmentRow) -> State:
        """A text that was moved has to be reviewed again; a draft that nobody has read stays one."""
        donors = self._find_donors(row)
        is_unread = any(one.state is State.DRAFT and one.origin is not Origin.IMPORT for one in donors)
        is_unsure = BY_HAND not in row.reasons and any(one.state is State.DRAFT for one in donors)
        return State.DRAFT if is_unread or is_unsure else State.TRANSLATED

    def _refuse_written(self, decided: Sequence[Attachment]) -> None:
        seen = {source.key: source.revision for source in self.plan.source}
        changed = {key for one in decided if one.outcome is not AttachOutcome.UNCHANGED for key in one.keys}
        taken = {self.plan.target[p.paragraph].key for row in self.plan.alignment.rows for p in row.target}
        written = [key for key in changed | (taken & seen.keys()) if self.rows[key].revision != seen[key]]
        notes = {note.key: note.text for note in self.notes}
        written += [one.key for one in self.plan.target if one.key not in seen and notes.get(one.key) != one.text]
        if written:
            raise RefusedError(
                f"somebody has worked in {len(written)} of these paragraphs since",
                "open the alignment again; nothing was changed",
                reasons=tuple(sorted(written)),
            )

    def apply(self) -> tuple[Attachment, ...]:
        """Write what is different; what became of each row."""
        decided = self.decide()
        pairs = list(zip(self.plan.alignment.rows, decided, strict=True))
        kept = [self._keep_note(one) for row, one in pairs if row.is_local and one.outcome is AttachOutcome.UNCHANGED]
        for note in self.notes:
            if note.id not in kept:
                self.write(note, NewText(None, State.INITIAL, Origin.HUMAN), "alignment repaired")
        return tuple(self._apply(row, one) for row, one in pairs)

    def _keep_note(self, attachment: Attachment) -> int:
        wanted = normalize_text(attachment.text)
        note = next(note for note in self.notes if normalize_text(note.text or "") == wanted)
        if note.after_key != attachment.after:
            segments.move_local_segment(self.session, note.segment_id, attachment.after)
        return note.id

    def _apply(self, row: AlignmentRow, attachment: Attachment) -> Attachment:
        if attachment.outcome is AttachOutcome.LOCAL:
            return self.add_note(attachment, "alignment repaired")
        if attachment.outcome in (AttachOutcome.ATTACHED, AttachOutcome.DRAFT, AttachOutcome.UNTRANSLATED):
            first, *covered = (self.rows[key] for key in attachment.keys)
            self._move(first, row, attachment, None)
            for one in covered:
                self._move(one, row, attachment, first.key)
        return attachment

    def _move(self, row: TranslationRow, to: AlignmentRow, attachment: Attachment, covered_by: str | None) -> None:
        new = NewText(None, State.INITIAL, Origin.HUMAN)
        if attachment.text:
            donors = self._find_donors(to) or [row]
            new = replace(
                keep_row(donors[0]),
                text=None if covered_by else require_storable(attachment.text),
                state=attachment.state,
                source_version=row.source_version or row.version,
                covered_by=covered_by,
                reviewed_version=None,
                reviewed_hash=None,
                reviewer_id=None,
            )
        self.write(row, new, "alignment repaired")
