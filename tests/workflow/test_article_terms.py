"""What the glossary says of an article as a whole, of its source, of its quotations, and what waivers end."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.mt.deepl_server import DeepLServer
from tests.workflow.articles import import_text, translate
from tms.errors import InputError
from tms.values import Finding, Severity, State
from tms.workflow.checking import check_articles, check_text
from tms.workflow.drafting import draft
from tms.workflow.glossary_files import load_glossary
from tms.workflow.lookup import find_help
from tms.workflow.projects import sync_projects
from tms.workflow.reading import load_row
from tms.workflow.waiving import waive
from tms.workflow.workspace import Workspace, open_workspace

OFFICIAL = "Nul ne sera retenu au bac sans que sa famille en soit avertie"
GLOSSARY = f"""\
[kazakh]
[kazakh.en]
preferred = "Kazakh"
deprecated = [{{ term = "Kazak", reason = "older" }}]
[kazakh.fr]
preferred = "Kazakh"
part_of_speech = "noun, adjective"
gender = "m/f"
admitted = [{{ term = "Kazak", part_of_speech = "noun, adjective", gender = "m/f" }}]

[ferry-charter-4]
type = "quote"
source = "Ferry Charter, article 4"
[ferry-charter-4.en]
preferred = "No one shall be held at the ferry without word to the family"
[ferry-charter-4.fr]
preferred = "{OFFICIAL}"
"""
TEXT = """Kazakhs and Kazaks

Many Kazakhs came.

The charter says: “No one shall be held at the ferry without word to the family.” It was not kept.

