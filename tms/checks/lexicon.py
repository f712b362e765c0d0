"""Frequent English words that are no words of French or Spanish, to see what was left untranslated.

Words that two of the languages share (on, me, son, comment, pour, a, no, table) and English words that French and
Spanish writers use (weekend, fake news, think tank, leader) are left out on purpose.
"""

import re

_FUNCTION_WORDS = """
a about above according across after again against all almost alone along already also although always among amongst an
and another any anyone anything anywhere are aren't around as at away back because been before began behind being
below between beyond both but by can't cannot could couldn't did didn't does doesn't doing don't done down during each
either else enough even ever every everyone everything for from further gave get given gives giving goes going gone got
had hadn't has hasn't have haven't having he he's her here hers herself him himself his how however I'm if in into is
isn't it it's its itself just kept knew know known knows least less let's like made make makes making many may might
more moreover most much must my myself need needs neither never nevertheless next nobody nor not nothing now of off
often once only onto or other others ought our ours ourselves out over own perhaps rather really said same saw say
says seem seemed seen shall she she's should shouldn't since so some someone something sometimes somewhere soon still
such taken takes than that that's the their theirs them themselves then there there's therefore these they they're
they've this those though through throughout thus to together too took toward towards under unless until up upon us
very was wasn't we we're we've were weren't what what's whatever when where whether which while who whoever whole whom
whose why will with within without won't would wouldn't yet you you're your yours yourself
"""

_CONTENT_WORDS = """
abroad accused allegations alleged allowed although arrested article asked author became become becomes believe
believed below born broken brought buildings built called calls came children church cities click comment comments
continue continued continues countries country crimes daughter days death described despite detained detainees died
disappeared download early ended escaped evidence faced facing faith families father feared fled follow followed
follows forced found freedom friends full gathered government governments groups growing happened happening
harvested health heard held help helped hidden highly hold hours housing human hundreds husband imprisoned including
increasingly inside interviewed jailed join keep killed killing know language later law laws lawyers leading learn
leave leaves left life listed lives living local locked long lost married meaning means meeting men months mosques
mother moved must named nations nearly needed newspaper officials older opened ordered outside page parents past
peace people persecuted persecution photo police post posted prayed prayer prison prisons public published pushed
raised reached read reading reads received recent recently refused region related released religious remain remained
remains report reported reports required rights rules schools security see seek seeking seems sentenced several
share shared should shown shows sign signed silenced since sister situation society sold source speak speaking spent
spoke spoken stands started state states stay stopped strong subscribe suffered suffering support supported
survivors taught teacher tell tells thing things think third thought thousands threatened thrown today told tomorrow
tortured towns trial tried trying turned understand used using victims video voices wait wants watched ways weeks
went wife witnessed witnesses woman women words worked workers working works world worse worst writes written wrote
year years yesterday young
abuse abuses activist activists afraid again against ages aid anger answer answers arrest arrests asylum attack attacks
awareness beaten behalf belief beliefs birth blood blow book books born boy boys breath brother brothers burning call
care cell cells charge charges child childhood choice choices cotton court courts crackdown crisis dark darkness dead
death deaths deny destroy dream dreams drug earth empty empire ethics evil exiled eye eyes face faces factory factories
fall farm farmer farmers fate father's fear fears feel field fields fight fighting fire fled flight food footage
foreign forgotten freed friend further gone grave graves grief ground growth guard guards guilt guilty hair hand hands
harvest harvesting hate head hearing heart hell hide holy home homes hope hopes house household hunger inmate inmates
interview jail journey joy judge judgement judgment killer kingdom labor labour land lie lies life's light likely lives
loss lost love meet memories memory mind missing money mourning mouth murder murdered mosque names neighbour neighbours
network news night nightmare nights nowhere numbers oath obey occupied old open opinions orders organ organs orphan
orphans owner owners pain painful party pay payment perpetrators pleas plight policeman policy poor poverty power
powers prisoner prisoners protest protests punished punishment questions rape raped ready reason reasons rebel refugee
refugees regime regimes relative relatives remember request resist rise river rule ruler rulers sacred safe safety
search secret secrets separated shadow shadows shame silence silent sister's sisters slave slavery slaves sleep
sleepless small soil soldier soldiers son's song songs sorrow soul spies spring stand state's step sterilised
stolen stories story stranger strangers street streets strike student
students suffer survival survivor surveillance sword
teachers tears testify testimonies testimony torn torture tracking trade train training trust truth uncertain unknown
unrest urged verdict victim village villages violence visit vow wall walls war wars warning wave weapon weapons welcome
whistleblower whisper widow wild winds witness wounds wrong youth
"""

