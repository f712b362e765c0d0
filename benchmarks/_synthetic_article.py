"""Made-up articles and edits of them whose truth is known: which paragraph became which."""

import random
from dataclasses import dataclass
from itertools import pairwise


def _words(text: str) -> list[str]:
    return text.split()


_LITTLE = _words("the of and to in a that for on with as was by at from were which had this their after before under")
_NOUNS = _words(
    "village court family teacher river letter prison bridge school farmer witness harvest market lawyer border road "
    "camp office guard winter factory report journalist neighbour document hospital police mother brother student "
    "union council train field meeting newspaper statement decision permit passport interview archive shepherd "
    "translator carpenter bakery orchard library station garden island harbour workshop mountain valley"
)
_VERBS = _words(
    "described visited recorded left reached refused signed delivered copied repaired questioned watched remembered "
    "returned closed opened counted carried sold crossed followed announced delayed promised replaced measured "
    "collected defended examined prepared translated abandoned gathered protected"
)
_ADJECTIVES = _words(
    "old small quiet distant official broken northern public empty early narrow foreign careful silent heavy wooden "
    "local bitter crowded frozen patient formal ordinary hidden late former young private sudden steady"
)
_SYLLABLES = _words("ba ke li mo ru ta shi ven dor qua nel pir os tan gul mir yar bek ola fen zim hol cre wat lun")


@dataclass(frozen=True, slots=True)
class Truth:
    """What became of some paragraphs: positions in the old and the new article."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    change: str


@dataclass(frozen=True, slots=True)
class Revision:
    """Two versions of an article and the truth about them."""

    old: list[str]
    new: list[str]
    truth: list[Truth]


class Writer:
    """Writes paragraphs; the same seed writes the same ones."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._rare = ["".join(self._random.choices(_SYLLABLES, k=self._random.randint(2, 4))) for _ in range(3000)]

    def word(self) -> str:
        """A word of content, one in four a rare one."""
        if self._random.random() < 0.25:
            return self._random.choice(self._rare)
        return self._random.choice(self._random.choice((_NOUNS, _VERBS, _ADJECTIVES)))

    def sentence(self) -> str:
        """Eight to twenty words, little ones between those of content."""
        count = self._random.randint(8, 20)
        words = [self._random.choice(_LITTLE) if self._random.random() < 0.4 else self.word() for _ in range(count)]
        return " ".join(words).capitalize() + "."

    def paragraph(self) -> str:
        """Two to seven sentences."""
        return " ".join(self.sentence() for _ in range(self._random.randint(2, 7)))

    def edit(self, text: str, share: float) -> str:
        """The text with so many of its words replaced, left out or followed by another."""
        words = text.split()
        for place in sorted(self._random.sample(range(len(words)), max(1, round(share * len(words)))), reverse=True):
            kind = self._random.random()
            if kind < 0.6:
                words[place] = self.word()
            elif kind < 0.8:
                words.insert(place, self.word())
            else:
                del words[place]
        return " ".join(words)


def write_article(count: int, seed: int, *, is_hard: bool = False) -> list[str]:
    """Paragraphs; a hard article has 15 % that differ in three words and 3 % exact repetitions."""
    writer, chance = Writer(seed), random.Random(seed + 1)
    template = writer.paragraph().split()
    paragraphs: list[str] = []
    for _ in range(count):
        dice = chance.random()
        if is_hard and dice < 0.15:
            words = list(template)
            for place in chance.sample(range(len(words)), 3):
                words[place] = writer.word()
            paragraphs.append(" ".join(words))
        elif is_hard and dice < 0.18 and paragraphs:
            paragraphs.append(chance.choice(paragraphs))
        else:
            paragraphs.append(writer.paragraph())
    return paragraphs


def revise(old: list[str], seed: int, *, heaviest: float = 0.4) -> Revision:
    """A version with 10 % edited, 2 % moved (half of them edited too), 2 % split or merged, 5 % put in or taken out."""
    writer, chance = Writer(seed + 7), random.Random(seed)
    pieces: list[tuple[tuple[int, ...], str, str]] = []
    gone: list[Truth] = []
    place = 0
    while place < len(old):
        dice, text = chance.random(), old[place]
        sentences = text.replace(". ", ".\n").split("\n")
        taken = 1
        if dice < 0.10:
            pieces.append(((place,), writer.edit(text, chance.uniform(0.05, heaviest)), "edited"))
        elif dice < 0.12:
            moved = writer.edit(text, chance.uniform(0.05, 0.2)) if chance.random() < 0.5 else text
            pieces.append(((place,), moved, "moved"))
        elif dice < 0.13 and len(sentences) > 1:
            cuts = sorted(chance.sample(range(1, len(sentences)), min(len(sentences) - 1, chance.choice((1, 1, 2)))))
            parts = [" ".join(sentences[a:b]) for a, b in pairwise([0, *cuts, len(sentences)])]
            pieces += [((place,), part, "split") for part in parts]
        elif dice < 0.14 and place + 3 < len(old):
            taken = chance.choice((2, 2, 3))
            pieces.append((tuple(range(place, place + taken)), " ".join(old[place : place + taken]), "merged"))
        elif dice < 0.165:
            gone.append(Truth((place,), (), "deleted"))
        else:
            pieces.append(((place,), text, "unchanged"))
        if chance.random() < 0.025:
            pieces.append(((), writer.paragraph(), "inserted"))
        place += taken
    return _number(old, _move(pieces, chance), gone)


def _move(
    pieces: list[tuple[tuple[int, ...], str, str]], chance: random.Random
) -> list[tuple[tuple[int, ...], str, str]]:
    kept = [piece for piece in pieces if piece[2] != "moved"]
    for piece in pieces:
        if piece[2] == "moved":
            place = chance.randint(0, len(kept))
            while 0 < place < len(kept) and kept[place - 1][2] == kept[place][2] == "split":
                place += 1
            kept.insert(place, piece)
    return kept


def _number(old: list[str], pieces: list[tuple[tuple[int, ...], str, str]], gone: list[Truth]) -> Revision:
    places: dict[tuple[int, ...], list[int]] = {}
    truth: list[Truth] = list(gone)
    for at, (source, _, change) in enumerate(pieces):
        if source:
            places.setdefault(source, []).append(at)
        else:
            truth.append(Truth((), (at,), change))
    changes = {source: change for source, _, change in pieces}
    truth += [Truth(source, tuple(at), changes[source]) for source, at in places.items()]
    return Revision(old, [text for _, text, _ in pieces], truth)
