"""`link-text`: a link without a text, or with one that says nothing: « cliquez ici », « aquí ».

Who hears a page read aloud hears its links without the sentences around them (WCAG 2.2, 2.4.4 and 2.4.9). Where the
source says no more, neither has the translation to; a picture in a link is its text.
"""

from collections.abc import Iterator

from tms.checks.check import Check, base_language
from tms.text.markup import find_tags, strip_markup
from tms.values import CheckInput, Severity, Spot

_VAGUE_TEXTS = {
    "en": "here|click here|press here|tap here|right here|see here|link|this link|the link|read here|this"
    "|more|read more|learn more|find out more|this page|over here|go here|by clicking here"
    "|follow this link|see more|details",
    "fr": "ici|cliquez ici|cliquer ici|clique ici|en cliquant ici|ici même|par ici|voir ici|lire ici|lien"
    "|ce lien|le lien|suivez ce lien|sur ce lien|lien ici|plus|lire plus|voir plus|cette page|là"
    "|cliquez là|là-bas|ci-dessous|ci-dessus|cliquez|en savoir plus ici|à cette adresse|ce site|cet article"
    "|article|voir"
    "|voir le lien|en suivant ce lien|en cliquant sur ce lien|ici et là|la suite|lire la suite ici"
    "|cliquez sur ce lien|appuyez ici|c'est ici|détails",
    "es": "aquí|acá|haga clic aquí|haz clic aquí|hagan clic aquí|clic aquí|haciendo clic aquí|pulse aquí"
    "|pulsa aquí|pinche aquí|pincha aquí|cliquee aquí|ver aquí|lea aquí|enlace|este enlace|el enlace"
    "|en este enlace|link|este link|más|ver más|leer más|esta página|presione aquí|dar clic aquí"
    "|click aquí|aquí mismo|aquí abajo|siga este enlace|sigue este enlace|haciendo clic en este enlace|ver"
    "|pinchando aquí"
    "|pulsando aquí|en esta página|este sitio|este artículo|consultar aquí|entra aquí|allí|haga click aquí"
    "|por aquí|detalles",
}
_VAGUE = {language: frozenset(texts.split("|")) for language, texts in _VAGUE_TEXTS.items()}
_EDGE = " \t\n\u00a0\u202f.,:;!¡?…()[]«»“”\"'→>›↗*_"
_PICTURES = ("<img", "![", "<svg", "<i ", "<span ", "<video", "<picture")
_LONGEST = 60


def _find(pair: CheckInput) -> Iterator[Spot]:
    text = pair.target
    if "](" not in text and "<a" not in text and "<A" not in text:
        return
    poor = [place for place in _list_links(text) if _says_nothing(text[slice(*place)], base_language(pair.language))]
    if not poor:
        return
    source = pair.source or ""
    allowed = sum(_says_nothing(source[slice(*place)], "en") for place in _list_links(source))
    for start, end in poor[allowed:]:
        shown = text[start:end].strip()
        yield Spot(f"the link text “{shown}” says nothing" if shown else "a link without a text", start, end)


def _list_links(text: str) -> Iterator[tuple[int, int]]:
    """Where the texts of the links stand."""
    start: int | None = None
    for tag in find_tags(text):
        is_link = tag.name == "link" or (tag.name == "a" and (tag.role == "close" or "href" in tag.raw.lower()))
        if not is_link:
            continue
        if tag.role == "open":
            start = tag.end
        elif start is not None:
            yield start, tag.start
            start = None


def _says_nothing(raw: str, language: str) -> bool:
    if len(raw) > _LONGEST or any(picture in raw for picture in _PICTURES):
        return False
    text = strip_markup(raw) if "<" in raw or "&" in raw or "*" in raw else raw
    plain = text.strip(_EDGE).casefold().replace("’", "'")
    return not text.strip() or plain in _VAGUE[language]


LINK_TEXT = Check(
    "link-text",
    "Link text",
    "style",
    Severity.INFO,
    _find,
    languages=frozenset(("fr", "es")),
    signs=frozenset("<["),
)
