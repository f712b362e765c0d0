"""Accepting what is proposed: the repair of a text that is out of date, or a draft."""

from tms.tui.actions import When, Where
from tms.tui.keymap import key_of
from tms.tui.language import _
from tms.tui.screens.desk_findings import DeskFindings
from tms.values import Repair


class DeskRepairing(DeskFindings):
    """A proposal goes into the editor as if it had been typed: it can be undone, and only a person saves it."""

    @property
    def proposal(self) -> Repair | None:
        """The proposed repair, as long as nothing was typed over the text that it is about."""
        row, beside = self.row, self.stale_help
        return beside.repair if row is not None and beside is not None and row.working_text is None else None

    def list_conditions(self) -> frozenset[When]:
        """What is so with the open paragraph."""
        conditions = super().list_conditions()
        is_acceptable = self.proposal is not None or When.DRAFT in conditions
        return conditions | {When.ACCEPTABLE} if is_acceptable else conditions

    async def action_accept(self) -> None:
        """Put the proposed repair into the text; where there is none, keep the draft as read."""
        self.sync_typed()
        proposal = self.proposal
        if proposal is None:
            await self.action_accept_draft()
            return
        self.board.editor.put(proposal.text)
        self.sync_typed()
        self.say(
            _("{reasons}: {key} confirms it, {key2} takes it back").format(
                reasons=", ".join(proposal.reasons),
                key=key_of(Where.DESK, "confirm_next"),
                key2=key_of(Where.TEXT, "undo"),
            )
        )
