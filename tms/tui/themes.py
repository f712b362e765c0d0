"""Themes of our own: prose in full contrast, everything else a step back, one accent colour; two of high contrast."""

from textual.theme import Theme

from tms.tui.language import N_

DARK = Theme(
    name="tms-dark",
    dark=True,
    primary="#7db8d4",
    accent="#7db8d4",
    secondary="#8fa3b0",
    foreground="#e8e6e1",
    background="#15171b",
    surface="#1b1e23",
    panel="#23272e",
    success="#8cc08a",
    warning="#e0b35a",
    error="#e2837c",
    variables={
        "quiet": "#8f96a1",
        "current": "#26282c",
        "line": "#333942",
        "text-success": "#8cc08a",
        "text-warning": "#e0b35a",
        "text-error": "#e2837c",
    },
)

LIGHT = Theme(
    name="tms-light",
    dark=False,
    primary="#1c6283",
    accent="#1c6283",
    secondary="#51626e",
    foreground="#1c1e22",
    background="#fbfaf7",
    surface="#f4f2ed",
    panel="#eae7e0",
    success="#2f6b33",
    warning="#835c00",
    error="#a3302a",
    variables={
        "quiet": "#626771",
        "current": "#efece4",
        "line": "#cfcbc1",
        "text-success": "#2f6b33",
        "text-warning": "#835c00",
        "text-error": "#a3302a",
    },
)

HIGH_DARK = Theme(
    name="tms-contrast-dark",
    dark=True,
    primary="#7fd4ff",
    accent="#7fd4ff",
    secondary="#c9d6df",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#161616",
    success="#8df58a",
    warning="#ffd866",
    error="#ffa49c",
    variables={
        "quiet": "#c8ccd2",
        "current": "#2b2b2b",
        "line": "#9a9a9a",
        "text-success": "#8df58a",
        "text-warning": "#ffd866",
        "text-error": "#ffa49c",
    },
)

HIGH_LIGHT = Theme(
    name="tms-contrast-light",
    dark=False,
    primary="#003f5c",
    accent="#003f5c",
    secondary="#2a3942",
    foreground="#000000",
    background="#ffffff",
    surface="#ffffff",
    panel="#efefef",
    success="#0b4a10",
    warning="#573c00",
    error="#7a0f0a",
    variables={
        "quiet": "#383c42",
        "current": "#e2e2e2",
        "line": "#5a5a5a",
        "text-success": "#0b4a10",
        "text-warning": "#573c00",
        "text-error": "#7a0f0a",
    },
)

# Without colours what is light here is shown reversed, and all else as the terminal has it.
PLAIN = Theme(
    name="tms-plain",
    dark=True,
    primary="#ffffff",
    accent="#ffffff",
    secondary="#ffffff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    success="#ffffff",
    warning="#ffffff",
    error="#ffffff",
    variables={
        "quiet": "#ffffff",
        "current": "#000000",
        "line": "#ffffff",
        "text-success": "#ffffff",
        "text-warning": "#ffffff",
        "text-error": "#ffffff",
    },
)

THEMES = {
    DARK.name: N_("dark"),
    LIGHT.name: N_("light"),
    HIGH_DARK.name: N_("dark, high contrast"),
    HIGH_LIGHT.name: N_("light, high contrast"),
}
SHORT_NAMES = {"dark": DARK, "light": LIGHT, "contrast-dark": HIGH_DARK, "contrast-light": HIGH_LIGHT}

VARIABLE_DEFAULTS = {"quiet": "#808080", "current": "#303030", "line": "#606060"}


def list_themes() -> tuple[Theme, ...]:
    """All of them, the one without colours too."""
    return (DARK, LIGHT, HIGH_DARK, HIGH_LIGHT, PLAIN)
