"""The house rules of a project: [style], [checks] and [terms] of its project.toml."""

from collections.abc import Collection, Mapping
from enum import StrEnum

from tms.checks import ALL_CHECKS, ARTICLE_CHECKS
from tms.errors import InputError
from tms.values import Address, Choice, FrenchSpace, HouseRules, Repetition, Severity, SpanishQuotes, Variant

RULES_KEYS = ("style", "checks", "terms")
_OFF = "off"
_STYLES: Mapping[str, type[StrEnum]] = {
    "french_space": FrenchSpace,
    "spanish_quotes": SpanishQuotes,
    "curly_apostrophe": Choice,
    "address": Address,
    "spanish_variant": Variant,
    "plain_gender": Choice,
}
_KNOWN = {check.id for check in ALL_CHECKS}
_NEVER_ERRORS = {check.id for check in ARTICLE_CHECKS}


def parse_rules(values: Mapping[str, object]) -> dict[str, dict[str, str]]:
    """The tables of a project.toml as they are stored; raises InputError for what they cannot say."""
    style = {
        key: _require_word(value, [word.value for word in _STYLES[key]], f"{key} in [style]")
        for key, value in _require_table(values, "style", _STYLES).items()
    }
    checks = {key: _parse_severity(key, value) for key, value in _require_table(values, "checks", _KNOWN).items()}
    words = [word.value for word in Repetition]
    terms = {
        key: _require_word(value, words, f"{key} in [terms]")
        for key, value in _require_table(values, "terms", ("repetition",)).items()
    }
    return {"style": style, "checks": checks, "terms": terms}


def read_rules(policy: Mapping[str, object]) -> HouseRules:
    """The house rules of a project as the checks take them."""
    style, checks = _get_table(policy, "style"), _get_table(policy, "checks")
    severities = {key: None if word == _OFF else Severity(word) for key, word in checks.items() if key in _KNOWN}
    return HouseRules(
        french_space=FrenchSpace(style.get("french_space", FrenchSpace.ANY)),
        spanish_quotes=SpanishQuotes(style.get("spanish_quotes", SpanishQuotes.ANY)),
        curly_apostrophe=Choice(style.get("curly_apostrophe", Choice.ANY)),
        address=Address(style.get("address", Address.ANY)),
        spanish_variant=Variant(style.get("spanish_variant", Variant.ANY)),
        plain_gender=Choice(style.get("plain_gender", Choice.ANY)),
        severities=severities,
    )


def read_repetition(policy: Mapping[str, object]) -> Repetition:
    """How often the house rules of a project want a term."""
    return Repetition(_get_table(policy, "terms").get("repetition", Repetition.ONCE))


def _get_table(policy: Mapping[str, object], name: str) -> dict[str, str]:
    table = policy.get(name)
    return table if isinstance(table, dict) else {}


def _require_table(values: Mapping[str, object], name: str, known: Collection[str]) -> Mapping[str, object]:
    table = values.get(name, {})
    keys = "the checks of docs/checks.md" if name == "checks" else ", ".join(known)
    if not isinstance(table, dict):
        raise InputError(f"{name} is no table; it knows {keys}", f"write [{name}] on a line of its own")
    for key in table:
        if key not in known:
            raise InputError(f"[{name}] has an unknown key '{key}'; it knows {keys}", "mend or remove that line")
    return table


def _require_word(value: object, words: list[str], where: str) -> str:
    if value not in words:
        raise InputError(f"{where} is {value!r}", f"it is one of {', '.join(words)}")
    return str(value)


def _parse_severity(check: str, value: object) -> str:
    words = [*(word.value for word in Severity), _OFF]
    if check in _NEVER_ERRORS:
        words.remove(Severity.ERROR.value)
    return _require_word(value, words, f"{check} in [checks]")
