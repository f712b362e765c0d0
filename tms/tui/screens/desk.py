"""The desk: an article open for work in one language, paragraph by paragraph."""

from asyncio import to_thread

from textual import on
from textual.widgets import Input

from tms.errors import TmsError
from tms.tui.blocks import Role
from tms.tui.language import _
from tms.tui.screens.desk_notice import DeskNotice
from tms.values import State
from tms.workflow.locals import add_local


class DeskScreen(DeskNotice):
    """Moving about, filtering, coming and going; saving, inserting and judging are in the classes it is made of."""

    async def action_next_untranslated(self) -> None:
        """The next paragraph without a translation."""
        await self.seek(
            lambda row: row.state is State.INITIAL and row.covered_by is None, _("every paragraph has a translation")
        )

    async def action_next_stale(self) -> None:
        """The next paragraph that is out of date."""
        await self.seek(lambda row: row.is_stale, _("nothing else is out of date here"))

    async def action_previous_paragraph(self) -> None:
        """The paragraph before."""
        await self.move_by(-1)

    async def action_next_paragraph(self) -> None:
        """The paragraph after."""
        await self.move_by(1)

    async def action_first_paragraph(self) -> None:
        """The first paragraph."""
        await self._go_to_end(0)

    async def action_last_paragraph(self) -> None:
        """The last paragraph."""
        await self._go_to_end(-1)

    async def _go_to_end(self, place: int) -> None:
        if self.paragraphs is not None and self.paragraphs.shown:
            await self.go_to(self.paragraphs.rows[self.paragraphs.shown[place]].key)

    async def action_leap_up(self) -> None:
        """A page up."""
        await self.move_by_page(-1)

    async def action_leap_down(self) -> None:
        """A page down."""
        await self.move_by_page(1)

    # Filter.

    def action_find(self) -> None:
        """Filter the paragraphs by words."""
        line = self.query_one("#filter", Input)
        line.display = True
        line.focus()

    @on(Input.Changed, "#filter")
    async def _filter(self, event: Input.Changed) -> None:
        if self.paragraphs is None or self.key is None:
            return
        self.sync_typed()
        if not self.refilter(event.value):
            self.say(_("no paragraph has these words"), Role.WARNING)
            return
        self.show_paragraphs()
        shown, total = len(self.paragraphs.shown), len(self.paragraphs.rows)
        self.say(_("{shown} of {total} paragraphs shown").format(shown=shown, total=total) if shown < total else "")

    @on(Input.Submitted, "#filter")
    def _to_text(self) -> None:
        self.board.editor.focus()

    async def action_add_note(self) -> None:
        """A paragraph that only the translation has, after this one."""
        row = self.row
        if row is None or not await self.finish():
            return
        try:
            self.key = await to_thread(add_local, self.workspace, self.ref, self.language, row.key)
        except TmsError as error:
            self.tell(error)
        self._load()

    # Coming and going.

    async def action_refresh(self) -> None:
        """Read the article again, what is typed is stored first; where the database is away, try it at once."""
        if self.is_away:
            self.writer.hurry()
            self.say(_("trying again …"))
            return
        if await self.finish():
            self._load()

    async def come_back(self, key: str | None) -> None:
        """Read the article again after work elsewhere, at this paragraph or at the one that was open."""
        if await self.finish():
            self.key = key or self.key
            self._load()

    async def action_back(self) -> None:
        """Clear the filter, or go back to the articles."""
        line = self.query_one("#filter", Input)
        if line.display:
            line.display = False
            line.value = ""
            self.board.editor.focus()
            return
        if not self.board.editor.has_focus and self.key is not None:
            self.board.editor.focus()
            return
        if await self.finish():
            self.dismiss()
