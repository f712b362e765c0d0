from datetime import date

import pytest

from tests.glossary.glossary_verdicts import read_csv, read_toml
from tms.errors import InputError
from tms.values import Concept, Severity, Term, TermStatus

WHOLE = """\
# A comment at the top.
[mosque]
definition = "A house of prayer."
subject = "religion"
source = "RAE"
note = "Plain."
enforcement = "error"
sensitive = true

[mosque.en]
preferred = "mosque"

[mosque.fr]
preferred = "mosquée"
gender = "f"
forms = ["mosquée", "mosquées"]
case_sensitive = true
valid_from = 2020-01-31
admitted = ["lieu de prière", { term = "LdP", type = "acronym", extra = { seen = "1999" } }]
deprecated = [
    { term = "mosquee", reason = "accent", instead = "mosquée" },
]
"""


def test_every_key_of_a_concept_is_read() -> None:
    assert read_toml(WHOLE, "a.toml") == (
        Concept(
            "mosque",
            (
                Term("en", "mosque"),
                Term(
                    "fr",
                    "mosquée",
                    forms=("mosquée", "mosquées"),
                    gender="f",
                    case_sensitive=True,
                    valid_from=date(2020, 1, 31),
                ),
                Term("fr", "lieu de prière", TermStatus.ADMITTED),
                Term("fr", "LdP", TermStatus.ADMITTED, type="acronym", extra=(("seen", "1999"),)),
                Term("fr", "mosquee", TermStatus.DEPRECATED, reason="accent", replacement="mosquée"),
            ),
            definition="A house of prayer.",
            subject="religion",
            note="Plain.",
            source="RAE",
            enforcement=Severity.ERROR,
            sensitive=True,
        ),
    )


def test_an_empty_glossary_has_no_concepts() -> None:
    assert read_toml("\ufeff# nothing yet\n", "a.toml") == ()


@pytest.mark.parametrize(
    ("text", "severity"),
    [("", Severity.WARNING), ('enforcement = "off"', None), ('enforcement = "info"', Severity.INFO)],
)
def test_enforcement_is_a_warning_unless_said_otherwise(text: str, severity: Severity | None) -> None:
    (concept,) = read_toml(f'[a]\n{text}\n[a.en]\npreferred = "x"\n', "a.toml")
    assert concept.enforcement is severity


BROKEN_TOML = [
    ("quotation mark", '[a]\n[a.en]\npreferred = "x\n', 3, "Illegal character"),
    ("no value", "[a]\n[a.en]\npreferred =\n", 3, "Invalid value"),
    ("never closed", '[a]\n[a.en]\npreferred = "x"\nforms = ["y"\n', 4, "Unclosed array"),
    ("concept twice", '[a]\n[a.en]\npreferred = "x"\n\n[a]\n', 5, "twice"),
    ("key twice", '[a]\nnote = "x"\nnote = "y"\n', 3, "overwrite"),
    (
        "unknown key",
        '[a]\ndefintion = "x"\n[a.en]\npreferred = "x"\n',
        2,
        "unknown key 'defintion' in concept 'a'; did you mean 'definition'?",
    ),
    (
        "unknown key of a language",
        '[a]\n[a.en]\nprefered = "x"\n',
        3,
        "unknown key 'prefered' in [a.en]; did you mean 'preferred'?",
    ),
    (
        "unknown key of a term",
        '[a]\n[a.en]\npreferred = "x"\ndeprecated = [\n  { term = "y", raison = "z" },\n]\n',
        5,
        "unknown key 'raison' in the term 'y'; did you mean 'reason'?",
    ),
    ("no language", '[a]\n[a.english]\npreferred = "x"\n', 2, "unknown key 'english' in concept 'a'"),
    ("empty term", '[a]\n[a.en]\n\npreferred = " "\n', 4, "an empty preferred term in [a.en]"),
    (
        "term without text",
        '[a]\n[a.en]\npreferred = "x"\nadmitted = [{ note = "y" }]\n',
        4,
        "an empty admitted term in [a.en]",
    ),
    ("empty form", '[a]\n[a.en]\npreferred = "x"\nforms = ["x", ""]\n', 4, "'forms' must be a list of texts"),
    ("number for a term", "[a]\n[a.en]\npreferred = 3\n", 3, "'preferred' holds 3, which is no term"),
    ("text for a flag", '[a]\nsensitive = "yes"\n[a.en]\npreferred = "x"\n', 2, "'sensitive' must be true or false"),
    ("number for a text", '[a]\n\nnote = 3\n[a.en]\npreferred = "x"\n', 3, "'note' must be a text in quotation marks"),
    ("date in quotes", '[a]\n[a.en]\npreferred = "x"\nvalid_from = "2020-01-01"\n', 3, "'valid_from' must be a date"),
    ("enforcement", '[a]\nenforcement = "fatal"\n[a.en]\npreferred = "x"\n', 2, "enforcement is 'fatal'"),
    ("no terms", '\n[a]\nnote = "x"\n', 2, "concept 'a' has no terms"),
    ("key outside", 'note = "x"\n[a]\n', 1, "'note' stands outside any concept"),
    ("id with a space", '["a b"]\n["a b".en]\npreferred = "x"\n', 1, "'a b' is no concept id"),
    ("forms of nothing", '[a]\n[a.en]\nadmitted = ["x"]\nforms = ["y"]\n', 4, "'forms' belongs to one preferred term"),
    (
        "preferred and deprecated",
        '[a]\n[a.en]\npreferred = "x"\ndeprecated = ["X"]\n',
        4,
        "'X' is preferred and deprecated at once in concept 'a'",
    ),
    ("term twice", '[a]\n[a.en]\npreferred = "x"\nadmitted = ["y", "y"]\n', 4, "'y' is there twice in concept 'a'"),
    (
        "preferred by two",
        '[a]\n[a.en]\npreferred = "x"\n[b]\n[b.en]\npreferred = "X"\n',
        6,
        "'X' is preferred by two concepts, 'a' and 'b'",
    ),
    (
        "deprecated elsewhere",
        '[a]\n[a.en]\npreferred = "x"\n[b]\n[b.en]\npreferred = "y"\ndeprecated = ["x"]\n',
        7,
        "'x' is deprecated in 'b' but not in 'a'",
    ),
    (
        "circle",
        '[a]\n[a.en]\npreferred = "x"\ndeprecated = [\n {term="y", instead="z"},\n {term="z", instead="y"},\n]',
        5,
        "'y' is replaced in a circle: y -> z -> y",
    ),
]


