"""Texts as sources write them, made into the plain texts, addresses and numbers the catalogue keeps. Pure.

The catalogue's texts are plain: paragraphs parted by an empty line, list lines that begin with "• ", a link as
"text (https://…)". HTML never goes further than this module (sources.md § 0).
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote, urlsplit

import nh3
import phonenumbers

from tarjotin.common.languages import CONTENT_LANGUAGES
from tarjotin.common.text import LocalisedText
from tarjotin.sources.mailboxes import EMAIL_REMOVED, email, is_personal_email, mask_personal

__all__ = [
    "EMAIL_REMOVED",
    "email",
    "is_personal_email",
    "localised",
    "markdownless",
    "mask_personal",
    "phone",
    "phones",
    "plain",
    "safe_html",
    "web_address",
]

BULLET = "• "

SAFE_TAGS = {"p", "br", "ul", "ol", "li", "strong", "em", "a"}
SAFE_SCHEMES = {"http", "https", "mailto", "tel"}

# U+200C and U+200D stay: Persian and Kurdish need the one, emoji the other.
_UNSEEN = dict.fromkeys([*map(ord, "\u200b\u00ad\ufeff\u2060"), *(c for c in range(32) if c not in (9, 10))])
_SPACES = re.compile(r"[^\S\n]+")
_MANY_NEWLINES = re.compile(r"\n{3,}")
_LIST_LINE = re.compile(r"(?m)^(?:[-–*·▪●○]|•)[ \t]+(?=\S)")
_NOTHING = re.compile(r"[-–—.\s]*")
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]{2,8});")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--")
_BLOCK_TAG = re.compile(r"</?(?:p|br|div|ul|ol|li|h[1-6]|table|tr|section|article|blockquote)\b", re.I)
_STRONG, _EM = re.compile(r"<(/?)b(?=[\s>])", re.I), re.compile(r"<(/?)i(?=[\s>])", re.I)


def plain(text: object) -> str:
    """The text without markup, entities and unseen marks; what means "no value" ("-", not a text) becomes empty."""
    if not isinstance(text, str):
        return ""
    if "<" in text and _TAG.search(text):
        text = _without_tags(text)
    if "&" in text and _ENTITY.search(text):
        text = html.unescape(text)
    return _tidy(text)


def safe_html(text: object) -> str:
    """The text with only harmless tags and addresses left, for the few places that want links and emphasis."""
    if not isinstance(text, str):
        return ""
    renamed = _EM.sub(r"<\1em", _STRONG.sub(r"<\1strong", text.translate(_UNSEEN)))
    return nh3.clean(
        renamed,
        tags=SAFE_TAGS,
        attributes={"a": {"href"}},
        url_schemes=SAFE_SCHEMES,
        link_rel="nofollow noopener",
    ).strip()


def _tidy(text: str) -> str:
    if text.isprintable() and "  " not in text and text[:1].isalnum():  # most short texts: nothing to tidy but the ends
        return unicodedata.normalize("NFC", text.strip())
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    text = unicodedata.normalize("NFC", text.translate(_UNSEEN))
    text = _SPACES.sub(" ", text)
    text = "\n".join(line.strip() for line in text.split("\n"))
    text = _LIST_LINE.sub(BULLET, _MANY_NEWLINES.sub("\n\n", text)).strip()
    return "" if _NOTHING.fullmatch(text) else text


def _without_tags(text: str) -> str:
    reader = _TextOf(keeps_newlines=not _BLOCK_TAG.search(text))
    reader.feed(text)
    reader.close()
    return "".join(reader.parts)


class _TextOf(HTMLParser):
    """Collects the text of HTML. Newlines count only where no block tag does their work."""

    PARAGRAPHS = frozenset({"p", "div", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "table", "section", "article"})
    UNREAD = frozenset({"script", "style", "template", "iframe", "noscript"})

    def __init__(self, *, keeps_newlines: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._keeps_newlines = keeps_newlines
        self._unread = 0
        self._link: tuple[str, int] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.UNREAD:
            self._unread += 1
        elif tag == "a":
            self._link = (dict(attrs).get("href") or "", len(self.parts))
        elif tag == "li":
            self.parts.append("\n" + BULLET)
        else:
            self._end_line(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.UNREAD:
            self._unread = max(0, self._unread - 1)
        elif tag == "a" and self._link:
            href, start = self._link
            self.parts[start:] = [_link_text("".join(self.parts[start:]), href)]
            self._link = None
        elif tag not in ("br", "li"):
            self._end_line(tag)

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self.parts.append(data if self._keeps_newlines else re.sub(r"\s+", " ", data))

    def _end_line(self, tag: str) -> None:
        if tag in self.PARAGRAPHS:
            self.parts.append("\n\n")
        elif tag in ("br", "tr", "blockquote"):
            self.parts.append("\n")


def _link_text(text: str, href: str) -> str:
    """A link in plain text: its words, and its address when the words do not say it already."""
    scheme, _, rest = href.strip().partition(":")
    if scheme.lower() in ("mailto", "tel"):
        target = unquote(rest.split("?")[0]).strip()
        return text if _says(text, target) else f"{text.rstrip()} ({target})" if text.strip() else target
    address = web_address(href)
    if not address:
        return text
    if not text.strip() or _bare(text) == _bare(address):
        return address
    return f"{text.rstrip()} ({address})"


def _says(text: str, target: str) -> bool:
    """Do the words hold the e-mail address or the number already, however it is spaced?"""
    return re.sub(r"[^\w@]", "", target.lower()) in re.sub(r"[^\w@]", "", text.lower())


def _bare(address: str) -> str:
    return re.sub(r"^(https?://)?(www\.)?", "", address.strip().lower()).rstrip("/")


_MARKDOWN: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?m)^[ \t]*#{1,6}[ \t]+(.*?)[ \t]*#*$"), r"\n\1\n"),
    (re.compile(r"(?m)^[ \t]*>[ \t]?"), ""),
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", re.S), r"\2"),
    (re.compile(r"(?<![\w*])([*_])(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?![\w*])"), r"\2"),
    (re.compile(r"(?m)^[ \t]*[-*+][ \t]+(?=\S)"), BULLET),
    (re.compile(r"(?m)^[ \t]*([-*_][ \t]*){3,}$"), ""),
)
_MARKDOWN_LINK = re.compile(r"\[([^\]]+)\]\(\s*<?([^)\s>]+)>?[^)]*\)")
_MARKDOWN_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>|~])")


def markdownless(text: object) -> str:
    """The plain text of Markdown."""
    if not isinstance(text, str):
        return ""
    text = _MARKDOWN_LINK.sub(lambda found: _link_text(found[1], found[2]), text)
    for pattern, put in _MARKDOWN:
        text = pattern.sub(put, text)
    return plain(_MARKDOWN_ESCAPE.sub(r"\1", text))


def localised(raw: Mapping[str, Any], base: str, languages: Iterable[str] = CONTENT_LANGUAGES) -> LocalisedText:
    """The text of the fields `base_fi`, `base_sv` …, as plain text; languages without a value are left out."""
    return LocalisedText.of({language: plain(raw.get(f"{base}_{language}")) for language in languages})


_SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*):(?!\d+(?:/|$))", re.I)
_DOUBLE_SCHEME = re.compile(r"^(https?://)+(?=https?://)", re.I)
_HOST = re.compile(r"[\w-]+(\.[\w-]+)*\.[^\W\d_][\w-]+\.?", re.I)
LONGEST_ADDRESS = 2000


def web_address(url: object) -> str:
    """The first web address in the text, with a scheme; empty when it is none, or not http(s)."""
    parts = re.split(r"[\s;|]+|,(?=\s|https?:|www\.)", url.translate(_UNSEEN).strip()) if isinstance(url, str) else []
    address = _DOUBLE_SCHEME.sub("", _unwrapped(parts[0])) if parts else ""
    if address.startswith("//"):
        address = "https:" + address
    elif not _SCHEME.match(address):
        address = "https://" + address
    return address if _is_web_address(address) else ""


def _unwrapped(address: str) -> str:
    """Without the brackets or quotes around it; a bracket that closes one inside the address stays."""
    address = address.strip("<>\"'").lstrip("(")
    return address.rstrip(")") if "(" not in address else address


def _is_web_address(address: str) -> bool:
    if len(address) > LONGEST_ADDRESS:
        return False
    try:
        parts = urlsplit(address)
        host, user = parts.hostname or "", parts.username
    except ValueError:
        return False
    return parts.scheme.lower() in ("http", "https") and user is None and bool(_HOST.fullmatch(host))


# Emergency and other short numbers have no international form: they are kept as they are dialled.
_SHORT_NUMBER = re.compile(r"(?<![\d+])(112|116[ ]?\d{3})(?![\d ]*\d)")
_DIGITS = re.compile(r"\d\D{0,3}\d\D{0,3}\d")
_EXTENSION_WORDS = re.compile(r"\(0\)")


@lru_cache(maxsize=8192)
def phone(text: str | None, default_region: str = "FI") -> str:
    """The first phone number in the text: E.164, or a short number as it is dialled; empty when there is none."""
    return next(iter(phones(text, default_region)), "")


def phones(text: str | None, default_region: str = "FI") -> tuple[str, ...]:
    """All phone numbers in the text, each once, in their order."""
    if not text or not _DIGITS.search(text):
        return ()
    text = _EXTENSION_WORDS.sub("", text.translate(_UNSEEN))
    found = [(match.start, _e164(match.number)) for match in phonenumbers.PhoneNumberMatcher(text, default_region)]
    found += [(match.start(), match[0].replace(" ", "")) for match in _SHORT_NUMBER.finditer(text)]
    return tuple(dict.fromkeys(number for _, number in sorted(found)))


def _e164(number: phonenumbers.PhoneNumber) -> str:
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
