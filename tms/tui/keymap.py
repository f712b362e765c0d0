"""Which key does what: a map of the program's own, and over it what a person wrote into their config.toml."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from tms.tui.actions import ACTIONS, DIGITS, Action, Where, show_key
from tms.tui.language import N_, _

DEFAULT = "default"
MAPS = {DEFAULT: N_("Keys: default"), "omegat": N_("Keys: as in OmegaT"), "vim": N_("Keys: as in vim")}
COMMAND = "command"

Place = tuple[Where, str]
Keys = Mapping[Place, tuple[str, ...]]

_NAMED = {"enter", "escape", "tab", "space", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown"}
_NAMED |= {"up", "down", "left", "right"} | {f"f{number}" for number in range(1, 25)}
_MODIFIERS = frozenset({"ctrl", "alt", "shift", "super"})
# What a terminal sends for them is another key, so they would never arrive.
_SAME = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+[": "escape", "ctrl+h": "backspace"}
_TABLE = {(action.where, action.name): action for action in ACTIONS}


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys of every action; `command` has those of the state in which letters are commands, if a map has one."""

    name: str
    keys: Keys
    command: Keys = field(default_factory=dict)

    @property
    def is_modal(self) -> bool:
        """Whether letters can be commands."""
        return bool(self.command)

    def bind(self, action: Action) -> Action:
        """The action with its keys."""
        return replace(action, keys=self.keys.get((action.where, action.name), ()))

    def list_commands(self) -> tuple[Action, ...]:
        """The actions that letters stand for, with these letters as their keys."""
        return tuple(replace(_TABLE[place], keys=keys) for place, keys in self.command.items())


def load_keymap(
    name: str = DEFAULT, own: Mapping[str, object] | None = None, source: str = ""
) -> tuple[Keymap, tuple[str, ...]]:
    """A map with own changes over it, and a line for each of them that cannot be; `source` is the file they are in."""
    problems: list[str] = []
    if name not in MAPS:
        problems.append(
            _("{file}: there is no keymap “{name}”; there are {known}").format(
                file=source, name=name, known=", ".join(MAPS)
            )
        )
        name = DEFAULT
    keys, command = _load_shipped(name)
    if own:
        reader = _Own(dict(keys), dict(command), source, problems)
        reader.read(own)
        keys, command = reader.keys, reader.command
    return Keymap(name, keys, command), tuple(problems)


@cache
def _load_shipped(name: str) -> tuple[dict[Place, tuple[str, ...]], dict[Place, tuple[str, ...]]]:
    keys, command = ({}, {}) if name == DEFAULT else map(dict, _load_shipped(DEFAULT))
    text = (files("tms.tui") / "keymaps" / f"{name}.toml").read_text(encoding="utf-8")
    named: dict[Place, tuple[str, ...]] = {}
    for section, rows in tomllib.loads(text).items():
        for action, given in rows.items():
            if isinstance(given, dict):
                command = {find_place(section, one): tuple(keys_) for one, keys_ in given.items()}
            else:
                named[find_place(section, action)] = tuple(given)
    for place, given in named.items():
        for key in given:
            for loser in _holders(keys, place[0], key):
                keys[loser] = tuple(held for held in keys[loser] if not _clash(held, key))
    return keys | named, command


def find_place(section: str, name: str) -> Place:
    """The place of an action in the table; a command of a screen may also be of the text or of everywhere."""
    wheres = (Where(section), Where.TEXT, Where.ANYWHERE) if section == Where.DESK else (Where(section),)
    return next(place for where in wheres if (place := (where, name)) in _TABLE)


def _together(a: Where, b: Where) -> bool:
    """Whether the keys of both can be asked for at the same time."""
    return a is b or Where.ANYWHERE in (a, b) or {a, b} == {Where.DESK, Where.TEXT}


def _clash(a: str, b: str) -> bool:
    """Whether two keys are the same, or one is the beginning of the other."""
    one, other = a.split(" "), b.split(" ")
    length = min(len(one), len(other))
    return all(_meet(x, y) for x, y in zip(one[:length], other[:length], strict=True))


def _meet(a: str, b: str) -> bool:
    digits = (a if b == DIGITS else b) if DIGITS in (a, b) else ""
    return a == b or (len(digits) == 1 and digits in "123456789")


def _holders(keys: Keys, where: Where, key: str) -> Iterator[Place]:
    """The actions that have a key already, there where `where` is."""
    for place, held in keys.items():
        if _together(place[0], where) and any(_clash(one, key) for one in held):
            yield place


