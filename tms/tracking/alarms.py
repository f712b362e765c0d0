"""Changes of meaning that matter however small they are, each with a reason that a person can read."""

from collections import Counter
from collections.abc import Iterable, Iterator

from tms.text.meaning import Marker, MarkerHit, find_markers, list_swapped_words, may_change_marker
from tms.tracking.figures import find_number_alarms
from tms.tracking.names import find_name_alarms
from tms.tracking.quotations import find_quotations, has_quotation_marks
from tms.tracking.spelling import find_respelling, fold_word, is_respelled
from tms.tracking.wording import Block, Compared, list_partial_blocks, read_wording

_NEGATIVE_PREFIXES = frozenset(("un", "in", "im", "il", "ir", "non", "dis"))


def find_alarms(pair: Compared) -> tuple[str, ...]:
    """The reasons for which a change touches the meaning; none for a change of form."""
    reasons: list[str] = []
    if may_change_marker(pair.changed, pair.old.text, pair.new.text, pair.language):
        reasons += _marker_alarms(pair)
    if not list_swapped_words(pair.language).isdisjoint(pair.changed):
        reasons += _swapped_alarms(pair)
    reasons += _prefix_alarms(pair)
    reasons += find_number_alarms(pair)
    reasons += find_name_alarms(pair)
    if has_quotation_marks(pair.old.text) or has_quotation_marks(pair.new.text):
        reasons += _quotation_alarms(pair)
    return tuple(dict.fromkeys(reasons))


# Negation, hedges, attribution, modality, dates.


def _marker_alarms(pair: Compared) -> Iterator[str]:
    old, new = _markers_around(pair, pair.blocks)
    mended = _find_mended(pair, old, new)
    for marker in (Marker.NEGATION, Marker.HEDGE, Marker.ATTRIBUTION, Marker.LIMIT):
        yield from _net_alarms(marker, old, new, mended)
    partial = list_partial_blocks(pair)
    if len(partial) < len(pair.blocks):
        old, new = _markers_around(pair, partial)
    for marker in (Marker.MODALITY, Marker.DATE):
        yield from _replaced_alarms(marker, old, new, mended)


def _find_mended(pair: Compared, old: Iterable[MarkerHit], new: Iterable[MarkerHit]) -> frozenset[str]:
    """The markers that stand in place of another spelling of themselves (in May for in may)."""
    by_word: dict[str, set[str]] = {}
    for hit in (*old, *new):
        for word in hit.text.split():
            by_word.setdefault(word, set()).add(hit.text)
    return frozenset(
        text
        for x, y in _replaced_words(pair)
        if (x in by_word or y in by_word) and find_respelling(x, y, pair.language)
        for word in (x, y)
        for text in by_word.get(word, ())
    )


def _swapped_alarms(pair: Compared) -> Iterator[str]:
    """Words that come and go with the wording and matter only where one stands for another (some, all; would, will)."""
    telling = list_swapped_words(pair.language)
    for block, words in zip(pair.blocks, pair.words, strict=True):
        if any(telling.isdisjoint(map(str.lower, side)) for side in words):
            continue
        old = find_markers(pair.old.tokens[block.old_start : block.old_end], pair.language)
        new = find_markers(pair.new.tokens[block.new_start : block.new_end], pair.language)
        for marker in (Marker.QUANTITY, Marker.AUXILIARY):
            removed, added = _differences(marker, old, new)
            yield from (f'{marker} "{x}" -> "{y}"' for x, y in zip(removed, added, strict=False))


def _markers_around(pair: Compared, blocks: list[Block]) -> tuple[tuple[MarkerHit, ...], tuple[MarkerHit, ...]]:
    windows = pair.find_windows(blocks)
    old = [token for window in windows for token in (*pair.old.tokens[window.old_start : window.old_end], "|")]
    new = [token for window in windows for token in (*pair.new.tokens[window.new_start : window.new_end], "|")]
    return find_markers(old, pair.language), find_markers(new, pair.language)


def _net_alarms(
    marker: Marker, old: Iterable[MarkerHit], new: Iterable[MarkerHit], mended: frozenset[str]
) -> Iterator[str]:
    """One word for another of the same kind is a change of wording; more or fewer of them is an alarm."""
    removed, added = ([text for text in texts if text not in mended] for texts in _differences(marker, old, new))
    surplus = len(added) - len(removed)
    yield from (f'{marker} "{text}" added' for text in added[max(0, len(added) - surplus) :] if surplus > 0)
    yield from (f'{marker} "{text}" removed' for text in removed[len(removed) + surplus :] if surplus < 0)


def _replaced_alarms(
    marker: Marker, old: Iterable[MarkerHit], new: Iterable[MarkerHit], mended: frozenset[str]
) -> Iterator[str]:
    removed, added = ([text for text in texts if text not in mended] for texts in _differences(marker, old, new))
    for before, after in zip(removed, added, strict=False):
        yield f'{marker} "{before}" -> "{after}"'
    yield from (f'{marker} "{text}" removed' for text in removed[len(added) :])
    yield from (f'{marker} "{text}" added' for text in added[len(removed) :])


def _differences(marker: Marker, old: Iterable[MarkerHit], new: Iterable[MarkerHit]) -> tuple[list[str], list[str]]:
    before = [hit for hit in old if hit.marker is marker]
    after = [hit for hit in new if hit.marker is marker]
    if not (before or after):
        return [], []
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
        x, y = before.lower(), after.lower()
        if x != y and (_is_negated(x, y) or _is_negated(y, x)):
            yield f'negation "{before}" -> "{after}"'


def _is_negated(plain: str, negative: str) -> bool:
    if negative.endswith(plain):
        return len(plain) >= 4 and negative[: -len(plain)] in _NEGATIVE_PREFIXES
    return negative.endswith("less") and plain == negative.removesuffix("less") + "ful"


def _replaced_words(pair: Compared) -> Iterator[tuple[str, str]]:
    for old, new in pair.words:
        if len(old) == len(new):
            yield from zip(old, new, strict=True)


# Quotations.


def _quotation_alarms(pair: Compared) -> Iterator[str]:
    old, new = find_quotations(pair.old.text), find_quotations(pair.new.text)
    if len(old) == len(new):
        for before, after in zip(old, new, strict=True):
            if not _is_same_quotation(before, after, pair.language):
                yield f'quotation "{_shorten(before)}" -> "{_shorten(after)}"'
        return
    old_keys, new_keys = [_quotation_key(words) for words in old], [_quotation_key(words) for words in new]
    yield from (
        f'quotation "{_shorten(w)}" removed' for w, key in zip(old, old_keys, strict=True) if key not in new_keys
    )
    yield from (f'quotation "{_shorten(w)}" added' for w, key in zip(new, new_keys, strict=True) if key not in old_keys)


def _quotation_key(words: str) -> str:
    return " ".join(fold_word(token) for token in read_wording(words).tokens if token[0].isalnum())


def _is_same_quotation(before: str, after: str, language: str) -> bool:
    if before == after:
        return True
    a = [token for token in read_wording(before).tokens if token[0].isalnum()]
    b = [token for token in read_wording(after).tokens if token[0].isalnum()]
    return len(a) == len(b) and all(x == y or is_respelled(x, y, language) for x, y in zip(a, b, strict=True))


def _shorten(words: str) -> str:
    return words if len(words) <= 40 else words[:39].rstrip() + "…"
