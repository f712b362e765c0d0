"""Find the REST API of a WordPress site from any of its addresses."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urljoin

from tms.errors import ServiceError
from tms.publish.wordpress_address import find_root, is_same_site, is_web_address, list_usual_roots, make_route
from tms.publish.wordpress_address import show_address as show
from tms.publish.wordpress_http import Answer, Connection

_REL = "https://api.w.org/"
_LINK_HEADER = re.compile(r"<([^<>]{1,2000})>([^<]{0,2000})")
# A tag of that length is none of WordPress; the limit keeps the search linear on any page.
_LINK_TAG = re.compile(rb"<link\b[^<>]{0,2000}>", re.IGNORECASE)
_NAMESPACE = "wp/v2"


def find_api(connection: Connection, route: str, options: dict[str, str]) -> str:
    """The root of the site's API.

    The address may be that of the site, of a page in it, or of the API (https://developer.wordpress.org/rest-api/discovery/).
    Where nothing names it, the usual places are tried with the question `route` and its `options`.
    Raises ServiceError where there is none, or where it is on another host.
    """
    named = find_root(connection.site)
    if named is not None:
        return named
    front = connection.get(connection.site)
    if _is_index(front):
        return front.address
    for found in _list_links(front):
        return _require_own(connection, front.address, urljoin(front.address, found))
    refused: Answer | None = None
    for root in list_usual_roots(front.address):
        answer = connection.get(make_route(root, route, options), with_password=True)
        if _is_api(answer):
            return root
        refused = answer if answer.status in (401, 403) else refused
    if refused is not None:
        raise ServiceError(
            f"'{show(refused.address)}' lets nobody in (HTTP {refused.status})",
            "set TMS_WORDPRESS_USER and TMS_WORDPRESS_PASSWORD, or ask the site's administrator to open the REST API",
        )
    raise ServiceError(
        f"no WordPress REST API at '{show(connection.site)}' (HTTP {front.status})",
        "check the address; the site's administrator may have switched the REST API off",
    )


def _require_own(connection: Connection, front: str, root: str) -> str:
    if not is_web_address(root):
        raise ServiceError(f"'{show(connection.site)}' names an API that has no address", "name the API's own address")
    if not is_same_site(connection.site, root):
        raise ServiceError(
            f"'{show(connection.site)}' has its API on another host, '{show(root)}'",
            "if you trust it, name that address",
        )
    # An encrypted page that names its API by http (a setting nobody mended) has it on https as well.
    return root.replace("http://", "https://", 1) if front.startswith("https://") else root


def _list_links(front: Answer) -> Iterator[str]:
    for address, parameters in _LINK_HEADER.findall(front.headers.get("Link", "")):
        if _REL in parameters:
            yield address
    for tag in _LINK_TAG.findall(front.data):
        reader = _LinkReader()
        reader.feed(tag.decode("utf-8", "replace"))
        if reader.href:
            yield reader.href


class _LinkReader(HTMLParser):
    """Reads one `<link>`; `href` stays empty where it leads to no API."""

    href = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "link" and _REL in (values.get("rel") or "").split():
            self.href = values.get("href") or ""


def _is_index(answer: Answer) -> bool:
    found = _parse(answer)
    names = found.get("namespaces") if isinstance(found, dict) else None
    return isinstance(names, list) and _NAMESPACE in names


def _is_api(answer: Answer) -> bool:
    """Whether this answer to a list of posts came from WordPress: the list, or an error in its form."""
    found = _parse(answer)
    return isinstance(found, list) or (isinstance(found, dict) and {"code", "message"} <= found.keys())


def _parse(answer: Answer) -> object:
    try:
        return json.loads(answer.data.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError):
        return None
