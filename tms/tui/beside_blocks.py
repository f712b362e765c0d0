"""The paragraph in other languages, and the source around it, as blocks for the panes."""

from collections.abc import Iterable

from tms.tui.blocks import Block, Role, Run, make_block
from tms.tui.language import _, ngettext
from tms.tui.signs import number_of, sign_of, word_of
from tms.tui.ways import look_of
from tms.values import Desk, DeskRow, Kind
from tms.workflow.beside import OtherText

# What such a text belongs to stands before it in the article.
_BELONGING = frozenset({Kind.ALT, Kind.CAPTION, Kind.LABEL, Kind.LINK})


def describe_other(other: OtherText) -> Block:
    """Language, sign and word for the state, the number of words, and the text."""
    row = other.row
    sign, role = sign_of(row)
    words = ngettext("{count} word", "{count} words", other.words).format(count=other.words)
    return make_block(
        (f"{other.language.upper()} ", Role.KEY),
        (f"{sign} {word_of(row)}", role),
        (f"  {words}\n" if row.text else "", Role.QUIET),
        row.text or "",
        indent=3,
    )


def describe_context(desk: Desk, rows: Iterable[DeskRow], current: DeskRow) -> list[Block]:
    """The article's name, then the source before and after, the open paragraph marked."""
    head: list[Run] = [(desk.title or desk.slug, Role.STRONG), (f"  {desk.ref}  {_(current.kind.value)}", Role.QUIET)]
    if current.kind in _BELONGING:
        head.append((_("  belongs to what stands before it"), Role.QUIET))
    return [make_block(*head), *(_describe_source(row, is_current=row.key == current.key) for row in rows)]


def _describe_source(row: DeskRow, *, is_current: bool) -> Block:
    look = look_of(row.kind)
    role = Role.STRONG if look.is_strong else Role.PLAIN if is_current else Role.QUIET
    return make_block(
        ("▸" if is_current else " ", Role.ACCENT),
        (f"{number_of(row):>3} ", Role.QUIET),
        (f"{_(look.label)}: " if look.label else look.first, Role.QUIET),
        (row.source, role),
        value=row.key,
        indent=5,
    )
