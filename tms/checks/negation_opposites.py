"""English words that deny by their beginning, and the words of which they are the opposite in French and Spanish."""

import re
from collections.abc import Iterator

# English ; French ; Spanish, the French and Spanish as beginnings of words.
_ROWS = """
unharmed unhurt uninjured unscathed ; bless ; herid lesion
unknown ; connu célèbre ; conocid famos
unarmed ; armé ; armad
illegal illegally unlawful unlawfully ; légal légaux licite ; legal lícit
innocent ; coupable ; culpable
unfair unfairly unjust unjustly ; juste équitable ; justo justa equitativ
unaware ; conscient au_courant informé ; consciente al_tanto enterad
unclear ; clair ; claro clara
unlikely improbable ; probable ; probable
unsafe insecure ; sûr sécurisé ; segur
unpaid ; payé rémunéré ; pagad remunerad
incomplete unfinished ; complet achevé terminé ; complet terminad acabad
insufficient inadequate ; suffisant adéquat ; suficient adecuad
unacceptable inadmissible ; acceptable admissible recevable ; aceptable admisible
unfounded baseless groundless ; fondé ; fundad
invisible ; visible ; visible
unusual ; habituel courant ; habitual
inaccurate untrue ; exact vrai ; exact verdader
unjustified ; justifié ; justificad
uninhabited deserted ; habité peuplé ; habitad poblad
unmarried ; marié ; casad
disagree disagreed disagrees ; d’accord d'accord ; de_acuerdo
unhappy dissatisfied ; heureux satisfait content ; feliz satisfech content
unwilling unwillingly ; volontiers dispos prêt ; dispuest
unanswered ; répondu réponse ; respondid contestad
unbearable intolerable ; supportable tolérable ; soportable tolerable
uneducated illiterate ; instruit alphabétisé ; instruid alfabetizad
unauthorised unauthorized ; autorisé ; autorizad
unexpected unexpectedly ; attendu prévu ; esperad previst
unchanged ; changé modifié ; cambiad modificad
"""
_PREFIX = re.compile(r"\A(?:un|in|im|il|ir|dis)")


_LINES = [[part.strip() for part in line.split(" ; ")] for line in _ROWS.strip().splitlines()]
OPPOSITE_WORDS = " ".join(line[0] for line in _LINES)
_WORDS = {word: index for index, line in enumerate(_LINES) for word in line[0].split()}
_RULES = [
    {
        "fr": re.compile("|".join(rf"(?<![\w-]){word.replace('_', ' ')}" for word in french.split())),
        "es": re.compile("|".join(rf"(?<![\w-]){word.replace('_', ' ')}" for word in spanish.split())),
    }
    for _, french, spanish in _LINES
]
_ANY = re.compile(rf"\b(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})\b")


OPPOSITES = frozenset(word[:4].encode() for word in _WORDS)
"""The first four letters of these English words."""


def find_opposites(source: str, target: str, language: str) -> Iterator[int]:
    """The places of English words of which the translation, in lower case too, seems to have the opposite."""
    for match in _ANY.finditer(source):
        plain = _PREFIX.sub("", match.group())
        is_said_too = re.search(rf"(?<!\w){plain}", source) is not None
        if not is_said_too and _RULES[_WORDS[match.group()]][language].search(target):
            yield match.start()
