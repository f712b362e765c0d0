"""Existing translations find their source."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tms.tracking import align, judge_pairs
from tms.values import AlignedPair, Kind, Unit

# A small article of our own in three languages; "#" marks headings.
ENGLISH = [
    "# The weavers of Aksu",
    "In 2014 some 1,200 families in Aksu lived from weaving, and most sold their carpets at the Friday market.",
    (
        "Then the market was closed. Gulnar Sabit, who had kept a stall there for thirty years, was told to hand in "
        "her licence within 3 days."
    ),
    "# What the office said",
    (
        "The office for trade answered our letter on 12 May: the market would be moved to a hall outside the town, it "
        "wrote, and nobody had lost any income."
    ),
    "We visited that hall twice. It was locked.",
    (
        "According to the association Silk Threads, at least 40 weavers have left for Almaty since then, and 15 of "
        "them are still waiting for papers."
    ),
    (
        "Her neighbours say that the looms now stand in the yard, under plastic sheets, and that it has rained on them "
        "all through the spring."
    ),
]
FRENCH = [
    "# Les tisserands d’Aksu",
    (
        "En 2014, quelque 1 200 familles d’Aksu vivaient du tissage, et la plupart vendaient leurs tapis au marché du "
        "vendredi."
    ),
    (
        "Puis le marché a été fermé. Gulnar Sabit, qui y tenait un étal depuis trente ans, a été sommée de rendre sa "
        "licence dans un délai de 3 jours."
    ),
    "# Ce qu’en dit l’administration",
    (
        "Le bureau du commerce a répondu à notre lettre le 12 mai : le marché serait transféré dans une halle en "
        "dehors de la ville, écrit-il, et personne n’aurait perdu de revenus."
    ),
    "Nous nous sommes rendus deux fois dans cette halle. Elle était fermée à clé.",
    (
        "Selon l’association Silk Threads, au moins 40 tisserands sont depuis partis pour Almaty, et 15 d’entre eux "
        "attendent toujours leurs papiers."
    ),
    (
        "Ses voisins racontent que les métiers à tisser se trouvent maintenant dans la cour, sous des bâches en "
        "plastique, et qu’il a plu dessus tout le printemps."
    ),
]
SPANISH = [
    "# Los tejedores de Aksu",
    (
        "En 2014, unas 1.200 familias de Aksu vivían del tejido, y la mayoría vendía sus alfombras en el mercado de "
        "los viernes."
    ),
    (
        "Después cerraron el mercado. A Gulnar Sabit, que llevaba treinta años con un puesto allí, le ordenaron "
        "entregar su licencia en un plazo de 3 días."
    ),
    "# Lo que dice la oficina",
    (
        "La oficina de comercio respondió a nuestra carta el 12 de mayo: el mercado se trasladaría a una nave fuera de "
        "la ciudad, escribió, y nadie había perdido ingresos."
    ),
    "Visitamos dos veces esa nave. Estaba cerrada con llave.",
    (
        "Según la asociación Silk Threads, al menos 40 tejedores se han marchado desde entonces a Almaty, y 15 de "
        "ellos siguen esperando los papeles."
    ),
    (
        "Sus vecinos cuentan que los telares están ahora en el patio, bajo plásticos, y que les ha llovido encima toda "
        "la primavera."
    ),
]
NOTE_FR = "Note de la traduction : les noms de personnes ont été changés à la demande des intéressés."
NOTE_ES = "Nota de la traducción: los nombres de las personas se han cambiado a petición de los interesados."

Beads = list[tuple[tuple[int, ...], tuple[int, ...]]]
STRAIGHT: Beads = [((i,), (i,)) for i in range(8)]


def units(texts: list[str]) -> list[Unit]:
    kinds = [Kind.HEADING if text.startswith("# ") else Kind.PARAGRAPH for text in texts]
    return [Unit(kind, text.removeprefix("# "), text, 1) for kind, text in zip(kinds, texts, strict=True)]


def beads(pairs: tuple[AlignedPair, ...]) -> Beads:
    return [(pair.source, pair.target) for pair in pairs]


def without(texts: list[str], *places: int) -> list[str]:
    return [text for place, text in enumerate(texts) if place not in places]


def joined(texts: list[str], first: int, count: int) -> list[str]:
    return [*texts[:first], " ".join(texts[first : first + count]), *texts[first + count :]]


def cut(texts: list[str], place: int, sign: str) -> list[str]:
    before, after = texts[place].split(sign, 1)
    return [*texts[:place], before + sign.strip(), after, *texts[place + 1 :]]


def inserted(texts: list[str], place: int, text: str) -> list[str]:
    return [*texts[:place], text, *texts[place:]]


def gap(at: int, *, in_target: bool) -> Beads:
    """All of eight paired, but for one place that only one side has."""
    if in_target:
        return [*(((i,), (i,)) for i in range(at)), ((), (at,)), *(((i,), (i + 1,)) for i in range(at, 8))]
    return [*(((i,), (i,)) for i in range(at)), ((at,), ()), *(((i,), (i - 1,)) for i in range(at + 1, 8))]


CASES = [
    ("complete, fr", "fr", FRENCH, STRAIGHT),
    ("complete, es", "es", SPANISH, STRAIGHT),
    ("paragraph missing, fr", "fr", without(FRENCH, 2), gap(2, in_target=False)),
    ("paragraph missing, es", "es", without(SPANISH, 4), gap(4, in_target=False)),
    ("title missing", "fr", without(FRENCH, 0), gap(0, in_target=False)),
    ("heading missing", "es", without(SPANISH, 3), gap(3, in_target=False)),
    ("short paragraph missing", "fr", without(FRENCH, 5), gap(5, in_target=False)),
    ("last one missing", "es", without(SPANISH, 7), gap(7, in_target=False)),
    ("note added at the end", "fr", [*FRENCH, NOTE_FR], gap(8, in_target=True)),
    ("note added in the middle", "es", inserted(SPANISH, 5, NOTE_ES), gap(5, in_target=True)),
    ("note added at the head", "fr", inserted(FRENCH, 1, NOTE_FR), gap(1, in_target=True)),
    (
        "two in one, fr",
        "fr",
        joined(FRENCH, 4, 2),
        [*STRAIGHT[:4], ((4, 5), (4,)), ((6,), (5,)), ((7,), (6,))],
    ),
    (
        "two in one, es",
        "es",
        joined(SPANISH, 1, 2),
        [((0,), (0,)), ((1, 2), (1,)), *(((i,), (i - 1,)) for i in range(3, 8))],
    ),
    ("three in one", "fr", joined(FRENCH, 5, 3), [*STRAIGHT[:5], ((5, 6, 7), (5,))]),
    (
        "one in two",
        "fr",
        cut(FRENCH, 2, ". "),
        [((0,), (0,)), ((1,), (1,)), ((2,), (2, 3)), *(((i,), (i + 1,)) for i in range(3, 8))],
    ),
    (
        "missing and added",
        "es",
        [*without(SPANISH, 1), NOTE_ES],
        [((0,), (0,)), ((1,), ()), *(((i,), (i - 1,)) for i in range(2, 8)), ((), (7,))],
    ),
    ("nothing there", "fr", [], [((i,), ()) for i in range(8)]),
]


@pytest.mark.parametrize(
    ("language", "target", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_translation_finds_its_source(language: str, target: list[str], expected: Beads) -> None:
    pairs = align(units(ENGLISH), units(target), source_language="en", target_language=language)
    assert beads(pairs) == expected


def test_reasons_say_what_agrees() -> None:
    pairs = align(units(ENGLISH), units(SPANISH), source_language="en", target_language="es")
    assert "same number 1,200, 2014" in pairs[1].reasons
    assert "same name Gulnar, Sabit" in pairs[2].reasons
    assert pairs[1].confidence > 0.8


def test_what_only_one_side_has_says_so() -> None:
    pairs = align(units(ENGLISH), units([*without(FRENCH, 2), NOTE_FR]), source_language="en", target_language="fr")
    assert pairs[2].reasons == ("nothing in the translation",)
    assert pairs[-1].reasons == ("only in the translation",)


def test_confidence_is_low_where_nothing_speaks_for_a_pair() -> None:
    strangers = ["Un jour la mer se retira.", "Le vent tourna vers le nord et l’on rentra les barques avant la nuit."]
    english = ["The 1,200 carpets of Aksu were sold.", "A long list of names hung beside the door of the town hall."]
    pairs = align(units(english), units(strangers), source_language="en", target_language="fr")
    assert all(pair.confidence < 0.75 for pair in pairs if pair.source and pair.target)


def test_other_numbers_lower_the_confidence() -> None:
    wrong = [text.replace("1.200", "8.700").replace("2014", "1998") for text in SPANISH]
    right = align(units(ENGLISH), units(SPANISH), source_language="en", target_language="es")[1]
    doubted = align(units(ENGLISH), units(wrong), source_language="en", target_language="es")[1]
    assert doubted.confidence < right.confidence - 0.2
    assert "other numbers" in doubted.reasons


def test_two_paragraphs_that_changed_places_are_doubted() -> None:
    swapped = [*SPANISH]
    swapped[1], swapped[2] = swapped[2], swapped[1]
    pairs = align(units(ENGLISH), units(swapped), source_language="en", target_language="es")
    sure = {(pair.source, pair.target) for pair in pairs if pair.confidence >= 0.5}
    assert ((1,), (1,)) not in sure
    assert ((2,), (2,)) not in sure


def test_a_figure_is_no_translation_of_prose() -> None:
    english = ["In Aksu and Almaty", "227,000", "The weavers of Aksu"]
    spanish = ["En Aksu y Almaty", "Los tejedores"]
    pairs = align(units(english), units(spanish), source_language="en", target_language="es")
    assert [pair for pair in pairs if pair.source == (1,) and pair.target and pair.confidence >= 0.5] == []


def test_another_article_is_never_believed() -> None:
    other = [
        "# La nueva biblioteca de Almaty",
        "El 4 de marzo, Silk Threads abrió en Osh una biblioteca con 600 libros y dos salas de lectura muy luminosas.",
        "La jardinera dice que 2014 fue un año sin lluvia y que nadie quiso comprar las peras de su huerto.",
        "# Quién lee",
        "En total vinieron 95 niños, 11 maestras y un perro, según el registro que lleva la bibliotecaria de la tarde.",
        "Los libros llegaron de Aksu en un camión que tardó 41 horas por carreteras heladas, contó el conductor.",
    ]
    pairs = align(units(ENGLISH), units(other), source_language="en", target_language="es")
    assert [pair for pair in pairs if pair.source and pair.target and pair.confidence >= 0.5] == []


@pytest.mark.parametrize(("language", "target"), [("fr", FRENCH), ("es", SPANISH)])
def test_two_paragraphs_that_changed_places_are_found(language: str, target: list[str]) -> None:
    swapped = [target[0], target[2], target[1], *target[3:]]
    pairs = align(units(ENGLISH), units(swapped), source_language="en", target_language=language)
    found = {pair.source: pair for pair in pairs}
    assert (found[1,].target, found[2,].target) == ((2,), (1,))
    assert "in another place" in found[2,].reasons


@pytest.mark.parametrize("place", range(1, 9))
@pytest.mark.parametrize("note", ["Leer también", NOTE_ES], ids=["short", "long"])
def test_a_note_is_never_taken_for_a_part_of_its_neighbour(note: str, place: int) -> None:
    pairs = align(units(ENGLISH), units(inserted(SPANISH, place, note)), source_language="en", target_language="es")
    believed = [pair for pair in pairs if place in pair.target and pair.source and pair.confidence >= 0.5]
    assert believed == []


def test_a_unit_alone_beside_one_of_the_other_side_is_doubted() -> None:
    texts = [*SPANISH[:2], "Un relato breve sobre las peras de la huerta y el perro del vecino.", *SPANISH[3:]]
    pairs = align(units(ENGLISH), units(texts), source_language="en", target_language="es")
    assert [pair.confidence < 0.5 for pair in pairs if 2 in pair.source or 2 in pair.target] == [True, True]


def test_a_plain_text_without_headings_is_believed_as_much() -> None:
    plain = [Unit(Kind.PARAGRAPH, unit.text, unit.text, 1) for unit in units(SPANISH)]
    pairs = align(units(ENGLISH), plain, source_language="en", target_language="es")
    assert beads(pairs) == STRAIGHT
    assert [pair.source for pair in pairs if pair.confidence < 0.5] == []


def test_short_items_are_paired_by_their_order_and_kind() -> None:
    items = [Unit(Kind.LIST_ITEM, text, text, 1) for text in ("Wool", "Silk thread", "Two looms")]
    english = [*units(ENGLISH[:2]), *items, *units(ENGLISH[2:3])]
    words = ("Lana", "Hilo de seda", "Dos telares")
    spanish = [
        *units(SPANISH[:2]),
        *(Unit(Kind.LIST_ITEM, text, text, 1) for text in words),
        *units([NOTE_ES]),
        *units(SPANISH[2:3]),
    ]
    pairs = align(english, spanish, source_language="en", target_language="es")
    assert beads(pairs)[2:] == [((2,), (2,)), ((3,), (3,)), ((4,), (4,)), ((), (5,)), ((5,), (6,))]
    assert [pair.confidence >= 0.5 for pair in pairs[2:5]] == [True, True, True]


def test_pairs_that_a_person_made_are_judged_as_they_are() -> None:
    made = [AlignedPair((i,), (i,), 1.0) for i in (0, 1)] + [
        AlignedPair((2,), (6,), 1.0),
        AlignedPair((3, 5), (3,), 1.0),
    ]
    pairs = judge_pairs(units(ENGLISH), units(SPANISH), made, source_language="en", target_language="es")
    assert beads(pairs) == [(pair.source, pair.target) for pair in made]
    assert [pair.confidence >= 0.5 for pair in pairs[1:3]] == [True, False]
    assert pairs[3] == made[3]


def test_another_short_article_without_figures_is_not_believed_either() -> None:
    other = [
        "La huerta de mi abuela",
        "Los perales florecieron temprano aquella primavera y los vecinos acudieron con cestas de mimbre.",
        "Nadie recordaba cuándo se plantaron los primeros árboles junto al molino abandonado.",
        "Las gallinas dormían bajo el cobertizo mientras los niños buscaban caracoles entre las lechugas.",
        "Después llegaron las tormentas y hubo que recoger deprisa toda la fruta madura que quedaba.",
        "Mi hermana menor todavía conserva una mermelada oscura en la despensa de su cocina.",
    ]
    pairs = align(units(ENGLISH), units(other), source_language="en", target_language="es")
    assert [pair for pair in pairs if pair.source and pair.target and pair.confidence >= 0.5] == []


# Nothing but their lengths speaks for these pairs.
PLAIN_ENGLISH = ["The bakery opened before the sun rose.", "Its oven was warm all through the winter."]
PLAIN_FRENCH = ["Le fournil ouvrait avant l'aube.", "Le four y restait chaud tout l'hiver durant."]


@pytest.mark.parametrize("place", [0, 1, 2], ids=["before", "between", "after"])
def test_pairs_that_only_lengths_speak_for_are_unsure_beside_a_unit_without_partner(place: int) -> None:
    note = "Les prénoms furent remplacés par l'équipe."
    french = inserted(PLAIN_FRENCH, place, note)
    pairs = align(
        units([*ENGLISH[:3], *PLAIN_ENGLISH, *ENGLISH[3:]]),
        units([*FRENCH[:3], *french, *FRENCH[3:]]),
        source_language="en",
        target_language="fr",
    )
    plain = [pair for pair in pairs if set(pair.source) & {3, 4} and pair.target]
    others = [pair for pair in pairs if pair.source in ((1,), (2,), (6,), (8,))]
    assert [pair.confidence < 0.5 for pair in plain] == [True] * len(plain)
    assert [pair.confidence >= 0.5 for pair in others] == [True] * 4


def test_a_row_of_such_pairs_is_unsure_as_far_as_the_next_known_one() -> None:
    english = [*ENGLISH[:2], *PLAIN_ENGLISH, "They sold all of it by noon on most days."]
    french = [*FRENCH[:2], *PLAIN_FRENCH, "On écoulait le tout à midi, la plupart du temps."]
    note = "Les prénoms furent remplacés par notre équipe."
    pairs = align(units(english), units([*french, note]), source_language="en", target_language="fr")
    assert [pair.confidence >= 0.5 for pair in pairs if pair.source and pair.target] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_what_comes_after_the_last_unit_is_taken_for_an_addition() -> None:
    english = ["The barn stayed locked for the whole autumn.", "In summer the herders came down to the lake."]
    french = ["La grange fut close tout l'automne.", "L'été, les bergers descendirent jusqu'au lac."]
    note = "Note de la rédaction : ce lac porte onze appellations que nul ne connaît."
    pairs = align(
        units([*ENGLISH[:3], *english]), units([*FRENCH[:3], *french, note]), source_language="en", target_language="fr"
    )
    assert beads(pairs) == [*STRAIGHT[:5], ((), (5,))]


def test_without_a_unit_alone_such_pairs_are_believed() -> None:
    english, french = units([*ENGLISH[:3], *PLAIN_ENGLISH]), units([*FRENCH[:3], *PLAIN_FRENCH])
    pairs = align(english, french, source_language="en", target_language="fr")
    assert [pair.confidence >= 0.5 for pair in pairs] == [True] * 5


TEXTS = st.lists(st.text(max_size=30), max_size=8)


@given(TEXTS, TEXTS)
@settings(deadline=None)
def test_each_unit_stands_in_exactly_one_pair_in_the_order_of_the_source(source: list[str], target: list[str]) -> None:
    pairs = align(units(source), units(target), source_language="en", target_language="fr")
    assert [i for pair in pairs for i in pair.source] == list(range(len(source)))
    assert sorted(j for pair in pairs for j in pair.target) == list(range(len(target)))
    assert all(0 <= pair.confidence <= 1 for pair in pairs)


def test_a_long_article_is_aligned_in_seconds() -> None:
    english = [f"Report {n}: " + "the river rose " * (n % 7 + 1) + "." for n in range(3000)]
    french = [f"Rapport {n} : " + "le fleuve monta " * (n % 7 + 1) + "." for n in range(3000) if n % 50]
    started = time.process_time()
    pairs = align(units(english), units(french), source_language="en", target_language="fr")
    assert time.process_time() - started < 20
    assert [pair.source for pair in pairs if not pair.target] == [(n,) for n in range(0, 3000, 50)]
