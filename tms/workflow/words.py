"""A project's own list of words: one for spelling and for all that looks for words left in English."""

from dataclasses import dataclass

from tms.errors import InputError, NotFoundError
from tms.models import KnownWord
from tms.store import words as store
from tms.text.normalize import normalize_text
from tms.text.words import split_words
from tms.workflow.articles import get_project
from tms.workflow.editing import require_storable
from tms.workflow.people import get_member
from tms.workflow.workspace import Workspace

_LONGEST = 100


@dataclass(frozen=True, slots=True)
class WordView:
    """A word of a project's list; `language` is "" for a name that is the same in all."""

    text: str
    language: str


def add_word(workspace: Workspace, project: str, text: str, language: str = "") -> WordView:
    """Put a word on a project's list; raises InputError for what is no word or stands there already."""
    word = normalize_text(require_storable(text)).replace("'", "’")
    if len(word) > _LONGEST or split_words(word) != [word]:
        raise InputError(f"“{text[:40]}” is not one word", "a term of several words belongs into the glossary")
    with workspace.writing() as session:
        found = get_project(session, project)
        member = get_member(workspace, session)
        if language and language not in (found.source_language, *found.target_languages):
            raise InputError(f"'{project}' has no language '{language}'", "leave --lang out for a name")
        if store.find_word(session, found.id or 0, word, language) is not None:
            raise InputError(f"“{word}” is on the list already", f"'tms words list {project}' shows it")
        session.add(KnownWord(project_id=found.id or 0, language=language, text=word, member_id=member.id))
    return WordView(word, language)


def remove_word(workspace: Workspace, project: str, text: str, language: str = "") -> WordView:
    """Take a word off a project's list; raises NotFoundError."""
    word = normalize_text(text).replace("'", "’")
    with workspace.writing() as session:
        found = store.find_word(session, get_project(session, project).id or 0, word, language)
        if found is None:
            where = f" for '{language}'" if language else ""
            raise NotFoundError(f"“{word}” is not on the list{where}", f"'tms words list {project}' shows all")
        session.delete(found)
    return WordView(word, language)


def list_words(workspace: Workspace, project: str, language: str | None = None) -> tuple[WordView, ...]:
    """The words of a project's list."""
    with workspace.reading() as session:
        project_id = get_project(session, project).id or 0
        return tuple(WordView(w.text, w.language) for w in store.list_words(session, project_id, language=language))
