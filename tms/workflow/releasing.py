"""When an article may be published, and where its translations stand."""

from datetime import UTC, datetime
from urllib.parse import urlsplit

from tms.errors import InputError
from tms.store import articles as store
from tms.values import Role
from tms.workflow.articles import get_article, require_language
from tms.workflow.people import get_member, require_role
from tms.workflow.workspace import Workspace


def set_embargo(workspace: Workspace, ref: str, until: str | None) -> datetime | None:
    """Hold an article back until a date or moment (ISO 8601; without a zone it is UTC), or lift the embargo.

    Only a coordinator may. Raises InputError for what is no date.
    """
    moment = None if until is None else _parse_moment(until)
    with workspace.writing() as session:
        require_role(session, get_member(workspace, session), Role.COORDINATOR, "set an embargo")
        store.get_article(session, get_article(session, ref).id).embargo_until = moment
    return moment


def set_address(workspace: Workspace, ref: str, language: str, address: str | None) -> None:
    """Say where an article, or its translation, stands on the site, or that it stands nowhere.

    Links to the article are then looked at in other translations. Raises InputError for what is no address.
    """
    if address is not None and (urlsplit(address).scheme not in ("http", "https") or not urlsplit(address).hostname):
        raise InputError(f"'{address}' is no address of a page", "for example https://example.org/fr/lettres")
    with workspace.writing() as session:
        require_role(session, get_member(workspace, session), Role.COORDINATOR, "set an address")
        found = get_article(session, ref)
        article = store.get_article(session, found.id)
        if language == found.source_language:
            article.address = address or ""
            return
        require_language(found, language)
        others = {key: value for key, value in article.addresses.items() if key != language}
        article.addresses = {**others, language: address} if address else others


def _parse_moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"'{text}' is no date", "write it as 2026-12-10 or 2026-12-10T09:00+01:00") from error
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
