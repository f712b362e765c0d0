"""A DeepL of our own on loopback: real HTTP, the protocol of the API, a log of requests and a queue of failures."""

import html
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any

from tests.serving import Serving

_TAG = re.compile(r"(<[^>]*>)")
_TARGETS = frozenset({"FR", "ES", "ES-419", "EN-GB", "EN-US", "DE", "PT-PT", "PT-BR"})
_MOST_BYTES = 128 * 1024


@dataclass(frozen=True)
class Failure:
    """An answer to give instead of a translation."""

    status: int
    body: str = '{"message": "a failure that was ordered"}'
    content_type: str = "application/json"


@dataclass(frozen=True)
class Request:
    """What the client sent."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]
    size: int


def shout(text: str, target: str) -> str:
    """The translation that the server makes when nothing else is said: every word outside tags in capitals."""
    del target
    parts = _TAG.split(text)
    return "".join(
        part if n % 2 else html.escape(html.unescape(part).upper(), quote=False) for n, part in enumerate(parts)
    )


@dataclass
class DeepLServer(Serving):
    """Listens on 127.0.0.1 from `with` to its end; `failures` are given out first, one a request."""

    key: str = "a-key-for-tests:fx"
    translate: Callable[[str, str], str] = shout
    failures: list[Failure] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    used: int = 0
    limit: int = 500_000

    def make_handler(self) -> type[BaseHTTPRequestHandler]:
        return _make_handler(self)

    @property
    def url(self) -> str:
        """The address to give as DEEPL_SERVER_URL."""
        return f"http://{self.host}"

    def list_texts(self) -> list[list[str]]:
        """The texts of each translation request."""
        return [request.body["text"] for request in self.requests if request.path.endswith("/v2/translate")]

    def answer(self, request: Request) -> Failure:
        """The answer to a request: status, body and type."""
        self.requests.append(request)
        if self.failures:
            return self.failures.pop(0)
        if request.headers.get("Authorization") != f"DeepL-Auth-Key {self.key}":
            return Failure(403, "")
        if request.path.endswith("/v2/usage"):
            return _ok({"character_count": self.used, "character_limit": self.limit})
        return self._answer_translation(request)

    def _answer_translation(self, request: Request) -> Failure:
        texts, target = request.body.get("text", []), request.body.get("target_lang")
        if request.size > _MOST_BYTES:
            return Failure(413, '{"message": "Request Entity Too Large"}')
        if len(texts) > 50 or target not in _TARGETS:
            return Failure(400, json.dumps({"message": f"Value for 'text' or 'target_lang' not supported: {texts}"}))
        billed = [len(html.unescape(_TAG.sub("", text))) for text in texts]
        self.used += sum(billed)
        translations = [
            {"detected_source_language": "EN", "text": self.translate(text, target), "billed_characters": count}
            for text, count in zip(texts, billed, strict=True)
        ]
        return _ok({"translations": translations})


def _ok(body: dict[str, Any]) -> Failure:
    return Failure(200, json.dumps(body))


def _make_handler(server: DeepLServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            content = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self._reply(Request(self.path, dict(self.headers), json.loads(content), len(content)))

        def do_GET(self) -> None:
            self._reply(Request(self.path, dict(self.headers), {}, 0))

        def _reply(self, request: Request) -> None:
            answer = server.answer(request)
            body = answer.body.encode()
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.content_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            """Nothing on standard error."""

    return Handler
