"""Changes of meaning that matter however small they are, each with a reason that a person can read."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from rapidfuzz.distance import Indel

from tms.text.meaning import Marker, MarkerHit, find_markers, has_marker_word, is_date_word
from tms.text.number_notation import get_base_language
from tms.text.number_words import list_number_words
from tms.text.numbers import NumberHit, find_numbers
from tms.tracking.quotations import find_quotations, has_quotation_marks
from tms.tracking.spelling import fold_word, is_inflected, is_respelled
from tms.tracking.wording import Block, Compared, Wording, read_wording

_UNIT_SIGNS = frozenset("%‰％$€£¥₹₽₩₺")
_UNIT_WORDS = frozenset(
    (
        "percent",
        "per",
        "cent",
        "dollars",
        "dollar",
        "euros",
        "euro",
        "pounds",
        "yuan",
        "pour",
        "por",
        "ciento",
        "am",
        "pm",
    )
)
_NEGATIVE_PREFIXES = ("un", "in", "im", "il", "ir", "non", "dis", "non-")
# Words with a capital at the head of a sentence that are no names.
_COMMON_OPENERS = frozenset(
    re.findall(
        r"\w+",
        """the a an this that these those some many most several few all both each every any other another such one two
        he she they it we you i his her their its our your my who what when where why how there here if while since
        after before during although though because as at in on by for from of to with without under over about
        but and or so yet however moreover meanwhile today yesterday now then later also only even still again
        police authorities officials people activists lawyers women men children relatives family families experts
        researchers scholars students teachers workers farmers soldiers guards prisoners detainees victims survivors
        witnesses journalists reporters critics supporters protesters residents citizens refugees government state
        court courts judges prosecutors parliament president minister sources reports evidence more less nearly
        almost following according please see read new old last next first second third""",
    )
)


def find_alarms(pair: Compared) -> tuple[str, ...]:
    """The reasons for which a change touches the meaning; none for a change of form."""
    changed = {word.lower() for both in pair.words for words in both for word in words}
    reasons: list[str] = []
    if has_marker_word(changed, pair.language):
        reasons += _marker_alarms(pair)
    reasons += _prefix_alarms(pair)
    if has_numeric_word(changed, pair.language) or _has_unit_sign(pair):
        reasons += _number_alarms(pair)
    reasons += _name_alarms(pair)
    if has_quotation_marks(pair.old.text) or has_quotation_marks(pair.new.text):
        reasons += _quotation_alarms(pair)
    return tuple(dict.fromkeys(reasons))


def has_numeric_word(words: Collection[str], language: str) -> bool:
    """Whether one of some words is a number, or belongs to one."""
    numeric = list_number_words(get_base_language(language))
    return any(
        word[0].isdigit()
        or (key := word.lower()) in numeric
        or key in _UNIT_WORDS
        # Accents are spelled or not: veintidós.
        or (not word.isascii() and fold_word(word) in numeric)
        for word in words
    )


def _has_unit_sign(pair: Compared) -> bool:
    return any(
        not _UNIT_SIGNS.isdisjoint(pair.old.tokens[b.old_start : b.old_end] + pair.new.tokens[b.new_start : b.new_end])
        for b in pair.blocks
    )


def _partial_blocks(pair: Compared) -> list[Block]:
    """The changes inside of sentences: a whole sentence more or less is new text, not another figure or duty."""
    return [
        block
        for block in pair.blocks
        if not (
            (block.new_start == block.new_end and pair.old.is_sentence(block.old_start, block.old_end))
            or (block.old_start == block.old_end and pair.new.is_sentence(block.new_start, block.new_end))
        )
    ]


# Negation, hedges, attribution, modality, dates.


def _marker_alarms(pair: Compared) -> Iterator[str]:
    old, new = _markers_around(pair, pair.blocks)
    for marker in (Marker.NEGATION, Marker.HEDGE, Marker.ATTRIBUTION):
        yield from _net_alarms(marker, old, new)
    partial = _partial_blocks(pair)
    if len(partial) < len(pair.blocks):
        old, new = _markers_around(pair, partial)
    for marker in (Marker.MODALITY, Marker.DATE):
        yield from _replaced_alarms(marker, old, new)


def _markers_around(pair: Compared, blocks: list[Block]) -> tuple[tuple[MarkerHit, ...], tuple[MarkerHit, ...]]:
    windows = pair.find_windows(blocks)
    old = [token for window in windows for token in (*pair.old.tokens[window.old_start : window.old_end], "|")]
    new = [token for window in windows for token in (*pair.new.tokens[window.new_start : window.new_end], "|")]
    return find_markers(old, pair.language), find_markers(new, pair.language)


def _net_alarms(marker: Marker, old: Iterable[MarkerHit], new: Iterable[MarkerHit]) -> Iterator[str]:
    """One word for another of the same kind is a change of wording; more or fewer of them is an alarm."""
    removed, added = _differences(marker, old, new)
    surplus = len(added) - len(removed)
    yield from (f'{marker} "{text}" added' for text in added[max(0, len(added) - surplus) :] if surplus > 0)
    yield from (f'{marker} "{text}" removed' for text in removed[len(removed) + surplus :] if surplus < 0)


def _replaced_alarms(marker: Marker, old: Iterable[MarkerHit], new: Iterable[MarkerHit]) -> Iterator[str]:
    removed, added = _differences(marker, old, new)
    for before, after in zip(removed, added, strict=False):
        yield f'{marker} "{before}" -> "{after}"'
    yield from (f'{marker} "{text}" removed' for text in removed[len(added) :])
    yield from (f'{marker} "{text}" added' for text in added[len(removed) :])


def _differences(marker: Marker, old: Iterable[MarkerHit], new: Iterable[MarkerHit]) -> tuple[list[str], list[str]]:
    before = [hit for hit in old if hit.marker is marker]
    after = [hit for hit in new if hit.marker is marker]
    return _surplus(before, after), _surplus(after, before)


def _surplus(hits: list[MarkerHit], others: list[MarkerHit]) -> list[str]:
    left = Counter(hit.sense for hit in others)
    texts: list[str] = []
    for hit in hits:
        if left[hit.sense]:
            left[hit.sense] -= 1
        else:
            texts.append(hit.text)
    return texts


def _prefix_alarms(pair: Compared) -> Iterator[str]:
    """Legal -> illegal, likely -> unlikely."""
    for before, after in _replaced_words(pair):
        short, long = sorted((before.lower(), after.lower()), key=len)
        if len(short) >= 4 and any(long == prefix + short for prefix in _NEGATIVE_PREFIXES):
            yield f'negation "{before}" -> "{after}"'


def _replaced_words(pair: Compared) -> Iterator[tuple[str, str]]:
    for old, new in pair.words:
        if len(old) == len(new):
            yield from zip(old, new, strict=True)


# Numbers.


def _number_alarms(pair: Compared) -> Iterator[str]:
    windows = pair.find_windows(_partial_blocks(pair))
    text_old, text_new = (
        _slices(pair.old, [(w.old_start, w.old_end) for w in windows]),
        _slices(pair.new, [(w.new_start, w.new_end) for w in windows]),
    )
    old, new = _counted(text_old, pair.language), _counted(text_new, pair.language)
    removed, added = [], []
    for op in Indel.opcodes([_number_key(hit) for hit in old], [_number_key(hit) for hit in new]):
        if op.tag == "delete":
            removed += old[op.src_start : op.src_end]
        elif op.tag == "insert":
            added += new[op.dest_start : op.dest_end]
    removed, added = _without_moved(text_old, removed, text_new, added)
    for before, after in zip(removed, added, strict=False):
        if _number_key(before) == _number_key(after):
            yield f"number {_show(before)} stands for something else"
        else:
            yield f"number {_show(before, after)} -> {_show(after, before)}"
    yield from (f"number {_show(hit)} removed" for hit in removed[len(added) :])
    yield from (f"number {_show(hit)} added" for hit in added[len(removed) :])


def _slices(wording: Wording, ranges: list[tuple[int, int]]) -> str:
    spans = wording.find_spans()
    return "\n|\n".join(wording.text[spans[start][0] : spans[end - 1][1]] for start, end in ranges if end > start)


def _counted(text: str, language: str) -> list[NumberHit]:
    """Numbers of a text; "one" is left out, it is an article or a pronoun as often."""
    return [hit for hit in find_numbers(text, language) if not (hit.is_word and hit.value == 1)]


def _number_key(hit: NumberHit) -> tuple[object, str]:
    return (hit.value, "" if hit.unit in ("ordinal", "time") else hit.unit)


def _show(hit: NumberHit, other: NumberHit | None = None) -> str:
    shown = " ".join(hit.text.split())
    # The same digits: the unit is what changed.
    is_same = other is not None and other.value == hit.value
    return f"{shown} {hit.unit}".strip() if is_same else shown


def _without_moved(
    text_old: str, removed: list[NumberHit], text_new: str, added: list[NumberHit]
) -> tuple[list[NumberHit], list[NumberHit]]:
    """A number that moved along with the word beside it did not change."""
    left_old, left_new = list(removed), list(added)
    for hit in removed:
        for other in left_new:
            if _number_key(hit) == _number_key(other) and _beside(text_old, hit) & _beside(text_new, other):
                left_old.remove(hit)
                left_new.remove(other)
                break
    return left_old, left_new


def _beside(text: str, hit: NumberHit) -> set[tuple[str, str]]:
    before = text[max(0, hit.start - 40) : hit.start].split()
    after = text[hit.end : hit.end + 40].split()
    return {*(("before", word) for word in before[-1:]), *(("after", word.rstrip(".,;:")) for word in after[:1])}


# Names.


def _name_alarms(pair: Compared) -> Iterator[str]:
    for block, words in zip(pair.blocks, pair.words, strict=True):
        if not all(any(word[0].isupper() for word in side) for side in words):
            continue
        old = _names_in(pair.old, block.old_start, block.old_end, pair.language)
        new = _names_in(pair.new, block.new_start, block.new_end, pair.language)
        kept = {fold_word(name) for name in old} & {fold_word(name) for name in new}
        before = [name for name in old if fold_word(name) not in kept]
        after = [name for name in new if fold_word(name) not in kept]
        has_alarm = bool(before and after) and not _are_same_names(before, after)
        if has_alarm and not (_is_title_case(pair.old) or _is_title_case(pair.new)):
            yield f'name "{" ".join(before)}" -> "{" ".join(after)}"'


def _are_same_names(before: list[str], after: list[str]) -> bool:
    return len(before) == len(after) and all(
        is_respelled(x, y) or is_inflected(x, y) for x, y in zip(before, after, strict=True)
    )


def _is_title_case(wording: Wording) -> bool:
    """Whether capitals say nothing, because nearly every word has one."""
    words = [token for token in wording.tokens if len(token) > 3 and token[0].isalpha()]
    return len(words) > 2 and sum(word[0].isupper() for word in words) > 0.7 * len(words)


def _names_in(wording: Wording, start: int, end: int, language: str) -> list[str]:
    names = [wording.tokens[index] for index in range(start, end) if _is_name(wording, index)]
    return [name for name in names if not is_date_word(name, language)]


def _is_name(wording: Wording, index: int) -> bool:
    token = wording.tokens[index]
    if not token[0].isupper() or token in ("A", "I", "O"):
        return False
    if not wording.opens_sentence(index):
        return True
    # At the head of a sentence every word has a capital: only what does not look like a common word is a name.
    word = token.lower()
    return word not in _COMMON_OPENERS and not word.endswith(("s", "ing", "ly", "ed", "ion", "ment", "ness", "ity"))


# Quotations.


def _quotation_alarms(pair: Compared) -> Iterator[str]:
    old, new = find_quotations(pair.old.text), find_quotations(pair.new.text)
    if len(old) == len(new):
        for before, after in zip(old, new, strict=True):
            if not _is_same_quotation(before, after):
                yield f'quotation "{_shorten(before)}" -> "{_shorten(after)}"'
        return
    old_keys, new_keys = [_quotation_key(words) for words in old], [_quotation_key(words) for words in new]
    yield from (
        f'quotation "{_shorten(w)}" removed' for w, key in zip(old, old_keys, strict=True) if key not in new_keys
    )
    yield from (f'quotation "{_shorten(w)}" added' for w, key in zip(new, new_keys, strict=True) if key not in old_keys)


def _quotation_key(words: str) -> str:
    return " ".join(fold_word(token) for token in read_wording(words).tokens if token[0].isalnum())


def _is_same_quotation(before: str, after: str) -> bool:
    if before == after:
        return True
    a = [token for token in read_wording(before).tokens if token[0].isalnum()]
    b = [token for token in read_wording(after).tokens if token[0].isalnum()]
    return len(a) == len(b) and all(x == y or is_respelled(x, y) for x, y in zip(a, b, strict=True))


def _shorten(words: str) -> str:
    return words if len(words) <= 40 else words[:39].rstrip() + "…"
