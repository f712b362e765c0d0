"""How much a change of wording matters to a translation of it."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from tms.text.markup import find_tags, find_urls
from tms.text.meaning import Marker, find_markers, is_date_word, is_month
from tms.text.normalize import normalize_text
from tms.text.numbers import find_numbers
from tms.tracking.alarms import find_alarms
from tms.tracking.dressing import dress_alike
from tms.tracking.figures import has_numeric_word
from tms.tracking.joining import is_rejoined
from tms.tracking.spelling import Respelling, find_respelling
from tms.tracking.visible import has_markup, list_captions, list_footnotes, read_visible
from tms.tracking.wording import Block, Compared, Wording, compare_wordings
from tms.values import Grade, Level

_CONTRACTIONS = (
    (re.compile(r"\bcan't\b|\bcan not\b"), "cannot"),
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"\bi'm\b"), "i am"),
    (re.compile(r"\b(it|he|she|that|there)'s\b"), r"\1 is"),
    # That it is a percentage still is the business of the alarms.
    (re.compile(r"\bper ?cent\b"), ""),
)
_MOST_SLIPS = 5
_SHARE_OF_SLIPS = 0.1
_LONGEST_QUOTE = 40
# Signs that no house style takes away.
_TELLING_SIGNS = "?[]"


def grade_change(old: str, new: str, *, language: str = "en", sensitive: Collection[str] = ()) -> Grade:
    """The level of a change and why; `sensitive` are terms (any form) whose coming or going is always major."""
    if _is_same(old, new):
        return Grade(Level.NONE)
    shown_old, shown_new = read_visible(old), read_visible(new)
    words = Grade(Level.NONE)
    if shown_old != shown_new:
        words = _grade_shown(shown_old, shown_new, language, sensitive)
    grades = [words]
    if has_markup(old) or has_markup(new):
        grades.append(_grade_captions(list_captions(old), list_captions(new), language, sensitive))
        grades.append(_grade_footnotes(old, new))
    grades = [grade for grade in grades if grade.level is not Level.NONE]
    if not grades:
        return Grade(Level.MARKUP, _markup_reasons(old, new))
    highest = max(grades, key=lambda grade: grade.level.rank).level
    return Grade(highest, tuple(dict.fromkeys(reason for grade in grades for reason in grade.reasons)))


def _is_same(old: str, new: str) -> bool:
    """Whether two texts are the same characters, composed or not."""
    if old == new or (old.isascii() and new.isascii()):
        return old == new
    return unicodedata.normalize("NFC", old) == unicodedata.normalize("NFC", new)


def _grade_shown(old: str, new: str, language: str, sensitive: Collection[str]) -> Grade:
    dressed, dress = dress_alike(old, new, language)
    if dressed == new:
        return Grade(Level.TYPO, dress)
    pair = compare_wordings(dressed, new, language)
    alarms = (*find_alarms(pair), *_term_alarms(old, new, sensitive))
    if alarms:
        return Grade(Level.MAJOR, alarms)
    grade = _grade_words(pair)
    return Grade(grade.level, (*grade.reasons, *dress)) if grade.level is Level.TYPO else grade


def _grade_captions(old: list[str], new: list[str], language: str, sensitive: Collection[str]) -> Grade:
    """Descriptions of pictures and titles of links, each by itself; one more or less is another text."""
    if len(old) != len(new):
        both = [f'description "{caption}" removed' for caption in old if caption not in new]
        both += [f'description "{caption}" added' for caption in new if caption not in old]
        return Grade(Level.CONTENT, tuple(both) or ("description",))
    grades = [grade_change(x, y, language=language, sensitive=sensitive) for x, y in zip(old, new, strict=True)]
    highest = max((grade.level for grade in grades), key=lambda level: level.rank, default=Level.NONE)
    return Grade(highest, tuple(f"description: {reason}" for grade in grades for reason in grade.reasons))


def _grade_footnotes(old: str, new: str) -> Grade:
    before, after = list_footnotes(old), list_footnotes(new)
    if before == after:
        return Grade(Level.NONE)
    return Grade(Level.CONTENT, (f"footnote marks {' '.join(before) or 'none'} -> {' '.join(after) or 'none'}",))


def _markup_reasons(old: str, new: str) -> tuple[str, ...]:
    before, after = [span.text for span in find_urls(old)], [span.text for span in find_urls(new)]
    if len(before) == len(after) and before != after:
        return tuple(f"link {x} -> {y}" for x, y in zip(before, after, strict=True) if x != y)
    if [tag.raw for tag in find_tags(old)] != [tag.raw for tag in find_tags(new)]:
        return ("tags",)
    return ("white space",)


def _term_alarms(old: str, new: str, sensitive: Collection[str]) -> list[str]:
    alarms: list[str] = []
    before, after = (normalize_text(old), normalize_text(new)) if sensitive else (old, new)
    for term in sensitive:
        pattern = _compile_term(term)
        surplus = len(pattern.findall(after)) - len(pattern.findall(before))
        if surplus:
            alarms.append(f'sensitive term "{term}" {"added" if surplus > 0 else "removed"}')
    return alarms


@lru_cache(maxsize=4096)
def _compile_term(term: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(normalize_text(term))}(?!\w)", re.IGNORECASE)


def _grade_words(pair: Compared) -> Grade:
    slips: list[_Slip] = []
    for at in range(len(pair.blocks)):
        found = _read_slips(pair, at)
        if found is None:
            return Grade(Level.CONTENT, (_say_content(pair),))
        slips += found
    reasons = tuple(dict.fromkeys(slip.reason for slip in slips))
    if any(slip.kind is Respelling.NAME for slip in slips):
        return Grade(Level.CONTENT, reasons)
    words = len(pair.old.words_between(0, len(pair.old.tokens)))
    count = sum(slip.kind is Respelling.SLIP for slip in slips)
    if count >= _MOST_SLIPS or (count >= 2 and count >= _SHARE_OF_SLIPS * words):
        return Grade(Level.CONTENT, (f"{count} of {words} words respelled", *reasons))
    return Grade(Level.TYPO, reasons or ("punctuation",))


@dataclass(frozen=True, slots=True)
class _Slip:
    """A word that was mended: how its spellings differ, and what to say."""

    kind: Respelling
    reason: str


def _read_slips(pair: Compared, at: int) -> list[_Slip] | None:
    """What was mended in a block, one entry a word; empty for punctuation; None when words changed."""
    old, new = pair.words[at]
    block = pair.blocks[at]
    if not (old or new):
        return None if _changes_sentence(pair, block) else []
    if len(old) == len(new):
        slips = _read_words(pair, block)
        if slips is not None:
            return slips
    if not new and len(old) == block.old_end - block.old_start and _is_doubled(pair.old, block.old_start, old):
        return [_Slip(Respelling.SLIP, f'doubled "{" ".join(old)}" removed')]
    if not old and len(new) == block.new_end - block.new_start and _is_doubled(pair.new, block.new_start, new):
        return [_Slip(Respelling.SLIP, f'doubled "{" ".join(new)}" added')]
    if old and new and _says_same(pair, block, old, new):
        before, after = pair.old.slice(block.old_start, block.old_end), pair.new.slice(block.new_start, block.new_end)
        return [_Slip(Respelling.FORM, f'spelling "{before}" -> "{after}"')]
    return None


def _says_same(pair: Compared, block: Block, old: list[str], new: list[str]) -> bool:
    """Whether the words of a block are the others written out, joined, or counted in figures."""
    is_contracted = len(old) != len(new) or any("'" in word for word in (*old, *new))
    if is_contracted and _expanded(old) == _expanded(new):
        return True
    before, after = pair.old.tokens[block.old_start : block.old_end], pair.new.tokens[block.new_start : block.new_end]
    if is_rejoined(before, after, old, new, pair.language):
        return True
    return _is_same_amount(old, new, pair.language)


def _read_words(pair: Compared, block: Block) -> list[_Slip] | None:
    """The slips of a block with as many words before as after, or None where a word became another."""
    slips: list[_Slip] = []
    places_old = pair.old.list_places(block.old_start, block.old_end)
    places_new = pair.new.list_places(block.new_start, block.new_end)
    is_recased = pair.old.text.isupper() != pair.new.text.isupper()
    for i, j in zip(places_old, places_new, strict=True):
        old, new = pair.old.tokens[i], pair.new.tokens[j]
        if old == new:
            continue
        kind = _find_kind(old, new, pair.language, opens=pair.old.opens_sentence(i) and pair.new.opens_sentence(j))
        if kind is None and old.casefold() == new.casefold() and (is_recased or _is_same_month(pair, i, j)):
            kind = Respelling.FORM
        if kind is None:
            return None
        slips.append(_Slip(kind, _say_slip(old, new, kind)))
    return slips


def _is_same_month(pair: Compared, i: int, j: int) -> bool:
    """In may, in May: the words around it say that a month is meant."""
    is_date = is_date_word(pair.old.tokens[i], pair.language)
    return is_date and is_month(pair.old.tokens, i) and is_month(pair.new.tokens, j)


def _find_kind(old: str, new: str, language: str, *, opens: bool) -> Respelling | None:
    is_article = {old.lower(), new.lower()} == {"a", "an"}
    if is_article or _is_same_amount([old], [new], language) or _is_same_date(old, new, language):
        return Respelling.FORM
    return find_respelling(old, new, language, opens=opens)


def _changes_sentence(pair: Compared, block: Block) -> bool:
    """Whether signs alone say something: a question, an editor's brackets, a choice (and/or)."""
    before = pair.old.tokens[block.old_start : block.old_end]
    after = pair.new.tokens[block.new_start : block.new_end]
    return any(before.count(sign) != after.count(sign) for sign in _TELLING_SIGNS)


