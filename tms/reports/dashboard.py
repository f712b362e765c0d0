"""One HTML page for coordinators: self-contained, without scripts, everything from outside escaped."""

import re
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from tms.reports.panels import BAR_WIDTH, LABELS, count_totals, list_projects, list_stale
from tms.values import WorkspaceReport

_LANGUAGES = {
    "en": "English",
    "es": "Spanish",
    "es-419": "Spanish (Latin America)",
    "fr": "French",
}
# What turns the reading direction of the text after it, what moves a cursor, and what UTF-8 cannot write.
_HARMFUL = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def render_dashboard(report: WorkspaceReport) -> str:
    """The page with the numbers of the report; what they mean is in docs/numbers.md."""
    projects, stale = list_projects(report), list_stale(report)
    template = _build_environment().get_template("dashboard.html.j2")
    return template.render(
        report=report,
        projects=projects,
        stale=stale,
        faulty=[article for article in report.articles if article.source_faults],
        totals=count_totals(projects, stale),
        bar_width=BAR_WIDTH,
        labels=LABELS,
    )


@lru_cache(maxsize=1)
def _build_environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("tms.reports", "."),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_make_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"percent": format_percent, "plural": format_count, "language": format_language}
    return environment


def format_percent(share: float) -> str:
    """A share in whole percent, rounded down so that only all of it is 100 %."""
    percent = int(share * 100 + 1e-9)
    return "<1\u202f%" if share > 0 and percent == 0 else f"{percent}\u202f%"


def format_count(count: int, noun: str) -> str:
    """A number with its noun: "1 day", "12 days"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def format_language(code: str) -> str:
    """The English name of a language, or its code."""
    return _LANGUAGES.get(code, code)


def _make_harmless(value: object) -> object:
    """Shows controls as symbols, in every value that the template prints."""
    # What a macro of the template made has gone through here already.
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return _HARMFUL.sub(_to_symbol, value)
    return value


def _to_symbol(found: re.Match[str]) -> str:
    point = ord(found[0])
    if point < 0x20:
        return chr(0x2400 + point)
    return "\ufffd" if 0xD800 <= point <= 0xDFFF else f"[U+{point:04X}]"
