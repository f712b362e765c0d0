"""Lists of terms of other tools: word pairs, columns by language, and what cannot be used."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tms.errors import InputError
from tms.exchange import (
    TERM_FORMATS,
    TermFormat,
    read_tbx,
    read_term_table,
    read_term_table_file,
    write_tbx,
    write_tbx_v2,
)
from tms.exchange.concept_ids import make_slug
from tms.values import Concept, Term, TermFile, TermProblem, TermStatus

PREFERRED, ADMITTED, DEPRECATED = TermStatus


def read(text: str, *, language: str = "fr") -> TermFile:
    """A list from English into French."""
    return read_term_table(text, "a.csv", language=language)


def pair(source: str, target: str, note: str = "") -> Concept:
    """A concept of a list of pairs."""
    return Concept(make_slug(source), (Term("en", source), Term("fr", target, note=note)))


# ── Word pairs without a header ──────────────────────────────────────────────────────────────────

OMEGAT = """\
# Glossary in tab-separated format -*- coding: utf-8 -*-
forced labour\ttravail forcé\tILO "Convention"
forced labour\ttravail imposé
"free" trade\tcommerce "libre"
"say ""no"" twice"\t"dire, non"

alone
"""


def test_pairs_with_tabs_are_read_without_comments() -> None:
    assert read(OMEGAT) == TermFile(
        (
            Concept(
                "forced-labour",
                (
                    Term("en", "forced labour"),
                    Term("fr", "travail forcé", note='ILO "Convention"'),
                    Term("fr", "travail imposé", ADMITTED),
                ),
            ),
            pair('"free" trade', 'commerce "libre"'),
            pair('say "no" twice', "dire, non"),
            Concept("alone", (Term("en", "alone"),)),
        ),
        {
            ("forced-labour", "", ""): 2,
            ("forced-labour", "en", "forced labour"): 2,
            ("forced-labour", "fr", "travail forcé"): 2,
            ("forced-labour", "fr", "travail imposé"): 3,
            ("free-trade", "", ""): 4,
            ("free-trade", "en", '"free" trade'): 4,
            ("free-trade", "fr", 'commerce "libre"'): 4,
            ("say-no-twice", "", ""): 5,
            ("say-no-twice", "en", 'say "no" twice'): 5,
            ("say-no-twice", "fr", "dire, non"): 5,
            ("alone", "", ""): 7,
            ("alone", "en", "alone"): 7,
        },
        is_partial=True,
    )


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ('camp,"le camp, dit",note\n', (pair("camp", "le camp, dit", "note"),)),
        ("camp;le camp\r\nlaw;loi", (pair("camp", "le camp"), pair("law", "loi"))),
        ("\ufeff# it's \"so\ncamp,c\n", (pair("camp", "c"),)),
        (
            "camp\tc\tn\tmore\n",
            (Concept("camp", (Term("en", "camp"), Term("fr", "c", note="n", extra=(("column 4", "more"),)))),),
        ),
        ('"two\nlines",c\nd,e\n', (pair("two lines", "c"), pair("d", "e"))),
        ("  camp \u00a0, le  camp\n", (pair("camp", "le camp"),)),
        ("'=camp,'-c,'tis\n", (pair("=camp", "-c", "'tis"),)),
        ("no,si\n", (pair("no", "si"),)),
        ("term\tterme\nsource\tsource\n", (pair("term", "terme"), pair("source", "source"))),
        ("note\tnote\n", (pair("note", "note"),)),
        ("terms\ttermes\tnote\n", (pair("terms", "termes", "note"),)),
        ("law\tloi\tn\nlaw\tloi\tn\nlaw\tloi\tm\n", (pair("law", "loi", "n\nm"),)),
        ("status\tstatut\n", (pair("status", "statut"),)),
    ],
    ids=[
        *("quoted", "semicolons", "comment", "further cell", "line end", "spaces", "apostrophes", "codes"),
        *("names of columns", "note", "nearly names", "again", "status"),
    ],
)
def test_pairs_are_read_as_they_come(text: str, concepts: tuple[Concept, ...]) -> None:
    found = read(text)
    assert (found.concepts, found.problems, found.is_partial) == (concepts, (), True)


def test_the_languages_of_pairs_are_those_asked_for() -> None:
    found = read_term_table("Haus\tmaison\n", "a.txt", source_language="de", language="fr")
    assert found.concepts == (Concept("haus", (Term("de", "Haus"), Term("fr", "maison"))),)


@pytest.mark.parametrize(
    ("term", "slug"),
    [
        ("Forced Labour", "forced-labour"), ("l’État d’Été", "l-etat-d-ete"), ("Straße", "strasse"), ("C++", "c"),
        ("强迫劳动", "强迫劳动"), ("ئۇيغۇر تىلى", "ئۇيغۇر-تىلى"), ("++", "concept"), ("x" * 200, "x" * 100),
    ],
)  # fmt: skip
def test_a_pair_is_called_after_its_source_term(term: str, slug: str) -> None:
    assert [concept.id for concept in read(f"{term}\tt\n").concepts] == [slug]


def test_different_terms_with_the_same_name_get_numbers() -> None:
    assert [concept.id for concept in read("C\ta\nC++\tb\nc-2\td\nc#\te\n").concepts] == ["c", "c-2", "c-2-2", "c-3"]


# ── Word pairs with a header ─────────────────────────────────────────────────────────────────────

WEBLATE = """\
"location","source","target","id","fuzzy","context","translator_comments","developer_comments","flags"
"","camp","camp","7f","False","","said so","where people are held",""
"","lead","plomb","","True","metal","","","terminology"
"","lager","lagre","","","","","","forbidden, max-length:9"
"","UNHCR","UNHCR","","","","","","read-only, terminology"
"","later","","","","","not yet","","forbidden"
"""


def test_a_download_of_pairs_is_read_with_its_flags() -> None:
    found = read(WEBLATE)
    assert found.is_partial
    assert found.concepts == (
        Concept(
            "camp",
            (Term("en", "camp"), Term("fr", "camp", note="said so", extra=(("id", "7f"),))),
            note="where people are held",
        ),
        Concept("lead", (Term("en", "lead"), Term("fr", "plomb", ADMITTED, extra=(("context", "metal"),)))),
        Concept("lager", (Term("en", "lager"), Term("fr", "lagre", DEPRECATED, extra=(("flags", "max-length:9"),)))),
        Concept("unhcr", (Term("en", "UNHCR"), Term("fr", "UNHCR")), do_not_translate=True),
        Concept("later", (Term("en", "later"),), note="not yet"),
    )


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("source,target\ncamp,c\n", pair("camp", "c")),
        ("Source;Target;Note\r\ncamp;c;n\r\n", pair("camp", "c", "n")),
        ("target\tsource\tcomment\nc\tcamp\tn\n", pair("camp", "c", "n")),
        ("Source (en),Target (fr)\ncamp,c\n", pair("camp", "c")),
        (
            "source term,translation,explanation\ncamp,c,n\n",
            Concept("camp", (Term("en", "camp"), Term("fr", "c")), note="n"),
        ),
        (
            "# a comment\nsource,target,client\ncamp,c,x\n",
            Concept("camp", (Term("en", "camp"), Term("fr", "c", extra=(("client", "x"),)))),
        ),
        (
            "source,target,pos,status,gender\ncamp,c,Noun,not recommended,masculine\n",
            Concept(
                "camp",
                (
                    Term("en", "camp", part_of_speech="noun"),
                    Term("fr", "c", DEPRECATED, part_of_speech="noun", gender="m"),
                ),
            ),
        ),
    ],
    ids=["plain", "semicolons", "other order", "languages", "other words", "own column", "grammar"],
)
def test_pairs_with_a_header_are_read(text: str, concept: Concept) -> None:
    found = read(text)
    assert (found.concepts, found.problems, found.is_partial) == ((concept,), (), True)


# ── Columns by language ──────────────────────────────────────────────────────────────────────────

CROWDIN = """\
Concept ID,Concept Definition,Concept Subject,Concept Note,Concept Translatable,Term [en],Description [en],\
Part of Speech [en],Status [en],Type [en],Note [en],URL [en],Term [fr],Status [fr],Gender [fr],Term [fr],Status [fr]
12 a,A place.,law,of war,no,camp,where one is held,proper noun,preferred,full form,held,x.org,camp,,masculine,lager,\
not recommended
12 a,,,,,site,,noun,,,,,,,,,
13,,,,yes,law,,,,,,,loi,admitted,feminine,,
"""


def test_columns_of_terms_in_every_language_are_read() -> None:
    found = read_term_table(CROWDIN, "a.csv")
    assert (found.is_partial, found.problems) == (False, ())
    assert found.concepts == (
        Concept(
            "12-a",
            (
                Term(
                    "en",
                    "camp",
                    part_of_speech="proper noun",
                    type="full form",
                    note="held",
                    extra=(("concept/@id", "12 a"), ("URL [en]", "x.org")),
                ),
                Term("fr", "camp", gender="m"),
                Term("fr", "lager", DEPRECATED),
                Term("en", "site", ADMITTED, part_of_speech="noun"),
            ),
            definition="A place.\nwhere one is held",
            subject="law",
            note="of war",
            do_not_translate=True,
        ),
        Concept("13", (Term("en", "law"), Term("fr", "loi", ADMITTED, gender="f"))),
    )
    assert (found.lines["12-a", "", ""], found.lines["12-a", "en", "site"], found.lines["13", "fr", "loi"]) == (2, 3, 4)
    assert read_tbx(write_tbx(found.concepts).encode(), "a.tbx").concepts == found.concepts


@pytest.mark.parametrize(
    ("text", "concepts", "is_partial"),
    [
        (
            "en,fr,es\ncamp,camp,campo\nlaw,,ley\n",
            (
                Concept("camp", (Term("en", "camp"), Term("fr", "camp"), Term("es", "campo"))),
                Concept("law", (Term("en", "law"), Term("es", "ley"))),
            ),
            True,
        ),
        (
            "FR;en_gb;Note\nloi;law;n\n",
            (Concept("law", (Term("en-GB", "law"), Term("fr", "loi")), note="n"),),
            True,
        ),
        (
            "id,en,fr\nA1,law,loi\n",
            (Concept("A1", (Term("en", "law"), Term("fr", "loi"))),),
            False,
        ),
        (
            "en,fr,id\nlaw,loi,hukum\n",
            (Concept("law", (Term("en", "law"), Term("fr", "loi"), Term("id", "hukum"))),),
            True,
        ),
        (
            "en,en,fr,fr\nlaw,statute,loi,loi\n",
            (Concept("law", (Term("en", "law"), Term("en", "statute", ADMITTED), Term("fr", "loi"))),),
            True,
        ),
        (
            "term;description;case_sensitive;translatable;forbidden;tags;en;fr;fr_description\nUN;d;yes;no;;t;UN;ONU;o\n",
            (
                Concept(
                    "un",
                    (
                        Term("en", "UN", case_sensitive=True, extra=(("tags", "t"),)),
                        Term("fr", "ONU", case_sensitive=True, note="o"),
                    ),
                    definition="d",
                    do_not_translate=True,
                ),
            ),
            True,
        ),
        (
            "term,pos,comment,translation_fr,comment_fr\ncamp,noun,hello,camp,bonjour\n",
            (
                Concept(
                    "camp",
                    (
                        Term("en", "camp", part_of_speech="noun"),
                        Term("fr", "camp", part_of_speech="noun", note="bonjour"),
                    ),
                    note="hello",
                ),
            ),
            True,
        ),
        (
            "concept,language,term,status,note,source\nlaw,en,law,preferred,n,UN\nlaw,fr,loi,,,\n",
            (Concept("law", (Term("en", "law", note="n"), Term("fr", "loi")), source="UN"),),
            False,
        ),
        (
            "Term [en],Part of Speech [en],Term [fr]\nmarch,noun,marche\nmarch,verb,marcher\n",
            (
                Concept("march", (Term("en", "march", part_of_speech="noun"), Term("fr", "marche"))),
                Concept("march-2", (Term("en", "march", part_of_speech="verb"), Term("fr", "marcher"))),
            ),
            True,
        ),
    ],
    ids=[
        *("codes", "regions", "ids", "Indonesian", "twice", "term and codes", "suffixes", "language in the row"),
        "homographs",
    ],
)
def test_columns_by_language_are_read(text: str, concepts: tuple[Concept, ...], *, is_partial: bool) -> None:
    found = read_term_table(text, "a.csv")
    assert (found.concepts, found.problems, found.is_partial) == (concepts, (), is_partial)


# ── What cannot be used is named ─────────────────────────────────────────────────────────────────

FEWER = "put quotation marks around a cell that holds a separator"
QUOTES = "close every quotation mark; double one inside a cell"


@pytest.mark.parametrize(
    ("text", "problems", "ids"),
    [
        (
            "camp\tc\n\tsans\nlaw\tloi\n",
            (TermProblem("the row has no source term", "write the term that it translates, or take the row out", 2),),
            ["camp", "law"],
        ),
        (
            "target,source\nc\nloi,law\n",
            (TermProblem("the row has no source term", "write the term that it translates, or take the row out", 2),),
            ["law"],
        ),
        ("en,fr\na,b,c\nd,e\n", (TermProblem("3 cells under 2 columns", FEWER, 2),), ["d"]),
        ("en,fr\na,b,\nd,e\n", (), ["a", "d"]),
        (
            "id,en,fr,note\n7,,,n\n8,law,loi,\n",
            (TermProblem("there is no term in the row", "write one, or take the row out", 2, "7"),),
            ["8"],
        ),
        (
            "id,en,Status [en]\n7,a,preferred\n8,law,\n7,b,odd\n",
            (TermProblem("the status is 'odd'", "it is preferred, admitted or deprecated", 4, "7", "en", "b"),),
            ["8"],
        ),
        (
            "id,language,term\n7,en,a\n7,,b\n8,en,law\n",
            (TermProblem("the term 'b' has no language", "write its code, like en, fr or es", 3, "7", term="b"),),
            ["8"],
        ),
        ('a,b\n"x"y,z\nc,d\n', (TermProblem("this is no CSV: ',' expected after '\"'", QUOTES, 2),), ["a", "c"]),
        ('a,b\n"c,d\ne,f\n', (TermProblem("this is no CSV: unexpected end of data", QUOTES, 2),), ["a"]),
        (
            f"a,b\n{'x' * 200_000},d\ne,f\n",
            (TermProblem("this is no CSV: field larger than field limit (131072)", QUOTES, 2),),
            ["a", "e"],
        ),
    ],
    ids=[
        *(
            "no source term",
            "short row",
            "too many cells",
            "empty cells",
            "no term",
            "status",
            "language",
            "after a quote",
        ),
        *("open quote", "too long"),
    ],
)
def test_a_row_that_cannot_be_used_is_named_with_its_line(
    text: str, problems: tuple[TermProblem, ...], ids: list[str]
) -> None:
    found = read(text)
    assert (found.problems, [concept.id for concept in found.concepts]) == (problems, ids)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "'a.csv' line 1: the file is empty"),
        ("\ufeff\n# only this\n", "'a.csv' line 1: the file is empty"),
        ("Some prose.\nWithout an end\n", "'a.csv' line 1: this is no list of terms, no line has two cells"),
        ("sorce,target\na,b\n", "'a.csv' line 1: the header has no column 'source' ('sorce' is there)"),
        ("# c\nsource,trget,note\na,b\n", "'a.csv' line 2: the header has no column 'target' ('trget' is there)"),
        ("source,cible,note\na,b,c\n", "'a.csv' line 1: the header has no column 'target'"),
        ("concept,language,trem,status\na,en,b\n", "'a.csv' line 1: the header has no column 'term' ('trem' is there)"),
        (f"en,fr,{',' * 600}\n", "'a.csv' line 1: the header has 603 columns"),
    ],
    ids=["empty", "comments", "prose", "source", "target", "no target", "term", "wide"],
)
def test_what_is_no_list_is_refused_in_one_line(text: str, message: str) -> None:
    with pytest.raises(InputError) as refusal:
        read(text)
    assert refusal.value.message == message
    assert refusal.value.hint


@pytest.mark.parametrize("text", ["camp\tc\n", "source,target\ncamp,c\n", "en,target\ncamp,c\n"])
def test_pairs_want_the_language_of_their_translations(text: str) -> None:
    with pytest.raises(InputError) as refusal:
        read(text, language="")
    assert refusal.value.message == "'a.csv' line 1: the list does not say the language of its translations"
    assert refusal.value.hint == "name it with --lang"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "'a.csv' is empty"),
        (b"a,b\ncaf\xe9,c\n", "'a.csv' is not UTF-8 at line 2"),
        (b"a,b\0\n", "'a.csv' looks like a binary file"),
    ],
    ids=["empty", "latin-1", "NUL"],
)
def test_a_file_that_is_no_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as refusal:
        read_term_table_file(data, "a.csv", language="fr")
    assert refusal.value.message == message


WORDS = st.text("abé-. ", min_size=1, max_size=8).map(lambda text: " ".join(text.split())).filter(bool)


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=6))
def test_no_pair_is_lost(pairs: list[tuple[str, str]]) -> None:
    text = "source\ttarget\n" + "".join(f"{source}\t{target}\n" for source, target in pairs)
    found = read(text)
    read_pairs = {(one.terms[0].text, term.text) for one in found.concepts for term in one.terms[1:]}
    assert (read_pairs, found.problems) == (set(pairs), ())
    assert len({concept.id for concept in found.concepts}) == len(found.concepts) == len({one for one, _ in pairs})


@given(st.text("ab,;\t\n\r\"#'=é[]\0", max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    found, told = TermFile(()), "'a.csv' line 1: read"
    try:
        found = read(text)
    except InputError as error:
        told = error.message
    assert told.startswith("'a.csv' line ")
    assert all(concept.terms and concept.id for concept in found.concepts)
    assert len({concept.id for concept in found.concepts}) == len(found.concepts)
    assert all(problem.line for problem in found.problems)


# ── The registry ─────────────────────────────────────────────────────────────────────────────────


def test_term_formats_are_those_that_are_documented() -> None:
    assert [(known.id, known.suffixes, known.read, known.write) for known in TERM_FORMATS] == [
        ("tbx", (".tbx",), read_tbx, write_tbx),
        ("tbx-v2", (), read_tbx, write_tbx_v2),
        ("term-table", (".csv", ".tsv", ".txt", ".tab", ".utf8"), read_term_table_file, None),
    ]


@pytest.mark.parametrize("known", TERM_FORMATS, ids=lambda known: known.id)
def test_every_term_format_reads_what_it_is_given(known: TermFormat) -> None:
    concepts = (pair("law", "loi"),)
    text = known.write(concepts, original=None) if known.write else "law\tloi\n"
    assert known.read(text.encode(), "a", source_language="en", language="fr").concepts == concepts
