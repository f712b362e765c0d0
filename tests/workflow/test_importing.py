"""What becomes of translations when the English comes in again."""

import multiprocessing
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from tests.workflow.articles import RIVER, RIVER_TEXT, import_text, translate
from tms.config import settings_for
from tms.errors import InputError, NotFoundError, RefusedError, TmsError
from tms.values import Change, Level
from tms.workflow.importing import apply_import, plan_import
from tms.workflow.importing_plan import ImportOptions
from tms.workflow.naming import make_slug
from tms.workflow.reading import list_articles, load_desk, load_row
from tms.workflow.reviewing import confirm
from tms.workflow.safekeeping import examine
from tms.workflow.stale import list_stale
from tms.workflow.workspace import Workspace, open_workspace


@pytest.fixture
def river(workspace: Workspace) -> Workspace:
    import_text(workspace, RIVER_TEXT)
    for key, text in (("s1", "Le fleuve"), ("s2", "Personne…"), ("s3", "Le pont…"), ("s4", "Mon oncle…")):
        translate(workspace, key, text)
    return workspace


def test_segments_stand_in_reading_order_with_stable_keys(river: Workspace) -> None:
    assert [(row.key, row.position) for row in load_desk(river, RIVER, "fr").rows] == [
        ("s1", 0),
        ("s2", 1),
        ("s3", 2),
        ("s4", 3),
    ]


def test_importing_the_same_file_again_changes_nothing(river: Workspace) -> None:
    (plan,) = import_text(river, RIVER_TEXT)
    assert plan.is_same
    assert load_row(river, RIVER, "s2", "fr").source_version == 1


def test_a_mended_typo_leaves_the_translation_fresh(river: Workspace) -> None:
    import_text(river, RIVER_TEXT.replace("recieved", "received"))
    row = load_row(river, RIVER, "s4", "fr")
    assert (row.source_version, row.level, row.is_stale, row.behind) == (2, Level.TYPO, False, 1)
    assert list_stale(river) == ()


@pytest.mark.parametrize(
    ("old", "new", "key", "reason"),
    [
        ("4,000", "5,000", "s3", "number 4,000 -> 5,000"),
        ("has been closed", "has not been closed", "s3", 'negation "not" added'),
        ("a letter", "allegedly a letter", "s4", 'hedge "allegedly" added'),
    ],
    ids=["number", "negation", "hedge"],
)
def test_a_change_of_meaning_makes_it_stale_and_says_why(
    river: Workspace, old: str, new: str, key: str, reason: str
) -> None:
    import_text(river, RIVER_TEXT.replace(old, new))
    (row,) = list_stale(river)
    assert (row.segment, row.language, row.level, row.behind) == (key, "fr", Level.MAJOR, 1)
    assert reason in row.reasons


def test_the_change_is_measured_since_my_version_over_any_number_of_changes(river: Workspace) -> None:
    for number in ("5,000", "6,000", "7,000"):
        import_text(river, RIVER_TEXT.replace("4,000", number))
    (row,) = list_stale(river)
    assert row.behind == 3
    assert row.reasons == ("number 4,000 -> 7,000",)


def test_a_change_that_is_taken_back_leaves_it_fresh(river: Workspace) -> None:
    import_text(river, RIVER_TEXT.replace("4,000", "5,000"))
    import_text(river, RIVER_TEXT)
    assert list_stale(river) == ()


def test_still_valid_is_made_from_the_current_source(river: Workspace) -> None:
    import_text(river, RIVER_TEXT.replace("4,000", "5,000"))
    confirm(river, RIVER, "s3", "fr", "the number is not in the French")
    assert list_stale(river) == ()
    row = load_row(river, RIVER, "s3", "fr")
    assert (row.level, row.behind, row.text) == (Level.NONE, 0, "Le pont…")


def test_moving_a_paragraph_makes_nothing_stale(river: Workspace) -> None:
    parts = RIVER_TEXT.strip().split("\n\n")
    import_text(river, "\n\n".join([parts[0], parts[3], parts[1], parts[2]]) + "\n")
    rows = load_desk(river, RIVER, "fr").rows
    assert [row.key for row in rows] == ["s1", "s4", "s2", "s3"]
    assert [row.text for row in rows] == ["Le fleuve", "Mon oncle…", "Personne…", "Le pont…"]
    assert list_stale(river) == ()


