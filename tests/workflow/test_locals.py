"""What exists only in a translation is kept as a paragraph of its own, and is no part of the article."""

import json
from pathlib import Path

import pytest

from tests.workflow.articles import RIVER, RIVER_TEXT, import_text, write_file
from tms.errors import GateError
from tms.values import AttachOutcome, DeskRow, Kind, Origin, Save, State
from tms.workflow.attaching import attach
from tms.workflow.checking import check_articles
from tms.workflow.commenting import add_comment, list_comments
from tms.workflow.editing import keep_working_copy, restore_translation, save_translation
from tms.workflow.exporting import export_articles
from tms.workflow.locals import add_local
from tms.workflow.lookup import find_help
from tms.workflow.memory import count_memory, search_memory
from tms.workflow.projects import sync_projects
from tms.workflow.reading import list_articles, list_history, load_desk, load_row
from tms.workflow.reporting import build_report
from tms.workflow.reviewing import approve, approve_all
from tms.workflow.safekeeping import examine
from tms.workflow.showing import show_article
from tms.workflow.stale import list_stale
from tms.workflow.workspace import Workspace

NOTE = "Note de la traduction. Le pont a rouvert en mai, après la parution de cet article."
FRENCH = f"""Le fleuve

Personne n’a traversé le fleuve cette année-là.

Le pont est fermé depuis 2016, et 4 000 personnes vivent sur l’autre rive.

{NOTE}

Mon oncle recevait une lettre par mois.
"""


@pytest.fixture
def river(any_workspace: Workspace, tmp_path: Path) -> Workspace:
    """The article with its French, which has a note after the third paragraph."""
    import_text(any_workspace, RIVER_TEXT)
    attached = attach(any_workspace, RIVER, "fr", write_file(tmp_path, "fr.txt", FRENCH))
    (local,) = [one for one in attached if one.outcome is AttachOutcome.LOCAL]
    assert (local.keys, local.text, local.after) == (("s5",), NOTE, "s3")
    return any_workspace


def rows(workspace: Workspace, language: str = "fr") -> list[tuple[str, str | None]]:
    return [(row.key, row.text) for row in load_desk(workspace, RIVER, language).rows]


def note(workspace: Workspace) -> DeskRow:
    return load_row(workspace, RIVER, "s5", "fr")


def test_a_note_stands_in_its_place_and_in_its_language_only(river: Workspace) -> None:
    assert [key for key, _ in rows(river)] == ["s1", "s2", "s3", "s5", "s4"]
    assert [key for key, _ in rows(river, "es")] == ["s1", "s2", "s3", "s4"]
    row = note(river)
    assert (row.kind, row.position, row.after, row.source) == (Kind.LOCAL, None, "s3", "")
    assert (row.text, row.state, row.origin, row.is_stale) == (NOTE, State.TRANSLATED, Origin.IMPORT, False)


def test_showing_an_article_shows_it_with_its_place(river: Workspace) -> None:
    shown = {segment.key: segment for segment in show_article(river, RIVER).segments}["s5"]
    assert (shown.kind, shown.position, shown.source, shown.after) == (Kind.LOCAL, None, "", "s3")
    assert [one.language for one in shown.translations] == ["fr"]
    assert [s.key for s in show_article(river, RIVER, language="fr", key="s5").segments] == ["s5"]
    assert [s.key for s in show_article(river, RIVER, language="es").segments] == ["s1", "s2", "s3", "s4"]


def test_attaching_the_same_file_again_adds_nothing(river: Workspace, tmp_path: Path) -> None:
    before = rows(river)
    attached = attach(river, RIVER, "fr", write_file(tmp_path, "fr.txt", FRENCH))
    assert {one.outcome for one in attached} == {AttachOutcome.KEPT}
    assert rows(river) == before


def test_its_text_has_a_history_as_every_other(river: Workspace) -> None:
    save_translation(river, Save(RIVER, "s5", "fr", "Une autre note.", expect_revision=1))
    save_translation(river, Save(RIVER, "s5", "fr", ""))
    assert [(e.number, e.after) for e in list_history(river, RIVER, "s5", "fr")] == [
        (3, None),
        (2, "Une autre note."),
        (1, NOTE),
    ]
    assert "s5" not in dict(rows(river))
    restore_translation(river, RIVER, "s5", "fr", 1)
    assert dict(rows(river))["s5"] == NOTE
    assert examine(river) == ()


