"""`capital-accents`: a capital keeps its accent: État, Église, À Pékin, África, Último.

Académie française; Imprimerie nationale, Lexique; RAE, Ortografía 2010, §2.3. Words by a list; “À” at the head of a
sentence by what follows it, as “A” is a verb in notes (“A publié trois livres”). A word that is English too (Education)
counts where French shows it, and names that the source has in the same form (Ecole Normale, Africa Watch) are kept.
"""

import re
from collections.abc import Iterator

from tms.checks.capital_words import ACCENTED, ENGLISH_TOO, NAMES
from tms.checks.check import Check, base_language
from tms.checks.lexicon import is_english_only
from tms.checks.prose import Prose, read_prose, with_severity
from tms.values import CheckInput, Kind, Severity, Spot

_WORD = re.compile(r"[AEIOU](?<![\w_].)[^\W\d_]{2,}+")
_HEAD = re.compile(r"A(?<![\w’'./-].)[ \u00a0](?=[^\W_])|Ca(?<![\w’'./-]..)[ \u00a0](?=[a-zéê])")
_BEFORE_HEAD = frozenset('.!?…:«“"(—–-•*\n\t')
_QUOTED = frozenset('«“"')
_SURE = re.compile(
    r"(?:la|l[’'](?=[^\W\d])[^\W\d]++|partir|propos|travers|cause|côté|défaut|force|présent|peine|moins|noter|suivre|lire|voir|titre"
    r"|savoir|découvrir|télécharger|retenir|écouter|regarder|midi|minuit|bord|droite|gauche|mesure|vrai|part|tous"
    r"|toutes|quoi|qui|quel|quelle|quels|quelles|chaque|huis|court|long|terme|ce|cet|cette"
    r"|tout (?:moment|prix|âge))(?!\w)"
)
# But “A deux enfants”, in a note about a person.
_LIKELY = re.compile(
    r"(?:les?|un|une|ces|son|sa|ses|leurs?|mon|ma|mes|ton|ta|tes|notre|nos|votre|vos|ceux|celui|celles?|cela|ceci|deux"
    r"|trois|quatre|cinq|six|sept|huit|dix|vingt|plusieurs|nouveau|demain|bientôt|mi-[^\W\d]+|eux|elles?|lui|\d+)(?!\w)"
    r"(?![ \u00a0](?:fils|filles?|enfants?|frères?|sœurs?|diplômes?|doctorat|licence|master|ans d[’'e]))"
)
_PLACE = re.compile(r"(?:[A-ZÀ-Ý][\w’'-]*+[ \u00a0]?){1,4}")
_THAT = re.compile(
    r"(?:va|ne|fait|me|sera|suffit|commence|veut|peut|dépend|y|se|te|vous|nous|leur|lui)(?![^\W\d_])|[nms][’']"
)
_NAME_AFTER = re.compile(r"[ \u00a0][A-ZÀ-Ý][\w’'-]*")
_NAME_BEFORE = re.compile(r"[A-ZÀ-Ý][\w’'-]*[ \u00a0]$")
_ELISION = re.compile(r"[lLdD][’']$")
_ARTICLE = re.compile(r"[ \u00a0](?:el|la|los|las|su|sus|un|una)\b")
_NEAR = 40


def _find(pair: CheckInput) -> Iterator[Spot]:
    prose = read_prose(pair.target)
    language = base_language(pair.language)
    accented = ACCENTED[language]
    for match in _WORD.finditer(prose.text):
        word = match.group()
        right = accented.get(word.lower())
        if right is not None and (word[1:].islower() or word.isupper()):
            yield from _check_word(prose, match, right, pair)
    if language == "fr":
        for match in _HEAD.finditer(prose.text):
            sign, end = match.group()[:-1], match.end() - 1
            if _is_head(prose.text, match, pair):
                right = "À" if sign == "A" else "Ça"
                yield prose.spot(f"“{sign}” is written “{right}” here", match.start(), end, right)


def _check_word(prose: Prose, match: re.Match[str], right: str, pair: CheckInput) -> Iterator[Spot]:
    text, word, source = prose.text, match.group(), pair.source or ""
    plain = word.lower()
    has_same = word in source
    if (
        plain in ENGLISH_TOO
        and (has_same or pair.source is None)
        and not _ELISION.search(text[max(0, match.start() - 2) : match.start()])
    ):
        return
    if plain == "ultima" and _ARTICLE.match(text, match.end()):
        return  # the verb
    if has_same and (word.isupper() or _is_name(text, match, source)) and plain not in NAMES:
        return
    shown = right.upper() if word.isupper() else right.capitalize()
    spot = prose.spot(f"“{word}” is written “{shown}”", *match.span(), shown)
    if plain not in NAMES or not has_same:
        yield spot
    elif plain != "angeles" or not _NAME_AFTER.match(text, match.end()):
        yield with_severity(spot, Severity.INFO)


def _is_name(text: str, match: re.Match[str], source: str) -> bool:
    """Whether the word and the name beside it stand in the source just so."""
    if (after := _NAME_AFTER.match(text, match.end())) and match.group() + after.group() in source:
        return True
    before = _NAME_BEFORE.search(text[max(0, match.start() - _NEAR) : match.start()])
    return before is not None and before.group() + match.group() in source


def _is_head(text: str, match: re.Match[str], pair: CheckInput) -> bool:
    """Whether “A” is the preposition, or “Ca” the pronoun, at the head of a sentence."""
    start = match.start()
    while start and text[start - 1] in " \u00a0\u202f":
        start -= 1
    before = text[start - 1 : start]
    if before and before not in _BEFORE_HEAD:
        return False
    place = match.end()
    if match.group().startswith("C"):
        return _THAT.match(text, place) is not None
    if _SURE.match(text, place):
        return True
    if pair.kind is not Kind.LIST_ITEM and _LIKELY.match(text, place):
        return True
    name = _PLACE.match(text, place)
    return name is not None and _is_place(text, match.start(), name, pair.source or "", is_quoted=before in _QUOTED)


def _is_place(text: str, start: int, name: re.Match[str], source: str, *, is_quoted: bool) -> bool:
    """Whether a name after “A” goes on in French: not “A Beautiful Mind”, nor what the source has just so."""
    after = text[name.end() : name.end() + _NEAR]
    words = name.group().split()
    if len(words) > 3 or (len(words) > 1 and (is_quoted or text[start : name.end()].strip() in source)):
        return False
    if source and text[start : name.end() + 6] in source:
        return False
    if after[:1] in (",", "…", ";"):
        return True
    word = re.match(r"[^\W\d_]+", after)
    return word is not None and word.group().islower() and not is_english_only(word.group())


CAPITAL_ACCENTS = Check(
    "capital-accents",
    "Accents of capitals",
    "misspelling",
    Severity.WARNING,
    _find,
    languages=frozenset(("fr", "es")),
    signs=frozenset("AEIOUC"),
    words=frozenset(("a", "ca", *ACCENTED["fr"], *ACCENTED["es"])),
)
