"""What an article is about, said before it is opened."""

from dataclasses import dataclass

BETWEEN_LABELS = ", "


@dataclass(frozen=True, slots=True)
class Notice:
    """The labels of an article; until a person wants to see it, it is named by `title`, or by its `number`."""

    labels: tuple[str, ...]
    title: str = ""
    number: int = 0


def make_notice(label: str, title: str, number: int) -> Notice | None:
    """The notice of an article as it is stored: its labels with commas between; None where it has no label."""
    labels = tuple(word for word in (" ".join(part.split()) for part in label.split(",")) if word)
    return Notice(labels, title, number) if labels else None
