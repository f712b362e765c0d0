"""The command line as scripts know it: names, exit codes, JSON shapes, one clear line for bad input."""

import json
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tms.cli import run

ENGLISH = "The river\n\nUyghurs crossed the river in 2016.\n\nThe bridge is closed, and 4,000 people wait.\n"
FRENCH = "Le fleuve\n\nDes Ouïghours ont traversé le fleuve en 2016.\n\nLe pont est fermé, et 4\u202f000 attendent.\n"

Tms = Callable[..., Any]


@pytest.fixture
def tms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Tms:
    """Run `tms` on a workspace; what it printed as JSON, after checking the exit code."""
    folder = tmp_path / "w"
    monkeypatch.chdir(tmp_path)

    def call(line: str, *, code: int = 0) -> Any:
        assert run(["--json", *shlex.split(line)]) == code, capsys.readouterr().err
        out = capsys.readouterr().out
        return json.loads(out) if out else None

    call(f"init {folder}")
    monkeypatch.setenv("TMS_WORKSPACE", str(folder))
    call("project add blog")
    (tmp_path / "river.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "fleuve.txt").write_text(FRENCH, encoding="utf-8")
    call("import blog river.txt")
    return call


def test_words_are_found_and_replaced_and_the_last_replacement_is_taken_back(tms: Tms) -> None:
    tms("attach river fleuve.txt --lang fr")
    found = tms('find "l\'autre" --lang fr')["found"] + tms("find uyghurs --lang fr")["found"]
    assert [(hit["segment"], hit["source_spans"]) for hit in found] == [("s2", [[0, 7]])]
    planned = tms("replace ouïghour --by ouïgour --lang fr --dry-run")["replaced"]
    assert [one["after"] for one in planned] == ["Des Ouïgours ont traversé le fleuve en 2016."]
    assert tms("replace ouïghour --by ouïgour --lang fr")["replaced"] == planned
    assert tms("find ouïghour --history --lang fr")["found"][0]["kind"] == "history"
    assert [one["segment"] for one in tms("replace --undo")["restored"]] == ["s2"]
    assert tms("replace --undo")["restored"] == []
    tms("replace ouïghour", code=2)


def test_import_dry_run_shows_the_pairs_with_keys(tms: Tms) -> None:
    Path("river.txt").write_text(ENGLISH.replace("4,000", "5,000"), encoding="utf-8")
    (article,) = tms("import blog river.txt --dry-run")["articles"]
    assert (article["article"], article["format"], article["new"]) == ("river", "text", False)
    assert article["pairs"][2] == {
        "old": [2],
        "new": [2],
        "change": "edited",
        "level": "major",
        "similarity": article["pairs"][2]["similarity"],
        "reasons": ["number 4,000 -> 5,000"],
        "old_text": ["The bridge is closed, and 4,000 people wait."],
        "new_text": ["The bridge is closed, and 5,000 people wait."],
        "key": "s3",
    }
    assert tms("show river")["segments"][2]["source_version"] == 1


def test_show_has_every_language_and_null_where_nothing_is(tms: Tms) -> None:
    tms("attach river fleuve.txt --lang fr")
    shown = tms("show blog/river")
    assert (shown["article"], shown["project"], shown["title"], shown["format"]) == (
        "river",
        "blog",
        "The river",
        "text",
    )
    segment = shown["segments"][1]
    assert (segment["key"], segment["kind"], segment["position"]) == ("s2", "paragraph", 1)
    french = segment["translations"]["fr"]
    assert french["text"] == "Des Ouïghours ont traversé le fleuve en 2016."
    assert (french["state"], french["origin"], french["stale"], french["level"]) == (
        "translated",
        "import",
        False,
        "none",
    )
    assert segment["translations"]["es"]["text"] is None
    assert segment["translations"]["es"]["revision"] == 0


def test_list_and_report_give_the_same_numbers(tms: Tms) -> None:
    tms("attach river fleuve.txt --lang fr")
    listed = tms("list")["articles"]
    reported = tms("report")["articles"]
    more = {"blockers", "source_faults"}
    assert [{k: v for k, v in article.items() if k not in more} for article in reported] == listed
    french = listed[0]["languages"]["fr"]
    assert {name: french[name] for name in ("segments", "translated", "stale", "coverage", "up_to_date")} == {
        "segments": 3,
        "translated": 3,
        "stale": 0,
        "coverage": 1.0,
        "up_to_date": 1.0,
    }


def test_translate_conflicts_are_exit_1_with_both_texts(tms: Tms, capsys: pytest.CaptureFixture[str]) -> None:
    assert tms("translate river s1 --lang fr --text 'Le fleuve' --expect-revision 0")["revision"] == 1
    assert run(shlex.split("translate river s1 --lang fr --text 'La rivière' --expect-revision 0")) == 1
    error = capsys.readouterr().err
    assert "La rivière" in error
    assert "Le fleuve" in error
    assert tms("show river --segment s1")["segments"][0]["translations"]["fr"]["text"] == "Le fleuve"


def test_the_whole_way_to_publication(tms: Tms) -> None:
    tms("attach river fleuve.txt --lang fr")
    tms("export river --lang fr --to source -o out", code=1)
    assert tms("review river --lang fr --approve")["refused"] == []
    (file,) = tms("export river --lang fr --to source -o out")["files"]
    assert Path(file).read_text(encoding="utf-8") == FRENCH
    Path("river.txt").write_text(ENGLISH.replace("4,000", "5,000"), encoding="utf-8")
    tms("import blog river.txt")
    (stale,) = tms("stale --lang fr")["stale"]
    assert {
        name: stale[name] for name in ("article", "project", "segment", "language", "level", "behind", "published")
    } == {
        "article": "river",
        "project": "blog",
        "segment": "s3",
        "language": "fr",
        "level": "major",
        "behind": 1,
        "published": True,
    }
    tms("export river --lang fr --to source", code=1)
    tms("confirm river s3 --lang fr --reason 'rounded'")
    assert tms("stale")["stale"] == []


def test_check_finds_and_waive_lets_stand(tms: Tms) -> None:
    tms("attach river fleuve.txt --lang fr")
    tms("translate river s3 --lang fr --text 'Le pont est fermé, et 40 personnes attendent.'")
    findings = tms("check river --lang fr", code=1)["findings"]
    (number,) = [finding for finding in findings if finding["check"] == "numbers"]
    assert (number["segment"], number["language"], number["severity"], number["category"]) == (
        "s3",
        "fr",
        "error",
        "numbers",
    )
    tms("waive river s3 --lang fr --check numbers --reason 'the author says so'")
    assert tms("check river --lang fr")["findings"][0]["waived"] == "the author says so"


def test_the_memory_finds_what_was_translated(tms: Tms) -> None:
    tms("attach river fleuve.txt --lang fr")
    matches = tms("memory search 'Uyghurs crossed the river in 2017.' --lang fr")["matches"]
    assert matches[0]["source"] == "Uyghurs crossed the river in 2016."
    assert matches[0]["score"] == 97
    assert matches[0]["kind"] == "fuzzy"
    assert tms("memory export all.tmx")["exported"] == 3
    assert tms("memory import all.tmx")["imported"] == 3
    assert tms("memory import all.tmx")["imported"] == 0


def test_glossary_lookup_gives_spans_and_targets(tms: Tms) -> None:
    (term,) = tms("glossary lookup 'Many Uyghurs left.'")["terms"]
    assert (term["start"], term["end"], term["form"], term["status"]) == (5, 12, "Uyghurs", "preferred")
    assert term["targets"]["fr"][0] == "Ouïghours"
    assert term["targets"]["es"][0] == "uigures"


def test_po_goes_out_and_comes_back(tms: Tms) -> None:
    (file,) = tms("export river --lang es --to po -o out")["files"]
    text = Path(file).read_text(encoding="utf-8")
    Path(file).write_text(
        text.replace('msgid "The river"\nmsgstr ""', 'msgid "The river"\nmsgstr "El río"'), encoding="utf-8"
    )
    assert tms(f"merge {file} --dry-run")["taken"] == 1
    assert tms("show river --segment s1")["segments"][0]["translations"]["es"]["text"] is None
    assert tms(f"merge {file}")["taken"] == 1
    assert tms("show river --segment s1")["segments"][0]["translations"]["es"]["text"] == "El río"
    tms("translate river s1 --lang es --text 'El gran río'")
    assert tms(f"merge {file}", code=1)["conflict"] == 1
    assert tms("show river --segment s1")["segments"][0]["translations"]["es"]["text"] == "El gran río"


def test_json_may_stand_anywhere(tms: Tms, capsys: pytest.CaptureFixture[str]) -> None:
    assert tms("list")["articles"]
    for line in ("--json list", "list --json"):
        assert run(shlex.split(line)) == 0
        assert json.loads(capsys.readouterr().out)["articles"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("show nothing", "'nothing'"),
        ("import blog missing.txt", "'missing.txt'"),
        ("import nowhere river.txt", "'nowhere'"),
        ("translate river s99 --lang fr --text x", "'s99'"),
        ("translate river s1 --lang de --text x", "'de'"),
        ("translate river s1 --lang fr --text x --state done", "'done'"),
        ("import blog river.txt --level huge", "'huge'"),
        ("import blog river.txt --format odt", "'odt'"),
        ("export river --lang fr --to pdf", "'pdf'"),
        ("glossary load river.txt", "'river.txt'"),
        ("lint missing.po --lang fr", "'missing.po'"),
        ("merge river.txt", "'river.txt'"),
        ("draft river --lang fr --engine oracle", "oracle"),
        ("draft river --lang fr --engine deepl", "key"),
        ("nonsense", "nonsense"),
        ("list --nonsense", "--nonsense"),
        ("assign river --lang fr --to Nobody", "'Nobody'"),
        ("assign river --lang fr --to me --due tomorrow", "'tomorrow'"),
        ("restore river.txt", "'river.txt'"),
        ("member remove Nobody", "'Nobody'"),
        ("init .", "'.'"),
    ],
)
def test_what_the_user_must_change_is_one_line_and_a_hint(
    tms: Tms, capsys: pytest.CaptureFixture[str], line: str, said: str
) -> None:
    assert tms("list")["articles"]
    assert run(shlex.split(line)) == 2
    out, err = capsys.readouterr()
    lines = err.strip().split("\n")
    assert out == ""
    assert len(lines) == 2, err
    assert lines[0].startswith("error: ")
    assert said in lines[0]
    assert lines[1].startswith("hint: ")


