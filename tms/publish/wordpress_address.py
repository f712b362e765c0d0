"""Addresses of a WordPress site: what may be asked, what may carry a password, and how they are shown."""

import ipaddress
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urlsplit, urlunsplit

from tms.errors import InputError

_PORTS = {"http": 80, "https": 443}
_ROUTE = "rest_route"
_API_FOLDER = "wp-json"
# What of a query may stand in a message: anything else may be a token.
_SHOWN = (_ROUTE, "page")
_EXAMPLE = "it looks like 'https://example.org'"


def parse_address(text: str) -> str:
    """The address of a site as a person gives it, without its fragment.

    Raises InputError for what is no web address, and for one with a password in it (which is not repeated).
    """
    text = text.strip()
    parts = _split(text)
    if parts is None or not parts.hostname:
        raise InputError("this is no web address", _EXAMPLE)
    if "@" in parts.netloc:
        raise InputError(
            "a user name or password has no place in an address",
            "put them into TMS_WORDPRESS_USER and TMS_WORDPRESS_PASSWORD",
        )
    if parts.scheme not in _PORTS:
        raise InputError(f"'{show_address(text)}' is no address of the web", f"{_EXAMPLE}, with http or https")
    return urlunsplit(parts._replace(path=quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._"), fragment=""))


def _split(text: str) -> SplitResult | None:
    try:
        parts = urlsplit(text)
        # The port is only looked at, and refused, when it is asked for.
        _ = parts.port
    except ValueError:
        return None
    return parts if parts.netloc and text.isprintable() and " " not in text else None


def is_web_address(address: str) -> bool:
    """Whether an address from outside can be asked at all."""
    parts = _split(address)
    return parts is not None and parts.scheme in _PORTS and bool(parts.hostname) and "@" not in parts.netloc


def is_same_site(address: str, other: str) -> bool:
    """Whether both have the very same host and port; http and https on their own ports are one."""
    return _place(address) == _place(other)


def _place(address: str) -> tuple[str, int]:
    parts = urlsplit(address)
    port = parts.port or _PORTS.get(parts.scheme, 0)
    return _fold_host(parts.hostname or ""), 443 if (parts.scheme, port) == ("http", 80) else port


def _fold_host(host: str) -> str:
    """A name in letters of its own script and the same one in ASCII are one host."""
    host = host.rstrip(".")
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def is_downgrade(address: str, following: str) -> bool:
    """Whether going on would leave the encrypted web."""
    return urlsplit(address).scheme == "https" and urlsplit(following).scheme != "https"


def is_private_way(address: str) -> bool:
    """Whether a password may travel there: encrypted, or within this machine."""
    return urlsplit(address).scheme == "https" or is_loopback(address)


def is_loopback(address: str) -> bool:
    """Whether the host is this machine."""
    host = (urlsplit(address).hostname or "").rstrip(".")
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def show_address(address: str) -> str:
    """An address for a message: no user, no password, of the query only route and page."""
    parts = _split(address)
    if parts is None:
        return "(no address)"
    shown = [(name, value) for name, value in parse_qsl(parts.query) if name in _SHOWN]
    query = urlencode(shown, safe="/")
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, query, ""))


def find_root(address: str) -> str | None:
    """The root of the API that an address itself names, by its folder `wp-json` or by `rest_route`."""
    parts = urlsplit(address)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    if any(name == _ROUTE for name, _ in pairs):
        kept = [(name, "/" if name == _ROUTE else value) for name, value in pairs]
        return urlunsplit(parts._replace(query=urlencode(kept, safe="/")))
    folders = parts.path.split("/")
    if _API_FOLDER not in folders:
        return None
    path = "/".join(folders[: folders.index(_API_FOLDER) + 1]) + "/"
    return urlunsplit(parts._replace(path=path, query=""))


def list_usual_roots(address: str) -> tuple[str, ...]:
    """Where the API is when nothing says so: below the address, below its host, or behind a plain query."""
    parts = urlsplit(address)
    below = parts.path.rstrip("/") + f"/{_API_FOLDER}/"
    paths = dict.fromkeys((below, f"/{_API_FOLDER}/"))
    plain = parts._replace(query=f"{_ROUTE}=/")
    return (*(urlunsplit(parts._replace(path=path, query="")) for path in paths), urlunsplit(plain))


def make_route(root: str, route: str, options: dict[str, str]) -> str:
    """The address of a route such as `wp/v2/posts` with its options."""
    parts = urlsplit(root)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    if any(name == _ROUTE for name, _ in pairs):
        pairs = [(name, f"{value.rstrip('/')}/{route}" if name == _ROUTE else value) for name, value in pairs]
        path = parts.path or "/"
    else:
        path = f"{parts.path.rstrip('/')}/{route}"
    return urlunsplit(parts._replace(path=path, query=urlencode([*pairs, *options.items()], safe="/:")))
