"""Words of reservation: what an English text says on the word of others, and the many ways of saying so again."""

import re
from functools import lru_cache

from tms.text.small_words import word_set

GRAVE_WORDS = word_set(
    "alleged allegedly allege alleges alleging reportedly purported purportedly supposedly suspected accused "
    "accuse accuses accusing allegation allegations accusation accusations"
)
LIGHT_WORDS = word_set(
    "according said believed thought reported rumoured rumored claim claims claimed claiming may might appear "
    "appears appeared apparently seem seems seemed seemingly presumably rumour rumours rumor rumors assumed presumed "
    "feared understood say says suspect suspects rumour rumor"
)

# Everything here is for texts in lower case.
_GRAVE = re.compile(rf"\b(?:{'|'.join(sorted(GRAVE_WORDS, key=len, reverse=True))})\b")
_LIGHT = re.compile(
    r"\b(?:according to\b(?! plan\b)"
    r"|(?:is|are|was|were|been|be|being) (?:also |even |still |widely |now )?(?:said|believed|thought|reported"
    r"|rumou?red|assumed|presumed|feared|understood|alleged)(?= (?:to|dead|killed)\b)"
    r"|it (?:is|was) (?:also |even |still |widely |now )?(?:said|believed|thought|reported|rumou?red"
    r"|claimed|assumed|feared) (?=that\b)"
    r"|(?<!\w )(?:some|others|many|people|locals) (?:people )?(?:say|claim)s?\b(?! (?:no|yes|goodbye)\b)"
    r"|seem(?:s|ed)?(?: not)? to\b(?! (?:me|us|you|him|her|them|a|an|the|my|our|his|their)\b)|seemingly|presumably"
    r"|rumou?rs? (?:has|have|had) it|it (?:is|was) (?:\w+ )?rumou?red(?=,)"
    # Who says so may be named.
    r"|(?:witness(?:es)?|officials|residents|neighbou?rs|survivors|relatives|activists|critics|campaigners|analysts"
    r"|experts|historians|researchers|observers|villagers|lawyers|famil(?:y|ies)|police|authorit(?:y|ies)|prosecutors"
    r"|prosecution|compan(?:y|ies)|ministr(?:y|ies)|governments?|army|regime|embass(?:y|ies)|legend|tradition) says?\b"
    r"(?! (?:no|yes|goodbye|nothing|so)\b)"
    r"|suspects?(?= that\b| (?:him|her|them) of\b)"
    # How many may be held somewhere.
    r"|\b(?:may|might) (?:well |also |even |still |now )?(?!have\b|not\b)\w+ "
    r"(?=(?:as (?:many|much|few) as|up to|at least|more than|over|hundreds|thousands|millions|tens of|dozens"
    r"|\d{1,3},\d))|(?:may|might) (?:well|still) be\b"
    # Not a claim for asylum, a claim to land, a disaster that claimed lives.
    r"|(?<!asylum )(?<!insurance )(?<!land )(?<!legal )(?<!refugee )(?<!territorial )(?<!stake a )(?<!lay )"
    r"claim(?:s|ed|ing)?\b(?! (?:(?:the |many |his |her |their |over |at least |another |more |a "
    r"|its )*(?:\d[\d,]* )?(?:lives|life|victims?)"
    r"|responsib\w+|asylum|refugee|damages|compensation|back|for|against|your)\b"
    # Nor to claim the throne.
    r"| (?:(?:the|this|that|his|her|their|its|my|our|a) )?(?:throne|crown|title|prize|reward|lands?|kingdom|place|seat"
    r"|share|inheritance|benefits?|refund|status)\b(?! (?:is|are|was|were|has|have|had|belong\w*)\b))"
    r"|(?<!\byou )(?:may|might) (?:well |also |even |never |not )?have (?:be(?:en|come|gun)|gone|done|had|le(?:ft|d)"
    r"|lost|made|come|said|told|heard|brought|kept|met|paid|sent|spent|\w{2,}(?:ed|en|wn))\b"
    # Not what comes into view: she appeared to me, before it appears on the screen.
    r"|appear(?:s|ed)?(?: not)? (?:to|that)\b(?! (?:me|us|you|him|them|a|an|the|my|our|his|their|those)\b)"
    r"|(?<!before )(?<!when )(?<!until )(?<!where )(?<!once )it (?:now |also )?appear(?:s|ed)\b"
    # Nor the place or the number of times of words: it appears, however, on every page.
    r"(?!(?:,[^,.;]{1,40},)? (?:on|at|again|in|among|as(?! (?:if|though)\b)|under|beside|between|beneath|above|below"
    r"|before|after|with|without|behind|here|there|from|every|each|twice|once|only|nowhere|elsewhere|everywhere|first"
    r"|next|daily|weekly|monthly|for the (?:first|last)|(?:\w+ )?\w+ times)\b|[.;])"
    r"|apparently\b)"
)
# What has a counterpart of its own that would pass for a reservation.
_SPEECH = re.compile(
    r"\b(?:sa(?:id|ys?|ying)(?! to\b)|t(?:old|ells?)\b|stated\b|states? that\b|declar\w+|announc\w+|insist\w*|expla\w+"
    r"|(?<!the )(?<!a )(?<!this )(?<!its )(?<!new )(?<!to )reports?\b|reported\b(?! to\b)|denounc\w+|wr(?:ote"
    r"|ites?|itten)\b|describ\w+|inform(?:s|ed)?\b|testif\w+"
    r"|recount\w*|assert\w*|assur\w+|maintain\w*|estimat\w*|think\w*|consider\w*|judg\w+|indicat\w*|speak\w*|spoke\b"
    r"|confirm\w*|repeat\w*|repl(?:y|ies|ied)\b|answer(?:s|ed)\b|add(?:s|ed)\b|admit\w*|acknowledg\w*|sw(?:ears?|ore)\b"
    r"|promis\w*|argu\w*|plead\w*|conced\w*|recall\w*|alert\w*|warn\w*|complain\w*|predict\w*"
    r"|talk\w*|believes?\b|sources?\b|show\w*|reveal\w*|f(?:ou|i)nds?\b|publish\w*|not(?:es|ed)\b|conclu\w+|specif\w+)"
)
_WOULD = re.compile(r"\b(?:would|could|should)\b|['’]d\b")
_ALIKE = re.compile(
    r"\b(?:charges?|indict\w+|accusers?|doubt\w*|suspicio\w*|risk\w*|perhaps|probabl\w+|possibl\w+|likely)\b"
)

