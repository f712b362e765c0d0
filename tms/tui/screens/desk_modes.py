"""Ways to look at the article while one works on it, and moving about by page and number."""

from textual import work

from tms.tui.blocks import Role
from tms.tui.language import _
from tms.tui.screens.desk_judging import DeskJudging
from tms.tui.screens.number_dialog import NumberDialog
from tms.tui.screens.read_through import ReadThroughScreen
from tms.tui.ways import WAY_NAMES, Way


class DeskModes(DeskJudging):
    """A way that was chosen is remembered, for wide and for narrow terminals each."""

    @property
    def _habit(self) -> str:
        return "desk.way.wide" if self.is_wide else "desk.way.narrow"

    def divide_room(self) -> None:
        """The way that was chosen for so much room, or the usual one."""
        super().divide_room()
        chosen = self.app_habits.get(self._habit)
        if chosen in tuple(Way):
            self.board.way = Way(chosen)

    def _look(self, way: Way) -> None:
        self.app_habits.put(self._habit, way.value)
        self.board.way = way
        self.say(_(WAY_NAMES[way]))
        if way is Way.REVIEW:
            self.begin_review()
        else:
            self.fill_beside()

    def action_next_way(self) -> None:
        """The next way to look at it."""
        ways = tuple(Way)
        self._look(ways[(ways.index(self.board.way) + 1) % len(ways)])

    def action_way_side(self) -> None:
        """Side by side."""
        self._look(Way.SIDE)

    def action_way_large(self) -> None:
        """One paragraph large."""
        self._look(Way.LARGE)

    def action_way_review(self) -> None:
        """Review."""
        self._look(Way.REVIEW)

    def action_read_through(self) -> None:
        """The translation as an article."""
        if self.paragraphs is not None:
            self.sync_typed()
            reading = ReadThroughScreen(self.workspace, self.paragraphs, self.key, self._come_from_reading)
            reading.list.hand = self.typist
            self.app.push_screen(reading)

    def _come_from_reading(self, key: str | None) -> None:
        if key is not None and self.paragraphs is not None and self.paragraphs.place_of(key) is None:
            self.say(_("the filter hides it; Esc clears the filter"), Role.WARNING)
        else:
            self.call_later(self.go_to, key)

    # Moving.

    async def move_by_page(self, direction: int) -> None:
        """Go as far as a page shows."""
        place = self.board.list.find_page(direction)
        if place is not None and self.paragraphs is not None:
            place = max(0, min(place, len(self.paragraphs.shown) - 1))
            await self.go_to(self.paragraphs.rows[self.paragraphs.shown[place]].key)

    @work(exit_on_error=False)
    async def action_go_to_number(self) -> None:
        """Ask for a number and go there."""
        if self.paragraphs is None:
            return
        rows = self.paragraphs.rows
        most = max((row.position + 1 for row in rows if row.position is not None), default=0)
        number = await self.app.push_screen_wait(NumberDialog(most))
        if number is None:
            return
        found = next((row.key for row in rows if row.position == number - 1), None)
        if found is not None and self.paragraphs.place_of(found) is None:
            self.say(_("the filter hides it; Esc clears the filter"), Role.WARNING)
            return
        await self.go_to(found)
