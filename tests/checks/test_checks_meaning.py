"""What a sentence says: negation, modal verbs, terms of law, official wording, false friends, address, acronyms."""

import pytest

from tests.checks.asking import Found, ask
from tms.checks import ALL_CHECKS, run_checks
from tms.values import Address, CheckInput, HouseRules, Kind, Spot

N = "\u00a0"
W = [Found("warning", None)]
HINT = [Found("info", None)]
E = [Found("error", None)]

NEGATION = [
    ("lost", "fr", "She did not sign the confession.", "Elle a signé les aveux.", HINT),
    ("lost-es", "es", "She did not sign the confession.", "Firmó la confesión.", HINT),
    ("nobody", "fr", "Nobody was told.", "On a prévenu la famille.", HINT),
    ("without", "fr", "He was sent back without a hearing.", "Il a été renvoyé après une audience.", HINT),
    ("refused", "es", "The judge refused to sign.", "El juez firmó con gusto.", HINT),
    ("one-of-two", "fr", "He did not eat and never slept.", "Il mangeait et ne dormait jamais.", HINT),
    ("failed-to", "es", "The police failed to inform the family.", "La policía informó a la familia.", HINT),
    (
        "far-from-another",
        "es",
        "Only when all of them had gone did she open the box of her mother, which was so old and was not locked.",
        "Hasta que no se fueron todos no abrió la caja de su madre, que era tan vieja y que estaba cerrada con llave.",
        HINT,
    ),
    (
        "clauses-moved",
        "fr",
        "The clerk wrote the name in the register, very slowly and without looking at the young woman.",
        "Sans regarder la jeune femme, l’employé inscrivit très lentement le nom dans le registre.",
        [],
    ),
    ("nor-with-a-verb", "es", "It has no phone and is not allowed one.", "No tiene teléfono ni se le permite.", []),
    ("no-and-nor", "es", "She failed to sign and never said a word.", "Firmó y no dijo ni una palabra.", HINT),
    ("verb-without-no", "es", "It was not possible to see anyone.", "Fue posible ver nadie.", HINT),
    ("unharmed", "fr", "Unharmed but unable to speak, she left.", "Blessée mais incapable de parler, elle part.", HINT),
    ("denied", "es", "The guard denied the theft.", "El guardia reconoció el robo.", HINT),
    ("word-of-its-own", "fr", "It is impossible to visit the lost city.", "On peut visiter la cité perdue.", HINT),
    ("without-twice", "fr", "Without bread, without water, they walked.", "Sans pain ni eau, ils marchaient.", []),
    ("none-in-a-row", "es", "Bring no bags, no phones, no knives.", "No traiga bolsos, teléfonos ni cuchillos.", []),
    ("elliptical", "es", "Pay, and if you do not, we leave.", "Pague; de lo contrario, nos vamos.", []),
    ("contrast", "es", "The mayor signed it, not the judge.", "No lo firmó el juez, sino el alcalde.", []),
    (
        "cut-elsewhere",
        "fr",
        "It names ten. None of them was heard, and six were promoted. It is long.",
        "Dix y sont cités, dont aucun n’a été entendu. Six ont été promus. C’est long.",
        [],
    ),
    ("kept", "fr", "She did not sign.", "Elle n’a pas signé.", []),
    ("one-negation-of-many-words", "fr", "Nobody has ever said anything.", "Personne n’a jamais rien dit.", []),
    ("by-a-word", "fr", "He does not know where she is.", "Il ignore où elle se trouve.", []),
    ("by-the-opposite", "fr", "The road is not safe.", "La route est dangereuse.", []),
    ("by-the-opposite-es", "es", "The court did not accept the appeal.", "El tribunal desestimó el recurso.", []),
    ("without-word", "es", "The family has no news.", "La familia sigue sin noticias.", []),
    ("not-only", "fr", "He was not only a poet but a publisher.", "Il était poète et aussi éditeur.", []),
    ("no-doubt", "es", "There will no doubt be more trials.", "Seguramente habrá más juicios.", []),
    ("litotes", "fr", "It is not impossible that she will return.", "Il se peut qu’elle revienne.", []),
    ("not-until", "es", "He was not freed until 2019.", "Fue liberado en 2019.", []),
    ("tag-question", "fr", "It is cold, isn’t it?", "Il fait froid, hein ?", []),
    ("number", "fr", "See No. 5 of the review.", "Voir le numéro 5 de la revue.", []),
    (
        "english-title",
        "fr",
        "The play Kim Does Not Laugh ran here.",
        "La pièce Kim Does Not Laugh a été jouée ici.",
        [],
    ),
    ("added", "fr", "The camp exists.", "Le camp n’existe pas.", HINT),
    ("added-es", "es", "The prisoners were Uyghurs.", "Los presos no eran uigures.", HINT),
    ("turned", "fr", "He remained silent.", "Il n’a rien dit.", []),
    ("only", "fr", "She has only one wish.", "Elle n’a pas d’autre souhait.", []),
]


