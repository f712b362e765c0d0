"""Words that deny in themselves, by meaning, in English, French and Spanish: what answers for what.

A word of the translation that has a counterpart of its own in the source (perdu for lost, solo for only) answers for no
negation. A row: English ; French
    ; Spanish, and more English that explains these. A word stands for all that begin with
it, one with a stop for itself.
"""

import re
from collections.abc import Iterator
from functools import cache

# These ask for a counterpart.
_ASKED = """
without. ; sans. dépourv démuni ; sin. desprovist despojad
impossib unable inabil ; impossib incap impuiss ; imposib incap inviab impoten
refuse. refuses. refused. refusing. refusal declin ; refus renon déclin absten abstien réfract repouss
    ; negó. nega niega niegu rechaz rehus rehús declin absten abstuv abstien
forb prohib banned. ; interdi prohib proscri banni défens ; prohib prohíb veda veta vetó proscri clandes
    ; illeg unlawful illicit outlaw crime. offence allow permit
unnotic ; inaperçu discr ; inadvert desaperc
hardly. ; à_peine. guère presque ; apenas. casi ; almost nearly virtually practically about barely scarce
uncondition ; incondition ; incondicion
deny. denie denyi denial ; nie. nient. nier. nié. niée. niés. niait. niaient. niant. dénie dénia déni. démen réfut
    ; nega negó. nieg deneg denieg desm
lack lacks. lacked. lacking. ; manqu faute_d à_défaut carenc ; falt care. carece carecí caren carez escas
"""
_OTHERS = """
illeg unlawful illicit outlaw ; illég illic ; ileg ilíc ilíci
lost. lose. losing. lost. loss. losses. loses. ; perdu perd ; perd pierd pérdid
disappear missing. vanish ; dispar ; desapar desvan
silen quiet mute. hush ; silenc muet. mutis tais s’est_tu. s'est_tu. se_tait taire.
    ; silenc calla. calló. callad callar callab callan. mudo. muda. mudos.
forg oblivi ; oubli ; olvid
only. alone. single. sole. solely. just. lone ; seul uniq ; solo. sólo. sola. solos. solas. únic solam
almost nearly virtually practically ; quasi ; prácticam
little. few. rare rarely. seldom. scarce fewer. minor slight some. less. least. ; peu. rare rareté guère
    ; poco. poca. pocos. pocas. raro. rara. raras. raros. rarame
difficult hard. harder. tough struggl ; difficil mal. ; difícil dificult mal.
avoid evad escap ; évit ; evit
prevent stop hinder keep. kept. block ; empêch bloqu ; impid imped impos bloqu
stop ceas quit. end. ends. ended. over. discontin longer. ; cess arrêt
    ; dejó_de. dejaron_de. dejado_de. deja_de. dejan_de. dejar_de. dejaba_de. cesa cesó ces
except. exception but. save. besides. ; sauf. hormis. excep ; salvo. excep
unless. ; à_moins ; a_menos
far. away. remote distan ; loin. loint ; lejos.
fail ; échou échec raté. ratée. ; fracas
unknown. ignor unaware anonym unfamil disregard ; inconn méconn ignor ; descono ignor
instead. rather. replac ; au_lieu plutôt. ; en_lugar en_vez
exclu exempt except bar. barred. waive ; exclu exempt dispens ; exclu exen exent
reject dismiss turned. overrul ; rejet ; rechaz desestim
invis unseen ; invis ; invis
illegib unread ; illis ; ileg
unheard. inaud ; inaud ; inaud
untrac untold. ; introuv ; inencontr paradero.
unver unconfirm ; invér ; inver
inaccess unreach closed. ; inacc ; inacc
insuff inadequ ; insuff ; insuf
uncert unclear unsure ; incert ; inciert incert
indispens essential vital crucial ; indispens ; indispens imprescind
unavail ; indispon ; indispon
uninhab desert. deserted. ; inhab ; inhab deshab despob
incompl unfinish ; incompl inach ; incompl inacab inconcl
unjust unfair injust ; injust ; injust
indiffer ; indiffér ; indifer
independ ; indépend ; independ
immob motion still. ; immob ; inmóv inmov
impun unpunish ; impun ; impun
unpredict unforeseen unexpect ; imprév ; imprev inesper
irreg ; irrég irrec ; irreg
useless. vain. futil ; vain. vaine. inutil ; vano. inút
depriv depriv ; priv ; priv
contrary. contrast. unlike. against. ; contrairement. contraire. ; contrari diferencia.
free. freed. freedom. releas liberat libert book ; libre libér ; libre libera liberó libert
outside. off. beyond. ; hors. ; fuera.
zero. nil. ; zéro. ; cero.
anti- against. ; anti ; anti
absen missing. empty. ; absen vide. vides. ; ausen vací
contest challeng disput ; contest ; cuestion
resist ; résist ; resist
"""
# Nothing in English looks like these.
_ANSWERS = (
    "; contraire. sinon. trêve. loin. insépar indissoc incompét inélig inexist injoign irrece inopér inexpl invaincu"
    " inédit inviol intact indemne célibataire orphelin analphab"
    " ; contrario. contraria. ajen en_cambio. insepar indisoc"
    " incompet inexist inexplic innecesar inédit inviol intact inerme indemn ileso ilesa ilesos solter analfab huérfan"
)


