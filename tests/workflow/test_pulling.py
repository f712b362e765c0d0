"""A site becomes articles: post by post, again and again, and nothing of it is lost on the way."""

import json
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.publish.wordpress_server import START, Post, Reply, Request, WordPressServer, error, make_posts, redirect
from tests.workflow.articles import translate
from tms.cli import run
from tms.config import settings_for
from tms.errors import NotFoundError, ServiceError
from tms.publish.wordpress_credentials import Credentials
from tms.publish.wordpress_http import Patience
from tms.values import Level
from tms.workflow.exporting import export_articles
from tms.workflow.importing_plan import ImportPlan
from tms.workflow.projects import add_project
from tms.workflow.pulling import Outcome, PullOptions, PullTally, pull
from tms.workflow.reading import list_articles, load_desk, load_row
from tms.workflow.safekeeping import examine
from tms.workflow.stale import list_stale
from tms.workflow.undoing import list_imports
from tms.workflow.workspace import Workspace, create_workspace, open_workspace

SECRET = "abcd EFGH 1234 ijkl MNOP 5678"  # noqa: S105  # of the server in this test
ACCOUNT = Credentials("editor", SECRET)
PARAGRAPHS = (
    "Nobody crossed the river that year.",
    "The bridge has been closed since 2016, and 4,000 people live on the other side.",
    "My uncle received a letter once a month.",
)


def make_markup(*paragraphs: str) -> str:
    blocks = (f"<!-- wp:paragraph -->\n<p>{text}</p>\n<!-- /wp:paragraph -->" for text in paragraphs)
    return "\n\n".join(blocks)


def make_river(number: int = 7, slug: str = "river", **values: Any) -> Post:
    return Post(number, slug, make_markup(*PARAGRAPHS), START - timedelta(days=2), "The river", **values)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty workspace with the project `blog`, to be copied: making one takes longer than a pull."""
    folder = tmp_path_factory.mktemp("empty") / "w"
    opened = open_workspace(create_workspace(folder))
    add_project(opened, "blog")
    opened.close()
    return folder


@pytest.fixture
def workspace(empty: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A copy of the empty workspace."""
    shutil.copytree(empty, tmp_path / "w")
    opened = open_workspace(settings_for(tmp_path / "w"))
    yield opened
    opened.close()


@pytest.fixture
def site() -> Iterator[WordPressServer]:
    with WordPressServer([make_river()]) as server:
        yield server


def take(workspace: Workspace, site: WordPressServer, **options: Any) -> PullTally:
    """Pull the site; the tally."""
    tally = PullTally()
    _ = take_plans(workspace, site, tally=tally, **options)
    return tally


def take_plans(
    workspace: Workspace, site: WordPressServer, *, tally: PullTally | None = None, **options: Any
) -> list[ImportPlan]:
    values = {"credentials": ACCOUNT, "patience": Patience(pauses=(), silence=5), **options}
    return list(pull(workspace, "blog", site.url, PullOptions(**values), tally=tally))


def counts(tally: PullTally) -> dict[str, int]:
    return {str(outcome): number for outcome in reversed(Outcome) if (number := tally.count(outcome))}


def texts(workspace: Workspace, ref: str = "blog/river", language: str = "fr") -> list[str]:
    return [row.source for row in load_desk(workspace, ref, language).rows]


def slugs(workspace: Workspace) -> list[str]:
    return [summary.slug for summary in list_articles(workspace)]


def test_a_post_becomes_an_article_with_its_block_markup(workspace: Workspace, site: WordPressServer) -> None:
    assert counts(take(workspace, site)) == {"new": 1}
    assert texts(workspace) == ["The river", *PARAGRAPHS]
    (stored,) = export_articles(workspace, ["blog/river"], "en", "source")
    assert json.loads(stored.data) == site.describe(site.posts[0], is_edit=True)


def test_pulling_again_is_no_news_and_no_import(workspace: Workspace, site: WordPressServer) -> None:
    take(workspace, site)
    assert counts(take(workspace, site)) == {"unchanged": 1}
    assert [found.articles for found in list_imports(workspace, "blog")] == [1]


