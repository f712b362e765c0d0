"""What the terminal itself is told: its title, its clipboard, and no colours where NO_COLOR is set."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

# Terminals cut off, or throw away, what is longer than some 100,000 bytes with its base64.
MOST_COPIED_BYTES = 74_000
MOST_TITLE = 80
_BRIGHT = 0.4


@contextmanager
def kept_title(*, is_on: bool) -> Iterator[None]:
    """Keep the title that the terminal has, and bring it back at the end, however that comes."""
    stream = sys.__stderr__
    if not is_on or stream is None or not stream.isatty():
        yield
        return
    stream.write("\x1b[22;0t")
    stream.flush()
    try:
        yield
    finally:
        stream.write("\x1b[23;0t")
        stream.flush()


def make_title(text: str) -> str:
    """The sequence for a title; what could end it or begin another one is left out."""
    harmless = "".join(character for character in text if character.isprintable())
    return f"\x1b]2;{harmless[:MOST_TITLE]}\a"


class NoColours(LineFilter):
    """Takes every colour out; what stands on a bright ground, as a cursor or a selection does, is reversed."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """The same segments in the terminal's own colours."""
        return [Segment(text, None if style is None else _strip(style), control) for text, style, control in segments]


def _strip(style: Style) -> Style:
    ground = style.bgcolor
    is_reversed = bool(style.reverse)
    if ground is not None and ground.triplet is not None:
        red, green, blue = ground.triplet
        if (0.299 * red + 0.587 * green + 0.114 * blue) / 255 > _BRIGHT:
            is_reversed = not is_reversed
    return Style(
        bold=style.bold,
        italic=style.italic,
        underline=style.underline,
        strike=style.strike,
        reverse=is_reversed or None,
        meta=style.meta or None,
    )
