"""`quotes`: quotation marks that do not close, or close without having been opened.

A quotation over several paragraphs opens each of them and closes in the last: where the source paragraph is open
too, nothing is said; where there is no source and the mark is the very first sign, it is only a hint.
"""

from collections.abc import Iterator

from tms.checks.check import Check, base_language
from tms.checks.prose import Prose, read_prose, with_severity
from tms.checks.quotation import Quotes, read_quotes
from tms.values import CheckInput, Severity, Spot

_OPENERS = '«“„‹‘"'
_CLOSER = {"«": "»", "“": "”", "„": "“", "‹": "›", "‘": "’", '"': '"'}
_FINAL = " \t\n\u00a0\u202f.,;:!?…"


def _find(pair: CheckInput) -> Iterator[Spot]:
    prose = read_prose(pair.target)
    quotes = read_quotes(prose.text)
    if quotes.is_balanced and not quotes.sharing:
        return
    source = None if pair.source is None else read_quotes(read_prose(pair.source).text)
    if source is not None and not source.is_balanced:
        return
    if quotes.sharing:
        # One mark closes two quotations only where the source has one within the other.
        if source is not None and len(source.quotations) > 1 and not any(each.depth for each in source.quotations):
            place = quotes.sharing[0]
            yield prose.spot(f"the quotation mark {prose.text[place]} is never closed", place, place + 1)
        return
    mixed = _find_mixed(prose, quotes, pair.language)
    if mixed:
        yield mixed
        return
    for place in quotes.unclosed:
        yield _unclosed(pair, prose, place)
    for place in quotes.unopened:
        is_last = pair.source is None and not prose.text[place + 1 :].strip(_FINAL + "»”’")
        spot = prose.spot(f"the quotation mark {prose.text[place]} is never opened", place, place + 1)
        yield with_severity(spot, Severity.INFO) if is_last else spot


def _find_mixed(prose: Prose, quotes: Quotes, language: str) -> Spot | None:
    """A quotation opened with a curly mark and closed with a straight one, or the other way round."""
    alone = sorted(quotes.unclosed + quotes.unopened)
    if len(alone) != 2:
        return None
    first, second = (prose.text[place] for place in alone)
    opened_curly, closed_curly = first in "«“‘" and second == '"', first == '"' and second in "»”"
    if not opened_curly and not closed_curly:
        return None
    message = "this quotation opens with one kind of mark and closes with another"
    is_empty = not prose.text[alone[0] + 1 : alone[1]].strip()
    if is_empty or prose.text[alone[1] + 1 : alone[1] + 2].isalnum():
        return prose.spot(message, alone[1], alone[1] + 1)
    if base_language(language) == "fr" and first != "‘":
        return _wrap_french(prose, quotes, (alone[0], alone[1]), message)
    if opened_curly:
        return prose.spot(message, alone[1], alone[1] + 1, _CLOSER[first])
    return prose.spot(message, alone[0], alone[0] + 1, "«" if second == "»" else "“")


def _wrap_french(prose: Prose, quotes: Quotes, places: tuple[int, int], message: str) -> Spot:
    is_inner = any(q.opener < places[0] and places[1] < q.closer for q in quotes.quotations)
    has_inner = any(sign in prose.text[places[0] + 1 : places[1]] for sign in "«»")
    if has_inner:
        return prose.spot(message, places[0], places[1] + 1)
    return prose.wrap(message, places, "“", "”") if is_inner else prose.wrap(message, places, "«\u00a0", "\u00a0»")


def _unclosed(pair: CheckInput, prose: Prose, place: int) -> Spot:
    sign = prose.text[place]
    message = f"the quotation mark {sign} is never closed"
    is_first = not prose.text[:place].strip()
    if is_first and pair.source is None:
        return with_severity(prose.spot(message, place, place + 1), Severity.INFO)
    if is_first and pair.source is not None and _is_quotation(pair.source):
        end = len(prose.text.rstrip())
        gap = "\u00a0" if sign == "«" and base_language(pair.language) == "fr" else ""
        return prose.spot(message, end, end, gap + _CLOSER[sign])
    return _close_at_end(pair, prose, place) or prose.spot(message, place, place + 1)


def _close_at_end(pair: CheckInput, prose: Prose, place: int) -> Spot | None:
    """The spot that closes a quotation before the final stop, where the source closes its last one just there."""
    sign = prose.text[place]
    if pair.source is None or any(mark in prose.text[place + 1 :] for mark in '«»“”„"'):
        return None
    source = read_prose(pair.source).text.rstrip()
    wanted, got = read_quotes(source).quotations, read_quotes(prose.text).quotations
    is_last = len(wanted) == len(got) + 1 and source[max(q.closer for q in wanted) + 1 :] in ("", ".")
    end = len(prose.text.rstrip())
    is_stop = prose.text[end - 1 : end] == "." and prose.text[end - 2 : end - 1].isalnum()
    if not is_last or not is_stop or prose.text[place + 1 : end - 1].count(".") or sign == "‘":
        return None
    gap = "\u00a0" if sign == "«" and base_language(pair.language) == "fr" else ""
    message = f"the quotation mark {sign} is never closed"
    return prose.spot(message, end - 1, end - 1, gap + _CLOSER[sign])


def _is_quotation(source: str) -> bool:
    """Whether the whole text is one quotation."""
    text = read_prose(source).text.strip()
    found = read_quotes(text).quotations
    return bool(found) and found[0].opener == 0 and found[0].closer == len(text) - 1


QUOTES = Check(
    "quotes",
    "Unbalanced quotation marks",
    "typographical",
    Severity.ERROR,
    _find,
    signs=frozenset('«»“”„‹›‘"&'),
    needs_whole=True,
)