def test_a_pull_of_many_answers_is_one_import(workspace: Workspace, site: WordPressServer) -> None:
    site.posts = make_posts(5)
    assert counts(take(workspace, site, per_page=2)) == {"new": 5}
    assert [found.articles for found in list_imports(workspace, "blog")] == [5]


def test_a_change_on_the_site_makes_the_translation_stale_and_says_why(
    workspace: Workspace, site: WordPressServer
) -> None:
    take(workspace, site)
    translate(workspace, "s3", "Le pont…")
    site.posts[0].markup = site.posts[0].markup.replace("4,000", "5,000")
    assert counts(take(workspace, site)) == {"changed": 1}
    (row,) = list_stale(workspace)
    assert (row.segment, row.level, row.reasons) == ("s3", Level.MAJOR, ("number 4,000 -> 5,000",))


def test_a_post_that_was_only_saved_again_is_no_news(workspace: Workspace, site: WordPressServer) -> None:
    take(workspace, site)
    translate(workspace, "s3", "Le pont…")
    site.posts[0].modified = START
    assert counts(take(workspace, site)) == {"unchanged": 1}
    assert list_stale(workspace) == ()


def test_since_leaves_alone_what_is_older(workspace: Workspace, site: WordPressServer) -> None:
    site.posts.append(Post(8, "news", make_markup("Something new."), START, "News"))
    assert counts(take(workspace, site, since="2026-10-31")) == {"new": 1}
    assert slugs(workspace) == ["news"]


def test_pages_come_when_they_are_asked_for(workspace: Workspace, site: WordPressServer) -> None:
    site.posts.append(Post(8, "about", make_markup("Who we are."), title="About", kind="page"))
    assert counts(take(workspace, site)) == {"new": 1}
    assert counts(take(workspace, site, with_pages=True)) == {"new": 1, "unchanged": 1}
    assert slugs(workspace) == ["about", "river"]


def test_a_dry_run_shows_everything_and_writes_nothing(workspace: Workspace, site: WordPressServer) -> None:
    tally = PullTally()
    plans = take_plans(workspace, site, tally=tally, is_dry_run=True)
    assert [article.slug for plan in plans for article in plan.articles] == ["river"]
    assert counts(tally) == {"new": 1}
    assert list_articles(workspace) == ()
    assert list_imports(workspace, "blog") == ()


# One bad post holds up no other


@pytest.mark.parametrize("place", [0, 3, 6])
def test_a_broken_post_is_left_out_and_said(workspace: Workspace, site: WordPressServer, place: int) -> None:
    site.posts = make_posts(7)
    site.posts[place].markup = "<!-- wp:paragraph -->\n<p>No end"
    tally = PullTally()
    plans = take_plans(workspace, site, tally=tally)
    assert counts(tally) == {"new": 6, "skipped": 1}
    (skipped,) = [one for plan in plans for one in plan.skipped]
    assert skipped.is_fault
    assert f"post {place + 1}" in skipped.where
    assert skipped.reason.startswith("line 1: the block 'paragraph'")
    assert len(list_articles(workspace)) == 6


def test_a_post_without_words_is_left_out(workspace: Workspace, site: WordPressServer) -> None:
    site.posts.append(Post(8, "picture", ""))
    assert counts(take(workspace, site)) == {"new": 1, "skipped": 1}


def test_a_protected_post_is_left_out_where_its_text_is_hidden(workspace: Workspace, site: WordPressServer) -> None:
    site.posts[0].is_protected = True
    assert counts(take(workspace, site, credentials=None)) == {"skipped": 1}
    assert counts(take(workspace, site)) == {"new": 1}


def test_posts_that_the_account_may_not_edit_are_counted(workspace: Workspace, site: WordPressServer) -> None:
    site.posts += make_posts(2, first=20)
    site.posts[0].can_edit = False
    tally = take(workspace, site)
    assert counts(tally) == {"new": 2}
    assert tally.notes == ["1 of 3 posts are not shown to this account"]


