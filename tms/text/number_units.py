"""The units of numbers: currencies, per cent and per mille."""

import re

_GAP = r"[\s\ufffc]{0,8}"
_CURRENCY_SIGNS = {
    "US$": "USD",
    "C$": "CAD",
    "CA$": "CAD",
    "A$": "AUD",
    "AU$": "AUD",
    "HK$": "HKD",
    "NT$": "TWD",
    "R$": "BRL",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "CNY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₺": "TRY",
    "₸": "KZT",
}
_CURRENCY_CODES = "USD EUR GBP CNY RMB JPY CHF CAD AUD HKD TWD INR RUB KRW TRY KZT MXN BRL ARS COP"
_CURRENCY_WORDS = {
    **dict.fromkeys(("dollar", "dollars", "dólar", "dólares"), "USD"),
    **dict.fromkeys(("euro", "euros"), "EUR"),
    **dict.fromkeys(("pound", "pounds", "livres sterling", "libras esterlinas"), "GBP"),
    **dict.fromkeys(("yuan", "yuans", "yuanes", "renminbi"), "CNY"),
    **dict.fromkeys(("yen", "yens", "yenes"), "JPY"),
    **dict.fromkeys(("rouble", "roubles", "ruble", "rubles", "rublo", "rublos"), "RUB"),
}
_UNITS = {
    **_CURRENCY_SIGNS,
    **{code: {"RMB": "CNY"}.get(code, code) for code in _CURRENCY_CODES.split()},
    **_CURRENCY_WORDS,
    **dict.fromkeys(("%", "％", "٪", "percent", "per cent", "pour cent", "por ciento", "por cien"), "%"),
    "‰": "‰",
}


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True))


_UNIT_SIGNS = [unit for unit in _UNITS if not unit[-1].isalpha()]
_UNIT_WORDS = [unit for unit in _UNITS if unit[-1].isalpha()]
_UNIT_AFTER = re.compile(
    rf"{_GAP}-?(?:(?:de|of)\s|d['\u2019])?(?:({_alternatives(_UNIT_SIGNS)})|((?i:{_alternatives(_UNIT_WORDS)}))(?!\w))(?!\d)"
)
# The letters or the sign that a unit can begin with: most numbers are seen to have none by these alone.
_HEAD_AFTER = re.compile(
    rf"{_GAP}-?([^\W\d_]++|[{''.join(sorted({unit[0] for unit in _UNITS if not unit[0].isalpha()}))}])"
)
_HEADS = frozenset(
    ("de", "of", "d", *(head[0].casefold() if (head := re.match(r"[^\W\d_]+", unit)) else unit[0] for unit in _UNITS))
)
_UNIT_BEFORE = re.compile(
    rf"(?:({_alternatives(list(_CURRENCY_SIGNS))})|(?<!\w)({'|'.join(_CURRENCY_CODES.split())})){_GAP}[-−]?\Z"
)

_MONEY_SIGNS = frozenset(sign[-1] for sign in _CURRENCY_SIGNS)
_BLANKS = " \t\n\u00a0\u202f\ufffc-−"


def find_unit_before(masked: str, end: int) -> str:
    """The currency whose sign or code stands before a number, or ""."""
    before = masked[max(0, end - 14) : end].rstrip(_BLANKS)[-1:]
    if not before or not (before in _MONEY_SIGNS or before.isupper()):
        return ""
    match = _UNIT_BEFORE.search(masked, max(0, end - 14), end)
    return _UNITS[match[1] or match[2]] if match else ""


def find_unit_after(masked: str, start: int) -> tuple[str, int]:
    """The unit that follows a number, or "", and where it ends."""
    head = _HEAD_AFTER.match(masked, start)
    if head is None or head[1].casefold() not in _HEADS:
        return "", start
    match = _UNIT_AFTER.match(masked, start)
    if match is None:
        return "", start
    word = match[1] or " ".join(match[2].split())
    return _UNITS.get(word) or _UNITS.get(word.casefold()) or _UNITS[word.upper()], match.end()
