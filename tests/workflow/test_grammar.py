"""Grammar by a server on loopback: asked when it is named, told when it is away."""

import dataclasses
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest

from tests.workflow.articles import RIVER, RIVER_TEXT, import_text, translate
from tms.errors import InputError, ServiceError
from tms.values import Severity
from tms.workflow.checking import check_articles
from tms.workflow.grammar import add_grammar, check_grammar, has_grammar
from tms.workflow.waiving import waive
from tms.workflow.workspace import Workspace, open_workspace

TEXT = "Les <b>pont</b> sont fermé depuis 2016 pour 4\u202f000 personnes."


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """A server that finds "pont" wrong, and what it was asked."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            text = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())["text"][0]
            asked.append(text)
            place = text.find("pont")
            found = {"offset": place, "length": 4, "message": "Accord", "replacements": [{"value": "ponts"}]}
            body = json.dumps({"matches": [found] if place >= 0 else []}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=http.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{http.server_port}", asked
    http.shutdown()
    http.server_close()
    thread.join()


@pytest.fixture
def river(workspace: Workspace, server: tuple[str, list[str]]) -> Iterator[Workspace]:
    import_text(workspace, RIVER_TEXT)
    translate(workspace, "s3", TEXT)
    opened = open_workspace(dataclasses.replace(workspace.settings, languagetool=server[0]))
    yield opened
    opened.close()


def test_the_reader_s_text_is_sent_and_the_place_is_found_in_ours(
    river: Workspace, server: tuple[str, list[str]]
) -> None:
    (found,) = check_grammar(river, RIVER, "s3", "fr", TEXT)
    assert server[1] == ["Les pont sont fermé depuis 2016 pour 4\u202f000 personnes."]
    assert (found.check, found.severity, TEXT[found.start : found.end]) == ("grammar", Severity.INFO, "pont")
    assert found.fix == TEXT.replace("pont", "ponts")


def test_a_text_is_asked_about_once(river: Workspace, server: tuple[str, list[str]]) -> None:
    check_grammar(river, RIVER, "s3", "fr", TEXT)
    check_grammar(river, RIVER, "s3", "fr", TEXT)
    assert len(server[1]) == 1


def test_an_article_has_both_kinds_of_findings_and_a_waiver_holds(river: Workspace) -> None:
    rows = add_grammar(river, check_articles(river, [RIVER], language="fr"), [RIVER], language="fr")
    (finding,) = (f for row in rows for f in row.findings if f.check == "grammar")
    assert finding.waived is None
    waive(river, RIVER, "s3", "fr", "grammar", "a title", start=finding.start)
    rows = add_grammar(river, check_articles(river, [RIVER], language="fr"), [RIVER], language="fr")
    assert [f.waived for row in rows for f in row.findings if f.check == "grammar"] == ["a title"]
    with pytest.raises(InputError, match="finds nothing"):
        waive(river, RIVER, "s3", "fr", "grammar", "a title", start=0)


def test_without_a_server_it_is_said_how_to_name_one(workspace: Workspace) -> None:
    assert not has_grammar(workspace)
    import_text(workspace, RIVER_TEXT)
    with pytest.raises(InputError, match="no grammar server") as caught:
        add_grammar(workspace, (), [RIVER])
    assert "languagetool" in caught.value.hint


def test_a_server_that_is_away_is_told(workspace: Workspace) -> None:
    import_text(workspace, RIVER_TEXT)
    translate(workspace, "s3", TEXT)
    away = open_workspace(dataclasses.replace(workspace.settings, languagetool="http://127.0.0.1:9"))
    with pytest.raises(ServiceError, match="cannot be reached"):
        add_grammar(away, (), [RIVER])
    away.close()


def test_the_public_service_is_never_asked(workspace: Workspace) -> None:
    public = open_workspace(dataclasses.replace(workspace.settings, languagetool="https://api.languagetool.org"))
    import_text(workspace, RIVER_TEXT)
    translate(workspace, "s3", TEXT)
    with pytest.raises(InputError, match="of your own"):
        add_grammar(public, (), [RIVER])
    public.close()
