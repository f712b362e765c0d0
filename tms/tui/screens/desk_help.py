"""What lies beside the text: matches, terms, findings, history, comments, what changed in the English."""

from collections.abc import Sequence
from time import sleep

from textual import on, work
from textual.timer import Timer
from textual.worker import get_current_worker

from tms.errors import TmsError
from tms.tui.actions import Where
from tms.tui.blocks import Role, Run, make_block
from tms.tui.finding_blocks import describe_finding
from tms.tui.keymap import key_of
from tms.tui.language import _, ngettext
from tms.tui.messages import FindingsLoaded, GrammarLoaded, HelpLoaded, NotesLoaded
from tms.tui.pane_blocks import (
    describe_card,
    describe_changes,
    describe_match,
    describe_short_event,
    find_return,
)
from tms.tui.screens.comments_dialog import describe_comment
from tms.tui.screens.desk_frame import DeskFrame
from tms.tui.signs import count_errors
from tms.values import CommentView, DeskRow, Finding, HistoryEntry, Match, SegmentHelp, State
from tms.workflow.calming import hold_back
from tms.workflow.checking import check_text
from tms.workflow.commenting import list_comments
from tms.workflow.diffing import diff_words
from tms.workflow.grammar import check_grammar, has_grammar
from tms.workflow.lookup import MOST_MATCHES, find_help
from tms.workflow.reading import list_history
from tms.workflow.waiving import GRAMMAR

ARRIVAL_SECONDS = 0.03
PATIENCE_SECONDS = 0.3
CHECK_SECONDS = 0.2
# A server of one's own may be a small one: it is asked when the hand has rested for a while.
GRAMMAR_SECONDS = 1.5
# What scores this much is found several times as fast as what scores half, and is what one would insert.
NEAR_SCORE = 75
STAY_SECONDS = 0.25


