"""Teaser lines: what a theme puts under the beginning of an article to lead to the rest of it."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import Indel

from tms.tracking.page_blocks import Block, Role

_WORDINGS = (
    # English
    "continue reading",
    "keep reading",
    "read more",
    "read on",
    "read the rest",
    "read the full (?:article|story|post|text|report|blog|entry)",
    "read (?:the )?full (?:article|story|post)",
    "read the (?:article|story|post)",
    "(?:see|view|learn|find out) more",
    "full (?:story|article)",
    r"(?<=[(\[])more(?=(?:…|\.\.\.)?[)\]])",
    # French
    "lire la suite",
    "lisez la suite",
    "lire l'article(?: complet| entier)?",
    "lire (?:plus|davantage)",
    r"la suite(?=\W{0,3}(?:…|\.\.\.|→|»|>))",
    r"(?<=[(\[])suite(?=(?:…|\.\.\.)?[)\]])",
    "(?:continuer|poursuivre|continuez|poursuivez) (?:la|votre|a|de) (?:lecture|lire)",
    "en savoir plus",
    "voir plus",
    # Spanish
    "(?:seguir|sigue|siga|continuar|continua|continue) leyendo",
    "continuar (?:la )?lectura",
    "(?:leer|lee|lea) mas",
    "(?:leer|lee|lea) (?:todo|completo|el (?:articulo|texto|resto)(?: completo)?)",
    "(?:leer|lee|lea) la (?:entrada|nota|noticia)(?: completa)?",
    "ver mas",
    # neighbours
    "weiterlesen",
    "mehr lesen",
    "(?:continuar|continue) (?:lendo|a ler|a leitura)",
    "(?:ler|leia|saiba) mais",
    "continua (?:a leggere|la lettura)",
    "leggi (?:tutto|di piu|l'articolo)",
    "(?:lees|verder) (?:verder|meer|lezen)",
    "meer lezen",
    "continua llegint",
    "llegir mes",
)
# Between the wording and the title that it repeats.
_DESTINATION = re.compile(r"\]\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,2000})?\)")
_TAGS = re.compile(r"<[^<>\n]{1,500}>")
_CUT_OFF = re.compile(r"(?:…|\.\.\.)\W{0,8}\Z")
_PROSE_END = re.compile(r"(?<!\.)\.[\s\"'”’»)\]*_]*\Z|[,;!]\s*\Z")
_BEFORE_INLINE = re.compile(r"(?:…|\.\.\.|[.!?])[\s\"'”’»)\]}\[(*_>|–—-]*\Z")
_IN_QUOTES = re.compile(r"\A[\s:–—-]*[\"'“«‹„‘].+[\"'”»›“’][\W]*\Z", re.DOTALL)
_QUOTES = '"“”«»‹›„‘'
_OPEN_QUOTES, _CLOSE_QUOTES = "\"“'‘„«‹", "\"”'’“»›"
_INNER_CLOSE = re.compile(r"\A[\"“„«‹][^\"”»›]*[\"”»›].*\S.*[\"”»›]\Z", re.DOTALL)
_QUOTES_END = re.compile(r"[\"“«‹„‘:]\s*\Z")
_SIGNS = " \t\r\n\u00a0\u202f:–—-→›»>…|*_[]()⇒➔➜►▸~"
_LONGEST_INLINE = 320
_ALIKE = 0.9
_LEAST_CUT_OFF = 12
_LONGEST_OPENING = 80


@dataclass(frozen=True, slots=True)
class Teaser:
    """A teaser line: its wording, the title that it names ("" for none), and where it starts on the page.

    `is_inline`: it stands at the end of a paragraph. `is_doubtful`: it may be a sentence as well.
    """

    wording: str
    title: str
    start: int
    is_inline: bool = False
    is_quoted: bool = False
    is_doubtful: bool = False


def find_teaser(page: str, block: Block) -> Teaser | None:
    """The teaser line that a block is, or ends with."""
    if block.role in (Role.RULE, Role.DATELINE, Role.NAVIGATION):
        return None
    raw = page[block.start : block.end]
    offset = max(0, len(raw) - _LONGEST_INLINE)
    folded, places = _fold(raw, offset)
    for match in _get_phrase().finditer(folded):
        at, end = places[match.start()], places[match.end()]
        is_whole = not any(map(str.isalnum, _without_markup(raw[:at])))
        if not is_whole and not _BEFORE_INLINE.search(raw[:at]):
            continue
        shown = _without_markup(raw[end:])
        is_doubtful = bool(_PROSE_END.search(shown)) and any(map(str.isalnum, shown))
        # At the end of a paragraph a sentence may begin like a teaser line.
        if not is_whole and is_doubtful:
            continue
        named = _cut_link_words(shown)
        start = block.start + (0 if is_whole else _find_start(raw, at))
        is_quoted = bool(_IN_QUOTES.match(named))
        return Teaser(match["phrase"], clean_title(named), start, not is_whole, is_quoted, is_doubtful)
    return None


def is_teaser_line(line: str) -> bool:
    """Whether a line begins as teaser lines do."""
    if not any(map(str.isalnum, line)):
        return False
    folded, _ = _fold(_without_markup(line[:_LONGEST_INLINE]), 0)
    match = _get_phrase().search(folded, 0, _LONGEST_OPENING)
    return match is not None and not any(map(str.isalnum, folded[: match.start()]))


def is_same_title(title: str, other: str) -> bool:
    """Whether two lines are one title: signs, case and accents aside, cut off with an ellipsis, or with a slip."""
    a, b = fold_title(title), fold_title(other)
    if not a or not b:
        return False
    if a == b:
        return True
    for cut, whole, shown in ((a, b, title), (b, a, other)):
        if _CUT_OFF.search(shown) and len(cut) >= _LEAST_CUT_OFF and whole.startswith(cut):
            return True
    unlinked = _get_link_words().match(a + " ")
    if unlinked and a[unlinked.end() :].strip() == b:
        return True
    return min(len(a), len(b)) >= _LEAST_CUT_OFF and Indel.normalized_similarity(a, b) >= _ALIKE


def fold_title(title: str) -> str:
    """The letters and digits of a title, without case and accents, one space between words."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", title) if not unicodedata.combining(char))
    plain = plain.replace("\u2019", "'").casefold()
    return " ".join("".join(char if char.isalnum() or char == "'" else " " for char in plain).split())


