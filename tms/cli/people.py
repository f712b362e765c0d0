"""Who works here: members and assignments."""

from datetime import date
from typing import Annotated

import typer

from tms.cli.options import Article, Lang
from tms.cli.output import Face
from tms.errors import InputError
from tms.values import MemberView, Role

member_app = typer.Typer(help="People under pen names.", no_args_is_help=True)
PenName = Annotated[str, typer.Argument(metavar="MEMBER", help="The pen name.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(assign)


@member_app.command("add")
def member_add(
    context: typer.Context,
    pen_name: PenName,
    role: Annotated[
        str, typer.Option("--role", metavar="ROLE", help="translator, reviewer or coordinator.")
    ] = "translator",
) -> None:
    """Add a person under a pen name.

    Example: tms member add Noor --role reviewer
    """
    from tms.workflow.people import add_member

    face: Face = context.obj
    with face.workspace() as workspace:
        view = add_member(workspace, pen_name, _parse_role(role))
    face.show(_document(view), [f"added {view.pen_name} as {view.role}"])


@member_app.command("list")
def member_list(context: typer.Context) -> None:
    """List the members.

    Example: tms member list
    """
    from tms.workflow.people import list_members

    face: Face = context.obj
    with face.workspace() as workspace:
        views = list_members(workspace)
    lines = [f"{view.pen_name}  {view.role}{'' if view.is_active else '  (gone)'}" for view in views]
    face.show({"members": [_document(view) for view in views]}, lines)


@member_app.command("set")
def member_set(
    context: typer.Context,
    pen_name: PenName,
    role: Annotated[str | None, typer.Option("--role", metavar="ROLE", help="A new role.")] = None,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="A new pen name.")] = None,
) -> None:
    """Change a member's role or pen name.

    Example: tms member set me --name Noor
    """
    from tms.workflow.people import set_member

    face: Face = context.obj
    with face.workspace() as workspace:
        view = set_member(workspace, pen_name, role=_parse_role(role) if role else None, new_name=name)
    face.show(_document(view), [f"{view.pen_name} is {view.role}"])


@member_app.command("remove")
def member_remove(context: typer.Context, pen_name: PenName) -> None:
    """Forget a person; the work stays under no name.

    Example: tms member remove Noor
    """
    from tms.workflow.people import remove_member

    face: Face = context.obj
    with face.workspace() as workspace:
        remove_member(workspace, pen_name)
    face.show({"removed": pen_name}, [f"forgot {pen_name}"])


def assign(
    context: typer.Context,
    article: Article,
    lang: Lang,
    to: Annotated[str, typer.Option("--to", metavar="MEMBER", help="The pen name.")],
    due: Annotated[str | None, typer.Option("--due", metavar="DATE", help="YYYY-MM-DD.")] = None,
) -> None:
    """Say who translates an article, and by when.

    Example: tms assign letters --lang fr --to Noor --due 2026-12-01
    """
    from tms.workflow.assigning import assign as assign_article

    face: Face = context.obj
    with face.workspace() as workspace:
        assign_article(workspace, article, lang, to, due=_parse_date(due))
    face.show({"article": article, "language": lang, "assignee": to, "due": due}, [f"{article} {lang} is for {to}"])


def _parse_role(role: str) -> Role:
    try:
        return Role(role)
    except ValueError as error:
        raise InputError(f"'{role}' is not a role", f"roles are {', '.join(Role)}") from error


def _parse_date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise InputError(f"'{text}' is not a date", "write it as 2026-12-01") from error


def _document(view: MemberView) -> dict[str, object]:
    return {"member": view.pen_name, "role": view.role, "active": view.is_active}
