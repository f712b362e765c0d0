"""A LanguageTool server of one's own (HTTP API v2): grammar by other people's rules.

Texts may name victims: the server has to run on this machine or in its own network. The public service is refused, and
an answer that leads elsewhere is not followed.
"""

import ipaddress
import json
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from tms.errors import InputError, ServiceError
from tms.values import Spot

_SECONDS = (2, 20)
_PUBLIC = ("languagetool.org", "languagetoolplus.com")
_LARGEST_ANSWER = 4_000_000
# Spaces, quotation marks and spelling have checks of their own here.
_OWN_CATEGORIES = "TYPOGRAPHY,TYPOS,CASING,PUNCTUATION,REDUNDANCY,STYLE,CAT_TYPOGRAPHIE"
_LANGUAGES = {"en": "en-GB"}


@dataclass(frozen=True, slots=True)
class GrammarServer:
    """A server at an address that was looked at; `url` is without the path of the API."""

    url: str

    def check(self, text: str, language: str) -> tuple[Spot, ...]:
        """What the server finds in a text without markup, by code points.

        A repair is given where the server proposes just one. Raises ServiceError.
        """
        # Loaded here: who names no server does not wait for it at every start.
        import requests

        fields = {
            "text": text,
            "language": _LANGUAGES.get(language, language),
            "disabledCategories": _OWN_CATEGORIES,
        }
        address = f"{self.url}/v2/check"
        try:
            with requests.post(address, data=fields, timeout=_SECONDS, allow_redirects=False, stream=True) as answer:
                if answer.status_code != requests.codes.ok:
                    raise ServiceError(
                        f"the grammar server '{self.url}' answers HTTP {answer.status_code}",
                        f"it may not know the language '{language}'",
                    )
                body = answer.raw.read(_LARGEST_ANSWER, decode_content=True)
        except requests.RequestException as error:
            raise ServiceError(
                f"the grammar server '{self.url}' cannot be reached", "start it, or take languagetool out of tms.toml"
            ) from error
        return _read(body, text, self.url)


def open_grammar_server(url: str) -> GrammarServer:
    """The server at an address; raises InputError for one that is not on this machine nor in its own network."""
    parts = urlsplit(url)
    host = (parts.hostname or "").lower().rstrip(".")
    if parts.scheme not in ("http", "https") or not host or parts.username or parts.query or parts.fragment:
        raise InputError(f"languagetool = '{url}' is no address", "for example http://127.0.0.1:8081")
    if host in _PUBLIC or host.endswith(tuple(f".{name}" for name in _PUBLIC)) or not _is_own(host):
        raise InputError(
            f"'{host}' is not a grammar server of your own: texts would leave your network",
            "run LanguageTool on this machine, or on one with a private address",
        )
    path = parts.path.rstrip("/").removesuffix("/check").removesuffix("/v2")
    return GrammarServer(f"{parts.scheme}://{parts.netloc}{path}")


def _is_own(host: str) -> bool:
    """Whether every address of a host is private; a host without an address is told when it is asked."""
    try:
        found = socket.getaddrinfo(host, None)
    except OSError:
        return False
    addresses = [ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
    return all(address.is_private and not address.is_unspecified for address in addresses)


def _read(body: bytes, text: str, url: str) -> tuple[Spot, ...]:
    try:
        matches = json.loads(body)["matches"]
        places = _Places(text)
        return tuple(_to_spot(match, places, text) for match in matches)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise ServiceError(
            f"the grammar server '{url}' answers something that is no list of matches", "is it LanguageTool?"
        ) from error


def _to_spot(match: dict[str, object], places: "_Places", text: str) -> Spot:
    offset, length = int(str(match["offset"])), int(str(match["length"]))
    start, end = places.find(offset), places.find(offset + length)
    proposed = match.get("replacements")
    values = [str(one["value"]) for one in proposed] if isinstance(proposed, list) else []
    message = " ".join(str(match.get("shortMessage") or match["message"]).split())
    if len(values) > 1:
        message = f"{message} ({', '.join(values[:3])}?)"
    is_sure = len(values) == 1 and values[0] != text[start:end]
    return Spot(message[:300], start, end, values[0] if is_sure else None)


class _Places:
    """From the offsets of LanguageTool, which counts UTF-16 units, to code points."""

    def __init__(self, text: str) -> None:
        self._wide = [index for index, sign in enumerate(text) if ord(sign) > 0xFFFF]
        self._length = len(text)

    def find(self, offset: int) -> int:
        for count, index in enumerate(self._wide):
            if offset <= index + count:
                return offset - count
        return min(max(offset - len(self._wide), 0), self._length)
