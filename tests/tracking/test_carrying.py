"""A translation is carried over when its paragraph is split or merged: nothing of it is lost, no markup torn."""

import re
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import TypeVar
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tms.text.markup import find_tags
from tms.tracking import divide_target, join_targets
from tms.tracking.carrying import Divided, Share

ONE, TWO, THREE, FOUR = (
    "The market was closed in May.",
    "Gulnar kept a stall there for thirty years.",
    "She was told to leave.",
    "Nobody helped her.",
)
UN, DEUX, TROIS, QUATRE = (
    "Le marché a été fermé en mai.",
    "Gulnar y tenait un étal depuis trente ans.",
    "On lui a dit de partir.",
    "Personne ne l’a aidée.",
)
OLD, FRENCH = f"{ONE} {TWO} {THREE} {FOUR}", f"{UN} {DEUX} {TROIS} {QUATRE}"
NEW = "Many other traders lost their stalls at that time."
NN = "\u202f"


def divide(old: str, parts: list[str], target: str, language: str = "fr") -> Divided:
    divided = divide_target(old, parts, target, source_language="en", target_language=language)
    assert divided is not None
    return divided


# The old source, the parts that it was split into, its translation, and what each part gets of it.
DIVIDED = [
    ("after the first", OLD, [ONE, f"{TWO} {THREE} {FOUR}"], FRENCH, [UN, f"{DEUX} {TROIS} {QUATRE}"]),
    ("in the middle", OLD, [f"{ONE} {TWO}", f"{THREE} {FOUR}"], FRENCH, [f"{UN} {DEUX}", f"{TROIS} {QUATRE}"]),
    ("into three", OLD, [ONE, f"{TWO} {THREE}", FOUR], FRENCH, [UN, f"{DEUX} {TROIS}", QUATRE]),
    ("sentence by sentence", OLD, [ONE, TWO, THREE, FOUR], FRENCH, [UN, DEUX, TROIS, QUATRE]),
    ("not at all", OLD, [OLD], FRENCH, [FRENCH]),
    ("a new part behind", OLD, [OLD, NEW], FRENCH, [FRENCH, ""]),
    ("a new part before", OLD, [NEW, OLD], FRENCH, ["", FRENCH]),
    (
        "a new part between",
        OLD,
        [f"{ONE} {TWO}", NEW, f"{THREE} {FOUR}"],
        FRENCH,
        [f"{UN} {DEUX}", "", f"{TROIS} {QUATRE}"],
    ),
    (
        "edited as well",
        OLD,
        [
            "The big market was closed in June. Gulnar had kept a stall for forty years.",
            "They told her to go. Not one helped her.",
        ],
        FRENCH,
        [f"{UN} {DEUX}", f"{TROIS} {QUATRE}"],
    ),
    ("in another order", OLD, [f"{THREE} {FOUR}", f"{ONE} {TWO}"], FRENCH, [f"{TROIS} {QUATRE}", f"{UN} {DEUX}"]),
    (
        "in another order, with a new part",
        OLD,
        [f"{THREE} {FOUR}", NEW, f"{ONE} {TWO}"],
        FRENCH,
        [f"{TROIS} {QUATRE}", "", f"{UN} {DEUX}"],
    ),
    (
        "a lead in bold",
        "<strong>The camp.</strong> It was built in 2017 by prisoners. It holds 3,000 people.",
        ["<strong>The camp.</strong>", "It was built in 2017 by prisoners. It holds 3,000 people."],
        "<strong>Le camp.</strong> Des prisonniers l’ont construit en 2017. Il enferme 3 000 personnes.",
        ["<strong>Le camp.</strong>", "Des prisonniers l’ont construit en 2017. Il enferme 3 000 personnes."],
    ),
    ("a sentence deleted", OLD, [f"{ONE} {TWO}", FOUR], FRENCH, [f"{UN} {DEUX} {TROIS}", QUATRE]),
    (
        "one sentence by two",
        OLD,
        [f"{ONE} {TWO}", f"{THREE} {FOUR}"],
        FRENCH.replace(DEUX, "Gulnar y tenait un étal. Cela depuis trente ans."),
        [f"{UN} Gulnar y tenait un étal. Cela depuis trente ans.", f"{TROIS} {QUATRE}"],
    ),
    (
        "two sentences by one within a part",
        OLD,
        [f"{ONE} {TWO}", f"{THREE} {FOUR}"],
        FRENCH.replace(f"{UN} {DEUX}", "Le marché a été fermé en mai, et Gulnar y tenait un étal depuis trente ans."),
        ["Le marché a été fermé en mai, et Gulnar y tenait un étal depuis trente ans.", f"{TROIS} {QUATRE}"],
    ),
    (
        "two sentences by one across the cut",
        OLD,
        [f"{ONE} {TWO}", f"{THREE} {FOUR}"],
        FRENCH.replace("ans. On", f"ans{NN}; on"),
        [f"{UN} Gulnar y tenait un étal depuis trente ans{NN}; on lui a dit de partir.", QUATRE],
    ),
    (
        "one sentence covers both",
        "The market was closed, and Gulnar left.",
        ["The market was closed.", "Gulnar left."],
        "Le marché était fermé et Gulnar est partie.",
        ["Le marché était fermé et Gulnar est partie.", ""],
    ),
    (
        "mid-sentence, two in the translation",
        "The market was closed, and Gulnar left.",
        ["The market was closed.", "Gulnar left."],
        "Le marché était fermé. Gulnar est partie.",
        ["Le marché était fermé.", "Gulnar est partie."],
    ),
    (
        "a list with semicolons",
        "The decree bans: beards over five centimetres; veils at markets; first names.",
        ["The decree bans:", "beards over five centimetres;", "veils at markets;", "first names."],
        f"Le décret interdit{NN}: les barbes de plus de cinq centimètres{NN}; les voiles au marché{NN}; les prénoms.",
        [
            f"Le décret interdit{NN}:",
            f"les barbes de plus de cinq centimètres{NN};",
            f"les voiles au marché{NN};",
            "les prénoms.",
        ],
    ),
    (
        "lines",
        "Seven chairs\nA table of walnut\nTwo lamps",
        ["Seven chairs", "A table of walnut\nTwo lamps"],
        "Sept chaises\nUne table en noyer\nDeux lampes",
        ["Sept chaises", "Une table en noyer\nDeux lampes"],
    ),
    (
        "dialogue",
        "“Who is there?” Rahima asked. “It is me!” the boy cried. It was dark.",
        ["“Who is there?” Rahima asked.", "“It is me!” the boy cried. It was dark."],
        f"«{NN}Qui est là{NN}?{NN}» a demandé Rahima. «{NN}C’est moi{NN}!{NN}» a dit le garçon. Il faisait noir.",
        [
            f"«{NN}Qui est là{NN}?{NN}» a demandé Rahima.",
            f"«{NN}C’est moi{NN}!{NN}» a dit le garçon. Il faisait noir.",
        ],
    ),
    (
        "abbreviations",
        "Mr. Tash and Dr. Sabit wrote to Gen. Li on 3 May. He never answered them.",
        ["Mr. Tash and Dr. Sabit wrote to Gen. Li on 3 May.", "He never answered them."],
        "M. Tash et le Dr Sabit ont écrit au gén. Li le 3 mai. Il ne leur a jamais répondu.",
        ["M. Tash et le Dr Sabit ont écrit au gén. Li le 3 mai.", "Il ne leur a jamais répondu."],
    ),
    (
        "only the first half was translated",
        f"{ONE} {TWO} In 2019 the U.N. counted 3,400 empty houses in Yarkand and in Aksu.",
        [f"{ONE} {TWO}", "In 2019 the U.N. counted 3,400 empty houses in Yarkand and in Aksu."],
        f"{UN} {DEUX}",
        [f"{UN} {DEUX}", ""],
    ),
    (
        "emphasis around it all",
        OLD,
        [f"{ONE} {TWO}", f"{THREE} {FOUR}"],
        f"<em>{FRENCH}</em>",
        [f"<em>{UN} {DEUX}</em>", f"<em>{TROIS} {QUATRE}</em>"],
    ),
    (
        "nested emphasis",
        OLD,
        [f"{ONE} {TWO}", f"{THREE} {FOUR}"],
        f"{UN} **_{DEUX} {TROIS}_** {QUATRE}",
        [f"{UN} **_{DEUX}_**", f"**_{TROIS}_** {QUATRE}"],
    ),
    (
        "emphasis beside the cut",
        OLD,
        [f"{ONE} {TWO}", f"{THREE} {FOUR}"],
        f"{UN} **{DEUX}** <b>{TROIS} </b>{QUATRE}",
        [f"{UN} **{DEUX}**", f"<b>{TROIS} </b>{QUATRE}"],
    ),
    (
        "a space within the emphasis",
        OLD,
        [f"{ONE} {TWO}", f"{THREE} {FOUR}"],
        f"{UN} <b>{DEUX} </b>{TROIS} {QUATRE}",
        [f"{UN} <b>{DEUX} </b>", f"{TROIS} {QUATRE}"],
    ),
    (
        "a link around it all",
        OLD,
        [f"{ONE} {TWO}", f"{THREE} {FOUR}"],
        f'<a href="/x">{FRENCH}</a>',
        [f'<a href="/x">{FRENCH}</a>', ""],
    ),
    (
        "a link around it all, made two in the source",
        f"[{OLD}](/x)",
        [f"[{ONE} {TWO}](/x)", f"[{THREE} {FOUR}](/x)"],
        f"[{FRENCH}](/x)",
        [f"[{UN} {DEUX}](/x)", f"[{TROIS} {QUATRE}](/x)"],
    ),
    (
        "an anchor is not made twice",
        OLD,
        [f"{ONE} {TWO}", f"{THREE} {FOUR}"],
        f'<span id="a">{FRENCH}</span>',
        [f'<span id="a">{FRENCH}</span>', ""],
    ),
    (
        "a line break at the cut",
        f"{ONE} {TWO}<br>{THREE} {FOUR}",
        [f"{ONE} {TWO}", f"{THREE} {FOUR}"],
        f"{UN} {DEUX}<br />\n{TROIS} {QUATRE}",
        [f"{UN} {DEUX}", f"{TROIS} {QUATRE}"],
    ),
    (
        "ends stay as they are",
        OLD,
        [f"{ONE} {TWO}", f"{THREE} {FOUR}"],
        f" {FRENCH}\n",
        [f" {UN} {DEUX}", f"{TROIS} {QUATRE}\n"],
    ),
]


