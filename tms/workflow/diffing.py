"""Compare texts, and two versions of an article file."""

from dataclasses import dataclass
from pathlib import Path

from tms.errors import InputError
from tms.formats import Format, decode_source, detect_format, get_format
from tms.text.diff import diff_words
from tms.tracking import pair_units
from tms.values import Document, Pair, Slice
from tms.workflow.files import read_file


@dataclass(frozen=True, slots=True)
class PairedTexts:
    """A pair with the texts that it stands for, and the key of a known segment."""

    pair: Pair
    old_texts: tuple[str, ...]
    new_texts: tuple[str, ...]
    key: str = ""


def diff_files(old: Path, new: Path, *, format_id: str | None = None) -> tuple[PairedTexts, ...]:
    """Pair the paragraphs of two versions of an article file."""
    before, after = (read_document(path, format_id)[1] for path in (old, new))
    return tuple(
        PairedTexts(
            pair,
            tuple(before.units[i].text for i in pair.old),
            tuple(after.units[i].text for i in pair.new),
        )
        for pair in pair_units(before.units, after.units)
    )


def read_document(path: Path, format_id: str | None = None) -> tuple[Format, Document]:
    """Read and parse an article file."""
    return parse_document(read_file(path), str(path), format_id)


def parse_slice(one: Slice) -> Document:
    """Parse one article's bytes; raises InputError saying where they stand."""
    return parse_bytes(get_format(one.format), one.data, one.where)


def parse_document(data: bytes, name: str, format_id: str | None = None) -> tuple[Format, Document]:
    """Parse the bytes of an article file, in the format that it looks like; raises InputError naming the file."""
    form = get_format(format_id) if format_id else detect_format(name, data)
    return form, parse_bytes(form, data, f"'{name}'")


def parse_bytes(form: Format, data: bytes, where: str) -> Document:
    """Parse bytes in a known format; raises InputError beginning with `where`, which names them."""
    text = decode_source(data, where.strip("'"), has_lines=form.has_lines)
    try:
        return form.parse(text)
    except InputError as error:
        # The format knows the line, here the place is known.
        raise InputError(f"{where}: {error.message}", error.hint) from error


__all__ = ["PairedTexts", "diff_files", "diff_words", "parse_bytes", "parse_document", "parse_slice", "read_document"]
