"""The HTML page: whole, closed in itself, harmless, and the urgent first."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from html.parser import HTMLParser

import pytest

from tms.reports import measure_progress, render_dashboard
from tms.reports.dashboard import format_percent
from tms.reports.panels import count_days
from tms.values import (
    ArticleReport,
    ArticleSummary,
    Blocker,
    Level,
    Progress,
    SegmentProgress,
    SourceFault,
    StaleRow,
    State,
    WorkspaceReport,
)

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
HOSTILE = (
    "\"><script>alert('x')</script>&amp;<img src=//evil.example/x onerror=a()> {{ 7*7 }} \u202eltr\x1b[31m\x00\ud800"
)
VOID = {"meta", "br", "hr", "img", "input", "link"}


class _Page(HTMLParser):
    """Reads a page strictly: every element is closed in its order."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def list_attributes(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def _progress(language: str = "fr", *, stale: int = 0, done: int = 3, due: date | None = None) -> Progress:
    rows = [SegmentProgress(10, State.REVIEWED, n < stale) for n in range(done)] + [
        SegmentProgress(10, State.INITIAL, is_stale=False)
    ]
    return measure_progress(language, rows, due=due)


def _article(slug: str, *languages: Progress, project: str = "blog", title: str | None = None) -> ArticleReport:
    summary = ArticleSummary(project, slug, slug.title() if title is None else title, "text", languages)
    return ArticleReport(summary, (), ())


def _stale(segment: str, *, level: Level = Level.CONTENT, days: int = 1, published: bool = False) -> StaleRow:
    since = NOW - timedelta(days=days)
    return StaleRow(
        "blog", "a", segment, "fr", level, ("number changed",), 1, since, published, "The source.", "Texte."
    )


def _page(*articles: ArticleReport) -> _Page:
    return _Page(render_dashboard(WorkspaceReport(NOW, articles)))


def test_the_page_asks_for_nothing_from_outside_and_runs_nothing() -> None:
    html = render_dashboard(WorkspaceReport(NOW, (_article("a", _progress(stale=1)),)))
    page = _Page(html)
    tags = {tag for tag, _ in page.elements}
    assert tags.isdisjoint({"script", "link", "img", "iframe", "object", "form", "base"})
    for _, attributes in page.elements:
        assert {"src", "href", "action", "onclick"}.isdisjoint(attributes)
    assert "http" not in html
    assert "@import" not in html
    assert page.list_attributes("html") == [{"lang": "en"}]


def test_everything_from_outside_is_only_text() -> None:
    row = replace(_stale(HOSTILE, published=True), source=HOSTILE, reasons=(HOSTILE,), language=HOSTILE)
    progress = replace(_progress(), language=HOSTILE, assignee=HOSTILE)
    report = ArticleReport(
        ArticleSummary(HOSTILE, HOSTILE, HOSTILE, "text", (progress,)),
        (row,),
        ((HOSTILE, (Blocker(HOSTILE, 1, (HOSTILE,)),)),),
        (SourceFault(HOSTILE, HOSTILE, HOSTILE),),
    )
    html = render_dashboard(WorkspaceReport(NOW, (report,)))
    page = _Page(html)
    assert {tag for tag, _ in page.elements}.isdisjoint({"script", "img"})
    assert {"\u202e", "\x1b", "\x00", "\ud800"}.isdisjoint(html)
    assert "[U+202E]ltr\u241b[31m\u2400\ufffd" in page.text
    assert "{{ 7*7 }}" in page.text
    assert "&amp;<img" in page.text
    html.encode("utf-8")


def test_tables_say_what_they_are() -> None:
    page = _page(replace(_article("a", _progress()), stale=(_stale("p1"),)))
    tags = [tag for tag, _ in page.elements]
    assert tags.count("table") == tags.count("caption") == 2
    assert {attributes.get("scope") for attributes in page.list_attributes("th")} == {"col", "row", "rowgroup"}


def test_what_the_glossary_says_of_the_english_has_a_table_of_its_own() -> None:
    fault = SourceFault("p4", "Uighurs", "“Uighurs” should be “Uyghurs”")
    page = _page(replace(_article("a", _progress()), source_faults=(fault,)))
    assert "In the English" in page.text
    assert page.text.index("p4") < page.text.index("should be “Uyghurs”")
    assert "In the English" not in _page(_article("a", _progress())).text


def test_terms_that_wait_are_counted_where_there_are_any() -> None:
    report = WorkspaceReport(NOW, (_article("a", _progress()),), 3)
    assert "proposed terms waiting" in _Page(render_dashboard(report)).text
    assert "proposed terms waiting" not in _page(_article("a", _progress())).text


