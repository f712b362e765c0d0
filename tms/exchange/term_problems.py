"""Why a concept of a term file cannot be used, as the readers tell it."""

from typing import NoReturn

from tms.values import TermProblem


class UnusableError(Exception):
    """Something of a term file that keeps its concept from being used."""

    def __init__(self, problem: TermProblem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def refuse(line: int, message: str, hint: str, *, language: str = "", term: str = "") -> NoReturn:
    """Raise UnusableError for what stands on a line."""
    raise UnusableError(TermProblem(message, hint, line, language=language, term=term))
