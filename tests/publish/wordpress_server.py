"""A WordPress of our own on loopback: real HTTP, its lists, its errors, a log of requests and a queue of faults."""

import base64
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from math import ceil
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tests.serving import Serving

START = datetime(2026, 11, 1, 8, 0, tzinfo=timezone.utc)  # noqa: UP017  # beside other zones this reads better
ROUTES = ("wp/v2/posts", "wp/v2/pages")


@dataclass
class Post:
    """A post as WordPress holds it; `modified` is in UTC."""

    id: int
    slug: str
    markup: str
    modified: datetime = START
    title: str = ""
    lang: str = ""
    translations: dict[str, int] = field(default_factory=dict)
    status: str = "publish"
    kind: str = "post"
    is_protected: bool = False
    can_edit: bool = True


@dataclass(frozen=True)
class Request:
    """What the client sent."""

    path: str
    query: dict[str, str]
    headers: dict[str, str]


@dataclass(frozen=True)
class Reply:
    """An answer; `promised` is a Content-Length that the body does not keep, `is_endless` repeats it for ever."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    content_type: str = "application/json; charset=UTF-8"
    promised: int | None = None
    is_chunked: bool = False
    is_endless: bool = False
    hangs_up: bool = False


def error(status: int, code: str, message: str) -> Reply:
    """An error in the form of the REST API."""
    document = {"code": code, "message": message, "data": {"status": status}}
    return Reply(status, json.dumps(document).encode())


def redirect(address: str, status: int = 302) -> Reply:
    """The way to somewhere else."""
    return Reply(status, b"", {"Location": address}, "text/html")


@dataclass
class WordPressServer(Serving):
    """Listens on 127.0.0.1 from `with` to its end; `faults` are given out first, one for each list that is asked for.

    `before` is called with each request and may change the posts. `is_plain` has no pretty permalinks, `folder` is
    where the site lives, `zone` its hours from UTC, `page_limit` the most posts at once.
    """

    posts: list[Post] = field(default_factory=list)
    user: str = "editor"
    password: str = "abcd EFGH 1234 ijkl MNOP 5678"  # noqa: S105  # of this server only
    faults: list[Reply] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    before: Callable[[Request], None] | None = None
    front: Reply | None = None
    is_plain: bool = False
    folder: str = ""
    zone: float = 0
    page_limit: int = 100
    says_totals: bool = True
    clock: datetime = START

    def make_handler(self) -> type[BaseHTTPRequestHandler]:
        return _make_handler(self)

    @property
    def url(self) -> str:
        """The address of the site."""
        return f"http://{self.host}{self.folder}/"

    @property
    def root(self) -> str:
        """The root of its API."""
        return f"{self.url}?rest_route=/" if self.is_plain else f"{self.url}wp-json/"

    def lists(self) -> list[dict[str, str]]:
        """The questions for lists, in order."""
        return [request.query for request in self.requests if self._route(request) in ROUTES]

    def answer(self, request: Request) -> Reply:
        self.requests.append(request)
        route = self._route(request)
        if route is None:
            return self._answer_front(request)
        if route == "":
            return Reply(200, json.dumps({"name": "A site", "namespaces": ["oembed/1.0", "wp/v2"]}).encode())
        if self.before is not None:
            self.before(request)
        if self.faults:
            return self.faults.pop(0)
        if route not in ROUTES:
            return error(404, "rest_no_route", "No route was found matching the URL and request method.")
        return self._answer_list(request, route)

    def _route(self, request: Request) -> str | None:
        if "rest_route" in request.query:
            return request.query["rest_route"].strip("/")
        start = f"{self.folder}/wp-json"
        if self.is_plain or not request.path.startswith(start):
            return None
        return request.path.removeprefix(start).strip("/")

    def _answer_front(self, request: Request) -> Reply:
        if self.front is not None:
            return self.front
        if not request.path.startswith(f"{self.folder}/"):
            return Reply(404, b"<html>nothing here</html>", content_type="text/html")
        link = f'<{self.root}>; rel="https://api.w.org/", <{self.url}?p=1>; rel=shortlink'
        return Reply(200, b"<!doctype html><html><p>Welcome</p></html>", {"Link": link}, "text/html; charset=UTF-8")

    def _answer_list(self, request: Request, route: str) -> Reply:
        query, given = request.query, request.headers.get("Authorization")
        expected = "Basic " + base64.b64encode(f"{self.user}:{self.password}".encode()).decode()
        if given is not None and given != expected:
            return error(401, "incorrect_password", "The provided password is an invalid application password.")
        is_edit = query.get("context") == "edit"
        if is_edit and given is None:
            return error(401, "rest_forbidden_context", "Sorry, you are not allowed to edit posts in this post type.")
        kind = "page" if route.endswith("pages") else "post"
        found = [post for post in self.posts if post.kind == kind and post.status == "publish"]
        if "modified_after" in query:
            after = datetime.fromisoformat(query["modified_after"])
            after = after if after.tzinfo else after.replace(tzinfo=timezone(timedelta(hours=self.zone)))
            found = [post for post in found if post.modified > after]
        if query.get("orderby") == "modified":
            found.sort(key=lambda post: post.modified, reverse=query.get("order") != "asc")
        return self._cut_page(found, query, is_edit=is_edit)

    def _cut_page(self, found: list[Post], query: dict[str, str], *, is_edit: bool) -> Reply:
        size, page = min(int(query.get("per_page", "10")), self.page_limit), int(query.get("page", "1"))
        last = ceil(len(found) / size)
        if page > last and found:
            return error(
                400, "rest_post_invalid_page_number", "The page number requested is larger than the number of pages."
            )
        shown = [post for post in found[size * (page - 1) : size * page] if post.can_edit or not is_edit]
        body = json.dumps([self.describe(post, is_edit=is_edit) for post in shown]).encode()
        totals = {"X-WP-Total": str(len(found)), "X-WP-TotalPages": str(last)} if self.says_totals else {}
        return Reply(200, body, totals)

    def describe(self, post: Post, *, is_edit: bool) -> dict[str, Any]:
        """The post object of the API."""
        local = post.modified.astimezone(timezone(timedelta(hours=self.zone)))
        rendered = "" if post.is_protected and not is_edit else _render(post.markup)
        document: dict[str, Any] = {
            "id": post.id,
            "date": local.strftime("%Y-%m-%dT%H:%M:%S"),
            "modified": local.strftime("%Y-%m-%dT%H:%M:%S"),
            "modified_gmt": post.modified.strftime("%Y-%m-%dT%H:%M:%S"),
            "slug": post.slug,
            "status": post.status,
            "type": post.kind,
            "link": f"{self.url}{post.slug}/",
            "title": {**_raw(post.title, is_edit=is_edit), "rendered": post.title},
            "content": {**_raw(post.markup, is_edit=is_edit), "rendered": rendered, "protected": post.is_protected},
            "excerpt": {**_raw("", is_edit=is_edit), "rendered": "", "protected": post.is_protected},
        }
        if post.lang:
            document |= {"lang": post.lang, "translations": post.translations}
        return document


def _raw(text: str, *, is_edit: bool) -> dict[str, str]:
    return {"raw": text} if is_edit else {}


def _render(markup: str) -> str:
    return "\n".join(line for line in markup.split("\n") if not line.startswith("<!--"))


class _Handler(BaseHTTPRequestHandler):
    """Speaks HTTP for the site that its subclass names."""

    site: WordPressServer
    protocol_version = "HTTP/1.1"
    # Head and body in one packet: otherwise each answer waits for an acknowledgement.
    wbufsize = -1

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        query = dict(parse_qsl(parts.query, keep_blank_values=True))
        reply = self.site.answer(Request(parts.path, query, dict(self.headers)))
        if reply.hangs_up:
            self.close_connection = True
            return
        self._send_head(reply)
        self._send_body(reply)

    def _send_head(self, reply: Reply) -> None:
        self.send_response_only(reply.status)
        self.send_header("Date", format_datetime(self.site.clock, usegmt=True))
        self.send_header("Content-Type", reply.content_type)
        if reply.is_chunked:
            self.send_header("Transfer-Encoding", "chunked")
        elif not reply.is_endless:
            self.send_header("Content-Length", str(reply.promised or len(reply.body)))
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.end_headers()

    def _send_body(self, reply: Reply) -> None:
        self.close_connection = reply.promised is not None or reply.is_endless or reply.is_chunked
        try:
            # The last chunk never comes.
            self.wfile.write(b"%x\r\n%s\r\n" % (len(reply.body), reply.body) if reply.is_chunked else reply.body)
            while reply.is_endless:
                self.wfile.write(reply.body)
                self.wfile.flush()
            self.wfile.flush()
        except OSError:
            # The client has had enough.
            return

    def log_message(self, *args: object) -> None:
        """Nothing on standard error."""


def _make_handler(server: WordPressServer) -> type[BaseHTTPRequestHandler]:
    return type("Handler", (_Handler,), {"site": server})


def make_posts(count: int, first: int = 1) -> list[Post]:
    """Posts with one paragraph each, changed minute by minute before the server's clock."""
    return [
        Post(
            number,
            f"post-{number}",
            f"<!-- wp:paragraph -->\n<p>The letter number {number} came late.</p>\n<!-- /wp:paragraph -->",
            START - timedelta(days=10) + timedelta(minutes=number),
            f"Letter {number}",
        )
        for number in range(first, first + count)
    ]
