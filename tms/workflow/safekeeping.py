"""Backups, and looking into a workspace that may be damaged."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import groupby
from pathlib import Path

from sqlmodel import Session

from tms.config import Settings
from tms.errors import InputError, NotFoundError
from tms.formats import get_format
from tms.store import articles as article_store
from tms.store import schema, segments
from tms.store.rows import TranslationRow
from tms.store.translations import get_translation, hash_event, list_all_events
from tms.workflow.diffing import parse_bytes
from tms.workflow.workspace import Workspace, find_database_file, open_workspace


def back_up(workspace: Workspace, target: Path) -> Path:
    """Write the whole database, as of one moment, into a file that is not there yet."""
    settings = workspace.settings
    source = find_database_file(settings)
    if target.exists():
        raise InputError(f"'{target}' is there already", "name a new file")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _copy_database(source, target)
    except (OSError, sqlite3.Error) as error:
        raise InputError(f"'{target}' cannot be written: {error}", "name a folder that you may write to") from error
    return target


def restore_backup(settings: Settings, backup: Path) -> Path:
    """Put a backup in place of the database; what was there is kept beside it. Where that is."""
    target = find_database_file(settings)
    if not backup.is_file():
        raise NotFoundError(f"no file '{backup}'", "check the name")
    problem = _find_damage(backup)
    if problem:
        raise InputError(f"'{backup}' is not a backup of tms: {problem}", "choose another backup")
    settings.data.mkdir(parents=True, exist_ok=True)
    kept = _free_name(target)
    if target.exists():
        _move_aside(target, kept)
    _copy_database(backup, target)
    open_workspace(settings).close()
    return kept


def _copy_database(source: Path, target: Path) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    os.close(handle)
    try:
        with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(name)) as new:
            old.backup(new)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _move_aside(target: Path, kept: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        part = target.with_name(target.name + suffix)
        if part.exists():
            part.replace(kept.with_name(kept.name + suffix))


def _free_name(target: Path) -> Path:
    number = 1
    while (kept := target.with_name(f"{target.stem}-before-restore-{number}{target.suffix}")).exists():
        number += 1
    return kept


def _find_damage(path: Path) -> str:
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            answer = connection.execute("PRAGMA integrity_check").fetchone()[0]
            version = str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])
    except (sqlite3.Error, TypeError) as error:
        return str(error)
    if not schema.is_known(version):
        return "it was made by a newer tms"
    return "" if answer == "ok" else str(answer)


def examine(workspace: Workspace) -> tuple[str, ...]:
    """What is wrong with the workspace, in words; nothing when all is well."""
    problems = []
    if workspace.settings.is_sqlite:
        damage = _find_damage(find_database_file(workspace.settings))
        problems += [f"the database file is damaged: {damage}"] if damage else []
    with workspace.reading() as session:
        problems += _examine_articles(session)
        problems += _examine_histories(session)
    return tuple(problems)


def _examine_articles(session: Session) -> Iterator[str]:
    for article in article_store.list_articles(session):
        revision = article_store.find_revision(session, article.id)
        if revision is None:
            yield f"{article.ref}: the article has no bytes"
            continue
        document = parse_bytes(get_format(article.format), revision.data, article.ref)
        stored = segments.list_segments(session, article.id)
        if [segment.source for segment in stored] != [unit.text for unit in document.units]:
            yield f"{article.ref}: the segments are not those of the article's text; import it again"
        if [segment.position for segment in stored] != list(range(len(stored))):
            yield f"{article.ref}: the order of the segments has gaps; import it again"
        rows = segments.list_translations(session, article_id=article.id)
        yield from _examine_translations(article.ref, rows)
        there = {(row.key, row.language) for row in rows}
        if any((segment.key, language) not in there for segment in stored for language in article.target_languages):
            yield f"{article.ref}: translations are missing; 'tms project sync' adds their rows"


def _examine_translations(ref: str, rows: Sequence[TranslationRow]) -> Iterator[str]:
    texts = {(row.key, row.language) for row in rows if row.text is not None}
    for row in rows:
        if row.source_version is not None and row.source_version > row.version:
            yield f"{ref} {row.key} ({row.language}): made from a version of the source that is not there"
        if row.covered_by is not None and (row.covered_by, row.language) not in texts:
            yield f"{ref} {row.key} ({row.language}): covered by {row.covered_by}, which has no text"


def _examine_histories(session: Session) -> Iterator[str]:
    for translation_id, group in groupby(list_all_events(session), key=lambda event: event.translation_id):
        events = list(group)
        previous = ""
        for number, event in enumerate(events, 1):
            if event.number != number or event.previous_hash != previous or event.hash != hash_event(event):
                yield f"translation {translation_id}: its history was changed at event {event.number}"
                break
            previous = event.hash
        current = get_translation(session, translation_id)
        if events[-1].after != current.text or events[-1].state is not current.state:
            yield f"translation {translation_id}: its text is not the one its history ends with"
