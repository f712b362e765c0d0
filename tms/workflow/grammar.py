"""Grammar by a LanguageTool server of one's own, where tms.toml names one."""

from collections.abc import Sequence
from dataclasses import replace

from tms.checks import GRAMMAR, read_prose, run_checks
from tms.errors import InputError
from tms.proofing import GrammarServer, open_grammar_server
from tms.store import articles as article_store
from tms.store import remarks
from tms.store.rows import ArticleRow, TranslationRow
from tms.text.normalize import hash_text
from tms.values import CheckInput, Finding, HouseRules
from tms.workflow.articles import get_article
from tms.workflow.checking import FoundRow, hash_texts, mark_waived
from tms.workflow.house_rules import read_rules
from tms.workflow.locals import list_rows
from tms.workflow.workspace import Workspace

_CACHE_SIZE = 20_000


def has_grammar(workspace: Workspace) -> bool:
    """Whether a server is named."""
    return bool(workspace.settings.languagetool)


def check_grammar(workspace: Workspace, ref: str, key: str, language: str, text: str) -> tuple[Finding, ...]:
    """What the server says of a text as it is being typed for a segment; raises ServiceError where it is away."""
    with workspace.reading() as session:
        article = get_article(session, ref)
        rows = list_rows(session, article.id, language=language, key=key)
        waivers = remarks.list_waivers(session, article_id=article.id).get(rows[0].id, ()) if rows else ()
    if not rows or not text.strip():
        return ()
    found = _check(workspace, _open(workspace), language, text, read_rules(article.policy))
    return mark_waived(found, waivers, hash_texts(rows[0].source, text))


def check_stored_grammar(workspace: Workspace, ref: str, key: str, language: str) -> tuple[Finding, ...]:
    """The same of the text that is saved."""
    with workspace.reading() as session:
        rows = list_rows(session, get_article(session, ref).id, language=language, key=key)
    return check_grammar(workspace, ref, key, language, (rows[0].text or "") if rows else "")


def add_grammar(
    workspace: Workspace, rows: Sequence[FoundRow], refs: Sequence[str] = (), *, language: str | None = None
) -> tuple[FoundRow, ...]:
    """The findings of some articles, or of all, with what the server says of their translations.

    No transaction is open while it is asked. Raises ServiceError where it is away.
    """
    server = _open(workspace)
    merged = {(row.article, row.segment, row.language): row for row in rows}
    for article, row, waivers in _list_texts(workspace, refs, language):
        found = _check(workspace, server, row.language, row.text or "", read_rules(article.policy))
        if found:
            place = (article.ref, row.key, row.language)
            said = merged.get(place, FoundRow(article.ref, row.key, row.language, (), row.text or ""))
            marked = mark_waived(found, waivers, hash_texts(row.source, row.text or ""))
            merged[place] = replace(said, findings=(*said.findings, *marked))
    return tuple(merged.values())


def _list_texts(
    workspace: Workspace, refs: Sequence[str], language: str | None
) -> list[tuple[ArticleRow, TranslationRow, Sequence[object]]]:
    with workspace.reading() as session:
        articles = [get_article(session, ref) for ref in refs] or article_store.list_articles(session)
        texts: list[tuple[ArticleRow, TranslationRow, Sequence[object]]] = []
        for article in articles:
            waivers = remarks.list_waivers(session, article_id=article.id)
            rows = list_rows(session, article.id, language=language)
            texts += [
                (article, row, waivers.get(row.id, ()))
                for row in rows
                if (row.text or "").strip() and row.covered_by is None
            ]
        return texts


def _open(workspace: Workspace) -> GrammarServer:
    url = workspace.settings.languagetool
    if not url:
        raise InputError("no grammar server is named", 'write languagetool = "http://127.0.0.1:8081" into tms.toml')
    return open_grammar_server(url)


def _check(
    workspace: Workspace, server: GrammarServer, language: str, text: str, rules: HouseRules
) -> tuple[Finding, ...]:
    cache = workspace.caches.grammar
    key = (language, hash_text(text))
    if key not in cache:
        if len(cache) >= _CACHE_SIZE:
            cache.clear()
        prose = read_prose(text)
        spots = server.check(prose.text, language)
        cache[key] = tuple(prose.spot(spot.message, spot.start or 0, spot.end or 0, spot.replacement) for spot in spots)
    pair = CheckInput(None, text, language, language, given={"grammar": cache[key]}, rules=rules)
    return run_checks(pair, checks=(GRAMMAR,))
