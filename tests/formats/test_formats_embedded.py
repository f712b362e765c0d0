"""Text inside XML and JSON: decoded with its places, and written again as what is around it."""

import json
from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tms.formats.embedded import Embedded
from tms.formats.embedded_json import JsonManner, decode_json, encode_json, find_manner, read_json
from tms.formats.embedded_xml import decode_xml, escape_xml

SIGNS = st.text(alphabet="ab]>[<&;\"'\\/-!\n\té\u0301😀\u2028CDATA", max_size=12)


def _in_section(text: str) -> str:
    return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>"


def _as_numbers(text: str) -> str:
    return "".join(f"&#{ord(sign)};" if ord(sign) % 2 else f"&#x{ord(sign):X};" for sign in text)


XML_WRITERS: tuple[Callable[[str], str], ...] = (escape_xml, _in_section, _as_numbers)
XML_PIECES = st.lists(st.tuples(SIGNS, st.sampled_from(XML_WRITERS)), max_size=6)
JSON_MANNERS = [JsonManner(), JsonManner(is_ascii=True), JsonManner(has_slashes=True), JsonManner(is_block=True)]


def _read(raw: str) -> str:
    return ET.fromstring(f"<a>{raw}</a>").text or ""  # noqa: S314 -- the text is our own


def _replace(embedded: Embedded, text: str, start: int, end: int) -> str:
    raw_start, raw_end = embedded.find_place(start, end)
    return embedded.source[:raw_start] + embedded.write(text, start, end) + embedded.source[raw_end:]


@given(XML_PIECES, SIGNS, st.data())
def test_characters_in_xml_have_a_place_and_can_be_replaced(
    pieces: list[tuple[str, Callable[[str], str]]], new: str, data: st.DataObject
) -> None:
    raw = "<!-- x -->".join(write(text) for text, write in pieces)
    text = "".join(piece for piece, _ in pieces)
    embedded = decode_xml(raw, 0, len(raw))
    assert (embedded.text, _read(raw)) == (text, text)
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert _read(_replace(embedded, new, start, end)) == text[:start] + new + text[end:]


@given(st.lists(st.tuples(SIGNS, st.sampled_from(JSON_MANNERS)), max_size=6), SIGNS, st.data())
def test_characters_in_json_have_a_place_and_can_be_replaced(
    pieces: list[tuple[str, JsonManner]], new: str, data: st.DataObject
) -> None:
    raw = '"' + "".join(encode_json(text, manner) for text, manner in pieces) + '"'
    text = "".join(piece for piece, _ in pieces)
    embedded = decode_json(raw, 0, len(raw), data.draw(st.sampled_from(JSON_MANNERS)))
    assert (embedded.text, json.loads(raw)) == (text, text)
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert json.loads(_replace(embedded, new, start, end)) == text[:start] + new + text[end:]


@pytest.mark.parametrize(
    ("raw", "old", "new", "expected"),
    [
        ("a &amp; b", "b", "<c> & d", "a &amp; &lt;c&gt; &amp; d"),
        ("<![CDATA[a <b> c]]>", "c", "d & ]]>", "<![CDATA[a <b> d & ]]]]><![CDATA[>]]>"),
        ("<![CDATA[a]] b> c]]>", " b", "", "<![CDATA[a]]]]><![CDATA[> c]]>"),
        ("<![CDATA[a]]]]><![CDATA[>b]]>", "]]>", "x", "<![CDATA[axb]]>"),
        ("a<![CDATA[<b>]]>c", "a<", "d>", "d&gt;<![CDATA[b>]]>c"),
        ("a<![CDATA[<b>]]>c", ">c", "]]>", "a<![CDATA[<b]]]]><![CDATA[>]]>"),
        ("a&#8217;b", "b", "c", "a&#8217;c"),
        ("a", "a", "b\x08\x00\ud800c", "bc"),
    ],
    ids=[
        *("escaped", "section", "joined by a deletion", "split section", "text into section"),
        *("section into text", "reference stays", "what XML forbids"),
    ],
)
def test_the_form_of_new_characters_in_xml(raw: str, old: str, new: str, expected: str) -> None:
    embedded = decode_xml(raw, 0, len(raw))
    start = embedded.text.index(old)
    assert _replace(embedded, new, start, start + len(old)) == expected


@pytest.mark.parametrize(
    ("manner", "expected"),
    [
        (JsonManner(), '\\"/é😀<\\n\\ud800'),
        (JsonManner(is_ascii=True, has_slashes=True), '\\"\\/\\u00e9\\ud83d\\ude00<\\n\\ud800'),
        (JsonManner(is_block=True), "\\u0022/é😀\\u003c\\n\\ud800"),
    ],
    ids=["plain", "PHP", "block"],
)
def test_the_manners_of_json(manner: JsonManner, expected: str) -> None:
    assert encode_json('"/é😀<\n\ud800', manner) == expected


def test_a_block_s_json_never_ends_its_comment() -> None:
    assert encode_json('--> <a href="b\\">&', JsonManner(is_block=True)) == (
        "\\u002d\\u002d\\u003e \\u003ca href=\\u0022b\\u005c\\u0022\\u003e\\u0026"
    )


@pytest.mark.parametrize(
    ("source", "manner"),
    [
        ('{"a":"x"}', JsonManner()),
        ('{"a":"é"}', JsonManner()),
        ('{"a":"\\u00e9 /"}', JsonManner(is_ascii=True)),
        ('{"a":"x\\/y"}', JsonManner(is_ascii=True, has_slashes=True)),
        ('{"a":"é\\/"}', JsonManner(has_slashes=True)),
        ('{"a":"\\u003c"}', JsonManner()),
    ],
)
def test_the_manner_of_a_file_is_seen(source: str, manner: JsonManner) -> None:
    assert find_manner(source) == manner


@pytest.mark.parametrize("escape", ["\\ud800", "\\udc00x", "\\u0000", "\\ud83d\\u0041"])
def test_half_letters_and_nul_are_shown_as_a_replacement(escape: str) -> None:
    raw = f'"{escape}"'
    assert "\ufffd" in decode_json(raw, 0, len(raw), JsonManner()).text


def test_numbers_of_any_length_are_read() -> None:
    assert read_json("9" * 6000).value == "9" * 6000
