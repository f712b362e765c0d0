"""What is still to come is no fault yet."""

import pytest

from tms.values import Finding, Severity
from tms.workflow.calming import hold_back, is_unfinished

SOURCE = "Nobody crossed the river that year. The bridge had been closed since 2016."


@pytest.mark.parametrize(
    ("source", "text", "is_so"),
    [
        pytest.param(SOURCE, "Personne ne traversa", True, id="much shorter"),
        pytest.param(SOURCE, "Personne.", True, id="much shorter, with an end"),
        pytest.param(
            SOURCE, "Personne ne traversa le fleuve cette année-là. Le pont était fermé depuis", True, id="no end"
        ),
        pytest.param(SOURCE, "Personne ne traversa le fleuve cette année-là. Le pont était fermé.", False, id="ended"),
        pytest.param("He said: “No.”", "Il dit : « Non. »", False, id="ended inside of the quotation"),
        pytest.param("**Why not?**", "**Pourquoi pas ?**", False, id="ended inside of a tag"),
        pytest.param("What you can do", "Ce que vous pouvez", False, id="a heading has no end"),
        pytest.param("What you can do", "Ce que", True, id="a heading that is short"),
        pytest.param(
            "Read [more](https://example.org/a/long/address).", "Lisez-en plus.", False, id="no address counts"
        ),
        pytest.param("", "", False, id="nothing"),
    ],
)
def test_a_text_is_unfinished_while_it_is_short_or_its_last_sentence_has_no_end(
    source: str, text: str, *, is_so: bool
) -> None:
    assert is_unfinished(source, text, "fr") is is_so


def finding(check: str, start: int | None = None, waived: str | None = None) -> Finding:
    return Finding(check, "other", Severity.WARNING, check, start, None if start is None else start + 1, waived=waived)


def test_only_what_says_that_something_lacks_waits_and_only_so_long() -> None:
    omission, missing, wrong, spelling = (
        finding("omission"),
        finding("numbers"),
        finding("numbers", 3),
        finding("spelling", 0),
    )
    waived = finding("terminology", waived="a title")
    found = (omission, missing, wrong, spelling, waived)
    assert hold_back(found, SOURCE, "Personne ne", "fr") == ((wrong, spelling, waived), 2)
    done = "Personne ne traversa le fleuve cette année-là. Le pont était fermé depuis."
    assert hold_back(found, SOURCE, done, "fr") == (found, 0)
