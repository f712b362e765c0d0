"""What was said by whom: reservations, quotations, and the names of people."""

import pytest

from tests.checks.asking import Found, ask
from tms.checks import ALL_CHECKS, run_checks
from tms.values import CheckInput, Kind, Spot

N = "\u00a0"
E, W, NONE = "error", "warning", None

HEDGES = [
    ("alleged", "fr", "The alleged leader was caught.", "Le chef a été pris.", E),
    ("reportedly", "es", "He was reportedly beaten.", "Fue golpeado.", E),
    ("suspected", "es", "four suspected smugglers", "cuatro contrabandistas", E),
    ("accused", "fr", "She was accused of spying.", "C’était une espionne.", E),
    ("purported", "fr", "the purported confession", "les aveux", E),
    ("according-to", "fr", "According to relatives, he is ill.", "Il est malade.", W),
    ("said-to", "es", "He was said to be her cousin.", "Era su primo.", W),
    ("claims", "fr", "The ministry claims that it is closed.", "Le ministère l’a fermé.", W),
    ("may-have", "es", "They may have been moved.", "Fueron trasladados.", W),
    ("appears", "fr", "The fire appears to have started here.", "L’incendie a commencé ici.", W),
    ("some-say", "fr", "Some say he fled, others that he died.", "Il a fui, les autres sont morts.", W),
    ("how-many", "es", "The camp may hold as many as 3,000 people.", "El campo alberga hasta a 3000 personas.", W),
    ("allegation", "fr", "There are allegations of torture.", "Il y a des actes de torture.", E),
    ("another-accused", "es", "She allegedly sold them; two defendants wept.", "Las vendió; dos acusados lloraron.", E),
    ("how-many-kept", "fr", "The camp may hold as many as 3,000.", "Le camp peut en contenir jusqu’à 3000.", NONE),
    ("confirmed", "fr", "He claims it; two say the same.", "Il l’affirme ; deux autres le confirment.", NONE),
    ("some-say-kept", "fr", "Some say he fled.", "Certains disent qu’il a fui.", NONE),
    ("one-of-two", "es", "It appears that the purported letter is new.", "La supuesta carta es nueva.", W),
    ("adjective", "fr", "The alleged leader was caught.", "Le chef présumé a été pris.", NONE),
    ("conditional", "fr", "He was reportedly beaten.", "Il aurait été battu.", NONE),
    ("conditional-es", "es", "He was reportedly beaten.", "Habría sido golpeado.", NONE),
    ("other-conditional", "es", "He was said to be ill.", "Estaría enfermo.", NONE),
    ("verb-of-saying", "fr", "According to relatives, he is ill.", "Ses proches affirment qu’il est malade.", NONE),
    ("report-says", "fr", "According to the report, 43 died.", "Le rapport fait état de 43 morts.", NONE),
    ("they-say", "es", "He was said to be her cousin.", "Se decía que era su primo.", NONE),
    ("al-parecer", "es", "It appears to be new.", "Al parecer, es nueva.", NONE),
    ("perhaps", "fr", "He may have been moved.", "On l’a peut-être déplacé.", NONE),
    ("so-called", "fr", "the purported confession", "les soi-disant aveux", NONE),
    ("own-marks", "fr", "the purported confession", f"les «{N}aveux{N}»", NONE),
    ("lives", "fr", "The quake claimed 300 lives.", "Le séisme a fait 300 morts.", NONE),
    ("asylum", "es", "Their asylum claims are pending.", "Sus solicitudes de asilo siguen abiertas.", NONE),
    ("throne", "fr", "He came to claim the throne.", "Il est venu prendre le trône.", NONE),
    ("vision", "es", "She appeared to you at night.", "Se te apareció de noche.", NONE),
    ("comes-into-view", "es", "Hold the key before it appears.", "Pulse la tecla antes.", NONE),
    ("possession", "es", "You may have questions.", "Aquí encontrará respuestas.", NONE),
]


