"""The record of a kind of term file of other tools."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from tms.values import Concept, TermFile


class TermReader(Protocol):
    """Reads the bytes of a term file; `name` stands in error messages.

    `source_language` and `language` say what a list of word pairs leaves unsaid, and whose definition is the concept's.
    """

    def __call__(self, data: bytes, name: str, *, source_language: str = "en", language: str = "") -> TermFile:
        """The concepts of the file, and what of it cannot be used; raises InputError."""
        ...


class TermWriter(Protocol):
    """Writes concepts; what it can keep of the head of the file that they replace, it keeps."""

    def __call__(self, concepts: Iterable[Concept], /, *, original: str | None = None) -> str:
        """The text of the file, to be encoded as UTF-8."""
        ...


@dataclass(frozen=True, slots=True)
class TermFormat:
    """How one kind of term file is read and, where tms writes it, written; one without suffixes is asked for by id."""

    id: str
    suffixes: tuple[str, ...]
    read: TermReader
    write: TermWriter | None
