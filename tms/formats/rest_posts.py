"""Posts as the REST API of WordPress gives them (`/wp/v2/posts`): one object, or the list of an answer.

Units are the title, the content and the excerpt, in the order of the file. With `context=edit` they are the texts as
they are stored (`raw`, with block marks); without it what readers see (`rendered`). Of a text that has both only `raw`
is read, and the rendered one stays as it is: the site makes it anew.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tms.errors import InputError
from tms.formats.embedded import Dialect, Place, list_places, splice_places
from tms.formats.embedded_json import (
    JsonManner,
    Value,
    decode_json,
    find_manner,
    list_elements,
    read_json,
    read_members,
)
from tms.formats.html import BYTE_ORDER_MARK
from tms.formats.splice import build_document
from tms.formats.titles import shorten_title
from tms.formats.wordpress_fields import (
    CONTENT,
    EXCERPT,
    RENDERED_CONTENT,
    RENDERED_EXCERPT,
    TITLE,
    find_post_title,
    normalize_language,
)
from tms.values import Document, Skipped, Slice

_DIALECTS: Mapping[str, tuple[Dialect, Dialect]] = {
    "title": (TITLE, TITLE),
    "content": (CONTENT, RENDERED_CONTENT),
    "excerpt": (EXCERPT, RENDERED_EXCERPT),
}
_FORMS = ("raw", "rendered")
# Polylang, then WPML.
_LANGUAGES = ("lang", "wpml_current_locale", "wpml_current_language_code")
_HEAD = 1000
_HINT = "give an answer of /wp-json/wp/v2/posts, or one post of it"


def parse(text: str) -> Document:
    """The units of a post, or of all posts of an answer; raises InputError for JSON that is neither."""
    places = list(_list_places(text))
    spans = [place.make_span() for place in places]
    return build_document("wordpress-json", text, spans, find_post_title(place.unit for place in places))


def serialize(document: Document, targets: Sequence[str | None]) -> str:
    """The JSON with each target in the place of its unit, escaped as the file escapes."""
    pairs = zip(document.skeleton, (*(unit.raw for unit in document.units), ""), strict=True)
    return splice_places(document, targets, tuple(_list_places("".join(part for pair in pairs for part in pair))))


def slice_rest_posts(data: bytes, name: str, *, with_drafts: bool = False) -> tuple[Slice | Skipped, ...]:
    """The exact bytes of each post of an answer, with what it says of itself; raises InputError naming the answer.

    Posts that are not public are skipped unless they are wanted `with_drafts`.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(f"'{name}' is not UTF-8: line {line}", "ask the site for it again") from error
    try:
        posts = list(enumerate(_read_posts(text), 1))
        return tuple(_take(text, number, post, name, with_drafts=with_drafts) for number, post in posts)
    except InputError as error:
        raise InputError(f"'{name}': {error.message}", error.hint) from error


@dataclass(frozen=True, slots=True)
class _Post:
    members: Mapping[str, object]
    start: int
    end: int


def _read_posts(text: str) -> Iterator[_Post]:
    start = len(BYTE_ORDER_MARK) if text.startswith(BYTE_ORDER_MARK) else 0
    _refuse_page(text[start:])
    answer = read_json(text, start)
    values = list_elements(text, answer) if isinstance(answer.value, list) else [answer]
    for number, value in enumerate(values, 1):
        if not isinstance(value.value, dict):
            raise InputError(f"this is JSON, but entry {number} is no post", _HINT)
        _refuse_other(value.value)
        yield _Post(value.value, value.start, value.end)


def _refuse_page(text: str) -> None:
    head = text[:_HEAD].lstrip()
    if not head:
        raise InputError("the answer is empty", _HINT)
    if head.startswith("<"):
        raise InputError("this is a page (HTML), not an answer in JSON", _HINT)


def _refuse_other(members: Mapping[str, object]) -> None:
    if any(isinstance(text := members.get(name), dict) and set(_FORMS) & set(text) for name in _DIALECTS):
        return
    code, data = members.get("code"), members.get("data")
    if isinstance(code, str) and "message" in members:
        status = f", status {data['status']}" if isinstance(data, dict) and "status" in data else ""
        message = shorten_title(str(members["message"]))
        raise InputError(f"this is an error of the site, no post: {message} ({code}{status})", "see to it on the site")
    raise InputError("this is JSON, but no post of WordPress: it has no title, content or excerpt", _HINT)


def _list_places(text: str) -> Iterator[Place]:
    manner = find_manner(text)
    for post in _read_posts(text):
        fields = [(value, name) for name, value in read_members(text, post.start).items() if name in _DIALECTS]
        for value, name in fields:
            yield from _list_field(text, value, name, manner)


def _list_field(text: str, field: Value, name: str, manner: JsonManner) -> Iterator[Place]:
    if not isinstance(field.value, dict):
        return
    members = read_members(text, field.start)
    for form, dialect in zip(_FORMS, _DIALECTS[name], strict=True):
        if form in members and isinstance(members[form].value, str):
            yield from list_places(decode_json(text, members[form].start, members[form].end, manner), dialect)
            return


def _take(text: str, number: int, post: _Post, name: str, *, with_drafts: bool) -> Slice | Skipped:
    status = _read_text(post.members, "status")
    if status in ("trash", "auto-draft", "inherit") or not (with_drafts or status in ("", "publish")):
        return Skipped(f"'{name}', post {number}", f"not public on the site ({status})")
    return _make_slice(text, number, post, name)


def _make_slice(text: str, number: int, post: _Post, name: str) -> Slice:
    members = post.members
    return Slice(
        slug=_read_text(members, "slug"),
        format="wordpress-json",
        data=text[post.start : post.end].encode(),
        where=f"'{name}', post {number}",
        title=_read_title(members),
        address=_read_text(members, "link"),
        language=next((code for key in _LANGUAGES if (code := normalize_language(_read_text(members, key)))), ""),
        group=_find_group(members),
        id=_read_number(members),
    )


def _read_text(members: Mapping[str, object], name: str) -> str:
    value = members.get(name)
    return value if isinstance(value, str) else ""


def _read_title(members: Mapping[str, object]) -> str:
    title = members.get("title")
    forms = [_read_text(title, form) for form in _FORMS] if isinstance(title, dict) else []
    return next((" ".join(form.split()) for form in forms if form.strip()), "")


def _find_group(members: Mapping[str, object]) -> str:
    """The numbers of the posts that are translations of one another, which each of them says alike."""
    others = members.get("translations")
    numbers = {str(number) for number in others.values()} if isinstance(others, dict) else set()
    listed = members.get("wpml_translations")
    if isinstance(listed, list):
        numbers |= {str(other["id"]) for other in listed if isinstance(other, dict) and "id" in other}
    if not numbers:
        return ""
    return ",".join(sorted(numbers | {_read_number(members)}, key=lambda number: (len(number), number)))


def _read_number(members: Mapping[str, object]) -> str:
    # Numbers are read as they are written.
    return str(members.get("id", ""))
