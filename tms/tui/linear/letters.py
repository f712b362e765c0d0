"""Characters in words: what no voice says and no braille line shows, spaces by their kind, words letter by letter."""

import re
import unicodedata

from tms.tui.harmless import UNSAFE
from tms.tui.language import N_, _

_NAMES = {
    "\n": N_("line break"),
    "\t": N_("tab"),
    "\x00": N_("null sign"),
    "\x07": N_("bell sign"),
    "\x08": N_("backspace sign"),
    "\r": N_("carriage return"),
    "\x1b": N_("escape sign"),
    "\x7f": N_("delete sign"),
    "\u200e": N_("left-to-right mark"),
    "\u200f": N_("right-to-left mark"),
    "\u202a": N_("left-to-right embedding"),
    "\u202b": N_("right-to-left embedding"),
    "\u202c": N_("end of the direction sign"),
    "\u202d": N_("left-to-right override"),
    "\u202e": N_("right-to-left override"),
    "\u2028": N_("line separator"),
    "\u2029": N_("paragraph separator"),
    "\u200b": N_("zero-width space"),
    "\ufeff": N_("zero-width no-break space"),
    "\u2060": N_("word joiner"),
    " ": N_("space"),
    "\u00a0": N_("no-break space"),
    "\u202f": N_("narrow no-break space"),
    "\u2009": N_("thin space"),
    "\u00ad": N_("soft hyphen"),
    "\u2011": N_("no-break hyphen"),
    ".": N_("full stop"),
    ",": N_("comma"),
    ";": N_("semicolon"),
    ":": N_("colon"),
    "!": N_("exclamation mark"),
    "?": N_("question mark"),
    "¡": N_("opening exclamation mark"),
    "¿": N_("opening question mark"),
    "«": N_("opening guillemet"),
    "»": N_("closing guillemet"),
    "“": N_("opening double quotation mark"),
    "”": N_("closing double quotation mark"),
    '"': N_("straight double quotation mark"),
    "‘": N_("opening single quotation mark"),
    "’": N_("apostrophe"),
    "'": N_("straight apostrophe"),
    "…": N_("ellipsis"),
    "-": N_("hyphen"),
    "–": N_("en dash"),
    "—": N_("em dash"),
    "(": N_("opening bracket"),
    ")": N_("closing bracket"),
    "/": N_("slash"),
    "\\": N_("backslash"),
    "<": N_("less-than sign"),
    ">": N_("greater-than sign"),
    "*": N_("asterisk"),
    "_": N_("underscore"),
    "%": N_("percent sign"),
    "œ": N_("o e ligature"),
    "æ": N_("a e ligature"),
    "ß": N_("sharp s"),
}  # fmt: skip
_MARKS = {
    "\u0300": N_("grave"),
    "\u0301": N_("acute"),
    "\u0302": N_("circumflex"),
    "\u0303": N_("tilde"),
    "\u0304": N_("macron"),
    "\u0306": N_("breve"),
    "\u0307": N_("dot above"),
    "\u0308": N_("diaeresis"),
    "\u030a": N_("ring"),
    "\u030c": N_("caron"),
    "\u0323": N_("dot below"),
    "\u0327": N_("cedilla"),
    "\u0328": N_("ogonek"),
}
_SPACES = "\u00a0\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff\u00ad\u2011\t\n"
_SPECIAL = re.compile(rf"[{_SPACES}]| {{2,}}|^ | $")
_SILENT = re.compile(rf"[{_SPACES}]")
_CONTEXT = 15


def name_character(character: str) -> str:
    """One character in words: `capital e acute`, `no-break space`, `opening guillemet`."""
    if character in _NAMES:
        return _(_NAMES[character])
    if character.isalpha():
        return _name_letter(character)
    if character in _MARKS:
        return _(_MARKS[character])
    if character.isalnum():
        return character
    return _name_by_number(character)


def _name_letter(character: str) -> str:
    lower = character.lower()
    parts = unicodedata.normalize("NFD", lower)
    base, marks = parts[0], parts[1:]
    if len(lower) == 1 and lower in _NAMES:
        named = _(_NAMES[lower])
    elif all(mark in _MARKS for mark in marks):
        named = " ".join((base, *(_(_MARKS[mark]) for mark in marks)))
    else:
        named = lower
    return _("capital {letter}").format(letter=named) if character != lower else named


def _name_by_number(character: str) -> str:
    known = unicodedata.name(character, "").lower()
    if known:
        return known
    if "\ud800" <= character <= "\udfff":
        return _("half a character")
    category = unicodedata.category(character)
    number = f"{ord(character):04X}"
    return (_("control sign {number}") if category == "Cc" else _("sign {number}")).format(number=number)


def spell(word: str) -> str:
    """A word letter by letter."""
    return ", ".join(name_character(character) for character in unicodedata.normalize("NFC", word))


def say_harmless(text: str) -> str:
    """A text as one line: line breaks, controls and signs that turn a line about are words in brackets."""
    said = UNSAFE.sub(lambda found: f"({name_character(found[0])})", text)
    return said.replace("\n", _(" (line break) "))


def say_silent(text: str) -> str:
    """The same with every kind of space but the plain one in words: what a repair puts in has to be heard."""
    return say_harmless(_SILENT.sub(lambda found: f" ({name_character(found[0])}) ", text))


def list_spaces(text: str) -> tuple[str, ...]:
    """Every space that is not a plain single one, with the words around it."""
    return tuple(_say_space(text, found) for found in _SPECIAL.finditer(text))


def _say_space(text: str, found: re.Match[str]) -> str:
    what = _name_run(found[0])
    before, after = _find_beside(text, found.start(), found.end())
    if not before and not after:
        return what
    if not before:
        return _("{space} at the beginning, before “{after}”").format(space=what, after=after)
    if not after:
        return _("{space} at the end, after “{before}”").format(space=what, before=before)
    return _("{space} between “{before}” and “{after}”").format(space=what, before=before, after=after)


def _name_run(run: str) -> str:
    return _("{count} spaces").format(count=len(run)) if len(run) > 1 else name_character(run)


def _find_beside(text: str, start: int, end: int) -> tuple[str, str]:
    before, after = text[max(0, start - _CONTEXT) : start].split(), text[end : end + _CONTEXT].split()
    return (before[-1] if before else ""), (after[0] if after else "")
