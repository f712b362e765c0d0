"""Errors that are told to a person: what failed, and what to do about it."""


class TmsError(Exception):
    """Something failed that the person can understand and act on; one line, and one hint."""

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class InputError(TmsError):
    """A file, an argument or a setting that cannot be used as it is."""


class NotFoundError(TmsError):
    """A project, article, segment, member or file that is not there."""


class RefusedError(TmsError):
    """A rule of the workflow said no; `reasons` lists why."""

    def __init__(self, message: str, hint: str = "", *, reasons: tuple[str, ...] = ()) -> None:
        super().__init__(message, hint)
        self.reasons = reasons


class GateError(RefusedError):
    """The gate before publication is shut."""

    exit_code = 1


class ConflictError(TmsError):
    """Somebody saved this translation in the meantime; both texts are here."""

    exit_code = 1

    def __init__(self, *, mine: str | None, theirs: str | None, revision: int, who: str) -> None:
        super().__init__(
            f"{who or 'someone'} saved this translation in the meantime (revision {revision})",
            "compare both texts, then save again naming that revision",
        )
        self.mine = mine
        self.theirs = theirs
        self.revision = revision
        self.who = who


class ServiceError(TmsError):
    """An outside service (machine translation, WordPress) failed."""

    exit_code = 3


class DatabaseAwayError(TmsError):
    """The database cannot be reached, does not answer, or cannot be written now; later it may well be."""


class JournalError(TmsError):
    """The journal on this machine cannot be written or read."""
