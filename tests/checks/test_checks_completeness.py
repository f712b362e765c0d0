"""What is left out, cut off, said twice or far too long."""

import pytest

from tests.checks.asking import Found, ask
from tms.checks import ALL_CHECKS, run_checks
from tms.checks.length import learn_lengths
from tms.values import CheckInput, Kind

WARNING, INFO, ERROR = "warning", "info", "error"


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("", "Foto de archivo.", [Found(WARNING, "Foto de archivo.")]),
        ("&nbsp;", "Continuará.", [Found(WARNING, "Continuará.")]),
        ("<br>", "<br>Compártalo.", [Found(WARNING, "<br>Compártalo.")]),
        ("<br>", "<br>", []),
        ("", "\u200b", []),
        ('[gallery ids="1"]', '[gallery ids="1"]', []),
        ("***", "***", []),
        ("“No.”", "«No».", []),
    ],
)
def test_a_translation_without_a_source(source: str, target: str, found: list[Found]) -> None:
    assert ask("source-empty", target, source=source, language="es") == found


def test_a_local_paragraph_needs_no_source() -> None:
    assert ask("source-empty", "Signez la pétition.", source="", kind=Kind.LOCAL) == []


SOURCE = "Your donation is tax-deductible. Fill in the form below and we will send you a receipt within ten days."


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("Votre don est déductible.", [Found(WARNING, None)]),
        ("Votre don est déductible des impôts. " * 8, [Found(WARNING, None)]),
        ("Votre don est déductible. Remplissez le formulaire : reçu sous dix jours par courrier.", []),
        (f"{SOURCE} Et encore une explication que le lecteur français attend ici.", []),
    ],
)
def test_length(target: str, found: list[Found]) -> None:
    assert ask("length", target, source=SOURCE) == found


def test_a_short_source_has_no_usual_length() -> None:
    assert ask("length", "Lire la suite de cet article dans le numéro de mars", source="Read on") == []


def test_markup_does_not_count_as_length() -> None:
    link = f'<a href="https://example.org/{"x" * 200}">'

    assert ask("length", f"{link}Non</a>", source=f"{link}{SOURCE}</a>") == [Found(WARNING, None)]


def test_the_project_says_how_long_its_translations_are() -> None:
    target = "Déductible. Remplissez le formulaire, reçu sous dix jours."
    (check,) = (each for each in ALL_CHECKS if each.id == "length")
    wide, narrow = (CheckInput(SOURCE, target, "en", "fr", lengths=lengths) for lengths in ((0.4, 1.5), (0.85, 1.5)))

    assert run_checks(wide, checks=(check,)) == ()
    assert [finding.check for finding in run_checks(narrow, checks=(check,))] == ["length"]


def test_lengths_are_learnt_from_enough_pairs() -> None:
    pairs = [(100, 100 + step) for step in range(60)]

    assert learn_lengths(pairs[:49]) is None
    assert learn_lengths([(20, 25)] * 500) is None
    assert learn_lengths(pairs) == (0.85, 1.85)


def test_what_was_learnt_rarely_changes_and_bears_a_few_faults() -> None:
    pairs = [(100, 100 + step) for step in range(60)]

    assert learn_lengths([*pairs, (100, 5)]) == learn_lengths(pairs)
    assert learn_lengths([(100, 110)] * 60) == (0.85, 1.5)


COUNT = [
    (
        "joined-three",
        "Who taught you? Who paid you? Who else was there?",
        "Qui t’a instruit, payé, vu ?",
        [Found(INFO, None)],
    ),
    ("joined-two", "Who taught you? Who paid you?", "Qui t’a instruit, qui t’a payé ?", []),
    ("abbreviations", "She met him in the USA.", "Elle l’a vu aux É.-U. avec M. Li et Mme D. hier.", []),
    ("split-in-three", "He came, he saw, he left.", "Il vint. Il vit. Il partit.", [Found(INFO, None)]),
]


