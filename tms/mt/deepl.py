"""Drafts by DeepL, through its official library."""

import json
import logging
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from tms.errors import InputError, ServiceError
from tms.mt.masking import Masked, mask_markup, restore_markup
from tms.values import Draft, DraftRequest, Usage

if TYPE_CHECKING:
    from deepl import TextResult

MOST_TEXTS = 50
# The service takes 128 KiB a request; the rest is room for the other fields.
MOST_BYTES = 120 * 1024
_LONGEST_CONTEXT = 8_000
_SECONDS_TO_ANSWER = 20.0
# What an account without a limit says its limit is.
_NO_LIMIT = 10**12
_TARGETS = {"en": "EN-GB", "pt": "PT-PT", "es-es": "ES"}
_WITH_REGION = frozenset({"EN-GB", "EN-US", "ES-419", "PT-BR", "PT-PT", "ZH-HANS", "ZH-HANT"})
_STRANGE_ANSWER = "DeepL gave an answer that is none"

_T = TypeVar("_T")
_Item = tuple[int, Masked]


class DeepLEngine:
    """The DeepL API; `retries` bounds how often a busy or failing service is asked again (1 s, then 1.6 s, …).

    Neither the key nor any text stands in its errors or in the log. The number of retries is a setting of the whole
    library: the engine built last decides.
    """

    id = "deepl"

    def __init__(self, key: str, server_url: str | None = None, *, retries: int = 3) -> None:
        # Here, not above: a tenth of a second that only a draft needs.
        import deepl

        _silence()
        deepl.http_client.max_network_retries = retries
        # A translation that is still being made must not be asked, and paid, for a second time.
        deepl.http_client.min_connection_timeout = _SECONDS_TO_ANSWER
        self._errors = deepl.exceptions
        url = _clean_url(server_url)
        self._host = urlsplit(url).hostname if url else None
        client = deepl.DeepLClient(_clean_key(key), server_url=url, send_platform_info=False)
        self._client = client.set_app_info("tms", "1")

    def translate(
        self, requests: Sequence[DraftRequest], *, source_language: str, target_language: str
    ) -> tuple[Draft, ...]:
        """A draft for each request; texts that share a context travel together.

        A text without words comes back as it is, unbilled. An answer that lost markup is refused.
        """
        source, target = source_language.split("-", maxsplit=1)[0].upper(), to_target_code(target_language)
        drafts: dict[int, Draft] = {}
        for context, texts in _group_by_context(requests).items():
            items: list[_Item] = []
            for index, text in texts:
                masked = mask_markup(text) if len(text) <= MOST_BYTES else None
                if masked is None or _count_bytes(masked.text) + _count_bytes(context) > MOST_BYTES:
                    drafts[index] = Draft("", self.id, refused="too long for one request")
                elif not masked.is_translatable:
                    drafts[index] = Draft(text, self.id)
                else:
                    items.append((index, masked))
            for chunk in _split_requests(items, MOST_BYTES - _count_bytes(context)):
                results = self._send([masked.text for _, masked in chunk], context, source, target)
                for (index, masked), result in zip(chunk, results, strict=True):
                    drafts[index] = self._to_draft(result, masked, requests[index].text)
        return tuple(drafts[index] for index in range(len(requests)))

    def read_usage(self) -> Usage | None:
        """Characters used and allowed in this billing period; None where the account does not say."""
        count = self._ask(lambda: self._client.get_usage().character)
        if count.count is None:
            return None
        is_limited = count.limit is not None and count.limit < _NO_LIMIT
        return Usage(used=count.count, limit=count.limit if is_limited else None)

    def _send(self, texts: list[str], context: str, source: str, target: str) -> "list[TextResult]":
        def ask() -> "list[TextResult]":
            found = self._client.translate_text(
                texts,
                source_lang=source,
                target_lang=target,
                context=context or None,
                formality="prefer_more",
                tag_handling="html",
                preserve_formatting=True,
            )
            return found if isinstance(found, list) else [found]

        results = self._ask(ask)
        if len(results) != len(texts) or not all(isinstance(result.text, str) for result in results):
            raise ServiceError(_STRANGE_ANSWER, self._hint_address())
        return results

    def _to_draft(self, result: "TextResult", masked: Masked, original: str) -> Draft:
        text = restore_markup(result.text, masked)
        billed = result.billed_characters or 0
        if text is None:
            return Draft("", self.id, billed, refused="links or emphasis came back broken")
        if not text.strip():
            return Draft("", self.id, billed, refused="the answer is empty")
        return Draft(_with_edges_of(original, text), self.id, billed)

    def _ask(self, question: Callable[[], _T]) -> _T:
        """Runs a call of the library; its own errors quote texts and answers, so they go no further than here."""
        errors = self._errors
        try:
            return question()
        except errors.AuthorizationException:
            raise ServiceError("DeepL refuses the key", "check DEEPL_AUTH_KEY; a free key ends in ':fx'") from None
        except errors.QuotaExceededException:
            raise ServiceError(
                "the DeepL quota of this month is used up", "wait for the next period, or draft from the memory"
            ) from None
        except errors.TooManyRequestsException:
            raise ServiceError("DeepL is too busy", "try again in a few minutes") from None
        except errors.ConnectionException:
            raise ServiceError(f"{self._host or 'DeepL'} cannot be reached", self._hint_address()) from None
        except errors.DeepLException as error:
            raise _to_service_error(error.http_status_code) from None
        except (TypeError, ValueError, AttributeError, KeyError):
            raise ServiceError(_STRANGE_ANSWER, self._hint_address()) from None

    def _hint_address(self) -> str:
        return "check the network" + (" and DEEPL_SERVER_URL" if self._host else "")