# What looks like a reservation in the translation and has an English word of its own.
_OWN = [
    (
        re.compile(rf"\b(?:{english})"),
        {"fr": re.compile(rf"\b(?:{french})"), "es": re.compile(rf"\b(?:{spanish})")},
    )
    for english, french, spanish in (
        ("defendants?\\b|co-accused\\b", "accusé|prévenue?s?\\b|inculpé", "acusad|encausad|procesad|inculpad|imputad"),
        ("prosecut|tried for|on trial|sued", "poursuivi|jugée?s? pour|inculp", "procesad|juzgad|encausad|imputad"),
        ("suspects\\b|a suspect\\b|the suspect\\b", "suspect", "sospechos"),
        ("blam|culprit|guilt|fault", "reproch|imput", "culp|reproch|achac|responsabili"),
        ("called|named|known as|nicknamed", "qualifi", "llamad"),
        ("versions?\\b", "version", "versión"),
        ("attribut", "attribu", "atribu"),
        ("theor|thesis|hypothes", "thèse|hypothès", "tesis|hipótesis"),
        ("demand|claim back|called for|calls for|call for", "réclam|revendi", "reclam|reivindic"),
        ("position|posts?\\b|office\\b|charge of|burden|debit", "\\Z", "cargos?\\b"),
        ("feel|felt|impression|sense of", "sentiment|impression", "impresión"),
        ("of course|naturally|sure", "\\Z", "por supuesto"),
        ("pretend|aspir|aims? to|trie[sd] to", "prétend", "pretend"),
        ("resembl|looks? like|similar", "ressembl", "parec"),
    )
]


