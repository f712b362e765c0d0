"""A record of what was published: which text, made from which, approved by whom, paragraph by paragraph."""

from collections.abc import Iterable
from dataclasses import dataclass

from tms.text.normalize import hash_text
from tms.values import State


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """A paragraph as it is published; `reviewer` is a pen name, "" where there was none."""

    key: str
    source: str
    target: str | None
    state: State
    reviewer: str = ""


def build_manifest(article: str, language: str, entries: Iterable[ManifestEntry]) -> dict[str, object]:
    """The manifest of an article (`project/slug`) in a language, ready for JSON; hashes are SHA-256 of the texts."""
    return {
        "article": article,
        "language": language,
        "paragraphs": [
            {
                "key": entry.key,
                "source_hash": hash_text(entry.source),
                "target_hash": None if entry.target is None else hash_text(entry.target),
                "state": entry.state.value,
                "reviewer": entry.reviewer or None,
            }
            for entry in entries
        ],
    }
