"""Figures in a change: another value, another unit, another sign."""

from collections.abc import Collection, Iterator

from rapidfuzz.distance import Indel

from tms.text.number_notation import get_base_language
from tms.text.number_tokens import list_number_words
from tms.text.numbers import NumberHit, find_numbers
from tms.tracking.spelling import fold_word
from tms.tracking.wording import Compared, Wording, list_partial_blocks

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
        "a.m.",
        "p.m.",
    )
)
_SIGNS = {
    **{sign: sign for sign in "+±<>≤≥=≈~/"},
    **dict.fromkeys("-−–", "-"),
}
# Where more figures than this changed, nobody asks which of them moved.
_MOST_COMPARED = 100_000
_PERIOD_WORDS = "second minute hour day week month quarter year decade century mile kilometer meter foot inch ton kilo"
_PERIODS = {
    **{form: word for word in _PERIOD_WORDS.split() for form in (word, word + "s")},
    "centuries": "century",
    "kilometre": "kilometer",
    "kilometres": "kilometer",
    "km": "kilometer",
    "metre": "meter",
    "metres": "meter",
    "feet": "foot",
}


def has_numeric_word(words: Collection[str], language: str) -> bool:
    """Whether one of some words is a number, or belongs to one."""
    numeric = list_number_words(get_base_language(language))
    keys = [word.lower() for word in words]
    return (
        not numeric.isdisjoint(keys)
        or not _UNIT_WORDS.isdisjoint(keys)
        or any(key[0].isdigit() for key in keys)
        # Accents are spelled or not: veintidós.
        or any(not key.isascii() and fold_word(key) in numeric for key in keys)
    )


def find_number_alarms(pair: Compared) -> Iterator[str]:
    """Figures, their units and signs that changed, in sentences that stayed."""
    if not _SIGNS.keys().isdisjoint(pair.changed):
        yield from _sign_alarms(pair)
    if not _PERIODS.keys().isdisjoint(pair.changed):
        yield from _period_alarms(pair)
    if not _UNIT_SIGNS.isdisjoint(pair.changed) or has_numeric_word(pair.changed, pair.language):
        yield from _value_alarms(pair)


def _value_alarms(pair: Compared) -> Iterator[str]:
    windows = pair.find_windows(list_partial_blocks(pair))
    text_old = "\n|\n".join(pair.old.slices([(w.old_start, w.old_end) for w in windows]))
    text_new = "\n|\n".join(pair.new.slices([(w.new_start, w.new_end) for w in windows]))
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
    # "First" and "second" order what is told as often as they count it.
    yield from (f"number {_show(hit)} removed" for hit in removed[len(added) :] if not _is_rank(hit))
    yield from (f"number {_show(hit)} added" for hit in added[len(removed) :] if not _is_rank(hit))


def _is_rank(hit: NumberHit) -> bool:
    return hit.is_word and hit.unit == "ordinal"


def _sign_alarms(pair: Compared) -> Iterator[str]:
    """A sign before or between figures that came, went or became another: -5, > 5, ±5, 1/2."""
    blocks = [
        block
        for block in pair.blocks
        if any(token in _SIGNS for token in pair.old.tokens[block.old_start : block.old_end])
        or any(token in _SIGNS for token in pair.new.tokens[block.new_start : block.new_end])
    ]
    spans_old, spans_new = pair.old.find_spans(), pair.new.find_spans()
    for block in blocks:
        old = _list_signs(pair.old, spans_old, range(block.old_start, block.old_end))
        new = _list_signs(pair.new, spans_new, range(block.new_start, block.new_end))
        if old != new:
            yield f"number sign {' '.join(old) or 'none'} -> {' '.join(new) or 'none'}"


def _list_signs(wording: Wording, spans: list[tuple[int, int]], places: range) -> list[str]:
    """The signs among some tokens that belong to a figure."""
    signs: list[str] = []
    for at in places:
        sign = _SIGNS.get(wording.tokens[at])
        following = wording.tokens[at + 1][0] if at + 1 < len(wording.tokens) else " "
        if sign is None or not (following.isdigit() or following in "$€£"):
            continue
        begin, stop = spans[at]
        before = wording.text[begin - 1 : begin]
        is_between = before.isdigit()
        touches = spans[at + 1][0] == stop
        is_minus = sign == "-" and touches and not (before.isalnum() or before in ")%")
        if is_minus or (sign == "/" and is_between) or sign not in "-/":
            signs.append(sign)
    return signs


def _period_alarms(pair: Compared) -> Iterator[str]:
    """Three days, three weeks."""
    for block in pair.blocks:
        places_old = pair.old.list_places(block.old_start, block.old_end)
        places_new = pair.new.list_places(block.new_start, block.new_end)
        if len(places_old) != len(places_new):
            continue
        for i, j in zip(places_old, places_new, strict=True):
            x, y = pair.old.tokens[i], pair.new.tokens[j]
            is_other = _PERIODS.get(x.lower(), "") != _PERIODS.get(y.lower(), "")
            if is_other and x.lower() in _PERIODS and y.lower() in _PERIODS and _follows_number(pair, i):
                yield f'unit "{x}" -> "{y}"'


def _follows_number(pair: Compared, index: int) -> bool:
    before = pair.old.words_between(max(0, index - 3), index)
    return has_numeric_word([word.lower() for word in before], pair.language) or before[-1:] in (["a"], ["an"])


def _counted(text: str, language: str) -> list[NumberHit]:
    """Numbers of a text; "one" is left out, it is an article or a pronoun as often."""
    return [
        hit for hit in find_numbers(text, language) if not (hit.is_word and hit.value == 1 and hit.unit != "ordinal")
    ]


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
    if len(removed) * len(added) > _MOST_COMPARED:
        return left_old, left_new
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
