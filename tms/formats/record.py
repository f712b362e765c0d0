"""The record of an article format."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tms.values import Document


@dataclass(frozen=True, slots=True)
class Format:
    """How one kind of article file is read and written.

    `serialize(parse(text), [None] * units) == text` for every text; a target replaces its unit and nothing else.
    `has_lines` is False where a whole article may well stand in one line.
    """

    id: str
    title: str
    suffixes: tuple[str, ...]
    parse: Callable[[str], Document]
    serialize: Callable[[Document, Sequence[str | None]], str]
    has_lines: bool = True
