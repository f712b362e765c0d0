from time import perf_counter

import pytest

from tests.checks.asking import Found, ask
from tms.checks import run_checks
from tms.values import CheckInput, Choice, FrenchSpace, HouseRules, Kind

N, T = "\u00a0", "\u202f"
MINE = (
    "mojibake escapes invisible ligatures capital-accents abbreviations apostrophe ellipsis dashes no-break"
    " double-punctuation"
)

# check, language, target, severity, place, what stands there after the fix (None: no fix)
FOUND = [
    ("apostrophe", "fr", "l'homme", "info", "'", "’"),
    ("apostrophe", "fr", "d’ici à l'homme", "warning", "'", "’"),
    ("apostrophe", "fr", "l´homme", "info", "´", "’"),
    ("apostrophe", "fr", "l'<em>est</em> d'ici", "info", "'<em>est</em> d'", "’<em>est</em> d’"),
    ("apostrophe", "fr", "d'« ouverture »", "info", "'", "’"),
    ("apostrophe", "fr", "l&#39;homme", "info", "&#39;", "’"),
    ("ellipsis", "fr", "Enfin... bref", "info", "...", "…"),
    ("ellipsis", "es", "En fin...", "info", "...", "…"),
    ("ellipsis", "fr", "Enfin . . . bref", "info", ". . .", "…"),
    ("ellipsis", "fr", "riz, thé, etc…", "warning", "etc…", "etc."),
    ("ellipsis", "es", "arroz, té, etc..., y", "warning", "etc...", "etc."),
    ("ellipsis", "fr", "riz, thé, etc ...", "warning", "etc ...", "etc."),
    ("capital-accents", "fr", "un homme d’Etat", "warning", "Etat", "État"),
    ("capital-accents", "fr", "les Etats-Unis", "warning", "Etats", "États"),
    ("capital-accents", "fr", "ECOLE", "warning", "ECOLE", "ÉCOLE"),
    ("capital-accents", "fr", "L’Eveque", "warning", "Eveque", "Évêque"),
    ("capital-accents", "fr", "L’Education nationale", "warning", "Education", "Éducation"),
    ("capital-accents", "fr", "Fini. A Pékin, rien.", "warning", "A", "À"),
    ("capital-accents", "fr", "A l’école", "warning", "A", "À"),
    ("capital-accents", "fr", "A 82 ans", "warning", "A", "À"),
    ("capital-accents", "fr", "Ca ne va pas", "warning", "Ca", "Ça"),
    ("capital-accents", "es", "En Africa", "warning", "Africa", "África"),
    ("capital-accents", "es", "Ultima hora", "warning", "Ultima", "Última"),
    ("capital-accents", "es", "Unete", "warning", "Unete", "Únete"),
    ("ligatures", "fr", "L’oeuvre", "warning", "oeuvre", "œuvre"),
    ("ligatures", "fr", "COEUR", "warning", "COEUR", "CŒUR"),
    ("ligatures", "fr", "Oeil", "warning", "Oeil", "Œil"),
    ("ligatures", "fr", "ex aequo", "warning", "aequo", "æquo"),
    ("abbreviations", "fr", "Mr. Dupont", "warning", "Mr. ", f"M.{N}"),
    ("abbreviations", "fr", "Mr Dupont", "warning", "Mr ", f"M.{N}"),
    ("abbreviations", "fr", "Mrs Khan", "warning", "Mrs ", f"Mme{N}"),
    ("abbreviations", "fr", "Mme. Khan", "warning", "Mme. ", f"Mme{N}"),
    ("abbreviations", "fr", f"Dr.{N}Khan", "warning", f"Dr.{N}", f"Dr{N}"),
    ("abbreviations", "fr", "le Prof. Khan", "warning", "Prof. ", f"Pr{N}"),
    ("abbreviations", "fr", "la résolution No. 5", "warning", "No. ", f"n°{N}"),
    ("abbreviations", "fr", "la résolution no 5", "info", "no ", f"n°{N}"),
    ("abbreviations", "fr", "de l’O.N.U. en", "warning", "O.N.U.", "ONU"),
    ("abbreviations", "fr", "de l’O.N.U.", "warning", "O.N.U.", "ONU."),
    ("abbreviations", "fr", "riz, etc, et", "warning", "etc", "etc."),
    ("abbreviations", "es", "El Sr Pérez", "warning", "Sr ", f"Sr.{N}"),
    ("abbreviations", "es", "Mr. Smith dijo", "warning", "Mr. ", None),
    ("abbreviations", "es", "en EEUU.", "warning", "EEUU.", f"EE.{N}UU."),
    ("abbreviations", "es", "en EE UU y", "warning", "EE UU", f"EE.{N}UU."),
    ("abbreviations", "es", "en EE.UU. y", "info", "EE.UU.", f"EE.{N}UU."),
    ("abbreviations", "es", "la resolución (No. 5)", "warning", "No. ", f"n.º{N}"),
    ("abbreviations", "es", "el boletín, no. 5: hoy", "warning", "no. ", f"n.º{N}"),
    ("abbreviations", "es", "el boletín nº 5", "info", "nº ", f"n.º{N}"),
    ("abbreviations", "es", "la O.N.G. local", "warning", "O.N.G.", "ONG"),
    ("dashes", "fr", "un mot - deux mots", "info", "-", "–"),
    ("dashes", "fr", "un mot -- deux mots", "info", "--", "–"),
    ("dashes", "fr", "un mot--deux mots", "info", "--", None),
    ("dashes", "es", "un inciso — así — vale", "info", "— así —", "—así—"),
    ("dashes", "es", "un inciso - vale", "info", "-", None),
    ("dashes", "es", "¡Sube! - gritó él -.", "info", "- gritó él -", "—gritó él—"),
    ("double-punctuation", "fr", "Fin..", "warning", "..", "."),
    ("double-punctuation", "fr", "Il dort.. Elle", "warning", "..", "."),
    ("double-punctuation", "fr", "un,, deux", "warning", ",,", ","),
    ("double-punctuation", "fr", "un, , deux", "warning", ", ,", ","),
    ("double-punctuation", "fr", f"Quoi{T}?. Rien", "warning", "?.", "?"),
    ("double-punctuation", "fr", "riz, etc..", "warning", "..", "."),
    ("double-punctuation", "fr", "de l’État.,", "warning", ".,", "."),
    ("double-punctuation", "fr", "de l’État., mais", "warning", ".,", ","),
    ("double-punctuation", "fr", "Enfin….", "warning", "….", "…"),
    ("double-punctuation", "fr", f"« Où{T}?, dit-il. »", "warning", "?,", "?"),
    ("double-punctuation", "es", "la ley,», dijo", "warning", ",»,", "»,"),
    ("double-punctuation", "es", "en común:: todo", "warning", "::", ":"),
    ("double-punctuation", "es", "a mediodía;, el", "warning", ";,", None),
    ("invisible", "fr", "vil\u00adlage", "warning", "\u00ad", ""),
    ("invisible", "en", "tele\u200bphone", "warning", "\u200b", ""),
    ("invisible", "es", "\ufeffHola", "warning", "\ufeff", ""),
    ("invisible", "fr", "auto\u200dcar", "warning", "\u200d", ""),
    ("invisible", "fr", "a\x07b", "warning", "\x07", ""),
    ("invisible", "fr", "cafe\u0301 e\u0301té", "warning", "e\u0301 e\u0301", "é é"),
    ("escapes", "fr", "mot&amp;nbsp;mot", "warning", "&amp;nbsp;", "&nbsp;"),
    ("escapes", "fr", "d&amp;#8217;ici", "warning", "&amp;#8217;", "&#8217;"),
    ("escapes", "fr", "&amp;laquo;a&amp;raquo;", "warning", "&amp;laquo;a&amp;raquo;", "&laquo;a&raquo;"),
    ("escapes", "es", "Pages &amp;amp; Co.", "warning", "&amp;amp;", "&amp;"),
    ("escapes", "fr", "mot&eacute, fin", "warning", "&eacute", "&eacute;"),
    ("escapes", "fr", "l\\u2019aube", "warning", "\\u2019", "’"),
    ("escapes", "fr", "Fin.\\nDébut", "warning", "\\n", None),
    ("escapes", "fr", "l\\'homme", "warning", "\\'", "’"),
    ("mojibake", "fr", "dÃ©tenu", "error", "Ã©", "é"),
    ("mojibake", "fr", "lâ€™homme", "error", "â€™", "’"),
    ("mojibake", "fr", f"Ã{N} Pékin", "error", f"Ã{N}", "à"),
    ("mojibake", "fr", "déjÃ  vu", "error", "Ã ", "à"),
    ("mojibake", "es", "Ã³rdenes", "error", "Ã³", "ó"),
    ("mojibake", "es", "aÃ±os", "error", "Ã±", "ñ"),
    ("mojibake", "en", "ErdoÄŸan", "error", "ÄŸ", "ğ"),
    ("mojibake", "fr", "mus\ufffde", "error", "\ufffd", None),
    ("mojibake", "fr", "voixÂ basse", "error", "Â ", N),
]


