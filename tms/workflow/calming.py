"""What is still to come is no fault yet: findings that wait until a text that is being typed is done."""

from collections.abc import Callable, Iterable, Sequence

from tms.text.markup import strip_markup
from tms.values import Finding
from tms.workflow.checking import check_text, list_open
from tms.workflow.workspace import Workspace

# Of what a translation will have, so much has to be there before anybody says that something lacks.
LEAST_SHARE = 0.6
_LENGTHS = {"fr": 1.12, "es": 1.1}
_ENDS = ".!?…。！？؟"
_CLOSERS = " \u00a0\u202f\n\t»”’\"')]}*_"
# These say that something is not there, or not closed, wherever they say it.
_ABOUT_THE_REST = frozenset(
    ("omission", "length", "sentence-count", "truncated", "end-punctuation", "brackets", "spanish-marks")
)
# These say so where they name no place in the text.
_ABOUT_THE_SOURCE = frozenset(
    (
        *("markup", "structure", "attributes", "tag-order", "urls", "handles", "internal-link", "numbers", "units"),
        *("currency", "ordinals", "quotes", "quotation", "canonical-quote", "terminology", "proper-names", "acronyms"),
        *("negation", "hedge", "modality", "legal-terms", "french-guillemets", "spanish-quotes"),
    )
)


def is_unfinished(source: str, text: str, language: str) -> bool:
    """Whether a text is much shorter than its source asks for, or ends where the source's last sentence does not."""
    wanted, got = strip_markup(source).strip(), strip_markup(text).strip()
    if len(got) < LEAST_SHARE * len(wanted) * _LENGTHS.get(language[:2], 1.1):
        return True
    return _is_ended(wanted) and not _is_ended(got)


def _is_ended(text: str) -> bool:
    return text.rstrip(_CLOSERS).endswith(tuple(_ENDS))


def hold_back(findings: Iterable[Finding], source: str, text: str, language: str) -> tuple[tuple[Finding, ...], int]:
    """The findings that may be shown while a text is being typed, and how many wait until it is done."""
    found = tuple(findings)
    if not is_unfinished(source, text, language):
        return found, 0
    shown = tuple(finding for finding in found if finding.waived is not None or not _is_about_the_rest(finding))
    return shown, len(found) - len(shown)


def _is_about_the_rest(finding: Finding) -> bool:
    return finding.check in _ABOUT_THE_REST or (finding.start is None and finding.check in _ABOUT_THE_SOURCE)


def find_next_found(
    workspace: Workspace,
    ref: str,
    language: str,
    texts: Sequence[tuple[str, str]],
    is_cancelled: Callable[[], bool],
) -> str | None:
    """The first of these segments, each with its text as it is typed, in which the checks find something."""
    for key, text in texts:
        if is_cancelled():
            return None
        if text.strip() and list_open(check_text(workspace, ref, key, language, text)):
            return key
    return None
