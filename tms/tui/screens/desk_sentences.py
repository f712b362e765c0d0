"""Sentences and numbers by key: cut, join, step from one to the next, insert what the source counts."""

from tms.tui.blocks import Role
from tms.tui.language import _, ngettext
from tms.tui.screens.desk_trail import DeskTrail
from tms.values import FrenchSpace, Replacement
from tms.workflow.numbering import list_missing_numbers
from tms.workflow.sentences import (
    find_sentence_at,
    find_sentences,
    join_next,
    join_signs,
    list_names,
    split_at,
)


class DeskSentences(DeskTrail):
    """Each change is one step of undo; capitals and stops follow by themselves."""

    # What the last join made of which text, and where it was asked for.
    _joined: tuple[str, int] = ("", 0)

    # Numbers.

    def action_insert_number(self) -> None:
        """Insert the next number of the source that the translation has not yet, as its language writes it."""
        missing = self._list_missing_numbers()
        if not missing:
            self.say(_("every number of the English is there"))
            return
        self.board.editor.insert_apart(missing[0])
        self.sync_typed()
        left = missing[1:]
        if left:
            more = ngettext("{count} number more: {numbers}", "{count} numbers more: {numbers}", len(left))
            self.say(more.format(count=len(left), numbers="  ".join(left)))
        else:
            self.say(_("the last number"))

    def _list_missing_numbers(self) -> tuple[str, ...]:
        row, paragraphs = self.row, self.paragraphs
        if row is None or paragraphs is None or row.is_local:
            return ()
        return list_missing_numbers(
            row.source, self.board.editor.value, paragraphs.desk.source_language, paragraphs.desk.language
        )

    # Cutting and joining.

    def action_split_sentence(self) -> None:
        """End the sentence at the cursor and begin another with a capital."""
        editor = self.board.editor
        found = split_at(editor.value, editor.cursor_offset_in_text)
        if found is None:
            self.say(_("a sentence is cut between two of its words"), Role.WARNING)
        else:
            self._replace(found)

    def action_join_sentence(self) -> None:
        """Join the sentence with the next by a semicolon; the same key again makes a comma of it."""
        editor, row = self.board.editor, self.row
        if row is None:
            return
        is_full = self.typist.rules.french_space is FrenchSpace.FULL
        sign, comma = join_signs(self.language, is_full=is_full)
        text, offset = editor.value, editor.cursor_offset_in_text
        if text == self._joined[0]:
            editor.action_undo()
            text, offset, sign = editor.value, self._joined[1], comma
        names = list_names(row.source, text, self.language)
        found = join_next(text, offset, self.language, sign, names | self._list_term_words())
        if found is None:
            self.say(_("no sentence follows here that a full stop parts from this one"), Role.WARNING)
            return
        self._replace(found)
        self._joined = (editor.value, offset) if sign != comma else ("", 0)

    def _list_term_words(self) -> frozenset[str]:
        """The first words of terms that are written with a capital."""
        cards = self.help.help.terms if self.help is not None else ()
        forms = (form for card in cards for form in card.preferred)
        return frozenset(form.split()[0] for form in forms if form[:1].isupper())

    def _replace(self, found: Replacement) -> None:
        editor = self.board.editor
        editor.replace_span(found.start, found.end, found.text)
        # Before the letter that a sentence begins with, or no longer does: the other key undoes what this one did.
        editor.move_cursor(editor.location_of(found.start + len(found.text) - 1))
        self.sync_typed()

    # Stepping.

    def action_next_sentence(self) -> None:
        """To where the next sentence begins, or to the end."""
        editor = self.board.editor
        text, here = editor.value, editor.cursor_offset_in_text
        starts = [start for start, _end in find_sentences(text, self.language) if start > here]
        editor.move_cursor(editor.location_of(starts[0] if starts else len(text)))

    def action_previous_sentence(self) -> None:
        """To where this sentence begins, or the one before."""
        editor = self.board.editor
        here = editor.cursor_offset_in_text
        starts = [start for start, _end in find_sentences(editor.value, self.language) if start < here]
        editor.move_cursor(editor.location_of(starts[-1] if starts else 0))

    def action_select_sentence(self) -> None:
        """Select the sentence at the cursor."""
        editor = self.board.editor
        found = find_sentence_at(editor.value, editor.selected_span[0], self.language)
        if found is None:
            self.say(_("there is no sentence at the cursor"), Role.WARNING)
        else:
            editor.select_span(*found)