_FRENCH = re.compile(
    r"\b(?:présum\w+|prét(?:end|endu|ention)\w*|soi[- ]disant|suppos\w+|selon|d['’]après|en (?:croire|croit)"
    r"|(?:au|aux) dires?\b|de l['’](?:aveu|avis)|aux termes|au titre|en application|à la lumière|de source"
    r"|à l['’]entendre"
    r"|appar(?:emment|ence)\w*|vraisembl\w+|probabl\w+|peut[- ]être|possib\w+|éventuel\w*|il se p(?:eu|ourrai)t"
    r"|pas exclu|allég\w+|soupçon\w*|suspect\w*|accus\w+|inculp\w+|chefs? d['’]|mis\w* en (?:cause|examen)|reproch\w+"
    r"|imput\w+|incrimin\w+|poursuivi\w*|prévenue?s?\b|visée?s? par|tax(?:é|er|e)\w* d|trait\w+ d|répondre d"
    r"|jugée?s? pour"
    r"|revendi\w+|réclam\w*|avanc\w+ que|thèse|version|semb\w+|para[iî]\w*|appara\w+|paru\b|pass(?:e|ent|ait|aient"
    r"|é|ée)s? pour"
    r"|t(?:en|ien)\w+ pour|réput\w+|censée?s?|l['’]air\b|laiss\w+ (?:penser|entendre|croire|supposer)"
    r"|tout (?:porte|indique|laisse|donne)"
    r"|sugg[èé]r\w+|on (?:dit|disait|raconte|croit|pense|parle|prétend|estime)|(?:dit|dirait|croit|paraît)[- ](?:on|il)"
    r"|(?:di(?:t|sait)|croi(?:t|rait)|para[iî]t|(?:racont|rapport|assur|affirm|prétend|pens|suppos|murmur|chuchot|estim"
    r"|colport|suspect|imagin|jur|cro)(?:e|ait)?)[- ](?:t[- ])?(?:on|ils?|elles?)\b"
    r"|(?:on|certains|d['’]aucuns|beaucoup) (?:rapport|affirm|assur|murmur|suppos|chuchot|imagin)\w*"
    r"|à ce qu['’](?:on|ils?|elles?)\b|en (?:théorie|principe)|théoriquement|officiellement|censément|hypothétique\w*"
    r"|putati[fv]\w*|sur (?:la foi|la parole)"
    r"|sans doute|visiblement|manifestement|donnée?s? pour|se (?:di(?:t|sent|sait)|veu(?:t|lent)|présent\w+)|redout\w+"
    r"|aux yeux d|à en juger|conform\w+|suivant|en vertu|en fonction|rumeur\w*|bruit court"
    r"|p(?:eu(?:t|vent)|ouvai(?:t|ent)) (?:\w+ )?(?:avoir|être|s['’]être)|(?:a|ont|avai\w+|aurai\w+) (?:\w+ )?pu\b"
    r"|dout\w+|devin\w+|pressen\w+|flair\w+|attribu\w+|hypothèse|risqu\w+|impression|sentiment|à croire|qualifi\w+"
    r"|entre guillemets|comme (?:le|l['’]|si)|ressembl\w+|on dirait|ressort\w*|pour (?:les autorités|ses proches))"
)
_FRENCH_CONDITIONAL = re.compile(
    r"\b(?!tir|attir|retir|inspir|respir|désir|admir|soupir|expir|aspir|serr|enterr|err|barr|resserr)"
    r"\w*(?:[ei]r|dr|ttr|evr|aur|rr|aîtr|ompr|ivr)(?:ait|aient|ions|iez)\b"
)
_FRENCH_SPEECH = re.compile(
    r"\b(?:affirm\w+|confirm\w+|racont\w+|assur\w+|(?<!est )(?<!être )(?<!était )déclar\w+|indiqu\w+|sou(?:tien|ten)\w+"
    r"|(?:qu['’]en )?di(?:t|s|re|se|sent|sait|saient|tes?)\b|rapport(?:e|ent|é|ait|aient)\b|estim\w+|dénombr\w+"
    r"|recens\w+|chiffr\w+|évalu\w+|juge\w*|pense\w*"
    r"|croi\w+|considér\w+|témoign\w+|racont\w+|fai(?:t|sait|saient|sant) (?:état|savoir)|font (?:état|savoir)|dénon\w+"
    r"|annonc\w+|expliqu\w+|écri\w+|signal\w+|sources?\b|évoqu\w+|parl(?:e|ent|ait|aient|é)\b|montr\w+|révèl\w+"
    r"|révél\w+"
    r"|constat\w+|préci\w+|not(?:e|ent|é)\b|relèv\w+|établi\w*|conclu\w*|publi\w+|mentionn\w+|lit\b)"
)
_SPANISH = re.compile(
    r"\b(?:presunt\w+|supuest\w+|según|de acuerdo (?:con|a)|conform\w+|a (?:decir|juicio|ojos|tenor|la luz|partir) d"
    r"|en (?:palabras|opinión|función|virtud|aplicación|boca|versión) d|al parecer|parec\w+|aparent\w+|versión|tesis"
    r"|se (?:les? |cree|dice|decía|creía|piensa|supone|suponía|estima|calcula|considera|habla|rumorea|sabe que|cuenta)"
    r"|probabl\w+|posib\w+|quizás?|tal vez|acaso|a lo mejor|pued(?:e|en) que|pud(?:o|ieron|iera\w*|iese\w*)"
    r"|ha(?:n|ya|yan|bía|bían)? podido|podría\w*|pued(?:e|en) (?:ser|haber\w*)|deb(?:e|en|ía|ió|ieron) (?:de|haber)"
    r"|sospech\w+|intu\w+|acus\w+|imput\w+|inculp\w+|encausad\w+|procesad\w+|juzgad\w+ por|cargos?\b|reos?\b"
    r"|culp(?:a|an|ó|aron|ad[oa]s?)\b"
    r"|responsabili[zc]\w+|reproch\w+|recrimin\w+|achac\w+|aleg\w+|reivindic\w+|reclam\w+|atribu\w+|pretend\w+"
    r"|llamad[oa]s?\b|autodenomin\w+|rumor\w*|tem(?:e|en|ía|ían)\b|se presenta\w*|da(?:n|ba|ban)? a entender"
    r"|tod[oa] (?:indica|apunta|hace)|sugier\w+|se diría|por lo (?:visto|que)|cabe|t(?:en|ien)\w+ por|fama d"
    r"|tild\w+|tach[aó]\w*"
    r"|en (?:teoría|principio)|te[oó]ric\w+|oficialmente|hipotétic\w+|putativ\w+|dicen|cuentan que"
    r"|(?:se|nos) (?:afirma|asegura|comenta|murmura|sospecha|presume|sostiene|informó|informa)|corre la voz"
    r"|hipótesis|señalad[oa]s?|dicen que|dicen ser|dice ser|dizque|impresión|dud\w+|entre comillas|como si"
    r"|para (?:las autoridades|su familia))"
)
_SPANISH_CONDITIONAL = re.compile(
    r"\b(?!quer|refer|prefer|requer|suger|adquir|transfer|confer|infer|librer|galer|panader|bater|ingenier|tesorer"
    r"|hería)"
    r"\w*(?:[aei]r|dr|habr|sabr|cabr|querr)ía(?:n|mos|s)?\b"
)
_SPANISH_SPEECH = re.compile(
    r"\b(?:afirm\w+|confirm\w+|asegur\w+|asever\w+|sost(?:ien|uv|en)\w+|declar\w+\b(?! culpable)|dij\w+|di(?:ce"
    r"|cen|cho|cha"
    r"|ga|gan)\b"
    r"|dec(?:ir|ía|ían)\b|cuent(?:a|an)\b|cont(?:ó|aron|aba|aban|ado)\b|relat\w+|report\w+|inform(?:a|ó|an|aron|ado)\b"
    r"|estim\w+|cifr\w+|noticias?\b|calcul\w+|señal(?:a|ó|an|aron)\b|denunci\w+|describ\w+|expli\w+|anunci\w+"
    r"|escrib\w+|fuentes?\b"
    r"|habl(?:a|ó|an|aron|ado)\b|cre(?:e|en|ía|ían|yó)\b|piensa\w*|insist\w+|muestr\w+|mostr\w+|revel\w+|constat\w+"
    r"|precis(?:a|ó|an|aron)\b|conclu\w+|public\w+|mencion\w+|recog\w+|testi\w+|consider\w+)"
)
_TARGET = {
    "fr": (_FRENCH, _FRENCH_CONDITIONAL, _FRENCH_SPEECH),
    "es": (_SPANISH, _SPANISH_CONDITIONAL, _SPANISH_SPEECH),
}


