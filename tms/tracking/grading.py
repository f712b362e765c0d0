"""How much a change of wording matters to a translation of it."""

import re
import unicodedata
from collections.abc import Collection

from tms.text.markup import find_tags, find_urls, strip_markup
from tms.text.normalize import normalize_text
from tms.text.numbers import find_numbers
from tms.tracking.alarms import find_alarms, has_numeric_word
from tms.tracking.spelling import is_respelled
from tms.tracking.wording import Compared, Wording, compare_wordings
from tms.values import Grade, Level

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff\u200e\u200f"), None)
_ADDRESS = "\ufffc"
_ADDRESS_SIGNS = ("://", "www.", "@")
_HAS_MARKUP = re.compile(r"[<\[&*_`{%\\~]")
_CONTRACTIONS = (
    (re.compile(r"\bcan't\b"), "cannot"),
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


def grade_change(old: str, new: str, *, language: str = "en", sensitive: Collection[str] = ()) -> Grade:
    """The level of a change and why; `sensitive` are terms (any form) whose coming or going is always major."""
    if old == new or unicodedata.normalize("NFC", old) == unicodedata.normalize("NFC", new):
        return Grade(Level.NONE)
    shown_old, shown_new = _visible(old), _visible(new)
    if shown_old == shown_new:
        return Grade(Level.MARKUP, _markup_reasons(old, new))
    pair = compare_wordings(shown_old, shown_new, language)
    alarms = (*find_alarms(pair), *_term_alarms(shown_old, shown_new, sensitive))
    if alarms:
        return Grade(Level.MAJOR, alarms)
    return _grade_words(pair)


def _visible(text: str) -> str:
    """What a reader sees, addresses without their letters; white space as one space."""
    shown = strip_markup(text) if _HAS_MARKUP.search(text) else text
    if any(sign in shown for sign in _ADDRESS_SIGNS):
        shown = _without_addresses(shown)
    return " ".join(unicodedata.normalize("NFC", shown).translate(_INVISIBLE).split())


def _without_addresses(text: str) -> str:
    parts: list[str] = []
    position = 0
    for span in find_urls(text):
        parts += (text[position : span.start], _ADDRESS)
        position = span.end
    return "".join((*parts, text[position:]))


def _markup_reasons(old: str, new: str) -> tuple[str, ...]:
    before, after = [span.text for span in find_urls(old)], [span.text for span in find_urls(new)]
    if len(before) == len(after) and before != after:
        return tuple(f"link {x} -> {y}" for x, y in zip(before, after, strict=True) if x != y)
    if [tag.raw for tag in find_tags(old)] != [tag.raw for tag in find_tags(new)]:
        return ("tags",)
    return ("white space",)


def _term_alarms(old: str, new: str, sensitive: Collection[str]) -> list[str]:
    alarms: list[str] = []
    for term in sensitive:
        pattern = re.compile(rf"(?<!\w){re.escape(normalize_text(term))}(?!\w)", re.IGNORECASE)
        surplus = len(pattern.findall(normalize_text(new))) - len(pattern.findall(normalize_text(old)))
        if surplus:
            alarms.append(f'sensitive term "{term}" {"added" if surplus > 0 else "removed"}')
    return alarms


def _grade_words(pair: Compared) -> Grade:
    slips: list[str] = []
    for at in range(len(pair.blocks)):
        found = _read_slips(pair, at)
        if found is None:
            return Grade(Level.CONTENT, (_say_content(pair),))
        slips += found
    words = len(pair.old.words_between(0, len(pair.old.tokens)))
    if len(slips) >= _MOST_SLIPS or (len(slips) >= 2 and len(slips) >= _SHARE_OF_SLIPS * words):
        return Grade(Level.CONTENT, (f"{len(slips)} of {words} words respelled", *slips))
    return Grade(Level.TYPO, tuple(dict.fromkeys(slips)) or ("punctuation",))


def _read_slips(pair: Compared, at: int) -> list[str] | None:
    """What was mended in a block, one entry a word; empty for punctuation; None when words changed."""
    old, new = pair.words[at]
    if len(old) == len(new):
        pairs = list(zip(old, new, strict=True))
        if all(x == y or _is_slip(x, y, pair.language) for x, y in pairs):
            return [_say_slip(x, y) for x, y in pairs if x != y]
    if _joined(old) == _joined(new):
        block = pair.blocks[at]
        before, after = pair.old.slice(block.old_start, block.old_end), pair.new.slice(block.new_start, block.new_end)
        # Nothing but signs: punctuation.
        return [f'spelling "{before}" -> "{after}"'] if old or new else []
    if not new and _is_doubled(pair.old, pair.blocks[at].old_start, old):
        return [f'doubled "{" ".join(old)}" removed']
    if _is_same_amount(old, new, pair.language):
        return [f'spelling "{" ".join(old)}" -> "{" ".join(new)}"']
    return None


def _joined(words: list[str]) -> str:
    """Web site, website, Web-site; do not, don't."""
    text = " ".join(words).casefold()
    for pattern, full in _CONTRACTIONS:
        text = pattern.sub(full, text)
    return text.replace(" ", "")


def _is_slip(old: str, new: str, language: str) -> bool:
    is_article = {old.lower(), new.lower()} == {"a", "an"}
    return is_article or is_respelled(old, new) or _is_same_amount([old], [new], language)


def _is_same_amount(old: list[str], new: list[str], language: str) -> bool:
    """4,000 and 4000, twelve and 12."""
    if not (has_numeric_word(old, language) and has_numeric_word(new, language)):
        return False
    before, after = find_numbers(" ".join(old), language), find_numbers(" ".join(new), language)
    covers = all(
        len(hits) == 1 and len(hits[0].text) == len(" ".join(words)) for hits, words in ((before, old), (after, new))
    )
    return covers and before[0].value == after[0].value


def _is_doubled(wording: Wording, start: int, words: list[str]) -> bool:
    """The the -> the."""
    before = [wording.tokens[index].lower() for index in range(max(0, start - len(words)), start)]
    end = start + len(words)
    after = [token.lower() for token in wording.tokens[end : end + len(words)]]
    gone = [word.lower() for word in words]
    return bool(gone) and gone in (before, after)


def _say_slip(old: str, new: str) -> str:
    kind = "case" if old.casefold() == new.casefold() else "spelling"
    return f'{kind} "{old}" -> "{new}"'


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
