"""Names in a change: one for another is an alarm, another spelling of one is none."""

import re
from collections.abc import Iterator

from tms.text.meaning import is_date_word
from tms.tracking.lexicon import is_name_of_people
from tms.tracking.spelling import find_respelling, fold_word
from tms.tracking.wording import Compared, Wording

# Words with a capital at the head of a sentence that are no names.
_COMMON_OPENERS = frozenset(
    re.findall(
        r"\w+",
        """the a an this that these those some many most several few all both each every any other another such one two
        he she they it we you i his her their its our your my who what when where why how there here if while since
        after before during although though because as at in on by for from of to with without under over about
        but and or so yet however moreover meanwhile today yesterday now then later also only even still again
        police authorities officials people activists lawyers women men children relatives family families experts
        researchers scholars students teachers workers farmers soldiers guards prisoners detainees victims survivors
        witnesses journalists reporters critics supporters protesters residents citizens refugees government state
        court courts judges prosecutors parliament president minister sources reports evidence more less nearly
        almost following according please see read new old last next first second third no not none nobody nothing
        nowhere neither nor never everyone everybody everything anyone anybody anything someone somebody something
        reportedly allegedly apparently""",
    )
)
_NAME_ENDINGS = ("s", "es", "n", "ns", "an", "ans", "ian", "ians", "ese", "i", "is", "ish")


def find_name_alarms(pair: Compared) -> Iterator[str]:
    """A name that became another one."""
    for block, words in zip(pair.blocks, pair.words, strict=True):
        if not all(any(word[0].isupper() for word in side) for side in words):
            continue
        old = _names_in(pair.old, block.old_start, block.old_end, pair.language)
        new = _names_in(pair.new, block.new_start, block.new_end, pair.language)
        kept = {fold_word(name) for name in old} & {fold_word(name) for name in new}
        before = [name for name in old if fold_word(name) not in kept]
        after = [name for name in new if fold_word(name) not in kept]
        has_alarm = bool(before and after) and not _are_same_names(before, after, pair.language)
        if has_alarm and not (_is_title_case(pair.old) or _is_title_case(pair.new)):
            yield f'name "{" ".join(before)}" -> "{" ".join(after)}"'


def _are_same_names(before: list[str], after: list[str], language: str) -> bool:
    if _abbreviates(before, after) or _abbreviates(after, before):
        return True
    return len(before) == len(after) and all(
        _are_one(x, y, language) or _is_derived(x, y) for x, y in zip(before, after, strict=True)
    )


def _is_derived(old: str, new: str) -> bool:
    """Uyghur and Uyghurs, Tibet and Tibetan; Hotan and Hoten are two names."""
    short, long = sorted((fold_word(old), fold_word(new)), key=len)
    return long.startswith(short) and long[len(short) :] in _NAME_ENDINGS


def _abbreviates(short: list[str], long: list[str]) -> bool:
    """Whether one name is the first letters of the other (UN, United Nations)."""
    return len(short) == 1 < len(long) and short[0].isupper() and short[0] == "".join(word[0] for word in long)


def _are_one(old: str, new: str, language: str) -> bool:
    """Whether two names are one, or two spellings of a plain word that opens a sentence."""
    return any(find_respelling(old, new, language, opens=opens) is not None for opens in (False, True))


def _is_title_case(wording: Wording) -> bool:
    """Whether capitals say nothing, because nearly every word has one and no full stop makes a sentence of them."""
    if wording.text.endswith("."):
        return False
    words = [token for token in wording.tokens if len(token) > 3 and token[0].isalpha()]
    return len(words) > 2 and sum(word[0].isupper() for word in words) > 0.7 * len(words)


def _names_in(wording: Wording, start: int, end: int, language: str) -> list[str]:
    names = [wording.tokens[index] for index in range(start, end) if _is_name(wording, index)]
    return [name for name in names if not is_date_word(name, language)]


def _is_name(wording: Wording, index: int) -> bool:
    token = wording.tokens[index]
    if not token[0].isupper() or token in ("A", "I", "O"):
        return False
    if not wording.opens_sentence(index):
        return True
    # At the head of a sentence every word has a capital: only what does not look like a common word is a name.
    word = token.lower()
    looks_common = word.endswith(("s", "ing", "ly", "ed", "ion", "ment", "ness", "ity"))
    return word not in _COMMON_OPENERS and (not looks_common or is_name_of_people(word))
