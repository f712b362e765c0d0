import unicodedata

import pytest

from tests.glossary.glossary_verdicts import Found, judge

QUIET = [
    ("people, plural", "Many Uyghurs fled.", "Muchos uigures huyeron."),
    ("adjective", "A Uyghur woman spoke.", "Habló una mujer uigur."),
    ("adjective, plural", "Uyghur poets are silent.", "Los poetas uigures callan."),
    ("sentence start", "Uyghurs speak.", "Uigures de todo el mundo hablan."),
    ("capitals", "UYGHURS SPEAK", "LOS UIGURES HABLAN"),
    ("language", "She teaches the Uyghur language.", "Enseña uigur."),
    ("contraction al", "He wrote to a Uyghur.", "Escribió al uigur."),
    ("contraction del", "The house of the Uyghur.", "La casa del uigur."),
    ("inverted marks", "Uyghurs?", "¿Uigures?"),
    ("guillemets", "“Uyghurs” is a word.", "«Uigures» es una palabra."),
    ("once is enough", "Uyghurs here, Uyghurs there.", "Los uigures están aquí y allá."),
    ("Xinjiang, preferred", "In Xinjiang it is cold.", "En Sinkiang hace frío."),
    ("Xinjiang, admitted", "In Xinjiang it is cold.", "En Xinjiang hace frío."),
    ("region", "The Xinjiang Uyghur Autonomous Region", "La Región Autónoma Uigur de Sinkiang"),
    ("region, admitted", "The Xinjiang Uyghur Autonomous Region", "La Región Autónoma Uigur de Xinjiang"),
    ("region, short", "The Uyghur Region", "La Región Uigur"),
    (
        "region, no-break spaces",
        "The Xinjiang Uyghur Autonomous\u00a0Region",
        "La Región\u00a0Autónoma Uigur de Sinkiang",
    ),
    (
        "decomposed",
        "the Xinjiang Uyghur Autonomous Region",
        unicodedata.normalize("NFD", "la Región Autónoma Uigur de Sinkiang"),
    ),
    ("crimes", "crimes against humanity", "crímenes de lesa humanidad"),
    ("crime, singular", "a crime against humanity", "un crimen de lesa humanidad"),
    ("crimes, admitted", "crimes against humanity", "crímenes contra la humanidad"),
    ("crimes in a list", "war crimes and crimes against humanity", "crímenes de guerra y de lesa humanidad"),
    ("genocide", "genocide", "el genocidio"),
    ("genocides", "genocides", "los genocidios"),
    ("labour", "forced labour", "el trabajo forzoso"),
    ("labour, admitted plural", "forced labor", "trabajos forzados"),
    ("labour camp", "a forced labour camp", "un campo de trabajos forzados"),
    ("disappearances", "enforced disappearances", "desapariciones forzadas"),
    ("detentions", "arbitrary detention", "detenciones arbitrarias"),
    ("detained", "arbitrary detention of lawyers", "abogadas detenidas arbitrariamente"),
    ("belief", "freedom of religion or belief", "la libertad de religión o de creencias"),
    ("belief, without de", "freedom of religion or belief", "la libertad de religión o creencias"),
    ("religious freedom", "religious freedom", "la libertad religiosa"),
    ("camps", "re-education camps", "campos de reeducación"),
    ("re-education in quotes", "its “re-education” programme", "su programa de “reeducación”"),
    ("internment", "internment camps", "campos de internamiento"),
    ("vocational", "vocational training centres", "centros de formación profesional"),
    ("sterilisation", "forced sterilization", "esterilizaciones forzadas"),
    ("human rights", "human rights", "los derechos humanos"),
    ("human rights, acronym", "human rights", "los DD. HH."),
    ("defenders, feminine", "human rights defenders", "defensoras de los derechos humanos"),
    ("office", "OHCHR", "el ACNUDH"),
    ("office, full", "OHCHR", "la Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos"),
    (
        "commissioner, feminine",
        "the High Commissioner for Human Rights",
        "la alta comisionada para los derechos humanos",
    ),
    ("UN", "the UN", "las Naciones Unidas"),
    ("rapporteur, feminine", "the Special Rapporteur", "la relatora especial"),
    ("Han, plural", "Han Chinese people", "los chinos han"),
    ("Han, verb is no term", "They have gone.", "Se han ido."),
    ("Kazakh, feminine", "Kazakh women", "mujeres kazajas"),
    ("Kyrgyz", "Kyrgyz herders", "pastores kirguises"),
    ("Turkic", "Turkic languages", "lenguas túrquicas"),
    ("Tibet", "Tibet", "el Tíbet"),
    ("Tibetan", "Tibetan nuns", "monjas tibetanas"),
    ("North Korea", "North Korea", "Corea del Norte"),
    ("North Korean", "North Korean girls", "niñas norcoreanas"),
    ("prison camp", "prison camps", "campos de prisioneros"),
    ("defectors", "defectors", "desertoras"),
    ("refugees", "refugees", "las refugiadas"),
    ("refoulement", "refoulement", "la devolución"),
    ("non-refoulement", "non-refoulement", "el principio de no devolución"),
    ("conscience", "prisoners of conscience", "presas de conciencia"),
    ("party", "the CCP", "el Partido Comunista Chino"),
    ("court", "the International Criminal Court", "la Corte Penal Internacional"),
    ("supply chains", "supply chains", "cadenas de suministro"),
    ("minorities", "ethnic minorities", "minorías étnicas"),
    ("imams", "imams", "los imanes"),
    ("mosques", "mosques", "mezquitas"),
    ("diaspora", "the diaspora", "la diáspora"),
    ("congress", "the World Uyghur Congress", "el Congreso Mundial Uigur"),
    ("East Turkistan", "East Turkistan", "Turquestán Oriental"),
    ("heritage", "cultural heritage", "el patrimonio cultural"),
    ("name kept in English", "The Uyghur Human Rights Project", "El Uyghur Human Rights Project"),
    ("address", "See www.uyghur.example.org now.", "Véase www.uyghur.example.org ahora."),
    ("plural is no run-together word", "Uyghurs", "uigures"),
    ("verb is no run-together word", "The party acted.", "El partido actuó."),
    ("compound is no run-together word", "Fellow citizens.", "Conciudadanos."),
    ("unrelated", "The weather is fine.", "Hace buen tiempo."),
]