def _read(rows: str) -> list[list[str]]:
    lines = rows.strip().replace("\n    ", " ").splitlines()
    return [[part.strip() for part in line.split(";")] for line in lines]


def _list_rules(words: str) -> Iterator[str]:
    for word in words.split():
        plain = re.escape(word.rstrip(".")).replace("_", " ")
        yield rf"{plain}(?!\w)" if word.endswith(".") else plain


_ASKED_ROWS = _read(_ASKED)
_ROWS = [*_ASKED_ROWS, *_read(_OTHERS), *_read(_ANSWERS)]
ASKED_ROWS = frozenset(range(len(_ASKED_ROWS)))
"""The rows whose English words have to be answered."""
_NEVER = "(?!)"


@cache
def _compile_row(row: int) -> re.Pattern[str]:
    words = " ".join(_ROWS[row][3:] if row in ASKED_ROWS else (_ROWS[row][0], *_ROWS[row][3:]))
    return re.compile(rf"(?<!\w)(?:{'|'.join(_list_rules(words)) or _NEVER})")


def _compile_all(column: int, rows: range) -> re.Pattern[str]:
    groups = (f"(?P<r{row}>{'|'.join(_list_rules(_ROWS[row][column]))})" for row in rows if _ROWS[row][column])
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})")


_ENGLISH = _compile_all(0, range(len(_ASKED_ROWS)))
_TARGET = {"fr": _compile_all(1, range(len(_ROWS))), "es": _compile_all(2, range(len(_ROWS)))}


ASKING = frozenset(word.rstrip(".")[:4].encode() for row in _ASKED_ROWS for word in row[0].split())
"""The first four letters of the English words that have to be answered."""


def find_asked(text: str) -> Iterator[tuple[int, int]]:
    """The English words of a text in lower case that have to be answered, with their rows."""
    for match in _ENGLISH.finditer(text):
        yield match.start(), int((match.lastgroup or "r0")[1:])


def find_answers(text: str, language: str) -> list[tuple[int, int]]:
    """The words of a French or Spanish text in lower case that deny in themselves, with their rows."""
    return [(match.start(), int((match.lastgroup or "r0")[1:])) for match in _TARGET[language].finditer(text)]


@cache
def _compile_answers(row: int, language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(_list_rules(_ROWS[row][1 if language == 'fr' else 2])) or _NEVER})")


def is_row_answered(text: str, row: int, language: str) -> bool:
    """Whether a French or Spanish text in lower case has a word that answers for a row."""
    return _compile_answers(row, language).search(text) is not None


def find_counterparts(text: str, row: int) -> list[int]:
    """Where an English text in lower case has a word that explains an answer of a row and asks for none."""
    return [match.start() for match in _compile_row(row).finditer(text)]
