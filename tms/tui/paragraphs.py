"""The paragraphs of an opened article with what is typed in them: plain state, no screen."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import replace

from tms.values import Desk, DeskRow, State


class Paragraphs:
    """All rows in reading order, and which of them a filter shows."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.rows = list(desk.rows)
        self.shown = list(range(len(self.rows)))
        self._index = {row.key: index for index, row in enumerate(self.rows)}
        # Counted along, not each time: headers ask with every key.
        self.done = sum(not row.needs_work for row in self.rows)
        self.stale = sum(row.is_stale for row in self.rows)

    def __contains__(self, key: str) -> bool:
        return key in self._index

    def index_of(self, key: str) -> int:
        """Where a paragraph stands in the article."""
        return self._index[key]

    def get(self, key: str) -> DeskRow:
        """A paragraph by its key."""
        return self.rows[self._index[key]]

    def place_of(self, key: str) -> int | None:
        """Where a paragraph stands among the shown ones."""
        index = self._index[key]
        place = bisect_left(self.shown, index)
        return place if place < len(self.shown) and self.shown[place] == index else None

    def _set(self, row: DeskRow) -> None:
        index = self._index[row.key]
        old = self.rows[index]
        self.rows[index] = row
        self.done += old.needs_work - row.needs_work
        self.stale += row.is_stale - old.is_stale

    def put(self, row: DeskRow) -> DeskRow:
        """Take a row as it is in the store now; what was typed here, and what it started from, stay."""
        typed = self.get(row.key)
        kept = replace(row, working_text=typed.working_text, working_revision=self.revision_of(row.key))
        if typed.working_text is None or typed.working_text == (row.text or ""):
            kept = replace(row, working_text=None, working_revision=None)
        self._set(kept)
        return kept

    def take_stored(self, row: DeskRow) -> DeskRow:
        """Take a row after my own save; what was typed since starts from this revision."""
        kept = self.put(row)
        if kept.working_text is not None:
            kept = replace(kept, working_revision=row.revision)
            self._set(kept)
        return kept

    def rebase(self, key: str, text: str, revision: int) -> None:
        """Put my text over what stands at `revision`: its owner has seen both."""
        row = replace(self.get(key), revision=revision, working_text=text, working_revision=revision)
        self._set(row)

    def carry_over(self, before: "Paragraphs", keys: Iterable[str]) -> None:
        """Keep what was typed in these paragraphs while the article was being read anew."""
        for key in keys:
            if key in self and key in before:
                old = before.get(key)
                kept = replace(self.get(key), working_text=old.working_text, working_revision=old.working_revision)
                self._set(kept)

    def renew(self, row: DeskRow) -> None:
        """Take a row as it is in the store now, nothing kept."""
        self._set(row)

    # Text.

    def text_of(self, key: str) -> str:
        """What stands in the editor: typed, or saved, or nothing."""
        row = self.get(key)
        return row.working_text if row.working_text is not None else row.text or ""

    def type(self, key: str, text: str) -> bool:
        """Note what is typed; False if nothing changed."""
        if text == self.text_of(key):
            return False
        row = self.get(key)
        is_as_saved = text == (row.text or "")
        revision = row.revision if row.working_text is None else row.working_revision
        self._set(
            replace(
                row,
                working_text=None if is_as_saved else text,
                working_revision=None if is_as_saved else revision,
            )
        )
        return True

    def revision_of(self, key: str) -> int:
        """The revision that the text in the editor started from."""
        row = self.get(key)
        return row.revision if row.working_revision is None else row.working_revision

    def mark_saving(self, key: str, state: State) -> None:
        """Show a text as saved before the store has answered."""
        row = self.get(key)
        self._set(replace(row, state=state))

    # Filter and search.

    def list_shown(self) -> list[DeskRow]:
        """The rows that the filter lets through."""
        return [self.rows[index] for index in self.shown]

    def filter(self, words: str) -> bool:
        """Show rows that have all the words in source or target; False, and no change, if there are none."""
        wanted = words.casefold().split()
        shown = [
            index
            for index, row in enumerate(self.rows)
            if all(word in f"{row.source}\n{self.text_of(row.key)}".casefold() for word in wanted)
        ]
        if shown:
            self.shown = shown
        return bool(shown)

    def find_next(self, key: str | None, wanted: Callable[[DeskRow], bool]) -> str | None:
        """The next shown paragraph after `key` of which `wanted` is true, from the top again after the last."""
        start = self.index_of(key) if key is not None else -1
        after = [index for index in self.shown if index > start]
        before = [index for index in self.shown if index < start]
        return next((self.rows[index].key for index in after + before if wanted(self.rows[index])), None)

    def step(self, key: str, by: int) -> str | None:
        """The paragraph so many places further among the shown ones, the last one where there are fewer."""
        position = self.place_of(key) or 0
        target = max(0, min(position + by, len(self.shown) - 1))
        return None if target == position else self.rows[self.shown[target]].key
