"""Where the extras of a term go in TBX: what was read from there back to its place, all else into private categories.

An extra is put to its place only if reading the file gives it again, under its name and after the ones before it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tms.exchange.concept_ids import ORIGINAL_ID, make_concept_id
from tms.exchange.tbx_names import (
    ATTRIBUTES,
    CONCEPT,
    EXTRA,
    GROUPS,
    LANGUAGE,
    LAST_SLOT,
    PREFIXES,
    SECTION_ID,
    STATUS_LABELS,
    TERM,
    TERM_ID,
    WITHOUT_TYPE,
    find_field,
    find_slot,
)
from tms.exchange.tbx_values import is_usual_status
from tms.exchange.term_words import read_status
from tms.exchange.xml import escape_attribute, escape_text
from tms.values import Concept, Term

_GROUP_OF = {kind: group for group, kind in GROUPS.items()}
_KINDS_AT = {
    CONCEPT: ("admin", "descrip", "ref", "transac", "xref"),
    LANGUAGE: ("admin", "descrip", "ref", "transac", "xref"),
    TERM: ("admin", "descrip", "ref", "transac", "xref", "termNote"),
}

Pairs = Sequence[tuple[str, str]]
Members = Mapping[str, frozenset[str]]


@dataclass(slots=True)
class Placed:
    """The extras of a term by place; `ids` are those of the concept, the section and the term, by the extra's name."""

    concept: list[str] = field(default_factory=list)
    language: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict)
    has_status: bool = False


def write_element(label: str, value: str, attributes: Pairs = ()) -> str:
    """An element of a label such as "descrip.context"."""
    kind, _, category = label.partition(".")
    pairs = (("type", category), *attributes) if category else attributes
    said = "".join(f' {name}="{escape_attribute(text)}"' for name, text in pairs)
    return f"<{kind}{said}>{escape_text(value)}</{kind}>"


def place_extras(concept: Concept, place: int, members: Members) -> Placed:
    """The extras of a concept's term, as elements; `members` says what each kind of element may have in its group."""
    return _Placing(concept, place, members).place()


class _Placing:
    """Puts the extras of one term to their places, in the order of the file that they go to."""

    def __init__(self, concept: Concept, place: int, members: Members) -> None:
        self._concept = concept
        self._term: Term = concept.terms[place]
        self._is_first = place == 0
        self._opens_language = place == 0 or concept.terms[place - 1].language != self._term.language
        self._members = members
        self._placed = Placed()
        self._slot = 0
        self._counts: Counter[str] = Counter()
        self._statuses = 0

    def place(self) -> Placed:
        """All extras of the term."""
        extra = self._term.extra
        at = 0
        while at < len(extra):
            used = self._place_native(extra, at)
            if not used:
                name, value = extra[at]
                self._placed.rest.append(write_element(f"admin.{EXTRA}{name}", value))
                self._slot = LAST_SLOT
            at += used or 1
        return self._placed

    def _place_native(self, extra: Pairs, at: int) -> int:
        """How many extras from here on an element of TBX has taken, 0 where it cannot say them."""
        name, value = extra[at]
        slot = find_slot(name)
        if slot < self._slot:
            return 0
        if name in (ORIGINAL_ID, SECTION_ID, TERM_ID):
            return self._place_id(name, value, slot)
        label = _find_label(name, self._counts)
        level = next(level for level in (CONCEPT, LANGUAGE, TERM) if name.startswith(PREFIXES[level]))
        local = label.removeprefix(PREFIXES[level])
        if not label or not self._can_stand(level, local, value):
            return 0
        text, used = _write_item(extra, at, local, self._members)
        if used:
            self._slot = slot
            self._counts[label] += 1
            self._note_status(local, value)
            self._get_list(level, local).append(text)
        return used

    def _place_id(self, name: str, value: str, slot: int) -> int:
        is_stale = name == ORIGINAL_ID and (not self._is_first or make_concept_id(value) != self._concept.id)
        if is_stale or not value or name in self._placed.ids:
            return 0
        self._placed.ids[name] = value
        self._slot = slot
        return 1

    def _can_stand(self, level: str, local: str, value: str) -> bool:
        if (level == CONCEPT and not self._is_first) or (level == LANGUAGE and not self._opens_language):
            return False
        kind, _, category = local.partition(".")
        if kind not in _KINDS_AT[level] or not category or "/" in local or category.startswith(EXTRA):
            return False
        name = find_field(level, local, value)
        is_other_definition = name == "definition" and level != CONCEPT and bool(self._concept.definition)
        return not name or name == "status" or is_other_definition

    def _note_status(self, local: str, value: str) -> None:
        """A status that says more than ours stands in its place; any other one comes after it and decides nothing."""
        if local in STATUS_LABELS:
            is_ours = read_status(value) is self._term.status and not is_usual_status(local, value)
            self._placed.has_status |= is_ours and not self._statuses
            self._statuses += 1

    def _get_list(self, level: str, local: str) -> list[str]:
        if level == TERM:
            return self._placed.notes if local.startswith("termNote.") else self._placed.rest
        return self._placed.concept if level == CONCEPT else self._placed.language


def _find_label(name: str, counts: Counter[str]) -> str:
    """The label of which this is the name of the next one, "" where there is none."""
    stem, _, number = name.rpartition(" ")
    if counts[stem] and number == str(counts[stem] + 1):
        return stem
    return "" if counts[name] else name


def _write_item(pairs: Pairs, at: int, label: str, members: Members) -> tuple[str, int]:
    """An element, in its group where it has members, and how many pairs it took; 0 where it would not be read again."""
    name, value = pairs[at]
    after = at + 1
    attributes: list[tuple[str, str]] = []
    while after < len(pairs) and pairs[after][0] in _list_free(name, attributes):
        attributes.append((pairs[after][0].removeprefix(f"{name}/@"), pairs[after][1]))
        after += 1
    if not value and not attributes:
        return "", 0
    kind = label.partition(".")[0]
    inside, after = _write_members(pairs, after, name, kind, members)
    text = write_element(label, value, attributes) + "".join(inside)
    if inside or kind == "transac":
        text = f"<{_GROUP_OF[kind]}>{text}</{_GROUP_OF[kind]}>"
    return text, after - at


def _list_free(name: str, attributes: Pairs) -> list[str]:
    """The names of the attributes that an element does not have yet."""
    taken = [attribute for attribute, _ in attributes]
    return [f"{name}/@{attribute}" for attribute in ATTRIBUTES if attribute not in taken]


def _write_members(pairs: Pairs, after: int, name: str, kind: str, members: Members) -> tuple[list[str], int]:
    """The members of an element that follow it among the pairs, and where they end."""
    written: list[str] = []
    counts: Counter[str] = Counter()
    while after < len(pairs) and pairs[after][0].startswith(f"{name}/"):
        label = _find_label(pairs[after][0].removeprefix(f"{name}/"), counts)
        member, _, category = label.partition(".")
        has_type = bool(category) is (member not in WITHOUT_TYPE)
        if member not in members.get(kind, ()) or not has_type or "/" in label:
            break
        text, used = _write_item(pairs, after, label, members)
        if not used:
            break
        counts[label] += 1
        written.append(text)
        after += used
    return written, after