class DeskHelp(DeskFrame):
    """Asks in workers, one question each, and shows the answers that are still about the open paragraph."""

    history: tuple[HistoryEntry, ...] = ()
    comments: tuple[CommentView, ...] = ()
    _shown_way: str | None = None
    _arrival: Timer | None = None
    _checking: Timer | None = None
    _proofing: Timer | None = None
    _grammar: GrammarLoaded | None = None
    _is_grammar_away = False
    _return: tuple[str, HistoryEntry | None] = ("", None)
    # What was found last, where, how much of it waits, and whether that is about the text as it stands.
    _found: tuple[Finding, ...] = ()
    _found_key: str | None = None
    held = 0
    is_checked = False
    _is_typing = False

    def seek_help(self) -> None:
        """Ask once the hand rests: a key held down passes many paragraphs."""
        self._show_changes()
        if self._arrival is not None:
            self._arrival.stop()
        self._arrival = self.set_timer(ARRIVAL_SECONDS, self._ask)

    def _ask(self) -> None:
        """Ask for matches alone first: they are what the hand waits for."""
        row = self.row
        if row is None or self.is_away:
            return
        self._load_help(row.key, row.source)
        self._arrival = self.set_timer(PATIENCE_SECONDS, self._ask_rest)

    def _ask_rest(self) -> None:
        """Ask for all else, when the matches are there or take long."""
        if self._arrival is not None:
            self._arrival.stop()
            self._arrival = None
        if self.key is not None:
            self._load_notes(self.key)
            self.seek_findings()
            self.fill_beside()

    def fill_beside(self) -> None:
        """Bring the panes up to date that are filled only while they are seen."""

    def open_paragraph(self) -> None:
        """What waited until the paragraph before was done is told of beside it."""
        if self.held and self._found_key is not None:
            self.note_errors(self._found_key, count_errors(self._found))
        self._found, self.held = (), 0
        self._is_typing = self.is_checked = False
        super().open_paragraph()

    def tell_held(self) -> None:
        """Show also the findings that wait until the text is done."""
        self._is_typing = False
        if self.held and self.key is not None:
            self._show_found(self.key, self._found)

    def typed(self) -> None:
        """Check what was typed once the hand rests."""
        self._is_typing, self.is_checked = True, False
        if self._checking is not None:
            self._checking.stop()
        self._checking = self.set_timer(CHECK_SECONDS, self.seek_findings)
        row = self.row
        # The pane says other things of a text that is as it was saved and of one that is being mended.
        if row is not None and row.is_stale and self._shown_way != self._find_way(row):
            self._fill_changes()

    def seek_findings(self) -> None:
        """Check the text as it stands in the editor; without the database there is nothing to check it by."""
        if self.paragraphs is not None and self.key is not None and not self.is_away:
            self._load_findings(self.key, self.paragraphs.text_of(self.key))
            if has_grammar(self.workspace) and not self._is_grammar_away:
                if self._proofing is not None:
                    self._proofing.stop()
                self._proofing = self.set_timer(GRAMMAR_SECONDS, self._seek_grammar)

    def _seek_grammar(self) -> None:
        if self.paragraphs is not None and self.key is not None:
            self._load_grammar(self.key, self.paragraphs.text_of(self.key))

    # Workers.

    @work(thread=True, exclusive=True, group="help", exit_on_error=False)
    def _load_help(self, key: str, source: str) -> None:
        """The near matches at once; the far ones, which take longer, when the hand stays here."""
        near = find_help(self.workspace, self.ref, key, self.language, minimum=NEAR_SCORE)
        is_all = len(near.matches) >= MOST_MATCHES
        self._post_help(key, source, near, is_all=is_all)
        if is_all:
            return
        sleep(STAY_SECONDS)
        if not get_current_worker().is_cancelled:
            self._post_help(key, source, find_help(self.workspace, self.ref, key, self.language), is_all=True)

    def _post_help(self, key: str, source: str, found: SegmentHelp, *, is_all: bool) -> None:
        differences = tuple(
            diff_words(match.source, source) if match.source != source else () for match in found.matches
        )
        if not get_current_worker().is_cancelled:
            self.post_message(HelpLoaded(key, found, differences, is_all))

    @work(thread=True, exclusive=True, group="findings", exit_on_error=False)
    def _load_findings(self, key: str, text: str) -> None:
        found = check_text(self.workspace, self.ref, key, self.language, text)
        if not get_current_worker().is_cancelled:
            self.post_message(FindingsLoaded(key, text, found))

    @work(thread=True, exclusive=True, group="grammar", exit_on_error=False)
    def _load_grammar(self, key: str, text: str) -> None:
        try:
            found = check_grammar(self.workspace, self.ref, key, self.language, text)
        except TmsError:
            # Told once: the evening goes on without it.
            if not self._is_grammar_away:
                self._is_grammar_away = True
                raise
            return
        if not get_current_worker().is_cancelled:
            self.post_message(GrammarLoaded(key, text, found))

    @work(thread=True, exclusive=True, group="notes", exit_on_error=False)
    def _load_notes(self, key: str) -> None:
        history = list_history(self.workspace, self.ref, key, self.language)
        comments = list_comments(self.workspace, self.ref, key, self.language)
        if not get_current_worker().is_cancelled:
            self.post_message(NotesLoaded(key, history, comments))

    # Answers.

    @on(HelpLoaded)
    def _take_help(self, message: HelpLoaded) -> None:
        if message.key != self.key:
            return
        if self.help == message:
            return
        self.help = message
        pairs = zip(message.help.matches, message.differences, strict=True)
        blocks = [describe_match(number, match, pieces) for number, (match, pieces) in enumerate(pairs, 1)]
        self.panes["matches"].show_counted(blocks, len(blocks), _("no match in the memory") if message.is_all else "…")
        cards = [describe_card(number, card) for number, card in enumerate(message.help.terms, 1)]
        self.panes["terms"].show_counted(cards, len(cards), _("no term in this paragraph"))
        spans = (
            (card.hit.start, card.hit.end, block.text) for card, block in zip(message.help.terms, cards, strict=True)
        )
        self.board.list.mark_terms(tuple(spans))
        self._fill_changes()
        self.panes.show_panes()
        self.show_keys()
        if self._arrival is not None:
            self.call_later(self._ask_rest)

    @on(FindingsLoaded)
    def _take_findings(self, message: FindingsLoaded) -> None:
        if message.key != self.key or self.paragraphs is None or message.text != self.paragraphs.text_of(message.key):
            return
        known = self._grammar
        said = known.findings if known is not None and (known.key, known.text) == (message.key, message.text) else ()
        self._show_found(message.key, (*message.findings, *said))

    @on(GrammarLoaded)
    def _take_grammar(self, message: GrammarLoaded) -> None:
        if message.key != self.key or self.paragraphs is None or message.text != self.paragraphs.text_of(message.key):
            return
        self._grammar = message
        others = [finding for finding in self._found if finding.check != GRAMMAR]
        self._show_found(message.key, (*others, *message.findings))

    def _show_found(self, key: str, findings: Sequence[Finding]) -> None:
        self._found, self._found_key, self.is_checked = tuple(findings), key, True
        row, shown, self.held = self.row, self._found, 0
        if row is not None and self._is_typing and row.working_text is not None and not row.is_local:
            shown, self.held = hold_back(findings, row.source, row.working_text, self.language)
        self.findings = tuple(sorted(shown, key=lambda f: (f.waived is not None, f.severity.rank)))
        self.note_errors(key, count_errors(shown))
        if self.finding not in self.findings:
            self.finding = None
        self.show_findings()

    def show_findings(self) -> None:
        """Show what the checks found; the one that keys are about is marked."""
        text = self.paragraphs.text_of(self.key) if self.paragraphs is not None and self.key is not None else ""
        blocks = [describe_finding(f, is_current=f is self.current_finding, text=text) for f in self.findings]
        still_open = [f for f in self.findings if f.waived is None]
        if self.held:
            said = ngettext("{count} more when you are done", "{count} more when you are done", self.held)
            blocks.append(make_block((said.format(count=self.held), Role.QUIET)))
        self.panes["findings"].show_counted(blocks, len(still_open), _("the checks found nothing"))
        self.board.editor.mark(
            (f.start, f.end) for f in still_open if f.start is not None and f.end is not None and f.end > f.start
        )
        self.panes.show_panes()
        self.show_keys()

    @property
    def current_finding(self) -> Finding | None:
        """The finding that keys are about: the one gone to, or the first that nobody waived."""
        return self.finding or next((f for f in self.findings if f.waived is None), None)

    @on(NotesLoaded)
    def _take_notes(self, message: NotesLoaded) -> None:
        if message.key != self.key:
            return
        self.history, self.comments = message.history, message.comments
        self.has_history = bool(message.history)
        self._return = (message.key, find_return(message.history))
        events = [describe_short_event(entry) for entry in message.history]
        self.panes["history"].show_counted(events, len(events), _("nothing has happened here yet"))
        said = [describe_comment(comment) for comment in message.comments]
        waiting = sum(not comment.is_resolved for comment in message.comments)
        ask = _("a question is asked once, for all languages; {key} says or asks something")
        said.append(make_block((ask.format(key=key_of(Where.DESK, "comments")), Role.QUIET)))
        self.panes["comments"].show_counted(said, waiting, "")
        self.panes.show_panes()
        self.show_standing()

    def describe_return(self) -> Run:
        """Who gave the open paragraph back and why, until it is done again."""
        key, entry = self._return
        row = self.row
        if entry is None or row is None or row.key != key or row.state is not State.DRAFT:
            return super().describe_return()
        who = entry.who or _("somebody")
        # In a narrow line the words of the reviewer have the room; the history has them all.
        said = _("given back by {who}: {reason}") if self.is_wide else "{who}: {reason}"
        return ("  ↩ " + said.format(who=who, reason=entry.reason), Role.WARNING)

    def _show_changes(self) -> None:
        self._fill_changes()
        if self.row is not None and self.row.is_stale:
            self.panes.bring("changes")
        self.panes.show_panes()

    def _fill_changes(self) -> None:
        row = self.row
        if row is None:
            return
        pane = self.panes["changes"]
        self._shown_way = self._find_way(row)
        if row.is_stale:
            pieces = diff_words(row.made_from_text or row.source, row.source)
            pane.show_counted(describe_changes(row, pieces, self.stale_help), max(1, row.behind), "")
        else:
            pane.show_counted([], None, " ")
        self._mark_touched()

    def _find_way(self, row: DeskRow) -> str:
        """Whether a text is as it was saved, or as it is proposed, or something else is being typed."""
        beside = self.stale_help
        if beside is not None and beside.repair is not None and row.working_text == beside.repair.text:
            return "proposed"
        return "saved" if row.working_text is None else "typed"

    @property
    def stale_help(self) -> SegmentHelp | None:
        """What is known of the change, if it is about the text that is saved here now."""
        row, found = self.row, self.help
        if row is None or found is None or found.key != row.key or not row.is_stale:
            return None
        return found.help if found.help.target == row.text else None

    def _mark_touched(self) -> None:
        """Mark the sentences that the change touches, as long as they stand where they were."""
        row, beside = self.row, self.stale_help
        if row is None or beside is None:
            self.board.editor.mark_touched(())
        elif row.working_text is None:
            self.board.editor.mark_touched((pin.start, pin.end) for pin in beside.pins)

    def find_match(self, number: int) -> Match | None:
        """The match with this number."""
        matches = self.help.help.matches if self.help is not None else ()
        return matches[number - 1] if 0 < number <= len(matches) else None