@pytest.mark.parametrize(
    ("language", "source", "target", "found"), [case[1:] for case in NEGATION], ids=[case[0] for case in NEGATION]
)
def test_negation(language: str, source: str, target: str, found: list[Found]) -> None:
    assert ask("negation", target, source=source, language=language) == found


def test_a_lost_negation_is_shown_in_its_sentence() -> None:
    source = "The road is long. The guards did not answer her letters. Winter came."
    target = "La route est longue. Les gardiens ont lu ses lettres. L’hiver est venu."

    assert ask("negation", target, source=source) == [Found("info", "Les gardiens ont lu ses lettres.")]


MODALITY = [
    ("must", "fr", "Visitors must register.", "Les visiteurs peuvent s’inscrire.", HINT),
    ("may", "es", "Your lawyer may go with you.", "Su abogado debe acompañarlo.", HINT),
    ("must-not", "es", "States must not return anyone.", "Los Estados no tienen por qué devolver a nadie.", HINT),
    ("should", "fr", "They should be heard.", "Ils peuvent être entendus.", HINT),
    ("must-should", "es", "They must report what they would see.", "Deberían informar de lo que vean.", HINT),
    ("should-must", "fr", "He must sign and should be heard.", "Il doit signer et doit être entendu.", HINT),
    ("may-surely", "es", "They may come.", "Seguramente podrán venir.", HINT),
    ("kept", "fr", "Visitors must register and may bring a friend.", "Il faut s’inscrire ; on peut venir à deux.", []),
    ("future", "fr", "Members should register.", "Les membres s’inscriront.", []),
    ("may-not", "fr", "A monk may not travel.", "Un moine ne doit pas voyager.", []),
    ("month", "fr", "The fair opens in May.", "Le salon doit ouvrir en mai.", []),
    ("need-not", "fr", "You do not have to sign.", "Vous n’êtes pas obligé de signer.", []),
    ("cannot", "fr", "Nothing shall be read as a waiver.", "Rien ne saurait valoir renonciation.", []),
]


@pytest.mark.parametrize(
    ("language", "source", "target", "found"), [case[1:] for case in MODALITY], ids=[case[0] for case in MODALITY]
)
def test_modality(language: str, source: str, target: str, found: list[Found]) -> None:
    assert ask("modality", target, source=source, language=language) == found