def clean_title(text: str) -> str:
    """A title without the signs and the one pair of quotation marks around it."""
    title = " ".join(text.split()).lstrip(_SIGNS).rstrip(_SIGNS.replace("…", ""))
    is_quoted = title[:1] in tuple(_OPEN_QUOTES) and title[-1:] in tuple(_CLOSE_QUOTES)
    # « A » : b « c » is no quotation.
    if is_quoted and sum(title.count(sign) for sign in "«‹") < 2 and not _INNER_CLOSE.search(title):
        title = title[1:-1].strip(_SIGNS)
    return title if any(map(str.isalnum, title)) else ""


def _without_markup(text: str) -> str:
    return _TAGS.sub("", _DESTINATION.sub("", text))


def _find_start(raw: str, at: int) -> int:
    """Where an inline teaser begins, with the bracket or the emphasis that opens it."""
    while at and raw[at - 1] in "[(*_":
        at -= 1
    return at


def _cut_link_words(shown: str) -> str:
    """What follows words such as "of" or "de l'article", where signs say that they are no title."""
    folded, places = _fold(shown, 0)
    match = _get_link_words().match(folded)
    rest = shown[places[match.end()] :] if match else ""
    return rest if rest[:1] in tuple(_QUOTES) or (match and _QUOTES_END.search(match[0])) else shown


def _fold(text: str, start: int) -> tuple[str, list[int]]:
    """Lower case without accents and with straight apostrophes, and where each character stands in the text."""
    if text.isascii():
        return text[start:].lower(), list(range(start, len(text) + 1))
    letters: list[str] = []
    places: list[int] = []
    for place in range(start, len(text)):
        char = text[place]
        if not char.isascii():
            char = "'" if char in "\u2019\u02bc" else unicodedata.normalize("NFD", char)[0]
            if unicodedata.combining(char):
                continue
        char = char.lower()
        letters.append(char if len(char) == 1 else " ")
        places.append(place)
    places.append(len(text))
    return "".join(letters), places


# Compiled where they are needed: that takes longer than reading a page.


@cache
def _get_phrase() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<phrase>{'|'.join(_WORDINGS).replace(' ', chr(92) + 's{1,3}')})(?!\w)")


@cache
def _get_link_words() -> re.Pattern[str]:
    return re.compile(
        r"\W{0,4}(?:(?:of|about|on|from|this entry|de l'article|de l'entrada|de la entrada|de|du|sur|sobre|del|"
        r"el articulo|l'article|the article|the rest of)\b\W{0,3}){1,2}"
    )
