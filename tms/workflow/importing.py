"""Take in article files: plan what became of each paragraph, show it, apply it in one transaction."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sqlmodel import Session

from tms.errors import InputError, NotFoundError, RefusedError
from tms.formats import FORMATS
from tms.store import articles as store
from tms.store import segments
from tms.store.rows import SegmentRow
from tms.tracking import pair_units
from tms.values import Change, Document, Level, Pair, Unit
from tms.workflow.articles import get_project
from tms.workflow.diffing import parse_document
from tms.workflow.files import read_file
from tms.workflow.importing_apply import apply_article
from tms.workflow.importing_plan import SET_BY_PERSON, ArticlePlan, ImportOptions, Returned
from tms.workflow.projects import SLUG
from tms.workflow.workspace import Workspace

# A re-import that leaves less than this share of the paragraphs is taken for an accident.
_SHRINK_LIMIT = 1 / 3
# A removed paragraph comes back under its key when this much of it is the same.
_RETURN_SIMILARITY = 80
_CAN_RETURN = (Change.INSERTED, Change.SPLIT)
_COMES_BACK = (Change.UNCHANGED, Change.MOVED, Change.EDITED)
_LONGEST_SLUG = 150


def plan_import(
    workspace: Workspace, project: str, paths: Sequence[Path], options: ImportOptions | None = None
) -> tuple[ArticlePlan, ...]:
    """Read the files and work out what would change; nothing is written."""
    options = options or ImportOptions()
    files = [file for path in paths for file in _list_files(path)]
    if options.slug is not None and len(files) != 1:
        raise InputError("--article names one article, but there are several files", "import them one by one")
    parsed = [_parse_file(path, options) for path in files]
    _refuse_twins([slug for slug, *_ in parsed])
    with workspace.reading() as session:
        get_project(session, project)
        return tuple(_plan_article(session, project, file, options) for file in parsed)


def apply_import(workspace: Workspace, plans: Sequence[ArticlePlan]) -> None:
    """Carry out the plans, all in one transaction; raises RefusedError when an article changed since it was planned."""
    with workspace.writing() as session:
        for plan in plans:
            if not plan.is_same:
                apply_article(workspace, session, plan)


_Parsed = tuple[str, str, bytes, Document]


def _list_files(path: Path) -> list[Path]:
    if str(path) == "-" or not path.is_dir():
        return [path]
    endings = {suffix for known in FORMATS for suffix in known.suffixes}
    found = sorted(p for p in path.rglob("*") if p.is_file() and p.suffix.lower() in endings)
    if not found:
        raise NotFoundError(f"no article files in '{path}'", f"known endings are {', '.join(sorted(endings))}")
    return found


def _parse_file(path: Path, options: ImportOptions) -> _Parsed:
    is_stdin = str(path) == "-"
    if is_stdin and options.slug is None:
        raise InputError("what comes from standard input has no name", "give it one with --article SLUG")
    slug = _require_slug(options.slug or make_slug(path.stem))
    data = read_file(path)
    form, document = parse_document(data, "standard input" if is_stdin else str(path), options.format_id)
    if not document.units:
        raise InputError(f"'{path}' has no text to translate", "give a file with paragraphs in it")
    return slug, form.id, data, document


def make_slug(stem: str) -> str:
    """The stem as it stands where it can be a slug, else made so."""
    if SLUG.fullmatch(stem) and not stem.startswith("."):
        return stem
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^A-Za-z0-9._-]+", "-", plain).strip("-.")
    return slug or "article-" + hashlib.sha256(stem.encode("utf-8", "surrogateescape")).hexdigest()[:8]


def _require_slug(slug: str) -> str:
    if len(slug) > _LONGEST_SLUG:
        raise InputError(f"'{slug[:40]}…' is too long for an article's name", "give a shorter one with --article")
    if not SLUG.fullmatch(slug) or slug.startswith("."):
        raise InputError(f"'{slug}' cannot be an article's name", "use letters, digits, dots, dashes and underscores")
    return slug


def _refuse_twins(slugs: Sequence[str]) -> None:
    twin = next((slug for slug in slugs if slugs.count(slug) > 1), None)
    if twin is not None:
        raise InputError(f"two files would become the article '{twin}'", "import one of them with --article OTHER-NAME")


def _plan_article(session: Session, project: str, file: _Parsed, options: ImportOptions) -> ArticlePlan:
    slug, format_id, data, document = file
    known = store.list_articles(session, project=project, slug=slug)
    old = tuple(segments.list_segments(session, known[0].id)) if known else ()
    revision = store.find_revision(session, known[0].id) if known else None
    _refuse_shrinking(slug, len(old), len(document.units), is_forced=options.force)
    pairs = pair_units(to_units(old), document.units)
    removed = segments.list_segments(session, known[0].id, is_live=False) if known else []
    return ArticlePlan(
        project=project,
        slug=slug,
        format=format_id,
        data=data,
        document=document,
        pairs=tuple(_graded(pair, options.level) for pair in pairs),
        old=old,
        returned=_find_returned(pairs, document.units, removed, options.level),
        base_revision=revision.number if revision else 0,
        is_same=revision is not None
        and revision.data == data
        and known[0].format == format_id
        and [row.source for row in old] == [unit.text for unit in document.units],
    )


def to_units(rows: Sequence[SegmentRow]) -> tuple[Unit, ...]:
    """Stored segments as units, to be paired with those of a file."""
    return tuple(Unit(row.kind, row.source, row.source, 0) for row in rows)


def _refuse_shrinking(slug: str, old: int, new: int, *, is_forced: bool) -> None:
    if not is_forced and old >= 3 and new < old * _SHRINK_LIMIT:
        raise RefusedError(f"'{slug}' would shrink from {old} paragraphs to {new}", "if that is meant, add --force")


def _graded(pair: Pair, level: Level | None) -> Pair:
    """A level that a person gives holds for every change of wording."""
    if level is None or pair.level is Level.NONE or pair.change in (Change.INSERTED, Change.DELETED):
        return pair
    return replace(pair, level=level, reasons=(*pair.reasons, SET_BY_PERSON))


def _find_returned(
    pairs: Sequence[Pair], units: Sequence[Unit], removed: Sequence[SegmentRow], level: Level | None
) -> dict[int, Returned]:
    """Which new units are paragraphs that were removed earlier: inserted ones, and parts split off another."""
    new = [position for pair in pairs if pair.change in _CAN_RETURN for position in pair.new]
    if not new or not removed:
        return {}
    found = pair_units(to_units(removed), [units[position] for position in new])
    returned = {
        new[pair.new[0]]: Returned(removed[pair.old[0]], _graded(pair, level))
        for pair in found
        if pair.change in _COMES_BACK and pair.similarity >= _RETURN_SIMILARITY
    }
    # One part of a split keeps the key of what was split.
    for pair in pairs:
        if pair.change is Change.SPLIT and all(position in returned for position in pair.new):
            del returned[max(pair.new, key=lambda position: len(units[position].text))]
    return returned
