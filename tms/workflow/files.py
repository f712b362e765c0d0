"""Read and write files: whole or not at all, and never outside the folder asked for."""

import os
import sys
import tempfile
from pathlib import Path
from typing import BinaryIO

from tms.errors import InputError, NotFoundError

_LARGEST = 100 * 1024 * 1024


def read_file(path: Path) -> bytes:
    """The bytes of a file, or of standard input for `-`; raises where it is missing, a folder or too large."""
    if str(path) == "-":
        return sys.stdin.buffer.read()
    try:
        if path.is_dir():
            raise InputError(f"'{path}' is a folder", "name a file in it")
        if path.stat().st_size > _LARGEST:
            raise InputError(f"'{path}' is larger than 100 MB", "split the file")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise NotFoundError(f"no file '{path}'", "check the name") from error
    except OSError as error:
        raise InputError(f"'{path}' cannot be read: {error.strerror}", "check its permissions") from error


def open_file(path: Path) -> BinaryIO:
    """A file to be read piece by piece; raises where it is missing, a folder, or may not be read."""
    try:
        if path.is_dir():
            raise InputError(f"'{path}' is a folder", "name a file in it")
        return path.open("rb")
    except FileNotFoundError as error:
        raise NotFoundError(f"no file '{path}'", "check the name") from error
    except OSError as error:
        raise InputError(f"'{path}' cannot be read: {error.strerror}", "check its permissions") from error


def read_text(path: Path) -> str:
    """The text of a UTF-8 file; raises InputError that names the line of a wrong byte."""
    data = read_file(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputError(f"'{path}' is not UTF-8 (line {line})", "save it as UTF-8") from error


def write_file(path: Path, data: bytes) -> None:
    """Write a file at once: a reader sees the old one or the new one, never half."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise InputError(
            f"'{path}' cannot be written: {error.strerror}", "name a folder that you may write to"
        ) from error
