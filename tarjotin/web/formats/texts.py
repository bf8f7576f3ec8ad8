"""Texts of the catalogue for a reader: in their language, or in another one and said so. Always escaped."""

from __future__ import annotations

import re

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tarjotin.common.languages import base_of, direction
from tarjotin.common.text import LocalisedText
from tarjotin.web.formats import phones
from tarjotin.web.formats.languages import language_name

EMPTY = SafeString("")
LINK = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]]|\+358[\d ]{6,14}\d|\b0\d[\d -]{5,11}\d\b")
LONGEST_SHOWN_ADDRESS = 50


def wording(text: LocalisedText, language: str) -> SafeString:
    """The best wording, inline; one in another language carries its `lang` and `dir`."""
    found = text.in_language(language)
    if found is None:
        return EMPTY
    if base_of(found.language) == base_of(language):
        return SafeString(escape(found.text))
    return format_html(
        '<span lang="{}" dir="{}">{}</span>', base_of(found.language), direction(found.language), found.text
    )


def plain_wording(text: LocalisedText, language: str) -> str:
    """The best wording as plain text, for titles and attributes."""
    found = text.in_language(language)
    return found.text if found else ""


def is_fallback(text: LocalisedText, language: str) -> bool:
    found = text.in_language(language)
    return found is not None and base_of(found.language) != base_of(language)


def only_in(text: LocalisedText, language: str) -> str:
    """ "Vain suomeksi", when the text is not there in the reader's language."""
    found = text.in_language(language)
    if found is None or base_of(found.language) == base_of(language):
        return ""
    known = {"fi": _("Vain suomeksi"), "sv": _("Vain ruotsiksi"), "en": _("Vain englanniksi")}
    tag = base_of(found.language)
    return known.get(tag) or _("Vain tällä kielellä: %(language)s") % {"language": language_name(tag, language)}


def paragraphs(text: LocalisedText, language: str) -> SafeString:
    """The best wording as paragraphs with its addresses and phone numbers as links."""
    found = text.in_language(language)
    if found is None:
        return EMPTY
    blocks = [block for block in re.split(r"\n\s*\n", found.text.strip()) if block.strip()]
    html = format_html_join("", "{}", ((_block(block),) for block in blocks))
    if base_of(found.language) == base_of(language):
        return html
    return format_html('<div lang="{}" dir="{}">{}</div>', base_of(found.language), direction(found.language), html)


def linked(text: str) -> SafeString:
    """The text escaped, its web addresses and phone numbers as links."""
    pieces: list[str] = []
    end = 0
    for match in LINK.finditer(text):
        pieces += [escape(text[end : match.start()]), _anchor(match[0])]
        end = match.end()
    pieces.append(escape(text[end:]))
    return SafeString("".join(pieces))  # every piece is escaped above


def _block(block: str) -> SafeString:
    """A paragraph, or a list where every line begins with a mark of one."""
    lines = [line.strip() for line in block.splitlines() if line.strip()]
    if len(lines) > 1 and all(line[0] in "-–•*" for line in lines):
        items = format_html_join("", "<li>{}</li>", ((linked(line.lstrip("-–•* ")),) for line in lines))
        return format_html("<ul>{}</ul>", items)
    return format_html("<p>{}</p>", format_html_join(SafeString("<br>"), "{}", ((linked(line),) for line in lines)))


def _anchor(found: str) -> SafeString:
    if not found.startswith("http"):
        return phones.link(found)
    shown = found.split("://", 1)[1].removeprefix("www.").rstrip("/")
    if len(shown) > LONGEST_SHOWN_ADDRESS:
        shown = shown[: LONGEST_SHOWN_ADDRESS - 1] + "…"
    return format_html('<a href="{}" rel="nofollow">{}</a>', found, shown)
