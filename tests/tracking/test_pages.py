"""A page of several articles is cut where one ends and the next begins, and nowhere else."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tms.text.normalize import hash_text
from tms.tracking import PageArticle, find_articles

ARTICLES = Path(__file__).parent / "page_articles"

LETTER = (
    "A letter from Yarkand\n\nThe letter came in a parcel of tea, folded eight times. Nobody in the family had "
    "written it, and nobody dared to burn it.\n\nIt said that the well had been moved and that the cousins were in "
    "good health. There are no cousins in Yarkand."
)
MARKET = (
    "Le marché de Hotan a fermé ses portes\n\nLes marchands ont reçu l’ordre de partir avant midi. Ils avaient vendu "
    "du raisin et des tapis à cet endroit pendant quarante ans.\n\nDepuis, la place est un parking. Une seule femme y "
    "revient chaque vendredi, sans rien à vendre."
)
BRIDGE = (
    "El puente de Dandong sigue a oscuras\n\nDesde la orilla china se ve la otra ciudad como una sombra. Los barqueros "
    "dicen que ya nadie les hace señas por la noche.\n\nAntes de la pandemia cruzaban camiones todos los días. Ahora "
    "solo pasa el viento, y de vez en cuando un tren."
)
BELL = (
    "The bell that nobody may ring\n\nIn the village of Dam Ho the bell was taken down in spring. It stands in the "
    "yard of the police now, under a sheet of plastic.\n\nThe priest was told that the sound had worried the tourists. "
    "There are no tourists in Dam Ho."
)
FOUR = ((LETTER, "en"), (MARKET, "fr"), (BRIDGE, "es"), (BELL, "en"))


def _title(article: str) -> str:
    return article.partition("\n")[0]


def _slices(page: str, articles: tuple[PageArticle, ...]) -> list[str]:
    return [page[article.start : article.end].rstrip("\n") for article in articles]


def _languages(articles: tuple[PageArticle, ...]) -> list[str]:
    return [article.language for article in articles]


TEASERS = {
    "english with the title": "Continue reading {title}",
    "english, quoted": "Continue reading “{title}”",
    "english, straight quotes": 'Continue reading "{title}" →',
    "no title": "Continue reading →",
    "read more": "Read more",
    "read more, in brackets": "[Read more…]",
    "french": "Lire la suite de « {title} »",
    "french, no title": "Lire la suite →",
    "french, infinitive": "Continuer la lecture de « {title} » →",
    "french, colon": "Lire la suite : {title}",
    "spanish": "Seguir leyendo «{title}»",
    "spanish, no title": "Leer más »",
    "spanish, without accents": "LEER MAS...",
    "spanish, imperative": "Sigue leyendo {title}",
    "decomposed letters": "Leer ma\u0301s",
    "capitals": "CONTINUE READING “{title}”",
    "markdown link": "[Continue reading “{title}” →](https://blog.example/2021/03/post/#more-12)",
    "markdown link, no title": "[Read more](https://blog.example/?p=4)",
    "more in brackets": "(more…)",
    "suite in brackets": "[suite...]",
    "emphasis": "**Continue reading {title}**",
    "title cut off": "Continue reading {cut}…",
    "no-break space in the title": "Continue reading “{hard}”",
}


@pytest.mark.parametrize("teaser", TEASERS.values(), ids=TEASERS.keys())
@pytest.mark.parametrize(
    "between", ["\n\n", "\n\n\n\n", "\n"], ids=["blank line", "three blank lines", "no blank line"]
)
def test_teaser_lines_end_articles(teaser: str, between: str) -> None:
    expected = []
    for article, _ in FOUR:
        title = _title(article)
        hard = "\u00a0".join(title.rsplit(" ", 1))
        line = teaser.format(title=title, cut=title[:-6].rstrip(), hard=hard)
        expected.append(f"{article}\n\n{line}")
    page = between.join(expected) + "\n"
    articles = find_articles(page)
    assert _slices(page, articles) == expected
    assert [article.title for article in articles] == [_title(article) for article, _ in FOUR]
    assert _languages(articles) == [language for _, language in FOUR]
    assert min(article.confidence for article in articles) >= 0.9
    assert [page[one.teaser_start : one.end].strip() for one in articles] == [e.rpartition("\n")[2] for e in expected]


@pytest.mark.parametrize("newline", ["\r\n", "\r"], ids=["CRLF", "CR"])
def test_any_line_end_and_a_byte_order_mark(newline: str) -> None:
    expected = [f"{article}\n\nRead more: {_title(article)}\n".replace("\n", newline) for article, _ in FOUR]
    page = "\ufeff" + newline.join(expected)
    assert [page[a.start : a.end] for a in find_articles(page)] == expected


def test_a_teaser_at_the_end_of_a_paragraph() -> None:
    expected = [f"{article} […] Continue reading →" for article, _ in FOUR]
    page = "\n\n".join(expected)
    articles = find_articles(page)
    assert _slices(page, articles) == expected
    assert page[articles[0].teaser_start :].startswith("Continue reading →\n\nLe marché")


def test_what_belongs_to_the_page_belongs_to_no_article() -> None:
    first = f"{LETTER}\n\nContinue reading “{_title(LETTER)}”"
    second = f"{MARKET}\n\nContinue reading “{_title(MARKET)}”"
    page = (
        "The Silk Lamp\n\nNews and views\n\nPosted on 3 March 2021 by editor\n\n"
        f"{first}\n\nPosted in Letters | Leave a comment\n\n* * *\n\nPublié le 4 mars 2021\n\n{second}\n\n"
        "Posted in Trade | 2 Comments\n\nOlder posts\n"
    )
    assert _slices(page, find_articles(page)) == [first, second]


def test_the_last_article_needs_no_teaser() -> None:
    first = f"{LETTER}\n\nContinue reading {_title(LETTER)}"
    page = f"{first}\n\n{BELL}\n"
    articles = find_articles(page)
    assert _slices(page, articles) == [first, BELL]
    assert articles[1].teaser_start == articles[1].end


def test_an_article_without_teaser_between_others() -> None:
    first = f"{LETTER}\n\nContinue reading {_title(LETTER)}"
    last = f"{BELL}\n\nContinue reading {_title(BELL)}"
    page = f"{first}\n\n{BRIDGE}\n\n{last}\n"
    assert _slices(page, find_articles(page)) == [first, BRIDGE, last]


def test_a_title_that_stands_only_in_the_teaser_line() -> None:
    body = LETTER.partition("\n\n")[2]
    page = f"{body}\n\nContinue reading “A letter from Yarkand”\n\n{BELL}\n\nContinue reading “{_title(BELL)}”\n"
    articles = find_articles(page)
    assert [article.title for article in articles] == ["A letter from Yarkand", _title(BELL)]
    assert articles[0].confidence < articles[1].confidence


def test_a_repeated_title_begins_one_article() -> None:
    first = f"{_title(LETTER)}\n\n{LETTER}\n\nContinue reading {_title(LETTER)}"
    second = f"{BELL}\n\nContinue reading {_title(BELL)}"
    page = f"{first}\n\n{second}\n"
    assert _slices(page, find_articles(page)) == [first, second]


WITHOUT_TEASERS = {
    "a rule": "\n\n---\n\n",
    "stars": "\n\n* * *\n\n",
    "three blank lines": "\n\n\n\n",
}


@pytest.mark.parametrize("between", WITHOUT_TEASERS.values(), ids=WITHOUT_TEASERS.keys())
def test_pages_without_teaser_lines(between: str) -> None:
    page = between.join((LETTER, MARKET, BELL, BRIDGE))
    assert _slices(page, find_articles(page)) == [LETTER, MARKET, BELL, BRIDGE]


def test_a_change_of_language_at_a_title_is_enough() -> None:
    page = f"{LETTER}\n\n{MARKET}\n\n{BRIDGE}\n\n{BELL}"
    articles = find_articles(page)
    assert _slices(page, articles) == [LETTER, MARKET, BRIDGE, BELL]
    assert _languages(articles) == ["en", "fr", "es", "en"]


@pytest.mark.parametrize(
    "line", ["By Jane Ansah", "Posted on 12 March 2021", "12 March 2021", "Publicado el 12 de marzo de 2021"]
)
def test_a_dateline_under_a_title_is_enough(line: str) -> None:
    first, second = (article.replace("\n\n", f"\n\n{line}\n\n", 1) for article in (LETTER, BELL))
    page = f"{first}\n\n{second}"
    assert _slices(page, find_articles(page)) == [first, second]


def test_headings_of_the_first_level_begin_articles() -> None:
    expected = [f"# {LETTER}\n\n## Afterwards\n\nNobody came to ask about the tea or the letter.", f"# {BELL}"]
    page = "\n\n".join(expected)
    articles = find_articles(page)
    assert _slices(page, articles) == expected
    assert [article.title for article in articles] == [_title(LETTER), _title(BELL)]
    assert max(article.confidence for article in articles) < 0.9


def test_front_matters_begin_articles() -> None:
    first = f"---\ntitle: A letter\nlang: en\n---\n\n{LETTER.partition(chr(10) * 2)[2]}"
    second = f"---\ntitle: 'The bell'\nlang: en\n---\n\n# {BELL}\n\n# What else\n\nNothing else was heard in the yard."
    page = f"{first}\n\n{second}\n"
    articles = find_articles(page)
    assert _slices(page, articles) == [first, second]
    assert [article.title for article in articles] == ["A letter", "The bell"]


def test_html_articles() -> None:
    def wrap(article: str, language: str) -> str:
        title, *paragraphs = article.split("\n\n")
        body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        return f'<article class="post" lang="{language}"><h2><a href="/x">{title}</a></h2>{body}</article>'

    expected = [wrap(article, language) for article, language in FOUR]
    comment = '<article class="comment-body"><p>What a sad story, thank you for it.</p></article>'
    page = f"<html><body><!-- <article> --><main>{'<hr>'.join(expected)}</main>{comment}</body></html>"
    articles = find_articles(page)
    assert [page[a.start : a.end] for a in articles] == expected
    assert [(a.title, a.language) for a in articles] == [(_title(article), language) for article, language in FOUR]


# What must stay whole.

WHOLE = {
    "a plain article": LETTER,
    "running prose": LETTER + "\n\nContinue reading was all she could do, and so she read on until the lamp was out.",
    "a demand": LETTER + "\n\nRead more books, said the teacher.\n\n" + BELL.partition("\n\n")[2],
    "within a sentence": LETTER.replace("nobody dared", "nobody wished to continue reading it or dared"),
    "a link to another text": (
        f"{LETTER}\n\nRead more: The well that was moved\n\n{BELL.partition(chr(10) * 2)[2]}\n\n"
        "The family has asked for a copy of the file."
    ),
    "a foreign quotation": (
        f"{LETTER}\n\nThe neighbour, who comes from Lyon, put it like this:\n\n"
        "« Je n’ai jamais vu une lettre pareille, et pourtant j’ai travaillé à la poste pendant trente ans. »\n\n"
        "She laughed when she said it, and then she did not laugh any more."
    ),
    "headings within": LETTER + "\n\nWhat the neighbours say\n\n" + BELL.partition("\n\n")[2],
    "sections in Markdown": f"# {LETTER}\n\n## What the neighbours say\n\n{BELL.partition(chr(10) * 2)[2]}",
    "a rule within": LETTER + "\n\n* * *\n\n" + BELL.partition("\n\n")[2],
    "one article with its teaser": LETTER + "\n\nContinue reading A letter from Yarkand",
    "front matter": f"---\ntitle: A letter\n---\n\n# {LETTER}\n\n# What else\n\n{BELL.partition(chr(10) * 2)[2]}",
    "a fence of code": f"# {LETTER}\n\n```\n# Continue reading\n\n# A heading\n```\n\nThis was all that it had.",
    "a heading that could be a teaser": f"{MARKET}\n\nLa suite\n\nPersonne n’a revu les marchands depuis ce matin-là.",
    "a word in brackets": f"{LETTER}\n\nThere was (more) tea in the house than anybody could drink.",
    "a list": "Bring along\n\n- tea\n- a lamp\n- Continue reading",
}


@pytest.mark.parametrize("page", WHOLE.values(), ids=WHOLE.keys())
def test_one_article_stays_whole(page: str) -> None:
    articles = find_articles(page)
    assert _slices(page, articles) == [page]


def test_two_blank_lines_before_prose_are_no_end() -> None:
    first = LETTER.replace(".\n\n", ".\n\n\n", 1) + "\n\nContinue reading A letter from Yarkand"
    page = f"{first}\n\n{BELL}\n\nContinue reading {_title(BELL)}"
    assert _slices(page, find_articles(page))[0] == first


def test_where_it_is_not_sure_it_says_so() -> None:
    page = f"{LETTER}\n\n\n\n{BELL}"
    articles = find_articles(page)
    assert [article.confidence for article in articles] == [0.5, 0.5]
    assert articles[1].reasons == ("a title after 3 blank lines; it may be a heading of one article",)


@pytest.mark.parametrize("page", ["", "\n\n \n", "\ufeff", "\ud800", "---\n\n---\n"])
def test_a_page_of_nothing(page: str) -> None:
    assert len(find_articles(page)) <= 1


@pytest.mark.parametrize("seed", range(12))
def test_generated_pages_are_cut_exactly(seed: int) -> None:
    """Every cut right, every language right, on pages of all made-up articles in random order and theme."""
    files = sorted(ARTICLES.glob("*.txt"), key=lambda file: hash_text(f"{seed} {file.name}"))[:14]
    theme = ("Continue reading “{}”", "Continue reading {} →", "Lire la suite de « {} »", "Leer más")[seed % 4]
    expected = []
    for file in files:
        article = file.read_text(encoding="utf-8").strip()
        expected.append((f"{article}\n\n{theme.format(_title(article))}", file.stem.rpartition(".")[2]))
    page = ("\n\n", "\n\n\n")[seed % 2].join(text for text, _ in expected)
    articles = find_articles(page)
    assert list(zip(_slices(page, articles), _languages(articles), strict=True)) == expected


_LINES = st.sampled_from(
    ["", "", "Continue reading", "Read more: The lamp", "The lamp", "# The lamp", "---", "===", "By Ann", "1 May 2020",
     "It was dark in the house when they came back from the market.", "Il faisait noir dans la maison ce soir-là.",
     "```", "<article>", "</article>", "Posted in news", "\ufeff", "\u2028", "« »", "[", "中文文章的标题", "ئۇيغۇر"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(_LINES, max_size=30), st.sampled_from(["\n", "\r\n", "\r"]))
def test_slices_stand_in_order_within_the_page(lines: list[str], newline: str) -> None:
    page = newline.join(lines)
    position = 0
    for article in find_articles(page):
        assert position <= article.start < article.end <= len(page)
        assert article.start <= article.teaser_start <= article.end
        assert page[article.start : article.end].strip()
        assert 0 < article.confidence <= 1
        position = article.end


HOSTILE = {
    "teasers": "Read more\n\n" * 8_000,
    "titles": "The lamp\n\n" * 8_000,
    "unclosed elements": "<article>" * 15_000,
    "comments": "<!--" * 30_000,
    "brackets": "Read more [" * 8_000,
    "fences": "```\n\n" * 4_999,
    "tildes and backticks": "~~~\n```\n" * 5_000 + "~~~",
    "rules": "- " * 100_000,
    "one line": "word " * 60_000,
    "quotes": "Continue reading “" + "« " * 50_000,
    "spaces": "Continue reading" + " " * 100_000 + "x",
    "datelines": "Posted on " * 8_000,
    "links": "[Read more](" * 5_000,
    "titles in two languages": "The lamp of the house\n\nLa lampe de la maison\n\n" * 2_500,
    "paragraphs in two languages": (
        "It was dark in the house when they came back from it.\n\nIl faisait noir dans la maison ce soir-là.\n\n" * 700
    ),
}


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_page_takes_long(page: str) -> None:
    start = time.process_time()
    find_articles(page)
    assert time.process_time() - start < 4
