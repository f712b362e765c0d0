"""A workspace of a real size for the desk: one article of 10,000 paragraphs, half translated, 20,000 memory entries."""

import csv
import random
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from _synthetic_article import Writer, _words, write_article

from tms.config import settings_for
from tms.workflow.exporting import export_articles
from tms.workflow.glossary_files import load_glossary
from tms.workflow.importing import apply_import, plan_import
from tms.workflow.importing_plan import ImportOptions
from tms.workflow.memory import import_memory
from tms.workflow.merging import merge
from tms.workflow.projects import add_project
from tms.workflow.workspace import copy_shipped_glossaries, create_workspace, open_workspace

PROJECT = "bench"
SLUG = "ten-thousand"
REF = f"{PROJECT}/{SLUG}"
LANGUAGE = "fr"
ENTRIES = 20_000
_TERMS = ("the Uyghur region", "an internment camp", "forced labour", "Xinjiang", "the United Nations", "torture")
_FRENCH = _words(
    "le la les de des du un une et à en que qui dans pour sur avec sans sous après avant depuis village tribunal "
    "famille maîtresse rivière lettre prison école paysan témoin récolte marché avocat frontière route camp bureau "
    "gardien hiver usine rapport journaliste voisin hôpital police mère frère élève syndicat train champ réunion "
    "journal décrit visité quitté refusé signé remis copié réparé interrogé compté porté vendu annoncé promis vieux"
)


def write_french(chance: random.Random, length: int) -> str:
    """About so many words that look like French."""
    words = [chance.choice(_FRENCH) for _ in range(max(4, length))]
    return " ".join(words).capitalize() + "."


def build(folder: Path, segments: int) -> Path:
    """Build it, or take the one that was built before; where it is."""
    place = folder / f"desk-{segments}"
    if (place / "done").exists():
        return place
    shutil.rmtree(place, ignore_errors=True)
    settings = create_workspace(place)
    chance = random.Random(6)
    paragraphs = [_add_term(text, chance) for text in write_article(segments, 6)]
    article = place / "projects" / f"{SLUG}.md"
    article.write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
    (place / "lines.txt").write_text("\n".join(paragraphs) + "\n", encoding="utf-8")
    workspace = open_workspace(settings_for(place))
    try:
        load_glossary(workspace, copy_shipped_glossaries(settings))
        add_project(workspace, PROJECT, name="Bench", targets=[LANGUAGE])
        apply_import(workspace, plan_import(workspace, PROJECT, [article], ImportOptions()))
        export_articles(workspace, [REF], LANGUAGE, "csv", folder=place)
        half = next(place.glob("**/*.csv"))
        _fill_half(half, chance)
        merge(workspace, half, language=LANGUAGE)
        writer = Writer(7)
        _write_csv(
            place / "memory.csv",
            ["source", "target"],
            (_make_entry(writer, chance, paragraphs, number) for number in range(ENTRIES)),
        )
        import_memory(workspace, place / "memory.csv", language=LANGUAGE)
    finally:
        workspace.close()
    (place / "done").write_text("", encoding="utf-8")
    return place


def _add_term(text: str, chance: random.Random) -> str:
    """Every second paragraph has a term of the glossary in it."""
    return f"{text} It was about {chance.choice(_TERMS)}." if chance.random() < 0.5 else text


def _make_entry(writer: Writer, chance: random.Random, paragraphs: list[str], number: int) -> tuple[str, str]:
    """One entry in ten is like a paragraph of the article."""
    source = writer.edit(chance.choice(paragraphs), 0.12) if number % 10 == 0 else writer.paragraph()
    return source, write_french(chance, len(source.split()))


def _write_csv(path: Path, header: list[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(header)
        table.writerows(rows)


def _fill_half(path: Path, chance: random.Random) -> None:
    """Write a translation into every second line of an exported table."""
    with path.open(encoding="utf-8", newline="") as file:
        header, *lines = csv.reader(file)
    source, target, state = (header.index(name) for name in ("source", "target", "state"))
    for line in lines[::2]:
        line[target] = write_french(chance, len(line[source].split()))
        line[state] = "translated"
    _write_csv(path, header, lines)
