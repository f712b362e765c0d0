"""The lines of Home: when, what, where and how long, in a few words."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from rich.cells import cell_len, set_cell_size

from tms.tui.blocks import Block, Role, Run, cut_to, make_block
from tms.tui.harmless import show_harmless
from tms.tui.language import N_, _, ngettext
from tms.values import ArticleWork, Queue, QueueItem, Task

WIDE_LINE = 96
WEEK_DAYS = 7
_WHEN_WIDTH = 16
_TIME_WIDTH = 14
_DAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
_SIGNS: dict[Task, Run] = {
    Task.PUBLISHED: ("!", Role.WARNING),
    Task.STALE: ("!", Role.WARNING),
    Task.RETURNED: ("↩", Role.WARNING),
    Task.ASSIGNED: ("·", Role.ACCENT),
    Task.BEGUN: ("~", Role.ACCENT),
    Task.ANSWERED: ("?", Role.ACCENT),
    Task.OPEN: ("·", Role.QUIET),
    Task.DRAFTS: ("~", Role.QUIET),
    Task.REVIEW: ("▸", Role.QUIET),
    Task.QUESTIONS: ("?", Role.QUIET),
}


def list_empty_lines(*, has_articles: bool) -> tuple[str, ...]:
    """What to do where there is nothing to do."""
    if has_articles:
        return (
            _("Nothing waits for you. Thank you."),
            "",
            _("a  shows all articles, d the progress of each, ^G g the glossary."),
        )
    return (
        _("No article yet."),
        "",
        _("A coordinator brings one in on the command line:"),
        "  tms project add SLUG --target fr --target es",
        "  tms import SLUG article.md",
        "",
        _("Then press ^R here.  `tms demo` builds a sample workspace to try things on."),
    )


def describe_item(item: QueueItem, title: str, today: date, width: int, *, is_hidden: bool = False) -> Block:
    """One thing to do; on a narrow screen what it is stands on a second line."""
    minutes = _("about {minutes} min").format(minutes=item.minutes)
    what = describe_what(item, today, is_hidden=is_hidden)
    when = describe_when(item, today)
    is_late = when == _("now") or (item.due is not None and item.due < today)
    head: list[Run] = [(_fit(f" {when}", _WHEN_WIDTH), Role.WARNING if is_late else Role.QUIET), _SIGNS[item.task]]
    name = (item.language.upper(), Role.ACCENT)
    room = width - _WHEN_WIDTH - _TIME_WIDTH - 12
    if width >= WIDE_LINE:
        titled = max(20, int(room * 0.42))
        head += [(f"  {_fit(title, titled)}  ", Role.STRONG), name, ("  ", Role.PLAIN)]
        head += [(f"{_fit(what, room - titled)} ", Role.PLAIN), (f"{minutes:>{_TIME_WIDTH}}", Role.QUIET)]
        return make_block(*head, value=item, indent=_WHEN_WIDTH + 3)
    titled = max(12, room)
    head += [(f"  {_fit(title, titled)}  ", Role.STRONG), name, (f" {minutes:>{_TIME_WIDTH}}", Role.QUIET)]
    told = cut_to(what, max(10, width - _WHEN_WIDTH - 4))
    return make_block(*head, (f"\n{told}", Role.PLAIN), value=item, indent=_WHEN_WIDTH + 3)


def _fit(text: str, width: int) -> str:
    """A text of exactly so many cells, what is too long with an ellipsis."""
    shown = show_harmless(" ".join(text.split()) if not text.startswith(" ") else text)
    return set_cell_size(shown, width) if cell_len(shown) <= width else f"{set_cell_size(shown, width - 1)}…"


def describe_when(item: QueueItem, today: date) -> str:
    """By when, in a word."""
    if item.is_skipped:
        return _("not today")
    if item.due is not None:
        days = (item.due - today).days
        if days < 0:
            return ngettext("overdue {days} day", "overdue {days} days", -days).format(days=-days)
        if days <= 1:
            return _("by tomorrow") if days else _("by today")
        if days < WEEK_DAYS:
            return _("by {day}").format(day=_(_DAYS[item.due.weekday()]))
        return _("by {day}").format(day=item.due.isoformat())
    return {Task.PUBLISHED: _("now"), Task.RETURNED: _("today")}.get(item.task, "—")


def describe_what(item: QueueItem, today: date, *, is_hidden: bool = False) -> str:
    """What is to be done, in a few words; a hidden article's own words are not quoted."""
    told = _describe_task(item, today, is_hidden=is_hidden)
    typed = _("{typed} typed, not saved").format(typed=item.typed) if item.typed else ""
    return ", ".join(part for part in (typed, told) if part)


