"""The tour of five steps: what is shown to a newcomer, what has to be done before the next, how far one is."""

from dataclasses import dataclass

from tms.tui.actions import DIGITS, Where, show_key
from tms.tui.habits import Habits
from tms.tui.keymap import key_of
from tms.tui.language import N_, _

NO_BREAK = "\u00a0"
OVER = "over"
_KEPT = "tour"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its text, where it is done, and the deeds of which any does it; `keys` are those that it names."""

    name: str
    text: str
    where: Where
    deeds: frozenset[str]
    keys: tuple[str, ...]


STEPS = (
    Step(
        "open",
        N_("What is most urgent stands first. {open} opens it."),
        Where.HOME,
        frozenset(),
        ("open",),
    ),
    Step(
        "stale",
        N_("The English changed: below is how. {accept} takes what is proposed; {still_valid}: my text still holds."),
        Where.DESK,
        frozenset({"accept", "still_valid"}),
        ("accept", "still_valid"),
    ),
    Step(
        "confirm",
        N_("Type: every letter is kept at once. {confirm_next} confirms the text and goes on to the next to do."),
        Where.DESK,
        frozenset({"confirm_next", "accept_draft"}),
        ("confirm_next",),
    ),
    Step(
        "match",
        N_("Something like this was translated before: see Matches. {insert_match} puts it in; then make it fit."),
        Where.DESK,
        frozenset({"insert_match", "insert_first_match", "replace_with_match"}),
        ("insert_match",),
    ),
    Step(
        "keys",
        N_("{help} shows all keys, Esc comes back. Your work is kept in {folder}; {quit} leaves at any time."),
        Where.ANYWHERE,
        frozenset({"help", "keys"}),
        ("help", "quit"),
    ),
)


class Tour:
    """How far one is; remembered, so that it goes on where it was left off and does not come twice."""

    def __init__(self, habits: Habits, folder: str, *, is_offered: bool) -> None:
        self.habits = habits
        self.folder = folder
        self.is_offered = is_offered

    @property
    def number(self) -> int | None:
        """Which step it is, from 0; None where there is no tour, or no more."""
        kept = self.habits.get(_KEPT)
        if not self.is_offered or kept == OVER:
            return None
        return next((number for number, step in enumerate(STEPS) if step.name == kept), 0)

    @property
    def step(self) -> Step | None:
        """The step that one is at."""
        number = self.number
        return None if number is None else STEPS[number]

    def note(self, deed: str, where: Where) -> bool:
        """Take in what was done on a screen; whether that was the step."""
        step = self.step
        is_done = step is not None and deed in step.deeds and step.where in (where, Where.ANYWHERE)
        if is_done:
            self.go_on()
        return is_done

    def arrive(self, where: Where) -> None:
        """The first step is done by who stands at a desk."""
        if self.number == 0 and where is Where.DESK:
            self.go_on()

    def go_on(self) -> None:
        """On to the next step, or to the end."""
        number = self.number
        if number is not None:
            self.habits.put(_KEPT, STEPS[number + 1].name if number + 1 < len(STEPS) else OVER)

    def leave(self) -> None:
        """No more of it."""
        self.habits.put(_KEPT, OVER)

    def begin(self) -> None:
        """From the first step."""
        self.habits.put(_KEPT, STEPS[0].name)

    def describe(self, where: Where) -> tuple[str, str, str]:
        """Which step, what to do, and how to go past it, as seen from a screen."""
        number = self.number or 0
        step = STEPS[number]
        title = _("Tour, {number} of {total}:").format(number=number + 1, total=len(STEPS))
        names = {name: _show(step.where, name) for name in step.keys}
        if step.where is Where.ANYWHERE:
            names = {name: key_of(Where.ANYWHERE, name) for name in step.keys}
        text = _(step.text).format(folder=self.folder, **names)
        if step.where not in (where, Where.ANYWHERE):
            away = {
                Where.HOME: _("it begins at Home; Esc leads back there."),
                Where.DESK: _("it goes on at the desk; {open} at Home opens what is next."),
            }
            text = away[step.where].format(open=_show(Where.HOME, "open"))
        past = (_show(Where.ANYWHERE, "tour_next"), _("next")), (_show(Where.ANYWHERE, "tour_leave"), _("no tour"))
        return title, text, "  ".join(f"{key} {word}".replace(" ", NO_BREAK) for key, word in past)


def _show(where: Where, name: str) -> str:
    """The key of an action; of one that takes a number, with the first."""
    return key_of(where, name).replace(show_key(DIGITS), "1")
