"""Words that deny, in English, French and Spanish, to count them."""

import re

from tms.checks.code_page import read_code
from tms.checks.negation_match import Ruler, match_places
from tms.checks.negation_opposites import OPPOSITE_WORDS, OPPOSITES, find_opposites
from tms.checks.negation_rows import ASKING, find_answers, find_asked, find_counterparts, is_row_answered
from tms.checks.negation_turns import is_turned
from tms.text.small_words import word_set

_IGNORE = re.IGNORECASE

# For a text in lower case, the first letter outside the choice: this one is looked for in every text.
_STRONG = re.compile(
    r"n(?<!\wn)(?:o(?:t|ne|body|thing|where)?|ever|either)\b(?!\.\s?\d)|n['’]t\b"
    r"|c(?<!\wc)annot\b(?!\.\s?\d)|f(?<!\wf)ail(?:ed|s|ing)? to\b(?!\.\s?\d)"
)
_WEAK_WORDS = """
without unable inability impossible unnoticed hardly refuse refused refuses refusal refusing decline declined declines
declining unconditional unconditionally forbid forbids forbidden forbade forbidding prohibit prohibits prohibited
prohibiting prohibition banned ban bans deny denied denies denying denial denials lack lacks lacked lacking
"""
_DENYING_WORDS = (
    f"not no none nobody nothing nowhere never neither cannot failed fails failing yet{_WEAK_WORDS} {OPPOSITE_WORDS}"
)
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
_YET_TO = re.compile(r"\bha(?:s|ve|d) yet to\b")
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
# Not: n’est-ce pas ?
_FRENCH_NE = re.compile(r"n(?<!\wn)(?:e\b|['’](?!est-ce pas))")
_PLAIN_NO = {"fr": _FRENCH_NE, "es": re.compile(r"no(?<!\wno)(?!\w)(?! (?:obstante|solo|sólo|solamente|únicamente)\b)")}
_FRENCH_PAS = re.compile(
    r"\b(?:(?<!est-ce )pas|aucun(?:e|s|es)?|nul(?:le)?(?:ment)?|rien|jamais|guère|personne"
    r"|plus (?:aucun|jamais|trace|personne|rien)|mais plus)(?!\w)",
    _IGNORE,
)
_FRENCH_OTHER = re.compile(r"\b(?:non(?!-| seulement)|ni)\b", _IGNORE)
_SPANISH_NO = re.compile(
    r"\b(?:n(?:o|i|unca|adie|ada|ing[uú]n(?:[ao]s?)?)|jamás|tampoco)\b"
    r"(?! (?:obstante|solo|sólo|solamente|únicamente)\b)"
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


def may_deny(text: str) -> bool:
    """Whether an English text may deny anything; a quick look at its words."""
    low = text.lower()
    if "n’t" in low or "n't" in low:
        return True
    return not _DENYING.isdisjoint(low.split())


def denies_less(source: str, target: str, language: str) -> bool:
    """Whether an English sentence denies something that its French or Spanish translation does not."""
    low, low_target = source.lower(), target.lower()
    if _is_answered(low, low_target, language):
        return False
    plain = _NEUTRAL.sub(_blank, low)
    strong = _merge([match.span() for match in _STRONG.finditer(plain)], plain)
    asked = [*find_asked(plain), *((match.start(), -1) for match in _YET_TO.finditer(plain))]
    asked += [(place, -1) for place in find_opposites(plain, low_target, language)]
    if not strong and not asked:
        return False
    # The judge did not sign it but the deputy: "not by the judge" may stand at either end.
    ruler = Ruler(plain, low_target, 2.0 if _CONTRAST[language].search(low_target) else 1.0)
    got = _list_strong(low_target, language)
    wanted = [*strong, *(place for place, _ in asked)]
    if len(wanted) > _MOST:
        return False
    left = match_places(wanted, got, lambda one, other: ruler.is_near(wanted[one], got[other]))
    if not left:
        return False
    rows = [-1] * len(strong) + [row for _, row in asked]
    left = _match_asked(wanted, rows, (plain, low_target, language), ruler)
    return (
        any(not is_turned(plain, low_target, language, wanted[index], ruler) for index in left)
        and _ENGLISH.search(target) is None
    )


def _is_answered(source: str, target: str, language: str) -> bool:
    """Whether a plain "ne" or "no" stands near whatever may deny: quick, and true of most pairs that deny anything."""
    wanted = [match.start() for match in _STRONG.finditer(source)]
    heads = {word[:4] for word in read_code(source).words}
    if not heads.isdisjoint(ASKING):
        asked = list(find_asked(source))
        # One word of the translation answers for one row.
        if len({row for _, row in asked}) != 1 or not is_row_answered(target, asked[0][1], language):
            wanted += [place for place, _ in asked]
    if not heads.isdisjoint(OPPOSITES):
        wanted += find_opposites(source, target, language)
    if " yet to" in source:
        wanted += [match.start() for match in _YET_TO.finditer(source)]
    if not wanted:
        return True
    if len(wanted) > _MOST:
        return False
    ruler = Ruler(source, target)

    def is_matched(got: list[int]) -> bool:
        return len(got) >= len(wanted) and not match_places(
            wanted, got, lambda one, other: ruler.is_near(wanted[one], got[other])
        )

    return is_matched(_list_plain(target, language)) or is_matched(_list_strong(target, language))


def _list_plain(text: str, language: str) -> list[int]:
    return [match.start() for match in _PLAIN_NO[language].finditer(text)]


def _match_asked(wanted: list[int], rows: list[int], texts: tuple[str, str, str], ruler: Ruler) -> list[int]:
    """What has no answer among the words that deny in themselves either; those with a counterpart answer for none."""
    source, target, language = texts
    free: list[int] = []
    answered: set[int] = set()
    for place, row in find_answers(target, language)[: 2 * _MOST]:
        # One word may answer for several: without bread, without water.
        same = [index for index, each in enumerate(rows) if each == row]
        answered.update(same)
        if not same and not any(ruler.is_near(other, place) for other in find_counterparts(source, row)):
            free.append(place)
    left = [index for index in range(len(wanted)) if index not in answered]
    strong = _list_strong(target, language)
    places = [*strong, *free]
    missing = match_places(left, places, lambda one, other: ruler.is_near(wanted[left[one]], places[other]))
    if missing and len(missing) <= len(strong):
        # A clause was moved: what has no counterpart near may answer from afar.
        turned = [match.start() for match in _TURNED_CLAUSE.finditer(source)]
        moved = [place for place in strong if not any(ruler.is_near(other, place) for other in turned)]
        missing = match_places(left, moved, lambda _, __: True)
    return [left[index] for index in missing]


def denies_more(source: str, target: str, language: str) -> bool:
    """Whether a translation says no where its English sentence has nothing of the kind."""
    low, low_target = source.lower(), target.lower()
    denies = _SPANISH_DENIES if language == "es" else _FRENCH_DENIES
    if denies.search(low_target) is None:
        return False
    ruler = Ruler(low, low_target)
    turned = [match.start() for match in _TURNED.finditer(low)]
    return any(
        not any(ruler.is_near(other, match.start()) for other in turned) for match in denies.finditer(low_target)
    )


# What may be said with a negation: only when he came, until it rained.
_TURNED_CLAUSE = re.compile(
    r"\b(?:only|until|till|before|unless|without|barely|hardly|scarcely|rarely|seldom|few|but|except|other)\b"
)
_CONTRAST = {"fr": re.compile(r"\bet non\b|\bnon pas\b|\bmais bien\b"), "es": re.compile(r"\bsino\b|\by no\b")}


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


_SAME_AGAIN = re.compile(r"[^.;:!?]{1,34}(?:,|\band|\bor|\bnor)(?: a| the| any)?\s*\Z")


def _merge(spans: list[tuple[int, int]], text: str) -> list[int]:
    """The beginnings, the same word said again in a row (no notes, no letters) counted once."""
    places: list[int] = []
    for index, (start, end) in enumerate(spans):
        if index:
            before, last = spans[index - 1]
            is_same = text[before:last] == text[start:end]
            if is_same and _SAME_AGAIN.match(text, last, start):
                continue
        places.append(start)
    return places


# Where a clause ends, and with it what one negation reaches.
_CLAUSE = re.compile(
    r"[,;:.!?()—«»\n]|\b(?:y|e|o|pero|sino|que|porque|aunque|cuando|si|quien|donde|como|et|ou|mais|qui|quand|parce"
    r"|lorsque|où|car)\b"
)
_REACH = 60
# Behind a verb these want another word that denies: no he visto a nadie.
_AFTER_VERB = re.compile(
    r"(?<!el )(?<!la )(?<!un )(?<!su )(?<!al )(?<!del )\b(?!policía|todavía|mayoría|compañía|había)"
    r"(?:\w*(?:[aei]r|ado|ido|aron|ieron|aban?|ían?)|hay|hizo|dijo|tiene|sabe|queda)\s\Z"
    r"|\b(?:ha|han|había|habían|fue|fueron|hay) (?:\w+ido|\w+ado|sido posible)\b"
    r"(?:(?!\b(?:que|y|e|pero)\b)[^,;:.!?()—«»\n])*\Z"
)


# No vino ni se le vio: another negation.
_NOR_VERB = re.compile(
    r" (?:siquiera )?(?:se|le|les|lo|la|los|las|me|te|nos) (?:\w+[oaáóeéin]|\w+(?:aron|ieron|aban|ían|ido|ado))\b"
    r"|\s\w+(?:aron|ieron|aban|ían)\b"
)
_WITHOUT = re.compile(r"\b(?:sans|sin)\b")


def _list_strong(text: str, language: str) -> list[int]:
    """Where a translation in lower case says no; "ne … jamais … aucun" is one."""
    return _list_spanish(text) if language == "es" else _list_french(text)


def _list_spanish(text: str) -> list[int]:
    places: list[int] = []
    before = ""
    for match in _SPANISH_NO.finditer(text):
        start = match.start()
        word = match.group()
        if word == "ni" and _NOR_VERB.match(text, match.end()):
            places.append(start)
            continue
        without = _WITHOUT.search(text, max(0, start - _REACH), start) if word == "ni" else None
        if without is not None and _is_together(text, without.start(), start):
            continue
        is_joined = places and start - places[-1] <= _REACH and _CLAUSE.search(text, places[-1], start) is None
        # No vino ni llamó ni escribió: the second ni is another negation.
        if is_joined and word != "no" and not (word == "ni" and before == "ni"):
            before = word
            continue
        before = word
        if word not in ("no", "ni") and _AFTER_VERB.search(text, max(0, start - _REACH), start):
            continue
        places.append(start)
    return places


# More than any paragraph has.
_MOST = 40


def _list_french(text: str) -> list[int]:
    places = [match.start() for match in _FRENCH_NE.finditer(text)]
    places = places[:_MOST]
    others = [*_FRENCH_PAS.finditer(text), *_FRENCH_OTHER.finditer(text)]
    before = ""
    for match in sorted(others, key=lambda match: match.start())[:_MOST]:
        start, word = match.start(), match.group()
        # Sans papiers ni bagages is one.
        anchors = [*places, *(match.start() for match in _WITHOUT.finditer(text, max(0, start - _REACH), start))]
        is_joined = any(_is_together(text, start, place) for place in anchors)
        if not is_joined or (word == "ni" and before == "ni"):
            places.append(start)
        before = word
    return sorted(places)


def _is_together(text: str, one: int, other: int) -> bool:
    """Whether two places stand in one clause."""
    first, last = min(one, other), max(one, other)
    return last - first <= _REACH and _CLAUSE.search(text, first, last) is None
