"""Selecting columns: what comes back are plain rows, not table objects."""

from typing import Any

from sqlalchemy import Select, select


def select_columns(*columns: Any) -> Select[Any]:
    """A select of any number of columns (SQLModel's own `select` types four at the most)."""
    return select(*columns)
