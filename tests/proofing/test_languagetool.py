"""A grammar server on a real socket: what it is sent, what becomes of its answers, and who is refused."""

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest

from tms.errors import InputError, ServiceError
from tms.proofing import open_grammar_server
from tms.values import Spot


@dataclass
class Server:
    """What the server was asked, and what it answers."""

    url: str
    asked: list[dict[str, list[str]]] = field(default_factory=list)
    answer: bytes = b'{"matches": []}'
    status: int = 200


@pytest.fixture
def server() -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            told.asked.append({"path": [self.path], **parse_qs(body)})
            self.send_response(told.status)
            self.send_header("Content-Length", str(len(told.answer)))
            if told.status == 302:
                self.send_header("Location", "http://192.0.2.1/")
            self.end_headers()
            self.wfile.write(told.answer)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told = Server(f"http://127.0.0.1:{http.server_port}")
    thread = threading.Thread(target=http.serve_forever)
    thread.start()
    yield told
    http.shutdown()
    http.server_close()
    thread.join()


def match(offset: int, length: int, *words: str, message: str = "Accord") -> dict[str, object]:
    return {
        "offset": offset,
        "length": length,
        "message": message,
        "shortMessage": "",
        "replacements": [{"value": word} for word in words],
    }


def test_the_text_and_its_language_are_sent_to_the_api(server: Server) -> None:
    open_grammar_server(f"{server.url}/").check("Les camp sont « pleins ».", "fr")
    (asked,) = server.asked
    assert (asked["path"], asked["text"], asked["language"]) == (["/v2/check"], ["Les camp sont « pleins »."], ["fr"])


def test_one_proposal_is_a_repair_and_several_are_a_question(server: Server) -> None:
    server.answer = json.dumps({"matches": [match(4, 4, "camps"), match(9, 4, "sons", "son")]}).encode()
    found = open_grammar_server(server.url).check("Les camp sont pleins.", "fr")
    assert found == (Spot("Accord", 4, 8, "camps"), Spot("Accord (sons, son?)", 9, 13))


def test_offsets_count_utf_16_units(server: Server) -> None:
    text = "😀😀 Les camp."
    server.answer = json.dumps({"matches": [match(9, 4, "camps")]}).encode()
    (spot,) = open_grammar_server(server.url).check(text, "fr")
    assert text[spot.start : spot.end] == "camp"


@pytest.mark.parametrize(
    "answer",
    [b"", b"nonsense", b"[]", b'{"matches": [{}]}', b'{"matches": [{"offset": "x", "length": 1}]}', b'{"matches": 3}'],
)
def test_an_answer_that_is_none_is_told_in_one_line(server: Server, answer: bytes) -> None:
    server.answer = answer
    with pytest.raises(ServiceError, match="no list of matches"):
        open_grammar_server(server.url).check("Un texte.", "fr")


@pytest.mark.parametrize("status", [302, 400, 500])
def test_a_refusal_is_told_and_no_other_address_is_asked(server: Server, status: int) -> None:
    server.status = status
    with pytest.raises(ServiceError, match=str(status)):
        open_grammar_server(server.url).check("Un texte.", "fr")
    assert len(server.asked) == 1


def test_a_server_that_is_away_is_told() -> None:
    with pytest.raises(ServiceError, match="cannot be reached"):
        open_grammar_server("http://127.0.0.1:9").check("Un texte.", "fr")


def test_places_beyond_the_text_stay_in_it(server: Server) -> None:
    server.answer = json.dumps({"matches": [match(2, 99, "x")]}).encode()
    (spot,) = open_grammar_server(server.url).check("Un.", "fr")
    assert (spot.start, spot.end) == (2, 3)


@pytest.mark.parametrize(
    "url",
    [
        "https://api.languagetool.org/v2",
        "https://languagetool.org",
        "https://api.languagetoolplus.com/v2/check",
        "http://8.8.8.8:8081",
        "http://0.0.0.0:8081",
        "ftp://127.0.0.1",
        "127.0.0.1:8081",
        "http://user:secret@127.0.0.1",
        "http://",
        "http://nowhere.invalid",
    ],
)
def test_only_a_server_of_ones_own_is_asked(url: str) -> None:
    with pytest.raises(InputError):
        open_grammar_server(url)


@pytest.mark.parametrize("url", ["http://localhost:8081", "http://127.0.0.1:8081/v2/check", "http://192.168.1.20:8010"])
def test_addresses_of_ones_own_network_are_taken(url: str) -> None:
    assert open_grammar_server(url).url.count("/") == 2