@pytest.mark.parametrize(("check", "language", "target", "severity", "text", "right"), FOUND)
def test_a_slip_is_found_and_mended(
    check: str, language: str, target: str, severity: str, text: str, right: str | None
) -> None:
    first = ask(check, target, language=language)[0]

    fix = None if right is None else target.replace(text, right, 1)
    assert first == Found(severity, text, fix)
    if fix is not None and len(ask(check, target, language=language)) == 1:
        assert ask(check, fix, language=language) == []


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("fr", "avec M.~Dupont"),
        ("fr", "Mme~Khan et MM.~Li et Wu"),
        ("fr", "n°~5, voir art.~14, p.~12"),
        ("fr", "le 5~juillet et le 1er~mai"),
        ("fr", "à 15~h~30, après 10~km"),
        ("fr", "12~500~000 morts"),
        ("fr", "Photo, A.~Dupont et J.~K.~Li"),
        ("es", "la Sra.~Pérez y D.~Juan"),
        ("es", "en EE.~UU. hoy, n.º~5, pág.~3"),
        ("es", "el 12,5~% y 3~km"),
    ],
)
def test_no_line_ends_within_what_belongs_together(language: str, marked: str) -> None:
    (found,) = ask("no-break", marked.replace("~", " "), language=language)

    assert (found.severity, found.fix) == ("info", marked.replace("~", N))


