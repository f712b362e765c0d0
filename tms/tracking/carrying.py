"""Carry a translation over when its paragraph is split into several or made one with others."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from rapidfuzz.distance import LCSseq

from tms.text.markup import Tag, find_tags
from tms.text.sentences import split_sentences
from tms.tracking.pinning_alignment import align_sentences
from tms.values import AlignedPair

# Whatever is longer is no paragraph that one cuts by its sentences.
_LONGEST = 50_000
_MOST_PIECES = 400
# So many words more must say that a cut goes through a sentence, before one believes it.
_WORDS_OF_DOUBT = 3
_LEAST_SURE = 0.3
# Pairs that may be closed and opened again wherever one likes, without a change in what a reader sees.
_DRESS = frozenset(
    ("em", "strong", "b", "i", "u", "s", "small", "mark", "span", "sub", "sup", "del", "ins", "cite", "*", "**", "~~")
)
_WORD = re.compile(r"\w+")
# Where the items of a list within a sentence end.
_ITEM_END = re.compile(r"(?<=[;:.!?])\s+|\s*\n\s*")
_BREAK = r"(?:\s|<br\s{0,8}/?>)++"
_EDGE_BEFORE, _EDGE_BEHIND = re.compile(rf"\A{_BREAK}"), re.compile(rf"(?<!\s){_BREAK}\Z")
_HARD_BREAK = re.compile(r"<br\s{0,8}/?>\n?|\n")
_ID = re.compile(r"\sid\s*=", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Share:
    """What one of the new paragraphs gets of a translation.

    An empty `text` is `covered_by` the part at that position, which holds its translation as well; or by None, when
    nothing of the translation belongs to it.
    """

    text: str
    covered_by: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Divided:
    """A translation divided, a share for each part in order; `confidence` is 0-1."""

    shares: tuple[Share, ...]
    confidence: float

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts of all shares."""
        return tuple(share.text for share in self.shares)


def divide_target(
    old_source: str, parts: Sequence[str], target: str, *, source_language: str, target_language: str
) -> Divided | None:
    """The translation of `old_source` divided among the `parts` that it was split into, at the aligned sentences.

    Joined in the order of the old source, with the white space and line breaks at the cuts, the shares are the target
    to the letter; only a pair of markup around a cut is closed before and opened again behind it. A sentence that
    belongs to several parts goes to the one that has most of it. None when there is no text to divide, or no part has
    a word of the old source.
    """
    if len(old_source) + sum(map(len, parts)) + len(target) > _LONGEST or len(parts) > _MOST_PIECES:
        return None
    order = _order_parts(_list_words(old_source), [_list_words(part) for part in parts])
    languages = source_language, target_language
    divided = _divide_in_order(old_source, [parts[place] for place in order], target, languages)
    if divided is None:
        return None
    shares = [share for _, share in sorted(zip(order, divided.shares, strict=True), key=lambda pair: pair[0])]
    named = (None if share.covered_by is None else order[share.covered_by] for share in shares)
    restored = (replace(share, covered_by=place) for share, place in zip(shares, named, strict=True))
    return Divided(tuple(restored), divided.confidence)


def _divide_in_order(old: str, parts: Sequence[str], target: str, languages: tuple[str, str]) -> Divided | None:
    source = _read_source(old, parts, languages[0])
    signs = _list_signs(source)
    source = [_Atom(piece, atom.part) for atom in source for piece in _split_items(atom.text, signs)]
    pieces = [piece for part in split_sentences(target, languages[1]) for piece in _split_items(part, signs)]
    if not source or not target.strip() or max(len(source), len(pieces)) > _MOST_PIECES:
        return None
    texts = [atom.text for atom in source]
    aligned = align_sentences(texts, pieces, source_language=languages[0], target_language=languages[1])
    return _Division(source, _Target(target, pieces, parts), aligned).divide(len(parts))


