"""Take in articles: plan what became of each paragraph, show it, apply it in one transaction."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from sqlmodel import Session

from tms.errors import InputError, RefusedError
from tms.store import articles as store
from tms.store import segments
from tms.store.rows import SegmentRow
from tms.text.languages import identify_language
from tms.text.markup import strip_markup
from tms.text.number_notation import get_base_language
from tms.tracking import pair_units
from tms.values import Change, Document, Kind, Level, Pair, Skipped, Slice, Unit
from tms.workflow.aligning import align_piece
from tms.workflow.articles import get_project
from tms.workflow.attaching import has_room
from tms.workflow.diffing import parse_slice
from tms.workflow.importing_apply import ImportWriter
from tms.workflow.importing_plan import SET_BY_PERSON, ArticlePlan, ImportOptions, ImportPlan, Returned, TranslationPlan
from tms.workflow.naming import Names, list_names
from tms.workflow.sourcing import Source, list_sources
from tms.workflow.terms import list_sensitive_forms
from tms.workflow.units import to_units
from tms.workflow.workspace import Workspace

# A re-import that leaves less than this share of the paragraphs is taken for an accident.
_SHRINK_LIMIT = 1 / 3
_WORTH_GUARDING = 300
_HEADS = (Kind.TITLE, Kind.HEADING)
# A removed paragraph comes back under its key when this much of it is the same.
_RETURN_SIMILARITY = 80
_CAN_RETURN = (Change.INSERTED, Change.SPLIT)
_COMES_BACK = (Change.UNCHANGED, Change.MOVED, Change.EDITED)
# So many bytes of articles are planned and written at once: plans hold the texts several times over.
_BATCH = 4_000_000
# What a post is written in shows in its first pages; a guess counts where there is hardly a doubt.
_READ_FOR_LANGUAGE = 5_000
_SURE_OF_LANGUAGE = 0.95


def plan_import(
    workspace: Workspace, project: str, paths: Sequence[Path], options: ImportOptions | None = None
) -> ImportPlan:
    """Read the files and work out what would change; nothing is written."""
    options = options or ImportOptions()
    sources = list_sources(paths, options)
    pieces = [piece for source in sources for piece in source.read()]
    return _name_whole(plan_slices(workspace, project, pieces, options), sources)


def plan_slices(
    workspace: Workspace, project: str, pieces: Sequence[Slice | Skipped], options: ImportOptions | None = None
) -> ImportPlan:
    """Work out what taking in these pieces would change; nothing is written."""
    planner = _Planner(workspace, project, options or ImportOptions())
    plan = planner.plan(pieces)
    planner.finish()
    return plan


def apply_import(workspace: Workspace, plan: ImportPlan) -> None:
    """Carry out a plan, all in one transaction; raises RefusedError when an article changed since it was planned."""
    if not plan.is_idle:
        with workspace.writing() as session:
            ImportWriter(workspace, session, plan).write()


def import_sources(
    workspace: Workspace,
    project: str,
    sources: Sequence[Source],
    options: ImportOptions | None = None,
    *,
    is_dry_run: bool = False,
) -> Iterator[ImportPlan]:
    """Plan everything, then, unless it is a dry run, write it; what was planned and done comes batch by batch.

    A fault anywhere is raised before anything is written. What fits into one batch is one transaction; of more each
    batch is one, and an import that was cut off goes on where it stopped when it is started again.
    """
    options = options or ImportOptions()
    only: ImportPlan | None = None
    count = 0
    for count, plan in enumerate(_plan_batches(workspace, project, sources, options), 1):
        only = plan if count == 1 else None
        if is_dry_run:
            yield plan
    if is_dry_run:
        return
    plans = [only] if only is not None else _plan_batches(workspace, project, sources, options)
    run_id: int | None = None
    for plan in plans:
        named = plan if run_id is not None or plan.is_idle else _name_whole(plan, sources)
        with workspace.writing() as session:
            run_id = ImportWriter(workspace, session, named, run_id).write()
        yield plan


def _name_whole(plan: ImportPlan, sources: Sequence[Source]) -> ImportPlan:
    if len(sources) == 1:
        return replace(plan, name=sources[0].name, sha256=sources[0].find_hash())
    return replace(plan, name=f"{len(sources)} files")


def _plan_batches(
    workspace: Workspace, project: str, sources: Sequence[Source], options: ImportOptions
) -> Iterator[ImportPlan]:
    """The articles first, then what is a translation of one: for that the sources are read once more."""
    planner = _Planner(workspace, project, options)
    has_others = False

    def list_articles() -> Iterator[Slice | Skipped]:
        nonlocal has_others
        for piece in _read_all(sources):
            if isinstance(piece, Skipped) or planner.is_source(piece):
                yield piece
            else:
                has_others = True

    for batch in _cut_batches(list_articles()):
        yield planner.plan(batch)
    planner.finish()
    if has_others:
        others = (p for p in _read_all(sources) if isinstance(p, Slice) and not planner.is_source(p))
        for batch in _cut_batches(others):
            yield planner.plan(batch)


def _read_all(sources: Sequence[Source]) -> Iterator[Slice | Skipped]:
    for source in sources:
        yield from source.read()


def _cut_batches(pieces: Iterable[Slice | Skipped]) -> Iterator[list[Slice | Skipped]]:
    batch: list[Slice | Skipped] = []
    size = 0
    for piece in pieces:
        batch.append(piece)
        size += len(piece.data) if isinstance(piece, Slice) else 0
        if size > _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


class _Planner:
    """Plans one batch after another; the names given so far, and which articles have translations, it remembers."""

    def __init__(self, workspace: Workspace, project: str, options: ImportOptions) -> None:
        self.workspace = workspace
        self.project_slug = project
        self.options = options
        with workspace.reading() as session:
            self.project = get_project(session, project)
            self.names: Names = list_names(session, int(self.project.id or 0), options.slug)
            self.originals = store.map_groups(session, int(self.project.id or 0))
            self.sensitive = list_sensitive_forms(session, self.project.source_language)
        self.levels_used: set[str] = set()

    def is_source(self, one: Slice) -> bool:
        """Whether a piece is an article to be translated, not a translation."""
        return one.language in ("", self.project.source_language)

    def plan(self, pieces: Sequence[Slice | Skipped]) -> ImportPlan:
        """Plan a batch: articles in the project's language first, translations of them, and what is left out."""
        read = [piece if isinstance(piece, Skipped) else self._read(piece) for piece in pieces]
        left_out = [one for one in read if isinstance(one, Skipped)]
        parsed = [one for one in read if not isinstance(one, Skipped)]
        articles = self._plan_articles([one for one in parsed if self.is_source(one[0])])
        translations: list[TranslationPlan] = []
        for one, document in parsed:
            if not self.is_source(one):
                planned = self._plan_translation(one, document, articles)
                if isinstance(planned, Skipped):
                    left_out.append(planned)
                else:
                    translations.append(planned)
        return ImportPlan(self.project_slug, articles, tuple(translations), tuple(left_out))

    def _read(self, one: Slice) -> tuple[Slice, Document] | Skipped:
        """Parse a piece; what an export holds beside articles that can be translated is left out, not refused."""
        try:
            document = parse_slice(one)
        except InputError as error:
            if one.id and self.options.keep_going:
                return Skipped(one.where, error.message.removeprefix(f"{one.where}: "), is_fault=True)
            raise
        if not document.units:
            if one.id and not self.names.is_known(one):
                return Skipped(one.where, "no text to translate")
            raise InputError(f"{one.where} has no text to translate", "give a file with paragraphs in it")
        if one.id and not one.language:
            guess = identify_language(
                "\n".join(strip_markup(unit.text) for unit in document.units)[:_READ_FOR_LANGUAGE]
            )
            source = get_base_language(self.project.source_language)
            if guess.language not in ("", source) and guess.confidence >= _SURE_OF_LANGUAGE:
                return Skipped(one.where, f"written in '{guess.language}', and the site does not say of what")
        return one, document

    def finish(self) -> None:
        """Raise for a level that was given for a paragraph that is not there."""
        unused = next((key for key in self.options.levels if key not in self.levels_used), None)
        if unused is not None:
            raise InputError(f"no paragraph '{unused}' changes", "--dry-run shows the keys of what changes")

    def _plan_translation(
        self, one: Slice, document: Document, articles: Sequence[ArticlePlan]
    ) -> TranslationPlan | Skipped:
        original = self.originals.get(one.group) if one.group else None
        if one.language not in self.project.target_languages:
            return Skipped(one.where, f"in '{one.language}', which the project does not translate into")
        if original is None:
            return Skipped(one.where, f"in '{one.language}', and its original did not come with it")
        here = next((plan for plan in articles if plan.slug == original), None)
        with self.workspace.reading() as session:
            known = store.list_articles(session, project=self.project_slug, slug=original)
            is_same = here is None or here.is_same
            if known and is_same and not has_room(session, known[0], one.language):
                return Skipped(one.where, "its paragraphs are all translated already")
            units = to_units(segments.list_segments(session, known[0].id)) if known else ()
        units = here.document.units if here is not None else units
        languages = {"source_language": self.project.source_language, "target_language": one.language}
        aligned = align_piece(units, document.units, **languages) if units else None
        return TranslationPlan(original, one.language, one, document, aligned)

    def _plan_articles(self, parsed: Sequence[tuple[Slice, Document]]) -> tuple[ArticlePlan, ...]:
        named = [(self.names.give(one), one, document) for one, document in parsed]
        self.originals |= {one.group: slug for slug, one, _ in named if one.group}
        with self.workspace.reading() as session:
            return tuple(self._plan_article(session, slug, one, document) for slug, one, document in named)

    def _plan_article(self, session: Session, slug: str, one: Slice, document: Document) -> ArticlePlan:
        known = store.list_articles(session, project=self.project_slug, slug=slug, with_withdrawn=True)
        old = tuple(segments.list_segments(session, known[0].id)) if known else ()
        revision = store.find_revision(session, known[0].id) if known else None
        _refuse_shrinking(slug, old, document.units, is_forced=self.options.force)
        pairs = self._pair(to_units(old), document.units)
        removed = segments.list_segments(session, known[0].id, is_live=False) if known else []
        returned = self._find_returned(pairs, document.units, removed)
        return ArticlePlan(
            project=self.project_slug,
            slug=slug,
            slice=one,
            document=document,
            pairs=tuple(self._grade(pair, slug, old) for pair in pairs),
            old=old,
            returned={
                position: replace(back, pair=self._grade(back.pair, slug, (back.segment,), is_alone=True))
                for position, back in returned.items()
            },
            base_revision=revision.number if revision else 0,
            is_same=revision is not None
            and not known[0].is_withdrawn
            and revision.data == one.data
            and known[0].format == one.format
            and [row.source for row in old] == [unit.text for unit in document.units],
        )

    def _find_returned(
        self, pairs: Sequence[Pair], units: Sequence[Unit], removed: Sequence[SegmentRow]
    ) -> dict[int, Returned]:
        """Which new units are paragraphs that were removed earlier: inserted ones, and parts split off another."""
        new = [position for pair in pairs if pair.change in _CAN_RETURN for position in pair.new]
        if not new or not removed:
            return {}
        found = self._pair(to_units(removed), [units[position] for position in new])
        returned = {
            new[pair.new[0]]: Returned(removed[pair.old[0]], pair)
            for pair in found
            if pair.change in _COMES_BACK and pair.similarity >= _RETURN_SIMILARITY
        }
        # One part of a split keeps the key of what was split.
        for pair in pairs:
            if pair.change is Change.SPLIT and all(position in returned for position in pair.new):
                del returned[max(pair.new, key=lambda position: len(units[position].text))]
        return returned

    def _pair(self, old: Sequence[Unit], new: Sequence[Unit]) -> tuple[Pair, ...]:
        return pair_units(old, new, language=self.project.source_language, sensitive=self.sensitive)

    def _grade(self, pair: Pair, slug: str, rows: Sequence[SegmentRow], *, is_alone: bool = False) -> Pair:
        """A level that a person gives holds for every change of wording."""
        if pair.level is Level.NONE or pair.change in (Change.INSERTED, Change.DELETED):
            return pair
        level = self.options.level
        for key in [rows[0 if is_alone else position].key for position in pair.old]:
            for name in (key, f"{slug}/{key}"):
                if name in self.options.levels:
                    level = self.options.levels[name]
                    self.levels_used.add(name)
        if level is None:
            return pair
        return replace(pair, level=level, reasons=(*pair.reasons, SET_BY_PERSON))


def _refuse_shrinking(slug: str, old: Sequence[SegmentRow], new: Sequence[Unit], *, is_forced: bool) -> None:
    if is_forced:
        return
    if len(old) >= 3 and len(new) < len(old) * _SHRINK_LIMIT:
        raise RefusedError(
            f"'{slug}' would shrink from {len(old)} paragraphs to {len(new)}", "if that is meant, add --force"
        )
    if any(row.kind not in _HEADS for row in old) and all(unit.kind in _HEADS for unit in new):
        raise RefusedError(f"'{slug}' would be left without its text", "if that is meant, add --force")
    before, after = sum(len(row.source) for row in old), sum(len(unit.text) for unit in new)
    if before >= _WORTH_GUARDING and after < before * _SHRINK_LIMIT:
        raise RefusedError(
            f"'{slug}' would shrink from {before:,} letters to {after:,}", "if that is meant, add --force"
        )