Kazakh songs were heard.
"""
REF = "blog/charter"


@pytest.fixture
def charter(workspace: Workspace, tmp_path: Path) -> Workspace:
    path = tmp_path / "terms.toml"
    path.write_text(GLOSSARY, encoding="utf-8")
    load_glossary(workspace, [path])
    import_text(workspace, TEXT, name="charter.txt")
    return workspace


def _found(workspace: Workspace, language: str = "fr") -> list[tuple[str, str, str | None]]:
    rows = check_articles(workspace, [REF], language=language)
    terms = ("terminology", "term-consistency", "first-mention", "canonical-quote")
    return [(row.segment, f.check, f.waived) for row in rows for f in row.findings if f.check in terms]


def test_two_variants_in_one_article_are_found_where_the_rarer_stands(charter: Workspace) -> None:
    translate(charter, "s2", "Beaucoup de Kazakhs sont venus.", ref=REF)
    translate(charter, "s4", "On entendit des chants kazaks.", ref=REF)
    assert _found(charter) == [("s4", "term-consistency", None)]
    translate(charter, "s4", "On entendit des chants kazakhs.", ref=REF)
    assert _found(charter) == []


def test_the_desk_is_told_the_same_of_a_text_that_is_being_typed(charter: Workspace) -> None:
    translate(charter, "s2", "Beaucoup de Kazakhs sont venus.", ref=REF)

    def checks(text: str) -> list[str]:
        return [f.check for f in check_text(charter, REF, "s4", "fr", text)]

    assert checks("On entendit des chants kazaks.") == ["term-consistency"]
    assert checks("On entendit des chants kazakhs.") == []
    translate(charter, "s2", "Beaucoup de Kazaks sont venus.", ref=REF)
    assert checks("On entendit des chants kazaks.") == []


def test_the_source_is_held_to_the_glossary_for_the_coordinator(charter: Workspace) -> None:
    (row,) = check_articles(charter, [REF], language="en")
    assert (row.segment, row.language) == ("s1", "en")
    assert [(f.check, f.severity, f.fix) for f in row.findings] == [
        ("terminology", Severity.WARNING, "Kazakhs and Kazakhs")
    ]


def test_a_quotation_that_is_not_the_official_wording_is_a_finding_with_its_repair(charter: Workspace) -> None:
    translate(
        charter, "s3", "La charte dit : « Personne ne sera gardé au bac sans prévenir la famille ». En vain.", ref=REF
    )
    assert ("s3", "canonical-quote", None) in _found(charter)
    (finding,) = (f for f in _findings(charter, "s3") if f.check == "canonical-quote")
    assert finding.fix == f"La charte dit : « {OFFICIAL} ». En vain."
    translate(charter, "s3", finding.fix or "", ref=REF)
    assert ("s3", "canonical-quote", None) not in _found(charter)


def _findings(workspace: Workspace, key: str) -> list[Finding]:
    return [f for row in check_articles(workspace, [REF]) if row.segment == key for f in row.findings]


def test_the_official_wording_is_offered_with_the_terms(charter: Workspace) -> None:
    card = find_help(charter, REF, "s3", "fr").terms[0]
    assert card.preferred == (OFFICIAL,)
    assert card.note == "official wording, Ferry Charter, article 4"


@pytest.fixture
def drafted(charter: Workspace) -> Iterator[tuple[Workspace, DeepLServer]]:
    with DeepLServer() as server:
        opened = open_workspace(dataclasses.replace(charter.settings, deepl_key=server.key, deepl_url=server.url))
        yield opened, server
        opened.close()


def test_a_quotation_never_travels_to_an_engine_and_has_its_wording_in_the_draft(
    drafted: tuple[Workspace, DeepLServer],
) -> None:
    workspace, server = drafted
    draft(workspace, REF, "fr")
    assert not any("held at the ferry" in text for texts in server.list_texts() for text in texts)
    row = load_row(workspace, REF, "s3", "fr")
    assert row.state is State.DRAFT
    assert f"“{OFFICIAL}.”" in (row.text or "")


def test_a_paragraph_that_is_nothing_but_a_quotation_needs_no_engine(charter: Workspace) -> None:
    import_text(charter, "“No one shall be held at the ferry without word to the family.”\n", name="wall.txt")
    done = draft(charter, "blog/wall", "fr", engine_id="memory")
    assert done.from_memory == ("s1",)
    row = load_row(charter, "blog/wall", "s1", "fr")
    assert (row.text, row.engine) == (f"“{OFFICIAL}.”", "glossary")


def test_a_part_of_a_passage_is_left_to_a_person(drafted: tuple[Workspace, DeepLServer]) -> None:
    workspace, _ = drafted
    import_text(workspace, "He said “held at the ferry without word to the family” twice.\n", name="part.txt")
    done = draft(workspace, "blog/part", "fr")
    assert done.skipped == (("s1", "it quotes a part of a passage that has an official wording"),)


def test_a_waiver_for_one_place_leaves_the_others(charter: Workspace) -> None:
    text = "Des kazakhs, un million de kazakhs."
    translate(charter, "s2", text, ref=REF)
    places = [f.start for f in _findings(charter, "s2") if f.check == "terminology"]
    assert len(places) == 2
    waive(charter, REF, "s2", "fr", "terminology", "a pun", start=places[0])
    assert [f.waived for f in _findings(charter, "s2") if f.check == "terminology"] == ["a pun", None]
    waive(charter, REF, "s2", "fr", "terminology", "all of it")
    assert {f.waived for f in _findings(charter, "s2") if f.check == "terminology"} == {"all of it"}
    with pytest.raises(InputError, match="finds nothing in 's2' at 3"):
        waive(charter, REF, "s2", "fr", "terminology", "no", start=3)
    translate(charter, "s2", text + " Ici.", ref=REF)
    assert {f.waived for f in _findings(charter, "s2") if f.check == "terminology"} == {None}


def test_what_the_whole_article_says_can_be_waived_too(charter: Workspace) -> None:
    translate(charter, "s2", "Beaucoup de Kazakhs sont venus.", ref=REF)
    translate(charter, "s4", "On entendit des chants kazaks.", ref=REF)
    waive(charter, REF, "s4", "fr", "term-consistency", "the name of a song")
    assert _found(charter) == [("s4", "term-consistency", "the name of a song")]


def test_a_project_may_want_a_term_each_time(charter: Workspace) -> None:
    import_text(charter, "Kazakhs came. Kazakhs sang.\n", name="twice.txt")
    translate(charter, "s1", "Des Kazakhs sont venus. Ils ont chanté.", ref="blog/twice")
    assert check_articles(charter, ["blog/twice"]) == ()
    path = charter.settings.projects / "blog" / "project.toml"
    path.write_text(path.read_text(encoding="utf-8") + '\n[terms]\nrepetition = "each"\n', encoding="utf-8")
    sync_projects(charter, "blog")
    ((finding,),) = (row.findings for row in check_articles(charter, ["blog/twice"]))
    assert finding.message == "“Kazakhs” stands 2 times in the source and 1 times here"


@pytest.mark.parametrize("text", ['[terms]\nrepetition = "often"\n', "[terms]\nrepeat = 1\n", 'terms = "each"\n'])
def test_a_house_rule_that_nobody_knows_is_told(charter: Workspace, text: str) -> None:
    (charter.settings.projects / "blog" / "project.toml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="repetition"):
        sync_projects(charter, "blog")
