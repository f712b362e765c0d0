"""A page of several articles becomes pieces that an import can take, and says what will be done with each."""

from pathlib import Path

import pytest

from tms.errors import InputError
from tms.glossary import TermIndex
from tms.values import Concept, Skipped, Slice, Term
from tms.workflow.splitting import Fate, PageHint, find_page_hint, list_page_slices


def _hint(data: bytes, format_id: str) -> PageHint | None:
    return find_page_hint(Slice("page", format_id, data, "'page'"))


ARTICLES = Path(__file__).parents[1] / "tracking" / "page_articles"
GERMAN = (
    "Ein Brief aus Hotan\n\nDer Brief kam in einem Paket mit Tee, und niemand in der Familie hatte ihn geschrieben. "
    "Man sagte, dass der Brunnen versetzt worden sei und dass es allen gut gehe."
)


def _read(name: str) -> str:
    text = (ARTICLES / f"{name}.txt").read_text(encoding="utf-8").strip()
    return f"{text}\n\nContinue reading “{text.partition(chr(10))[0]}”\n"


def _page(*names: str) -> bytes:
    return "\n".join(map(_read, names)).encode()


PAGE = _page("camp-prayer.fr", "nk-bible.es", "camp-un.en", "nk-bible.en", "nk-bible.fr")


def test_each_article_is_a_piece_or_left_out_with_the_reason() -> None:
    split = list_page_slices(PAGE, "page.txt")
    original = "fifteen-years-for-a-book-in-the-rice-faith-in-north-korea"
    united = "what-the-united-nations-said-about-xinjiang-and-what-it-left-out"
    assert split.format == "text"
    assert [(one.slug, one.language, one.fate, one.original) for one in split.articles] == [
        ("prier-en-silence-la-foi-des-ouighours-sous-surveillance", "fr", Fate.LEAVE_OUT, ""),
        ("quince-anos-por-un-libro-en-el-arroz-la-fe-en-corea-del-norte", "es", Fate.ATTACH, original),
        (united, "en", Fate.IMPORT, ""),
        (original, "en", Fate.IMPORT, ""),
        ("quinze-ans-pour-un-livre-cache-dans-le-riz-la-foi-en-coree-du-nord", "fr", Fate.ATTACH, original),
    ]
    assert split.pieces[0] == Skipped("'page.txt', article 1 (line 1)", "in 'fr', and its original is not on this page")
    assert split.pieces[3] == Slice(
        slug=original,
        format="text",
        data=_read("nk-bible.en").encode(),
        where="'page.txt', article 4 (line 31)",
        title="Fifteen years for a book in the rice: faith in North Korea",
        language="en",
        group=original,
    )
    assert [piece.group for piece in split.pieces if isinstance(piece, Slice)] == [original, united, original, original]


def test_the_reasons_are_there_to_be_shown() -> None:
    one = list_page_slices(PAGE, "page.txt").articles[1]
    assert one.reasons == ("its teaser line repeats its title",)
    assert one.kinship_confidence is not None
    assert one.kinship_confidence >= 0.9
    assert "3 paragraphs each" in one.kinship_reasons
    assert one.line == 11


def test_the_pieces_and_what_lies_between_are_the_page() -> None:
    split = list_page_slices(_page("nk-bible.en", "nk-bible.es", "tibet-monk.en"), "page.txt")
    datas = [piece.data for piece in split.pieces if isinstance(piece, Slice)]
    assert b"\n".join(datas) == _page("nk-bible.en", "nk-bible.es", "tibet-monk.en")


def test_the_languages_are_those_of_the_project() -> None:
    split = list_page_slices(PAGE, "page.txt", source_language="en-GB", target_languages=("es-MX",))
    assert [(one.language, one.fate, one.why_left_out) for one in split.articles] == [
        ("fr", Fate.LEAVE_OUT, "in 'fr', which the project does not translate into"),
        ("es-MX", Fate.ATTACH, ""),
        ("en-GB", Fate.IMPORT, ""),
        ("en-GB", Fate.IMPORT, ""),
        ("fr", Fate.LEAVE_OUT, "in 'fr', which the project does not translate into"),
    ]


