"""A PostgreSQL connection that waits for no answer longer than it was told to; loaded only where it is needed."""

from typing import Any

import psycopg
from psycopg.abc import RV, PQGen

_LONGEST_CONNECT = 5


class ImpatientConnection(psycopg.Connection[Any]):
    """Ends itself when the server does not answer: its own time limits are no help if it is stopped or cut off."""

    patience: float | None = None

    def wait(self, gen: PQGen[RV], interval: float = 0.1, timeout: float | None = None) -> RV:
        """Wait for an answer; raises OperationalError, and is closed, when none came in time."""
        limit = self.patience if timeout is None else timeout
        if limit is None:
            return super().wait(gen, interval)
        try:
            return super().wait(gen, interval, limit)
        except psycopg.errors._WaitTimeout as error:  # noqa: SLF001 - the driver has no other name for it
            self.pgconn.finish()
            raise psycopg.OperationalError("the server does not answer") from error


def connect_impatiently(parameters: dict[str, Any], seconds: float) -> ImpatientConnection:
    """A connection whose statements end after so many seconds, on the server or, a little later, here."""
    limits = {"connect_timeout": max(2, min(_LONGEST_CONNECT, int(seconds))), "tcp_user_timeout": int(seconds * 1000)}
    options = f"{parameters.get('options', '')} -c statement_timeout={int(seconds * 1000)}".strip()
    connection = ImpatientConnection.connect(**{**limits, **parameters, "options": options})
    connection.patience = seconds + 1
    return connection