def test_a_broken_glossary_is_named_with_its_line(tms: Tms, capsys: pytest.CaptureFixture[str]) -> None:
    before = tms("glossary list")
    Path("broken.toml").write_text('[uyghur]\ndefinition = "a people"\nen = {\n', encoding="utf-8")
    assert run(["glossary", "load", "broken.toml"]) == 2
    assert "broken.toml" in (error := capsys.readouterr().err)
    assert "line 3" in error or "line 4" in error
    assert tms("glossary list") == before


def test_terminal_escapes_in_texts_are_shown_not_obeyed(tms: Tms, capsys: pytest.CaptureFixture[str]) -> None:
    Path("evil.txt").write_text("Title\n\nred \x1b[31m text [bold]x[/bold]\n", encoding="utf-8")
    tms("import blog evil.txt")
    assert run(["show", "evil"]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "␛[31m text [bold]x[/bold]" in out


def test_no_workspace_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["list"]) == 2
    assert capsys.readouterr().err == (
        "error: no workspace here\nhint: 'tms init' makes one, 'tms demo' a sample; a workspace has a tms.toml\n"
    )


def test_backup_and_restore(tms: Tms, tmp_path: Path) -> None:
    tms(f"backup {tmp_path}/kept.db")
    tms("translate river s1 --lang fr --text 'Le fleuve'")
    tms(f"restore {tmp_path}/kept.db")
    assert tms("show river --segment s1")["segments"][0]["translations"]["fr"]["text"] is None
    assert tms("doctor")["problems"] == []


