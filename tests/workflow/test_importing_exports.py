"""Exports of a site: cut into posts, their translations attached, broken ones named."""

from pathlib import Path

import pytest

from tms.errors import InputError, TmsError
from tms.values import Skipped, State
from tms.workflow.importing import import_sources, plan_import
from tms.workflow.importing_plan import ImportOptions, ImportPlan
from tms.workflow.reading import list_articles, load_desk
from tms.workflow.sourcing import list_sources
from tms.workflow.undoing import list_imports, undo_import
from tms.workflow.workspace import Workspace

HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Site</title><wp:wxr_version>1.2</wp:wxr_version>
"""
TAIL = "</channel></rss>\n"
ENGLISH = (
    "<p>The bridge at Qarasu was closed in 2016.</p>\n\n"
    "<p>Since then 4,000 people walk along the river every day to reach the market.</p>"
)
FRENCH = (
    "<p>Le pont de Qarasu a été fermé en 2016.</p>\n\n"
    "<p>Depuis lors, 4 000 personnes longent chaque jour la rivière pour aller au marché.</p>"
)


def _item(
    number: int, slug: str, content: str, *, title: str = "The bridge", language: str = "", status: str = "publish"
) -> str:
    tags = (
        f'<category domain="language" nicename="{language}"><![CDATA[{language}]]></category>'
        '<category domain="post_translations" nicename="pll_1"><![CDATA[pll_1]]></category>'
        if language
        else ""
    )
    return (
        f"<item><title>{title}</title><link>https://example.org/{slug}/</link>"
        f"<content:encoded><![CDATA[{content}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>"
        f"<wp:post_id>{number}</wp:post_id><wp:post_name><![CDATA[{slug}]]></wp:post_name>"
        f"<wp:status>{status}</wp:status><wp:post_type>post</wp:post_type>{tags}</item>\n"
    )


def _export(folder: Path, *items: str, tail: str = TAIL) -> Path:
    path = folder / "site.xml"
    path.write_text(HEAD + "".join(items) + tail, encoding="utf-8")
    return path


def _import(workspace: Workspace, path: Path, options: ImportOptions | None = None) -> list[ImportPlan]:
    options = options or ImportOptions()
    return list(import_sources(workspace, "blog", list_sources([path], options), options))


def _texts(workspace: Workspace, ref: str) -> list[str | None]:
    return [row.text for row in load_desk(workspace, ref, "fr").rows]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["original first", "translation first"])
def test_a_translation_that_a_plugin_names_is_attached_to_its_original(
    workspace: Workspace, tmp_path: Path, order: tuple[int, int]
) -> None:
    items = (
        _item(1, "bridge", ENGLISH, language="en"),
        _item(2, "pont", FRENCH, title="Le pont", language="fr"),
    )
    _import(workspace, _export(tmp_path, *(items[place] for place in order)))
    assert [article.slug for article in list_articles(workspace)] == ["bridge"]
    assert _texts(workspace, "blog/bridge") == [
        "Le pont",
        "Le pont de Qarasu a été fermé en 2016.",
        "Depuis lors, 4 000 personnes longent chaque jour la rivière pour aller au marché.",
    ]


def test_an_import_with_its_translations_is_undone_as_a_whole(workspace: Workspace, tmp_path: Path) -> None:
    first = _export(tmp_path, _item(1, "bridge", ENGLISH, language="en"))
    _import(workspace, first)
    both = (
        _item(1, "bridge", ENGLISH.replace("2016", "2017"), language="en"),
        _item(2, "pont", FRENCH, title="Le pont", language="fr"),
    )
    _import(workspace, _export(tmp_path, *both))
    undo_import(workspace, list_imports(workspace)[0].number)
    rows = load_desk(workspace, "blog/bridge", "fr").rows
    assert [(row.text, row.state) for row in rows] == [(None, State.INITIAL)] * 3


def test_the_same_export_again_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    path = _export(
        tmp_path,
        _item(1, "bridge", ENGLISH, language="en"),
        _item(2, "pont", FRENCH, title="Le pont", language="fr"),
    )
    _import(workspace, path)
    plans = _import(workspace, path)
    assert all(article.is_same for plan in plans for article in plan.articles)
    assert len(list_imports(workspace)) == 1


def test_posts_that_are_no_articles_are_left_out_with_the_reason(workspace: Workspace, tmp_path: Path) -> None:
    path = _export(
        tmp_path,
        _item(1, "bridge", ENGLISH),
        _item(2, "later", ENGLISH, status="draft"),
        _item(3, "pont", FRENCH * 2, title="Le pont"),
        _item(4, "picture", '<img src="a.jpg">', title=""),
    )
    (plan,) = _import(workspace, path)
    assert [article.slug for article in plan.articles] == ["bridge"]
    reasons = [one.reason for one in plan.skipped if isinstance(one, Skipped)]
    assert len(reasons) == 3
    assert "written in 'fr', and the site does not say of what" in reasons
    assert "no text to translate" in reasons


def test_a_broken_export_changes_nothing_and_names_the_post(workspace: Workspace, tmp_path: Path) -> None:
    path = _export(tmp_path, _item(1, "bridge", ENGLISH), _item(2, "well", ENGLISH)[:-60], tail="")
    with pytest.raises(InputError, match=r"'.*site\.xml', post 2 \(well\): line \d+"):
        _import(workspace, path)
    assert list_articles(workspace) == ()


def test_of_a_broken_export_the_whole_posts_come_in_when_asked(workspace: Workspace, tmp_path: Path) -> None:
    path = _export(tmp_path, _item(1, "bridge", ENGLISH), _item(2, "well", ENGLISH)[:-60], tail="")
    (plan,) = _import(workspace, path, ImportOptions(keep_going=True))
    assert [article.slug for article in list_articles(workspace)] == ["bridge"]
    assert [one.is_fault for one in plan.skipped] == [True]


def test_a_post_with_a_broken_block_is_named_and_does_not_hold_up_the_others(
    workspace: Workspace, tmp_path: Path
) -> None:
    broken = '<!-- wp:paragraph {"align": -->\n<p>Broken.</p>\n<!-- /wp:paragraph -->'
    path = _export(tmp_path, _item(1, "bridge", ENGLISH), _item(2, "well", broken))
    with pytest.raises(InputError, match=r"post 2 \(well\)"):
        _import(workspace, path)
    (plan,) = _import(workspace, path, ImportOptions(keep_going=True))
    assert [article.slug for article in list_articles(workspace)] == ["bridge"]
    assert [one.is_fault for one in plan.skipped] == [True]


def test_a_bomb_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "bomb.xml"
    path.write_text('<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>')
    with pytest.raises(TmsError, match=r"bomb\.xml"):
        plan_import(workspace, "blog", [path])


def test_what_is_imported_comes_out_again_byte_for_byte(workspace: Workspace, tmp_path: Path) -> None:
    from tms.workflow.exporting import export_articles

    item = _item(1, "bridge", ENGLISH).strip()
    _import(workspace, _export(tmp_path, item))
    (exported,) = export_articles(workspace, ["blog/bridge"], "en", "source")
    assert exported.data.decode() == item


def test_more_than_a_batch_is_still_one_import(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tms.workflow.importing._BATCH", 1_000)
    items = [_item(number, f"post-{number}", ENGLISH.replace("2016", str(2000 + number))) for number in range(1, 8)]
    plans = _import(workspace, _export(tmp_path, *items))
    assert len(plans) > 2
    assert [(run.number, run.articles) for run in list_imports(workspace)] == [(1, 7)]


def test_of_a_folder_other_xml_and_json_files_are_passed_over(workspace: Workspace, tmp_path: Path) -> None:
    _export(tmp_path, _item(1, "bridge", ENGLISH))
    (tmp_path / "pom.xml").write_text("<project><name>other</name></project>")
    (tmp_path / "package.json").write_text('{"name": "other"}')
    _import(workspace, tmp_path)
    assert [article.slug for article in list_articles(workspace)] == ["bridge"]


@pytest.mark.parametrize("name", ["pom.xml", "package.json"])
def test_named_by_itself_such_a_file_is_refused(workspace: Workspace, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("<project/>" if name.endswith("xml") else '{"name": "other"}')
    with pytest.raises(InputError, match=name):
        _import(workspace, path)
