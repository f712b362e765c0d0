"""Matches, terms, findings, changes and events as blocks for the panes."""

from collections.abc import Sequence

from tms.tui.actions import Where
from tms.tui.blocks import Block, Role, Run, cut_to, diff_runs, make_block
from tms.tui.keymap import key_of
from tms.tui.language import _
from tms.values import (
    DeskRow,
    DiffKind,
    DiffPiece,
    EventKind,
    HistoryEntry,
    Match,
    MatchKind,
    Repair,
    RepairEdit,
    SegmentHelp,
    SentencePin,
    TermCard,
)

CONTEXT = 24
SURE = 0.5
MOST_SHOWN = 120


def describe_match(number: int, match: Match, pieces: Sequence[DiffPiece]) -> Block:
    """Number, score, proposal, where it is from, and how its source differs from the one here."""
    score = "101" if match.kind is MatchKind.CONTEXT else f"{match.score:>3}"
    runs: list[Run] = [
        (f"{number} ", Role.KEY),
        (f"{score} ", Role.GOOD if match.score >= 100 else Role.ACCENT),
        (match.target, Role.PLAIN),
    ]
    origin = " · ".join(part for part in (match.origin, match.article) if part)
    penalties = ", ".join(f"-{penalty.points} {penalty.reason}" for penalty in match.penalties)
    note = "  ".join(part for part in (origin, penalties) if part)
    if note:
        runs.append((f"  {note}", Role.QUIET))
    if pieces:
        runs += [("\n", Role.PLAIN), *_quiet(diff_runs(pieces, context=CONTEXT))]
    return make_block(*runs, value=number, indent=6)


def _quiet(runs: Sequence[Run]) -> list[Run]:
    return [(text, Role.QUIET if role is Role.PLAIN else role) for text, role in runs]


def describe_card(number: int, card: TermCard) -> Block:
    """The word in the source, what to write for it, what not."""
    runs: list[Run] = [
        (f"{number} ", Role.KEY),
        (f"{card.hit.form}  ", Role.QUIET),
        (card.preferred[0] if card.preferred else _("no term yet"), Role.STRONG if card.preferred else Role.QUIET),
    ]
    if card.admitted:
        runs.append(("  " + _("or {admitted}").format(admitted=", ".join(card.admitted)), Role.PLAIN))
    if card.preferred[1:]:
        runs.append(("  " + _("forms: {preferred}").format(preferred=", ".join(card.preferred[1:])), Role.QUIET))
    if card.deprecated:
        runs.append(("  " + _("not: {deprecated}").format(deprecated=", ".join(card.deprecated)), Role.WARNING))
    if card.note:
        runs.append((f"  {card.note}", Role.QUIET))
    return make_block(*runs, value=number, indent=2)


def describe_changes(row: DeskRow, pieces: Sequence[DiffPiece], beside: SegmentHelp | None = None) -> list[Block]:
    """Why a translation is out of date, what changed in the English, which of my sentences it touches, what to do."""
    pins = beside.pins if beside is not None else ()
    repair = beside.repair if beside is not None else None
    return [
        make_block((", ".join(row.reasons) or _(row.level.value), Role.WARNING)),
        make_block(*diff_runs(pieces, context=CONTEXT if pins else 60)),
        *(describe_pin(pin, row.text or "", repair) for pin in pins),
        make_block(*_list_ways(row, repair)),
    ]


def _list_ways(row: DeskRow, repair: Repair | None) -> list[Run]:
    """What can be done about a text that is out of date."""
    if repair is not None and row.working_text == repair.text:
        return [
            (_("the proposal is in your text:") + " ", Role.QUIET),
            (key_of(Where.DESK, "confirm_next"), Role.KEY),
            (" " + _("confirms it"), Role.QUIET),
        ]
    if repair is not None and row.working_text is None:
        accept: list[Run] = [
            (key_of(Where.DESK, "accept"), Role.KEY),
            (" " + _("accept the proposal") + "   ", Role.QUIET),
        ]
        return [*accept, (key_of(Where.DESK, "still_valid"), Role.KEY), (" " + _("still valid"), Role.QUIET)]
    return [
        (key_of(Where.DESK, "still_valid"), Role.KEY),
        (" " + _("still valid, or mend the text and") + " ", Role.QUIET),
        (key_of(Where.DESK, "confirm_next"), Role.KEY),
    ]


def describe_pin(pin: SentencePin, target: str, repair: Repair | None) -> Block:
    """A sentence of mine that the change touches, in brackets, with the proposed repair as a diff."""
    if pin.is_between:
        where = _("after your sentence {number}").format(number=pin.number) if pin.number else _("before your text")
        what = (
            _("new")
            if not pin.old
            else _("gone, and not in your text")
            if not pin.new
            else _("not in your text, belongs")
        )
        return make_block((f"{what} {where}  ", Role.QUIET), cut_to(pin.new or pin.old, MOST_SHOWN), indent=2)
    edits = [edit for edit in repair.edits if pin.start <= edit.start and edit.end <= pin.end] if repair else []
    if not edits:
        shown: Sequence[Run] = ((cut_to(target[pin.start : pin.end], MOST_SHOWN), Role.PLAIN),)
    else:
        shown = diff_runs(_diff_edits(pin, target, edits), context=CONTEXT)
    label = _label_pin(pin, has_proposal=bool(edits))
    return make_block((label, Role.QUIET), ("⟦", Role.ACCENT), *shown, ("⟧", Role.ACCENT), indent=2)


def _diff_edits(pin: SentencePin, target: str, edits: Sequence[RepairEdit]) -> list[DiffPiece]:
    pieces: list[DiffPiece] = []
    position = pin.start
    for edit in edits:
        pieces += (
            DiffPiece(DiffKind.SAME, target[position : edit.start]),
            DiffPiece(DiffKind.DELETED, target[edit.start : edit.end]),
            DiffPiece(DiffKind.INSERTED, edit.text),
        )
        position = edit.end
    return [piece for piece in (*pieces, DiffPiece(DiffKind.SAME, target[position : pin.end])) if piece.text]


def _label_pin(pin: SentencePin, *, has_proposal: bool) -> str:
    certainty = "" if pin.confidence >= SURE else _("perhaps") + " "
    what = _("gone in English,") + " " if not pin.new else _("moved in English,") + " " if pin.new == pin.old else ""
    proposal = ", proposal" if has_proposal else ""
    return f"{what}{certainty}your sentence {pin.number}{proposal}  "


def describe_short_event(entry: HistoryEntry) -> Block:
    """An event in few words."""
    return make_block(
        (f"{entry.at.astimezone():%m-%d %H:%M} ", Role.QUIET),
        f"{_(entry.kind.value)} ",
        (entry.who or _("somebody"), Role.QUIET),
        (f"  “{entry.reason}”" if entry.reason else "", Role.PLAIN),
        value=entry.number,
        indent=2,
    )


def find_return(history: Sequence[HistoryEntry]) -> HistoryEntry | None:
    """The reviewer's verdict that a draft still has to answer, None once the text was done again since."""
    last = next((entry for entry in history if entry.kind is EventKind.RETURNED or entry.state.is_done), None)
    return last if last is not None and last.kind is EventKind.RETURNED else None
