"""The elements of a TBX entry, flattened to labelled texts: DCA and DCT, alone or in groups."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from tms.exchange.tbx_names import ATTRIBUTES, EXTRA, GROUPS, STRUCTURE, make_label, number_name
from tms.exchange.xml import XML_LANG, local_name

_SPACES = re.compile(r"[ \t\n]+")

ReadText = Callable[[Element], str]


@dataclass(slots=True)
class Item:
    """A category with its text; `members` is what belongs to it, attributes first, by path."""

    label: str
    value: str
    members: list[tuple[str, str]] = field(default_factory=list)

    def list_pairs(self, name: str) -> Iterator[tuple[str, str]]:
        """The item and its members as extras of this name."""
        yield name, self.value
        for path, value in self.members:
            yield f"{name}/{path}", value


def list_items(parent: Iterable[Element], read_text: ReadText, level_or_group: str) -> list[Item]:
    """What is said directly in an element, empty sayings left out."""
    items: list[Item] = []
    for element in parent:
        name = local_name(element)
        if name in GROUPS:
            items.extend(_join_group(list_items(element, read_text, GROUPS[name]), GROUPS[name]))
        elif name not in STRUCTURE:
            item = _make_item(element, name, read_text, level_or_group)
            if item.value or item.members or EXTRA in item.label:
                items.append(item)
    return items


def _make_item(element: Element, name: str, read_text: ReadText, level_or_group: str) -> Item:
    said = element.attrib
    item = Item(make_label(name, said.get("type", ""), level_or_group), read_text(element))
    if len(said) > ("type" in said):
        found = (("xml:lang" if key == XML_LANG else key, value) for key, value in said.items())
        item.members += [(f"@{key}", value) for key, value in found if key in ATTRIBUTES]
    return item


def _join_group(items: list[Item], base: str) -> list[Item]:
    """Each item of the group's own kind with what follows it as its members."""
    joined: list[Item] = []
    counts: Counter[str] = Counter()
    for item in items:
        if not joined or item.label.partition(".")[0] == base:
            joined.append(item)
            counts.clear()
        else:
            counts[item.label] += 1
            joined[-1].members.extend(item.list_pairs(number_name(item.label, counts[item.label])))
    return joined


def read_exactly(element: Element) -> str:
    """The text of an element, its inline elements flattened, as it stands."""
    return "".join(element.itertext()) if len(element) else element.text or ""


def read_tidily(element: Element) -> str:
    """The text of an element without the line breaks and the indentation of a pretty printer; paragraphs stay."""
    text = read_exactly(element).strip()
    return "".join(_join_lines(text.split("\n"))) if "\n" in text else text


def _join_lines(lines: Iterable[str]) -> Iterator[str]:
    joint = ""
    for line in lines:
        bare = line.strip(" \t")
        if bare:
            is_wrapped = joint == "\n" and line[0] in " \t"
            yield f"{' ' if is_wrapped else joint}{bare}"
        joint = "\n" if bare else "\n\n"


def read_term_text(element: Element) -> str:
    """The text of a term, single-spaced; no-break spaces stay."""
    return _SPACES.sub(" ", read_exactly(element)).strip()
