"""The texts of the interface and their catalogues: `make catalogues` writes .pot, .po and .mo anew."""

import ast
from collections.abc import Iterator
from datetime import UTC, datetime
from enum import StrEnum
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tms.tui.actions import ACTIONS, When
from tms.values import DecisionKind, EventKind, Kind, Level, Severity

ROOT = Path(__file__).parent.parent
LOCALE = ROOT / "tms" / "locale"
LANGUAGES = ("fr", "es")
# Values whose words are shown as they are.
SHOWN: tuple[type[StrEnum], ...] = (Kind, Level, Severity, EventKind, DecisionKind)
WIDTH = 110
DAY = datetime(2026, 12, 1, tzinfo=UTC)

Text = str | tuple[str, str]


def find_texts() -> dict[Text, list[str]]:
    """Every text that the interface says, singular alone or with its plural, and the files it is in."""
    found: dict[Text, list[str]] = {}
    for path in sorted((ROOT / "tms" / "tui").rglob("*.py")):
        name = str(path.relative_to(ROOT))
        for text in _texts_of(ast.parse(path.read_text(encoding="utf-8"))):
            if name not in found.setdefault(text, []):
                found[text].append(name)
    table = [text for action in ACTIONS for text in (action.label, action.short)] + [when.value for when in When]
    table += [one.value for kind in SHOWN for one in kind]
    for text in table:
        if text:
            found.setdefault(text, ["tms/tui/actions.py"])
    return found


def _texts_of(tree: ast.Module) -> Iterator[Text]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            words = tuple(
                arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
            )
            if node.func.id in ("_", "N_") and words:
                yield words[0]
            elif node.func.id == "ngettext" and len(words) == 2:
                yield words[0], words[1]


def path_of(language: str, ending: str = "po") -> Path:
    """The catalogue of a language."""
    return LOCALE / language / "LC_MESSAGES" / f"tms.{ending}"


def read_catalogue(language: str) -> Catalog:
    """The translations that there are."""
    path = path_of(language)
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def update_catalogue(language: str) -> Catalog:
    """The texts of now with their translations; those of texts that are gone are left out."""
    old = read_catalogue(language)
    # The day is a fixed one: a catalogue changes only when its texts do.
    new = Catalog(locale=language, project="tms", version="0.1", fuzzy=False, creation_date=DAY, revision_date=DAY)
    new.last_translator = new.msgid_bugs_address = new.language_team = "the tms developers"
    new.header_comment = (
        f"# The interface of tms: {language}. The texts are taken from the program by `make catalogues`."
    )
    for text, files in find_texts().items():
        known = old.get(text[0] if isinstance(text, tuple) else text)
        held = known.string if known is not None else None
        if isinstance(text, tuple) != isinstance(held, tuple):
            held = None
        new.add(text, held or "", locations=[(file, 0) for file in files])
    return new


def serialize_po(catalogue: Catalog) -> bytes:
    """A .po, sorted by its texts."""
    out = BytesIO()
    write_po(out, catalogue, width=WIDTH, sort_output=True, include_lineno=False)
    return out.getvalue()


def compile_mo(catalogue: Catalog) -> bytes:
    """What gettext reads."""
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def main() -> None:
    """Write all of them."""
    for language in LANGUAGES:
        path_of(language).parent.mkdir(parents=True, exist_ok=True)
        catalogue = update_catalogue(language)
        path_of(language).write_bytes(serialize_po(catalogue))
        path_of(language, "mo").write_bytes(compile_mo(catalogue))


if __name__ == "__main__":
    main()
