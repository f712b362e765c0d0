"""The pages say what the program has: every command, check, format, export form and key."""

import re
from pathlib import Path

import pytest

from tms.checks import ALL_CHECKS
from tms.cli import list_commands
from tms.exchange import EXCHANGE_FORMATS
from tms.formats import FORMATS
from tms.tui import list_keys
from tms.workflow.exporting import EXPORT_FORMATS

DOCS = Path(__file__).parent.parent / "docs"
PAGES = sorted([*DOCS.glob("*.md"), DOCS.parent / "README.md", DOCS.parent / "CONTRIBUTING.md"])
SAID = {
    "commands.md": [*list_commands(), *EXPORT_FORMATS],
    "checks.md": [check.id for check in ALL_CHECKS],
    "formats.md": [*(known.id for known in FORMATS), *(known.id for known in EXCHANGE_FORMATS)],
}


@pytest.mark.parametrize("page", SAID)
def test_each_thing_stands_on_its_page(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    named = set(re.findall(r"`([^`]+)`", text))
    assert [name for name in SAID[page] if name not in named] == []


def test_each_command_that_a_page_names_is_there() -> None:
    known = {name.split()[0] for name in list_commands()}
    for page in PAGES:
        named = re.findall(r"^\$? ?tms ([a-z][a-z-]*)", page.read_text(encoding="utf-8"), re.MULTILINE)
        assert [name for name in named if name not in known] == [], page


def test_each_key_stands_on_its_page() -> None:
    text = (DOCS / "keys.md").read_text(encoding="utf-8")
    assert [key for key in list_keys() if key.label not in text] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
