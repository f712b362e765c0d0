"""A review is bound to both texts, and publishing refuses whatever it was not given for."""

import dataclasses
from pathlib import Path

import pytest
from sqlalchemy import text as sql

from tests.workflow.articles import RIVER, RIVER_TEXT, import_text, translate, write_file
from tms.errors import ConflictError, GateError, InputError, RefusedError
from tms.values import EventKind, Level, Origin, Role, Save, Seen, State
from tms.workflow.attaching import attach
from tms.workflow.checking import check_articles
from tms.workflow.commenting import add_comment, list_comments, resolve_comment
from tms.workflow.editing import accept_draft, restore_translation, save_translation
from tms.workflow.exporting import export_articles
from tms.workflow.importing_plan import ImportOptions
from tms.workflow.people import add_member
from tms.workflow.reading import list_history, load_row
from tms.workflow.reviewing import approve, approve_all, confirm, return_translation
from tms.workflow.stale import list_stale
from tms.workflow.waiving import waive
from tms.workflow.workspace import Workspace, open_workspace

FRENCH = {
    "s1": "Le fleuve",
    "s2": "Personne n’a traversé le fleuve cette année-là.",
    "s3": "Le pont est fermé depuis 2016, et 4\u202f000 personnes vivent de l’autre côté.",
    "s4": "Mon oncle recevait une lettre une fois par mois.",
}


@pytest.fixture
def river(workspace: Workspace) -> Workspace:
    import_text(workspace, RIVER_TEXT)
    for key, text in FRENCH.items():
        translate(workspace, key, text)
    return workspace


@pytest.fixture
def reviewed(river: Workspace) -> Workspace:
    assert len(approve_all(river, RIVER, "fr").approved) == 4
    return river


def reasons_against(workspace: Workspace) -> tuple[str, ...]:
    with pytest.raises(GateError) as caught:
        export_articles(workspace, [RIVER], "fr", "source")
    return caught.value.reasons


def test_a_reviewed_article_comes_out_in_its_own_form(reviewed: Workspace) -> None:
    (export,) = export_articles(reviewed, [RIVER], "fr", "source")
    assert export.name == "river.fr.txt"
    assert export.data.decode() == "\n\n".join(FRENCH.values()) + "\n"


def test_what_is_not_reviewed_is_not_published(river: Workspace) -> None:
    approve(river, RIVER, ["s1", "s2", "s3"], "fr")
    assert reasons_against(river) == ("blog/river: 1 paragraph is not reviewed",)


def test_an_edit_after_the_review_has_to_be_reviewed_again(reviewed: Workspace) -> None:
    translate(reviewed, "s2", "Nul n’a traversé le fleuve cette année-là.")
    assert load_row(reviewed, RIVER, "s2", "fr").state is State.TRANSLATED
    assert len(reasons_against(reviewed)) == 1


def test_a_mended_typo_in_the_english_does_not_undo_a_review(reviewed: Workspace) -> None:
    import_text(reviewed, RIVER_TEXT.replace("recieved", "received"))
    assert len(export_articles(reviewed, [RIVER], "fr", "source")) == 1


def test_a_change_of_meaning_shuts_the_gate(reviewed: Workspace) -> None:
    import_text(reviewed, RIVER_TEXT.replace("4,000", "5,000"))
    assert len(reasons_against(reviewed)) >= 1


def test_an_open_question_shuts_the_gate_until_it_is_answered(reviewed: Workspace) -> None:
    add_comment(reviewed, RIVER, "s3", "Which bridge?", is_question=True)
    assert len(reasons_against(reviewed)) == 1
    (question,) = list_comments(reviewed, RIVER, "s3", "fr")
    resolve_comment(reviewed, question.id)
    assert len(export_articles(reviewed, [RIVER], "fr", "source")) == 1


def test_an_article_that_was_published_says_so_when_it_goes_stale(reviewed: Workspace) -> None:
    export_articles(reviewed, [RIVER], "fr", "source")
    import_text(reviewed, RIVER_TEXT.replace("4,000", "5,000"))
    assert [(row.segment, row.published) for row in list_stale(reviewed)] == [("s3", True)]


def test_a_stale_translation_cannot_be_approved(river: Workspace) -> None:
    import_text(river, RIVER_TEXT.replace("4,000", "5,000"))
    with pytest.raises(RefusedError, match="4,000 -> 5,000"):
        approve(river, RIVER, ["s3"], "fr")


def test_an_error_stands_in_the_way_of_a_review_until_it_is_waived(river: Workspace) -> None:
    translate(river, "s3", "Le pont est fermé depuis 2016, et 40\u202f000 personnes vivent de l’autre côté.")
    with pytest.raises(RefusedError, match="error"):
        approve(river, RIVER, ["s3"], "fr")
    waive(river, RIVER, "s3", "fr", "numbers", "the author gave the new number by mail")
    approve(river, RIVER, ["s3"], "fr")
    assert load_row(river, RIVER, "s3", "fr").state is State.REVIEWED


