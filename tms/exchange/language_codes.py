"""Language codes as files of other tools write them."""

import re
from functools import lru_cache

_CODE = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*")
_SCRIPT_LENGTH = 4


def _list_codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


# ISO 639-1, and of the three-letter codes those that translation tools offer: "car" and "art" are words more often.
_KNOWN = _list_codes(
    """aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en
    eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka
    kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl
    nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw
    ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    ast ckb cmn crh dsb fil fur gsw haw hsb kab kmr lij nan szl uig vec yue zgh"""
)


@lru_cache(maxsize=1_000)
def normalize_language(code: str) -> str:
    """A language code in the usual letters ("fr_ca" as "fr-CA", "zh-hans" as "zh-Hans"), "" for what is none."""
    code = code.strip()
    if not _CODE.fullmatch(code):
        return ""
    first, *rest = code.replace("_", "-").split("-")
    return "-".join([first.lower(), *map(_normalize_subtag, rest)])


def _normalize_subtag(subtag: str) -> str:
    if len(subtag) == _SCRIPT_LENGTH and subtag.isalpha():
        return subtag.title()
    return subtag.upper() if len(subtag) == len("FR") else subtag.lower()


def is_known_language(code: str) -> bool:
    """Whether a text is the code of a language that files of terms come in."""
    return bool(_CODE.fullmatch(code)) and primary_language(code) in _KNOWN


def primary_language(code: str) -> str:
    """The language of a code without its region: "fr" for "fr-CA"."""
    return code.replace("_", "-").partition("-")[0].lower()
