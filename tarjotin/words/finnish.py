"""Finnish: libvoikko where it is installed, our own rules and words for what it does not know, then Snowball."""

from __future__ import annotations

from tarjotin.words import stemming, voikko
from tarjotin.words.forms import Forms


def analyser_name() -> str:
    return "voikko" if voikko.is_there() else "plain"


def forms(word: str) -> Forms:
    return voikko.forms(word) or Forms((stemming.stem("fi", word),))
