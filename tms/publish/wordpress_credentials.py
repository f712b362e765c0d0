"""The application password of a WordPress account."""

import base64
import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from tms.errors import InputError

_USER = "TMS_WORDPRESS_USER"
_PASSWORD = "TMS_WORDPRESS_PASSWORD"  # noqa: S105  # the name of a variable, not what is in it


@dataclass(frozen=True, slots=True)
class Credentials:
    """A user name and an application password; neither shows in a repr."""

    user: str = field(repr=False)
    password: str = field(repr=False)

    @property
    def header(self) -> str:
        """The value of the `Authorization` header (RFC 7617)."""
        return "Basic " + base64.b64encode(f"{self.user}:{self.password}".encode()).decode("ascii")

    def redact(self, text: str) -> str:
        """The text without the password, in whatever form it came back."""
        for secret in (self.header.removeprefix("Basic "), self.password, self.password.replace(" ", "")):
            text = text.replace(secret, "…")
        return text


def read_credentials(environ: Mapping[str, str] = os.environ) -> Credentials | None:
    """The account in TMS_WORDPRESS_USER and TMS_WORDPRESS_PASSWORD; None where there is none.

    Raises InputError where one of the two is missing or cannot be sent.
    """
    user, password = environ.get(_USER, "").strip(), environ.get(_PASSWORD, "").strip()
    if not user and not password:
        return None
    if not user or not password:
        missing = _PASSWORD if user else _USER
        raise InputError(f"{missing} is not set", f"set {_USER} and {_PASSWORD}, or neither")
    if ":" in user or not (user + password).isprintable():
        raise InputError(
            f"{_USER} or {_PASSWORD} has signs that cannot be sent", "copy them again from the profile page"
        )
    return Credentials(user, password)