@pytest.mark.parametrize(
    ("language", "source", "target", "severity"), [case[1:] for case in HEDGES], ids=[case[0] for case in HEDGES]
)
def test_hedge(language: str, source: str, target: str, severity: str | None) -> None:
    expected = [] if severity is None else [Found(severity, None)]

    assert ask("hedge", target, source=source, language=language) == expected


def test_another_conditional_does_not_stand_for_a_reservation() -> None:
    source = "Accused of spying, he reportedly said that he would plead guilty."

    lost, kept = (f"Acusado de espiar, {said} que se declararía culpable." for said in ("dijo", "habría dicho"))

    assert ask("hedge", lost, source=source, language="es") != []
    assert ask("hedge", kept, source=source, language="es") == []


def test_a_lost_reservation_is_shown_in_its_sentence() -> None:
    source = "It snowed. The alleged leader was caught. He is 29."
    target = "Il neigeait. Le chef a été pris. Il a 29 ans."

    assert ask("hedge", target, source=source) == [Found("error", "Le chef a été pris.")]


LOST = [
    ("all", "“I am free,” she said.", "Elle se disait libre.", 1),
    ("one-of-two", "He spoke of “old friends” and of “new ones”.", f"Il parlait d’amis et de «{N}nouveaux{N}».", 1),
    ("then", "“Go home,” he said, and then: “Run fast.”", f"«{N}Rentrez{N}», dit-il avant de les faire courir.", 1),
    ("two-speakers", "“Are you ill?” I asked. “I am old,” he said.", f"«{N}Êtes-vous malade ?{N}» Il était vieux.", 1),
    ("joined", "“I knew,” he said. “We all did.”", f"«{N}Je savais, dit-il. Nous savions.{N}»", 0),
    ("broken", "“I knew and we all did,” he said.", f"«{N}Je savais{N}», dit-il. «{N}Nous savions.{N}»", 0),
    ("dash", "“I knew,” he said. “We all did.” “Why not?”", "—Lo sabía.\n—¿Y por qué no?", 0),
    ("block", "“I knew it all.”", "<blockquote>Je savais tout.</blockquote>", 0),
    ("italics", "the book “A Cold Spring” and “the end”", f"<em>Un printemps froid</em> et «{N}la fin{N}»", 0),
    ("english-title", "the film “The Other Road” here", "le film The Other Road", 0),
    ("one-word", "a “school” and “two walls”", f"une école et «{N}deux murs{N}»", 0),
    ("so-called", "the so-called “evening schools”", "les prétendues écoles du soir", 0),
    ("another-alleged", "Two alleged victims spoke “for the people”.", "Deux victimes présumées et prétendues.", 1),
    ("proverb", "As they say, “all roads lead to Rome”.", "Tous les chemins mènent à Rome, dit le proverbe.", 0),
    ("nested", "“She said ‘go home’ to us.”", f"«{N}Elle nous a dit de rentrer.{N}»", 0),
    ("unpaired", "“I knew it all.", "Je savais tout.", 0),
]


@pytest.mark.parametrize(("source", "target", "count"), [case[1:] for case in LOST], ids=[case[0] for case in LOST])
def test_quotations_that_were_lost(source: str, target: str, count: int) -> None:
    assert ask("quotation", target, source=source) == [Found("warning", None)] * count


def test_quotations_that_were_added() -> None:
    target = f"«{N}Nous voulons vivre en paix ici{N}» : la ville entière."

    added = ask("quotation", target, source="The whole city wants to live in peace.")

    assert [each.severity for each in added] == ["info"]
    # Reported speech made direct; but not the words of a sign.
    assert ask("quotation", target, source="The whole city says it wants peace.") == added
    assert ask("quotation", target, source="The sign of the city wants peace.") == []
    assert ask("quotation", "Nous.", source="“We want peace.”", kind=Kind.QUOTE) == []


