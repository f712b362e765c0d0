"""What the categories of a TBX entry say, as a concept and its terms."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter

from tms.exchange.tbx_items import Item
from tms.exchange.tbx_names import (
    CONCEPT,
    EXTRA,
    LAST_SLOT,
    OURS,
    PREFIXES,
    STATUS_LABELS,
    TERM,
    find_field,
    find_slot,
    number_name,
)
from tms.exchange.term_problems import refuse
from tms.exchange.term_words import read_gender, read_number, read_part_of_speech, read_status, read_word, read_yes
from tms.values import Concept, ConceptType, Severity, Term, TermStatus

NO_ENFORCEMENT = "off"
_ENFORCEMENTS: dict[str, Severity | None] = {**{one.value: one for one in Severity}, NO_ENFORCEMENT: None}
_Pairs = Iterable[tuple[str, str]]


@dataclass(slots=True)
class Sayings:
    """The texts of each field in the order of the file, and the extras with their slots."""

    fields: dict[str, list[str]] = field(default_factory=dict)
    extras: list[tuple[int, str, str]] = field(default_factory=list)

    def say(self, name: str, value: str) -> None:
        """Add a text to a field."""
        self.fields.setdefault(name, []).append(value)

    def keep(self, pairs: _Pairs) -> None:
        """Add extras."""
        self.extras.extend((find_slot(name), name, value) for name, value in pairs)

    def merge(self, other: "Sayings") -> None:
        """Add what another says after this."""
        for name, values in other.fields.items():
            self.fields.setdefault(name, []).extend(values)
        self.extras.extend(other.extras)

    def join(self, name: str, separator: str) -> str:
        """All texts of a field, each of them once."""
        values = self.fields.get(name, ())
        return separator.join(dict.fromkeys(values)) if values else ""

    def get(self, name: str) -> str:
        """The first text of one of our own fields, "" where there is none."""
        return self.fields.get(f"{OURS}{name}", [""])[0]

    def choose(self, name: str, ours: str, read: Callable[[str], str], separator: str) -> str:
        """What our own field says, or else the texts of a standard one in our words."""
        if f"{OURS}{ours}" in self.fields:
            return self.get(ours)
        return separator.join(dict.fromkeys(map(read, self.fields[name]))) if name in self.fields else ""

    def list_extras(self) -> tuple[tuple[str, str], ...]:
        """The extras in the order in which an entry has them."""
        return tuple((name, value) for _, name, value in sorted(self.extras, key=itemgetter(0)))


def spell_status(status: TermStatus) -> str:
    """A status as TBX spells it."""
    return f"{status.value}Term-admn-sts"


_USUAL_STATUSES = frozenset(map(spell_status, TermStatus))


def is_usual_status(label: str, value: str) -> bool:
    """Whether a status says no more than ours does: "supersededTerm-admn-sts" is more than deprecated."""
    return label == STATUS_LABELS[0] and value in _USUAL_STATUSES


def read_sayings(level: str, items: Iterable[Item]) -> Sayings:
    """What the items of a concept, a language or a term say."""
    said = Sayings()
    counts: Counter[str] = Counter()
    for item in items:
        name = find_field(level, item.label, item.value)
        category = item.label.partition(".")[2]
        if level == TERM and category.startswith(EXTRA):
            said.extras.append((LAST_SLOT, category.removeprefix(EXTRA), item.value))
            continue
        is_first = name not in said.fields
        is_kept = not name or (name == "definition" and level != CONCEPT)
        if not is_kept and item.value:
            said.say(name, item.value)
        if is_kept or (name == "status" and not (is_first and is_usual_status(item.label, item.value))):
            label = PREFIXES[level] + item.label
            counts[label] += 1
            said.keep(item.list_pairs(number_name(label, counts[label])))
        else:
            _say_members(said, name, f"{PREFIXES[level]}{item.label}", item.members)
    return said


def _say_members(said: Sayings, name: str, label: str, members: _Pairs) -> None:
    """Keep what is said of a field: the source of a definition is that of the concept."""
    for path, value in members:
        if name == "definition" and path == "admin.source":
            said.say("source", value)
        elif not path.startswith("@"):
            said.keep([(f"{label}/{path}", value)])


def make_term(language: str, text: str, status: TermStatus, said: Sayings) -> Term:
    """The term; raises UnusableError."""
    return Term(
        language,
        text,
        status,
        tuple(said.fields.get(f"{OURS}form", ())),
        part_of_speech=said.choose("part_of_speech", "part-of-speech", read_part_of_speech, ", "),
        gender=said.choose("gender", "gender", read_gender, "/"),
        number=said.choose("number", "number", read_number, ", "),
        type=said.choose("type", "term-type", read_word, ", "),
        case_sensitive=read_yes(said.get("case-sensitive")),
        note=said.join("note", "\n"),
        reason=said.get("reason"),
        replacement=said.get("instead"),
        valid_from=_read_date(said, "valid-from"),
        valid_to=_read_date(said, "valid-to"),
        extra=said.list_extras(),
    )


def find_status(said: Sayings) -> TermStatus | None:
    """The status that is said, None for none; raises UnusableError for an unknown one."""
    if "status" not in said.fields:
        return None
    value = said.fields["status"][0]
    status = read_status(value)
    if status is None:
        known = ", ".join(map(spell_status, TermStatus))
        refuse(0, f"the status is '{value}'", f"known are {known} and supersededTerm-admn-sts")
    return status


def _read_date(said: Sayings, name: str) -> date | None:
    value = said.get(name).strip()
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        refuse(0, f"'{OURS}{name}' is '{value}'", "write a date as 2026-01-31")


def make_concept(concept_id: str, terms: tuple[Term, ...], said: Sayings) -> Concept:
    """The concept; raises UnusableError."""
    return Concept(
        concept_id,
        terms,
        definition=said.join("definition", "\n"),
        subject=said.join("subject", "; "),
        note=said.join("note", "\n"),
        source=said.join("source", "\n"),
        enforcement=_ENFORCEMENTS[_choose_word(said, "enforcement", tuple(_ENFORCEMENTS), Severity.WARNING)],
        do_not_translate=read_yes(said.get("do-not-translate")) or "untranslatable" in said.fields,
        sensitive=read_yes(said.get("sensitive")),
        type=ConceptType(_choose_word(said, "concept-type", tuple(ConceptType), ConceptType.TERM)),
        first_mention=said.get("first-mention").strip() != "no",
    )


def _choose_word(said: Sayings, name: str, words: tuple[str, ...], usual: str) -> str:
    word = said.get(name).strip() or usual
    if word not in words:
        refuse(0, f"'{OURS}{name}' is '{word}'", f"it may be {', '.join(words)}")
    return word
