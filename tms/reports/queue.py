"""What a person should do next, and why that first; the order is defined in docs/numbers.md."""

from collections.abc import Container, Iterable
from dataclasses import replace
from datetime import date

from tms.reports.pace import estimate_minutes, round_minutes
from tms.values import (
    Amount,
    ArticleWork,
    Level,
    QueueItem,
    ReturnedPiece,
    Role,
    Sitting,
    SittingPiece,
    StalePiece,
    Task,
    Worker,
)

MOST_MISSES = 20
_FAR = date.max


def rank_queue(works: Iterable[ArticleWork], worker: Worker, *, skipped: Container[str] = ()) -> tuple[QueueItem, ...]:
    """The articles that have something for this person, the most urgent first, what was put off at the end."""
    items = [item for work in works if (item := find_item(work, worker)) is not None]
    put_off = [replace(item, is_skipped=True) if item.place in skipped else item for item in items]
    return tuple(sorted(put_off, key=_urgency))


def _urgency(item: QueueItem) -> tuple[object, ...]:
    published = item.published_at.timestamp() if item.published_at is not None else 0.0
    rank = item.task.rank
    return (
        item.is_skipped,
        rank,
        -item.level.rank,
        published if item.task is Task.PUBLISHED else 0.0,
        item.due or _FAR,
        not item.typed,
        item.minutes,
        item.ref,
        item.language,
    )


def find_item(work: ArticleWork, worker: Worker) -> QueueItem | None:
    """The most urgent thing that this person has to do in an article and language; None for nothing."""
    returned = [piece for piece in work.returned if _is_mine(piece, work, worker)]
    found = _find_own(work, worker, returned) if _is_for(work, worker) else _find_left(work, returned)
    if found is None and (worker.is_alone or worker.role.rank >= Role.REVIEWER.rank):
        found = _find_judging(work, worker)
    if found is None:
        return None
    task, amount = found
    stale = _worst(work) if task in (Task.PUBLISHED, Task.STALE) else None
    first = returned[0] if task is Task.RETURNED else stale
    return QueueItem(
        ref=work.ref,
        title=work.title,
        language=work.language,
        task=task,
        amount=amount,
        minutes=round_minutes(estimate_minutes(task, amount, worker.pace)),
        notice=work.notice,
        total=work.total,
        todo=work.open.count + work.drafts.count + len(work.stale) + len(work.returned),
        typed=work.typed,
        due=work.due,
        level=stale.level if stale else Level.NONE,
        reasons=stale.reasons if stale else (),
        published_at=work.published_at,
        quote=returned[0].reason if task is Task.RETURNED else "",
        key=first.key if first else None,
    )


def _is_for(work: ArticleWork, worker: Worker) -> bool:
    """Whether translating it is this person's, or anybody's who works in the language."""
    if worker.is_alone or work.assignee == worker.id:
        return True
    return not work.assignee and (not worker.languages or work.language in worker.languages)


def _is_mine(piece: ReturnedPiece, work: ArticleWork, worker: Worker) -> bool:
    if worker.is_alone or piece.author == worker.id:
        return True
    return not piece.author and _is_for(work, worker)


def _find_own(work: ArticleWork, worker: Worker, returned: list[ReturnedPiece]) -> tuple[Task, Amount] | None:
    is_assigned = bool(work.assignee) and (worker.is_alone or work.assignee == worker.id)
    is_begun = bool(work.typed or work.mine or is_assigned)
    stale = Amount(len(work.stale), sum(piece.words for piece in work.stale))
    to_write = work.open + (work.drafts if is_begun else Amount())
    given_back = Amount(len(returned), sum(piece.words for piece in returned))
    chances = (
        (Task.PUBLISHED, stale if work.published_at is not None else Amount()),
        (Task.RETURNED, given_back),
        (Task.ASSIGNED, stale + to_write if is_assigned and work.due is not None else Amount()),
        (Task.STALE, stale),
        (Task.BEGUN, to_write if is_begun else Amount()),
        (Task.BEGUN, Amount(work.typed) if work.typed else Amount()),
        (Task.ANSWERED, Amount(work.answered)),
        (Task.OPEN, work.open),
        (Task.DRAFTS, work.drafts),
    )
    return next(((task, amount) for task, amount in chances if amount.count), None)


def _find_left(work: ArticleWork, returned: list[ReturnedPiece]) -> tuple[Task, Amount] | None:
    """What is mine in an article that somebody else translates."""
    if returned:
        return Task.RETURNED, Amount(len(returned), sum(piece.words for piece in returned))
    if work.typed:
        return Task.BEGUN, Amount(work.typed)
    return (Task.ANSWERED, Amount(work.answered)) if work.answered else None


def _find_judging(work: ArticleWork, worker: Worker) -> tuple[Task, Amount] | None:
    if work.review.count:
        return Task.REVIEW, work.review
    may_answer = worker.is_alone or worker.role is Role.COORDINATOR
    return (Task.QUESTIONS, Amount(work.questions)) if work.questions and may_answer else None


def _worst(work: ArticleWork) -> StalePiece:
    return max(work.stale, key=lambda piece: piece.level.rank)


def plan_sitting(pieces: Iterable[SittingPiece], budget: int) -> Sitting:
    """The most urgent paragraphs that fit into so many minutes; one at least, if there is any."""
    taken: list[SittingPiece] = []
    left, misses = float(budget), 0
    first: SittingPiece | None = None
    for piece in pieces:
        first = first or piece
        if piece.minutes <= left:
            taken.append(piece)
            left -= piece.minutes
        else:
            misses += 1
        if misses >= MOST_MISSES or left <= 0:
            break
    return Sitting(budget, tuple(taken) or ((first,) if first is not None else ()))
