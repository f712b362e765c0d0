"""Reading a site: every post once it stands still, bounded in time and size, and the password stays at home."""

import gzip
import json
import logging
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from tests.publish.wordpress_server import START, Post, Reply, Request, WordPressServer, error, make_posts, redirect
from tms.errors import InputError, ServiceError, TmsError
from tms.publish.wordpress_address import (
    find_root,
    is_loopback,
    is_private_way,
    is_same_site,
    make_route,
    parse_address,
    show_address,
)
from tms.publish.wordpress_client import PostPage, PostType, open_site, parse_since
from tms.publish.wordpress_credentials import Credentials, read_credentials
from tms.publish.wordpress_http import Patience

SECRET = "abcd EFGH 1234 ijkl MNOP 5678"  # noqa: S105  # of the server in this test
HTML = Reply(200, b"<!doctype html><html><body>Please log in</body></html>", content_type="text/html")


@pytest.fixture
def site() -> Iterator[WordPressServer]:
    with WordPressServer(make_posts(5)) as server:
        yield server


class Sleeper:
    """Remembers the pauses instead of making them."""

    def __init__(self) -> None:
        self.pauses: list[float] = []

    def __call__(self, seconds: float) -> None:
        self.pauses.append(seconds)


def quick(**changes: float) -> Patience:
    return Patience(**{"pauses": (0, 0, 0), "silence": 5, **changes})  # type: ignore[arg-type]  # names checked at run time


def account(password: str = SECRET) -> Credentials:
    return Credentials("editor", password)


def read(
    url: str,
    *,
    kind: PostType = PostType.POSTS,
    since: str | None = None,
    credentials: Credentials | None = None,
    per_page: int = 100,
    patience: Patience | None = None,
) -> list[PostPage]:
    with open_site(url, credentials, per_page=per_page, patience=patience or quick()) as client:
        return list(client.read(kind, since))


def ids(pages: list[PostPage]) -> list[int]:
    return [post["id"] for page in pages for post in json.loads(page.data)]


# Where the API is


@pytest.mark.parametrize("place", ["", "2026/11/some-letter/", "wp-json/", "wp-json", "wp-json/wp/v2/posts?page=3"])
@pytest.mark.parametrize("folder", ["", "/blog"])
def test_any_address_of_a_site_leads_to_its_api(place: str, folder: str) -> None:
    with WordPressServer(make_posts(2), folder=folder) as server:
        assert ids(read(server.url + place)) == [1, 2]


@pytest.mark.parametrize("place", ["", "?p=7", "?rest_route=/", "?rest_route=/wp/v2/posts"])
def test_a_site_without_permalinks_is_read_through_its_query(place: str) -> None:
    with WordPressServer(make_posts(2), is_plain=True) as server:
        assert ids(read(server.url + place)) == [1, 2]


def test_a_link_in_the_page_serves_where_the_header_is_gone(site: WordPressServer) -> None:
    page = f"<html><head><link href='{site.root}' rel='https://api.w.org/' /></head></html>"
    site.front = Reply(200, page.encode(), content_type="text/html")
    assert len(ids(read(site.url))) == 5
    assert [request.path for request in site.requests] == ["/", "/wp-json/wp/v2/posts"]


@pytest.mark.parametrize(
    "front", [HTML, Reply(404, b"not found", content_type="text/plain"), Reply(403, b"")], ids=["page", "404", "403"]
)
@pytest.mark.parametrize("is_plain", [False, True])
def test_the_usual_places_are_tried_where_nothing_names_the_api(front: Reply, *, is_plain: bool) -> None:
    with WordPressServer(make_posts(2), front=front, is_plain=is_plain) as server:
        assert ids(read(server.url)) == [1, 2]


def test_an_index_under_another_name_is_taken_for_the_root(site: WordPressServer) -> None:
    site.front = Reply(200, json.dumps({"namespaces": ["wp/v2"]}).encode())
    with open_site(site.url + "api/", patience=quick()) as client:
        assert client.root == site.url + "api/"


