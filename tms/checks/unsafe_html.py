"""`unsafe-html`: a script, a frame, a form, an event attribute or a javascript: address that the source does not have.

It comes with a paste from a web page, or from somebody who means ill; on a site of dissidents neither may go online.
Code that is shown as code is text.
"""

import re
from collections import Counter
from collections.abc import Iterator

from tms.checks.check import Check
from tms.checks.tags import list_attributes
from tms.text.markup import find_tags
from tms.values import CheckInput, Severity, Spot

_ELEMENT_NAMES = "script iframe frame frameset object embed applet form input button base meta link style svg math"
_ELEMENTS = frozenset(_ELEMENT_NAMES.split())
_ACTIVE = re.compile(
    r"[\s\x00-\x20]*(?:j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t|vbscript|data\s*:\s*text/html)", re.IGNORECASE
)
_LINK = re.compile(r"\]\(\s{0,9}(?:javascript|vbscript|data:text/html):?[^()\s]{0,200}", re.IGNORECASE)
_MAY_BE = re.compile(
    r"<(?:script|i?frame|object|embed|applet|form|input|button|base|meta|link|style|svg|math)|[\s\"'/]on[a-z]+\s*="
    r"|script|&#|data:",
    re.IGNORECASE,
)


def _find(pair: CheckInput) -> Iterator[Spot]:
    if not _MAY_BE.search(pair.target):
        return
    found = list(_list_unsafe(pair.target))
    if not found:
        return
    allowed = Counter(key for key, *_ in _list_unsafe(pair.source or ""))
    for key, start, end in found:
        if allowed[key] > 0:
            allowed[key] -= 1
        else:
            yield Spot(f"{key} is not in the source, and is not safe", start, end)


def _list_unsafe(text: str) -> Iterator[tuple[str, int, int]]:
    """What may run in a browser: a name for it and its place."""
    for tag in find_tags(text):
        if tag.role == "close" or not tag.raw.startswith("<") or tag.name == "comment":
            yield from (
                (f"{m.group()[2:14]}…", tag.start, tag.end) for m in _LINK.finditer(tag.raw) if tag.name == "link"
            )
            continue
        if tag.name in _ELEMENTS:
            yield f"<{tag.name}>", tag.start, tag.end
        for each in list_attributes(tag.raw):
            start, end = tag.start + each.start, tag.start + each.end
            if each.name.startswith("on") and len(each.name) > len("on") and each.name[2:].isalpha():
                yield f"{each.name}=", start, end
            elif _ACTIVE.match(each.value):
                yield f"{each.name}={each.value[:14]}…", start, end


UNSAFE_HTML = Check(
    "unsafe-html",
    "Unsafe HTML",
    "markup",
    Severity.ERROR,
    _find,
    needs_source=True,
    signs=frozenset("<["),
)
