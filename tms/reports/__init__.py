"""Numbers for people: how far articles have come, and the page that shows it."""

from tms.reports.dashboard import render_dashboard
from tms.reports.pace import estimate_minutes, estimate_words, measure_pace
from tms.reports.progress import measure_progress
from tms.reports.queue import plan_sitting, rank_queue

__all__ = [
    "estimate_minutes",
    "estimate_words",
    "measure_pace",
    "measure_progress",
    "plan_sitting",
    "rank_queue",
    "render_dashboard",
]
