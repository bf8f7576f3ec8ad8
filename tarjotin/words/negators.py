"""Words that deny what follows them: "ei uimista", "no swimming", "inget simmande". Pure."""

from __future__ import annotations

from tarjotin.words.letters import normalise

_WORDS = {
    "fi": "ei eikä en älä ilman paitsi",
    "sv": "ej inte inga ingen inget utan förutom",
    "en": "not no without except never don dont nor",
    "et": "mitte ära ilma peale ei",
    "ru": "не без кроме",
    "uk": "не без крім окрім",
    "ar": "ليس لا بدون غير ماعدا",
    "so": "ma aan maaha",
    "fa": "نه بدون غیر نباشد نا",
    "ckb": "نا بێ نەک",
}
BY_LANGUAGE = {language: frozenset(normalise(words).split()) for language, words in _WORDS.items()}
NEGATORS = frozenset().union(*BY_LANGUAGE.values())
