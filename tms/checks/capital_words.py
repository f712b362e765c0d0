"""Words of French and Spanish that begin with an accented letter, to see where a capital has lost its accent.

A line gives the beginning of words and their endings; "-" stands for none. Words that are right without the accent too
(île and ile, elite, the verbs opera and animo) are left out, and so are first names of French, which people write as
they like.
"""

_FRENCH = """
ét at ats atique atiques atisation ape apes ablir abli ablie ablies ablis ablissement ablissements ait aient ais ant é
ét és eindre eint einte endre endue endu ernel ernelle ernité hique hiopie hiopien hiopienne hiopiens incelle incelles
ét iquette iquettes offe oile oiles onnant onnante onnamment onné ouffer ouffé ouffée range ranges ranger rangère
ét rangers rangères roit roite roitement ude udes udiant udiante udiants udiantes udier udié asunien asunienne age ages
ét able ayer ymologie
égl ise ises
éc ole oles olier olière oliers olières ologie ologique ologiques ologiste ologistes onomie onomies onomique onomiques
éc onomiquement onomiste onomistes rire rit rits rite rites rivain rivaine rivains rivaines rivez rivons riture ritures
éc outer outez oute outons outé outés ran rans art arts arter arté artée hange hanges hanger hangé happer happé happée
éc hec hecs helle helles héance héances lair lairage lairer laircissement laircissements lat later laté raser rasé
éc rasée rasement roué rouée roués rouées roulement œuré osse ossais ossaise
éd ifice ifices iteur iteurs itrice itrices iter itorial itoriaux ition itions ucation ucateur ucateurs ucatrice
éd ucatif ucative uquer imbourg
ég al ale ales aux alement alité alités ard ards aré arée arés yptien yptienne yptiens yptiennes ypte orgé orgée
él ecteur ecteurs ectrice ectrices ectoral ectorale ection ections ectricité ectrique ectriques ève èves ever evé evée
él evés evées iminer imination iminé ire u ue us ues oge oges oigner oigné oignée oignement argir argissement aborer
él aboré ément éments éphant oquent
ém eute eutes eutier eutiers igrer igré igrée igrés igrées igration igrant igrants irat irats irati iratie iratis
ém iratie iraties ission issions issaire issaires otion otions ue us ues erger érite anciper
én ergie ergies ergique orme ormes ormément oncer oncé umérer umérés ième igme igmes
ép argne argner argné argnée ée idémie idémies isode isodes oque oques ouse ouses oux ouvantable ouvante reuve reuves
ép rouver rouvé uisé uisée uisés uisées uisement uration ilogue icentre aule aules aisse
équ ateur ipe ipes ipement ipements ipé ipée ilibre itable ité ivalent
ér ythrée ythréen ythréens ythréenne adiquer adication iger igé igée igés udit udits uption osion
év acuer acué acuée acués acuées acuation adé adée adés adées asion asions aluer aluation aluations alué angile angiles
év angélique angéliques angéliste angélistes eil eiller eillé énement énements ènement ènements entuel entuelle entuels
év entuelles entuellement êque êques êché ident idente idemment idence idences iter itez ité itons oquer oque oquant
év oqué oquée olution olutions oluer incé incée iction
éb auche ranlé ranlée oulement
éph émère émères
êt re res es
âg é ée és ées
âpr e es eté
ôt er ée
"""
_SPANISH = """
áfric a
áng el eles ela
ámb ito itos ar
ápic e
árab e es
árb ol oles itros
árid o a os as
ártic o a
ásper o a os as
átom o os
átic o
ávid o a os as
ávil a
águil a as
áre a as
ácid o os
ágil - es
álvar o
álgebr a
éxit o os
époc a as
épic o a os as
étic o a os as
éxod o os
étnic o a os as
énfas is
éram os
éras e
índic e es
índol e
ídol o os
íbam os
ímpet u
ínfim o a os as
índic o
ítem - s
íñig o
óbit o
óle o os
óptic a
óptim o a os as
órbit a as
órgan o os
óscar - es
últim o a os as amente
únet e
únas e
únan se os
únetenos -
únic o a os as amente
útil - es
úter o
úlcer a as
úrsul a
"""

_ENGLISH = """
edition editions editorial education election elections elimination emigration emission emissions emotion emotions
episode episodes equivalent eradication eruption evacuation evasion evaluation evidence evolution epilogue erosion
evictions evident evidences evasions evaluations evolutions equitable emirati emiratis area areas erase item items
eviction element elements elephant eloquent etiquette edifice emigrant erudit emigre
"""
ENGLISH_TOO = frozenset(_ENGLISH.split())
"""Words that are English without the accent."""

NAMES = frozenset(("angel", "angeles", "angela", "alvaro", "avila", "oscar", "iñigo", "ursula"))
"""Spanish names that people of other countries bear without the accent."""

_BARE = str.maketrans("éèêâôáíóúà", "eeeaoaioua")


# Without its last accent too, évité may be évite, and âgé is the English “age”.
_PARTICIPLE = ("é", "ée", "és", "ées")


def _read(lines: str) -> dict[str, str]:
    words: dict[str, str] = {}
    for line in lines.split("\n"):
        beginning, *endings = line.split() or [""]
        for ending in endings:
            word = beginning + ending.removeprefix("-")
            words[word[0].translate(_BARE) + word[1:]] = word
            if not word.endswith(_PARTICIPLE):
                words.setdefault(word.translate(_BARE), word)
    return words


ACCENTED = {"fr": _read(_FRENCH), "es": _read(_SPANISH)}
"""For each language the word with its accents by the word without that of its first letter, or without any."""
