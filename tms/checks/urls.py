"""`urls`: the web addresses of the source stand in the translation, those of links and pictures on the same site too.

An address may change to the version of the page in the language of the translation: /en/ to /fr/, en.wikipedia.org
to es.wikipedia.org, lang=en to lang=es; a number in its path stays. A bare domain
(Amazon.com) is a name and not compared; e-mail addresses are compared by `handles`.
"""

import html
import re
from collections.abc import Iterator

from tms.checks.check import Check, base_language
from tms.checks.prose import with_severity
from tms.checks.tags import list_attributes
from tms.text.markup import Span, Tag, find_tags, find_urls
from tms.values import CheckInput, Severity, Spot

_LANGUAGE_NAMES = {
    "en": ("english", "eng", "ingles", "anglais"),
    "fr": ("french", "francais", "français", "fra", "fre"),
    "es": ("spanish", "espanol", "español", "spa", "castellano"),
}
_ADDRESS = re.compile(r"://|^www\.|^mailto:|^[^@]*/.", re.IGNORECASE)
_ATTRIBUTES = frozenset(("href", "src", "poster", "action", "data-src", "data-href"))
_DESTINATION = re.compile(r"\](?:\(\s*<?|:\s*)([^\s()<>]+)")
_PARTS = re.compile(r"[/.?&=_\-#]")


def _find(pair: CheckInput) -> Iterator[Spot]:
    source = pair.source or ""
    wanted = _list_addresses(source) if _may_have_addresses(source) else []
    got = _list_addresses(pair.target) if _may_have_addresses(pair.target) else []
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


def _may_have_addresses(text: str) -> bool:
    return "/" in text or "=" in text or "](" in text or "www." in text or "mailto:" in text or "WWW." in text


def _in_place(missing: Span, extra: Span) -> str:
    has_entities = "&amp;" in extra.text or "&amp;" not in missing.text
    return missing.text if has_entities else html.unescape(missing.text)


def _list_addresses(text: str) -> list[Span]:
    spans = [span for span in find_urls(text) if _ADDRESS.search(span.text)]
    if "<" not in text and "[" not in text:
        return spans
    taken = {place for span in spans for place in range(span.start, span.end)}
    relative = [
        span
        for tag in find_tags(text)
        for span in _list_relative(tag)
        if span.start not in taken and span.end - 1 not in taken
    ]
    return sorted((*spans, *relative), key=lambda span: span.start)


def _list_relative(tag: Tag) -> Iterator[Span]:
    """The addresses in a tag, of which those with a host have been found already."""
    if tag.name in ("link", "image", "definition"):
        match = _DESTINATION.search(tag.raw)
        if match and _is_fixed(match[1]):
            yield Span(tag.start + match.start(1), tag.start + match.end(1), match[1])
    elif tag.role != "close" and (tag.raw.startswith("<") or tag.name.startswith("[")):
        for each in list_attributes(tag.raw):
            if each.name in _ATTRIBUTES and each.value.strip() and _is_fixed(each.value):
                start = tag.start + tag.raw.index(each.value, each.start)
                yield Span(start, start + len(each.value), each.value)


def _is_fixed(address: str) -> bool:
    """Whether an address may not change: that of a footnote, while one of a heading on the page follows its words."""
    return not address.startswith("#") or any(map(str.isdigit, address))


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
    """The site of an address and the numbers of its path; None where it has to name its language and does not."""
    rest = _normalize(address).rpartition("://")[2]
    host = rest.partition("/")[0]
    names = (language, *_LANGUAGE_NAMES.get(language, ()))
    has_language = any(part.lower() in names for part in _PARTS.split(rest))
    if must_have and not has_language:
        return None
    labels = [label for label in host.removeprefix("www.").split(".") if label not in names]
    numbers = [part for part in rest.partition("?")[0].split("/")[1:] if part.isdecimal()]
    # A path without a host is on the site itself.
    return "/".join((".".join(labels), *numbers)) or "/"


URLS = Check(
    "urls",
    "Web addresses",
    "markup",
    Severity.ERROR,
    _find,
    needs_source=True,
    either_signs=frozenset("/=]@"),
    either_words=frozenset(("www", "mailto")),
)
