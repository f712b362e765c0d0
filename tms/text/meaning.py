"""Small words on which the meaning of a sentence hangs: negation, hedges, attribution, obligation, dates, amounts."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache


class Marker(StrEnum):
    """What a small word does to a sentence."""

    NEGATION = "negation"
    HEDGE = "hedge"
    ATTRIBUTION = "attribution"
    MODALITY = "modality"
    DATE = "date"
    LIMIT = "limit"
    QUANTITY = "quantity"
    AUXILIARY = "verb"


@dataclass(frozen=True, slots=True)
class MarkerHit:
    """A marker in a text: its words as they stand and the sense they share with others ("must", "has to")."""

    text: str
    marker: Marker
    sense: str


@dataclass(frozen=True, slots=True)
class _Words:
    """The marker words of a language, "_" for a space; months have a capital or not.

    `modals`, `quantities` and `auxiliaries` by sense; `short_dates`: an abbreviation and its month.
    """

    negations: str
    hedges: str
    attributions: str
    modals: dict[str, str]
    dates: str
    limits: str = ""
    quantities: dict[str, str] = field(default_factory=dict)
    auxiliaries: dict[str, str] = field(default_factory=dict)
    short_dates: dict[str, str] = field(default_factory=dict)


_EN = _Words(
    negations="not no never none nobody nothing nowhere neither nor cannot without hardly barely scarcely rarely "
    "seldom no_one no_longer unable failed_to fails_to fail_to failing_to refused_to refuses_to refuse_to refusing_to "
    "declined_to declines_to decline_to",
    hedges="alleged allegedly allege alleges alleging allegation allegations reportedly reported_to claimed claims "
    "claim claiming suspected suspect suspects apparently apparent purportedly purported supposedly supposed "
    "so-called ostensibly presumably presumed seemingly believed_to thought_to said_to rumoured rumored unconfirmed "
    "unverified possibly perhaps probably likely might_have may_have could_have would_have appears_to appear_to "
    "appeared_to seems_to seem_to seemed_to self-described feared_dead feared_to feared_killed feared_missing accused "
    "accuse accuses accusing charged_with",
    attributions="according_to said say says saying report reports estimate estimates told tells stated asserted "
    "reported insisted argued in_the_words_of citing as_reported_by in_his_view in_her_view in_their_view "
    "in_the_view_of in_his_opinion in_her_opinion in_their_opinion found_that finds_that concluded_that concludes_that "
    "reported_that testified_that wrote_that warned_that noted_that confirmed_that announced_that believe_that "
    "believes_that believed_that",
    modals={
        "must": "must have_to has_to had_to having_to required_to obliged_to",
        "may": "may might allowed_to permitted_to",
        "should": "should ought_to",
        "shall": "shall",
    },
    dates="january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday",
    limits="only solely exclusively at_least at_most",
    quantities={
        "all": "all every each",
        "most": "most",
        "many": "many numerous",
        "some": "some several a_few",
        "few": "few",
        "more": "more over above",
        "less": "less fewer under below",
        "least": "least",
        "half": "half",
        "third": "a_third one_third",
        "quarter": "a_quarter one_quarter",
        "two thirds": "two_thirds two-thirds",
        "three quarters": "three_quarters three-quarters",
    },
    auxiliaries={"will": "will", "would": "would could"},
    short_dates={
        "feb": "february",
        "apr": "april",
        "aug": "august",
        "sep": "september",
        "sept": "september",
        "oct": "october",
        "nov": "november",
        "dec": "december",
    },
)

_FR = _Words(
    negations="pas jamais rien aucun aucune non sans ni nul nulle nullement guère personne_ne",
    hedges="présumé présumée présumés présumées prétendu prétendue prétendus prétendues prétendument soi-disant "
    "apparemment vraisemblablement probablement peut-être possiblement allégation allégations allégué alléguée "
    "suspecté suspectée suspectés suspectées soupçonné soupçonnée soupçonnés soupçonnées aurait auraient serait "
    "seraient supposé supposée supposés supposées affirmerait affirmeraient",
    attributions="selon d'après affirme affirment affirmé déclare déclarent déclaré dit disent assure assurent "
    "aux_dires_de",
    modals={
        "devoir": "doit doivent devait devaient devra devront",
        "devoir (conditionnel)": "devrait devraient",
        "pouvoir": "peut peuvent pourra pourront",
        "pouvoir (conditionnel)": "pourrait pourraient",
    },
    dates="janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi "
    "jeudi vendredi samedi dimanche",
)

_ES = _Words(
    negations="no nunca jamás nada nadie ningún ninguna ninguno sin tampoco ni apenas",
    hedges="presunto presunta presuntos presuntas presuntamente supuesto supuesta supuestos supuestas supuestamente "
    "aparentemente al_parecer probablemente posiblemente quizá quizás tal_vez sospechoso sospechosa sospechosos "
    "sospechosas alegación alegaciones alega alegan habría habrían sería serían",
    attributions="según de_acuerdo_con afirma afirman afirmó afirmaron declaró declararon dijo dijeron dice dicen "
    "asegura aseguran aseguró",
    modals={
        "deber": "debe deben debía debían deberá deberán tiene_que tienen_que",
        "deber (condicional)": "debería deberían",
        "poder": "puede pueden podrá podrán",
        "poder (condicional)": "podría podrían",
    },
    dates="enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre lunes "
    "martes miércoles jueves viernes sábado domingo",
)

_LANGUAGES = {"en": _EN, "fr": _FR, "es": _ES}

# A change into or out of one of these is never a slip of the pen: each is a name of its own that looks like another.
_LOOK_ALIKES = (
    "austria australia austrian australian iran iraq iranian iraqi niger nigeria nigerien nigerian slovakia slovenia "
    "slovak sloven gambia zambia gambian zambian guinea guyana mali bali malawi maldives mauritania mauritius "
    "mauritian mauritanian libya syria libyan syrian latvia lithuania paraguay uruguay dominica dominican georgia "
    "algeria shanxi shaanxi hubei hebei henan hunan hainan yunnan jiangsu jiangxi guangdong guangxi guangzhou "
    "hangzhou lanzhou fuzhou suzhou xuzhou zhengzhou zhejiang ningxia ningbo dalian datong"
)


@lru_cache(maxsize=8)
def list_look_alikes() -> frozenset[str]:
    """Names of places that resemble others so much that one for the other is no slip of the pen."""
    return frozenset(_LOOK_ALIKES.split())


def find_markers(tokens: Sequence[str], language: str) -> tuple[MarkerHit, ...]:
    """Every marker among the words and signs of a text, in order, the longest reading from the left.

    A word can be two at once ("may have": hedge and modality). Apostrophes are expected straight.
    """
    table = _table(language)
    if table is None:
        return ()
    hits: list[MarkerHit] = []
    end = 0
    by_first = table.by_first
    for start, word in enumerate(map(str.lower, tokens)):
        if (word in by_first or word.endswith("n't")) and start >= end and _is_used(tokens, start):
            length = _measure(tokens, start, by_first.get(word, ()))
            end = start + length
            hits += _read(tokens[start:end], table, is_month=word in _MONTHS_TOO and is_month(tokens, start))
    return tuple(hits)


# What comes and goes with the wording; it matters only where one stands for another.
_SWAPPED = frozenset((Marker.QUANTITY, Marker.AUXILIARY))
# Nouns as often as verbs; a verb has one of these before it, or a plural.
_NOUNS_TOO = frozenset(("report", "reports", "estimate", "estimates"))
_SUBJECTS = frozenset(("i", "we", "you", "they", "he", "she", "it", "who", "also"))
_NO_SUBJECTS = frozenset(("rights", "news", "states", "these", "those", "various", "previous", "its", "his", "us"))
_NUMBERED = frozenset(("no", "nos"))
# Months that are other words without a capital, and what stands before a month, or before its day.
_MONTHS_TOO = frozenset(("may", "march"))
_BEFORE_MONTHS = frozenset(("in", "since", "until", "till", "by", "during", "early", "mid", "late", "of", "from"))
_BEFORE_DAYS = frozenset(("on", "since", "until", "till", "by", "from", "to", "of", "the", "between", "and"))


def is_month(tokens: Sequence[str], index: int) -> bool:
    """Whether May, March or August stands for the month, by its capital, or by the words around a small letter."""
    if tokens[index][0].isupper():
        return True
    before = [token.lower() for token in tokens[max(0, index - 2) : index]]
    following = tokens[index + 1] if index + 1 < len(tokens) else ""
    if following[:1].isdigit() or not _BEFORE_MONTHS.isdisjoint(before[-1:]):
        return True
    has_day = bool(before) and before[-1][0].isdigit()
    return has_day and before[0] in _BEFORE_DAYS and not (before[0] == "the" and following.isalpha())


def _is_used(tokens: Sequence[str], index: int) -> bool:
    """Whether a word is the marker it looks like: no noun (a report), no abbreviation (No. 5)."""
    word = tokens[index].lower()
    if word in _NUMBERED:
        following = tokens[index + 1 : index + 3]
        return not (len(following) > 1 and following[0] == "." and following[1][0].isdigit())
    if word not in _NOUNS_TOO:
        return True
    before = tokens[index - 1].lower() if index else ""
    is_plural = before.endswith("s") and before not in _NO_SUBJECTS and not before.endswith(("'s", "ous"))
    return before in _SUBJECTS or (is_plural and not word.endswith("s"))


def _measure(tokens: Sequence[str], start: int, phrases: tuple[tuple[str, ...], ...]) -> int:
    """How many tokens the longest phrase from here on takes; 1 for a contraction."""
    for phrase in phrases:
        if len(phrase) == 1 or tuple(token.lower() for token in tokens[start : start + len(phrase)]) == phrase:
            return len(phrase)
    return 1 if not phrases or tokens[start].lower().endswith("n't") else 0


def has_marker_word(words: Collection[str], language: str) -> bool:
    """Whether one of some words, in lower case, is a marker or part of one."""
    table = _table(language)
    if table is None:
        return False
    return not table.words.isdisjoint(words) or any(word.endswith("n't") for word in words)


def may_change_marker(words: Collection[str], old: str, new: str, language: str) -> bool:
    """Whether a change of some words, in lower case, can have changed a marker of a text.

    Amounts and auxiliaries are left out: they matter only where one stands for another.
    """
    table = _table(language)
    if table is None:
        return False
    if not table.alone.isdisjoint(words) or any(word.endswith("n't") for word in words):
        return True
    phrases = {phrase for word in table.phrases.keys() & words for phrase in table.phrases[word]}
    before, after = old.lower(), new.lower()
    return any(before.count(phrase) != after.count(phrase) for phrase in phrases)


def list_swapped_words(language: str) -> frozenset[str]:
    """The words of amounts and auxiliaries, lower case."""
    table = _table(language)
    return table.swapped if table else frozenset()


def is_date_word(word: str, language: str) -> bool:
    """Whether a word names a month or a day of the week."""
    table = _table(language)
    return table is not None and any(marker is Marker.DATE for marker, _ in table.entries.get((word.lower(),), ()))


@dataclass(frozen=True, slots=True)
class _Table:
    """`by_first`: phrases as tokens, by their first word, longest first; `entries`: what each phrase marks.

    `words`: all that may be part of one; `alone`: those that say something by themselves; `phrases`: the others;
    `swapped`: those that matter where one stands for another.
    """

    by_first: dict[str, tuple[tuple[str, ...], ...]]
    entries: dict[tuple[str, ...], tuple[tuple[Marker, str], ...]]
    words: frozenset[str]
    alone: frozenset[str]
    phrases: dict[str, tuple[str, ...]]
    swapped: frozenset[str]


@lru_cache(maxsize=8)
def _table(language: str) -> _Table | None:
    words = _LANGUAGES.get(language.lower().replace("_", "-").partition("-")[0])
    if words is None:
        return None
    listed = [
        (Marker.NEGATION, "", words.negations),
        (Marker.HEDGE, "", words.hedges),
        (Marker.ATTRIBUTION, "", words.attributions),
        (Marker.DATE, "", words.dates),
        (Marker.LIMIT, "", words.limits),
        *((Marker.MODALITY, sense, phrases) for sense, phrases in words.modals.items()),
        *((Marker.QUANTITY, sense, phrases) for sense, phrases in words.quantities.items()),
        *((Marker.AUXILIARY, sense, phrases) for sense, phrases in words.auxiliaries.items()),
        *((Marker.DATE, month, phrase) for phrase, month in words.short_dates.items()),
    ]
    entries: dict[tuple[str, ...], tuple[tuple[Marker, str], ...]] = {}
    for marker, sense, phrases in listed:
        for phrase in phrases.split():
            key = tuple(phrase.replace("-", "_-_").split("_"))
            entries[key] = (*entries.get(key, ()), (marker, sense or " ".join(key)))
    by_first: dict[str, tuple[tuple[str, ...], ...]] = {}
    for key in sorted(entries, key=len, reverse=True):
        by_first[key[0]] = (*by_first.get(key[0], ()), key)
    # "to", "of" and "the" inside a phrase stand everywhere; the phrase changes with its other words.
    parts = frozenset(word for key in entries for word in key if (len(word) > 2 and word != "the") or len(key) == 1)
    listed_keys = [key for key, marks in entries.items() if not all(mark in _SWAPPED for mark, _ in marks)]
    alone = frozenset(key[0] for key in listed_keys if len(key) == 1)
    by_word: dict[str, tuple[str, ...]] = {}
    for key in listed_keys:
        for word in key if len(key) > 1 else ():
            if word not in alone:
                by_word[word] = (*by_word.get(word, ()), " ".join(key).replace(" - ", "-"))
    swapped = frozenset(word for key, marks in entries.items() if any(m in _SWAPPED for m, _ in marks) for word in key)
    return _Table(by_first, entries, parts, alone, by_word, swapped)


def _read(tokens: Sequence[str], table: _Table, *, is_month: bool) -> list[MarkerHit]:
    key = tuple(token.lower() for token in tokens)
    entries = [
        (marker, sense)
        for marker, sense in table.entries.get(key, ())
        if key[0] not in _MONTHS_TOO or len(key) > 1 or (marker is Marker.DATE) == is_month
    ]
    if len(key) == 1 and key[0].endswith("n't"):
        # doesn't, mustn't
        entries = [(Marker.NEGATION, key[0]), *_modal_senses(key[0].removesuffix("n't"), table)]
    elif len(key) > 1 and key[-1] == "have":
        # "may have" is a hedge and still says "may".
        entries += _modal_senses(key[0], table)
    text = " ".join(tokens).replace(" - ", "-")
    return [MarkerHit(text, marker, sense) for marker, sense in entries]


def _modal_senses(word: str, table: _Table) -> list[tuple[Marker, str]]:
    return [entry for entry in table.entries.get((word,), ()) if entry[0] is Marker.MODALITY]
