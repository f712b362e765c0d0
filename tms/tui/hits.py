"""What a search found as lines: a heading for each article, the words marked in their place."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from tms.tui.blocks import Role, Run
from tms.tui.harmless import show_harmless
from tms.tui.language import N_, _, ngettext
from tms.tui.signs import LOCAL_SIGN, SIGNS
from tms.values import Hit, Query, Scope, Side

BEFORE_WORDS = 3  # of so many parts of a line that is cut, one stands before the words
SIDES = {
    Side.BOTH: N_("source and translation"),
    Side.SOURCE: N_("source only"),
    Side.TARGET: N_("translation only"),
}


@dataclass(frozen=True, slots=True)
class Heading:
    """An article with the number of paragraphs that were found in it."""

    article: str
    count: int


HitRow = Heading | Hit


def key_of(row: HitRow | None) -> object:
    """What a hit is known by when it is looked for again."""
    if not isinstance(row, Hit):
        return None
    return row.article, row.segment, row.language, row.kind, row.note


def list_rows(hits: Iterable[Hit], cover: Callable[[Hit], str]) -> list[HitRow]:
    """The hits under their articles; `cover` is the name of one of whose text nothing is shown yet, "" for the rest."""
    rows: list[HitRow] = []
    for article, group in groupby(hits, key=lambda hit: hit.article):
        found = list(group)
        name = cover(found[0])
        rows.append(Heading(name or article, len(found)))
        rows += [cover_up(hit) for hit in found] if name else found
    return rows


def cover_up(hit: Hit) -> Hit:
    """A hit without its texts."""
    return replace(hit, source=_("shown when the article is opened"), target="", source_spans=(), target_spans=())


def describe_heading(heading: Heading) -> list[Run]:
    """An article, and how much was found in it."""
    count = ngettext("{count} paragraph", "{count} paragraphs", heading.count).format(count=heading.count)
    return [(heading.article, Role.STRONG), (f"  {count}", Role.QUIET)]


def describe_place(hit: Hit) -> list[Run]:
    """Number, state and language of a hit."""
    number = LOCAL_SIGN if hit.number is None else str(hit.number)
    return [
        (f"{number:>4} ", Role.QUIET),
        (f"{SIGNS[hit.state]} ", Role.QUIET),
        (f"{hit.language.upper():<3}", Role.ACCENT),
    ]


def describe_target(hit: Hit, width: int) -> list[Run]:
    """The translation, or the earlier text or comment in its place, with the words marked."""
    if not hit.note:
        return mark_words(hit.target, hit.target_spans, width)
    note = f"[{hit.note}] "
    return [(note, Role.QUIET), *mark_words(hit.target, hit.target_spans, max(10, width - len(note)))]


def mark_words(text: str, spans: Sequence[tuple[int, int]], width: int) -> list[Run]:
    """As much of a text as a line holds, around its first marked words; they stand in brackets, not in colour alone."""
    shown = show_harmless(text).replace("\n", "␤")
    start = 0
    if spans and len(shown) > width:
        # The brackets take room as well.
        room = max(1, width - 2 * len(spans) - 2)
        start = max(0, min(spans[0][0] - room // BEFORE_WORDS, len(shown) - room))
        start = _to_word(shown, start, spans[0][0])
    runs: list[Run] = [("…", Role.QUIET)] if start else []
    position = start
    for first, last in spans:
        runs += [
            (shown[position:first], Role.PLAIN),
            ("⟦", Role.ACCENT),
            (shown[first:last], Role.KEY),
            ("⟧", Role.ACCENT),
        ]
        position = last
        if position - start > width:
            break
    return [*runs, (shown[position : position + width + 1], Role.PLAIN)]


def _to_word(text: str, start: int, before: int) -> int:
    """The beginning of the next word, if that is not too far."""
    space = text.find(" ", max(0, start - 1), before)
    return space + 1 if start and 0 <= space < start + 15 else start


def describe_scope(scope: Scope) -> str:
    """Where is looked, in words."""
    if scope.segment:
        where = _("in paragraph {key} of {article}").format(key=scope.segment, article=scope.ref)
    elif scope.ref:
        where = _("in {article}").format(article=scope.ref)
    else:
        where = _("in project {project}").format(project=scope.project) if scope.project else _("in all articles")
    languages = scope.language.upper() if scope.language else _("all languages")
    return f"{where}, {languages}"


def describe_options(query: Query, scope: Scope, *, with_forms: bool) -> Iterator[str]:
    """What is chosen otherwise than usual, in words."""
    chosen = {
        _(SIDES[scope.side]): True,
        _("regular expression"): query.is_regex,
        _("exact case"): query.is_case_exact,
        _("whole words"): query.is_whole_word,
        _("spaces and quotes as typed"): query.is_sign_exact,
        _("any accent"): query.is_loose,
        _("all forms of the term"): with_forms,
        _("earlier texts too"): scope.with_history,
        _("comments too"): scope.with_comments,
    }
    yield from (word for word, is_so in chosen.items() if is_so)
