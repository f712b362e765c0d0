"""Who is working, and what that person may do."""

from collections.abc import Mapping

from sqlmodel import Session

from tms.errors import InputError, NotFoundError, RefusedError
from tms.models import Member
from tms.store import members as store
from tms.values import MemberView, Role
from tms.workflow.workspace import Workspace

FORGOTTEN = "a former member"
_LONGEST_NAME = 100


def get_member(workspace: Workspace, session: Session) -> Member:
    """The member at work: TMS_MEMBER, the workspace's setting, or the only one there is."""
    name = workspace.settings.member
    active = store.list_members(session, only_active=True)
    if len(active) == 1 and name in (None, active[0].pen_name):
        return active[0]
    if name is None:
        names = ", ".join(member.pen_name for member in active)
        raise InputError("several people work here and none is named", f"set TMS_MEMBER to your pen name: {names}")
    found = next((member for member in active if member.pen_name == name), None)
    if found is None:
        raise NotFoundError(f"no member '{name}'", f"'tms member add {name}' adds one; 'tms member list' shows all")
    return found


def require_role(session: Session, member: Member, role: Role, deed: str) -> None:
    """Raise RefusedError unless the member has that role; who works alone may do everything."""
    if member.role.rank < role.rank and store.count_active_members(session) > 1:
        raise RefusedError(f"a {member.role.value} may not {deed}", f"ask a {role.value}")


def name_member(names: Mapping[str, str], member_id: str | None) -> str:
    """The pen name, or a neutral word for somebody who was forgotten."""
    return names.get(member_id or "", FORGOTTEN if member_id else "")


def list_members(workspace: Workspace) -> tuple[MemberView, ...]:
    """Everybody, by pen name."""
    with workspace.reading() as session:
        return tuple(MemberView(m.pen_name, m.role, m.is_active) for m in store.list_members(session))


def add_member(workspace: Workspace, pen_name: str, role: Role) -> MemberView:
    """Add a person; the one who is there without a chosen name is renamed by `rename`, not here."""
    clean = _require_name(pen_name)
    with workspace.writing() as session:
        _require_coordinator(workspace, session)
        if store.find_member(session, clean):
            raise InputError(f"'{clean}' is a member already", "'tms member list' shows all")
        member = store.add_member(session, clean, role)
        return MemberView(member.pen_name, member.role)


def set_member(
    workspace: Workspace, pen_name: str, *, role: Role | None = None, new_name: str | None = None
) -> MemberView:
    """Change a member's role or pen name."""
    with workspace.writing() as session:
        _require_coordinator(workspace, session)
        member = _find(session, pen_name)
        name = member.pen_name if new_name is None else _require_name(new_name)
        if name != member.pen_name and store.find_member(session, name):
            raise InputError(f"'{name}' is a member already", "choose another pen name")
        if role is not None:
            _keep_a_coordinator(session, member, role)
            member.role = role
        member.pen_name = name
        session.add(member)
        return MemberView(member.pen_name, member.role, member.is_active)


def remove_member(workspace: Workspace, pen_name: str) -> None:
    """Forget a person: the name goes, the work stays under no name."""
    with workspace.writing() as session:
        _require_coordinator(workspace, session)
        member = _find(session, pen_name)
        _keep_a_coordinator(session, member, None)
        member.is_active = False
        member.pen_name = f"{FORGOTTEN} {member.id[:8]}"
        session.add(member)


def _require_name(pen_name: str) -> str:
    clean = " ".join(pen_name.split())
    if not clean or not clean.isprintable() or len(clean) > _LONGEST_NAME:
        raise InputError("a member needs a pen name that can be printed", "for example: tms member add Noor")
    return clean


def _find(session: Session, pen_name: str) -> Member:
    member = store.find_member(session, pen_name)
    if member is None:
        raise NotFoundError(f"no member '{pen_name}'", "'tms member list' shows all")
    return member


def _require_coordinator(workspace: Workspace, session: Session) -> None:
    require_role(session, get_member(workspace, session), Role.COORDINATOR, "change who works here")


def _keep_a_coordinator(session: Session, member: Member, new_role: Role | None) -> None:
    others = [m for m in store.list_members(session, only_active=True) if m.id != member.id]
    if new_role is Role.COORDINATOR or any(m.role is Role.COORDINATOR for m in others):
        return
    raise RefusedError("somebody must stay coordinator", "make another member coordinator first")