def test_a_paragraph_that_comes_back_has_its_key_and_its_translation(river: Workspace) -> None:
    without = RIVER_TEXT.replace("Nobody crossed the river that year.\n\n", "")
    import_text(river, without)
    assert [row.key for row in load_desk(river, RIVER, "fr").rows] == ["s1", "s3", "s4"]
    import_text(river, RIVER_TEXT)
    row = load_row(river, RIVER, "s2", "fr")
    assert (row.key, row.text, row.position) == ("s2", "Personne…", 1)
    assert list_stale(river) == ()


def test_a_key_is_never_given_twice(river: Workspace) -> None:
    import_text(river, RIVER_TEXT.replace("My uncle recieved a letter once a month.\n", ""))
    import_text(
        river,
        RIVER_TEXT.replace("My uncle recieved a letter once a month.", "Frost came early and killed the apricots."),
    )
    assert [row.key for row in load_desk(river, RIVER, "fr").rows] == ["s1", "s2", "s3", "s5"]


def test_a_split_paragraph_keeps_key_and_text_with_its_longest_part(river: Workspace) -> None:
    import_text(river, RIVER_TEXT.replace("since 2016, and 4,000", "since 2016.\n\nAnd 4,000"))
    rows = load_desk(river, RIVER, "fr").rows
    assert sum(row.text == "Le pont…" for row in rows) == 1
    assert len(rows) == 5
    assert len({row.key for row in rows}) == 5


def test_paragraphs_that_were_merged_and_cut_again_have_their_translations(river: Workspace) -> None:
    import_text(river, RIVER_TEXT.replace("that year.\n\nThe bridge", "that year. The bridge"))
    import_text(river, RIVER_TEXT)
    rows = load_desk(river, RIVER, "fr").rows
    assert {row.key: row.text for row in rows} == {
        "s1": "Le fleuve",
        "s2": "Personne…",
        "s3": "Le pont…",
        "s4": "Mon oncle…",
    }


def test_a_level_set_by_a_person_holds_for_a_paragraph_that_returns(river: Workspace) -> None:
    import_text(river, RIVER_TEXT.replace("Nobody crossed the river that year.\n\n", ""))
    back = RIVER_TEXT.replace("Nobody crossed", "Not a soul crossed")
    import_text(river, back, options=ImportOptions(level=Level.TYPO))
    row = load_row(river, RIVER, "s2", "fr")
    assert (row.text, row.level, row.is_stale) == ("Personne…", Level.TYPO, False)


def test_a_level_set_by_a_person_holds_for_that_version(river: Workspace) -> None:
    import_text(river, RIVER_TEXT.replace("4,000", "5,000"), options=ImportOptions(level=Level.TYPO))
    assert list_stale(river) == ()
    import_text(
        river,
        RIVER_TEXT.replace("4,000", "5,000").replace("recieved", "received"),
        options=ImportOptions(level=Level.CONTENT),
    )
    assert [row.segment for row in list_stale(river)] == ["s4"]


def test_a_dry_run_changes_nothing(river: Workspace) -> None:
    path = river.settings.workspace / "river.txt"
    path.write_text(RIVER_TEXT.replace("4,000", "5,000"), encoding="utf-8")
    (plan,) = plan_import(river, "blog", [path]).articles
    assert [pair.change for pair in plan.pairs if pair.change is not Change.UNCHANGED] == [Change.EDITED]
    assert load_row(river, RIVER, "s3", "fr").source_version == 1


def test_an_article_that_shrinks_to_under_a_third_is_refused_without_force(river: Workspace) -> None:
    with pytest.raises(RefusedError) as caught:
        import_text(river, "The river\n")
    assert "--force" in caught.value.hint
    assert len(load_desk(river, RIVER, "fr").rows) == 4
    import_text(river, "The river\n", options=ImportOptions(force=True))
    assert [row.text for row in load_desk(river, RIVER, "fr").rows] == ["Le fleuve"]


def test_two_imports_planned_on_one_version_do_not_overwrite_each_other(river: Workspace) -> None:
    path = river.settings.workspace / "river.txt"
    path.write_text(RIVER_TEXT.replace("4,000", "5,000"), encoding="utf-8")
    first = plan_import(river, "blog", [path])
    second = plan_import(river, "blog", [path])
    apply_import(river, first)
    with pytest.raises(RefusedError, match="someone else"):
        apply_import(river, second)


