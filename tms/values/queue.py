"""What a person has to do next, and a set of it that fits into the time there is."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from tms.values.notices import Notice
from tms.values.vocabulary import Level, Role


class Task(StrEnum):
    """What is to be done, the most urgent kind first."""

    PUBLISHED = "published"
    RETURNED = "returned"
    ASSIGNED = "assigned"
    STALE = "stale"
    BEGUN = "begun"
    ANSWERED = "answered"
    OPEN = "open"
    DRAFTS = "drafts"
    REVIEW = "review"
    QUESTIONS = "questions"

    @property
    def rank(self) -> int:
        """0 for the most urgent kind."""
        return tuple(Task).index(self)


@dataclass(frozen=True, slots=True)
class Amount:
    """So many paragraphs with so many words of source."""

    count: int = 0
    words: int = 0

    def __add__(self, other: "Amount") -> "Amount":
        return Amount(self.count + other.count, self.words + other.words)


@dataclass(frozen=True, slots=True)
class StalePiece:
    """A translation that the source has left behind."""

    key: str
    words: int
    level: Level
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnedPiece:
    """A translation that a reviewer gave back; `author` is who wrote it, "" if nobody knows or the person has gone."""

    key: str
    words: int
    reason: str
    author: str = ""


@dataclass(frozen=True, slots=True)
class ArticleWork:
    """What lies in an article in one language; members by id.

    `total` and `done` count segments, `drafts` leaves returned ones out, `review` what I wrote myself, `mine` is what
    I wrote, `typed` what I typed and did not save. `answered` are questions
    of mine with an answer, `questions` open ones.
    """

    ref: str
    title: str
    language: str
    notice: Notice | None = None
    total: int = 0
    done: int = 0
    open: Amount = Amount()
    drafts: Amount = Amount()
    review: Amount = Amount()
    mine: int = 0
    typed: int = 0
    stale: tuple[StalePiece, ...] = ()
    returned: tuple[ReturnedPiece, ...] = ()
    answered: int = 0
    questions: int = 0
    assignee: str = ""
    due: date | None = None
    published_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Worker:
    """Who asks what to do: `pace` is source words a minute, no `languages` means every one."""

    id: str
    role: Role
    is_alone: bool
    pace: float
    languages: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class QueueItem:
    """One article in one language that has something for me; `task` is the most urgent of it.

    `amount` is what that task is about, `minutes` an estimate of it. `quote` is what the reviewer said, `key` the
    paragraph to begin with where it is known.
    """

    ref: str
    title: str
    language: str
    task: Task
    amount: Amount
    minutes: int
    notice: Notice | None = None
    total: int = 0
    todo: int = 0
    typed: int = 0
    due: date | None = None
    level: Level = Level.NONE
    reasons: tuple[str, ...] = ()
    published_at: datetime | None = None
    quote: str = ""
    key: str | None = None
    is_skipped: bool = False

    @property
    def place(self) -> str:
        """Article and language in one word, for what is remembered."""
        return f"{self.ref} {self.language}"


@dataclass(frozen=True, slots=True)
class Pace:
    """Source words a minute: `is_measured` on so many minutes of mine, else what is assumed of everybody."""

    words: float
    is_measured: bool = False


@dataclass(frozen=True, slots=True)
class Queue:
    """What I have to do next, the most urgent first; `works` is everything that lies in the workspace."""

    items: tuple[QueueItem, ...]
    pace: Pace
    today: date
    works: tuple[ArticleWork, ...] = ()


@dataclass(frozen=True, slots=True)
class SittingPiece:
    """A paragraph of a sitting; `minutes` is what it will take."""

    ref: str
    language: str
    key: str
    words: int
    minutes: float
    task: Task = Task.OPEN


@dataclass(frozen=True, slots=True)
class Sitting:
    """Paragraphs that fit into the time I have, across articles, and how far I am."""

    budget: int
    pieces: tuple[SittingPiece, ...]
    at: int = 0
    done: frozenset[int] = frozenset()

    @property
    def piece(self) -> SittingPiece | None:
        """The paragraph that is on; None after the last one."""
        return self.pieces[self.at] if self.at < len(self.pieces) else None

    @property
    def is_over(self) -> bool:
        """Whether there is nothing after this."""
        return self.at >= len(self.pieces)

    @property
    def minutes(self) -> float:
        """What all of it will take."""
        return sum(piece.minutes for piece in self.pieces)

    @property
    def minutes_left(self) -> float:
        """What is still to come will take."""
        return sum(piece.minutes for piece in self.pieces[self.at :])

    @property
    def words_done(self) -> int:
        """Words of source in what was done."""
        return sum(self.pieces[place].words for place in self.done)

    def mark(self, ref: str, language: str, key: str) -> "Sitting":
        """The same with this paragraph done; no change where it is none of them."""
        found = {n for n, one in enumerate(self.pieces) if (one.ref, one.language, one.key) == (ref, language, key)}
        return replace(self, done=self.done | found)

    def advance(self) -> "Sitting":
        """On to the next paragraph that is not done."""
        after = range(self.at + 1, len(self.pieces))
        return replace(self, at=next((place for place in after if place not in self.done), len(self.pieces)))
