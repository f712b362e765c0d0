"""A concept as blocks: its card, and the forms in which its terms are found."""

from collections.abc import Iterable, Iterator

from tms.tui.blocks import Block, Role, Run, make_block
from tms.tui.concept_rows import SENSITIVE_MARK, SOURCE_LANGUAGE, TYPE_MARKS, USUAL_LANGUAGES, name_of
from tms.tui.language import N_, _
from tms.values import Concept, Severity, Term, TermStatus
from tms.workflow.terms import TermForms

STATUS_SIGNS = {
    TermStatus.PREFERRED: ("✓", Role.GOOD),
    TermStatus.ADMITTED: ("○", Role.ACCENT),
    TermStatus.DEPRECATED: ("✗", Role.ERROR),
}
STATUS_WORDS = {
    TermStatus.PREFERRED: N_("preferred"),
    TermStatus.ADMITTED: N_("admitted"),
    TermStatus.DEPRECATED: N_("not to be written"),
}
DEMANDS: dict[Severity | None, str] = {
    Severity.ERROR: N_("an error, blocks review"),
    Severity.WARNING: N_("a warning"),
    Severity.INFO: N_("a remark"),
    None: N_("said by nobody: nothing is demanded"),
}
SHORT = {"singular": N_("sing."), "plural": N_("plur.")}


def describe_concept(concept: Concept, forms: Iterable[TermForms]) -> list[Block]:
    """The card of a concept: what it is, who says so, and its terms, language by language."""
    blocks = [_describe_title(concept)]
    if concept.definition:
        blocks.append(make_block(concept.definition))
    facts = {
        _("subject"): concept.subject,
        _("source"): concept.source,
        _("note"): concept.note,
        _("a missing or wrong term is"): _(DEMANDS[concept.enforcement]),
        _("in English"): _("may stand as it is") if concept.do_not_translate else "",
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
        (f"  {_(STATUS_WORDS[term.status])}", role if term.status is TermStatus.DEPRECATED else Role.QUIET),
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
    start = _("from {day}").format(day=term.valid_from) if term.valid_from else ""
    end = _("until {day}").format(day=term.valid_to) if term.valid_to else ""
    capitals = _("in these capitals only") if term.case_sensitive else ""
    return " ".join(filter(None, (capitals, start, end)))


def describe_forms(one: TermForms) -> str:
    """In which forms a term is found, and who says so: the rules of the language, or a person."""
    label = _("by rule") if one.is_by_rule else _("given")
    if [form for form, _, _ in one.forms] == [one.term.text]:
        return _("{label}: this form only").format(label=label)
    return f"{label}: {', '.join(_describe_form(*form) for form in one.forms)}"


def _describe_form(text: str, gender: str, number: str) -> str:
    marks = " ".join(filter(None, (gender, _(SHORT.get(number, number)))))
    return f"{text} ({marks})" if marks else text
