"""Translation memory: what was translated before, found again by likeness or by its words."""

from tms.memory.concordance import find_concordance
from tms.memory.index import MemoryIndex

__all__ = ["MemoryIndex", "find_concordance"]
