"""A concept as text: for what is kept of decisions, and for people to read."""

from tms.errors import InputError
from tms.glossary import demand_whole, parse_glossary, serialize_glossary_toml
from tms.values import Concept, Term


def to_toml(concept: Concept) -> str:
    """A concept as it stands in a glossary file."""
    return serialize_glossary_toml([concept])


def from_toml(text: str, name: str) -> Concept:
    """The one concept of a text that `to_toml` wrote, or that a person did; raises InputError."""
    concepts = demand_whole(parse_glossary(text, name), name)
    if len(concepts) != 1:
        raise InputError(f"'{name}' holds {len(concepts)} concepts", "write one: [concept-id], then its languages")
    return concepts[0]


def describe_change(before: Concept | None, after: Concept | None) -> str:
    """What became of a concept, term by term, in one line."""
    old = _map_terms(before)
    new = _map_terms(after)
    said = [f"{name} ({term.language}) is {term.status} now" for (_, name), term in new.items() if _is_new(old, term)]
    said += [f"{name} ({language}) is out" for (language, name) in old if (language, name) not in new]
    if said:
        return "; ".join(said)
    return "other details" if before and after else ("removed" if before else "added")


def _map_terms(concept: Concept | None) -> dict[tuple[str, str], Term]:
    return {(term.language, term.text): term for term in concept.terms} if concept else {}


def _is_new(old: dict[tuple[str, str], Term], term: Term) -> bool:
    earlier = old.get((term.language, term.text))
    return earlier is None or earlier.status is not term.status
