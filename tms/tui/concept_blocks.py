"""A concept as blocks: its card, and the forms in which its terms are found."""

from collections.abc import Iterable, Iterator

from tms.tui.blocks import Block, Role, Run, make_block
from tms.tui.concept_rows import SENSITIVE_MARK, SOURCE_LANGUAGE, TYPE_MARKS, USUAL_LANGUAGES, name_of
from tms.values import Concept, Severity, Term, TermStatus
from tms.workflow.terms import TermForms

STATUS_SIGNS = {
    TermStatus.PREFERRED: ("✓", Role.GOOD),
    TermStatus.ADMITTED: ("○", Role.ACCENT),
    TermStatus.DEPRECATED: ("✗", Role.ERROR),
}
STATUS_WORDS = {
    TermStatus.PREFERRED: "preferred",
    TermStatus.ADMITTED: "admitted",
    TermStatus.DEPRECATED: "not to be written",
}
DEMANDS: dict[Severity | None, str] = {
    Severity.ERROR: "an error, blocks review",
    Severity.WARNING: "a warning",
    Severity.INFO: "a remark",
    None: "said by nobody: nothing is demanded",
}
SHORT = {"singular": "sing.", "plural": "plur."}


def describe_concept(concept: Concept, forms: Iterable[TermForms]) -> list[Block]:
    """The card of a concept: what it is, who says so, and its terms, language by language."""
    blocks = [_describe_title(concept)]
    if concept.definition:
        blocks.append(make_block(concept.definition))
    facts = {
        "subject": concept.subject,
        "source": concept.source,
        "note": concept.note,
        "a missing or wrong term is": DEMANDS[concept.enforcement],
        "in English": "may stand as it is" if concept.do_not_translate else "",
    }
    blocks += [make_block((f"{label}  ", Role.QUIET), text, indent=2) for label, text in facts.items() if text]
    return [*blocks, *describe_terms(forms)]


def _describe_title(concept: Concept) -> Block:
    mark = TYPE_MARKS.get(concept.type, "")
    return make_block(
        (name_of(concept), Role.STRONG),
        (f"  {concept.id}", Role.QUIET),
        (f"  {mark}" if mark else "", Role.ACCENT),
        (f"  {SENSITIVE_MARK}" if concept.sensitive else "", Role.WARNING),
    )


def describe_terms(forms: Iterable[TermForms]) -> Iterator[Block]:
    """Each term with its status and the forms in which it is found, under its language."""
    language = None
    for one in sorted(forms, key=_order_of_term):
        if one.term.language != language:
            language = one.term.language
            yield make_block((f"\n{language.upper()}", Role.ACCENT))
        yield _describe_term(one)


def _order_of_term(one: TermForms) -> tuple[int, str, int]:
    """The languages as everywhere here, and in a language what is to be written first."""
    known = (SOURCE_LANGUAGE, *USUAL_LANGUAGES)
    place = known.index(one.term.language) if one.term.language in known else len(known)
    return place, one.term.language, tuple(TermStatus).index(one.term.status)


def _describe_term(one: TermForms) -> Block:
    term = one.term
    sign, role = STATUS_SIGNS[term.status]
    details = ", ".join(filter(None, (term.part_of_speech, term.gender, term.number, term.type, _describe_dates(term))))
    runs: list[Run] = [
        (f"{sign} ", role),
        (term.text, Role.STRONG if term.status is TermStatus.PREFERRED else Role.PLAIN),
        (f"  {STATUS_WORDS[term.status]}", role if term.status is TermStatus.DEPRECATED else Role.QUIET),
        (f"  {details}" if details else "", Role.QUIET),
    ]
    if term.status is TermStatus.DEPRECATED and term.replacement:
        runs.append((f"  → {term.replacement}", Role.PLAIN))
    said = "; ".join(filter(None, (term.reason, term.note)))
    if said:
        runs.append((f"  {said}", Role.QUIET))
    runs.append((f"\n{describe_forms(one)}", Role.QUIET))
    return make_block(*runs, value=term, indent=4)


def _describe_dates(term: Term) -> str:
    start = f"from {term.valid_from}" if term.valid_from else ""
    end = f"until {term.valid_to}" if term.valid_to else ""
    capitals = "in these capitals only" if term.case_sensitive else ""
    return " ".join(filter(None, (capitals, start, end)))


def describe_forms(one: TermForms) -> str:
    """In which forms a term is found, and who says so: the rules of the language, or a person."""
    label = "by rule" if one.is_by_rule else "given"
    if [form for form, _, _ in one.forms] == [one.term.text]:
        return f"{label}: this form only"
    return f"{label}: {', '.join(_describe_form(*form) for form in one.forms)}"


def _describe_form(text: str, gender: str, number: str) -> str:
    marks = " ".join(filter(None, (gender, SHORT.get(number, number))))
    return f"{text} ({marks})" if marks else text
