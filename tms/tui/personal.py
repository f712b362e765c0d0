"""What is one person's own in a workspace: opened, put off, agreed to be seen; in the habits, never shared."""

from datetime import date
from typing import TYPE_CHECKING, Any

from tms.tui.habits import Habits
from tms.tui.language import _
from tms.values import BETWEEN_LABELS, Notice

if TYPE_CHECKING:
    from textual.app import App

    from tms.values import Sitting

MOST_RECENT = 20
MOST_UNSENT = 50
_OFF = "content notices off"


class Personal:
    """Habits of one person in one workspace; `sitting` is the set of paragraphs that is being worked through."""

    def __init__(self, habits: Habits, workspace: str) -> None:
        self.habits = habits
        self.workspace = workspace
        self.sitting: Sitting | None = None

    def _read(self, name: str) -> Any:
        kept = self.habits.get(name, {})
        return kept.get(self.workspace) if isinstance(kept, dict) else None

    def _write(self, name: str, value: Any) -> None:
        kept = self.habits.get(name, {})
        self.habits.put(name, {**(kept if isinstance(kept, dict) else {}), self.workspace: value})

    def _read_words(self, name: str) -> list[str]:
        kept = self._read(name)
        return [one for one in kept if isinstance(one, str)] if isinstance(kept, list) else []

    # What was opened.

    def note_opened(self, ref: str, language: str) -> None:
        """Remember that an article was opened in a language."""
        place = f"{ref} {language}"
        earlier = [one for one in self._read_words("recent") if one != place]
        self._write("recent", [place, *earlier][:MOST_RECENT])

    def list_recent(self) -> list[tuple[str, str]]:
        """Articles and languages that were opened, the last one first."""
        places = [one.rpartition(" ") for one in self._read_words("recent")]
        return [(ref, language) for ref, _space, language in places if ref]

    # What was typed in a dialog and not sent.

    def find_unsent(self, place: str) -> str:
        """What was typed in a dialog that was never answered, "" for nothing."""
        kept = self._read("unsent")
        text = kept.get(place, "") if isinstance(kept, dict) else ""
        return text if isinstance(text, str) else ""

    def keep_unsent(self, place: str, text: str) -> None:
        """Remember what is typed in a dialog, or forget it where it is empty."""
        kept = self._read("unsent")
        others = {name: one for name, one in kept.items() if name != place} if isinstance(kept, dict) else {}
        self._write("unsent", dict([*others.items(), *([(place, text)] if text else [])][-MOST_UNSENT:]))

    # What was put off.

    def put_off(self, place: str, today: date) -> None:
        """Not this one, today."""
        self._write("put off", {"day": today.isoformat(), "places": sorted({*self.list_put_off(today), place})})

    def take_back(self, place: str, today: date) -> None:
        """This one after all."""
        self._write("put off", {"day": today.isoformat(), "places": sorted(self.list_put_off(today) - {place})})

    def list_put_off(self, today: date) -> frozenset[str]:
        """What was put off today; tomorrow it is back in its place."""
        kept = self._read("put off")
        if not isinstance(kept, dict) or kept.get("day") != today.isoformat():
            return frozenset()
        return frozenset(str(place) for place in kept.get("places", ()))

    # What was agreed to.

    @property
    def wants_notices(self) -> bool:
        """Whether a labelled article is announced first."""
        return not self.habits.get(_OFF, False)

    def set_notices(self, *, are_on: bool) -> None:
        """Announce labelled articles, or never; turned on again, every one is announced anew."""
        self.habits.put(_OFF, not are_on)
        if are_on:
            self._write("seen", [])

    def agree(self, ref: str) -> None:
        """From now on this article is shown as it is."""
        self._write("seen", sorted({*self._read_words("seen"), ref}))

    def is_hidden(self, ref: str, notice: Notice | None) -> bool:
        """Whether an article is shown under a neutral title and with nothing of its text."""
        return notice is not None and self.wants_notices and ref not in self._read_words("seen")

    def title_of(self, ref: str, title: str, notice: Notice | None) -> str:
        """The title of an article, or the neutral one."""
        return neutral_title(notice) if notice is not None and self.is_hidden(ref, notice) else title


def neutral_title(notice: Notice) -> str:
    """What a labelled article is called as long as a person has not agreed to see it."""
    if notice.title:
        return notice.title
    named = _("Article {number}, content notice: {labels}")
    return named.format(number=notice.number, labels=BETWEEN_LABELS.join(notice.labels))


def personal_of(app: "App[Any]") -> Personal:
    """What is the person's own in this application."""
    found = getattr(app, "personal", None)
    return found if isinstance(found, Personal) else Personal(Habits(), "")
