"""What every engine can do."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from tms.values import Draft, DraftRequest, Usage


class Engine(Protocol):
    """A machine that drafts translations.

    `translate` answers each request in order; one that it cannot use comes back with `Draft.refused`. It raises
    ServiceError when the service fails, and what it had answered until then is lost: give it a few at a time and
    save between.
    """

    @property
    def id(self) -> str:
        """The stable name of the engine, as the command line and the database write it."""
        ...

    def translate(
        self, requests: Sequence[DraftRequest], *, source_language: str, target_language: str
    ) -> tuple[Draft, ...]:
        """A draft for each request, in the same order."""
        ...

    def read_usage(self) -> Usage | None:
        """The quota, or None where the engine has none."""
        ...


def plan_characters(requests: Iterable[DraftRequest]) -> int:
    """How many characters the requests would be billed for: Unicode code points of the texts, context is free."""
    return sum(len(request.text) for request in requests if request.text.strip())
