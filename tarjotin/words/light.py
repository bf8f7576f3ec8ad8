"""Languages without a stemmer here: the word, and beside it the word without article, plural or case ending.

Both stand as alternatives, so what is taken off wrongly never takes the word away.
"""

from __future__ import annotations

import re

from tarjotin.words.forms import Forms
from tarjotin.words.letters import fold

# Arabic "and", "in", "for" and the article; Persian plurals; Sorani articles and plurals; all as `fold` writes them.
_ARABIC = re.compile(r"^(?:[وفبك]?ال|لل)(?=.{3})|(?<=.{3})(?:ات|ون|ين|ه)$")
_PERSIAN = re.compile(r"(?<=.{3})(?:هايي|هاي|ها)$")
_SORANI = re.compile(r"(?<=.{3})(?:هكانم|هكان|هكه|يهكان|يهكه|هك|ان|ه)$")
_UKRAINIAN = re.compile(
    r"(?<=.{3})(?:ість|ості|істю|ення|енню|еннями|ами|ями|ові|еві|ого|ому|ими|іми|ій|ий|их|им|ою|ею|єю|ої|ів|ам|ям|ах|ях|"
    r"[аяиіїуюеєоьй])$"
)
_SOMALI = re.compile(r"(?<=.{3})(?:yaasha|yaal|yada|adda|aha|ada|ooyin|oyin|[ktdgh]a|sha|[ktdgh]ii|[ktdgh]u)$")
ENDINGS: dict[str, re.Pattern[str]] = {
    "ar": _ARABIC,
    "fa": _PERSIAN,
    "ckb": _SORANI,
    "uk": _UKRAINIAN,
    "so": _SOMALI,
}


def forms(language: str, word: str) -> Forms:
    """The word as written in one way, and without its ending; an Arabic word also without its article alone."""
    whole = fold(word) if language in ("ar", "fa", "ckb") else word
    ending = ENDINGS.get(language)
    if ending is None:
        return Forms((word,))
    return Forms(tuple(dict.fromkeys((whole, ending.sub("", whole, count=1), ending.sub("", whole)))))
