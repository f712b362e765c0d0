"""Frequent English words that are no words of French or Spanish, to see what was left untranslated.

Words that two of the languages share (on, me, son, comment, pour, a, no, table) and English words that French and
Spanish writers use (weekend, fake news, think tank, leader) are left out on purpose.
"""

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

_ONLY = ENGLISH - _SHARED


def is_english(word: str) -> bool:
    """Whether a word is a frequent English one, which it may be in another language too."""
    return word.casefold().replace("’", "'") in ENGLISH


def is_english_only(word: str) -> bool:
    """Whether a word is a frequent English one that French and Spanish do not have."""
    return word.casefold().replace("’", "'") in _ONLY
