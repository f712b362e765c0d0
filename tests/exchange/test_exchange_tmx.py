"""TMX: memories come in and go out."""

from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from translate.storage import tmx

from tms.errors import InputError
from tms.exchange import read_tmx, read_tmx_pairs, show_controls, write_tmx, write_tmx_file
from tms.values import BilingualEntry, BilingualFile, MemoryPair, Origin, State

PAIRS = (
    MemoryPair("One <b>", "Un & ]]>", "fr", article="p/s", segment="p1", is_reviewed=True, before="Zero", after="Two"),
    MemoryPair("One", "Uno", "es", origin=Origin.MACHINE, updated_at="2024-05-06T07:08:09+00:00"),
    MemoryPair("Two\n lines", "\u202eمرحبا\n", "fr"),
)


def test_what_was_written_is_read_again() -> None:
    assert read_tmx_pairs(write_tmx(PAIRS, source_language="en"), "a.tmx", source_language="en") == PAIRS


def test_translate_toolkit_reads_the_same_texts() -> None:
    toolkit: Any = tmx.tmxfile
    store = toolkit.parsefile(BytesIO(write_tmx(PAIRS[:1], source_language="en")))
    assert [(unit.source, unit.target) for unit in store.units] == [("One <b>", "Un & ]]>")]


@given(st.text(alphabet="ab <>&\"']\n\t\r\x0c\x85\u2028\ufffe\U0001f600é", min_size=1, max_size=15))
def test_any_text_goes_through_with_its_controls_shown(text: str) -> None:
    pair = MemoryPair(f"s{text}", f"t{text}", "fr", before=f"b{text}")
    shown = show_controls(text)
    read = read_tmx_pairs(write_tmx((pair,), source_language="en"), "a.tmx", source_language="en")
    assert read == (MemoryPair(f"s{shown}", f"t{shown}", "fr", before=f"b{shown}"),)


FOREIGN = """<?xml version="1.0"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="EN-us" segtype="sentence" adminlang="en" o-tmf="x" datatype="html"
 creationtool="x" creationtoolversion="1"/><body>
<tu><tuv xml:lang="en-GB"><seg>A <bpt i="1">&lt;i></bpt>b<ept i="1">&lt;/i></ept></seg></tuv>
<tuv xml:lang="fr-FR" changedate="20200102T030405Z"><seg>À b</seg></tuv><tuv xml:lang="ES"><seg>B</seg></tuv></tu>
<tu><tuv lang="en"><seg>c</seg></tuv><tuv lang="es"><seg>d</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>e</seg></tuv><tuv xml:lang="fr_CA"><seg></seg></tuv></tu>
<tu><tuv xml:lang="de"><seg>g</seg></tuv><tuv xml:lang="fr"><seg>h</seg></tuv></tu>
</body></tmx>""".encode()


def test_memories_of_other_tools_are_read_in_every_language() -> None:
    assert read_tmx_pairs(FOREIGN, "a.tmx", source_language="en") == (
        MemoryPair("A <i>b</i>", "À b", "fr", origin=Origin.IMPORT, updated_at="2020-01-02T03:04:05+00:00"),
        MemoryPair("A <i>b</i>", "B", "es", origin=Origin.IMPORT, updated_at="2020-01-02T03:04:05+00:00"),
        MemoryPair("c", "d", "es", origin=Origin.IMPORT),
    )


def test_a_bilingual_file_has_one_target_language_and_the_numbers_of_the_units() -> None:
    assert read_tmx(FOREIGN, "a.tmx") == BilingualFile(
        "tmx",
        (BilingualEntry(1, "A <i>b</i>", "À b"), BilingualEntry(3, "e", "", state=State.INITIAL)),
        source_language="EN-us",
        target_language="fr-FR",
    )
    assert read_tmx(FOREIGN, "a.tmx", language="es").entries == (
        BilingualEntry(1, "A <i>b</i>", "B"),
        BilingualEntry(2, "c", "d"),
    )


def test_without_a_source_language_the_first_that_is_not_the_target_is_taken() -> None:
    data = write_tmx((MemoryPair("a", "b", "fr"),), source_language="en").replace(b'srclang="en"', b'srclang="*all*"')
    assert read_tmx(data, "a.tmx", language="en").entries == (BilingualEntry(1, "b", "a"),)
    assert read_tmx(data, "a.tmx").entries == (BilingualEntry(1, "a", "b"),)


def test_a_bilingual_file_is_written_without_its_untranslated_entries() -> None:
    file = BilingualFile("po", (BilingualEntry(1, "a", "b"), BilingualEntry(2, "c", "")), "en", "fr")
    assert read_tmx(write_tmx_file(file), "a.tmx") == BilingualFile("tmx", file.entries[:1], "en", "fr")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<tmx>\n<", "'a.tmx' is not well-formed XML at line 2: unclosed token"),
        (b'<!DOCTYPE tmx [<!ENTITY a "b">]><tmx>&a;</tmx>', "'a.tmx' has a DOCTYPE at line 1"),
        (
            b'<!DOCTYPE tmx SYSTEM "a.dtd">\n<tmx>&a;</tmx>',
            "'a.tmx' uses the entity 'a', which is not looked up at line 2",
        ),
        (b"<xliff/>", "'a.tmx' is no TMX file: it begins with <xliff>"),
        (b"<tmx><body/></tmx>", "'a.tmx' has no pair with a text in 'en'"),
    ],
    ids=["cut off", "entities", "skipped entity", "xliff", "no pair"],
)
def test_a_broken_file_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as refusal:
        read_tmx_pairs(data, "a.tmx", source_language="en")
    assert refusal.value.message == message
    assert refusal.value.hint


def test_half_a_character_is_refused() -> None:
    with pytest.raises(InputError, match="the target of entry 1 has half a character"):
        write_tmx((MemoryPair("a", "\ud800", "fr"),), source_language="en")