@pytest.mark.parametrize(("source", "target", "found"), [case[1:] for case in COUNT], ids=[case[0] for case in COUNT])
def test_number_of_sentences(source: str, target: str, found: list[Found]) -> None:
    assert ask("sentence-count", target, source=source) == found


OMISSION = [
    (
        "last",
        "The court found no evidence that the defendants had planned any attack. It convicted them anyway.",
        "Le tribunal n’a trouvé aucune preuve que les accusés aient préparé le moindre attentat.",
        True,
    ),
    (
        "first",
        "The mayor opened the school for them. In the others sat 214 people who had not drunk for two days.",
        "Dans les autres se trouvaient 214 personnes qui n’avaient rien bu depuis deux jours.",
        True,
    ),
    (
        "middle",
        "They came at night. The neighbours had heard the cars and did not dare to look out. Nobody spoke of it.",
        "Ils sont venus la nuit. Personne n’en a parlé.",
        True,
    ),
    (
        "joined-by-a-colon",
        "What the film does well is listen. It lets twelve survivors speak in their own time.",
        "Ce que le film réussit, c’est l’écoute : il laisse douze rescapés parler à leur rythme.",
        False,
    ),
    (
        "joined-by-a-conjunction",
        "He signed the paper in the morning. In the afternoon he was free.",
        "Il a signé le document le matin et l’après-midi il était libre.",
        False,
    ),
    (
        "joined-and-moved",
        "Angelica, who fled Caracas, and Erkin, who fled Kashgar, run a restaurant in Ávila. Africa was born there.",
        "Africa est née à Ávila, où ses parents tiennent un restaurant : Angelica a fui Caracas et Erkin, Kachgar.",
        False,
    ),
    ("whole", "One came home. Two did not.", "L’un est rentré. Les deux autres, non.", False),
    ("abbreviation", "He lives in Lhasa. She left.", "Il vit à Lhassa. Elle est partie.", False),
]


@pytest.mark.parametrize(
    ("source", "target", "is_found"), [case[1:] for case in OMISSION], ids=[case[0] for case in OMISSION]
)
def test_a_sentence_left_out(source: str, target: str, *, is_found: bool) -> None:
    assert ask("omission", target, source=source) == ([Found(WARNING, None)] if is_found else [])


TRUNCATED = [
    ("article", "He was behind bars.", "Il était derrière les", "fr", "les"),
    ("preposition", "In front of the embassy", "Devant l’ambassade de", "fr", "de"),
    ("conjunction", "War and crimes.", "Guerra y", "es", "y"),
    ("elision", "He saw the bird.", "Il a vu l’", "fr", "l"),
    ("comma", "He came and left.", "Il est venu,", "fr", ","),
    ("tagged", "He was <b>in prison</b>.", "Il était <b>dans</b>", "fr", "dans"),
    ("possessive", "And your pockets too.", "Y vuestros", "es", "vuestros"),
    ("seldom-word", "Forbidden without exception.", "Interdit sans", "fr", "sans"),
    ("idiom", "We shall have to do without it", "Il faudra faire sans", "fr", None),
    ("label", "Posted in", "Publié dans", "fr", None),
    ("open-source", "Dear friends,", "Chers amis,", "fr", None),
    ("letter", "The plan called plan A", "Le plan A", "fr", None),
    ("imperative", "Free them", "Libérez-les", "fr", None),
    ("east", "Towards the east", "Vers l’est", "fr", None),
    ("number", "Chapter twenty-one", "Chapitre vingt et un", "fr", None),
    ("whole", "He came.", "Il est venu.", "fr", None),
    ("metres", "A wall of 300 m", "Un mur de 300 m", "fr", None),
    ("other-language", "He was behind the", "Er war hinter der", "de", None),
]


@pytest.mark.parametrize(
    ("source", "target", "language", "word"), [case[1:] for case in TRUNCATED], ids=[case[0] for case in TRUNCATED]
)
def test_a_text_that_breaks_off(source: str, target: str, language: str, word: str | None) -> None:
    assert ask("truncated", target, source=source, language=language) == ([Found(WARNING, word)] if word else [])


