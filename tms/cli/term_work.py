"""`tms glossary`, the work on terms: propose, decide, why, where used, what a change reaches."""

from typing import Annotated

import typer

from tms.cli.options import MaybeLang
from tms.cli.output import Face, cut_line
from tms.errors import InputError
from tms.values import Applied, DecisionView, ImpactRow, ProposalView, TermReason, TermStatus

ConceptId = Annotated[str, typer.Argument(metavar="CONCEPT", help="The id, as 'tms glossary list' prints it.")]
Number = Annotated[int, typer.Argument(metavar="NUMBER", help="As 'tms glossary proposals' prints it.")]
Reason = Annotated[str, typer.Option("--reason", metavar="R", help="Why; it is kept and can be searched.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    for command in (propose, proposals, accept, refuse, remove, why, uses, impact):
        app.command()(command)


def propose(
    context: typer.Context,
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="The word in the source.")],
    target: Annotated[str, typer.Argument(metavar="TARGET", help="The word for it in the translation.")],
    lang: Annotated[str, typer.Option("--lang", metavar="L", help="The language of the translation.")],
    source_lang: Annotated[str, typer.Option("--source-lang", metavar="L")] = "en",
    article: Annotated[str, typer.Option("--article", metavar="ARTICLE", help="Where it was met.")] = "",
    segment: Annotated[str, typer.Option("--segment", metavar="SEGMENT", help="Its paragraph there.")] = "",
    note: Annotated[str, typer.Option("--note", help="What a coordinator should know.")] = "",
) -> None:
    """Propose a term; it waits for a coordinator.

    Example: tms glossary propose "hukou" "hukou" --lang fr --note "household registration"
    """
    from tms.workflow.proposing import Place, propose_term

    face: Face = context.obj
    if bool(article) != bool(segment):
        raise InputError("--article and --segment go together", "name both, or neither")
    place = Place(article, segment) if article else None
    with face.workspace() as workspace:
        view = propose_term(workspace, (source, target), lang, source_language=source_lang, place=place, note=note)
    face.show(_proposal_document(view), [f"proposed, number {view.id}; a coordinator decides"])


def proposals(
    context: typer.Context,
    with_all: Annotated[bool, typer.Option("--all", help="Also those that were decided on.")] = False,
) -> None:
    """List the proposals that wait for a coordinator.

    Example: tms glossary proposals
    """
    from tms.workflow.proposing import list_proposals

    face: Face = context.obj
    with face.workspace() as workspace:
        found = list_proposals(workspace, with_decided=with_all)
    lines = [line for view in found for line in _proposal_lines(view)]
    face.show({"proposals": [_proposal_document(view) for view in found]}, lines or ["nothing waits"])


def _proposal_lines(view: ProposalView) -> list[str]:
    where = f"  {view.article} {view.segment}" if view.article else ""
    lines = [f"{view.id:>4}  {view.source} ({view.source_language}) = {view.target} ({view.language})"]
    lines.append(f"      {view.who}, {view.at:%Y-%m-%d}{where}" + (f": {view.note}" if view.note else ""))
    return [*lines, f"      {view.decision}"] if view.decision else lines


def _proposal_document(view: ProposalView) -> dict[str, object]:
    names = (
        "id",
        "source_language",
        "source",
        "language",
        "target",
        "note",
        "who",
        "at",
        "state",
        "article",
        "segment",
    )
    return {name: getattr(view, name) for name in names} | {"decision": view.decision}


def accept(
    context: typer.Context,
    number: Number,
    concept: Annotated[
        str, typer.Option("--concept", metavar="CONCEPT", help="The concept that it belongs to; default by its words.")
    ] = "",
    source: Annotated[str, typer.Option("--source", help="Another word in the source.")] = "",
    target: Annotated[str, typer.Option("--target", help="Another word in the translation.")] = "",
    status: Annotated[str, typer.Option("--status", help="preferred, admitted or deprecated.")] = "",
    part_of_speech: Annotated[str, typer.Option("--pos", help="noun, adjective, proper noun …")] = "",
    gender: Annotated[str, typer.Option("--gender", help="m, f or m/f.")] = "",
    form: Annotated[
        list[str] | None, typer.Option("--form", metavar="F", help="Each form; default by the rules of the language.")
    ] = None,
    reason: Reason = "",
) -> None:
    """Take a proposal into the glossary, as it is or edited.

    Example: tms glossary accept 3 --gender m --reason "as in Le Monde"
    """
    from tms.workflow.proposing import Edits, accept_proposal

    face: Face = context.obj
    edits = Edits(source, target, concept, _parse_status(status), part_of_speech, gender, tuple(form or ()))
    with face.workspace() as workspace:
        view, decided = accept_proposal(workspace, number, edits=edits, reason=reason)
    concept_id = decided.concept.id if decided.concept else ""
    lines = [f"accepted into '{concept_id}'"]
    lines += [f"glossaries/{decided.file} has it too"] if decided.file else []
    lines.append(f"'tms glossary forms {concept_id}' shows its forms, 'tms glossary impact {concept_id}' its reach")
    face.show(_proposal_document(view) | {"concept": concept_id, "file": decided.file}, lines)


def _parse_status(status: str) -> TermStatus | None:
    if not status:
        return None
    try:
        return TermStatus(status)
    except ValueError as error:
        raise InputError(f"'{status}' is no status of a term", f"it is {', '.join(TermStatus)}") from error


