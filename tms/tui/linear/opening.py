"""The first line, said before anything slow is done: in the person's language, with what their file says wrongly."""

import os
from collections.abc import Mapping
from typing import TextIO

from tms.config import Preferences
from tms.tui.habits import Habits
from tms.tui.language import LANGUAGES, _, find_language, use_language
from tms.tui.linear.voice import Voice


def greet(preferences: Preferences, target: TextIO, environ: Mapping[str, str] = os.environ) -> None:
    """Say that the program opens."""
    habits = Habits(preferences.habits)
    wanted = (preferences.language, habits.get("language"))
    use_language(next((code for code in wanted if code in LANGUAGES), find_language(environ)))
    voice = Voice(target, habits)
    if not voice.is_brief:
        voice.say(_("tms in plain lines, opening. help lists the commands."))
    voice.say(*preferences.problems)
