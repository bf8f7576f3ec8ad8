"""The languages of the interface and of the catalogue's texts, by BCP 47 tag."""

from __future__ import annotations

# What the catalogue is written in: sources deliver these, and every entry has an address in each.
CONTENT_LANGUAGES: tuple[str, ...] = ("fi", "sv", "en")

# What pages are written in; plain Finnish is a language of its own. Those of `DRAFTS` wait for a native reader.
INTERFACE_LANGUAGES: tuple[str, ...] = ("fi", "fi-simple", "sv", "en", "et", "ru", "uk", "ar", "so", "fa")
DRAFTS: frozenset[str] = frozenset({"et", "ru", "uk", "ar", "so", "fa"})

# A language's own name, in its own script: no flags, no translation (ux.md § 6).
OWN_NAMES: dict[str, str] = {
    "fi": "Suomi",
    "fi-simple": "Selkeä suomi",
    "sv": "Svenska",
    "en": "English",
    "so": "Soomaali",
    "ar": "العربية",
    "ru": "Русский",
    "uk": "Українська",
    "et": "Eesti",
    "fa": "فارسی",
    "ckb": "کوردیی ناوەندی",
    "zh-Hans": "简体中文",
    "fr": "Français",
    "de": "Deutsch",
    "es": "Español",
    "tr": "Türkçe",
    "vi": "Tiếng Việt",
}

RIGHT_TO_LEFT: frozenset[str] = frozenset({"ar", "fa", "ckb", "ur", "he"})

# What a reader of one language can most likely also read, before any other wording is tried.
FALLBACKS: dict[str, tuple[str, ...]] = {
    "fi": ("en", "sv"),
    "fi-simple": ("fi", "en", "sv"),
    "sv": ("fi", "en"),
    "en": ("fi", "sv"),
}
DEFAULT_FALLBACK: tuple[str, ...] = ("en", "fi", "sv")

# Sources write some tags in their own way: translate at the border only. In PTV "se" is Northern Sami,
# so this table serves the sources that mean Swedish by it (Linked Events importers, map data).
SOURCE_TAGS: dict[str, str] = {
    "se": "sv",
    "zh_hans": "zh-Hans",
    "fi-FI": "fi",
    "so-SO": "so",
    "uk-UA": "uk",
    "ru-RU": "ru",
    "et-EE": "et",
}


def reading_order(language: str) -> tuple[str, ...]:
    """The languages to try for a reader, best first."""
    return (language, *FALLBACKS.get(language, DEFAULT_FALLBACK))


def base_of(language: str) -> str:
    """The tag that machines know: voices, hyphenation and dictionaries have no plain Finnish (ux.md § 6)."""
    return "fi" if language == "fi-simple" else language


def direction(language: str) -> str:
    return "rtl" if language.split("-")[0] in RIGHT_TO_LEFT else "ltr"