FAULTY = [
    ("left in English", "Many Uyghurs fled.", "Muchos Uyghurs huyeron.", (("Uyghurs", "uigures"),)),
    ("left in English, lower case", "Many Uyghurs fled.", "Muchos uyghurs huyeron.", (("uyghurs", "uigures"),)),
    ("left in English, first word", "Uyghurs fled.", "Uyghurs huyeron.", (("Uyghurs", "Uigures"),)),
    ("left in English, singular", "A Uyghur fled.", "Un Uyghur huyó.", (("Uyghur", "uigur"),)),
    ("left in English, adjective", "Uyghur women", "mujeres uyghur", (("uyghur", "uigures"),)),
    ("missing", "Many Uyghurs fled.", "Muchos huyeron.", ((None, "“Uyghurs” is “uigures” in Spanish"),)),
    ("deprecated, plural", "Uyghurs", "los uygures", (("uygures", "uigures"),)),
    ("deprecated, singular", "a Uyghur", "un uygur", (("uygur", "uigur"),)),
    ("deprecated, capital", "Uyghurs", "Uygures de todas partes", (("Uygures", "Uigures"),)),
    ("deprecated, all capitals", "Uyghurs", "LOS UYGURES", (("UYGURES", "UIGURES"),)),
    ("deprecated, with h", "Uyghurs", "los uighures", (("uighures", "uigures"),)),
    ("deprecated, feminine", "Uyghur women", "las mujeres uiguras", (("uiguras", "uigures"),)),
    ("deprecated beside the right one", "Uyghurs", "uigures y uygures", (("uygures", "uigures"),)),
    ("misspelt", "Uyghurs", "los uigueres", (("uigueres", "uigures"),)),
    ("Sin-kiang", "Xinjiang", "Sin-kiang", (("Sin-kiang", "Sinkiang"),)),
    (
        "disappearances",
        "enforced disappearances",
        "desapariciones forzosas",
        (("desapariciones forzosas", "desapariciones forzadas"),),
    ),
    (
        "court",
        "the ICC",
        "el Tribunal Penal Internacional",
        (("el Tribunal Penal Internacional", "la Corte Penal Internacional"),),
    ),
    ("surveillance", "surveillance", "la surveillance", (("surveillance", "vigilancia"),)),
    ("genocide", "genocide", "los sucesos", ((None, "“genocide” is “genocidio” in Spanish"),)),
    (
        "crimes",
        "crimes against humanity",
        "los abusos",
        ((None, "“crimes against humanity” is “crímenes de lesa humanidad” in Spanish"),),
    ),
    (
        "accents missing",
        "crimes against humanity",
        "crimenes de lesa humanidad",
        (("crimenes de lesa humanidad", "crímenes de lesa humanidad"),),
    ),
    ("accent missing", "the diaspora of Asia", "la diaspora de Asia", (("diaspora", "diáspora"),)),
    ("Tibet", "Tibet", "el Tibet", (("Tibet", "Tíbet"),)),
    (
        "run together",
        "Uyghur news is from the state",
        "noticias sobre la región uigurson del Estado",
        (("uigurson", "uigur son"),),
    ),
    ("run together, plural", "Uyghurs who fled", "los uiguresque huyeron", (("uiguresque", "uigures que"),)),
    ("run together before", "the Uyghurs", "losuigures", (("losuigures", "los uigures"),)),
    (
        "run together, phrase",
        "human rights are universal",
        "los derechos humanosson universales",
        (("humanosson", "humanos son"),),
    ),
    (
        "region misspelt",
        "the Xinjiang Uyghur Autonomous Region",
        "la Región Autónoma Uygur de Sinkiang",
        (("Región Autónoma Uygur de Sinkiang", "Región Autónoma Uigur de Sinkiang"),),
    ),
    (
        "in order",
        "Uyghurs and genocide",
        "uygures",
        (("uygures", "uigures"), (None, "“genocide” is “genocidio” in Spanish")),
    ),
]