def join_targets(targets: Sequence[str | None], *, source: str = "") -> str:
    """The translations of paragraphs that became one, in order, with a space between; empty ones are left out.

    Where `source`, the paragraph that they became, has a line of its own for each of them, so has the result.
    """
    texts = [text.strip() for text in targets if text and text.strip()]
    breaks = _HARD_BREAK.findall(source.strip())
    has_lines = bool(breaks) and len(breaks) == len(texts) - 1 and len(set(breaks)) == 1
    return (breaks[0] if has_lines else " ").join(texts)


# The old source, by the parts that it went to.


@dataclass(frozen=True, slots=True)
class _Atom:
    """A sentence of the old source, or the piece of one, and the part that it stands in now."""

    text: str
    part: int


def _read_source(old: str, parts: Sequence[str], language: str) -> list[_Atom]:
    """The pieces of the old source with their parts, in order; none when nothing of it is in any part."""
    spans = [match.span() for match in _WORD.finditer(old)]
    listed = [_list_words(part) for part in parts]
    matched = _match_words(
        [old[start:end].casefold() for start, end in spans], [word for part in listed for word in part]
    )
    if not matched:
        return []
    ends = list(accumulate(map(len, split_sentences(old, language)), initial=0))
    # Where each sentence ends, in words; where several do, the last of them.
    offsets = {bisect_left(spans, (end, end)): end for end in ends}
    finder = _CutFinder(matched, len(spans), sorted(offsets))
    cuts = [0]
    limit = 0
    for one, other in pairwise(listed):
        limit += len(one)
        place = finder.find(limit, len(one), len(other))
        cuts.append(max(cuts[-1], offsets[place] if place in offsets else spans[place][0]))
    return [
        _Atom(old[start:end], bisect_right(cuts, start) - 1)
        for start, end in pairwise(sorted({*ends, *cuts}))
        if old[start:end].strip()
    ]


def _order_parts(old: Sequence[str], parts: Sequence[Sequence[str]]) -> list[int]:
    """The parts in the order of the old source, if they stand in another one now."""
    centres: list[float] = []
    for part in parts:
        places = [place for place, _ in _match_words(old, part)]
        is_known = bool(places) and 2 * len(places) >= len(part)
        centres.append(sum(places) / len(places) if is_known else centres[-1] if centres else 0.0)
    order = sorted(range(len(parts)), key=centres.__getitem__)
    as_given, as_sorted = (
        LCSseq.similarity(old, [word for place in places for word in parts[place]])
        for places in (range(len(parts)), order)
    )
    return order if as_sorted - as_given >= _WORDS_OF_DOUBT else list(range(len(parts)))


