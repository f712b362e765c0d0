"""Marks around what is still in the source language, so that they live through serialising and rendering.

A private-use character makes the mark unmistakable. The bracket beside it is there for Markdown, which asks whether the
sign before `**` is a letter.
"""

START = "\ue0f0\u2e28"
END = "\u2e29\ue0f1"


def mark_untranslated(text: str) -> str:
    """A source text to be filled in for a missing translation; `write_html` shows it with its language."""
    return f"{START}{strip_marks(text)}{END}"


def strip_marks(text: str) -> str:
    """The text without marks."""
    return text.replace(START, "").replace(END, "")