def test_one_that_was_taken_out_is_there_as_long_as_something_typed_is_not_saved(river: Workspace) -> None:
    save_translation(river, Save(RIVER, "s5", "fr", ""))
    keep_working_copy(river, RIVER, "s5", "fr", "encore", 2)
    assert [row.working_text for row in load_desk(river, RIVER, "fr").rows if row.key == "s5"] == ["encore"]


def test_an_import_never_takes_it_for_a_removed_paragraph(river: Workspace) -> None:
    import_text(river, RIVER_TEXT + f"\n{NOTE}\n\nA last word.\n")
    assert [key for key, _ in rows(river)] == ["s1", "s2", "s3", "s5", "s4", "s6", "s7"]
    assert note(river).text == NOTE


@pytest.mark.parametrize(
    ("text", "after"),
    [
        pytest.param(RIVER_TEXT.replace("The bridge has been closed since 2016, and", "Nobody"), "s3", id="edited"),
        pytest.param("The river\n\nNobody crossed the river that year.\n", "s2", id="removed"),
        pytest.param("\n\n".join(RIVER_TEXT.strip().split("\n\n")[::2][::-1]), "s3", id="moved"),
    ],
)
def test_it_stands_after_the_nearest_earlier_paragraph_that_is_live(river: Workspace, text: str, after: str) -> None:
    import_text(river, text)
    keys = [key for key, _ in rows(river)]
    assert keys[keys.index("s5") - 1] == after
    import_text(river, RIVER_TEXT)
    assert [key for key, _ in rows(river)] == ["s1", "s2", "s3", "s5", "s4"]


def test_it_stands_at_the_start_where_nothing_earlier_is_left(river: Workspace) -> None:
    import_text(river, "My uncle recieved a letter once a month.\n\nHe never answered.\n")
    assert [key for key, _ in rows(river)] == ["s5", "s4", "s6"]


def test_it_is_no_part_of_the_numbers_but_its_findings_are(river: Workspace) -> None:
    (article,) = list_articles(river)
    french = article.languages[0]
    assert (french.segments, french.translated, french.words, french.coverage) == (4, 4, 31, 1.0)
    before = french.findings
    save_translation(river, Save(RIVER, "s5", "fr", "La la note (sans fin."))
    (article,) = list_articles(river)
    assert article.languages[0].findings > before
    assert [found.segment for found in check_articles(river, language="fr") if found.segment == "s5"] == ["s5"]


def test_only_checks_of_one_text_look_at_it(river: Workspace) -> None:
    assert [found for found in check_articles(river, language="fr") if found.segment == "s5"] == []


def test_it_is_never_stale_and_no_memory(river: Workspace) -> None:
    import_text(river, RIVER_TEXT.replace("2016", "2014"))
    assert [row.segment for row in list_stale(river)] == ["s3"]
    assert search_memory(river, "", "fr") == ()
    assert sum(count.count for count in count_memory(river)) == 4


def test_a_new_language_gets_no_row_of_it(river: Workspace) -> None:
    file = river.settings.projects / "blog" / "project.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text('target_languages = ["fr", "es", "de"]\n', encoding="utf-8")
    sync_projects(river, "blog")
    assert [key for key, _ in rows(river, "de")] == ["s1", "s2", "s3", "s4"]
    assert examine(river) == ()


def test_it_has_help_comments_and_a_review_like_every_paragraph(river: Workspace) -> None:
    assert find_help(river, RIVER, "s5", "fr").matches == ()
    add_comment(river, RIVER, "s5", "Is that so?", is_question=True)
    assert [comment.text for comment in list_comments(river, RIVER, "s5", "fr")] == ["Is that so?"]
    approve(river, RIVER, ["s5"], "fr")
    assert note(river).state is State.REVIEWED


def test_publication_waits_for_it(river: Workspace) -> None:
    approve(river, RIVER, ["s1", "s2", "s3", "s4"], "fr")
    with pytest.raises(GateError) as caught:
        export_articles(river, [RIVER], "fr", "source")
    assert caught.value.reasons == (f"{RIVER}: 1 paragraph is not reviewed",)
    approve_all(river, RIVER, "fr")
    (export,) = export_articles(river, [RIVER], "fr", "source")
    assert export.data.decode() == FRENCH
    (blockers,) = [b for language, b in build_report(river).articles[0].blockers if language == "fr"]
    assert blockers == ()


