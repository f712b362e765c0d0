"""Speed of finding the terms of a glossary: ours beside the way that Weblate documents, on the same patterns and texts.

The peer is written here from what Weblate (2026) does: one automaton of `ahocorasick_rs` over lower-case terms, all
overlapping matches in the lower-case text, a set of all places of non-word characters by a regex for each text, and
of the matches those that have one at both rims. Ours folds spellings besides, and finds the places as written.

CPU time of this thread, medians of runs that alternate; glossary and texts are made up from a seed, in English.

    python benchmarks/term_lookup.py [--quick] [--runs 3] [--segments 100000] [--concepts 5000]
"""

import argparse
import gc
import platform
import random
import re
import resource
import statistics
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import accumulate
from typing import Any

from ahocorasick_rs import AhoCorasick, Implementation

from tms.glossary import TermIndex, expand_forms, list_inflections
from tms.glossary.folding import fold_text
from tms.glossary.index import Lexicon
from tms.values import Concept, Term, TermStatus

ONSETS, VOWELS, CODAS, ENDINGS, LITTLE, FOREIGN = (
    line.split(" ")
    for line in (
        "b c d f g h l m n p r s t v w br ch cl cr dr fl fr gr gu pl pr qu sh sk sl sp st th tr",
        "a a e e e i i o o u ai ea ou",
        "    d k l m n p r s t ck ll nd ng nt rd rn rt sh st th",
        "            al er ing ion ity ment ness or ship tion ure y",
        "the of and to in a that for on with as was by at from were which had this their after before under it is not",
        "Ürümqi Gülnar café Lhünzê São Kraków Zürich naïve Ghulja’s Khotan Tbilisi Ili Besançon Nürnberg Îles",
    )
)
# What terms look like, what stands around a word, and what only looks like a term; each with its weight.
SHAPES = {
    "{rare}": 30,
    "{name}": 4,
    "{acronym}": 3,
    "{word}-{rare}": 3,
    "{name}’s {rare}": 2,
    "{foreign} {rare}": 2,
    "{word} {other}": 36,
    "{word} of {other}": 14,
    "{word} against {other}": 6,
}
AROUND = {"{}": 62, "{},": 16, "{}.": 5, "{};": 2, "{}:": 2, "{}’s": 4, "{}'s": 2, "“{}”": 3, "({})": 2, "{} –": 2}
LOOK_ALIKES = {"{}ology": 4, "pre{}": 4, "un{}ed": 4, "{}2": 2, "{}é": 2, "{}-like": 4}
LOOK_ALIKES |= {"#{}": 1, "@{}": 1, "_{}_": 1, "{}_{}": 1, "{}\u0331": 1}
# Long enough for what a way reads to come into the caches, short enough to even out what else the machine does.
TURN = 20_000
UNEXPLAINED = "without a reason"
MARKUP = ("<em>{}</em>", "<strong>{}</strong>", '<a href="https://example.org/{}">{}</a>', "*{}*")


def pick(chance: random.Random, weighted: dict[str, int]) -> str:
    return chance.choices(list(weighted), list(weighted.values()))[0]


def weigh(size: int) -> list[float]:
    """The first ones frequent and the last ones rare, after Zipf and Mandelbrot."""
    return list(accumulate(1 / (rank + 30) for rank in range(size)))


def make_words(chance: random.Random, size: int) -> list[str]:
    """Made-up words, short ones first, for those are frequent."""
    words: dict[str, None] = {}
    while len(words) < size:
        syllables = chance.choice((1, 1, 2)) if len(words) < size // 10 else chance.choice((1, 2, 2, 3))
        stem = "".join(chance.choice(ONSETS) + chance.choice(VOWELS) for _ in range(syllables))
        words.setdefault(stem + chance.choice(CODAS) + chance.choice(ENDINGS))
    return list(words)


def make_concepts(chance: random.Random, words: Sequence[str], count: int) -> list[Concept]:
    """Concepts with two English terms and a French one, every fifth English one with its forms given."""
    made: dict[str, None] = {}
    long = [word for word in words if len(word) > 4]
    while len(made) < count * 2:
        made.setdefault(make_term(chance, long))
    texts = list(made)
    return [
        Concept(f"c{number}", tuple(make_terms(chance, texts[2 * number], texts[2 * number + 1])))
        for number in range(count)
    ]


