"""Data categories of TBX: which of them are fields of ours, and how the others are called in `Term.extra`.

A category is called `kind.type` as DCA writes it ("descrip.context"), a second one of the same gets a number
("descrip.context 2"). What belongs to it follows under its name ("descrip.context/admin.source",
"xref.xGraphic/@target"); what stands at the concept or the language has that in front ("concept/admin.projectSubset").
Sources: ISO 30042:2008 and ISO 30042:2019 with the modules Min, Basic and Linguist.
"""

from functools import lru_cache

from tms.exchange.concept_ids import ORIGINAL_ID
from tms.exchange.term_words import read_no

CONCEPT, LANGUAGE, TERM = "concept", "language", "term"
PREFIXES = {CONCEPT: "concept/", LANGUAGE: "language/", TERM: ""}

KINDS = frozenset(
    (
        *("admin", "adminNote", "date", "descrip", "descripNote", "note", "ref"),
        *("termNote", "transac", "transacNote", "xref"),
    )
)
WITHOUT_TYPE = frozenset(("date", "note"))
GROUPS = {"adminGrp": "admin", "descripGrp": "descrip", "termNoteGrp": "termNote", "transacGrp": "transac"}
STRUCTURE = frozenset(("langSec", "langSet", "termSec", "tig", "ntig", "termGrp", "term"))
ATTRIBUTES = ("target", "datatype", "xml:lang")

SECTION_ID, TERM_ID = "@id", "term/@id"
OURS = "x-tms-"
EXTRA = f"{OURS}extra:"
STATUS_LABELS = ("termNote.administrativeStatus", "termNote.normativeAuthorization")

_KIND_OF_TYPE = {
    **dict.fromkeys(("customerSubset", "projectSubset", "source", "reading"), "admin"),
    "readingNote": "adminNote",
    **dict.fromkeys(("context", "definition", "subjectField", "reliabilityCode", "explanation", "example"), "descrip"),
    "crossReference": "ref",
    "transactionType": "transac",
    "responsibility": "transacNote",
    **dict.fromkeys(("externalCrossReference", "xGraphic"), "xref"),
}
_UNKNOWN_IN_GROUP = {"admin": "adminNote", "descrip": "descripNote", "termNote": "admin", "transac": "transacNote"}
_UNKNOWN_AT = {CONCEPT: "descrip", LANGUAGE: "descrip", TERM: "termNote"}

_FIELDS = {
    CONCEPT: {
        "descrip": "definition",
        "descrip.definition": "definition",
        "descrip.subjectField": "subject",
        "admin.source": "source",
        "note": "note",
    },
    LANGUAGE: {"descrip": "definition", "descrip.definition": "definition", "note": "note"},
    TERM: {
        "descrip.definition": "definition",
        "note": "note",
        "termNote.partOfSpeech": "part_of_speech",
        "termNote.grammaticalGender": "gender",
        "termNote.grammaticalNumber": "number",
        "termNote.termType": "type",
        **dict.fromkeys(STATUS_LABELS, "status"),
    },
}
_OUR_FIELDS = {
    CONCEPT: ("enforcement", "do-not-translate", "sensitive", "concept-type", "first-mention"),
    LANGUAGE: (),
    TERM: (
        *("part-of-speech", "gender", "number", "term-type"),
        *("form", "case-sensitive", "reason", "instead", "valid-from", "valid-to"),
    ),
}
_TRANSLATABLE = ("descrip.translatable", "descrip.Translation needed")

_SLOTS = (ORIGINAL_ID, PREFIXES[CONCEPT], PREFIXES[LANGUAGE], SECTION_ID, TERM_ID, "termNote.")
LAST_SLOT = len(_SLOTS)


def find_field(level: str, label: str, value: str) -> str:
    """The field of ours that a category is read into, "" where it stays an extra."""
    if level == CONCEPT and label in _TRANSLATABLE:
        return "untranslatable" if read_no(value) else ""
    return _find_field(level, label)


@lru_cache(maxsize=1_000)
def _find_field(level: str, label: str) -> str:
    kind, _, name = label.partition(".")
    if name.startswith(OURS):
        return name if name.removeprefix(OURS) in _OUR_FIELDS[level] else ""
    return _FIELDS[level].get("note" if kind == "note" else label, "")


@lru_cache(maxsize=1_000)
def make_label(name: str, category: str, level_or_group: str) -> str:
    """The label of an element by its local name and its type, in DCA and in DCT; "note" for a note of any type."""
    if name in KINDS:
        return name if name in WITHOUT_TYPE or not category else f"{name}.{category}"
    if name in _KIND_OF_TYPE:
        return f"{_KIND_OF_TYPE[name]}.{name}"
    unknown = _UNKNOWN_IN_GROUP.get(level_or_group) or _UNKNOWN_AT[level_or_group]
    return f"{unknown}.{name}"


def number_name(label: str, count: int) -> str:
    """The name of the second or a later category of the same label."""
    return label if count < 2 else f"{label} {count}"


@lru_cache(maxsize=1_000)
def find_slot(name: str) -> int:
    """Where in an entry an extra of this name stands, from the concept's id to what follows the notes of a term."""
    for slot, start in enumerate(_SLOTS):
        if name == start or (start[-1] in "/." and name.startswith(start)):
            return slot
    return LAST_SLOT
