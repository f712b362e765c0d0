"""What stands before an article that is labelled: a notice, and the person's yes."""

from textual import work

from tms.tui.blocks import Role
from tms.tui.language import _
from tms.tui.messages import DeskLoaded
from tms.tui.personal import neutral_title, personal_of
from tms.tui.screens.desk_sitting import DeskSitting
from tms.tui.screens.notice_dialog import Consent, NoticeDialog
from tms.values import Notice


class DeskNotice(DeskSitting):
    """Nothing of a labelled article is on the screen before the person has said yes; what is opened is remembered."""

    def holds_back(self, message: DeskLoaded) -> bool:
        """Whether the article has to wait for an answer."""
        personal, notice = personal_of(self.app), message.desk.notice
        if notice is None or not personal.is_hidden(self.ref, notice):
            personal.note_opened(self.ref, self.language)
            return False
        self.header.show([(neutral_title(notice), Role.STRONG)])
        self.say(_("a notice stands before this article"))
        self._ask_first(message, notice)
        return True

    @work(exit_on_error=False)
    async def _ask_first(self, message: DeskLoaded, notice: Notice) -> None:
        consent = await self.app.push_screen_wait(NoticeDialog(notice))
        if consent is None:
            self.dismiss()
            return
        personal = personal_of(self.app)
        if consent is Consent.NEVER_ASK:
            personal.set_notices(are_on=False)
        personal.agree(self.ref)
        self.say("")
        self.post_message(message)
