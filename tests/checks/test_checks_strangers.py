"""What texts of strangers taught: classes of wordings that are right, and slips that were not seen."""

import pytest

from tests.checks.asking import ask
from tms.values import Kind

RIGHT = [
    # Denied by a word of its own.
    ("negation", "fr", "The paper said that she had left. She had not.", "Le journal la disait partie. C’était faux."),
    ("negation", "es", "He said he had signed. He did not.", "Dijo que había firmado. Era mentira."),
    ("negation", "fr", "My aunt never forgot that winter.", "Ma tante s’est toujours souvenue de cet hiver."),
    ("negation", "es", "My aunt never forgot that winter.", "Mi tía siempre recordó aquel invierno."),
    ("negation", "es", "It costs nothing for children.", "Es gratis para los niños."),
    ("negation", "fr", "Pensioners pay nothing.", "L’entrée est gratuite pour les retraités."),
    ("negation", "fr", "His brother did not survive the camp.", "Son frère a péri dans le camp."),
    ("negation", "es", "She could not remember his face.", "Había olvidado su cara."),
    # Reserved otherwise.
    ("hedge", "fr", "He reportedly sang all night.", "Toute la nuit, raconte-t-on, il a chanté."),
    ("hedge", "fr", "She was said to be ill.", "Elle était malade, disait-on."),
    ("hedge", "fr", "Supposedly, the letter burned.", "En théorie, la lettre a brûlé."),
    ("hedge", "es", "Supposedly, the letter burned.", "En teoría, la carta ardió."),
    ("hedge", "es", "They accused him of theft, a charge he rejects.", "Lo acusan de robo, cosa que él rechaza."),
    (
        "hedge",
        "fr",
        "It appears, though, nine times here.",
        "Le mot revient neuf fois ici.",
    ),
    ("hedge", "es", "It appears only once, on page 4.", "Solo figura una vez, en la página 4."),
    ("hedge", "fr", "Neighbours say the door was open.", "D’après les voisins, la porte était ouverte."),
    ("legal-terms", "fr", "The traffickers took their shoes.", "Les passeurs leur ont pris leurs chaussures."),
    ("legal-terms", "es", "The traffickers took their shoes.", "Los coyotes les quitaron los zapatos."),
    # The same number.
    ("numbers", "fr", "The shop is open 3–6 p.m.", "La boutique est ouverte de 15 h à 18 h."),
    ("numbers", "es", "Open from 1 to 4.30 p.m.", "Abierto de 13:00 a 16:30."),
    ("numbers", "fr", "She weighed 8 stone.", "Elle pesait 51 kilos."),
    ("numbers", "es", "He weighed 10 stone in May and 8 in June.", "Pesaba 64 kilos en mayo y 51 en junio."),
    ("numbers", "es", "There were 0 replies.", "No hubo ninguna respuesta."),
    ("numbers", "fr", "The office received 0 letters.", "Le bureau n’a reçu aucune lettre."),
    ("numbers", "fr", "We meet on the seventeenth of each month.", "Nous nous voyons le 17 de chaque mois."),
    ("numbers", "es", "It is article fourteen of the list.", "Es el decimocuarto de la lista."),
    # Named after a month.
    ("month-case", "fr", "Since the October Revolution he hides.", "Il se cache depuis la révolution d’Octobre."),
    ("month-case", "es", "The Third of May Committee met.", "Se reunió el Comité del Tres de Mayo."),
    ("month-case", "es", "The school in April Lane.", "La escuela del callejón de Abril."),
    ("elision", "fr", "the mayor of Le Mans", "le maire du Mans"),
    ("elision", "fr", "He wrote to Le Monde.", "Il a écrit au rédacteur de Le Monde."),
    ("untranslated", "fr", "Is it tin or gold?", "Est-ce de l’étain ou un or terni ?"),
    ("register", "es", "You know that part.", "Usted conoce esa parte, la suerte y la muerte."),
    ("double-punctuation", "fr", "See p. 4, etc., and so on.", "Voir p. 4, etc., et ainsi de suite."),
    ("title-case", "fr", "The Silence of the Wardens", "Le Silence des gardiens"),
    ("range-dash", "es", "from 7:15 to 8:20", "de 7:15-8:20"),
    ("proper-names", "es", "He lived in Uppsala, near the church.", "Vivía en Upsala, cerca de la iglesia."),
]
WRONG = [
    ("negation", "fr", "He had not paid the fine.", "Il avait réglé l’amende."),
    ("hedge", "es", "Neighbours say the door was open.", "La puerta estaba abierta."),
    ("hedge", "fr", "Police suspect that he forged it.", "Il l’a falsifié."),
    ("hedge", "es", "It is rumoured, though nobody knows, that he fled.", "Nadie lo sabe: huyó."),
    ("numbers", "fr", "The shop is open 3–6 p.m.", "La boutique est ouverte de 14 h à 18 h."),
    ("numbers", "fr", "She weighed 8 stone.", "Elle pesait 62 kilos."),
    ("elision", "fr", "the mayor of Le Mans", "le maire de Le Mans"),
    ("elision", "fr", "charged with “apology”", "accusé de « apologie »"),
    ("demonym-case", "fr", "He no longer spoke Mongolian.", "Il ne parlait plus le Mongol."),
    ("demonym-case", "es", "a Uyghur–Spanish glossary", "un glosario Uigur-Español"),
    ("dashes", "fr", "The load – 40 books – was lost.", "La charge - 40 livres – a été perdue."),
    ("dashes", "fr", "— Who?\n— The baker.", "— Qui ?\n-- Le boulanger."),
    ("untranslated", "fr", "the detainee of cell 4", "le detainee de la cellule 4"),
    ("untranslated", "fr", "They sing or dance here.", "Ici on chante or on danse."),
    ("register", "es", "You may leave; they can fine you.", "Puede irse usted; quieren multarte."),
    ("comma-spacing", "fr", "Go, it is late.", "Partez,c’est tard."),
    ("double-punctuation", "fr", "Photos: A. B. (p. 3).", "Photos : A. B. (page trois).,"),
    ("range-dash", "es", "1990–1995: the dry years", "1990-1995: los años secos"),
    ("line-break", "fr", "One rule:\n\nnever lend a key to a stranger.", "Une règle :\n\nne jamais prêter\nde clé."),
    ("abbreviations", "es", "Mgr Ruiz spoke.", "Habló Mons Ruiz."),
    ("proper-names", "fr", "Judge O’Hanrary left.", "Le juge O’Hanrar est parti."),
    (
        "alt-text",
        "fr",
        '<img src="a.png" alt="The roof of the old school">',
        '<img src="a.png" alt="The roof of the old école">',
    ),
    ("truncated", "fr", "“I saw them and I heard them sing.”", "« Je les ai vus dans la rue et j’ai entendu les »"),
    ("month-case", "fr", "The committee met on 4 May 2020.", "Le comité s’est réuni le 4 Mai 2020."),
]


@pytest.mark.parametrize(("check", "language", "source", "target"), RIGHT)
def test_other_wordings_pass(check: str, language: str, source: str, target: str) -> None:
    assert ask(check, target, source=source, language=language) == []


@pytest.mark.parametrize(("check", "language", "source", "target"), WRONG)
def test_slips_are_found(check: str, language: str, source: str, target: str) -> None:
    assert ask(check, target, source=source, language=language)


@pytest.mark.parametrize(
    ("language", "target"), [("es", "jabón, cuando lo había"), ("fr", "du savon, quand il y en avait")]
)
def test_point_of_list_ends_with_verb(language: str, target: str) -> None:
    assert ask("truncated", target, source="soap, when there was any", language=language, kind=Kind.LIST_ITEM) == []


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("fr", "Four Questions to Our Judges", "Quatre Questions à nos Juges"),
        ("fr", "A Tailor’s Story", "Le Récit d’un Tailleur"),
        ("es", "Nine winters in a field", "Nueve Inviernos en un Campo"),
    ],
)
def test_capitals_of_titles(language: str, source: str, target: str) -> None:
    assert ask("title-case", target, source=source, language=language, kind=Kind.HEADING)