@pytest.mark.parametrize(
    ("old", "parts", "target", "expected"), [case[1:] for case in DIVIDED], ids=[case[0] for case in DIVIDED]
)
def test_each_part_gets_its_sentences(old: str, parts: list[str], target: str, expected: list[str]) -> None:
    assert list(divide(old, parts, target).texts) == expected


def test_spanish_is_divided_at_its_own_signs() -> None:
    old = "Why did nobody ask? The guard, Mr. Li, shrugged! He left at 5 p.m. with the keys."
    target = (
        "¿Por qué nadie preguntó? ¡El guardia, el Sr. Li, se encogió de hombros! Se fue a las 5 p. m. con las llaves."
    )
    divided = divide(
        old, ["Why did nobody ask?", "The guard, Mr. Li, shrugged! He left at 5 p.m. with the keys."], target, "es"
    )
    assert divided.texts == (
        "¿Por qué nadie preguntó?",
        "¡El guardia, el Sr. Li, se encogió de hombros! Se fue a las 5 p. m. con las llaves.",
    )


def test_an_empty_share_says_where_its_translation_stands() -> None:
    parts = ["The market was closed.", "Gulnar left.", NEW]
    divided = divide("The market was closed, and Gulnar left.", parts, "Le marché était fermé et Gulnar est partie.")
    assert divided.shares == (
        Share("Le marché était fermé et Gulnar est partie.", None, "all of the translation"),
        Share("", 0, "its translation stands in another part"),
        Share("", None, "newly written"),
    )


