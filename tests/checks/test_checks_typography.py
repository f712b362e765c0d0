import pytest

from tests.checks.asking import Found, ask

N, T = "\u00a0", "\u202f"

SPACING = [
    ("plain-space", "Quoi ?", [Found("warning", " ", f"Quoi{T}?")]),
    ("missing", "Quoi?", [Found("warning", "", f"Quoi{T}?")]),
    ("colon", "Voici : un", [Found("warning", " ", f"Voici{N}: un")]),
    ("semicolon", "un; deux", [Found("warning", "", f"un{T}; deux")]),
    (
        "guillemets",
        "« mot »",
        [Found("warning", " ", f"«{N}mot »"), Found("warning", " ", f"« mot{N}»")],
    ),
    ("guillemets-tight", f"«mot{N}»", [Found("warning", "", f"«{N}mot{N}»")]),
    ("before-emphasis", f"«*mot*{N}»", [Found("warning", "", f"«{N}*mot*{N}»")]),
    ("after-a-tag", "<b>Quoi</b> ?", [Found("warning", " ", f"<b>Quoi</b>{T}?")]),
    ("after-a-link", "[ici](https://a.org):", [Found("warning", "", f"[ici](https://a.org){N}:")]),
    ("after-a-bracket", "(voir)?", [Found("warning", "", f"(voir){T}?")]),
    ("any-no-break", f"Quoi{N}? Voici{T}: «{T}mot{T}» et «{N}mot{N}»{N};", []),
    ("entities", "Quoi&nbsp;? «&#8239;mot&#x202F;»", []),
    ("group", f"Quoi{T}?! Non{T}!!! Si{T}?…", []),
    ("doubt", "un fait (?) étrange (!)", []),
    ("quoted-sign", "le signe « ? »".replace(" »", f"{N}»").replace("« ", f"«{N}"), []),
    ("time-and-ratio", "à 10:30, score 3:1, Jean 3:16", []),
    ("address", "https://a.org/?x=1;y et mailto:a@b.org", []),
    ("namespace", "std::list et Wikipédia:Accueil", []),
    ("face", "merci :-) et ;) :D", []),
    ("emoji-code", ":material-account-group: membres", []),
    ("code", "`a ? b : c;`", []),
    ("template", "{{ page.title ? a : b }}", []),
    ("shortcode", '[caption id="a:b" title="Quoi?"]x[/caption]', []),
    ("percent", "84% et 5 €", [Found("warning", "", f"84{N}% et 5 €"), Found("warning", " ", f"84% et 5{N}€")]),
    ("percent-apart", f"84{N}% et 5{T}€ et %20", []),
    ("bare-domain", "example.org?utm=1", []),
    ("head-of-line", ": une définition", []),
    ("continued-quotation", f"»{N}suite de la citation", []),
]


@pytest.mark.parametrize(("target", "found"), [case[1:] for case in SPACING], ids=[case[0] for case in SPACING])
def test_french_spacing(target: str, found: list[Found]) -> None:
    assert ask("french-spacing", target) == found


@pytest.mark.parametrize(
    ("language", "target", "found"),
    [
        ("fr-FR", "Quoi?", [Found("warning", "", f"Quoi{T}?")]),
        ("fr-CA", "Quoi? Oui! Bon; bien", []),
        ("fr-CA", "Voici: un", [Found("warning", "", f"Voici{N}: un")]),
        ("fr-CH", "«Quoi?»", []),
        ("es", "¿Qué?", []),
    ],
)
def test_french_spacing_follows_the_region(language: str, target: str, found: list[Found]) -> None:
    assert ask("french-spacing", target, language=language) == found


