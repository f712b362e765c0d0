"""TBX: what other tools write is read, what we write is read again to the letter."""

import re
import tracemalloc
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from translate.storage import tbx as toolkit_tbx

from tms.errors import InputError
from tms.exchange import read_tbx, show_controls, write_tbx, write_tbx_v2
from tms.glossary import parse_glossary
from tms.values import Concept, ConceptType, Severity, Term, TermFile, TermProblem, TermStatus

PREFERRED, ADMITTED, DEPRECATED = TermStatus
GLOSSARIES = sorted((Path(__file__).parents[2] / "glossaries").glob("*.toml"))
NAMESPACE = "urn:iso:std:iso:30042:ed-2"


def wrap(entries: str, *, root: str = '<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="{ns}">') -> bytes:
    """A TBX file of these entries, which begin on its second line."""
    name = root[1:].split(maxsplit=1)[0]
    return f"{root.format(ns=NAMESPACE)}<text><body>\n{entries}\n</body></text></{name}>".encode()


def wrap_v2(entries: str) -> bytes:
    """A TBX file of 2008."""
    return wrap(entries, root='<martif type="TBX-Basic" xml:lang="en">')


def entry(terms: str, *, language: str = "en", concept: str = "c1", about: str = "") -> str:
    """An entry of 2019 with the terms of one language."""
    return f'<conceptEntry id="{concept}">{about}<langSec xml:lang="{language}">{terms}</langSec></conceptEntry>'


def section(text: str, notes: str = "") -> str:
    """A term of 2019."""
    return f"<termSec><term>{text}</term>{notes}</termSec>"


def read(entries: str) -> TermFile:
    """The entries of a file of 2019."""
    return read_tbx(wrap(entries), "a.tbx")


def read_term(notes: str, about: str = "") -> Term:
    """The only term of a file, with what stands beside it."""
    (concept,) = read(entry(section("camp", notes), about=about)).concepts
    return concept.terms[0]


# ── What we write is read again ──────────────────────────────────────────────────────────────────

ALPHABET = "ab é\u0301<>&\"']]>\n\t\u2028\x85\u00a0\U0001f600/.@2-\x0c"
TEXTS = st.text(ALPHABET, max_size=8).map(show_controls)
FILLED = TEXTS.filter(bool)
TERM_TEXTS = st.text("ab é\u0301<&\u00a0\U0001f600-", max_size=8).map(
    lambda text: " ".join(part for part in text.split(" ") if part).strip()
)
IDS = st.from_regex(r"[^\W_][\w.-]{0,12}", fullmatch=True)
NAMES = st.sampled_from(
    [
        *("client", "", "descrip", "descrip.", "date", "note", "admin.a/b", "descrip.definition", "concept/@id", "@id"),
        *("term/@id", "termNote.partOfSpeech", "termNote.administrativeStatus", "termNote.normativeAuthorization"),
        *("termNote.geographicalUsage", "termNote.geographicalUsage 2", "termNote.geographicalUsage/@target"),
        *("descrip.context", "descrip.context 2", "descrip.context 3", "descrip.context/@xml:lang", "admin.source"),
        *("descrip.context/admin.source", "descrip.context/admin.source/note", "descrip.context/admin.source 2"),
        *("concept/descrip.definition", "concept/admin.source", "concept/descrip.translatable", "concept/note"),
        *("language/descrip.definition", "language/descrip.definition/admin.source", "language/note"),
        *("language/admin.source", "xref.xGraphic", "concept/xref.xGraphic", "admin.x-tms-extra:client"),
        *("admin.x-tms-reason", "concept/admin.x-tms-form", "termNote.x-tms-form", "transac.transactionType/date"),
    ]
)
VALUES = TEXTS | st.sampled_from(["supersededTerm-admn-sts", "preferredTerm-admn-sts", "forbidden", "no", ""])
LOOSE = st.tuples(NAMES | TEXTS, VALUES).map(lambda pair: (pair,))
# What a reader makes of whole groups, in the order in which an entry has them.
GROUPS = st.lists(
    st.sampled_from(
        [
            (
                ("concept/transac.transactionType", "origination"),
                ("concept/transac.transactionType/date", "2020-01-01"),
            ),
            (("concept/xref.xGraphic", "map"), ("concept/xref.xGraphic/@target", "a.png")),
            (("language/descrip.definition", "d"), ("language/descrip.definition/admin.source", "s")),
            (("@id", "t1"), ("term/@id", "t2")),
            (("termNote.administrativeStatus", "supersededTerm-admn-sts"),),
            (("termNote.geographicalUsage", "FR"), ("termNote.geographicalUsage/admin.source", "s")),
            (("descrip.context", "a"), ("descrip.context/@xml:lang", "en"), ("descrip.context/admin.source", " b ")),
            (("descrip.context 2", "c"), ("descrip.context 2/admin.source", "e"), ("descrip.context 2/note", "\n")),
            (
                ("transac.transactionType", "modification"),
                ("transac.transactionType/transacNote.responsibility", "A. Person"),
                ("transac.transactionType/transacNote.responsibility/@target", "p1"),
            ),
        ]
    ),
    max_size=5,
    unique=True,
)
EXTRAS = (st.lists(LOOSE, max_size=5) | GROUPS).map(lambda parts: tuple(pair for part in parts for pair in part))
TERMS = st.builds(
    Term,
    st.sampled_from(["en", "fr", "es", "fr-CA", "zh-Hans"]),
    TERM_TEXTS.filter(bool),
    st.sampled_from(TermStatus),
    st.lists(FILLED, max_size=3).map(tuple),
    part_of_speech=TEXTS | st.sampled_from(["noun", "noun, adjective", "proper noun", "noun phrase", "verb"]),
    gender=TEXTS | st.sampled_from(["m", "f", "m/f", "n"]),
    number=TEXTS | st.sampled_from(["singular", "plural"]),
    case_sensitive=st.booleans(),
    note=TEXTS,
    reason=TEXTS,
    replacement=TEXTS,
    type=TEXTS | st.sampled_from(["full form", "acronym", "variant", "name"]),
    valid_from=st.none() | st.dates(),
    valid_to=st.none() | st.dates(),
    extra=EXTRAS,
)
CONCEPTS = st.builds(
    Concept,
    IDS,
    st.lists(TERMS, min_size=1, max_size=4).map(tuple),
    definition=TEXTS,
    subject=TEXTS,
    note=TEXTS,
    source=TEXTS,
    enforcement=st.none() | st.sampled_from(Severity),
    do_not_translate=st.booleans(),
    sensitive=st.booleans(),
    type=st.sampled_from(ConceptType),
    first_mention=st.booleans(),
)