LEGAL = [
    ("genocide", "fr", "It was genocide.", "Ce fut un drame.", E),
    ("torture", "es", "They describe torture.", "Hablan de malos tratos.", E),
    ("labour", "fr", "a case of forced labour", "une affaire de travail pénible", E),
    ("detention", "es", "his arbitrary detention", "su detención administrativa", E),
    ("disappearance", "fr", "an enforced disappearance", "une absence prolongée", E),
    ("war-crimes", "es", "evidence of war crimes", "pruebas de incidentes de guerra", E),
    ("refoulement", "fr", "the ban on refoulement", "l’interdiction des voyages", E),
    ("trafficking", "es", "It is human trafficking.", "Se trata de un viaje.", E),
    (
        "forced-elsewhere",
        "fr",
        "forced sterilisation and enforced disappearance",
        "des stérilisations forcées et des disparitions",
        E,
    ),
    ("who-does-it", "fr", "Traffickers took her.", "Des voyageurs l’ont emmenée.", E),
    ("principle", "es", "the principle of non-refoulement", "el principio de acogida, y devolverlos", E),
    ("forced-to", "es", "victims of forced labour", "obligadas a trabajar", []),
    ("in-other-words", "fr", "He was arbitrarily detained.", "Il a été emprisonné de façon arbitraire.", []),
    ("verb", "es", "forced labour in the fields", "las obligaron a trabajar en el campo", []),
    ("shared", "es", "forced labour and forced sterilisation", "trabajos y esterilizaciones forzosos", []),
    ("and", "fr", "war crimes and crimes against humanity", "crimes de guerre et contre l'humanité", []),
    ("devolution", "es", "the principle of non-refoulement", "el principio de no devolución", []),
    ("title", "fr", "the report The Torture Files", "le rapport The Torture Files", []),
    ("soft-hyphen", "fr", "It was genocide.", "C’était un géno\u00adcide.", []),
    ("decomposed", "fr", "It was genocide.", "C’était un ge\u0301nocide.", []),
]


@pytest.mark.parametrize(
    ("language", "source", "target", "found"), [case[1:] for case in LEGAL], ids=[case[0] for case in LEGAL]
)
def test_legal_terms(language: str, source: str, target: str, found: list[Found]) -> None:
    assert ask("legal-terms", target, source=source, language=language) == found


def test_a_term_that_the_glossary_misses_is_reported_once() -> None:
    (check,) = (each for each in ALL_CHECKS if each.id == "legal-terms")
    said = {"terminology": (Spot("“genocide” is “génocide” in French", concept="genocide"),)}
    pair = CheckInput("It was genocide and torture.", "Ce fut un drame.", "en", "fr", given=said)

    (finding,) = run_checks(pair, checks=(check,))

    assert "“torture”" in finding.message


LOADED = [
    ("marks-lost", "fr", "They offer “voluntary departures”.", "Ils offrent des départs volontaires.", W),
    ("one-word", "es", "The camp is a “school”, they say.", "Dicen que el campo es una escuela.", W),
    ("marks-kept", "fr", "They offer “voluntary departures”.", f"Ils offrent des «{N}départs volontaires{N}».", []),
    ("so-called", "fr", "the “vocational schools” there", "les prétendues écoles professionnelles", []),
    ("emphasis", "es", "the “vocational schools” there", "las *escuelas profesionales*", []),
    ("speech", "es", "“Please help me,” she said.", "—Ayúdame, por favor —dijo.", []),
    ("title", "fr", "her book “School Days”", "son livre Jours d’école", []),
    ("left-in-english", "fr", "the slogan “people first”", "le slogan people first", []),
    (
        "camp",
        "fr",
        "He died in the camp.",
        "Il est mort au centre de formation.",
        [Found("warning", "centre de formation")],
    ),
    (
        "camp-es",
        "es",
        "The camps and the schools are one.",
        "Los centros educativos y las escuelas son lo mismo.",
        [Found("warning", "centros educativos")],
    ),
    ("bilingual", "es", "their “bilingual” schools", "sus escuelas bilingües", W),
    ("pupils", "fr", "The detainees sang.", "Les élèves chantaient.", [Found("warning", "élèves")]),
    ("pupils-too", "fr", "The detainees and pupils sang.", "Détenus et élèves chantaient.", []),
    ("camp-kept", "es", "the camp and the training centre", "el campo y el centro de formación", []),
    ("training-camp", "fr", "a training camp for footballers", "un centre de formation pour footballeurs", []),
    ("detention-centre", "fr", "He died in the camp.", "Il est mort au centre de détention.", []),
]


