"""A target text read once: its terms, and the places where the glossary has nothing to say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tms.glossary.folding import Folded, fold_text
from tms.glossary.index import Lexicon, Located, TermIndex, make_hit, resolve_overlaps
from tms.glossary.other_names import is_other_name, list_paths
from tms.glossary.verbatim import list_title_spans, list_verbatim_spans
from tms.text.markup import find_protected_spans
from tms.text.small_words import word_set
from tms.values import TermHit, TermStatus

_MARKED = re.compile(r"“[^“”]{2,300}”|«[^«»]{2,300}»|\"[^\"]{2,300}\"|‘[^‘’]{2,300}’")
_QUOTED = re.compile(
    _MARKED.pattern + r"|\*[^*]{2,300}\*|\b_[^_]{2,300}_\b"
    r"|<(?P<tag>em|i|cite|q)>[^<>]{2,300}</(?P=tag)>|\[[^\[\]]{2,300}\](?=\()"
)
_RIM = re.compile(r"^(?:<\w+>|[\W_]+)+|(?:</\w+>|[\W_]+)+$")
_NAME_WORD = re.compile(r"[^\W\d_][\w-]*")
_NAME_LINKS = word_set("of for the and on in to de del des du la le les y et e et pour por para")
_AND = ("and", "y", "e", "et")
_INSTITUTIONS = word_set(
    """watch times project congress foundation institute university tribunal press news radio house association
    committee network center centre post guardian journal files papers database international asia america"""
)
_CLAUSE_WORDS = word_set("is are was were has have do does will who why how what when where they we you he she it our")
_HAS_WORD = re.compile(r"[^\W\d_]{2}")
_SHORT_NAME = 2
_MAX_NAME_WORDS = 14
_EMPHASISED = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with its terms: `accepted` ones inside longer ones too, `left` ones in the language of the source.

    `kept` are titles and names that stand in the source just so; `protected` are they, addresses, code and markup.
    """

    text: str
    language: str
    folded: Folded
    lexicon: Lexicon
    protected: tuple[tuple[int, int], ...]
    accepted: tuple[TermHit, ...]
    deprecated: tuple[TermHit, ...]
    left: tuple[TermHit, ...] = ()
    kept: tuple[tuple[int, int], ...] = ()

    def is_protected(self, start: int, end: int) -> bool:
        """Whether a place lies wholly within one that the glossary has nothing to say of."""
        return any(first <= start and end <= last for first, last in self.protected)


def read_target(index: TermIndex, target: str, language: str, *, source: str | None, source_language: str) -> Reading:
    """Read a target text, beside its source where there is one."""
    folded = fold_text(target)
    lexicon = index.get_lexicon(language)
    located = lexicon.locate(folded)
    deprecated = _find_deprecated(located, folded, target)
    left = index.find_all(target, source_language) if source is not None else ()
    # A title kept in the source language shows itself by its source-language terms; without any, none is sought.
    kept = tuple(list_kept_spans(source, target, (*left, *deprecated))) if source and (left or deprecated) else ()
    quiet = list_verbatim_spans(target, language)
    # Italics are a title only where the source has one too: emphasis looks the same.
    quiet += list_title_spans(target) if source is None or list_title_spans(source) else []
    hidden = list_protected(target)
    protected = (*hidden, *quiet, *index.quotes.list_official_spans(folded, language), *kept)
    hits = [make_hit(one, folded, target) for one in located if one.entry.term.status is not TermStatus.DEPRECATED]
    # An address is no translation.
    hits = [hit for hit in hits if not any(start <= hit.start and hit.end <= end for start, end in hidden)]
    reading = Reading(target, language, folded, lexicon, protected, tuple(hits), (), left, kept)
    return replace(reading, deprecated=tuple(h for h in deprecated if not reading.is_protected(h.start, h.end)))


def _find_deprecated(located: list[Located], folded: Folded, text: str) -> list[TermHit]:
    """Deprecated hits, unless they lie within a longer accepted term or the same form is accepted elsewhere."""
    if all(one.entry.term.status is not TermStatus.DEPRECATED for one in located):
        return []
    hits = [make_hit(one, folded, text) for one in resolve_overlaps(located)]
    accepted = {(hit.start, hit.end) for hit in hits if hit.term.status is not TermStatus.DEPRECATED}
    found = (h for h in hits if h.term.status is TermStatus.DEPRECATED and (h.start, h.end) not in accepted)
    return [hit for hit in found if not is_other_name(text, hit)]


