"""Words that deny, in English, French and Spanish, to count them."""

import re

from tms.checks.negation_turns import is_turned
from tms.text.small_words import word_set

_IGNORE = re.IGNORECASE

# For a text in lower case, the first letter outside the choice: this one is looked for in every text.
_STRONG = re.compile(
    r"\b(?:n(?:o(?:t|ne|body|thing|where)?|ever|either)|cannot|fail(?:ed|s|ing)? to)\b(?!\.\s?\d)|n['’]t\b"
)
_WEAK_WORDS = """
without unable impossible unnoticed hardly refuse refused refuses refusal refusing decline declined declines declining
unconditional unconditionally forbid forbids forbidden forbade forbidding prohibit prohibits prohibited prohibiting
prohibition
"""
_DENYING_WORDS = f"not no none nobody nothing nowhere never neither cannot failed fails failing yet{_WEAK_WORDS}"
WAKING_WORDS = word_set(
    f"{_DENYING_WORDS} don doesn didn isn aren wasn weren hasn haven hadn won wouldn couldn shouldn can mustn needn "
    "ain ne pas jamais rien aucun aucune personne nunca jamás nadie ningún ninguna ninguno"
)
"""What one of the two texts has if one of them denies anything."""
# As they stand between spaces.
_DENYING = frozenset(
    f"{before}{word}{after}"
    for word in _DENYING_WORDS.split()
    for before in ("", "“", "‘", '"', "(")
    for after in ("", ",", ".", ";", ":", "!", "?", "”", ",”", ".”", "’", '"', ")")
)
_WEAK = re.compile(rf"\b(?:ha(?:s|ve) yet to|{'|'.join(_WEAK_WORDS.split())})\b(?! much)")
# Words that do not deny and have a counterpart that would pass for a negation.
_ALIKE = re.compile(
    r"\b(?:unless|avoid|ignor|lack|absen|silen|forg[oe]t|den(?:y|ied|ies)|except|difficult|only|prevent|lost)\w*"
)
# What French and Spanish say without denying, or deny once where English does it twice.
_NEUTRAL = re.compile(
    r"\bnot (?:only|just|merely|simply|solely|until|till|least|to (?:mention|say)|a few|far|long|alone|for nothing"
    r"|altogether|necessarily|(?:\w+ )?(?:un|in|im|il|ir|dis)\w{4,}|without|too|surpris\w+|by (?:chance|accident))\b"
    r"|\bno (?:sooner|doubt|(?:fewer|less|more|other|better|later) than|matter|wonder|surprise|small|stranger"
    r"|mean|exaggeration|accident|coincidence|secret)\b"
    r"|\b(?:or|if|why|believe it or|more often than|as often as|better late than) (?:not|no)\b"
    r"|\b(?:next to|all or|mean|sa(?:y|ys|id|ying)) nothing\b|\bnothing (?:but|less|more|short of|if not|other|like)\b"
    r"|\bnone (?:other|the less|too)\b|\bno,? no\b|\bno one but\b|\bnever (?:fail|ceas|mind|tire|stop|end)\w*"
    r"|\b(?:can['’]?t|cannot|can not|could(?:n['’]t| not)) (?:wait to|help|but|stop|resist|overstate|emphasi[sz]e)\b"
    r"|\b(?:do(?:es)?|did)(?:n['’]t| not) (?:hesitate|miss|forget|matter|mind|care|stop|fail|lack|worry|ignore)\b"
    r"|\b(?:is|are|was|were|do|does|did|has|have|wo)n['’]t (?:it|you|they|he|she|we|that|this"
    r"|there|i)\b(?=[^.!?]{0,200}\?)|\b(?:not|n['’]t)\b(?=[^.;!?]{1,80}\b(?:unless|until|till)\b)",
    _IGNORE,
)
# A title that was left in English.
_ENGLISH = re.compile(r"\b(?:[Nn](?:ot|ever|obody|othing|one)|[Ww]ithout|No(?= [A-Z]))\b")
_FRENCH_NE = re.compile(r"\bn(?:e\b|['’])")
_FRENCH_PAS = re.compile(
    r"\b(?:pas|aucun(?:e|s|es)?|nul(?:le)?(?:ment)?|rien|jamais|guère|personne"
    r"|plus (?:aucun|jamais|trace|personne|rien)|mais plus)(?!\w)",
    _IGNORE,
)
_FRENCH_OTHER = re.compile(r"\b(?:non(?!-)|ni)\b", _IGNORE)
_FRENCH_WEAK = re.compile(
    r"\b(?:sans\b|impossib\w+|incap\w+|incomp[ée]t\w+|inexist\w+|insépar\w+|refus\w+|interdi\w+|ni(?:e|ent|ait"
    r"|aient|é|ée|és|ées|er)\b"
    r"|dén[iy]\w+|démen\w+|ignor\w+|manqu\w+|faute d\w*|défaut\b|dépourv\w+|priv(?:é|ée|és|ées|er|ait|e|ent"
    r"|ation)\b|absen\w+"
    r"|cess\w+|arrêt(?:é|ée|er|ait|e|ent) de|sauf\b|hormis\b|excep\w+|à moins|loin d\w*|échou\w+|échec\w*"
    r"|inconn\w+|méconn\w+|évit\w+"
    r"|empêch\w+|renon\w+|absten\w+|abstien\w+|au lieu d\w*|plutôt que|exclu\w*|exempt\w*|contrairement"
    r"|gard\w+ (?:le )?silence|silencieu\w+|muet\w*|rejet\w+"
    r"|tu(?:e|s|es)?\b"
    r"|tai\w+|oubli\w+|in(?:visib|lisib|audib|trouvab|vérifi|access|suffi|certain|condition|dispon|vendu|habit"
    r"|aperçu|achev"
    r"|justi|différ|dépend)\w*"
    r"|im(?:mobil|pun|prév|possib|puiss|press)\w*|il(?:lég|lis)\w+|ir(?:rég|rés|recev)\w+|à peine|presque|peu\b"
    r"|rare\w*|disparu\w*"
    r"|seul(?:e|ement|s|es)?\b|uniquement|vain\b|en vain|difficil\w+|dispens\w+|hors d\w*|anti\w+|zéro|mal\b|trêve"
    r"|perdu\w*)",
    _IGNORE,
)
_SPANISH_NO = re.compile(r"\b(?:n(?:o|i|unca|adie|ada|ing[uú]n(?:[ao]s?)?)|jamás|tampoco)\b(?! obstante)")
_SPANISH_WEAK = re.compile(
    r"\b(?:sin\b|apenas|imposib\w+|incap\w+|inexist\w+|insepar\w+|inaccesib\w+|neg(?:ó|aba|aban|ar|ado|ada|aron"
    r"|ativa|arse)\b|nieg\w+|deneg\w+|denieg\w+|rechaz\w+"
    r"|prohi?b\w+|prohíb\w+|veta\w+|impid\w+|imped\w+|impos\w+|desm[ie]nti\w+|desmient\w+|ignor\w+|falt(?:a|an|aba"
    r"|aban|ó|aron|e)\b|care[cz]\w+|ausen\w+"
    r"|dej(?:ó|aron|ado|a|an|ar|aba) de|ces(?:ó|aron|ado|ar|a)\b|salvo|excep\w+|a menos|lejos|fracas\w+|descono\w+"
    r"|evit\w+|renunci\w+|absten\w+|abstuv\w+|abstien\w+"
    r"|en (?:lugar|vez) de|exclu\w+|exent\w+|a diferencia|silencio\w*|call(?:a|ó|ar|aba|ado|ada|ados|an|aron)\b"
    r"|olvid\w+"
    r"|in(?:visib|audib|encontr|verific|sufic|ciert|condicion|dispon|advert|conclus|just|difer|depend|complet)\w+"
    r"|ileg\w+"
    r"|irreg\w+|inút\w+|casi|poc[oa]s?\b|rar[oa]\w*"
    r"|desapar\w+|sol[oa]\b|solo|sólo|únicamente|en vano|difícil\w*|fuera de|anti\w+|cero|perdi\w+|libr\w+)",
    _IGNORE,
)
# What French and Spanish may well say with a negation.
_TURNED = re.compile(
    r"\b(?:(?:un|in|im|ir|il|dis|mis|non|anti)[a-z-]{3,}|n(?:or|o|ot|ear|early|ever)|without|few(?:er|est)?|little"
    r"|only|barely"
    r"|scarcely|rarely|rare|seldom|fail\w*|refus\w*|den[iy]\w*|lack\w*|stop\w*|ceas\w*|ban(?:s|ned)?|forb\w+|prohib\w+"
    r"|avoid\w*|prevent\w*|than|before|until|till|fear\w*|afraid|still|yet|miss\w*|absen\w*|free|alone|just|rather"
    r"|instead"
    r"|except|but|away|[a-z]*less|remain\w*|empty|silen\w*|last|else|stay\w*|kee?pt?|keeps|any\w*|if|even|too"
    r"|remember\w*"
    r"|los[est]\w*|gone|far|hard|difficult|out|wrong|declin\w*|reject\w*|stranger|foreign\w*|zero|over|reluct\w*"
    r"|doubt\w*"
    r"|blind|against|exclud\w*|oppos\w*|barred|end(?:s|ed)?|mere\w*|late\w*|almost|always|forg[oe]t\w*|spare\w*|since"
    r"|cost\w*|whatever|differ\w*|other\w*|again|apart|close[sd]?|closing|stands?|kill\w*|die[sd]?|dead|anonym\w*|vain"
    r"|ill|needs?|wonder\w*|same|equal\w*|beyond|contrary|hidden|secret\w*|whether|why|how|off|down|left|leave\w*)\b"
)
_SPANISH_DENIES = re.compile(r"\b(?:no|nunca|jamás|nadie|ning[uú]n[oa]?)\b(?! (?:sol|obstante|más|menos|bien|es que))")
_FRENCH_DENIES = re.compile(
    r"\bn(?:e |['’])(?:[^\s.,;:]+ ){1,3}?(?:pas|jamais|rien|aucune?|personne|plus)\b(?! (?:seule|que))"
)
_WEAK_TARGET = {"fr": _FRENCH_WEAK, "es": _SPANISH_WEAK}


