"""`elision`: French elides and contracts: d’Ouïghours, l’homme, qu’il, s’il, du pays, aux camps; Spanish al, del.

Grevisse, Le Bon Usage, §§44-50 and 566; RAE, Diccionario panhispánico de dudas, “al”, “del”. No elision before onze,
oui, yaourt, an aspirated h, letters and figures; “de le voir” and “à les lire” have pronouns, “de Le Monde” and “a El
Cairo” names. English names in capitals are left alone, as some are read with a consonant.
"""

import re
from collections.abc import Iterator
from itertools import islice

from tms.checks.check import Check, base_language
from tms.checks.elision_words import (
    ACRONYMS,
    ASPIRATED_GENDER,
    FREE,
    MUTE_STEMS,
    NAME_STEMS,
    NOUNS_LIKE_VERBS,
    ONE,
    ONE_GOES_ON,
    PEOPLE_STEMS,
    PRONOUNS,
)
from tms.checks.lexicon import ORGANISATION, is_english
from tms.checks.prose import Prose, read_prose
from tms.text.small_words import word_set
from tms.values import CheckInput, Severity, Spot

_VOWEL = "aàâäeéèêëiîïoôöœuùûüæAÀÂÄEÉÈÊËIÎÏOÔÖŒUÙÛÜÆ"
# A gap before a vowel or h, behind a word that may have to elide.
_GAP = re.compile(
    rf"[ \u00a0][{_VOWEL}hHy](?<=[eaui]..)(?:(?<=\b[cdjlmnstCDJLMNST]e..)|(?<=\b[lmstLMST]a..)|(?<=\b[Qq]ue..)"
    r"|(?<=\b[dDaA]u..)|(?<=\b[sS]i..)|(?<=\b[jJ]usque..)|(?<=\b[lL]orsque..)|(?<=\b[pP]uisque..)|(?<=\b[qQ]uoique..))"
)
_HEAD = re.compile(r"[^\W\d_]+\Z")
# The end of another word, as of “enquête” with a decomposed accent.
_INSIDE = re.compile(r"[-‑’'_.\u0300-\u036f]")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_TWO = re.compile(r"(?<![\w\u0300-\u036f‑-])([dD]e|[àÀ])[ \u00a0]+(le(?:quel|squels|squelles|s)?)(?!\w)")
# Towns whose article is contracted: le maire du Havre, aux Sables-d’Olonne.
_TOWN = re.compile(
    r"(?<![\w\u0300-\u036f‑-])([dD]e|[àÀ])[ \u00a0](Les?)(?=[ \u00a0](?:Havre|Mans|Caire|Cap|Puy|Pirée|Creusot|Touquet"
    r"|Bourget|Vésinet|Raincy|Chesnay|Perreux|Lavandou|Croisic|Tréport|Pouliguen|Kremlin-Bicêtre|Blanc-Mesnil|Conquet"
    r"|Sables|Mureaux|Lilas|Ulis|Andelys|Saintes-Maries|Pontet|Cannet|Robert|Lamentin|Moule|Tampon|Port)\b)"
)
# Before a quotation too: accusé d’« outrage ».
_QUOTED = re.compile(r"\b([dD]|[qQ]u)e[ \u00a0](?=[«“][ \u00a0\u202f]?([aàâeéèêiîoôu][a-zà-ÿœ]{3,}))")
_TWO_SIGNS = ("de le", "à le", "De le", "À le")
_ASPIRATED = re.compile(rf"[’'](?:{'|'.join(sorted(ASPIRATED_GENDER, key=len, reverse=True))})s?(?![\w’'-])")
_SPANISH = re.compile(r"(?<![\w\u0300-\u036f'’-])([aA]|[dD]e)[ \u00a0]+(el)(?![\w'’-])")
# More than any text has.
_MOST = 1000
_CAPITAL_AFTER = re.compile(r"[ \u00a0][A-Z]")
_SPANISH_SIGNS = ("a el", "A el", "de el", "De el", "\u00a0el")
_INFINITIVE = ("er", "ir", "re", "oir")
# Spanish, English or Italian around it: a title or a name.
_FOREIGN = re.compile(r"\b(?:el|los|las|del|con|por|para|una|muy|dos|uma|della|degli|von|van|the|of|and|its|is)\b")
_CE_NOUNS = word_set(
    """homme hôpital état enfant événement évènement accord appel article ami avocat ancien été hiver endroit argent
    institut organisme acte espoir exemple emploi âge ouvrage auteur artiste individu incident immense autre étudiant
    ouïghour ouvrier officier agent examen effort échange entretien épisode élément espace instant"""
)
_ONLY_BEFORE = {
    "ce": word_set("est était étaient eût"),
    "si": word_set("il ils"),
    "jusque": word_set("au aux en ici alors où"),
    **dict.fromkeys(("lorsque", "puisque", "quoique"), word_set("il ils elle elles on un une en")),
}
_BECOMES = {"du": "de l’", "au": "à l’", "ma": "mon", "ta": "ton", "sa": "son"}
_NO_NOUNS = word_set("à aux au en et ou il elle on avec avant après entre")
# After these “el” lacks its accent: a él le gusta.
_AFTER_HE = word_set(
    """le lo la les se me te nos no que y o como también por para con en de a solo e u ni ha había fue era es está
    estaba depende dependen dependía"""
)


