import pytest

from tests.checks.asking import Found, ask
from tms.values import Kind

N = "\u00a0"


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("a  b", [Found("warning", "  ", "a b")]),
        (f"a {N}: b", [Found("warning", f" {N}", f"a{N}: b")]),
        ("a &nbsp;b", [Found("warning", " &nbsp;", f"a{N}b")]),
        ("a  \nb", []),
        ("a\n    b", []),
        ("a <b> x</b>", []),
        ("a <!-- note --> b", []),
        ("`a  b`", []),
        ("  a b  ", []),
    ],
)
def test_double_space(target: str, found: list[Found]) -> None:
    assert ask("double-space", target) == found


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        (None, " a", [Found("warning", " ", "a")]),
        ("a", f"a{N}", [Found("warning", N, "a")]),
        ("a", "a\u200b", [Found("warning", "\u200b", "a")]),
        ("a ", "a", [Found("warning", "", "a ")]),
        ("\na", "a", [Found("warning", "", "\na")]),
        ("a\n", "b\n", []),
        ("a", "b", []),
        ("a", "  ", []),
    ],
)
def test_edge_space(source: str | None, target: str, found: list[Found]) -> None:
    assert ask("edge-space", target, source=source) == found


ENDS = [
    ("stop-missing", "It ends.", "Fin", "fr", [Found("warning", "", "Fin.")]),
    ("colon-missing", "Namely:", "A saber", "es", [Found("warning", "", "A saber:")]),
    ("french-colon", "Namely:", "À savoir", "fr", [Found("warning", "", f"À savoir{N}:")]),
    ("question", "Why?", "Pourquoi.", "fr", [Found("warning", ".")]),
    ("question-missing", "Why?", "Por qué", "es", [Found("warning", "")]),
    ("ellipsis", "And so...", "Et ainsi…", "fr", []),
    ("spaced-dots", "And so. . .", "Et ainsi…", "fr", []),
    ("ellipsis-lost", "And so…", "Et ainsi", "fr", [Found("warning", "", "Et ainsi…")]),
    ("stop-outside-quotes", "It was “historic.”", f"C’était «{N}historique{N}».", "fr", []),
    ("question-in-quotes", "He asked “Why?”", f"Il a demandé «{N}Pourquoi{N}?{N}».", "fr", []),
    ("bracket", "(It ends.)", "(Fin.)", "fr", []),
    ("after-a-tag", "<b>It ends.</b>", "<b>Fin.</b>", "fr", []),
    ("footnote", "It ends.[^1]", "Fin.[^1]", "fr", []),
    ("no-stop-in-source", "A title", "Un titre", "fr", []),
    ("stop-added-in-a-paragraph", "It ends", "Fin.", "fr", []),
    ("abbreviation", "Life in the U.S.", "La vie aux États-Unis", "fr", []),
    ("abbreviation-in-target", "In America", "En EE. UU.", "es", []),
    ("comma-for-stop", "one.", "un,", "fr", [Found("warning", ",")]),
    ("comma-for-nothing", "one", "un,", "fr", [Found("warning", ",")]),
    ("question-lost", "her voice…?", "sa voix…", "fr", [Found("warning", "…")]),
    ("quotation-asks", "he wrote “why?” there.", f"il écrivit : «{N}pourquoi{N}?{N}»", "fr", []),
    ("element-asks", "he wrote <q>why?</q> there.", f"il écrivit : <q>pourquoi{N}?</q>", "fr", []),
    ("wondered", "I wonder what it eats?", "Je me demande ce qu’il mange.", "fr", []),
    ("list-comma", "one;", "un,", "fr", []),
    ("interrobang", "What?!", f"Quoi{N}?!", "fr", []),
    ("arabic-marks", "Why?", "Pourquoi؟", "fr", []),
]


@pytest.mark.parametrize(
    ("source", "target", "language", "found"), [case[1:] for case in ENDS], ids=[case[0] for case in ENDS]
)
def test_end_punctuation(source: str, target: str, language: str, found: list[Found]) -> None:
    assert ask("end-punctuation", target, source=source, language=language) == found


def test_a_heading_gets_no_stop_of_its_own() -> None:
    assert ask("end-punctuation", "Un titre.", source="A title", kind=Kind.HEADING) == [
        Found("warning", ".", "Un titre")
    ]
