"""What came out of the journal of this machine, in words."""

from tms.tui.language import ngettext
from tms.workflow.delivering import Delivered


def tell_delivered(delivered: Delivered) -> str:
    """What came out of the journal, in words; nothing for nothing."""
    parts = []
    back = delivered.typed + delivered.saved
    if back:
        said = ngettext(
            "{count} paragraph that was kept on this machine is back",
            "{count} paragraphs that were kept on this machine are back",
            back,
        )
        parts.append(said.format(count=back))
    if delivered.in_history:
        said = ngettext(
            "{count} text that a newer one of yours replaced is in the history",
            "{count} texts that newer ones of yours replaced are in the history",
            delivered.in_history,
        )
        parts.append(said.format(count=delivered.in_history))
    if delivered.left:
        said = ngettext(
            "{count} text found no place and stays in the journal",
            "{count} texts found no place and stay in the journal",
            delivered.left,
        )
        parts.append(said.format(count=delivered.left))
    return "; ".join(parts)