RIGHT = [
    ("apostrophe", "fr", "l’homme, 'camps', 5' et China's Fear, don't"),
    ("apostrophe", "es", "N'Djamena"),
    ("apostrophe", "fr", "`l'homme` et https://a.org/l'homme"),
    ("ellipsis", "fr", "Enfin… `a...b`, ../../a, etc. Puis"),
    ("ellipsis", "fr", "Préface ......... 12"),
    ("capital-accents", "fr", "A-t-il parlé ? A été arrêté. A publié trois livres."),
    ("capital-accents", "fr", "Le plan A les inquiète, le groupe A la devance."),
    ("capital-accents", "fr", "A priori, a minima ; A. Dupont ; vitamine A."),
    ("capital-accents", "fr", "« A Beautiful Mind » et « A Thousand Splendid Suns »"),
    ("capital-accents", "fr", "Elle, Est, Eric, Emile Zola, Elena, Edward, Ile"),
    ("capital-accents", "fr", "Human Rights Education Associates, Evidence for Uyghurs"),
    ("capital-accents", "es", "Animo a todos. Opera en Asia. Ultima los detalles. El Estado."),
    ("ligatures", "fr", "Goethe, poésie, coexister, moelle, œuvre, Phoenix"),
    ("abbreviations", "fr", "M. Dupont, Mme Khan, Dr Semet, n° 5, n<sup>o</sup> 5, MM. Li et Wu, Me Hofer"),
    ("abbreviations", "fr", "Il a vu « Mr. Bean » et <em>Mrs Dalloway</em>."),
    ("abbreviations", "fr", "J.R.R. Tolkien, le U.S. Army, etc., etc. Puis /etc/hosts"),
    ("abbreviations", "es", "Sr. Pérez, Dra. Ruiz, EE. UU., n.º 5, Ud. viene, etc."),
    ("abbreviations", "es", "Dijo que no. 5 personas murieron. No. El Este. UD Las Palmas"),
    ("no-break", "fr", f"M.{N}Dupont, n°{N}5, 12{T}500 morts, le 5{N}mai, en 2020 300 morts"),
    ("no-break", "fr", "Le plan B. Les autres. La vitamine C. Quand il dort. Il a 5 ans et 3 ml."),
    ("no-break", "es", "Sí. No. El 3 de mayo, 5 personas y +34 600 456 789"),
    ("dashes", "fr", "peut-être – oui –, moyen- et long terme, 10 - 20"),
    ("dashes", "fr", "- un\n- deux"),
    ("dashes", "es", "—¿Tú? —preguntó—. Sí. —Y se fue."),
    ("dashes", "es", "un inciso —así— vale"),
    ("double-punctuation", "fr", "Quoi ?! Non… etc., M., J.-C., puis op. cit., [trad.], coord., fin."),
    ("double-punctuation", "es", "EE. UU., «¿Qué?», ¿Qué?, dijo. «Sí…».\nS. A.; p. ej.: no"),
    ("double-punctuation", "fr", "`a..b` ../a std::list <em>Que faire ?</em>, 1..2"),
    ("invisible", "fr", "é, n\u0303\u0304o, 👩\u200d💻, شینجاڭ\u200f \u200eok"),
    ("escapes", "fr", "AT&amp;T &nbsp;&eacute; `&amp;nbsp;` R&D; C:\\new\\table"),
    ("mojibake", "fr", "Âge, SÃO PAULO, PÂQUES, Ñandú, Ärzte, «Ä», âgé, 5 €"),
]


