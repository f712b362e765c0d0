"""`internal-link`: a link to an article of our own goes to its translation, where that has an address."""

from collections.abc import Iterator

from tms.checks.check import Check
from tms.text.markup import find_urls
from tms.values import CheckInput, Severity, Spot


def _find(pair: CheckInput) -> Iterator[Spot]:
    if not pair.links:
        return
    for span in find_urls(pair.target):
        address, sign, anchor = span.text.partition("#")
        translated = pair.links.get(fold_address(address))
        if translated is not None and fold_address(translated) != fold_address(address):
            message = f"this article has a translation: {translated}"
            yield Spot(message, span.start, span.end, f"{translated}{sign}{anchor}")


def fold_address(address: str) -> str:
    """An address without what does not change where it leads: scheme, www, the slash at the end."""
    return address.partition("://")[2].removeprefix("www.").rstrip("/").lower()


INTERNAL_LINK = Check(
    "internal-link",
    "Link to the source article",
    "locale-specific-content",
    Severity.WARNING,
    _find,
    signs=frozenset("/"),
)