@pytest.mark.parametrize(
    ("text", "line", "told"), [case[1:] for case in BROKEN_TOML], ids=[case[0] for case in BROKEN_TOML]
)
def test_a_fault_in_a_toml_glossary_is_told_with_file_and_line(text: str, line: int, told: str) -> None:
    with pytest.raises(InputError) as caught:
        read_toml(text, "terms.toml")
    assert caught.value.message.startswith(f"'terms.toml' line {line}: ")
    assert told in caught.value.message
    assert caught.value.hint


def test_keys_inside_a_long_text_are_no_keys() -> None:
    text = '[a]\nnote = """\n[b]\nsource = 1\n"""\n\nsource = 2\n'
    with pytest.raises(InputError, match="line 7: 'source' must be a text"):
        read_toml(text, "a.toml")


HEADER = "concept,language,term,status,pos,gender,forms,case_sensitive,note\n"


def test_a_csv_line_is_a_term() -> None:
    text = (
        "\ufeff"
        + HEADER
        + 'uyghur,en,Uyghur,preferred,noun,,,no,\r\nuyghur,es,uigur,,noun,m,uigur|uigures,yes,"a, b"\r\n'
    )
    assert read_csv(text, "a.csv") == (
        Concept(
            "uyghur",
            (
                Term("en", "Uyghur", part_of_speech="noun"),
                Term(
                    "es",
                    "uigur",
                    forms=("uigur", "uigures"),
                    part_of_speech="noun",
                    gender="m",
                    case_sensitive=True,
                    note="a, b",
                ),
            ),
        ),
    )


@pytest.mark.parametrize("separator", ["\t", ";"])
def test_the_separator_is_read_off_the_header(separator: str) -> None:
    text = separator.join(("concept", "language", "term")) + "\n" + separator.join(("a", "en", "x, y")) + "\n"
    assert read_csv(text, "a.tsv") == (Concept("a", (Term("en", "x, y"),)),)


def test_columns_of_others_are_kept() -> None:
    text = "concept,language,term,Client\na,en,x,ACME\n"
    assert read_csv(text, "a.csv") == (Concept("a", (Term("en", "x", extra=(("client", "ACME"),)),)),)


BROKEN_CSV = [
    ("empty file", "", 1, "the file is empty"),
    ("no header", "a,en,x\n", 1, "the header has no column 'concept'"),
    ("header misspelt", "concept,languages,term\n", 1, "no column 'language' ('languages' is there)"),
    ("column twice", "concept,language,term,term\n", 1, "the column 'term' is there twice"),
    ("status", HEADER + "a,en,x,prefered\n", 2, "the status is 'prefered'; did you mean 'preferred'?"),
    ("no term", HEADER + "a,en,x\na,fr,\n", 3, "the term is empty"),
    ("no language", HEADER + "a,,x\n", 2, "the term 'x' has no language"),
    ("no id", HEADER + ",en,x\n", 2, "the concept has no id"),
    ("flag", HEADER + "a,en,x,,,,,maybe,\n", 2, "'case_sensitive' is 'maybe'"),
    ("too many cells", "concept,language,term\na,en,x,y\n", 2, "4 cells under 3 columns"),
    ("open quotation mark", HEADER + 'a,en,"x\n', 2, "this is no CSV"),
    ("line after a long cell", HEADER + 'a,en,x,,,,,,"one\ntwo"\na,fr,,\n', 4, "the term is empty"),
    ("date", "concept,language,term,valid_to\na,en,x,soon\n", 2, "'valid_to' is 'soon'"),
    ("enforcement", "concept,language,term,enforcement\na,en,x,hard\n", 2, "enforcement is 'hard'"),
    ("preferred by two", HEADER + "a,en,x\nb,en,x\n", 3, "'x' is preferred by two concepts"),
    ("preferred and deprecated", HEADER + "a,en,x\na,en,x,deprecated\n", 3, "'x' is preferred and deprecated at once"),
]


@pytest.mark.parametrize(
    ("text", "line", "told"), [case[1:] for case in BROKEN_CSV], ids=[case[0] for case in BROKEN_CSV]
)
def test_a_fault_in_a_csv_glossary_is_told_with_file_and_line(text: str, line: int, told: str) -> None:
    with pytest.raises(InputError) as caught:
        read_csv(text, "terms.csv")
    assert caught.value.message.startswith(f"'terms.csv' line {line}: ")
    assert told in caught.value.message
