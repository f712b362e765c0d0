"""`inclusive`: forms that write both genders in one word: réfugié·e·s, lecteurs/trices, los/as, amig@s, todxs, todes.

Only where the house asks for plain gender (`plain_gender`): then both genders are named (lectrices et lecteurs), one
stands for both, or the sentence is put otherwise. Académie française, 26 October 2017; RAE, Informe sobre el lenguaje
inclusivo (2020). A plural in brackets, “réfugié(s)”, is no gender.
"""

import re
from collections.abc import Iterator
from itertools import islice

from tms.checks.check import Check, base_language
from tms.checks.prose import read_prose
from tms.text.small_words import word_set
from tms.values import CheckInput, Choice, Severity, Spot

_ENDING = r"(?:e|ne|le|te|se|ve|fe|sse|esse|rice|trice|euse|ère|ière|eresse)"
# The second ending, behind two letters of the word: ·e·s, (e)s, .e.s, -e-s, /trices.
_ENDINGS = {
    "fr": re.compile(
        r"(?<=[^\W\d_]{2})(?:[·•‧⋅∙][^\W\d_]{1,7}+(?:[·•‧⋅∙]s)?"
        rf"|\({_ENDING}(?:s\)|\)(?:s|\(s\))?)"
        rf"|\.{_ENDING}\.s|\.(?:e|trice|rice|euse)(?![.@/])"
        rf"|_{_ENDING}(?:_s)?|(?<=[a-zéù])(?:E|E-?[sS]|TRICEs?|NEs)"
        rf"|[-‑]{_ENDING}[-‑]s|[-‑](?:trice|rice|euse)s?|(?<=[éiut])[-‑]es?"
        r"|/[-‑]?(?:e|ne|trice|rice|euse)(?:s|\(s\))?)(?![\w/’'-])"
    ),
    "es": re.compile(
        r"(?<=[^\W\d_])(?:[/·•‧∙]-?(?:as?|os?|la|las|los|ora|oras|es)|\(-?(?:as?|os?|es|la|las|los|ora|oras)\)|@s?(?!\.)"
        r"|(?<=[dlnñrtgcvjhmDLN])xs|(?:(?<=[a-z][ai]d)|(?<=ñer)|(?<=dor)|(?<=ist)|(?<=[dm]an)|(?<=sor))x)(?![\w/])"
    ),
}
_WHOLE = {
    "fr": re.compile(
        r"(?:[iI]els?|[yY]els?|[iI]lles|[aA]uteurices?|[lL]ecteurices?|[cC]elleux|[cC]eulles|[tT]oustes|[eE]lleux|[iI]ls?/elles?|[eE]lles?/ils?|[cC]eux/celles"
        r"|[cC]elui/celle|[tT]ous/toutes|[cC]hacun/(?:chacun)?e|[uU]n/une|[lL]e/la)(?!\w)"
    ),
    "es": re.compile(
        r"(?:[lL]x|[uU]nx|[eE]llx|[tT]odx|[nN]iñx|[aA]migx|[lL]atinx|[tT]odes|[nN]iñes?|[aA]migues?|[nN]osotres|[vV]osotres"
        r"|[cC]hiques?|[cC]ompañeres?|[hH]ijes?|[oO]tres|[eE]lles|[qQ]uerides?|[mM]uches|[uU]nes|[aA]lgunes|[nN]ingune"
        r"|[rR]efugiades?|[cC]iudadanes?|[vV]oluntaries?|[bB]ienvenides?|[dD]etenides?|[aA]lumnes?|[mM]aestres(?! de)"
        r"|[hH]ermanes?|[vV]ecines?|[aA]bogades?|[iI]nvitades?|[iI]nteresades?|[lL]atines?|[dD]esaparecides?|[pP]reses"
        r"|[pP]erseguides?|[aA]sesinades?|[eE]ncarcelades?|[eE]xiliades?|[aA]liades|[sS]ocies|[tT]rabajadorxs|[nN]uestres"
        r"|[cC]andidates?|[mM]édiques?|[pP]olítiques|[aA]ctivistxs|[hH]abitantxs|[uU]suaries?|[mM]igrantxs|[tT]estigues?)(?!\w)"
    ),
}
_LONGEST = 30
# More than any text has.
_MOST = 500
_DOUBLE = word_set("le/la el/la la/el un/une il/elle ils/elles un/a")
_HEAD = re.compile(r"[^\W\d_]{1,30}\Z")
# And/or, kilometres an hour: no genders.
_FREE = re.compile(r"(?i:y/o|o/y|e/o|[a-z]{1,2}/.*|al?/.*)")


def _may_find(pair: CheckInput) -> bool:
    return pair.rules.plain_gender is Choice.REQUIRED


def _find(pair: CheckInput) -> Iterator[Spot]:
    if not _may_find(pair):
        return
    prose = read_prose(pair.target)
    text, language = prose.text, base_language(pair.language)
    places = set()
    for match in islice(_ENDINGS[language].finditer(text), _MOST):
        head = _HEAD.search(text, max(0, match.start() - _LONGEST), match.start())
        if head is not None:
            places.add((head.start(), match.end()))
    for match in _WHOLE[language].finditer(text):
        if not text[match.start() - 1 : match.start()].isalnum():
            places.add(match.span())
    for start, end in sorted(places):
        form = text[start:end]
        if form.lower() in _DOUBLE or not _FREE.fullmatch(form):
            yield prose.spot(f"“{form}” writes both genders in one word", start, end)


INCLUSIVE = Check(
    "inclusive",
    "Genders in one word",
    "style",
    Severity.INFO,
    _find,
    languages=frozenset(("fr", "es")),
    may_find=_may_find,
)