def test_what_is_no_wordpress_is_said() -> None:
    nothing = Reply(200, b"hello", content_type="text/plain")
    with WordPressServer(front=nothing, is_plain=True) as server:
        server.faults = [nothing] * 9
        with pytest.raises(ServiceError, match="no WordPress REST API at"):
            read(server.url)


def test_an_api_on_another_host_is_not_asked(site: WordPressServer) -> None:
    with WordPressServer(make_posts(1)) as other:
        site.front = Reply(200, b"", {"Link": f'<{other.root}>; rel="https://api.w.org/"'}, "text/html")
        with pytest.raises(ServiceError, match="on another host") as caught:
            read(site.url, credentials=account())
        assert other.root in caught.value.message
        assert other.requests == []


# The lists


def test_a_list_is_read_page_by_page_the_oldest_change_first(site: WordPressServer) -> None:
    site.posts.reverse()
    pages = read(site.url, per_page=2)
    assert [(page.number, page.count, page.total) for page in pages] == [(1, 2, 5), (2, 2, 5), (3, 1, 5)]
    assert ids(pages) == [1, 2, 3, 4, 5]
    assert site.lists()[1] == {"context": "view", "per_page": "2", "page": "2", "orderby": "modified", "order": "asc"}


def test_the_bytes_are_those_of_the_site(site: WordPressServer) -> None:
    body = b'[ {"id":7,  "title":{"rendered":"\\u00e9\\/"}, "modified_gmt":null} ]'
    site.faults = [Reply(200, b"\xef\xbb\xbf" + body, {"X-WP-Total": "1", "X-WP-TotalPages": "1"})]
    (page,) = read(site.url)
    assert page.data == body
    assert page.address == f"{site.root}wp/v2/posts?context=view&per_page=100&page=1&orderby=modified&order=asc"


def test_pages_are_a_list_of_their_own(site: WordPressServer) -> None:
    site.posts.append(Post(50, "about", "<p>Who we are.</p>", kind="page"))
    assert ids(read(site.url, kind=PostType.PAGES)) == [50]


def test_an_empty_site_gives_one_empty_list(site: WordPressServer) -> None:
    site.posts.clear()
    assert ids(read(site.url)) == []


@pytest.mark.parametrize("limit", [1, 2, 5])
def test_a_site_that_hides_its_totals_is_read_to_the_end(site: WordPressServer, limit: int) -> None:
    site.says_totals, site.page_limit = False, limit
    assert ids(read(site.url)) == [1, 2, 3, 4, 5]


def test_a_site_that_gives_less_than_asked_is_read_to_the_end(site: WordPressServer) -> None:
    site.page_limit = 2
    assert ids(read(site.url)) == [1, 2, 3, 4, 5]


def test_a_list_that_is_always_the_same_ends(site: WordPressServer) -> None:
    site.faults = [Reply(200, b'[{"id": 1}]')] * 20
    assert ids(read(site.url)) == [1]


def test_posts_that_the_account_may_not_edit_leave_no_hole_in_the_reading(site: WordPressServer) -> None:
    for post in site.posts[:2]:
        post.can_edit = False
    pages = read(site.url, per_page=2, credentials=account())
    assert ids(pages) == [3, 4, 5]
    assert [page.count for page in pages] == [0, 2, 1]


@pytest.mark.parametrize(
    ("since", "found"),
    [
        ("2026-10-22T08:03:00", [1, 2, 3, 4, 5]),
        ("2026-10-22T10:03:00", [4, 5]),
        ("2026-10-22T08:03:00Z", [4, 5]),
        ("2026-10-22T08:03:00+00:00", [4, 5]),
        ("2026-10-22T03:03:59.5-05:00", [4, 5]),
        ("2026-10-22", [1, 2, 3, 4, 5]),
        ("2026-10-23", []),
    ],
)
def test_since_is_in_the_time_of_the_site_unless_it_names_a_zone(
    site: WordPressServer, since: str, found: list[int]
) -> None:
    site.zone = 2
    assert ids(read(site.url, since=parse_since(since))) == found


