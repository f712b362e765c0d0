"""The glossary: browse, edit, find out where a term is used and why it is as it is."""

from asyncio import to_thread
from dataclasses import dataclass
from functools import partial

from textual import on, work
from textual.widgets import Input

from tms.errors import TmsError
from tms.tui.actions import When
from tms.tui.blocks import Role, make_block
from tms.tui.concept_blocks import describe_concept
from tms.tui.concept_rows import USUAL_LANGUAGES, name_of
from tms.tui.concept_texts import draft_concept
from tms.tui.language import _
from tms.tui.messages import ImpactLoaded
from tms.tui.screens.campaign import CampaignScreen
from tms.tui.screens.concept_dialog import ConceptDialog, Draft
from tms.tui.screens.decisions_dialog import DecisionsDialog
from tms.tui.screens.desk import DeskScreen
from tms.tui.screens.glossary_frame import GlossaryFrame
from tms.tui.screens.proposals import ProposalsScreen
from tms.tui.screens.reason_dialog import ReasonDialog
from tms.tui.screens.uses_dialog import UsesDialog
from tms.tui.term_work_blocks import count
from tms.values import Concept, DecisionKind, DecisionView, TermUse
from tms.workflow.campaigning import find_impact, find_uses
from tms.workflow.deciding import Decided, change_concept, find_reasons, list_decisions, remove_concept
from tms.workflow.reading import list_articles
from tms.workflow.term_texts import to_toml
from tms.workflow.terms import preview_forms
from tms.workflow.workspace import Workspace

MOST_USES = 500
TAKEN_BACK = "taken back"


@dataclass(frozen=True, slots=True)
class Change:
    """What a decision of mine changed, so that it can be taken back; None where there was, or is, no concept."""

    before: Concept | None
    after: Concept | None

    @property
    def id(self) -> str:
        """Which concept it was."""
        concept = self.before or self.after
        return "" if concept is None else concept.id


