"""A title for an article that has no heading."""

MAX_TITLE = 80


def shorten_title(text: str) -> str:
    """The first words of a text, at most 80 characters, with an ellipsis where words were left out."""
    words = " ".join(text.split())
    if len(words) <= MAX_TITLE:
        return words
    cut = words[:MAX_TITLE].rpartition(" ")[0] or words[: MAX_TITLE - 1]
    return f"{cut}…"