GUILLEMETS = [
    ("straight", 'un "mot" dit', [Found("warning", '"mot"', f"un «{N}mot{N}» dit")]),
    ("curly", "un “mot” dit", [Found("warning", "“mot”", f"un «{N}mot{N}» dit")]),
    ("entities", "un &quot;mot&quot; dit", [Found("warning", "&quot;mot&quot;", f"un «{N}mot{N}» dit")]),
    ("around-a-tag", "un “<i>mot</i>” dit", [Found("warning", "“<i>mot</i>”", f"un «{N}<i>mot</i>{N}» dit")]),
    ("holds-guillemets", f"un “titre «{N}mot{N}»”", [Found("warning", f"“titre «{N}mot{N}»”")]),
    ("second-level", f"«{N}il dit “mot” ici{N}»", []),
    ("open-paragraph", f"«{N}il dit “mot” ici.", []),
    ("attribute", '<a href="https://a.org">mot</a>', []),
    ("unclosed", "un “mot dit", []),
    ("inches", 'un écran de 15" et un de 17"', []),
]


@pytest.mark.parametrize(("target", "found"), [case[1:] for case in GUILLEMETS], ids=[case[0] for case in GUILLEMETS])
def test_french_guillemets(target: str, found: list[Found]) -> None:
    assert ask("french-guillemets", target) == found


@pytest.mark.parametrize("target", ["Les ‘camps’ existent.", "Les 'camps' existent."])
def test_single_marks_are_french_only_within_others(target: str) -> None:
    (found,) = ask("french-guillemets", target, source="The “camps” exist.")

    assert found.fix == f"Les «{N}camps{N}» existent."
    assert ask("french-guillemets", "l'été d'une 'tite ville d'ici", source="the summer of a town") == []


def test_swiss_guillemets_have_no_inner_space() -> None:
    assert ask("french-guillemets", "un “mot” dit", language="fr-CH") == [Found("warning", "“mot”", "un «mot» dit")]


SPANISH = [
    ("question", "Qué pasa?", [Found("error", "", "¿Qué pasa?")]),
    ("exclamation", "Basta ya!", [Found("warning", "", "¡Basta ya!")]),
    ("second-sentence", "Hola. Quién es?", [Found("error", "", "Hola. ¿Quién es?")]),
    ("interrogative-with-comma", "Cuándo, dónde y cómo?", [Found("error", "", "¿Cuándo, dónde y cómo?")]),
    ("middle-of-a-sentence", "Pero, si es así, vienes?", [Found("error", "?")]),
    ("in-quotes", "“Qué pasa?”, dijo", [Found("error", "", "“¿Qué pasa?”, dijo")]),
    ("unclosed", "¿Qué pasa.", [Found("warning", "¿")]),
    ("whole", "¿Qué pasa? ¡Basta!", []),
    ("clause", "Pero, ¿quién viene?", []),
    ("mixed", "¡Qué dices? ¿¡Cómo!? ¿Cómo?! ¡¡¡No!!!", []),
    ("several-clauses", "¿Vienes, o te quedas; o qué?", []),
    ("doubt", "nació en 1540 (?) y murió (1602?)", []),
    ("address", "https://a.org/?q=1 y a.php?b=2", []),
    ("english-title", "el libro “Who Were They?” habla", []),
    ("english-sentence", "What is the answer to this?", []),
    ("code", "`a ? b : c`", []),
    ("factorial", "5! es 120", []),
]


@pytest.mark.parametrize(("target", "found"), [case[1:] for case in SPANISH], ids=[case[0] for case in SPANISH])
def test_spanish_marks(target: str, found: list[Found]) -> None:
    assert ask("spanish-marks", target, language="es") == found


def test_a_question_that_goes_on_in_a_list_is_open_in_both() -> None:
    assert ask("spanish-marks", "¿Ha sido usted:", source="Have you been:", language="es") == []


@pytest.mark.parametrize("source", ["Yahoo! was there.", "He works at Yahoo!"])
def test_a_name_of_the_source_keeps_its_mark(source: str) -> None:
    target = "Yahoo! estaba allí." if source.startswith("Yahoo") else "Trabaja en Yahoo!"

    assert ask("spanish-marks", target, source=source, language="es") == []
    assert ask("french-spacing", "Yahoo! était là.", source="Yahoo! was there.") == []
    assert ask("spanish-marks", "Nunca más!", source="Never again!", language="es") != []


def test_a_name_that_stays_as_it_is_needs_no_mark() -> None:
    assert ask("spanish-marks", "Yahoo!", source="Yahoo!", language="es") == []
