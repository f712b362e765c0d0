import time
from dataclasses import replace

import pytest

from tests.checks.asking import ask
from tms.checks import ALL_CHECKS, run_checks
from tms.values import CheckInput, Choice, HouseRules, Kind, Spot, Variant

PLAIN = HouseRules(plain_gender=Choice.REQUIRED)


def _texts(check: str, target: str, **more: object) -> list[str | None]:
    return [found.text for found in ask(check, target, **more)]  # type: ignore[arg-type]  # keywords of `ask`


@pytest.mark.parametrize(
    ("language", "target", "fix"),
    [
        ("fr", "Trois Moines Libérés Après 12 Ans De Détention", "Trois moines libérés après 12 ans de détention"),
        ("fr", "Souvenirs D’une Infirmière", "Souvenirs d’une infirmière"),
        ("fr", "Une Vie Entre Deux Frontières", "Une vie entre deux frontières"),
        ("fr", "Pourquoi partir : Souvenirs D’une Infirmière", "Pourquoi partir : Souvenirs d’une infirmière"),
        ("fr", "Des Écrivains Kazakhs en Prison", "Des écrivains kazakhs en prison"),
        ("fr", "Lettre Ouverte au Pape", None),
        ("fr", "Le Bras Long de Pékin", None),
        ("es", "Los Presos Olvidados", "Los presos olvidados"),
        ("es", "Comunicado De Prensa", "Comunicado de prensa"),
        ("es", "Trabajo Forzoso", "Trabajo forzoso"),
        (
            "fr",
            "Ce que Montrent les Images, ce que Disent les Juges",
            "Ce que montrent les images, ce que disent les juges",
        ),
        ("fr", "La Longue Attente d’une Réponse", None),
        ("es", "Dos Hermanos Uigures en Prisión", "Dos hermanos uigures en prisión"),
        ("es", "Envié Una Foto A Mi Madre", "Envié una foto a mi madre"),
    ],
)
def test_a_title_has_capitals_at_its_head_only(language: str, target: str, fix: str | None) -> None:
    (found,) = ask("title-case", target, language=language, kind=Kind.HEADING)

    assert found.severity == "warning"
    assert found.fix == fix


def test_what_may_be_a_name_leaves_a_title_without_a_fix_unless_the_source_has_it() -> None:
    target = "Marche Silencieuse Pour Ilham Tohti"

    assert ask("title-case", target, kind=Kind.TITLE)[0].fix is None
    (found,) = ask("title-case", target, kind=Kind.TITLE, source="Silent march for Ilham Tohti")
    assert found.fix == "Marche silencieuse pour Ilham Tohti"


@pytest.mark.parametrize(
    ("language", "target"),
    [
        ("fr", "Le Conseil des droits de l’homme adopte une résolution"),
        ("fr", "Les Grandes Espérances"),
        ("fr", "Le Rouge et le Noir"),
        ("fr", "Les Damnés de la Terre"),
        ("fr", "Guerre et Paix"),
        ("fr", "Human Rights Watch et Amnesty International dénoncent la répression"),
        ("fr", "Rencontre avec Rebiya Kadeer et Dolkun Isa à La Haye"),
        ("fr", "The Other Side of the Wall"),
        ("fr", "États-Unis, Royaume-Uni, Corée du Nord"),
        ("es", "El Consejo de Derechos Humanos aprueba una resolución"),
        ("es", "Declaración Universal de Derechos Humanos"),
        ("es", "Día Mundial de los Refugiados"),
        ("es", "Human Rights Watch, Amnistía Internacional, Reporteros sin Fronteras"),
        ("es", "Región Autónoma Uigur de Xinjiang"),
        ("es", "Los Ángeles, San Francisco y Nueva York"),
        ("es", "El Señor de los Anillos"),
    ],
)
def test_names_and_works_keep_their_capitals(language: str, target: str) -> None:
    assert ask("title-case", target, language=language, kind=Kind.HEADING) == []


def test_in_prose_titles_in_quotation_marks_or_emphasis_are_looked_at() -> None:
    assert _texts("title-case", "Siga leyendo «Siete Días En Aksu» hoy.", language="es") == ["Días En"]
    assert _texts("title-case", "Se titula <b>El Invitado De Honor</b>.", language="es") == ["Invitado De Honor"]
    assert ask("title-case", "El Consejo De Derechos se reunió.", language="es") == []


