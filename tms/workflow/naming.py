"""Which article a piece is, and the name of a new one."""

import hashlib
import re
import unicodedata
from itertools import count
from urllib.parse import unquote, urlsplit

from sqlmodel import Session

from tms.errors import InputError
from tms.store import articles as store
from tms.values import Slice
from tms.workflow.projects import SLUG

_LONGEST_SLUG = 150


def list_names(session: Session, project_id: int, only: str | None = None) -> "Names":
    """The names of a project's articles; `only` is the one that a person gave."""
    return Names(store.map_site_ids(session, project_id), only)


class Names:
    """Gives each piece of an import the slug of its article.

    A post is known by its site and number, whatever its address has become; a file, or an article that came as one, by
    its slug. Two posts of one slug are two articles, the second with a number behind its name.
    """

    def __init__(self, known: dict[str, str], only: str | None = None) -> None:
        self._known = known
        self._slugs = {site_id: slug for slug, site_id in known.items() if site_id}
        self._only = only
        self._given: set[str] = set()

    def give(self, one: Slice) -> str:
        """The slug of the article that this piece is; raises InputError where two files would be the same one."""
        slug = require_slug(self._only) if self._only is not None else self._find(one)
        if slug in self._given:
            if self._only is not None:
                raise InputError("--article names one article, but there are several", "import them one by one")
            raise InputError(
                f"two files would become the article '{slug}'", "import one of them with --article OTHER-NAME"
            )
        self._given.add(slug)
        return slug

    def is_known(self, one: Slice) -> bool:
        """Whether a post is an article already."""
        return make_site_id(one) in self._slugs

    def _find(self, one: Slice) -> str:
        site_id = make_site_id(one)
        if not site_id:
            return require_slug(make_slug(one.slug or one.title or one.where))
        own = unquote(one.slug)
        name = own if _has_letters(own) else one.title.lower() if _has_letters(one.title) else f"post-{one.id}"
        base = make_slug(name)[:_LONGEST_SLUG]
        # Broken exports give one number to two posts: of those each has its name.
        known = base if self._known.get(base) == site_id else self._slugs.get(site_id)
        if known is not None and known not in self._given:
            return known
        names = (base if number == 1 else f"{base}-{number}" for number in count(1))
        slug = next(name for name in names if self._is_free(name, site_id))
        self._slugs[site_id] = slug
        return slug

    def _is_free(self, slug: str, site_id: str) -> bool:
        return slug not in self._given and self._known.get(slug, "") in ("", site_id)


def _has_letters(name: str) -> bool:
    """Whether enough of a name can be written in ASCII to tell it from others."""
    return sum(letter.isalnum() for letter in _to_ascii(name)) * 2 >= sum(letter.isalnum() for letter in name) > 0


def _to_ascii(name: str) -> str:
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


def make_site_id(one: Slice) -> str:
    """Host and number of a post, "" for a piece that came from no site."""
    if not one.id:
        return ""
    try:
        host = urlsplit(one.address).hostname or ""
    except ValueError:
        host = ""
    return f"{host.removeprefix('www.')}#{one.id}"


def make_slug(stem: str) -> str:
    """The stem as it stands where it can be a slug, else made so."""
    if SLUG.fullmatch(stem) and not stem.startswith("."):
        return stem
    slug = re.sub(r"[^A-Za-z0-9._-]+", "-", _to_ascii(stem)).strip("-.")
    return slug or "article-" + hashlib.sha256(stem.encode("utf-8", "surrogateescape")).hexdigest()[:8]


def require_slug(slug: str) -> str:
    """The slug, if an article can be named so; raises InputError."""
    if len(slug) > _LONGEST_SLUG:
        raise InputError(f"'{slug[:40]}…' is too long for an article's name", "give a shorter one with --article")
    if not SLUG.fullmatch(slug) or slug.startswith("."):
        raise InputError(f"'{slug}' cannot be an article's name", "use letters, digits, dots, dashes and underscores")
    return slug
