"""PO files: what tms writes is what it reads, and what gettext accepts."""

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tms.errors import InputError
from tms.exchange import read_po, show_controls, write_po
from tms.values import BilingualEntry, BilingualFile, State

FILE = BilingualFile(
    "po",
    (
        BilingualEntry(1, "One\ntwo", "Un\ndeux", key="p1", state=State.REVIEWED, revision=3),
        BilingualEntry(2, 'A "b" \\ \t 100% %s', "A « b » \\n", key="p2", state=State.DRAFT, note="look\n\n#here"),
        BilingualEntry(3, "New", "Vieux", key="p3", state=State.REVIEWED, previous_source='Old\n"x"', revision=0),
        BilingualEntry(4, "New", "Vieux", key="p4", previous_source="Older"),
        BilingualEntry(5, "Nothing", "", key="p5", state=State.INITIAL),
        BilingualEntry(6, "a\u2028b\x85c", "\u202eمرحبا\u2029", key="p6"),
    ),
    source_language="en",
    target_language="fr",
    article="project/slug",
)  # fmt: skip
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def msgfmt_says(data: bytes, folder: Path) -> str:
    """What `msgfmt -c` has to say about a PO file."""
    program = shutil.which("msgfmt")
    if program is None:
        pytest.skip("msgfmt is not on this machine")
    path = folder / "a.po"
    path.write_bytes(data)
    run = subprocess.run([program, "-c", "-o", "/dev/null", str(path)], capture_output=True, text=True, check=False)
    return run.stdout + run.stderr


def test_what_was_written_is_read_again() -> None:
    assert read_po(write_po(FILE), "a.po") == FILE


def test_the_file_says_what_gettext_tools_want_to_know() -> None:
    text = write_po(FILE).decode()
    assert '"Language: fr\\n"' in text
    assert '"X-TMS-Article: project/slug\\n"' in text
    assert '"X-Source-Language: en\\n"' in text
    assert '#. state: reviewed\n#. revision: 0\n#, fuzzy\n#| msgid ""\n#| "Old\\n"\n#| "\\"x\\""\nmsgctxt "p3"' in text
    assert '#, fuzzy\nmsgctxt "p2"' in text
    assert 'msgctxt "p5"\nmsgid "Nothing"\nmsgstr ""' in text


def test_msgfmt_finds_nothing(tmp_path: Path) -> None:
    assert msgfmt_says(write_po(FILE), tmp_path) == ""


def test_msgfmt_finds_nothing_in_texts_that_po_has_rules_for(tmp_path: Path) -> None:
    texts = [
        "x",
        "\nx",
        "x\n",
        "\n\nx\n\n",
        "\x00\x07\x08\x0b\x0c\x1b\x7f",
        "a\r\nb\r",
        "\\",
        '"',
        "\\n",
        "\ufeff",
        "%d %",
    ]
    pairs = [(source, target) for source in texts for target in [*texts, "\n", ""]]
    entries = tuple(BilingualEntry(n, source, target, key=f"k{n}") for n, (source, target) in enumerate(pairs, 1))
    data = write_po(BilingualFile("po", entries, target_language=""))
    assert msgfmt_says(data, tmp_path) == ""
    read = read_po(data, "a.po").entries
    assert [entry.source for entry in read] == [show_controls(source) for source, _ in pairs]
    assert [entry.target.strip("\n") for entry in read] == [show_controls(target).strip("\n") for _, target in pairs]


TEXTS = st.text(alphabet='ab é"\\\n\t%{}\u2028\u2029\x85\x1c\ufdd0\U0001f600\u0301\u202e#', min_size=1, max_size=12)


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4))
def test_any_text_goes_through_but_for_its_outer_line_breaks(pairs: list[tuple[str, str]]) -> None:
    pairs = [(source.replace("\ufdd0", ""), target.replace("\ufdd0", "")) for source, target in pairs]
    entries = tuple(
        BilingualEntry(n, f"s{source}", f"t{target}", key=f"k{n}") for n, (source, target) in enumerate(pairs)
    )
    read = read_po(write_po(BilingualFile("po", entries)), "a.po").entries
    assert [(entry.source, entry.target.rstrip("\n")) for entry in read] == [
        (show_controls(entry.source), show_controls(entry.target).rstrip("\n")) for entry in entries
    ]


