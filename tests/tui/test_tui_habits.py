"""What is remembered between evenings."""

import json
from pathlib import Path

import pytest

from tms.tui.habits import Habits


def test_what_was_put_is_there_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "new" / "habits.json"
    Habits(path).put("recent", ["example/ünïcode"])
    assert Habits(path).get("recent") == ["example/ünïcode"]
    assert [file.name for file in path.parent.iterdir()] == ["habits.json"]


@pytest.mark.parametrize("text", ["", "{", "[1]", "null", "\x00"])
def test_a_broken_file_is_as_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "habits.json"
    path.write_text(text, encoding="utf-8")
    habits = Habits(path)
    assert habits.get("recent", "nothing") == "nothing"
    habits.put("recent", 1)
    assert json.loads(path.read_text(encoding="utf-8")) == {"recent": 1}


def test_a_folder_that_cannot_be_written_costs_only_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    habits = Habits(tmp_path / "file" / "habits.json")
    habits.put("recent", 1)
    assert habits.get("recent") == 1
