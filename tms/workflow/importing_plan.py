"""What an import would do, as a value that can be shown before it is done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tms.store.rows import SegmentRow
from tms.values import Document, Level, Pair, Skipped, Slice, Unit
from tms.workflow.aligning import AlignedPiece
from tms.workflow.diffing import PairedTexts

SET_BY_PERSON = "level set at import"
"""The reason of a level that a person gave."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What a coordinator can say about an import; `level` None lets the texts decide.

    `levels` are those of single segments, by key, or by `slug/key` where several articles come in at once.
    `keep_going` takes the whole articles of a file that is broken somewhere, `with_drafts` posts that are not public.
    """

    format_id: str | None = None
    slug: str | None = None
    level: Level | None = None
    levels: Mapping[str, Level] = field(default_factory=dict)
    force: bool = False
    keep_going: bool = False
    with_drafts: bool = False


@dataclass(frozen=True, slots=True)
class Returned:
    """A removed segment whose paragraph is back, and what became of its text meanwhile."""

    segment: SegmentRow
    pair: Pair


def find_kept(pair: Pair, units: Sequence[Unit], returned: Mapping[int, Returned]) -> int:
    """The new position that keeps the key of the first old one: of a split the longest part with no key of its own."""
    own = [position for position in pair.new if position not in returned]
    return max(own or pair.new, key=lambda position: len(units[position].text))


@dataclass(frozen=True, slots=True)
class ArticlePlan:
    """What importing one file would do; `keys` are those of the known segments by old position.

    `returned` maps new positions to the removed segments whose texts are back.
    """

    project: str
    slug: str
    slice: Slice
    document: Document
    pairs: tuple[Pair, ...]
    old: tuple[SegmentRow, ...]
    returned: dict[int, Returned]
    base_revision: int
    is_same: bool

    @property
    def format(self) -> str:
        """The id of the article's format."""
        return self.slice.format

    @property
    def is_new(self) -> bool:
        """Whether the article is not known yet."""
        return self.base_revision == 0

    def paired_texts(self) -> tuple[PairedTexts, ...]:
        """The pairs with their texts and, for known segments, the key."""
        return tuple(
            PairedTexts(
                pair,
                tuple(self.old[i].source for i in pair.old),
                tuple(self.document.units[i].text for i in pair.new),
                self._key(pair),
            )
            for pair in self.pairs
        )

    def _key(self, pair: Pair) -> str:
        if pair.old:
            return self.old[pair.old[0]].key
        back = self.returned.get(pair.new[0])
        return back.segment.key if back else ""


@dataclass(frozen=True, slots=True)
class TranslationPlan:
    """A piece that is the translation of the article `slug` into `language`, `aligned` with it where that is here."""

    slug: str
    language: str
    slice: Slice
    document: Document
    aligned: AlignedPiece | None = None


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do: articles, translations that came with them, and what is left out and why.

    `name` and `sha256` are those of the whole that the pieces were cut from.
    """

    project: str
    articles: tuple[ArticlePlan, ...]
    translations: tuple[TranslationPlan, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    name: str = ""
    sha256: str = ""

    @property
    def is_idle(self) -> bool:
        """Whether there is nothing to write."""
        return not self.translations and all(plan.is_same for plan in self.articles)