def test_a_file_of_another_tool_is_read_as_far_as_it_goes() -> None:
    data = """# header comment
msgid ""
msgstr ""
"Language: es\\n"
"Content-Type: text/plain; charset=ISO-8859-1\\n"

# a note
#. for the developer
#: a.c:3
#, c-format
msgid "One"
msgstr "Uno \xf1"

#, fuzzy
#| msgid "Two before"
msgid "Two"
msgstr "Dos"

msgid "%d day"
msgid_plural "%d days"
msgstr[0] "%d día"
msgstr[1] "%d días"

msgctxt ""
msgid "Three"
msgstr ""

#~ msgid "gone"
#~ msgstr "ido"
""".encode("iso-8859-1")
    assert read_po(data, "a.po") == BilingualFile(
        "po",
        (
            BilingualEntry(1, "One", "Uno ñ", note="a note\nfor the developer"),
            BilingualEntry(2, "Two", "Dos", state=State.DRAFT, previous_source="Two before"),
            BilingualEntry(3, "%d day", "%d día"),
            BilingualEntry(4, "%d days", "%d días"),
            BilingualEntry(5, "Three", "", state=State.INITIAL),
        ),
        target_language="es",
    )


def test_a_stale_text_that_was_redone_is_fresh_again() -> None:
    text = write_po(FILE).decode().replace('#, fuzzy\n#| msgid "Older"\n', "")
    assert read_po(text.encode(), "a.po").entries[3] == BilingualEntry(4, "New", "Vieux", key="p4")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "'a.po' is empty"),
        (HEADER.encode() + b'msgid "a\nmsgstr "b"\n', "'a.po' is broken at line 5"),
        (HEADER.encode() + b'msgid "a"\nmsgstr "b "c"\n', "'a.po' is broken at line 6"),
        (HEADER.encode() + b"some words\n", "'a.po' is broken at line 5"),
        (HEADER.encode() + b'msgid "a"\nmsgid "b"\nmsgstr "c"\n', "'a.po' is broken at line 6"),
        (HEADER.encode() + b'msgid "a"\n', "'a.po' has no complete entry at its end, line 6"),
        (HEADER.encode() + b'msgid "\xe9"\nmsgstr "b"\n', "'a.po' is not UTF-8 at line 5"),
        (b"\xde\x12\x04\x95\x00\x00\x00\x00", "'a.po' is not utf-8 at line 1"),
        (b"/etc/passwd", "'a.po' is broken at line 1"),
        (HEADER.replace("UTF-8", "KLINGON").encode(), "'a.po' names a charset that does not exist: KLINGON"),
    ],
    ids=["empty", "open quote", "inner quote", "prose", "two msgid", "cut off", "encoding", "MO", "path", "charset"],
)
def test_a_broken_file_is_refused_with_its_line(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as refusal:
        read_po(data, "a.po")
    assert refusal.value.message == message
    assert refusal.value.hint


def test_half_a_character_is_refused_by_entry() -> None:
    with pytest.raises(InputError) as refusal:
        write_po(BilingualFile("po", (BilingualEntry(7, "a", "b\ud800", key="p7"),)))
    assert refusal.value.message == "the target of entry 7 'p7' has half a character (U+D800) at 2"


def test_a_text_of_a_megabyte_goes_through() -> None:
    text = "mot " * 250_000 + "fin"
    file = BilingualFile("po", (BilingualEntry(1, text, text, key="p"),))
    assert read_po(write_po(file), "a.po") == file
