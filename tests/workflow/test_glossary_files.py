"""Glossary files enter by an explicit command: whole, or what of them can be used; decisions are not overwritten."""

import dataclasses
from pathlib import Path

import pytest

from tms.errors import InputError, RefusedError
from tms.values import Role
from tms.workflow.deciding import change_concept, get_concept, list_decisions
from tms.workflow.glossary_files import LoadOptions, export_glossary, load_glossary, read_glossary
from tms.workflow.people import add_member
from tms.workflow.term_texts import from_toml, to_toml
from tms.workflow.terms import list_concepts, look_up
from tms.workflow.workspace import Workspace, find_shipped, open_workspace

MOSQUE = '[mosque]\n[mosque.en]\npreferred = "mosque"\n\n[mosque.fr]\npreferred = "mosquée"\ngender = "f"\n'
TWO = MOSQUE + '\n[imam]\n[imam.en]\npreferred = "imam"\n'


def _write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def _ids(workspace: Workspace) -> list[str]:
    return [concept.id for concept in list_concepts(workspace)]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.toml", TWO + '[other]\n[other.en]\npreferred = "Mosques"\n', "line 14: 'mosques' is a form of 'mosque'"),
        ("a.toml", TWO + '[other]\n[other.en]\npreferred = "x"\ndeprecated = ["mosque"]\n', "deprecated in 'other'"),
        ("a.toml", TWO + '[other]\n[other.en]\npreferred = ""\n', "line 14: an empty preferred term"),
        ("a.toml", TWO + '[a]\n[a.en]\ndeprecated=[{term="y",instead="z"},{term="z",instead="y"}]\n', "in a circle"),
        ("a.tbx", "<martif><text>", "line 1"),
        ("a.csv", "concept,langage,term\na,en,x\n", "line 1: the header has no column 'language'"),
        ("a.csv", "concept,language,term\na,en,\n", "line 2: the term is empty"),
        ("a.docx", "", "is not a glossary file"),
    ],
    ids=["one form, two concepts", "deprecated elsewhere", "empty", "circle", "broken tbx", "header", "csv", "ending"],
)
def test_what_cannot_be_used_is_named_and_the_glossary_stays(
    workspace: Workspace, tmp_path: Path, name: str, text: str, told: str
) -> None:
    load_glossary(workspace, [_write(tmp_path, "known.toml", MOSQUE)])
    with pytest.raises(InputError) as caught:
        load_glossary(workspace, [_write(tmp_path, name, text)])
    assert f"'{tmp_path / name}'" in caught.value.message or name in caught.value.message
    assert told in caught.value.message
    assert caught.value.hint
    assert _ids(workspace) == ["mosque"]


def test_a_glossary_larger_than_anyone_writes_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "large.tbx"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    with pytest.raises(InputError, match="has 100 MB; a glossary has 64 at the most"):
        load_glossary(workspace, [path])


def test_the_rest_loads_only_where_it_is_asked_for(workspace: Workspace, tmp_path: Path) -> None:
    path = _write(tmp_path, "a.toml", TWO + '[broken]\nnote = 3\n[broken.en]\npreferred = "x"\n')
    with pytest.raises(InputError):
        load_glossary(workspace, [path])
    done = load_glossary(workspace, [path], LoadOptions(keep_going=True))
    assert (done.added, [(problem.concept, problem.line) for _, problem in done.left_out]) == (
        ("mosque", "imam"),
        [("broken", 13)],
    )


def test_a_file_that_contradicts_what_is_here_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    load_glossary(workspace, [_write(tmp_path, "a.toml", MOSQUE)])
    other = MOSQUE.replace("[mosque", "[prayer-house")
    with pytest.raises(InputError, match="line 3: contradicts the glossary: 'mosque' is preferred by two concepts"):
        load_glossary(workspace, [_write(tmp_path, "b.toml", other)])


def test_loading_again_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    path = _write(tmp_path, "a.toml", TWO)
    assert load_glossary(workspace, [path]).added == ("mosque", "imam")
    assert load_glossary(workspace, [path]).unchanged == ("mosque", "imam")
    assert list_decisions(workspace) == ()


def test_a_dry_run_loads_nothing(workspace: Workspace, tmp_path: Path) -> None:
    done = load_glossary(workspace, [_write(tmp_path, "a.toml", TWO)], LoadOptions(is_dry_run=True))
    assert done.added == ("mosque", "imam")
    assert _ids(workspace) == []


def test_a_changed_concept_is_a_decision_with_its_reason(workspace: Workspace, tmp_path: Path) -> None:
    load_glossary(workspace, [_write(tmp_path, "a.toml", MOSQUE)])
    changed = _write(tmp_path, "a.toml", MOSQUE.replace('"mosquée"', '"grande mosquée"'))
    assert load_glossary(workspace, [changed], LoadOptions(reason="there are small ones")).changed == ("mosque",)
    (decision,) = list_decisions(workspace)
    assert decision.summary == "grande mosquée (fr) is preferred now; mosquée (fr) is out"
    assert (decision.reason, decision.kind) == ("there are small ones", "loaded")


