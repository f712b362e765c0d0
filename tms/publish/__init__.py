"""What leaves the house: the gate before it, and the forms it takes."""

from tms.publish.gate import find_blockers
from tms.publish.html import ArticlePart, ArticleText, write_html
from tms.publish.manifest import ManifestEntry, build_manifest
from tms.publish.marks import mark_untranslated

__all__ = [
    "ArticlePart",
    "ArticleText",
    "ManifestEntry",
    "build_manifest",
    "find_blockers",
    "mark_untranslated",
    "write_html",
]
