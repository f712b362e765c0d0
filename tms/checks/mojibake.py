"""`mojibake`: bytes that were read in the wrong encoding: Ã© for é, â€™ for ’, and U+FFFD for what was lost.

UTF-8 taken for Windows-1252 is known by its lead and trail signs; where they read back as one letter or sign, that is
the fix. Capitals of Portuguese and Vietnamese (SÃO), of French (Âge) and of German are no lead signs, as a letter
follows them.
"""

import re
from collections.abc import Iterator

from tms.checks.check import Check
from tms.checks.prose import read_prose
from tms.values import CheckInput, Severity, Spot

_HIGH = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_TRAIL = f"[\u0080-\u00bf{_HIGH}]"
# Trail signs that do not stand after a capital letter by themselves, as a quotation mark or a space may.
_ODD = "[\u0080-\u009f\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00be€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]"
_BROKEN = re.compile(
    rf"\ufffd++|Ã(?:{_ODD}|[\u00a0 «»¿“”‘’…–—](?<=[a-zß-ÿ]Ã.)|[“”‘’…–—«»](?=[a-zß-ÿ]))"
    rf"|Â(?:{_ODD}|[\u00a0 «»¿](?<=[a-z0-9ß-ÿ]Â.)|[«»¿])|(?<!\w)Ã[\u00a0 ](?= ?[^\W\d])"
    rf"|â€(?!\w|{_TRAIL})|[âï](?:[\u0080-\u0083€‚„†]{_TRAIL}|\u00bb\u00bf|\u00bf\u00bd)|ðŸ{_TRAIL}{{2}}"
    rf"|[ÄÅ]{_ODD}(?:(?<=[a-zß-ÿ]..)|(?=[a-zß-ÿ]))|[ÐÑØÙ]{_TRAIL}(?:[ÐÑØÙ]{_TRAIL}){{1,40}}+"
    r"|√[©®†ß¢§£≠¥±Æ∂™]|‚Ä[ôúùîìò¶]"
)
_REPLACED = "\ufffd"


def _find(pair: CheckInput) -> Iterator[Spot]:
    prose = read_prose(pair.target)
    for match in _BROKEN.finditer(prose.text):
        broken = match.group()
        if broken.startswith(_REPLACED):
            yield prose.spot("a sign that was lost in another encoding (U+FFFD)", *match.span())
            continue
        right = _read_back(broken)
        if right == "à" and prose.text[match.end() : match.end() + 1].isalnum():
            right = "à "  # the no-break space of à has become the space between two words
        means = f", which was {'a no-break space' if right.isspace() else f'“{right}”'}" if right else ""
        yield prose.spot(f"“{broken}” was read in the wrong encoding{means}", *match.span(), right)


def _read_back(broken: str) -> str | None:
    """What the signs were before they were taken for Windows-1252 (or for Mac OS Roman)."""
    spaced = broken.replace(" ", "\u00a0")
    encoded = [bytes([ord(sign)]) if "\u0080" <= sign <= "\u00ff" else _encode(sign, "cp1252") for sign in spaced]
    for data in (b"".join(encoded), b"".join(_encode(sign, "mac_roman") for sign in broken)):
        try:
            right = data.decode("utf-8")
        except UnicodeDecodeError:
            continue
        return right.replace("\ufeff", "")
    return None


def _encode(sign: str, encoding: str) -> bytes:
    return sign.encode(encoding, errors="replace")


MOJIBAKE = Check(
    "mojibake",
    "Broken encoding",
    "characters",
    Severity.ERROR,
    _find,
    signs=frozenset("\ufffdÃÂÄÅÐÑØÙ√½\u0080\u0081\u0082\u0083€‚„†Ÿ¿"),
)
