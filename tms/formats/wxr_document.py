"""A whole WordPress export around posts, as the importer of WordPress and every XML reader take it."""

import re
from collections.abc import Sequence

from tms.formats.embedded_xml import drop_forbidden, escape_xml

_EXPORT = "http://wordpress.org/export/1.2/"
_NAMESPACES = {
    "excerpt": f"{_EXPORT}excerpt/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "wfw": "http://wellformedweb.org/CommentAPI/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "wp": _EXPORT,
}
# A post may use names of a plug-in; what stood for them in its own export is not known any more.
_UNKNOWN = "urn:x-unknown:"
_SECTION = re.compile(r"<!\[CDATA\[.*?\]\]>|<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"""<(?:[^<>"']|"[^"]*"|'[^']*')*+>""")
_VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")
_PREFIX = re.compile(r"""(?:</?|\s)([A-Za-z_][\w.-]*):[\w.-]+(?=[\s=/>])""")


def wrap_wxr(items: Sequence[str], *, title: str = "", link: str = "", language: str = "") -> str:
    """An export (WXR 1.2) of the posts, each from `<item` to `</item>` as it is, save characters that XML forbids.

    The importer asks for the version and the addresses of the site; where PHP has no XML it reads line by line, so each
    of these and each post begins in a line of its own.
    """
    namespaces = {prefix: f"{_UNKNOWN}{prefix}" for item in items for prefix in _list_prefixes(item)} | _NAMESPACES
    declared = "".join(f'\n\txmlns:{prefix}="{address}"' for prefix, address in namespaces.items())
    address = escape_xml(link)
    head = (
        f'<?xml version="1.0" encoding="UTF-8" ?>\n<rss version="2.0"{declared}\n>\n\n<channel>',
        f"\t<title>{escape_xml(title)}</title>",
        f"\t<link>{address}</link>",
        "\t<description></description>",
        f"\t<language>{escape_xml(language)}</language>",
        "\t<wp:wxr_version>1.2</wp:wxr_version>",
        f"\t<wp:base_site_url>{address}</wp:base_site_url>",
        f"\t<wp:base_blog_url>{address}</wp:base_blog_url>",
    )
    return "\n".join((*head, *(f"\t{drop_forbidden(item)}" for item in items), "</channel>", "</rss>", ""))


def _list_prefixes(item: str) -> list[str]:
    tags = (tag[0] for tag in _TAG.finditer(_SECTION.sub("", item)) if ":" in tag[0])
    found = {prefix for tag in tags for prefix in _PREFIX.findall(_VALUE.sub("", tag))}
    return sorted(found - {"xml", "xmlns"})