@pytest.mark.parametrize(("check", "language", "target"), RIGHT)
def test_what_is_right_passes(check: str, language: str, target: str) -> None:
    assert ask(check, target, language=language) == []


@pytest.mark.parametrize(
    ("check", "language", "source", "target"),
    [
        ("apostrophe", "fr", "Xi'an fell.", "Xi'an est tombée."),
        ("capital-accents", "fr", "A Beijing court ruled.", "A Beijing court ruled, dit-il."),
        ("capital-accents", "fr", "the Ecole Normale", "l’Ecole Normale"),
        ("capital-accents", "es", "Africa Watch said", "Africa Watch dijo"),
        ("ligatures", "fr", "in Coeur d'Alene", "à Coeur d’Alene"),
        ("abbreviations", "fr", "Mr. Smith Goes to Washington is old.", "Mr. Smith Goes to Washington est vieux."),
        ("dashes", "fr", "AFP - Paris", "AFP - Paris, hier"),
        ("double-punctuation", "fr", "He works at Yahoo!.", "Il travaille chez Yahoo!."),
        ("invisible", "fr", "a\u00adb", "à\u00adb"),
        ("escapes", "fr", "Write &amp;nbsp; for it.", "Écrivez &amp;nbsp; pour cela."),
        ("no-break", "es", "Call 600 456 789.", "Llame al 600 456 789."),
    ],
)
def test_what_the_source_has_passes(check: str, language: str, source: str, target: str) -> None:
    assert ask(check, target, source=source, language=language) == []


def test_a_name_without_its_accent_is_a_hint_where_the_source_has_it_so() -> None:
    (found,) = ask("capital-accents", "Oscar Lund vive aquí.", source="Oscar Lund lives here.", language="es")

    assert found == Found("info", "Oscar", "Óscar Lund vive aquí.")


def test_an_item_of_a_list_may_begin_with_a_verb() -> None:
    assert ask("capital-accents", "A une licence de droit", kind=Kind.LIST_ITEM) == []
    assert ask("capital-accents", "A une époque", kind=Kind.PARAGRAPH) != []