@pytest.mark.parametrize("write", [write_tbx, write_tbx_v2], ids=["2019", "2008"])
@settings(deadline=None, max_examples=60)
@given(concepts=st.lists(CONCEPTS, max_size=2, unique_by=lambda concept: concept.id))
def test_concepts_come_back_as_they_were(write: Any, concepts: list[Concept]) -> None:
    found = read_tbx(write(concepts).encode(), "a.tbx")
    assert (found.concepts, found.problems, found.is_partial) == (tuple(concepts), (), False)


@pytest.mark.parametrize("path", GLOSSARIES, ids=lambda path: path.stem)
@pytest.mark.parametrize("write", [write_tbx, write_tbx_v2], ids=["2019", "2008"])
def test_our_glossaries_come_back_as_they_were(write: Any, path: Path) -> None:
    concepts = parse_glossary(path.read_text(encoding="utf-8"), path.name).concepts
    assert read_tbx(write(concepts).encode(), "a.tbx").concepts == concepts


CAMP = Concept(
    "camp",
    (
        Term("en", "camp <x>", part_of_speech="noun", note=" a\n  b "),
        Term("en", "lager", DEPRECATED, reason="borrowed", replacement="camp", extra=(("client", "A & B"),)),
        Term("fr", "camp", forms=("camp", "camps"), gender="m", part_of_speech="proper noun", type="full form"),
    ),
    definition="A place.",
    source="a dictionary",
    enforcement=None,
    type=ConceptType.PLACE,
)
BODY = """\
        <descripGrp><descrip type="definition">A place.</descrip><admin type="source">a dictionary</admin></descripGrp>
        <admin type="x-tms-concept-type">place</admin>
        <admin type="x-tms-enforcement">off</admin>
        <{language} xml:lang="en">
          <{term}>
            <term>camp &lt;x&gt;</term>
            <termNote type="partOfSpeech">noun</termNote>
            <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
            <note> a
  b </note>
          </{term}>
          <{term}>
            <term>lager</term>
            <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
            <admin type="x-tms-reason">borrowed</admin>
            <admin type="x-tms-instead">camp</admin>
            <admin type="x-tms-extra:client">A &amp; B</admin>
          </{term}>
        </{language}>
        <{language} xml:lang="fr">
          <{term}>
            <term>camp</term>
            {part}
            <termNote type="grammaticalGender">masculine</termNote>
            <termNote type="termType">fullForm</termNote>
            <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
            <termNote type="x-tms-form">camp</termNote>
            <termNote type="x-tms-form">camps</termNote>
          </{term}>
        </{language}>
"""
V3 = """\
<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader>
    <fileDesc>
      <sourceDesc>
        <p>Written by tms, white space in texts kept</p>
      </sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
      <conceptEntry id="camp">
{body}      </conceptEntry>
    </body>
  </text>
</tbx>
"""
V2 = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en">
  <martifHeader>
    <fileDesc>
      <sourceDesc>
        <p>Written by tms, white space in texts kept</p>
      </sourceDesc>
    </fileDesc>
    <encodingDesc>
      <p type="XCSURI">TBXBasicXCSV02.xcs</p>
    </encodingDesc>
  </martifHeader>
  <text>
    <body>
      <termEntry id="camp">
{body}      </termEntry>
    </body>
  </text>