MONTHS = [
    ("fr", "Le dimanche 5 Juillet 2009", "Le dimanche 5 juillet 2009"),
    ("fr", "Le Mardi 3 mai 2022", "Le mardi 3 mai 2022"),
    ("fr", "il viendra un Vendredi, dit-on", "il viendra un vendredi, dit-on"),
    ("fr", "en Mars 1959", "en mars 1959"),
    ("fr", "à la mi-Janvier", "à la mi-janvier"),
    ("fr", "depuis le 14 Juillet 2019", "depuis le 14 juillet 2019"),
    ("fr", "fermé du Lundi au jeudi", "fermé du lundi au jeudi"),
    ("es", "hasta el 31 de Enero de 2024", "hasta el 31 de enero de 2024"),
    ("es", "cerrado de Martes a jueves", "cerrado de martes a jueves"),
    ("es", "Kasgar, Julio de 2009", "Kasgar, julio de 2009"),
    ("es", "a finales de Agosto", "a finales de agosto"),
]


@pytest.mark.parametrize(("language", "target", "fix"), MONTHS)
def test_months_and_days_have_no_capital(language: str, target: str, fix: str) -> None:
    (found,) = ask("month-case", target, language=language)

    assert found.severity == "warning"
    assert found.fix == fix


@pytest.mark.parametrize(
    ("language", "target"),
    [
        ("fr", "Lundi, c’est jour de marché. « Mardi aussi. »"),
        ("fr", "Le 14 Juillet, le 1er Mai et le Vendredi saint"),
        ("fr", "le Lundi de Pâques et la place du 8 Mai"),
        ("fr", "dans Le Journal du Dimanche"),
        ("fr", "une mission vers Mars, à Chiang Mai, avec Claire Avril"),
        ("fr", "Robinson et Vendredi"),
        ("fr", "le procès de Mai 68"),
        ("es", "Las Madres de Plaza de Mayo, el Primero de Mayo"),
        ("es", "El Viernes Santo, Julio fue a pie; Domingo, en coche."),
        ("es", "el Movimiento 26 de Julio y el Domingo de Ramos"),
    ],
)
def test_feasts_names_and_heads_of_sentences_keep_their_capital(language: str, target: str) -> None:
    assert ask("month-case", target, language=language) == []


def test_the_source_tells_a_month_from_a_name() -> None:
    assert _texts("month-case", "En Abril se fue.", language="es", source="He left in April.") == ["Abril"]
    assert ask("month-case", "Con Abril se fue.", language="es", source="He left with Abril in April.") == []


PEOPLES = [
    ("fr", "le gouvernement Chinois", "le gouvernement chinois"),
    ("fr", "une femme Ouïghoure", "une femme ouïghoure"),
    ("fr", "des voyageurs Français", "des voyageurs français"),
    ("fr", "ils parlaient le Tibétain", "ils parlaient le tibétain"),
    ("fr", "un texte en Turc", "un texte en turc"),
    ("fr", "le Parlement Européen", "le Parlement européen"),
    ("fr", "il ne parle que le Mandarin", "il ne parle que le mandarin"),
    ("fr", "ils sont Catholiques", "ils sont catholiques"),
    ("fr", "un moine Bouddhiste", "un moine bouddhiste"),
    ("fr", "l’essor du Bouddhisme", "l’essor du bouddhisme"),
    ("fr", "que les chinois", "que les Chinois"),
    ("fr", "Dix tibétains ont fui", "Dix Tibétains ont fui"),
    ("fr", "12 000 ouïghours", "12 000 Ouïghours"),
    ("fr", "des réfugiés Nord-Coréens", "des réfugiés nord-coréens"),
    ("es", "los Uigures", "los uigures"),
    ("es", "Los Musulmanes rezan", "Los musulmanes rezan"),
    ("es", "el idioma Francés", "el idioma francés"),
    ("es", "hablamos Ruso", "hablamos ruso"),
    ("es", "ante la embajada China", "ante la embajada china"),
    ("es", "Miles de Tibetanos", "Miles de tibetanos"),
    ("es", "cientos de Hongkoneses", "cientos de hongkoneses"),
    ("fr", "la lutte des kényans", "la lutte des Kényans"),
]


