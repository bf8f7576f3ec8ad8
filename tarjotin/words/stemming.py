"""Snowball's stems, for languages and words without a dictionary."""

from __future__ import annotations

import threading
from functools import lru_cache

import snowballstemmer

ALGORITHMS: dict[str, str] = {"fi": "finnish", "sv": "swedish", "en": "english", "ru": "russian", "et": "estonian"}


class _Stemmers(threading.local):
    """A stemmer keeps the word at hand in itself, so each thread has its own."""

    def __init__(self) -> None:
        self.of = {language: snowballstemmer.stemmer(name) for language, name in ALGORITHMS.items()}


_stemmers = _Stemmers()


@lru_cache(maxsize=20_000)
def stem(language: str, word: str) -> str:
    return str(_stemmers.of[language].stemWord(word))
