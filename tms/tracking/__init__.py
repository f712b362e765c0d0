"""Pair the paragraphs of two versions, grade a change, align an existing translation, pin and repair what is stale."""

from tms.tracking.alignment import align
from tms.tracking.grading import grade_change
from tms.tracking.pairing import pair_units
from tms.tracking.pinning import pin_change
from tms.tracking.repair import propose_repair
from tms.tracking.staleness import count_behind, level_since

__all__ = ["align", "count_behind", "grade_change", "level_since", "pair_units", "pin_change", "propose_repair"]
