"""Take in the posts of a WordPress site: each answer in a short transaction of its own, none open while it is asked."""

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from tms.errors import InputError, RefusedError, TmsError
from tms.formats import slice_rest_posts
from tms.publish.wordpress_address import show_address
from tms.publish.wordpress_client import MOST_PER_PAGE, PostPage, PostType, WordPressClient, open_site, parse_since
from tms.publish.wordpress_credentials import Credentials, read_credentials
from tms.publish.wordpress_http import Patience
from tms.store import articles as store
from tms.values import Change, Skipped, Slice
from tms.workflow.articles import get_project
from tms.workflow.importing import plan_slices
from tms.workflow.importing_apply import ImportWriter
from tms.workflow.importing_plan import ArticlePlan, ImportOptions, ImportPlan
from tms.workflow.workspace import Workspace

__all__ = ["Outcome", "PullOptions", "PullTally", "find_outcome", "pull", "read_credentials"]

Progressed = Callable[[int, int], None]

_PROTECTED = re.compile(rb'"protected"\s*:\s*true')
_NO_MARKUP = (
    "without TMS_WORDPRESS_USER and TMS_WORDPRESS_PASSWORD (an application password) only finished HTML is given,"
    " no block markup"
)
_LOSES_MARKUP = "known with its block markup, which this answer does not have: set the account, or --force"
_HIDDEN = "the site shows its text only with a password"
_UNSETTLED = "the list of the site went on changing while it was read; pull again"


@dataclass(frozen=True, slots=True)
class PullOptions:
    """What a person can say about a pull; `since` is a day or a time, in the site's zone unless it names another."""

    since: str | None = None
    with_pages: bool = False
    per_page: int = MOST_PER_PAGE
    is_dry_run: bool = False
    force: bool = False
    credentials: Credentials | None = None
    patience: Patience | None = None


class Outcome(StrEnum):
    """What became of a post; of one that came twice the later of these holds."""

    UNCHANGED = "unchanged"
    SKIPPED = "skipped"
    ATTACHED = "attached"
    CHANGED = "changed"
    NEW = "new"


@dataclass(slots=True)
class PullTally:
    """What became of each post so far, and what a person should know of the whole."""

    outcomes: dict[str, Outcome] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def count(self, outcome: Outcome) -> int:
        """The posts with that outcome."""
        return sum(one is outcome for one in self.outcomes.values())

    def put(self, place: str, outcome: Outcome) -> None:
        """Note an outcome."""
        order = list(Outcome)
        self.outcomes[place] = max(outcome, self.outcomes.get(place, outcome), key=order.index)


def pull(
    workspace: Workspace,
    project: str,
    url: str,
    options: PullOptions | None = None,
    *,
    tally: PullTally | None = None,
    on_progress: Progressed | None = None,
) -> Iterator[ImportPlan]:
    """Take in what the site has, answer by answer; each plan is written when it is given out.

    What cannot be read or would shrink is left out and said; the rest goes on. Stopped in the middle it leaves whole
    articles, and goes on when it is done again. Raises ServiceError when the site fails; what came before stays.
    """
    options = options or PullOptions()
    since = parse_since(options.since) if options.since is not None else None
    tally = tally if tally is not None else PullTally()
    with workspace.reading() as session:
        get_project(session, project)
    with open_site(url, options.credentials, per_page=options.per_page, patience=options.patience) as client:
        puller = _Puller(workspace, project, client, options, tally)
        if not client.has_markup:
            tally.notes.append(_NO_MARKUP)
        for kind in (PostType.POSTS, PostType.PAGES) if options.with_pages else (PostType.POSTS,):
            known, total = len(puller.hashes), 0
            for page in client.read(kind, since):
                yield from puller.take(page)
                total = page.total or 0
                if on_progress and total:
                    on_progress(min(len(puller.hashes) - known, total), total)
            if total > (shown := len(puller.hashes) - known):
                tally.notes.append(f"{total - shown} of {total} {kind} are not shown to this account")
    yield from puller.take_translations()
    if not client.is_settled:
        tally.notes.append(_UNSETTLED)


