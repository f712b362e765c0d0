"""docs/keys.md, made from the table of actions and the keymaps."""

from collections.abc import Iterator

from tms.tui.actions import ACTIONS, WHERE_TITLES, Action, Where, show_key
from tms.tui.keymap import DEFAULT, MAPS, Keymap, load_keymap

# Of the text area of the library; what a map takes of it is worked out, so the keys stand as data.
TEXT_AREA_KEYS = {
    "ctrl+a": "to the beginning of the line",
    "ctrl+e": "to the end of the line",
    "ctrl+w": "delete the word before",
    "ctrl+u": "delete to the beginning of the line",
    "ctrl+k": "delete to the end of the line",
    "ctrl+d": "delete the letter under the cursor",
    "ctrl+x": "cut",
    "ctrl+c": "copy",
    "ctrl+v": "paste",
    "ctrl+z": "undo",
    "ctrl+y": "redo",
    "enter": "new line",
    "pageup": "a page of the text up",
    "pagedown": "a page of the text down",
    "f6": "select the line",
    "f7": "select all",
}

_HEAD = """# Keys

Made from the table in `tms/tui/actions.py` and the maps in `tms/tui/keymaps/`. `^S` is Ctrl+S; `^G s` is Ctrl+G,
then s. Where two keys are given, the second is another way to the same. `F1` shows the keys of the map in use.

There are three maps: `default`, `omegat` and `vim`. The palette changes them ("Keys: …"), or `keymap = "omegat"` in
your `config.toml`, where own keys go too: see [preferences](preferences.md).
"""

_TEXT = """
## In the text

The text area has keys of its own: arrows, `Home`, `End`, {keys}.
`↑` on the first line and `↓` on the last go to the paragraph before and after. `^J` arrives as a line feed: if it
comes with a pasted text it is taken as a line end and confirms nothing.
"""


def render_keys_markdown() -> str:
    """The default map in full, then what the others do otherwise."""
    default, _ = load_keymap()
    order = (Where.ANYWHERE, Where.ARTICLES, *(w for w in WHERE_TITLES if w not in (Where.ANYWHERE, Where.ARTICLES)))
    lines = [_HEAD.rstrip()]
    for where in order:
        actions = [default.bind(action) for action in ACTIONS if action.where is where and where is not Where.TEXT]
        if actions:
            lines += ["", f"## {WHERE_TITLES[where]}", "", "| key | does | when |", "|---|---|---|"]
            lines += [f"| {_show(a)} | {a.label} | {a.when.value} |" for a in actions]
    keys = ", ".join(f"`{show_key(key)}` ({does})" for key, does in TEXT_AREA_KEYS.items())
    lines.append(_TEXT.format(keys=keys).rstrip())
    for name in MAPS:
        if name != DEFAULT:
            lines += ["", *_describe_map(default, load_keymap(name)[0])]
    return "\n".join(lines) + "\n"


def _describe_map(default: Keymap, keymap: Keymap) -> Iterator[str]:
    yield f"## The map `{keymap.name}`"
    yield ""
    yield "What it does otherwise than `default`; `-` is a key that an action has no longer."
    yield ""
    yield "| on | does | keys | in `default` |"
    yield "|---|---|---|---|"
    for action in ACTIONS:
        before, after = default.bind(action), keymap.bind(action)
        if before.keys != after.keys:
            yield f"| {WHERE_TITLES[action.where]} | {action.label} | {_show(after)} | {_show(before)} |"
    given_up = list_given_up(keymap)
    if given_up:
        said = ", ".join(f"`{show_key(key)}` ({TEXT_AREA_KEYS[key]})" for key in given_up)
        yield ""
        yield f"Keys of the text area that it takes for something else: {said}."
    if keymap.is_modal:
        yield ""
        yield "After `Esc`, in the text, letters are commands. The status line says `command` or `typing`."
        yield ""
        yield "| key | does |"
        yield "|---|---|"
        for action in keymap.list_commands():
            yield f"| {_show(action)} | {action.label} |"


def list_given_up(keymap: Keymap) -> tuple[str, ...]:
    """Keys of the text area that mean something else on the desk in this map."""
    of_the_text = {"undo": ("ctrl+z",), "redo": ("ctrl+y",)}
    taken = {
        key
        for (where, name), keys in keymap.keys.items()
        if where in (Where.DESK, Where.TEXT, Where.ANYWHERE)
        for key in keys
        if key not in of_the_text.get(name, ())
    }
    return tuple(key for key in TEXT_AREA_KEYS if key in taken)


def _show(action: Action) -> str:
    return ", ".join(f"`{show_key(key)}`" for key in action.keys) or "-"
