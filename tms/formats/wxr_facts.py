"""What an export says of a post: its name, language, the translations it belongs to, and why it may be no article."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tms.formats.embedded_xml import read_xml
from tms.formats.html_runs import has_words
from tms.formats.wordpress_fields import normalize_language
from tms.formats.wxr_items import Field, Item

# Polylang keeps languages and translations as terms; WPML's export and Bogo as custom fields.
_LANGUAGE_DOMAIN = "language"
_GROUP_DOMAIN = "post_translations"
_LANGUAGE_FIELDS = ("_wpml_import_language_code", "_locale")
_GROUP_FIELDS = ("_wpml_import_translation_group", "_original_post")

_TYPES: Mapping[str, str] = {
    "attachment": "a file of the media library",
    "nav_menu_item": "an entry of a menu",
    "revision": "an old revision",
    "custom_css": "styles, not text",
    "customize_changeset": "a change of settings",
    "oembed_cache": "a stored embed",
    "user_request": "a request of a user",
    "polylang_mo": "strings of a plug-in",
    "acf-field": "a definition of fields",
    "acf-field-group": "a definition of fields",
    "wpcf7_contact_form": "a form",
    "amp_validated_url": "data of a plug-in",
}
# All types that WordPress itself calls so are parts of the theme, save texts that several posts share.
_OWN_PREFIX = "wp_"
_SHARED = "wp_block"
_NEVER: Mapping[str, str] = {
    "trash": "in the trash",
    "auto-draft": "a draft that was never saved",
    "inherit": "part of another post",
}
_UNPUBLISHED: Mapping[str, str] = {
    "draft": "a draft, not published",
    "pending": "waits for review, not published",
    "private": "private, not published",
    "future": "scheduled, not published yet",
}


@dataclass(frozen=True, slots=True)
class PostFacts:
    """The texts of a post's fields, decoded; "" for what the export does not say."""

    id: str
    slug: str
    title: str
    address: str
    kind: str
    status: str
    has_password: bool
    has_text: bool
    is_post: bool
    language: str
    group: str


def read_facts(item: Item, data: bytes) -> PostFacts:
    """What the fields of a post say; of several fields with one name the first one holds."""

    def read(field: Field) -> str:
        return read_xml(data[field.start - item.start : field.end - item.start].decode(errors="replace")).strip()

    texts: dict[str, str] = {}
    terms: dict[str, str] = {}
    custom: dict[str, str] = {}
    key = ""
    for field in item.fields:
        if field.name == "category":
            terms.setdefault(field.attributes.get("domain", ""), field.attributes.get("nicename", "").strip())
        elif field.name == "wp:meta_key":
            key = read(field)
        elif field.name == "wp:meta_value":
            if key in _LANGUAGE_FIELDS + _GROUP_FIELDS:
                custom.setdefault(key, read(field))
        elif field.name not in texts:
            texts[field.name] = read(field)
    return PostFacts(
        id=texts.get("wp:post_id", ""),
        slug=texts.get("wp:post_name", ""),
        title=texts.get("title", ""),
        address=texts.get("link", ""),
        kind=texts.get("wp:post_type", ""),
        status=texts.get("wp:status", ""),
        has_password=bool(texts.get("wp:post_password")),
        has_text=any(has_words(texts.get(name, "")) for name in ("title", "content:encoded", "excerpt:encoded")),
        is_post=any(name.startswith("wp:") for name in texts),
        language=_find_language(terms, custom),
        group=_find_first((terms.get(_GROUP_DOMAIN, ""), *(custom.get(name, "") for name in _GROUP_FIELDS))),
    )


def find_reason(facts: PostFacts, *, with_drafts: bool = False) -> str | None:
    """Why a post is no article, or None if it is one; `with_drafts` takes what is not public as well."""
    if not facts.is_post:
        return "no post: nothing in it is of WordPress"
    if reason := _TYPES.get(facts.kind) or _NEVER.get(facts.status):
        return reason
    if facts.kind.startswith(_OWN_PREFIX) and facts.kind != _SHARED:
        return f"a part of the theme ({facts.kind})"
    if not with_drafts and (reason := _find_privacy(facts)):
        return reason
    return None if facts.has_text else "without any text"


def _find_privacy(facts: PostFacts) -> str | None:
    if facts.status not in ("", "publish"):
        return _UNPUBLISHED.get(facts.status, f"not published ({facts.status})")
    return "behind a password" if facts.has_password else None


def _find_language(terms: Mapping[str, str], custom: Mapping[str, str]) -> str:
    codes = (terms.get(_LANGUAGE_DOMAIN, ""), *(custom.get(name, "") for name in _LANGUAGE_FIELDS))
    return _find_first([normalize_language(code) for code in codes])


def _find_first(values: Sequence[str]) -> str:
    return next((value for value in values if value), "")
