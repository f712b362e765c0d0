import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.glossary.glossary_verdicts import GLOSSARY, read_csv, read_toml
from tms.errors import InputError
from tms.glossary import (
    GLOSSARY_FORMATS,
    GlossaryFormat,
    demand_whole,
    find_conflicts,
    parse_glossary,
    parse_glossary_csv,
    serialize_glossary_csv,
    serialize_glossary_toml,
)
from tms.values import Concept, ConceptType, Severity, Term, TermStatus

_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=12).map(str.strip)
_WORD = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Sc"]), min_size=1, max_size=10)
_ID = st.from_regex(r"[a-z][a-z0-9-]{0,12}", fullmatch=True)
_DATES = st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))


@st.composite
def _glossaries(draw: st.DrawFn) -> tuple[Concept, ...]:
    words = iter(f"{draw(_WORD)}{number}" for number in range(100))
    concepts = []
    for concept_id in draw(st.lists(_ID, max_size=3, unique=True)):
        terms = []
        for language in draw(st.lists(st.sampled_from(["en", "fr", "es", "fr-CA"]), min_size=1, unique=True)):
            for status in sorted(
                draw(st.lists(st.sampled_from(TermStatus), min_size=1, max_size=3)), key=tuple(TermStatus).index
            ):
                terms.append(draw(_terms(next(words), language, status)))
        flags = st.booleans()
        concepts.append(
            Concept(
                concept_id,
                tuple(terms),
                definition=draw(_TEXT),
                subject=draw(_TEXT),
                note=draw(_TEXT),
                source=draw(_TEXT),
                enforcement=draw(st.none() | st.sampled_from(Severity)),
                do_not_translate=draw(flags),
                sensitive=draw(flags),
                type=draw(st.sampled_from(ConceptType)),
                first_mention=draw(flags),
            )
        )
    return tuple(concepts)


def _terms(text: str, language: str, status: TermStatus) -> st.SearchStrategy[Term]:
    return st.builds(
        Term,
        st.just(language),
        st.just(text),
        st.just(status),
        st.lists(_WORD, max_size=3, unique=True).map(tuple),
        part_of_speech=_TEXT,
        gender=st.sampled_from(["", "m", "f", "m/f"]),
        case_sensitive=st.booleans(),
        note=_TEXT,
        reason=_TEXT,
        type=_TEXT,
        valid_from=_DATES,
        valid_to=_DATES,
    )


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(_glossaries())
def test_a_glossary_written_as_toml_is_read_the_same(concepts: tuple[Concept, ...]) -> None:
    read = parse_glossary(serialize_glossary_toml(concepts), "a.toml")
    assert (read.concepts, read.problems) == (concepts, ())


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(_glossaries())
def test_a_glossary_written_as_csv_is_read_the_same(concepts: tuple[Concept, ...]) -> None:
    read = parse_glossary_csv(serialize_glossary_csv(concepts), "a.csv")
    assert (read.concepts, read.problems) == (concepts, ())


@pytest.mark.parametrize("forms", [("\\", "0"), ("a|b", "c\\|d"), ("\\\\", "e\\f")])
def test_bars_and_backslashes_of_forms_survive_a_csv_file(forms: tuple[str, ...]) -> None:
    concepts = (Concept("a", (Term("en", "b", forms=forms),)),)
    assert read_csv(serialize_glossary_csv(concepts), "a.csv") == concepts


@pytest.mark.parametrize("form", GLOSSARY_FORMATS, ids=lambda form: form.id)
def test_every_format_carries_the_shipped_glossary(form: GlossaryFormat) -> None:
    concepts = read_toml(GLOSSARY.read_text(encoding="utf-8"), GLOSSARY.name)
    name = f"a{form.suffix}"
    assert demand_whole(form.parse(form.serialize(concepts), name), name) == concepts


def test_an_unchanged_glossary_is_written_back_to_the_byte() -> None:
    original = GLOSSARY.read_text(encoding="utf-8")
    assert serialize_glossary_toml(read_toml(original, "a.toml"), original=original) == original


ORIGINAL = """\
# Ours.

[camp]  # a place
definition = "A place."  # settled in May

[camp.en]
preferred = "camp"

[camp.fr]
# after a long discussion
preferred = "camp"
admitted = [
    "centre",  # for the press
]

[gone]
[gone.en]
preferred = "gone"
"""


def test_comments_stay_where_a_glossary_is_written_back() -> None:
    camp = Concept(
        "camp",
        (Term("en", "camp"), Term("fr", "camp", gender="m"), Term("fr", "centre", TermStatus.ADMITTED)),
        definition="A place of detention.",
    )
    new = Concept("new", (Term("en", "new"),))
    written = serialize_glossary_toml((camp, new), original=ORIGINAL)
    assert read_toml(written, "a.toml") == (camp, new)
    for comment in ("# Ours.", "# a place", "# settled in May", "# after a long discussion", "# for the press"):
        assert comment in written
    assert "gone" not in written


def test_a_broken_original_is_refused() -> None:
    with pytest.raises(InputError, match="is no TOML"):
        serialize_glossary_toml((), original="[a\n")


def test_a_spreadsheet_calculates_nothing_in_a_glossary() -> None:
    concepts = (Concept("a", (Term("en", "=1+1", note="@SUM(A1)", reason="'-x"),)),)
    written = serialize_glossary_csv(concepts)
    assert "'=1+1" in written
    assert "'@SUM(A1)" in written
    assert read_csv(written, "a.csv") == concepts


def test_the_columns_of_a_csv_keep_their_order() -> None:
    original = "term,concept,language,client\nx,a,en,ACME\n"
    written = serialize_glossary_csv(read_csv(original, "a.csv"), original=original)
    assert (
        written
        == "term,concept,language,client,status,pos,gender,forms,case_sensitive,note\nx,a,en,ACME,preferred,,,,no,\n"
    )


def test_the_shipped_glossary_is_whole() -> None:
    concepts = read_toml(GLOSSARY.read_text(encoding="utf-8"), GLOSSARY.name)
    assert len(concepts) >= 45
    assert find_conflicts(concepts) == ()
    lacking = [
        concept.id
        for concept in concepts
        if not (concept.source and concept.definition and concept.subject)
        or {"en", "fr", "es"} - {term.language for term in concept.terms if term.status is TermStatus.PREFERRED}
    ]
    assert lacking == []
    reasonless = [
        term.text for c in concepts for term in c.terms if term.status is TermStatus.DEPRECATED and not term.reason
    ]
    assert reasonless == []


def test_only_the_gravest_terms_are_errors() -> None:
    concepts = read_toml(GLOSSARY.read_text(encoding="utf-8"), GLOSSARY.name)
    assert {concept.id for concept in concepts if concept.enforcement is Severity.ERROR} == {
        "genocide",
        "crimes-against-humanity",
        "war-crime",
        "enforced-disappearance",
        "refoulement",
        "non-refoulement",
        "freedom-of-religion-or-belief",
        "international-criminal-court",
    }


def test_the_example_of_the_manual_is_a_glossary() -> None:
    manual = (Path(__file__).parents[2] / "docs" / "glossary.md").read_text(encoding="utf-8")
    examples = re.findall(r"```toml\n(.*?)```", manual, re.DOTALL)
    assert [[concept.id for concept in read_toml(text, "glossary.md")] for text in examples] == [
        ["forced-labour"],
        ["ferry-charter-4"],
    ]