# Cues that are words of speech themselves.
_THEY_SAY = re.compile(
    r"\b(?:some|others|many|people|locals) (?:people )?(?:say|claim)s?\b"
    r"|\b(?:witness(?:es)?|officials|residents|neighbou?rs|survivors|relatives|activists|critics|campaigners|analysts"
    r"|experts|historians|researchers|observers|villagers|lawyers|famil(?:y|ies)|police|authorit(?:y|ies)|prosecutors"
    r"|prosecution|compan(?:y|ies)|ministr(?:y|ies)|governments?|army|regime|embass(?:y|ies)|legend|tradition) says?\b"
    r"(?! (?:no|yes|goodbye|nothing|so)\b)"
    r"|\bit (?:is|was) (?:\w+ )?(?:said|believed|thought|reported|assumed) that\b"
)
_ACCUSED = re.compile(r"\baccus(?:e[ds]?|ing|ations?)\b")
_ACCUSED_TARGET = re.compile(r"\bacc?us\w+")
_MAY = re.compile(r"\b(?:may|might)\b")
_CAN = re.compile(r"\b(?:can|could|able|cannot|allow\w*|power)\b")
_MAY_TARGET = re.compile(r"\b(?:peu(?:t|vent)|pourr\w+|pouvai\w+|pued\w+|podr\w+|podí\w+)")