@pytest.mark.parametrize(
    ("stem", "slug"),
    [
        ("river", "river"),
        ("2024-05.river_Bank", "2024-05.river_Bank"),
        ("L’été à Kachgar", "Lete-a-Kachgar"),
        ("../../etc/passwd", "etc-passwd"),
        (".hidden", "hidden"),
    ],
)
def test_a_slug_is_the_stem_where_it_can_be(stem: str, slug: str) -> None:
    assert make_slug(stem) == slug


def test_a_name_without_any_letter_we_know_gets_a_slug_of_its_own() -> None:
    assert make_slug("新疆") != make_slug("西藏")
    assert make_slug("新疆").startswith("article-")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n\t\n", "empty"),
        ("binary.txt", b"PK\x03\x04\x00\x00", "binary"),
        ("nul.md", b"one\n\ntwo\x00\n", "line 3"),
        ("latin.txt", "é".encode("latin-1"), "UTF-8"),
        ("endless.txt", b"x" * 50_000_000, "line"),
        ("picture.png", b"\x89PNG", "ending"),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value else "",
)
def test_a_file_that_cannot_be_used_is_said_in_one_line_and_changes_nothing(
    workspace: Workspace, name: str, data: bytes, said: str
) -> None:
    good = workspace.settings.workspace / "good.txt"
    good.write_text("A paragraph.\n", encoding="utf-8")
    bad = workspace.settings.workspace / name
    bad.write_bytes(data)
    with pytest.raises(InputError) as caught:
        plan_import(workspace, "blog", [good, bad])
    assert said in caught.value.message
    assert name in caught.value.message
    assert "\n" not in caught.value.message + caught.value.hint
    assert caught.value.hint
    assert list_articles(workspace) == ()


def test_an_unknown_project_or_file_is_said(workspace: Workspace) -> None:
    path = workspace.settings.workspace / "a.txt"
    path.write_text("A paragraph.\n", encoding="utf-8")
    with pytest.raises(NotFoundError, match="'nowhere'"):
        plan_import(workspace, "nowhere", [path])
    with pytest.raises(TmsError, match=r"missing\.txt"):
        plan_import(workspace, "blog", [Path("missing.txt")])


def test_two_files_of_one_name_are_refused(workspace: Workspace) -> None:
    paths = [workspace.settings.workspace / "a.txt", workspace.settings.workspace / "a.md"]
    for path in paths:
        path.write_text("A paragraph.\n", encoding="utf-8")
    with pytest.raises(InputError, match="'a'"):
        plan_import(workspace, "blog", paths)


def _import_long_article(folder: Path, about_to_write: Connection) -> None:
    workspace = open_workspace(settings_for(folder))
    paragraphs = [f"Paragraph {place} tells of house {place * 7}." for place in range(3000)]
    path = folder / "long.txt"
    path.write_text("\n\n".join(paragraphs), encoding="utf-8")
    plans = plan_import(workspace, "blog", [path])
    about_to_write.send("now")
    apply_import(workspace, plans)


@pytest.mark.parametrize("delay", [0.0, 0.01, 0.03, 0.06, 0.1, 0.2, 0.4])
def test_an_import_that_is_killed_leaves_the_article_whole_or_absent(workspace: Workspace, delay: float) -> None:
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_import_long_article, args=(workspace.settings.workspace, there))
    process.start()
    there.close()  # so that a child that fails ends the wait
    assert here.recv() == "now"
    time.sleep(delay)
    process.kill()
    process.join()
    summaries = list_articles(workspace)
    assert [summary.languages[0].segments for summary in summaries] in ([], [3000])
    assert examine(workspace) == ()


def test_an_article_that_comes_back_with_its_title_only_is_refused(workspace: Workspace) -> None:
    import_text(workspace, "# Report\n\nOne short paragraph.\n\nAnd one more.\n", name="report.md")
    with pytest.raises(RefusedError, match="left without its text"):
        import_text(workspace, "# Report\n", name="report.md")
    import_text(workspace, "# Report\n", name="report.md", options=ImportOptions(force=True))
