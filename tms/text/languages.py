"""Which language a paragraph or an article is written in.

Small words, endings and letters are counted under each language, and under none of them (naive Bayes over short lists
ordered by frequency): that needs no model file, no library and no start-up time. The neighbours of French and Spanish
are listed so that they come out as themselves. What is shorter than five words is not guessed at.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

FEWEST_WORDS = 5

# The most frequent first.
_SMALL_WORDS = {
    "en": """the of and to in a is that for it was on with as by be at this are from have or an not has were which but
        they their been had its his he you will we can all one who said more would about when there if people other
        also no what so up out into her she than some could them these do only our over such how may my your most those
        after where many while being through between against because under before very should during both each any
        then now even does did us s t""",
    "fr": """de la le les et des en l' d' un une du que à dans est qui pour par sur au plus pas ne ce se il sont a son
        avec ont n' cette qu' s' été sa ou ces elle aux ses être comme leur nous mais c' on vous fait tout y dont leurs
        ils entre sans deux aussi même si après peut avait était je j' où ainsi contre encore faire toutes tous très
        sous depuis selon lors bien cela votre notre jusqu' lorsque chaque doit afin donc plusieurs""",
    "es": """de la que el en y a los se del las un por con una su para es no al lo como más o sus pero ha este le sobre
        esta son también entre fue han está hasta desde todo me si ya porque cuando muy sin ser tiene puede nos años uno
        ni contra otros ese eso había ante ellos e esto antes algunos qué unos yo otro otras otra él tanto esa estos
        mucho quienes nada muchos cual según durante donde quien hay están estas todos hace cada usted aunque""",
    "de": """der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er
        hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis
        mehr durch man sein wurde wenn können kann ihre ihr diese dieser wir unter gegen ich was seit zwischen keine
        sehr alle ihnen ihren eines""",
    "pt": """de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu
        sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter
        seus quem nas me esse eles estão você tinha foram essa num nem suas às são pode após segundo outros pelos""",
    "it": """di e il la che in a per è un del non una i le della con da si dei al sono ha come lo più gli nel alla ma
        delle su anche o dell' l' se ci dal nella all' essere ai questo suo era sul quando hanno stato tra loro anni
        dalla degli due cui fra perché ed questa dopo chi sua può nell' solo molto senza tutti così c' stata contro""",
    "nl": """de van het een en in is dat op te zijn met voor niet aan er om ook als bij door maar uit naar heeft worden
        die of wordt hun over dan nog deze hij meer kan ze was tot zich hebben werd wat geen ons zij we tegen onder veel
        na al moet mensen dit jaar tussen zo je""",
    "ca": """de la i el que a en els per les un una amb del és no al dels es més ha va d' l' s' com són o han seva seu
        aquest aquesta també ser sobre entre però pel fins perquè molt hi quan tot després anys sense n' altres havia
        als van seus on està aquests nostre""",
    "gl": """de a o e que do da en os un no na unha para con non por dos as é ao se das máis como ou foi á seu súa polo
        pola ser sobre tamén entre está aos nos xa até moi cando son pero coa co todo ten desde sen dun dunha""",
    "ro": """de și în la a cu pe din că nu o care se un pentru este mai au sunt fi ce ca sau al prin fost dar are le să
        lui ale după între această acest unei unui cel ei îi către fără lor""",
    "sv": """och i att det som en på är av för med den till har de inte om ett han men var jag sig från vi så kan när år
        eller efter ska man också vid hade under sin mot""",
    "da": """og i at det er en til af på for den de med som ikke har der et om han var fra vi men kan jeg sig så eller
        også efter ved blev skal være mod hvor""",
    "no": """og i det som er en på å til av for at med har de ikke den om et var fra men han kan vi seg så også etter
        ble skal være mot hvor""",
    "pl": """w i na z do się nie że to jest o od jak po za przez dla przy ale oraz są tym był jego lub który które co ma
        może tak będzie tylko już""",
    "cs": """a se v na je že o s z do i to k ve pro za by ale si po jako jsou nebo také byl bylo který které jen""",
    "hu": """a az és hogy nem is egy ez de meg csak már volt mint vagy ki még el van akik ezt nagyon""",
    "fi": """ja on ei se että oli hän joka ovat myös kun mutta niin tai sen ole jos kuin olla voi tämä sitä""",
    "tr": """ve bir bu da de için ile olarak olan çok daha gibi ne kadar sonra en ancak ya her veya olduğu göre
        tarafından değil""",
    "id": """yang dan di ini untuk dengan dari dalam tidak pada itu adalah akan oleh juga ke atau mereka telah sebagai
        anda dapat""",
    "vi": """và của là có các được cho không trong những một người với đã này khi để từ đến về""",
    "la": """et in est non ut ad cum quod qui sed ex ab aut nec per atque sunt esse ac quae enim si sit amet lorem ipsum
        dolor""",
}
_LISTED_SHARE = 0.45
_ZIPF = 0.8

