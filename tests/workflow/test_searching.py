"""Find in all texts: sources, translations, what they were, what was said."""

import pytest

from tests.workflow.articles import RIVER, RIVER_TEXT, import_text, translate
from tms.errors import InputError, NotFoundError
from tms.values import Concept, Hit, HitKind, Query, Scope, Side, Term
from tms.workflow.commenting import add_comment
from tms.workflow.deciding import change_concept
from tms.workflow.searching import Searcher
from tms.workflow.workspace import Workspace

HILL = "blog/hill"


def fill(workspace: Workspace) -> Workspace:
    import_text(workspace, RIVER_TEXT)
    import_text(workspace, "The hill\n\nA bridge of stone.\n", name="hill.txt")
    translate(workspace, "s3", "Le pont est fermé depuis 2016.")
    translate(workspace, "s2", "Un pont\u00a0: de pierre.", ref=HILL)
    translate(workspace, "s2", "Un puente de piedra.", ref=HILL, language="es")
    return workspace


@pytest.fixture
def blog(workspace: Workspace) -> Workspace:
    return fill(workspace)


def find(workspace: Workspace, words: str, scope: Scope | None = None) -> list[Hit]:
    return [hit for hits in Searcher(workspace).search(Query(words), scope or Scope()) for hit in hits]


def places(hits: list[Hit]) -> list[tuple[str, str, str]]:
    return [(hit.article.partition("/")[2], hit.segment, hit.language) for hit in hits]


def test_sources_and_translations_of_all_articles_are_found_with_their_places(blog: Workspace) -> None:
    hits = find(blog, "pont")
    assert places(hits) == [("hill", "s2", "fr"), ("river", "s3", "fr")]
    assert (hits[0].number, hits[0].source, hits[0].target_spans) == (2, "A bridge of stone.", ((3, 7),))
    assert hits[0].source_spans == ()


def test_a_source_that_is_found_stands_there_once(blog: Workspace) -> None:
    assert places(find(blog, "bridge")) == [("hill", "s2", "es"), ("river", "s3", "es")]
    assert places(find(blog, "bridge", Scope(language="fr"))) == [("hill", "s2", "fr"), ("river", "s3", "fr")]


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        pytest.param(Scope(ref=RIVER), [("river", "s3", "fr")], id="one article"),
        pytest.param(Scope(project="blog", language="es"), [], id="one language"),
        pytest.param(Scope(side=Side.SOURCE), [], id="the source only"),
        pytest.param(Scope(ref=RIVER, segment="s2"), [], id="one paragraph"),
    ],
)
def test_only_what_is_asked_for_is_looked_at(blog: Workspace, scope: Scope, found: list[tuple[str, str, str]]) -> None:
    assert places(find(blog, "pont", scope)) == found


def test_what_was_saved_since_the_last_search_is_found(blog: Workspace) -> None:
    searcher = Searcher(blog)
    assert [hit for hits in searcher.search(Query("oncle"), Scope()) for hit in hits] == []
    translate(blog, "s4", "Mon oncle recevait une lettre.")
    assert len([hit for hits in searcher.search(Query("oncle"), Scope()) for hit in hits]) == 1


def test_earlier_texts_and_comments_are_found_when_asked_for(any_workspace: Workspace) -> None:
    blog = fill(any_workspace)
    translate(blog, "s3", "Le viaduc est fermé depuis 2016.")
    add_comment(blog, RIVER, "s3", "is it a pont or a viaduc?", is_question=True)
    assert find(blog, "pont", Scope(ref=RIVER)) == []
    hits = find(blog, "pont", Scope(ref=RIVER, with_history=True, with_comments=True))
    assert [(hit.kind, hit.target) for hit in hits] == [
        (HitKind.HISTORY, "Le pont est fermé depuis 2016."),
        (HitKind.COMMENT, "is it a pont or a viaduc?"),
    ]
    assert all("me" in hit.note for hit in hits)
    import_text(blog, RIVER_TEXT.replace("closed", "shut"))
    assert [hit.note.partition(",")[0] for hit in find(blog, "closed", Scope(with_history=True))] == ["earlier English"]


def test_a_term_is_found_in_every_form_and_language(blog: Workspace) -> None:
    terms = (Term("en", "bridge"), Term("fr", "pont", part_of_speech="noun"), Term("es", "puente"))
    change_concept(blog, Concept("bridge", terms), expect=None)
    translate(blog, "s4", "Des ponts, des pontons.")
    searcher = Searcher(blog)
    query = searcher.with_forms(Query("pont"))
    hits = [hit for hits in searcher.search(query, Scope(side=Side.TARGET)) for hit in hits]
    assert places(hits) == [("hill", "s2", "es"), ("hill", "s2", "fr"), ("river", "s3", "fr"), ("river", "s4", "fr")]
    assert hits[-1].target_spans == ((4, 9),)
    with pytest.raises(InputError, match="no term"):
        searcher.with_forms(Query("viaduc"))


def test_no_words_find_nothing_and_an_article_that_is_not_there_is_told(blog: Workspace) -> None:
    assert find(blog, "") == []
    with pytest.raises(NotFoundError):
        find(blog, "pont", Scope(ref="blog/none"))
