"""The house stands as it is drawn: who imports whom, what start-up loads, how large things are."""

import ast
import subprocess
import sys
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "tms"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "migrations/versions" not in str(path))
BELONGS = {
    "textual": ("tui",),
    "typer": ("cli",),
    "deepl": ("mt/deepl.py",),
    "polib": ("exchange/po.py",),
    "alembic": ("store",),
    "jinja2": ("reports", "publish"),
    "regex": ("text/searching.py",),
    "rapidfuzz": ("text", "tracking", "memory", "glossary"),
    "hunspell": ("proofing",),
    "requests": ("publish", "proofing"),
    "spellchecker": ("text",),
    "urllib3": ("publish",),
}
SLOW = {"sqlalchemy", "sqlmodel", "textual", "deepl", "alembic", "numpy", "babel", "requests", "urllib3", "hunspell"}


def _imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and not node.level]
    return {name.split(".")[0] for name in names}


@pytest.mark.parametrize("library", BELONGS)
def test_a_library_is_used_only_in_its_rooms(library: str) -> None:
    users = [path.relative_to(PACKAGE).as_posix() for path in MODULES if library in _imports(path)]
    assert users, "a library that nobody uses has no place in pyproject.toml"
    assert [user for user in users if not user.startswith(BELONGS[library])] == []


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["import", "--help"]], ids=" ".join)
def test_help_loads_nothing_slow(arguments: list[str]) -> None:
    code = (
        "import sys; from tms.cli import run; run(sys.argv[1:]); "
        "print('LOADED', *sorted({name.split('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.rpartition("LOADED")[2].split())
    assert "typer" in loaded
    assert loaded & SLOW == set()


def _functions(path: Path) -> list[tuple[str, int]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    found = [node for node in ast.walk(tree) if isinstance(node, kinds)]
    return [(f"{path.relative_to(ROOT)}:{node.name}", (node.end_lineno or 0) - node.lineno + 1) for node in found]


def test_modules_and_functions_stay_small() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {str(path.relative_to(ROOT)): n for path, n in lengths.items() if n > 400} == {}
    assert median(lengths.values()) <= 150
    functions = dict(pair for path in MODULES for pair in _functions(path))
    assert {name: n for name, n in functions.items() if n > 60} == {}
    sizes = sorted(functions.values())
    assert median(sizes) <= 10
    assert sizes[int(len(sizes) * 0.9)] <= 30


def test_no_room_is_called_after_nothing() -> None:
    empty_names = {"utils", "helpers", "common", "manager", "base", "core", "services"}
    assert [path for path in PACKAGE.rglob("*") if path.stem in empty_names] == []


def test_the_lock_file_pins_with_hashes_and_names_no_host() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    assert "--hash=sha256:" in lock
