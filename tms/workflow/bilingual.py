"""Read a bilingual file of any known form."""

from pathlib import Path

from tms.errors import InputError
from tms.exchange import EXCHANGE_FORMATS, find_exchange_format
from tms.values import BilingualFile
from tms.workflow.files import read_file


def read_bilingual(path: Path, *, language: str | None = None) -> BilingualFile:
    """Read a PO, XLIFF, TMX, CSV or TSV file; raises InputError naming the file and line."""
    form = find_exchange_format(path.name)
    if form is None:
        endings = ", ".join(suffix for known in EXCHANGE_FORMATS for suffix in known.suffixes)
        raise InputError(f"'{path}' is not a bilingual file", f"known endings are {endings}")
    return form.read(read_file(path), str(path), language=language or "")
