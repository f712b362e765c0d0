"""How a page of several articles is shown: what stands on it, and what becomes of each."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

from tms.cli.output import cut_line

if TYPE_CHECKING:
    from tms.workflow.splitting import SplitArticle, SplitPage


def page_document(page: "SplitPage") -> dict[str, object]:
    """A page with its articles, for a program."""
    return {"page": page.name, "format": page.format, "articles": [asdict(one) for one in page.articles]}


def list_page_lines(page: "SplitPage") -> Iterator[str]:
    """A page with its articles, for a person."""
    yield f"'{page.name}' holds {len(page.articles)} articles"
    for number, one in enumerate(page.articles, 1):
        yield f"{number:>3}  line {one.line:<5} {one.language or '?':<3} {one.confidence:4.0%}  {cut_line(one.title)}"
        yield f"     cut here because: {', '.join(one.reasons)}"
        yield f"     {_say_fate(one)}"


def _say_fate(one: "SplitArticle") -> str:
    if one.why_left_out:
        return f"left out: {one.why_left_out}"
    if one.original:
        return f"a translation of {one.original} ({one.kinship_confidence:.0%}): {', '.join(one.kinship_reasons)}"
    return f"article {one.slug}"