def test_a_text_without_a_source_breaks_off_only_after_some_words() -> None:
    assert ask("truncated", "Les familles attendent encore devant les") == [Found(WARNING, "les")]
    assert ask("truncated", "Publié par les") == []


STRUCTURE = [
    ("heading", "Three monks", "## Trois moines", [Found(ERROR, "## ", "Trois moines")]),
    ("point", "Three monks", "- Trois moines", [Found(ERROR, "- ", "Trois moines")]),
    ("star", "Write", "* Écrire", [Found(ERROR, "* ", "Écrire")]),
    ("number", "An end to it", "1. La fin", [Found(ERROR, "1. ", "La fin")]),
    ("quotation", "A book", "> Un livre", [Found(ERROR, "> ", "Un livre")]),
    ("within", "One can see it.", "On voit.\n\n- Tout", [Found(ERROR, "- ")]),
    ("same", "## Three\n- one", "## Trois\n- un", []),
    ("dash", "“Who?”", "— Qui ?", []),
    ("emphasis", "*Freedom* is dear", "*La liberté* est chère", []),
    ("bold", "**Note:** read", "**Note :** lisez", []),
    ("minus", "It was -5 degrees", "-5 degrés", []),
    ("year", "1984 was dark", "1984. Une année sombre", []),
    ("hashtag", "#MeToo moved many", "#MeToo a ému", []),
    ("rule", "* * *", "* * *", []),
]


@pytest.mark.parametrize(
    ("source", "target", "found"), [case[1:] for case in STRUCTURE], ids=[case[0] for case in STRUCTURE]
)
def test_another_block(source: str, target: str, found: list[Found]) -> None:
    assert ask("structure", target, source=source) == found


TWICE = "Il est né sous la tente, loin de tout."


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("He was born.", f"{TWICE} {TWICE}", [Found(WARNING, f" {TWICE}", TWICE)]),
        ("He was born. He left.", f"{TWICE} Il partit. {TWICE}", [Found(WARNING, TWICE)]),
        ("Never again will we come. Never again will we come.", f"{TWICE} {TWICE}", []),
        ("No. No.", "Ce n’est pas. Ce n’est pas.", []),
        (None, f"{TWICE} {TWICE}", [Found(WARNING, f" {TWICE}", TWICE)]),
        (None, "Il est né sous la tente. Il est né sous la yourte.", []),
    ],
)
def test_a_sentence_pasted_twice(source: str | None, target: str, found: list[Found]) -> None:
    assert ask("pasted-twice", target, source=source) == found


START = [
    ("word", "The family waits", "la famille attend", [Found(WARNING, "l", "La famille attend")]),
    ("accent", "In Beijing", "à Pékin", [Found(WARNING, "à", "À Pékin")]),
    ("question", "Don’t you know?", "¿no lo sabéis?", [Found(WARNING, "n", "¿No lo sabéis?")]),
    ("tag", "<b>Stop</b> it", "<b>arrêtez</b>", [Found(WARNING, "a", "<b>Arrêtez</b>")]),
    ("small-source", "donate by card,", "faire un don par carte,", []),
    ("figure", "Three thousand people", "3 000 personnes", []),
    ("ellipsis", "And then", "… et puis", []),
    ("account", "Example tells", "iPhone et eBay", []),
    ("article-of-a-name", "Al-Jazeera says", "al-Jazeera affirme", []),
    ("address", "Www.example.org says", "www.example.org dit", []),
    ("particle", "Ilham’s father", "ben Ali est son père", []),
]


@pytest.mark.parametrize(("source", "target", "found"), [case[1:] for case in START], ids=[case[0] for case in START])
def test_capital_at_the_beginning(source: str, target: str, found: list[Found]) -> None:
    assert ask("start-case", target, source=source) == found


@pytest.mark.parametrize(
    ("target", "is_found"), [("la libération de tous ;", False), ("la libération.", False), ("la libération", True)]
)
def test_points_of_a_list_may_begin_small(target: str, *, is_found: bool) -> None:
    assert bool(ask("start-case", target, source="Release of all", kind=Kind.LIST_ITEM)) is is_found


