"""`comma-spacing`: a space before a comma or a full stop, or none after a sign between two words.

Numbers, addresses, file names (Node.js, Amnesty.org) and what the source writes in the same way pass.
"""

import re
from collections.abc import Iterator

from tms.checks.check import Check
from tms.checks.prose import read_prose
from tms.values import CheckInput, Severity, Spot

_BEFORE = re.compile(
    r"(?<=[^\W_])[ \u00a0\u202f]++(?:(,)(?![\d,])|\.(?!(?![A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+[ \u00a0’'])[\w.,/\\]))"
    r"|(?<=[.…?!%»”)\]])[ \u00a0\u202f]++(,)(?![\d,])"
)
_LETTER, _SMALL = r"[^\W\d_]", "[a-zß-öø-ÿœ]"
_NONE_AFTER = re.compile(
    rf",(?<=[^\W_]{{2}},)(?={_LETTER}{{2}}|[aàeouyó]\s|[cdjlmnstCDJLMNST][’'])"
    rf"|;(?<={_LETTER}{{2}};)(?={_LETTER}{{2}}|[aàeouyó]\s)"
    rf"|:(?<={_SMALL}{{3}}:)(?={_SMALL}{{2,30}}+(?![\w:=/.-]))"
    rf"|\.(?<={_SMALL}{{2}}\.)(?=[A-ZÀ-ÖØ-Þ¿¡](?:{_SMALL}|[’'\s]))(?!Com\b|Org\b|Net\b|Js\b)"
    rf"|[.,](?<=[»”)]{{1}}[.,])(?=[A-ZÀ-ÖØ-Þ¿¡]?{_SMALL}{{2}})|\.(?<=\d{{4}}\.)(?=[A-ZÀ-ÖØ-Þ¿¡]{_SMALL}{{2}})"
    rf"|,(?<=[12]\d{{3}},)(?={_SMALL}{{2}})"
)
_NAMES = {",": "comma", ";": "semicolon", ":": "colon", ".": "full stop"}


def _find(pair: CheckInput) -> Iterator[Spot]:
    prose = read_prose(pair.target)
    for match in _BEFORE.finditer(prose.text):
        if pair.source is not None and match.group() in pair.source:
            continue
        after = prose.text[match.end() : match.end() + 1]
        sign = match.group()[-1]
        is_tight = sign == "," and after.isalpha()
        yield prose.spot(f"space before “{sign}”", *match.span(), sign + " " * is_tight)
    for match in _NONE_AFTER.finditer(prose.text):
        around = prose.text[match.start() - 2 : match.end() + 2]
        if pair.source is None or around not in pair.source:
            sign = match.group()
            yield prose.spot(f"no space after the {_NAMES[sign]}", *match.span(), f"{sign} ")


COMMA_SPACING = Check(
    "comma-spacing",
    "Spaces around commas",
    "typographical",
    Severity.WARNING,
    _find,
    shapes=frozenset((" ,", " .", ",a", ",A", ":a", ":A", ".A", ".¿")),
)