# How words of more than five letters end: only where nothing longer says otherwise.
_ENDINGS = {
    "en": "ing tion tions ness ment ments ly ed ght ity ship ous ful",
    "fr": "tion tions ment ments eux aient ait ées ée és eur eurs elle ique iques ité ités ais aise",
    "es": "ción ciones sión dad dades mente aron ieron aba aban idos adas ado ados ando iendo ía ías",
    "pt": "ção ções são dade dades mente aram eram ava avam idos adas ado ados ando endo ões ão ência",
    "it": "zione zioni sione ità mente ato ati ata ate ando endo aggio ghi iamo",
    "de": "ung ungen keit heit lich lichen schen isch ische ischen",
    "nl": "ing ingen lijk lijke heid heden schap isch ische",
    "ca": "ció cions sió tat tats ment ament ant ava aven",
    "gl": "ción cións dade dades mente aron ando endo",
    "ro": "ție ții ului ilor are ează",
    "sv": "ning ningen het heten",
    "da": "ning ningen hed heden",
    "no": "ning ningen het heten",
}
_LONGEST_ENDING = 6
_SHORTEST_WITH_ENDING = 6

# Letters beside a-z; a word with another one is a stranger there, though names travel.
_LETTERS = {
    "en": "éï",
    "fr": "àâæçéèêëîïôœùûüÿ",
    "es": "áéíóúüñ",
    "de": "äöüß",
    "pt": "áâãàçéêíóôõúü",
    "it": "àèéìíîòóù",
    "nl": "ëéïöüèá",
    "ca": "àçèéíïòóúü",
    "gl": "áéíñóúüï",
    "ro": "ăâîșțşţ",
    "sv": "åäöé",
    "da": "åæøé",
    "no": "åæøéòô",
    "pl": "ąćęłńóśźż",
    "cs": "áčďéěíňóřšťúůýž",
    "hu": "áéíóöőúüű",
    "fi": "äöåšž",
    "tr": "âçğıiöşüû\u0307",
    "id": "",
    "vi": "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
    "la": "āēīōūæœ",
}
# ¿ and ¡ count as words.
_SIGNS = {"¿": ("es", "gl"), "¡": ("es", "gl")}

# Likelihoods of what is seen, each against its likelihood in any other language.
_SEEN_ELSEWHERE = 0.15
_OUTSIDE = 0.0004
# A quotation in another language makes no unknown language of a text.
_MOST_ELSEWHERE = 1.0
_UNLISTED = 0.6
_ENDING = 0.012
_OTHER_ENDING = 0.002
_SIGN = 0.02
_STRANGE_LETTER = 0.15
# Words of one text are no independent witnesses.
_TRUST = 0.5
_LEAST = 0.6
_MOST_WORDS = 4000
# What this house reads and writes, before a word is seen.
_EXPECTED = {"en": 3.0, "fr": 3.0, "es": 3.0, **dict.fromkeys(("de", "pt", "it", "nl", "ca", ""), 1.0)}
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz'")

_TOKEN = re.compile(r"[^\W\d_]+['\u2019\u02bc]?|[¿¡]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,2000}|\S{1,200}@\S{1,200}")
_APOSTROPHES = str.maketrans("\u2019\u02bc", "''")


@dataclass(frozen=True, slots=True)
class Guess:
    """A language by its ISO 639-1 code, "" where it is unknown, and how sure that is (0-1)."""

    language: str
    confidence: float


UNKNOWN = Guess("", 0.0)


def identify_language(text: str) -> Guess:
    """The language of a text of five words or more."""
    script = _guess_by_script(text)
    if script is not None:
        return script
    words = _list_words(text)
    if sum(word.isalpha() or word[-1] == "'" for word in words) < FEWEST_WORDS:
        return UNKNOWN
    scores = {language: _EXPECTED.get(language, 0.0) for language in (*_SMALL_WORDS, "")}
    for word, times in Counter(words).items():
        # The tenth "the" says less than the first.
        weight = times**0.8
        for language, worth in _weigh(word).items():
            scores[language] += weight * worth
    return _choose(scores)


def _list_words(text: str) -> list[str]:
    plain = _ADDRESS.sub(" ", text[: _MOST_WORDS * 40])
    folded = unicodedata.normalize("NFC", plain).translate(_APOSTROPHES).casefold()
    return _TOKEN.findall(folded)[:_MOST_WORDS]


