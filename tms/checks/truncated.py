"""`truncated`: a translation that breaks off in the middle of a sentence.

Its last word asks for another one (« de », « les », « et »), is an elided one (« l’ »), or the last sign is a comma
where the source ends its sentence. Words that can end a sentence in speech or in an idiom (« avant », « faire sans »,
« votre pour et votre contre ») are no sign of it, unless the source ends with a stop and the translation with none.
A source that breaks off as well (a label: “posted in”) excuses it.
"""

import re
from collections.abc import Iterator

from tms.checks.check import Check, base_language
from tms.checks.prose import read_prose
from tms.values import CheckInput, Kind, Severity, Spot

_NEVER_WORDS = {
    "fr": """
        de du des aux à et ou le la les un une ce cet cette ces mon ma mes ta tes sa ses notre votre nos vos dans par
        chez que dont lequel laquelle lesquels lesquelles auquel parce afin lorsque puisque quoique tandis ni mais
        chaque quelques est sont était étaient ont avait avaient sera seront aurait auraient serait seraient très
    """,
    "es": """
        de del al a y e o u el la los las un una unos unas lo este esta estos estas ese esa esos esas mi mis tu tus su
        sus nuestra nuestras nuestro nuestros vuestra vuestras vuestro vuestros en por con para sin hacia desde hasta
        según ante tras que cuyo cuya cuyos cuyas pero sino ni aunque porque cada algún ningún muy tan se me te le les
        nos es fue fueron han ha había habían están está
    """,
}
# Words that seldom end a sentence, and do so only with a stop behind them.
_SELDOM_WORDS = {
    "fr": """
        avec sans pour sur sous vers entre contre depuis devant derrière pendant durant après avant selon malgré parmi
        si quand comme où qui toute tous tout toutes leur leurs quel quelle quels quelles ne se y en été étant ayant
        il elle ils elles on je tu plus moins pas aussi a fait font peut peuvent doit doivent comptant comprenant dès
        jusque hors aucun aucune plusieurs quelque certains certaines tel telle tels telles deux trois son ton car
        ainsi trop alors jamais cela ceci donc encore toujours celui celle ceux celles propre propres nouveau nouvelle
        grand grande premier première dernier dernière
    """,
    "es": """
        si cuando como donde quien quienes todo toda todos todas más menos no ya contra durante mediante excepto salvo
        haya hayan hubiera hubieran hubiese
        sido siendo habiendo puede pueden debe deben tiene tienen hace hacen otro otra otros otras varios varias
        muchos muchas algunos algunas dos tres aquel aquella aquellos aquellas qué cómo sobre entre bajo pues mientras
        ser estar son era eran parece parecen nunca jamás siempre así propio propia nuevo nueva gran primer primera
        último última cualquier ambos ambas
    """,
}
_NEVER = {language: frozenset(words.split()) for language, words in _NEVER_WORDS.items()}
_SELDOM = {language: frozenset(words.split()) for language, words in _SELDOM_WORDS.items()}
_ANY = frozenset[str]().union(*_NEVER.values(), *_SELDOM.values())
# Articles that are names of notes, letters and figures: « note : la », « point A », « numéro un ».
_AFTER_NAME = re.compile(
    r"(?:\b(?:note|notes|lettre|lettres|mot|mots|numéro|point|plan|groupe|vitamine|bloc|classe|série|section|article"
    r"|chapitre|annexe|letra|palabra|número|grupo|vitamina|bloque|clase|serie|sección|artículo|capítulo|anexo|opción"
    r"|option|l['’]|quelque|chacun)|[-‑])\s?\Z",
    re.IGNORECASE,
)
# Where these verbs may end what has no stop: cuando la había, lo que es; là où il y en avait.
_VERB_WORDS = "es fue fueron han ha había habían están está est sont était étaient ont avait avaient"
_VERBS = frozenset(_VERB_WORDS.split())
_BEFORE_VERB = re.compile(
    r"\b(?:las?|los?|que|donde|dónde|cuando|cuándo|como|cómo|quien(?:es)?|quién|cuál|ya|sí|ah[ií]|allí|aquí|así|también"
    r"|tampoco|en|y|ils?|elles?|on|où|[lj]['’]|qu['’]\w+|qui|n['’]|n['’](?:en|y)|comme|ce)[ ’'\u00a0]?\Z",
    re.IGNORECASE,
)
_LAST = re.compile(r"([^\W\d_]+)(['’]?)\s*\Z")
_WORD = re.compile(r"[^\W\d_]+")
_TAIL = 40
_ENGLISH_TAIL_WORDS = """
a an the of in on at by for from to with and or but as is are was were be that which who than about into until since
between under over after before per via not so it
"""
_ENGLISH_TAILS = frozenset(_ENGLISH_TAIL_WORDS.split())
_STOPS = frozenset(".!?…")
_FEWEST_WORDS = 5
_CLOSING = frozenset("»”")
_LONG_QUOTE = 25
_SHORTEST_SOURCE = 50
_CUT = 0.75


