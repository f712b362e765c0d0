"""The head of a TBX file: who wrote it, and what stays of it when the file is written again."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tms.exchange.tbx_items import read_tidily
from tms.exchange.xml import escape_text, find_child, local_name, parse_xml

# Texts of a file that says so are read to the letter; those of other tools without their indentation.
_WRITTEN_BY_TMS = "Written by tms, white space in texts kept"


def is_written_by_tms(root: Element) -> bool:
    """Whether a TBX file says in its head that tms wrote it."""
    return _WRITTEN_BY_TMS in _list_texts(root, "sourceDesc")


def _list_texts(root: Element, name: str) -> list[str]:
    """The paragraphs of a part of the description of the file."""
    return [text for part in _find_described(root, name) for element in part if (text := read_tidily(element))]


def _find_described(root: Element, name: str) -> Iterator[Element]:
    for header in root:
        description = find_child(header, "fileDesc")
        if description is not None:
            yield from (element for element in description if local_name(element) == name)


def write_description(original: str | None) -> str:
    """The description of a file that tms writes, with the title and the sources of the file that it replaces.

    Raises InputError where that is no XML.
    """
    titles: list[str] = []
    sources = [_WRITTEN_BY_TMS]
    if original is not None:
        root = parse_xml(original.encode(), "the TBX file to be rewritten", doctype="name only")
        titles += _list_texts(root, "titleStmt")[:1]
        sources += _list_texts(root, "sourceDesc")
    title = "".join(f"        <title>{escape_text(text)}</title>\n" for text in titles)
    statement = f"      <titleStmt>\n{title}      </titleStmt>\n" if title else ""
    paragraphs = "".join(f"        <p>{escape_text(text)}</p>\n" for text in dict.fromkeys(sources))
    return f"    <fileDesc>\n{statement}      <sourceDesc>\n{paragraphs}      </sourceDesc>\n    </fileDesc>\n"
