"""What a translation takes over from its source as it is: titles, names, addresses."""

import re

_NAME_AFTER = re.compile(r"[ \u00a0\u202f-][A-Z][^\W\d_]{2,}")


def is_borrowed(text: str, start: int, end: int, source: str | None) -> bool:
    """Whether a stretch of a text stands in the source together with the name after it: "5th Avenue"."""
    following = _NAME_AFTER.match(text, end)
    return bool(source) and following is not None and text[start : following.end()] in (source or "")
