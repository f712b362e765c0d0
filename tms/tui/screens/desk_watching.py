"""What others save while the desk is open, and a changed English."""

from collections.abc import Sequence
from threading import Event

from textual import on, work

from tms.errors import ConflictError, DatabaseAwayError, TmsError
from tms.tui.actions import Where
from tms.tui.blocks import Role
from tms.tui.keymap import key_of
from tms.tui.language import _, ngettext
from tms.tui.messages import ArticleChanged
from tms.tui.screens.desk_typing import DeskTyping
from tms.tui.signs import number_of
from tms.values import DeskRow, Save, State
from tms.workflow.leases import Company
from tms.workflow.watching import ArticleWatch, Changes, NewRow
from tms.workflow.workspace import Workspace


class DeskWatching(DeskTyping):
    """What others save appears by itself; what is being typed here is never exchanged under the hands."""

    def __init__(self, workspace: Workspace, ref: str, language: str, *, key: str | None = None) -> None:
        super().__init__(workspace, ref, language, key=key)
        self.leaving = Event()
        self._article_watch = ArticleWatch(workspace, ref, language, self)
        # Who saved over what is being typed here.
        self._overtaken: dict[str, str] = {}
        self._is_renewing = False

    # What the watch asks, from its thread.

    def list_rows(self) -> Sequence[DeskRow]:
        """The paragraphs as they are on the screen."""
        return tuple(self.paragraphs.rows) if self.paragraphs is not None else ()

    def is_busy(self, key: str) -> bool:
        """Whether a paragraph is being saved: its own answer brings what stands there."""
        return key in self.saving

    # Watching.

    def on_mount(self) -> None:
        """Watch as long as the desk is open."""
        self._watch_database()

    def on_unmount(self) -> None:
        """Stop watching."""
        self.leaving.set()

    @work(thread=True, group="watch", exit_on_error=False)
    def _watch_database(self) -> None:
        changes = Changes(self.workspace, self.leaving)
        try:
            while not self.leaving.is_set():
                if (changes.wait() or self._article_watch.is_unfinished) and not self.leaving.is_set():
                    self._look_about()
        finally:
            changes.close()
            self.say_goodbye()

    def say_goodbye(self) -> None:
        """The desk is left; called in the thread that watches."""

    def take_company(self, company: Company) -> None:
        """Others came, went or moved."""

    def _look_about(self) -> None:
        try:
            news = self._article_watch.look()
        except DatabaseAwayError:
            # Those who write say that it is away; afterwards everything is compared.
            self._article_watch.forget()
            return
        except TmsError:
            self._article_watch.is_unfinished = False
            return
        if news:
            self.post_message(ArticleChanged(news))

    @on(ArticleChanged)
    async def _take_changes(self, message: ArticleChanged) -> None:
        if self.paragraphs is None:
            return
        news = message.news
        if news.company is not None:
            self.take_company(news.company)
        if news.is_other_article:
            await self._renew_article()
            return
        said = [one for one in news.rows if self._take_new(one)]
        if said:
            self._say_changed(said)
        if news.is_said and self.key is not None and not said:
            self.seek_help()

    async def _renew_article(self) -> None:
        """Paragraphs came or went: read everything, the open paragraph and what is typed stay."""
        if self.is_away or not await self.finish():
            return
        self._is_renewing = True
        self._load()
        self.say(_("the article has changed: paragraphs came, went or moved"), Role.WARNING, stays=True)

    def show_paragraphs(self) -> None:
        """Leave the cursor where it was when the article was read anew by itself."""
        editor = self.board.editor
        before = (self._open_key, editor.value, editor.selection)
        super().show_paragraphs()
        if self._is_renewing:
            self._is_renewing = False
            if (self.key, editor.value) == before[:2]:
                editor.selection = before[2]
        self._open_key = self.key

    _open_key: str | None = None

    def open_paragraph(self) -> None:
        """Say who saved meanwhile over what is typed here."""
        self._open_key = self.key
        super().open_paragraph()
        self._say_overtaken()

    def _take_new(self, new: NewRow) -> bool:
        """Take a paragraph as it stands now; whether there is something to say."""
        key = new.row.key
        if self.paragraphs is None or key not in self.paragraphs or key in self.saving:
            return False
        self.sync_typed()
        before = self.paragraphs.get(key)
        if (before.revision, before.source_version) == (new.row.revision, new.row.source_version):
            return False
        if before.working_text is not None and new.row.revision != before.revision:
            self._overtaken[key] = new.who
        kept = self.paragraphs.put(new.row)
        if kept.working_text is None:
            self._overtaken.pop(key, None)
        self.refresh_row(key)
        if key == self.key:
            if kept.working_text is None and self.board.editor.value != self.paragraphs.text_of(key):
                self.board.open(self.paragraphs.text_of(key))
            self.seek_help()
        self.show_standing()
        return True

    def _say_changed(self, news: Sequence[NewRow]) -> None:
        """One line: what is open here goes before what is elsewhere."""
        here = next((one for one in news if one.row.key == self.key), None)
        stale = [one for one in news if one.row.is_stale]
        if here is not None and here.row.key in self._overtaken:
            self._say_overtaken()
        elif here is not None and here.row.is_stale:
            self.say(_("the English of this paragraph has just changed"), Role.WARNING, stays=True)
        elif here is not None and not here.is_mine:
            self.say(_("{who} has just saved this paragraph").format(who=here.who), Role.ACCENT)
        elif stale:
            count = len(stale)
            said = ngettext(
                "the English has changed: {count} paragraph is out of date",
                "the English has changed: {count} paragraphs are out of date",
                count,
            )
            self.say(said.format(count=count), Role.WARNING)
        else:
            self._say_saved([one for one in news if not one.is_mine])

    def _say_saved(self, news: Sequence[NewRow]) -> None:
        # What is said here, perhaps what became of a save, is not talked over.
        if not news or self.status.right:
            return
        who = ", ".join(sorted({one.who for one in news if one.who})) or _("an import")
        if len(news) == 1:
            self.say(_("{who} saved paragraph {number}").format(who=who, number=number_of(news[0].row)), Role.QUIET)
            return
        count = len(news)
        said = ngettext("{who} saved {count} paragraph", "{who} saved {count} paragraphs", count)
        self.say(said.format(who=who, count=count), Role.QUIET)

    def _say_overtaken(self) -> None:
        row = self.row
        who = self._overtaken.get(row.key) if row is not None else None
        if row is None or who is None:
            return
        if row.working_text is None:
            del self._overtaken[row.key]
            return
        self.say(
            _("{who} saved this paragraph meanwhile: {key} shows it").format(
                who=who or _("somebody"), key=key_of(Where.DESK, "show_theirs")
            ),
            Role.WARNING,
            stays=True,
        )

    def action_show_theirs(self) -> None:
        """What somebody saved here while I was typing: both texts, what differs, and a choice."""
        self.sync_typed()
        row, paragraphs = self.row, self.paragraphs
        if row is None or paragraphs is None:
            return
        if row.working_text is None or paragraphs.revision_of(row.key) == row.revision:
            self.say(_("nobody saved here while you were typing"))
            return
        who = self._overtaken.pop(row.key, "")
        error = ConflictError(mine=row.working_text, theirs=row.text, revision=row.revision, who=who)
        state = State.TRANSLATED if row.state.is_done else State.DRAFT
        text, version = row.working_text, row.source_version
        save = Save(self.ref, row.key, self.language, text, state, source_version=version, replaces_typing=True)
        self.settle(save, error)