@pytest.mark.parametrize("text", ["yesterday", "", "2026-13-01", "22.11.2026", "2026-11-31", "0001-01-01T00:00+14:00"])
def test_what_is_no_date_is_said(text: str) -> None:
    with pytest.raises(InputError, match="not a date"):
        parse_since(text)


# A list that moves while it is read


def on_page(number: int, change: Callable[[WordPressServer], None], site: WordPressServer) -> None:
    """Do something to the site, once, before it gives this page."""
    state = {"is_done": False}

    def before(request: Request) -> None:
        if request.query.get("page") == str(number) and not state["is_done"]:
            state["is_done"] = True
            site.clock += timedelta(seconds=5)
            change(site)

    site.before = before


def _edit_first(site: WordPressServer) -> None:
    site.posts[0].modified = START + timedelta(seconds=1)


def _trash_first(site: WordPressServer) -> None:
    site.posts[0].status = "trash"


def _trash_first_and_publish_another(site: WordPressServer) -> None:
    _trash_first(site)
    site.posts.append(Post(99, "new", "<p>New.</p>", START + timedelta(seconds=1)))


def _trash_all_but_one(site: WordPressServer) -> None:
    for post in site.posts[1:]:
        post.status = "trash"


@pytest.mark.parametrize("number", [2, 3])
@pytest.mark.parametrize("change", [_edit_first, _trash_first, _trash_first_and_publish_another, _trash_all_but_one])
def test_no_post_slips_past_when_the_list_moves_between_pages(
    site: WordPressServer, number: int, change: Callable[[WordPressServer], None]
) -> None:
    on_page(number, change, site)
    found = ids(read(site.url, per_page=2))
    assert {post.id for post in site.posts if post.status == "publish"} <= set(found)
    assert len(site.lists()) <= 7


def test_a_list_that_stands_still_is_read_once(site: WordPressServer) -> None:
    read(site.url, per_page=2)
    assert len(site.lists()) == 3


def test_a_list_that_never_stands_still_is_given_up_and_said(site: WordPressServer) -> None:
    def before(request: Request) -> None:
        if "page" in request.query:
            site.clock += timedelta(seconds=5)
            site.posts[0].modified = site.clock
            site.posts.append(site.posts.pop(0))

    site.before = before
    with open_site(site.url, per_page=2, patience=quick()) as client:
        assert set(ids(list(client.read(PostType.POSTS)))) == {1, 2, 3, 4, 5}
        assert not client.is_settled
    assert len(site.lists()) == 9


# The password


def test_an_account_sees_the_block_markup_and_nobody_else_does(site: WordPressServer) -> None:
    (public,), (full,) = read(site.url), read(site.url, credentials=account())
    assert "raw" not in json.loads(public.data)[0]["content"]
    assert json.loads(full.data)[0]["content"]["raw"].startswith("<!-- wp:paragraph -->")


def test_the_front_page_is_not_told_the_password(site: WordPressServer) -> None:
    read(site.url, credentials=account())
    assert ["Authorization" in request.headers for request in site.requests] == [False, True]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_to_another_host_gets_neither_question_nor_password(site: WordPressServer, status: int) -> None:
    with WordPressServer(make_posts(1)) as other:
        site.faults = [redirect(f"{other.root}wp/v2/posts", status)]
        with pytest.raises(ServiceError, match="redirects to another site") as caught:
            read(site.url, credentials=account())
        assert other.requests == []
        assert other.host in caught.value.message


def test_a_front_page_on_another_host_is_named(site: WordPressServer) -> None:
    with WordPressServer(make_posts(1)) as other:
        site.front = redirect(other.url)
        with pytest.raises(ServiceError, match="redirects to another site"):
            read(site.url)
        assert other.requests == []


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("/wp-json/wp/v2/posts?again", "in a circle"),
        ("ftp://127.0.0.1/posts", "no web address"),
        ("file:///etc/passwd", "no web address"),
        ("http://[::1", "no web address"),
        ("http://user:secret@127.0.0.1/", "no web address"),
        ("//other.invalid/", "another site"),
        ("http://localhost/", "another site"),
    ],
)
def test_a_redirect_that_leads_nowhere_good_is_said(site: WordPressServer, target: str, said: str) -> None:
    site.faults = [redirect(target)] * 20
    with pytest.raises(ServiceError, match=said) as caught:
        read(site.url)
    assert "secret" not in caught.value.message


