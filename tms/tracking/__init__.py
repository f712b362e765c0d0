"""Pair the paragraphs of two versions, grade a change, align an existing translation."""

from tms.tracking.alignment import align
from tms.tracking.grading import grade_change
from tms.tracking.pairing import pair_units
from tms.tracking.staleness import count_behind, level_since

__all__ = ["align", "count_behind", "grade_change", "level_since", "pair_units"]
