"""Start the terminal interface; raises what kept the workspace from opening."""

import os
import sys
from typing import TYPE_CHECKING

from tms.config import Preferences, Settings
from tms.errors import InputError

if TYPE_CHECKING:
    from tms.values import Place


def launch(settings: Settings, preferences: Preferences, place: "Place | None" = None) -> None:
    """Run the interface on a workspace, at an article if a place is named; raises InputError without a terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise InputError("the editor needs a terminal", "'tms --help' lists the commands for scripts")
    # Textual reads it when it is imported; at 60 a key waits longer for its picture than it has to.
    os.environ.setdefault("TEXTUAL_FPS", "120")
    # Checks and matches are sought in threads: the one that draws what is typed must not wait long for them.
    sys.setswitchinterval(0.001)
    from tms.tui.app import TmsApp

    app = TmsApp(settings, place=place, preferences=preferences)
    try:
        app.run()
    finally:
        if app.opened is not None:
            app.opened.close()
    if app.failure is not None:
        raise app.failure