@lru_cache(maxsize=8)
def list_cues(text: str) -> tuple[list[str], list[str]]:
    """The grave and the light reservations of an English text."""
    low = text.lower()
    return _GRAVE.findall(low), _LIGHT.findall(low)


def count_renderings(source: str, target: str, language: str) -> int:
    """What a translation has in the way of reservations.

    A word for saying something, and a conditional, count where they do not answer another one of the source. So do
    quotation marks of the translator's own.
    """
    low, low_target = source.lower(), target.lower()
    reserve, conditional, speech = _TARGET[language]
    own = sum(
        min(
            count,
            sum(reserve.match(low_target, match.start()) is not None for match in alike[language].finditer(low_target)),
        )
        for english, alike in _OWN
        if (count := len(english.findall(low)))
    )
    said = len(_SPEECH.findall(low)) - len(_THEY_SAY.findall(low))
    # He was accused of theft, a charge that …: the accusation is answered by the same word.
    accused, there = len(_ACCUSED.findall(low)), len(_ACCUSED_TARGET.findall(low_target))
    may = len(_MAY.findall(low)) and max(0, len(_MAY_TARGET.findall(low_target)) - len(_CAN.findall(low)))
    return (
        may
        - own
        + max(min(accused, there), len(reserve.findall(low_target)) - len(_ALIKE.findall(low)))
        + max(0, len(conditional.findall(low_target)) - len(_WOULD.findall(low)))
        + max(0, len(speech.findall(low_target)) - said)
        + max(0, _count_marks(target) - _count_marks(source))
    )


def _count_marks(text: str) -> int:
    return text.count("«") + text.count("“") + text.count('"') // 2
