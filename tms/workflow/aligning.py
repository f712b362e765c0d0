"""A whole translation beside its article: plan which text belongs where, let a person change that, apply it at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from sqlmodel import Session

from tms.errors import InputError, NotFoundError
from tms.store import segments
from tms.store.members import map_pen_names
from tms.store.rows import ArticleRow, TranslationRow
from tms.text.normalize import normalize_text
from tms.text.sentences import split_sentences
from tms.text.words import count_words
from tms.tracking import align, judge_pairs
from tms.values import (
    AlignedPair,
    Alignment,
    AlignmentPlan,
    AlignmentRow,
    AlignmentSource,
    AlignmentTarget,
    Kind,
    Origin,
    Piece,
    State,
    Unit,
    make_alignment,
)
from tms.workflow.articles import get_article, require_language
from tms.workflow.diffing import read_document
from tms.workflow.locals import BETWEEN_PARAGRAPHS, list_rows
from tms.workflow.people import name_member
from tms.workflow.units import make_unit, to_units
from tms.workflow.workspace import Workspace

_PROSE_WORDS = 5


def plan_alignment(
    workspace: Workspace, ref: str, language: str, path: Path, *, format_id: str | None = None
) -> AlignmentPlan:
    """Align a translated file with an article; nothing is written. Raises InputError for the source itself."""
    _, document = read_document(path, format_id)
    with workspace.reading() as session:
        article = get_article(session, ref)
        require_language(article, language)
        plan = plan_units(session, article, language, document.units)
    _refuse_source(plan, path)
    return plan


@dataclass(frozen=True, slots=True)
class AlignedPiece:
    """How a translation goes with the source texts that it was aligned with."""

    sources: tuple[str, ...]
    alignment: Alignment


def align_piece(
    source_units: Sequence[Unit], piece_units: Sequence[Unit], *, source_language: str, target_language: str
) -> AlignedPiece:
    """Align a translation with its article's units in reading order; takes long, and needs no workspace."""
    source = [make_unit(unit.kind, unit.text) for unit in source_units]
    pairs = align(source, piece_units, source_language=source_language, target_language=target_language)
    return AlignedPiece(tuple(unit.text for unit in source), make_alignment(pairs))


def plan_units(
    session: Session, article: ArticleRow, language: str, units: Sequence[Unit], *, aligned: AlignedPiece | None = None
) -> AlignmentPlan:
    """The same for units that were read already, within a transaction.

    They are aligned here only if that has not been done, or the article is another one since.
    """
    rows = segments.list_translations(session, article_id=article.id, language=language)
    if aligned is None or aligned.sources != tuple(row.source for row in rows):
        aligned = align_piece(
            to_units(rows),
            units,
            source_language=article.source_language,
            target_language=language,
        )
    target = tuple(AlignmentTarget(unit.text, unit.kind) for unit in units)
    return _make_plan(session, article, language, rows, target, aligned.alignment)


def plan_repair(workspace: Workspace, ref: str, language: str) -> AlignmentPlan:
    """A translation as it stands, paragraph by paragraph, to be aligned better."""
    with workspace.reading() as session:
        article = get_article(session, ref)
        require_language(article, language)
        rows = list_rows(session, article.id, language=language)
        if not any(row.text for row in rows):
            raise NotFoundError(f"'{ref}' has no translation into '{language}' yet", "attach one first")
        return _plan_standing(session, article, language, rows)


def _plan_standing(
    session: Session, article: ArticleRow, language: str, rows: Sequence[TranslationRow]
) -> AlignmentPlan:  # fmt: skip
    own = [row for row in rows if row.kind is not Kind.LOCAL]
    place = {row.key: index for index, row in enumerate(own)}
    covered: dict[str, list[int]] = {}
    for row in own:
        if row.covered_by in place:
            covered.setdefault(row.covered_by or "", []).append(place[row.key])
    target: list[AlignmentTarget] = []
    beads: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    for row in rows:
        if row.covered_by in place:
            continue
        # A note is one paragraph whatever is in it: it has no source to be divided among.
        texts = [row.text] if row.kind is Kind.LOCAL else (row.text or "").split(BETWEEN_PARAGRAPHS)
        first = len(target)
        target += [AlignmentTarget(text, row.kind, row.key) for text in texts if text and text.strip()]
        source = () if row.kind is Kind.LOCAL else (place[row.key], *covered.get(row.key, ()))
        beads.append((source, tuple(range(first, len(target)))))
    pairs = judge_pairs(
        to_units(own),
        [make_unit(one.kind, one.text) for one in target],
        [AlignedPair(source, texts, 1.0) for source, texts in beads if source or texts],
        source_language=article.source_language,
        target_language=language,
    )
    return _make_plan(session, article, language, own, tuple(target), make_alignment(pairs), is_repair=True)


def _make_plan(
    session: Session,
    article: ArticleRow,
    language: str,
    rows: Sequence[TranslationRow],
    target: tuple[AlignmentTarget, ...],
    alignment: Alignment,
    *,
    is_repair: bool = False,
) -> AlignmentPlan:
    names = map_pen_names(session)
    return AlignmentPlan(
        ref=article.ref,
        title=article.title,
        source_language=article.source_language,
        language=language,
        source=tuple(
            AlignmentSource(
                key=row.key,
                kind=row.kind,
                source=row.source,
                revision=row.revision,
                text=row.text,
                covered_by=row.covered_by,
                edited_by=(name_member(names, row.member_id) or "somebody") if _is_edited(row) else "",
            )
            for row in rows
        ),
        target=target,
        alignment=alignment,
        is_repair=is_repair,
    )


def _is_edited(row: TranslationRow) -> bool:
    """Whether a person stands behind the text itself, or a reviewer behind the pair."""
    return row.text is not None and (row.origin is not Origin.IMPORT or row.state is State.REVIEWED)


def _refuse_source(plan: AlignmentPlan, path: Path) -> None:
    """Raise for a file that holds the source itself: half of its prose stands in the article word for word."""
    sources = {normalize_text(one.source) for one in plan.source}
    prose = [text for one in plan.target if count_words(text := normalize_text(one.text)) >= _PROSE_WORDS]
    if prose and sum(text in sources for text in prose) * 2 > len(prose):
        raise InputError(f"'{path}' is in the source language ({plan.source_language})", "attach the translated file")


def list_cuts(plan: AlignmentPlan, row: AlignmentRow) -> tuple[tuple[int, int | None], ...]:
    """Where a row's text may be split: before each piece but the first, and between the sentences of each piece.

    Each is a place among the row's pieces and, within that piece, an offset or None; in reading order.
    """
    cuts: list[tuple[int, int | None]] = []
    for number, piece in enumerate(row.target):
        if number:
            cuts.append((number, None))
        cuts += [(number, offset) for offset in _find_sentence_starts(plan, piece)]
    return tuple(cuts)


def _find_sentence_starts(plan: AlignmentPlan, piece: Piece) -> list[int]:
    text = plan.target[piece.paragraph].text
    end = len(text) if piece.end is None else piece.end
    starts = accumulate(map(len, split_sentences(text, plan.language)))
    return [start for start in starts if piece.start < start < end and text[piece.start : start].strip()]
