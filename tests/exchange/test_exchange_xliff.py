"""XLIFF: 1.2 and 2.x are read, 2.1 is written."""

from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from translate.storage import xliff2

from tms.errors import InputError
from tms.exchange import read_xliff, show_controls, write_xliff
from tms.values import BilingualEntry, BilingualFile, State

FILE = BilingualFile(
    "xliff",
    (
        BilingualEntry(1, "One\ntwo", "Un\n deux ", key="p1", state=State.REVIEWED, revision=3),
        BilingualEntry(2, '<b>a</b> &amp; ]]> "q"', "<b>à</b>", key="p2", state=State.DRAFT, note="look\nhere"),
        BilingualEntry(3, "New", "Vieux", key="p3", previous_source="Old <i>"),
        BilingualEntry(4, "Nothing", "", key="p4", state=State.INITIAL),
        BilingualEntry(5, "a", "\u202eمرحبا", key="a key, with spaces"),
        BilingualEntry(6, "a", "b"),
    ),
    source_language="en",
    target_language="fr",
    article="project/slug",
)  # fmt: skip


def test_what_was_written_is_read_again() -> None:
    assert read_xliff(write_xliff(FILE), "a.xlf") == FILE


def test_translate_toolkit_reads_the_same_texts() -> None:
    toolkit: Any = xliff2.Xliff2File
    store = toolkit.parsefile(BytesIO(write_xliff(FILE)))
    assert [(unit.source, unit.target or "") for unit in store.units] == [(e.source, e.target) for e in FILE.entries]


def test_a_draft_has_its_sub_state_and_the_key_is_the_id() -> None:
    text = write_xliff(FILE).decode()
    assert '<unit id="p2"' in text
    assert '<segment state="initial" subState="tms:draft">' in text
    assert 'version="2.1" srcLang="en" trgLang="fr"' in text


@given(st.text(alphabet="ab <>&\"']\n\t\r\x0c\x1b\x7f\x85\u2028\ufffe\ufeff\U0001f600é", max_size=15))
def test_any_text_goes_through_with_its_controls_shown(text: str) -> None:
    file = BilingualFile("xliff", (BilingualEntry(1, text, f"x{text}", key="k", note=f"n{text}"),))
    entry = read_xliff(write_xliff(file), "a.xlf").entries[0]
    shown = show_controls(text)
    assert (entry.source, entry.target, entry.note) == (shown, f"x{shown}", f"n{shown}")


def test_control_characters_are_shown_as_their_pictures() -> None:
    assert show_controls("a\x00\x0c\x1b\x7f\uffff\t\r\nb\rc\u2028") == "a␀␌␛␡\ufffd\t\nb\nc\u2028"


OLD = """<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a" source-language="en" target-language="fr" datatype="plaintext"><body>
<group id="g"><trans-unit id="1"><source>A <g id="1">b</g><x id="2" equiv-text="{c}"/></source>
<target state="final">À <bpt id="1">&lt;b></bpt>b<ept id="1">&lt;/b></ept></target>
<alt-trans><target>other</target></alt-trans><note>n</note></trans-unit></group>
<trans-unit id="2" approved="yes"><source>c</source><target>d</target></trans-unit>
<trans-unit id="3"><source>e</source><target state="needs-translation">f</target></trans-unit>
<trans-unit id="4"><source>g</source><target state="translated"/></trans-unit>
<trans-unit id="5"><source>h</source></trans-unit>
<trans-unit id="6"><source>i</source><target>j</target></trans-unit>
</body></file>
<file original="b" source-language="en" target-language="es" datatype="plaintext"><body>
<trans-unit id="1"><source>k</source><target>l</target></trans-unit></body></file>
</xliff>"""


def test_version_1_2_is_read() -> None:
    assert read_xliff(OLD.encode(), "a.xlf", language="fr-CA") == BilingualFile(
        "xliff",
        (
            BilingualEntry(1, "A b{c}", "À <b>b</b>", key="1", state=State.REVIEWED, note="n"),
            BilingualEntry(2, "c", "d", key="2", state=State.REVIEWED),
            BilingualEntry(3, "e", "f", key="3", state=State.DRAFT),
            BilingualEntry(4, "g", "", key="4", state=State.INITIAL),
            BilingualEntry(5, "h", "", key="5", state=State.INITIAL),
            BilingualEntry(6, "i", "j", key="6"),
        ),
        source_language="en",
        target_language="fr",
    )
    assert len(read_xliff(OLD.encode(), "a.xlf").entries) == 7


