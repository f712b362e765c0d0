"""Real articles for those who have some: revisions with labels, and articles to make edits of."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from _synthetic_article import Revision, Truth

_FENCE = re.compile(r"\s*(```+|~~~+)")
_HEADING = re.compile(r"#{1,6}\s")
_CHANGES = ("unchanged", "moved", "edited", "split", "merged", "inserted", "deleted")


@dataclass(frozen=True, slots=True)
class Labelled:
    """Two real versions with what a careful aligner said of them; positions it was not sure of are not counted."""

    revision: Revision
    unsure_old: frozenset[int]
    unsure_new: frozenset[int]


def cut_blocks(text: str) -> list[str]:
    """Blocks as the labels number them: front matter, fences whole, ATX headings alone, else cut at blank lines."""
    lines = text.splitlines()
    blocks: list[str] = []
    waiting: list[str] = []
    fence = ""
    start = next((at + 1 for at, line in enumerate(lines) if at and line.strip() in ("---", "...")), 0)
    if start and lines[0].strip() == "---":
        blocks.append("\n".join(lines[:start]))
        lines = lines[start:]
    for line in [*lines, ""]:
        opened = _FENCE.match(line)
        if fence:
            waiting.append(line)
            if line.strip().startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
        elif opened:
            blocks, waiting, fence = [*blocks, "\n".join(waiting)], [line], opened[1]
        elif not line.strip() or _HEADING.match(line):
            blocks, waiting = [*blocks, "\n".join(waiting), line], []
        else:
            waiting.append(line)
    return [block for block in [*blocks, "\n".join(waiting)] if block.strip()]


def read_labelled(folder: Path) -> Iterator[Labelled]:
    """Every labelled pair of revisions below a folder whose blocks come out as they were numbered."""
    for path in sorted(folder.rglob("pairs.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            old, new = (_read_side(path.parent / entry["article"], entry[side]) for side in ("old", "new"))
            if (len(old), len(new)) == (entry["old"]["blocks"], entry["new"]["blocks"]):
                labels = entry["labels"]
                unsure = (frozenset(_place(x) for x in labels.get(name, ())) for name in ("unsure_old", "unsure_new"))
                yield Labelled(Revision(old, new, list(_read_truth(labels))), *unsure)


def _read_side(folder: Path, side: dict[str, str]) -> list[str]:
    return cut_blocks((folder / side["file"]).read_text(encoding="utf-8"))


def _read_truth(labels: dict[str, list[list[int]]]) -> Iterator[Truth]:
    for change in _CHANGES:
        for entry in labels.get(change, ()):
            if change == "inserted":
                yield Truth((), (_place(entry),), change)
            elif change == "deleted":
                yield Truth((_place(entry),), (), change)
            else:
                yield Truth(_places(entry[0]), _places(entry[1]), change)


def _place(entry: int | list[int]) -> int:
    return entry[0] if isinstance(entry, list) else entry


def _places(entry: int | list[int]) -> tuple[int, ...]:
    return tuple(entry) if isinstance(entry, list) else (entry,)


def read_articles(folder: Path) -> list[list[str]]:
    """One version of each English article below a folder, as paragraphs of ten words and more, white space as one."""
    newest: dict[Path, Path] = {path.parent: path for path in sorted(folder.rglob("en/*.md"))}
    files = [*newest.values(), *sorted(folder.rglob("*.txt"))]
    articles = [
        [" ".join(block.split()) for block in cut_blocks(path.read_text(encoding="utf-8", errors="replace"))]
        for path in files
    ]
    return [[text for text in texts if len(text.split()) >= 10 and "```" not in text] for texts in articles]