def test_a_covered_share_names_its_part_in_another_order_too() -> None:
    parts = ["Nobody helped her at all.", "The market was closed in May.", "Gulnar kept a stall for thirty years."]
    old = "The market was closed in May, Gulnar kept a stall for thirty years. Nobody helped her at all."
    first = "Le marché a été fermé en mai, Gulnar y tenait un étal depuis trente ans."
    divided = divide(old, parts, f"{first} {QUATRE}")
    assert divided.texts == (QUATRE, "", first)
    assert [share.covered_by for share in divided.shares] == [None, 2, None]


def test_a_share_says_when_some_of_it_stands_elsewhere() -> None:
    divided = divide(OLD, [f"{ONE} {TWO}", f"{THREE} {FOUR}"], FRENCH.replace("ans. On", f"ans{NN}; on"))
    assert [share.reason for share in divided.shares] == ["aligned sentences", "some of it stands in another part"]


def test_what_is_cut_in_step_is_surer_than_what_is_not_cut() -> None:
    parts = [f"{ONE} {TWO}", f"{THREE} {FOUR}"]
    sure, whole = divide(OLD, parts, FRENCH), divide(OLD, parts, f'<a href="/x">{FRENCH}</a>')
    assert whole.confidence < 0.5 < sure.confidence


@pytest.mark.parametrize(
    ("old", "parts", "target"),
    [
        (OLD, [], FRENCH),
        (OLD, [ONE, TWO], " \n"),
        (OLD, ["Xyz.", "Abc."], FRENCH),
        ("", ["", ""], FRENCH),
        (OLD, [ONE] * 500, FRENCH),
        (OLD * 1000, [ONE, TWO], FRENCH),
    ],
    ids=["no parts", "no text", "nothing in common", "no source", "too many parts", "too long"],
)
def test_nothing_is_divided_without_a_reason_to(old: str, parts: list[str], target: str) -> None:
    assert divide_target(old, parts, target, source_language="en", target_language="fr") is None


