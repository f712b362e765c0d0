"""A first look at an article in an SQLite file, without the library that the rest of the store is written with.

Loading that takes longer than everything else that a first picture needs. Nothing is written here, and what cannot be
read is left to those who open the database properly.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from tms.values import Desk, DeskRow, Glance, Kind, Origin, Place, State

_BEFORE = 12
_AFTER = 60

_ARTICLE = """
SELECT article.id, project.slug, article.slug, article.title, project.source_language, project.target_languages
FROM article JOIN project ON project.id = article.project_id
WHERE article.label = '' AND article.withdrawn_at IS NULL
  AND (project.slug || '/' || article.slug = ? OR article.slug = ?)
"""
_MEMBER = "SELECT id FROM member WHERE is_active AND pen_name = coalesce(?, pen_name)"
_COUNT = "SELECT count(*) FROM segment WHERE article_id = ? AND position IS NOT NULL"
_NAMED = "SELECT position FROM segment WHERE article_id = ? AND key = ? AND position IS NOT NULL"
_OPEN = """
SELECT segment.position
FROM segment JOIN translation ON translation.segment_id = segment.id AND translation.language = ?
WHERE segment.article_id = ? AND segment.position IS NOT NULL
  AND translation.state IN ('initial', 'draft') AND translation.covered_by IS NULL
ORDER BY segment.position LIMIT 1
"""
_ROWS = """
SELECT segment.key, segment.kind, segment.position, source_version.text, segment.version, translation.text,
       translation.state, translation.origin, translation.revision, translation.engine, translation.covered_by,
       working_copy.text, working_copy.revision
FROM segment
JOIN source_version ON source_version.segment_id = segment.id AND source_version.number = segment.version
JOIN translation ON translation.segment_id = segment.id AND translation.language = ?
LEFT JOIN working_copy ON working_copy.translation_id = translation.id AND working_copy.member_id = ?
WHERE segment.article_id = ? AND segment.position BETWEEN ? AND ?
ORDER BY segment.position
"""


def read_glance(file: Path, place: Place, member: str | None) -> Glance | None:
    """Some rows around a segment, or around the first that nobody has translated; None where that is not to be had.

    An article with a label is not shown before its notice was read.
    """
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True, timeout=0.2)) as connection:
            return _read(connection, place, member)
    except (sqlite3.Error, ValueError, TypeError):
        return None


def _read(connection: sqlite3.Connection, place: Place, member: str | None) -> Glance | None:
    language = place.language
    found = connection.execute(_ARTICLE, (place.ref, place.ref)).fetchall()
    if len(found) != 1:
        return None
    article_id, project, slug, title, source_language, targets = found[0]
    if f'"{language}"' not in targets:
        return None
    named = connection.execute(_NAMED, (article_id, place.key)).fetchone() if place.key is not None else None
    position = (named or connection.execute(_OPEN, (language, article_id)).fetchone() or (0,))[0]
    members = connection.execute(_MEMBER, (member,)).fetchall()
    mine = members[0][0] if len(members) == 1 else ""
    window = (position - _BEFORE, position + _AFTER)
    rows = tuple(map(_to_row, connection.execute(_ROWS, (language, mine, article_id, *window))))
    if not rows:
        return None
    total = connection.execute(_COUNT, (article_id,)).fetchone()[0]
    opened = next((row.key for row in rows if row.position == position), rows[0].key)
    return Glance(Desk(project, slug, title, source_language, language, rows), opened, total)


def _to_row(values: tuple[Any, ...]) -> DeskRow:
    key, kind, position, source, version, text, state, origin, revision, engine, covered_by, typed, typed_revision = (
        values
    )
    return DeskRow(
        *(key, Kind(kind), position, source, version, text),
        *(State(state), Origin(origin), revision, engine),
        covered_by=covered_by,
        working_text=typed,
        working_revision=typed_revision,
    )
