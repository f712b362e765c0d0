"""Ask a WordPress site: bounded answers, bounded patience, and a password that never leaves the site."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.client import HTTPException
from urllib.parse import urljoin

import requests
from requests.auth import AuthBase
from requests.utils import requote_uri
from urllib3.exceptions import DecodeError, HTTPError, InvalidHeader, ReadTimeoutError
from urllib3.util import Retry

from tms import __version__
from tms.errors import InputError, ServiceError
from tms.publish.wordpress_address import (
    is_downgrade,
    is_loopback,
    is_private_way,
    is_same_site,
    is_web_address,
    show_address,
)
from tms.publish.wordpress_credentials import Credentials

_BUSY = 429
_FAULTS = frozenset({500, 502, 503, 504})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS = 5
_CHUNK = 65_536
_HEADERS = {"User-Agent": f"tms/{__version__}", "Accept": "application/json, text/html;q=0.5, */*;q=0.1"}


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds, and how much to take.

    `pauses` come before the second, third … attempt; a `Retry-After` of up to `longest_pause` is kept to instead.
    """

    pauses: tuple[float, ...] = (1, 3, 9)
    longest_pause: float = 120
    connect: float = 15
    silence: float = 60
    answer: float = 600
    largest_answer: int = 50_000_000
    sleep: Callable[[float], None] = field(default_factory=lambda: time.sleep, repr=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the site said; `address` is where it was found after redirects."""

    address: str
    status: int
    headers: Mapping[str, str]
    data: bytes = field(repr=False)


class _Basic(AuthBase):
    """Sends the password, or nothing: with an `auth` of its own, requests reads no ~/.netrc."""

    def __init__(self, credentials: Credentials | None) -> None:
        self._credentials = credentials

    def __call__(self, r: requests.PreparedRequest) -> requests.PreparedRequest:
        if self._credentials is not None:
            r.headers["Authorization"] = self._credentials.header
        return r


class _Session(requests.Session):
    """Leaves redirects alone: looking at one, requests would read its whole body, however long."""

    def get_redirect_target(self, resp: requests.Response) -> None:
        """No redirect is followed here."""
        del resp


class Connection:
    """Asks one site; the password goes to its own host only, and only over https or within this machine."""

    def __init__(self, site: str, credentials: Credentials | None = None, patience: Patience | None = None) -> None:
        self.site = site
        self.credentials = credentials
        self.patience = patience or Patience()
        self._session = _Session()
        self._session.headers.update(_HEADERS)
        # What is said to this machine goes through no proxy.
        self._session.trust_env = not is_loopback(site)

    def close(self) -> None:
        """Let go of the connection."""
        self._session.close()

    def get(self, address: str, *, with_password: bool = False) -> Answer:
        """The answer of an address of the site, whatever its status.

        Goes again after a dropped connection, a fault of the server or "too many requests". Raises ServiceError when
        it stays so, and where a redirect leads away from the site, out of the encrypted web or nowhere.
        """
        seen = {address}
        while True:
            answer = self._ask_patiently(address, with_password=with_password)
            if answer.status not in _REDIRECTS or not answer.headers.get("Location"):
                return answer
            following = _join(address, answer.headers["Location"])
            self._require_harmless(address, following)
            if following in seen or len(seen) > _MOST_REDIRECTS:
                raise ServiceError(
                    f"'{show_address(address)}' redirects in a circle or too often", "open it in a browser to see why"
                )
            seen.add(following)
            address = following

    def _require_harmless(self, address: str, following: str) -> None:
        shown = show_address(address)
        if not is_web_address(following):
            raise ServiceError(f"'{shown}' redirects to what is no web address", "open it in a browser to see why")
        if is_downgrade(address, following):
            raise ServiceError(f"'{shown}' redirects to plain http", "the site has to be mended first")
        if not is_same_site(self.site, following):
            raise ServiceError(
                f"'{shown}' redirects to another site, '{show_address(following)}'", "if that is the site, name it"
            )

    def may_send_password(self, address: str) -> bool:
        """Whether there is a password and this address may have it."""
        return self.credentials is not None and is_private_way(address) and is_same_site(self.site, address)

    def _ask_patiently(self, address: str, *, with_password: bool) -> Answer:
        pauses = iter(self.patience.pauses)
        while True:
            pause = next(pauses, None)
            try:
                answer = self._ask(address, with_password=with_password)
            except _DroppedError as drop:
                if pause is None:
                    raise ServiceError(
                        f"'{show_address(address)}' {drop}", "check the address and the network"
                    ) from None
                self.patience.sleep(pause)
                continue
            if answer.status != _BUSY and answer.status not in _FAULTS:
                return answer
            if pause is None:
                raise _to_fault(answer)
            self.patience.sleep(self._find_pause(answer, pause))

    def _find_pause(self, answer: Answer, pause: float) -> float:
        """What the server asks for, else the pause whose turn it is."""
        asked = _parse_retry_after(answer.headers.get("Retry-After", ""))
        if asked is None:
            return pause
        if asked > self.patience.longest_pause:
            raise ServiceError(
                f"'{show_address(answer.address)}' asks to be left alone for {round(asked)} seconds",
                "try again after that",
            )
        return asked

    def _ask(self, address: str, *, with_password: bool) -> Answer:
        credentials = self.credentials if with_password and self.may_send_password(address) else None
        waits = (self.patience.connect, self.patience.silence)
        try:
            with self._session.get(
                address, auth=_Basic(credentials), timeout=waits, stream=True, allow_redirects=False
            ) as response:
                data = self._read_body(response)
                return Answer(address, response.status_code, response.headers, data)
        except requests.exceptions.SSLError:
            raise ServiceError(
                f"'{show_address(address)}' has a certificate that cannot be trusted", "the site has to be mended first"
            ) from None
        except (requests.exceptions.Timeout, ReadTimeoutError):
            raise _DroppedError("does not answer in time") from None
        except (requests.exceptions.ConnectionError, HTTPException):
            raise _DroppedError("cannot be reached") from None
        except DecodeError:
            raise _DroppedError("sends what cannot be unpacked") from None
        except HTTPError:
            raise _DroppedError("breaks off in the middle of its answer") from None
        except (requests.exceptions.RequestException, ValueError):
            raise InputError(f"'{show_address(address)}' cannot be asked", "check the address") from None

    def _read_body(self, response: requests.Response) -> bytes:
        """The body, unpacked piece by piece, so that an endless or swollen one ends early."""
        end = time.monotonic() + self.patience.answer
        pieces: list[bytes] = []
        size = 0
        # `read1` gives what has come, however little: a server that drips must not hold us longer than agreed.
        while piece := response.raw.read1(_CHUNK, decode_content=True):
            pieces.append(piece)
            size += len(piece)
            if size > self.patience.largest_answer:
                most = self.patience.largest_answer // 1_000_000
                raise ServiceError(
                    f"'{show_address(response.url)}' sends more than {most} MB at once", "ask for less with --per-page"
                )
            if time.monotonic() > end:
                raise ServiceError(f"'{show_address(response.url)}' sends too slowly", "try again later")
        return b"".join(pieces)


class _DroppedError(Exception):
    """An exchange that may go well the next time; its text says what happened, after the address."""


def _join(address: str, location: str) -> str:
    """Where a redirect leads; "" where that is no address."""
    try:
        return requote_uri(urljoin(address, location.encode("latin-1").decode("utf-8")))
    except (ValueError, requests.exceptions.InvalidURL):
        return ""


def _parse_retry_after(value: str) -> float | None:
    """Seconds from either form of the header (RFC 9110, 10.2.3); None where it is missing or makes no sense."""
    if not value or len(value) > 100:
        return None
    try:
        return Retry(retry_after_max=10**9).parse_retry_after(value)
    except (InvalidHeader, ValueError, OverflowError):
        return None


def _to_fault(answer: Answer) -> ServiceError:
    shown = show_address(answer.address)
    if answer.status == _BUSY:
        return ServiceError(f"'{shown}' has had too many requests (HTTP 429)", "try again in a few minutes")
    return ServiceError(
        f"'{shown}' has a fault of its own (HTTP {answer.status})",
        "try again later; a weak server may manage with less at once: --per-page 20",
    )
