"""The filter of the list of articles: words, and a few words that say what an article is."""

from collections.abc import Iterable

from tms.values import ArticleSummary, Progress

LANGUAGE, STATE = "lang:", "state:"
MINE, DUE = "mine", "due"
_STATES = ("stale", "initial", "draft", "translated", "reviewed")


def filter_articles(named: Iterable[tuple[str, ArticleSummary]], typed: str, me: str) -> list[ArticleSummary]:
    """The articles that have all the words in their name, and one language of which all the rest is true.

    `me` is the pen name for `mine`; "" means that everything is. A `lang:` or `state:` that is not typed to its end
    yet leaves out what cannot fit any more.
    """
    words = typed.casefold().split()
    facts = [word for word in words if _is_fact(word)]
    wanted = [word for word in words if not _is_fact(word)]
    return [
        article
        for name, article in named
        if all(word in name.casefold() for word in wanted)
        and (not facts or any(all(_is_so(fact, one, me) for fact in facts) for one in article.languages))
    ]


def _is_fact(word: str) -> bool:
    return word in (MINE, DUE) or word.startswith((LANGUAGE, STATE))


def _is_so(fact: str, progress: Progress, me: str) -> bool:
    if fact == MINE:
        return not me or progress.assignee == me
    if fact == DUE:
        return progress.due is not None
    if fact.startswith(LANGUAGE):
        return progress.language.casefold().startswith(fact.removeprefix(LANGUAGE))
    named = [state for state in _STATES if state.startswith(fact.removeprefix(STATE))]
    return any(getattr(progress, state) for state in named)