def _may_find(pair: CheckInput) -> bool:
    text = read_prose(pair.target).text
    if base_language(pair.language) == "es":
        return any(signs in text for signs in _SPANISH_SIGNS)
    if "’h" in text or "'h" in text or _GAP.search(text):
        return True
    return any(signs in text for signs in (*_TWO_SIGNS, "e Le", "à Le", "À Le", "e «", "e “", "e\u00a0«"))


def _find(pair: CheckInput) -> Iterator[Spot]:
    prose = read_prose(pair.target)
    if base_language(pair.language) == "es":
        yield from _find_spanish(prose)
        return
    text = prose.text
    for match in islice(_GAP.finditer(text), _MOST):
        yield from _check_gap(prose, match.start(), match.end() - 1)
    if any(signs in text for signs in _TWO_SIGNS):
        for match in _TWO.finditer(text):
            yield from _check_contraction(prose, match)
    yield from _find_before_names(prose)
    if "’h" in text or "'h" in text:
        for match in _ASPIRATED.finditer(text):
            yield from _check_aspirated(prose, match)


def _find_before_names(prose: Prose) -> Iterator[Spot]:
    """De Le Havre is du Havre, de « outrage » is d’« outrage »."""
    text = prose.text
    if "e Le" in text or "à Le" in text or "À Le" in text:
        for match in _TOWN.finditer(text):
            shown = _contract(match[1].lower(), match[2].lower())
            shown = shown[0].upper() + shown[1:] if match[1][0].isupper() else shown
            yield prose.spot(f"“{match[1].lower()} {match[2]}” is “{shown}”", *match.span(), shown)
    for match in _QUOTED.finditer(text) if "e «" in text or "e “" in text or "e\u00a0«" in text else ():
        if _has_vowel(match[2]):
            yield prose.spot(f"“{match[1].lower()}’” before a vowel", match.start(), match.end(), f"{match[1]}’")


def _check_gap(prose: Prose, gap: int, start: int) -> Iterator[Spot]:
    text = prose.text
    head = _HEAD.search(text, max(0, gap - 8), gap)
    word = _WORD.match(text, start)
    if head is None or word is None or _is_inside(text, head.start()) or text.endswith("per se", 0, gap):
        return
    small, following = head.group().lower(), word.group()
    if not _has_vowel(following) or (
        head.group()[0].isupper() and following[0].isupper() and not _is_listed(following)
    ):
        return
    shown = _elide(small, following, text[word.end() : word.end() + 8])
    if shown is None or _is_foreign(prose, head.start(), word.end(), following):
        return
    is_name = not following.islower() and not _is_listed(following)
    if is_name and (
        small not in ("de", "que")
        or _is_title(text, word)
        or _SURNAME.search(text, max(0, head.start() - 34), head.start())
    ):
        return
    shown = shown[0].upper() + shown[1:] if head.group()[0].isupper() else shown
    gap_shown = "" if shown.endswith("’") else " "
    message = f"“{small} {following}” is “{shown.lower()}{gap_shown}{following}”"
    yield prose.spot(message, head.start(), start, f"{shown}{gap_shown}")


