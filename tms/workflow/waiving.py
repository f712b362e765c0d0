"""Let a finding stand, with a reason that ends when a text changes."""

from tms.errors import InputError
from tms.models import Waiver
from tms.store.translations import Act, add_event, get_translation
from tms.values import EventKind, Finding
from tms.workflow.articles import get_article
from tms.workflow.checking import Checker, hash_texts
from tms.workflow.editing import keep_row
from tms.workflow.grammar import check_stored_grammar
from tms.workflow.people import get_member
from tms.workflow.reading import get_row
from tms.workflow.workspace import Workspace

GRAMMAR = "grammar"


def waive(
    workspace: Workspace, ref: str, key: str, language: str, check: str, reason: str, *, start: int | None = None
) -> None:
    """Waive what a check finds in a translation, or what it finds at one place; raises InputError for nothing there."""
    if not reason.strip():
        raise InputError("a waiver needs a reason", "say why the finding may stand")
    # A server is asked before the transaction begins.
    said = check_stored_grammar(workspace, ref, key, language) if check == GRAMMAR else ()
    with workspace.writing() as session:
        article = get_article(session, ref)
        row = get_row(session, article, key, language)
        found = (*Checker(workspace, session).check_in_article(article, row), *said)
        if all(finding.check != check or start not in (None, finding.start) for finding in found):
            there = ", ".join(sorted({_name(finding) for finding in found})) or "nothing"
            where = f" at {start}" if start is not None else ""
            raise InputError(f"check '{check}' finds nothing in '{key}'{where}", f"found there: {there}")
        member = get_member(workspace, session)
        texts_hash = hash_texts(row.source, row.text or "")
        session.add(
            Waiver(
                translation_id=row.id,
                check_id=check,
                texts_hash=texts_hash,
                reason=reason.strip(),
                member_id=member.id,
                start=start,
            )
        )
        act = Act(EventKind.WAIVED, member.id, f"{check}: {reason.strip()}")
        add_event(session, get_translation(session, row.id, is_locked=True), keep_row(row), act)


def _name(finding: Finding) -> str:
    return finding.check if finding.start is None else f"{finding.check} at {finding.start}"
