"""The forms of money, dates, weekdays, times, ordinals, measures and ranges."""

import pytest

from tests.checks.asking import Found, ask

N = "\u00a0"
T = "\u202f"


def _table(*cases: tuple[object, ...]) -> pytest.MarkDecorator:
    """Cases of target, source, language, findings."""
    return pytest.mark.parametrize(("target", "source", "language", "found"), cases)


@_table(
    ("une amende de $5,000", None, "fr", [Found("warning", "$5,000", f"une amende de 5,000{N}$")]),
    ("coûte €20 par an", None, "fr", [Found("warning", "€20", f"coûte 20{N}€ par an")]),
    (f"£{N}35{T}000 par an", None, "fr", [Found("warning", f"£{N}35{T}000", f"35{T}000{N}£ par an")]),
    ("US$8 000 par tête", None, "fr-CA", [Found("warning", "US$8 000")]),
    ("de $1 million", None, "fr", [Found("warning", "$1 million")]),
    ("de €20-30", None, "fr", [Found("warning", "€20")]),
    ("cuesta €45", None, "es", [Found("warning", "€45", f"cuesta 45{N}€")]),
    ("cuesta £250", None, "es-ES", [Found("warning", "£250", f"cuesta 250{N}£")]),
    ("cuesta $20, US$20", None, "es", []),
    ("cuesta €20", None, "es-MX", []),
    (f"5{T}000{N}$ et 20 €", None, "fr", []),
    ("la variable $HOME", None, "fr", []),
    ("l’émission The $64 Million Question", None, "fr", []),
    ("costs $5", "costs $5", "fr", []),
    ("`echo $1`", None, "fr", []),
    (f"5{N}€", "$5", "fr", [Found("error", "5")]),
    ("8000 euros", "US$8,000", "es", [Found("error", "8000")]),
    ("10 000 yuans (1 400 dollars)", "10,000 yuan (US$1,400)", "fr", []),
)
def test_currency(target: str, source: str | None, language: str, found: list[Found]) -> None:
    assert ask("currency", target, source=source, language=language) == found


@_table(
    ("le octobre 1, 2024", None, "fr", [Found("warning", "octobre 1, 2024", "le 1er octobre 2024")]),
    ("le lundi, avril 8, 2024", None, "fr", [Found("warning", ", avril 8, 2024", "le lundi 8 avril 2024")]),
    ("mort novembre 16, 2019 ;", None, "fr", [Found("warning", "novembre 16, 2019")]),
    ("mai 3rd", None, "fr", [Found("warning", "mai 3rd", "3 mai")]),
    ("Le 1 octobre 2024", None, "fr", [Found("warning", "1", "Le 1er octobre 2024")]),
    ("du 1 au 5 mai", None, "fr", [Found("warning", "1", "du 1er au 5 mai")]),
    ("le 3rd mai 2022", None, "fr", [Found("warning", "3rd", "le 3 mai 2022")]),
    ("le 4ème avril", None, "fr", [Found("warning", "4ème", "le 4 avril")]),
    ("le 3 de mai 2022", None, "fr", [Found("warning", "de ", "le 3 mai 2022")]),
    ("le 3 mai, 2022.", None, "fr", [Found("warning", ",", "le 3 mai 2022.")]),
    ("le 3 mai, 2022 fut sombre", "On 3 May, 2022 was dark", "fr", [Found("warning", ",", "le 3 mai 2022 fut sombre")]),
    ("le 3 mai, 2000 personnes", None, "fr", []),
    ("Le 1er mai 2020, le 31 mai", None, "fr", []),
    ("Mai 68, en mai 15 journalistes, le n° 1 mars", None, "fr", []),
    ("21 000 mai 2020 et 11 mai", None, "fr", []),
    ("la 2e Mars", None, "fr", []),
    ("le 03/04/2024", "on 3 April 2024", "fr", [Found("info", "03/04/2024")]),
    ("le 04/03/2024", "on 3 April 2024", "fr", [Found("warning", "04/03/2024")]),
    ("le 03/04/2024", "on 03/04/2024", "fr", []),
    ("Mayo 3, 2022: nota", None, "es", [Found("warning", "Mayo 3, 2022", "3 de mayo de 2022: nota")]),
    ("el 31 enero 2024", None, "es", [Found("warning", "31 enero 2024", "el 31 de enero de 2024")]),
    ("del 2 al 5 mayo", None, "es", [Found("warning", "5 mayo", "del 2 al 5 de mayo")]),
    ("2 de mayo, 2024", None, "es", [Found("warning", "2 de mayo, 2024", "2 de mayo de 2024")]),
    ("1 octubre del 2024", None, "es", [Found("warning", "1 octubre del 2024", "1 de octubre del 2024")]),
    ("el 3rd de mayo", None, "es", [Found("warning", "3rd de mayo", "el 3 de mayo")]),
    ("el 2 de mayo, 2000 personas", None, "es", []),
    ("mayo 3 de 2022, el 1.º de mayo, 2 de mayo del 2024", None, "es", []),
    ("la calle 5 Mayo, unos 5 mayo", None, "es", []),
)
def test_date_form(target: str, source: str | None, language: str, found: list[Found]) -> None:
    assert ask("date-form", target, source=source, language=language) == found