class _Puller:
    """Turns answers into articles, all of them one import."""

    def __init__(
        self, workspace: Workspace, project: str, client: WordPressClient, options: PullOptions, tally: PullTally
    ) -> None:
        self.workspace = workspace
        self.project = project
        self.client = client
        self.options = options
        self.tally = tally
        self.run_id: int | None = None
        self.name = show_address(client.root)
        self.hashes: dict[str, str] = {}
        self.places: dict[str, str] = {}
        self.originals: dict[str, Slice] = {}
        self.waiting: dict[str, list[Slice]] = {}
        with workspace.reading() as session:
            self.source_language = get_project(session, project).source_language

    def take(self, page: PostPage) -> Iterator[ImportPlan]:
        """Take in the articles of one answer; translations wait until their originals are in."""
        articles: list[Slice | Skipped] = []
        for piece in slice_rest_posts(page.data, show_address(page.address)):
            if isinstance(piece, Skipped):
                articles.append(piece)
            elif not self._is_news(piece):
                continue
            elif _is_hidden(piece.data):
                articles.append(Skipped(piece.where, _HIDDEN))
            elif piece.language in ("", self.source_language):
                articles.append(piece)
                if piece.group:
                    self.originals[piece.group] = piece
            else:
                self.waiting.setdefault(piece.group or piece.where, []).append(piece)
        yield from self._take(articles)

    def take_translations(self) -> Iterator[ImportPlan]:
        """Take in what waits, each translation beside its original."""
        for group, translations in self.waiting.items():
            original = self.originals.get(group)
            for plan in self._take([original, *translations] if original else translations):
                # The original was given out when it came.
                yield replace(plan, articles=())

    def _is_news(self, one: Slice) -> bool:
        """Whether this very state of a post was not here yet: a list that moves is read twice."""
        place = one.id or one.where
        digest = hashlib.sha256(one.data).hexdigest()
        if self.hashes.get(place) == digest:
            return False
        self.hashes[place] = digest
        self.places[one.where] = place
        return True

    def _take(self, pieces: Sequence[Slice | Skipped]) -> Iterator[ImportPlan]:
        """Take the pieces together; where that fails by halves, so that one broken post holds up no other."""
        if not pieces:
            return
        try:
            yield self._write(self._plan(pieces))
        except (InputError, RefusedError) as error:
            middle = len(pieces) // 2
            if middle:
                yield from self._take(pieces[:middle])
                yield from self._take(pieces[middle:])
            else:
                skipped = Skipped(pieces[0].where, _say(error, pieces[0].where), is_fault=True)
                yield self._write(ImportPlan(self.project, (), (), (skipped,)))

    def _plan(self, pieces: Sequence[Slice | Skipped]) -> ImportPlan:
        options = ImportOptions(force=self.options.force)
        plan = plan_slices(self.workspace, self.project, pieces, options)
        if self.client.has_markup or self.options.force:
            return plan
        losing = [article for article in plan.articles if self._loses_markup(article)]
        kept = tuple(article for article in plan.articles if article not in losing)
        skipped = tuple(Skipped(article.slice.where, _LOSES_MARKUP) for article in losing)
        return replace(plan, articles=kept, skipped=(*plan.skipped, *skipped))

    def _loses_markup(self, plan: ArticlePlan) -> bool:
        if plan.is_new or plan.is_same or _has_markup(plan.slice.data):
            return False
        with self.workspace.reading() as session:
            (row,) = store.list_articles(session, project=self.project, slug=plan.slug, with_withdrawn=True)
            revision = store.find_revision(session, row.id)
        return revision is not None and _has_markup(revision.data)

    def _write(self, plan: ImportPlan) -> ImportPlan:
        if not self.options.is_dry_run and not plan.is_idle:
            with self.workspace.writing() as session:
                named = replace(plan, name=self.name)
                self.run_id = ImportWriter(self.workspace, session, named, self.run_id).write()
        for article in plan.articles:
            self._put(article.slice.where, find_outcome(article))
        for translation in plan.translations:
            self._put(translation.slice.where, Outcome.ATTACHED)
        for skipped in plan.skipped:
            self._put(skipped.where, Outcome.SKIPPED)
        return plan

    def _put(self, where: str, outcome: Outcome) -> None:
        self.tally.put(self.places.get(where, where), outcome)


def find_outcome(plan: ArticlePlan) -> Outcome:
    """What is told of an article: bytes that changed around the same paragraphs are taken over, but are no news."""
    if plan.is_new:
        return Outcome.NEW
    is_same = plan.is_same or all(pair.change is Change.UNCHANGED for pair in plan.pairs)
    return Outcome.UNCHANGED if is_same else Outcome.CHANGED


def _has_markup(data: bytes) -> bool:
    """Whether a post has its content as it was written, not only as readers see it."""
    return isinstance(_read_content(data).get("raw"), str)


def _is_hidden(data: bytes) -> bool:
    """Whether a post has a text that this answer keeps back."""
    if not _PROTECTED.search(data):
        return False
    content = _read_content(data)
    return content.get("protected") is True and not content.get("raw") and not content.get("rendered")


def _read_content(data: bytes) -> dict[str, Any]:
    try:
        content = json.loads(data)["content"]
    except (ValueError, RecursionError, LookupError, TypeError):
        return {}
    return content if isinstance(content, dict) else {}


def _say(error: TmsError, where: str) -> str:
    """The error without the place, which is told beside it."""
    said = error.message.removeprefix(f"'{where}'").removeprefix(where)
    return said.lstrip(":, ") or error.message
