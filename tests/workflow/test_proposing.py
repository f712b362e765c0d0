"""A translator proposes, a coordinator accepts, edits or refuses, and everybody can find out why."""

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.workflow.articles import RIVER, import_text
from tms.errors import InputError, NotFoundError, RefusedError
from tms.glossary import parse_glossary
from tms.values import DecisionKind, ProposalState, Role, TermStatus
from tms.workflow.deciding import change_concept, find_reasons, get_concept, list_decisions, remove_concept
from tms.workflow.glossary_files import load_glossary
from tms.workflow.people import add_member
from tms.workflow.proposing import Edits, Place, accept_proposal, list_proposals, propose_term, refuse_proposal
from tms.workflow.term_texts import from_toml
from tms.workflow.workspace import Workspace, open_workspace

GLOSSARY = """\
# Ours.
[bridge]
[bridge.en]
preferred = "bridge"  # the word of the townspeople

[bridge.fr]
preferred = "pont"
deprecated = [{ term = "passerelle", reason = "that is for people on foot" }]
"""


@pytest.fixture
def town(any_workspace: Workspace) -> Workspace:
    any_workspace.settings.glossaries.mkdir(exist_ok=True)
    path = any_workspace.settings.glossaries / "town.toml"
    path.write_text(GLOSSARY, encoding="utf-8")
    load_glossary(any_workspace, [path])
    import_text(any_workspace, "The bridges\n\nThe ferrymen sleep.\n")
    return any_workspace


@pytest.fixture
def as_member(town: Workspace) -> Iterator[Callable[[str], Workspace]]:
    add_member(town, "Sam", Role.TRANSLATOR)
    opened: list[Workspace] = []

    def be(name: str) -> Workspace:
        opened.append(open_workspace(dataclasses.replace(town.settings, member=name)))
        return opened[-1]

    yield be
    for workspace in opened:
        workspace.close()


def test_a_proposal_waits_with_its_place(town: Workspace) -> None:
    view = propose_term(town, ("ferrymen", "passeurs"), "fr", place=Place(RIVER, "s2"), note="plural")
    assert list_proposals(town) == (view,)
    assert (view.source, view.target, view.article, view.segment, view.state) == (
        "ferrymen",
        "passeurs",
        RIVER,
        "s2",
        ProposalState.OPEN,
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("bridges", "ponts"), "“pont” is preferred in 'bridge' already"),
        (("bridge", "passerelle"), "is deprecated in 'bridge' already: that is for people on foot"),
        (("ferryman", " … "), "a term needs a word in each language"),
        (("x" * 300, "y"), "is longer than 200 characters"),
    ],
    ids=["known in another inflection", "deprecated, with its reason", "no word", "a text"],
)
def test_what_the_glossary_knows_or_nobody_can_use_is_told_at_once(
    town: Workspace, words: tuple[str, str], told: str
) -> None:
    with pytest.raises(InputError) as caught:
        propose_term(town, words, "fr")
    assert told in caught.value.message
    assert list_proposals(town) == ()


def test_the_same_is_not_proposed_twice(town: Workspace) -> None:
    propose_term(town, ("ferryman", "passeur"), "fr")
    with pytest.raises(InputError, match="was proposed already, number 1"):
        propose_term(town, ("Ferryman", "Passeur"), "fr")


def test_an_accepted_proposal_is_a_concept_of_its_own(town: Workspace) -> None:
    propose_term(town, ("night ferryman", "passeur de nuit"), "fr", note="an old trade")
    view, decided = accept_proposal(town, 1, edits=Edits(gender="m"), reason="the town says so")
    concept = get_concept(town, "night-ferryman")
    assert [(t.language, t.text, t.gender) for t in concept.terms] == [
        ("en", "night ferryman", ""),
        ("fr", "passeur de nuit", "m"),
    ]
    assert (concept.note, decided.file) == ("an old trade", "added.toml")
    assert view.decision.startswith("accepted by ")
    assert list_proposals(town) == ()
    assert [one.state for one in list_proposals(town, with_decided=True)] == [ProposalState.ACCEPTED]


