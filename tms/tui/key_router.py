"""From keys to actions: single keys and sequences after a prefix, of one screen."""

from collections.abc import Iterable
from dataclasses import dataclass

from tms.tui.actions import DIGITS, Action


@dataclass(frozen=True, slots=True)
class Routed:
    """What a key meant: an action, the middle of a sequence, or the end of one that means nothing."""

    action: Action | None = None
    argument: int | None = None
    is_pending: bool = False


class KeyRouter:
    """Knows which keys were pressed of a sequence that is not complete yet."""

    def __init__(self, actions: Iterable[Action]) -> None:
        self.actions = tuple(actions)
        self.pending: tuple[str, ...] = ()
        self._by_keys: dict[tuple[str, ...], tuple[Action, int | None]] = {}
        for action in self.actions:
            for keys in action.keys:
                self._add(action, tuple(keys.split(" ")))
        self._prefixes = {keys[:length] for keys in self._by_keys for length in range(1, len(keys))}

    def _add(self, action: Action, keys: tuple[str, ...]) -> None:
        if keys[-1] != DIGITS:
            self._by_keys[keys] = (action, None)
            return
        for digit in range(1, 10):
            self._by_keys[(*keys[:-1], str(digit))] = (action, digit)

    def feed(self, key: str, character: str | None) -> Routed | None:
        """What this key means after the ones before it; None if it is nobody's."""
        name = character if character and character.isprintable() and character != " " else key
        pressed = (*self.pending, name)
        was_pending = bool(self.pending)
        if was_pending and pressed not in self._by_keys and pressed not in self._prefixes:
            # Ctrl may still be held down from the prefix: ^G ^S is ^G s.
            pressed = (*self.pending, name.removeprefix("ctrl+"))
        if pressed in self._prefixes:
            self.pending = pressed
            return Routed(is_pending=True)
        self.pending = ()
        if pressed in self._by_keys:
            return Routed(*self._by_keys[pressed])
        return Routed() if was_pending else None

    def list_continuations(self) -> tuple[tuple[str, Action], ...]:
        """The keys that may follow, each with its action."""
        depth = len(self.pending)
        found = []
        for action in self.actions:
            for keys in action.keys:
                parts = tuple(keys.split(" "))
                if depth and len(parts) > depth and parts[:depth] == self.pending:
                    found.append((" ".join(parts[depth:]), action))
        return tuple(found)
