"""Read XML into a tree without ever expanding an entity, and write texts into XML."""

from functools import lru_cache
from typing import Literal
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from tms.errors import InputError
from tms.exchange.texts import show_controls

MAX_DEPTH = 100
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

Doctype = Literal["refused", "name only"]


class _RefusedError(Exception):
    """Something in the file that tms does not read, with the reason as its message."""


class _LinedElement(Element):
    """An element that knows the line on which it begins."""

    __slots__ = ("line",)
    line: int


def parse_xml(data: bytes, name: str, *, doctype: Doctype = "refused") -> Element:
    """The root of an XML file, names as `{namespace}local`; raises InputError with the line.

    A DOCTYPE is refused, or allowed while it declares nothing; entities are never looked up.
    """
    if not data.strip():
        raise InputError(f"'{name}' is empty", "give a file that has entries in it")
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True

    def make_element(tag: str, attributes: dict[str, str]) -> Element:
        element = _LinedElement(tag, attributes)
        element.line = parser.CurrentLineNumber
        return element

    builder = TreeBuilder(element_factory=make_element)
    _connect(parser, builder, doctype)
    try:
        parser.Parse(data, True)
        return builder.close()
    except _RefusedError as error:
        raise InputError(f"'{name}' {error} at line {parser.CurrentLineNumber}", "take it out of the file") from error
    except (expat.ExpatError, LookupError, ValueError, AssertionError) as error:
        raise InputError(
            f"'{name}' is not well-formed XML at line {parser.CurrentLineNumber}: {_reason(error)}",
            "the file is damaged; have it exported again",
        ) from error


def _reason(error: Exception) -> str:
    return expat.ErrorString(error.code) or "" if isinstance(error, expat.ExpatError) else str(error)


def _connect(parser: expat.XMLParserType, builder: TreeBuilder, doctype: Doctype) -> None:
    depth = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise _RefusedError(f"nests elements deeper than {MAX_DEPTH}")
        full = {_full_name(key): value for key, value in attributes.items()} if attributes else attributes
        builder.start(_full_name(tag), full)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_full_name(tag))

    def start_doctype(_name: str, _system: str | None, _public: str | None, has_internal_subset: int) -> None:
        if doctype == "refused" or has_internal_subset:
            raise _RefusedError("has a DOCTYPE")

    def skip_entity(entity: str, _is_parameter: int) -> None:
        raise _RefusedError(f"uses the entity '{entity}', which is not looked up")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = start_doctype
    parser.SkippedEntityHandler = skip_entity


@lru_cache(maxsize=1_000)
def _full_name(name: str) -> str:
    return f"{{{name}" if "}" in name else name


def local_name(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def get_line(element: Element) -> int:
    """The line of the file on which an element begins, 0 where nobody knows it."""
    return element.line if isinstance(element, _LinedElement) else 0


def find_child(element: Element, name: str) -> Element | None:
    """The first child of this local name."""
    return next((child for child in element if local_name(child) == name), None)


def escape_text(text: str) -> str:
    """A text as XML content: control characters shown, so that the same text is read back."""
    return show_controls(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escape_attribute(text: str) -> str:
    """A text as the value of an attribute in double quotes."""
    return escape_text(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