def test_an_article_that_would_shrink_stays_unless_it_is_forced(workspace: Workspace, site: WordPressServer) -> None:
    site.posts += make_posts(2, first=20)
    take(workspace, site)
    site.posts[0].markup, site.posts[0].title = make_markup("Gone."), ""
    assert counts(take(workspace, site)) == {"skipped": 1, "unchanged": 2}
    assert texts(workspace) == ["The river", *PARAGRAPHS]
    assert counts(take(workspace, site, force=True)) == {"changed": 1, "unchanged": 2}
    assert texts(workspace) == ["Gone."]


def test_block_markup_that_is_known_is_not_lost_to_a_pull_without_account(
    workspace: Workspace, site: WordPressServer
) -> None:
    take(workspace, site)
    site.posts[0].markup = site.posts[0].markup.replace("4,000", "5,000")
    tally = take(workspace, site, credentials=None)
    assert counts(tally) == {"skipped": 1}
    assert "4,000" in texts(workspace)[2]
    assert "application password" in tally.notes[0]


def test_without_an_account_the_finished_html_is_taken(workspace: Workspace, site: WordPressServer) -> None:
    assert counts(take(workspace, site, credentials=None)) == {"new": 1}
    assert texts(workspace) == ["The river", *PARAGRAPHS]
    site.posts[0].markup = site.posts[0].markup.replace("4,000", "5,000")
    assert counts(take(workspace, site, credentials=None)) == {"changed": 1}


# Which article a post is


def test_two_posts_of_one_slug_are_two_articles_for_ever(workspace: Workspace, site: WordPressServer) -> None:
    site.posts.append(Post(8, "river", make_markup("Another river."), START, "Rivers", kind="page"))
    take(workspace, site, with_pages=True)
    first = {slug: texts(workspace, f"blog/{slug}")[-1] for slug in slugs(workspace)}
    assert sorted(first.values()) == ["Another river.", PARAGRAPHS[-1]]
    assert counts(take(workspace, site, with_pages=True)) == {"unchanged": 2}
    site.posts.reverse()
    assert counts(take(workspace, site, with_pages=True)) == {"unchanged": 2}
    assert {slug: texts(workspace, f"blog/{slug}")[-1] for slug in slugs(workspace)} == first


def test_two_posts_of_one_slug_in_one_answer_are_two_articles(workspace: Workspace, site: WordPressServer) -> None:
    site.posts.append(make_river(8))
    assert counts(take(workspace, site)) == {"new": 2}
    assert counts(take(workspace, site)) == {"unchanged": 2}


def test_a_post_keeps_its_article_when_its_slug_changes(workspace: Workspace, site: WordPressServer) -> None:
    take(workspace, site)
    site.posts[0].slug = "the-river"
    assert counts(take(workspace, site)) == {"unchanged": 1}
    assert slugs(workspace) == ["river"]


# Languages


def test_a_translation_is_attached_wherever_it_stands_in_the_list(workspace: Workspace, site: WordPressServer) -> None:
    french = (
        "Personne n’a traversé le fleuve cette année-là.",
        "Le pont est fermé depuis 2016, et 4\u202f000 personnes vivent de l’autre côté.",
        "Mon oncle recevait une lettre une fois par mois.",
    )
    group = {"en": 7, "fr": 8}
    site.posts = [
        Post(8, "fleuve", make_markup(*french), START - timedelta(days=9), "Le fleuve", "fr", group),
        *make_posts(3, first=20),
        make_river(lang="en", translations=group),
    ]
    for post in site.posts[1:4]:
        post.lang = "en"
    assert counts(take(workspace, site, per_page=2)) == {"new": 4, "attached": 1}
    assert [row.text for row in load_desk(workspace, "blog/river", "fr").rows] == ["Le fleuve", *french]
    assert "fleuve" not in slugs(workspace)


def test_other_languages_are_left_out(workspace: Workspace, site: WordPressServer) -> None:
    site.posts.append(Post(9, "fluss", make_markup("Der Fluss."), START, "Der Fluss", "de", {"de": 9}))
    assert counts(take(workspace, site)) == {"new": 1, "skipped": 1}


# In the middle of it