@pytest.mark.parametrize(
    ("language", "source", "target", "found"), [case[1:] for case in LOADED], ids=[case[0] for case in LOADED]
)
def test_loaded_wording(language: str, source: str, target: str, found: list[Found]) -> None:
    assert ask("loaded-wording", target, source=source, language=language) == found


FRIENDS = [
    ("eventually", "fr", "Eventually they left.", "Ils sont éventuellement partis.", "éventuellement"),
    ("evidence", "fr", "They found no evidence.", "Ils n’ont trouvé aucune évidence.", "évidence"),
    ("embarrassed", "es", "She was embarrassed.", "Estaba embarazada.", "embarazada"),
    ("library", "es", "It is in the library.", "Está en la librería.", "librería"),
    ("inhabitants", "es", "a town of 900 inhabitants", "un pueblo inhabitado por 900 personas", "inhabitado"),
    ("conviction", "es", "His conviction was quashed.", "Anularon su convicción.", "convicción"),
    ("resigned", "fr", "The judge resigned.", "Le juge s’est résigné.", "résigné"),
    ("by-conviction", "fr", "After his conviction he wrote.", "Il écrit avec conviction.", None),
    ("right-for-another", "fr", "It actually works today.", "Cela fonctionne actuellement.", None),
    ("set-phrase", "fr", "There is evidence of it.", "De toute évidence, cela existe.", None),
    ("other-word", "fr", "It is possibly true.", "C’est éventuellement vrai.", None),
]


@pytest.mark.parametrize(
    ("language", "source", "target", "found"), [case[1:] for case in FRIENDS], ids=[case[0] for case in FRIENDS]
)
def test_false_friends(language: str, source: str, target: str, found: str | None) -> None:
    expected = [] if found is None else [Found("info", found)]

    assert ask("false-friends", target, source=source, language=language) == expected


ASKING = "Sir, if you like, please sign and tell your friends."
MIXED = [
    ("french", "fr", "Signez la pétition et parles-en à tes amis.", "tes"),
    ("asked", "fr", "Si vous avez une photo, envoie-la-nous.", "envoie-la-nous"),
    ("elided", "fr", "Écrivez-nous : nous pouvons t’envoyer le livre.", "t’"),
    ("formal-odd", "fr", "Tu sais lire, tu vois tes amis : écoutez.", "écoutez"),
    ("spanish", "es", "Si usted quiere ayudar, comparte tu historia.", "usted"),
    ("request", "es", "Firme la carta y recibirás un libro.", "recibirás"),
    ("enclitic", "es", "Cuéntaselo a tus vecinos y póngase en contacto.", "póngase"),
    ("head-of-a-point", "fr", "1. Demandez son nom.\n2. Publie les réponses.", "Publie"),
    ("joined", "fr", "Signez la lettre et partage le lien.", "partage"),
    ("or", "es", "Para saber más, escriba a la oficina o llama al consulado.", "llama"),
    ("irregular", "es", "¡Ven a las 19:00 y traiga una vela!", "Ven"),
    ("never", "es", "Nunca viajes solo. Apréndase el número.", "viajes"),
    ("condition", "es", "Si desea participar, envíanos tu foto.", "desea"),
    ("sir", "es", "Señor ministro, tu silencio nos duele.", "tu"),
    ("noun-at-the-head", "fr", "Marche pour la paix : inscrivez-vous.", None),
    ("quotation", "fr", f"Il demande : «{N}Tu viens ?{N}» et vous répondez.", None),
    ("about-pronouns", "fr", "Il passe du tu au vous quand vous parlez.", None),
    ("past-of-taire", "fr", "Il s’est tu, et vous savez pourquoi.", None),
    ("hold", "fr", "Je tiens à vous remercier.", None),
    ("tone", "fr", "Vous connaissez le ton de ses lettres.", None),
    ("words-in-ez", "fr", "Tu es chez toi, assez près de M. Sanchez.", None),
    ("meeting", "fr", "Ton rendez-vous est confirmé.", None),
    ("third-person", "es", "Usted decide. Él firma la carta y lee.", None),
    ("subjunctive", "es", "Pide a tu diputado que escriba y firme la carta.", None),
    ("plural", "es", "Tú y tus amigos tenéis vuestra carta.", None),
    ("one-form", "es", "Firme aquí y cuénteselo a sus amigos.", None),
]


