"""Tags stay whole: pure rules of where a cursor stands and what a deletion takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tms.tui.blocks import Role
from tms.tui.tag_guard import TagGuard
from tms.tui.text_marks import find_spaces, quieten, show_spaces
from tms.values import MissingTag
from tms.workflow.markup import find_markup, list_missing_tags

PIECES = st.lists(
    st.sampled_from(["<b>", "</b>", "<br>", "word", " ", "[", "](https://a.org)", "**", "&nbsp;", "{name}", "é", "\n"])
)


def cut(text: str, start: int, end: int) -> str:
    """The letters that no tag of the text holds, outside of two places."""
    tags = [span for span in find_markup(text) if span.is_whole]
    return "".join(
        letter
        for at, letter in enumerate(text)
        if not start <= at < end and not any(span.start <= at < span.end for span in tags)
    )


@given(PIECES, st.integers(0, 60), st.integers(0, 60))
def test_a_deletion_takes_whole_tags_and_no_letter_outside_of_them(pieces: list[str], one: int, other: int) -> None:
    text = "".join(pieces)
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    first, last = TagGuard(find_markup(text)).cover(start, end)
    assert first <= start <= end <= last
    assert cut(text, first, last) == cut(text, start, end)
    spans = [span for span in find_markup(text) if span.is_whole]
    assert not any(span.start < edge < span.end for span in spans for edge in (first, last))


@given(PIECES)
def test_a_pair_that_goes_leaves_every_letter_between_and_around(pieces: list[str]) -> None:
    text = "".join(pieces)
    guard = TagGuard(find_markup(text))
    for span in guard.spans:
        partner = guard.partner_of(span)
        left, cursor = guard.without_pair(text, span)
        gone = [span] if partner is None else [span, partner]
        assert len(left) == len(text) - sum(half.end - half.start for half in gone)
        assert left[:cursor] == "".join(
            letter
            for at, letter in enumerate(text[: span.start])
            if not any(half.start <= at < half.end for half in gone)
        )


MISSING = {
    "a pair": ("<b>a</b>", "", (MissingTag("<b>", "</b>"), MissingTag("</b>"))),
    "its end alone": ("<b>a</b>", "<b>a", (MissingTag("</b>"),)),
    "nested": ("*a **b***", "*a*", (MissingTag("**", "**"), MissingTag("**"))),
    "a translated link is there": ("[a](http://a.org/en)", "[a](http://a.org/fr)", ()),
    "a placeholder by its name": ("{name} {place}", "{place}", (MissingTag("{name}"),)),
    "no entity, no address": ("a&nbsp;b http://a.org", "", ()),
    "the second of two": ("<br>a<br>", "<br>", (MissingTag("<br>"),)),
    "a link that is begun": ("[a](http://a.org)", "[b", (MissingTag("](http://a.org)"),)),
    "no link is begun by brackets": (
        "[a](b.org)",
        "[x]",
        (MissingTag("[", "](b.org)"), MissingTag("](b.org)")),
    ),
    "none": ("plain", "plain", ()),
}


@pytest.mark.parametrize(("source", "target", "missing"), MISSING.values(), ids=MISSING)
def test_tags_that_a_translation_has_not_yet(source: str, target: str, missing: tuple[MissingTag, ...]) -> None:
    assert list_missing_tags(source, target) == missing


def test_tags_are_a_step_back_and_the_rest_keeps_its_role() -> None:
    runs = quieten([("ab<b>c", Role.PLAIN), ("d</b>", Role.TERM)], [(2, 5), (7, 11)])
    assert runs == [("ab", Role.PLAIN), ("<b>", Role.QUIET), ("c", Role.PLAIN), ("d", Role.TERM), ("</b>", Role.QUIET)]


@given(st.text(alphabet="a \u00a0\u202f\t\n"))
def test_spaces_are_shown_one_for_one_and_nothing_else_changes(text: str) -> None:
    shown = show_spaces(text)
    changed = {at for start, end in find_spaces(text) for at in range(start, end)}
    assert len(shown) == len(text)
    assert all((shown[at] == text[at]) == (at not in changed) for at in range(len(text)))
