"""Fill what is untranslated or stale with drafts from the memory and an engine, in short transactions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tms.errors import InputError
from tms.mt import Engine, build_engine, plan_characters
from tms.store import segments
from tms.store import translations as translation_store
from tms.store.rows import ArticleRow, TranslationRow
from tms.store.translations import Act, NewText, save_text
from tms.values import Draft, DraftRequest, EventKind, Origin, QuoteMatch, State, Usage
from tms.workflow.articles import get_article, require_language
from tms.workflow.memory import get_memory
from tms.workflow.people import get_member
from tms.workflow.standing import measure_standing, read_history
from tms.workflow.terms import get_terms
from tms.workflow.workspace import Workspace

MEMORY = "memory"
GLOSSARY = "glossary"
_EXACT = 100
_BATCH = 10

Progressed = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class DraftPlan:
    """What `draft` would do: segments from the memory, segments and characters for the engine, and its quota."""

    from_memory: tuple[str, ...]
    for_engine: tuple[str, ...]
    engine: str
    characters: int
    usage: Usage | None
    skipped: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Drafted:
    """What `draft` did."""

    from_memory: tuple[str, ...]
    from_engine: tuple[str, ...]
    engine: str
    skipped: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Open:
    """A segment that wants a draft, with the memory's text where it has one.

    Quotations with an official wording are no business of an engine: they travel as marks, for which `quotes` stand.
    """

    row: TranslationRow
    request: DraftRequest
    from_memory: str | None
    quotes: tuple[str, ...] = ()


def plan_draft(workspace: Workspace, ref: str, language: str, *, engine_id: str | None = None) -> DraftPlan:
    """Work out what a draft would send and fill; asks the engine for its quota and nothing else."""
    engine = _find_engine(workspace, engine_id)
    _, opened, skipped = _list_open(workspace, ref, language)
    requests = [one.request for one in opened if one.from_memory is None] if engine else []
    return DraftPlan(
        from_memory=tuple(one.row.key for one in opened if one.from_memory is not None),
        for_engine=tuple(one.row.key for one in opened if one.from_memory is None) if engine else (),
        engine=engine.id if engine else MEMORY,
        characters=plan_characters(requests),
        usage=engine.read_usage() if engine and requests else None,
        skipped=skipped,
    )


def draft(
    workspace: Workspace,
    ref: str,
    language: str,
    *,
    engine_id: str | None = None,
    on_progress: Progressed | None = None,
) -> Drafted:
    """Fill the untranslated and stale segments of an article with drafts.

    A stale text stays in the history and comes back when its draft is rejected. What somebody is typing is
    left alone. Raises ServiceError when the engine fails; what was drafted before stays.
    """
    engine = _find_engine(workspace, engine_id)
    article, opened, skipped = _list_open(workspace, ref, language)
    remembered = [one for one in opened if one.from_memory is not None]
    rest = [one for one in opened if one.from_memory is None] if engine else []
    known = [(one, Draft(one.from_memory or "", GLOSSARY if one.quotes else MEMORY)) for one in remembered]
    done = _write(workspace, known, Origin.MEMORY)
    sent: list[str] = []
    refused = list(skipped)
    for start in range(0, len(rest), _BATCH):
        assert engine is not None  # noqa: S101  # there is a rest only with an engine
        batch = rest[start : start + _BATCH]
        drafts = _translate(engine, article, language, batch)
        refused += [(one.row.key, d.refused) for one, d in zip(batch, drafts, strict=True) if d.refused]
        sent += _write(workspace, list(zip(batch, drafts, strict=True)), Origin.MACHINE)
        if on_progress:
            on_progress(min(start + _BATCH, len(rest)), len(rest))
    return Drafted(tuple(done), tuple(sent), engine.id if engine else MEMORY, tuple(refused))


def _translate(engine: Engine, article: ArticleRow, language: str, batch: Sequence[_Open]) -> tuple[Draft, ...]:
    requests = [one.request for one in batch]
    drafts = engine.translate(requests, source_language=article.source_language, target_language=language)
    return tuple(restore_quotes(draft, one.quotes) for one, draft in zip(batch, drafts, strict=True))


def mask_quotes(source: str, quotes: Sequence[QuoteMatch]) -> str:
    """A source text with a mark, which an engine leaves alone, in place of each quotation."""
    for number, quote in reversed(tuple(enumerate(quotes, 1))):
        source = source[: quote.start] + _write_mark(number) + source[quote.end :]
    return source


def restore_quotes(draft: Draft, officials: Sequence[str]) -> Draft:
    """A draft with the official wordings in place of their marks; refused where one is missing."""
    if draft.refused or not officials:
        return draft
    text = draft.text
    for number, official in enumerate(officials, 1):
        if text.count(_write_mark(number)) != 1:
            return replace(draft, text="", refused="a quotation with an official wording was lost")
        text = text.replace(_write_mark(number), official)
    return replace(draft, text=text)


def _write_mark(number: int) -> str:
    return f"<tms-quote-{number}/>"


def _find_engine(workspace: Workspace, engine_id: str | None) -> Engine | None:
    settings = workspace.settings
    if engine_id == MEMORY or (engine_id is None and not settings.deepl_key):
        return None
    name = engine_id or "deepl"
    if name == "deepl" and not settings.deepl_key:
        raise InputError("DeepL has no key", "set DEEPL_AUTH_KEY, or use --engine memory")
    return build_engine(name, key=settings.deepl_key or "", url=settings.deepl_url)


def _list_open(
    workspace: Workspace, ref: str, language: str
) -> tuple[ArticleRow, list[_Open], tuple[tuple[str, str], ...]]:
    with workspace.reading() as session:
        article = get_article(session, ref)
        require_language(article, language)
        rows = segments.list_translations(session, article_id=article.id, language=language)
        history = read_history(session, article)
        typed = translation_store.list_typed_translations(session)
        memory = get_memory(workspace, session)
        terms = get_terms(workspace, session)
    opened: list[_Open] = []
    skipped: list[tuple[str, str]] = []
    for place, row in enumerate(rows):
        is_stale = measure_standing(row, history).is_stale
        if row.covered_by is not None or not (row.state is State.INITIAL or is_stale):
            continue
        if row.id in typed:
            skipped.append((row.key, "somebody is typing here"))
            continue
        found = memory.search(row.source, language, minimum=_EXACT, top=1)
        quotes = terms.quotes.find(
            row.source, source_language=article.source_language, language=language, kind=row.kind
        )
        if not found and any(not quote.is_whole for quote in quotes):
            skipped.append((row.key, "it quotes a part of a passage that has an official wording"))
            continue
        context = "\n".join(other.source for other in (*rows[max(0, place - 1) : place], *rows[place + 1 : place + 2]))
        opened.append(_open(row, context, found[0].target if found else None, quotes))
    return article, opened, tuple(skipped)


def _open(row: TranslationRow, context: str, remembered: str | None, quotes: Sequence[QuoteMatch]) -> _Open:
    if remembered is not None or not quotes:
        return _Open(row, DraftRequest(row.source, context), remembered)
    masked = mask_quotes(row.source, quotes)
    officials = tuple(quote.official for quote in quotes)
    bare = masked
    for number in range(1, len(quotes) + 1):
        bare = bare.replace(_write_mark(number), "")
    # Nothing but the quotation: it needs no engine.
    is_quote = not any(character.isalnum() for character in bare)
    whole = restore_quotes(Draft(masked, GLOSSARY), officials).text if is_quote else None
    return _Open(row, DraftRequest(masked, context), whole, officials)


def _write(workspace: Workspace, drafts: Sequence[tuple[_Open, Draft]], origin: Origin) -> list[str]:
    """Write drafts under the revisions they were planned for; a segment that somebody saved meanwhile is left alone."""
    if not drafts:
        return []
    with workspace.writing() as session:
        act = Act(EventKind.DRAFTED, get_member(workspace, session).id)
        done = []
        for one, drafted in drafts:
            if drafted.refused or not drafted.text.strip():
                continue
            new = NewText(drafted.text, State.DRAFT, origin, drafted.engine, source_version=one.row.version)
            if save_text(session, one.row.id, new, act, expect_revision=one.row.revision):
                done.append(one.row.key)
        return done