@pytest.mark.parametrize(("language", "target", "fix"), PEOPLES)
def test_capitals_of_peoples(language: str, target: str, fix: str) -> None:
    (found,) = ask("demonym-case", target, language=language)

    assert found.severity == "warning"
    assert found.fix == fix


@pytest.mark.parametrize(
    ("language", "target"),
    [
        ("fr", "Les Ouïghours et un Tibétain. Il est français, elle est Française."),
        ("fr", "L’Ouïghour qui conduit ; En bon Français, n’importe quel Kirghize de la rue"),
        ("fr", "Le Tibétain parlait mieux le chinois que les Chinois"),
        ("fr", "le Parti communiste chinois, le Congrès mondial ouïghour"),
        ("fr", "Jean Chrétien, Chrétien de Troyes et le Secours Islamique"),
        ("fr", "un anglais parfait ; l’un français, l’autre anglais"),
        ("fr", "les juifs et les Juifs"),
        ("fr", "les Frères Musulmans"),
        ("es", "El Congreso Mundial Uigur y la Liga Árabe, los Hermanos Musulmanes"),
        ("es", "la Asociación de los Uigures; Miguel Alemán, el señor Alemán"),
        ("es", "acusa China a la gran China; la República Popular China"),
        ("es", "Español | English. «Uigur» es una palabra"),
        ("es", "los Reyes Católicos y Cristiano"),
        ("es", "según El Español"),
    ],
)
def test_names_and_open_cases_of_peoples_pass(language: str, target: str) -> None:
    assert ask("demonym-case", target, language=language) == []


def test_the_source_tells_a_language_from_a_person() -> None:
    target = "traduit en passant par le Turc"

    assert _texts("demonym-case", target, source="translated via Turkish") == ["Turc"]
    assert ask("demonym-case", target, source="translated by way of the Turk") == []


def test_what_the_glossary_has_judged_is_left_to_it() -> None:
    target = "le gouvernement Chinois et le peuple Ouïghour"
    pair = CheckInput(None, target, "en", "fr", given={"terminology": (Spot("people", 16, 23, "chinois"),)})
    (check,) = (each for each in ALL_CHECKS if each.id == "demonym-case")

    assert [target[f.start : f.end] for f in run_checks(pair, checks=(check,))] == ["Ouïghour"]


ELISIONS = [
    ("fr", "la libération de Ilzat", "la libération d’Ilzat"),
    ("fr", "les lettres de Erkin à Omar", "les lettres d’Erkin à Omar"),
    ("fr", "trois millions de Ouïghours", "trois millions d’Ouïghours"),
    ("fr", "le homme", "l’homme"),
    ("fr", "La histoire", "L’histoire"),
    ("fr", "que il dort", "qu’il dort"),
    ("fr", "parce que elle dort", "parce qu’elle dort"),
    ("fr", "même si ils dorment", "même s’ils dorment"),
    ("fr", "je ai vu", "j’ai vu"),
    ("fr", "il ne a pas vu", "il n’a pas vu"),
    ("fr", "jusque à demain", "jusqu’à demain"),
    ("fr", "lorsque il vint", "lorsqu’il vint"),
    ("fr", "ce est vrai", "c’est vrai"),
    ("fr", "ce homme", "cet homme"),
    ("fr", "sa histoire", "son histoire"),
    ("fr", "de un homme", "d’un homme"),
    ("fr", "le rapport du ONG", "le rapport de l’ONG"),
    ("fr", "au hôpital", "à l’hôpital"),
    ("fr", "à le marché", "au marché"),
    ("fr", "de les camps", "des camps"),
    ("fr", "de le quartier", "du quartier"),
    ("fr", "jusqu’à le matin", "jusqu’au matin"),
    ("fr", "de lequel il parle", "duquel il parle"),
    ("fr", "à lesquelles il tient", "auxquelles il tient"),
    ("fr", "l’héros", "le héros"),
    ("fr", "mot de <em>ouïghours</em>", "mot d’<em>ouïghours</em>"),
    ("es", "llama a el presidente", "llama al presidente"),
    ("es", "De el mismo modo", "Del mismo modo"),
    ("es", "vio a el", None),
    ("es", "de el Cairo", None),
]


@pytest.mark.parametrize(("language", "target", "fix"), ELISIONS)
def test_elision_and_contraction(language: str, target: str, fix: str | None) -> None:
    (found,) = ask("elision", target, language=language)

    assert found.severity == "warning"
    assert found.fix == fix