def once(page: int, do: Callable[[], None]) -> Callable[[Request], None]:
    done: list[bool] = []

    def before(request: Request) -> None:
        if request.query.get("page") == str(page) and not done:
            done.append(True)
            do()

    return before


def test_what_came_before_a_failure_stays_and_the_next_pull_goes_on(
    workspace: Workspace, site: WordPressServer
) -> None:
    site.posts = make_posts(5)
    site.before = once(2, lambda: site.faults.append(Reply(500, b"")))
    with pytest.raises(ServiceError, match="HTTP 500"):
        take(workspace, site, per_page=2)
    assert slugs(workspace) == ["post-1", "post-2"]
    assert counts(take(workspace, site, per_page=2)) == {"new": 3, "unchanged": 2}


def test_no_transaction_is_open_while_the_site_is_asked(workspace: Workspace, site: WordPressServer) -> None:
    site.posts = make_posts(3)
    settings = settings_for(workspace.settings.workspace)

    def work() -> None:
        other = open_workspace(settings)
        translate(other, "s2", "La lettre numéro 1…", ref="blog/post-1")
        other.close()

    site.before = once(2, work)
    assert counts(take(workspace, site, per_page=2)) == {"new": 3}
    assert load_row(workspace, "blog/post-1", "s2", "fr").text == "La lettre numéro 1…"


def test_a_post_that_changes_while_the_list_is_read_comes_as_it_is_now(
    workspace: Workspace, site: WordPressServer
) -> None:
    site.posts = make_posts(5)

    def edit() -> None:
        site.clock += timedelta(seconds=5)
        site.posts[0].markup = make_markup("The letter number 1 came in 2027.")
        site.posts[0].modified = START + timedelta(seconds=1)

    site.before = once(2, edit)
    assert counts(take(workspace, site, per_page=2)) == {"new": 5}
    assert texts(workspace, "blog/post-1")[-1] == "The letter number 1 came in 2027."
    assert len(slugs(workspace)) == 5
    assert examine(workspace) == ()


def test_an_unknown_project_is_said_before_the_site_is_asked(workspace: Workspace, site: WordPressServer) -> None:
    with pytest.raises(NotFoundError, match="'nowhere'"):
        list(pull(workspace, "nowhere", site.url))
    assert site.requests == []


# The command

Tms = Callable[..., tuple[int, str, str]]


