"""Read the posts and pages of a WordPress site, one bounded answer at a time."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import StrEnum
from typing import Any

from tms.errors import InputError, ServiceError
from tms.publish.wordpress_address import is_private_way, make_route, parse_address, show_address
from tms.publish.wordpress_credentials import Credentials
from tms.publish.wordpress_discovery import find_api
from tms.publish.wordpress_http import Answer, Connection, Patience

# As many as WordPress gives at once.
MOST_PER_PAGE = 100
_MOST_PAGES = 10_000
# A list that changes under our hands is read so often at most.
_MOST_PASSES = 3
_BEYOND_THE_LAST = "rest_post_invalid_page_number"
_BOM = b"\xef\xbb\xbf"
_LONGEST_MESSAGE = 200


class PostType(StrEnum):
    """What can be read, by its name in the API."""

    POSTS = "posts"
    PAGES = "pages"

    @property
    def route(self) -> str:
        """Its place below the root of the API."""
        return f"wp/v2/{self}"


@dataclass(frozen=True, slots=True)
class PostPage:
    """One answer: a JSON list of `count` posts, as the site sent it; `total` is what the whole list should hold."""

    address: str
    data: bytes = field(repr=False)
    number: int
    count: int
    total: int | None


@dataclass(frozen=True, slots=True)
class _Post:
    """What the client itself looks at in a post."""

    id: int
    modified: str
    changed_at: datetime | None


@dataclass(slots=True)
class _Pass:
    """One reading of a list, and whether the list moved under it.

    The list is ordered by the time of change, so a place can only fall back when a post that was read already leaves
    it: by being changed (it is at the end then, changed after the start) or by going away (the total falls, unless
    another one is new, at the end as well). Then a post may have slipped past between two pages.
    """

    start: datetime | None = None
    largest_total: int = 0
    ids: set[int] = field(default_factory=set)
    versions: set[tuple[int, str]] = field(default_factory=set)
    has_moved: bool = False

    def note(self, answer: Answer, posts: list[_Post], total: int | None, number: int) -> None:
        if number == 1:
            self.start = _read_clock(answer.headers)
        else:
            self.has_moved |= any(
                post.id in self.ids
                or (post.changed_at is not None and self.start is not None and post.changed_at >= self.start)
                for post in posts
            )
        self.has_moved |= total is not None and total < self.largest_total
        self.largest_total = max(self.largest_total, total or 0)
        self.ids |= {post.id for post in posts}
        self.versions |= {(post.id, post.modified) for post in posts}


class WordPressClient:
    """A site whose API was found.

    `is_settled` is false after a list that went on changing however often it was read.
    """

    def __init__(self, connection: Connection, root: str, *, per_page: int = MOST_PER_PAGE) -> None:
        self._connection = connection
        self._per_page = per_page
        self.root = root
        self.is_settled = True

    @property
    def has_markup(self) -> bool:
        """Whether an account is there: without one only the finished HTML is given (`context=view`)."""
        return self._connection.credentials is not None

    def read(self, kind: PostType, since: str | None = None) -> Iterator[PostPage]:
        """The answers of a whole list, the post that was changed longest ago first.

        A list that changes meanwhile is read again, so that no post slips past: the same post may come more than
        once. `since` is a time as `parse_since` gives it.
        """
        known: set[tuple[int, str]] = set()
        for _ in range(_MOST_PASSES):
            reading = _Pass()
            yield from self._read_once(kind, since, reading)
            if not reading.has_moved or reading.versions <= known:
                return
            known |= reading.versions
        self.is_settled = False

    def _read_once(self, kind: PostType, since: str | None, reading: _Pass) -> Iterator[PostPage]:
        for number in range(1, _MOST_PAGES + 1):
            answer = self._ask(kind, number, since)
            if number > 1 and answer.status == 400 and _find_code(answer) == _BEYOND_THE_LAST:
                # Without its numbers, this is how a list ends; with them, it has shrunk.
                reading.has_moved |= reading.largest_total > 0
                return
            data = _require_list(answer, self._connection.credentials)
            posts = _require_posts(answer, data)
            total, last = (_read_number(answer.headers, name) for name in ("X-WP-Total", "X-WP-TotalPages"))
            if last is None and {post.id for post in posts} <= reading.ids:
                return
            reading.note(answer, posts, total, number)
            yield PostPage(answer.address, data, number, len(posts), total)
            if last is not None and number >= last:
                return
        raise ServiceError(f"'{show_address(self.root)}' has a list without end", "ask for fewer with --since")

    def _ask(self, kind: PostType, number: int, since: str | None) -> Answer:
        options = list_options(self._per_page, number, is_edit=self.has_markup)
        if since is not None:
            options["modified_after"] = since
        return self._connection.get(make_route(self.root, kind.route, options), with_password=True)


def list_options(per_page: int, number: int, *, is_edit: bool) -> dict[str, str]:
    """The question for one page of a list, the post that was changed longest ago first."""
    return {
        "context": "edit" if is_edit else "view",
        "per_page": str(per_page),
        "page": str(number),
        "orderby": "modified",
        "order": "asc",
    }


@contextmanager
def open_site(
    address: str,
    credentials: Credentials | None = None,
    *,
    per_page: int = MOST_PER_PAGE,
    patience: Patience | None = None,
) -> Iterator[WordPressClient]:
    """A client for the site at `address`: its front page, a page in it, or the root of its API.

    Raises InputError for an address that cannot be used, or over which no password may travel; ServiceError where
    no API is found.
    """
    if not 1 <= per_page <= MOST_PER_PAGE:
        raise InputError(f"{per_page} posts at once are not possible", f"WordPress gives 1 to {MOST_PER_PAGE}")
    connection = Connection(parse_address(address), credentials, patience)
    try:
        root = find_api(connection, PostType.POSTS.route, list_options(1, 1, is_edit=credentials is not None))
        if credentials is not None and not is_private_way(root):
            raise InputError(
                f"'{show_address(root)}' is not encrypted: the password stays here",
                "name the address with https://, or unset TMS_WORDPRESS_USER and TMS_WORDPRESS_PASSWORD",
            )
        yield WordPressClient(connection, root, per_page=per_page)
    finally:
        connection.close()


def parse_since(text: str) -> str:
    """A day or a time as the API takes it; what names no zone is in that of the site.

    Raises InputError for anything else.
    """
    text = text.strip()
    try:
        moment = datetime.fromisoformat(text).replace(microsecond=0)
        if moment.utcoffset() is not None:
            return moment.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"
    except (ValueError, OverflowError):
        raise InputError(f"'{text}' is not a date", "write it as 2026-11-22 or 2026-11-22T18:00:00+01:00") from None
    return moment.isoformat()


def _require_list(answer: Answer, credentials: Credentials | None) -> bytes:
    """The body, if the answer is a list of posts; else an error that says what the site says."""
    shown = show_address(answer.address)
    code = _find_code(answer)
    said = _find_message(answer, credentials)
    if answer.status in (401, 403):
        raise ServiceError(f"'{shown}' refuses (HTTP {answer.status}){said}", _hint_account(credentials))
    if answer.status == 404:
        raise ServiceError(f"'{shown}' is not there (HTTP 404){said}", "check the address; is it a WordPress site?")
    if answer.status != 200 or code is not None:
        raise ServiceError(f"'{shown}' refuses the question (HTTP {answer.status}){said}", "check address and --since")
    return answer.data.removeprefix(_BOM)


def _hint_account(credentials: Credentials | None) -> str:
    if credentials is None:
        return "set TMS_WORDPRESS_USER and TMS_WORDPRESS_PASSWORD (an application password)"
    return (
        "check TMS_WORDPRESS_USER and TMS_WORDPRESS_PASSWORD: an application password of an account that may edit"
        " posts; some servers do not pass the Authorization header on"
    )


def _require_posts(answer: Answer, data: bytes) -> list[_Post]:
    shown = show_address(answer.address)
    try:
        found = json.loads(data.decode("utf-8"))
    except UnicodeDecodeError:
        raise ServiceError(f"'{shown}' gives an answer that is not UTF-8", "the site has to be mended first") from None
    except (ValueError, RecursionError):
        is_html = re.match(rb"\s*<", data) is not None
        raise ServiceError(
            f"'{shown}' gives {'a web page' if is_html else 'an answer that is broken or no JSON'} instead of posts",
            "open it in a browser: a login page, a firewall or a warning of PHP may stand there",
        ) from None
    if not isinstance(found, list):
        raise ServiceError(f"'{shown}' gives no list of posts", "check the address")
    return [_require_post(shown, post) for post in found]


def _require_post(shown: str, post: Any) -> _Post:
    number = post.get("id") if isinstance(post, dict) else None
    if not isinstance(number, int):
        raise ServiceError(f"'{shown}' gives something that is no post", "check the address")
    modified = str(post.get("modified_gmt") or post.get("modified") or "")
    return _Post(number, modified, _parse_moment(post.get("modified_gmt")))


def _parse_moment(value: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(value).replace(tzinfo=UTC)
    except (TypeError, ValueError):
        return None


def _read_clock(headers: Mapping[str, str]) -> datetime | None:
    """The server's own time: ours may be another."""
    try:
        moment = parsedate_to_datetime(headers.get("Date", ""))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _read_number(headers: Mapping[str, str], name: str) -> int | None:
    value = headers.get(name, "").strip()
    return int(value) if re.fullmatch(r"[0-9]{1,9}", value) else None


def _find_error(answer: Answer) -> dict[str, Any]:
    # A list of posts is no error, and too large to be read twice.
    if answer.data[:200].lstrip(_BOM + b" \t\r\n")[:1] != b"{":
        return {}
    try:
        found = json.loads(answer.data.removeprefix(_BOM))
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _find_code(answer: Answer) -> str | None:
    code = _find_error(answer).get("code")
    return str(code) if code else None


def _find_message(answer: Answer, credentials: Credentials | None) -> str:
    """What WordPress says of its error, in one line and without the password."""
    error = _find_error(answer)
    said = re.sub(r"<[^<>]*>", "", str(error.get("message", "")))
    line = " ".join(f"{error.get('code', '')}: {said}".split()).strip(": ")
    line = credentials.redact(line) if credentials else line
    return f": {line[:_LONGEST_MESSAGE]}" if line else ""