@_table(
    ("Le jeudi 3 mai 2022", None, "fr", [Found("warning", "jeudi")]),
    ("Le jeudi 3 mai 2022", "On Tuesday, 3 May 2022", "fr", [Found("warning", "jeudi", "Le mardi 3 mai 2022")]),
    ("Jeudi 3 mai 2022", "On Thursday, 3 May 2022", "fr", [Found("warning", "Jeudi")]),
    ("El jueves 3 de mayo de 2022", "On Tuesday, 3 May 2022", "es",
     [Found("warning", "jueves", "El martes 3 de mayo de 2022")]),
    ("Lundi <b>5 juillet 2009</b>", None, "fr", [Found("warning", "Lundi")]),
    ("mardi soir", "on Thursday night", "fr", [Found("warning", "mardi", "jeudi soir")]),
    ("todos los lunes", "every Sunday", "es", [Found("warning", "lunes")]),
    ("Le mardi 3 mai 2022", "On Thursday, 3 May 2022", "fr", []),
    ("le dimanche 22 janvier 1905", None, "fr", []),
    ("le dimanche 9 janvier 1905", None, "fr", []),
    ("lundi 3 au vendredi 7 mai 2021", None, "fr", []),
    ("hier, samedi et dimanche", "on the weekend", "fr", []),
    ("hier", "on Friday", "fr", []),
    ("le samedi, lendemain de la prière", "the day after Friday prayers", "fr", []),
    ("Santo Domingo, el martes", "Santo Domingo, on Tuesday", "es", []),
    ("le vendredi 31 février 2020", None, "fr", []),
)  # fmt: skip
def test_weekday(target: str, source: str | None, language: str, found: list[Found]) -> None:
    assert ask("weekday", target, source=source, language=language) == found


@_table(
    ("à 3:30 p.m. en salle", None, "fr", [Found("warning", "3:30 p.m.", f"à 15{N}h{N}30 en salle")]),
    ("à 6 pm", None, "fr", [Found("warning", "6 pm", f"à 18{N}h")]),
    ("à 12:20 am, à 12PM", None, "fr",
     [Found("warning", "12:20 am", f"à 0{N}h{N}20, à 12PM"), Found("warning", "12PM", f"à 12:20 am, à 12{N}h")]),
    ("La séance ouvre à 7 p.m.", None, "fr", [Found("warning", "7 p.m.", f"La séance ouvre à 19{N}h.")]),
    ("à 7 p.m. Venez", None, "fr", [Found("warning", "7 p.m.")]),
    ("de 9am–1pm", None, "fr", [Found("warning", "9am", f"de 9{N}h–1pm"), Found("warning", "1pm", f"de 9am–13{N}h")]),
    ("à 15 h 30, 15:30, 5 m, le 5 mai, 3 millions", None, "fr", []),
    ("le 5 p.m. Club", "the 5 p.m. Club", "fr", []),
    ("a las 3pm", None, "es", [Found("warning", "3pm", f"a las 3{N}p.{N}m.")]),
    ("a las 8PM.", None, "es", [Found("warning", "8PM.", f"a las 8{N}p.{N}m.")]),
    ("a las 7:30 p.m.", None, "es", [Found("info", "7:30 p.m.", f"a las 7:30{N}p.{N}m.")]),
    ("a las 3 p. m. y a las 10 a mano", None, "es", []),
)  # fmt: skip
def test_time_form(target: str, source: str | None, language: str, found: list[Found]) -> None:
    assert ask("time-form", target, source=source, language=language) == found


