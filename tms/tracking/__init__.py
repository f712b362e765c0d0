"""Pair the paragraphs of two versions, grade a change, align an existing translation, pin and repair what is stale."""

from tms.tracking.alignment import align, judge_pairs
from tms.tracking.carrying import Divided, Share, divide_target, join_targets
from tms.tracking.grading import grade_change
from tms.tracking.kinship import Kinship, relate_articles
from tms.tracking.pages import PageArticle, find_articles
from tms.tracking.pairing import pair_units
from tms.tracking.pinning import pin_change
from tms.tracking.repair import propose_repair
from tms.tracking.staleness import count_behind, level_since

__all__ = [
    "Divided",
    "Kinship",
    "PageArticle",
    "Share",
    "align",
    "count_behind",
    "divide_target",
    "find_articles",
    "grade_change",
    "join_targets",
    "judge_pairs",
    "level_since",
    "pair_units",
    "pin_change",
    "propose_repair",
    "relate_articles",
]
