"""Say what may hurt to read in an article."""

from collections.abc import Sequence

from tms.errors import InputError
from tms.store import articles as store
from tms.values import BETWEEN_LABELS, Notice, Role, make_notice
from tms.workflow.articles import get_article
from tms.workflow.people import get_member, require_role
from tms.workflow.workspace import Workspace

SUGGESTED = ("torture", "sexual violence", "death", "death of a child", "suicide", "detention", "family separation")
_LONGEST = 200


def label_article(
    workspace: Workspace, ref: str, labels: Sequence[str] | None = None, *, title: str | None = None
) -> Notice | None:
    """Label an article (`labels` () takes them away, None leaves them), name it neutrally; what it has now."""
    label = None if labels is None else BETWEEN_LABELS.join(_read_labels(labels))
    neutral = None if title is None else _require_line(title)
    with workspace.writing() as session:
        require_role(session, get_member(workspace, session), Role.COORDINATOR, "label articles")
        article = store.get_article(session, get_article(session, ref).id)
        if label is not None:
            article.label = label
        if neutral is not None:
            article.neutral_title = neutral
        session.add(article)
        return make_notice(article.label, article.neutral_title, int(article.id or 0))


def _read_labels(labels: Sequence[str]) -> list[str]:
    notice = make_notice(BETWEEN_LABELS.join(_require_line(label) for label in labels), "", 0)
    return list(dict.fromkeys(notice.labels)) if notice is not None else []


def _require_line(text: str) -> str:
    clean = " ".join(text.split())
    if not clean.isprintable() or len(clean) > _LONGEST:
        raise InputError("a label is a few words that can be printed", "for example: tms label letters torture")
    return clean
