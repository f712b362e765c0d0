"""How a role looks in the theme of now: lists, bars and the editor ask here, and no style sheet says it again."""

from collections.abc import Mapping
from functools import lru_cache

from rich.style import Style

from tms.tui.blocks import Role

_COLOURS = {
    Role.QUIET: "quiet",
    Role.ACCENT: "accent",
    Role.GOOD: "text-success",
    Role.WARNING: "text-warning",
    Role.ERROR: "text-error",
    Role.INSERTED: "text-success",
    Role.DELETED: "text-error",
    Role.KEY: "accent",
    Role.TERM: "accent",
}
_BOLD = frozenset({Role.STRONG, Role.KEY})
_UNDERLINED = frozenset({Role.INSERTED, Role.TERM})


def find_look(variables: Mapping[str, str], role: Role) -> Style:
    """The look of a role; `variables` are the colours of the theme."""
    return _make_look(role, variables.get(_COLOURS.get(role, "")))


def find_ground(variables: Mapping[str, str]) -> Style:
    """The ground of a current row."""
    return Style(bgcolor=variables.get("current"))


@lru_cache(maxsize=256)
def _make_look(role: Role, colour: str | None) -> Style:
    return Style(
        color=colour,
        bold=role in _BOLD or None,
        underline=role in _UNDERLINED or None,
        strike=role is Role.DELETED or None,
    )
