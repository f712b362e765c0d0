"""The finished article comes out: behind the gate for publication, or for exchange with other tools."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session

from tms.errors import GateError, InputError, NotFoundError
from tms.exchange import write_csv, write_po, write_xliff
from tms.formats import Format, get_format
from tms.models import Publication
from tms.publish import ArticlePart, ArticleText, ManifestEntry, build_manifest, mark_untranslated, write_html
from tms.store import articles as store
from tms.store import segments
from tms.store.members import map_pen_names
from tms.store.rows import ArticleRow, TranslationRow
from tms.text.markup import strip_markup
from tms.tracking import pair_units
from tms.values import BilingualEntry, BilingualFile, Document, Kind, State
from tms.workflow.articles import get_article, require_language
from tms.workflow.checking import Checker
from tms.workflow.diffing import parse_bytes
from tms.workflow.files import write_file
from tms.workflow.locals import carry_notes, list_notes
from tms.workflow.people import get_member, name_member
from tms.workflow.reporting import list_blockers
from tms.workflow.standing import Standing, measure_standing, read_history
from tms.workflow.units import to_units
from tms.workflow.workspace import Workspace

PUBLICATION = ("source", "html", "json")
EXCHANGE = ("po", "xliff", "csv")
EXPORT_FORMATS = (*PUBLICATION, *EXCHANGE)


@dataclass(frozen=True, slots=True)
class Exported:
    """One exported file: its name and bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class _Opened:
    """An article read for export in one language."""

    article: ArticleRow
    form: Format
    document: Document
    data: bytes
    language: str
    rows: tuple[TranslationRow, ...]
    standings: Mapping[str, Standing]
    notes: tuple[TranslationRow, ...]


def export_articles(
    workspace: Workspace,
    refs: Sequence[str],
    language: str,
    form: str,
    *,
    allow_incomplete: bool = False,
    folder: Path | None = None,
) -> tuple[Exported, ...]:
    """Export articles in one form, into a folder where one is named.

    Raises GateError with the reasons when one may not be published yet. `allow_incomplete` opens the gate; what is
    not translated comes out in the source language, visibly marked. A publication is noted once its file is written.
    """
    if form not in EXPORT_FORMATS:
        raise NotFoundError(f"no export format '{form}'", f"formats are {', '.join(EXPORT_FORMATS)}")
    if not refs:
        raise InputError("no article is named", "for example: tms export demo/letters --lang fr --to source")
    with workspace.reading() as session:
        opened = [_open_article(session, ref, language) for ref in dict.fromkeys(refs)]
        names = map_pen_names(session)
        if form in PUBLICATION and not allow_incomplete:
            _require_open_gate(Checker(workspace, session), session, opened)
    exported = tuple(_export(one, form, names, allow_incomplete=allow_incomplete) for one in opened)
    twin = next((e.name for e in exported if sum(other.name == e.name for other in exported) > 1), None)
    if twin is not None:
        raise InputError(f"two articles would become the file '{twin}'", "export them into different folders")
    if folder is not None:
        for export in exported:
            write_file(folder / export.name, export.data)
    if form in PUBLICATION and not allow_incomplete:
        _note_publications(workspace, opened, exported, form)
    return exported


def _open_article(session: Session, ref: str, language: str) -> _Opened:
    article = get_article(session, ref)
    if language != article.source_language:
        require_language(article, language)
    revision = store.find_revision(session, article.id)
    if revision is None:
        raise NotFoundError(f"'{ref}' has no text", "import it again")
    form = get_format(article.format)
    document = parse_bytes(form, revision.data, ref)
    rows = tuple(segments.list_translations(session, article_id=article.id, language=language))
    history = read_history(session, article)
    standings = {row.key: measure_standing(row, history) for row in rows}
    notes = tuple(row for row in list_notes(session, article.id, language) if not _is_missing(row))
    return _Opened(article, form, document, revision.data, language, rows, standings, notes)


