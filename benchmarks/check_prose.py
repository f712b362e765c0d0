"""How many findings the checks have per 1,000 words of published French and Spanish prose.

The texts are documents, essays and stories in packages of Debian, fetched by apt into a temporary folder when this is
run (about 450 MB) and never kept. Paragraphs of 12 words or more are taken; tables, lists of contents and whatever has
code in it are not. A paragraph is checked against its English where the section of the English page has the same
blocks in the same order, else by itself; those left in English, or half in English, are left out.

python benchmarks/check_prose.py [--language fr] [--show CHECK] [--keep FOLDER] [package …]
"""

import argparse
import gettext
import random
import re
import shutil
import subprocess
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree, html
from lxml.etree import _Element as Element

from tms.values import Finding, Kind, Severity
from tms.workflow.linting import Linter

SHORTEST = 12
LANGUAGES = {"fr": ("fr", "fr-FR"), "es": ("es", "es-ES")}
ENGLISH = ("en", "en-US", "C")
_SPACE = re.compile(r"[ \t\r\n]+")
_TAG = re.compile(r"<[^<>]+>")
_LANGUAGE_ENDING = re.compile(r"\.(en|fr|es)$")
# Text of programs.
_CODE = {"code", "tt", "kbd", "samp", "var", "cmd", "key", "keyseq", "file", "input", "output", "sys"}
_CODE_CLASSES = {"command", "filename", "userinput", "literal", "option", "email", "pre", "docutils"}
_ITALIC = {"em", "i", "cite", "dfn"}
_INLINE = {"a", "span", "b", "strong", "app", "gui", "guiseq", "link", "acronym", "abbr", "q", "small", "sub", "sup"}
_BLOCKS = {"p", "pre", "li", "item", "td", "th", "dt", "dd", "table", "screen", "blockquote", "code-block"}
_ITEMS = {"li", "item", "dd"}
_HEADING = re.compile(r"h[1-6]|title")
_NO_PROSE = {"head", "nav", "info", "script", "style", "footer", "media"}
_NO_PROSE_CLASSES = {
    *("navheader", "navfooter", "toc", "docnav", "sphinxsidebar", "related", "footer", "nav_table", "contents"),
    *("nav-panel", "header", "footnotes", "footnotes-segment", "index"),
}
_DEBIAN_DOC = "usr/share/doc"
_SKY = "usr/share/stellarium/skycultures/*/description.{}.utf8"


@dataclass(frozen=True)
class Work:
    """A text: the packages it is in, and where; {} stands for the language."""

    name: str
    packages: tuple[str, ...]
    places: tuple[str, ...]
    languages: tuple[str, ...] = ("fr", "es")


@dataclass(frozen=True)
class Paragraph:
    """One paragraph, with its English if it is known."""

    work: str
    file: str
    source: str | None
    target: str
    kind: Kind = Kind.PARAGRAPH


@dataclass(frozen=True)
class Block:
    """A block of a page; `text` is None for one that is no prose."""

    tag: str
    text: str | None
    kind: Kind = Kind.PARAGRAPH


WORKS = (
    *(
        Work(f"wesnoth-1.16-{name}", (f"wesnoth-1.16-{name}",), ("usr/share/games/wesnoth/*/locale/{}/**/*.mo",))
        for name in ("httt", "trow", "tsg", "utbs", "low", "dm", "nr")
    ),
    Work("stellarium-data", ("stellarium-data",), (_SKY,)),
    Work("debian-handbook", ("debian-handbook",), (f"{_DEBIAN_DOC}/debian-handbook/html/{{}}/*.html",)),
    Work("debian-faq", ("debian-faq", "debian-faq-fr"), (f"{_DEBIAN_DOC}/debian/FAQ/**/*.{{}}.html",), ("fr",)),
    Work(
        "developers-reference",
        ("developers-reference", "developers-reference-fr"),
        ("usr/share/developers-reference/*.html", "usr/share/developers-reference/{}/*.html"),
        ("fr",),
    ),
    Work(
        "maint-guide",
        ("maint-guide", "maint-guide-fr", "maint-guide-es"),
        (f"{_DEBIAN_DOC}/maint-guide*/html/*.{{}}.html",),
    ),
    Work(
        "aptitude-doc",
        ("aptitude-doc-en", "aptitude-doc-fr", "aptitude-doc-es"),
        (f"{_DEBIAN_DOC}/aptitude/html/{{}}/*.html",),
    ),
    Work("installation-guide", ("installation-guide-amd64",), (f"{_DEBIAN_DOC}/installation-guide-amd64/{{}}/*.html",)),
    Work("gnome-user-docs", ("gnome-user-docs",), ("usr/share/help/{}/gnome-help/*.page",)),
    Work(
        "lilypond-doc",
        ("lilypond-doc-html", "lilypond-doc-html-fr", "lilypond-doc-html-es"),
        (
            f"{_DEBIAN_DOC}/lilypond/html/Documentation/essay/*.html",
            f"{_DEBIAN_DOC}/lilypond/html/Documentation/essay/*.{{}}.html",
        ),
    ),
)


