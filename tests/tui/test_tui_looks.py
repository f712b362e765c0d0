"""Looks: contrast of every theme, no colours at all, the terminal's title and clipboard, what a person's file says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from tms.config import PREFERENCES, Preferences, read_preferences
from tms.tui.choices import Choices, find_problems
from tms.tui.habits import Habits
from tms.tui.keymap import current_keymap, load_keymap, use_keymap
from tms.tui.language import use_language
from tms.tui.terminal import MOST_COPIED_BYTES, NoColours, make_title
from tms.tui.themes import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT, THEMES

if TYPE_CHECKING:
    from textual.theme import Theme

    from tests.tui.conftest import Play

ROOT = Path(__file__).parents[2]
GROUNDS = ("background", "surface", "panel", "current")
LOUD = ("foreground", "primary", "secondary", "text-success", "text-warning", "text-error")


def colour(theme: Theme, name: str) -> str:
    """A colour of a theme by its name."""
    value = theme.variables.get(name) or getattr(theme, name.removeprefix("text-"))
    assert isinstance(value, str)
    return value


def luminance(value: str) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    parts = (part / 255 for part in Color.parse(value).rgb)
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2 between two colours."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [DARK, LIGHT, HIGH_DARK, HIGH_LIGHT], ids=lambda theme: theme.name)
def test_text_can_be_read_in_every_theme(theme: Theme) -> None:
    is_high = theme in (HIGH_DARK, HIGH_LIGHT)
    least = {"foreground": 7.0, "quiet": 7.0 if is_high else 4.5} | dict.fromkeys(LOUD[1:], 7.0 if is_high else 4.5)
    poor = {
        (name, ground): round(contrast(colour(theme, name), colour(theme, ground)), 2)
        for name, ratio in least.items()
        for ground in GROUNDS
        if contrast(colour(theme, name), colour(theme, ground)) < ratio
    }
    assert poor == {}


def test_without_colours_a_selection_is_reversed_and_prose_is_as_the_terminal_has_it() -> None:
    segments = [
        Segment("prose", Style.parse("#ffffff on #000000")),
        Segment("chosen", Style.parse("bold #000000 on #e8e6e1")),
        Segment("found", Style.parse("underline #e2837c on #15171b")),
    ]
    plain = NoColours().apply(segments, Color.parse("#000000"))
    assert [segment.style for segment in plain] == [
        Style(),
        Style(bold=True, reverse=True),
        Style(underline=True),
    ]


def test_a_title_cannot_end_itself_or_begin_another_sequence() -> None:
    assert make_title("tms: FR\x1b]0;evil\x07\u202e 3/12") == "\x1b]2;tms: FR]0;evil 3/12\a"
    assert len(make_title("x" * 500)) < 90


# What a person's file says.


def home(folder: Path, text: str) -> Preferences:
    """Preferences out of a file with this text."""
    (folder / "config.toml").write_text(text, encoding="utf-8")
    return read_preferences({"TMS_HOME": str(folder)})


def test_every_setting_is_on_its_page() -> None:
    page = (ROOT / "docs" / "preferences.md").read_text(encoding="utf-8")
    assert [name for name in PREFERENCES if f"| `{name}` |" not in page] == []


def test_the_example_on_the_page_is_right(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "preferences.md").read_text(encoding="utf-8")
    example = page.split("```toml\n")[1].split("```")[0]
    preferences = home(tmp_path, example)
    assert find_problems(preferences) == ()
    use_language("en")
    assert (preferences.keymap, preferences.theme, preferences.language) == ("omegat", "contrast-dark", "fr")


@pytest.fixture
def as_before() -> object:
    """Keys and language of the other tests stay what they are."""
    keymap = current_keymap()
    yield
    use_keymap(keymap)
    use_language("en")


@pytest.mark.usefixtures("as_before")
@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("keymap = ", "config.toml' cannot be read: Invalid value (at ", id="no-toml"),
        pytest.param("mouse = 1", "'mouse' has to be true or false", id="kind"),
        pytest.param("colour = 'red'", "there is no setting 'colour'; there are keymap", id="unknown"),
        pytest.param("theme = 'pink'", "there is no theme “pink”; there are dark, light", id="theme"),
        pytest.param("language = 'de'", "there is no language “de”; there are en, fr, es", id="language"),
        pytest.param("keymap = 'emacs'", "there is no keymap “emacs”", id="keymap"),
        pytest.param("[keys.desk]\nsafe = ['f8']", "[keys.desk] safe: there is no such action", id="action"),
    ],
)
def test_what_cannot_be_is_one_line_with_its_file(tmp_path: Path, text: str, said: str) -> None:
    problems = find_problems(home(tmp_path, text))
    assert len(problems) == 1
    assert str(tmp_path / "config.toml") in problems[0]
    assert said in problems[0]


@pytest.mark.usefixtures("as_before")
def test_the_file_holds_over_what_is_remembered_and_that_over_nothing(tmp_path: Path) -> None:
    habits = Habits(tmp_path / "habits.json")
    habits.put("keymap", "vim")
    habits.put("theme", HIGH_LIGHT.name)
    choices = Choices(home(tmp_path, "theme = 'light'"), habits)
    choices.take_up({})
    assert (choices.theme, current_keymap().name) == (LIGHT.name, "vim")
    assert choices.choose_keymap("omegat") == "Keys: as in OmegaT"
    assert current_keymap().name == habits.get("keymap") == "omegat"
    assert "says otherwise" in choices.say_chosen("theme", "dark")


@pytest.mark.usefixtures("as_before")
def test_remembered_nonsense_costs_nothing(tmp_path: Path) -> None:
    habits = Habits()
    habits.put("keymap", ["vim"])
    habits.put("theme", 7)
    choices = Choices(Preferences(), habits)
    choices.take_up({})
    assert (choices.theme, current_keymap().name, choices.problems) == (DARK.name, "default", [])


async def test_the_theme_goes_round_and_is_remembered_and_texts_are_copied(play: Play) -> None:
    use_keymap(load_keymap()[0])
    async with play() as stage:
        written: list[str] = []
        await stage.press("enter")
        await stage.see("EN → FR")
        for name in [*list(THEMES)[1:], DARK.name]:
            await stage.press("ctrl+g", "y")
            assert stage.app.theme == stage.app.habits.get("theme") == name
        assert stage.desk.row is not None
        await stage.press("ctrl+g", "[")
        assert stage.app.clipboard == stage.desk.row.source
        await stage.type("déjà")
        await stage.press("ctrl+g", "]")
        assert stage.app.clipboard == "déjà"
        assert stage.app._driver is not None
        stage.app._driver.write = written.append  # type: ignore[method-assign, assignment]
        stage.app.copy_to_clipboard("é" * MOST_COPIED_BYTES)
        assert (len(stage.app.clipboard), written) == (MOST_COPIED_BYTES, [])
        await stage.press("ctrl+down")
        await stage.until(lambda: any("tms: FR 2/6" in text for text in written))
        assert "hymn" not in "".join(text for text in written if text.startswith("\x1b]2;"))
