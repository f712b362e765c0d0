"""Widgets show values and post messages; they never call workflow."""
