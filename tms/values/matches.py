"""Translation memory entries, the matches found among them, and machine drafts."""

from dataclasses import dataclass

from tms.values.vocabulary import MatchKind, Origin


@dataclass(frozen=True, slots=True)
class MemoryPair:
    """A source text and its translation; `article` and `segment` say where it stands, if it stands in one.

    `before` and `after` are the neighbouring source texts, for context matches.
    """

    source: str
    target: str
    language: str
    origin: Origin = Origin.HUMAN
    article: str = ""
    segment: str = ""
    is_reviewed: bool = False
    before: str = ""
    after: str = ""
    updated_at: str = ""


@dataclass(frozen=True, slots=True)
class Penalty:
    """Points taken from a match in ranking, and why."""

    reason: str
    points: int


@dataclass(frozen=True, slots=True)
class Match:
    """A proposal from the memory: `score` 0-101 before penalties (101: same neighbours as well)."""

    score: int
    kind: MatchKind
    source: str
    target: str
    origin: str
    article: str = ""
    segment: str = ""
    penalties: tuple[Penalty, ...] = ()

    @property
    def rank_score(self) -> int:
        """The score after penalties, by which matches are ordered."""
        return self.score - sum(p.points for p in self.penalties)


@dataclass(frozen=True, slots=True)
class ConcordanceHit:
    """An entry of the memory in which words were found; the spans are code-point offsets of the words."""

    source: str
    target: str
    origin: str
    article: str = ""
    segment: str = ""
    source_spans: tuple[tuple[int, int], ...] = ()
    target_spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class DraftRequest:
    """A text for an engine to translate, with the paragraphs around it."""

    text: str
    context: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What an engine answered; `refused` says why its answer cannot be used, and `text` is "" then."""

    text: str
    engine: str
    billed_characters: int = 0
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Usage:
    """An engine's quota in characters; `limit` None when there is none."""

    used: int
    limit: int | None
