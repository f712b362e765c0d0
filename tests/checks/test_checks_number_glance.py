"""Numbers at a glance: which pairs of texts have to be read closely; words and where they stand."""

import pytest

from tms.checks.number_glance import may_differ
from tms.checks.word_places import WordList
from tms.values import CheckInput


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("In 2017 they were 47.", "Ils étaient 47 en 2017.", "fr"),
        ("Some 4,000 people came.", "Quelque 4 000 personnes sont venues.", "fr"),
        ("Some 4,000 people came.", "Vinieron unas 4000 personas.", "es"),
        ("It rose by 2.5%.", "La hausse est de 2,5 %.", "fr"),
        ("The hearing begins at 3:30 p.m.", "L’audience débutera à 15 h 30.", "fr"),
        ("He got 15 years.", "Lo condenaron a quince años.", "es"),
        ("Forty-five pupils came.", "Vinieron 45 alumnos.", "es"),
        ("In the 20th century it was sold.", "Elle fut vendue au XXe siècle.", "fr"),
        ("Both came in 2016.", "Les deux sont venues en 2016.", "fr"),
        ("Two years and five months.", "Cinq mois et deux ans.", "fr"),
        ("On 3 May they left; on 4 June they came back.", "Partis le 3 mai, ils sont revenus le 4 juin.", "fr"),
        ("Call +41 22 555 01 99.", "Appelez le +41 22 555 01 99.", "fr"),
    ],
)
def test_the_same_numbers_are_seen_at_a_glance(source: str, target: str, language: str) -> None:
    assert not may_differ(CheckInput(source, target, "en", language))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("In 2017 they were 47.", "Ils étaient 47 en 2071."),
        ("Some 4,000 people came.", "Quelque 40 000 personnes sont venues."),
        ("More than 1.8 million.", "Plus de 1 8 million."),
        ("It fell to -20 °C.", "Il faisait 20 °C."),
        ("It rose by 5%.", "La hausse est de 5."),
        ("It rose by 5% and cost $6.", "La hausse est de 5 $ et coûte 6 %."),
        ("He waited 45 days and 3 months.", "Il a attendu 45 mois et 3 jours."),
        ("Three million came.", "Trois milliards sont venus."),
        ("He has two million.", "Il a deux millions et demi en 2 ans."),
        ("They left at 5 a.m.", "Ils sont partis à 17 heures."),
        ("He was fined $5bn.", "Il a payé 5 M$."),
        ("On 3 May they left; on 4 June they came back.", "Partis le 3 juin, ils sont revenus le 4 juillet."),
        ("The code <code>5</code> is used.", "Le code <code>6</code> est utilisé."),
        ("Three witnesses of seven.", "Trois témoins sur neuf."),
        ("He was twenty.", "Il avait vingt-deux ans."),
    ],
)
def test_other_numbers_are_read_closely(source: str, target: str) -> None:
    assert may_differ(CheckInput(source, target, "en", "fr"))


def test_words_are_found_where_they_stand_alone() -> None:
    words = WordList(("mai", "mars"))
    assert words.find("Le 3 mai, Mars et mais ; le 4 mars.") == [(5, "mai"), (10, "mars"), (30, "mars")]
    assert words.find("İ 3 mai") == [(4, "mai")]
    assert words.find("rien") == []
