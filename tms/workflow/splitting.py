"""Take a page of several articles apart: what stands on it, which article is a translation of which, what to do."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from pathlib import Path, PurePath

from tms.errors import InputError
from tms.formats import decode_source, detect_format, get_format
from tms.glossary import TermIndex
from tms.text.number_notation import get_base_language
from tms.text.words import count_words
from tms.tracking import Kinship, PageArticle, find_articles, relate_articles
from tms.values import Skipped, Slice
from tms.workflow.articles import get_project
from tms.workflow.files import read_file
from tms.workflow.naming import make_slug
from tms.workflow.sourcing import Source
from tms.workflow.terms import get_terms
from tms.workflow.workspace import Workspace

_SPLIT_FORMATS = ("text", "markdown", "html")
_LONGEST_SLUG = 80
# A file that is not said to be a page is looked at no further than this, and called one only where that is plain.
_SNIFFED = 300_000
_PLAIN = 0.7


class Fate(StrEnum):
    """What becomes of an article of a page."""

    IMPORT = "import"
    ATTACH = "attach"
    LEAVE_OUT = "leave out"


@dataclass(frozen=True, slots=True)
class SplitArticle:
    """One article of a page, and what is known of it; `line` is where it starts, from 1.

    `confidence` and `reasons` are about the cut. `original` is the slug of the article that it is a translation of,
    with `kinship_confidence` and `kinship_reasons`. `why_left_out` is "" unless it is left out.
    """

    slug: str
    title: str
    line: int
    words: int
    language: str
    language_confidence: float
    confidence: float
    reasons: tuple[str, ...]
    fate: Fate
    original: str = ""
    kinship_confidence: float | None = None
    kinship_reasons: tuple[str, ...] = ()
    why_left_out: str = ""


@dataclass(frozen=True, slots=True)
class SplitPage:
    """The articles of a page in order, and for each the piece that an import takes."""

    name: str
    format: str
    articles: tuple[SplitArticle, ...]
    pieces: tuple[Slice | Skipped, ...]
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class PageHint:
    """That a file looks like several articles: how many, and in which languages."""

    articles: int
    languages: tuple[str, ...]

    def __str__(self) -> str:
        plural = "s" if len(self.languages) > 1 else ""
        return f"{self.articles} articles in {len(self.languages)} language{plural} ({', '.join(self.languages)})"


def list_page_slices(
    data: bytes,
    name: str,
    *,
    format_id: str | None = None,
    source_language: str = "en",
    target_languages: Sequence[str] = ("fr", "es"),
    terms: TermIndex | None = None,
) -> SplitPage:
    """Cut a page into its articles; raises InputError where the file is none that can be split.

    Articles in the source language come as slices to import, translations as slices of the same group as their
    original; the others are skipped with the reason.
    """
    form = get_format(format_id) if format_id else detect_format(name, data)
    if form.id not in _SPLIT_FORMATS:
        raise InputError(f"'{name}' is {form.title}, which cannot be split", "--split takes text, Markdown and HTML")
    page = decode_source(data, name)
    found = find_articles(page, is_html=form.id == "html")
    if not found:
        raise InputError(f"'{name}' has no article in it", "give a page with paragraphs in it")
    languages = {get_base_language(tag): tag for tag in (*target_languages, source_language)}
    texts = [page[one.start : one.teaser_start] for one in found]
    kinships = relate_articles(
        texts,
        [one.language if one.language in languages else "" for one in found],
        source_language=source_language,
        terms=_list_forms(terms, tuple(languages)) if terms else None,
    )
    splitter = _Splitter(page, name, form.id, found, _give_slugs(found, name), languages, source_language)
    articles = splitter.describe({kinship.translation: kinship for kinship in kinships})
    return SplitPage(name, form.id, articles, splitter.cut(articles), hashlib.sha256(data).hexdigest())


def split_files(
    workspace: Workspace, project: str, paths: Sequence[Path], *, format_id: str | None = None
) -> tuple[SplitPage, ...]:
    """Cut pages for a project: into its languages, with its glossary to tell what is a translation of what."""
    with workspace.reading() as session:
        found = get_project(session, project)
        terms = get_terms(workspace, session)
    return tuple(
        list_page_slices(
            read_file(path),
            "standard input" if str(path) == "-" else str(path),
            format_id=format_id,
            source_language=found.source_language,
            target_languages=found.target_languages,
            terms=terms,
        )
        for path in paths
    )


def to_source(page: SplitPage) -> Source:
    """A page that was cut, as something to import."""
    return Source(page.name, lambda: iter(page.pieces), lambda: page.sha256)


def find_page_hint(piece: Slice) -> PageHint | None:
    """What to tell a person who imports a page of several articles as one; None for what is, or may be, one article.

    It is plain where teaser lines repeat titles, where files with front matter stand in a row, or where titles and
    languages change together.
    """
    if piece.format not in ("text", "markdown"):
        return None
    page = decode_source(piece.data, piece.where.strip("'"))[:_SNIFFED]
    found = [one for one in find_articles(page) if one.confidence >= _PLAIN and one.language]
    languages = tuple(dict.fromkeys(one.language for one in found))
    telling = sum("front matter" in " ".join(one.reasons) or _repeats_title(page, one) for one in found)
    if len(found) < 2 or (telling < 2 and len(languages) < 2):
        return None
    return PageHint(len(found), languages)


def _repeats_title(page: str, one: PageArticle) -> bool:
    teaser = " ".join(page[one.teaser_start : one.end].split()).casefold()
    return bool(one.title) and " ".join(one.title.split()).casefold() in teaser


def _list_forms(terms: TermIndex, languages: Sequence[str]) -> Mapping[str, Mapping[str, Sequence[str]]]:
    """The forms of each concept by language, as the comparison takes them."""
    return {
        concept: {
            language: [form for term in terms.list_terms(concept, language) for form in (term.text, *term.forms)]
            for language in languages
        }
        for concept in terms.concepts
    }


def _give_slugs(found: Sequence[PageArticle], name: str) -> list[str]:
    """A slug for each article by its title, by the page's name where it has none; none twice."""
    stem = PurePath(name).stem or "page"
    slugs: list[str] = []
    for number, one in enumerate(found, 1):
        slug = _shorten(make_slug(one.title).lower() if one.title else f"{make_slug(stem).lower()}-{number}")
        names = (slug if again == 1 else f"{slug}-{again}" for again in count(1))
        slugs.append(next(name for name in names if name not in slugs))
    return slugs


