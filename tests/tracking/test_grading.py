"""What a change of the source means to a translation of it."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tms.tracking import grade_change
from tms.values import Grade, Level

NONE, MARKUP, TYPO, CONTENT, MAJOR = Level

# id, old, new, level, a reason that must be named ("" where any will do)
CASES = [
    # none
    ("same", "The bridge was closed.", "The bridge was closed.", NONE, ""),
    ("composed letters", "The cafe\u0301 was closed.", "The caf\u00e9 was closed.", NONE, ""),
    # markup
    ("white space", "The bridge  was closed.", "The bridge was\nclosed.", MARKUP, "white space"),
    ("no-break space", "The bridge was closed.", "The bridge\u00a0was closed.", MARKUP, "white space"),
    ("soft hyphen", "The bridge was closed.", "The bri\u00addge was closed.", MARKUP, "white space"),
    ("bold", "The bridge was <b>closed</b>.", "The bridge was closed.", MARKUP, "tags"),
    ("emphasis", "The bridge was *closed*.", "The bridge was **closed**.", MARKUP, "tags"),
    (
        "link address",
        "See [the list](https://a.example/1).",
        "See [the list](https://a.example/2).",
        MARKUP,
        "link https://a.example/1 -> https://a.example/2",
    ),
    (
        "bare address",
        "More at https://a.example/2019/1 today.",
        "More at https://a.example/2020/2 today.",
        MARKUP,
        "link https://a.example/2019/1 -> https://a.example/2020/2",
    ),
    ("link added", "See the list.", "See [the list](https://a.example/1).", MARKUP, "tags"),
    # typo
    ("swapped letters", "They recieve letters.", "They receive letters.", TYPO, 'spelling "recieve" -> "receive"'),
    ("letter missing", "The goverment replied.", "The government replied.", TYPO, ""),
    ("vowel", "They were kept seperate there.", "They were kept separate there.", TYPO, ""),
    ("doubled letter", "It ocurred in winter.", "It occurred in winter.", TYPO, ""),
    ("case", "the Village was small", "the village was small", TYPO, 'case "Village" -> "village"'),
    ("punctuation", "He left, and she stayed.", "He left and she stayed.", TYPO, "punctuation"),
    ("apostrophes", "The farmer's cart", "The farmer’s cart", TYPO, "punctuation"),
    ("quotation marks in another style", 'He said "yes" to it.', "He said “yes” to it.", TYPO, "punctuation"),
    ("compound", "Their web site is down.", "Their website is down.", TYPO, ""),
    ("hyphen", "a well known teacher", "a well-known teacher", TYPO, ""),
    ("doubled word", "He left the the house.", "He left the house.", TYPO, 'doubled "the" removed'),
    ("article before a vowel", "He is a old man.", "He is an old man.", TYPO, ""),
    ("grouping sign", "Some 4,000 left.", "Some 4000 left.", TYPO, ""),
    ("number in words", "He had twelve goats.", "He had 12 goats.", TYPO, ""),
    ("accents of a name", "She lives in Urumchi now.", "She lives in Ürümchi now.", TYPO, ""),
    ("spelling of a name", "The Uighur school is small.", "The Uyghur school is small.", TYPO, ""),
    ("percent sign", "The rate is 12 percent.", "The rate is 12%.", TYPO, 'spelling "12 percent" -> "12%"'),
    ("abbreviation", "The U.S. court agreed.", "The US court agreed.", TYPO, ""),
    ("time in another form", "He left at 3 p.m. that day.", "He left at 15:00 that day.", TYPO, ""),
    ("contraction", "They do not know.", "They don't know.", TYPO, ""),
    # content
    ("word replaced", "They sold the horse.", "They sold the cart.", CONTENT, '"horse" -> "cart"'),
    ("word added", "They sold the horse.", "They sold the old horse.", CONTENT, '"old" added'),
    ("word removed", "They sold the old horse.", "They sold the horse.", CONTENT, '"old" removed'),
    ("another first letter", "Two were killed.", "Two were billed.", CONTENT, ""),
    ("look-alikes", "The trial was long.", "The trail was long.", CONTENT, ""),
    ("persecute", "They persecute him.", "They prosecute him.", CONTENT, ""),
    ("singular", "The camps were full.", "The camp was full.", CONTENT, ""),
    ("tense", "They arrest him.", "They arrested him.", CONTENT, ""),
    ("one letter in a short word", "He was wise and tall.", "He has wise and tall.", CONTENT, ""),
    ("whole sentence with a number", "It rained.", "It rained. The 12 sheep were brought in.", CONTENT, ""),
    ("common noun at the head", "Police took him away.", "Authorities took him away.", CONTENT, ""),
    ("inflected name", "The Uyghur left.", "The Uyghurs left.", CONTENT, ""),
    ("many typos", "Thier freind recieved seperate lettres.", "Their friend received separate letters.", CONTENT, ""),
    # major, negation
    ("not for now", "He is now here.", "He is not here.", MAJOR, 'negation "not" added'),
    ("can for can't", "They can leave.", "They can't leave.", MAJOR, 'negation "can\'t" added'),
    ("never removed", "He never came.", "He came.", MAJOR, 'negation "never" removed'),
    ("without for with", "He left with her.", "He left without her.", MAJOR, 'negation "without" added'),
    ("prefix", "The arrest was legal.", "The arrest was illegal.", MAJOR, 'negation "legal" -> "illegal"'),
    # major, numbers
    ("number", "Some 4,000 left.", "Some 5,000 left.", MAJOR, "number 4,000 -> 5,000"),
    ("number added", "The guards left.", "The 12 guards left.", MAJOR, "number 12 added"),
    ("number removed", "The 12 guards left.", "The guards left.", MAJOR, "number 12 removed"),
    ("scale", "It cost 2 million.", "It cost 2 billion.", MAJOR, "number 2 million -> 2 billion"),
    ("year", "He left in 2017.", "He left in 2018.", MAJOR, "number 2017 -> 2018"),
    ("month", "He left in May with her.", "He left in June with her.", MAJOR, 'date "May" -> "June"'),
    ("percentage", "The share was 12 %.", "The share was 12.", MAJOR, "number 12 % -> 12"),
    ("currency", "He paid $500 a year.", "He paid €500 a year.", MAJOR, "number 500 USD -> 500 EUR"),
    ("word for another", "Three men came.", "Four men came.", MAJOR, "number Three -> Four"),
    ("changed places", "12 died and 30 fled.", "30 died and 12 fled.", MAJOR, ""),
    ("dozens", "Dozens fled.", "Hundreds fled.", MAJOR, "number Dozens -> Hundreds"),
    # major, names
    ("name", "She lives in Kashgar now.", "She lives in Hotan now.", MAJOR, 'name "Kashgar" -> "Hotan"'),
    ("name at the head", "Turkey took him back.", "Thailand took him back.", MAJOR, 'name "Turkey" -> "Thailand"'),
    ("short names", "It was sent to Iran by train.", "It was sent to Iraq by train.", MAJOR, 'name "Iran" -> "Iraq"'),
    # major, hedges and attribution
    ("hedge", "The guard beat him.", "The guard allegedly beat him.", MAJOR, 'hedge "allegedly" added'),
    ("hedge removed", "He reportedly died there.", "He died there.", MAJOR, 'hedge "reportedly" removed'),
    ("attribution", "According to her, they fled.", "They fled.", MAJOR, 'attribution "According to" removed'),
    ("may have", "He may have died.", "He died.", MAJOR, 'hedge "may have" removed'),
    # major, modality
    ("must", "They must come.", "They may come.", MAJOR, 'modality "must" -> "may"'),
    ("should", "They should come.", "They come.", MAJOR, 'modality "should" removed'),
    (
        "regional spelling",
        "He was honoured by all the neighbours there.",
        "He was honored by all the neighbours there.",
        TYPO,
        'spelling "honoured" -> "honored"',
    ),
    (
        "quotation marks removed",
        'He called it "a school" then.',
        "He called it a school then.",
        MAJOR,
        'quotation "a school" removed',
    ),
    (
        "words in a quotation",
        "“We heard it,” he said.",
        "“We saw it,” he said.",
        MAJOR,
        'quotation "We heard it," -> "We saw it,"',
    ),
]


@pytest.mark.parametrize(
    ("old", "new", "level", "reason"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_change_has_its_level_and_names_its_reason(old: str, new: str, level: Level, reason: str) -> None:
    grade = grade_change(old, new)
    assert grade.level is level, grade
    assert reason == "" or reason in grade.reasons


MORE_CASES = [
    (TYPO, "Teh school was closed by them.", "The school was closed by them."),
    (TYPO, "The authorites came late again.", "The authorities came late again."),
    (TYPO, "He recieved at night a parcel.", "He received at night a parcel."),
    (CONTENT, "His argument was in valid there.", "His argument was invalid there."),
    (CONTENT, "The rapist left the room at noon.", "Therapist left the room at noon."),
    (CONTENT, "He was caught a live there.", "He was caught alive there."),
    (CONTENT, "She'll come here with us.", "Shell come here with us."),
    (CONTENT, "They were happy then.", "They we're happy then."),
    (CONTENT, "He resigned last week.", "He re-signed last week."),
    (CONTENT, "She recovered the sofa.", "She re-covered the sofa."),
    (CONTENT, "The mayor's house burned.", "The mayors' house burned."),
    (TYPO, "Our health care is poor.", "Our healthcare is poor."),
    (TYPO, "The re-education camp is large.", "The reeducation camp is large."),
    (CONTENT, "It was up to us and to who came.", "It was up to us and to WHO came."),
    (CONTENT, "They ate turkey at noon.", "They ate Turkey at noon."),
    (MAJOR, "It was −12 at night there.", "It was 12 at night there."),
    (MAJOR, "More than >5 cases were seen.", "More than <5 cases were seen."),
    (MAJOR, "About ±5 cases were seen.", "About 5 cases were seen."),
    (CONTENT, "They hit him and/or her.", "They hit him and her."),
    (CONTENT, "He told them there [sic] house burned.", "He told them there house burned."),
    (CONTENT, "[The guards] came at once.", "The guards came at once."),
    (CONTENT, "Stop it!", "Stop it?"),
    (MAJOR, "He was <del>not</del> there.", "He was not there."),
    (MAJOR, "He said <q>yes</q> to all.", "He said yes to all."),
    (CONTENT, "A note[^1] here.", "A note[^2] here."),
    (MAJOR, "I met Memet there.", "I met Mehmet there."),
    (MAJOR, "I live in Jinzhou there.", "I live in Jingzhou there."),
    (TYPO, "I live in Urumchi there.", "I live in Ürümchi there."),
    (TYPO, "the '90s were hard.", "the 1990s were hard."),
    (TYPO, "He had two dozen sheep.", "He had 24 sheep."),
    (TYPO, "He had a hundred sheep.", "He had 100 sheep."),
    (TYPO, "It rose four per cent.", "It rose 4%."),
    (TYPO, "It was the first day.", "It was the 1st day."),
    (TYPO, "He had one goat.", "He had 1 goat."),
    (MAJOR, "Some men were killed.", "All men were killed."),
    (MAJOR, "Few men were killed.", "Many men were killed."),
    (MAJOR, "Only men were killed.", "Men were killed."),
    (MAJOR, "They would go home.", "They will go home."),
    (MAJOR, "Ten are feared dead.", "Ten are dead."),
    (MAJOR, "He is a careful man.", "He is a careless man."),
    (CONTENT, "He denied the charge.", "He admitted the charge."),
    (MAJOR, "Witnesses say he died.", "He died."),
    (MAJOR, "Experts estimate that 12 died.", "12 died."),
    (CONTENT, "He read a report on it.", "He read on it."),
    (MAJOR, "He waited 3 days there.", "He waited 3 weeks there."),
    (MAJOR, "He left at 3 p.m. that day.", "He left at 3 a.m. that day."),
    (MAJOR, "It was the first camp.", "It was the second camp."),
    (CONTENT, "He came, and left.", "First, he came, and left."),
    (TYPO, "On Sept. 5 he left.", "On September 5 he left."),
    (TYPO, "On Sept. he left.", "On September he left."),
    (CONTENT, "They had slaves there.", "They had saves there."),
    (CONTENT, "He was tried there.", "He was tired there."),
    (CONTENT, "A terrorist was seen.", "A terrorism was seen."),
    (TYPO, "He lives in the center of it.", "He lives in the centre of it."),
    (TYPO, "The organisation travelled there.", "The organization traveled there."),
    (CONTENT, "The Communist leader left.", "The Communist reader left."),
    (TYPO, "The Comunist Party left.", "The Communist Party left."),
    (TYPO, "Its falling now.", "It's falling now."),
    (TYPO, "They dont know it.", "They don't know it."),
    (TYPO, "A range of 10-20 men came.", "A range of 10–20 men came."),
    (TYPO, "the state and party", "the State and Party"),
    (TYPO, "Sauerkraut was made in Chinas north.", "Sauerkraut was made in China's north."),
    (MARKUP, "It was 1<sup>st</sup> then.", "It was 1st then."),
    (TYPO, "He took the 9.30 train<br>today.", "He took the 9:30 train<br>today."),
    (CONTENT, "They feared his execution.", "They feared his election."),
    (CONTENT, "She was convicted there.", "She was connected there."),
    (CONTENT, "Two were trapped there.", "Two were tapped there."),
    (CONTENT, "Her aunt testified there.", "Her aunt terrified there."),
    (CONTENT, "He starved there.", "He stared there."),
    (CONTENT, "They confirmed it.", "They conformed it."),
    (CONTENT, "He was detained there.", "He was detailed there."),
    (CONTENT, "He was prosecuted there.", "He was protected there."),
    (CONTENT, "They told us twice.", "They told US twice."),
    (MAJOR, "The UNHCR came twice.", "The UNHRC came twice."),
    (TYPO, "THE LONG WAY HOME", "The Long Way Home"),
    (TYPO, "He left on July 5, 2009, by train.", "He left on 5 July 2009 by train."),
    (TYPO, "It rained in Novemeber again.", "It rained in November again."),
    (TYPO, "It lasted from 2016-2017 or so.", "It lasted from 2016–17 or so."),
    (TYPO, "They paid $1.2bn for it.", "They paid $1.2 billion for it."),
    (TYPO, "‘It’s fine,’ said the cook.", "“It’s fine,” said the cook."),
    (TYPO, "The port of Turkey is old.", "The port of Türkiye is old."),
    (MAJOR, "It was -5 degrees.", "It was 5 degrees."),
    (MAJOR, "Every man was ~~not~~ heard.", "Every man was not heard."),
    (CONTENT, 'See <img src="a.jpg" alt="Men freed"> here.', 'See <img src="a.jpg" alt="Men beaten"> here.'),
    (CONTENT, 'See [it](https://a.example "old list").', 'See [it](https://a.example "new list").'),
    (MAJOR, "Nearly 10<sup>6</sup> came.", "Nearly 106 came."),
    (MAJOR, "Zhang Xiaoming came.", "Zhang Xiaoling came."),
    (CONTENT, "It is over.", "It is over?"),
]


@pytest.mark.parametrize(
    ("level", "old", "new"), MORE_CASES, ids=[f"{case[1][:30]} / {case[2][:30]}" for case in MORE_CASES]
)
def test_a_word_is_no_slip_of_another_and_a_figure_has_many_dresses(level: Level, old: str, new: str) -> None:
    grade = grade_change(old, new)
    assert grade.level is level, grade


def read_edits() -> list[dict[str, str]]:
    with Path(__file__).with_name("graded_edits.tsv").open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("edit", read_edits(), ids=lambda edit: f"{edit['old'][:30]} / {edit['new'][:30]}")
def test_an_edit_has_the_level_that_a_translator_would_give_it(edit: dict[str, str]) -> None:
    grade = grade_change(edit["old"], edit["new"])
    assert grade.level == edit["level"], grade
    assert any(reason.startswith(edit["reason"]) for reason in grade.reasons), grade


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("They may leave soon.", "They May leave soon."),
        ("The 12 may leave soon.", "The 12 May leave soon."),
        ("They march to the square.", "They March to the square."),
    ],
)
def test_a_month_with_a_small_letter_needs_the_words_of_a_date_around_it(old: str, new: str) -> None:
    assert grade_change(old, new).level.rank > TYPO.rank


def test_a_sensitive_term_is_looked_for_as_it_stands() -> None:
    grade = grade_change("They run a school.", "They run a camp (old).", sensitive=("camp (old)", "a.b"))
    assert grade == Grade(Level.MAJOR, ('sensitive term "camp (old)" added',))


def test_an_abbreviated_number_is_no_negation() -> None:
    assert grade_change("See No. 5 there.", "See number 5 there.").level is CONTENT


def test_variants_and_capitals_do_not_add_up_to_content() -> None:
    grade = grade_change(
        "The labor of the center was in the color of its defense.",
        "The Labour of the centre was in the colour of its defence.",
    )
    assert grade.level is TYPO


def test_every_change_names_a_reason() -> None:
    assert [case[0] for case in CASES if case[3] is not NONE and not grade_change(case[1], case[2]).reasons] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("They must come.", "They have to come."),
        ("He allegedly left.", "He reportedly left."),
        ("He left in May. She stayed.", "She stayed. He left in May."),
        ("The 12 sheep died. It rained on them.", "It rained on them. The 12 sheep died."),
        ("Beijing's answer came late.", "Beijing answered late."),
        ("A man came to the door.", "One man came to the door."),
    ],
    ids=[
        "same obligation",
        "another hedge",
        "date moved along",
        "number moved along",
        "possessive",
        "one is an article",
    ],
)
def test_a_change_of_wording_is_no_alarm(old: str, new: str) -> None:
    assert grade_change(old, new).level is Level.CONTENT


def test_five_typos_are_content_however_long_the_text() -> None:
    text = "The government of the village received separate letters from the neighbour about the beginning " * 5
    old = text
    for right, wrong in (("government", "goverment"), ("received", "recieved"), ("separate", "seperate")):
        old = old.replace(right, wrong, 1)
    assert grade_change(old, text).level is Level.TYPO
    worse = old.replace("neighbour", "nieghbour", 1).replace("beginning", "begining", 1)
    assert grade_change(worse, text).level is Level.CONTENT


def test_two_typos_in_a_short_text_are_content() -> None:
    assert grade_change("Thier freind came late today.", "Their friend came late today.").level is Level.CONTENT


def test_a_sensitive_term_that_comes_or_goes_is_major() -> None:
    grade = grade_change("They run a school there.", "They run a camp there.", sensitive=("Camp", "prison"))
    assert grade == Grade(Level.MAJOR, ('sensitive term "Camp" added',))


def test_other_languages_have_their_own_words() -> None:
    assert grade_change("Il part.", "Il ne part pas.", language="fr").reasons == ('negation "pas" added',)
    assert grade_change("Salen 4.000.", "Salen 5.000.", language="es").reasons == ("number 4.000 -> 5.000",)


@given(st.text())
def test_a_text_beside_itself_has_not_changed(text: str) -> None:
    assert grade_change(text, text) == Grade(Level.NONE)


@given(st.text(), st.text())
def test_any_two_texts_have_a_level(old: str, new: str) -> None:
    grade = grade_change(old, new)
    assert (grade.level is Level.NONE) == (not grade.reasons)


def test_a_megabyte_is_graded() -> None:
    old = "the quiet village by the old river " * 30_000
    assert grade_change("A start. " + old + "The end.", "No start. " + old[::-1] + "An end.").level is Level.MAJOR


def test_a_megabyte_without_a_space_is_graded() -> None:
    assert grade_change("ab" * 500_000, "ab" * 500_000 + "!").level is Level.TYPO
