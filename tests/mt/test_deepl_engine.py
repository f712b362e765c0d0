"""DeepL through the official library, against a server of our own that speaks its protocol."""

import logging
import socket
import traceback
from collections.abc import Iterator

import pytest

from tests.mt.deepl_server import DeepLServer, Failure
from tms.errors import InputError, ServiceError, TmsError
from tms.mt import ENGINES, build_engine, plan_characters
from tms.mt.deepl import MOST_TEXTS, DeepLEngine, to_target_code
from tms.values import Draft, DraftRequest, Usage

SENTENCE = "Nobody may read this sentence about Aygul"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[DeepLServer]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with DeepLServer() as running:
        yield running


def _draft(server: DeepLServer, *texts: str, context: str = "", retries: int = 0) -> tuple[Draft, ...]:
    engine = DeepLEngine(server.key, server.url, retries=retries)
    requests = [DraftRequest(text, context) for text in texts]
    return engine.translate(requests, source_language="en", target_language="fr")


def test_each_text_comes_back_in_its_place_with_what_it_cost(server: DeepLServer) -> None:
    assert _draft(server, "one day", "two days") == (
        Draft("ONE DAY", "deepl", billed_characters=7),
        Draft("TWO DAYS", "deepl", billed_characters=8),
    )
    assert server.requests[0].body == {
        "text": ["one day", "two days"],
        "source_lang": "EN",
        "target_lang": "FR",
        "formality": "prefer_more",
        "tag_handling": "html",
        "preserve_formatting": True,
        "show_billed_characters": True,
    }


def test_markup_survives_and_addresses_stay_at_home(server: DeepLServer) -> None:
    text = 'See **the [report](https://example.org/r?a=1&b=2 "T")** & <em class="x">weep</em>, <br/>R&D `x < y`[^1]'
    (draft,) = _draft(server, text)
    assert draft.text == (
        'SEE **THE [REPORT](https://example.org/r?a=1&b=2 "T")** & <em class="x">WEEP</em>, <br/>R&D `x < y`[^1]'
    )
    assert server.list_texts() == [
        [
            (
                'See <b id="1">the <a id="2">report</a></b> &amp; <i id="3">weep</i>, <x id="4"></x>R&amp;D '
                '<x id="5"></x><x id="6"></x>'
            )
        ]
    ]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        pytest.param("tout en gras", "links or emphasis came back broken", id="lost"),
        pytest.param('<b id="1">a</b> <b id="1">b</b>', "links or emphasis came back broken", id="doubled"),
        pytest.param('<b id="1">a', "links or emphasis came back broken", id="not closed"),
        pytest.param('<b id="1">a</b><script>', "links or emphasis came back broken", id="strange tag"),
        pytest.param('<b id="1"> </b>', "", id="nothing but markup is still an answer"),
    ],
)
def test_a_draft_with_broken_markup_is_refused_alone(server: DeepLServer, answer: str, reason: str) -> None:
    server.translate = lambda text, _: answer if "<b" in text else "oui"
    first, second = _draft(server, "**all bold**", "yes")
    assert first.refused == reason
    assert (first.text == "") == bool(reason)
    assert second == Draft("oui", "deepl", billed_characters=3)


def test_more_than_fifty_texts_go_in_two_requests(server: DeepLServer) -> None:
    drafts = _draft(server, *(f"text {n}" for n in range(MOST_TEXTS + 1)))
    assert [draft.text for draft in drafts] == [f"TEXT {n}" for n in range(51)]
    assert [len(texts) for texts in server.list_texts()] == [50, 1]


def test_large_texts_are_spread_so_that_no_body_exceeds_the_limit(server: DeepLServer) -> None:
    drafts = _draft(server, *("é" * 9000 for _ in range(5)), context="à" * 9000)
    assert {draft.text for draft in drafts} == {"É" * 9000}
    assert len(server.requests) > 1
    assert max(request.size for request in server.requests) < 128 * 1024


def test_a_text_too_long_for_any_request_is_refused_and_the_others_go_on(server: DeepLServer) -> None:
    long, short = _draft(server, "a " * 70_000, "b")
    assert long == Draft("", "deepl", refused="too long for one request")
    assert short.text == "B"


