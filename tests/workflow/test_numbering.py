"""What is missing of the numbers of a source, as the target writes it."""

import pytest

from tms.workflow.numbering import list_missing_numbers


@pytest.mark.parametrize(
    ("source", "target", "french", "spanish"),
    [
        pytest.param(
            "4,000 signed, 12,500 read it.", "", ("4\u202f000", "12\u202f500"), ("4.000", "12.500"), id="groups"
        ),
        pytest.param("Since 2016.", "", ("2016",), ("2016",), id="a year"),
        pytest.param("In 2016 and 2017.", "2016", ("2017",), ("2017",), id="one is there"),
        pytest.param("12,345.67 km", "", ("12\u202f345,67",), ("12.345,67",), id="decimals"),
        pytest.param("41% and 7 per cent", "", ("41\u00a0%", "7\u00a0%"), ("41\u00a0%", "7\u00a0%"), id="percent"),
        pytest.param("$3.5 million", "", ("3,5\u00a0millions",), ("3,5\u00a0millones",), id="a scale, no currency"),
        pytest.param("1.5 million", "", ("1,5\u00a0million",), ("1,5\u00a0millones",), id="no plural below two"),
        pytest.param("5 billion", "", ("5\u00a0milliards",), ("5\u00a0mil millones",), id="billion"),
        pytest.param("the 20th at 3:30 p.m.", "", ("20e", "15\u00a0h\u00a030"), ("20.º", "15:30"), id="ordinal, time"),
        pytest.param("twelve, COVID-19", "", (), (), id="words and names"),
        pytest.param("10000", "", ("10\u202f000",), ("10.000",), id="a large one gets its groups"),
    ],
)
def test_a_missing_number_comes_in_the_notation_of_the_target(
    source: str, target: str, french: tuple[str, ...], spanish: tuple[str, ...]
) -> None:
    assert list_missing_numbers(source, target, "en", "fr") == french
    assert list_missing_numbers(source, target, "en", "es") == spanish
