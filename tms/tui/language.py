"""The language that the interface speaks: every word a person reads on the screen passes here."""

import gettext
from collections.abc import Mapping
from importlib.resources import files

LANGUAGES = {"en": "English", "fr": "Français", "es": "Español"}
ENGLISH = "en"

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_language = ENGLISH


def _(text: str) -> str:
    """A text of ours in the language of the interface."""
    return _catalogue.gettext(text) if text else ""


def ngettext(one: str, many: str, count: int) -> str:
    """The same for a number of things: `ngettext("{count} term", "{count} terms", n).format(count=n)`."""
    return _catalogue.ngettext(one, many, count)


def N_(text: str) -> str:  # noqa: N802 - gettext's name for a text that is translated where it is shown
    """Mark a constant: it is read before the language is known, and `_` is asked when it is shown."""
    return text


def find_language(environ: Mapping[str, str]) -> str:
    """The first language of the environment that the interface speaks; English where there is none."""
    said = next((environ[name] for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    for one in said.split(":"):
        code = one.replace("-", "_").split("_")[0].split(".")[0].casefold()
        if code in LANGUAGES:
            return code
        if code in ("c", "posix"):
            break
    return ENGLISH


def use_language(code: str) -> None:
    """From now on the interface speaks this language."""
    global _catalogue, _language  # noqa: PLW0603 - as gettext.install: one program, one person, one language
    _language = code
    _catalogue = gettext.NullTranslations()
    if code != ENGLISH:
        with (files("tms") / "locale" / code / "LC_MESSAGES" / "tms.mo").open("rb") as file:
            _catalogue = gettext.GNUTranslations(file)


def current_language() -> str:
    """The language that the interface speaks now."""
    return _language
