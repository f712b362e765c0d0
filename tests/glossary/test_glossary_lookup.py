import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.glossary.glossary_verdicts import shipped_index
from tms.glossary import TermIndex, list_target_forms, list_term_cards, make_term_card
from tms.values import Concept, Term, TermStatus

FOUND = [
    ("plain", "en", "Uyghurs speak.", ["Uyghurs"]),
    ("longest first", "en", "the Xinjiang Uyghur Autonomous Region", ["Xinjiang Uyghur Autonomous Region"]),
    ("part of it", "en", "the Uyghur Region of Xinjiang", ["Uyghur Region", "Xinjiang"]),
    ("side by side", "en", "Xinjiang Uyghurs", ["Xinjiang", "Uyghurs"]),
    (
        "any case",
        "en",
        "CRIMES AGAINST HUMANITY, Crimes Against Humanity",
        ["CRIMES AGAINST HUMANITY", "Crimes Against Humanity"],
    ),
    ("acronym", "en", "The UN and the un", ["UN"]),
    ("possessive", "en", "Xinjiang’s mosques' roofs", ["Xinjiang", "mosques"]),
    ("hyphen beside", "en", "anti-Uyghur, Uyghur-led", ["Uyghur", "Uyghur"]),
    ("hyphen is no space", "en", "re education camp", []),
    ("inside a word", "en", "Uyghurology, preUyghur, Uyghurs2, 3Uyghurs", []),
    ("underscore inside a name", "en", "my_uyghur_file", []),
    ("underscore as emphasis", "en", "_Uyghurs_ and __Uyghurs__", ["Uyghurs", "Uyghurs"]),
    ("combining mark behind", "en", "Xinjiang\u0331", []),
    ("combining mark that composes", "en", "Xinjiang\u0301", []),
    ("elision", "fr", "l’Ouïghoure, d'Ouïghours, qu’Ouïghoures", ["Ouïghoure", "Ouïghours", "Ouïghoures"]),
    (
        "no-break spaces",
        "fr",
        "droits\u00a0humains, droits\u202fhumains",
        ["droits\u00a0humains", "droits\u202fhumains"],
    ),
    ("two spaces", "fr", "droits  humains", ["droits  humains"]),
    ("line end", "fr", "droits\n  humains", ["droits\n  humains"]),
    ("soft hyphen", "fr", "Ouï\u00adghours", ["Ouï\u00adghours"]),
    ("zero-width space", "fr", "Ouïghours\u200b", ["Ouïghours"]),
    ("apostrophes", "fr", "camp d'internement, camp d’internement", ["camp d'internement", "camp d’internement"]),
    ("entity", "fr", "camp d&rsquo;internement", ["camp d&rsquo;internement"]),
    ("tag", "fr", "des <b>droits</b> humains", ["droits</b> humains"]),
    ("line break tag", "fr", "droits<br/>humains", ["droits<br/>humains"]),
    ("decomposed", "fr", unicodedata.normalize("NFD", "une mosquée"), [unicodedata.normalize("NFD", "mosquée")]),
    ("right to left beside", "en", "ئۇيغۇر Uyghur ئۇيغۇر", ["Uyghur"]),
    ("lone surrogates", "en", "\ud800Uyghurs\udc00", ["Uyghurs"]),
    ("regional language", "fr-CA", "des mosquées", ["mosquées"]),
    ("deprecated too", "en", "Uighurs", ["Uighurs"]),
    ("nothing", "en", "", []),
]


@pytest.mark.parametrize(("language", "text", "forms"), [c[1:] for c in FOUND], ids=[c[0] for c in FOUND])
def test_terms_are_found_as_they_stand(language: str, text: str, forms: list[str]) -> None:
    hits = shipped_index().find(text, language)
    assert [hit.form for hit in hits] == forms
    assert [text[hit.start : hit.end] for hit in hits] == forms


def test_a_form_of_two_concepts_is_a_hit_of_each() -> None:
    index = TermIndex((Concept("a", (Term("en", "party"),)), Concept("b", (Term("en", "party"),))))
    assert [(hit.concept, hit.start, hit.end) for hit in index.find("the party", "en")] == [("a", 4, 9), ("b", 4, 9)]