def to_target_code(language: str) -> str:
    """DeepL's name for a target language: `fr` FR, `es` ES, `es-419` and American countries ES-419, `en` EN-GB."""
    tag = language.replace("_", "-").lower()
    if tag in _TARGETS:
        return _TARGETS[tag]
    base, _, region = tag.partition("-")
    if base == "es" and region:
        return "ES-419"
    return tag.upper() if tag.upper() in _WITH_REGION else _TARGETS.get(base, base.upper())


def _silence() -> None:
    """Keeps the library's log of whole requests shut, whatever level anybody sets."""
    logger = logging.getLogger("deepl")
    if _is_harmless not in logger.filters:
        logger.addFilter(_is_harmless)


def _is_harmless(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.WARNING


def _clean_key(key: str) -> str:
    key = key.strip()
    if not key:
        raise InputError("there is no DeepL key", "set DEEPL_AUTH_KEY")
    if not (key.isascii() and key.isprintable() and " " not in key):
        raise InputError("the DeepL key has signs that no key has", "copy DEEPL_AUTH_KEY again from the DeepL account")
    return key


def _clean_url(url: str | None) -> str | None:
    if not url:
        return None
    if not _is_web_address(url):
        raise InputError("DEEPL_SERVER_URL is no web address", "it looks like 'https://api.deepl.com'")
    # Without the last slash the library would drop the last part of a path.
    return url if url.endswith("/") else url + "/"


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def _group_by_context(requests: Sequence[DraftRequest]) -> dict[str, list[tuple[int, str]]]:
    groups: dict[str, list[tuple[int, str]]] = {}
    for index, request in enumerate(requests):
        groups.setdefault(request.context[:_LONGEST_CONTEXT], []).append((index, request.text))
    return groups


def _split_requests(items: list[_Item], most_bytes: int) -> Iterator[list[_Item]]:
    chunk: list[_Item] = []
    size = 0
    for item in items:
        length = _count_bytes(item[1].text)
        if chunk and (len(chunk) == MOST_TEXTS or size + length > most_bytes):
            yield chunk
            chunk, size = [], 0
        chunk.append(item)
        size += length
    if chunk:
        yield chunk


def _count_bytes(text: str) -> int:
    # The library writes JSON in ASCII: an accent takes six bytes.
    return len(json.dumps(text)) + 2


def _with_edges_of(original: str, text: str) -> str:
    """The text with the white space of the original around it."""
    start = original[: len(original) - len(original.lstrip())]
    end = original[len(original.rstrip()) :]
    return start + text.strip() + end


def _to_service_error(status: int | None) -> ServiceError:
    if status is not None and status >= 500:
        return ServiceError(f"DeepL has a fault of its own (HTTP {status})", "try again later")
    if status == 413:
        return ServiceError("DeepL found the request too large (HTTP 413)", "draft fewer paragraphs at a time")
    if status is None:
        return ServiceError("DeepL could not be asked", "check DEEPL_AUTH_KEY and DEEPL_SERVER_URL")
    return ServiceError(f"DeepL refused the request (HTTP {status})", "check the languages of the project")
