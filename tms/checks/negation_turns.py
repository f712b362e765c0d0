"""What is denied in English and often said without a negation in French and Spanish: not safe, dangereux, peligroso."""

import re

from tms.checks.negation_match import Ruler

_TURNS = """
spare spared ; touch frapp victim concern ; afect alcanz
safe ; danger risqu péril périll menac ; peligr riesg insegur
answer respond repl comment reply ; muet tu tai silence laconi ; calla calló callad silenci mudo muda
accept admit allow let permit grant approv ; rejet refus débout interdi écart réserv ; rechaz desestim deneg prohib
agree ; divis désaccord dispute oppos partag ; desacuerdo discrep divid disput opus
chang differ ; même comme_avant identi demeur intact resté reste ; igual mismo misma sigue intact mantien invaria
surviv live alive outliv recover ; mort mour péri tué tués succomb décéd laissé ; muri muert fallec perec sucumb
pay paid cost costs charge fee fees nothing ; gratuit gratis offert bénévol ; gratis gratuit regal
stay remain ; part quitt fui ; march fue fueron huy
remember recall ; oubli trou échapp ; olvid escap
like liked love loved ; détest déplai déplu haï haïss ; odi detest desagrad disgust
agree consent ; malgré contre ; contra pesar
succeed manage managed able ; échou rat raté échec vain ; fracas vano
trust ; méfi soupçon ; desconf sospech
hear heard ; sourd silence ; sordo sorda silenci
read write ; analphab illettr ; analfab
guilty ; innoc acquitt blanch ; inocen absuel absolv
break broke broken ; tenu tint respect intact ; cumpli intact
lose lost ; gard conserv ; conserv mantuv
eat ate eaten food ; jeûn faim affam ; ayun hambr
old ; jeune récent ; joven reciente
new ; vieux vieille ; viejo vieja
finish complet end ended over ; inachev suspens ; inacab inconclus
expect ; surpr inattend étonn ; sorpr inesper asombr
notice noticed attention ; inaperçu ignor ; inadvert ignor
support back ; oppos contre ; contra opon opus
dare ; peur crain ; miedo tem
long far ; vite bientôt rapide proche près court tôt ; rápid pronto cerca poco breve
choice option ; force dû oblig contrain fallu falloir ; oblig tuvo tuvieron forz remedio
give yield ; bon résist ferme tin refus ; firme resist negó negar niega
longer ; retir cess arrêt ancien désormais fini ; retir dejó dejado dejaron deja antigu ya ex
papers document registered ; sans-papiers clandestin ; indocumentad irregular
present there ; absen ailleurs ; ausen falta
know known clear sure certain told ; ignor inconn doute mystère flou ; desconoc ignor duda incógnita
easy simple ; difficil compliqu dur malaisé ; difícil complicad duro dura
good well happy ; mal mauvais triste ; mal mala triste
alone ; ensemble autres ; junto acompañ otros
all every everyone everybody ; certain quelque seul parfois ; algun solo veces
always ; souvent rare ; menudo rara
forget forgot forgott stop ; pens rappel continu poursuiv toujours souven mémoire ; recuerd record continu sigue siempre
many much often ; peu rare guère ; poco poca pocos pocas rara raro
apply ; seul excl exempt ; solo excl exent
sleep slept ; blanche éveill ; vela insomn
move moved ; immobil figé rest ; inmóvil quiet
open ; ferm clos ; cerrad
speak spoke talk ; muet tu tai silence ; calla calló callad silenci mudo muda
want wish ; préfér refus ; prefier prefir negó negar niega
belong ; étrang ; ajeno ajena ajenos ajenas
same ; autre différ chang ; otro otra otros otras distint difer cambi
care matter mind ; égal indiffér import peu ; igual indifer lo_mismo
seen see ; perdu trace disparu ; paradero rastro desapar
true ; faux mensong ; fals mentir
right ; tort ; equivoc
yet ; encore attend ; aún todavía espera pendiente
photographs smoking entry ; interdi ; prohib
real ; faux fictif ; fals ficti
wait ; tard hâte ; tard prisa
believe ; dout méfi ; duda desconf
work worked ; panne chôm ; averi paro
match fit ; diffèr divergen ; difier discrep
young ; âgé vieux ; mayor
keep kept ; romp manqu ; rompi rompe falt
win won ; perd ; perd
enough ; manqu trop ; falt poco poca
"""


# It had not; they were not: what is denied stands before, and the translation says that it was wrong.
_BARE = re.compile(
    r"\b(?:ha[ds]|have|did|do|does|was|were|is|are|would|could|will|can)(?: ?not|n['’]t)(?=\s*(?:[.,:;!?—–)]|\Z))"
)
_WRONG = {
    "fr": re.compile(
        r"\b(?:faux|fausses?|erronée?s?|inexacte?s?|mensong\w*|ment(?:ait|aient|i)|tort|contraire|démenti\w*|loin de là"
        r"|bien au contraire|erreur|rien de tel|tromp\w+|invent\w+)\b"
    ),
    "es": re.compile(
        r"\b(?:fals[oa]s?|falsedad|erróne[oa]s?|inexact[oa]s?|mentira|mentí\w*|mint\w+|contrario|desm[ei]nt\w+|equivoc\w+"
        r"|error|ni mucho menos|qué va|invent\w+)\b"
    ),
}
_SHORT = 3


def _compile(words: str, short: int = _SHORT) -> re.Pattern[str]:
    """The words, the longer ones as beginnings of words."""
    rules = (re.escape(word).replace("_", " ") + ("" if len(word) > short else r"(?!\w)") for word in words.split())
    return re.compile(rf"(?<!\w)(?:{'|'.join(rules)})")


_ROWS = [line.split(" ; ") for line in _TURNS.strip().splitlines()]
_COMPILED = [
    (_compile(english, 4), {"fr": _compile(french), "es": _compile(spanish)}) for english, french, spanish in _ROWS
]


# How far from the negation stands what it denies.
_BEFORE, _AFTER = 40, 48
_SHARE = 0.8


def is_turned(source: str, target: str, language: str, place: int, ruler: Ruler) -> bool:
    """Whether a translation in lower case may say by its opposite what is denied at a place of the English one."""
    first, last = max(0, place - _BEFORE), place + _AFTER
    bare = _BARE.search(source, first, place + 8)
    if bare is not None and bare.end() >= place:
        return any(ruler.is_near(place, match.start()) for match in _WRONG[language].finditer(target))
    return any(
        english.search(source, first, last)
        and any(ruler.is_near(place, match.start(), _SHARE) for match in turned[language].finditer(target))
        for english, turned in _COMPILED
    )
