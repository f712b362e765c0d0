"""`urls`: the addresses of the source stand in the translation.

An address may change to the version of the page in the language of the translation: /en/ to /fr/, en.wikipedia.org
to es.wikipedia.org, lang=en to lang=es. A bare domain (Amazon.com) is a name and not compared.
"""

import html
import re
from collections.abc import Iterator

from tms.checks.check import Check, base_language
from tms.checks.prose import with_severity
from tms.text.markup import Span, find_urls
from tms.values import CheckInput, Severity, Spot

_LANGUAGE_NAMES = {
    "en": ("english", "eng", "ingles", "anglais"),
    "fr": ("french", "francais", "français", "fra", "fre"),
    "es": ("spanish", "espanol", "español", "spa", "castellano"),
}
_ADDRESS = re.compile(r"://|@|^www\.|^mailto:|/.", re.IGNORECASE)
_PARTS = re.compile(r"[/.?&=_\-#]")


def _find(pair: CheckInput) -> Iterator[Spot]:
    wanted = _list_addresses(pair.source or "")
    got = _list_addresses(pair.target)
    if not wanted and not got:
        return
    missing, extra = _compare(wanted, got, pair)
    if len(missing) == len(extra) == 1:
        yield Spot(f"address changed: {missing[0].text}", extra[0].start, extra[0].end, _in_place(missing[0], extra[0]))
        return
    kept = {_normalize(span.text) for span in got}
    for span in missing:
        spot = Spot(f"address missing: {span.text}")
        yield with_severity(spot, Severity.WARNING) if _normalize(span.text) in kept else spot
    for span in extra:
        yield Spot("address that the source does not have", span.start, span.end, severity=Severity.WARNING)


def _in_place(missing: Span, extra: Span) -> str:
    has_entities = "&amp;" in extra.text or "&amp;" not in missing.text
    return missing.text if has_entities else html.unescape(missing.text)


def _list_addresses(text: str) -> list[Span]:
    return [span for span in find_urls(text) if _ADDRESS.search(span.text)]


def _compare(wanted: list[Span], got: list[Span], pair: CheckInput) -> tuple[list[Span], list[Span]]:
    """What is missing and what is new, after equal ones and swaps of language have been paired."""
    by_text: dict[str, list[Span]] = {}
    for span in reversed(got):
        by_text.setdefault(_normalize(span.text), []).append(span)
    missing = []
    for span in wanted:
        same = by_text.get(_normalize(span.text))
        if same:
            same.pop()
        else:
            missing.append(span)
    extra = sorted((span for spans in by_text.values() for span in spans), key=lambda span: span.start)
    by_page: dict[str, list[Span]] = {}
    for span in extra:
        if page := _page(span.text, base_language(pair.language), must_have=True):
            by_page.setdefault(page, []).append(span)
    lost: list[Span] = []
    swapped: set[int] = set()
    for span in missing:
        swaps = by_page.get(_page(span.text, base_language(pair.source_language)) or "")
        if swaps:
            swapped.add(swaps.pop(0).start)
        else:
            lost.append(span)
    return lost, [span for span in extra if span.start not in swapped]


def _normalize(address: str) -> str:
    plain = html.unescape(address).rstrip("/")
    scheme, separator, rest = plain.rpartition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme.lower().rstrip('s')}{separator}{host.lower()}{slash}{path}"


def _page(address: str, language: str, *, must_have: bool = False) -> str | None:
    """The site of an address without its language; None where the address has to name its language and does not."""
    rest = _normalize(address).rpartition("://")[2]
    host = rest.partition("/")[0]
    names = (language, *_LANGUAGE_NAMES.get(language, ()))
    has_language = any(part.lower() in names for part in _PARTS.split(rest))
    if must_have and not has_language:
        return None
    labels = [label for label in host.removeprefix("www.").split(".") if label not in names]
    return ".".join(labels)


URLS = Check("urls", "Web and e-mail addresses", "markup", Severity.ERROR, _find, needs_source=True)
