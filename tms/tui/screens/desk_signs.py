"""Signs that a keyboard may not have, each by a key of its own."""

from asyncio import to_thread

from textual import work

from tms.tui.blocks import Role
from tms.tui.language import _
from tms.tui.screens.desk_terms import DeskTerms
from tms.workflow.typing_rules import load_house_rules

REPLACE = "replace"
_PAIRS = {"«": "»", "“": "”", "‘": "’", "¿": "?", "¡": "!"}


class DeskSigns(DeskTerms):
    """Inserts signs; around words that are selected an opening one brings its other half."""

    def on_mount(self) -> None:
        """Begin as the person left it, with the house rules of the project."""
        self.typist.replaces = bool(self.habits.get(REPLACE, True))
        self._load_rules()

    @work(exit_on_error=False)
    async def _load_rules(self) -> None:
        self.typist.rules = await to_thread(load_house_rules, self.workspace, self.ref)

    def _insert_sign(self, sign: str) -> None:
        editor = self.board.editor
        if not editor.selected_text or sign not in _PAIRS:
            editor.insert_here(sign)
        elif sign == "«" and self.language.startswith("fr"):
            editor.surround("«\u00a0", "\u00a0»")
        else:
            editor.surround(sign, _PAIRS[sign])
        self.sync_typed()

    def action_replace_typed(self) -> None:
        """Replace signs while one types, or leave them as they are typed."""
        self.typist.replaces = not self.typist.replaces
        self.habits.put(REPLACE, self.typist.replaces)
        if self.typist.replaces:
            self.say(_("signs are replaced while you type; ^Z takes one back"), Role.GOOD)
        else:
            self.say(_("signs stay as you type them"))

    def action_sign_no_break_space(self) -> None:
        """Insert no-break space."""
        self._insert_sign("\u00a0")

    def action_sign_narrow_space(self) -> None:
        """Insert narrow no-break space."""
        self._insert_sign("\u202f")

    def action_sign_quote_open(self) -> None:
        """Insert «."""
        self._insert_sign("«")

    def action_sign_quote_close(self) -> None:
        """Insert »."""
        self._insert_sign("»")

    def action_sign_double_open(self) -> None:
        """Insert “."""
        self._insert_sign("“")

    def action_sign_double_close(self) -> None:
        """Insert ”."""
        self._insert_sign("”")

    def action_sign_single_open(self) -> None:
        """Insert ‘."""
        self._insert_sign("‘")

    def action_sign_apostrophe(self) -> None:
        """Insert ’."""
        self._insert_sign("’")

    def action_sign_ellipsis(self) -> None:
        """Insert …."""
        self._insert_sign("…")

    def action_sign_en_dash(self) -> None:
        """Insert –."""
        self._insert_sign("–")

    def action_sign_em_dash(self) -> None:
        """Insert —."""
        self._insert_sign("—")

    def action_sign_question_open(self) -> None:
        """Insert ¿."""
        self._insert_sign("¿")

    def action_sign_exclamation_open(self) -> None:
        """Insert ¡."""
        self._insert_sign("¡")

    def action_sign_oe(self) -> None:
        """Insert œ."""
        self._insert_sign("œ")

    def action_sign_oe_capital(self) -> None:
        """Insert Œ."""
        self._insert_sign("Œ")

    def action_sign_e_capital(self) -> None:
        """Insert É."""
        self._insert_sign("É")

    def action_sign_a_capital(self) -> None:
        """Insert À."""
        self._insert_sign("À")

    def action_sign_c_capital(self) -> None:
        """Insert Ç."""
        self._insert_sign("Ç")

    def action_sign_middle_dot(self) -> None:
        """Insert · (middle dot)."""
        self._insert_sign("·")