def _is_inside(text: str, place: int) -> bool:
    return place > 0 and _INSIDE.match(text, place - 1) is not None


def _elide(head: str, following: str, after: str) -> str | None:
    """What the word before becomes, None where it may stay."""
    first = following.lower()
    if first in ("à", "a"):
        is_elided = head in ("ne", "que", "se", "jusque") or (head in ("me", "te") and first == "a")
        return f"{head[:-1]}’" if is_elided else None
    if head == "ce" and first in _CE_NOUNS:
        return "cet"
    if head in _ONLY_BEFORE:
        return f"{head[:-1]}’" if first in _ONLY_BEFORE[head] else None
    return None if _stays(head, first, after) else _BECOMES.get(head, f"{head[:-1]}’")


def _stays(head: str, first: str, after: str) -> bool:
    """La une, du un, ma y; de un à dix; c’est du à la pluie."""
    if head in _BECOMES or head in ("le", "la"):
        return first == "y" or first in ONE or (head in ("du", "au") and first in _NO_NOUNS)
    if head != "de" or first not in ONE:
        return False
    return not after[:1].isspace() or after.strip(" \u00a0").partition(" ")[0] in ONE_GOES_ON


def _has_vowel(word: str) -> bool:
    """Whether a word begins with a vowel or mute h that asks for elision."""
    low = word.lower()
    if low in ("à", "a", "y"):
        return word.islower()
    if len(low) == 1 or low in FREE or low.startswith(("e-", "i-", "onz", "yaou")) or not _is_readable(word):
        return False
    if low[0] == "h":
        return low.startswith(MUTE_STEMS)
    return low[0] != "y"


def _is_readable(word: str) -> bool:
    """Whether a word in capitals is read as a French one; small ones are."""
    return word.islower() or _is_listed(word) or _is_like_a_name(word)


# Not: Ian, Iossif, Oulan, Ueda, Yi, which begin with a consonant for the ear, nor University and One.
_NAME = re.compile(r"(?:[AÀÂEÉÈÊO](?!u[aeiy]|ne\Z)|I(?![aeouy])|Ö|Ü|É|U(?=[bghlmrsy][a-z]))[a-zà-ÿ'’-]{2,}\Z")


def _is_like_a_name(word: str) -> bool:
    """Whether a word with a capital is read with a vowel: Ilzat, Abliz, Osman, Erkin."""
    return _NAME.match(word) is not None and not is_english(word)


def _is_listed(word: str) -> bool:
    return word in ACRONYMS or (not word.isupper() and word.startswith(NAME_STEMS))


def _is_name(text: str, word: re.Match[str]) -> bool:
    """Arab News, Independent Television: a name of several words in another language, people and Amnesty apart."""
    return not word.group().startswith(PEOPLE_STEMS) and _CAPITAL_AFTER.match(text, word.end()) is not None


# Vanessa de Oliveira.
_SURNAME = re.compile(r"[A-ZÀ-Þ][^\W\d_]{0,30}[ \u00a0]\Z")
_NEXT = re.compile(r"[ \u00a0]([^\W\d_]+)")


def _is_title(text: str, word: re.Match[str]) -> bool:
    """Whether what follows is the name of a paper, a group or a work in another language."""
    place = word.end()
    for _ in range(4):
        following = _NEXT.match(text, place)
        if following is None:
            return False
        if following[1].lower() in ORGANISATION or (following[1][0].isupper() and is_english(following[1])):
            return True
        if not following[1][0].isupper():
            return following[1] in ("of", "and", "the", "for", "in", "y", "und")
        place = following.end()
    return False


