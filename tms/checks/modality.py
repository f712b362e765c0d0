"""`modality`: what must be done became what may be done, or the other way round.

Counted sentence by sentence: a finding needs an obligation less and a permission more than the source has, or the
reverse, or "must not" that became "need not". Futures, imperatives and "à + infinitive" ask for nothing. A hint.
"""

import re
from collections.abc import Iterator

from tms.checks.check import Check, base_language
from tms.checks.code_page import encode, read_code
from tms.checks.sentence_pairs import find_suspects, is_too_long
from tms.text.small_words import word_set
from tms.values import CheckInput, Severity, Spot

_WAKING = word_set("must mustn shall shan should ought have has had may can cannot might")
_DUTY = re.compile(
    r"\b(?:must|shall|should|ought to|(?:have|has|had|having) to|needs?|needed|requir\w+|oblig\w+|compel\w+|forced"
    r"|owe[sd]?"
    r"|due to|due|supposed to|expected to|necess\w+|duty|bound to|are to|is to|was to|were to|demand\w*|impos\w+"
    r"|insist\w*)\b"
)
_LEAVE = re.compile(
    r"\b(?:may|might|can|could|able to|allow\w*|permi(?:t\w*|ssion)|free to|rights?|possib\w+|perhaps|likely"
    r"|capable|let|lets"
    r"|potential\w*|authori[sz]ed|would|unable)\b"
)
_MUST = re.compile(r"\b(?:must|shall|should|ought to|(?:have|has|had) to)\b(?! have\b)(?! not\b)(?! been\b)")
_MAY = re.compile(r"\bmay\b(?! not\b)(?! \d)(?! have\b)")
_MUST_NOT = re.compile(r"\b(?:must|shall|may)(?: not|n['’]t)\b|\bcan(?:no|['’])t\b")
_DUTY_LESS = re.compile(r"\bneed|\bhave to\b|\bhas to\b|\bhad to\b|requir|oblig|necess")
_TARGET_DUTY = {
    "fr": re.compile(
        r"\b(?:doi[ts]|doivent|dev(?:r\w+|ai\w+|oir\w*|ant|ez|ons)|dû|due|dues|dus|fau(?:t|dra\w*)|fallait|fallu"
        r"|oblig\w+|contrain\w+"
        r"|tenue?s? d\w*|nécess\w+|impéra\w+|exig\w+|impos\w+|forc\w+|besoin|requi\w+|force est|charge)\b"
    ),
    "es": re.compile(
        r"\b(?:deb\w+|(?:tien|ten|tuv|tend)\w+ que|ha(?:y|bía|brá|ya|bría) que|h(?:a|an|abía|abían) de|oblig\w+"
        r"|necesi\w+|necesari\w+"
        r"|precis\w+|exig\w+|impon\w+|impuest\w+|forz\w+|fuerza\w*|requ\w+|imprescind\w+|imperativ\w+|menester|falta)\b"
    ),
}
_TARGET_LEAVE = {
    "fr": re.compile(
        r"\b(?:peu(?:t|vent|x)(?!-être)|pouv\w+|pourr\w+|pu|puis(?:-je)?|puiss\w+|permet\w*|permis\w*|autoris\w+"
        r"|droit d\w*|libres? d\w*"
        r"|loisible|en mesure)\b"
    ),
    "es": re.compile(r"\b(?:pued\w+|pod[^\W\d_]+|pud\w+|permit\w+|autoriz\w+|derecho a|libre de)\b"),
}
# Stronger and weaker duties, and what is sure.
_MUST_ONLY = re.compile(r"\b(?:must|shall|ha(?:ve|s|d) to|required|obliged|forced|need\w*)\b")
_SHOULD = re.compile(r"\b(?:should|ought)\b")
_MILD = re.compile(r"\b(?:should|ought|expected|supposed|due|had better|would (?:\w+ )?(?:have|need|be))\b")
_TARGET_SHOULD = {
    "fr": re.compile(r"\b(?:devr(?:ait|aient|ions|iez|ais)|il faudrait|conviendrait|il convient|mieux vau\w+)\b"),
    "es": re.compile(r"\b(?:deber[ií]a\w*|debiera\w*|convendría\w*|conviene|habría que|tendría\w* que)\b"),
}
_TARGET_MUST = {
    "fr": re.compile(
        r"\b(?:doi[ts]|doivent|devons|devez|devra|devront|il faut|il faudra|oblig\w+|contrain\w+|tenue?s? d\w*)\b"
    ),
    "es": re.compile(
        r"\b(?:debe|deben|debo|debemos|deberán?|tienen? que|tendrán? que|hay que|habrá que|ha(?:n"
        r"|brán?)? de|oblig\w+)\b"
    ),
}
_SURE = re.compile(
    r"\b(?:certain\w*|sure|surely|definite\w*|undoubt\w*|doubt\w*|inevitab\w*|will|bound|safe\w*|always)\b"
)
_TARGET_SURE = {
    "fr": re.compile(
        r"\b(?:sûrement|certainement|assurément|sans aucun doute|à coup sûr|forcément|inévitablement|nul doute)\b"
    ),
    "es": re.compile(
        r"\b(?:seguramente|ciertamente|sin (?:ninguna )?duda|con (?:toda )?(?:certeza|seguridad)"
        r"|seguro que|forzosamente|inevitablemente)\b"
    ),
}
_MIGHT = re.compile(r"\b(?:may|might)\b(?! \d)")
_FREE = {
    "fr": re.compile(
        r"\bn['’e]\s?(?:est|sont|était|étaient|a|ont|avait|avaient) pas (?:(?:oblig|tenu|contraint|forc)\w+|besoin"
        r"|à \w+[ei]r)\b"
        r"|\bpas (?:besoin|obligatoire|nécessaire)"
    ),
    "es": re.compile(
        r"\bno (?:\w+ )?(?:tien\w+|ten\w+) (?:por )?qu[eé]\b|\bno (?:hace falta|es necesario|necesit\w+"
        r"|est[áa]n? obligad\w+)\b"
    ),
}