def test_diff_needs_no_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("old.md").write_text("# One\n\nTwo words here.\n", encoding="utf-8")
    Path("new.md").write_text("# One\n\nTwo words here.\n\nThree more came.\n", encoding="utf-8")
    assert run(["diff", "old.md", "new.md", "--json"]) == 0
    pairs = json.loads(capsys.readouterr().out)["pairs"]
    assert [(pair["old"], pair["new"], pair["change"], pair["level"]) for pair in pairs] == [
        ([0], [0], "unchanged", "none"),
        ([1], [1], "unchanged", "none"),
        ([], [2], "inserted", "content"),
    ]


def test_a_term_is_proposed_accepted_and_explained(tms: Tms) -> None:
    proposed = tms('glossary propose hukou hukou --lang fr --article river --segment s2 --note "household register"')
    assert (proposed["id"], proposed["state"], proposed["article"], proposed["segment"]) == (
        1,
        "open",
        "blog/river",
        "s2",
    )
    assert [one["target"] for one in tms("glossary proposals")["proposals"]] == ["hukou"]
    accepted = tms('glossary accept 1 --gender m --reason "as in the press"')
    assert (accepted["state"], accepted["concept"], accepted["file"]) == ("accepted", "hukou", "added.toml")
    assert tms("glossary proposals")["proposals"] == []
    (term,) = tms("glossary lookup hukou")["terms"]
    assert (term["concept"], term["targets"]) == ("hukou", {"fr": ["hukou", "hukous"]})
    (decision,) = tms("glossary why hukou")["decisions"]
    assert (decision["kind"], decision["reason"]) == ("accepted", "as in the press")
    tms("glossary propose bac bac --lang es")
    tms("glossary refuse 2", code=2)
    assert tms('glossary refuse 2 --reason "no word of ours"')["state"] == "refused"