def test_a_house_may_ask_for_curly_apostrophes() -> None:
    rules = HouseRules(curly_apostrophe=Choice.REQUIRED)

    assert ask("apostrophe", "l'homme", rules=rules) == [Found("warning", "'", "l’homme")]


@pytest.mark.parametrize(
    ("rule", "right", "wrong"),
    [
        (FrenchSpace.ANY, [f"Quoi{N}? Ici{T}: «{T}a{N}» 5{T}%"], []),
        (FrenchSpace.CLASSIC, [f"Quoi{T}? Ici{N}: «{N}a{N}» 5{N}%"], [f"Quoi{N}?", f"Ici{T}:", f"5{T}%"]),
        (FrenchSpace.NARROW, [f"Quoi{T}? Ici{T}: «{T}a{T}» 5{T}%"], [f"Quoi{N}?", f"Ici{N}:", f"«{N}a{T}»"]),
        (FrenchSpace.FULL, [f"Quoi{N}? Ici{N}: «{N}a{N}» 5{N}%"], [f"Quoi{T}?", f"Ici{T}:", f"«{T}a{N}»"]),
    ],
)
def test_a_house_may_ask_for_one_no_break_space(rule: FrenchSpace, right: list[str], wrong: list[str]) -> None:
    rules = HouseRules(french_space=rule)

    for text in right:
        assert ask("french-spacing", text, rules=rules) == []
    for text in wrong:
        (found,) = ask("french-spacing", text, rules=rules)
        assert found.fix is not None
        assert ask("french-spacing", found.fix, rules=rules) == []


def test_the_spaces_of_a_fix_follow_the_house() -> None:
    narrow = HouseRules(french_space=FrenchSpace.NARROW)

    assert ask("french-spacing", "Ici : a", rules=narrow) == [Found("warning", " ", f"Ici{T}: a")]
    assert ask("french-guillemets", "un “mot”", rules=narrow) == [Found("warning", "“mot”", f"un «{T}mot{T}»")]
    assert ask("french-guillemets", "un “mot”") == [Found("warning", "“mot”", f"un «{N}mot{N}»")]


COMMAS = [
    ("puñado de ellos,y otros", "puñado de ellos, y otros"),
    ("Kaixo ,amigo", "Kaixo, amigo"),
    ("la longitud.Un hombre", "la longitud. Un hombre"),
    ("lo confirman:el camino", "lo confirman: el camino"),
    ("una cosa;otra", "una cosa; otra"),
    ("Pages & Co. , vende", "Pages & Co., vende"),
]


@pytest.mark.parametrize(("target", "fix"), COMMAS)
def test_a_sign_between_words_has_its_space(target: str, fix: str) -> None:
    assert [found.fix for found in ask("comma-spacing", target, language="es")] == [fix]


@pytest.mark.parametrize(
    "target", ["Node.js y Booking.Com", "10:30, 3,5", ":smile: std::list", "https://a.org/a,b;c", "el n.ºB"]
)
def test_signs_within_names_and_numbers_need_none(target: str) -> None:
    assert ask("comma-spacing", target, language="es") == []


ENDLESS = [
    "e\u0301\u0323",
    "a'",
    ". ",
    "a - ",
    "— a ",
    "M. A",
    "A ",
    "Etat ",
    "1 000 ",
    "&amp;",
    "\\u00e9",
    "Ã©",
    ",,",
    "?.",
]
ODD = ["\ud800é\udfff", "\0", "שלום: «a» 'b'", "\u0301\u0301", "'", "-", "A", "Ã", "&", "\\"]


@pytest.mark.parametrize("language", ["fr", "es"])
def test_endless_and_odd_texts_are_read_in_no_time(language: str) -> None:
    start = perf_counter()
    for text in ENDLESS:
        for check in MINE.split():
            ask(check, text * (30_000 // len(text)), language=language)
    for text in ODD:
        run_checks(CheckInput(None, text, "en", language))

    assert perf_counter() - start < 5
