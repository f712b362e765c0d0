"""What the elements of HTML mean for a translation: which end a paragraph, which are never text, which have a kind."""

import re

from tms.values import Kind

_WORD = re.compile(r"\S+")


def _names(words: str) -> frozenset[str]:
    return frozenset(_WORD.findall(words))


VOID = _names("area base br col embed frame hr img input link meta param source track wbr")
# Their content is text to the letter, whatever it looks like, up to their end tag (HTML 13.2.5.2 and following).
RAW = _names("script style textarea title iframe noembed noframes xmp")
# Never text for people, nor is anything inside.
OPAQUE = _names("pre object video audio canvas template noscript svg math")
# They stand in a sentence like a word.
INLINE_OPAQUE = _names("svg math")
# Words of a program, which stand in a sentence but do not make one.
CODE = _names("code")
BLOCKS = (
    _names(
        "address article aside base blockquote body button caption center col colgroup dd details dialog dir "
        "div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup "
        "hr html label legend li link main menu meta nav ol optgroup option p param search section select "
        "source summary table tbody td tfoot th thead tr track ul"
    )
    | RAW
    | (OPAQUE - INLINE_OPAQUE)
)
# Blocks of their own but inside of a paragraph, where they are a part of the sentence.
CONTROLS = _names("button label")
KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Kind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), Kind.LIST_ITEM),
    **dict.fromkeys(("figcaption", "caption", "legend"), Kind.CAPTION),
    **dict.fromkeys(("td", "th"), Kind.TABLE_CELL),
    **dict.fromkeys(("button", "label", "option"), Kind.LABEL),
    "blockquote": Kind.QUOTE,
    "title": Kind.TITLE,
}
# Inside these a blank line is white space; elsewhere people who write without tags mean a new paragraph.
WHOLE = _names("p h1 h2 h3 h4 h5 h6 li dt dd td th figcaption caption legend summary pre button label option")
# Attributes that people read or hear; `value` and `label` only of some elements.
ATTRIBUTES = {
    **dict.fromkeys(("alt", "title"), Kind.ALT),
    **dict.fromkeys(("aria-label", "aria-description", "placeholder"), Kind.LABEL),
}
LABELLED = _names("optgroup option track")
BUTTON_TYPES = _names("submit button reset")
META_KINDS = {
    **dict.fromkeys(("description", "og:description", "twitter:description"), Kind.EXCERPT),
    **dict.fromkeys(("og:title", "twitter:title"), Kind.TITLE),
}
# The head's elements carry no words of the page but the title and the description.
WITHOUT_ATTRIBUTES = (RAW - {"textarea"}) | OPAQUE | _names("base html link meta")

_ENDS_PARAGRAPH = frozenset({"p"})
_ENDED_BY = {
    "li": _names("p li"),
    **dict.fromkeys(("dt", "dd"), _names("p dt dd")),
    **dict.fromkeys(("td", "th"), _names("p td th")),
    "tr": _names("p td th tr"),
    **dict.fromkeys(("tbody", "thead", "tfoot"), _names("p td th tr tbody thead tfoot")),
    "option": _names("option"),
    "optgroup": _names("option optgroup"),
    # They may stand within a paragraph.
    **dict.fromkeys(("button", "label", "select"), frozenset()),
}


def find_ended(name: str) -> frozenset[str]:
    """The open elements that the start tag of a block ends without an end tag of their own."""
    return _ENDED_BY.get(name, _ENDS_PARAGRAPH)
