"""Small words on which the meaning of a sentence hangs: negation, hedges, attribution, obligation, dates."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Marker(StrEnum):
    """What a small word does to a sentence."""

    NEGATION = "negation"
    HEDGE = "hedge"
    ATTRIBUTION = "attribution"
    MODALITY = "modality"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class MarkerHit:
    """A marker in a text: its words as they stand and the sense they share with others ("must", "has to")."""

    text: str
    marker: Marker
    sense: str


@dataclass(frozen=True, slots=True)
class _Words:
    """The marker words of a language, "_" for a space; `modals` by sense; months have a capital or not."""

    negations: str
    hedges: str
    attributions: str
    modals: dict[str, str]
    dates: str


_EN = _Words(
    negations="not no never none nobody nothing nowhere neither nor cannot without hardly barely scarcely rarely "
    "seldom no_one no_longer",
    hedges="alleged allegedly allege alleges alleging allegation allegations reportedly reported_to claimed claims "
    "claim claiming suspected suspect suspects apparently apparent purportedly purported supposedly supposed "
    "so-called ostensibly presumably presumed seemingly believed_to thought_to said_to rumoured rumored unconfirmed "
    "unverified possibly perhaps probably likely might_have may_have could_have appears_to appear_to appeared_to "
    "seems_to seem_to seemed_to self-described",
    attributions="according_to said says saying told tells stated asserted insisted argued in_the_words_of citing "
    "as_reported_by",
    modals={
        "must": "must have_to has_to had_to having_to",
        "may": "may might",
        "should": "should ought_to",
        "shall": "shall",
    },
    dates="january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday",
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

# A change into or out of one of these is never a slip of the pen: each is a word of its own that looks like another.
_LOOK_ALIKES = (
    "accept except adapt adopt advice advise affect effect allude elude allusion illusion alter altar angel angle "
    "appraise apprise assure ensure insure assume bared barred bearing beating beard bread breach breech breath "
    "breathe brother bother bought brought calvary cavalry casual causal causality casualty censor censure cloth "
    "clothe coast cost complement compliment confident confidant conscience conscious contest context contend content "
    "convicted convinced convict convince coral corral corps corpse council counsel country county course coarse "
    "dairy diary deceased diseased decent descent defer differ deport depart deported departed desert dessert device "
    "devise detained retained detention retention detract distract discreet discrete disperse dispense dissent decent "
    "elicit illicit emigrate immigrate eminent imminent envelop envelope ethic ethnic ethics ethnics evoke invoke "
    "executed elected exclusion explosion exile exiled exited expand expend expose expand explode explore explored "
    "exploded facility felicity faith father farther further feared feuded filed filled filing filling final finale "
    "flaunt flout form from formally formerly found fund founded funded frees freed hostel hostile human humane "
    "hundred hundreds imply impart import imported imparted immoral immortal impose expose ingenious ingenuous "
    "interment internment interned interred inhuman inhumane intense intents lawful awful lessen lesson liable libel "
    "live alive lose loose local locale marital martial marshal marched matched massed missed master muster matter "
    "metal mental mentor minister monster minor miner moral morale mortal murder murdered mourned moved mission "
    "moth month mother other native naive nation notion nature mature oppose appose oppress impress pardon parson "
    "partial martial patience patients peace piece perfect prefect perpetrate perpetuate perpetrated perpetuated "
    "persecute prosecute persecuted prosecuted persecution prosecution persecutor prosecutor persecutors prosecutors "
    "personal personnel planed planned planing planning poison prison police policy polite politic politics pole poll "
    "portion potion preside reside prescribe proscribe prescribed proscribed present prevent presented prevented "
    "preserve reserve pretend portend principal principle proceed precede prophecy prophesy propose purpose provide "
    "prove quiet quite raised razed raped reaped reality realty rebel repel recent resent region religion relief "
    "believe relive release relapse replace repair report deport reported deported repress express respect suspect "
    "inspect respond despond restrain refrain reveal revel revenge revenue reverse revere rights riots rescue resume "
    "sanction section scared scarred secret secrete separate desperate served severed sever severe signing singing "
    "slave salve slaved saved soldier solider stationary stationery statue statute status striking stinking staring "
    "starring starve strive starved strived stayed strayed straight strait support suppose supposed supported "
    "surgeon sturgeon surprise suppress suppressed supposed taped tapped tension tensions thorough through though "
    "thought threat treat threaten tortured tutored torture trail trial trails trials traitor trailer treated threaded "
    "troop troupe united untied unite untie urban turban vacation vocation verse versus vicious viscous village "
    "villain violate violent violence warden garden warned warmed weather whether widow window woman women world word "
    "worker walker writing waiting wounded founded mounted counted county courts counts count court killed billed "
    "skilled jailed failed hailed fired fined tried fried arrested attested contested detected defected deflected "
    "rejected ejected injected protest project protests projects protector projector secured scoured search starch "
    "shot short shout short strike stroke strikes strokes abduct abdicate abducted adducted ordered offered "
    "austria australia austrian australian iran iraq iranian iraqi niger nigeria nigerien nigerian slovakia slovenia "
    "slovak sloven gambia zambia gambian zambian guinea guyana mali bali malawi maldives mauritania mauritius "
    "mauritian mauritanian libya syria libyan syrian latvia lithuania paraguay uruguay dominica dominican georgia "
    "algeria nigeria shanxi shaanxi hubei hebei henan hunan jiangsu jiangxi guangdong guangxi zhejiang"
)


@lru_cache(maxsize=8)
def list_look_alikes() -> frozenset[str]:
    """English words that another English word resembles so much that one for the other is no slip of the pen."""
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
    for start, token in enumerate(tokens):
        word = token.lower()
        if start >= end and (word in table.by_first or word.endswith("n't")):
            length = _measure(tokens, start, table.by_first.get(word, ()))
            end = start + length
            hits += _read(tokens[start:end], table)
    return tuple(hits)


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


def is_date_word(word: str, language: str) -> bool:
    """Whether a word names a month or a day of the week."""
    table = _table(language)
    return table is not None and any(marker is Marker.DATE for marker, _ in table.entries.get((word.lower(),), ()))


@dataclass(frozen=True, slots=True)
class _Table:
    """`by_first`: phrases as tokens, by their first word, longest first; `entries`: what each phrase marks."""

    by_first: dict[str, tuple[tuple[str, ...], ...]]
    entries: dict[tuple[str, ...], tuple[tuple[Marker, str], ...]]
    words: frozenset[str]


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
        *((Marker.MODALITY, sense, phrases) for sense, phrases in words.modals.items()),
    ]
    entries: dict[tuple[str, ...], tuple[tuple[Marker, str], ...]] = {}
    for marker, sense, phrases in listed:
        for phrase in phrases.split():
            key = tuple(phrase.replace("-", "_-_").split("_"))
            entries[key] = (*entries.get(key, ()), (marker, sense or " ".join(key)))
    by_first: dict[str, tuple[tuple[str, ...], ...]] = {}
    for key in sorted(entries, key=len, reverse=True):
        by_first[key[0]] = (*by_first.get(key[0], ()), key)
    # "to" and "of" inside a phrase stand everywhere; the phrase changes with its other words.
    parts = frozenset(word for key in entries for word in key if len(word) > 2 or len(key) == 1)
    return _Table(by_first, entries, parts)


def _read(tokens: Sequence[str], table: _Table) -> list[MarkerHit]:
    key = tuple(token.lower() for token in tokens)
    entries = [entry for entry in table.entries.get(key, ()) if _has_right_case(entry[0], tokens)]
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


def _has_right_case(marker: Marker, tokens: Sequence[str]) -> bool:
    """May and March are months with a capital only; a capital "May" that opens a sentence stays undecided."""
    if len(tokens) > 1 or tokens[0].lower() not in ("may", "march"):
        return True
    return (marker is Marker.DATE) == tokens[0][0].isupper()