def read_pairs() -> list[list[str]]:
    lines = (Path(__file__).parent / "sentence_pairs.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines]


T = TypeVar("T")


def deal(cards: Sequence[T], count: int, seed: int) -> list[T]:
    """Some of the cards in an order that looks like chance and is the same every time."""
    shuffled = sorted(range(len(cards)), key=lambda place: crc32(f"{seed} {place}".encode()))
    return [cards[place] for place in shuffled[:count]]


@pytest.mark.parametrize(("language", "column"), [("fr", 1), ("es", 2)])
def test_paragraphs_are_divided_where_they_were_split(language: str, column: int) -> None:
    """The truth is known: paragraphs of three to eight sentences, split into two or three, lightly edited."""
    right = 0
    for seed in range(80):
        rows = deal(read_pairs(), 3 + seed % 6, seed)
        cuts = [0, *sorted(deal(range(1, len(rows)), 1 + seed % 2, seed)), len(rows)]
        source = [row[0].replace("the", ("the", "this")[seed % 3 % 2], 1) for row in rows]
        parts = [" ".join(source[start:end]) for start, end in pairwise(cuts)]
        expected = [" ".join(row[column] for row in rows[start:end]) for start, end in pairwise(cuts)]
        old, target = " ".join(row[0] for row in rows), " ".join(row[column] for row in rows)
        right += list(divide(old, parts, target, language).texts) == expected
    assert right >= 0.98 * 80


PIECES = st.lists(
    st.sampled_from(
        [
            *("He left. ", "She stayed! ", "In 2014, 5 men? ", "« Non. » ", "a ; ", "\n\n", "x", "`"),
            *("<b>", "</b>", "**", "_", "<br>", "[", "](/u)", "<a href='x'>", "</a>", "\u202f", "e\u0301", "\ud800"),
        ]
    ),
    max_size=14,
).map("".join)  # fmt: skip


def letters(text: str) -> str:
    """What a text says, without the markup, white space and line breaks."""
    return re.sub(r"\*|_|</?b>|</?a[^>]*>|<br>|\[|\]\(/u\)|\s", "", text)


@given(PIECES, st.lists(PIECES, max_size=4), PIECES)
@settings(deadline=None, max_examples=200)
def test_nothing_of_the_target_is_lost(old: str, parts: list[str], target: str) -> None:
    divided = divide_target(old, parts, target, source_language="en", target_language="fr")
    if divided is None:
        return
    assert len(divided.shares) == len(parts)
    assert 0 <= divided.confidence <= 1
    assert letters("".join(divided.texts)) == letters(target)
    assert all(
        share.covered_by is None or (not share.text and divided.texts[share.covered_by]) for share in divided.shares
    )
    if not find_tags(target):
        assert re.sub(r"\s", "", "".join(divided.texts)) == re.sub(r"\s", "", target)


def test_a_long_text_takes_time_by_its_length_only() -> None:
    old, target = "He said 5 of it. " * 200, "Il en a dit 5. " * 200
    started = time.process_time()
    assert divide_target(old, old.split(". "), target, source_language="en", target_language="fr") is not None
    assert divide_target(
        "a " * 8000, ["a " * 4000, "a " * 4000], "<b>" * 5000, source_language="en", target_language="fr"
    )
    assert time.process_time() - started < 6


JOINED = [
    ("sentences", ["Il part.", "Elle reste."], "", "Il part. Elle reste."),
    ("space at the joint", ["Il part. ", "\n Elle reste."], "", "Il part. Elle reste."),
    ("nothing between", ["Il part.", None, "", "  ", "Elle reste."], "", "Il part. Elle reste."),
    ("one", [None, "Il part."], "", "Il part."),
    ("none", [None, ""], "", ""),
    ("no list", [], "", ""),
    ("no full stop", ["Il part", "elle reste."], "", "Il part elle reste."),
    ("space of the signs", [f"Il part{NN}!", f"«{NN}Non.{NN}»"], "", f"Il part{NN}! «{NN}Non.{NN}»"),
    ("markup", ["**Il part.**", "<em>Elle</em> reste."], "", "**Il part.** <em>Elle</em> reste."),
    ("lines in the source", ["Il part.", "Elle reste."], "He leaves.<br>She stays.", "Il part.<br>Elle reste."),
    ("lines of a list", ["un", "deux", "trois"], "one\ntwo\nthree", "un\ndeux\ntrois"),
    ("other lines in the source", ["Il part.", "Elle reste."], "He\nleaves.\nShe stays.", "Il part. Elle reste."),
]


@pytest.mark.parametrize(
    ("targets", "source", "expected"), [case[1:] for case in JOINED], ids=[case[0] for case in JOINED]
)
def test_translations_are_joined_as_prose(targets: list[str | None], source: str, expected: str) -> None:
    assert join_targets(targets, source=source) == expected


@given(st.lists(st.sampled_from(["Il part.", "Elle reste !", "¿Quién?"]), min_size=1, max_size=4))
def test_what_was_divided_joins_to_the_same(texts: list[str]) -> None:
    whole = join_targets(texts)
    divided = divide(whole, list(texts), whole)
    assert join_targets(divided.texts) == whole