def _describe_task(item: QueueItem, today: date, *, is_hidden: bool) -> str:
    count = item.amount.count
    names = {"count": count, "total": item.total, "todo": item.todo, "quote": _quote(item.quote)}
    reasons = "" if is_hidden else ", ".join(item.reasons) or _(item.level.value)
    if item.task is Task.PUBLISHED:
        paragraphs = ngettext("{count} paragraph", "{count} paragraphs", count).format(count=count)
        return ", ".join(part for part in (paragraphs, reasons, describe_published(item, today)) if part)
    if item.task is Task.STALE:
        return ": ".join(part for part in (_("{count} out of date").format(**names), reasons) if part)
    if item.task is Task.RETURNED:
        said = _("{count} returned") if is_hidden else _("{count} returned: {quote}")
        return said.format(**names)
    of_all = _("{todo} of {total} paragraphs")
    texts = {
        Task.OPEN: _("{todo} of {total} paragraphs, begun by nobody") if item.todo == item.total else of_all,
        Task.DRAFTS: ngettext("{count} draft to read", "{count} drafts to read", count),
        Task.REVIEW: _("{count} to review"),
        Task.ANSWERED: ngettext("{count} question answered", "{count} questions answered", count),
        Task.QUESTIONS: ngettext("{count} question waits for an answer", "{count} questions wait for an answer", count),
    }
    return texts.get(item.task, of_all).format(**names)


def _quote(text: str) -> str:
    """What somebody said, in quotation marks unless it has some of its own."""
    return text if "“" in text or '"' in text else f"“{text}”"


def describe_published(item: QueueItem, today: date) -> str:
    """How long ago it went to the site."""
    at = item.published_at
    if at is None:
        return ""
    aware = at if at.tzinfo is not None else at.replace(tzinfo=UTC)
    days = (today - aware.astimezone().date()).days
    if days < 1:
        return _("published today")
    return ngettext("published {days} day ago", "published {days} days ago", days).format(days=days)


def describe_recent(work: ArticleWork, title: str, width: int) -> Block:
    """An article that was opened lately."""
    share = _("{done} of {total}").format(done=work.done, total=work.total)
    room = max(12, width - _WHEN_WIDTH - 24)
    return make_block(
        (" " * (_WHEN_WIDTH + 3), Role.PLAIN),
        (_fit(title, room), Role.PLAIN),
        (f"  {work.language.upper():<3} {share}", Role.QUIET),
        value=work,
    )


def greet(queue: Queue, now: datetime) -> tuple[str, str]:
    """The time of day, and what there is to do in one sentence."""
    hour = now.hour
    hello = _("Good evening.")
    if 5 <= hour < 12:
        hello = _("Good morning.")
    elif 12 <= hour < 18:
        hello = _("Good afternoon.")
    told = [text.format(count=count) for text, count in _count(queue.items) if count]
    return hello, f"{', '.join(told)}." if told else _("Nothing waits for you.")


def _count(items: Iterable[QueueItem]) -> list[tuple[str, int]]:
    sums = dict.fromkeys(Task, 0)
    for item in items:
        sums[item.task] += item.amount.count
    site = sums[Task.PUBLISHED]
    back = sums[Task.RETURNED]
    mine = sums[Task.ASSIGNED] + sums[Task.BEGUN] + sums[Task.STALE]
    free = sums[Task.OPEN] + sums[Task.DRAFTS]
    review = sums[Task.REVIEW]
    return [
        (
            ngettext("{count} thing is out of date on the site", "{count} things are out of date on the site", site),
            site,
        ),
        (ngettext("{count} came back from review", "{count} came back from review", back), back),
        (ngettext("{count} paragraph is yours", "{count} paragraphs are yours", mine), mine),
        (ngettext("{count} is open", "{count} are open", free), free),
        (ngettext("{count} is to review", "{count} are to review", review), review),
    ]