</martif>
"""


def test_standard_categories_are_used_and_private_ones_say_the_rest() -> None:
    two_parts = (
        '<termNote type="partOfSpeech">noun</termNote>\n            '
        '<termNote type="x-tms-part-of-speech">proper noun</termNote>'
    )
    assert write_tbx([CAMP]) == V3.format(body=BODY.format(language="langSec", term="termSec", part=two_parts))
    one_part = '<termNote type="partOfSpeech">properNoun</termNote>'
    assert write_tbx_v2([CAMP]) == V2.format(body=BODY.format(language="langSet", term="tig", part=one_part))


def test_translate_toolkit_reads_the_same_terms() -> None:
    toolkit: Any = toolkit_tbx.tbxfile
    store = toolkit.parsestring(write_tbx_v2([CAMP]).encode(), sourcelanguage="en", targetlanguage="fr")
    (unit,) = store.units
    sources = [(term.text, term.deprecated) for term in unit.get_source_terms()]
    targets = [(term.text, term.deprecated) for term in unit.get_target_terms()]
    assert (unit.getid(), sources, targets) == ("camp", [("camp <x>", False), ("lager", True)], [("camp", False)])


def test_no_concepts_make_a_file_of_none() -> None:
    assert read_tbx(write_tbx([]).encode(), "a.tbx") == TermFile(())


def test_control_characters_are_written_as_their_pictures() -> None:
    written = write_tbx([Concept("c", (Term("en", "a\x00b"),), note="x\ry")])
    assert read_tbx(written.encode(), "a.tbx").concepts == (Concept("c", (Term("en", "a\u2400b"),), note="x\ny"),)


def test_half_a_character_is_refused_by_concept() -> None:
    with pytest.raises(InputError) as refusal:
        write_tbx([Concept("c1", (Term("en", "a", note="\ud800"),))])
    assert refusal.value.message == "a text of concept 'c1' has half a character (U+D800)"


def test_title_and_sources_of_the_file_that_is_replaced_stay() -> None:
    original = (
        "<tbx><tbxHeader><fileDesc><titleStmt><title>Law &amp; order</title></titleStmt>"
        "<sourceDesc><p>Made by hand</p></sourceDesc></fileDesc></tbxHeader></tbx>"
    )
    written = write_tbx([CAMP], original=original)
    assert "<title>Law &amp; order</title>" in written
    assert written.index("<p>Written by tms") < written.index("<p>Made by hand</p>")
    assert write_tbx([CAMP], original=written) == written
    with pytest.raises(InputError, match="'the TBX file to be rewritten' is not well-formed XML at line 1"):
        write_tbx([CAMP], original="<tbx>")


@pytest.mark.parametrize("write", [write_tbx, write_tbx_v2], ids=["2019", "2008"])
def test_the_people_whom_a_file_points_to_are_in_it(write: Any) -> None:
    extra = (
        ("transac.transactionType", "origination"),
        ("transac.transactionType/transacNote.responsibility", "A. Person"),
        ("transac.transactionType/transacNote.responsibility/@target", "p1"),
    )
    written = write([Concept("c", (Term("en", "a", extra=extra),))])
    assert '<refObject id="p1"><item type="fn">A. Person</item></refObject>' in written
    assert read_tbx(written.encode(), "a.tbx").concepts[0].terms[0].extra == extra


# ── What other tools write is read ───────────────────────────────────────────────────────────────

DCA = """\
<conceptEntry id="c7">
  <transacGrp><transac type="transactionType">origination</transac><date>2021-03-04</date></transacGrp>
  <descrip type="subjectField">law</descrip>
  <xref type="xGraphic" target="court.png">a court</xref>
  <note>Of both
    kinds.</note>
  <langSec xml:lang="en">
    <descripGrp>
      <descrip type="definition">Where one is
        judged.</descrip>
      <admin type="source">Law Lexicon</admin>
    </descripGrp>
    <termSec>
      <term>court of
        <hi type="italics">law</hi></term>
      <termNote type="partOfSpeech">noun</termNote>
      <termNote type="termType">fullForm</termNote>
      <termNote type="geographicalUsage">GB</termNote>
      <admin type="customerSubset">desk</admin>
      <descripGrp>
        <descrip type="context">The court of law sat.</descrip>
        <admin type="source">a paper</admin>
      </descripGrp>
      <note>First.</note>
      <note>Second.</note>
    </termSec>
    <termSec id="t2">
      <term>law court</term>
      <termNote type="administrativeStatus">supersededTerm-admn-sts</termNote>
    </termSec>
  </langSec>
  <langSec xml:lang="fr">
    <descrip type="definition">Où l’on juge.</descrip>
    <termSec>
      <term>tribunal</term>
      <termNote type="grammaticalGender">masculine</termNote>
      <ref type="crossReference" target="c8">juge</ref>
    </termSec>
  </langSec>