_VERBS = frozenset(map(encode, word_set("must mustn shall shan should ought may might cannot")))


def _may_find(pair: CheckInput) -> bool:
    """Whether the source has a modal verb; "have" counts with "to" only, and "can" where it is denied."""
    source = pair.source or ""
    if not _VERBS.isdisjoint(read_code(source).words):
        return True
    low = source.lower()
    return "ve to" in low or "has to" in low or "had to" in low or "can't" in low or "can’t" in low


def _find(pair: CheckInput) -> Iterator[Spot]:
    if is_too_long(pair):
        return
    low = _lower(pair.source or "")
    if not any(rule.search(low) for rule in (_MUST, _MAY, _MIGHT, _MUST_NOT)):
        return
    language = base_language(pair.language)
    for suspect in find_suspects(pair, lambda source, target: _is_changed(_lower(source), target.lower(), language)):
        cue = next(each for rule in (_MUST_NOT, _MUST, _MAY, _MIGHT) if (each := rule.search(_lower(suspect.source))))
        yield suspect.spot(pair, f"“{cue.group()}” of the source seems to be another modal verb here")


def _lower(text: str) -> str:
    """The text in lower case, without the month of May."""
    return re.sub(r"(?<!\w)May\b", "", text).lower()


def _is_changed(source: str, target: str, language: str) -> bool:
    has_must, has_may = _MUST.search(source), _MAY.search(source)
    if _MUST_NOT.search(source) and not _DUTY_LESS.search(source) and _FREE[language].search(target):
        return True
    if _is_stronger_or_weaker(source, target, language):
        return True
    # "Ne saurait" says both must not and may not.
    if (not has_must and not has_may) or "saurai" in target:
        return False
    duties, leaves = len(_DUTY.findall(source)), len(_LEAVE.findall(source))
    got_duties = len(_TARGET_DUTY[language].findall(target))
    got_leaves = len(_TARGET_LEAVE[language].findall(target))
    if has_must and got_duties < duties and got_leaves > leaves:
        return True
    return has_may is not None and got_duties > duties and got_leaves < leaves


def _is_stronger_or_weaker(source: str, target: str, language: str) -> bool:
    """Whether must became should, should became must, or what may be became sure."""
    should, must = _TARGET_SHOULD[language], _TARGET_MUST[language]
    if _MUST_ONLY.search(source) and not _MILD.search(source) and should.search(target):
        return len(must.findall(target)) < len(_MUST_ONLY.findall(source))
    if _SHOULD.search(source) and not should.search(target):
        return len(must.findall(target)) > len(_DUTY.findall(source)) - len(_SHOULD.findall(source))
    sure = _TARGET_SURE[language].search(target)
    return sure is not None and _MIGHT.search(source) is not None and _SURE.search(source) is None


MODALITY = Check(
    "modality",
    "Modal verbs",
    "mistranslation",
    Severity.INFO,
    _find,
    needs_source=True,
    languages=frozenset(("fr", "es")),
    source_words=_WAKING,
    may_find=_may_find,
)