ALONE = [
    ("deprecated", "Los uygures hablan.", (("uygures", "uigures"),)),
    ("run together", "La región uigurson vasta.", (("uigurson", "uigur son"),)),
    ("run together, capital", "Los Uiguresviven allí.", (("Uiguresviven", "Uigures viven"),)),
    ("right", "Los uigures hablan uigur.", ()),
    ("verb forms", "Torturaron a los refugiados; los vigilaban.", ()),
    ("pronoun at a verb", "Quieren torturarlos, vigilarlas, reeducarse.", ()),
    ("plural of imán", "Los imanes rezan.", ()),
]


@pytest.mark.parametrize(("source", "target"), [case[1:] for case in QUIET], ids=[case[0] for case in QUIET])
def test_a_right_spanish_text_is_left_in_peace(source: str, target: str) -> None:
    assert judge("es", source, target) == ()


@pytest.mark.parametrize(("source", "target", "found"), [case[1:] for case in FAULTY], ids=[case[0] for case in FAULTY])
def test_a_fault_in_spanish_is_found_and_repaired(source: str, target: str, found: tuple[Found, ...]) -> None:
    assert judge("es", source, target) == found


@pytest.mark.parametrize(("target", "found"), [case[1:] for case in ALONE], ids=[case[0] for case in ALONE])
def test_spanish_without_a_source_is_read_for_its_own_faults(target: str, found: tuple[Found, ...]) -> None:
    assert judge("es", None, target) == found
