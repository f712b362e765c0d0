import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.glossary.glossary_verdicts import shipped_index
from tms.glossary import TermIndex, list_target_forms, list_term_cards, make_term_card
from tms.glossary.folding import _fold_carefully, fold_text, is_word_character
from tms.text.small_words import word_set
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


BOUNDARIES = [
    ("alone", "camp", True),
    ("full stop", "camp.", True),
    ("quotation marks", "“camp”", True),
    ("apostrophe", "camp’s", True),
    ("dash", "–camp–", True),
    ("hyphen", "non-camp-like", True),
    ("slash", "camp/prison", True),
    ("control character", "\x01camp\x00", True),
    ("symbol", "🙂camp🙂", True),
    ("letter behind", "campo", False),
    ("letter before", "decamp", False),
    ("accented letter", "écamp", False),
    ("letter of another script", "campя", False),
    ("digit", "camp2", False),
    ("raised digit", "camp²", False),
    ("fraction", "½camp", False),
    ("mark behind", "camp\u0331", False),
    ("mark before", "\u0331camp", False),
    ("Indic vowel sign", "camp\u093e", False),
    ("hash tag", "#camp", False),
    ("user name", "@camp", False),
    ("hash behind", "camp#", True),
    ("address", "camp@example.org", True),
    ("one underscore", "_camp_", True),
    ("two underscores", "__camp__", True),
    ("three underscores", "a___camp___b", True),
    ("underscore after a letter", "a_camp", False),
    ("two underscores after a letter", "a__camp", False),
    ("underscore before a letter", "camp_b", False),
    ("underscore after a mark", "\u0331_camp", False),
    ("underscore between terms", "camp_camp", False),
]


@pytest.mark.parametrize(("text", "is_found"), [c[1:] for c in BOUNDARIES], ids=[c[0] for c in BOUNDARIES])
def test_the_neighbours_decide_where_a_word_ends(text: str, *, is_found: bool) -> None:
    index = TermIndex((Concept("camp", (Term("en", "camp", number="singular"),)),))
    assert bool(index.find(text, "en")) is is_found
    assert bool(index.find(f"x {text} x", "en")) is is_found


GAPS = [
    ("space", "human rights", True),
    ("no-break space", "human\u00a0rights", True),
    ("narrow no-break space", "human\u202frights", True),
    ("two spaces", "human  rights", True),
    ("no-break space and space", "human\u00a0 rights", True),
    ("tab", "human\trights", True),
    ("line end", "human\r\nrights", True),
    ("line break tag", "human<br>rights", True),
    ("inline tag", "<b>human</b> <i>rights</i>", True),
    ("emphasis", "*human* rights", True),
    ("hyphen", "human-rights", False),
    ("comma", "human, rights", False),
    ("slash", "human/rights", False),
    ("bar", "human|rights", False),
    ("quotation mark", "human ”rights", False),
    ("underscore", "human_rights", False),
    ("nothing", "humanrights", False),
    ("zero-width space", "human\u200brights", False),
]


@pytest.mark.parametrize(("text", "is_found"), [c[1:] for c in GAPS], ids=[c[0] for c in GAPS])
def test_the_words_of_a_term_have_nothing_but_a_space_between_them(text: str, *, is_found: bool) -> None:
    hits = TermIndex((Concept("rights", (Term("en", "human rights"),)),)).find(f"the {text}, x", "en")
    assert [hit.concept for hit in hits] == ["rights"] * is_found


ODD_TERMS = word_set(
    "a b ba é human rights U.S. re-education l’eau c++ .onion snake_case R&D #metoo @x x@y “q” Şükrü ئۇيغۇر x\u0331y"
)
SIGNS = word_set(
    """e\u0301 E\u0301 \u0301 \u0331 \u093e \u212b \u1100\u1161 İ ß Σ ŉ ² ½ 🙂 _ __ ___ ____ @ # & &amp; &nbsp; &rsquo;
    &fjlig; &camp; < <b> </b> <br/> <p> * ** \u00ad \u200b \ufeff ’ ‘ ´ ' ʼ - \u2011 – … | / . , “ ” « » \ud800 \x00
    \x01"""
)
SPACES = (" ", "  ", "\n", "\t", "\u00a0", "\u202f", "\x1c", "\x85")
PIECES = st.lists(st.sampled_from([*sorted(ODD_TERMS), *sorted(SIGNS), "中国", *SPACES]), max_size=12)
TERMS = [*sorted(ODD_TERMS), "中国", "a b", "human rights", "|", "a|b", "Σ", "å"]
ODD_INDEX = TermIndex([Concept(f"c{n}", (Term("de", text),)) for n, text in enumerate(TERMS)])


def stands_alone(text: str, start: int, end: int) -> bool:
    """The rule as one says it: beyond two underscores at most, no letter, digit or mark; no @ or # before it."""
    before, after = text[:start], text[end:]
    far_before, far_after = before.rstrip("_"), after.lstrip("_")
    is_begun = len(before) - len(far_before) > 2 or not far_before or not is_word_character(far_before[-1])
    is_ended = len(after) - len(far_after) > 2 or not far_after or not is_word_character(far_after[0])
    return is_begun and is_ended and before[-1:] not in ("@", "#")


@given(PIECES)
def test_what_is_found_is_every_form_that_stands_alone(pieces: list[str]) -> None:
    text = "".join(pieces)
    lexicon = ODD_INDEX.get_lexicon("de")
    lower = fold_text(text).lower
    expected = {
        (lexicon.keys.index(key), start, start + len(key))
        for key in lexicon.keys
        for start in range(len(lower))
        if lower.startswith(key, start) and stands_alone(lower, start, start + len(key))
    }
    scanned = lexicon.scan(lower)
    assert set(scanned) == expected
    assert len(scanned) == len(expected)


@given(st.one_of(PIECES.map("".join), st.text(max_size=30)))
def test_every_way_to_fold_a_text_comes_to_the_same(text: str) -> None:
    folded, careful = fold_text(text), _fold_carefully(text)
    assert (folded.lower, folded.cased) == (careful.lower, careful.cased)
    places = range(len(folded.lower))
    assert [folded.get_span(n, n + 1) for n in places] == [careful.get_span(n, n + 1) for n in places]


def test_spellings_of_one_form_are_one_hit() -> None:
    term = Term("fr", "camp d’internement", forms=("camp d’internement", "camp d'internement"))
    hits = TermIndex((Concept("camp", (term,)),)).find_all("un camp d’internement", "fr")
    assert [(hit.start, hit.end) for hit in hits] == [(3, 21)]


def test_the_forms_of_a_concept_keep_their_order_beside_homographs() -> None:
    terms = [Term("de", "Lager"), Term("de", "Haft", forms=("Haft", "Lager", "Haften"))]
    index = TermIndex([Concept(f"c{n}", (term,)) for n, term in enumerate(terms)])
    assert [entry.cased for entry in index.get_lexicon("de").list_accepted("c1")] == ["Haft", "Lager", "Haften"]


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
