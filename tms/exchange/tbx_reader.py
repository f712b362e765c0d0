"""TBX, ISO 30042: glossaries of other tools, of 2008 (`martif`) and of 2019 (`tbx`, as DCA and as DCT)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from tms.errors import InputError
from tms.exchange.concept_ids import ConceptIds, keep_original_id, make_concept_id, make_slug
from tms.exchange.language_codes import normalize_language, primary_language
from tms.exchange.tbx_header import is_written_by_tms
from tms.exchange.tbx_items import Item, ReadText, list_items, read_exactly, read_term_text, read_tidily
from tms.exchange.tbx_names import CONCEPT, LANGUAGE, SECTION_ID, TERM, TERM_ID
from tms.exchange.tbx_values import Sayings, find_status, make_concept, make_term, read_sayings
from tms.exchange.term_problems import UnusableError, refuse
from tms.exchange.term_words import settle_statuses
from tms.exchange.xml import XML_LANG, find_child, get_line, local_name, parse_xml
from tms.values import Concept, Term, TermFile, TermProblem

_ROOTS = ("tbx", "martif")
_ENTRIES = ("conceptEntry", "termEntry")
_LANGUAGES = ("langSec", "langSet")
_TERMS = ("termSec", "tig", "ntig")
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_DEFINITION = "descrip.definition"


@dataclass(slots=True)
class _Draft:
    """A term as it stands in the file; `shared` is what its language section says, with the first term only."""

    language: str
    text: str
    line: int
    ids: tuple[tuple[str, str], ...]
    items: list[Item]
    shared: list[Item] = field(default_factory=list)


def read_tbx(data: bytes, name: str, *, source_language: str = "en", language: str = "") -> TermFile:
    """The concepts of a TBX file; one that cannot be used is a problem with its line.

    Where no definition stands at the concept, that in `source_language` or else in `language` is taken for it. A
    file none of whose entries has an id is partial. Raises InputError for what is no TBX.
    """
    root = parse_xml(data, name, doctype="name only")
    if local_name(root) not in _ROOTS:
        raise InputError(
            f"'{name}' line {get_line(root)}: this is no TBX, it begins with <{local_name(root)}>",
            "give a file that begins with <tbx> or <martif>",
        )
    text = find_child(root, "text")
    body = find_child(text, "body") if text is not None else None
    entries = [entry for entry in body if local_name(entry) in _ENTRIES] if body is not None else []
    read_text = read_exactly if is_written_by_tms(root) else read_tidily
    return _Reader(read_text, (source_language, language)).read(entries)


class _Reader:
    """Reads the entries of one file one after the other."""

    def __init__(self, read_text: ReadText, languages: Sequence[str]) -> None:
        self._read_text = read_text
        self._languages = [primary_language(code) for code in languages if code]
        self._ids = ConceptIds()
        self._seen: dict[str, int] = {}

    def read(self, entries: Sequence[Element]) -> TermFile:
        """The concepts of all entries, and the problems of those that cannot be used."""
        given = [_get_id(entry) for entry in entries]
        self._ids = ConceptIds(one for one in given if one and make_concept_id(one) == one)
        concepts: list[Concept] = []
        lines: dict[tuple[str, str, str], int] = {}
        problems: list[TermProblem] = []
        for entry in entries:
            try:
                concept, drafts = self._read_entry(entry)
            except UnusableError as error:
                line = error.problem.line or get_line(entry)
                problems.append(replace(error.problem, line=line, concept=_get_id(entry)))
                continue
            concepts.append(concept)
            lines[concept.id, "", ""] = get_line(entry)
            for draft in drafts:
                lines.setdefault((concept.id, draft.language, draft.text), draft.line)
        return TermFile(tuple(concepts), lines, tuple(problems), is_partial=bool(entries) and not any(given))

    def _read_entry(self, entry: Element) -> tuple[Concept, list[_Draft]]:
        given = _get_id(entry)
        self._refuse_second(given, get_line(entry))
        items = list_items(entry, self._read_text, CONCEPT)
        drafts: list[_Draft] = []
        for section in entry:
            if local_name(section) in _LANGUAGES:
                found = list(self._read_language(section))
                shared = list_items(section, self._read_text, LANGUAGE)
                if found:
                    found[0].shared = shared
                else:
                    items += shared
                drafts += found
        if not drafts:
            refuse(get_line(entry), f"the concept{_quote(given)} has no term", "give it one, or take the entry out")
        return self._make_concept(given, items, drafts), drafts

    def _refuse_second(self, given: str, line: int) -> None:
        if given in self._seen:
            message = f"the concept '{given}' is there twice, first on line {self._seen[given]}"
            refuse(line, message, "join the two, or give one of them another id")
        if given:
            self._seen[given] = line

    def _read_language(self, section: Element) -> Iterator[_Draft]:
        code = section.get(XML_LANG) or section.get("lang") or ""
        for part in section:
            if local_name(part) in _TERMS:
                yield self._read_term(part, normalize_language(code), code)

    def _read_term(self, part: Element, language: str, code: str) -> _Draft:
        group = find_child(part, "termGrp")
        holder = part if group is None else group
        element = find_child(holder, "term")
        line = get_line(part if element is None else element)
        text = "" if element is None else read_term_text(element)
        if not text:
            refuse(line, "a term is empty", "write the term, or take it out", language=language)
        if not language:
            said = f"the language of '{text}' is '{code}'" if code.strip() else f"the term '{text}' has no language"
            refuse(line, said, "write it as xml:lang, like en, fr or es", term=text)
        items = [] if group is None else list_items(group, self._read_text, TERM)
        items += list_items(part, self._read_text, TERM)
        ids = ((SECTION_ID, part.get("id", "")), (TERM_ID, "" if element is None else element.get("id", "")))
        return _Draft(language, text, line, tuple((key, value) for key, value in ids if value), items)

    def _make_concept(self, given: str, items: list[Item], drafts: list[_Draft]) -> Concept:
        about = read_sayings(CONCEPT, items)
        if "definition" not in about.fields:
            self._adopt_definition(about, drafts)
        wanted = make_concept_id(given) or make_slug(drafts[0].text)
        concept_id = given if wanted == given else self._ids.claim(wanted)
        said = [self._read_draft(draft) for draft in drafts]
        said[0].keep(keep_original_id(given, concept_id))
        said[0].extras += about.extras
        return make_concept(concept_id, _make_terms(drafts, said), about)

    def _adopt_definition(self, about: Sayings, drafts: list[_Draft]) -> None:
        """Take the definition of one language, or of a term, for that of the concept."""
        defined = [
            (self._rank(draft.language), place, items, item)
            for place, draft in enumerate(drafts)
            for items in (draft.shared, draft.items)
            for item in items
            if item.label in (_DEFINITION, "descrip") and item.value
        ]
        if defined:
            _, _, items, item = min(defined, key=lambda found: found[:2])
            items.remove(item)
            about.merge(read_sayings(CONCEPT, [item]))

    def _rank(self, language: str) -> int:
        primary = primary_language(language)
        return self._languages.index(primary) if primary in self._languages else len(self._languages)

    @staticmethod
    def _read_draft(draft: _Draft) -> Sayings:
        said = read_sayings(TERM, draft.items)
        said.keep(draft.ids)
        if draft.shared:
            shared = read_sayings(LANGUAGE, draft.shared)
            shared.merge(said)
            return shared
        return said


def _make_terms(drafts: list[_Draft], said: list[Sayings]) -> tuple[Term, ...]:
    terms = []
    draft = drafts[0]
    try:
        known = []
        for draft, one in zip(drafts, said, strict=True):
            known.append((draft.language, find_status(one)))
        for draft, one, status in zip(drafts, said, settle_statuses(known), strict=True):
            terms.append(make_term(draft.language, draft.text, status, one))
    except UnusableError as error:
        problem = replace(error.problem, line=draft.line, language=draft.language, term=draft.text)
        raise UnusableError(problem) from error
    return tuple(terms)


def _get_id(entry: Element) -> str:
    return entry.get("id") or entry.get(_XML_ID) or ""


def _quote(given: str) -> str:
    return f" '{given}'" if given else ""
