"""The engines by their ids."""

from tms.errors import InputError
from tms.mt.deepl import DeepLEngine
from tms.mt.engine import Engine

ENGINES: tuple[str, ...] = ("deepl",)


def build_engine(engine: str, *, key: str | None = None, url: str | None = None) -> Engine:
    """The engine of that id, ready for use; InputError where it is unknown or lacks its key."""
    if engine not in ENGINES:
        raise InputError(f"no engine is called '{engine}'", f"there is: {', '.join(ENGINES)}")
    return DeepLEngine(key or "", url)
