"""How pairs of old and new paragraphs are shown."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tms.cli.output import cut_line
from tms.values import Change

if TYPE_CHECKING:
    from tms.workflow.diffing import PairedTexts


def pair_document(paired: "PairedTexts") -> dict[str, object]:
    """A pair in the shape that scripts rely on."""
    pair = paired.pair
    document: dict[str, object] = {
        "old": list(pair.old),
        "new": list(pair.new),
        "change": pair.change,
        "level": pair.level,
        "similarity": pair.similarity,
        "reasons": list(pair.reasons),
        "old_text": list(paired.old_texts),
        "new_text": list(paired.new_texts),
    }
    return {**document, "key": paired.key} if paired.key else document


def list_pair_lines(paired_texts: Sequence["PairedTexts"]) -> Iterator[str]:
    """A line for each pair in which something has changed."""
    for paired in paired_texts:
        pair = paired.pair
        if pair.change is Change.UNCHANGED:
            continue
        reasons = f": {', '.join(pair.reasons)}" if pair.reasons else ""
        text = cut_line((paired.new_texts or paired.old_texts)[0])
        change = "returned" if pair.change is Change.INSERTED and paired.key else pair.change
        yield f"  {paired.key or '-':>5}  {change:<9} {pair.level:<8}{reasons}  {text}"
