"""Answers of the REST API of WordPress: which texts are units, what their posts say, what is refused."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tms.errors import InputError
from tms.formats import get_format, slice_rest_posts
from tms.values import Kind, Skipped, Slice

REST = get_format("wordpress-json")

BLOCKS = (
    '<!-- wp:search {"label":"Find \\u0022it\\u0022"} /-->\n'
    "<!-- wp:paragraph -->\n<p>One &amp; two</p>\n<!-- /wp:paragraph -->"
)
EDIT = {
    "id": 12,
    "slug": "camps",
    "link": "https://e.example/camps/",
    "title": {"raw": "The “camps” & more", "rendered": "The &#8220;camps&#8221; &#038; more"},
    "content": {"raw": BLOCKS, "rendered": "<p>One &amp; two</p>", "protected": False},
    "excerpt": {"raw": "", "rendered": "<p>One &hellip;</p>"},
    "meta": {"title": {"raw": "no"}, "content": "no"},
    "yoast_head_json": {"title": "no", "description": "no"},
}
VIEW = {
    "id": 13,
    "slug": "camps-2",
    "lang": "fr_FR",
    "translations": {"en": 12, "fr": 13},
    "title": {"rendered": "The &#8220;camps&#8221;"},
    "content": {"rendered": "<p>One</p>\n<p>Two [not a shortcode]</p>\n", "protected": False},
    "excerpt": {"rendered": "<p>One [&hellip;]</p>\n"},
}


def _slices(data: bytes) -> list[Slice]:
    return [piece for piece in slice_rest_posts(data, "answer") if isinstance(piece, Slice)]


@pytest.mark.parametrize("status", ["draft", "private", "future", "pending", "trash"])
def test_a_post_that_is_not_public_is_left_out_unless_it_is_wanted(status: str) -> None:
    data = json.dumps([{"id": 3, "status": status, "title": {"raw": "Later"}}]).encode()
    assert slice_rest_posts(data, "answer") == (Skipped("'answer', post 1", f"not public on the site ({status})"),)
    (wanted,) = slice_rest_posts(data, "answer", with_drafts=True)
    assert isinstance(wanted, Skipped) is (status == "trash")


def _php(value: object) -> str:
    return json.dumps(value, separators=(",", ":")).replace("/", "\\/")


WRITERS: dict[str, Callable[[object], str]] = {
    "PHP": _php,
    "Unicode": lambda value: json.dumps(value, ensure_ascii=False),
    "pretty": lambda value: json.dumps(value, ensure_ascii=False, indent=2).replace("\n", "\r\n"),
}


def _units(text: str) -> list[tuple[str, str]]:
    return [(unit.kind.value, unit.text) for unit in REST.parse(text).units]


@pytest.mark.parametrize("writer", WRITERS)
def test_stored_texts_are_read_where_they_are_given(writer: str) -> None:
    text = WRITERS[writer](EDIT)
    assert _units(text) == [
        ("title", "The “camps” & more"),
        ("label", 'Find "it"'),
        ("paragraph", "One &amp; two"),
    ]
    assert REST.parse(text).title == "The “camps” & more"


@pytest.mark.parametrize("writer", WRITERS)
def test_what_readers_see_is_read_else(writer: str) -> None:
    assert _units(WRITERS[writer](VIEW)) == [
        ("title", "The &#8220;camps&#8221;"),
        ("paragraph", "One"),
        ("paragraph", "Two [not a shortcode]"),
        ("excerpt", "One [&hellip;]"),
    ]


@pytest.mark.parametrize("writer", WRITERS)
def test_a_translation_changes_its_own_text_and_nothing_else(writer: str) -> None:
    text = WRITERS[writer]([EDIT, VIEW])
    document = REST.parse(text)
    targets = ["Les « camps » / A", 'Trouver "ça"', "Une <b>é</b>", "T", "a", "b", "c"]
    assert REST.serialize(document, [None] * 7) == text
    expected = json.loads(text)
    expected[0]["title"]["raw"] = targets[0]
    expected[0]["content"]["raw"] = BLOCKS.replace("Find \\u0022it", "Trouver \\u0022ça").replace(
        "One &amp; two", targets[2]
    )
    expected[1]["title"]["rendered"] = "T"
    expected[1]["content"]["rendered"] = "<p>a</p>\n<p>b</p>\n"
    expected[1]["excerpt"]["rendered"] = "<p>c</p>\n"
    translated = REST.serialize(document, targets)
    assert json.loads(translated) == expected
    assert translated == WRITERS[writer](expected)


JSON_TEXTS = st.text(alphabet="ab<p>/\\\"' \n\r\té😀\u2028[]-!&;", max_size=40)


@given(JSON_TEXTS, JSON_TEXTS, st.sampled_from(sorted(WRITERS)))
def test_any_post_that_is_taken_comes_back(title: str, content: str, writer: str) -> None:
    text = WRITERS[writer]({"content": {"raw": content}, "title": {"raw": title}})
    try:
        document = REST.parse(text)
    except InputError:
        return
    assert REST.serialize(document, [None] * len(document.units)) == text
    targets = [f"mot {number}" for number in range(len(document.units))]
    again = REST.parse(REST.serialize(document, targets))
    assert [unit.text for unit in again.units] == targets


@pytest.mark.parametrize("writer", WRITERS)
def test_each_post_of_an_answer_is_its_exact_bytes(writer: str) -> None:
    text = WRITERS[writer]([EDIT, VIEW])
    data = f"\ufeff \n{text}\n".encode()
    slices = _slices(data)
    assert [json.loads(piece.data) for piece in slices] == [EDIT, VIEW]
    assert all(piece.data in data for piece in slices)
    assert [(piece.slug, piece.title, piece.language, piece.group, piece.id, piece.where) for piece in slices] == [
        ("camps", "The “camps” & more", "", "", "12", "'answer', post 1"),
        ("camps-2", "The &#8220;camps&#8221;", "fr", "12,13", "13", "'answer', post 2"),
    ]


def test_one_post_alone_is_taken_too() -> None:
    data = json.dumps({**VIEW, "link": "https://e.example/"}).encode()
    assert slice_rest_posts(data, "post.json") == (
        Slice(
            slug="camps-2",
            format="wordpress-json",
            data=data,
            where="'post.json', post 1",
            title="The &#8220;camps&#8221;",
            address="https://e.example/",
            language="fr",
            group="12,13",
            id="13",
        ),
    )
    assert slice_rest_posts(b"[]", "none.json") == ()


def test_the_languages_of_wpml_and_what_it_links() -> None:
    def make(number: int, locale: str, others: list[int]) -> dict[str, object]:
        linked = [{"id": other, "locale": "xx"} for other in others]
        return {"id": number, "title": {"raw": "a"}, "wpml_current_locale": locale, "wpml_translations": linked}

    answer = [make(5, "en_US", [11, 7]), make(7, "es-MX", [5, 11]), make(11, "fr", [5, 7]), make(12, "fr", [])]
    slices = _slices(json.dumps(answer).encode())
    assert [(piece.language, piece.group) for piece in slices] == [
        ("en", "5,7,11"),
        ("es", "5,7,11"),
        ("fr", "5,7,11"),
        ("fr", ""),
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<!DOCTYPE html><p>Log in</p>", "this is a page (HTML), not an answer in JSON"),
        (b"<br />\n<b>Warning</b>: x\n[]", "this is a page (HTML), not an answer in JSON"),
        (
            b'{"code":"rest_forbidden","message":"No, \\n sorry","data":{"status":401}}',
            "this is an error of the site, no post: No, sorry (rest_forbidden, status 401)",
        ),
        (b'{"code":"x","message":null,"data":null}', "this is an error of the site, no post: None (x)"),
        (b'[{"title":{"raw":"a"}},\n{"title":{"ra', "line 2: the JSON breaks off"),
        (b'[{"title":{"raw":"a"}}', "line 1: the JSON breaks off"),
        (b'{"title":tru', "line 1: the JSON breaks off"),
        (b'{"title":}', "line 1: this is no valid JSON (Expecting value)"),
        (b'{"title":{"raw":"a"}}\n{}', "line 1: something follows the JSON"),
        (b'{"name":"package"}', "this is JSON, but no post of WordPress: it has no title, content or excerpt"),
        (b'{"title":"a","content":"b"}', "this is JSON, but no post of WordPress: it has no title, content or excerpt"),
        (b"[1]", "this is JSON, but entry 1 is no post"),
        (b"3", "this is JSON, but entry 1 is no post"),
        (b" \n", "the answer is empty"),
        (b"[" * 200_000, "the JSON is nested too deeply"),
        (b'{"a":' * 200_000, "the JSON is nested too deeply"),
    ],
    ids=[
        *("page", "notice of PHP", "error", "strange error", "cut in a post", "cut after a post", "cut word"),
        *("broken", "two values", "other object", "texts not objects", "number in a list", "number", "empty"),
        *("deep list", "deep object"),
    ],
)
def test_what_is_no_answer_is_refused_by_name(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as refusal:
        slice_rest_posts(data, "answer")
    assert refusal.value.message == f"'answer': {message}"
    with pytest.raises(InputError) as refusal:
        REST.parse(data.decode())
    assert refusal.value.message == message


def test_bytes_that_are_no_utf_8_are_refused_with_their_line() -> None:
    with pytest.raises(InputError) as refusal:
        slice_rest_posts(b'{"title":\n"\xe9"}', "answer")
    assert refusal.value.message == "'answer' is not UTF-8: line 2"


def test_a_broken_block_is_named_with_the_line_of_the_file() -> None:
    text = json.dumps({"id": 1, "content": {"raw": "<p>a</p>\n\n<!-- wp:group -->"}}, indent=1)
    with pytest.raises(InputError) as refusal:
        REST.parse(text)
    assert refusal.value.message == "line 4: the block 'group' is never closed"


def test_texts_that_are_missing_or_no_texts_are_no_units() -> None:
    answer = {"title": {"raw": None, "rendered": "a"}, "content": None, "excerpt": {"raw": " "}}
    assert _units(json.dumps(answer)) == [(Kind.TITLE.value, "a")]
    assert _units('{"title":{"raw":"a"},"title":{"raw":"b"}}') == [("title", "b")]
