"""The one table of what can be done: footer, help, command palette and docs/keys.md are made from it.

The keys stand in keymaps/default.toml: a new action needs its row here, its line there, its method on the screen.
"""

from dataclasses import dataclass
from enum import StrEnum

from tms.tui.language import N_


class Where(StrEnum):
    """On which screen an action is there."""

    ANYWHERE = "anywhere"
    TEXT = "text"
    HOME = "home"
    ARTICLES = "articles"
    DESK = "desk"
    PROGRESS = "progress"
    ALIGNMENT = "alignment"
    GLOSSARY = "glossary"
    PROPOSALS = "proposals"
    CAMPAIGN = "campaign"
    FINDINGS = "findings"
    SEARCH = "search"
    REPLACE = "replace"
    READING = "reading"
    OPENING = "opening"


WHERE_TITLES = {
    Where.HOME: N_("Home"),
    Where.DESK: N_("Desk"),
    Where.TEXT: N_("In the text"),
    Where.ARTICLES: N_("Articles"),
    Where.ALIGNMENT: N_("Alignment"),
    Where.PROGRESS: N_("Progress"),
    Where.GLOSSARY: N_("Glossary"),
    Where.PROPOSALS: N_("Proposed terms"),
    Where.CAMPAIGN: N_("Reach of a change"),
    Where.FINDINGS: N_("Findings"),
    Where.SEARCH: N_("Find in all"),
    Where.REPLACE: N_("Replace"),
    Where.READING: N_("Reading through"),
    Where.OPENING: N_("Start"),
    Where.ANYWHERE: N_("Everywhere"),
}


class When(StrEnum):
    """What has to be so for an action to make sense; the screen says what is."""

    ALWAYS = ""
    OPEN = "a paragraph is open"
    STALE = "the paragraph is out of date"
    DRAFT = "the paragraph is a draft"
    ACCEPTABLE = "there is a proposal, or the paragraph is a draft"
    TEXT = "the paragraph has a translation"
    MATCHES = "the memory has a match"
    TERMS = "the paragraph has a term"
    FINDINGS = "a check found something"
    FIX = "a finding has a repair"
    WORD = "a word is in no dictionary"
    FOUND = "a finding is chosen"
    HISTORY = "the paragraph has a history"
    ROW = "there is a row"
    ROW_TEXT = "the row has a text of the translation"
    DOUBTFUL = "a row is doubtful"
    CHANGED = "something was changed"
    CONCEPT = "a concept is chosen"
    WAITING = "a proposal that waits is chosen"
    PLACE = "the term was marked in a paragraph"
    REACHED = "a paragraph is chosen"
    CHOSEN = "something to do is chosen"
    CHANGEABLE = "a change is there to be made"
    WORDS = "there are words to look for"
    TOUR = "the tour is on"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person can do.

    `short` is its word in the footer, "" if it does not stand there. `keys` are given by the keymap, never here: a
    sequence has a space in it, `1-9` stands for a digit that is given to the action.
    """

    name: str
    label: str
    where: Where
    short: str = ""
    when: When = When.ALWAYS
    keys: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The key that is shown, "" where a person took all of them away."""
        return self.keys[0] if self.keys else ""

    @property
    def takes_digit(self) -> bool:
        """Whether the action is given the digit that its key ends with."""
        return self.key.endswith(DIGITS)


_A, _L, _D, _P, _M = Where.ANYWHERE, Where.ARTICLES, Where.DESK, Where.PROGRESS, Where.ALIGNMENT
_X, _H = Where.TEXT, Where.HOME
_S, _R = Where.SEARCH, Where.REPLACE
_W, _O = Where.READING, Where.OPENING
_G, _T, _C, _F = Where.GLOSSARY, Where.PROPOSALS, Where.CAMPAIGN, Where.FINDINGS