def test_redirects_that_lead_on_and_on_are_given_up(site: WordPressServer) -> None:
    site.faults = [redirect(f"/wp-json/{number}") for number in range(50)]
    with pytest.raises(ServiceError, match="in a circle or too often"):
        read(site.url)
    assert len(site.requests) < 10


def test_a_redirect_within_the_site_keeps_the_password(site: WordPressServer) -> None:
    site.faults = [redirect("/wp-json/wp/v2/posts/?context=edit&x=é y".encode().decode("latin-1"), 301)]
    assert len(ids(read(site.url, credentials=account()))) == 5


@pytest.mark.parametrize(
    ("credentials", "said", "hint"),
    [(account("wrong wrong"), "HTTP 401", "application password"), (None, "HTTP 401", "TMS_WORDPRESS_USER")],
    ids=["wrong", "none"],
)
def test_a_refusal_hints_at_the_account(
    site: WordPressServer, credentials: Credentials | None, said: str, hint: str
) -> None:
    if credentials is None:
        site.faults = [error(401, "rest_login_required", "Only members may read this.")]
    with pytest.raises(ServiceError, match=said) as caught:
        read(site.url, credentials=credentials)
    assert hint in caught.value.hint


def test_the_password_is_in_no_message_repr_or_log(site: WordPressServer, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    secret = account()
    coded = secret.header.removeprefix("Basic ")
    site.faults = [error(403, "nosy", f"You sent {coded} and {SECRET} and {SECRET.replace(' ', '')}")]
    with pytest.raises(ServiceError) as caught:
        read(site.url, credentials=secret)
    told = " ".join([caught.value.message, caught.value.hint, repr(secret), caplog.text, repr(caught.value.__cause__)])
    assert "You sent" in told
    for form in (coded, SECRET, SECRET.replace(" ", "")):
        assert form not in told


@pytest.mark.parametrize(
    ("address", "may"),
    [
        ("https://example.org/", True),
        ("http://example.org/", False),
        ("http://127.0.0.1:8080/", True),
        ("http://localhost/", True),
        ("http://[::1]:80/", True),
        ("http://localhost.example.org/", False),
        ("http://127.0.0.1.example.org/", False),
        ("http://0.0.0.0/", False),
        ("http://192.168.0.2/", False),
    ],
)
def test_a_password_travels_encrypted_or_within_this_machine(address: str, *, may: bool) -> None:
    assert is_private_way(address) is may


def test_over_plain_http_the_password_is_held_back_before_anything_is_asked() -> None:
    with pytest.raises(InputError, match="is not encrypted"), open_site("http://192.0.2.1/wp-json/", account()):
        pass


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://example.org/a", "https://EXAMPLE.org:443/b", True),
        ("http://example.org/", "https://example.org/", True),
        ("https://example.org/", "https://www.example.org/", False),
        ("https://example.org/", "https://example.org:8443/", False),
        ("https://example.org/", "https://example.org.evil.test/", False),
        ("https://example.org/", "https://example.org./", True),
        ("https://exämple.org/", "https://xn--exmple-cua.org/", True),
    ],
)
def test_a_site_is_one_host_and_port(one: str, other: str, *, same: bool) -> None:
    assert is_same_site(one, other) is same


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("example.org", "no web address"),
        ("", "no web address"),
        ("https://", "no web address"),
        ("https://exa mple.org/", "no web address"),
        ("https://example.org:port/", "no web address"),
        ("https://[::1/", "no web address"),
        ("ftp://example.org/", "no address of the web"),
        ("file://host/etc/passwd", "no address of the web"),
        ("https://me:secret@example.org/", "has no place in an address"),
        ("https://example.org\n/", "no web address"),
    ],
)
def test_what_cannot_be_asked_is_said_without_repeating_a_password(text: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        parse_address(text)
    assert "secret" not in caught.value.message + caught.value.hint


@pytest.mark.parametrize(
    ("environ", "said"),
    [
        ({"TMS_WORDPRESS_USER": "me"}, "TMS_WORDPRESS_PASSWORD is not set"),
        ({"TMS_WORDPRESS_PASSWORD": "secret"}, "TMS_WORDPRESS_USER is not set"),
        ({"TMS_WORDPRESS_USER": "m:e", "TMS_WORDPRESS_PASSWORD": "secret"}, "cannot be sent"),
        ({"TMS_WORDPRESS_USER": "me", "TMS_WORDPRESS_PASSWORD": "se\ncret"}, "cannot be sent"),
    ],
)
def test_half_an_account_is_said(environ: dict[str, str], said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        read_credentials(environ)
    assert "secret" not in caught.value.message


def test_an_account_is_read_from_the_environment() -> None:
    assert read_credentials({}) is None
    found = read_credentials({"TMS_WORDPRESS_USER": "Zoé", "TMS_WORDPRESS_PASSWORD": " a b "})
    assert found == Credentials("Zoé", "a b")
    assert found.header == "Basic Wm/DqTphIGI="


def test_a_netrc_file_is_not_read(site: WordPressServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password other\n", encoding="utf-8")
    monkeypatch.setenv("NETRC", str(netrc))
    read(site.url)
    assert all("Authorization" not in request.headers for request in site.requests)


def test_a_proxy_hears_nothing_of_what_is_said_to_this_machine(
    site: WordPressServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with WordPressServer() as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        monkeypatch.setenv("http_proxy", proxy.url)
        assert len(ids(read(site.url, credentials=account()))) == 5
        assert proxy.requests == []


# Faults


def _date_in(seconds: float) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


@pytest.mark.parametrize(
    ("headers", "pause"),
    [
        ({"Retry-After": "7"}, 7),
        ({"Retry-After": " 0 "}, 0),
        ({"Retry-After": _date_in(-60)}, 0),
        ({"Retry-After": "soon"}, 1),
        ({"Retry-After": "-5"}, 1),
        ({}, 1),
    ],
    ids=["seconds", "zero", "past date", "words", "negative", "none"],
)
@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_site_is_asked_again_when_it_says(
    site: WordPressServer, status: int, headers: dict[str, str], pause: float
) -> None:
    sleeper = Sleeper()
    site.faults = [Reply(status, b"", headers)]
    assert len(ids(read(site.url, patience=Patience((1, 3, 9), sleep=sleeper)))) == 5
    assert sleeper.pauses == [pause]


def test_a_retry_after_date_is_kept_to(site: WordPressServer) -> None:
    sleeper = Sleeper()
    site.faults = [Reply(429, b"", {"Retry-After": _date_in(30)})]
    read(site.url, patience=Patience(sleep=sleeper))
    assert 25 < sleeper.pauses[0] <= 30


@pytest.mark.parametrize("value", ["3600", "9" * 50, "Fri, 31 Dec 2100 23:59:59 GMT"])
def test_a_site_that_wants_too_long_a_pause_is_left_alone(site: WordPressServer, value: str) -> None:
    sleeper = Sleeper()
    site.faults = [Reply(429, b"", {"Retry-After": value})] * 9
    with pytest.raises(ServiceError, match="asks to be left alone for"):
        read(site.url, patience=Patience(sleep=sleeper))
    assert sleeper.pauses == []


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (Reply(429, b""), "too many requests"),
        *((Reply(status, b"<h1>Oh no</h1>", content_type="text/html"), f"HTTP {status}") for status in (500, 502, 504)),
        (Reply(hangs_up=True), "cannot be reached"),
        (Reply(200, b"[" * 10, promised=1000), "breaks off in the middle"),
        (Reply(200, b"[" * 10, is_chunked=True), "breaks off in the middle"),
        (Reply(200, b"no gzip", {"Content-Encoding": "gzip"}), "cannot be unpacked"),
    ],
    ids=lambda value: "" if isinstance(value, Reply) else value,
)
def test_what_stays_broken_is_given_up_after_growing_pauses(site: WordPressServer, fault: Reply, said: str) -> None:
    sleeper = Sleeper()
    site.faults = [fault] * 10
    with pytest.raises(ServiceError, match=said) as caught:
        read(site.url, patience=Patience(sleep=sleeper))
    assert sleeper.pauses == [1, 3, 9]
    assert f"'{site.root}wp/v2/posts?page=1'" in caught.value.message
    assert caught.value.exit_code == 3


@pytest.mark.parametrize(
    "fault",
    [Reply(500, b""), Reply(hangs_up=True), Reply(200, b"[{", promised=99), Reply(200, b"[{", is_chunked=True)],
    ids=["500", "drop", "cut", "chunk"],
)
def test_what_breaks_once_goes_well_the_next_time(site: WordPressServer, fault: Reply) -> None:
    site.faults = [fault]
    assert ids(read(site.url)) == [1, 2, 3, 4, 5]


def test_a_site_that_is_not_there_is_said() -> None:
    with WordPressServer() as server:
        url = server.url
    with pytest.raises(ServiceError, match="cannot be reached"):
        read(url)


def test_a_silent_site_is_not_waited_for(site: WordPressServer) -> None:
    site.faults = [Reply(200, b"[", promised=99)]
    site.before = lambda _: time.sleep(0.4)
    with pytest.raises(ServiceError, match="does not answer in time"):
        read(site.url, patience=quick(pauses=(), silence=0.1))  # type: ignore[arg-type]  # no pauses at all


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (HTML, "a web page instead of posts"),
        (Reply(200, b"<br /><b>Warning</b>: something in x.php\n[]"), "a web page instead of posts"),
        (Reply(200, b'[{"id": 1}, {"id"'), "broken or no JSON"),
        (Reply(200, b""), "broken or no JSON"),
        (Reply(200, b"[" * 100_000), "broken or no JSON"),
        (Reply(200, b'[{"id": ' + b"9" * 5000 + b"}]"), "broken or no JSON"),
        (Reply(200, '[{"id": 1, "slug": "été"}]'.encode("latin-1")), "not UTF-8"),
        (Reply(200, '[{"id": 1}]'.encode("utf-16")), "not UTF-8"),
        (Reply(200, b'{"posts": []}'), "no list of posts"),
        (Reply(200, b"null"), "no list of posts"),
        (Reply(200, b"[1, 2]"), "no post"),
        (Reply(200, b'[{"slug": "no-number"}]'), "no post"),
        (error(200, "odd", "An error that calls itself fine."), "odd: An error that calls itself fine"),
        (error(400, "rest_invalid_param", "Invalid parameter(s): <b>orderby</b>"), r"Invalid parameter\(s\): orderby"),
        (error(404, "rest_no_route", "No route."), "HTTP 404"),
        (error(400, "x", "y" * 100_000), "y" * 100),
        (Reply(403, b"<html>firewall</html>", content_type="text/html"), "HTTP 403"),
        (Reply(304, b""), "HTTP 304"),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_an_answer_that_is_no_list_of_posts_is_said(site: WordPressServer, fault: Reply, said: str) -> None:
    site.faults = [fault] * 9
    with pytest.raises(ServiceError, match=said) as caught:
        read(site.url)
    assert site.root in caught.value.message
    assert caught.value.hint
    assert len(caught.value.message) < 500
    assert "\n" not in caught.value.message


def test_json_that_calls_itself_something_else_is_taken(site: WordPressServer) -> None:
    site.faults = [Reply(200, '[{"id": 1, "slug": "été"}]'.encode(), content_type="text/html; charset=iso-8859-1")]
    assert ids(read(site.url)) == [1]


@pytest.mark.parametrize(
    "fault",
    [
        Reply(200, b" " * 65_536, is_endless=True),
        Reply(302, b" " * 65_536, {"Location": "/"}, is_endless=True),
        Reply(500, b" " * 65_536, is_endless=True),
        Reply(200, b" " * 2_000_000),
        Reply(200, gzip.compress(b" " * 50_000_000), {"Content-Encoding": "gzip"}),
    ],
    ids=["endless", "endless redirect", "endless fault", "large", "bomb"],
)
def test_no_answer_is_taken_beyond_its_bound(site: WordPressServer, fault: Reply) -> None:
    site.faults = [fault]
    with pytest.raises(ServiceError, match="sends more than 1 MB at once") as caught:
        read(site.url, patience=quick(largest_answer=1_000_000))
    assert "--per-page" in caught.value.hint


def test_a_site_that_drips_is_left_in_the_end(site: WordPressServer) -> None:
    site.faults = [Reply(200, b" ", is_endless=True)]
    with pytest.raises(ServiceError, match="too slowly"):
        read(site.url, patience=quick(answer=0.2))


def test_a_packed_answer_is_unpacked(site: WordPressServer) -> None:
    body = b'[{"id": 1, "content": "' + b"x" * 300_000 + b'"}]'
    site.faults = [Reply(200, gzip.compress(body), {"Content-Encoding": "gzip", "X-WP-TotalPages": "1"})]
    (page,) = read(site.url)
    assert page.data == body


def test_a_list_without_end_is_said(site: WordPressServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tms.publish.wordpress_client._MOST_PAGES", 3)
    with pytest.raises(ServiceError, match="list without end"):
        read(site.url, per_page=1)


@pytest.mark.parametrize("per_page", [0, 101, -1])
def test_only_what_wordpress_gives_can_be_asked_for(site: WordPressServer, per_page: int) -> None:
    with pytest.raises(InputError, match="at once"):
        read(site.url, per_page=per_page)


# Addresses


@pytest.mark.parametrize(
    ("root", "address"),
    [
        ("https://a.org/wp-json/", "https://a.org/wp-json/wp/v2/posts?page=2&after=2026-01-01T00:00:00%2B01:00"),
        (
            "https://a.org/?rest_route=/",
            "https://a.org/?rest_route=/wp/v2/posts&page=2&after=2026-01-01T00:00:00%2B01:00",
        ),
        (
            "https://a.org/index.php?lang=en&rest_route=/",
            "https://a.org/index.php?lang=en&rest_route=/wp/v2/posts&page=2&after=2026-01-01T00:00:00%2B01:00",
        ),
    ],
)
def test_a_route_is_added_to_either_kind_of_root(root: str, address: str) -> None:
    assert make_route(root, "wp/v2/posts", {"page": "2", "after": "2026-01-01T00:00:00+01:00"}) == address


@pytest.mark.parametrize(
    ("address", "root"),
    [
        ("https://a.org/", None),
        ("https://a.org/wp-json-notes/", None),
        ("https://a.org/b/wp-json/wp/v2/posts/7?x=1", "https://a.org/b/wp-json/"),
        ("https://a.org/?rest_route=/wp/v2/posts&lang=en", "https://a.org/?rest_route=/&lang=en"),
    ],
)
def test_an_address_inside_the_api_names_its_root(address: str, root: str | None) -> None:
    assert find_root(address) == root


def test_an_address_is_shown_without_what_may_be_secret() -> None:
    shown = show_address("https://me:pw@a.org/wp-json/wp/v2/posts?token=abc&page=2&rest_route=/x#top")
    assert shown == "https://a.org/wp-json/wp/v2/posts?page=2&rest_route=/x"


@pytest.mark.parametrize("address", ["https://exämple.org/Straße?q=é", "https://xn--exmple-cua.org/a%20b"])
def test_addresses_of_any_script_can_be_asked(address: str) -> None:
    assert parse_address(address).startswith("https://")
    assert not is_loopback(address)
    assert issubclass(InputError, TmsError)
