"""Write a glossary as TBX-Basic: ISO 30042:2019 in DCA style, or ISO 30042:2008 for older tools."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from tms.errors import InputError
from tms.exchange.concept_ids import ORIGINAL_ID, to_xml_id
from tms.exchange.tbx_extras import Placed, place_extras, write_element
from tms.exchange.tbx_header import write_description
from tms.exchange.tbx_names import OURS, SECTION_ID, TERM_ID
from tms.exchange.tbx_values import NO_ENFORCEMENT, spell_status
from tms.exchange.tbx_words import write_words
from tms.exchange.xml import escape_attribute, escape_text
from tms.values import Concept, ConceptType, Severity, Term

_PERSON = re.compile(r'<transacNote type="responsibility" target="([^":]+)"[^>]*>([^<]*)<')
_ID = re.compile(r' id="([^"]+)"')
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


@dataclass(frozen=True, slots=True)
class _Version:
    """What differs between the two versions; `members` is what each kind of element may have in its group."""

    start: str
    root: str
    header: str
    encoding: str
    entry: str
    language: str
    term: str
    people: str
    parts_of_speech: tuple[str, ...]
    members: Mapping[str, frozenset[str]]


_VERSIONS = {
    2: _Version(
        start='<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">\n<martif type="TBX-Basic" xml:lang="en">\n',
        root="martif",
        header="martifHeader",
        encoding='    <encodingDesc>\n      <p type="XCSURI">TBXBasicXCSV02.xcs</p>\n    </encodingDesc>\n',
        entry="termEntry",
        language="langSet",
        term="tig",
        people="refObjectList",
        parts_of_speech=("noun", "verb", "adjective", "adverb", "properNoun"),
        members={"descrip": frozenset(("admin",)), "transac": frozenset(("date", "transacNote"))},
    ),
    3: _Version(
        start='<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">\n',
        root="tbx",
        header="tbxHeader",
        encoding="",
        entry="conceptEntry",
        language="langSec",
        term="termSec",
        people="refObjectSec",
        parts_of_speech=("noun", "verb", "adjective", "adverb"),
        members={
            "admin": frozenset(("adminNote", "note", "ref", "xref")),
            "descrip": frozenset(("admin", "descripNote", "note", "ref", "transac", "xref")),
            "termNote": frozenset(("admin", "note", "ref", "transac", "xref")),
            "transac": frozenset(("date", "note", "ref", "transacNote", "xref")),
        },
    ),
}


def write_tbx(concepts: Iterable[Concept], *, original: str | None = None, version: int = 3) -> str:
    """The concepts as TBX-Basic of 2019 (version 3) or 2008 (version 2), with what `original` says in its head.

    What TBX has no category for stands in private ones, called x-tms-…, so that reading the file gives the concepts
    again. Raises InputError for half a character, and where the original is no XML.
    """
    form = _VERSIONS[version]
    entries = "".join(_write_concept(concept, form) for concept in concepts)
    body = f"    <body>\n{entries}    </body>\n" if entries else ""
    back = _write_people(entries, form)
    head = f"  <{form.header}>\n{write_description(original)}{form.encoding}  </{form.header}>\n"
    return f"{_XML}{form.start}{head}  <text>\n{body}{back}  </text>\n</{form.root}>\n"


def write_tbx_v2(concepts: Iterable[Concept], *, original: str | None = None) -> str:
    """The concepts as TBX-Basic of 2008, which most older tools want."""
    return write_tbx(concepts, original=original, version=2)


def _write_people(entries: str, form: _Version) -> str:
    """The people whom transactions point to, by the names that they are given there: no reference may lead nowhere."""
    known = set(_ID.findall(entries))
    people = {key: person for key, person in _PERSON.findall(entries) if key not in known}
    lines = [
        f'        <refObject id="{key}"><item type="fn">{person}</item></refObject>' for key, person in people.items()
    ]
    listed = "\n".join([f'      <{form.people} type="respPerson">', *lines, f"      </{form.people}>"])
    return f"    <back>\n{listed}\n    </back>\n" if lines else ""


def _write_concept(concept: Concept, form: _Version) -> str:
    placed = [place_extras(concept, place, form.members) for place in range(len(concept.terms))]
    concept_id = next((one.ids[ORIGINAL_ID] for one in placed if ORIGINAL_ID in one.ids), to_xml_id(concept.id))
    lines = [f'      <{form.entry} id="{escape_attribute(concept_id)}">']
    lines += [f"        {element}" for element in _list_concept_elements(concept, placed)]
    numbered = zip(concept.terms, placed, strict=True)
    for language, terms in groupby(numbered, key=lambda pair: pair[0].language):
        lines.append(f'        <{form.language} xml:lang="{escape_attribute(language)}">')
        for place, (term, one) in enumerate(terms):
            lines += [f"          {element}" for element in one.language] if place == 0 else []
            lines += _list_term_lines(term, one, form)
        lines.append(f"        </{form.language}>")
    text = "\n".join([*lines, f"      </{form.entry}>\n"])
    _require_encodable(text, concept.id)
    return text


def _require_encodable(text: str, concept_id: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        shown = concept_id.encode("ascii", "backslashreplace").decode()
        raise InputError(
            f"a text of concept '{shown}' has half a character (U+{ord(text[error.start]):04X})",
            "type that character again, or take it out",
        ) from error


def _list_concept_elements(concept: Concept, placed: list[Placed]) -> Iterator[str]:
    if concept.subject:
        yield write_element("descrip.subjectField", concept.subject)
    source = write_element("admin.source", concept.source) if concept.source else ""
    definition = write_element("descrip.definition", concept.definition) if concept.definition else ""
    if definition and source:
        yield f"<descripGrp>{definition}{source}</descripGrp>"
    elif definition or source:
        yield definition or source
    for name, value in _list_own_fields(concept):
        yield write_element(f"admin.{OURS}{name}", value)
    if concept.note:
        yield write_element("note", concept.note)
    for one in placed:
        yield from one.concept


def _list_own_fields(concept: Concept) -> Iterator[tuple[str, str]]:
    """What is not as usual."""
    if concept.type is not ConceptType.TERM:
        yield "concept-type", concept.type
    if concept.enforcement is not Severity.WARNING:
        yield "enforcement", concept.enforcement or NO_ENFORCEMENT
    if concept.do_not_translate:
        yield "do-not-translate", "yes"
    if concept.sensitive:
        yield "sensitive", "yes"
    if not concept.first_mention:
        yield "first-mention", "no"


def _list_term_lines(term: Term, placed: Placed, form: _Version) -> Iterator[str]:
    ids = {name: f' id="{escape_attribute(value)}"' for name, value in placed.ids.items()}
    yield f"          <{form.term}{ids.get(SECTION_ID, '')}>"
    yield f"            <term{ids.get(TERM_ID, '')}>{escape_text(term.text)}</term>"
    for element in (*_list_notes(term, placed, form), *_list_rest(term), *placed.rest):
        yield f"            {element}"
    yield f"          </{form.term}>"


def _list_notes(term: Term, placed: Placed, form: _Version) -> Iterator[str]:
    for label, value in write_words(term, form.parts_of_speech):
        yield write_element(label, value)
    if not placed.has_status:
        yield write_element("termNote.administrativeStatus", spell_status(term.status))
    for inflected in term.forms:
        yield write_element(f"termNote.{OURS}form", inflected)
    if term.case_sensitive:
        yield write_element(f"termNote.{OURS}case-sensitive", "yes")
    yield from placed.notes


def _list_rest(term: Term) -> Iterator[str]:
    said = {
        "reason": term.reason,
        "instead": term.replacement,
        "valid-from": term.valid_from.isoformat() if term.valid_from else "",
        "valid-to": term.valid_to.isoformat() if term.valid_to else "",
    }
    if term.note:
        yield write_element("note", term.note)
    for name, value in said.items():
        if value:
            yield write_element(f"admin.{OURS}{name}", value)
