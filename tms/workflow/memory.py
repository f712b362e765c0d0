"""The memory of the workspace: its translations, what they replaced, and imported files."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session

from tms.errors import InputError
from tms.exchange import read_tmx_pairs, write_tmx
from tms.memory import MemoryIndex
from tms.memory import find_concordance as find_in_memory
from tms.store import articles as article_store
from tms.store import memory as store
from tms.store import segments
from tms.store.rows import TranslationRow
from tms.text.normalize import hash_text
from tms.values import ConcordanceHit, Match, MemoryPair, Origin, State
from tms.workflow.bilingual import read_bilingual
from tms.workflow.files import read_file, write_file
from tms.workflow.workspace import Workspace

# So many events back something may still have come in late, from a transaction that took its number early.
_LATE_EVENTS = 200


@dataclass(frozen=True, slots=True)
class MemoryCount:
    """How many texts of an origin and state the memory has in a language."""

    language: str
    origin: Origin
    state: str
    count: int


def get_memory(workspace: Workspace, session: Session) -> MemoryIndex:
    """The index over everything translated here; kept current, built anew only after an import."""
    caches = workspace.caches
    stamp = store.read_stamp(session)
    with caches.lock:
        if caches.memory is None or caches.memory_stamp[2:] != stamp[2:]:
            caches.memory = MemoryIndex(_list_all(session))
        elif caches.memory_stamp != stamp:
            _catch_up(session, caches.memory, max(0, caches.memory_stamp[0] - _LATE_EVENTS))
        caches.memory_stamp = stamp
        return caches.memory


def _list_all(session: Session) -> Iterable[MemoryPair]:
    refs = store.map_article_refs(session)
    yield from _list_current(segments.list_translations(session), refs)
    yield from store.list_superseded(session)
    yield from store.list_imported(session)


def _list_current(rows: Sequence[TranslationRow], refs: dict[int, str]) -> Iterable[MemoryPair]:
    by_text: dict[tuple[int, str], list[TranslationRow]] = defaultdict(list)
    for row in rows:
        by_text[row.article_id, row.language].append(row)
    for (article_id, _), texts in by_text.items():
        sources = ["", *(row.source for row in texts), ""]
        for place, row in enumerate(texts):
            if is_memorable(row):
                yield _to_pair(row, refs[article_id], sources[place], sources[place + 2])


def is_memorable(row: TranslationRow) -> bool:
    """Whether a translation feeds the memory: done by a person and made from the source that stands beside it."""
    return row.text is not None and row.state.is_done and row.source_version == row.version


def _to_pair(row: TranslationRow, ref: str, before: str, after: str) -> MemoryPair:
    return MemoryPair(
        source=row.source,
        target=row.text or "",
        language=row.language,
        origin=row.origin,
        article=ref,
        segment=row.key,
        is_reviewed=row.state is State.REVIEWED,
        before=before,
        after=after,
        updated_at=row.updated_at.isoformat(),
    )


def _catch_up(session: Session, memory: MemoryIndex, after_event: int) -> None:
    """Take in what was saved since: the segments concerned are read again."""
    refs = store.map_article_refs(session)
    changed = store.list_changed(session, after_event)
    for _, article_id, key, language in changed:
        rows = segments.list_translations(session, article_id=article_id, language=language)
        memory.remove(refs[article_id], key, language)
        for pair in _list_current(rows, refs):
            if pair.segment == key:
                memory.add(pair)
    for pair in store.list_superseded(session, translation_ids=[one for one, *_ in changed]):
        memory.add(pair)


def search_memory(
    workspace: Workspace, text: str, language: str, *, minimum: int = 70, top: int = 5
) -> tuple[Match, ...]:
    """Translations of texts like this one, best first."""
    with workspace.reading() as session:
        memory = get_memory(workspace, session)
    return memory.search(text, language, minimum=minimum, top=top)


def find_concordance(workspace: Workspace, words: str, language: str, *, top: int = 20) -> tuple[ConcordanceHit, ...]:
    """Where these words were translated before, in either language."""
    with workspace.reading() as session:
        memory = get_memory(workspace, session)
    return tuple(find_in_memory(memory, words, language, top=top))


def import_memory(workspace: Workspace, path: Path, *, language: str | None = None, source_language: str = "en") -> int:
    """Take in a TMX, PO, XLIFF, CSV or TSV file as memory; how many pairs were new."""
    pairs = _read_pairs(path, language, source_language)
    with workspace.writing() as session:
        known = store.list_known_hashes(session)
        entries: dict[str, dict[str, object]] = {}
        for pair in pairs:
            pair_hash = hash_text(f"{pair.language}\0{pair.source}\0{pair.target}")
            if pair_hash not in known and pair.source.strip() and pair.target.strip():
                entries[pair_hash] = {
                    "language": pair.language,
                    "source": pair.source,
                    "target": pair.target,
                    "origin": Origin.IMPORT,
                    "file": path.name,
                    "pair_hash": pair_hash,
                }
        store.add_entries(session, list(entries.values()))
    return len(entries)


def _read_pairs(path: Path, language: str | None, source_language: str) -> Sequence[MemoryPair]:
    if path.suffix.lower() == ".tmx":
        return read_tmx_pairs(read_file(path), str(path), source_language=source_language)
    file = read_bilingual(path, language=language)
    target = file.target_language or language
    if not target:
        raise InputError(f"'{path}' does not say its target language", "name it with --lang")
    return [MemoryPair(entry.source, entry.target, target, Origin.IMPORT) for entry in file.entries]


def export_memory(workspace: Workspace, path: Path, *, language: str | None = None, source_language: str = "en") -> int:
    """Write the memory as TMX; how many pairs."""
    if path.suffix.lower() != ".tmx":
        raise InputError(f"'{path}' is not a .tmx name", "a memory is written as TMX; name the file so")
    with workspace.reading() as session:
        memory = get_memory(workspace, session)
        languages = (
            [language]
            if language
            else sorted({m for a in article_store.list_articles(session) for m in a.target_languages})
        )
    # What a translation is now stands in its history as well: each pair goes out once.
    unique = {(pair.language, pair.source, pair.target): pair for one in languages for pair in memory.list_pairs(one)}
    pairs = list(unique.values())
    write_file(path, write_tmx(pairs, source_language=source_language))
    return len(pairs)


def count_memory(workspace: Workspace) -> tuple[MemoryCount, ...]:
    """What the memory is made of."""
    with workspace.reading() as session:
        counts = store.count_origins(session)
        imported: dict[str, int] = defaultdict(int)
        for pair in store.list_imported(session):
            imported[pair.language] += 1
    own = [MemoryCount(language, origin, state.value, n) for (language, origin, state), n in sorted(counts.items())]
    return (*own, *(MemoryCount(language, Origin.IMPORT, "memory file", n) for language, n in sorted(imported.items())))
