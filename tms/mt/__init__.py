"""Machine drafts: what an engine is, and the engines there are."""

from tms.mt.engine import Engine, plan_characters
from tms.mt.masking import Masked, mask_markup, restore_markup
from tms.mt.registry import ENGINES, build_engine

__all__ = ["ENGINES", "Engine", "Masked", "build_engine", "mask_markup", "plan_characters", "restore_markup"]
