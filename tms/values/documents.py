"""An article file in memory: its translatable units and the text between them."""

from dataclasses import dataclass

from tms.values.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class Unit:
    r"""One paragraph-like piece of a document.

    `text` is what people and checks see: raw inline markup and entities as in the file, lines joined
    by "\n", without block markers. `raw` is the same piece as it stands in the file; it is what comes
    back when nothing was translated. `continuation` stands before every further line of the unit in
    the file ("> " in a quote, spaces in a list item).
    """

    kind: Kind
    text: str
    raw: str
    line: int
    continuation: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed article: `skeleton[0] + units[0].raw + skeleton[1] + … + skeleton[-1]` is the file, to the byte.

    `len(skeleton) == len(units) + 1`. `newline` is the line end that the file uses.
    """

    format: str
    units: tuple[Unit, ...]
    skeleton: tuple[str, ...]
    title: str = ""
    newline: str = "\n"


@dataclass(frozen=True, slots=True)
class Slice:
    """One article's own bytes within what it came in: a file, an export or answer of the site, a page of several.

    `slug` is the name that the source gives it ("" where it gives none), `where` says its place in messages
    ("'dump.xml', post 12"). `language` is "" where nothing says it. Slices of one `group` are translations of one
    another ("" where nothing says so). `id` is the number that the site gives a post, "" for a file.
    """

    slug: str
    format: str
    data: bytes
    where: str
    title: str = ""
    address: str = ""
    language: str = ""
    group: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A piece of an export that is no article, or that cannot be read, with the reason why it is left out."""

    where: str
    reason: str
    is_fault: bool = False