def test_the_reach_of_a_term_is_listed_and_applied(tms: Tms) -> None:
    tms("attach river fleuve.txt --lang fr")
    tms('translate river s2 --lang fr --text "Des Ouigours ont traversé le fleuve en 2016."')
    (row,) = tms("glossary impact uyghur --lang fr")["impact"]
    assert (row["article"], row["segment"], row["state"], row["published"]) == ("blog/river", "s2", "translated", False)
    assert row["proposed"] == "Des Ouïghours ont traversé le fleuve en 2016."
    (applied,) = tms("glossary impact uyghur --apply")["applied"]
    assert (applied["segments"], applied["left"]) == (["s2"], [])
    segment = tms("show river --lang fr --segment s2")["segments"][0]["translations"]["fr"]
    assert (segment["text"], segment["state"], segment["origin"]) == (row["proposed"], "draft", "machine")
    assert tms("glossary impact uyghur")["impact"] == []


def test_forms_uses_and_files_of_the_glossary(tms: Tms) -> None:
    (term,) = tms("glossary forms forced-labour --lang es")["terms"][:1]
    assert (term["term"], term["by_rule"]) == ("trabajo forzoso", False)
    assert [(use["segment"], use["language"]) for use in tms("glossary uses uyghur")["uses"]] == [("s2", "en")]
    assert tms("glossary export terms.tbx")["concepts"] == tms("glossary load terms.tbx")["concepts"]
    Path("bad.csv").write_text("concept,language,term\na,en,\nb,en,y\n", encoding="utf-8")
    tms("glossary load bad.csv", code=2)
    loaded = tms("glossary load bad.csv --keep-going")
    assert (loaded["concepts"], loaded["added"]) == (1, ["b"])
    assert [(one["line"], one["message"]) for one in loaded["left_out"]] == [(2, "the term is empty")]


def test_what_the_glossary_says_of_the_source_is_no_error(tms: Tms) -> None:
    Path("old.txt").write_text("Old\n\nUighurs crossed the river.\n", encoding="utf-8")
    tms("import blog old.txt")
    (finding,) = tms("check old --lang en")["findings"]
    assert (finding["language"], finding["severity"], finding["fix"]) == ("en", "warning", "Uyghurs crossed the river.")
    assert tms("check old --lang fr")["findings"] == []


def test_a_finding_is_waived_at_its_place(tms: Tms) -> None:
    tms('translate river s2 --lang fr --text "Des Ouigours, Ouigours, ont traversé le fleuve en 2016."')
    places = [f["start"] for f in tms("check river --lang fr")["findings"] if f["check"] == "terminology"]
    assert places == [4, 14]
    tms('waive river s2 --lang fr --check terminology --at 4 --reason "a pun"')
    waived = [f["waived"] for f in tms("check river --lang fr")["findings"] if f["check"] == "terminology"]
    assert waived == ["a pun", None]


def test_fixes_are_shown_applied_and_taken_back(tms: Tms) -> None:
    tms("attach river fleuve.txt --lang fr")
    tms('translate river s2 --lang fr --text "Des Ouïghours  ont traversé le fleuve en 2016."')
    planned = tms("fix river --lang fr --dry-run")
    assert (planned["dry_run"], planned["left"]) == (True, [])
    assert planned["fixed"] == [
        {
            "segment": "s2",
            "before": "Des Ouïghours  ont traversé le fleuve en 2016.",
            "after": "Des Ouïghours ont traversé le fleuve en 2016.",
            "checks": {"double-space": 1},
        }
    ]
    assert tms("fix river --lang fr --check double-space")["fixed"] == planned["fixed"]
    assert tms("fix river --lang fr --undo") == {"restored": ["s2"]}
    tms("fix river --lang fr --check nothing", code=2)
    tms("fix river --lang fr --undo --dry-run", code=2)