def may_deny(text: str) -> bool:
    """Whether an English text may deny anything; a quick look at its words."""
    low = text.lower()
    if "n’t" in low or "n't" in low:
        return True
    return not _DENYING.isdisjoint(low.split())


def denies_less(source: str, target: str, language: str) -> bool:
    """Whether an English sentence denies more often than its French or Spanish translation."""
    low, low_target = source.lower(), target.lower()
    strong, got = len(_STRONG.findall(low)), _count_strong(low_target, language)
    if got >= max(strong, 1) or (not strong and _WEAK.search(low) is None):
        return False
    plain = _NEUTRAL.sub(" ", low)
    strong, weak = len(_STRONG.findall(plain)), len(_WEAK.findall(plain))
    if got >= strong + weak:
        return False
    got_weak = len(_WEAK_TARGET[language].findall(low_target))
    if got + got_weak and got + max(0, got_weak - weak - len(_ALIKE.findall(plain))) >= strong:
        return False
    return _ENGLISH.search(target) is None and not is_turned(plain, low_target, language)


def denies_more(source: str, target: str, language: str) -> bool:
    """Whether a translation says no where its English sentence has nothing of the kind."""
    denies = _SPANISH_DENIES if language == "es" else _FRENCH_DENIES
    return denies.search(target.lower()) is not None and _TURNED.search(source.lower()) is None


def _count_strong(text: str, language: str) -> int:
    """How often a translation says no; "ne … jamais … aucun" is one."""
    if language == "es":
        return len(_SPANISH_NO.findall(text))
    return max(len(_FRENCH_NE.findall(text)), len(_FRENCH_PAS.findall(text))) + len(_FRENCH_OTHER.findall(text))