def test_a_bar_is_told_in_words_too() -> None:
    page = _page(_article("a", _progress(stale=1)))
    (bar,) = [a for a in page.list_attributes("svg") if a.get("role") == "img"]
    assert bar["aria-label"] == "2 reviewed, 1 out of date, 1 not begun, of 4"
    widths = [float(a["width"] or 0) for a in page.list_attributes("rect") if "gap" in (a.get("class") or "")]
    assert widths == [150.0, 75.0, 75.0]
    assert "2 reviewed · 1 out of date · 1 not begun" in page.text


def test_a_report_that_does_not_say_where_the_stale_ones_are_still_has_a_bar() -> None:
    progress = replace(_progress(stale=3), stale_reviewed=0)
    page = _page(_article("a", progress))
    (bar,) = [a for a in page.list_attributes("svg") if a.get("role") == "img"]
    assert bar["aria-label"] == "3 reviewed, 3 out of date, 1 not begun, of 4"


def test_stale_paragraphs_stand_worst_first_with_their_age() -> None:
    rows = (
        _stale("p-new", days=0),
        _stale("p-old", days=12),
        _stale("p-major", level=Level.MAJOR),
        _stale("p-site", published=True),
    )
    text = _page(replace(_article("a", _progress(stale=4)), stale=rows)).text
    assert [text.index(name) for name in ("p-site", "p-major", "p-old", "p-new")] == sorted(
        text.index(name) for name in ("p-site", "p-major", "p-old", "p-new")
    )
    assert "number changed 12 days" in text
    assert "number changed 1 day" in text
    assert "number changed today" in text


def test_the_most_urgent_article_and_project_come_first() -> None:
    calm = _article("calm", _progress(), project="p1")
    late = _article("late", _progress(due=date(2026, 11, 20)), project="p2")
    stale = _article("stale", _progress(stale=2), project="p1")
    site = replace(_article("site", _progress(stale=1), project="p3"), stale=(_stale("x", published=True),))
    text = _page(calm, late, stale, site).text
    places = [text.rindex(name) for name in ("Site", "Late", "Stale", "Calm")]
    assert places == sorted(places)
    assert "2 days overdue" in text


def test_what_blocks_publication_is_listed_and_what_nothing_blocks_is_ready() -> None:
    article = replace(
        _article("a", _progress("fr"), _progress("es"), _progress("de")),
        blockers=(("fr", (Blocker("3 paragraphs are not reviewed", 3),)), ("es", ())),
    )
    text = _page(article).text
    assert "3 paragraphs are not reviewed" in text
    assert text.count("✓ ready") == 1
    assert text.count("not looked at") == 1
    assert "1 ready to publish" not in text
    assert "ready to publish 1" in text


@pytest.mark.parametrize(
    ("articles", "sentence"),
    [
        pytest.param((), "There are no articles yet.", id="empty"),
        pytest.param((_article("a", _progress()),), "Nothing is out of date, overdue or in doubt.", id="calm"),
        pytest.param(
            (replace(_article("a", _progress(stale=1)), stale=(_stale("p", published=True),)),),
            "1 paragraph on the site is out of date.",
            id="urgent",
        ),
        pytest.param((_article("a"),), "no target language", id="no language"),
        pytest.param((_article("a", measure_progress("fr", [])),), "no paragraphs", id="no paragraphs"),
        pytest.param((_article("slug-only", title=""),), "slug-only", id="no title"),
    ],
)
def test_the_page_says_how_things_are(articles: tuple[ArticleReport, ...], sentence: str) -> None:
    assert sentence in _page(*articles).text


@pytest.mark.parametrize(
    ("share", "text"),
    [(1.0, "100\u202f%"), (0.9999, "99\u202f%"), (0.29, "29\u202f%"), (0.001, "<1\u202f%"), (0.0, "0\u202f%")],
)
def test_only_all_of_it_is_100_percent(share: float, text: str) -> None:
    assert format_percent(share) == text


@pytest.mark.parametrize(
    ("since", "days"),
    [
        pytest.param(NOW - timedelta(days=12), 12, id="same zone"),
        pytest.param(datetime(2026, 11, 21, 9, 30, tzinfo=timezone(timedelta(hours=2))), 1, id="another zone"),
        pytest.param(datetime(2026, 11, 20, 9, 30), 2, id="no zone"),  # noqa: DTZ001 - SQLite gives such
        pytest.param(NOW + timedelta(hours=3), 0, id="a clock ahead"),
    ],
)
def test_the_age_is_in_whole_days(since: datetime, days: int) -> None:
    assert count_days(since, NOW) == days
