"""What became of a source text since a translation of it was made."""

from collections.abc import Collection, Sequence

from tms.errors import InputError
from tms.tracking.grading import grade_change
from tms.values import Grade, Level, SourceText


def level_since(
    versions: Sequence[SourceText], made_from: int, *, language: str = "en", sensitive: Collection[str] = ()
) -> Grade:
    """The level between the version that a translation was made from and the current one.

    Texts decide, so A -> B -> A is fresh. Where a person set the level of every version since then, the highest of
    those holds. `sensitive` are terms whose coming or going is always major. Raises InputError when there is no such
    version.
    """
    mine, later = _split(versions, made_from)
    if not later or later[-1].text == mine.text:
        return Grade(Level.NONE)
    if all(version.set_by_person for version in later):
        highest = max(later, key=lambda version: version.level.rank)
        return Grade(highest.level, highest.reasons)
    return grade_change(mine.text, later[-1].text, language=language, sensitive=sensitive)


def count_behind(versions: Sequence[SourceText], made_from: int) -> int:
    """Over how many changes a translation is behind; raises InputError when there is no such version."""
    return len(_split(versions, made_from)[1])


def _split(versions: Sequence[SourceText], made_from: int) -> tuple[SourceText, list[SourceText]]:
    ordered = sorted(versions, key=lambda version: version.number)
    mine = next((version for version in ordered if version.number == made_from), None)
    if mine is None:
        known = ", ".join(str(version.number) for version in ordered)
        raise InputError(f"there is no source version {made_from}", f"known are: {known or 'none'}")
    return mine, [version for version in ordered if version.number > made_from]