</conceptEntry>"""
COURT = Concept(
    "c7",
    (
        Term(
            "en",
            "court of law",
            part_of_speech="noun",
            type="full form",
            note="First.\nSecond.",
            extra=(
                ("concept/transac.transactionType", "origination"),
                ("concept/transac.transactionType/date", "2021-03-04"),
                ("concept/xref.xGraphic", "a court"),
                ("concept/xref.xGraphic/@target", "court.png"),
                ("termNote.geographicalUsage", "GB"),
                ("admin.customerSubset", "desk"),
                ("descrip.context", "The court of law sat."),
                ("descrip.context/admin.source", "a paper"),
            ),
        ),
        Term(
            "en",
            "law court",
            DEPRECATED,
            extra=(("@id", "t2"), ("termNote.administrativeStatus", "supersededTerm-admn-sts")),
        ),
        Term(
            "fr",
            "tribunal",
            gender="m",
            extra=(
                ("language/descrip.definition", "Où l’on juge."),
                ("ref.crossReference", "juge"),
                ("ref.crossReference/@target", "c8"),
            ),
        ),
    ),
    definition="Where one is judged.",
    subject="law",
    note="Of both kinds.",
    source="Law Lexicon",
)


_CATEGORY = re.compile(r'<(admin|descrip|ref|termNote|transac|xref) type="(\w+)"([^>]*)>(.*?)</\1>', re.DOTALL)
DCT = _CATEGORY.sub(r"<basic:\2\3>\4</basic:\2>", DCA)


def test_a_file_of_2019_is_read_in_dca_style() -> None:
    assert read(DCA).concepts == (COURT,)


def test_a_file_of_2019_is_read_in_dct_style() -> None:
    root = '<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="{ns}" xmlns:basic="http://www.tbxinfo.net/ns/basic">'
    assert "<basic:partOfSpeech>noun</basic:partOfSpeech>" in DCT
    assert read_tbx(wrap(DCT, root=root), "a.tbx").concepts == (COURT,)


def test_a_file_of_2008_is_read_with_its_nested_terms() -> None:
    text = DCA.replace("conceptEntry", "termEntry").replace("langSec", "langSet").replace("termSec", "tig")
    assert read_tbx(wrap_v2(text), "a.tbx").concepts == (COURT,)
    nested = '<langSet xml:lang="EN"><ntig id="n"><termGrp><term id="x">a</term>'
    nested += (
        '<termNote type="partOfSpeech">Noun</termNote></termGrp><descrip type="context">c</descrip></ntig></langSet>'
    )
    data = b'<?xml version="1.0"?>\n<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">\n' + wrap_v2(
        f'<termEntry id="c1">{nested}</termEntry>'
    )
    extra = (("@id", "n"), ("term/@id", "x"), ("descrip.context", "c"))
    assert read_tbx(data, "a.tbx").concepts == (Concept("c1", (Term("en", "a", part_of_speech="noun", extra=extra),)),)


def test_what_was_read_goes_back_to_its_place() -> None:
    written = write_tbx([COURT])
    assert "x-tms-extra" not in written
    for element in (
        '        <transacGrp><transac type="transactionType">origination</transac><date>2021-03-04</date>',
        '        <xref type="xGraphic" target="court.png">a court</xref>\n',
        '          <descrip type="definition">Où l’on juge.</descrip>\n',
        '          <termSec id="t2">\n',
        '            <termNote type="administrativeStatus">supersededTerm-admn-sts</termNote>\n',
        '<descrip type="context">The court of law sat.</descrip><admin type="source">a paper</admin></descripGrp>\n',
        '            <ref type="crossReference" target="c8">juge</ref>\n',
    ):
        assert element in written
    assert "deprecatedTerm" not in written
    assert read_tbx(written.encode(), "a.tbx").concepts == (COURT,)


def test_an_extra_that_cannot_go_back_stands_in_a_private_category() -> None:
    stale = (("concept/@id", "other"), ("termNote.administrativeStatus", "supersededTerm-admn-sts"))
    concept = Concept("c1", (Term("en", "a", extra=stale), Term("fr", "b", extra=(("concept/note", "x"),))))
    written = write_tbx([concept])
    assert '<conceptEntry id="c1">' in written
    assert '<admin type="x-tms-extra:concept/@id">other</admin>' in written
    assert read_tbx(written.encode(), "a.tbx").concepts == (concept,)


IATE = """\
<conceptEntry id="IATE-12">
 <descrip type="subjectField">ΕΕ, 1236</descrip>
 <langSec xml:lang="bg"><termSec><term>клауза</term><termNote type="termType">fullForm</termNote>
  <descrip type="reliabilityCode">9</descrip></termSec></langSec>
 <langSec xml:lang="FR"><termSec><term>CIJ</term><termNote type="termType">abbreviation</termNote>
  <descrip type="reliabilityCode">6</descrip></termSec>
  <termSec><term>Cour internationale</term>
   <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
  <termSec><term>Cour</term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></termSec></langSec>
