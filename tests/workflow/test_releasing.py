"""An embargo shuts the gate; an address makes links lead to the right language."""

import dataclasses
from datetime import UTC, datetime

import pytest

from tests.workflow.articles import RIVER, RIVER_TEXT, import_text, translate
from tms.errors import GateError, InputError, RefusedError
from tms.values import Role, Severity
from tms.workflow.checking import check_articles
from tms.workflow.exporting import export_articles
from tms.workflow.people import add_member
from tms.workflow.releasing import set_address, set_embargo
from tms.workflow.reviewing import approve_all
from tms.workflow.workspace import Workspace, open_workspace

FRENCH = {
    "s1": "Le fleuve",
    "s2": "Personne n’a traversé le fleuve cette année-là.",
    "s3": "Le pont est fermé depuis 2016, et 4\u202f000 personnes vivent de l’autre côté.",
    "s4": "Mon oncle recevait une lettre une fois par mois.",
}


@pytest.fixture
def river(any_workspace: Workspace) -> Workspace:
    import_text(any_workspace, RIVER_TEXT)
    for key, text in FRENCH.items():
        translate(any_workspace, key, text)
    return any_workspace


def test_an_embargo_holds_a_finished_article_back_until_it_is_over(river: Workspace) -> None:
    approve_all(river, RIVER, "fr")
    set_embargo(river, RIVER, "2999-12-10")
    with pytest.raises(GateError) as caught:
        export_articles(river, [RIVER], "fr", "source")
    assert any("embargo until 2999-12-10 00:00 UTC" in reason for reason in caught.value.reasons)
    (finding,) = (f for row in check_articles(river, [RIVER], language="fr") for f in row.findings)
    assert (finding.check, finding.severity) == ("embargo", Severity.INFO)
    set_embargo(river, RIVER, "2020-01-01T09:00+01:00")
    assert export_articles(river, [RIVER], "fr", "source")
    set_embargo(river, RIVER, None)
    assert check_articles(river, [RIVER], language="fr") == ()


def test_a_moment_has_a_zone_or_is_in_utc(river: Workspace) -> None:
    assert set_embargo(river, RIVER, "2999-12-10T09:00+01:00") == datetime(2999, 12, 10, 8, tzinfo=UTC)
    assert set_embargo(river, RIVER, "2999-12-10T09:00") == datetime(2999, 12, 10, 9, tzinfo=UTC)


def test_a_link_to_an_article_with_an_address_in_that_language_is_found(river: Workspace) -> None:
    set_address(river, RIVER, "en", "https://blog.example.org/river/")
    set_address(river, RIVER, "fr", "https://blog.example.org/fr/fleuve/")
    import_text(river, "Links\n\nSee https://blog.example.org/river/ for more.\n", name="links.txt")
    translate(river, "s2", "Voir https://blog.example.org/river/ pour en savoir plus.", ref="blog/links")
    (row,) = check_articles(river, ["blog/links"], language="fr")
    (finding,) = row.findings
    assert (finding.check, finding.fix) == (
        "internal-link",
        "Voir https://blog.example.org/fr/fleuve/ pour en savoir plus.",
    )
    set_address(river, RIVER, "fr", None)
    assert check_articles(river, ["blog/links"], language="fr") == ()


@pytest.mark.parametrize("when", ["tomorrow", "", "2026-13-01"])
def test_what_is_no_date_is_told(river: Workspace, when: str) -> None:
    with pytest.raises(InputError, match="is no date"):
        set_embargo(river, RIVER, when)


@pytest.mark.parametrize("address", ["river", "javascript:alert(1)", "https://", "ftp://a.org/x"])
def test_what_is_no_address_is_told(river: Workspace, address: str) -> None:
    with pytest.raises(InputError, match="no address"):
        set_address(river, RIVER, "fr", address)


def test_only_a_coordinator_may(river: Workspace) -> None:
    add_member(river, "Noor", Role.REVIEWER)
    noor = open_workspace(dataclasses.replace(river.settings, member="Noor"))
    with pytest.raises(RefusedError):
        set_embargo(noor, RIVER, "2999-01-01")
    with pytest.raises(RefusedError):
        set_address(noor, RIVER, "fr", "https://a.org/x")
    noor.close()


def test_who_approved_their_own_text_is_told_when_others_work_here(river: Workspace) -> None:
    approve_all(river, RIVER, "fr")
    assert check_articles(river, [RIVER], language="fr") == ()
    add_member(river, "Noor", Role.REVIEWER)
    found = [(row.segment, f.check) for row in check_articles(river, [RIVER], language="fr") for f in row.findings]
    assert found == [(key, "same-reviewer") for key in FRENCH]