@pytest.fixture
def tms(tmp_path: Path, empty: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Tms:
    """Run `tms` in a workspace of its own: exit code, standard output, standard error."""
    monkeypatch.delenv("TMS_WORDPRESS_USER", raising=False)
    monkeypatch.delenv("TMS_WORDPRESS_PASSWORD", raising=False)
    monkeypatch.setattr(time, "sleep", lambda _: None)
    shutil.copytree(empty, tmp_path / "w")
    monkeypatch.setenv("TMS_WORKSPACE", str(tmp_path / "w"))

    def call(line: str) -> tuple[int, str, str]:
        code = run(shlex.split(line))
        out, err = capsys.readouterr()
        return code, out, err

    return call


def test_the_command_tells_what_came_and_what_did_not(
    tms: Tms, site: WordPressServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.posts.append(Post(8, "broken", "<!-- wp:quote --><p>x", START, "Broken"))
    monkeypatch.setenv("TMS_WORDPRESS_USER", "editor")
    monkeypatch.setenv("TMS_WORDPRESS_PASSWORD", SECRET)
    code, out, err = tms(f"pull blog {site.url}")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "imported blog/river (wordpress-json): 4 paragraphs"
    assert lines[1].startswith(f"broken, left out: '{site.root}wp/v2/posts?page=1', post 2: ")
    assert lines[-1] == "2 posts read: 1 new, 0 changed, 0 attached, 1 skipped, 0 unchanged"
    assert SECRET not in out
    _, out, _ = tms(f"pull blog {site.url}")
    assert out.splitlines()[-1] == "2 posts read: 0 new, 0 changed, 0 attached, 1 skipped, 1 unchanged"


def test_without_an_account_one_line_says_what_is_missing(tms: Tms, site: WordPressServer) -> None:
    code, out, _ = tms(f"pull blog {site.url}")
    assert code == 0
    assert sum("application password" in line for line in out.splitlines()) == 1


def test_json_is_one_document_in_the_shape_of_import(tms: Tms, site: WordPressServer) -> None:
    code, out, err = tms(f"pull blog {site.url} --dry-run --json")
    document = json.loads(out)
    assert code == 0
    assert "application password" in err
    (article,) = document["articles"]
    assert (article["article"], article["format"], article["new"]) == ("river", "wordpress-json", True)
    assert [pair["new_text"] for pair in article["pairs"]] == [[text] for text in ("The river", *PARAGRAPHS)]
    assert document["dry_run"] is True
    assert document["counts"] == {"read": 1, "new": 1, "changed": 0, "attached": 0, "skipped": 0, "unchanged": 0}
    assert tms("list --json")[1].split() == ["{", '"articles":', "[]", "}"]


@pytest.mark.parametrize(
    ("faults", "said"),
    [
        ([Reply(500, b"")] * 9, "HTTP 500"),
        ([Reply(200, b"<html>hello</html>", content_type="text/html")], "web page"),
        ([redirect("/wp-json/wp/v2/posts?a"), redirect("/wp-json/wp/v2/posts?a")], "in a circle"),
        ([error(401, "rest_forbidden", "No.")], "HTTP 401"),
        ([Reply(200, b"[{", promised=50)] * 9, "breaks off"),
    ],
    ids=["500", "html", "circle", "401", "cut"],
)
def test_a_site_that_fails_is_exit_3_with_a_hint(
    tms: Tms, site: WordPressServer, faults: list[Reply], said: str
) -> None:
    site.faults = faults
    code, out, err = tms(f"pull blog {site.url}")
    lines = err.splitlines()
    assert (code, out, len(lines)) == (3, "", 2)
    assert lines[0].startswith("error: ")
    assert said in lines[0]
    assert lines[1].startswith("hint: ")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("pull blog example.org", "no web address"),
        ("pull blog ftp://example.org/", "no address of the web"),
        ("pull blog https://me:secret@example.org/", "has no place in an address"),
        ("pull nowhere https://example.org/", "'nowhere'"),
        ("pull blog https://example.org/ --since yesterday", "'yesterday'"),
        ("pull blog https://example.org/ --per-page 500", "500"),
    ],
)
def test_what_the_user_must_change_is_exit_2_with_a_hint(tms: Tms, line: str, said: str) -> None:
    code, out, err = tms(line)
    lines = err.splitlines()
    assert (code, out, len(lines)) == (2, "", 2), err
    assert said in lines[0]
    assert "secret" not in err
    assert lines[1].startswith("hint: ")


def test_half_an_account_is_exit_2(tms: Tms, site: WordPressServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMS_WORDPRESS_USER", "editor")
    assert tms(f"pull blog {site.url}")[0] == 2
    assert site.requests == []


def test_a_failure_half_way_says_what_is_in(tms: Tms, site: WordPressServer) -> None:
    site.posts = make_posts(3)
    site.before = once(2, lambda: site.faults.extend([Reply(503, b"")] * 9))
    code, out, err = tms(f"pull blog {site.url} --per-page 2")
    assert code == 3
    assert out.splitlines()[-1].startswith("stopped after 2 posts read: 2 new")
    assert len(err.splitlines()) == 2


def test_ctrl_c_leaves_whole_articles_and_a_clean_line(tms: Tms, site: WordPressServer, tmp_path: Path) -> None:
    site.posts = make_posts(3)
    arguments = [sys.executable, "-m", "tms", "pull", "blog", site.url, "--per-page", "2"]
    with subprocess.Popen(
        arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
    ) as process:

        def interrupt() -> None:
            process.send_signal(signal.SIGINT)
            process.wait(10)

        site.before = once(2, interrupt)
        out, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert out.splitlines()[-1].startswith("stopped after 2 posts read: 2 new")
    assert err == ""
    assert len(json.loads(tms("list --json")[1])["articles"]) == 2