def make_term(chance: random.Random, words: Sequence[str]) -> str:
    rare = words[len(words) // 2 :]
    return pick(chance, SHAPES).format(
        rare=chance.choice(rare),
        name=chance.choice(rare).capitalize(),
        acronym="".join(chance.choices("BCDFGHKLMNPRSTUW", k=chance.choice((3, 4, 4, 5)))),
        word=chance.choice(words),
        other=chance.choice(words),
        foreign=chance.choice(FOREIGN).removesuffix("’s"),
    )


def make_terms(chance: random.Random, first: str, second: str) -> Iterator[Term]:
    for text, status in ((first, TermStatus.PREFERRED), (second, chance.choice((*TermStatus, TermStatus.ADMITTED)))):
        term = Term("en", text, status, part_of_speech=chance.choice(("", "noun", "noun phrase")))
        yield replace(term, forms=expand_forms(term)) if chance.random() < 0.2 else term
    yield Term("fr", f"{first}é", part_of_speech=chance.choice(("", "adjective")), gender=chance.choice("mf"))


class Author:
    """Writes segments of prose in which terms of a glossary stand."""

    def __init__(self, chance: random.Random, words: Sequence[str], forms: Sequence[str]) -> None:
        self._chance = chance
        self._words, self._weights = words, weigh(len(words))
        self._forms, self._form_weights = forms, weigh(len(forms))

    def segment(self) -> str:
        """Of a length as in translation memories: 26 to 766 characters, half of them under 125."""
        length = min(762, max(26, round(self._chance.lognormvariate(4.83, 0.77))))
        words = self._chance.choices(self._words, cum_weights=self._weights, k=length // 3)
        text = " ".join(map(self._piece, words))[: length - 1].rstrip(" ,;")
        return self._disguise(text[0].upper() + text[1:] + self._chance.choice("....?!"))

    def _piece(self, word: str) -> str:
        dice = self._chance.random()
        if dice < 0.42:
            return self._chance.choice(LITTLE)
        if dice < 0.437:
            return pick(self._chance, AROUND).format(self._form())
        if dice < 0.443:
            return pick(self._chance, LOOK_ALIKES).replace("{}", self._form().replace(" ", "-"))
        if dice < 0.447:
            return self._chance.choice(FOREIGN)
        return pick(self._chance, AROUND).format(word) if dice < 0.65 else word

    def _form(self) -> str:
        return self._chance.choices(self._forms, cum_weights=self._form_weights)[0]

    def _disguise(self, text: str) -> str:
        """Now and then markup, soft hyphens, entities, no-break spaces, line ends, decomposed letters."""
        dice = self._chance.random()
        words = text.split(" ")
        place = self._chance.randrange(len(words))
        if dice < 0.02:
            words[place] = self._chance.choice(MARKUP).replace("{}", words[place])
        elif dice < 0.025:
            words[place] = words[place][:3] + "\u00ad" + words[place][3:]
        elif dice < 0.03:
            words[place] += self._chance.choice(("&nbsp;", "&amp;", "&rsquo;s", "&#8217;s"))
        elif dice < 0.04:
            return text.replace(" ", self._chance.choice(("\u00a0", "\u202f", "\n", "  ")), 2)
        elif dice < 0.06:
            return unicodedata.normalize("NFD", text)
        return " ".join(words)


class WeblateWay:
    """The peer: every overlapping match, of which those stay that have a non-word character at both rims."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._automaton = AhoCorasick(patterns, implementation=Implementation.ContiguousNFA, store_patterns=False)
        self._rim = re.compile(r"\W")

    def find(self, text: str) -> dict[str, list[tuple[int, int]]]:
        """The places of each term."""
        low = text.lower().strip()
        rims = {match.span()[0] for match in self._rim.finditer(low)}
        rims.add(-1)
        rims.add(len(low))
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for _, start, end in self._automaton.find_matches_as_indexes(low, overlapping=True):
            if start - 1 in rims and end in rims:
                found[low[start:end].lower()].append((start, end))
        return found


@dataclass(frozen=True, slots=True)
class Way:
    """One way to find the terms of many texts; what `prepare` makes of them is not measured."""

    name: str
    run: Callable[[Sequence[Any]], object]
    prepare: Callable[[Sequence[str]], Sequence[Any]] = list


def each(function: Callable[[Any], object]) -> Callable[[Sequence[Any]], object]:
    def run(texts: Sequence[Any]) -> None:
        for text in texts:
            function(text)

    return run


def list_ways(index: TermIndex, peer: WeblateWay) -> list[Way]:
    lexicon = index.get_lexicon("en")
    return [
        Way("Weblate's way", each(peer.find)),
        Way("`scan` of the text in lower case", each(lambda text: lexicon.scan(text.lower()))),
        Way("`fold_text`, `scan`", each(lambda text: lexicon.scan(fold_text(text).lower))),
        Way("`find`: longest, as values", each(lambda text: index.find(text, "en"))),
        Way("`find_all`: all, as values", each(lambda text: index.find_all(text, "en"))),
    ]


def measure(ways: Sequence[Way], texts: Sequence[str], runs: int) -> list[float]:
    """Seconds of each way, the median of runs in which they take turns."""
    spent: list[list[float]] = [[0.0] * runs for _ in ways]
    gc.collect()
    for run in range(runs):
        for first in range(0, len(texts), TURN):
            for way, its in zip(ways, spent, strict=True):
                part = way.prepare(texts[first : first + TURN])
                start = time.thread_time()
                way.run(part)
                its[run] += time.thread_time() - start
    return [statistics.median(its) for its in spent]


def is_read_alike(text: str) -> bool:
    """Whether both read the same characters: nothing in the text is folded."""
    return fold_text(text).lower == text.lower()


def show_differences(lexicon: Lexicon, peer: WeblateWay, texts: Sequence[str]) -> None:
    reasons: Counter[str] = Counter()
    examples: dict[str, str] = {}
    hits = 0
    for text in texts:
        ours = {(start, end) for _, start, end in lexicon.scan(fold_text(text).lower)}
        theirs = {span for spans in peer.find(text).values() for span in spans}
        hits += len(theirs)
        for start, end in ours ^ theirs:
            reason = find_reason(text, start, end)
            reasons[reason] += 1
            examples.setdefault(reason, text[max(0, start - 12) : end + 12])
    print(f"{hits:,} places of Weblate's way in {len(texts):,} texts that both read alike; differences:")
    for reason in sorted({*reasons, UNEXPLAINED}):
        print(f"- {reasons[reason]} {reason} {examples.get(reason, '')!r}")
    print()


def find_reason(text: str, start: int, end: int) -> str:
    """Why one of the two has no hit here."""
    if text[start - 1 : start] in ("#", "@") and start:
        return "hash tags and user names, which are no words of the text for us"
    if "_" in text[max(0, start - 1) : start] + text[end : end + 1]:
        return "emphasised by underscores, which are letters to Weblate"
    if unicodedata.category(text[end : end + 1] or " ").startswith("M"):
        return "words that go on with a combining mark"
    return UNEXPLAINED


def show_speed(ways: Sequence[Way], alike: Sequence[str], others: Sequence[str], runs: int) -> None:
    first, second = measure(ways, alike, runs), measure(ways, others, runs)
    texts = len(alike) + len(others)
    size_alike, size = count_bytes(alike), count_bytes([*alike, *others])
    print("| way | µs, read alike | MB/s | ratio | µs, all | MB/s | ratio |\n|---|---|---|---|---|---|---|")
    for way, some, rest in zip(ways, first, second, strict=True):
        whole = some + rest
        left = f"{1e6 * some / len(alike):.2f} | {size_alike / some / 1e6:.1f} | {first[0] / some:.2f}"
        right = f"{1e6 * whole / texts:.2f} | {size / whole / 1e6:.1f} | {(first[0] + second[0]) / whole:.2f}"
        print(f"| {way.name} | {left} | {right} |", flush=True)


def count_bytes(texts: Sequence[str]) -> int:
    return sum(len(text.encode("utf-8", "surrogatepass")) for text in texts)


def show_build(concepts: Sequence[Concept], runs: int) -> None:
    """From concepts to the first text looked up; the memory that the first build took, all in."""
    given = [replace(one, terms=tuple(replace(t, forms=expand_forms(t)) for t in one.terms)) for one in concepts]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    keys = build(given).get_lexicon("en").keys
    peak = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    spent: dict[str, list[float]] = defaultdict(list)
    for _ in range(max(5, runs)):
        spent["Weblate's automaton alone"].append(clock(WeblateWay, keys))
        spent["our automaton alone"].append(clock(make_automaton, keys))
        spent["ours, forms given"].append(clock(build, given))
        spent["ours, forms by rule"].append(clock(build, concepts))
    print(f"{len(concepts):,} concepts, {len(keys):,} patterns of one language; peak {peak:.0f} MB\n")
    print("| build | ms | least |\n|---|---|---|")
    for name, its in spent.items():
        print(f"| {name} | {statistics.median(its):.0f} | {min(its):.0f} |")
    print()


def make_automaton(keys: Sequence[str]) -> object:
    return AhoCorasick(keys, store_patterns=False)


def clock(function: Callable[[Any], object], argument: object) -> float:
    """CPU milliseconds of a call that finds nothing made before."""
    list_inflections.cache_clear()
    gc.collect()
    start = time.thread_time()
    function(argument)
    return 1000 * (time.thread_time() - start)


def build(concepts: Sequence[Concept]) -> TermIndex:
    index = TermIndex(concepts)
    index.find("x", "en")
    return index


def show_paragraph(index: TermIndex, texts: Sequence[str]) -> None:
    joined = " ".join(texts)
    spent = []
    for first in range(0, min(len(joined), 1_200_000), 600):
        start = time.thread_time_ns()
        index.find(joined[first : first + 600], "en")
        spent.append((time.thread_time_ns() - start) / 1e6)
    spent.sort()
    late = spent[len(spent) * 99 // 100]
    print(f"\n`find` in a paragraph of 600 characters: {statistics.median(spent):.3f} ms, p99 {late:.3f} ms")


def main() -> None:
    options = read_options()
    chance = random.Random(options.seed)
    words = make_words(chance, 9000)
    concepts = make_concepts(chance, words, options.concepts)
    day = datetime.now(UTC).date()
    print(f"{day}; Python {platform.python_version()}, ahocorasick_rs {version('ahocorasick_rs')}; CPU time\n")
    show_build(concepts, options.runs)
    index = build(concepts)
    lexicon = index.get_lexicon("en")
    forms = sorted({form for one in concepts for term in one.terms_in("en") for form in expand_forms(term)})
    chance.shuffle(forms)
    author = Author(chance, words, forms)
    texts = [author.segment() for _ in range(10_000 if options.quick else options.segments)]
    alike = [text for text in texts if is_read_alike(text)]
    others = [text for text in texts if not is_read_alike(text)]
    peer = WeblateWay(lexicon.keys)
    show_texts(texts, alike, lexicon)
    show_differences(lexicon, peer, alike)
    show_speed(list_ways(index, peer), alike, others, options.runs)
    show_paragraph(index, texts)


def show_texts(texts: Sequence[str], alike: Sequence[str], lexicon: Lexicon) -> None:
    sizes = sorted(map(len, texts))
    folded = [fold_text(text) for text in texts]
    hits = sum(len(lexicon.scan(one.lower)) for one in folded)
    moved = sum(one.starts is not None for one in folded)
    print(
        f"{len(texts):,} segments, {count_bytes(texts) / 1e6:.1f} MB, {sizes[0]} to {sizes[-1]} characters, median "
        f"{sizes[len(sizes) // 2]}; {hits / len(texts):.2f} terms in each; not ASCII "
        f"{sum(not text.isascii() for text in texts) / len(texts):.0%}, read alike {len(alike) / len(texts):.0%}, "
        f"with markup, entities, soft hyphens, decomposed letters, line ends {moved / len(texts):.1%}\n"
    )


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="10,000 segments")
    parser.add_argument("--segments", type=int, default=100_000)
    parser.add_argument("--concepts", type=int, default=5000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=5)
    return parser.parse_args()


if __name__ == "__main__":
    main()
