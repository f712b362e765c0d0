"""Which article a piece is, and what a new one is called."""

import pytest

from tms.errors import InputError
from tms.values import Slice
from tms.workflow.naming import Names


def _post(number: int, slug: str = "", title: str = "", site: str = "example.org") -> Slice:
    return Slice(slug, "wxr", b"", f"post {number}", title=title, address=f"https://{site}/{slug}", id=str(number))


@pytest.mark.parametrize(
    ("post", "slug"),
    [
        pytest.param(_post(7, "the-camps"), "the-camps", id="the slug of the site"),
        pytest.param(_post(7, "", "The Camps & We"), "the-camps-we", id="by the title"),
        pytest.param(_post(7, "%c3%a9t%c3%a9-2020"), "ete-2020", id="escaped letters"),
        pytest.param(_post(7, "%e8%ae%b2%e8%af%9d"), "post-7", id="no letter that ASCII has"),
        pytest.param(_post(7, "../../etc/passwd"), "etc-passwd", id="a path"),
        pytest.param(_post(7, "..%2f..%2fx"), "x", id="an escaped path"),
        pytest.param(_post(7), "post-7", id="nothing at all"),
    ],
)
def test_a_new_post_is_called(post: Slice, slug: str) -> None:
    assert Names({}).give(post) == slug


def test_a_post_is_known_by_its_number_whatever_its_slug_has_become() -> None:
    assert Names({"old-name": "example.org#7"}).give(_post(7, "new-name")) == "old-name"


def test_two_posts_of_one_slug_are_two_articles_at_every_import() -> None:
    first = Names({})
    given = [first.give(_post(number, "about")) for number in (1, 2)]
    assert given == ["about", "about-2"]
    again = Names({"about": "example.org#1", "about-2": "example.org#2"})
    assert [again.give(_post(number, "about")) for number in (2, 1)] == ["about-2", "about"]


def test_two_posts_with_one_number_keep_their_names() -> None:
    known = {"comments": "example.org#7", "comments-closed": "example.org#7"}
    names = Names(known)
    assert [names.give(_post(7, slug)) for slug in ("comments", "comments-closed")] == ["comments", "comments-closed"]


def test_posts_of_two_sites_are_two_articles() -> None:
    assert Names({"about": "other.example#7"}).give(_post(7, "about")) == "about-2"


def test_a_site_is_the_same_with_and_without_www() -> None:
    assert Names({"about": "example.org#7"}).give(_post(7, "news", site="www.example.org")) == "about"


def test_an_article_that_came_as_a_file_is_found_by_its_slug() -> None:
    assert Names({"camps": ""}).give(_post(7, "camps")) == "camps"


def test_two_files_of_one_name_are_refused() -> None:
    names = Names({})
    names.give(Slice("river", "text", b"", "'a/river.txt'"))
    with pytest.raises(InputError, match="two files would become the article 'river'"):
        names.give(Slice("river", "text", b"", "'b/river.txt'"))


def test_a_given_name_is_for_one_piece() -> None:
    names = Names({}, "camps")
    assert names.give(_post(7, "other")) == "camps"
    with pytest.raises(InputError, match="--article names one article"):
        names.give(_post(8, "third"))


def test_a_post_without_an_address_has_a_name_too() -> None:
    posts = [Slice("x", "wordpress-json", b"", f"post {number}", id=str(number)) for number in (1, 2)]
    names = Names({})
    assert [names.give(post) for post in posts] == ["x", "x-2"]
