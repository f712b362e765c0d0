"""Take over an existing translation: align it with the article's segments, show the plan, fill what is empty."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session

from tms.errors import InputError
from tms.store import segments
from tms.store.rows import ArticleRow, TranslationRow
from tms.store.translations import Act, NewText
from tms.text.normalize import hash_text, normalize_text
from tms.text.words import count_words
from tms.tracking import align
from tms.values import AlignedPair, EventKind, Origin, Role, State, Unit
from tms.workflow.articles import get_article, require_language
from tms.workflow.diffing import read_document
from tms.workflow.editing import write_text
from tms.workflow.people import get_member, require_role
from tms.workflow.workspace import Workspace

# Under this confidence a pair enters as a draft, for a person to look at.
_SURE = 0.5
_PROSE_WORDS = 5
_BETWEEN_PARAGRAPHS = "\n\n"


@dataclass(frozen=True, slots=True)
class Attachment:
    """One aligned pair: the segments' keys, the text for the first of them, and what would be done with it."""

    keys: tuple[str, ...]
    text: str
    confidence: float
    reasons: tuple[str, ...]
    state: State
    standing_text: str | None = None

    @property
    def outcome(self) -> str:
        """`attached`, `draft`, `kept` (a text stands already), `untranslated` or `unplaced`."""
        if not self.keys:
            return "unplaced"
        if not self.text:
            return "untranslated"
        if self.standing_text is not None:
            return "kept"
        return "draft" if self.state is State.DRAFT else "attached"


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
    _, document = read_document(path, format_id)
    if state is State.INITIAL:
        raise InputError("an attached text cannot be 'initial'", "say draft, translated or reviewed")
    context = workspace.reading() if is_dry_run else workspace.writing()
    with context as session:
        article = get_article(session, ref)
        require_language(article, language)
        rows = segments.list_translations(session, article_id=article.id, language=language)
        _refuse_source(rows, document.units, path, article.source_language)
        pairs = _align(article, rows, document.units, language)
        plan = tuple(_plan_pair(pair, rows, document.units, state) for pair in pairs)
        if not is_dry_run:
            _Attacher(workspace, session, state).apply(plan, {row.key: row for row in rows})
        return plan


def _refuse_source(rows: Sequence[TranslationRow], units: Sequence[Unit], path: Path, source_language: str) -> None:
    """Raise for a file that holds the source itself: half of its prose stands in the article word for word."""
    sources = {normalize_text(row.source) for row in rows}
    prose = [text for unit in units if count_words(text := normalize_text(unit.text)) >= _PROSE_WORDS]
    if prose and sum(text in sources for text in prose) * 2 > len(prose):
        raise InputError(f"'{path}' is in the source language ({source_language})", "attach the translated file")


def _align(
    article: ArticleRow, rows: Sequence[TranslationRow], units: Sequence[Unit], language: str
) -> Sequence[AlignedPair]:
    sources = tuple(Unit(row.kind, row.source, row.source, 0) for row in rows)
    return align(sources, units, source_language=article.source_language, target_language=language)


def _plan_pair(pair: AlignedPair, rows: Sequence[TranslationRow], units: Sequence[Unit], state: State) -> Attachment:
    standing = [rows[i].text for i in pair.source if rows[i].text is not None or rows[i].covered_by is not None]
    is_sure = pair.confidence >= _SURE
    return Attachment(
        keys=tuple(rows[i].key for i in pair.source),
        text=_BETWEEN_PARAGRAPHS.join(units[i].text for i in pair.target),
        confidence=round(pair.confidence, 2),
        reasons=pair.reasons,
        state=state if is_sure else State.DRAFT,
        standing_text=(standing[0] or "") if standing else None,
    )


class _Attacher:
    def __init__(self, workspace: Workspace, session: Session, state: State) -> None:
        self.session = session
        self.member = get_member(workspace, session)
        if state is State.REVIEWED:
            require_role(session, self.member, Role.REVIEWER, "attach as reviewed")

    def apply(self, plan: Sequence[Attachment], rows: dict[str, TranslationRow]) -> None:
        for attachment in plan:
            if attachment.outcome in ("attached", "draft"):
                first, *covered = attachment.keys
                self._write(rows[first], attachment, None)
                for key in covered:
                    self._write(rows[key], attachment, first)

    def _write(self, row: TranslationRow, attachment: Attachment, covered_by: str | None) -> None:
        is_reviewed = attachment.state is State.REVIEWED
        text = None if covered_by else attachment.text
        new = NewText(
            text=text,
            state=attachment.state,
            origin=Origin.IMPORT,
            source_version=row.version,
            covered_by=covered_by,
            reviewed_version=row.version if is_reviewed else None,
            reviewed_hash=hash_text(text or "") if is_reviewed else None,
            reviewer_id=self.member.id if is_reviewed else None,
        )
        reason = f"confidence {attachment.confidence:.0%}"
        write_text(self.session, row, new, Act(EventKind.ATTACHED, self.member.id, reason))