def test_what_was_decided_here_is_taken_back_by_no_file_unasked(workspace: Workspace, tmp_path: Path) -> None:
    path = _write(tmp_path, "a.toml", MOSQUE)
    load_glossary(workspace, [path])
    before = get_concept(workspace, "mosque")
    change_concept(workspace, from_toml(MOSQUE.replace("mosquée", "lieu de culte"), "mosque"), expect=before)
    with pytest.raises(InputError, match="line 1: says otherwise of 'mosque' than was decided here since"):
        load_glossary(workspace, [path])
    assert load_glossary(workspace, [path], LoadOptions(force=True)).changed == ("mosque",)
    assert get_concept(workspace, "mosque") == before


def test_a_file_that_has_the_decision_is_loaded_as_before(workspace: Workspace, tmp_path: Path) -> None:
    path = _write(tmp_path, "a.toml", MOSQUE)
    load_glossary(workspace, [path])
    decided = from_toml(MOSQUE.replace("mosquée", "lieu de culte"), "mosque")
    change_concept(workspace, decided, expect=get_concept(workspace, "mosque"))
    export_glossary(workspace, path)
    assert load_glossary(workspace, [path]).unchanged == ("mosque",)
    _write(tmp_path, "a.toml", MOSQUE)
    assert load_glossary(workspace, [path]).changed == ("mosque",)


@pytest.mark.parametrize("name", ["out.tbx", "out.csv", "out.tsv", "out.toml"])
def test_the_shipped_glossaries_come_back_from_every_form_as_they_were(
    workspace: Workspace, tmp_path: Path, name: str
) -> None:
    shipped = sorted(find_shipped("glossaries").glob("*.toml"))
    load_glossary(workspace, shipped)
    before = list_concepts(workspace)
    export_glossary(workspace, tmp_path / name)
    assert tuple(sorted(read_glossary(tmp_path / name), key=lambda concept: concept.id)) == before


def test_the_older_tbx_is_written_by_name(workspace: Workspace, tmp_path: Path) -> None:
    load_glossary(workspace, [_write(tmp_path, "a.toml", TWO)])
    export_glossary(workspace, tmp_path / "out.tbx", form_id="tbx-v2")
    assert "<martif" in (tmp_path / "out.tbx").read_text(encoding="utf-8")
    assert read_glossary(tmp_path / "out.tbx") == tuple(reversed(read_glossary(tmp_path / "a.toml")))


def test_one_glossary_is_written_without_the_others(workspace: Workspace, tmp_path: Path) -> None:
    imam = TWO.partition("\n\n[imam]")[2]
    load_glossary(workspace, [_write(tmp_path, "a.toml", MOSQUE), _write(tmp_path, "b.toml", "[imam]" + imam)])
    assert export_glossary(workspace, tmp_path / "out.toml", glossary="b") == 1
    with pytest.raises(InputError, match="no glossary 'c'"):
        export_glossary(workspace, tmp_path / "out.toml", glossary="c")


def test_word_pairs_join_the_concepts_that_have_their_words(workspace: Workspace, tmp_path: Path) -> None:
    load_glossary(workspace, [_write(tmp_path, "a.toml", MOSQUE)])
    pairs = _write(tmp_path, "omegat.txt", "# ours\nmosque\tlieu de prière\tnot only this\nminaret\tminaret\n")
    with pytest.raises(InputError, match="does not say the language"):
        load_glossary(workspace, [pairs])
    done = load_glossary(workspace, [pairs], LoadOptions(language="fr"))
    assert (done.changed, done.added) == (("mosque",), ("minaret",))
    (hit,) = look_up(workspace, "the mosque")
    assert hit.targets["fr"][0] == "mosquée"
    assert [(term.text, term.status) for term in get_concept(workspace, "mosque").terms_in("fr")] == [
        ("mosquée", "preferred"),
        ("lieu de prière", "admitted"),
    ]


def test_only_a_coordinator_changes_the_glossary(workspace: Workspace, tmp_path: Path) -> None:
    add_member(workspace, "Sam", Role.TRANSLATOR)
    opened = open_workspace(dataclasses.replace(workspace.settings, member="Sam"))
    with pytest.raises(RefusedError, match="a translator may not change the glossary"):
        load_glossary(opened, [_write(tmp_path, "a.toml", MOSQUE)])
    opened.close()


def test_five_thousand_concepts_load_in_one_go_on_every_database(any_workspace: Workspace, tmp_path: Path) -> None:
    lines = [f"c{n},en,word{n},preferred\nc{n},fr,mot{n}|,preferred" for n in range(3_000)]
    path = _write(tmp_path, "many.csv", "concept,language,term,status\n" + "\n".join(lines) + "\n")
    assert load_glossary(any_workspace, [path]).count == 3_000
    assert len(list_concepts(any_workspace)) == 3_000


def test_a_concept_is_the_same_after_it_was_written_and_read(workspace: Workspace) -> None:
    for path in sorted(find_shipped("glossaries").glob("*.toml")):
        for concept in read_glossary(path):
            assert from_toml(to_toml(concept), concept.id) == concept
