"""CSV and TSV: RFC 4180, and no cell that a spreadsheet would run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tms.errors import InputError
from tms.exchange import read_csv, read_tsv, write_csv, write_tsv
from tms.values import BilingualEntry, BilingualFile, State

TEXTS = st.text(alphabet="ab =+-@\t\r\n'\"',;\u2028\x85\ufeff\uff1dé\x0c\x1b", max_size=10)


def pair(number: int, source: str, target: str) -> BilingualEntry:
    """An entry of a file that has two columns."""
    return BilingualEntry(number, source, target, state=State.TRANSLATED if target else State.INITIAL)


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=4))
def test_every_text_comes_back(rows: list[tuple[str, str, str]]) -> None:
    entries = tuple(
        BilingualEntry(n, source, f"x{target}", key=f"-k{n}", state=State.DRAFT, note=note, revision=n)
        for n, (source, target, note) in enumerate(rows, 1)
    )
    languages = {"source_language": "en", "target_language": "fr"}
    comma = BilingualFile("csv", entries, **languages, article="-p/s")
    assert read_csv(write_csv(comma), "a.csv") == comma
    tab = BilingualFile("tsv", entries, **languages)
    assert read_tsv(write_tsv(tab), "a.tsv") == tab


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\uff1d", "\n"])
def test_no_cell_begins_like_a_formula(start: str) -> None:
    file = BilingualFile("csv", (BilingualEntry(1, f"{start}1+1", f"{start}cmd", key="k", previous_source="=0"),))
    row = write_csv(file).decode().split("\r\n", 1)[1]
    assert row == row.replace(f",{start}", "").replace(f',"{start}', "")
    assert f"'{start}1+1" in row
    assert read_csv(write_csv(file), "a.csv") == file


def test_an_apostrophe_in_front_comes_back() -> None:
    file = BilingualFile("csv", (BilingualEntry(1, "'=a", "'+"), BilingualEntry(2, "'tis", "'")))
    assert write_csv(file).decode().split("\r\n")[1] == ",''=a,''+,translated,,,,. . ."
    assert read_csv(write_csv(file), "a.csv") == file


def test_an_apostrophe_of_another_tool_is_text() -> None:
    assert read_csv(b"source,target\n'=a,''b\n", "a.csv").entries == (pair(1, "'=a", "''b"),)


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("source,target\na,b\n", (pair(1, "a", "b"),)),
        ('\ufeff"Source" , TARGET \r\n\r\na,b', (pair(1, "a", "b"),)),
        ("id,target,x,source\n1,b,,a\n", (pair(1, "a", "b"),)),
        ('source;target\n"a;1";b, c\n', (pair(1, "a;1", "b, c"),)),
        ("source\ttarget\na\tb", (pair(1, "a", "b"),)),
        ('"source","target"\n"a ""b""\nc","d"\n', (pair(1, 'a "b"\nc', "d"),)),
        ('source,target\na 5" b,c\n', (pair(1, 'a 5" b', "c"),)),
        ("source,target\na\nb,\n", (pair(1, "a", ""), pair(2, "b", ""))),
        ("source,target\ra,b\rc,d", (pair(1, "a", "b"), pair(2, "c", "d"))),
        ("source,target\na\u2028b,c\x0bd\n", (pair(1, "a\u2028b", "c\x0bd"),)),
        ("source,target\n,,,\na,b,,\n", (pair(1, "a", "b"),)),
        ("source,target\n", ()),
    ],
    ids=[
        *(
            "plain",
            "header in disguise",
            "other columns",
            "semicolons",
            "tabs",
            "quoted",
            "a quote inside",
            "short row",
        ),
        *("carriage returns", "separators", "empty cells", "no rows"),
    ],
)
def test_what_other_tools_write_is_read(text: str, entries: tuple[BilingualEntry, ...]) -> None:
    assert read_csv(text.encode(), "a.csv").entries == entries


def test_known_columns_are_read() -> None:
    data = b"key,source,target,state,note,revision\np1,a,b,Reviewed,n,4\np2,a,b,odd,,x\np3,a,,reviewed,,\n"
    assert read_csv(data, "a.csv", language="fr") == BilingualFile(
        "csv",
        (
            BilingualEntry(1, "a", "b", key="p1", state=State.REVIEWED, note="n", revision=4),
            BilingualEntry(2, "a", "b", key="p2"),
            BilingualEntry(3, "a", "", key="p3", state=State.INITIAL),
        ),
        target_language="fr",
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "'a.csv' is empty"),
        (b"source,cible\na,b\n", "'a.csv' has no header line with source and target"),
        (b"source,target,source\na,b,c\n", "'a.csv' names a column twice in its header"),
        (b"source,target\na,b\nc, d, e\n", "'a.csv' has 3 cells at line 3, its header 2"),
        (b'source,target\n"a\nb",c\n"d" e,f\n', "'a.csv' has text after a closing quote at line 4"),
        (b'source,target\na,"b\nc\n', "'a.csv' has a quote at line 2 that is never closed"),
        (b"source,target\na,\xe9\n", "'a.csv' is not UTF-8 at line 2"),
        (b"source,target\na,\x00\n", "'a.csv' looks like a binary file"),
    ],
    ids=["empty", "header", "twice", "too many cells", "after a quote", "open quote", "encoding", "NUL"],
)
def test_a_broken_file_is_refused_with_its_line(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as refusal:
        read_csv(data, "a.csv")
    assert refusal.value.message == message
    assert refusal.value.hint


def test_half_a_character_is_refused() -> None:
    with pytest.raises(InputError, match="the source of entry 1 has half a character"):
        write_csv(BilingualFile("csv", (BilingualEntry(1, "\udc80", ""),)))


def test_a_cell_of_a_megabyte_goes_through() -> None:
    text = 'mot "x"\n' * 130_000
    assert (
        read_csv(write_csv(BilingualFile("csv", (BilingualEntry(1, text, text),))), "a.csv").entries[0].target == text
    )
