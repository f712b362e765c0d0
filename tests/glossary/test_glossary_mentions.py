"""Across an article: one variant of a term, and acronyms spelt out where they stand first."""

from tms.glossary import CONSISTENCY, FIRST_MENTION, TermIndex, judge_article, read_piece
from tms.values import Concept, Kind, Severity, Term, TermStatus

OFFICE = Concept(
    "office",
    (
        Term("en", "Office of Rivers", type="full form", part_of_speech="proper noun"),
        Term("en", "OOR", type="acronym"),
        Term("fr", "Bureau des rivières", type="full form", part_of_speech="proper noun"),
        Term("fr", "BDR", type="acronym"),
    ),
)
KAZAKH = Concept(
    "kazakh",
    (
        Term("es", "kazajo", part_of_speech="noun, adjective", gender="m/f"),
        Term("es", "kazako", TermStatus.ADMITTED, part_of_speech="noun, adjective", gender="m/f"),
        Term("es", "de Kazajistán", TermStatus.ADMITTED, part_of_speech="phrase"),
    ),
    enforcement=Severity.ERROR,
)


def _judge(concept: Concept, language: str, *texts: str, kinds: dict[int, Kind] | None = None) -> list[tuple[int, str]]:
    index = TermIndex([concept])
    pieces = [
        read_piece(index, text, language, (kinds or {}).get(place, Kind.PARAGRAPH)) for place, text in enumerate(texts)
    ]
    found = judge_article(index, pieces, language)
    return [
        (place, f"{check}: {texts[place][spot.start : spot.end]} -> {spot.replacement}")
        for place, checks in enumerate(found)
        for check, spots in checks.items()
        for spot in spots
    ]


def test_full_form_with_its_acronym_first_and_the_acronym_after_that_is_right() -> None:
    assert _judge(OFFICE, "fr", "Le Bureau des rivières (BDR) dit.", "Le BDR répond.") == []


def test_an_acronym_that_stands_first_is_to_be_spelt_out() -> None:
    assert _judge(OFFICE, "fr", "Le BDR dit.", "Le BDR répond.") == [(0, f"{FIRST_MENTION}: BDR -> None")]


def test_a_full_form_without_the_acronym_that_follows_gets_it() -> None:
    told = _judge(OFFICE, "fr", "Le Bureau des rivières dit.", "Le BDR répond.")
    assert told == [(0, f"{FIRST_MENTION}: Bureau des rivières -> Bureau des rivières (BDR)")]


def test_a_full_form_again_after_its_acronym_is_told() -> None:
    told = _judge(OFFICE, "fr", "Le Bureau des rivières (BDR).", "Le BDR.", "Le Bureau des rivières.")
    assert told == [(2, f"{FIRST_MENTION}: Bureau des rivières -> None")]


def test_a_full_form_alone_needs_no_acronym() -> None:
    assert _judge(OFFICE, "fr", "Le Bureau des rivières.", "Le Bureau des rivières.") == []


def test_a_heading_may_have_the_acronym_before_the_text_does() -> None:
    kinds = {0: Kind.HEADING}
    assert _judge(OFFICE, "fr", "Le BDR s’explique", "Le Bureau des rivières (BDR).", kinds=kinds) == []


def test_a_concept_may_need_no_introduction() -> None:
    known = Concept(OFFICE.id, OFFICE.terms, first_mention=False)
    assert _judge(known, "fr", "Le BDR dit.") == []


def test_the_source_language_is_held_to_the_same() -> None:
    assert _judge(OFFICE, "en", "The OOR said.", "OOR again.") == [(0, f"{FIRST_MENTION}: OOR -> None")]


def test_two_spellings_in_one_article_are_told_where_the_rarer_stands() -> None:
    told = _judge(KAZAKH, "es", "Los kazajos.", "Una mujer kazaja.", "Las kazakas.")
    assert told == [(2, f"{CONSISTENCY}: kazakas -> kazajas")]


def test_of_two_equally_common_spellings_the_preferred_one_stays() -> None:
    assert _judge(KAZAKH, "es", "Los kazakos.", "Los kazajos.") == [(0, f"{CONSISTENCY}: kazakos -> kazajos")]


def test_other_words_for_the_same_are_no_variants() -> None:
    assert _judge(KAZAKH, "es", "Los kazajos.", "Los de Kazajistán.") == []


def test_a_term_that_says_so_is_a_variant_however_it_is_spelt() -> None:
    terms = (Term("fr", "loi"), Term("fr", "règle de droit", TermStatus.ADMITTED, type="variant"))
    told = _judge(Concept("law", terms), "fr", "La loi.", "La loi.", "La règle de droit.")
    assert [place for place, _ in told] == [2]


def test_nothing_across_an_article_is_an_error() -> None:
    index = TermIndex([KAZAKH])
    pieces = [read_piece(index, text, "es", Kind.PARAGRAPH) for text in ("Los kazajos.", "Los kazakos.")]
    (spot,) = judge_article(index, pieces, "es")[1][CONSISTENCY]
    assert spot.severity is Severity.WARNING


def test_asked_for_one_text_it_says_the_same_of_it() -> None:
    index = TermIndex([KAZAKH])
    texts = ("Los kazajos.", "Los kazakos.", "Los kazajos.")
    pieces = [read_piece(index, text, "es", Kind.PARAGRAPH) for text in texts]
    whole = judge_article(index, pieces, "es")
    assert [judge_article(index, pieces, "es", only=place)[place] for place in range(3)] == list(whole)