def test_a_case_sensitive_term_may_begin_a_sentence() -> None:
    index = TermIndex((Concept("a", (Term("fr", "polonais", case_sensitive=True),)),))
    assert [hit.form for hit in index.find("Polonais polonais POLONAIS", "fr")] == ["Polonais", "polonais"]


def test_a_term_outside_its_time_is_not_found() -> None:
    term = Term("en", "Uyghur", valid_from=date(2020, 1, 1), valid_to=date(2020, 12, 31))
    days = [date(2019, 12, 31), date(2020, 1, 1), date(2020, 12, 31), date(2021, 1, 1)]
    found = [bool(TermIndex((Concept("a", (term,)),), today=day).find("Uyghur", "en")) for day in days]
    assert found == [False, True, True, False]


@given(st.text(max_size=60), st.sampled_from(["Uyghurs", "ouïghoures", "mosquée"]), st.text(max_size=60))
def test_any_text_around_keeps_offsets_true(before: str, word: str, after: str) -> None:
    text = f"{before} {word} {after}"
    for language in ("en", "fr", "es"):
        hits = shipped_index().find(text, language)
        assert all(text[hit.start : hit.end] == hit.form and hit.form for hit in hits)


LONG = [
    ("words", "Uyghurs ", 100_000),
    ("open tags", "<a", 0),
    ("ampersands", "&", 0),
    ("emphasis", "*", 0),
    ("underscores", "_", 0),
    ("marks", "\u0301\u0323", 0),
    ("surrogates", "\ud800Uyghurs ", 100_000),
]


@pytest.mark.parametrize(("unit", "count"), [c[1:] for c in LONG], ids=[c[0] for c in LONG])
def test_a_text_of_a_hundred_thousand_pieces_is_read(unit: str, count: int) -> None:
    assert len(shipped_index().find(unit * 100_000, "en")) == count


def test_no_words_are_known_from_deprecated_terms() -> None:
    words = shipped_index().words
    assert {"uigures", "ouïghoures", "humanité", "sinkiang"} <= words
    assert not {"uygures", "ouïgours"} & words


OFFERED = [
    ("plural", "Uyghurs fled.", "fr", "Ouïghours"),
    ("singular noun", "A Uyghur is here.", "fr", "Ouïghour"),
    ("adjective", "Uyghur women", "fr", "ouïghour"),
    ("language at the end", "She speaks Uyghur.", "fr", "Ouïghour"),
    ("Spanish plural", "Uyghurs fled.", "es", "uigures"),
    ("phrase plural", "crimes against humanity", "es", "crímenes de lesa humanidad"),
    ("phrase singular", "a crime against humanity", "fr", "crime contre l’humanité"),
    ("acronym for acronym", "the UN", "fr", "ONU"),
    ("full form for full form", "the United Nations", "fr", "Nations Unies"),
    ("deprecated source", "Uighurs", "fr", "Ouïghours"),
    ("preferred before admitted", "Xinjiang", "es", "Sinkiang"),
]


@pytest.mark.parametrize(("source", "language", "form"), [c[1:] for c in OFFERED], ids=[c[0] for c in OFFERED])
def test_the_best_form_is_offered_first(source: str, language: str, form: str) -> None:
    (hit,) = shipped_index().find(source, "en")
    assert list_target_forms(shipped_index(), hit, language, source=source)[0] == form


def test_all_forms_of_all_accepted_terms_are_offered() -> None:
    (hit,) = shipped_index().find("in Xinjiang", "en")
    assert list_target_forms(shipped_index(), hit, "es") == ("Sinkiang", "Xinjiang")


def test_a_card_has_what_to_write_and_what_not() -> None:
    concept = Concept(
        "camp",
        (
            Term("en", "camp"),
            Term("fr", "camp", gender="m"),
            Term("fr", "centre", TermStatus.ADMITTED, gender="m"),
            Term("fr", "bagne", TermStatus.DEPRECATED, gender="m"),
        ),
        definition="A place.",
        note="Careful.",
    )
    index = TermIndex((concept,))
    (card,) = list_term_cards(index, "two camps", source_language="en", language="fr")
    assert card == make_term_card(index, index.find("two camps", "en")[0], "fr")
    assert (card.preferred, card.admitted, card.deprecated) == (
        ("camps", "camp"),
        ("centres",),
        ("bagne",),
    )
    assert (card.definition, card.note, card.hit.start, card.hit.end) == ("A place.", "Careful.", 4, 9)
