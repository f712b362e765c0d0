"""The one table of what can be done: keys, footer, help, command palette and docs/keys.md are made from it."""

from dataclasses import dataclass
from enum import StrEnum


class Where(StrEnum):
    """On which screen an action is there."""

    ANYWHERE = "anywhere"
    ARTICLES = "articles"
    DESK = "desk"
    PROGRESS = "progress"
    ALIGNMENT = "alignment"
    GLOSSARY = "glossary"
    PROPOSALS = "proposals"
    CAMPAIGN = "campaign"
    FINDINGS = "findings"


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
    CHANGEABLE = "a change is there to be made"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person can do.

    `keys` are Textual key names, a sequence has a space in it, `1-9` stands for a digit that is given to the
    action. `short` is its word in the footer, "" if it does not stand there.
    """

    name: str
    keys: tuple[str, ...]
    label: str
    where: Where
    short: str = ""
    when: When = When.ALWAYS


_A, _L, _D, _P, _M = Where.ANYWHERE, Where.ARTICLES, Where.DESK, Where.PROGRESS, Where.ALIGNMENT
_G, _T, _C, _F = Where.GLOSSARY, Where.PROPOSALS, Where.CAMPAIGN, Where.FINDINGS

ACTIONS: tuple[Action, ...] = (
    Action("open", ("enter",), "Open the article in this language", _L, short="open"),
    Action("next_language", ("tab", "right"), "Next language", _L, short="language"),
    Action("previous_language", ("shift+tab", "left"), "Language before", _L),
    Action("attach", ("ctrl+g a",), "Attach a translation that exists: align a file with the article", _L),
    Action("repair_alignment", ("ctrl+g r",), "Repair the alignment of a translation that was attached", _L),
    Action("refresh", ("ctrl+r", "f5"), "Read the numbers again", _L),
    Action("back", ("escape",), "Clear the filter", _L),
    Action("save", ("ctrl+s",), "Save, stay here", _D, short="save", when=When.OPEN),
    Action(
        "confirm_next",
        ("ctrl+j", "ctrl+g enter"),
        "Save as translated, go to the next one that needs work",
        _D,
        short="confirm, next",
        when=When.OPEN,
    ),
    Action("next_open", ("ctrl+n",), "Next paragraph that needs work", _D, short="next open"),
    Action("next_untranslated", ("ctrl+g u",), "Next paragraph without a translation", _D),
    Action("next_stale", ("ctrl+g o", "ctrl+o"), "Next paragraph that is out of date", _D),
    Action("previous_paragraph", ("ctrl+up", "ctrl+g k"), "Paragraph before", _D),
    Action("next_paragraph", ("ctrl+down", "ctrl+g j"), "Paragraph after", _D),
    Action("leap_up", ("pageup",), "A page of paragraphs up", _D),
    Action("leap_down", ("pagedown",), "A page of paragraphs down", _D),
    Action("find", ("ctrl+f", "ctrl+g /"), "Filter the paragraphs by words", _D),
    Action("insert_match", ("ctrl+g 1-9",), "Insert a match", _D, short="match", when=When.MATCHES),
    Action("insert_term", ("ctrl+g t 1-9",), "Insert a term", _D, short="term", when=When.TERMS),
    Action("propose_term", ("ctrl+g i",), "Propose the marked words as a term", _D, when=When.OPEN),
    Action("copy_source", ("ctrl+g s",), "Copy the source into the translation", _D, when=When.OPEN),
    Action(
        "accept",
        ("ctrl+g a",),
        "Accept: put the proposed repair into the text, or keep the draft as read",
        _D,
        short="accept",
        when=When.ACCEPTABLE,
    ),
    Action("reject_draft", ("ctrl+g x",), "Reject the draft", _D, when=When.DRAFT),
    Action(
        "still_valid",
        ("ctrl+g v",),
        "Still valid: the change does not touch my text",
        _D,
        short="still valid",
        when=When.STALE,
    ),
    Action("approve", ("ctrl+r", "ctrl+g r"), "Mark as reviewed, go to the next to review", _D, when=When.TEXT),
    Action("return_translation", ("ctrl+g b",), "Give back with a reason", _D, when=When.TEXT),
    Action("next_finding", ("ctrl+g n",), "Go to the next finding", _D, when=When.FINDINGS),
    Action("apply_fix", ("ctrl+g f",), "Repair as the finding proposes", _D, when=When.FIX),
    Action("apply_kind", ("ctrl+g F",), "Repair all of this kind in the paragraph", _D, when=When.FIX),
    Action("know_word", ("ctrl+g +",), "The word is right: put it on the project's list", _D, when=When.WORD),
    Action("waive", ("ctrl+g w",), "Let the finding stand, with a reason", _D, when=When.FINDINGS),
    Action("concordance", ("ctrl+g c",), "Search words in the memory", _D, short="concordance"),
    Action("history", ("ctrl+g h",), "History: see and restore any version", _D, when=When.HISTORY),
    Action("comments", ("ctrl+g m",), "Comments and questions: read, write, settle", _D, when=When.OPEN),
    Action("add_note", ("ctrl+g e",), "A paragraph of the translation's own after this one", _D, when=When.OPEN),
    Action("next_pane", ("ctrl+g p",), "Show the next pane", _D, short="pane"),
    Action("refresh", ("ctrl+g l", "f5"), "Read the article again", _D),
    Action("back", ("escape",), "Back to the articles; what was typed is kept", _D, short="back"),
    Action("write", ("ctrl+s",), "Write the alignment", _M, short="write", when=When.ROW),
    Action("next_doubtful", ("n", "ctrl+n"), "Next row that is doubtful", _M, short="doubtful", when=When.DOUBTFUL),
    Action(
        "accept_row", ("a", "ctrl+g a"), "This row is right; on to the next doubtful one", _M, "right", When.ROW_TEXT
    ),
    Action("join", ("j", "ctrl+g j"), "Join this row with the next", _M, "join", When.ROW),
    Action("split", ("s", "ctrl+g s"), "Split this row at a paragraph or a sentence", _M, "split", When.ROW),
    Action("shift_down", ("d", "ctrl+g down"), "Push the texts from here on one row down", _M, "down", When.ROW_TEXT),
    Action("shift_up", ("u", "ctrl+g up"), "Pull the texts after this row one row up", _M, "up", When.ROW),
    Action(
        "clear_row",
        ("c", "ctrl+g c"),
        "Unpair the row: its text stands alone; once more: it is left out",
        _M,
        "unpair",
        When.ROW_TEXT,
    ),
    Action("move_text", ("m", "ctrl+g m"), "Take the row's text; on another row: put it there", _M, "move", When.ROW),
    Action("undo", ("z", "ctrl+g z"), "Take the last change back", _M, short="undo", when=When.CHANGED),
    Action("back", ("escape",), "Back; nothing is written", _M, short="back"),
    Action("open", ("enter",), "Open the paragraph or the article", _P, short="open"),
    Action("refresh", ("ctrl+r", "f5"), "Read the numbers again", _P, short="refresh"),
    Action("back", ("escape",), "Clear the filter, then back", _P, short="back"),
    Action("open", ("enter",), "Edit the concept", _G, "edit", When.CONCEPT),
    Action("new_concept", ("ctrl+n",), "New concept", _G, short="new"),
    Action("uses", ("ctrl+g u",), "Where it stands, in sources and translations", _G, "used", When.CONCEPT),
    Action("reach", ("ctrl+g i",), "Reach of a change: paragraphs with an old form", _G, "reach", When.CONCEPT),
    Action("proposals", ("ctrl+g o",), "Terms that were proposed", _G, short="proposals"),
    Action("why", ("ctrl+g w",), "Why: what was decided on it", _G, "why", When.CONCEPT),
    Action("remove", ("ctrl+g x",), "Remove the concept, with a reason", _G, when=When.CONCEPT),
    Action("undo", ("ctrl+g z",), "Take my last change back", _G, short="undo", when=When.CHANGED),
    Action("card_down", ("ctrl+down", "ctrl+g j"), "Scroll the card down", _G, when=When.CONCEPT),
    Action("card_up", ("ctrl+up", "ctrl+g k"), "Scroll the card up", _G, when=When.CONCEPT),
    Action("refresh", ("ctrl+r", "f5"), "Read the glossary again", _G),
    Action("back", ("escape",), "Clear the filter, then back", _G, short="back"),
    Action("open", ("enter",), "Decide: accept it as it is, or edited", _T, "decide", When.WAITING),
    Action("refuse", ("r", "ctrl+g r"), "Refuse it, with a reason", _T, "refuse", When.WAITING),
    Action("see", ("s", "ctrl+g s"), "Open the paragraph in which it was marked", _T, "see it", When.PLACE),
    Action("toggle_decided", ("a", "ctrl+g a"), "All proposals, or only those that wait", _T, short="all"),
    Action("refresh", ("ctrl+r", "f5"), "Read the proposals again", _T),
    Action("back", ("escape",), "Back", _T, short="back"),
    Action("open", ("enter",), "Open the paragraph", _C, "open", When.REACHED),
    Action(
        "toggle_taken", ("space", "ctrl+g t"), "Leave the paragraph out, or take it in", _C, "in or out", When.REACHED
    ),
    Action("apply_article", ("a", "ctrl+s"), "Make the changes in this article", _C, "this article", When.CHANGEABLE),
    Action("apply_all", ("ctrl+a", "ctrl+g a"), "Make the changes in all articles", _C, "all", When.CHANGEABLE),
    Action("undo", ("z", "ctrl+g z"), "Take back what was made last", _C, "undo", When.CHANGED),
    Action("refresh", ("ctrl+r", "f5"), "Look again", _C),
    Action("back", ("escape",), "Back; stops between two articles", _C, short="back"),
    Action("open", ("enter",), "Open the paragraph at the finding", _F, "open", When.FOUND),
    Action("apply_fix", ("ctrl+g f",), "Repair all of this kind in the paragraph", _F, "repair", When.FIX),
    Action("apply_kind", ("ctrl+g F",), "Repair all of this kind in everything shown", _F, "repair all", When.FIX),
    Action("waive", ("ctrl+g w",), "Let the finding stand, with a reason", _F, "waive", When.FOUND),
    Action("undo", ("ctrl+g z",), "Take the last repairs back", _F, "undo", When.CHANGED),
    Action("refresh", ("ctrl+r", "f5"), "Check again", _F),
    Action("back", ("escape",), "Clear the filter, then back", _F, short="back"),
    Action("findings", ("ctrl+g !", "f3"), "Findings of all articles, or of the open one", _A, short="findings"),
    Action("glossary", ("ctrl+g g",), "Glossary: browse and edit terms, decide on proposals", _A, short="glossary"),
    Action("progress", ("ctrl+g d", "f2"), "Progress, what is stale, what blocks publication", _A, short="progress"),
    Action("help", ("f1", "ctrl+g ?"), "All keys", _A, short="all keys"),
    Action("command_palette", ("ctrl+p",), "Find a command by its name", _A),
    Action("toggle_theme", ("ctrl+g y",), "Light or dark", _A),
    Action("quit", ("ctrl+q", "ctrl+g q"), "Quit; what was typed is kept", _A),
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


def list_keys(where: Where | None = None) -> tuple[Action, ...]:
    """The actions of one screen with those that are there everywhere, or all."""
    return tuple(action for action in ACTIONS if where is None or action.where in (where, Where.ANYWHERE))


def show_key(keys: str) -> str:
    """A key or a sequence of keys as people write it: `^G t 1…9`."""
    return " ".join(_show_one(key) for key in keys.split(" "))


def _show_one(key: str) -> str:
    if key in _KEY_NAMES:
        return _KEY_NAMES[key]
    if key.startswith("ctrl+"):
        rest = key.removeprefix("ctrl+")
        return f"^{rest.upper()}" if len(rest) == 1 else f"Ctrl+{_show_one(rest)}"
    return key.upper() if key[0] == "f" and key[1:].isdigit() else key


def render_keys_markdown() -> str:
    """docs/keys.md, made from the table."""
    titles = {
        Where.ANYWHERE: "Everywhere",
        Where.ARTICLES: "Articles",
        Where.DESK: "Desk",
        Where.ALIGNMENT: "Alignment",
        Where.PROGRESS: "Progress",
        Where.GLOSSARY: "Glossary",
        Where.PROPOSALS: "Proposed terms",
        Where.CAMPAIGN: "Reach of a change",
        Where.FINDINGS: "Findings",
    }
    lines = [
        "# Keys",
        "",
        "Made from the table in `tms/tui/actions.py`. `^S` is Ctrl+S; `^G s` is Ctrl+G, then s.",
        "Where two keys are given, the second is another way to the same.",
    ]
    for where, title in titles.items():
        lines += ["", f"## {title}", "", "| key | does | when |", "|---|---|---|"]
        lines += [
            f"| {', '.join(f'`{show_key(key)}`' for key in action.keys)} | {action.label} | {action.when.value} |"
            for action in ACTIONS
            if action.where is where
        ]
    return "\n".join(lines) + "\n" + _EDITOR_KEYS


_EDITOR_KEYS = """
## In the text

The text area has keys of its own: arrows, `Home`, `End`, `^A` and `^E` (line), `^W` (delete the word before),
`^U` and `^K` (delete to the beginning, to the end), `^D` (delete), `^X` `^C` `^V`, `^Z` and `^Y` (undo, redo).
`↑` on the first line and `↓` on the last go to the paragraph before and after. `^J` arrives as a line feed: if it
comes with a pasted text it is taken as a line end and confirms nothing.
"""
