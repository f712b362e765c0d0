"""The one table of commands of the plain-line editor; help and docs/screen-readers.md are made from it."""

import re
from dataclasses import dataclass
from enum import StrEnum

from tms.tui.language import N_, _

SIGN = ":"


class Level(StrEnum):
    """Where a command is there."""

    ANYWHERE = "anywhere"
    HOME = "home"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Command:
    """Something to do by typing its name or its short form after a colon.

    `argument` is what may follow, `action` the action of the full screen that means the same, "" if none does.
    """

    name: str
    short: str
    label: str
    level: Level = Level.ARTICLE
    argument: str = ""
    action: str = ""

    @property
    def method(self) -> str:
        """The method that does it."""
        return "do_" + self.name.replace(" ", "_")


_H, _E = Level.HOME, Level.ANYWHERE

COMMANDS: tuple[Command, ...] = (
    Command("list", "ls", N_("What there is to do, numbered; type a number to open"), _H),
    Command("open", "o", N_("Open what has this number"), _H, N_("NUMBER"), "open"),
    Command("articles", "a", N_("Every article in every language, numbered"), _H),
    Command("recent", "rc", N_("Articles that were opened lately, numbered"), _H),
    Command("find", "/", N_("Only what has these words; without words everything"), _H, N_("WORDS")),
    Command(
        "fifteen", "fi", N_("Paragraphs that fit into fifteen minutes, or as many as you say"), _H, N_("[MINUTES]")
    ),
    Command("skip", "sk", N_("Not this one today; once more: this one after all"), _H, N_("NUMBER"), "skip"),
    Command("notices", "no", N_("Content notices on or off"), _H),
    Command("resume", "re", N_("Go on with a line that was typed and not entered"), _H),
    Command("next", "n", N_("Paragraph after"), action="next_paragraph"),
    Command("previous", "p", N_("Paragraph before"), action="previous_paragraph"),
    Command("go", "g", N_("Go to this paragraph; its number alone does the same"), argument=N_("NUMBER")),
    Command("next open", "o", N_("Next paragraph that needs work"), action="next_open"),
    Command("next stale", "ns", N_("Next paragraph that is out of date"), action="next_stale"),
    Command("next untranslated", "nu", N_("Next paragraph without a translation"), action="next_untranslated"),
    Command("find", "/", N_("Next paragraph with these words"), argument=N_("WORDS"), action="find"),
    Command("list", "ls", N_("All paragraphs in a line each; or only: open, stale, draft"), argument=N_("WHICH")),
    Command(
        "read",
        "r",
        N_("Read the paragraph; or only: source, translation, sentences; or the whole article"),
        argument=N_("WHAT"),
    ),
    Command("plain", "pl", N_("Read the paragraph without its markup")),
    Command("edit", "e", N_("Edit the translation: it stands in the line, ready to be changed")),
    Command("replace", "sub", N_("Put other words in place of some; asks for both")),
    Command("long", "l", N_("Type a text of several lines; a line with a full stop alone ends it")),
    Command("save", "s", N_("Save, stay here"), action="save"),
    Command("confirm", "c", N_("Save as translated, go to the next one that needs work"), action="confirm_next"),
    Command("undo", "z", N_("Take the last change of the text back"), action="undo"),
    Command("redo", "y", N_("Make the change again that was taken back")),
    Command("empty", "em", N_("Take all of the text out")),
    Command("copy source", "cs", N_("Copy the source into the translation"), action="copy_source"),
    Command("matches", "m", N_("Matches from the memory")),
    Command("insert", "i", N_("Make a match the text"), argument=N_("NUMBER"), action="insert_match"),
    Command("terms", "t", N_("Terms of the paragraph and what to write for them")),
    Command(
        "term",
        "it",
        N_("Put a term into the text in the form that fits, at the end or after these words"),
        argument=N_("NUMBER [after WORDS]"),
        action="insert_term",
    ),
    Command("tags", "tg", N_("Markup of the source that the text has not yet")),
    Command(
        "tag",
        "ta",
        N_("Put markup into the text: a pair around words, another one after words or at the end"),
        argument=N_("NUMBER [around WORDS]"),
    ),
    Command("findings", "f", N_("What the checks find in the text")),
    Command(
        "fix", "x", N_("Repair as the finding proposes; of a misspelt word, choose another"), argument=N_("NUMBER")
    ),
    Command(
        "waive",
        "w",
        N_("Let the finding stand, with a reason"),
        argument=N_("NUMBER [REASON]"),
        action="waive",
    ),
    Command(
        "know word",
        "kw",
        N_("The word is right: put it on the project's list"),
        argument=N_("NUMBER"),
        action="know_word",
    ),
    Command("change", "d", N_("What changed in the English since this translation, and the proposed repair")),
    Command("accept", "a", N_("Put the proposed repair into the text, or keep the draft as read"), action="accept"),
    Command("reject draft", "rd", N_("Reject the draft"), action="reject_draft"),
    Command(
        "still valid",
        "v",
        N_("Still valid: the change does not touch my text"),
        argument=N_("[REASON]"),
        action="still_valid",
    ),
    Command("approve", "ok", N_("Mark as reviewed, go to the next to review"), action="approve"),
    Command("return", "b", N_("Give back with a reason"), argument=N_("[REASON]"), action="return_translation"),
    Command(
        "history",
        "h",
        N_("What happened to the translation; with a number, the text of then"),
        argument=N_("[NUMBER]"),
        action="history",
    ),
    Command("restore", "rs", N_("Bring the text with this number of the history back"), argument=N_("NUMBER")),
    Command("comments", "cm", N_("Comments and questions"), action="comments"),
    Command("comment", "say", N_("Say something on the paragraph"), argument=N_("TEXT")),
    Command("ask", "q?", N_("Ask the author; the question is for all languages"), argument=N_("TEXT")),
    Command("settle", "se", N_("Settle the comment or question with this number"), argument=N_("NUMBER")),
    Command("concordance", "k", N_("Search words in the memory"), argument=N_("WORDS"), action="concordance"),
    Command("spell", "sp", N_("Spell the words that begin like this, or all of the text"), argument=N_("[WORD]")),
    Command("spaces", "spc", N_("Which kinds of spaces stand in the text")),
    Command("home", "ho", N_("Back to what there is to do; what was typed is kept"), action="back"),
    Command("refresh", "rf", N_("Read again what others may have changed"), _E, action="refresh"),
    Command("status", "st", N_("Where I am and what is saved"), _E),
    Command("brief", "br", N_("Say little"), _E),
    Command("full", "fu", N_("Say everything"), _E),
    Command("help", "?", N_("All commands, or what one does"), _E, N_("[COMMAND]"), "help"),
    Command("quit", "q", N_("Leave; what was typed is kept"), _E, action="quit"),
)

