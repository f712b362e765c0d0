"""Read a glossary from our TOML; docs/glossary.md describes it for the people who write it."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from typing import NoReturn

from tms.errors import InputError
from tms.glossary.conflicts import UnusableError, is_concept_id
from tms.glossary.toml_lines import TomlLines, read_error_place
from tms.values import Concept, ConceptType, Severity, Term, TermFile, TermProblem, TermStatus

ENFORCEMENTS: dict[str, Severity | None] = {**{severity.value: severity for severity in Severity}, "off": None}
STATUS_KEYS = {status.value: status for status in TermStatus}
CONCEPT_TEXTS = ("definition", "subject", "source", "note")
CONCEPT_FLAGS = ("do_not_translate", "sensitive")
CONCEPT_KEYS = (*CONCEPT_TEXTS, *CONCEPT_FLAGS, "enforcement", "type", "first_mention")
TERM_TEXTS = {
    "part_of_speech": "part_of_speech",
    "gender": "gender",
    "number": "number",
    "type": "type",
    "note": "note",
    "reason": "reason",
    "instead": "replacement",
}
_TERM_KEYS = (*TERM_TEXTS, "forms", "case_sensitive", "valid_from", "valid_to", "extra")
_LANGUAGE_LENGTHS = (2, 3)


def parse_glossary(text: str, name: str) -> TermFile:
    """The concepts of a glossary file, and what is not as docs/glossary.md says; `name` is what errors call it.

    Raises InputError naming the file and the line where it is no TOML.
    """
    try:
        data = tomllib.loads(text.removeprefix("\ufeff"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        reason, line = read_error_place(error, text)
        raise InputError(f"'{name}' line {line}: {reason}", "mend the TOML there, or just above") from error
    reader = _Reader(TomlLines(text.removeprefix("\ufeff")))
    concepts: list[Concept] = []
    problems: list[TermProblem] = []
    for concept_id, table in data.items():
        try:
            concepts.append(reader.read_concept(concept_id, table))
        except UnusableError as error:
            problems.append(replace(error.problem, concept=concept_id))
    return TermFile(tuple(concepts), reader.find_lines(concepts), tuple(problems))


class _Reader:
    """Turns tables into concepts, and names the line of what it cannot use."""

    def __init__(self, lines: TomlLines) -> None:
        self.lines = lines

    def find_lines(self, concepts: Iterable[Concept]) -> dict[tuple[str, str, str], int]:
        """The line of each concept and of each of its terms."""
        found = {}
        for concept in concepts:
            found[concept.id, "", ""] = self.lines.find((concept.id,))
            for term in concept.terms:
                path = (concept.id, term.language)
                found[concept.id, term.language, term.text] = self.lines.find(path, term.status.value, term.text)
        return found

    def refuse(self, line: int, message: str, hint: str = "") -> NoReturn:
        """Raise the error for a line."""
        raise UnusableError(TermProblem(message, hint or "docs/glossary.md shows the keys", line))

    def refuse_key(self, line: int, key: str, known: tuple[str, ...], where: str) -> NoReturn:
        """Raise the error for an unknown key, with the nearest known one."""
        near = get_close_matches(key.lower(), known, 1, 0.6)
        told = f"; did you mean '{near[0]}'?" if near else ""
        self.refuse(line, f"unknown key '{key}' in {where}{told}", f"known are: {', '.join(known)}")

    def read_concept(self, concept_id: str, table: object) -> Concept:
        """The concept of one table."""
        line = self.lines.find((concept_id,))
        if not isinstance(table, dict):
            self.refuse(
                self.lines.find((), concept_id), f"'{concept_id}' stands outside any concept", "begin with [concept]"
            )
        if not is_concept_id(concept_id):
            self.refuse(line, f"'{concept_id}' is no concept id", "use small letters, digits and dashes, 120 at most")
        languages = {key: value for key, value in table.items() if isinstance(value, dict)}
        enforcement = self._read_enforcement((concept_id,), table)
        kind = self._read_type((concept_id,), table)
        texts = {key: self._read_text((concept_id,), table, key) for key in CONCEPT_TEXTS}
        flags = {key: self._read_flag((concept_id,), table, key) for key in CONCEPT_FLAGS}
        for key in table:
            if key not in CONCEPT_KEYS and key not in languages:
                self.refuse_key(self.lines.find((concept_id,), key), key, CONCEPT_KEYS, f"concept '{concept_id}'")
        terms = tuple(term for key, value in languages.items() for term in self._read_language(concept_id, key, value))
        if not terms:
            self.refuse(line, f"concept '{concept_id}' has no terms", f'add [{concept_id}.en] with preferred = "…"')
        return Concept(
            concept_id,
            terms,
            enforcement=enforcement,
            definition=texts["definition"],
            subject=texts["subject"],
            source=texts["source"],
            note=texts["note"],
            do_not_translate=flags["do_not_translate"],
            sensitive=flags["sensitive"],
            type=kind,
            first_mention=self._read_flag((concept_id,), table, "first_mention", is_true=True),
        )

    def _read_language(self, concept_id: str, language: str, table: Mapping[str, object]) -> Iterator[Term]:
        path = (concept_id, language)
        if len(language.split("-", maxsplit=1)[0]) not in _LANGUAGE_LENGTHS or not language.replace("-", "").isalnum():
            self.refuse_key(self.lines.find(path), language, CONCEPT_KEYS, f"concept '{concept_id}'")
        shared = {key: value for key, value in table.items() if key not in STATUS_KEYS}
        preferred = table.get("preferred")
        for key in shared:
            if key not in _TERM_KEYS:
                self.refuse_key(
                    self.lines.find(path, key), key, (*STATUS_KEYS, *_TERM_KEYS), f"[{concept_id}.{language}]"
                )
            if not isinstance(preferred, str):
                message = f"'{key}' belongs to one preferred term"
                self.refuse(self.lines.find(path, key), message, "write it into { term = …, … } of its own")
        for status, value in STATUS_KEYS.items():
            for item in self._list_items(path, status, table.get(status)):
                yield self._read_term(path, value, {**shared, **item} if status == "preferred" else item)

    def _list_items(self, path: tuple[str, ...], status: str, value: object) -> Iterator[dict[str, object]]:
        """The terms of one status as tables: written as one text, one table, or a list of both."""
        if value is None:
            return
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, str):
                yield {"term": item}
            elif isinstance(item, dict):
                yield item
            else:
                self.refuse(self.lines.find(path, status), f"'{status}' holds {item!r}, which is no term")

    def _read_term(self, path: tuple[str, ...], status: TermStatus, table: Mapping[str, object]) -> Term:
        text = table.get("term")
        line = self.lines.find(path, status.value, text if isinstance(text, str) else "")
        if not isinstance(text, str) or not text.strip():
            self.refuse(
                line, f"an empty {status.value} term in [{'.'.join(path)}]", "write the term, or take the key out"
            )
        for key in table:
            if key not in (*_TERM_KEYS, "term"):
                self.refuse_key(line, key, ("term", *_TERM_KEYS), f"the term '{text}'")
        texts = {field: self._read_text(path, table, key, line) for key, field in TERM_TEXTS.items()}
        return Term(
            path[1],
            text.strip(),
            status,
            self._read_forms(path, table, line),
            case_sensitive=self._read_flag(path, table, "case_sensitive", line),
            valid_from=self._read_date(table, "valid_from", line),
            valid_to=self._read_date(table, "valid_to", line),
            extra=self._read_extra(table, line),
            part_of_speech=texts["part_of_speech"],
            gender=texts["gender"],
            number=texts["number"],
            type=texts["type"],
            note=texts["note"],
            reason=texts["reason"],
            replacement=texts["replacement"],
        )

    def _read_text(self, path: tuple[str, ...], table: Mapping[str, object], key: str, line: int = 0) -> str:
        value = table.get(key, "")
        if not isinstance(value, str):
            self.refuse(line or self.lines.find(path, key), f"'{key}' must be a text in quotation marks")
        return value.strip()

    def _read_flag(
        self, path: tuple[str, ...], table: Mapping[str, object], key: str, line: int = 0, *, is_true: bool = False
    ) -> bool:
        value = table.get(key, is_true)
        if not isinstance(value, bool):
            self.refuse(line or self.lines.find(path, key), f"'{key}' must be true or false, without quotation marks")
        return value

    def _read_enforcement(self, path: tuple[str, ...], table: Mapping[str, object]) -> Severity | None:
        value = table.get("enforcement", Severity.WARNING.value)
        if not isinstance(value, str) or value not in ENFORCEMENTS:
            known = ", ".join(f'"{word}"' for word in ENFORCEMENTS)
            self.refuse(self.lines.find(path, "enforcement"), f"enforcement is {value!r}", f"it may be {known}")
        return ENFORCEMENTS[value]

    def _read_type(self, path: tuple[str, ...], table: Mapping[str, object]) -> ConceptType:
        value = table.get("type", ConceptType.TERM.value)
        if not isinstance(value, str) or value not in [known.value for known in ConceptType]:
            known = ", ".join(f'"{word}"' for word in ConceptType)
            self.refuse(self.lines.find(path, "type"), f"type is {value!r}", f"it may be {known}")
        return ConceptType(value)

    def _read_forms(self, path: tuple[str, ...], table: Mapping[str, object], line: int) -> tuple[str, ...]:
        value = table.get("forms", [])
        if not isinstance(value, list) or not all(isinstance(form, str) and form.strip() for form in value):
            line = self.lines.find(path, "forms") if self.lines.has(path, "forms") else line
            self.refuse(
                line, "'forms' must be a list of texts, none of them empty", 'like forms = ["uigur", "uigures"]'
            )
        return tuple(dict.fromkeys(form.strip() for form in value))

    def _read_date(self, table: Mapping[str, object], key: str, line: int) -> date | None:
        value = table.get(key)
        if value is not None and type(value) is not date:
            self.refuse(line, f"'{key}' must be a date", "write it as 2026-01-31, without quotation marks")
        return value if isinstance(value, date) else None

    def _read_extra(self, table: Mapping[str, object], line: int) -> tuple[tuple[str, str], ...]:
        value = table.get("extra", {})
        if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
            self.refuse(line, "'extra' must be a table of texts", 'like extra = { context = "…" }')
        return tuple((str(key), str(text)) for key, text in value.items())