def test_each_context_has_a_request_of_its_own(server: DeepLServer) -> None:
    engine = DeepLEngine(server.key, server.url)
    requests = [DraftRequest("a", "x"), DraftRequest("b", "y"), DraftRequest("c", "x"), DraftRequest("d")]
    drafts = engine.translate(requests, source_language="en-US", target_language="es-419")
    assert [draft.text for draft in drafts] == ["A", "B", "C", "D"]
    assert [(r.body.get("context"), r.body["text"]) for r in server.requests] == [
        ("x", ["a", "c"]),
        ("y", ["b"]),
        (None, ["d"]),
    ]
    assert {(r.body["source_lang"], r.body["target_lang"]) for r in server.requests} == {("EN", "ES-419")}


@pytest.mark.parametrize("text", ["", "  \n", "***", "https://example.org/x", "![](photo.jpg)"])
def test_what_has_no_words_is_not_sent(server: DeepLServer, text: str) -> None:
    assert _draft(server, text) == (Draft(text, "deepl"),)
    assert server.requests == []


def test_white_space_around_a_text_stays(server: DeepLServer) -> None:
    server.translate = lambda text, _: text.strip().upper()
    assert _draft(server, "\u00a0 one \n")[0].text == "\u00a0 ONE \n"


def test_a_busy_service_is_asked_again(server: DeepLServer) -> None:
    server.failures += [Failure(429)]
    assert _draft(server, "one", retries=1)[0].text == "ONE"
    assert len(server.requests) == 2


def _answer(body: str) -> Failure:
    return Failure(200, body)


@pytest.mark.parametrize(
    ("failure", "message", "hint"),
    [
        pytest.param(Failure(429), "DeepL is too busy", "try again in a few minutes", id="429"),
        pytest.param(Failure(456), "the DeepL quota of this month is used up", "wait for the next period", id="456"),
        pytest.param(Failure(403), "DeepL refuses the key", "check DEEPL_AUTH_KEY", id="403"),
        pytest.param(Failure(413), "DeepL found the request too large (HTTP 413)", "draft fewer", id="413"),
        pytest.param(Failure(400), "DeepL refused the request (HTTP 400)", "check the languages", id="400"),
        pytest.param(Failure(404), "DeepL refused the request (HTTP 404)", "check the languages", id="404"),
        pytest.param(Failure(500), "DeepL has a fault of its own (HTTP 500)", "try again later", id="500"),
        pytest.param(Failure(503), "DeepL has a fault of its own (HTTP 503)", "try again later", id="503"),
        pytest.param(Failure(529, SENTENCE), "DeepL has a fault of its own (HTTP 529)", "try again", id="text"),
        pytest.param(Failure(400, '{"message": 7}'), "DeepL gave an answer that is none", "check", id="odd message"),
        pytest.param(
            Failure(200, "<html><body>Please log in</body></html>", "text/html"),
            "DeepL gave an answer that is none",
            "check the network and DEEPL_SERVER_URL",
            id="a log-in page",
        ),
        pytest.param(_answer("[]"), "DeepL gave an answer that is none", "check", id="a list"),
        pytest.param(_answer('{"translations": []}'), "DeepL gave an answer that is none", "check", id="too few"),
        pytest.param(
            _answer('{"translations": [{"text": "x"}]}'), "DeepL gave an answer that is none", "check", id="no billing"
        ),
        pytest.param(
            _answer('{"translations": [{"text": null, "billed_characters": 1}]}'),
            "DeepL gave an answer that is none",
            "check",
            id="no text",
        ),
    ],
)
def test_a_failing_service_is_told_in_one_line_without_key_or_text(
    server: DeepLServer, caplog: pytest.LogCaptureFixture, failure: Failure, message: str, hint: str
) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.DEBUG, logger="deepl")
    server.failures += [failure]
    with pytest.raises(ServiceError) as caught:
        _draft(server, SENTENCE)
    assert caught.value.message == message
    assert caught.value.hint.startswith(hint)
    _assert_nothing_leaked(server, caught.value, caplog)


