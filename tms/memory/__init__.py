"""Translation memory: what was translated before, found again by likeness or by its words."""

from tms.memory.concordance import find_concordance
from tms.memory.differences import find_differences
from tms.memory.index import MemoryIndex
from tms.memory.penalties import list_penalties

__all__ = ["MemoryIndex", "find_concordance", "find_differences", "list_penalties"]