def test_a_word_of_a_known_concept_joins_it_and_its_file_keeps_its_comments(town: Workspace) -> None:
    propose_term(town, ("bridges", "ouvrage"), "fr")
    _, decided = accept_proposal(town, 1)
    assert [(t.text, t.status) for t in get_concept(town, "bridge").terms_in("fr")] == [
        ("pont", TermStatus.PREFERRED),
        ("ouvrage", TermStatus.ADMITTED),
        ("passerelle", TermStatus.DEPRECATED),
    ]
    assert decided.file == "town.toml"
    text = (town.settings.glossaries / "town.toml").read_text(encoding="utf-8")
    assert "# the word of the townspeople" in text
    assert "# Ours." in text
    assert parse_glossary(text, "town.toml").concepts == (get_concept(town, "bridge"),)


def test_a_coordinator_edits_what_was_proposed(town: Workspace) -> None:
    propose_term(town, ("ferrymen", "passeurs"), "fr")
    accept_proposal(
        town, 1, edits=Edits("ferryman", "passeur", "ferry", TermStatus.PREFERRED, "noun", "m", ("passeur",))
    )
    (english, french) = get_concept(town, "ferry").terms
    assert (english.text, french.text, french.forms, french.part_of_speech) == (
        "ferryman",
        "passeur",
        ("passeur",),
        "noun",
    )


def test_a_glossary_file_that_was_changed_by_hand_is_left_alone(town: Workspace) -> None:
    path = town.settings.glossaries / "town.toml"
    path.write_text(GLOSSARY.replace('"pont"', '"viaduc"'), encoding="utf-8")
    propose_term(town, ("bridge", "ouvrage"), "fr")
    _, decided = accept_proposal(town, 1)
    assert decided.file == ""
    assert "ouvrage" not in path.read_text(encoding="utf-8")


def test_a_refusal_has_a_reason_that_can_be_found(town: Workspace) -> None:
    propose_term(town, ("ferryman", "batelier"), "fr")
    with pytest.raises(InputError, match="a refusal needs a reason"):
        refuse_proposal(town, 1, reason=" ")
    refuse_proposal(town, 1, reason="bateliers carry goods")
    _, decisions = find_reasons(town, "BATELIER")
    assert [(d.kind, d.summary, d.reason) for d in decisions] == [
        (DecisionKind.REFUSED, "“batelier” (fr) for “ferryman”", "bateliers carry goods")
    ]
    with pytest.raises(RefusedError, match="was refused already"):
        accept_proposal(town, 1)


def test_why_tells_what_the_glossary_says_of_a_word_whatever_its_accents(town: Workspace) -> None:
    said, _ = find_reasons(town, "Pàsserelle")
    assert [(one.concept, one.term, one.status, one.reason) for one in said] == [
        ("bridge", "passerelle", "deprecated", "that is for people on foot")
    ]


def test_a_translator_proposes_and_only_a_coordinator_decides(as_member: Callable[[str], Workspace]) -> None:
    propose_term(as_member("Sam"), ("ferryman", "passeur"), "fr")
    with pytest.raises(RefusedError, match="may not decide on terms"):
        accept_proposal(as_member("Sam"), 1)
    view, _ = accept_proposal(as_member("me"), 1)
    assert (view.who, view.decision) == ("Sam", "accepted by me")


def test_no_proposal_of_that_number_is_told(town: Workspace) -> None:
    with pytest.raises(NotFoundError, match="no proposal 7"):
        accept_proposal(town, 7)


def test_a_change_over_somebody_elses_is_refused(town: Workspace) -> None:
    seen = get_concept(town, "bridge")
    mine = from_toml(GLOSSARY.replace('"pont"', '"viaduc"'), "bridge")
    change_concept(town, mine, expect=seen, reason="taller")
    with pytest.raises(RefusedError, match="was changed by someone else meanwhile"):
        change_concept(town, seen, expect=seen)
    assert get_concept(town, "bridge") == mine


def test_a_change_that_contradicts_the_glossary_is_refused(town: Workspace) -> None:
    other = from_toml('[viaduct]\n[viaduct.en]\npreferred = "bridges"\n', "viaduct")
    with pytest.raises(InputError, match="is a form of 'bridge' in 'bridge'"):
        change_concept(town, other, expect=None)


def test_what_was_decided_on_a_removed_concept_stays_to_be_found(town: Workspace) -> None:
    remove_concept(town, "bridge", reason="it was blown up")
    (decision,) = list_decisions(town, concept_id="bridge")
    assert (decision.kind, decision.reason, decision.after) == (DecisionKind.REMOVED, "it was blown up", None)
    assert 'preferred = "pont"' in (decision.before or "")
    assert "bridge" not in Path(town.settings.glossaries / "town.toml").read_text(encoding="utf-8")
    _, decisions = find_reasons(town, "passerelle")
    assert decisions == (decision,)
