"""Numbers for people: how far articles have come, and the page that shows it."""

from tms.reports.dashboard import render_dashboard
from tms.reports.progress import measure_progress

__all__ = ["measure_progress", "render_dashboard"]