def test_words_are_added_listed_removed_and_suggested(tms: Tms) -> None:
    assert tms("words add blog Zwaqtan") == {"word": "Zwaqtan", "language": None}
    tms("words add blog zwaqté --lang fr")
    assert tms("words list blog --lang es") == {"words": [{"word": "Zwaqtan", "language": None}]}
    tms("words remove blog zwaqté --lang fr")
    tms("words remove blog zwaqté --lang fr", code=2)
    tms("words add blog Zwaqtan", code=2)
    tms("words add nothing Zwaqtan", code=2)
    assert "gouvernement" in tms("words suggest gouvernment --lang fr")["suggestions"]
    tms("words suggest wort --lang xx", code=2)


def test_a_misspelt_word_is_a_finding_of_check_and_lint(tms: Tms, tmp_path: Path) -> None:
    tms("attach river fleuve.txt --lang fr")
    tms('translate river s3 --lang fr --text "Le pont est fermé, et 4 000 atendent."')
    (finding,) = [f for f in tms("check river --lang fr")["findings"] if f["check"] == "spelling"]
    assert (finding["category"], finding["severity"], finding["segment"]) == ("misspelling", "warning", "s3")
    path = tmp_path / "pair.csv"
    path.write_text("source,target\nThe bridge is closed.,Le pont est fermmé.\n", encoding="utf-8")
    (finding,) = tms(f"lint {path} --lang fr")["findings"]
    assert (finding["check"], finding["start"], finding["end"]) == ("spelling", 12, 18)
    (tmp_path / "rules.toml").write_text('[checks]\nspelling = "error"\n', encoding="utf-8")
    tms(f"lint {path} --lang fr --rules {tmp_path / 'rules.toml'}", code=1)
    (tmp_path / "rules.toml").write_text('[checks]\nspelling = "loud"\n', encoding="utf-8")
    tms(f"lint {path} --lang fr --rules {tmp_path / 'rules.toml'}", code=2)
    tms(f"lint {path} --lang fr --rules {tmp_path / 'nothing.toml'}", code=2)


def test_grammar_without_a_server_or_with_one_that_is_away(tms: Tms, monkeypatch: pytest.MonkeyPatch) -> None:
    tms("attach river fleuve.txt --lang fr")
    tms("check river --grammar", code=2)
    monkeypatch.setenv("TMS_LANGUAGETOOL_URL", "http://127.0.0.1:9")
    tms("check river --grammar", code=3)
    monkeypatch.setenv("TMS_LANGUAGETOOL_URL", "https://api.languagetool.org")
    tms("check river --grammar", code=2)


def test_an_embargo_and_an_address(tms: Tms) -> None:
    assert tms("embargo river --until 2999-12-10")["embargo_until"].startswith("2999-12-10T00:00:00")
    tms("attach river fleuve.txt --lang fr")
    (finding,) = [f for f in tms("check river --lang fr")["findings"] if f["check"] == "embargo"]
    assert finding["severity"] == "info"
    tms("export river --lang fr --to source", code=1)
    assert tms("embargo river --lift")["embargo_until"] is None
    tms("embargo river", code=2)
    tms("embargo river --until someday", code=2)
    assert tms("address river --lang fr https://example.org/fr/fleuve")["address"] == "https://example.org/fr/fleuve"
    tms("address river --lang fr --remove")
    tms("address river --lang fr", code=2)
    tms("address river --lang fr nowhere", code=2)
    tms("address river --lang de https://example.org/de", code=2)


def test_an_article_is_labelled_and_scripts_still_see_its_title(tms: Tms) -> None:
    assert tms("label river")["label"] == []
    labelled = tms('label river torture "death of a child" torture --title "A river, 2016"')
    assert labelled == {
        "article": "river",
        "label": ["torture", "death of a child"],
        "neutral_title": "A river, 2016",
    }
    (article,) = tms("list")["articles"]
    assert (article["title"], article["label"]) == ("The river", ["torture", "death of a child"])
    assert tms("show river")["label"] == ["torture", "death of a child"]
    # A new version of the text leaves the label alone.
    Path("river.txt").write_text(ENGLISH.replace("4,000", "5,000"), encoding="utf-8")
    tms("import blog river.txt")
    assert tms("label river")["label"] == ["torture", "death of a child"]
    assert tms("label river --none")["label"] == []
    tms("label river torture --none", code=2)
    tms('label river "\x1b[31m"', code=2)
