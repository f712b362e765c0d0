"""`quotation`: the source quotes somebody and the translation has no quotation marks at all.

A dialogue dash, a block quotation or emphasis (of a title) does as well; one quoted word may lose its marks.
"""

import re
from collections.abc import Iterator

from tms.checks.check import Check
from tms.checks.prose import read_prose
from tms.checks.quotation import read_quotes
from tms.values import CheckInput, Kind, Severity, Spot

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SIGN = re.compile(r"[«»“”„‹›‘\"*]|<(?:q|em|i|cite|blockquote)\b|&[lr]aquo;|&[lr]dquo;|&quot;|(?<!\w)_(?=\w)")
_SINGLE = re.compile(r"(?<!\w)['’](?=\w)[^\n]{1,400}?(?<=[\w.,!?…])['’](?!\w)")
_DASH = re.compile(r"(?:\A|\n|\s)[—–―-]\s?(?=[^\W\d_]|[¿¡])")
_SHORTEST = 2
_LONGEST = 400


def _find(pair: CheckInput) -> Iterator[Spot]:
    if pair.source is None or pair.kind is Kind.QUOTE or not pair.target.strip():
        return
    if _SIGN.search(pair.target) or _DASH.search(pair.target) or _SINGLE.search(pair.target):
        return
    source = read_prose(pair.source).text
    for quotation in read_quotes(source).quotations:
        inner = source[quotation.opener + 1 : quotation.closer]
        if len(_WORD.findall(inner[:_LONGEST])) >= _SHORTEST:
            yield Spot(f"the quotation “{inner[:40].strip()}…” of the source has no quotation marks here")
            return


QUOTATION = Check("quotation", "Quotation marks lost", "typographical", Severity.WARNING, _find, needs_source=True)
