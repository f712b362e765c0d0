"""The kinds of file that a glossary is read from and written to."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from tms.values import Concept, TermFile


class SerializeGlossary(Protocol):
    """Writes concepts; what it can keep of the file that they replace, it keeps."""

    def __call__(self, concepts: Iterable[Concept], /, *, original: str | None = None) -> str:
        """The text of the file."""


@dataclass(frozen=True, slots=True)
class GlossaryFormat:
    """A kind of glossary file by its ending; `parse` takes the text and the name for errors."""

    id: str
    suffix: str
    parse: Callable[[str, str], TermFile]
    serialize: SerializeGlossary