class _Own:
    """Reads `[keys]` of a config.toml; what is wrong is told, the rest holds."""

    def __init__(
        self,
        keys: dict[Place, tuple[str, ...]],
        command: dict[Place, tuple[str, ...]],
        source: str,
        problems: list[str],
    ) -> None:
        self.keys = keys
        self.command = command
        self.source = source
        self.problems = problems
        self._given: dict[Place, tuple[str, ...]] = {}

    def read(self, own: Mapping[str, object]) -> None:
        """Take over section by section."""
        known = ", ".join(Where)
        for section, rows in own.items():
            if section not in set(Where) or not isinstance(rows, Mapping):
                self._complain(section, "", _("there is no such screen; there are {known}").format(known=known))
                continue
            for name, given in rows.items():
                if name == COMMAND and isinstance(given, Mapping):
                    for one, keys in given.items():
                        self._read_command(section, one, keys)
                else:
                    self._read_action(section, name, given)
        self._take_over()

    def _read_action(self, section: str, name: str, given: object) -> None:
        place = (Where(section), name)
        if place not in _TABLE:
            names = [action.name for action in ACTIONS if action.where.value == section]
            near = ", ".join(get_close_matches(name, names, cutoff=0.5))
            said = (
                _("there is no such action; near it: {known}").format(known=near)
                if near
                else _("there is no such action")
            )
            self._complain(section, name, said)
            return
        keys = self._read_keys(section, name, given)
        if keys is not None:
            self._given[place] = keys

    def _read_command(self, section: str, name: str, given: object) -> None:
        try:
            place = find_place(section, name)
        except StopIteration:
            self._complain(f"{section}.{COMMAND}", name, _("there is no such action"))
            return
        keys = self._read_keys(f"{section}.{COMMAND}", name, given)
        if keys is not None and self.command:
            for held in tuple(self.command):
                self.command[held] = tuple(k for k in self.command[held] if not any(_clash(k, key) for key in keys))
            self.command[place] = keys

    def _read_keys(self, section: str, name: str, given: object) -> tuple[str, ...] | None:
        rows = [given] if isinstance(given, str) else given
        if not isinstance(rows, list) or not all(isinstance(row, str) for row in rows):
            self._complain(section, name, _('keys are a list: ["ctrl+s", "f7"]'))
            return None
        keys = []
        for row in rows:
            key = " ".join(_normalise(stroke) for stroke in row.split())
            fault = self._find_fault(section, name, key)
            if fault:
                self._complain(section, name, fault)
            else:
                keys.append(key)
        return tuple(keys) if keys or not rows else None

    def _find_fault(self, section: str, name: str, key: str) -> str:
        strokes = key.split(" ")
        for stroke in strokes:
            if stroke in _SAME:
                return _("“{key}” arrives as {other} in a terminal").format(key=stroke, other=_SAME[stroke])
            if not _is_stroke(stroke) and not (stroke == DIGITS and stroke is strokes[-1]):
                return _("there is no key “{key}”; keys are written ctrl+s, f7, ctrl+g x").format(key=stroke)
        held = _load_shipped(DEFAULT)[0].get((Where(section), name), ()) if "." not in section else ()
        if held and held[0].endswith(DIGITS) is not key.endswith(DIGITS):
            if held[0].endswith(DIGITS):
                return _("“{key}” has to end with 1-9: the number is told to the action").format(key=key)
            return _("“{key}” ends with 1-9, but the action needs no number").format(key=key)
        return ""

    def _take_over(self) -> None:
        """Let what the person wrote have its keys; who loses one and was not named is told."""
        taken: dict[Place, tuple[str, ...]] = {}
        for place, given in self._given.items():
            kept = []
            for key in given:
                rival = next(_holders(taken, place[0], key), None)
                if rival is None:
                    kept.append(key)
                else:
                    said = _("{key} is given to {name} already").format(key=show_key(key), name=_path(rival))
                    self._complain(*_names(place), said)
            taken[place] = tuple(kept)
        for place, given in taken.items():
            for key in given:
                for loser in tuple(_holders(self.keys, place[0], key)):
                    self.keys[loser] = tuple(held for held in self.keys[loser] if not _clash(held, key))
                    if loser not in self._given and loser != place:
                        self._tell_loser(place, key, loser)
        self.keys.update(taken)

    def _tell_loser(self, place: Place, key: str, loser: Place) -> None:
        said = _("{key} was a key of {name}, which has {rest} now").format(
            key=show_key(key),
            name=_path(loser),
            rest=", ".join(map(show_key, self.keys[loser])) or _("none"),
        )
        self._complain(*_names(place), said)

    def _complain(self, section: str, name: str, said: str) -> None:
        path = f"[keys.{section}] {name}".rstrip()
        self.problems.append(f"{self.source}: {path}: {said}")


def _names(place: Place) -> tuple[str, str]:
    return place[0].value, place[1]


def _path(place: Place) -> str:
    return ".".join(_names(place))


def _normalise(stroke: str) -> str:
    """`^S`, `Ctrl+S` and `Esc` are understood too; a single letter is taken as it is, small or great."""
    if len(stroke) == len("^S") and stroke[0] == "^":
        return f"ctrl+{stroke[1].lower()}"
    if len(stroke) == 1:
        return stroke
    low = stroke.lower()
    return {"esc": "escape", "return": "enter", "pgup": "pageup", "pgdn": "pagedown", "del": "delete"}.get(low, low)


def _is_stroke(stroke: str) -> bool:
    *modifiers, last = stroke.split("+") if not stroke.endswith("+") else [*stroke[:-1].split("+")[:-1], "+"]
    return set(modifiers) <= _MODIFIERS and (last in _NAMED or (len(last) == 1 and last.isprintable()))


# The map in use. Like the language it belongs to the one person before the one screen.
_in_use: Keymap | None = None


def use_keymap(keymap: Keymap) -> None:
    """From now on these are the keys."""
    global _in_use  # noqa: PLW0603 - texts that name a key are made in many places
    _in_use = keymap


def current_keymap() -> Keymap:
    """The map in use; the default one if none was chosen."""
    if _in_use is None:
        use_keymap(load_keymap()[0])
    return _in_use or load_keymap()[0]


def list_keys(where: Where | None = None, keymap: Keymap | None = None) -> tuple[Action, ...]:
    """The actions of one screen with those that are there everywhere, or all, each with its keys."""
    chosen = keymap or current_keymap()
    return tuple(chosen.bind(action) for action in ACTIONS if where is None or _together(action.where, where))


def key_of(where: Where, name: str) -> str:
    """The key of an action as people write it, for a text that names it; without one, the way by the palette."""
    keymap = current_keymap()
    keys = keymap.keys.get((where, name), ())
    if keys:
        return show_key(keys[0])
    palette = keymap.keys.get((Where.ANYWHERE, "command_palette"), ())
    return (
        f"{show_key(palette[0])} “{_(_TABLE[where, name].label)}”" if palette else f"“{_(_TABLE[where, name].label)}”"
    )
