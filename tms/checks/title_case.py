"""`title-case`: titles in French and Spanish have a capital at their head and in names only, unlike English ones.

Imprimerie nationale, Lexique, « Titres d’œuvres »; RAE, Ortografía 2010, §4.2.4.8. Looked at are titles and headings,
and in prose what stands in quotation marks or is emphasized. French may give a capital to the first noun after an
article, and to an adjective before it (Les Grandes Espérances; Le Rouge et le Noir). Names of institutions, places and
days (Consejo de Derechos Humanos) and titles in English are left alone; one capital alone is never enough.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from tms.checks.check import Check, base_language
from tms.checks.everywhere import spot_all
from tms.checks.peoples import PEOPLES
from tms.checks.prose import Prose, read_prose
from tms.checks.title_words import AFTER_ARTICLE, HEADS, LOOSE, SMALL, is_common, is_listed
from tms.text.small_words import word_set
from tms.values import CheckInput, Kind, Severity, Spot

_TITLES = frozenset((Kind.TITLE, Kind.HEADING, Kind.LINK, Kind.LABEL, Kind.CAPTION, Kind.LIST_ITEM, Kind.TABLE_CELL))
_UPPER = "A-ZÀ-ÖØ-Þ"
# A capital within a sentence.
_CAPITAL = re.compile(rf"[{_UPPER}](?<=[\w,’'°] .|[\w,’'°]\u00a0.)")
_TWO_CAPITALS = re.compile(rf"[{_UPPER}][^{_UPPER}]*+[{_UPPER}]")
_QUOTED = re.compile(r"[«“\"„]([^«»“”\"„]{6,160})[»”\"]")
_EMPHASIZED = re.compile(
    r"<(?:em|strong|b|i|u|a|cite|q|h[1-6]|figcaption)\b[^<>]{0,300}>([^<>]{6,160})</|\*\*?([^*\n]{6,160})\*"
    r"|(?<!!)\[([^\[\]\n]{6,160})\]\("
)
_PIECE = re.compile(r"[^.:;!?¡¿…«»“”\"()\[\]|\n–—]+")
_WORD = re.compile(r"(?:[dlnsqcDLNSQC]u?[’'])?[^\W\d_]+(?:-[^\W\d_]+)*")
_ARTICLES = word_set("le la les l’ el los las")
_BEFORE_NOUN = word_set(
    """petit petite petits petites grand grande grands grandes nouveau nouvelle nouveaux nouvelles beau belle beaux
    belles dernier dernière derniers dernières vieux vieille premier première premiers premières mauvais mauvaise
    bon bonne autre autres deux trois quatre cinq six sept dix cent mille jeune jeunes"""
)
_LINKS = word_set("de des du d et la le les l’ à aux au del los las y e para contra por sobre el en")
_ENGLISH_SIGNS = word_set("the of and for to with from is are at by our their its not you we")
_MESSAGE = "capitals as in an English title"
_MOST_CHARACTERS = 400
_SHORT = 3


class _Word(NamedTuple):
    start: int
    end: int
    text: str

    @property
    def core(self) -> str:
        """The word without its elided article: d’Une is Une."""
        head, sign, rest = self.text.replace("'", "’").partition("’")
        return rest if sign else head

    @property
    def is_capital(self) -> bool:
        """Whether it or its article begins with a capital and goes on in small letters."""
        return (self.text[0].isupper() or self.core[0].isupper()) and not self.core[1:].isupper()


def _may_find(pair: CheckInput) -> bool:
    if pair.kind in _TITLES:
        return _TWO_CAPITALS.search(read_prose(pair.target).text) is not None
    prose = read_prose(pair.target)
    text = prose.text
    return prose.starts is not None or "«" in text or "“" in text or '"' in text or "„" in text


def _find(pair: CheckInput) -> Iterator[Spot]:
    if not _may_find(pair):
        return
    prose = read_prose(pair.target)
    text = prose.text
    is_title = pair.kind in _TITLES and len(text) <= _MOST_CHARACTERS
    places = [match.start() for match in _CAPITAL.finditer(text)]
    # Of a short title one capital is half.
    least = 1 if is_title and len(text.split()) <= _SHORT else 2
    if len(places) < least:
        return
    seen: set[Spot] = set()
    for start, end in _list_stretches(prose, is_title=is_title):
        if bisect_left(places, end) - bisect_right(places, start) >= least:
            for piece in _PIECE.finditer(text, start, end):
                found = _check_piece(prose, piece.span(), pair)
                if found is not None and found not in seen:
                    seen.add(found)
                    yield found


def _list_stretches(prose: Prose, *, is_title: bool) -> list[tuple[int, int]]:
    """What may be a title: the whole, a quotation, or what is emphasized or a link."""
    if is_title:
        return [(0, len(prose.text))]
    found = [match.span(1) for match in _QUOTED.finditer(prose.text)]
    if prose.starts is None:
        return found
    for match in _EMPHASIZED.finditer(prose.raw):
        place = match.span(match.lastindex or 0)
        found.append((bisect_left(prose.starts, place[0]), bisect_left(prose.starts, place[1])))
    return found


def _check_piece(prose: Prose, span: tuple[int, int], pair: CheckInput) -> Spot | None:
    language = base_language(pair.language)
    words = [_Word(*match.span(), match.group()) for match in _WORD.finditer(prose.text, *span)]
    if len(words) < 2 or any(word.text.lower() in _ENGLISH_SIGNS for word in words):
        return None
    spared = _list_spared(words, language)
    wrong = _list_wrong(words, spared, pair)
    if not wrong:
        return None
    rest = [word for index, word in enumerate(words) if index and index not in spared and index not in wrong]
    names = [word for word in rest if word.is_capital and word.text.lower() not in LOOSE[language]]
    small = [w for w in rest if not w.is_capital and len(w.core) > 3 and w.text.lower() not in SMALL[language]]
    if len(wrong) <= len(small) or len(names) > len(wrong):
        return None
    spot = spot_all(prose, _MESSAGE, [(words[i].start, words[i].end, words[i].text.lower()) for i in wrong])
    # What is left with a capital may be a name, or one more word that wants a small letter.
    is_sure = all(word.core in (pair.source or "") for word in names)
    # La Longue Attente: the noun may have its capital, or neither of the two.
    first = words[wrong[0]]
    if wrong[0] - 1 in spared and words[wrong[0] - 1].is_capital and first.text.lower() not in SMALL[language]:
        is_sure = False
    return spot if is_sure else Spot(spot.message, spot.start, spot.end)


def _list_wrong(words: list[_Word], spared: frozenset[int], pair: CheckInput) -> list[int]:
    """The words whose capital is wrong, none where a name may explain them."""
    language = base_language(pair.language)
    wrong: list[int] = []
    # Words that can hardly be part of a name.
    sure = 0
    for index, word in enumerate(words):
        if index == 0 or not word.is_capital or index in spared:
            continue
        kind = _judge(words, index, wrong, pair)
        if kind:
            wrong.append(index)
            sure += kind == "sure"
    is_common_head = is_common(words[0].core.lower(), language) or 1 in spared
    # Lettre Ouverte, Le Bras Long; but Les Damnés de la Terre, Guerre et Paix.
    is_beside_head = bool(wrong) and is_common_head and (wrong[0] == 1 or wrong[0] - 1 in spared)
    # Le Témoignage d’un Chauffeur: behind “un” stands no name.
    is_one = bool(wrong) and sure > 0 and words[wrong[0] - 1].core.lower() in ("un", "une", "una")
    return (
        wrong
        if sure > 1 or is_one or (len(wrong) > 1 and (sure or is_common_head)) or (sure and is_beside_head)
        else []
    )


def _judge(words: list[_Word], index: int, wrong: list[int], pair: CheckInput) -> str:
    """Whether a capital is "sure" to be wrong, or "loose": wrong if others are; "" where it may be right."""
    language, word = base_language(pair.language), words[index]
    low, core = word.text.lower().replace("'", "’"), word.core.lower()
    if low in SMALL[language] or (low != core and core in SMALL[language]):
        return "sure"
    if low in LOOSE[language]:
        if index + 1 == len(words) or words[index + 1].core in AFTER_ARTICLE:
            return ""
        before = words[index - 1]
        return "sure" if before.is_capital and is_common(before.core.lower(), language) else "loose"
    people = PEOPLES[language].get(core)
    if people is not None:
        is_adjective = people.kind != "people" or language == "es" or index - 1 in wrong
        return "sure" if is_adjective else ""
    return "sure" if is_common(core, language) and not _is_english(word.core, pair) else ""


def _is_english(word: str, pair: CheckInput) -> bool:
    """Whether the source has the same word, and it looks like one of the target only by its ending."""
    if not pair.source or word not in pair.source:
        return False
    return not is_listed(word.lower(), base_language(pair.language))


def _list_spared(words: list[_Word], language: str) -> frozenset[int]:
    """Words that a name or the custom of French explains."""
    spared: set[int] = set()
    if language == "fr" and (words[0].text.lower() in _ARTICLES or words[0].text[1:2] in "’'"):
        index = 0 if words[0].text[1:2] in "’'" else 1
        while index < len(words) and words[index].core.lower() in _BEFORE_NOUN:
            spared.add(index)
            index += 1
        spared.add(index)
        spared |= {
            i
            for i in range(2, len(words))
            if words[i].is_capital and "et" in (words[i - 1].text, words[i - 2].text) and words[i - 1].text.islower()
        }
    index = 0
    while index < len(words):
        if words[index].is_capital and words[index].core.lower() in HEADS:
            end = _end_of_name(words, index)
            if language == "es":
                spared |= set(range(index, end))
            else:
                spared.add(index)
            index = end
        index += 1
    return frozenset(spared)


def _end_of_name(words: list[_Word], index: int) -> int:
    """Where a name ends that begins with the word at `index`: capitals and the links between them."""
    end = index + 1
    for place in range(index + 1, len(words)):
        word = words[place]
        if word.is_capital and word.text[0].lower() + word.text[1:] not in _LINKS:
            end = place + 1
        elif word.text.lower() not in _LINKS or word.text[0].isupper():
            break
    return end


TITLE_CASE = Check(
    "title-case",
    "Capitals in titles",
    "typographical",
    Severity.WARNING,
    _find,
    languages=frozenset(("fr", "es")),
    may_find=_may_find,
)
