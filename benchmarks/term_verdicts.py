"""Verdicts on labelled sentence pairs: ours beside an exact-string matcher and a stemmer.

python benchmarks/term_verdicts.py [-v] [--topics] [--set fr]
"""

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tms.glossary import TermIndex, find_term_spots  # noqa: E402  # found by the line above
from tms.values import Concept, Severity, Spot, TermStatus  # noqa: E402
from tms.workflow.glossary_files import read_glossary  # noqa: E402

SETS = Path(__file__).parent / "terms"
_MARK = re.compile(r"\[\[(.*?)>(.*?)\]\]|\s*\{\{([\w.-]+)\}\}")
Judge = Callable[[str, str, str], list[Spot]]


@dataclass(frozen=True)
class Pair:
    """A labelled pair: `marks` are faults as (start, end, right), `missing` concepts that are not there."""

    topic: str
    source: str
    target: str
    marks: tuple[tuple[int, int, str], ...]
    missing: tuple[str, ...]

    @property
    def faults(self) -> int:
        """How many there are."""
        return len(self.marks) + len(self.missing)


@dataclass
class Score:
    """Counts over pairs; `repairs` are (right, all) of the findings that stand on a mark and propose something."""

    faults: int = 0
    found: int = 0
    alarms: int = 0
    right_alarms: int = 0
    right_repairs: int = 0
    repairs: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        """Take in the counts of another."""
        for name in ("faults", "found", "alarms", "right_alarms", "right_repairs", "repairs"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.misses += other.misses

    def row(self) -> str:
        """The cells of a table."""
        precision = self.right_alarms / self.alarms if self.alarms else 1.0
        recall = self.found / self.faults if self.faults else 1.0
        return f"{precision:.3f} | {recall:.3f} | {self.alarms} | {self.found} of {self.faults}"


def read_set(path: Path) -> Iterator[Pair]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            topic, source, marked = line.split("\t")
            yield _parse(topic, source, marked)


def _parse(topic: str, source: str, marked: str) -> Pair:
    target, marks, missing, position = "", [], [], 0
    for match in _MARK.finditer(marked):
        target += marked[position : match.start()]
        position = match.end()
        if match[3]:
            missing.append(match[3])
        else:
            marks.append((len(target), len(target) + len(match[1]), match[2]))
            target += match[1]
    return Pair(topic, source, target + marked[position:], tuple(marks), tuple(missing))


def score(pair: Pair, spots: list[Spot], index: TermIndex, language: str) -> Score:
    """An alarm is right if it stands on a mark, or is about a concept that is missing or that a mark is about."""
    result = Score(faults=pair.faults)
    found: set[object] = set()
    for spot in spots:
        if _is_hint(spot, index):
            continue
        result.alarms += 1
        hits = _find_faults(pair, spot, index, language)
        if not hits:
            result.misses.append(f"ALARM [{pair.topic}] {spot.message}\n      {pair.source}\n      {pair.target}")
            continue
        found.update(hits)
        result.right_alarms += 1
        hit = hits[0]
        if len(hits) == 1 and isinstance(hit, tuple) and spot.replacement is not None and hit[2] != "?":
            result.repairs += 1
            result.right_repairs += _is_repaired(pair, spot, hit)
    result.found = len(found)
    missed = [pair.target[start:end] for start, end, right in pair.marks if (start, end, right) not in found]
    missed += [concept for concept in pair.missing if concept not in found]
    result.misses += [f"MISS  [{pair.topic}] {what}\n      {pair.source}\n      {pair.target}" for what in missed]
    return result


def _is_hint(spot: Spot, index: TermIndex) -> bool:
    """A finding that is less than what the concept demands: the term is there in other words, perhaps."""
    demanded = index.concepts[spot.concept].enforcement
    return spot.severity is Severity.INFO and demanded is not Severity.INFO


def _find_faults(pair: Pair, spot: Spot, index: TermIndex, language: str) -> list[object]:
    """The faults that a finding is about; a long one may hold several."""
    if spot.start is not None and spot.end is not None:
        marks: list[object] = [m for m in pair.marks if spot.start < m[1] and m[0] < spot.end]
        if marks:
            return marks
    if spot.concept in pair.missing:
        return [spot.concept]
    if spot.start is not None:
        return []
    return [mark for mark in pair.marks if spot.concept in _list_concepts(pair, mark, index, language)][:1]


def _list_concepts(pair: Pair, mark: tuple[int, int, str], index: TermIndex, language: str) -> set[str]:
    """The concepts that stand where a fault was, once it is repaired."""
    start, end, right = mark
    repaired = pair.target[:start] + right + pair.target[end:]
    hits = index.find_all(repaired, language)
    return {hit.concept for hit in hits if hit.start < start + len(right) and start < hit.end}


def _is_repaired(pair: Pair, spot: Spot, mark: tuple[int, int, str]) -> bool:
    repaired = pair.target[: spot.start] + (spot.replacement or "") + pair.target[spot.end :]
    wanted = pair.target[: mark[0]] + mark[2] + pair.target[mark[1] :]
    plain = str.maketrans({"'": "’", "\u00a0": " ", "\u202f": " "})
    return repaired.translate(plain) == wanted.translate(plain)


def exact_matcher(concepts: tuple[Concept, ...]) -> Judge:
    """Weblate's way: the exact term, whole words, any capitals; deprecated terms are forbidden."""

    def has(text: str, term: str) -> bool:
        return re.search(rf"\b{re.escape(term)}\b", text, re.IGNORECASE) is not None

    return lambda source, target, language: _judge_simply(concepts, source, target, language, has)


def stemmer(concepts: tuple[Concept, ...]) -> Judge:
    """Words in a row whose Snowball stems are those of the term."""
    import snowballstemmer

    names = {"en": "english", "fr": "french", "es": "spanish"}
    stemmers = {code: snowballstemmer.stemmer(name) for code, name in names.items()}

    def stems(text: str, code: str) -> str:
        return " " + " ".join(stemmers[code].stemWords(re.findall(r"[^\W_]+", text.lower()))) + " "

    def judge(source: str, target: str, language: str) -> list[Spot]:
        texts = {source: stems(source, "en"), target: stems(target, language)}

        def has(text: str, term: str) -> bool:
            return stems(term, "en" if text is source else language) in texts[text]

        return _judge_simply(concepts, source, target, language, has)

    return judge


def _judge_simply(
    concepts: tuple[Concept, ...], source: str, target: str, language: str, has: Callable[[str, str], bool]
) -> list[Spot]:
    spots = []
    for concept in concepts:
        terms = concept.terms_in(language)
        for term in terms:
            if term.status is TermStatus.DEPRECATED and has(target, term.text):
                start = target.lower().find(term.text.lower())
                place = (start, start + len(term.text)) if start >= 0 else (None, None)
                spots.append(Spot("forbidden", *place, concept=concept.id))
        accepted = [term for term in terms if term.status is not TermStatus.DEPRECATED]
        is_wanted = any(has(source, t.text) for t in concept.terms_in("en") if t.status is not TermStatus.DEPRECATED)
        if is_wanted and accepted and not any(has(target, term.text) for term in accepted):
            spots.append(Spot("missing", concept=concept.id))
    return spots


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("-v", "--verbose", action="store_true", help="print every miss and false alarm of ours")
    parser.add_argument("--topics", action="store_true", help="a row for each topic")
    parser.add_argument("--set", default="", help="only files whose name has this")
    arguments = parser.parse_args()
    concepts = tuple(c for path in sorted((ROOT / "glossaries").glob("*.toml")) for c in read_glossary(path))
    index = TermIndex(concepts)

    def ours(source: str, target: str, language: str) -> list[Spot]:
        return list(find_term_spots(index, source, target, source_language="en", language=language))

    judges: dict[str, Judge] = {"tms": ours, "exact string": exact_matcher(concepts), "stemmer": stemmer(concepts)}
    print("| set | way | precision | recall | alarms | faults found | repairs right |")
    print("|---|---|---|---|---|---|---|")
    for path in sorted(SETS.glob("*.tsv")):
        if arguments.set not in path.stem or (arguments.verbose and "held_out" in path.stem):
            continue
        pairs = list(read_set(path))
        language = path.stem[:2]
        for name, judge in judges.items():
            total, topics = Score(), defaultdict(Score)
            for pair in pairs:
                one = score(pair, judge(pair.source, pair.target, language), index, language)
                total.add(one)
                topics[pair.topic].add(one)
            repairs = f"{total.right_repairs} of {total.repairs}"
            print(f"| {path.stem}, {len(pairs)} pairs | {name} | {total.row()} | {repairs} |")
            if name == "tms" and arguments.topics:
                for topic, one in sorted(topics.items()):
                    print(f"|   {topic} | | {one.row()} | {one.right_repairs} of {one.repairs} |")
            if name == "tms" and arguments.verbose:
                print("\n".join(total.misses))
                print(Counter(line.split("]")[0] for line in total.misses))


if __name__ == "__main__":
    main()