# Spelt alike in French or Spanish, or at home there as loans.
_SHARED_WORDS = """
a all an article as at author back but came click club comment continue do down fin for full has he health her
his human if in is just like local long main me men must off on once or our out page past people photo police
post power prison public region religious report see share show sign situation so source standing state still
support think too up us van video
"""
_SHARED = frozenset(_SHARED_WORDS.split())

ENGLISH = frozenset(word for word in f"{_FUNCTION_WORDS} {_CONTENT_WORDS}".lower().split())
"""Every word of the lexicon, lower case, apostrophes straight; some of them exist in French or Spanish too."""

_SMALL = frozenset(_FUNCTION_WORDS.lower().split())
ENGLISH_ONLY = ENGLISH - _SHARED
"""Those that French and Spanish do not have, or hardly; `shared_words` is exact."""
# How English alone forms words, and the loans that French and Spanish have of such a form.
_SHAPE = re.compile(r"[a-z]{3,}(?:ing|ed|ness|ship|less|ful|fully|ily|ously|hood|'s|n't)")
_LOAN_WORDS = """
bering beijing building bed camping casting coaching dancing dumping feed filed footing holding jogging kidnapping king
leasing lobbying marketing meeting parking planning pressing pudding ranking reporting shopping sponsoring standing
streaming trading training united usted merced pared huésped césped alfred ahmed mohamed mohammed muhammed hamed
ahmed's naked speed manifestly
"""
_LOANS = frozenset(_LOAN_WORDS.split())
# Words that a name in English ends in, and that may stay in a translation as part of it.
_ORGANISATION_WORDS = """
agency alliance amnesty archive archives association association's bank bbc broadcasting bulletin bureau campaign center
centre chronicle club college commission committee company congress corporation corps council court database daily files
express federation firm foundation forum fund gazette global group guardian herald house inc independent initiative
institute international intelligencer journal lab law laboratory league limited ltd magazine mail media monitor museum
nations network news observer office organisation organization papers party post press project radio reporter review
school service society standard street sun telegraph times today tribunal tribune trust union university voice watch
weekly winter
"""
ORGANISATION = frozenset(_ORGANISATION_WORDS.split())
"""Words that make a name of an institution or a newspaper of the capitals around them."""

_TARGET_WORDS = {
    "fr": """le la les un une des du de et est sont dans par pour pas qui que ne se sa ses leur leurs il elle ils elles
    au aux ce cette ces avec mais ou été était étaient ont sur sous sans plus nous vous je mon ma mes son y en dont
    comme depuis contre entre chez vers aussi où être fait après avant selon alors donc tout tous toute toutes""",
    "es": """el la los las un una unos unas del de y es son que se su sus en por para con al lo le les fue fueron han ha
    como pero más o sin sobre entre desde hasta contra ya muy también está están era eran este esta estos estas donde
    cuando hay ser sido todo todos toda todas según mi mis nos yo""",
}
_TARGET = {language: frozenset(words.split()) - ENGLISH for language, words in _TARGET_WORDS.items()}


def is_english(word: str) -> bool:
    """Whether a word is a frequent English one, which it may be in another language too."""
    return word.casefold().replace("’", "'") in ENGLISH


def is_known(word: str, known_words: frozenset[str]) -> bool:
    """Whether a word is among the known ones; a small word of English never is, whatever term it comes from."""
    plain = word.casefold()
    return plain in known_words and plain.replace("’", "'") not in _SMALL


def is_english_only(word: str) -> bool:
    """Whether a word is a frequent English one that French and Spanish do not have."""
    return word.casefold().replace("’", "'") in ENGLISH_ONLY


def looks_english(word: str) -> bool:
    """Whether a word is English by the lexicon or by its form; for texts that are under suspicion already."""
    plain = word.casefold().replace("’", "'")
    if plain in ENGLISH_ONLY or plain.removesuffix("'s") in ENGLISH_ONLY:
        return True
    return plain not in _LOANS and plain not in _SHARED and _SHAPE.fullmatch(plain) is not None


def is_of_language(word: str, language: str) -> bool:
    """Whether a word is a small one of the target language, or has a letter that English does not write."""
    plain = word.casefold().replace("’", "'")
    head, elision, _ = plain.partition("'")
    is_elided = bool(elision) and language == "fr" and head in ("l", "d", "qu", "n", "s", "c", "j", "m", "jusqu")
    return (
        is_elided or plain in _TARGET.get(language, ()) or (word.islower() and not plain.isascii() and "'" not in plain)
    )