def test_other_and_unknown_languages_are_left_out() -> None:
    data = f"{_read('tibet-monk.en')}\n{GERMAN}\n\nWeiterlesen\n\n手机里的照片\n\n一二三四五六七八九十,再见.\n".encode()
    split = list_page_slices(data, "page.txt")
    assert [(one.language, one.fate) for one in split.articles][:2] == [("en", Fate.IMPORT), ("de", Fate.LEAVE_OUT)]
    assert all(one.fate is Fate.LEAVE_OUT for one in split.articles[1:])


def test_the_glossary_speaks_too() -> None:
    terms = (Term("en", "North Korea"), Term("fr", "Corée du Nord"), Term("es", "Corea del Norte"))
    split = list_page_slices(PAGE, "page.txt", terms=TermIndex([Concept("north-korea", terms)]))
    assert "1 terms of the glossary in both" not in split.articles[1].kinship_reasons
    assert "1 term of the glossary in both" in split.articles[1].kinship_reasons


def test_no_slug_is_given_twice() -> None:
    bodies = [_read(name).partition("\n\n")[2].rpartition("\n\n")[0] for name in ("nk-bible.en", "tibet-monk.en")]
    page = "\n\n".join(f"News\n\n{body}\n\nContinue reading News" for body in bodies)
    assert [one.slug for one in list_page_slices(page.encode(), "page.txt").articles] == ["news", "news-2"]


def test_without_titles_the_page_gives_the_names() -> None:
    bodies = [_read(name).partition("\n\n")[2].rpartition("\n\n")[0] for name in ("nk-bible.en", "nk-bible.fr")]
    page = "\n\n---\n\n".join(bodies)
    assert [one.slug for one in list_page_slices(page.encode(), "Dump 3.txt").articles] == ["dump-3-1", "dump-3-2"]


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"", "page.txt", "'page.txt' is empty"),
        (b"\xff\xfea\0", "page.txt", "'page.txt' is not UTF-8 text: it looks like UTF-16"),
        (b"---\n\n---\n", "page.txt", "'page.txt' has no article in it"),
        (b"<!-- wp:paragraph --><p>a</p>", "page.html", "'page.html' is WordPress post, which cannot be split"),
    ],
)
def test_what_is_no_page_is_refused(data: bytes, name: str, message: str) -> None:
    with pytest.raises(InputError) as raised:
        list_page_slices(data, name)
    assert raised.value.message == message


@pytest.mark.parametrize("count", [2, 3, 5])
def test_a_page_is_known_without_being_told(count: int) -> None:
    names = ("camp-prayer.fr", "nk-bible.es", "camp-un.en", "nk-bible.en", "nk-bible.fr")[:count]
    hint = _hint(_page(*names), "text")
    assert hint == PageHint(count, ("fr", "es", "en")[:count])
    assert str(PageHint(5, ("en", "fr", "es"))) == "5 articles in 3 languages (en, fr, es)"


SINGLE = {
    "with its teaser": _read("nk-bible.en"),
    "with headings": f"# {_read('nk-bible.en')}\n# And then\n\n{_read('camp-un.en')}".replace("Continue", "Do not"),
    "with a translated part": (
        f"# {_read('nk-bible.en')}\n## Quinze ans\n\n" + _read("nk-bible.fr").partition("\n")[2]
    ).replace("Continue", "Do not"),
    "with calls to read more": "\n\nRead more\n\n".join(_read("camp-un.en").split("\n\n")[:4]),
    "with a heading after blank lines": f"{GERMAN}\n\n\nDas Dorf\n\n{GERMAN}",
}


@pytest.mark.parametrize("text", SINGLE.values(), ids=SINGLE.keys())
def test_one_article_is_not_taken_for_a_page(text: str) -> None:
    assert _hint(text.encode(), "markdown") is None


def test_html_is_split_at_its_article_elements() -> None:
    page = "".join(
        f'<article lang="{name[-2:]}"><h2>{_read(name).partition(chr(10))[0]}</h2><p>{_read(name)}</p></article>\n'
        for name in ("nk-bible.en", "nk-bible.fr")
    )
    split = list_page_slices(page.encode(), "page.html")
    assert [(one.language, one.fate) for one in split.articles] == [("en", Fate.IMPORT), ("fr", Fate.ATTACH)]
    assert b"".join(p.data + b"\n" for p in split.pieces if isinstance(p, Slice)) == page.encode()
    assert _hint(page.encode(), "html") is None