def test_a_sentence_nobody_can_follow() -> None:
    long = f"Il est parti {'et il a marché encore ' * 10}sans savoir où."

    assert ask("long-sentence", long, source="He left. He walked on and on.") == [Found(INFO, long)]
    assert ask("long-sentence", long, source=f"He left {'and he walked on again ' * 10}blindly.") == []
    assert ask("long-sentence", "Il est parti. Il a marché encore. " * 10, source="He left.") == []


NOTES = [
    ("xxx", "He was early", "La visite fut XXX", "fr", "XXX"),
    ("todo", "The pass", "le col (TODO nom ?)", "fr", "(TODO"),
    ("fixme", "These archives", "ces archives FIXME", "fr", "FIXME"),
    ("brackets", "A mill", "une filature [[textile mill?]]", "fr", "[[textile mill?]]"),
    ("fuzzy", "It stopped", "[fuzzy] tout s’arrêta", "fr", "[fuzzy]"),
    ("question-marks", "strangers serve", "??? au service", "fr", "???"),
    ("signed-question", "two days", "deux jours. [NdT : à vérifier ???]", "fr", "[NdT : à vérifier ???]"),
    ("task", "two days", "dos días (por revisar)", "es", "(por revisar)"),
    ("template", "half a page", "une demi-page {{TODO}}", "fr", "{{TODO}}"),
    ("colon", "shutters", "volets clos. TODO: relire", "fr", "TODO:"),
    ("conflict", "one", "<<<<<<< HEAD\nun", "fr", "<<<<<<<"),
    ("spanish-capitals", "Everything about it", "TODO SOBRE XINJIANG", "es", None),
    ("spanish-emphasis", "They took it all", "Se llevaron TODO y más", "es", None),
    ("roman-thirty", "The 30th congress", "El XXX congreso", "es", None),
    ("note-for-the-reader", "a pun", "un jeu de mots [NdT : sur « fin »]", "fr", None),
    ("in-the-source", "Mr XXX said TODO", "M. XXX a dit TODO", "fr", None),
    ("doubt", "born in 1540", "né en 1540 (?)", "fr", None),
    ("editor", "they [the police] came", "ils [les policiers] sont venus", "fr", None),
    ("real-question", "What???", "Quoi ???", "fr", None),
]


@pytest.mark.parametrize(
    ("source", "target", "language", "note"), [case[1:] for case in NOTES], ids=[case[0] for case in NOTES]
)
def test_a_note_left_in_the_text(source: str, target: str, language: str, note: str | None) -> None:
    assert ask("note-left", target, source=source, language=language) == ([Found(ERROR, note)] if note else [])


LEFT = [
    ("noun", "The students waited", "Los students esperaban", "es", "students"),
    ("french-word", "The budget grew", "El budget creció", "es", "budget"),
    ("first-word", "Three monks came", "Three moines sont venus", "fr", "Three"),
    ("adjectives", "a great salt lake", "un great salt lake gris", "fr", "great salt lake"),
    ("shared-word", "The village had a budget", "Le village avait un budget", "fr", None),
    ("gloss", "secret prisons", "prisons secrètes (black jails)", "fr", None),
    ("name-first", "Campaign for Uyghurs opened", "Campaign for Uyghurs a ouvert", "fr", None),
    ("file-name", "the file sources.list there", "el archivo sources.list", "es", None),
    ("acronym", "TURN is a service", "TURN est un service", "fr", None),
    ("account", "write to @un_watch", "escriba a @un_watch", "es", None),
    ("title", "the book “Silent Lake”", "le livre « Silent Lake »", "fr", None),
    ("french-name", "at the Place de la République in Paris", "à la place de la République, à Paris", "fr", None),
]


@pytest.mark.parametrize(
    ("source", "target", "language", "words"), [case[1:] for case in LEFT], ids=[case[0] for case in LEFT]
)
def test_a_single_word_left_in_english(source: str, target: str, language: str, words: str | None) -> None:
    assert ask("untranslated", target, source=source, language=language) == ([Found(WARNING, words)] if words else [])
