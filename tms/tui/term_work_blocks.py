"""The work on terms as blocks: where one is used, what was decided and proposed, what a change reaches."""

from collections.abc import Sequence
from datetime import datetime

from tms.tui.blocks import Block, Role, Run, cut_to, diff_runs, make_block
from tms.tui.language import N_, _, ngettext
from tms.tui.reach import key_of
from tms.tui.signs import SIGNS, WORDS
from tms.values import DecisionView, DiffPiece, ImpactRow, ProposalState, ProposalView, TermUse

BESIDE_WORD = 60
BESIDE_CHANGE = 40
MOST_TEXT = 160
PROPOSAL_SIGNS = {
    ProposalState.OPEN: ("?", N_("waits"), Role.WARNING),
    ProposalState.ACCEPTED: ("✓", N_("accepted"), Role.GOOD),
    ProposalState.REFUSED: ("✗", N_("refused"), Role.ERROR),
}


def describe_use(use: TermUse) -> Block:
    """Where a word stands, and the text around it."""
    head = use.text[: use.start]
    tail = use.text[use.end :]
    return make_block(
        (f"{use.article}  {use.segment}  {use.language.upper()}\n", Role.QUIET),
        head if len(head) <= BESIDE_WORD else f"… {head[-BESIDE_WORD:].partition(' ')[2]}",
        ("⟦", Role.ACCENT),
        (use.text[use.start : use.end], Role.KEY),
        ("⟧", Role.ACCENT),
        cut_tail(tail, BESIDE_WORD),
        value=use,
        indent=2,
    )


def cut_tail(text: str, length: int) -> str:
    """The beginning of what follows, the space before it kept."""
    space = text[: len(text) - len(text.lstrip())]
    return space + cut_to(text, length)


def describe_decision(decision: DecisionView, number: int) -> Block:
    """A decision in a few lines: when, who, what, why."""
    runs: list[Run] = [
        (f"{show_day(decision.at)}  ", Role.QUIET),
        (f"{_(decision.kind.value)}  ", Role.STRONG),
        (_("by {who}").format(who=decision.who or _("somebody")) + "  ", Role.QUIET),
        (decision.summary, Role.PLAIN),
    ]
    if decision.reason:
        runs.append((f"\n“{decision.reason}”", Role.PLAIN))
    return make_block(*runs, value=number, indent=2)


def describe_proposal(proposal: ProposalView) -> Block:
    """A term that somebody proposed: what for what, who, when, where, why, and what came of it."""
    sign, word, role = PROPOSAL_SIGNS[proposal.state]
    place = (
        "  " + _("in {article} {segment}").format(article=proposal.article, segment=proposal.segment)
        if proposal.article
        else ""
    )
    runs: list[Run] = [
        (f"{sign} ", role),
        (proposal.source, Role.STRONG),
        (f" {proposal.source_language.upper()} → ", Role.QUIET),
        (proposal.target, Role.STRONG),
        (f" {proposal.language.upper()}", Role.QUIET),
        (f"  {_(word)}", role),
        (f"\n{proposal.who or _('somebody')}, {show_day(proposal.at)}{place}", Role.QUIET),
    ]
    if proposal.note:
        runs.append((f"\n“{proposal.note}”", Role.PLAIN))
    if proposal.decision:
        runs.append((f"\n{proposal.decision}", role))
    return make_block(*runs, value=proposal, indent=2)


def describe_article(rows: Sequence[ImpactRow]) -> Block:
    """The heading over the paragraphs of one article in one language."""
    first = rows[0]
    return make_block(
        (f"\n{first.article}", Role.STRONG),
        (f"  {first.language.upper()}  ", Role.ACCENT),
        (count(len(rows), "paragraph"), Role.QUIET),
        (_(", published") if first.is_published else "", Role.WARNING),
    )


def describe_impact(row: ImpactRow, pieces: Sequence[DiffPiece], *, is_taken: bool) -> Block:
    """A paragraph that a change reaches, with the change made, or what somebody has to look at."""
    if row.proposed is None:
        sign: Run = (_("? by hand") + "   ", Role.WARNING)
        told: list[Run] = [
            ("\n" + _("by hand: {message}").format(message=row.message), Role.WARNING),
            (f"\n{cut_to(row.text, MOST_TEXT)}", Role.QUIET),
        ]
    else:
        sign = (_("+ taken in") + "  ", Role.GOOD) if is_taken else (_("- left out") + "  ", Role.QUIET)
        told = [("\n", Role.PLAIN), *diff_runs(pieces, context=BESIDE_CHANGE)]
    return make_block(
        sign,
        (f"{row.segment}  ", Role.PLAIN),
        (f"{SIGNS[row.state]} {_(WORDS[row.state])}", Role.QUIET),
        *told,
        value=key_of(row),
        indent=4,
    )


def show_day(at: datetime) -> str:
    """A day as people here write it."""
    return f"{at.astimezone():%Y-%m-%d}"


def count(number: int, word: str) -> str:
    """A number with its noun."""
    said = {
        "paragraph": ngettext("{count} paragraph", "{count} paragraphs", number),
        "article": ngettext("{count} article", "{count} articles", number),
        "concept": ngettext("{count} concept", "{count} concepts", number),
        "text": ngettext("{count} text", "{count} texts", number),
    }
    return said[word].format(count=number)
