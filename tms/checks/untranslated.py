"""`untranslated`: words of the source language left in a translation.

Three signs are looked for: several frequent English words in a row, at least one of which the language does not have
(this needs no source), a run of words that stands in the source word for word, and an everyday English word of the
source. Titles in quotation marks or italics, names with their particles (Voice of America), known words, English terms
in brackets and references to literature are left alone.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tms.checks.check import Check, base_language
from tms.checks.english_words import TELLING_WORDS, is_left_over, is_shared, may_have_english
from tms.checks.identical import is_left_as_it_is
from tms.checks.lexicon import is_english, is_english_only, is_known, is_of_language, looks_english
from tms.checks.names import list_words_outside_names
from tms.checks.prose import Prose, read_prose
from tms.checks.quotation import read_quotes
from tms.text.markup import find_tags
from tms.values import CheckInput, Severity, Spot

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_PARTICLE_WORDS = "of in and the for to on at by from with without against a an or"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
# One of these alone between other words is enough.
_UNMISTAKABLE_WORDS = "the which were their they these those with this that would because and"
_UNMISTAKABLE = frozenset(_UNMISTAKABLE_WORDS.split())
_GOLD_WORDS = "en un cet cent mon ton son leur notre cette plein vieil faux de et le vermeil quel tout"
_BEFORE_GOLD = frozenset(_GOLD_WORDS.split())
_LOANS = re.compile(
    r"(?i:\b(?:state of the art|out of the box|off the record|on the rocks|work in progress|business as usual|made in"
    r"|best of|all of the above|do it yourself|last but not least|to be continued|too big to fail|me too|not in my name"
    r"|what you see is what you get|et al|in and out|and co|on and off|face to face|peer to peer|one to one)\b)"
)
_ITALIC = frozenset(("em", "i", "cite", "q", "*"))
_REFERENCE = re.compile(r"\b(?:19|20)\d\d[a-z]?\b")
_REFERENCE_SIGN = re.compile(
    r"\bdoi\b|\bpp?\.\s?\d|\bvol\.|\bUniversity Press\b|\bJournal\b|\beds?\.|\bn[°º]\s?\d|\b\d+\(\d+\)", re.IGNORECASE
)
_LONGEST_TITLE = 25
_SAME_RUN = 4
_LONGEST_GLOSS = 200
_PARTS = frozenset("_@#")
_WHOLE_FROM = 4
_NEAR = 40
_SENTENCE_END = re.compile(r"[.?!…]")


class _Word(NamedTuple):
    start: int
    end: int
    text: str
    is_first: bool


class _Source(NamedTuple):
    """What the source gives to compare with, in lower case: its small words, the one it begins with, its runs."""

    small: frozenset[str]
    first: str
    phrases: frozenset[tuple[str, ...]]


_NO_SOURCE = _Source(frozenset(), "", frozenset())


def _may_find(pair: CheckInput) -> bool:
    return may_have_english(read_prose(pair.target).text, base_language(pair.language))


def _find(pair: CheckInput) -> Iterator[Spot]:
    language = base_language(pair.language)
    if base_language(pair.source_language) == language or not _may_find(pair):
        return
    if pair.source is not None and is_left_as_it_is(pair.source, pair.target):
        return  # the business of `identical`
    prose = read_prose(pair.target)
    runs = [run for run in _list_runs(prose) if run]
    places: list[tuple[int, int]] = []
    is_english_source = base_language(pair.source_language) == "en"
    is_lexical = is_english_source and not _is_reference(prose.text)
    if is_lexical and _is_wholly_english(runs, prose, language):
        message = "the whole text is in English"
        yield Spot(message, 0, len(pair.target), severity=Severity.ERROR)
        return
    source = _read_source(pair.source) if pair.source and pair.source != pair.target else _NO_SOURCE
    for run in runs:
        words = [word for word in run if not is_known(word.text, pair.known_words)]
        if is_lexical:
            places += _find_english(words, language)
            places += _find_or(words, source, language)
            places += [place for place in _find_left(words, source, language) if not _is_gloss(prose.text, place)]
        places += _find_same(words, source.phrases, language)
    for start, end in _join_near(prose.text, _merge(places)):
        yield prose.spot(f"“{prose.text[start:end]}” is not translated", start, end)


def _is_wholly_english(runs: list[list[_Word]], prose: Prose, language: str) -> bool:
    """Whether a text of four words or more has many English words and none of its own language.

    Titles and loan phrases are out of the runs already; what is left has to be English by itself.
    """
    if any(is_of_language(word, language) for word in _WORD.findall(prose.text)):
        return False
    words = list_words_outside_names(" | ".join(" ".join(word.text for word in run) for run in runs))
    english = sum(map(looks_english, words))
    has_clause = any(is_english_only(word) and word.casefold() not in _PARTICLES for word in words)
    return len(words) >= _WHOLE_FROM and has_clause and english >= 2 and english * 3 >= len(words)


def _list_runs(prose: Prose) -> Iterator[list[_Word]]:
    """Words with nothing but spaces between them, outside titles and loan phrases."""
    spared = _list_spared(prose)
    run: list[_Word] = []
    end, index = 0, 0
    for match in _WORD.finditer(prose.text):
        while index < len(spared) and spared[index][1] <= match.start():
            index += 1
        is_spared = index < len(spared) and spared[index][0] < match.end()
        is_joined = not prose.text[end : match.start()].strip()
        if (is_spared or not is_joined) and run:
            yield run
            run = []
        if not is_spared:
            run.append(_Word(match.start(), match.end(), match.group(), is_first=not is_joined or match.start() == 0))
        end = match.end()
    yield run


def _list_spared(prose: Prose) -> list[tuple[int, int]]:
    quotations = [(q.opener, q.closer) for q in read_quotes(prose.text).quotations]
    places = [place for place in quotations if _is_title(prose.text[place[0] : place[1]])]
    places += [match.span() for match in _LOANS.finditer(prose.text)]
    places += _list_italics(prose)
    return _merge(places)


def _is_title(text: str) -> bool:
    return len(_WORD.findall(text)) <= _LONGEST_TITLE


def _list_italics(prose: Prose) -> Iterator[tuple[int, int]]:
    if prose.starts is None:
        return
    opened: dict[str, int] = {}
    tags = [tag for tag in find_tags(prose.raw) if tag.name in _ITALIC]
    place = 0
    for tag in tags:
        while place < len(prose.starts) and prose.starts[place] < tag.start:
            place += 1
        if tag.role == "open":
            opened[tag.name] = place
        elif tag.name in opened:
            yield opened.pop(tag.name), place


def _is_reference(text: str) -> bool:
    return _REFERENCE.search(text) is not None and _REFERENCE_SIGN.search(text) is not None


def _find_english(words: list[_Word], language: str) -> Iterator[tuple[int, int]]:
    marks = [_is_candidate(words, index) for index in range(len(words))]
    index = 0
    while index < len(words):
        end = index
        while end < len(words) and marks[end]:
            end += 1
        if _is_english_run(words, index, end, language):
            yield words[index].start, words[end - 1].end
        index = max(end, index + 1)


def _is_candidate(words: list[_Word], index: int) -> bool:
    word = words[index]
    if not is_english(word.text) or not (word.text.islower() or word.is_first):
        return False
    return word.text not in _PARTICLES or not _is_in_name(words, index)


def _is_in_name(words: list[_Word], index: int) -> bool:
    """Whether a particle joins capitalised words: Freedom of the Press."""
    before, after = index - 1, index + 1
    while before >= 0 and words[before].text in _PARTICLES and index - before < 4:
        before -= 1
    while after < len(words) and words[after].text in _PARTICLES and after - index < 4:
        after += 1
    has_both = before >= 0 and after < len(words)
    return has_both and words[before].text[0].isupper() and words[after].text[0].isupper()


def _is_english_run(words: list[_Word], start: int, end: int, language: str) -> bool:
    run = words[start:end]
    strong = [
        word
        for word in run
        if word.text.islower() and is_english_only(word.text) and not is_shared(word.text, language)
    ]
    if len(run) >= 2 and strong:
        return True
    if len(run) != 1 or run[0].text not in _UNMISTAKABLE or start == 0 or end == len(words):
        return False
    return words[start - 1].text.islower() and words[end].text.islower()


def _find_left(words: list[_Word], source: _Source, language: str) -> Iterator[tuple[int, int]]:
    """Everyday words of English that stand in the source as well."""
    for index, word in enumerate(words):
        plain = word.text.lower()
        if not is_left_over(plain, language):
            continue
        following = words[index + 1].text if index + 1 < len(words) else ""
        if word.text.islower():
            is_left = plain in source.small and not _is_in_name(words, index)
        else:
            # Campaign for Uyghurs is a name, AIDS an acronym.
            is_acronym = word.text.isupper() and len(word.text) > 1
            is_head = word.is_first and not is_acronym and following.islower() and following not in _PARTICLES
            is_left = is_head and (plain in source.small or plain == source.first)
        if is_left:
            yield word.start, word.end


def _find_or(words: list[_Word], source: _Source, language: str) -> Iterator[tuple[int, int]]:
    """The English “or” between small words: French has one too, behind a stop, in gold and behind an article."""
    if language != "fr" or "or" not in source.small or not source.small.isdisjoint(("gold", "golden")):
        return
    for before, word, after in zip(words, words[1:], words[2:], strict=False):
        is_joined = before.text.islower() and after.text.islower() and before.text[-2:] not in ("l’", "d’")
        if word.text == "or" and is_joined and before.text not in _BEFORE_GOLD:
            yield word.start, word.end


def _is_gloss(text: str, place: tuple[int, int]) -> bool:
    """Whether a word is part of an account or a file name, or stands in brackets or before them to be explained."""
    after = text[place[1] : place[1] + 1]
    if text[place[0] - 1 : place[0]] in _PARTS or after in _PARTS or after.isdigit():
        return True
    # The list of sources.list.
    if text[max(0, place[0] - 2) : place[0]][1:] in {".", "/"} and text[place[0] - 2].isalnum():
        return True
    start = text.rfind("(", max(0, place[0] - _LONGEST_GLOSS), place[0])
    end = text.find(")", place[1], place[1] + _LONGEST_GLOSS)
    if text.startswith("(", place[1] + 1):
        return True
    if start < 0 or end < 0 or ")" in text[start : place[0]]:
        return False
    return all(
        is_english(word) or is_left_over(word.lower(), "") or "-" in word for word in _WORD.findall(text[start:end])
    )


@lru_cache(maxsize=8)
def _read_source(source: str) -> _Source:
    words = _WORD.findall(read_prose(source).text)
    folded = [word.casefold() for word in words]
    phrases = frozenset(tuple(folded[i : i + _SAME_RUN]) for i in range(len(folded) - _SAME_RUN + 1))
    return _Source(frozenset(word for word in words if word.islower()), folded[0] if folded else "", phrases)


def _find_same(words: list[_Word], phrases: frozenset[tuple[str, ...]], language: str) -> Iterator[tuple[int, int]]:
    if not phrases:
        return
    folded = [word.text.casefold() for word in words]
    for index in range(len(words) - _SAME_RUN + 1):
        run = words[index : index + _SAME_RUN]
        if tuple(folded[index : index + _SAME_RUN]) not in phrases or sum(word.text.islower() for word in run) < 3:
            continue
        # Place de la République is a name of the language itself.
        is_own = sum(is_of_language(word.text, language) for word in run) > 1
        if not is_own and any(is_english(word.text) or is_left_over(word.text, language) for word in run):
            yield run[0].start, run[-1].end


def _join_near(text: str, places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """One place for what belongs to one untranslated sentence."""
    joined: list[tuple[int, int]] = []
    for start, end in places:
        if joined and start - joined[-1][1] <= _NEAR and not _SENTENCE_END.search(text, joined[-1][1], start):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _merge(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


UNTRANSLATED = Check(
    "untranslated",
    "Left in the source language",
    "untranslated",
    Severity.WARNING,
    _find,
    languages=frozenset(("fr", "es")),
    words=TELLING_WORDS,
    may_find=_may_find,
)
