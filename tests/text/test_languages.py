"""A text is known by its language, and none of its neighbours is taken for it."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tms.text.languages import UNKNOWN, Guess, identify_language

PARAGRAPHS = {
    "english": ("en", "The families were told to leave their houses before noon, and nobody came back for the cattle."),
    "english with a French quotation": (
        "en",
        "The sign at the gate said “Défense d’entrer”, but the guards had gone and we could walk into the yard.",
    ),
    "english with Spanish names": (
        "en",
        "José Muñoz of the Comisión de Derechos Humanos met the relatives in São Paulo and wrote down what they said.",
    ),
    "french": (
        "fr",
        "On a dit aux familles de quitter leurs maisons avant midi, et personne n’est revenu pour le bétail.",
    ),
    "french without accents": ("fr", "Les soldats ont ferme la route et personne ne peut plus entrer dans la ville."),
    "french with English names": (
        "fr",
        "Human Rights Watch et Freedom House ont publié ce mardi un rapport sur les prisons du pays.",
    ),
    "spanish": (
        "es",
        "Dijeron a las familias que abandonaran sus casas antes del mediodía y nadie volvió por el ganado.",
    ),
    "spanish without accents": (
        "es",
        "Los soldados cerraron la carretera y nadie puede entrar en la ciudad por ahora.",
    ),
    "portuguese": (
        "pt",
        "Disseram às famílias que deixassem as suas casas antes do meio-dia e ninguém voltou pelo gado.",
    ),
    "italian": (
        "it",
        "Alle famiglie è stato detto di lasciare le case prima di mezzogiorno e nessuno è tornato per il bestiame.",
    ),
    "catalan": (
        "ca",
        "Van dir a les famílies que deixessin les seves cases abans del migdia, però ningú no ha tornat pel bestiar.",
    ),
    "galician": (
        "gl",
        "Dixéronlles ás familias que deixasen as súas casas antes do mediodía e ninguén volveu polo gando.",
    ),
    "romanian": (
        "ro",
        "Li s-a spus familiilor să își părăsească locuințele și nimeni nu a venit după vite în acea zi.",
    ),
    "german": (
        "de",
        "Den Familien wurde gesagt, sie sollten ihre Häuser vor Mittag verlassen, und niemand kam wegen der Tiere.",
    ),
    "dutch": ("nl", "De families moesten voor de middag hun huizen verlaten en niemand is voor het vee teruggekomen."),
    "latin": ("la", "Lorem ipsum dolor sit amet, et non est in verbis quod ad rem pertinet, sed ut solet."),
    "chinese": ("zh", "当地居民被要求在中午之前离开自己的家园。"),
    "japanese": ("ja", "住民は正午までに家を出るように言われた。"),
    "korean": ("ko", "주민들은 정오까지 집을 떠나라는 말을 들었다."),
    "uyghur": ("ug", "ئائىلىلەر چۈشتىن بۇرۇن ئۆيلىرىدىن چىقىپ كېتىشكە بۇيرۇلدى."),
    "arabic": ("ar", "طُلب من العائلات مغادرة منازلها قبل الظهر ولم يعد أحد."),
    "uyghur in Latin letters": (
        "",
        "A'ililer chüshtin burun öyliridin chiqip kétishke buyruldi, héchkim qaytip kelmidi.",
    ),
    "russian": ("", "Семьям велели покинуть свои дома до полудня, и никто не вернулся."),
    "persian": ("", "به خانواده‌ها گفته شد پیش از ظهر خانه‌های خود را ترک کنند."),
    "esperanto": ("", "Oni diris al la familioj ke ili forlasu siajn domojn kaj neniu revenis pro la bestoj."),
}


@pytest.mark.parametrize(("language", "text"), PARAGRAPHS.values(), ids=PARAGRAPHS.keys())
def test_paragraphs(language: str, text: str) -> None:
    assert identify_language(text).language == language


@pytest.mark.parametrize(("language", "text"), PARAGRAPHS.values(), ids=PARAGRAPHS.keys())
def test_no_neighbour_becomes_one_of_ours(language: str, text: str) -> None:
    """Cut into pieces of seven words, a text may become unknown, but never English, French or Spanish by mistake."""
    if language in ("en", "fr", "es"):
        return
    words = text.split()
    pieces = [" ".join(words[at : at + 7]) for at in range(0, len(words), 7)]
    assert not {identify_language(piece).language for piece in pieces} & {"en", "fr", "es"}


SHORT = [
    "",
    "Xinjiang",
    "Informe de la ONU",
    "La vie des autres",
    "1 2 3 4 5 6 7",
    "¿¿¿¿¿¿ !!!!",
    "http://the.of.and/to/in/a",
]


@pytest.mark.parametrize("text", SHORT)
def test_less_than_five_words_are_not_guessed_at(text: str) -> None:
    assert identify_language(text) == UNKNOWN


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We do not know where they are"),
        ("fr", "Nous ne savons pas où ils sont"),
        ("es", "No sabemos dónde están los niños"),
    ],
)
def test_a_short_sentence_is_known(language: str, text: str) -> None:
    assert identify_language(text).language == language


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_composition_apostrophes_and_case_do_not_matter(language: str) -> None:
    text = PARAGRAPHS[{"en": "english", "fr": "french", "es": "spanish"}[language]][1]
    whole = identify_language(text)
    assert whole.confidence > 0.95
    assert identify_language(unicodedata.normalize("NFD", text)) == whole
    assert identify_language(text.replace("’", "'")) == whole
    assert identify_language(text.upper()).language == language


def test_a_mixed_text_is_what_most_of_it_is() -> None:
    english, french = PARAGRAPHS["english"][1], PARAGRAPHS["french"][1]
    assert identify_language(f"{english} {english} {french}").language == "en"
    assert identify_language(f"{english} {french} {french}").language == "fr"


@given(st.text(max_size=200))
def test_any_text_has_an_answer(text: str) -> None:
    guess = identify_language(text)
    assert isinstance(guess, Guess)
    assert 0 <= guess.confidence <= 1
    assert bool(guess.language) == (guess.confidence > 0)


@pytest.mark.parametrize(
    "text", ["a" * 1_000_000, "le chat et " * 100_000, "\ud800" * 1000, "l'" * 300_000, "a@" * 300_000]
)
def test_long_texts_take_no_time(text: str) -> None:
    start = time.process_time()
    identify_language(text)
    assert time.process_time() - start < 1