NAMES = [
    ("letter-less", "fr", "They met Rebiya Kadeer there.", "Ils y ont vu Rebiya Kader.", "Kader", "Kadeer"),
    ("other-letter", "es", "They met Perhat there.", "Allí vieron a Perjat.", "Perjat", "Perhat"),
    ("turned", "fr", "the road to Golmud", "la route de Golmdu", "Golmdu", "Golmud"),
    ("short-beside-another", "fr", "Park Sung left.", "Park Sun est parti.", "Sun", "Sung"),
    ("end", "fr", "Photo: A. Dupont", "Photo : A. Dupond", "Dupond", "Dupont"),
    ("after-initials", "fr", "a book by J. M. Coetzee", "un livre de J. M. Coetze", "Coetze", "Coetzee"),
    ("sounds", "fr", "They crossed the Tumen.", "Ils ont franchi le Toumen.", None, None),
    ("exonym", "fr", "Kashgar and Lhasa in 1988", "Kachgar et Lhassa en 1988", None, None),
    ("accent", "es", "They met Angela Diaz there.", "Allí vieron a Ángela Díaz.", None, None),
    ("country", "es", "Syria and Kenya agreed.", "Siria y Kenia aceptaron.", None, None),
    ("institution", "fr", "the Movement and the Act", "le Mouvement et l’Acte", None, None),
    ("plural", "es", "the paper Reporters Abroad", "el diario Reporteros Ausentes", None, None),
    ("demonym", "fr", "the Tibetan and the Kurds", "le Tibétain et les Kurdes", None, None),
    ("common-words", "fr", "Selin left Parma.", "Selon lui, elle est loin. Parmi eux, non.", None, None),
    ("two-languages", "fr", "The Great Chief and this License", "Le Grand Chef et cette Licence", None, None),
    ("both-names", "fr", "Dupont and Dupond met.", "Dupond et Dupont se sont vus.", None, None),
]


@pytest.mark.parametrize(
    ("language", "source", "target", "found", "name"), [case[1:] for case in NAMES], ids=[case[0] for case in NAMES]
)
def test_proper_names(language: str, source: str, target: str, found: str | None, name: str | None) -> None:
    expected = [] if found is None else [Found("warning", found, target.replace(found, name or ""))]

    assert ask("proper-names", target, source=source, language=language) == expected


def test_a_name_that_stands_beside_its_misspelling_has_no_sure_fix() -> None:
    target = "Dilnur écrit. On a vu Dilnour hier."

    assert ask("proper-names", target, source="Dilnur writes. They saw Dilnur.") == [Found("warning", "Dilnour")]


def test_what_the_glossary_knows_or_says_is_not_said_again() -> None:
    checks = tuple(each for each in ALL_CHECKS if each.id == "proper-names")
    source, target = "They met Kadeer there.", "Ils ont vu Kader."
    said = {"terminology": (Spot("“Kader” should be “Kadeer”", 11, 16, "Kadeer"),)}

    assert run_checks(CheckInput(source, target, "en", "fr"), checks=checks) != ()
    assert run_checks(CheckInput(source, target, "en", "fr", given=said), checks=checks) == ()
    assert run_checks(CheckInput(source, target, "en", "fr", known_words=frozenset(("kader",))), checks=checks) == ()


@pytest.mark.parametrize("sign", ["\u0301", "“a” ", "’", "no ", "Abcd ", "tu vous ", "\ud800", "\0", "ئ ", "x"])
@pytest.mark.parametrize("language", ["fr", "es"])
def test_any_text_can_be_read(sign: str, language: str) -> None:
    ids = {"negation", "hedge", "modality", "legal-terms", "loaded-wording", "register", "proper-names", "acronyms"}
    checks = tuple(each for each in ALL_CHECKS if each.id in ids)
    text = sign * 200

    run_checks(CheckInput(f"The alleged camp must not “be”. {text}", text, "en", language), checks=checks)
