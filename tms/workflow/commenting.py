"""Comments and questions on segments."""

from tms.errors import InputError, NotFoundError
from tms.models import Comment
from tms.store import remarks as store
from tms.store.members import map_pen_names
from tms.values import CommentView
from tms.workflow.articles import get_article
from tms.workflow.editing import require_storable
from tms.workflow.people import get_member, name_member
from tms.workflow.segments import get_segment
from tms.workflow.workspace import Workspace


def add_comment(
    workspace: Workspace, ref: str, key: str, text: str, *, language: str = "", is_question: bool = False
) -> None:
    """Say something on a segment; without a language it concerns the source, and so every language."""
    if not require_storable(text).strip():
        raise InputError("a comment needs a text", "say what it is about")
    with workspace.writing() as session:
        segment = get_segment(session, get_article(session, ref), key)
        member = get_member(workspace, session)
        session.add(
            Comment(
                segment_id=segment.id,
                language=language,
                member_id=member.id,
                text=text.strip(),
                is_question=is_question,
            )
        )


def list_comments(workspace: Workspace, ref: str, key: str, language: str) -> tuple[CommentView, ...]:
    """What was said on a segment, oldest first."""
    with workspace.reading() as session:
        segment = get_segment(session, get_article(session, ref), key)
        names = map_pen_names(session)
        return tuple(
            CommentView(
                id=int(c.id or 0),
                language=c.language,
                who=name_member(names, c.member_id),
                at=c.at,
                text=c.text,
                is_question=c.is_question,
                is_resolved=c.is_resolved,
            )
            for c in store.list_comments(session, segment.id, language)
        )


def resolve_comment(workspace: Workspace, comment_id: int) -> None:
    """Close a question or a comment."""
    with workspace.writing() as session:
        comment = store.find_comment(session, comment_id)
        if comment is None:
            raise NotFoundError(f"no comment {comment_id}", "it may be gone")
        comment.is_resolved = True
        session.add(comment)
