"""Where sentences end, and where a full stop ends none."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tms.text.sentences import split_sentences

NB, NN = "\u00a0", "\u202f"

# "|" stands where a sentence ends.
ENGLISH = [
    ("two", "The door was locked. |Nobody had a key."),
    ("one", "The door was locked"),
    ("Mr.", "We met Mr. Harlow at noon. |He was late."),
    ("Dr. Prof.", "Dr. Amin and Prof. Low agreed."),
    ("initials", "The letter is signed J. R. Miller. |It has no date."),
    ("middle initial", "John Q. Public was there."),
    ("U.N. inside", "The U.N. High Commissioner wrote to her. |She answered."),
    ("U.N. at the end", "He works for the U.N. |The office is in Geneva."),
    ("U.S. adjective", "A U.S. Senate committee met."),
    ("No. 5", "Read No. 5 of the list. |Then sign."),
    ("No as an answer", "Did they come? |No. |They stayed away."),
    ("no, then I", "They said no. |I left."),
    ("p. 12", "See p. 12 and fig. 3. |Both are old."),
    ("Sept. 11", "It began on Sept. 11 in a village."),
    ("etc. inside", "Shoes, coats, etc. were sold."),
    ("etc. at the end", "They sold shoes, coats, etc. |Nothing was left."),
    ("e.g.", "Some towns, e.g. Aksu, were closed."),
    ("i.e. before a name", "The capital, i.e. Urumqi, is far."),
    ("decimals", "It rose by 3.5 per cent. |It was 2.1 before."),
    ("clock", "The bus left at 5 p.m. |The driver was new."),
    ("clock and day", "The bus left at 5 p.m. Monday."),
    ("URL", "Read https://example.org/a.b?c=d. |Then write."),
    ("bare domain", "Read example.org. |Then write."),
    ("ellipsis inside", "She waited… and waited."),
    ("ellipsis at the end", "She waited... |Nobody came."),
    ("quotation inside", "“We left.” |Then it rained."),
    ("question in quotation, she", "“Why did you go?” she asked."),
    ("question in quotation, a name", "“Why?!” Omar asked. |Nobody knew."),
    ("straight quotes", 'He said "go." |We went.'),
    ("both signs", "Really?! |Yes!"),
    ("brackets", "It closed. |(It was old.) |A new one opened."),
    ("bracket inside", "The camp (near St. Mary) was closed."),
    ("list number", "1. The first point. |It is short."),
    ("list number in brackets", "(2. The second point)"),
    ("year at the end", "It closed in 2014. |The town is empty."),
    ("number at the head", "They waited. |12 came back."),
    ("footnote sign", "It is known.[1] |Others deny it."),
    ("Markdown footnote", "It is known.[^note] |Others deny it."),
    ("superscript", "It is known.² |Others deny it."),
    ("bold", "**It is known.** |Others deny it."),
    ("link", "Read [the report.](https://example.org/x) |Then write."),
    ("tag", "<em>It is known.</em> |<strong>Others</strong> deny it."),
    ("letter", "They chose plan B. |The rest was easy."),
    ("company", "Silk Inc. sells it. |Silk Co. |It is a firm."),
    ("hard break", "First line\n\n|Second line"),
    ("soft break", "The door\nwas locked.\n|Nobody came."),
    ("spaced dots", "He said . . . nothing."),
    ("emoji", "It is over! |☺ We won."),
    ("lower case follows", "The firm approx. doubled."),
    ("version", "Use 2.0. |It is better."),
]
FRENCH = [
    ("M.", "J’ai vu M. Dupont. |Il dormait."),
    ("M. with a no-break space", f"J’ai vu M.{NB}Dupont. |Il dormait."),
    ("MM. and Mme", "MM. Leroy et Petit saluent Mme Blanc. |Elle rit."),
    ("M. Le Goff", "On a entendu M. Le Goff."),
    ("art. 7", "Voir l’art. 7 de la loi. |Elle est claire."),
    ("art. with a no-break space", f"Voir l’art.{NB}7 et p.{NB}12."),
    ("av. J.-C. inside", "En 200 av. J.-C. Rome était loin."),
    ("av. J.-C. at the end", "Cela date de 200 av. J.-C. |Le mur est là."),
    ("c.-à-d.", "Le chef, c.-à-d. Paul, est parti."),
    ("etc. ;", "Du pain, du sel, etc. ; tout manquait."),
    ("etc.", "Du pain, du sel, etc. |Tout manquait."),
    ("O.N.U.", "Un rapport de l’O.N.U. |Il est long."),
    ("guillemets", f"«{NB}C’est faux.{NB}» |Il se leva."),
    ("guillemets with plain spaces", "« C’est faux. » |Il se leva."),
    ("narrow spaces", f"«{NN}C’est faux{NN}!{NN}» |Il se leva."),
    ("question and verb", f"«{NB}Pourquoi{NN}?{NB}» demanda-t-elle. |Personne ne répondit."),
    ("guillemets open the next", f"Il se tut. |«{NB}Partez{NB}», dit-elle."),
    ("space before the sign", f"Qui était-ce{NN}? |Nul ne sait{NN}!"),
    ("dialogue dash", f"—{NB}Tu viens{NN}? |—{NB}Non."),
    ("dialogue dash and verb", f"—{NB}Tu viens{NN}? —{NB}demanda-t-il."),
    ("entities", "&laquo;&nbsp;C’est faux.&nbsp;&raquo; |Il se leva."),
    ("initials", "Le juge A. B. Martin a signé."),
    ("Dr", "Le Dr. Petit est là. |Il attend."),
    ("numbers", f"Il y avait 3{NN}900 familles. |Il en reste 12,5 %."),
    ("no. et vol.", "Voir vol. 3, no. 12. |C’est court."),
    ("century", "Du chap. XII on sait peu."),
    ("ellipsis", "Il attend… puis part. |Elle reste…"),
    ("bracketed ellipsis", "Il a dit […] que non."),
    ("at the col", "Ils passent le col. |Le lendemain, il neige."),
]
SPANISH = [
    ("Sr.", "Vino el Sr. García. |Se sentó."),
    ("Sra. Dra.", "La Sra. Ruiz y la Dra. Gil hablaron."),
    ("D. Juan", "Habló D. Juan. |Nadie oyó."),
    ("EE. UU. inside", "Los EE. UU. Mexicanos no son esos."),
    ("EE. UU. at the end", "Viajó a EE. UU. |El viaje fue largo."),
    ("EE.UU.", "Viajó a EE.UU. |El viaje fue largo."),
    ("art. núm. pág.", "Véase el art. 7, núm. 3, pág. 12. |Es breve."),
    ("a. C.", "Fue en 200 a. C. |El muro sigue."),
    ("d. C. inside", "Fue en 200 d. C. según dicen."),
    ("p. m.", "Salió a las 5 p. m. |El bus iba lleno."),
    ("p. ej.", "Unas ciudades, p. ej. Aksu, cerraron."),
    ("dialogue", "—¿Cómo está? —preguntó ella."),
    ("dialogue, two", "—¿Cómo está? |—Bien. |—Me alegro."),
    ("questions", "¿Quién fue? |¿Cuándo? |Nadie lo sabe."),
    ("question inside", "Dijo ¿quién?, y calló."),
    ("exclamation", "¡Basta! |Se fue."),
    ("guillemets", "«Es falso». |Se levantó."),
    ("full stop inside", "«Es falso.» |Se levantó."),
    ("question in guillemets", "«¿Por qué?» preguntó. |Nadie contestó."),
    ("numbers", "Había 3.900 familias. |Quedan 12,5 %."),
    ("century", "En el s. XIX hubo otro. |Cayó."),
    ("ordinal", "Es el 1.º de mayo. |Llueve."),
    ("etc.", "Pan, sal, etc. |Todo faltaba."),
    ("Ud.", "Se lo digo a Ud. |El resto calla."),
    ("initials", "Lo firma J. L. Borja. |No hay fecha."),
    ("letter", "Eligió la opción B. |Después calló."),
    ("decimal comma", "Subió 3,5 puntos. |Bajó luego."),
    ("other language", "Murió... |Nadie lloró."),
]
CASES = [
    *(pytest.param("en", text, id=f"en {name}") for name, text in ENGLISH),
    *(pytest.param("fr", text, id=f"fr {name}") for name, text in FRENCH),
    *(pytest.param("es", text, id=f"es {name}") for name, text in SPANISH),
]


@pytest.mark.parametrize(("language", "marked"), CASES)
def test_a_text_is_split_where_its_sentences_end(language: str, marked: str) -> None:
    assert split_sentences(marked.replace("|", ""), language) == tuple(marked.split("|"))


def test_a_region_and_an_unknown_language_are_split_too() -> None:
    assert split_sentences("Vino el Sr. García. Rio.", "es-MX") == ("Vino el Sr. García. ", "Rio.")
    assert split_sentences("他来了。他走了。", "zh") == ("他来了。", "他走了。")


@pytest.mark.parametrize("text", ["", " ", "...", "« ! »", "?! ?! ?!"])
def test_signs_without_words_are_one_piece(text: str) -> None:
    assert split_sentences(text, "fr") == ((text,) if text else ())


PIECES = st.lists(st.sampled_from([*"aAzé1.!?…\n «»“”—¿-<>()[]*\u00a0\u202f\ud800\u0301", "M", "etc", "U.N."]))


@given(st.text() | PIECES.map("".join), st.sampled_from(["en", "fr", "es", "de"]))
@settings(max_examples=300, deadline=None)
def test_the_sentences_joined_are_the_text(text: str, language: str) -> None:
    parts = split_sentences(text, language)
    assert "".join(parts) == text
    assert all(parts)


@pytest.mark.parametrize(
    "text",
    [
        "! " * 200_000,
        "M. A" * 100_000,
        "a. " * 150_000,
        "\n \n" * 100_000,
        ".<" * 200_000,
        "! ☺" * 150_000,
        "." * 500_000,
    ],
    ids=["signs", "initials", "letters", "breaks", "brackets", "emoji", "dots"],
)
def test_a_long_text_takes_time_by_its_length_only(text: str) -> None:
    started = time.process_time()
    split_sentences(text, "fr")
    assert time.process_time() - started < 10