def _is_foreign(prose: Prose, start: int, end: int, following: str) -> bool:
    """Whether it belongs to a title or a name in another language, or to a title of its own in italics."""
    if following[0].isupper() and not prose.is_plain(start, end):
        return True
    around = prose.text[max(0, start - 24) : start] + "|" + prose.text[end : end + 24]
    return _FOREIGN.search(around) is not None


def _check_contraction(prose: Prose, match: re.Match[str]) -> Iterator[Spot]:
    text, article = prose.text, match[2]
    if not prose.is_plain(*match.span()):
        return
    if article in ("le", "les"):
        following = _WORD.match(text, match.end() + 1) if text[match.end() : match.end() + 1] in " \u00a0" else None
        if following is None or not _is_noun(text, following, article):
            return
    head = match[1].lower()
    shown = _contract(head, article)
    message = f"“{head} {article}” is “{shown}”"
    shown = shown[0].upper() + shown[1:] if match[1][0].isupper() else shown
    yield prose.spot(message, *match.span(), shown)


def _contract(head: str, article: str) -> str:
    rest = article.removeprefix("les").removeprefix("le")
    is_plural = article.startswith("les")
    if head == "de":
        return ("des" if is_plural else "du") + rest
    return ("aux" if is_plural else "au") + rest


def _is_noun(text: str, following: re.Match[str], article: str) -> bool:
    word = following.group()
    low = word.lower()
    if low in NOUNS_LIKE_VERBS or word in NOUNS_LIKE_VERBS:
        return not (article == "les" and low == "pouvoir")
    if low in PRONOUNS or low.endswith(_INFINITIVE):
        return False
    # “De le lui rendre”, “à les souvent relire”: a verb right behind an adverb.
    behind = _WORD.match(text, following.end() + 1)
    is_verb_behind = behind is not None and behind.group().endswith(("er", "ir")) and low.endswith("ment")
    return not is_verb_behind and not low.startswith(("l’", "l'", "y ", "d’", "d'", "m’", "t’", "s’", "n’"))


def _check_aspirated(prose: Prose, match: re.Match[str]) -> Iterator[Spot]:
    text = prose.text
    sign = match.start()
    head = _HEAD.search(text, max(0, sign - 8), sign)
    if head is None or head.group().lower() not in ("l", "d", "qu", "n", "s", "j"):
        return
    word = match.group()[1:]
    gender = ASPIRATED_GENDER.get(word, ASPIRATED_GENDER.get(word.removesuffix("s"), "m"))
    low = head.group().lower()
    full = {"l": "le" if gender == "m" else "la", "qu": "que"}.get(low, f"{low}e")
    shown = full[0].upper() + full[1:] if head.group()[0].isupper() else full
    yield prose.spot(f"no elision before “{word}”: “{full} {word}”", head.start(), sign + 1, f"{shown} ")


def _find_spanish(prose: Prose) -> Iterator[Spot]:
    text = prose.text
    if not any(signs in text for signs in _SPANISH_SIGNS):
        return
    for match in _SPANISH.finditer(text):
        after = text[match.end() : match.end() + 1]
        if not after or after not in " \u00a0" or not prose.is_plain(match.start(), match.end()):
            if not after or after in ",.;:)?!":
                yield _spot_he(prose, match)
            continue
        following = _WORD.match(text, match.end() + 1)
        if following is None:
            continue
        if following.group() in _AFTER_HE:
            yield _spot_he(prose, match)
            continue
        shown = f"{match[1]}l"
        is_sure = following.group()[0].islower()
        message = f"“{match[1].lower()} el” is “{shown.lower()}”"
        yield prose.spot(message, match.start(), match.end(), shown if is_sure else None)


def _spot_he(prose: Prose, match: re.Match[str]) -> Spot:
    head = match[1].lower()
    return prose.spot(f"“{head} el” is “{head}l”, or “{head} él”", match.start(), match.end())


ELISION = Check(
    "elision",
    "Elision and contraction",
    "grammar",
    Severity.WARNING,
    _find,
    languages=frozenset(("fr", "es")),
    may_find=_may_find,
)
