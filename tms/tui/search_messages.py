"""What the workers of searching and replacing tell; `number` says which search it is the answer to."""

from dataclasses import dataclass

from textual.message import Message

from tms.errors import TmsError
from tms.values import Hit, Swap, Swapped


@dataclass
class HitsFound(Message):
    """All that was found so far, after so many articles; `keep`: the cursor stays where it was."""

    number: int
    hits: tuple[Hit, ...]
    done: int
    is_last: bool
    keep: bool = False


@dataclass
class SearchFailed(Message):
    """What was typed cannot be looked for, or cannot be put there."""

    number: int
    error: TmsError


@dataclass
class SwapsPlanned(Message):
    """What would become of each paragraph."""

    number: int
    swaps: tuple[Swap, ...]


@dataclass
class SwapsChecked(Message):
    """What the checks would newly find, by article, language and segment; `done` paragraphs are checked by now."""

    number: int
    findings: tuple[tuple[tuple[str, str, str], tuple[str, ...]], ...]
    done: int


@dataclass
class ReplacingGoesOn(Message):
    """How far a replacement has come."""

    done: int
    total: int
    seconds_left: float


@dataclass
class ReplacingDone(Message):
    """What became of the paragraphs; fewer than `total` where it was stopped, or failed."""

    done: tuple[Swapped, ...]
    total: int
    failure: TmsError | None = None