def list_protected(text: str) -> list[tuple[int, int]]:
    """The places of addresses, names of files, code and markup."""
    return [*((span.start, span.end) for span in find_protected_spans(text)), *list_paths(text)]


def list_kept_spans(source: str, target: str, terms: Sequence[TermHit]) -> list[tuple[int, int]]:
    """Places in the target that stand in the source just so: quoted titles, and names.

    A name is three words in capitals or more, or two of which only one is among the source-language `terms`:
    "Uyghur Times" is a name that stays, "Uyghur Genocide" a heading that was not translated.
    """
    known = fold_text(source).cased
    # A name that is a term as a whole has its translation in the glossary.
    whole = {(hit.start, hit.end) for hit in terms}
    names = [span for span in _list_names(target) if span not in whole and _is_name(target, span, terms)]
    quoted = [span for span in _list_quoted(target) if _is_phrase(target[slice(*span)])]
    spans = [span for span in (*quoted, *names) if _is_in(target[slice(*span)], known)]
    # What stands in quotation marks is spoken of where the source quotes the very same; emphasis means nothing.
    spoken_of = {fold_text(source[slice(*span)]).cased for span in _list_quoted(source, _MARKED)}
    spans += [span for span in _list_quoted(target, _MARKED) if fold_text(target[slice(*span)]).cased in spoken_of]
    return [span for span in spans if _is_part(target, span) or _is_institution(target[slice(*span)])]


def _is_part(target: str, span: tuple[int, int]) -> bool:
    """Whether there is more in a text than this; a whole text kept as a name would not be translated at all."""
    return bool(_HAS_WORD.search(target, 0, span[0]) or _HAS_WORD.search(target, span[1]))


def _is_institution(name: str) -> bool:
    words = name.casefold().split()
    return 1 < len(words) < _MAX_NAME_WORDS and words[-1] in _INSTITUTIONS and not _CLAUSE_WORDS & set(words)


def _is_name(text: str, span: tuple[int, int], terms: Sequence[TermHit]) -> bool:
    capitals = sum(word.group()[0].isupper() for word in _NAME_WORD.finditer(text, *span))
    inside = {(hit.start, hit.end) for hit in terms if span[0] <= hit.start and hit.end <= span[1]}
    return capitals > _SHORT_NAME or (len(inside) == 1 and next(iter(inside)) != span)


def _is_in(text: str, known: str) -> bool:
    wanted = fold_text(text).cased.strip()
    return bool(wanted) and wanted in known


def _is_phrase(text: str) -> bool:
    """Whether a text in quotation marks or italics is a title or a sentence rather than words that are emphasised."""
    words = text.split()
    return len(words) > 1 and (words[0].lstrip('“«"‘ \u00a0\u202f')[:1].isupper() or len(words) > _EMPHASISED)


def _list_quoted(text: str, marks: re.Pattern[str] = _QUOTED) -> list[tuple[int, int]]:
    spans = []
    for match in marks.finditer(text):
        inner = _RIM.sub("", match.group())
        start = match.group().find(inner) + match.start()
        if inner:
            spans.append((start, start + len(inner)))
    return spans


def _list_names(text: str) -> list[tuple[int, int]]:
    """Runs of words in capitals, small links between them allowed, and the same without their first word."""
    spans: list[tuple[int, int]] = []
    run: list[re.Match[str]] = []
    for match in _NAME_WORD.finditer(text):
        if run and (text[run[-1].end() : match.start()] != " " or len(run) >= _MAX_NAME_WORDS):
            spans += _close_name(run)
            run = []
        if match.group()[0].isupper() or (run and match.group() in _NAME_LINKS):
            run.append(match)
        else:
            spans += _close_name(run)
            run = []
    return spans + _close_name(run)


def _close_name(run: list[re.Match[str]]) -> list[tuple[int, int]]:
    """The run from each capital on, to its last capital or to one before "and": that may link two names."""
    capitals = [place for place, word in enumerate(run) if word.group()[0].isupper()]
    ends = [place for place in capitals if place == capitals[-1] or run[place + 1].group() in _AND]
    return [
        (run[first].start(), run[last].end())
        for first in capitals
        for last in ends
        if sum(first <= place <= last for place in capitals) >= _SHORT_NAME
    ]
