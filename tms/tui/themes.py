"""Two themes of our own: prose in full contrast, everything else a step back, one accent colour."""

from textual.theme import Theme

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

VARIABLE_DEFAULTS = {"quiet": "#808080", "current": "#303030", "line": "#606060"}