def test_one_that_was_taken_out_keeps_nothing_from_being_published(river: Workspace) -> None:
    save_translation(river, Save(RIVER, "s5", "fr", ""))
    approve_all(river, RIVER, "fr")
    (export,) = export_articles(river, [RIVER], "fr", "source")
    assert export.data.decode() == FRENCH.replace(f"{NOTE}\n\n", "")


def test_exports_have_it_where_it_stands(river: Workspace) -> None:
    approve_all(river, RIVER, "fr")
    (page,) = export_articles(river, [RIVER], "fr", "html")
    assert f"rive.</p>\n<p>{NOTE}</p>\n<p>Mon oncle" in page.data.decode()
    (data,) = export_articles(river, [RIVER], "fr", "json")
    entry = json.loads(data.data)["segments"][3]
    assert (entry["key"], entry["kind"], entry["source"], entry["target"]) == ("s5", "local", "", NOTE)
    for form in ("po", "xliff", "csv"):
        (exchange,) = export_articles(river, [RIVER], "fr", form)
        assert NOTE not in exchange.data.decode()


def test_a_draft_of_it_is_not_shown_to_readers(river: Workspace) -> None:
    save_translation(river, Save(RIVER, "s5", "fr", "peut-être", State.DRAFT))
    (export,) = export_articles(river, [RIVER], "fr", "source", allow_incomplete=True)
    assert "peut-être" not in export.data.decode()


HEADINGS = """# One

## Two

- item

Text of the last one here.
"""
PLACES = [
    pytest.param("s1", "# Un\n\n## Deux\n\n- point\n\nNota.\n\nTexte de fin.\n", id="after a heading before a heading"),
    pytest.param("s2", "# Un\n\n## Deux\n\n- point\n\nNota.\n\nTexte de fin.\n", id="after a heading before a list"),
    pytest.param("s3", "# Un\n\n## Deux\n\n- point\n\n  Nota.\n\nTexte de fin.\n", id="in a list item"),
    pytest.param("s4", "# Un\n\n## Deux\n\n- point\n\nTexte de fin.\n\nNota.\n", id="after a paragraph"),
    pytest.param(None, "# Un\n\n## Deux\n\n- point\n\nNota.\n\nTexte de fin.\n", id="at the start"),
]


@pytest.mark.parametrize(("after", "expected"), PLACES)
def test_a_note_never_becomes_part_of_a_heading(workspace: Workspace, after: str | None, expected: str) -> None:
    import_text(workspace, HEADINGS, name="river.md")
    for key, text in {"s1": "Un", "s2": "Deux", "s3": "point", "s4": "Texte de fin."}.items():
        save_translation(workspace, Save(RIVER, key, "fr", text))
    key = add_local(workspace, RIVER, "fr", after)
    save_translation(workspace, Save(RIVER, key, "fr", "Nota."))
    (export,) = export_articles(workspace, [RIVER], "fr", "source", allow_incomplete=True)
    assert export.data.decode() == expected


def test_a_new_note_is_empty_and_needs_no_work(river: Workspace) -> None:
    key = add_local(river, RIVER, "fr", "s5")
    row = load_row(river, RIVER, key, "fr")
    assert (key, row.after, row.text, row.revision, row.needs_work) == ("s6", "s3", None, 0, False)
    assert [key for key, _ in rows(river)] == ["s1", "s2", "s3", "s5", "s6", "s4"]
    approve_all(river, RIVER, "fr")
    assert export_articles(river, [RIVER], "fr", "source")[0].data.decode() == FRENCH


def test_notes_of_one_place_keep_their_order(river: Workspace) -> None:
    for text in ("Deux.", "Trois."):
        key = add_local(river, RIVER, "fr", "s3")
        save_translation(river, Save(RIVER, key, "fr", text))
    approve_all(river, RIVER, "fr")
    (export,) = export_articles(river, [RIVER], "fr", "source")
    assert f"{NOTE}\n\nDeux.\n\nTrois.\n\nMon oncle" in export.data.decode()
