"""What a workspace remembers between calls; everything in here can be computed again."""

import threading
from dataclasses import dataclass, field

from tms.checks import Folded, Uses
from tms.glossary import Piece, TermIndex
from tms.memory import MemoryIndex
from tms.store.journal import Owner
from tms.values import CheckContext, Concept, Finding, Spot
from tms.workflow.word_list import WordList


@dataclass(slots=True)
class Caches:
    """The memory and term indexes with the stamp they were built for, and findings by the hash of their texts.

    `read` are the terms of a text, `pieces` those of a whole article in one language, with the stamp of its texts.
    `words` are the word lists, `contexts` all that a project brings to its checks, `uses` its translations in one
    language, each with the stamp of what they were made from; `folds` is what texts say,
    folded, and `grammar` what a server says of a text; `word_counts` are those of a segment in a wording.
    `owner` is whose lines in the journal are mine.
    """

    lock: threading.RLock = field(default_factory=threading.RLock)
    memory_stamp: tuple[int, ...] = ()
    memory: MemoryIndex | None = None
    concepts: tuple[Concept, ...] = ()
    terms: TermIndex | None = None
    terms_stamp: tuple[str, ...] = ()
    findings: dict[tuple[str, ...], tuple[Finding, ...]] = field(default_factory=dict)
    read: dict[tuple[str, ...], Piece] = field(default_factory=dict)
    pieces: dict[tuple[int, str], tuple[object, tuple[tuple[str, Piece], ...]]] = field(default_factory=dict)
    words: dict[tuple[int, str], tuple[object, WordList | None]] = field(default_factory=dict)
    uses: dict[tuple[int, str], tuple[object, Uses]] = field(default_factory=dict)
    contexts: dict[tuple[int, str], tuple[object, CheckContext]] = field(default_factory=dict)
    folds: dict[int, Folded] = field(default_factory=dict)
    owner: Owner | None = None
    grammar: dict[tuple[str, str], tuple[Spot, ...]] = field(default_factory=dict)
    word_counts: dict[tuple[int, int], int] = field(default_factory=dict)

    def forget_terms(self) -> None:
        """The glossary changed: terms and all that was found with them are computed anew."""
        with self.lock:
            self.terms = None
            self.findings.clear()
            self.read.clear()
            self.pieces.clear()
