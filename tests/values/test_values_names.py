"""Every value is there under its name, and asking for one reads no more than it needs."""

import subprocess
import sys

import pytest

import tms.values


@pytest.mark.parametrize("name", tms.values.__all__)
def test_every_name_is_there(name: str) -> None:
    assert getattr(tms.values, name) is not None


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="Nonsense"):
        _ = vars(tms.values)["__getattr__"]("Nonsense")


def test_a_row_of_the_desk_reads_no_other_values() -> None:
    code = (
        "import sys; from tms.values import DeskRow; print(*(name for name in sys.modules if name.startswith('tms.')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) <= {f"tms.values{one}" for one in ("", ".vocabulary", ".desks", ".notices")}