def refuse(context: typer.Context, number: Number, reason: Reason = "") -> None:
    """Refuse a proposal, with a reason.

    Example: tms glossary refuse 4 --reason "Fundéu recommends uigur"
    """
    from tms.workflow.proposing import refuse_proposal

    face: Face = context.obj
    with face.workspace() as workspace:
        view = refuse_proposal(workspace, number, reason=reason)
    face.show(_proposal_document(view), [f"refused {view.target}"])


def remove(context: typer.Context, concept: ConceptId, reason: Reason = "") -> None:
    """Take a concept out of the glossary, with a reason.

    Example: tms glossary remove geneva --reason "nobody gets it wrong"
    """
    from tms.workflow.deciding import remove_concept

    face: Face = context.obj
    with face.workspace() as workspace:
        decided = remove_concept(workspace, concept, reason=reason)
    told = f"; glossaries/{decided.file} has it no more" if decided.file else ""
    face.show({"concept": concept, "file": decided.file}, [f"removed '{concept}'{told}"])


def why(
    context: typer.Context, word: Annotated[str, typer.Argument(metavar="WORD", help="Any word of any language.")]
) -> None:
    """Tell why a word is written as it is, and everything that was decided on it.

    Example: tms glossary why Sinkiang
    """
    from tms.workflow.deciding import find_reasons

    face: Face = context.obj
    with face.workspace() as workspace:
        said, decisions = find_reasons(workspace, word)
    lines = [line for reason in said for line in _reason_lines(reason)]
    lines += [line for decision in decisions for line in _decision_lines(decision)]
    reason_names = ("concept", "language", "term", "status", "reason")
    decision_names = ("at", "who", "kind", "concept", "summary", "reason", "before", "after")
    document = {
        "terms": [{name: getattr(one, name) for name in reason_names} for one in said],
        "decisions": [{name: getattr(one, name) for name in decision_names} for one in decisions],
    }
    face.show(document, lines or [f"nothing is said of '{word}'"])


def _reason_lines(reason: TermReason) -> list[str]:
    return [f"{reason.term} ({reason.language}) is {reason.status} in {reason.concept}", f"    {reason.reason}"]


def _decision_lines(decision: DecisionView) -> list[str]:
    lines = [
        f"{decision.at:%Y-%m-%d} {decision.kind} by {decision.who}: {decision.concept} {decision.summary}".rstrip()
    ]
    return [*lines, f"    {decision.reason}"] if decision.reason else lines


def uses(context: typer.Context, concept: ConceptId) -> None:
    """List the paragraphs in which a concept stands.

    Example: tms glossary uses xinjiang
    """
    from tms.workflow.campaigning import find_uses

    face: Face = context.obj
    with face.workspace() as workspace:
        found = find_uses(workspace, concept)
    names = ("article", "segment", "language", "text", "start", "end")
    lines = [
        f"{use.article} {use.segment} {use.language}  {cut_line(use.text[max(0, use.start - 20) :], 70)}"
        for use in found
    ]
    document = {"uses": [{name: getattr(use, name) for name in names} for use in found]}
    face.show(document, lines or [f"no paragraph has '{concept}'"])


def impact(
    context: typer.Context,
    concept: ConceptId,
    lang: MaybeLang = None,
    article: Annotated[
        list[str] | None, typer.Option("--article", metavar="ARTICLE", help="Only this article; repeatable.")
    ] = None,
    apply: Annotated[bool, typer.Option("--apply", help="Write the proposals as drafts, article by article.")] = False,
    reason: Reason = "",
) -> None:
    """List every paragraph that has an old form of a concept, and what it would become.

    Example: tms glossary impact xinjiang --lang es --apply
    """
    from tms.workflow.campaigning import apply_impact, find_impact

    face: Face = context.obj
    with face.workspace() as workspace:
        refs: list[str | None] = [*article] if article else [None]
        rows = [row for ref in refs for row in find_impact(workspace, concept, language=lang, ref=ref)]
        places = dict.fromkeys((row.article, row.language) for row in rows) if apply else {}
        done = [apply_impact(workspace, concept, *place, reason=reason) for place in places]
    lines = [line for row in rows for line in _impact_lines(row)]
    lines += [line for one in done for line in _applied_lines(one)]
    if rows and not apply:
        lines.append("'--apply' writes the proposals as drafts for review")
    names = ("article", "segment", "language", "state", "is_published", "text", "found", "message", "proposed")
    document: dict[str, object] = {
        "impact": [{name.removeprefix("is_"): getattr(row, name) for name in names} for row in rows]
    }
    if apply:
        document["applied"] = [_applied_document(one) for one in done]
    face.show(document, lines or [f"no paragraph has an old form of '{concept}'"])


def _impact_lines(row: ImpactRow) -> list[str]:
    published = ", published" if row.is_published else ""
    lines = [f"{row.article} {row.segment} {row.language} ({row.state}{published}): {row.message}"]
    lines.append(f"    - {cut_line(row.text, 100)}")
    lines.append(
        f"    + {cut_line(row.proposed, 100)}" if row.proposed else "    by hand: nobody can tell what to write"
    )
    return lines


def _applied_lines(done: Applied) -> list[str]:
    lines = [f"{done.article} {done.language}: drafts to be read now: {len(done.segments)}"]
    return lines + [f"    {key} left alone: {why_not}" for key, why_not in done.left]


def _applied_document(done: Applied) -> dict[str, object]:
    left = [{"segment": key, "reason": why_not} for key, why_not in done.left]
    return {"article": done.article, "language": done.language, "segments": done.segments, "left": left}