ACTIONS: tuple[Action, ...] = (
    Action("open", "Open what is next", _H, short="open"),
    Action("fifteen", "I have fifteen minutes: paragraphs that fit into them", _H, short="fifteen minutes"),
    Action("skip", "Not this one: to the end until tomorrow, or back", _H, "not this", When.CHOSEN),
    Action("articles", "All articles with their progress", _H, short="articles"),
    Action("find", "Filter the lines by words", _H, short="search"),
    Action("dashboard", "Progress, what is stale, what blocks publication", _H, short="dashboard"),
    Action("keys", "All keys", _H),
    Action("refresh", "Read it again", _H),
    Action("back", "Clear the filter", _H),
    Action("open", "Open the article in this language", _L, short="open"),
    Action("next_language", "Next language", _L, short="language"),
    Action("previous_language", "Language before", _L),
    Action("attach", "Attach a translation that exists: align a file with the article", _L),
    Action("repair_alignment", "Repair the alignment of a translation that was attached", _L),
    Action("refresh", "Read the numbers again", _L),
    Action("back", "Clear the filter, then back", _L, short="back"),
    Action("save", "Save, stay here", _D, short="save", when=When.OPEN),
    Action(
        "confirm_next",
        "Save as translated, go to the next one that needs work",
        _D,
        short="confirm, next",
        when=When.OPEN,
    ),
    Action("next_open", "Next paragraph that needs work", _D, short="next open"),
    Action("next_untranslated", "Next paragraph without a translation", _D),
    Action("next_stale", "Next paragraph that is out of date", _D),
    Action("previous_paragraph", "Paragraph before", _D),
    Action("next_paragraph", "Paragraph after", _D),
    Action("first_paragraph", "The first paragraph", _D),
    Action("last_paragraph", "The last paragraph", _D),
    Action("leap_up", "A page of paragraphs up", _D),
    Action("leap_down", "A page of paragraphs down", _D),
    Action("go_to_number", "Go to the paragraph with a number", _D),
    Action("find", "Filter the paragraphs by words", _D),
    Action("insert_match", "Insert a match", _D, short="match", when=When.MATCHES),
    Action("insert_first_match", "Insert the best match", _D, when=When.MATCHES),
    Action("replace_with_match", "Put the best match in place of the text", _D, when=When.MATCHES),
    Action("insert_term", "Insert a term", _D, short="term", when=When.TERMS),
    Action("propose_term", "Propose the marked words as a term", _D, when=When.OPEN),
    Action("copy_english", "Copy the English to the clipboard", _D, when=When.OPEN),
    Action("copy_translation", "Copy the translation to the clipboard", _D, when=When.OPEN),
    Action("copy_source", "Copy the source into the translation", _D, when=When.OPEN),
    Action(
        "insert_tag",
        "Insert the next tag that is missing, or put it around the selection",
        _D,
        when=When.OPEN,
    ),
    Action("insert_tags", "Insert all tags that are missing", _D, when=When.OPEN),
    Action("edit_tag", "Edit the tag at the cursor, such as the address of a link", _D, when=When.OPEN),
    Action("sign_no_break_space", "Insert no-break space", _D, when=When.OPEN),
    Action("sign_narrow_space", "Insert narrow no-break space", _D, when=When.OPEN),
    Action("sign_quote_open", "Insert «", _D, when=When.OPEN),
    Action("sign_quote_close", "Insert »", _D, when=When.OPEN),
    Action("sign_double_open", "Insert “", _D, when=When.OPEN),
    Action("sign_double_close", "Insert ”", _D, when=When.OPEN),
    Action("sign_single_open", "Insert ‘", _D, when=When.OPEN),
    Action("sign_apostrophe", "Insert ’", _D, when=When.OPEN),
    Action("sign_ellipsis", "Insert …", _D, when=When.OPEN),
    Action("sign_en_dash", "Insert –", _D, when=When.OPEN),
    Action("sign_em_dash", "Insert —", _D, when=When.OPEN),
    Action("sign_question_open", "Insert ¿", _D, when=When.OPEN),
    Action("sign_exclamation_open", "Insert ¡", _D, when=When.OPEN),
    Action("sign_oe", "Insert œ", _D, when=When.OPEN),
    Action("sign_oe_capital", "Insert Œ", _D, when=When.OPEN),
    Action("sign_e_capital", "Insert É", _D, when=When.OPEN),
    Action("sign_a_capital", "Insert À", _D, when=When.OPEN),
    Action("sign_c_capital", "Insert Ç", _D, when=When.OPEN),
    Action("sign_middle_dot", "Insert · (middle dot)", _D, when=When.OPEN),
    Action("replace_typed", "Replace signs while one types, or leave them", _D),
    Action("cycle_case", "Word or selection: small letters, a capital first, all capitals", _D, when=When.OPEN),
    Action("take_back_save", "Take back my last save in this article, also tomorrow", _D),
    Action("insert_number", "Insert the next number that is missing", _D, when=When.OPEN),
    Action("split_sentence", "Cut the sentence in two at the cursor", _D, when=When.OPEN),
    Action("join_sentence", "Join the sentence with the next: semicolon, again: comma", _D, when=When.OPEN),
    Action("next_sentence", "To the next sentence", _D, when=When.OPEN),
    Action("previous_sentence", "To the beginning of the sentence, or the one before", _D, when=When.OPEN),
    Action("select_sentence", "Select the sentence", _D, when=When.OPEN),
    Action("show_spaces", "Show the spaces of each kind, or hide them", _D),
    Action(
        "accept",
        "Accept: put the proposed repair into the text, or keep the draft as read",
        _D,
        short="accept",
        when=When.ACCEPTABLE,
    ),
    Action("reject_draft", "Reject the draft", _D, when=When.DRAFT),
    Action(
        "still_valid",
        "Still valid: the change does not touch my text",
        _D,
        short="still valid",
        when=When.STALE,
    ),
    Action("approve", "Mark as reviewed, go to the next to review", _D, when=When.TEXT),
    Action("return_translation", "Give back with a reason", _D, when=When.TEXT),
    Action("next_finding", "Next finding, here or in another paragraph", _D, when=When.OPEN),
    Action("apply_fix", "Repair as the finding proposes", _D, when=When.FIX),
    Action("apply_kind", "Repair all of this kind in the paragraph", _D, when=When.FIX),
    Action("know_word", "The word is right: put it on the project's list", _D, when=When.WORD),
    Action("waive", "Let the finding stand, with a reason", _D, when=When.FINDINGS),
    Action("concordance", "Search words in the memory", _D, short="concordance"),
    Action("history", "History: see and restore any version", _D, when=When.HISTORY),
    Action("comments", "Comments and questions: read, write, settle", _D, when=When.OPEN),
    Action("show_theirs", "What somebody saved here while I was typing: both texts, and a choice", _D, when=When.OPEN),
    Action("claim", "Claim this paragraph for half an hour, or give it free", _D, when=When.OPEN),
    Action("add_note", "A paragraph of the translation's own after this one", _D, when=When.OPEN),
    Action("next_pane", "Show the next pane", _D, short="pane"),
    Action("previous_pane", "Show the pane before", _D),
    Action("fold_panes", "Fold the panes to their titles, or unfold them", _D),
    Action("raise_panes", "Make the panes higher", _D),
    Action("lower_panes", "Make the panes lower", _D),
    Action("show_matches", "Show the matches", _D),
    Action("show_terms", "Show the terms", _D),
    Action("show_found", "Show the findings", _D),
    Action("show_history", "Show the history", _D),
    Action("show_comments", "Show comments and questions", _D),
    Action("show_languages", "Show the paragraph in the other languages", _D),
    Action("show_context", "Show the English before and after", _D),
    Action("next_way", "Look at it the next way: side by side, one paragraph large, review", _D),
    Action("read_through", "Read the translation through as an article", _D),
    Action("open", "Open the paragraph at the desk", _W, short="edit"),
    Action("next_fault", "Next paragraph that is missing, out of date or wrong", _W, short="next to look at"),
    Action("toggle_source", "Show the English of the paragraph, or hide it", _W, short="English"),
    Action("back", "Back to the desk", _W, short="back"),
    Action("way_side", "Look at it side by side", _D),
    Action("way_large", "Look at one paragraph large", _D),
    Action("way_review", "Review: what changed since it was read, approve or give back", _D),
    Action("refresh", "Read the article again", _D),
    Action("back", "Back to the articles; what was typed is kept", _D, short="back"),
    Action("write", "Write the alignment", _M, short="write", when=When.ROW),
    Action("next_doubtful", "Next row that is doubtful", _M, short="doubtful", when=When.DOUBTFUL),
    Action("accept_row", "This row is right; on to the next doubtful one", _M, "right", When.ROW_TEXT),
    Action("join", "Join this row with the next", _M, "join", When.ROW),
    Action("split", "Split this row at a paragraph or a sentence", _M, "split", When.ROW),
    Action("shift_down", "Push the texts from here on one row down", _M, "down", When.ROW_TEXT),
    Action("shift_up", "Pull the texts after this row one row up", _M, "up", When.ROW),
    Action(
        "clear_row",
        "Unpair the row: its text stands alone; once more: it is left out",
        _M,
        "unpair",
        When.ROW_TEXT,
    ),
    Action("move_text", "Take the row's text; on another row: put it there", _M, "move", When.ROW),
    Action("undo", "Take the last change back", _M, short="undo", when=When.CHANGED),
    Action("back", "Back; nothing is written", _M, short="back"),
    Action("open", "Open the paragraph or the article", _P, short="open"),
    Action("refresh", "Read the numbers again", _P, short="refresh"),
    Action("back", "Clear the filter, then back", _P, short="back"),
    Action("open", "Edit the concept", _G, "edit", When.CONCEPT),
    Action("new_concept", "New concept", _G, short="new"),
    Action("uses", "Where it stands, in sources and translations", _G, "used", When.CONCEPT),
    Action("reach", "Reach of a change: paragraphs with an old form", _G, "reach", When.CONCEPT),
    Action("proposals", "Terms that were proposed", _G, short="proposals"),
    Action("why", "Why: what was decided on it", _G, "why", When.CONCEPT),
    Action("remove", "Remove the concept, with a reason", _G, when=When.CONCEPT),
    Action("undo", "Take my last change back", _G, short="undo", when=When.CHANGED),
    Action("card_down", "Scroll the card down", _G, when=When.CONCEPT),
    Action("card_up", "Scroll the card up", _G, when=When.CONCEPT),
    Action("refresh", "Read the glossary again", _G),
    Action("back", "Clear the filter, then back", _G, short="back"),
    Action("open", "Decide: accept it as it is, or edited", _T, "decide", When.WAITING),
    Action("refuse", "Refuse it, with a reason", _T, "refuse", When.WAITING),
    Action("see", "Open the paragraph in which it was marked", _T, "see it", When.PLACE),
    Action("toggle_decided", "All proposals, or only those that wait", _T, short="all"),
    Action("refresh", "Read the proposals again", _T),
    Action("back", "Back", _T, short="back"),
    Action("open", "Open the paragraph", _C, "open", When.REACHED),
    Action("toggle_taken", "Leave the paragraph out, or take it in", _C, "in or out", When.REACHED),
    Action("apply_article", "Make the changes in this article", _C, "this article", When.CHANGEABLE),
    Action("apply_all", "Make the changes in all articles", _C, "all", When.CHANGEABLE),
    Action("undo", "Take back what was made last", _C, "undo", When.CHANGED),
    Action("refresh", "Look again", _C),
    Action("back", "Back; stops between two articles", _C, short="back"),
    Action("open", "Open the paragraph at the finding", _F, "open", When.FOUND),
    Action("apply_fix", "Repair all of this kind in the paragraph", _F, "repair", When.FIX),
    Action("apply_kind", "Repair all of this kind in everything shown", _F, "repair all", When.FIX),
    Action("waive", "Let the finding stand, with a reason", _F, "waive", When.FOUND),
    Action("undo", "Take the last repairs back", _F, "undo", When.CHANGED),
    Action("refresh", "Check again", _F),
    Action("back", "Clear the filter, then back", _F, short="back"),
    Action("newline", "A new line in the text", _X),
    Action("undo", "Take the last change back", _X),
    Action("redo", "Make it again", _X),
    Action("cursor_left", "A letter to the left", _X),
    Action("cursor_right", "A letter to the right", _X),
    Action("cursor_up", "A line up; from the first into the paragraph before", _X),
    Action("cursor_down", "A line down; from the last into the paragraph after", _X),
    Action("next_word", "To the beginning of the next word", _X),
    Action("end_of_word", "To the end of the word", _X),
    Action("previous_word", "To the beginning of the word", _X),
    Action("line_start", "To the beginning of the line", _X),
    Action("line_end", "To the end of the line", _X),
    Action("delete_letter", "Delete the letter under the cursor", _X),
    Action("delete_word", "Delete to the next word", _X),
    Action("delete_line", "Delete the line", _X),
    Action("delete_rest", "Delete to the end of the line", _X),
    Action("type_here", "Type at the cursor", _X),
    Action("type_after", "Type behind the cursor", _X),
    Action("type_at_start", "Type at the beginning of the line", _X),
    Action("type_at_end", "Type at the end of the line", _X),
    Action("type_below", "Type in a new line", _X),
    Action("command", "Letters are commands: until a key for typing", _X),
    Action("open", "Open the paragraph, the words selected", _S, "open", When.REACHED),
    Action("replace", "Replace: put other words in the place of these", _S, "replace", When.WORDS),
    Action("scope", "Where: the article, its project, all articles", _S, short="where"),
    Action("language", "The next language, then all", _S, short="language"),
    Action("side", "Source and translation, or only one of them", _S, short="side"),
    Action("toggle_word", "Whole words, or parts of words too", _S, short="whole words"),
    Action("toggle_case", "Exact case, or any", _S),
    Action("toggle_accents", "Any accent, or those that are typed", _S),
    Action("toggle_signs", "Spaces, apostrophes and quotation marks as typed, or of every kind", _S),
    Action("toggle_forms", "All forms of a term of the glossary, or the words", _S),
    Action("toggle_regex", "A regular expression, or words", _S),
    Action("toggle_history", "Also in texts that stand no more", _S),
    Action("toggle_comments", "Also in comments and questions", _S),
    Action("concordance", "Look in the memory", _S),
    Action("undo", "Take back what I replaced last", _S),
    Action("refresh", "Read the texts again", _S),
    Action("back", "Back", _S, short="back"),
    Action("open", "From the line to the list; there: open the paragraph", _R, short="list, open"),
    Action("toggle_taken", "Leave the paragraph out, or take it in", _R, "in or out", When.REACHED),
    Action("toggle_article", "Leave all of the article out, or take it in", _R, "article", When.REACHED),
    Action("apply", "Make the change in what is taken in", _R, "make the change", When.CHANGEABLE),
    Action("undo", "Take back what I replaced last", _R, short="undo"),
    Action("toggle_markup", "Also in tags and addresses, or not", _R),
    Action("refresh", "Look again", _R),
    Action("back", "Stop; or back to the line, then to what was found", _R, short="back"),
    Action("retry", "Try to reach the database again", _O, short="try again"),
    Action("search", "Find in all texts, and replace", _A, short="find in all"),
    Action("findings", "Findings of all articles, or of the open one", _A, short="findings"),
    Action("glossary", "Glossary: browse and edit terms, decide on proposals", _A, short="glossary"),
    Action("progress", "Progress, what is stale, what blocks publication", _A, short="progress"),
    Action("help", "All keys", _A, short="all keys"),
    Action("command_palette", "Find a command by its name", _A),
    Action("toggle_notices", "Content notices on or off, for me alone", _A),
    Action("tour", "Tour: the program in five steps, from the first", _A),
    Action("tour_next", "Tour: on to the next step", _A, when=When.TOUR),
    Action("tour_leave", "Tour: leave it", _A, when=When.TOUR),
    Action("toggle_theme", "The next theme: dark, light, high contrast", _A),
    Action("quit", "Quit; what was typed is kept", _A),
)

PREFIX = "ctrl+g"
DIGITS = "1-9"

_KEY_NAMES = {
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    DIGITS: "1…9",
}


def show_key(keys: str) -> str:
    """A key or a sequence of keys as people write it: `^G t 1…9`; nothing for no key."""
    if not keys:
        return ""
    return " ".join(_show_one(key) for key in keys.split(" "))


def _show_one(key: str) -> str:
    if key in _KEY_NAMES:
        return _KEY_NAMES[key]
    if key.startswith("ctrl+"):
        rest = key.removeprefix("ctrl+")
        return f"^{rest.upper()}" if len(rest) == 1 else f"Ctrl+{_show_one(rest)}"
    return key.upper() if key[0] == "f" and key[1:].isdigit() else key