_NUMBERED = re.compile(r"([a-z?]+)(\d+)")


@dataclass(frozen=True, slots=True)
class Order:
    """A command with what was typed after it."""

    command: Command
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Unclear:
    """Words that name no command, or the beginning of several."""

    words: str
    candidates: tuple[str, ...] = ()


def is_order(line: str) -> bool:
    """Whether a line is a command: two colons begin a text that begins with one."""
    return line.startswith(SIGN) and not line.startswith(SIGN * 2)


def list_commands(level: Level) -> tuple[Command, ...]:
    """The commands of one level with those that are there everywhere, or all."""
    return tuple(command for command in COMMANDS if command.level in (level, Level.ANYWHERE))


def read_order(line: str, level: Level) -> Order | Unclear:
    """What a line without its colon orders: a name, a short form, or a beginning that only one name has."""
    words = line.split(maxsplit=2)
    known = list_commands(level)
    if not words:
        return Unclear("")
    if words[0].isdecimal():
        return Order(next(one for one in known if one.name in ("go", "open")), line.strip())
    for count in (2, 1):
        name = " ".join(words[:count]).casefold().replace("_", " ").replace("-", " ")
        rest = line.split(maxsplit=count)[count:]
        found = next((one for one in known if name in (one.name, one.short)), None)
        if found is not None and len(words) >= count:
            return Order(found, rest[0].strip() if rest else "")
    return _read_beginning(line, words, known)


def _read_beginning(line: str, words: list[str], known: tuple[Command, ...]) -> Order | Unclear:
    first = words[0].casefold()
    rest = line.split(maxsplit=1)[1].strip() if len(words) > 1 else ""
    numbered = _NUMBERED.fullmatch(first)
    if numbered is not None:
        found = next((one for one in known if numbered[1] in (one.name, one.short)), None)
        if found is not None:
            return Order(found, f"{numbered[2]} {rest}".strip())
    begun = [one for one in known if one.name.startswith(first)]
    if len(begun) == 1:
        return Order(begun[0], rest)
    return Unclear(words[0], tuple(one.name for one in begun))


def describe_command(command: Command) -> str:
    """A command in one line, as help says it."""
    name = f"{command.name} {_(command.argument)}" if command.argument else command.name
    return _("{name}, short {short}: {label}.").format(name=name, short=command.short, label=_(command.label))


_TITLES = {Level.HOME: "At home", Level.ARTICLE: "In an article", Level.ANYWHERE: "Everywhere"}


def render_commands_markdown() -> str:
    """The tables of docs/screen-readers.md."""
    lines: list[str] = []
    for level, title in _TITLES.items():
        lines += [f"### {title}", "", "| command | short | does |", "|---|---|---|"]
        lines += [
            f"| `:{f'{command.name} {command.argument}'.strip()}` | `:{command.short}` | {command.label} |"
            for command in COMMANDS
            if command.level is level
        ]
        lines.append("")
    return "\n".join(lines)
