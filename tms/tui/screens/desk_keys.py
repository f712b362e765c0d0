"""Keys of the desk that belong to the text, and the state of a keymap in which letters are commands."""

from tms.tui.actions import Action, Where
from tms.tui.blocks import Role
from tms.tui.key_router import KeyRouter
from tms.tui.keymap import Keymap, current_keymap, key_of
from tms.tui.language import _, ngettext
from tms.tui.screens.desk_modes import DeskModes
from tms.tui.text_hand import TextHand
from tms.workflow.workspace import Workspace

# In a line to filter by, or in a list, they mean what they mean everywhere.
BACK = (Where.DESK, "back")
OF_THE_TEXT = frozenset({"enter", "tab"})


class DeskKeys(DeskModes):
    """Asks a keymap's commands before its other keys, while the text has the focus."""

    def __init__(self, workspace: Workspace, ref: str, language: str, *, key: str | None = None) -> None:
        super().__init__(workspace, ref, language, key=key)
        self.hand = TextHand(self, self.board.editor)
        self._commands: tuple[Keymap, KeyRouter] | None = None

    @property
    def commands(self) -> KeyRouter:
        """What letters mean as commands, in the map of now."""
        keymap = current_keymap()
        if self._commands is None or self._commands[0] is not keymap:
            self._commands = (keymap, KeyRouter(keymap.list_commands()))
        return self._commands[1]

    @property
    def is_commanding(self) -> bool:
        """Whether letters are commands now."""
        return self.hand.is_commanding and current_keymap().is_modal and self.board.editor.has_focus

    @property
    def pending_router(self) -> KeyRouter:
        """A sequence of commands waits for its end in a router of its own."""
        return self.commands if self.is_commanding and self.commands.pending else self.router

    async def take_key(self, key: str, character: str | None) -> bool:
        """A command, a key of the map, or nobody's."""
        if not self.board.editor.has_focus and not self.router.pending:
            if key == "escape":
                # Also where a map has another key for leaving the desk: this only leads back to the text.
                back = next(action for action in self.router.actions if (action.where, action.name) == BACK)
                await self.perform(back)
                return True
            if key in OF_THE_TEXT:
                return False
        if not self.is_commanding or self.router.pending:
            return await super().take_key(key, character)
        self.forget_notice()
        routed = self.commands.feed(key, character)
        self.show_chord()
        if routed is not None:
            if routed.action is not None:
                await self.perform(routed.action, routed.argument)
            return True
        # A letter that is no command is not typed: it would land in the text unseen.
        return await super().take_key(key, character) or (character is not None and character.isprintable())

    def is_reached(self, action: Action) -> bool:
        """The keys of the text are the text's only while it has the focus."""
        return action.where is not Where.TEXT or self.board.editor.has_focus

    def target_of(self, action: Action) -> object:
        """Who does it."""
        return self.hand if action.where is Where.TEXT else super().target_of(action)

    def _describe_for_title(self) -> str:
        """Where one is, in words that anybody may read on a screen that is shared."""
        if self.paragraphs is None or self.key is None:
            return ""
        place = f"{self.paragraphs.index_of(self.key) + 1}/{len(self.paragraphs.rows)}"
        is_kept = self.row is not None and self.row.working_text is not None
        unsaved = len(self.unsafe | ({self.key} if is_kept else set()))
        typed = ngettext("{count} typed", "{count} typed", unsaved).format(count=unsaved) if unsaved else ""
        return ", ".join(part for part in (f"{self.language.upper()} {place}", typed) if part)

    def action_insert_first_match(self) -> bool | None:
        """The best match, as its number would."""
        return self.action_insert_match(1)

    def action_replace_with_match(self) -> None:
        """The best match in place of all that stands here."""
        match = self.find_match(1)
        if match is not None and self.row is not None:
            self.board.editor.put(match.target)
            self._filled[self.row.key] = match.target
            self._inserted = (self.key or "", match)
            self.sync_typed()
            self.say(
                _("the match stands in place of the text, {key} takes it out").format(key=key_of(Where.TEXT, "undo"))
            )

    def action_copy_english(self) -> None:
        """The paragraph's English into the clipboard."""
        if self.row is not None:
            self.app.copy_to_clipboard(self.row.source)
            self.say(_("the English is in the clipboard"))

    def action_copy_translation(self) -> None:
        """What stands in the editor into the clipboard."""
        self.app.copy_to_clipboard(self.board.editor.value)
        self.say(_("the translation is in the clipboard"))

    def show_standing(self) -> None:
        """Say first which state the letters are in, where a map has two."""
        super().show_standing()
        self.tell_title(self._describe_for_title())
        if current_keymap().is_modal and self.row is not None:
            word = (_("command"), Role.STRONG) if self.hand.is_commanding else (_("typing"), Role.QUIET)
            self.status.show([word, ("  ", Role.PLAIN), *self.status.left], self.status.right)
