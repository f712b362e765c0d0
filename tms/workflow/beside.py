"""What else there is of a paragraph: its text in the other languages, and the article it stands in."""

from dataclasses import dataclass

from tms.text.words import count_words
from tms.values import DeskRow
from tms.workflow.articles import get_article
from tms.workflow.locals import list_rows
from tms.workflow.reading import to_desk_row
from tms.workflow.standing import read_history
from tms.workflow.workspace import Workspace


@dataclass(frozen=True, slots=True)
class OtherText:
    """A paragraph in another language, with the number of its words."""

    language: str
    row: DeskRow
    words: int


def list_others(workspace: Workspace, ref: str, key: str, language: str) -> tuple[OtherText, ...]:
    """The same paragraph in the other languages of its article, as it is saved there."""
    with workspace.reading() as session:
        article = get_article(session, ref)
        others = []
        for one in article.target_languages:
            rows = list_rows(session, article.id, language=one, key=key) if one != language else []
            for row in rows:
                history = read_history(session, article, segment_ids=[row.segment_id])
                others.append(OtherText(one, to_desk_row(row, history, {}), count_words(row.text or "")))
        return tuple(others)
