"""Names of languages in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tarjotin.common.languages import OWN_NAMES
from tarjotin.web.formats.dates import locale_of
from tarjotin.web.formats.lists import comma

# People know these by names that CLDR has not; its own code for Dari is "fa-AF".
KNOWN_AS = {
    "prs": gettext_lazy("dari"),
    "fa-AF": gettext_lazy("dari"),
    "ckb": gettext_lazy("kurdi (sorani)"),
    "kmr": gettext_lazy("kurdi (kurmandži)"),
    "rom": gettext_lazy("romani"),
    "rmf": gettext_lazy("romani"),
}
SAME_AS = {"cmn": "zh", "nob": "nb", "fas": "fa", "ara": "ar", "som": "so"}
SIGN_LANGUAGES = frozenset({"fse", "fss", "sgn", "sign"})


def language_name(tag: str, language: str) -> str:
    """ "suomi" for a Finnish reader, "finska" for a Swedish one; never a tag."""
    tag = SAME_AS.get(tag, tag).replace("_", "-")
    if tag in SIGN_LANGUAGES:
        return _("viittomakieli")
    if tag == "fi-simple":
        return _("selkeä suomi")
    if tag in KNOWN_AS:
        return str(KNOWN_AS[tag])
    return _written_out(tag, language) or OWN_NAMES.get(tag) or _written_out(tag, "en") or _("muu kieli")


@lru_cache(maxsize=1_000)
def _written_out(tag: str, language: str) -> str:
    try:
        name = Locale.parse(tag, sep="-").get_display_name(locale_of(language))
    except (UnknownLocaleError, ValueError):
        name = locale_of(language).languages.get(tag)
    return name or ""


def language_list(tags: Iterable[str], language: str) -> str:
    return comma(language).join(dict.fromkeys(language_name(tag, language) for tag in tags))
