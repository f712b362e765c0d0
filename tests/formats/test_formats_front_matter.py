"""Front matter: what its fields say, and that only valid values are written."""

import tomllib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tms.formats import get_format
from tms.values import Kind

MARKDOWN = get_format("markdown")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Plain words", "Plain words"),
        ("Plain # comment", "Plain"),
        ("C#", "C#"),
        ("One: two", "One: two"),
        ('"A \\"b\\" \\u00e9\\n"', 'A "b" é\n'),
        ("'It''s' # comment", "It's"),
        ("One\n  two", "One two"),
        ("\n  Below", "Below"),
        ("|\n  One\n  two", "One\ntwo"),
        (">-\n  One\n  two\n\n  three", "One two\nthree"),
        ("2020", "2020"),
    ],
)
def test_a_value_is_read_as_people_see_it(value: str, text: str) -> None:
    document = MARKDOWN.parse(f"---\nlayout: x\ntitle: {value}\ndate: y\n---\n")
    assert [(unit.kind, unit.text) for unit in document.units] == [(Kind.TITLE, text)]


@pytest.mark.parametrize(
    "value",
    [
        *("", "[a, b]", "{a: b}", "&x a", "*x", "!t a", "- a", "%a", "@a", '"a', "'a' b", '"\\q"'),
        *("\n  - a", "\n  a: b", ">\n    a\n  b", ">2\n  a", '"a\\\n  b"'),
    ],
)
def test_a_value_that_is_not_surely_understood_is_left_alone(value: str) -> None:
    text = f"---\ntitle: {value}\n---\n"
    document = MARKDOWN.parse(text)
    assert (document.units, document.skeleton) == ((), (text,))


@pytest.mark.parametrize(
    "text",
    ["---\ntitle: a\n", "--- x\ntitle: a\n---\n", "\n---\ntitle: a\n---\n"],
    ids=["never closed", "not a fence", "not at the top"],
)
def test_what_is_no_front_matter_is_read_as_markdown(text: str) -> None:
    assert Kind.TITLE not in {unit.kind for unit in MARKDOWN.parse(text).units}


@pytest.mark.parametrize(
    ("value", "target", "expected"),
    [
        ("a", "Été à la mer", "Été à la mer"),
        ("a", "Un : deux", '"Un : deux"'),
        ("a", "Un: deux", '"Un: deux"'),
        ("a", "C #1", '"C #1"'),
        ("a", "yes", '"yes"'),
        ("a", "1984", '"1984"'),
        ("a", "« x »", '"« x »"'),
        ("a", "- x", '"- x"'),
        ("a", 'Il dit "oui"', 'Il dit "oui"'),
        ("a", "x\ny", '"x\\ny"'),
        ("a", "x\u2028y", '"x\\u2028y"'),
        ("a", "", '""'),
        ('"a"', 'x "y" \\', '"x \\"y\\" \\\\"'),
        ("'a'", "l'eau", "'l''eau'"),
        ("'a'", "x\ny", '"x\\ny"'),
        ("|\n  a", "x\ny", "|\n  x\n  y"),
        (">-\n  a", "x\ny", ">-\n  x\n\n  y"),
        ("|\n  a", "x\x07", '"x\\u0007"'),
        ("a: b", "x: y", '"x: y"'),
    ],
)
def test_a_target_keeps_the_form_of_its_value_where_that_can_hold_it(value: str, target: str, expected: str) -> None:
    document = MARKDOWN.parse(f"---\ntitle: {value}\nk: v\n---\n")
    assert MARKDOWN.serialize(document, [target]) == f"---\ntitle: {expected}\nk: v\n---\n"


@given(
    st.sampled_from(["a", "'a'", '"a"', "|\n  a", ">\n  a", "a\n  b"]),
    st.text(alphabet="ab :#'\"\\\n|>-[{&*%@`!,?~1é\u2028\x85\x07\ufeff", max_size=12).map(str.strip),
)
@example(">\n  a", "x\n\ny")
def test_any_target_is_read_back(value: str, target: str) -> None:
    if value[0] in "|>":
        target = "\n".join(line.strip() for line in target.split("\n"))
    text = MARKDOWN.serialize(MARKDOWN.parse(f"---\ntitle: {value}\nsummary: s\n---\n"), [target, None])
    again = [unit.text for unit in MARKDOWN.parse(text).units]
    assert again == ([target, "s"] if target.strip() else ["s"])


@given(st.text(alphabet="ab '\"\\\n\t\x07é\u2028#=[", min_size=1, max_size=12).map(str.strip))
def test_toml_takes_any_target(target: str) -> None:
    document = MARKDOWN.parse('+++\ntitle = "a" # b\n[x]\ntitle = "c"\n+++\n')
    text = MARKDOWN.serialize(document, [target])
    assert tomllib.loads(text.removeprefix("+++\n").removesuffix("+++\n")) == {"title": target, "x": {"title": "c"}}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ('"a"', "a"),
        ("'a \\b' # c", "a \\b"),
        ('"""\na\ntitle = \'no\'\nb"""', "a\ntitle = 'no'\nb"),
        ("'''a\nb'''", "a\nb"),
        ('"\\u00e9"', "é"),
    ],
    ids=["basic", "literal", "several lines", "literal lines", "escape"],
)
def test_toml_values_are_read_as_people_see_them(value: str, text: str) -> None:
    document = MARKDOWN.parse(f"+++\ndate = 2020-01-01\ntags = [\n 'x',\n]\ntitle = {value}\nsummary = 'S'\n+++\nb\n")
    assert [(unit.kind.value, unit.text) for unit in document.units] == [
        ("title", text), ("excerpt", "S"), ("paragraph", "b"),
    ]  # fmt: skip
    again = MARKDOWN.serialize(document, ['Un "mot"', None, None])
    assert tomllib.loads(again.split("+++\n")[1])["title"] == 'Un "mot"'


@pytest.mark.parametrize("value", ["a", "1", "['a']", '"a" b', '"\\q"', "2020-01-01", "[" * 3000])
def test_toml_that_is_not_surely_understood_is_left_alone(value: str) -> None:
    text = f"+++\ntitle = {value}\n+++\n"
    document = MARKDOWN.parse(text)
    assert (document.units, document.skeleton) == ((), (text,))


def test_fields_and_kinds() -> None:
    document = MARKDOWN.parse("---\ndescription: d\nexcerpt: e\nsummary: s\nauthor: n\nseo:\n  title: no\n...\nbody\n")
    assert [(unit.kind.value, unit.text, unit.line) for unit in document.units] == [
        ("excerpt", "d", 2), ("excerpt", "e", 3), ("excerpt", "s", 4), ("paragraph", "body", 9),
    ]  # fmt: skip
