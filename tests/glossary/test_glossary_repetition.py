"""How often a term is wanted is for the house to say."""

from tests.glossary.glossary_verdicts import shipped_index
from tms.glossary import find_term_spots
from tms.values import Repetition

SOURCE = "Uyghurs fled. The Uyghurs were caught. Uyghurs in exile protested."


def _judge(target: str, repetition: Repetition) -> list[str]:
    spots = find_term_spots(shipped_index(), SOURCE, target, source_language="en", language="fr", repetition=repetition)
    return [spot.message for spot in spots]


def test_once_is_enough_where_the_house_says_nothing() -> None:
    assert _judge("Des Ouïghours ont fui. Ils ont été pris. L’exil a protesté.", Repetition.ONCE) == []


def test_each_time_counts_what_is_missing() -> None:
    told = _judge("Des Ouïghours ont fui. Ils ont été pris. L’exil a protesté.", Repetition.EACH)
    assert told == ["“Uyghurs” stands 3 times in the source and 1 times here"]


def test_each_time_is_content_with_as_many() -> None:
    target = "Des Ouïghours ont fui. Les Ouïghours ont été pris. Les Ouïghours en exil ont protesté."
    assert _judge(target, Repetition.EACH) == []


def test_each_time_says_once_that_a_term_is_not_there_at_all() -> None:
    assert _judge("Ils ont fui.", Repetition.EACH) == ["“Uyghurs” is “Ouïghours” in French"]
