"""Write a glossary as our TOML."""

from collections.abc import Iterable
from typing import Any

import tomlkit
from tomlkit import items
from tomlkit.exceptions import TOMLKitError

from tms.errors import InputError
from tms.glossary.toml_reader import CONCEPT_FLAGS, CONCEPT_TEXTS, STATUS_KEYS, TERM_TEXTS
from tms.values import Concept, ConceptType, Severity, Term, TermStatus

_WIDTH = 100


def serialize_glossary_toml(concepts: Iterable[Concept], *, original: str | None = None) -> str:
    """The concepts as TOML; what `original` says of them stays word for word, comments too, where it still holds.

    Raises InputError where the original is no TOML. Parsing the result gives the concepts again, with their
    terms by language and, in each, preferred ones first.
    """
    try:
        document = tomlkit.parse(original) if original is not None else tomlkit.document()
    except TOMLKitError as error:
        raise InputError(f"the glossary file to be rewritten is no TOML: {error}", "mend it first") from error
    wanted = {concept.id: _describe(concept) for concept in concepts}
    for concept_id in list(document):
        if concept_id not in wanted:
            document.remove(concept_id)
    for concept_id, description in wanted.items():
        if concept_id in document:
            _merge(document[concept_id], description)
        else:
            if document.body:
                document.add(tomlkit.nl())
            document.add(concept_id, _make_table(description))
    return tomlkit.dumps(document)


def _describe(concept: Concept) -> dict[str, Any]:
    """A concept as plain values under the keys of the file, those left out that say nothing."""
    described: dict[str, Any] = {} if concept.type is ConceptType.TERM else {"type": concept.type.value}
    described |= {key: getattr(concept, key) for key in CONCEPT_TEXTS if getattr(concept, key)}
    if concept.enforcement is not Severity.WARNING:
        described["enforcement"] = concept.enforcement.value if concept.enforcement else "off"
    described.update({key: True for key in CONCEPT_FLAGS if getattr(concept, key)})
    if not concept.first_mention:
        described["first_mention"] = False
    for language in dict.fromkeys(term.language for term in concept.terms):
        described[language] = _describe_language([term for term in concept.terms if term.language == language])
    return described


def _describe_language(terms: list[Term]) -> dict[str, Any]:
    described: dict[str, Any] = {}
    for key, status in STATUS_KEYS.items():
        tables = [_describe_term(term) for term in terms if term.status is status]
        if status is TermStatus.PREFERRED and len(tables) == 1:
            described[key] = tables[0].pop("term")
            described.update(tables[0])
        elif tables:
            described[key] = [table["term"] if len(table) == 1 else table for table in tables]
    return described


def _describe_term(term: Term) -> dict[str, Any]:
    described: dict[str, Any] = {"term": term.text}
    described.update({key: getattr(term, field) for key, field in TERM_TEXTS.items() if getattr(term, field)})
    if term.forms:
        described["forms"] = list(term.forms)
    if term.case_sensitive:
        described["case_sensitive"] = True
    described.update({key: getattr(term, key) for key in ("valid_from", "valid_to") if getattr(term, key)})
    if term.extra:
        described["extra"] = dict(term.extra)
    return described


def _make_table(described: dict[str, Any]) -> items.Table:
    table = tomlkit.table()
    for key, value in described.items():
        table.add(key, _make_language_table(value) if isinstance(value, dict) else value)
    return table


def _make_language_table(described: dict[str, Any]) -> items.Table:
    table = tomlkit.table()
    for key, value in described.items():
        table.add(key, _make_value(value))
    return table


def _make_value(value: Any) -> Any:
    """A list of tables one to a line, a short table within its line."""
    if isinstance(value, dict):
        inline = tomlkit.inline_table()
        inline.update({key: _make_value(one) for key, one in value.items()})
        return inline
    if isinstance(value, list):
        array = tomlkit.array()
        array.extend(_make_value(one) for one in value)
        is_long = any(isinstance(one, dict) for one in value) or sum(len(str(one)) + 4 for one in value) > _WIDTH
        return array.multiline(is_long)
    return value


def _merge(table: Any, described: dict[str, Any]) -> None:
    """Change in a table of the original only what differs."""
    for key in list(table):
        if key not in described:
            del table[key]
    for key, value in described.items():
        is_table = isinstance(value, dict) and isinstance(table.get(key), dict)
        if is_table:
            _merge(table[key], value)
        elif key not in table or _simplify(table[key]) != _simplify(value):
            table[key] = _make_language_table(value) if isinstance(value, dict) else _make_value(value)


def _simplify(value: Any) -> Any:
    """What a value means: a term is the same whether written as a text or as a table of nothing else."""
    plain = value.unwrap() if hasattr(value, "unwrap") else value
    if isinstance(plain, list):
        return [one["term"] if isinstance(one, dict) and set(one) == {"term"} else one for one in plain]
    return plain