def _may_find(pair: CheckInput) -> bool:
    text = _strip_quote(pair)
    last = text[-1]
    return last not in _STOPS and (last.isalpha() or last in ",'’>*_") and not text.isupper()


def _find(pair: CheckInput) -> Iterator[Spot]:
    if not _may_find(pair):
        return
    prose = read_prose(pair.target)
    visible = _strip_quote(pair, prose.text)
    match = _LAST.search(visible, max(0, len(visible) - _TAIL))
    has_comma = visible.endswith(",")
    if not has_comma and (match is None or not (match[2] or match[1] in _ANY)):
        if _is_cut_short(pair):
            yield prose.spot("the text breaks off, without a stop and too early", len(visible), len(visible))
        return
    source = None if pair.source is None else read_prose(pair.source).text.rstrip()
    if source is not None and _breaks_off(source):
        return
    if has_comma:
        if source and source[-1] in _STOPS and pair.kind is not Kind.LIST_ITEM:
            yield prose.spot("the text breaks off after a comma", len(visible) - 1, len(visible))
    elif match and _asks_for_more(match, visible, source, base_language(pair.language)):
        yield prose.spot(f"the text breaks off after “{match[1]}{match[2]}”", *match.span(1))


def _is_cut_short(pair: CheckInput) -> bool:
    """Whether a sentence of the source ends with a stop, and that of the translation with none and far too early."""
    source = (pair.source or "").rstrip()
    is_long = len(source) >= _SHORTEST_SOURCE and pair.kind in (Kind.PARAGRAPH, Kind.QUOTE, Kind.EXCERPT)
    return is_long and source[-1] in _STOPS and len(pair.target) < _CUT * len(source)


def _breaks_off(source: str) -> bool:
    if not source:
        return True
    match = _LAST.search(source, max(0, len(source) - _TAIL))
    return source[-1] in ",-–—" or (match is not None and match[1].lower() in _ENGLISH_TAILS)


def _asks_for_more(match: re.Match[str], text: str, source: str | None, language: str) -> bool:
    word, elision = match.groups()
    if elision:
        return language == "fr" and word.lower() in ("l", "d", "qu", "n", "s", "c", "j", "m", "t", "jusqu", "lorsqu")
    # A capital is a letter or a name: le plan A, Le Nouvel Y; vingt et un is a number.
    if word in ("un", "une", "uno") and text.endswith((" et ", " y "), 0, match.start()):
        return False
    if not word.islower() or _AFTER_NAME.search(text, max(0, match.start() - _TAIL), match.start()):
        return False
    if source is None:
        return word in _NEVER[language] and len(_WORD.findall(text)) >= _FEWEST_WORDS
    place = match.start()
    if word in _VERBS and not _has_stop(source) and _BEFORE_VERB.search(text, max(0, place - 12), place):
        return False
    return word in _NEVER[language] or (_has_stop(source) and word in _SELDOM[language])


def _strip_quote(pair: CheckInput, text: str | None = None) -> str:
    """The text without the mark that closes a long quotation, if the source has a stop: « Je les vois et les »."""
    text = (pair.target if text is None else text).rstrip()
    if text[-1:] in _CLOSING and _has_stop(pair.source or "") and len(text) - max(map(text.rfind, "«“")) > _LONG_QUOTE:
        return text[:-1].rstrip()
    return text


def _has_stop(source: str) -> bool:
    text = source.rstrip("»”’\"')]* ")
    return bool(text) and text[-1] in _STOPS


TRUNCATED = Check(
    "truncated",
    "Breaks off",
    "omission",
    Severity.WARNING,
    _find,
    languages=frozenset(("fr", "es")),
    may_find=_may_find,
    needs_whole=True,
)
