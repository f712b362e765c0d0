"""Changes of words that are looked at before they are made, and which of them are left out: plain state, no screen."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from tms.tui.blocks import Block, Role, Run, cut_to, diff_runs, make_block
from tms.tui.language import N_, _, ngettext
from tms.tui.personal import neutral_title
from tms.tui.signs import LOCAL_SIGN, SIGNS
from tms.values import Swap, Swapped

BESIDE_CHANGE = 40
MOST_TEXT = 160
MOST_FINDINGS = 2

LABELLED = N_("labelled: open the article first")

# What workflow says of a paragraph that it leaves alone.
OBSTACLES = (
    N_("somebody is typing here"),
    N_("you typed here and did not save"),
    N_("somebody saved meanwhile"),
    N_("it stands only in a tag or an address"),
    N_("it would stay as it is"),
    N_("nothing would be left of it; empty it at the desk if that is meant"),
)

Key = tuple[str, str, str]


def key_of(swap: Swap) -> Key:
    """What a paragraph is known by: article, language, segment."""
    return swap.article, swap.language, swap.segment


@dataclass(slots=True)
class Swaps:
    """All that would be changed, in the order of the articles; `findings` has what the checks would newly say."""

    rows: Sequence[Swap] = ()
    left_out: set[Key] = field(default_factory=set)
    findings: dict[Key, Sequence[str]] = field(default_factory=dict)

    def is_taken(self, swap: Swap) -> bool:
        """Whether a paragraph will be changed."""
        return not swap.obstacle and key_of(swap) not in self.left_out

    def list_taken(self) -> list[Swap]:
        """What will be changed."""
        return [swap for swap in self.rows if self.is_taken(swap)]

    def find(self, key: object) -> Swap | None:
        """A paragraph by its key."""
        return next((swap for swap in self.rows if key_of(swap) == key), None)

    def toggle(self, swap: Swap) -> None:
        """Leave a paragraph out, or take it in again."""
        self.left_out ^= {key_of(swap)}

    def toggle_article(self, swap: Swap) -> None:
        """Leave all of an article in its language out, or take it in again if all of it is out."""
        same = [row for row in self.rows if key_of(row)[:2] == key_of(swap)[:2] and not row.obstacle]
        keys = {key_of(row) for row in same}
        self.left_out = self.left_out - keys if keys <= self.left_out else self.left_out | keys

    def take_away(self, done: Sequence[Swapped]) -> None:
        """What was changed is not offered again, even if it still has the words; what was left alone says why."""
        why = {(one.article, one.language, one.segment): one.why for one in done}
        self.rows = [
            replace(swap, obstacle=why.get(key_of(swap)) or swap.obstacle)
            for swap in self.rows
            if why.get(key_of(swap), "left") != ""
        ]

    def describe(self) -> Iterator[Block]:
        """Everything, under its articles."""
        for (article, language), group in groupby(self.rows, key=lambda swap: (swap.article, swap.language)):
            rows = list(group)
            count = ngettext("{count} paragraph", "{count} paragraphs", len(rows)).format(count=len(rows))
            notice = rows[0].notice
            name = neutral_title(notice) if notice is not None and rows[0].obstacle == LABELLED else article
            yield make_block(
                ("\n" if rows[0] is not self.rows[0] else "", Role.PLAIN),
                (name, Role.STRONG),
                (f"  {language.upper()}  ", Role.ACCENT),
                (count, Role.QUIET),
            )
            for swap in rows:
                yield self.describe_one(swap)

    def describe_one(self, swap: Swap) -> Block:
        """A paragraph with the change made in it, or why it is left alone, and what would be new or lost."""
        number = LOCAL_SIGN if swap.number is None else str(swap.number)
        if swap.obstacle:
            told: list[Run] = [
                (f"{_('x left alone')} ", Role.WARNING),
                (f"{number:>4} {SIGNS[swap.state]}  ", Role.QUIET),
                (_(swap.obstacle), Role.WARNING),
                (f"\n{cut_to(swap.before, MOST_TEXT)}", Role.QUIET),
            ]
        else:
            is_taken = self.is_taken(swap)
            sign: Run = (f"{_('+ taken in')}   ", Role.GOOD) if is_taken else (f"{_('- left out')}   ", Role.QUIET)
            told = [
                sign,
                (f"{number:>4} {SIGNS[swap.state]}  ", Role.QUIET),
                *((f"{warning}  ", Role.WARNING) for warning in self._list_warnings(swap)),
                ("\n", Role.PLAIN),
                *diff_runs(swap.pieces, context=BESIDE_CHANGE),
            ]
        return make_block(*told, value=key_of(swap), indent=4)

    def _list_warnings(self, swap: Swap) -> Iterator[str]:
        if swap.loses_review:
            yield _("reviewed: has to be reviewed again")
        if swap.in_markup:
            yield ngettext("{count} in a tag stays", "{count} in tags stay", swap.in_markup).format(
                count=swap.in_markup
            )
        found = self.findings.get(key_of(swap), ())
        yield from (f"! {cut_to(message, 70)}" for message in found[:MOST_FINDINGS])
        if len(found) > MOST_FINDINGS:
            yield _("and {count} more").format(count=len(found) - MOST_FINDINGS)

    def describe_counts(self) -> str:
        """How many paragraphs will be changed, are left out or alone, and how many would have new findings."""
        taken = self.list_taken()
        alone = sum(bool(swap.obstacle) for swap in self.rows)
        counts: Mapping[str, int] = {
            _("{count} taken in"): len(taken),
            _("{count} left out"): len(self.rows) - alone - len(taken),
            _("{count} left alone"): alone,
            _("! {count} with new findings"): sum(bool(self.findings.get(key_of(swap))) for swap in taken),
        }
        return ", ".join(text.format(count=number) for text, number in counts.items() if number)


def describe_undo(run: str, done: Sequence[Swapped]) -> str:
    """What was taken back, and what somebody has written over since."""
    back = sum(not one.why for one in done)
    said = ngettext(
        "{run}: {count} paragraph has its text back", "{run}: {count} paragraphs have their text back", back
    )
    rest = ngettext("; {count} left alone: {why}", "; {count} left alone, the first: {why}", len(done) - back)
    why = next((one.why for one in done if one.why), "")
    alone = rest.format(count=len(done) - back, why=why) if why else ""
    return said.format(run=run, count=back) + alone
