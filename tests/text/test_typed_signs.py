"""What typed characters become in French and Spanish, letter by letter as a hand types them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tms.text.replacing import find_replacement
from tms.values import FrenchSpace, HouseRules, SpanishQuotes

N, F = "\u202f", "\u00a0"


def type_text(typed: str, language: str, rules: HouseRules | None = None) -> str:
    """The text after all letters were typed, one after the other."""
    text = ""
    for letter in typed:
        text += letter
        found = find_replacement(text, len(text), language, rules or HouseRules())
        if found is not None:
            text = found.apply(text)
    return text


FRENCH = {
    "l'ONU": "l’ONU",
    "aujourd'hui": "aujourd’hui",
    "rock 'n' roll": "rock ’n’ roll",
    "24 h/24": "24 h/24",
    "24h/24 et 7j/7": "24h/24 et 7j/7",
    "http://x": "http://x",
    "voir http://a.org/b?c=d;e": "voir http://a.org/b?c=d;e",
    "www.a.org/l'an": "www.a.org/l'an",
    "a.b@c.org": "a.b@c.org",
    ":-)": ":-)",
    "Merci :-)": f"Merci{F}:-)",
    "10:30": "10:30",
    "3.14": "3.14",
    "5'": "5'",
    '5"': '5"',
    f"«{F}Où{N}?{F}»": f"«{F}Où{N}?{F}»",
    "« Où": f"«{F}Où",
    "attendez...": "attendez…",
    "../..": "../..",
    "un--deux": "un—deux",
    "<!-- x -->": "<!-- x -->",
    '"Bonjour"': f"«{F}Bonjour{F}»",
    '"Bonjour" dit-il': f"«{F}Bonjour{F}» dit-il",
    '("Bonjour")': f"(«{F}Bonjour{F}»)",
    '"Il dit "non""': f"«{F}Il dit “non”{F}»",
    '"Bonjour !"': f"«{F}Bonjour{N}!{F}»",
    "«Bonjour»": f"«{F}Bonjour{F}»",
    "« Bonjour »": f"«{F}Bonjour{F}»",
    "Quoi ?": f"Quoi{N}?",
    "Quoi?": f"Quoi{N}?",
    "Quoi ?!": f"Quoi{N}?!",
    "Non ! Si": f"Non{N}! Si",
    "ici ; là": f"ici{N}; là",
    "ici;": f"ici{N};",
    "Il dit : oui": f"Il dit{F}: oui",
    "Il dit: oui": f"Il dit{F}: oui",
    "50 %": f"50{F}%",
    "50%": f"50{F}%",
    "50 €": f"50{F}€",
    "100% des 20€": f"100{F}% des 20{F}€",
    "%s": "%s",
    "(?)": "(?)",
    '<a href="x">l\'an</a>': '<a href="x">l’an</a>',
    "[l'an](x:y)": "[l’an](x:y)",
    "`a = 'b'` l'an": "`a = 'b'` l’an",
    "&nbsp;": "&nbsp;",
    "{{ l'an }}": "{{ l'an }}",
    "**Quoi** ?": f"**Quoi**{N}?",
    "1:2": "1:2",
    "Jean 3:16": "Jean 3:16",
    "c'est l'été": "c’est l’été",
    "---": "—-",
    'l\'"État"': f"l’«{F}État{F}»",
}
SPANISH = {
    '"Hola"': "«Hola»",
    '"Ella dijo "no""': "«Ella dijo “no”»",
    '("Hola")': "(«Hola»)",
    '¿"Hola"?': "¿«Hola»?",
    "¿Qué?": "¿Qué?",
    "Qué?": "¿Qué?",
    "Vino. Qué quiere?": "Vino. ¿Qué quiere?",
    "Vino. Basta!": "Vino. ¡Basta!",
    "¡¿Qué?!": "¡¿Qué?!",
    "¿¡Qué!?": "¿¡Qué!?",
    "Pero, ¿qué quiere?": "Pero, ¿qué quiere?",
    "Dijo: qué quiere?": "Dijo: ¿qué quiere?",
    '"Qué quiere?"': "«¿Qué quiere?»",
    "(?)": "(?)",
    "espera...": "espera…",
    "uno--dos": "uno—dos",
    "O'Higgins": "O’Higgins",
    "10:30": "10:30",
    "50 %": "50 %",
    "http://a.org/b?c": "http://a.org/b?c",
    "<b>Qué</b>?": "¿<b>Qué</b>?",
    "3.14": "3.14",
    '5"': '5"',
}
HOUSE = {
    "all narrow": ("fr", HouseRules(french_space=FrenchSpace.NARROW), '"a : b"', f"«{N}a{N}: b{N}»"),
    "all full": ("fr", HouseRules(french_space=FrenchSpace.FULL), "a ?", f"a{F}?"),
    "curly in Spanish": ("es", HouseRules(spanish_quotes=SpanishQuotes.CURLY), '"a "b""', "“a ‘b’”"),
    "no rules for others": ("de", HouseRules(), '"a" ?', '"a" ?'),
    "a region": ("es-MX", HouseRules(), '"a"', "«a»"),
}


@pytest.mark.parametrize(("typed", "text"), FRENCH.items(), ids=FRENCH)
def test_french(typed: str, text: str) -> None:
    assert type_text(typed, "fr") == text


@pytest.mark.parametrize(("typed", "text"), SPANISH.items(), ids=SPANISH)
def test_spanish(typed: str, text: str) -> None:
    assert type_text(typed, "es") == text


@pytest.mark.parametrize(("language", "rules", "typed", "text"), HOUSE.values(), ids=HOUSE)
def test_house_rules_choose(language: str, rules: HouseRules, typed: str, text: str) -> None:
    assert type_text(typed, language, rules) == text


@given(st.text(alphabet="abé 1.'\"-:;!?%«»<>()[]{}¿¡\n", max_size=40), st.sampled_from(["fr", "es"]))
def test_taken_back_a_replacement_leaves_what_was_typed(typed: str, language: str) -> None:
    text = ""
    for letter in typed:
        text += letter
        found = find_replacement(text, len(text), language, HouseRules())
        if found is not None:
            after = found.apply(text)
            back = after[: found.start] + text[found.start : found.end] + after[found.start + len(found.text) :]
            assert back == text
            assert 0 <= found.start <= found.end <= len(text)
            assert found.move(len(text)) == len(after)
            text = after
