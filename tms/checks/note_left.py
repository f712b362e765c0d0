"""`note-left`: a note of the translator to herself that was left in the text: XXX, TODO, FIXME, [[…]], [fuzzy], ???.

What the source has as well passes. « TODO » is a word of Spanish and XXX a Roman thirty; a note of the translator
for the reader, [NdT : …], is no note to herself unless it asks something.
"""

import re
from collections.abc import Iterator

from tms.checks.check import Check, base_language
from tms.checks.prose import read_prose
from tms.values import CheckInput, Severity, Spot

_OPEN, _CLOSE = r"[\[({]{0,2}", r"(?:\s?:)?[\])}]{0,2}"
_TASKS = (
    r"(?:à|a|por|pendiente de) (?:vérifier|verifier|revoir|relire|traduire|compléter|confirmer|revisar|verificar"
    r"|comprobar|traducir|completar|confirmar)\b|pendiente de (?:traduc|revis|verific|confirm"
    r"|comprob)[^\W\d_]+ión\b|needs? (?:review|work|check)|to (?:check|translate|do)\b|fuzzy\b"
    r"|check this|(?:vérifier|relire|choisir|revisar|verificar|comprobar|elegir)\s?[:?!\])]"
)
_SIGNED = r"(?:n\.?\s?d\.?\s?(?:l[ae]\s)?[tr]\.?|n\.\s?del?\s(?:la\s)?t\.|note|nota|translator)?\s?:?\s?"
_SIGNER = r"(?:n\.?\s?d\.?\s?(?:l[ae]\s)?[tr]\.?|n\.\s?del?\s?(?:la\s)?t\.)"
_ASIDES = (
    r"(?:à|reste à|a|por|falta|queda por|pendiente de|pending) (?:[^\W\d_]+(?:er|ir|re|ar)\b)|falta(?:n)?\b|manque\b"
    r"|(?:mot|passage|phrase|terme|texte|palabra|frase|pasaje|texto)s? (?:manquante?s?|illisibles?|incertaine?s?"
    r"|que faltan?|ilegibles?|dudos[oa]s?|à|por)\b|sens (?:incertain|à|douteux)|sentido (?:dudoso|incierto)"
    r"|trad(?:\.|uction|ucción) (?:à|auto|provis|incert|dudosa|por|pendiente)|machine translat|deepl|google trans"
    r"|(?:voir|demander|ver|consultar|preguntar) (?:avec|à|au|con|al?)\b|note (?:à|au|pour)\b|nota (?:para|al?)\b"
    r"|missing\b|unclear\b|illegible\b|original\s?:|en\s?:|v\.?\s?o\.?\s?:|untranslated|not translated|non traduit"
    r"|sin traducir|provisoire|provisional|brouillon|borrador|draft\b"
)
_SHOUTED_TASKS = (
    r"(?:À|A|POR|PENDIENTE DE|FALTA|RESTE À) (?:VÉRIFIER|VERIFIER|REVOIR|RELIRE|TRADUIRE|COMPLÉTER|COMPLETER|CONFIRMER"
    r"|CORRIGER|VALIDER|REVISAR|VERIFICAR|COMPROBAR|TRADUCIR|COMPLETAR|CONFIRMAR|CORREGIR|VALIDAR)"
    r"|VÉRIFIER|REVISAR|VERIFICAR|COMPROBAR|TRADUIRE|TRADUCIR|RELIRE|PENDIENTE|TBC|WIP|NOCOMMIT|HACK"
)
_NOTES = {
    "mark": rf"{_OPEN}(?<!\w)(?:FIXME|TBD|TKTK)(?!\w){_CLOSE}",
    "todo": rf"{_OPEN}(?<!\w)TODO(?!\w){_CLOSE}",
    "thirty": rf"{_OPEN}(?<!\w)X{{3,40}}(?!\w){_CLOSE}",
    "wiki": r"\[\[[^\[\]\n]{0,300}\]\]",
    "task": rf"[\[(]\s?(?i:{_SIGNED}(?:{_TASKS}))[^\[\]()\n]{{0,200}}[\])]?",
    "query": r"\[[^\[\]()\n?]{0,200}\?{2,9}[^\[\]()\n]{0,200}\]|\?{3,40}",
    "doubt": rf"\[[^\[\]()\n?]{{0,200}}\?\s?\]"
    rf"|(?<!\d)(?<!\d[ \u00a0])\((?:\?|¿\?)\)|[\[(]\s?(?i:{_SIGNER}\s?:)[^\[\]()\n]{{0,200}}\?\s?[\])]",
    "aside": rf"\[\s?(?i:{_SIGNED}(?:{_ASIDES}))[^\[\]\n]{{0,200}}\]",
    "shouted": rf"(?<!\w)(?:{_SHOUTED_TASKS})(?!\w)",
    "marker": r"@@+|%%+|§§§+|¤+|(?<![:/])/{4,40}|>>>+|<<<+",
    "conflict": r"^(?:<{7}|={7}|>{7}|\|{7})(?=\s|$)",
    "filler": r"\b(?i:lorem ipsum)\b",
}
_NOTE = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _NOTES.items()), re.MULTILINE)
_TASK_IN_BRACKETS = re.compile(rf"\((?i:\s?{_SIGNED}(?:{_TASKS}))")
_NOTE_IN_BRACKETS = re.compile(rf"\(\s?(?i:{_SIGNER}\s?:)")
_MARKER = re.compile(r"@@|%%|§§§|¤|////")
_SHOUTED = re.compile(rf"(?<!\w)(?:{_SHOUTED_TASKS})(?!\w)")
_THIRTY = re.compile(r"(?<!\d)30(?:th)?(?!\d)|thirt", re.IGNORECASE)
_SHOUT = re.compile(r"[A-ZÁÉÍÓÚÑ]{2,}")
_LONG_SHOUT = re.compile(r"[A-ZÀÁÉÈÊÍÓÚÑ]{5,}")
_ALL = re.compile(
    r"\b(?:everything|it all|all of (?:it|this|that|them)|all (?:this|that|it|is|was|men|man)\b"
    r"|whole|entire\w*|anything|altogether|completely)\b"
)
_NEAR = 25


