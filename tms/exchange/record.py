"""The record of a bilingual exchange format."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from tms.values import BilingualFile


class Reader(Protocol):
    """Reads the bytes of a file; `name` stands in error messages.

    `language` says which target to read where a file holds several; else it says what the file leaves unsaid.
    """

    def __call__(self, data: bytes, name: str, *, language: str = "") -> BilingualFile:
        """The entries of the file; raises InputError."""
        ...


@dataclass(frozen=True, slots=True)
class ExchangeFormat:
    """How one kind of bilingual file is read and, where tms writes it, written."""

    id: str
    suffixes: tuple[str, ...]
    read: Reader
    write: Callable[[BilingualFile], bytes] | None
