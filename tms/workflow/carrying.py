"""What becomes of translations when paragraphs are split, merged or leave: carried over as drafts, nothing lost."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields, replace
from datetime import UTC, datetime

from sqlmodel import Session

from tms.errors import RefusedError
from tms.store import segments
from tms.store.rows import ArticleRow, TranslationRow
from tms.store.translations import Act, NewText, list_events, save_text
from tms.tracking import Share, divide_target, join_targets
from tms.values import Change, EventKind, Level, Origin, Pair, State
from tms.workflow.editing import keep_row
from tms.workflow.importing_plan import ArticlePlan, find_kept
from tms.workflow.noting import UndoNote, make_note
from tms.workflow.standing import measure_standing, read_history

# Of several origins the one that most needs a person's eye marks the whole.
_BY_CARE = (Origin.MACHINE, Origin.MEMORY, Origin.IMPORT, Origin.HUMAN)

_Rows = dict[tuple[str, str], TranslationRow]


class Carrier:
    """Reads the translations of an article before an import is written, and carries them over afterwards.

    From its making until the transaction ends nobody else can save a translation of the article.
    """

    def __init__(self, session: Session, article: ArticleRow, act: Act) -> None:
        self.session = session
        self.article = article
        self.act = act
        segments.lock_translations(session, article.id)
        self.before = self._read()
        self.covers = _list_covers(self.before)
        self.history = read_history(session, article)
        self._notes: dict[int, UndoNote] = {}

    @property
    def notes(self) -> tuple[UndoNote, ...]:
        """What every translation that was written was before."""
        return tuple(self._notes.values())

    def _read(self) -> _Rows:
        rows = segments.list_translations(self.session, article_id=self.article.id)
        return {(row.key, row.language): row for row in rows}

    def carry(self, plan: ArticlePlan, keys: Mapping[int, str], removed: AbstractSet[str]) -> None:
        """Divide and join the translations of split and merged paragraphs; `keys` are the new ones by position."""
        changed = [pair for pair in plan.pairs if pair.change in (Change.SPLIT, Change.MERGED)]
        if not changed and not removed and not plan.returned:
            return
        self.after = self._read()
        for language in self.article.target_languages:
            for pair in changed:
                if pair.change is Change.SPLIT:
                    self._divide(plan, pair, keys, language)
                else:
                    self._join(plan, pair, keys, language)
        self.settle({keys[position] for position in plan.returned})

    def settle(self, returned: AbstractSet[str] = frozenset()) -> None:
        """Nothing is covered by what is gone or empty; what is back under a cover has to be looked at."""
        self.after = self._read()
        for row in list(self.after.values()):
            cover = self.after.get((row.covered_by or "", row.language))
            if row.covered_by is None:
                continue
            if cover is None or cover.text is None:
                gone = NewText(None, State.INITIAL, Origin.HUMAN)
                self._save(row.key, row.language, gone, f"the translation in {row.covered_by} is gone")
            elif row.key in returned and row.state is not State.DRAFT:
                self._save(row.key, row.language, keep_row(row, state=State.DRAFT), "it was away for a while")

    def _divide(self, plan: ArticlePlan, pair: Pair, keys: Mapping[int, str], language: str) -> None:
        row = self.before.get((plan.old[pair.old[0]].key, language))
        if row is None or row.covered_by is not None:
            self._cover_parts(row, pair, keys)
            return
        kept = find_kept(pair, plan.document.units, plan.returned)
        # What is back under its own key with a translation keeps it, unless this one says something newer of it.
        own = {position for position in plan.returned if self.after[(keys[position], language)].text is not None}
        shares = dict(zip(pair.new, self._share_out(plan, pair, row), strict=False))
        is_known = bool(shares) or own >= set(pair.new) - {kept}
        earlier = self._find_earlier(row, plan.document.units[kept].text) if is_known else None
        for position, share in shares.items():
            has_nothing = not share.text and share.covered_by is None
            is_kept = position == kept and earlier is not None
            keeps_own = position in own and (
                earlier is not None or has_nothing or self._is_newer(self.after[(keys[position], language)], row)
            )
            if not is_kept and not keeps_own:
                version = 0 if self._is_clean(row, pair) or position != kept else row.source_version
                self._write(keys[position], row, share, version or None, keys, pair)
        if earlier is not None:
            self._save(row.key, language, earlier, f"{row.key} is again what it was")

    def _find_earlier(self, row: TranslationRow, text: str) -> NewText | None:
        """What a merge joined and nobody touched since is, once cut again, what it was before."""
        events = list_events(self.session, row.id)
        if not events or events[-1].kind is not EventKind.CARRIED:
            return None
        wordings = self.history.wordings.get(row.segment_id, ())
        same = {wording.number for wording in wordings if wording.text == text}
        event = next((e for e in reversed(events) if e.source_version in same and e.after is not None), None)
        if event is None:
            return None
        state = State.TRANSLATED if event.state is State.REVIEWED else event.state
        version = self.after[(row.key, row.language)].version
        return NewText(event.after, state, event.origin, source_version=version)

    def _is_newer(self, row: TranslationRow, other: TranslationRow) -> bool:
        """Whether a person wrote the one after the other; what imports carried does not count."""
        return self._find_last_written(row) > self._find_last_written(other)

    def _find_last_written(self, row: TranslationRow) -> datetime:
        written = [event.at for event in list_events(self.session, row.id) if event.kind is not EventKind.CARRIED]
        return max(written, default=datetime.min.replace(tzinfo=UTC))

    def _cover_parts(self, row: TranslationRow | None, pair: Pair, keys: Mapping[int, str]) -> None:
        """The translation of all parts stands in another paragraph still."""
        if row is None:
            return
        for key in (keys[position] for position in pair.new):
            version = row.source_version if key == row.key else self.after[(key, row.language)].version
            covered = keep_row(row, state=State.DRAFT, source_version=version)
            self._save(key, row.language, covered, f"split off {row.key}")

    def _share_out(self, plan: ArticlePlan, pair: Pair, row: TranslationRow) -> Sequence[Share]:
        if row.text is None or (row.key, row.language) in self.covers:
            return ()
        divided = divide_target(
            measure_standing(row, self.history).made_from_text or row.source,
            [plan.document.units[position].text for position in pair.new],
            row.text,
            source_language=self.article.source_language,
            target_language=row.language,
        )
        return divided.shares if divided else ()

    def _write(
        self, key: str, row: TranslationRow, share: Share, version: int | None, keys: Mapping[int, str], pair: Pair
    ) -> None:
        target = self.after[(key, row.language)]
        cover = keys[pair.new[share.covered_by]] if share.covered_by is not None else None
        new = NewText(None, State.INITIAL, Origin.HUMAN)
        if share.text or cover:
            new = NewText(
                share.text or None,
                State.DRAFT,
                row.origin,
                engine=row.engine,
                source_version=version or target.version,
                covered_by=cover,
            )
        self._save(key, row.language, new, f"{row.key} was split: {share.reason}")

    def _join(self, plan: ArticlePlan, pair: Pair, keys: Mapping[int, str], language: str) -> None:
        rows = [self.before[(plan.old[position].key, language)] for position in pair.old]
        first, texts = rows[0], [row.text for row in rows if row.covered_by is None]
        own = {row.key for row in rows}
        if not any(texts):
            return
        unit = plan.document.units[pair.new[0]]
        text = join_targets(texts, source=unit.text)
        version = self.after[(keys[pair.new[0]], language)].version
        is_clean = all(self._is_clean(row, pair) for row in rows) and None not in texts
        wordings = self.history.wordings.get(first.segment_id, ())
        is_made_for_it = first.source_version in {one.number for one in wordings if one.text == unit.text}
        if first.text is not None and (is_made_for_it or (text == first.text and is_clean)):
            reviewed = version if first.reviewed_version is not None else None
            new = keep_row(first, source_version=version, reviewed_version=reviewed)
        else:
            origin = min((row.origin for row in rows if row.text), key=_BY_CARE.index)
            made_from = version if is_clean or first.text is None else first.source_version
            engine = next((row.engine for row in rows if row.origin is origin), "")
            new = NewText(text, State.DRAFT, origin, engine=engine, source_version=made_from)
        self._save(first.key, language, new, f"joined from {', '.join(row.key for row in rows)}")
        for gone in own - {first.key}:
            for key in self.covers.get((gone, language), ()):
                if key not in own and (key, language) in self.after:
                    covered = keep_row(self.after[(key, language)], covered_by=first.key)
                    self._save(key, language, covered, f"{gone} was merged")

    def _is_clean(self, row: TranslationRow, pair: Pair) -> bool:
        """Whether nothing but the cuts between paragraphs has changed since the translation was made."""
        standing = measure_standing(row, self.history)
        return not standing.is_stale and pair.level.rank < Level.CONTENT.rank

    def _save(self, key: str, language: str, new: NewText, reason: str) -> None:
        row = self.after[(key, language)]
        if new == keep_row(row):
            return
        if not save_text(self.session, row.id, new, replace(self.act, reason=reason), expect_revision=row.revision):
            raise RefusedError(f"'{self.article.ref}' was worked on at this moment", "run the import again")
        self.after[(key, language)] = replace(
            row,
            revision=row.revision + 1,
            member_id=self.act.member_id,
            **{field.name: getattr(new, field.name) for field in fields(NewText)},
        )
        note = self._notes.get(row.id) or make_note(row)
        self._notes[row.id] = replace(note, revision=row.revision + 1)


def _list_covers(rows: _Rows) -> dict[tuple[str, str], list[str]]:
    """What is covered by a paragraph, by its key and language."""
    covers: dict[tuple[str, str], list[str]] = {}
    for row in rows.values():
        if row.covered_by is not None:
            covers.setdefault((row.covered_by, row.language), []).append(row.key)
    return covers
