"""What cannot be together in one glossary."""

import re
from collections.abc import Iterable
from dataclasses import replace

from tms.errors import InputError
from tms.glossary.inflection import expand_forms
from tms.text.normalize import fold_case, normalize_text
from tms.values import Concept, ConceptType, Term, TermFile, TermProblem, TermStatus

_ID = re.compile(r"[^\W_][\w.-]{0,119}")
_Key = tuple[str, str]


class UnusableError(Exception):
    """Something of a term file that keeps its concept from being used."""

    def __init__(self, problem: TermProblem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def is_concept_id(text: str) -> bool:
    """Whether a text can name a concept: letters, digits, dashes, dots, 120 at most."""
    return _ID.fullmatch(text) is not None


def find_conflicts(concepts: Iterable[Concept]) -> tuple[TermProblem, ...]:
    """For each concept that contradicts itself or one before it, the first thing that does.

    Looked for are: a concept twice, a term twice, a term preferred and deprecated at once, a form of preferred terms
    of two concepts, a preferred term that another concept deprecates, and deprecated terms that name each other.
    Homographs, which say that they are different parts of speech, are no conflict.
    """
    claims = _Claims()
    return tuple(problem for concept in concepts if (problem := claims.judge(concept)))


def keep_usable(file: TermFile) -> tuple[tuple[Concept, ...], tuple[TermProblem, ...]]:
    """The concepts of a file that can be used, and what is wrong with the others, by line."""
    conflicts = [place_problem(file, problem) for problem in find_conflicts(file.concepts)]
    left_out = {problem.concept for problem in conflicts}
    problems = sorted((*file.problems, *conflicts), key=lambda problem: problem.line)
    kept: dict[str, Concept] = {}
    for concept in file.concepts:
        if concept.id not in left_out:
            kept.setdefault(concept.id, concept)
    return tuple(kept.values()), tuple(problems)


def demand_whole(file: TermFile, name: str) -> tuple[Concept, ...]:
    """The concepts of a file; raises InputError naming file and line where one of them cannot be used."""
    concepts, problems = keep_usable(file)
    if problems:
        raise refuse_problems(problems, name)
    return concepts


def refuse_problems(problems: tuple[TermProblem, ...], name: str) -> InputError:
    """The error that tells the first problem of a file and how many more there are."""
    first = problems[0]
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return InputError(f"{describe_place(first, name)}: {first.message}{more}", first.hint)


def describe_place(problem: TermProblem, name: str) -> str:
    """The file and, where it is known, the line of a problem."""
    return f"'{name}' line {problem.line}" if problem.line else f"'{name}'"


def place_problem(file: TermFile, problem: TermProblem) -> TermProblem:
    """The problem with the line of its term, or else of its concept."""
    keys = ((problem.concept, problem.language, problem.term), (problem.concept, "", ""))
    return replace(problem, line=next((file.lines[key] for key in keys if key in file.lines), problem.line))


class _Claims:
    """What the concepts before have laid claim to."""

    def __init__(self) -> None:
        self._ids: set[str] = set()
        self._preferred: dict[_Key, tuple[str, Term]] = {}
        self._deprecated: dict[_Key, str] = {}
        self._forms: dict[_Key, tuple[str, Term]] = {}

    def judge(self, concept: Concept) -> TermProblem | None:
        """What is wrong with a concept; one with which nothing is has its own claims from now on."""
        if concept.id in self._ids:
            return TermProblem(
                f"concept '{concept.id}' is there twice", "join the two, or rename one", concept=concept.id
            )
        problem = _find_conflict_within(concept) or self._find_conflict_across(concept)
        if problem is None:
            self._take(concept)
        return problem

    def _find_conflict_across(self, concept: Concept) -> TermProblem | None:
        for term in concept.terms:
            key = _key(term)
            if term.status is TermStatus.PREFERRED:
                if key in self._deprecated:
                    return _contradiction(concept, term, self._deprecated[key])
                if problem := self._find_rival(concept, term):
                    return problem
            elif term.status is TermStatus.DEPRECATED and key in self._preferred:
                return _contradiction(concept, term, self._preferred[key][0])
        return None

    def _find_rival(self, concept: Concept, term: Term) -> TermProblem | None:
        hint = "admit it in one of them instead"
        for key in _list_claimed(concept, term):
            other, rival = self._forms.get(key, ("", term))
            if not other or _are_homographs(term, rival):
                continue
            if _key(term) == _key(rival):
                message = f"'{term.text}' is preferred by two concepts, '{other}' and '{concept.id}'"
            else:
                message = f"'{key[1]}' is a form of '{rival.text}' in '{other}' and of '{term.text}' in '{concept.id}'"
            return _problem(message, hint, concept, term)
        return None

    def _take(self, concept: Concept) -> None:
        self._ids.add(concept.id)
        for term in concept.terms:
            if term.status is TermStatus.PREFERRED:
                self._preferred.setdefault(_key(term), (concept.id, term))
                for key in _list_claimed(concept, term):
                    self._forms.setdefault(key, (concept.id, term))
            elif term.status is TermStatus.DEPRECATED:
                self._deprecated.setdefault(_key(term), concept.id)


def _problem(message: str, hint: str, concept: Concept, term: Term) -> TermProblem:
    return TermProblem(message, hint, concept=concept.id, language=term.language, term=term.text)


def _contradiction(concept: Concept, term: Term, other: str) -> TermProblem:
    message = f"'{term.text}' is {term.status} in '{concept.id}' but not in '{other}'"
    return _problem(message, "one word cannot be both; change one concept", concept, term)


def _are_homographs(one: Term, other: Term) -> bool:
    kinds = {one.part_of_speech.casefold(), other.part_of_speech.casefold()}
    return "" not in kinds and len(kinds) == 2


def _list_claimed(concept: Concept, term: Term) -> tuple[_Key, ...]:
    forms = (term.text,) if concept.type is ConceptType.QUOTE else expand_forms(term)
    fold = normalize_text if term.case_sensitive else fold_case
    return tuple((term.language, fold(form)) for form in forms)


def _key(term: Term) -> _Key:
    return term.language, normalize_text(term.text) if term.case_sensitive else fold_case(term.text)


def _find_conflict_within(concept: Concept) -> TermProblem | None:
    seen: dict[_Key, TermStatus] = {}
    for term in concept.terms:
        earlier = seen.setdefault(_key(term), term.status)
        if earlier is not term.status and TermStatus.DEPRECATED in (earlier, term.status):
            message = f"'{term.text}' is {earlier} and {term.status} at once in concept '{concept.id}'"
            return _problem(message, "decide for one", concept, term)
    twice = _find_repeated(concept)
    if twice is not None:
        message = f"'{twice.text}' is there twice in concept '{concept.id}'"
        return _problem(message, "take one of the two out", concept, twice)
    return _find_cycle(concept)


def _find_repeated(concept: Concept) -> Term | None:
    seen: set[_Key] = set()
    for term in concept.terms:
        if _key(term) in seen:
            return term
        seen.add(_key(term))
    return None


def _find_cycle(concept: Concept) -> TermProblem | None:
    """Deprecated terms that send the reader round in a circle."""
    deprecated = [term for term in concept.terms if term.status is TermStatus.DEPRECATED and term.replacement]
    after = {_key(term): (term.language, fold_case(term.replacement)) for term in deprecated}
    for start in deprecated:
        path = [_key(start)]
        while path[-1] in after:
            path.append(after[path[-1]])
            if path[-1] in path[:-1]:
                message = f"'{start.text}' is replaced in a circle: {' -> '.join(text for _, text in path)}"
                return _problem(message, "let the last name an accepted term", concept, start)
    return None