def _assert_nothing_leaked(server: DeepLServer, error: TmsError, caplog: pytest.LogCaptureFixture) -> None:
    told = "".join([*traceback.format_exception(error), repr(error), error.hint, caplog.text])
    assert server.key not in told
    assert SENTENCE not in told
    assert "Aygul" not in told


def test_nothing_is_logged_when_all_goes_well(server: DeepLServer, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.DEBUG, logger="deepl")
    _draft(server, SENTENCE, context=SENTENCE)
    assert "Aygul" not in caplog.text
    assert server.key not in caplog.text


def test_a_wrong_key_is_refused_by_the_service(server: DeepLServer, caplog: pytest.LogCaptureFixture) -> None:
    engine = DeepLEngine("wrong", server.url, retries=0)
    with pytest.raises(ServiceError, match="DeepL refuses the key"):
        engine.translate([DraftRequest("a")], source_language="en", target_language="fr")
    assert "wrong" not in caplog.text


def test_a_refused_connection_names_the_host_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    caplog.set_level(logging.DEBUG)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        engine = DeepLEngine("k:fx", f"http://127.0.0.1:{taken.getsockname()[1]}", retries=0)
        with pytest.raises(ServiceError) as caught:
            engine.translate([DraftRequest(SENTENCE)], source_language="en", target_language="fr")
    assert caught.value.message == "127.0.0.1 cannot be reached"
    assert caught.value.hint == "check the network and DEEPL_SERVER_URL"
    assert "Aygul" not in caplog.text


@pytest.mark.parametrize(
    ("used", "limit", "usage"),
    [
        pytest.param(1234, 500_000, Usage(1234, 500_000), id="free"),
        pytest.param(1234, 10**12, Usage(1234, None), id="without a limit"),
    ],
)
def test_usage_is_read(server: DeepLServer, used: int, limit: int, usage: Usage) -> None:
    server.used, server.limit = used, limit
    assert DeepLEngine(server.key, server.url).read_usage() == usage


def test_an_address_with_a_path_keeps_it(server: DeepLServer) -> None:
    engine = DeepLEngine(server.key, server.url + "/proxy")
    engine.translate([DraftRequest("a")], source_language="en", target_language="fr")
    assert server.requests[0].path == "/proxy/v2/translate"


@pytest.mark.parametrize(
    ("key", "url", "message"),
    [
        pytest.param("", None, "there is no DeepL key", id="no key"),
        pytest.param("abc\ndef", None, "the DeepL key has signs that no key has", id="line end"),
        pytest.param("clé", None, "the DeepL key has signs that no key has", id="accent"),
        pytest.param("k", "api.deepl.com", "DEEPL_SERVER_URL is no web address", id="no scheme"),
        pytest.param("k", "file:///etc/passwd", "DEEPL_SERVER_URL is no web address", id="a file"),
        pytest.param("k", "http://[::1", "DEEPL_SERVER_URL is no web address", id="half an address"),
    ],
)
def test_a_wrong_setting_is_told_before_anything_is_sent(key: str, url: str | None, message: str) -> None:
    with pytest.raises(InputError) as caught:
        build_engine("deepl", key=key, url=url)
    assert caught.value.message == message
    assert not key or key not in str(caught.value)


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("fr", "FR"),
        ("fr-CA", "FR"),
        ("es", "ES"),
        ("es-ES", "ES"),
        ("es-419", "ES-419"),
        ("es-MX", "ES-419"),
        ("es_AR", "ES-419"),
        ("en", "EN-GB"),
        ("en-US", "EN-US"),
        ("pt", "PT-PT"),
        ("pt-BR", "PT-BR"),
        ("de-AT", "DE"),
    ],
)
def test_language_codes_are_those_of_deepl(language: str, code: str) -> None:
    assert to_target_code(language) == code


def test_the_registry_builds_what_it_lists_and_refuses_the_rest() -> None:
    assert [build_engine(name, key="k").id for name in ENGINES] == list(ENGINES)
    with pytest.raises(InputError, match="no engine is called 'babel'"):
        build_engine("babel")


def test_the_plan_counts_what_would_be_billed() -> None:
    requests = [DraftRequest("été 👩‍👧", "context is free"), DraftRequest(" \n")]
    assert plan_characters(requests) == 7