@pytest.mark.parametrize(("language", "target", "found"), [case[1:] for case in MIXED], ids=[case[0] for case in MIXED])
def test_register(language: str, target: str, found: str | None) -> None:
    expected = [] if found is None else [Found("warning", found)]

    assert ask("register", target, source=ASKING, language=language) == expected


def test_a_quotation_may_mix_its_forms() -> None:
    assert ask("register", "Tu viens, et vous aussi.", kind=Kind.QUOTE) == []


@pytest.mark.parametrize(
    ("address", "language", "target", "found"),
    [
        (Address.FORMAL, "fr", "Signe et parle à tes amis.", "tes"),
        (Address.FORMAL, "fr", "Signez et parlez à vos amis.", None),
        (Address.FAMILIAR, "fr", "Signez et parlez à vos parents.", "Signez"),
        (Address.FAMILIAR, "fr", "Chers amis, signez tous !", None),
        (Address.FORMAL, "es", "Ayúdanos y comparte tu historia.", "Ayúdanos"),
        (Address.FAMILIAR, "es", "Usted puede ayudar.", "Usted"),
    ],
)
def test_the_house_may_have_chosen_a_form(address: Address, language: str, target: str, found: str | None) -> None:
    (check,) = (each for each in ALL_CHECKS if each.id == "register")
    pair = CheckInput("Help.", target, "en", language, rules=HouseRules(address=address))

    places = [target[each.start : each.end] for each in run_checks(pair, checks=(check,))]

    assert places == ([] if found is None else [found])


ACRONYMS = [
    ("other", "fr", "The UN wrote to them.", "L’OCDE leur a écrit.", "OCDE"),
    ("unexplained", "es", "The party met.", "El PE se reunió.", "PE"),
    ("translated", "fr", "The UN and an NGO wrote.", "L’ONU et une ONG ont écrit.", None),
    ("of-the-source", "es", "HRW has published it.", "HRW lo ha publicado.", None),
    ("from-the-full-name", "fr", "The International Labour Organization wrote.", "L’OIT a écrit.", None),
    ("spelt-out", "fr", "The Bar Council met.", "Le Conseil de l’ordre des avocats (COA) s’est réuni.", None),
    ("century", "fr", "the twentieth century", "le XXe siècle, tome XIV", None),
    ("sign", "es", "a sign saying no entry", "un cartel: PROHIBIDO EL PASO", None),
    ("dateline", "fr", "SEOUL – They met.", "SÉOUL – Ils se sont vus.", None),
    ("country", "es", "the US and the EU", "EE. UU. y la UE", None),
    ("handle", "fr", "write to us", "écrivez à @ABCD, #EFGH", None),
]


@pytest.mark.parametrize(
    ("language", "source", "target", "found"), [case[1:] for case in ACRONYMS], ids=[case[0] for case in ACRONYMS]
)
def test_acronyms(language: str, source: str, target: str, found: str | None) -> None:
    expected = [] if found is None else [Found("info", found)]

    assert ask("acronyms", target, source=source, language=language) == expected


def test_an_acronym_of_the_glossary_is_known() -> None:
    pair = CheckInput("The region.", "La RUX.", "en", "fr", known_words=frozenset(("rux",)))

    assert run_checks(pair, checks=tuple(each for each in ALL_CHECKS if each.id == "acronyms")) == ()
