"""Those who pair the paragraphs of two versions (ours, msgmerge of GNU gettext, difflib), and how well they do it."""

import difflib
import gc
import re
import resource
import subprocess
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from _synthetic_article import Revision, Truth

from tms.tracking import pair_units
from tms.values import Kind, Unit

ROWS = ("unchanged", "moved", "moved and edited", "edited", "split", "merged", "inserted", "deleted")
Links = set[tuple[int, int]]
Said = dict[tuple[tuple[int, ...], tuple[int, ...]], str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one of them found: CPU milliseconds, old and new positions that belong together, ours with the change."""

    spent: float
    links: Links
    said: Said | None = None


def run_ours(revision: Revision) -> Outcome:
    """Pairing and grading."""
    old, new = make_units(revision.old), make_units(revision.new)
    gc.collect()
    start = time.process_time()
    pairs = pair_units(old, new)
    spent = 1000 * (time.process_time() - start)
    said = {(pair.old, pair.new): str(pair.change) for pair in pairs}
    return Outcome(spent, _links(said), said)


def make_units(texts: Sequence[str]) -> list[Unit]:
    """One unit a text; a Markdown heading is one."""
    return [
        Unit(Kind.HEADING if re.match("#{1,6} ", text) else Kind.PARAGRAPH, text, text, line)
        for line, text in enumerate(texts, 1)
    ]


def run_difflib(revision: Revision) -> Outcome:
    """Equal texts by SequenceMatcher; in what it calls a replacement the most alike first (ratio 0.6 and more)."""
    gc.collect()
    start = time.process_time()
    links: Links = set()
    for tag, i, i_end, j, j_end in difflib.SequenceMatcher(None, revision.old, revision.new, False).get_opcodes():
        if tag == "equal":
            links |= set(zip(range(i, i_end), range(j, j_end), strict=True))
        elif tag == "replace":
            links |= _match_replaced(revision, range(i, i_end), range(j, j_end))
    return Outcome(1000 * (time.process_time() - start), links)


def _match_replaced(revision: Revision, old: Iterable[int], new: Iterable[int]) -> Links:
    new = list(new)
    ranked = sorted(
        (
            (difflib.SequenceMatcher(None, revision.old[i].split(), revision.new[j].split(), False).ratio(), i, j)
            for i in old
            for j in new
        ),
        reverse=True,
    )
    links: Links = set()
    for ratio, i, j in ranked:
        if ratio >= 0.6 and not any(i == x or j == y for x, y in links):
            links.add((i, j))
    return links


def run_msgmerge(revision: Revision) -> Outcome:
    """Old texts as a translated PO (each with its number as translation), new ones as a template."""
    with tempfile.TemporaryDirectory() as folder:
        old, new, merged = (Path(folder, name) for name in ("old.po", "new.pot", "merged.po"))
        place = {text: at for at, text in reversed(list(enumerate(revision.old)))}
        _write_po(old, {text: f"translation {at}" for text, at in place.items() if text})
        _write_po(new, dict.fromkeys(filter(None, revision.new), ""))
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(["msgmerge", "--quiet", "--no-wrap", "-o", merged, old, new], check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        return Outcome(spent, _read_links(revision, merged.read_text(encoding="utf-8")))


def _write_po(path: Path, entries: dict[str, str]) -> None:
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    body = "\n".join(f'msgid "{_escape(source)}"\nmsgstr "{target}"\n' for source, target in entries.items())
    path.write_text(f"{head}\n{body}", encoding="utf-8")


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _read_links(revision: Revision, merged: str) -> Links:
    """A text that stands several times has one entry; its places are taken in order, as generously as can be."""
    places: dict[str, list[int]] = {}
    for at, text in enumerate(revision.new):
        places.setdefault(_escape(text), []).append(at)
    sources: dict[str, list[int]] = {}
    for at, text in enumerate(revision.old):
        sources.setdefault(text, []).append(at)
    links: Links = set()
    for entry in merged.split("\n\n")[1:]:
        source = re.search(r'^msgid "(.+)"$', entry, re.MULTILINE)
        target = re.search(r'^msgstr "translation (\d+)"$', entry, re.MULTILINE)
        if source and target and source[1] in places:
            links |= set(zip(sources[revision.old[int(target[1])]], places[source[1]], strict=False))
    return links


def _links(said: Said) -> Links:
    return {(i, j) for old, new in said for i in old for j in new}


def name_row(revision: Revision, truth: Truth) -> str:
    """The row that a true change is counted in."""
    is_edited = truth.change == "moved" and revision.old[truth.old[0]] != revision.new[truth.new[0]]
    return "moved and edited" if is_edited else truth.change


@dataclass(slots=True)
class Tally:
    """Counts of one row: what was said, what is true, what is both."""

    said: int = 0
    true: int = 0
    hits: int = 0

    def add(self, said: int, true: int, hits: int) -> None:
        self.said, self.true, self.hits = self.said + said, self.true + true, self.hits + hits

    def show(self) -> str:
        """Precision / recall; a row with nothing in it is a dash."""
        if not self.true:
            return "-"
        return f"{self.hits / max(1, self.said):.3f} / {self.hits / self.true:.3f}"


def tally_links(revision: Revision, links: Links) -> dict[str, Tally]:
    """Each row by its links alone, whatever they are called.

    Said are all links that touch a paragraph of the row; of inserted and deleted ones, what has no link.
    """
    table = {row: Tally() for row in ROWS}
    unpaired_old = set(range(len(revision.old))) - {i for i, _ in links}
    unpaired_new = set(range(len(revision.new))) - {j for _, j in links}
    for row in ROWS:
        truths = [truth for truth in revision.truth if name_row(revision, truth) == row]
        old, new = {i for truth in truths for i in truth.old}, {j for truth in truths for j in truth.new}
        if row in ("inserted", "deleted"):
            said, true = (unpaired_new, new) if row == "inserted" else (unpaired_old, old)
            table[row].add(len(said), len(true), len(said & true))
            continue
        made = {(i, j) for i, j in links if i in old or j in new}
        wanted = {(i, j) for truth in truths for i in truth.old for j in truth.new}
        table[row].add(len(made), len(wanted), len(made & wanted))
    return table


def tally_changes(revision: Revision, said: Said) -> dict[str, Tally]:
    """Each row by whole pairs with the right name: a split with one piece missing is no hit."""
    table = {row: Tally() for row in ROWS}
    true = {(truth.old, truth.new): truth for truth in revision.truth}
    for row in ROWS:
        wanted = {key for key, truth in true.items() if name_row(revision, truth) == row}
        named = "moved" if row == "moved and edited" else row
        # What was wrongly called moved counts against the row that its texts belong to.
        made = {key for key, change in said.items() if change == named and _fits_row(revision, key, row)}
        table[row].add(len(made), len(wanted), len(made & wanted))
    return table


def _fits_row(revision: Revision, key: tuple[tuple[int, ...], tuple[int, ...]], row: str) -> bool:
    if row not in ("moved", "moved and edited"):
        return True
    return (revision.old[key[0][0]] == revision.new[key[1][0]]) == (row == "moved")
