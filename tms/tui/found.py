"""What the checks found in some articles, by check, filtered by words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tms.tui.blocks import Block, Role, make_block
from tms.tui.finding_blocks import describe_fix, describe_kind, describe_place
from tms.tui.language import _, ngettext
from tms.tui.signs import SEVERITY_ROLES, SEVERITY_SIGNS
from tms.values import Finding, Severity

MOST_SHOWN = 2000


@dataclass(frozen=True, slots=True)
class Spotted:
    """A finding with its place and the text that it is about; `cover`: a neutral name, where it must not be read."""

    article: str
    segment: str
    language: str
    text: str
    finding: Finding
    cover: str = ""

    def matches(self, words: Sequence[str]) -> bool:
        """Whether it has all of these words, in what is said of it or where it is."""
        finding = self.finding
        named = self.cover or f"{finding.message} {self.article}"
        said = f"{finding.check} {finding.severity.value} {named} {self.language}".casefold()
        return all(word in said for word in words)


def filter_spotted(spotted: Iterable[Spotted], words: str) -> tuple[Spotted, ...]:
    """Those that have all the words, the worst kinds first, each kind together."""
    wanted = words.casefold().split()
    kept = [one for one in spotted if one.matches(wanted)]
    worst: dict[str, int] = {}
    for one in kept:
        rank = one.finding.severity.rank
        worst[one.finding.check] = min(worst.get(one.finding.check, rank), rank)
    return tuple(sorted(kept, key=lambda one: (worst[one.finding.check], one.finding.check, one.finding.severity.rank)))


def describe_spotted(spotted: Sequence[Spotted]) -> list[Block]:
    """The findings under their checks."""
    blocks: list[Block] = []
    kinds: dict[str, list[Finding]] = {}
    for one in spotted:
        kinds.setdefault(one.finding.check, []).append(one.finding)
    check = ""
    for one in spotted[:MOST_SHOWN]:
        if one.finding.check != check:
            check = one.finding.check
            blocks.append(describe_kind(check, kinds[check], is_first=not blocks))
        blocks.append(_describe(one))
    if len(spotted) > MOST_SHOWN:
        blocks.append(
            make_block(
                ("\n" + _("{count:,} more: filter by words").format(count=len(spotted) - MOST_SHOWN), Role.QUIET)
            )
        )
    return blocks


def _describe(one: Spotted) -> Block:
    finding = one.finding
    role = SEVERITY_ROLES[finding.severity]
    if one.cover:
        sign = (f"  {SEVERITY_SIGNS[finding.severity]} ", role)
        named = (f"   {one.cover} {one.language.upper()}", Role.QUIET)
        return make_block(sign, finding.severity.value, named, value=one, indent=6)
    shown = describe_place(finding, one.text) if finding.fix is None else describe_fix(finding, one.text)
    return make_block(
        (f"  {SEVERITY_SIGNS[finding.severity]} ", role),
        (f"{_(finding.severity.value)}: ", role),
        finding.message,
        (f"   {one.article} {one.segment} {one.language.upper()}\n", Role.QUIET),
        *shown,
        value=one,
        indent=6,
    )


def count_severities(spotted: Iterable[Spotted]) -> str:
    """How many of each severity, in words."""
    counts = dict.fromkeys(Severity, 0)
    for one in spotted:
        counts[one.finding.severity] += 1
    words = {
        Severity.ERROR: ngettext("{count:,} error", "{count:,} errors", counts[Severity.ERROR]),
        Severity.WARNING: ngettext("{count:,} warning", "{count:,} warnings", counts[Severity.WARNING]),
        Severity.INFO: ngettext("{count:,} hint", "{count:,} hints", counts[Severity.INFO]),
    }
    told = [words[severity].format(count=count) for severity, count in counts.items() if count]
    return ", ".join(told) or _("nothing")
