"""What is said of a sitting: how far one is in it, and what came of it."""

from math import ceil

from tms.tui.language import _, ngettext
from tms.values import Sitting


def name_budget(budget: int) -> str:
    """The time there is, as a person says it."""
    names = {5: _("five minutes"), 15: _("fifteen minutes"), 30: _("half an hour"), 60: _("an hour")}
    return names.get(budget, _("{minutes} minutes").format(minutes=budget))


def describe_place(sitting: Sitting) -> str:
    """Where one is: `2 of 5 of your fifteen minutes, about 9 min left`."""
    text = _("{number} of {total} of your {budget}, about {minutes} min left")
    return text.format(
        number=min(sitting.at + 1, len(sitting.pieces)),
        total=len(sitting.pieces),
        budget=name_budget(sitting.budget),
        minutes=ceil(sitting.minutes_left),
    )


def describe_end(sitting: Sitting) -> str:
    """What came of it."""
    done, total = len(sitting.done), len(sitting.pieces)
    if not done:
        return _("nothing done this time; it is all still here")
    text = ngettext(
        "{done} of {total} paragraph done, about {words} words",
        "{done} of {total} paragraphs done, about {words} words",
        total,
    )
    return text.format(done=done, total=total, words=sitting.words_done)