def unpack(package: str, folder: Path) -> str | None:
    """The version of a package, unpacked into a folder of its name; None if it cannot be had."""
    place = folder / package
    if not place.exists():
        waiting = folder / f"{package}.deb"
        waiting.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(["apt-get", "-q", "download", package], cwd=waiting, capture_output=True, check=False)
        archive = next(waiting.glob("*.deb"), None)
        if done.returncode or archive is None:
            shutil.rmtree(waiting)
            return None
        version = subprocess.run(["dpkg-deb", "-f", archive, "Version"], capture_output=True, text=True, check=True)
        subprocess.run(["dpkg-deb", "-x", archive, place], check=True)
        (place / "VERSION").write_text(version.stdout.strip(), encoding="utf-8")
        shutil.rmtree(waiting)
    return (place / "VERSION").read_text(encoding="utf-8")


def read_work(work: Work, folder: Path, language: str) -> Iterator[Paragraph]:
    """The paragraphs of a work in a language."""
    files = _list_files(work, folder, LANGUAGES[language])
    originals = _list_files(work, folder, ENGLISH)
    seen: set[str] = set()
    for key, path in sorted(files.items()):
        original = originals.get(key)
        is_catalogue = path.suffix == ".mo"
        english = _read_page(original) if original and not is_catalogue else []
        for source, target, kind in _read_catalogue(path) if is_catalogue else _pair(english, _read_page(path)):
            is_new = target not in seen and len(_words(target)) >= SHORTEST
            seen.add(target)
            if is_new and not _is_left(source, target):
                yield Paragraph(work.name, key, source, target, kind)


def _is_left(source: str | None, target: str) -> bool:
    """Whether half of a translation is still the source."""
    words = {word.lower() for word in _words(target)}
    return 2 * len(words & {word.lower() for word in _words(source or "")}) > len(words)


def _list_files(work: Work, folder: Path, languages: tuple[str, ...]) -> dict[str, Path]:
    """Files by their name without the language."""
    files: dict[str, Path] = {}
    for package in work.packages:
        for place in work.places:
            for language in languages if "{}" in place else ("C",) if "C" in languages else ():
                for path in (folder / package).glob(place.format(language)):
                    stem = path.name.removesuffix(path.suffix)
                    is_of_place = _LANGUAGE_ENDING.search(stem) is None or f".{languages[0]}" in stem
                    if is_of_place and ".mo" not in path.parts:
                        # Sky cultures are told apart by their folder.
                        folder_name = path.parent.name if "stellarium" in path.parts else ""
                        files[f"{folder_name}/{_LANGUAGE_ENDING.sub('', stem)}"] = path
    return files


def _read_catalogue(path: Path) -> Iterator[tuple[str, str, Kind]]:
    """The translated messages of a game: stories and speech, without what the game fills in."""
    with path.open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    for message, text in vars(catalogue)["_catalog"].items():
        if isinstance(message, str) and text and not re.search(r"[<>&$|{}]|\\n", message + text):
            source = message.rpartition("\x04")[2].rpartition("^")[2]
            sources, targets = source.strip().split("\n\n"), text.strip().split("\n\n")
            if len(sources) == len(targets):
                yield from ((_fold(s), _fold(t), Kind.PARAGRAPH) for s, t in zip(sources, targets, strict=True))


def _read_page(path: Path) -> list[Block]:
    data = path.read_bytes()
    if path.suffix == ".page":
        root = etree.fromstring(data, etree.XMLParser(recover=True, resolve_entities=False))
    else:
        root = html.document_fromstring(data.decode("utf-8", "replace").partition("?>")[2] or data.decode())
    return list(_list_blocks(root)) if root is not None else []


def _list_blocks(element: Element, kind: Kind = Kind.PARAGRAPH) -> Iterator[Block]:
    for child in element:
        tag, classes = _tag(child), _classes(child)
        if not tag or tag in _NO_PROSE or classes & _NO_PROSE_CLASSES:
            continue
        if _HEADING.fullmatch(tag):
            yield Block("heading", None)
        elif tag == "p" or (tag == "div" and "para" in classes):
            yield Block("p", None if child.get("id") == "title" else _read_text(child), kind)
            yield from _list_blocks(child, kind)
        else:
            if tag in _BLOCKS:
                yield Block(tag, None)
            if tag not in {"pre", "screen", "table"}:
                yield from _list_blocks(child, Kind.LIST_ITEM if tag in _ITEMS else kind)


