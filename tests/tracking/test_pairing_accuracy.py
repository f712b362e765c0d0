"""How many of known edits are found again, row by row."""

from types import ModuleType

import pytest

from tms.tracking import pair_units
from tms.values import Kind, Pair, Unit

LEAST = {
    "unchanged": 0.99,
    "moved": 0.99,
    "edited": 0.95,
    "split": 0.9,
    "merged": 0.9,
    "inserted": 0.95,
    "deleted": 0.95,
}


def pair_texts(old: list[str], new: list[str]) -> tuple[Pair, ...]:
    sides = ([Unit(Kind.PARAGRAPH, text, text, line) for line, text in enumerate(texts, 1)] for texts in (old, new))
    return pair_units(*sides)


@pytest.mark.parametrize("is_hard", [False, True], ids=["easy", "hard"])
@pytest.mark.parametrize("count", [300, 1500])
def test_known_edits_are_found_again(synthetic: ModuleType, count: int, *, is_hard: bool) -> None:
    said, true, both = (dict.fromkeys(LEAST, 0) for _ in range(3))
    for seed in (3, 4) if count > 1000 else (3, 4, 5, 6):
        old = synthetic.write_article(count, seed, is_hard=is_hard)
        revision = synthetic.revise(old, seed + 10, heaviest=0.6 if is_hard else 0.4)
        found = {(pair.old, pair.new, str(pair.change)) for pair in pair_texts(revision.old, revision.new)}
        known = {(truth.old, truth.new, truth.change) for truth in revision.truth}
        for change in LEAST:
            for table, keys in ((said, found), (true, known), (both, found & known)):
                table[change] += sum(key[2] == change for key in keys)
    assert {change for change in LEAST if both[change] < LEAST[change] * said[change]} == set(), "precision"
    assert {change for change in LEAST if both[change] < LEAST[change] * true[change]} == set(), "recall"


def test_many_leftovers_are_told_apart_as_well_as_few(synthetic: ModuleType) -> None:
    """Beyond some hundred leftovers not every pair is compared; templates that differ in three words would show it."""
    old = synthetic.write_article(900, 8, is_hard=True)
    writer = synthetic.Writer(9)
    new = [writer.edit(text, 0.1) for text in reversed(old)]
    pairs = pair_texts(old, new)
    right = sum(pair.old == (len(old) - 1 - pair.new[0],) for pair in pairs if pair.old and pair.new)
    assert right >= 0.95 * len(old)
