"""What a person chose: in config.toml, which holds, or in the palette, which is remembered."""

from collections.abc import Iterator, Mapping

from tms.config import Preferences
from tms.tui.habits import Habits
from tms.tui.keymap import DEFAULT, MAPS, load_keymap, use_keymap
from tms.tui.language import LANGUAGES, _, find_language, use_language
from tms.tui.themes import DARK, SHORT_NAMES, THEMES


class Choices:
    """Keys, language and theme of one person; `problems` are lines about what the file says and cannot be."""

    def __init__(self, preferences: Preferences, habits: Habits) -> None:
        self.preferences = preferences
        self.habits = habits
        self.problems = list(preferences.problems)
        self.theme = DARK.name

    @property
    def file(self) -> str:
        """The file to name in a message."""
        return str(self.preferences.file or "config.toml")

    def take_up(self, environ: Mapping[str, str]) -> None:
        """Use what was chosen: the file first, then what is remembered, then the environment."""
        self._take_language(environ)
        name = self.preferences.keymap or self._remembered("keymap", DEFAULT, MAPS)
        self._use_keymap(name)
        wanted = self.preferences.theme
        if wanted and wanted not in SHORT_NAMES:
            known = ", ".join(SHORT_NAMES)
            self.problems.append(
                _("{file}: there is no theme “{name}”; there are {known}").format(
                    file=self.file, name=wanted, known=known
                )
            )
        chosen = SHORT_NAMES.get(wanted)
        self.theme = chosen.name if chosen else self._remembered("theme", DARK.name, THEMES)

    def _take_language(self, environ: Mapping[str, str]) -> None:
        wanted = self.preferences.language
        if wanted and wanted not in LANGUAGES:
            known = ", ".join(LANGUAGES)
            self.problems.append(
                _("{file}: there is no language “{name}”; there are {known}").format(
                    file=self.file, name=wanted, known=known
                )
            )
        code = wanted if wanted in LANGUAGES else self._remembered("language", "", LANGUAGES)
        use_language(code or find_language(environ))

    def _remembered(self, name: str, default: str, known: Mapping[str, object]) -> str:
        value = self.habits.get(name, default)
        return value if isinstance(value, str) and value in known else default

    def _use_keymap(self, name: str) -> None:
        keymap, problems = load_keymap(name, self.preferences.keys, self.file)
        self.problems += [problem for problem in problems if problem not in self.problems]
        use_keymap(keymap)

    def choose_keymap(self, name: str) -> str:
        """Use a map from now on; the line that says so."""
        self._use_keymap(name)
        self.habits.put("keymap", name)
        return self.say_chosen("keymap", _(MAPS[name]))

    def choose_language(self, code: str) -> str:
        """Speak a language from now on; the line that says so."""
        use_language(code)
        self.habits.put("language", code)
        said = self.say_chosen("language", LANGUAGES[code])
        return f"{said}. {_('What is on the screen already changes when it is shown anew.')}"

    def say_chosen(self, name: str, chosen: str) -> str:
        """What was chosen, and whether the file will say otherwise at the next start."""
        if getattr(self.preferences, name):
            return _("{chosen}, until the next start: {file} says otherwise").format(chosen=chosen, file=self.file)
        return chosen


def list_choices() -> Iterator[tuple[str, str, str]]:
    """Lines for the palette, each with the method of the application and what it is given."""
    for name, label in MAPS.items():
        yield _(label), "choose_keymap", name
    for code, label in LANGUAGES.items():
        # Whoever cannot read the language of now has to find this line.
        word = {"fr": "Langue", "es": "Idioma"}.get(code, "Language")
        yield f"{word}: {label}", "choose_language", code
    for name, label in THEMES.items():
        yield _("Theme: {name}").format(name=_(label)), "choose_theme", name


def find_problems(preferences: Preferences) -> tuple[str, ...]:
    """What a person's file says and cannot be, without a change of anything."""
    choices = Choices(preferences, Habits())
    choices.take_up({})
    return tuple(choices.problems)