def _require_open_gate(checker: Checker, session: Session, opened: Sequence[_Opened]) -> None:
    reasons: list[str] = []
    for one in opened:
        if one.language != one.article.source_language:
            blockers = list_blockers(checker, session, one.article, one.language)
            reasons += [f"{one.article.ref}: {blocker.message}" for blocker in blockers]
            if not blockers and None in _match_rows(one):
                reasons.append(
                    f"{one.article.ref}: its paragraphs are cut otherwise than when it came in; import it again"
                )
    if reasons:
        raise GateError(
            f"not ready for publication in '{opened[0].language}'",
            "finish it, or add --allow-incomplete to see it as it stands",
            reasons=tuple(reasons),
        )


def _note_publications(
    workspace: Workspace, opened: Sequence[_Opened], exported: Sequence[Exported], form: str
) -> None:
    with workspace.writing() as session:
        member = get_member(workspace, session)
        for one, export in zip(opened, exported, strict=True):
            if one.language != one.article.source_language:
                session.add(
                    Publication(
                        article_id=one.article.id,
                        language=one.language,
                        format=form,
                        sha256=hashlib.sha256(export.data).hexdigest(),
                        member_id=member.id,
                    )
                )


def _export(one: _Opened, form: str, names: Mapping[str, str], *, allow_incomplete: bool) -> Exported:
    writers: Mapping[str, tuple[str, Callable[[], bytes]]] = {
        "source": (_suffix(one.form), lambda: _write_source(one, is_marked=allow_incomplete)),
        "html": (".html", lambda: _write_html(one)),
        "json": (".json", lambda: _write_json(one, names)),
        "po": (".po", lambda: write_po(_bilingual(one, "po"))),
        "xliff": (".xlf", lambda: write_xliff(_bilingual(one, "xliff"))),
        "csv": (".csv", lambda: write_csv(_bilingual(one, "csv"))),
    }
    suffix, write = writers[form]
    return Exported(f"{one.article.slug}.{one.language}{suffix}", write())


def _suffix(form: Format) -> str:
    return form.suffixes[0]


def _write_source(one: _Opened, *, is_marked: bool) -> bytes:
    if one.language == one.article.source_language:
        return one.data
    return one.form.serialize(one.document, _targets(one, _mark_for_readers(one) if is_marked else None)).encode()


def _mark_for_readers(one: _Opened) -> Callable[[str], str]:
    """In a plain or Markdown text only words can say that a paragraph is in another language."""
    return f"[{one.article.source_language.upper()}] {{}}".format


def _is_missing(row: TranslationRow) -> bool:
    """Whether the source has to stand in for it: nothing there, or a machine's draft that nobody has read."""
    return row.covered_by is None and (row.text is None or not row.state.is_done)


def _match_rows(one: _Opened) -> list[TranslationRow | None]:
    """The stored segment of each unit; where a newer parser cuts the bytes otherwise, pairing finds it again."""
    units = one.document.units
    if [row.source for row in one.rows] == [unit.text for unit in units]:
        return list(one.rows)
    stored = to_units(one.rows)
    found: list[TranslationRow | None] = [None] * len(units)
    for pair in pair_units(stored, units):
        if len(pair.old) == 1 and len(pair.new) == 1 and pair.similarity == 100:
            found[pair.new[0]] = one.rows[pair.old[0]]
    return found


def _write_html(one: _Opened) -> bytes:
    article = ArticleText(
        format=one.form.id,
        title=_find_title(one),
        language=one.language,
        text="" if one.form.id == "text" else _write_marked(one),
        parts=_parts(one) if one.form.id == "text" else (),
        source_language=one.article.source_language,
    )
    return write_html(article).encode()


def _find_title(one: _Opened) -> str:
    """The title is what the first heading became."""
    for row in one.rows:
        if row.source == one.document.title and not _is_missing(row):
            return strip_markup(row.text or "")
    return strip_markup(one.document.title)