def _tag(element: Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _classes(element: Element) -> set[str]:
    return set(element.get("class", "").split()) if isinstance(element.tag, str) else set()


def _read_text(element: Element) -> str | None:
    """The text of a paragraph with italics marked; None if there is more in it than words."""
    text = _render(element)
    return _fold(text) if text is not None else None


def _render(element: Element) -> str | None:
    parts = [element.text or ""]
    for child in element:
        tag, classes = _tag(child), _classes(child)
        if not isinstance(child.tag, str) or (tag == "a" and (not "".join(child.itertext()).strip())):
            inner: str | None = ""
        elif tag in _CODE or classes & _CODE_CLASSES:
            return None
        elif tag in _ITALIC:
            inner = _render(child)
            inner = f"<em>{inner}</em>" if inner is not None and "<" not in inner else inner
        elif tag in _INLINE:
            inner = _render(child)
        else:
            return None
        if inner is None:
            return None
        parts += [inner, child.tail or ""]
    own = "".join(text or "" for text in (element.text, *(child.tail for child in element)))
    return None if re.search("[<>&]", own) else "".join(parts)


def _fold(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _pair(originals: list[Block], blocks: list[Block]) -> Iterator[tuple[str | None, str, Kind]]:
    """The paragraphs with their English, where the sections agree."""
    english = {block.text for block in originals}
    old, new = _cut(originals), _cut(blocks)
    if len(old) != len(new):
        old = [[] for _ in new]
    for theirs, ours in zip(old, new, strict=True):
        is_same = [block.tag for block in theirs] == [block.tag for block in ours]
        for at, block in enumerate(ours):
            if block.text and block.text not in english:
                yield theirs[at].text if is_same else None, block.text, block.kind


def _cut(blocks: list[Block]) -> list[list[Block]]:
    """Blocks by section."""
    sections: list[list[Block]] = [[]]
    for block in blocks:
        if block.tag == "heading":
            sections.append([])
        else:
            sections[-1].append(block)
    return sections


def _words(text: str) -> list[str]:
    """Words that a reader sees; « and ? with spaces around them are none."""
    return [word for word in _TAG.sub("", text).split() if any(sign.isalnum() for sign in word)]


def measure(works: list[Work], folder: Path, language: str, show: str | None, limit: int) -> None:
    linter = Linter(language)
    words, paired, total = Counter[str](), 0, 0
    found: dict[Severity, list[tuple[Paragraph, Finding]]] = defaultdict(list)
    for work in works:
        for paragraph in read_work(work, folder, language):
            total += 1
            words[work.name] += len(_words(paragraph.target))
            paired += paragraph.source is not None
            for finding in linter.lint(paragraph.source, paragraph.target, paragraph.kind):
                found[finding.severity].append((paragraph, finding))
    count = sum(words.values())
    print(f"\n{language}: {count:,} words in {total:,} paragraphs, {paired:,} of them beside their English")
    if not count:
        return
    for severity, name in ((Severity.ERROR, "errors"), (Severity.WARNING, "warnings"), (Severity.INFO, "hints")):
        print(f"{name:>10}: {len(found[severity]):5} {len(found[severity]) * 1000 / count:6.2f} per 1,000 words")
    grave = [*found[Severity.ERROR], *found[Severity.WARNING]]
    for name, number in words.items():
        of_work = sum(paragraph.work == name for paragraph, _ in grave)
        print(f"    {name:<24} {number:7,} words {of_work * 1000 / number:6.2f} errors and warnings per 1,000")
    counts = Counter((finding.check, finding.severity) for _, finding in grave)
    for (check, severity), number in counts.most_common(10):
        print(f"    {check:<24} {severity:<8} {number:5}")
    hints = Counter(finding.check for _, finding in found[Severity.INFO])
    print("    hints: " + ", ".join(f"{check} {number}" for check, number in hints.most_common(10)))
    if show:
        _show([x for findings in found.values() for x in findings if x[1].check == show], limit)


def _show(findings: list[tuple[Paragraph, Finding]], limit: int) -> None:
    chosen = random.Random(1).sample(findings, min(limit, len(findings)))
    for paragraph, finding in chosen:
        start, end = finding.start or 0, finding.end or 0
        text = paragraph.target
        around = f"{text[max(0, start - 80) : start]}[[{text[start:end]}]]{text[end : end + 80]}"
        print(f"\n{finding.severity} {paragraph.work} {paragraph.file}: {finding.message}\n    {around}")
        if paragraph.source:
            print(f"    en: {paragraph.source[:600]}")
            if not end:
                print(f"    {text[:600]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packages", nargs="*", help="only works with these words in their names")
    parser.add_argument("--language", choices=sorted(LANGUAGES), help="only this one")
    parser.add_argument("--show", metavar="CHECK", help="print examples of its findings")
    parser.add_argument("--limit", type=int, default=15, help="how many examples")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="unpack there, and use what is there already")
    arguments = parser.parse_args()
    if not shutil.which("apt-get") or not shutil.which("dpkg-deb"):
        print("skipped: there is no apt on this machine")
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder: Path = arguments.keep or Path(temporary)
        works = []
        for work in WORKS:
            if arguments.packages and not any(word in work.name for word in arguments.packages):
                continue
            versions = {package: unpack(package, folder) for package in work.packages}
            missing = [package for package, version in versions.items() if version is None]
            if missing:
                print(f"{work.name}: skipped, apt has no {', '.join(missing)}")
            else:
                print(", ".join(f"{package} {version}" for package, version in versions.items()))
                works.append(work)
        for language in [arguments.language] if arguments.language else LANGUAGES:
            chosen = [work for work in works if language in work.languages]
            measure(chosen, folder, language, arguments.show, arguments.limit)


if __name__ == "__main__":
    main()