def _choose(scores: Mapping[str, float]) -> Guess:
    best = max(scores, key=lambda language: scores[language])
    total = sum(math.exp(_TRUST * max(-600.0, score - scores[best])) for score in scores.values())
    confidence = round(1 / total, 3)
    return UNKNOWN if not best or confidence < _LEAST else Guess(best, confidence)


@lru_cache(maxsize=20_000)
def _weigh(word: str) -> Mapping[str, float]:
    """By how much a word speaks for each language ("": for any other), as logarithms; nothing for the rest."""
    seen = _read_lists().get(word) or dict.fromkeys(_SIGNS.get(word, ()), _SIGN)
    if seen:
        worth = {language: math.log(likelihood / _OUTSIDE) for language, likelihood in seen.items()}
        worth[""] = min(_MOST_ELSEWHERE, math.log(_SEEN_ELSEWHERE * max(seen.values()) / _OUTSIDE))
        return worth
    worth = {"": -math.log(_UNLISTED)}
    for language in _find_ending(word):
        worth[language] = math.log(_ENDING / _OTHER_ENDING)
    strange = set(word) - _PLAIN
    if strange:
        bonus = -math.log(_STRANGE_LETTER)
        worth[""] += bonus
        for language, letters in _LETTERS.items():
            if strange.issubset(letters):
                worth[language] = worth.get(language, 0.0) + bonus
    return worth


def _find_ending(word: str) -> tuple[str, ...]:
    """The languages in which a longer word ends like this one, by its longest known ending."""
    if len(word) < _SHORTEST_WITH_ENDING:
        return ()
    endings = _read_endings()
    found = (endings.get(word[-length:]) for length in range(_LONGEST_ENDING, 1, -1))
    return next((languages for languages in found if languages), ())


@lru_cache(maxsize=1)
def _read_lists() -> dict[str, dict[str, float]]:
    """Each small word with its likelihood in the languages that have it."""
    lists: dict[str, dict[str, float]] = {}
    for language, text in _SMALL_WORDS.items():
        words = list(dict.fromkeys(text.split()))
        shares = [1 / (rank + 1.5) ** _ZIPF for rank in range(len(words))]
        for word, share in zip(words, shares, strict=True):
            lists.setdefault(word, {})[language] = _LISTED_SHARE * share / sum(shares)
    return lists


@lru_cache(maxsize=1)
def _read_endings() -> dict[str, tuple[str, ...]]:
    endings: dict[str, tuple[str, ...]] = {}
    for language, text in _ENDINGS.items():
        for ending in text.split():
            endings[ending] = (*endings.get(ending, ()), language)
    return endings


# Scripts that say the language, or that no language of the lists above is written in.
_SCRIPT_SAMPLE = 2000
_UYGHUR = frozenset("ېۇۈڭ")
_PERSIAN = frozenset("پچژگ")


def _guess_by_script(text: str) -> Guess | None:
    """What the script alone says; None where most letters are Latin."""
    if text.isascii():
        return None
    sample = text[:: 1 + len(text) // _SCRIPT_SAMPLE]
    kinds = Counter(_name_script(letter) for letter in sample if letter.isalpha())
    total = kinds.total()
    if not total or kinds["latin"] * 2 > total:
        return None
    if kinds["arabic"] * 2 > total:
        return _guess_arabic(sample, kinds["arabic"], total)
    if kinds["kana"] * 10 > total:
        return _by_script("ja", kinds["kana"] + kinds["han"], total)
    language = next((name for name, script in (("ko", "hangul"), ("zh", "han")) if kinds[script] * 2 > total), "")
    return _by_script(language, kinds["hangul"] + kinds["han"], total) if language else UNKNOWN


def _by_script(language: str, letters: int, total: int) -> Guess:
    return Guess(language, round(letters / total, 3)) if letters >= FEWEST_WORDS else UNKNOWN


def _guess_arabic(sample: str, letters: int, total: int) -> Guess:
    if sum(letter in _UYGHUR for letter in sample) * 25 > letters:
        return _by_script("ug", letters, total)
    has_persian = any(letter in _PERSIAN for letter in sample)
    return UNKNOWN if has_persian else _by_script("ar", letters, total)


def _name_script(letter: str) -> str:
    code = ord(letter)
    if code < 0x250 or 0x1E00 <= code <= 0x1EFF:
        return "latin"
    for name, ranges in _RANGES:
        if any(first <= code <= last for first, last in ranges):
            return name
    return "other"


_RANGES: tuple[tuple[str, tuple[tuple[int, int], ...]], ...] = (
    ("arabic", ((0x600, 0x6FF), (0x750, 0x77F), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC))),
    ("kana", ((0x3040, 0x30FF),)),
    ("han", ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x20000, 0x323AF))),
    ("hangul", ((0xAC00, 0xD7AF), (0x1100, 0x11FF))),
)