def _parts(one: _Opened) -> tuple[ArticlePart, ...]:
    if one.language == one.article.source_language:
        return tuple(ArticlePart(unit.kind, unit.text, one.language) for unit in one.document.units)
    rows = _match_rows(one)
    parts = [
        ArticlePart(unit.kind, unit.text, one.article.source_language)
        if row is None or _is_missing(row)
        else ArticlePart(unit.kind, row.text or "", one.language)
        for unit, row in zip(one.document.units, rows, strict=True)
    ]
    # From the end, so that the places before stay what they are.
    for note, place in reversed(_place_notes(one, rows)):
        parts.insert(place + 1, ArticlePart(Kind.PARAGRAPH, note.text or "", one.language))
    return tuple(parts)


def _write_marked(one: _Opened) -> str:
    """The article with what is still in the source language marked for the HTML writer."""
    if one.language == one.article.source_language:
        return one.form.serialize(one.document, [None] * len(one.document.units))
    return one.form.serialize(one.document, _targets(one, mark_untranslated))


def _targets(one: _Opened, mark: Callable[[str], str] | None) -> list[str | None]:
    rows = _match_rows(one)
    targets = [
        (mark(unit.text) if mark else None) if row is None or _is_missing(row) else (row.text or "")
        for unit, row in zip(one.document.units, rows, strict=True)
    ]
    notes = [(note.text or "", place) for note, place in _place_notes(one, rows)]
    return carry_notes(one.document.units, targets, notes)


def _place_notes(one: _Opened, rows: Sequence[TranslationRow | None]) -> list[tuple[TranslationRow, int]]:
    """What only the translation has, each with the place of the unit that it stands after, -1 for the start."""
    places = {row.key: place for place, row in enumerate(rows) if row is not None}
    placed = [(note, -1 if note.after_key is None else places.get(note.after_key, len(rows) - 1)) for note in one.notes]
    return sorted(placed, key=lambda pair: pair[1])


def _write_json(one: _Opened, names: Mapping[str, str]) -> bytes:
    """The texts with the manifest; a text that may not be shown yet (a draft) is not in it."""
    entries = [
        ManifestEntry(
            key=row.key,
            source=row.source,
            target=None if _is_missing(row) else row.text,
            state=row.state,
            reviewer=name_member(names, row.reviewer_id) if row.reviewer_id else "",
        )
        for row in _list_in_order(one)
    ]
    document = build_manifest(one.article.ref, one.language, entries)
    texts = [
        {
            "key": row.key,
            "kind": row.kind.value,
            "source": row.source,
            "target": None if _is_missing(row) else row.text,
            "origin": row.origin.value,
            "covered_by": row.covered_by,
            "stale": row.key in one.standings and one.standings[row.key].is_stale,
            "after": row.after_key,
        }
        for row in _list_in_order(one)
    ]
    document |= {"title": _find_title(one), "format": one.form.id, "segments": texts}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _list_in_order(one: _Opened) -> list[TranslationRow]:
    """The segments in reading order, what only the translation has each in its place."""
    rows = list(one.rows)
    for note, place in reversed(_place_notes(one, rows)):
        rows.insert(place + 1, note)
    return rows


def _bilingual(one: _Opened, form: str) -> BilingualFile:
    entries = [
        BilingualEntry(
            number=number,
            source=row.source,
            target=row.text or "",
            key=row.key,
            state=row.state,
            previous_source=_previous(one.standings[row.key], row),
            note=f"its translation is in {row.covered_by}" if row.covered_by else "",
            revision=row.revision,
        )
        for number, row in enumerate(one.rows, 1)
    ]
    return BilingualFile(form, tuple(entries), one.article.source_language, one.language, one.article.ref)


def _previous(standing: Standing, row: TranslationRow) -> str | None:
    return standing.made_from_text if standing.is_stale and row.state is not State.INITIAL else None