def _shorten(slug: str) -> str:
    """The slug's first words."""
    if len(slug) <= _LONGEST_SLUG:
        return slug
    return (slug[: _LONGEST_SLUG + 1].rpartition("-")[0] or slug[:_LONGEST_SLUG]).rstrip("-.")


@dataclass(frozen=True, slots=True)
class _Splitter:
    """A page that was cut; `languages` maps what is found in texts to the project's tags."""

    page: str
    name: str
    format: str
    found: Sequence[PageArticle]
    slugs: Sequence[str]
    languages: Mapping[str, str]
    source_language: str

    def describe(self, kinships: Mapping[int, Kinship]) -> tuple[SplitArticle, ...]:
        """Each article with what will become of it."""
        return tuple(self._describe(place, one, kinships.get(place)) for place, one in enumerate(self.found))

    def _describe(self, place: int, one: PageArticle, kinship: Kinship | None) -> SplitArticle:
        fate, why = self._decide(one, kinship)
        return SplitArticle(
            slug=self.slugs[place],
            title=one.title,
            line=_count_lines(self.page, one.start),
            words=count_words(self.page[one.start : one.teaser_start]),
            language=self.languages.get(one.language, one.language),
            language_confidence=one.language_confidence,
            confidence=one.confidence,
            reasons=one.reasons,
            fate=fate,
            original=self.slugs[kinship.original] if kinship else "",
            kinship_confidence=kinship.confidence if kinship else None,
            kinship_reasons=kinship.reasons if kinship else (),
            why_left_out=why,
        )

    def _decide(self, one: PageArticle, kinship: Kinship | None) -> tuple[Fate, str]:
        if not one.language:
            return Fate.LEAVE_OUT, "its language is not known"
        if one.language not in self.languages:
            return Fate.LEAVE_OUT, f"in '{one.language}', which the project does not translate into"
        if self.languages[one.language] == self.source_language:
            return Fate.IMPORT, ""
        if kinship is None:
            return Fate.LEAVE_OUT, f"in '{self.languages[one.language]}', and its original is not on this page"
        return Fate.ATTACH, ""

    def cut(self, articles: Sequence[SplitArticle]) -> tuple[Slice | Skipped, ...]:
        """The pieces for an import, in the order of the page."""
        return tuple(
            self._cut(number, one, article)
            for number, (one, article) in enumerate(zip(self.found, articles, strict=True), 1)
        )

    def _cut(self, number: int, one: PageArticle, article: SplitArticle) -> Slice | Skipped:
        where = f"'{self.name}', article {number} (line {article.line})"
        if article.fate is Fate.LEAVE_OUT:
            return Skipped(where, article.why_left_out)
        return Slice(
            slug=article.slug,
            format=self.format,
            data=self.page[one.start : one.end].encode(),
            where=where,
            title=article.title,
            language=article.language,
            group=article.original or article.slug,
        )


def _count_lines(page: str, end: int) -> int:
    """The number of the line that an offset stands in."""
    before = page[:end]
    return before.count("\n") + before.count("\r") - before.count("\r\n") + 1