def _expanded(words: list[str]) -> list[str]:
    """Words with their contractions written out, without case."""
    text = " ".join(words).casefold()
    for pattern, full in _CONTRACTIONS:
        text = pattern.sub(full, text)
    return text.split()


def _is_same_amount(old: list[str], new: list[str], language: str) -> bool:
    """4,000 and 4000, twelve and 12."""
    if not (has_numeric_word(old, language) and has_numeric_word(new, language)):
        return False
    before, after = find_numbers(" ".join(old), language), find_numbers(" ".join(new), language)
    covers = all(
        len(hits) == 1 and len(hits[0].text) == len(" ".join(words)) for hits, words in ((before, old), (after, new))
    )
    return covers and before[0].value == after[0].value


def _is_same_date(old: str, new: str, language: str) -> bool:
    """Sept and September."""
    before, after = find_markers([old], language), find_markers([new], language)
    is_date = any(hit.marker is Marker.DATE for hit in before)
    return is_date and [(hit.marker, hit.sense) for hit in before] == [(hit.marker, hit.sense) for hit in after]


def _is_doubled(wording: Wording, start: int, words: list[str]) -> bool:
    """The the -> the."""
    before = [wording.tokens[index].lower() for index in range(max(0, start - len(words)), start)]
    end = start + len(words)
    after = [token.lower() for token in wording.tokens[end : end + len(words)]]
    gone = [word.lower() for word in words]
    return bool(gone) and gone in (before, after)


def _say_slip(old: str, new: str, kind: Respelling) -> str:
    if kind is Respelling.NAME:
        return f'name respelled "{old}" -> "{new}"'
    what = "case" if old.casefold() == new.casefold() else "spelling"
    return f'{what} "{old}" -> "{new}"'


def _say_content(pair: Compared) -> str:
    """The one change in its words where it is short, else how many words changed."""
    old, new = sum(len(words) for words, _ in pair.words), sum(len(words) for _, words in pair.words)
    if len(pair.blocks) == 1:
        (block,) = pair.blocks
        before = pair.old.slice(block.old_start, block.old_end)
        after = pair.new.slice(block.new_start, block.new_end)
        if not before and len(after) <= _LONGEST_QUOTE:
            return f'"{after}" added'
        if not after and len(before) <= _LONGEST_QUOTE:
            return f'"{before}" removed'
        if before and after and max(len(before), len(after)) <= _LONGEST_QUOTE:
            return f'"{before}" -> "{after}"'
    return f"words: {old} removed, {new} added"
