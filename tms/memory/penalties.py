"""Points that an entry loses in ranking for where it comes from; its score stays what it is."""

from datetime import date

from tms.values import MemoryPair, Origin, Penalty

MACHINE = Penalty("machine translation", 10)
NOT_REVIEWED = Penalty("not reviewed", 10)
OLD = Penalty("older than 24 months", 5)

_OLD_AFTER_MONTHS = 24


def list_penalties(pair: MemoryPair, today: date) -> tuple[Penalty, ...]:
    """The penalties of an entry on a day; an entry without a readable date counts as recent."""
    return tuple(
        penalty
        for penalty, applies in (
            (MACHINE, pair.origin is Origin.MACHINE),
            (NOT_REVIEWED, not pair.is_reviewed),
            (OLD, _is_old(pair.updated_at, today)),
        )
        if applies
    )


def _is_old(updated_at: str, today: date) -> bool:
    try:
        then = date.fromisoformat(updated_at[:10])
    except ValueError:
        return False
    months = (today.year - then.year) * 12 + today.month - then.month
    return months > _OLD_AFTER_MONTHS or (months == _OLD_AFTER_MONTHS and today.day > then.day)
