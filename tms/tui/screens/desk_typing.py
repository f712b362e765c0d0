"""The hand's help while typing: tags, signs, cases, sentences, and an undo that outlives the evening."""

from textual import on

from tms.tui.blocks import Role
from tms.tui.cases import cycle_case, find_word
from tms.tui.language import _, ngettext
from tms.tui.screens.desk_sentences import DeskSentences
from tms.tui.widgets.editor import Editor
from tms.values import MissingTag
from tms.workflow.markup import list_missing_tags

SHOW_SPACES = "show_spaces"


class DeskTyping(DeskSentences):
    """The hand's help while typing: tags, signs, cases, sentences, and an undo that outlives the evening."""

    def on_mount(self) -> None:
        """Begin as the person left it."""
        self.typist.shows_spaces = bool(self.habits.get(SHOW_SPACES, False))

    # Tags.

    def _list_missing_tags(self) -> tuple[MissingTag, ...]:
        row = self.row
        if row is None or row.is_local:
            return ()
        return list_missing_tags(row.source, self.board.editor.value)

    def action_insert_tag(self) -> None:
        """Insert the next tag of the source that the translation has not yet; around what is selected, its pair."""
        missing, editor = self._list_missing_tags(), self.board.editor
        if not missing:
            self.say(_("every tag of the English is there"))
            return
        tag = missing[0]
        start, end = editor.selected_span
        if start != end and tag.closing:
            editor.surround(tag.raw, tag.closing)
        else:
            # Words that are selected stay: a tag never takes their place.
            editor.move_cursor(editor.location_of(end))
            editor.insert_here(tag.raw)
        self.sync_typed()
        left = len(self._list_missing_tags())
        self.say(
            ngettext("{count} tag more", "{count} tags more", left).format(count=left) if left else _("the last tag")
        )

    def action_insert_tags(self) -> None:
        """Insert all tags of the source that the translation has not yet, the cursor where the words belong."""
        missing, editor = self._list_missing_tags(), self.board.editor
        if not missing:
            self.say(_("every tag of the English is there"))
            return
        start = editor.selected_span[1]
        editor.move_cursor(editor.location_of(start))
        editor.insert_here("".join(tag.raw for tag in missing))
        editor.move_cursor(editor.location_of(start + len(missing[0].raw)))
        self.sync_typed()
        count = len(missing)
        self.say(ngettext("{count} tag inserted", "{count} tags inserted", count).format(count=count))

    def action_edit_tag(self) -> None:
        """Let the tag at the cursor be edited letter by letter."""
        if self.board.editor.open_tag():
            self.say(_("the tag is open: what you type goes into it, until the cursor leaves it"))
        else:
            self.say(_("there is no tag at the cursor"), Role.WARNING)

    @on(Editor.TagChosen)
    def _explain_tag(self, message: Editor.TagChosen) -> None:
        if message.has_partner:
            self.say(_("a tag: the same key again deletes it and its other half; ^G E edits it"))
        else:
            self.say(_("a tag: the same key again deletes it; ^G E edits it"))

    # Cases.

    def action_cycle_case(self) -> None:
        """The word at the cursor, or what is selected: small, with a capital, all capitals."""
        editor = self.board.editor
        text, (start, end) = editor.value, editor.selected_span
        cursor = end
        if start == end:
            word = find_word(text, cursor)
            if word is None:
                self.say(_("there is no word at the cursor"), Role.WARNING)
                return
            start, end = word
        is_selected = bool(editor.selected_text)
        changed = cycle_case(text[start:end], self._tags_between(start, end))
        editor.replace_span(start, end, changed)
        if is_selected:
            editor.select_span(start, start + len(changed))
        else:
            editor.move_cursor(editor.location_of(cursor + len(changed) - (end - start)))
        self.sync_typed()

    def _tags_between(self, start: int, end: int) -> list[tuple[int, int]]:
        spans = self.typist.find_markup(self.board.editor.value)
        return [
            (max(start, span.start) - start, min(end, span.end) - start)
            for span in spans
            if span.start < end and start < span.end
        ]

    # Spaces.

    def action_show_spaces(self) -> None:
        """Show the spaces of each kind as signs, or as print does."""
        self.typist.shows_spaces = not self.typist.shows_spaces
        self.habits.put(SHOW_SPACES, self.typist.shows_spaces)
        self.board.list.redraw()
        self.board.editor.redraw()
        if self.typist.shows_spaces:
            self.say(_("spaces are shown: ⍽ no-break, ⎵ narrow no-break, ⇥ tab, · double or last, ¶ line end"))
        else:
            self.say(_("spaces are not shown"))