@pytest.mark.parametrize(
    ("language", "target"),
    [
        ("fr", "De onze à douze, le oui, la une, de un à dix, le yaourt, de huit, la Hongrie, le héros"),
        ("fr", "de le voir, à les lire, de le lui rendre, de les bien traiter, de le savoir"),
        ("fr", "à Le Point, de Le Monde, de Los Angeles"),
        ("fr", "un film de et avec Ali ; le ou la réfugiée ; la où"),
        ("fr", "dites-le à Anne, est-ce un homme, faites-le entrer, puis-je avoir"),
        ("fr", "Vanessa de Oliveira, Kim Se Hwang, la casa de Asterión y el otro, per se un"),
        ("fr", "de Ian, de Ueda, de One, de Orizont Daily Times, de Amity of the World"),
        ("fr", "de Open Society, de Uighur Times, le iPhone, de e-mails"),
        ("fr", "presque aucun, chaque année, politique active, quelque autre"),
        ("fr", "ce à quoi, ce en quoi, et ce avant ; c’est du à la pluie"),
        ("fr", "dans <em>De</em> <em>Alep</em>"),
        ("fr", "commission d’enque\u0302te a dit"),
        ("es", "de El País, a El Cairo, a él, de él, la obra de <em>el mundo</em>"),
    ],
)
def test_what_does_not_elide(language: str, target: str) -> None:
    assert ask("elision", target, language=language) == []


@pytest.mark.parametrize(
    ("target", "fix"),
    [
        ("padres y hijos", "padres e hijos"),
        ("ayer y incluso hoy", "ayer e incluso hoy"),
        ("Rebiya y Ilham", "Rebiya e Ilham"),
        ("siete o ocho", "siete u ocho"),
        ("7 o 8", "7 u 8"),
        ("10 o 11", "10 u 11"),
        ("70 o 80 %", "70 u 80 %"),
        ("mujeres o hombres", "mujeres u hombres"),
        ("Guatemala o Honduras", "Guatemala u Honduras"),
        ("la ONU o OTAN", "la ONU u OTAN"),
        ("fuego e hielo", "fuego y hielo"),
        ("templos u monasterios", "templos o monasterios"),
    ],
)
def test_conjunctions_before_i_and_o(target: str, fix: str) -> None:
    (found,) = ask("conjunction", target, language="es")

    assert found.severity == "warning"
    assert found.fix == fix


@pytest.mark.parametrize(
    "target",
    [
        "padres e hijos, siete u ocho, agua y hielo, moléculas y iones",
        "¿Y Ibrahim? ¿y Ilham? Xi y Ian",
        "rockers y hippies, velo y hijab, fútbol o hockey, Bill y Hillary, Dallas o Houston",
        "Juan Pablo I y II, x y i, EE. UU. y ISIS",
        "10 o 110, 3 o 18, y/o organizaciones",
        "vitamina E, la e final, la o y la u, correo e, e hijos, a, e, i, o, u",
        "terra e liberdade do povo, pane e rose per tutti",
    ],
)
def test_conjunctions_that_are_right(target: str) -> None:
    assert ask("conjunction", target, language="es") == []


@pytest.mark.parametrize(
    ("language", "target", "texts"),
    [
        ("es", "¿No sabéis que os vigilan? Dejad la computadora.", ["computadora"]),
        ("es", "Vosotros sabéis lo que ustedes saben.", ["ustedes"]),
        ("es", "Tenéis cinco minutos. Dejen aquí sus llaves.", ["Dejen"]),
        ("es", "El ordenador y su celular", ["su celular"]),
        ("es-ES", "Compré una computadora y un celular.", ["computadora", "un celular"]),
        ("es", "Compartid la foto y mencionen a las familias.", ["mencionen"]),
        ("es", "No dejen de escribir: nos habéis ayudado.", ["dejen"]),
        ("es-419", "Apagad el ordenador.", ["Apagad", "ordenador"]),
        ("es-MX", "Cogió el autobús que os dije.", ["Cogió", "os"]),
        ("es-AR", "No olvidéis vuestra lengua.", ["olvidéis", "vuestra"]),
    ],
)
def test_spain_and_america(language: str, target: str, texts: list[str]) -> None:
    assert _texts("variant", target, language=language) == texts