@_table(
    ("la 2ème fois", None, "fr", [Found("warning", "ème", "la 2e fois")]),
    ("les 3èmes", None, "fr", [Found("warning", "èmes", "les 3es")]),
    ("le XXème siècle", None, "fr", [Found("warning", "ème", "le XXe siècle")]),
    ("la 1ère édition", None, "fr", [Found("warning", "ère", "la 1re édition")]),
    ("2<sup>ème</sup> fois", None, "fr", [Found("warning", "ème", "2<sup>e</sup> fois")]),
    ("le 21st siècle", None, "fr", [Found("warning", "21st", "le 21e siècle")]),
    ("la 1st fois", None, "fr", [Found("warning", "1st")]),
    ("1er, 1re, 2e, 2nd, XXe, XIXe, même, Ceres, Lieme", None, "fr", []),
    ("la 5th Avenue", "on 5th Avenue", "fr", []),
    ("À sa 53rd session", "At its 53rd session", "fr", [Found("warning", "53rd", "À sa 53e session")]),
    ("el 21st monje", None, "es", [Found("warning", "21st", "el 21.er monje")]),
    ("La 3rd edición", None, "es", [Found("warning", "3rd", "La 3.ª edición")]),
    ("siglo 20th", None, "es", [Found("warning", "20th")]),
    ("el 3ro del grupo", None, "es", [Found("warning", "ro", "el 3.º del grupo")]),
    ("la 2da vez", None, "es", [Found("warning", "da", "la 2.ª vez")]),
    ("el 3º del grupo", None, "es", [Found("info", "º", "el 3.º del grupo")]),
    ("1er piso, 3.º, 20 ºC, a los 20º C, a 38º 14', el 20º bajo cero", None, "es", []),
)
def test_ordinals(target: str, source: str | None, language: str, found: list[Found]) -> None:
    assert ask("ordinals", target, source=source, language=language) == found


@_table(
    ("à 16 km au nord", "10 miles north", "fr", [Found("info", "16 km")]),
    ("−20 °C", "minus 4 °F", "fr", [Found("info", "−20 °C")]),
    ("sesenta y cuatro kilómetros", "forty miles", "es", [Found("info", "sesenta y cuatro kilómetros")]),
    ("−13 °F", "−25 °C", "es", [Found("info", "−13 °F")]),
    ("7,5 m² pour neuf", "80 square feet for nine", "fr", [Found("info", "7,5 m²")]),
    ("à 10 km", "10 miles", "fr", [Found("warning", "10 km")]),
    ("à 10 miles, 20 livres", "10 miles, 20 pounds", "fr", []),
    ("à 10 milles", "10 miles", "fr", []),
    ("40 £", "40 pounds", "fr", []),
)
def test_units(target: str, source: str | None, language: str, found: list[Found]) -> None:
    assert ask("units", target, source=source, language=language) == found


@_table(
    ("10-20 heures", None, "fr", [Found("info", "-", "10–20 heures")]),
    ("(p. 112-130)", None, "fr", [Found("info", "-", "(p. 112–130)")]),
    ("en 2017-18", None, "fr", [Found("info", "-", "en 2017–18")]),
    ("10:00-12:30", "10.00–12.30", "es", [Found("info", "-", "10:00–12:30")]),
    ("capítulos 4-6", "chapters 4–6", "es", [Found("info", "-", "capítulos 4–6")]),
    ("capítulos 4-6", "chapters 4-6", "es", []),
    ("la loi n° 78-179, la résolution 60-251, 2008-1425", None, "fr", []),
    ("le 2020-05-01, +33 6-12-34, COVID-19, la guerre de 14-18, 24-7", None, "fr", []),
    ("un match gagné 1-2", None, "fr", []),
)
def test_range_dash(target: str, source: str | None, language: str, found: list[Found]) -> None:
    assert ask("range-dash", target, source=source, language=language) == found
