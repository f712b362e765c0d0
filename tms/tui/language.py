"""The language that the interface speaks: every word a person reads on the screen passes here."""

import gettext

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def _(text: str) -> str:
    """A text of ours in the language of the interface."""
    return _catalogue.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """The same for a number of things: `ngettext("{count} term", "{count} terms", n).format(count=n)`."""
    return _catalogue.ngettext(one, many, count)


def N_(text: str) -> str:  # noqa: N802 - gettext's name for a text that is translated where it is shown
    """Mark a constant: it is read before the language is known, and `_` is asked when it is shown."""
    return text