@pytest.mark.parametrize(
    ("language", "target"),
    [
        ("es", "Señoras y señores, ustedes han leído lo que hay en el ordenador."),
        ("es", "¿Saben ustedes qué dijo? «Vosotros no sois nadie»."),
        ("es", "El ordenador del profesor de biología celular"),
        ("es", "Vosotros lleváis el móvil."),
        ("es-ES", "Ustedes tienen un ordenador."),
        ("es-AR", "¿Qué tenés? Vos podés venir con veintiséis samuráis."),
        ("es-MX", "La verdad de la ciudad: escoger y recoger los n.os 3 y 4 es un principio ordenador."),
    ],
)
def test_each_variant_by_itself_passes(language: str, target: str) -> None:
    assert ask("variant", target, language=language) == []


def test_the_house_decides_on_the_variant_before_the_region() -> None:
    target = "Dejad la computadora."

    assert _texts("variant", target, language="es-MX", rules=HouseRules(spanish_variant=Variant.SPAIN)) == [
        "computadora"
    ]
    assert _texts("variant", target, language="es", rules=HouseRules(spanish_variant=Variant.AMERICA)) == ["Dejad"]


def test_the_accent_of_video_is_a_hint_with_a_fix() -> None:
    (found,) = ask("variant", "Vea el video.", language="es-ES")

    assert (found.severity, found.fix) == ("info", "Vea el vídeo.")
    assert ask("variant", "Vea el video y el vídeo.", language="es") == []


@pytest.mark.parametrize(
    ("language", "target", "texts"),
    [
        ("fr", "Tou·te·s les salarié·e·s et bénévoles", ["Tou·te·s", "salarié·e·s"]),
        ("fr", "les réfugié(e)s, les enseignant.e.s, né-e-s", ["réfugié(e)s", "enseignant.e.s", "né-e-s"]),
        ("fr", "lecteurs/trices, iels, un/une", ["lecteurs/trices", "iels", "un/une"]),
        ("es", "Querid@s amig@s, los/as refugiadxs", ["Querid@s", "amig@s", "los/as", "refugiadxs"]),
        ("es", "Lxs vecines y el(la) compañerx", ["Lxs", "vecines", "el(la)", "compañerx"]),
        ("fr", "les étudiant_e_s et les étudiantEs", ["étudiant_e_s", "étudiantEs"]),
        ("es", "todes los·as niños(as)", ["todes", "los·as", "niños(as)"]),
    ],
)
def test_genders_in_one_word_where_the_house_asks_for_plain_gender(
    language: str, target: str, texts: list[str]
) -> None:
    found = ask("inclusive", target, language=language, rules=PLAIN)

    assert [one.text for one in found] == texts
    assert {one.severity for one in found} == {"info"}
    assert ask("inclusive", target, language=language) == []


@pytest.mark.parametrize(
    ("language", "target"),
    [
        ("fr", "les lectrices et lecteurs, le(s) réfugié(s), et/ou, km/h, e-mail, porte-t-elle, mots-clés, uhrp.es"),
        ("es", "los lectores y las lectoras, y/o, km/h, Marx, esfinx, info@a.org, @usuario"),
    ],
)
def test_plain_words_are_no_double_genders(language: str, target: str) -> None:
    assert ask("inclusive", target, language=language, rules=PLAIN) == []


IDS = ("title-case", "month-case", "demonym-case", "elision", "conjunction", "variant", "inclusive")
CHECKS = tuple(check for check in ALL_CHECKS if check.id in IDS)


@pytest.mark.parametrize("language", ["fr", "es", "es-MX"])
@pytest.mark.parametrize(
    "text",
    ["a\u0301" * 15_000, "le a y i o a " * 2_300, "Ouïghours " * 3_000, "<b>Le Droit</b> " * 1_800, "a/as " * 6_000,
     "« A b C " * 3_700, "Lundi 3 de " * 2_700, "\ud800\x00 de \u202eالعربية " * 1_500],
)  # fmt: skip
def test_odd_and_endless_texts_do_no_harm(language: str, text: str) -> None:
    pair = CheckInput(None, text, "en", language, rules=PLAIN)
    started = time.perf_counter()
    for check in CHECKS:
        for kind in (Kind.PARAGRAPH, Kind.HEADING):
            list(check.find(replace(pair, kind=kind)))

    assert time.perf_counter() - started < 4