class GlossaryScreen(GlossaryFrame):
    """What can be done with a concept; each change is told with the file that has it and what it reaches."""

    def __init__(self, workspace: Workspace, search: str = "", concept: str = "") -> None:
        super().__init__(workspace, search, concept)
        self.changes: list[Change] = []
        self._told = ""

    def list_conditions(self) -> frozenset[When]:
        """Whether there is something to take back, too."""
        return super().list_conditions() | ({When.CHANGED} if self.changes else set())

    # Changing.

    @work(exit_on_error=False)
    async def action_open(self) -> None:
        """Edit the chosen concept."""
        # The letters before this Enter may not have been looked at yet.
        self.filter()
        before = self.concept
        if before is not None:
            decided = await self.app.push_screen_wait(ConceptDialog(self.workspace, Draft(to_toml(before), before)))
            self._note(before, decided, "changed")

    @work(exit_on_error=False)
    async def action_new_concept(self) -> None:
        """Write a new concept, of the words that no concept has or of others."""
        self.filter()
        typed = self.query_one(Input).value.strip()
        term: str | None = typed if typed and not self.list.rows else None
        if term is None:
            term = await self.app.push_screen_wait(ReasonDialog(_("New concept"), [], prompt=_("the English term")))
        if not term:
            return
        ids = frozenset(row.concept.id for row in self.rows or ())
        languages = self.languages[1:] or USUAL_LANGUAGES
        draft = Draft(draft_concept(term, languages, ids), taken=ids)
        self._note(None, await self.app.push_screen_wait(ConceptDialog(self.workspace, draft)), "added")

    @work(exit_on_error=False)
    async def action_remove(self) -> None:
        """Remove the chosen concept, with a reason."""
        concept = self.concept
        if concept is None:
            return
        blocks = [*describe_concept(concept, preview_forms(concept)), make_block(" ")]
        prompt = "why nobody needs it any more"
        reason = await self.app.push_screen_wait(
            ReasonDialog(_("Remove {id}").format(id=concept.id), blocks, prompt=prompt)
        )
        if reason:
            self._note(concept, await to_thread(remove_concept, self.workspace, concept.id, reason=reason), "removed")

    def action_undo(self) -> None:
        """Take my last change back."""
        self._take_back(self.changes.pop())

    @work(exit_on_error=False)
    async def _take_back(self, last: Change) -> None:
        try:
            if last.before is not None:
                undo = partial(change_concept, self.workspace, last.before, expect=last.after, reason=TAKEN_BACK)
            else:
                undo = partial(remove_concept, self.workspace, last.id, reason=TAKEN_BACK)
            decided = await to_thread(undo)
        except TmsError:
            self.changes.append(last)
            raise
        self._tell(decided, last.before or last.after, "as it was before")

    def _note(self, before: Concept | None, decided: Decided | None, word: str) -> None:
        if decided is not None:
            self.changes.append(Change(before, decided.concept))
            self._tell(decided, before or decided.concept, word)

    def _tell(self, decided: Decided, concept: Concept | None, word: str) -> None:
        """Say what happened; what it reaches is looked for and told when it is known."""
        if concept is None:
            return
        file = _(", {file} has it too").format(file=decided.file) if decided.file else ""
        self._told = f"“{name_of(concept)}” {word}{file}"
        self.say(self._told, Role.GOOD)
        self.wanted = decided.concept.id if decided.concept is not None else ""
        self.action_refresh()
        if decided.concept is not None:
            self._find_reach(decided.concept.id)

    @work(thread=True, exclusive=True, group="reach", exit_on_error=False)
    def _find_reach(self, concept_id: str) -> None:
        self.post_message(ImpactLoaded(concept_id, find_impact(self.workspace, concept_id)))

    @on(ImpactLoaded)
    def _tell_reach(self, message: ImpactLoaded) -> None:
        if message.rows and self.changes and self.changes[-1].id == message.concept:
            number = len(message.rows)
            is_old = all(row.found for row in message.rows)
            what = (_("has an old form") if number == 1 else _("have an old form")) if is_old else _("to look at")
            self.say(
                _("{told}; {paragraphs} {what}; {key} shows them").format(
                    told=self._told, paragraphs=count(number, "paragraph"), what=what, key=self.key_of("reach")
                ),
                Role.GOOD,
            )

    # Looking.

    @work(exit_on_error=False)
    async def action_uses(self) -> None:
        """Show where the concept stands, and open a paragraph."""
        concept = self.concept
        if concept is None:
            return
        self.say(_("looking …"), stays=True)
        uses = await to_thread(find_uses, self.workspace, concept.id, most=MOST_USES)
        self.say("")
        use = await self.app.push_screen_wait(UsesDialog(name_of(concept), uses, most=MOST_USES))
        if use is not None:
            await self._open_use(use)

    async def _open_use(self, use: TermUse) -> None:
        """Open a paragraph; one found in the source in the article's first language."""
        articles = await to_thread(list_articles, self.workspace)
        languages = [p.language for article in articles if article.ref == use.article for p in article.languages]
        if languages:
            language = use.language if use.language in languages else languages[0]
            self.is_stale = True
            self.app.push_screen(DeskScreen(self.workspace, use.article, language, key=use.segment))
        else:
            self.say(_("this article has no target language"), Role.WARNING)

    @work(exit_on_error=False)
    async def action_why(self) -> None:
        """Show what was decided on the concept."""
        concept = self.concept
        if concept is not None:
            decisions = await to_thread(find_decisions, self.workspace, concept)
            await self.app.push_screen_wait(DecisionsDialog(concept, decisions))

    def action_reach(self) -> None:
        """Show what a change of the concept reaches."""
        if self.concept is not None:
            self.app.push_screen(CampaignScreen(self.workspace, self.concept.id))

    def action_proposals(self) -> None:
        """Show what was proposed."""
        self.is_stale = True
        self.app.push_screen(ProposalsScreen(self.workspace))


def find_decisions(workspace: Workspace, concept: Concept) -> list[DecisionView]:
    """What was decided on a concept, and the proposals for its words that were refused; the newest first."""
    decisions = list_decisions(workspace, concept_id=concept.id)
    _, others = find_reasons(workspace, name_of(concept))
    refused = (one for one in others if one.kind is DecisionKind.REFUSED)
    return sorted((*decisions, *refused), key=lambda one: one.at, reverse=True)