def _may_find(pair: CheckInput) -> bool:
    return _may_have_note(pair.target)


def _find(pair: CheckInput) -> Iterator[Spot]:
    text = pair.target
    if not _may_have_note(text):
        return
    prose = read_prose(text)
    source = (pair.source or "").casefold()
    for match in _NOTE.finditer(prose.text):
        if match.lastgroup == "shouted" and _is_shouted_over(match, prose.text, pair.source or ""):
            continue
        if not _is_excused(match, prose.text, source, pair.language):
            yield prose.spot(f"the note “{match.group()[:60].strip()}” was left in the text", *match.span())
    if "{{" in text or "<!--" in text:
        yield from _find_in_templates(text, pair.source or "")


def _may_have_note(text: str) -> bool:
    is_marked = "??" in text or "[" in text or "TODO" in text or "XXX" in text or "FIXME" in text or "TBD" in text
    if is_marked or "(?" in text or "(¿" in text or _MARKER.search(text) or _SHOUTED.search(text):
        return True
    if _NOTE_IN_BRACKETS.search(text) or ("(" in text and _TASK_IN_BRACKETS.search(text)):
        return True
    return "TKTK" in text or "<<<" in text or ">>>" in text or "===" in text or "orem ipsum" in text


def _is_shouted_over(match: re.Match[str], text: str, source: str) -> bool:
    """Whether words in capitals stand among others, or the source has some that they translate."""
    around = text[max(0, match.start() - _NEAR) : match.start()] + text[match.end() : match.end() + _NEAR]
    return _LONG_SHOUT.search(around) is not None or _LONG_SHOUT.search(source) is not None


_EXCUSES = {"query": ("??",), "doubt": ("?]", "(?)"), "wiki": ("[[",)}


def _is_excused(match: re.Match[str], text: str, source: str, language: str) -> bool:
    kind, note = match.lastgroup or "", match.group()
    if any(sign in source for sign in _EXCUSES.get(kind, ())) or (kind == "conflict" and note[:2] in source):
        return True
    if note.strip("[](){} :").casefold() in source:
        return True
    if kind == "thirty":
        return len(note) == len("XXX") and (_THIRTY.search(source) is not None or not source)
    if kind != "todo" or base_language(language) != "es" or note != "TODO":
        return False
    return (not source or _ALL.search(source) is not None) and _is_word(match, text)


def _is_word(match: re.Match[str], text: str) -> bool:
    """Whether TODO is the Spanish word: a text in capitals, or an emphasis that nothing separates from its sentence."""
    before, after = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() : match.end() + _NEAR]
    if _SHOUT.search(before) or _SHOUT.search(after):
        return True
    return not before.rstrip().endswith((".", "(", "[")) or after[:1].isspace()


_TEMPLATE = re.compile(r"\{\{\s{0,9}(?:TODO|FIXME|XXX)[^{}]{0,200}\}\}|<!--\s{0,9}(?:TODO|FIXME|XXX)\b[^<>]{0,200}-->")


def _find_in_templates(text: str, source: str) -> Iterator[Spot]:
    for match in _TEMPLATE.finditer(text):
        if match.group() not in source:
            yield Spot(f"the note “{match.group()[:60]}” was left in the text", *match.span())


NOTE_LEFT = Check(
    "note-left",
    "Note left in the text",
    "other",
    Severity.ERROR,
    _find,
    either_signs=frozenset("?[(<>=X@%§¤/"),
    either_words=frozenset(
        (
            *("todo", "fixme", "tbd", "tktk", "lorem", "vérifier", "verifier", "revoir", "relire", "traduire", "tbc"),
            *("compléter", "completer", "confirmer", "corriger", "valider", "revisar", "verificar", "comprobar", "wip"),
            *("traducir", "completar", "confirmar", "corregir", "validar", "pendiente", "nocommit", "hack"),
        )
    ),
    may_find=_may_find,
)