def _list_words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _match_words(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Places of the words that both have, in order."""
    return [
        (op.src_start + step, op.dest_start + step)
        for op in LCSseq.opcodes(old, new)
        if op.tag == "equal"
        for step in range(op.src_end - op.src_start)
    ]


class _CutFinder:
    """Finds where, in words of the old source, it was cut."""

    def __init__(self, matched: Sequence[tuple[int, int]], count: int, sentences: Sequence[int]) -> None:
        self._old = [old for old, _ in matched]
        self._new = [new for _, new in matched]
        self._count = count
        self._sentences = sentences

    def find(self, limit: int, before: int, after: int) -> int:
        """The place of the cut before word `limit` of the new source: a sentence's end, if words do not forbid it.

        `before` and `after` are the lengths of the parts beside the cut.
        """
        wanted = bisect_left(self._new, limit)
        best = min(
            self._sentences, key=lambda place: (abs(self._pass(place) - wanted), self._stray(place, limit), -place)
        )
        misplaced = self._pass(best) - wanted
        if abs(misplaced) < min(_WORDS_OF_DOUBT, (after if misplaced > 0 else before) / 2):
            return best
        return self._old[wanted] if wanted < len(self._old) else self._count

    def _pass(self, place: int) -> int:
        """How many of the words that both have stand before a place."""
        return bisect_left(self._old, place)

    def _stray(self, place: int, limit: int) -> int:
        """By how many words the new text beside a cut is longer or shorter than the old one."""
        passed, wanted = self._pass(place), bisect_left(self._new, limit)
        near, far = min(passed, wanted) - 1, max(passed, wanted)
        stray = abs((place - self._old[near]) - (limit - self._new[near])) if near >= 0 else abs(place - limit)
        return stray + (abs(self._old[far] - place - self._new[far] + limit) if far < len(self._old) else 0)


def _list_signs(source: Sequence[_Atom]) -> frozenset[str]:
    """The signs behind which the old source was cut."""
    ends = [one.text for one, other in pairwise(source) if one.part != other.part]
    return frozenset("\n" if "\n" in end[len(end.rstrip()) :] else end.rstrip()[-1] for end in ends)


def _split_items(text: str, signs: frozenset[str]) -> Iterator[str]:
    """A text cut behind some signs, and the white space behind them."""
    start = 0
    for match in _ITEM_END.finditer(text) if signs else ():
        sign = "\n" if "\n" in match.group() else text[match.start() - 1]
        if sign in signs and match.end() < len(text) and text[start : match.start()].strip():
            yield text[start : match.end()]
            start = match.end()
    yield text[start:]


# The target, by the parts of the source.


@dataclass(frozen=True, slots=True)
class _Cut:
    """Where a text is cut, with what closes the markup before and opens it again behind."""

    place: int
    closing: str = ""
    opening: str = ""


class _Target:
    """A translation in pieces, and where it can be cut between them."""

    def __init__(self, text: str, pieces: Sequence[str], parts: Sequence[str]) -> None:
        self.text = text
        self.pieces = pieces
        self._ends = list(accumulate(map(len, pieces), initial=0))
        self._tags = find_tags(text)
        self._pairs = _list_pairs(self._tags)
        self._in_parts = [{tag.name for tag in find_tags(part)} for part in parts]
        self._found: dict[tuple[int, int, int], _Cut | None] = {}

    def find_cut(self, place: int, before: int, after: int) -> _Cut | None:
        """The cut before a piece, between the texts of two parts; None if it would tear what belongs together."""
        key = (place, before, after)
        if key not in self._found:
            self._found[key] = self._read_cut(*key)
        return self._found[key]

    def _read_cut(self, place: int, before: int, after: int) -> _Cut | None:
        cut = self._find_place(self._ends[place])
        end = len(self.text[:cut].rstrip())
        if any(tag.start < end < tag.end or tag.start < cut < tag.end for tag in self._tags):
            return None
        around = [(one, other) for one, other in self._pairs if one.start < end and other.end > cut]
        if not all(self._may_reopen(one, before, after) for one, _ in around):
            return None
        return _Cut(cut, "".join(other.raw for _, other in reversed(around)), "".join(one.raw for one, _ in around))

    def _find_place(self, place: int) -> int:
        """The place of a cut with tags that close on the left of it and tags that open on the right."""
        for _, other in sorted(self._pairs, key=lambda pair: pair[1].start):
            if other.start >= place and not self.text[place : other.start].strip():
                place = other.end
        for one, _ in reversed(self._pairs):
            if one.end <= place and not self.text[one.end : place].strip():
                place = one.start
        return place

    def _may_reopen(self, tag: Tag, before: int, after: int) -> bool:
        if _ID.search(tag.raw):
            return False
        return tag.name in _DRESS or all(tag.name in self._in_parts[part] for part in (before, after))

    def cut(self, first: _Cut | None, last: _Cut | None) -> str:
        """The text between two cuts."""
        text = self.text[first.place if first else 0 : last.place if last else len(self.text)]
        text = _EDGE_BEFORE.sub("", text) if first else text
        text = _EDGE_BEHIND.sub("", text) if last else text
        return (first.opening if first else "") + text + (last.closing if last else "")


def _list_pairs(tags: Sequence[Tag]) -> list[tuple[Tag, Tag]]:
    """The tags that open and close one another, from the outside in."""
    pairs: list[tuple[Tag, Tag]] = []
    opened: dict[str, list[Tag]] = {}
    for tag in tags:
        if tag.role == "open":
            opened.setdefault(tag.name, []).append(tag)
        elif tag.role == "close" and opened.get(tag.name):
            pairs.append((opened[tag.name].pop(), tag))
    return sorted(pairs, key=lambda pair: pair[0].start)


@dataclass(frozen=True, slots=True)
class _Run:
    """Pieces of the target, from one number to before another, that belong to a part."""

    part: int
    start: int
    end: int


class _Division:
    def __init__(self, source: Sequence[_Atom], target: _Target, aligned: Sequence[AlignedPair]) -> None:
        self._source = source
        self._target = target
        self._aligned = aligned
        self._sureness = {place: pair.confidence for pair in aligned for place in pair.target}

    def divide(self, count: int) -> Divided:
        """The shares of so many parts; runs between which a cut is in doubt stay together."""
        runs = self._list_runs()
        most = 1.0
        while len(runs) > 1:
            sureness = [self._judge(one, other) for one, other in pairwise(runs)]
            worst = sureness.index(min(sureness))
            if sureness[worst] >= _LEAST_SURE:
                return Divided(self._list_shares(runs, count), min(most, sureness[worst]))
            runs[worst : worst + 2] = [self._merge(*runs[worst : worst + 2])]
            most = _LEAST_SURE
        beside = [pair.confidence for pair in self._aligned if pair.source and pair.target]
        return Divided(self._list_shares(runs, count), min((most, *beside)))

    def _list_runs(self) -> list[_Run]:
        """The pieces of the target by the part that has most of what each translates."""
        owners: dict[int, int] = {}
        for pair in self._aligned:
            weights = Counter[int]()
            for place in pair.source:
                weights[self._source[place].part] += len(self._source[place].text)
            owners |= dict.fromkeys(pair.target, weights.most_common(1)[0][0]) if weights else {}
        owner = owners[min(owners)] if owners else 0
        runs: list[_Run] = []
        for place in range(len(self._target.pieces)):
            # What only the translation has stays with what stands before it.
            owner = owners.get(place, owner)
            start = runs.pop().start if runs and runs[-1].part == owner else place
            runs.append(_Run(owner, start, place + 1))
        return runs

    def _judge(self, one: _Run, other: _Run) -> float:
        """How sure it is that the translation is to be cut between two runs."""
        if self._target.find_cut(one.end, one.part, other.part) is None:
            return 0.0
        return min(self._sureness[one.end - 1], self._sureness[other.start])

    def _merge(self, one: _Run, other: _Run) -> _Run:
        part = max((one.part, other.part), key=self._measure)
        return _Run(part, one.start, other.end)

    def _measure(self, part: int) -> int:
        return sum(len(atom.text) for atom in self._source if atom.part == part)

    def _list_shares(self, runs: Sequence[_Run], count: int) -> tuple[Share, ...]:
        cuts = [self._target.find_cut(one.end, one.part, other.part) for one, other in pairwise(runs)]
        texts = {
            run.part: self._target.cut(before, behind)
            for run, before, behind in zip(runs, (None, *cuts), (*cuts, None), strict=True)
        }
        return tuple(self._describe(part, runs, texts) for part in range(count))

    def _describe(self, part: int, runs: Sequence[_Run], texts: Mapping[int, str]) -> Share:
        mine = [pair for pair in self._aligned if any(self._source[place].part == part for place in pair.source)]
        touched = [place for pair in mine for place in pair.target]
        holders = [run.part for run in runs if any(run.start <= place < run.end for place in touched)]
        if part in texts:
            reason = "aligned sentences" if holders == [part] else "some of it stands in another part"
            return Share(texts[part], None, reason if len(texts) > 1 else "all of the translation")
        if holders:
            return Share("", holders[0], "its translation stands in another part")
        return Share("", None, "nothing in the translation" if mine else "newly written")