def test_a_waiver_ends_when_a_text_changes(river: Workspace) -> None:
    text = "Le pont est fermé depuis 2016, et 40\u202f000 personnes vivent de l’autre côté."
    translate(river, "s3", text)
    waive(river, RIVER, "s3", "fr", "numbers", "agreed")
    (row,) = check_articles(river, [RIVER], language="fr")
    assert [finding.waived for finding in row.findings] == ["agreed"]
    translate(river, "s3", text.replace("vivent", "habitent"))
    (row,) = check_articles(river, [RIVER], language="fr")
    assert [finding.waived for finding in row.findings] == [None]


def test_a_waiver_needs_a_reason_and_a_finding(river: Workspace) -> None:
    with pytest.raises(InputError, match="reason"):
        waive(river, RIVER, "s3", "fr", "numbers", " ")
    with pytest.raises(InputError, match="finds nothing"):
        waive(river, RIVER, "s3", "fr", "numbers", "why not")


def test_a_draft_that_nobody_has_read_cannot_be_approved_nor_published(reviewed: Workspace) -> None:
    draft = Save(RIVER, "s2", "fr", FRENCH["s2"], State.DRAFT, origin=Origin.MACHINE, engine="deepl")
    save_translation(reviewed, draft)
    with pytest.raises(RefusedError, match="draft"):
        approve(reviewed, RIVER, ["s2"], "fr")
    assert reasons_against(reviewed)


def test_several_are_approved_all_or_none(river: Workspace) -> None:
    save_translation(river, Save(RIVER, "s2", "fr", FRENCH["s2"], State.DRAFT))
    with pytest.raises(RefusedError):
        approve(river, RIVER, ["s1", "s2"], "fr")
    assert load_row(river, RIVER, "s1", "fr").state is State.TRANSLATED


def test_a_returned_translation_is_a_draft_with_the_reason_in_its_history(reviewed: Workspace) -> None:
    return_translation(reviewed, RIVER, "s2", "fr", "“nul” is too literary")
    assert load_row(reviewed, RIVER, "s2", "fr").state is State.DRAFT
    entry = list_history(reviewed, RIVER, "s2", "fr")[0]
    assert (entry.kind, entry.reason) == (EventKind.RETURNED, "“nul” is too literary")


def member(workspace: Workspace, name: str) -> Workspace:
    return open_workspace(dataclasses.replace(workspace.settings, member=name))


def test_who_translated_does_not_review_where_others_are(river: Workspace) -> None:
    add_member(river, "Noor", Role.REVIEWER)
    with pytest.raises(RefusedError, match="yourself"):
        approve(member(river, "me"), RIVER, ["s2"], "fr")
    approve(member(river, "Noor"), RIVER, ["s2"], "fr")
    assert load_row(member(river, "me"), RIVER, "s2", "fr").state is State.REVIEWED


def test_a_translator_does_not_review(river: Workspace) -> None:
    add_member(river, "Sami", Role.TRANSLATOR)
    with pytest.raises(RefusedError, match="translator"):
        approve(member(river, "Sami"), RIVER, ["s2"], "fr")


def test_still_valid_said_by_a_translator_takes_the_review_back(reviewed: Workspace) -> None:
    add_member(reviewed, "Sami", Role.TRANSLATOR)
    import_as(reviewed, RIVER_TEXT.replace("4,000", "5,000"))
    confirm(member(reviewed, "Sami"), RIVER, "s3", "fr")
    assert load_row(member(reviewed, "me"), RIVER, "s3", "fr").state is State.TRANSLATED


def test_still_valid_said_by_a_reviewer_keeps_the_review(reviewed: Workspace) -> None:
    import_text(reviewed, RIVER_TEXT.replace("once a month", "every single month of the year"))
    confirm(reviewed, RIVER, "s4", "fr", "means the same")
    assert load_row(reviewed, RIVER, "s4", "fr").state is State.REVIEWED
    assert len(export_articles(reviewed, [RIVER], "fr", "source")) == 1


def import_as(workspace: Workspace, text: str) -> None:
    import_text(member(workspace, "me"), text)


def test_what_is_not_out_of_date_needs_no_confirming(reviewed: Workspace) -> None:
    with pytest.raises(InputError, match="not out of date"):
        confirm(reviewed, RIVER, "s3", "fr")


