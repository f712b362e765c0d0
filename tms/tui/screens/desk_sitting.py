"""A sitting at the desk: from one paragraph of the set to the next, across articles."""

from tms.tui.blocks import Role
from tms.tui.personal import personal_of
from tms.tui.screens.desk_keys import DeskKeys
from tms.tui.sittings import describe_place
from tms.values import Sitting


class DeskSitting(DeskKeys):
    """Outside a sitting all is as it was."""

    @property
    def sitting(self) -> Sitting | None:
        """The set that is being worked through, if this article is on in it."""
        sitting = personal_of(self.app).sitting
        piece = sitting.piece if sitting is not None else None
        return sitting if piece is not None and (piece.ref, piece.language) == (self.ref, self.language) else None

    async def go_on(self) -> None:
        """The paragraph is done: on to the next one of the set, or to the next that needs work."""
        sitting = self.sitting
        if sitting is None or self.key is None:
            await super().go_on()
            return
        await self._follow(sitting.mark(self.ref, self.language, self.key))

    async def action_next_open(self) -> None:
        """The next one of the set, or the next paragraph that needs work."""
        sitting = self.sitting
        if sitting is None or self.row is None:
            await super().action_next_open()
            return
        is_done = not self.row.needs_work and self.row.working_text is None
        await self._follow(sitting.mark(self.ref, self.language, self.row.key) if is_done else sitting)

    async def _follow(self, sitting: Sitting) -> None:
        """To the next paragraph; in another article when all that was typed here is stored."""
        onward = sitting.advance()
        piece = onward.piece
        if piece is not None and (piece.ref, piece.language) == (self.ref, self.language):
            personal_of(self.app).sitting = onward
            await self.go_to(piece.key)
            self.show_standing()
            return
        if not await self.finish() or self.app.screen is not self:
            return
        personal_of(self.app).sitting = onward
        if piece is None:
            self.dismiss()
        else:
            self.app.switch_screen(type(self)(self.workspace, piece.ref, piece.language, key=piece.key))

    def show_standing(self) -> None:
        """Where one is in the set stands first."""
        super().show_standing()
        sitting = self.sitting
        if sitting is not None and self.row is not None:
            self.status.show([(f"{describe_place(sitting)}   ", Role.ACCENT), *self.status.left], self.status.right)