</conceptEntry>"""


def test_an_entry_of_a_large_term_bank_is_read_in_all_languages() -> None:
    assert read(IATE) == TermFile(
        (
            Concept(
                "IATE-12",
                (
                    Term("bg", "клауза", type="full form", extra=(("descrip.reliabilityCode", "9"),)),
                    Term("fr", "CIJ", ADMITTED, type="abbreviation", extra=(("descrip.reliabilityCode", "6"),)),
                    Term("fr", "Cour internationale"),
                    Term("fr", "Cour", ADMITTED),
                ),
                subject="ΕΕ, 1236",
            ),
        ),
        {
            ("IATE-12", "", ""): 2,
            ("IATE-12", "bg", "клауза"): 4,
            ("IATE-12", "fr", "CIJ"): 6,
            ("IATE-12", "fr", "Cour internationale"): 8,
            ("IATE-12", "fr", "Cour"): 10,
        },
    )


def test_entries_without_ids_are_word_pairs_called_after_their_first_term() -> None:
    pair = '<termEntry>{}<langSet xml:lang="en"><tig><term>{}</term></tig></langSet>'
    pair += '<langSet xml:lang="fr_CA">{}<tig><term>{}</term>{}</tig></langSet></termEntry>\n'
    status = '<termNote type="administrativeStatus">obsolete</termNote>'
    needless = '<descrip type="Translation needed">No</descrip>'
    data = wrap_v2(
        pair.format("<descrip>Work.</descrip>", "Forced labour", "", "travail", status)
        + pair.format(needless, "forced labour!", '<note from="translator">n</note>', "b", "")
        + pair.format("", "强迫", "", "d", "")
    )
    found = read_tbx(data, "a.tbx")
    kept = (("termNote.administrativeStatus", "obsolete"),)
    assert found.is_partial
    assert found.concepts == (
        Concept(
            "forced-labour",
            (Term("en", "Forced labour"), Term("fr-CA", "travail", DEPRECATED, extra=kept)),
            definition="Work.",
        ),
        Concept(
            "forced-labour-2",
            (Term("en", "forced labour!"), Term("fr-CA", "b", note="n")),
            do_not_translate=True,
        ),
        Concept("强迫", (Term("en", "强迫"), Term("fr-CA", "d"))),
    )


def test_a_definition_beside_a_term_is_that_of_the_concept() -> None:
    notes = '<descripGrp><descrip type="definition">D.</descrip><descrip type="context">C.</descrip></descripGrp>'
    (concept,) = read(entry(section("camp", notes))).concepts
    assert concept == Concept("c1", (Term("en", "camp", extra=(("descrip.context", "C."),)),), definition="D.")


@pytest.mark.parametrize(
    ("source", "target", "definition", "left"),
    [
        ("en", "", "E", ["B", "F"]),
        ("de", "fr", "F", ["B", "E"]),
        ("fr", "en", "F", ["B", "E"]),
        ("de", "", "B", ["E", "F"]),
    ],
    ids=["source language", "target language", "source before target", "first"],
)
def test_the_definition_in_the_language_of_the_source_is_taken(
    source: str, target: str, definition: str, left: list[str]
) -> None:
    sections = "".join(
        f'<langSec xml:lang="{code}"><descrip type="definition">{text}</descrip>{section(code)}</langSec>'
        for code, text in (("bg", "B"), ("en-GB", "E"), ("fr", "F"))
    )
    data = wrap(f'<conceptEntry id="c">{sections}</conceptEntry>')
    (concept,) = read_tbx(data, "a.tbx", source_language=source, language=target).concepts
    kept = [value for term in concept.terms for name, value in term.extra if name == "language/descrip.definition"]
    assert (concept.definition, kept) == (definition, left)


def test_several_definitions_subjects_sources_and_notes_are_joined() -> None:
    about = "".join(
        f'<descrip type="definition">D{n}</descrip><descrip type="subjectField">S{n}</descrip>'
        f'<admin type="source">Q{n}</admin><note>N{n}</note>'
        for n in (1, 2)
    )
    (concept,) = read(entry(section("camp"), about=about)).concepts
    assert concept == Concept(
        "c1", (Term("en", "camp"),), definition="D1\nD2", subject="S1; S2", note="N1\nN2", source="Q1\nQ2"
    )


@pytest.mark.parametrize("status", TermStatus)
def test_a_usual_status_is_ours(status: TermStatus) -> None:
    notes = f'<termNote type="administrativeStatus">{status}Term-admn-sts</termNote>'
    assert read_term(notes) == Term("en", "camp", status)


@pytest.mark.parametrize(
    ("value", "status"),
    [
        ("supersededTerm-admn-sts", DEPRECATED), ("preferred", PREFERRED), ("preferredTerm", PREFERRED),
        ("standardizedTerm", PREFERRED), ("Admitted", ADMITTED), ("proposed", ADMITTED), ("forbidden", DEPRECATED),
        ("not recommended", DEPRECATED), ("do-not-use", DEPRECATED),
    ],
)  # fmt: skip
def test_a_status_that_says_more_than_ours_is_kept_beside_it(value: str, status: TermStatus) -> None:
    notes = f'<termNote type="administrativeStatus">{value}</termNote>'
    assert read_term(notes) == Term("en", "camp", status, extra=(("termNote.administrativeStatus", value),))


def test_without_a_status_the_first_term_of_a_language_is_preferred() -> None:
    deprecated = '<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>'
    (concept,) = read(entry(section("a", deprecated) + section("b") + section("c"))).concepts
    assert [term.status for term in concept.terms] == [DEPRECATED, PREFERRED, ADMITTED]


@pytest.mark.parametrize(
    ("category", "value", "field", "expected"),
    [
        ("grammaticalGender", "masculine", "gender", "m"), ("grammaticalGender", "Feminine", "gender", "f"),
        ("grammaticalGender", "neuter", "gender", "n"), ("grammaticalGender", "otherGender", "gender", "m/f"),
        ("grammaticalGender", "other", "gender", "m/f"), ("grammaticalGender", "epicene", "gender", "epicene"),
        ("grammaticalNumber", "single", "number", "singular"), ("grammaticalNumber", "plural", "number", "plural"),
        ("partOfSpeech", "NOUN", "part_of_speech", "noun"), ("partOfSpeech", "Adj", "part_of_speech", "adjective"),
        ("partOfSpeech", "properNoun", "part_of_speech", "proper noun"),
        ("partOfSpeech", "PROPN", "part_of_speech", "proper noun"),
        ("termType", "fullForm", "type", "full form"), ("termType", "acronym", "type", "acronym"),
        ("termType", "transliteratedForm", "type", "transliterated form"),
    ],
)  # fmt: skip
def test_grammar_is_read_in_our_words(category: str, value: str, field: str, expected: str) -> None:
    assert getattr(read_term(f'<termNote type="{category}">{value}</termNote>'), field) == expected


def test_two_genders_and_two_parts_of_speech_are_both_kept() -> None:
    notes = "".join(
        f'<termNote type="grammaticalGender">{gender}</termNote><termNote type="partOfSpeech">{part}</termNote>'
        for gender, part in (("masculine", "noun"), ("feminine", "adjective"))
    )
    assert read_term(notes) == Term("en", "camp", gender="m/f", part_of_speech="noun, adjective")


def test_texts_of_a_pretty_printer_are_read_without_its_indentation() -> None:
    notes = "<note>\n   one\n   two\n\n   three\nfour  five </note>"
    notes += "<descrip type='context'> x </descrip><admin type='a'> </admin>"
    term = read_term(notes)
    assert (term.note, term.extra) == ("one two\n\nthree\nfour  five", (("descrip.context", "x"),))


@pytest.mark.parametrize(
    ("given", "ours", "kept"),
    [
        ("c1", "c1", None), ("IATE-1.b", "IATE-1.b", None), ("_9", "9", None), ("9", "9", None),
        ("a b/c", "a-b-c", "a b/c"), ("__x", "x", "__x"), ("-", "camp", "-"), ("é" * 130, "é" * 120, "é" * 130),
    ],
)  # fmt: skip
def test_an_id_that_cannot_be_ours_is_made_so_and_kept(given: str, ours: str, kept: str | None) -> None:
    (concept,) = read(entry(section("camp"), concept=given)).concepts
    assert (concept.id, concept.terms[0].extra) == (ours, (("concept/@id", kept),) if kept else ())
    written = write_tbx([concept])
    assert f'<conceptEntry id="{kept or ("_9" if ours == "9" else given)}">' in written or ours == "camp"
    assert read_tbx(written.encode(), "a.tbx").concepts == (concept,)


def test_two_made_ids_that_are_the_same_get_numbers() -> None:
    entries = "".join(entry(section(f"t{n}"), concept=given) for n, given in enumerate(("a b", "a-b", "a/b")))
    assert [concept.id for concept in read(entries).concepts] == ["a-b-2", "a-b", "a-b-3"]


@pytest.mark.parametrize(
    ("code", "language"),
    [("en", "en"), ("EN", "en"), ("fr_ca", "fr-CA"), ("zh-hans", "zh-Hans"), ("es-419", "es-419"), ("UIG", "uig")],
)
def test_language_codes_are_read_in_the_usual_letters(code: str, language: str) -> None:
    assert read(entry(section("camp"), language=code)).concepts[0].terms[0].language == language


def test_a_flag_that_a_concept_is_not_to_be_translated_is_read() -> None:
    (off,) = read(entry(section("a"), about='<descrip type="translatable">no</descrip>')).concepts
    (on,) = read(entry(section("a"), about='<descrip type="translatable">yes</descrip>')).concepts
    assert off == Concept("c1", (Term("en", "a"),), do_not_translate=True)
    assert on == Concept("c1", (Term("en", "a", extra=(("concept/descrip.translatable", "yes"),)),))


LEAVES = st.builds(
    lambda kind, category, attribute, text: f'<{kind} type="{category}" {attribute}>{text}</{kind}>',
    st.sampled_from(["admin", "date", "descrip", "note", "ref", "termNote", "transac", "transacNote", "xref", "odd"]),
    st.sampled_from(
        [
            *(
                "context",
                "definition",
                "source",
                "administrativeStatus",
                "normativeAuthorization",
                "partOfSpeech",
                "x 2",
            ),
            *("a/b", "", "x-tms-form", "x-tms-extra:z", "x-tms-reason", "translatable", "transactionType"),
        ]
    ),
    st.sampled_from(["", 'target="t1"', 'target="" junk="x"', 'id="i"']),
    st.sampled_from(["a", " x\n  y ", "", "no", "preferredTerm-admn-sts", "supersededTerm-admn-sts"]),
)
ELEMENTS = st.lists(
    LEAVES
    | st.builds(
        lambda group, leaves: f"<{group}>{''.join(leaves)}</{group}>",
        st.sampled_from(["adminGrp", "descripGrp", "termNoteGrp", "transacGrp"]),
        st.lists(LEAVES, max_size=3),
    ),
    max_size=4,
).map("".join)


@pytest.mark.parametrize("write", [write_tbx, write_tbx_v2], ids=["2019", "2008"])
@settings(deadline=None, max_examples=60)
@given(about=ELEMENTS, of_language=ELEMENTS, of_terms=st.lists(ELEMENTS, min_size=1, max_size=2))
def test_whatever_an_entry_says_is_kept_when_it_is_written(
    write: Any, about: str, of_language: str, of_terms: list[str]
) -> None:
    terms = "".join(section(f"t{number}", notes) for number, notes in enumerate(of_terms))
    found = read(entry(of_language + terms, about=about))
    assert read_tbx(write(found.concepts).encode(), "a.tbx").concepts == found.concepts


# ── What cannot be used is named ─────────────────────────────────────────────────────────────────

GOOD = entry(section("good"), concept="good")


KNOWN = "known are preferredTerm-admn-sts, admittedTerm-admn-sts, deprecatedTerm-admn-sts and supersededTerm-admn-sts"
ODD_STATUS = '<termNote type="administrativeStatus">odd</termNote>'
NO_TERM, NO_TEXT = "give it one, or take the entry out", "write the term, or take it out"
NO_CODE, TWICE = "write it as xml:lang, like en, fr or es", "join the two, or give one of them another id"


@pytest.mark.parametrize(
    ("bad", "problem"),
    [
        ('<conceptEntry id="x">\n</conceptEntry>', TermProblem("the concept 'x' has no term", NO_TERM, 3, "x")),
        ('<conceptEntry>\n<langSec xml:lang="en"/></conceptEntry>', TermProblem("the concept has no term", NO_TERM, 3)),
        (
            entry("\n<termSec>\n<term> <hi> </hi></term></termSec>", concept="x"),
            TermProblem("a term is empty", NO_TEXT, 5, "x", "en"),
        ),
        (entry("\n<termSec/>", concept="x"), TermProblem("a term is empty", NO_TEXT, 4, "x", "en")),
        (
            f'<conceptEntry id="x"><langSec>\n{section("camp")}</langSec></conceptEntry>',
            TermProblem("the term 'camp' has no language", NO_CODE, 4, "x", term="camp"),
        ),
        (
            entry(section("camp"), concept="x", language="in English"),
            TermProblem("the language of 'camp' is 'in English'", NO_CODE, 3, "x", term="camp"),
        ),
        (
            entry("\n" + section("camp", ODD_STATUS), concept="x"),
            TermProblem("the status is 'odd'", KNOWN, 4, "x", "en", "camp"),
        ),
        (
            entry(section("camp", '<admin type="x-tms-valid-to">soon</admin>'), concept="x"),
            TermProblem("'x-tms-valid-to' is 'soon'", "write a date as 2026-01-31", 3, "x", "en", "camp"),
        ),
        (
            entry(section("camp"), concept="x", about='<admin type="x-tms-enforcement">hard</admin>'),
            TermProblem("'x-tms-enforcement' is 'hard'", "it may be error, warning, info, off", 3, "x"),
        ),
        (
            entry(section("again"), concept="good"),
            TermProblem("the concept 'good' is there twice, first on line 2", TWICE, 3, "good"),
        ),
    ],
    ids=[
        *("no language", "no id", "empty", "no term", "language unsaid", "odd language", "status", "date"),
        *("enforcement", "twice"),
    ],
)
def test_a_concept_that_cannot_be_used_is_named_with_its_line(bad: str, problem: TermProblem) -> None:
    found = read(f"{GOOD}\n{bad}\n{entry(section('last'), concept='last')}")
    assert [concept.id for concept in found.concepts] == ["good", "last"]
    assert found.problems == (problem,)


MALFORMED = "'a.tbx' is not well-formed XML at line"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "'a.tbx' is empty"),
        (b" \n ", "'a.tbx' is empty"),
        (b"\n<xliff/>", "'a.tbx' line 2: this is no TBX, it begins with <xliff>"),
        (b"source,target\n", f"{MALFORMED} 1: syntax error"),
        (wrap(DCA)[:600], f"{MALFORMED} 16: unclosed token"),
        (wrap(entry(section("caf\xe9"))).decode().encode("latin-1"), f"{MALFORMED} 2: not well-formed (invalid token)"),
        (wrap(entry(section("a\0b"))), f"{MALFORMED} 2: not well-formed (invalid token)"),
        (b'<!DOCTYPE martif [<!ENTITY a "b">]>\n<martif/>', "'a.tbx' has a DOCTYPE at line 1"),
        (
            b'<!DOCTYPE martif SYSTEM "x.dtd">\n<martif>&e;</martif>',
            "'a.tbx' uses the entity 'e', which is not looked up at line 2",
        ),
        (wrap(entry(section("<hi>" * 1_000 + "</hi>" * 1_000))), "'a.tbx' nests elements deeper than 100 at line 2"),
    ],
    ids=["empty", "blank", "other XML", "a table", "cut off", "latin-1", "NUL", "entities", "an entity", "nested"],
)
def test_what_is_no_tbx_is_refused_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as refusal:
        read_tbx(data, "a.tbx")
    assert refusal.value.message == message
    assert refusal.value.hint


def test_a_billion_laughs_are_not_laughed() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    data = f'<!DOCTYPE tbx [<!ENTITY l0 "ha">{laughs}]>\n<tbx>&l9;</tbx>'.encode()
    tracemalloc.start()
    with pytest.raises(InputError, match="has a DOCTYPE"):
        read_tbx(data, "a.tbx")
    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()


def test_a_term_of_five_megabytes_is_a_term() -> None:
    found = read(entry(section(f"{'x' * 5_000_000}", f"<note>{' ' * 100_000}\n y</note>"))).concepts
    assert [(len(term.text), term.note) for term in found[0].terms] == [(5_000_000, "y")]


def test_attributes_that_mean_nothing_are_passed_over() -> None:
    notes = '<termNote type="partOfSpeech" xml:lang="en" junk="&quot;&lt;" x="">noun</termNote>'
    notes += '<descrip type="context" a="b" target="t">c</descrip>'
    extra = (("descrip.context", "c"), ("descrip.context/@target", "t"))
    assert read_term(notes) == Term("en", "camp", part_of_speech="noun", extra=extra)


def test_dates_of_a_term_are_read() -> None:
    notes = '<admin type="x-tms-valid-from">2020-01-31</admin>'
    assert read_term(notes) == Term("en", "camp", valid_from=date(2020, 1, 31))