def test_incomplete_exports_mark_the_english(river: Workspace) -> None:
    save_translation(river, Save(RIVER, "s2", "fr", ""))
    (export,) = export_articles(river, [RIVER], "fr", "source", allow_incomplete=True)
    assert "\n\n[EN] Nobody crossed the river that year.\n\n" in export.data.decode()
    (page,) = export_articles(river, [RIVER], "fr", "html", allow_incomplete=True)
    assert 'lang="en"' in page.data.decode()


def test_the_source_comes_back_byte_for_byte(workspace: Workspace) -> None:
    text = "\ufeffTitle\r\n\r\n  A paragraph \t\r\nwith two lines\r\n\r\n\r\nand no end"
    import_text(workspace, text, name="odd.txt", options=ImportOptions(level=Level.TYPO))
    (export,) = export_articles(workspace, ["blog/odd"], "en", "source")
    assert export.data == text.encode()


def test_a_verdict_holds_only_for_what_was_on_the_screen(river: Workspace) -> None:
    seen = Seen(1, 1)
    translate(river, "s2", "Un autre texte est arrivé.")
    with pytest.raises(ConflictError) as caught:
        approve(river, RIVER, ["s2"], "fr", seen={"s2": seen})
    assert caught.value.theirs == "Un autre texte est arrivé."
    import_text(river, RIVER_TEXT.replace("4,000", "5,000"))
    with pytest.raises(ConflictError):
        confirm(river, RIVER, "s3", "fr", seen=seen)
    with pytest.raises(ConflictError):
        return_translation(river, RIVER, "s3", "fr", "why", seen=seen)
    assert load_row(river, RIVER, "s3", "fr").state is State.TRANSLATED


def test_saving_as_reviewed_is_a_review(river: Workspace) -> None:
    wrong = Save(RIVER, "s3", "fr", "Le pont est fermé depuis 2016, et 40 personnes vivent là.", State.REVIEWED)
    with pytest.raises(RefusedError, match="error"):
        save_translation(river, wrong)
    add_member(river, "Noor", Role.REVIEWER)
    with pytest.raises(RefusedError, match="your own"):
        save_translation(member(river, "me"), dataclasses.replace(wrong, text=FRENCH["s3"]))
    assert load_row(member(river, "me"), RIVER, "s3", "fr").state is State.TRANSLATED


def test_who_confirmed_a_draft_is_its_author(river: Workspace) -> None:
    draft = Save(RIVER, "s2", "fr", "Nul n’a traversé le fleuve.", State.DRAFT, origin=Origin.MACHINE, engine="deepl")
    add_member(river, "Noor", Role.REVIEWER)
    save_translation(member(river, "me"), draft)
    accept_draft(member(river, "Noor"), RIVER, "s2", "fr")
    with pytest.raises(RefusedError, match="yourself"):
        approve(member(river, "Noor"), RIVER, ["s2"], "fr")


def test_who_attached_a_file_did_not_write_it(workspace: Workspace, tmp_path: Path) -> None:
    import_text(workspace, RIVER_TEXT)
    attach(workspace, RIVER, "fr", write_file(tmp_path, "fr.txt", "\n\n".join(FRENCH.values())))
    add_member(workspace, "Noor", Role.REVIEWER)
    assert approve(member(workspace, "me"), RIVER, ["s3"], "fr")


def test_a_restored_event_without_a_text_leaves_nothing_to_publish(river: Workspace) -> None:
    save_translation(river, Save(RIVER, "s2", "fr", ""))
    translate(river, "s2", FRENCH["s2"])
    restore_translation(river, RIVER, "s2", "fr", 2)
    assert load_row(river, RIVER, "s2", "fr").state is State.INITIAL


def test_a_new_language_needs_every_paragraph(reviewed: Workspace) -> None:
    with reviewed.engine.begin() as connection:
        connection.execute(sql("DELETE FROM event"))
        connection.execute(sql("DELETE FROM translation WHERE language = 'fr' AND segment_id = 2"))
    assert "1 paragraph is not translated" in reasons_against(reviewed)[0]


def test_a_publication_counts_only_when_its_file_is_written(reviewed: Workspace) -> None:
    blocked = reviewed.settings.workspace / "file"
    blocked.write_text("in the way", encoding="utf-8")
    with pytest.raises(InputError):
        export_articles(reviewed, [RIVER], "fr", "source", folder=blocked)
    import_text(reviewed, RIVER_TEXT.replace("4,000", "5,000"))
    assert [row.published for row in list_stale(reviewed)] == [False]


def test_a_draft_is_not_in_the_json_export(river: Workspace) -> None:
    save_translation(river, Save(RIVER, "s2", "fr", "brouillon secret", State.DRAFT))
    (export,) = export_articles(river, [RIVER], "fr", "json", allow_incomplete=True)
    assert "brouillon secret" not in export.data.decode()