NEW = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="es"><file id="f">
<group id="g"><unit id="u1" name="other"><notes><note>n1</note><note>n2</note></notes>
<originalData><data id="d1">&lt;br/></data><data id="d2">&lt;b></data><data id="d3">&lt;/b></data></originalData>
<segment state="final"><source>A<ph id="1" dataRef="d1"/><pc id="2" dataRefStart="d2" dataRefEnd="d3">b</pc></source>
<target>Á<mrk id="m" type="term">b</mrk><ph id="1" equiv="[x]"/><cp hex="0007"/></target></segment></unit></group>
<unit id="u2"><segment id="s1"><source>c</source><target>d</target></segment><ignorable><source> </source></ignorable>
<segment><source>e</source></segment></unit>
<unit id="u3"><segment state="initial"><source>f</source><target>g</target></segment></unit></file></xliff>"""


def test_version_2_0_is_read() -> None:
    assert read_xliff(NEW.encode(), "a.xlf") == BilingualFile(
        "xliff",
        (
            BilingualEntry(1, "A<br/><b>b</b>", "Áb[x]\x07", key="u1", state=State.REVIEWED, note="n1\nn2"),
            BilingualEntry(2, "c", "d", key="u2#s1"),
            BilingualEntry(3, "e", "", key="u2#2", state=State.INITIAL),
            BilingualEntry(4, "f", "g", key="u3", state=State.DRAFT),
        ),
        source_language="en",
        target_language="es",
    )


def test_a_unit_of_ours_that_was_cut_into_segments_is_one_entry_again() -> None:
    whole = '<segment state="translated"><source>One. Two.</source><target>Un. Deux.</target></segment>'
    data = write_xliff(BilingualFile("xliff", (BilingualEntry(1, "One. Two.", "Un. Deux.", key="p1"),)))
    cut = (
        b'<segment state="translated"><source>One.</source><target>Un.</target></segment>'
        b"<ignorable><source> </source></ignorable><segment><source>Two.</source></segment>"
    )
    assert data.count(whole.encode()) == 1
    entry = read_xliff(data.replace(whole.encode(), cut), "a.xlf").entries[0]
    assert (entry.key, entry.source, entry.target, entry.state) == ("p1", "One. Two.", "Un. Two.", State.DRAFT)


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><xliff version="1.2">&b;</xliff>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "'a.xlf' is empty"),
        (b"<xliff>\n<file>\n</xliff>", "'a.xlf' is not well-formed XML at line 3: mismatched tag"),
        (BOMB.encode(), "'a.xlf' has a DOCTYPE at line 1"),
        (b'<!DOCTYPE xliff SYSTEM "x.dtd"><xliff/>', "'a.xlf' has a DOCTYPE at line 1"),
        (b"<xliff>&nbsp;</xliff>", "'a.xlf' is not well-formed XML at line 1: undefined entity"),
        (b"<html/>", "'a.xlf' is no XLIFF file: it begins with <html>"),
        (b"<a>" * 200, "'a.xlf' nests elements deeper than 100 at line 1"),
        (
            b"<?xml version='1.0' encoding='klingon'?><a/>",
            "'a.xlf' is not well-formed XML at line 1: unknown encoding: klingon",
        ),
        (b"\xff\xfe\x00", "'a.xlf' is not well-formed XML at line 1: unclosed token"),
    ],
    ids=["empty", "tags", "entities", "DTD", "entity", "html", "depth", "encoding", "binary"],
)
def test_a_broken_file_is_refused_with_its_line(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as refusal:
        read_xliff(data, "a.xlf")
    assert refusal.value.message == message
    assert refusal.value.hint


def test_half_a_character_is_refused() -> None:
    with pytest.raises(InputError, match="the target of entry 1 'k' has half a character"):
        write_xliff(BilingualFile("xliff", (BilingualEntry(1, "a", "\udfff", key="k"),)))
