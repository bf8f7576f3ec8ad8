"""What a service costs: the register has no field for it, only words. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tarjotin.common.text import LocalisedText

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")

# Only a sentence about the service as a whole counts: "Kerhot ovat maksuttomia" may be about a part of it.
_FREE = {
    "fi": re.compile(
        r"^\W*(?:(?:tämä\s)?palvelu(?:mme)?|(?:tämä\s)?toiminta(?:mme)?|osallistuminen)\s+on\s+"
        r"(?:[\w-]+\s+){0,3}?(?:maksuton|maksutonta|ilmainen|ilmaista)\b",
        re.I,
    ),
    "sv": re.compile(
        r"^\W*(?:tjänsten|servicen|verksamheten|deltagandet|det)\s+är\s+(?:[\w-]+\s+){0,3}?"
        r"(?:kostnadsfri|avgiftsfri|gratis)",
        re.I,
    ),
    "en": re.compile(
        r"^\W*(?:the|this|our)\s+(?:service|activity)\s+(?:is|are)\s+(?:[\w-]+\s+){0,3}?free\b"
        r"(?!\s+to\b)",
        re.I,
    ),
}
_NAMED_FREE = re.compile(r"\W*(\w{5,})\s+on\s+(?:maksuton|maksutonta|ilmainen|ilmaista)\b", re.I)
_NO_COSTS = re.compile(r"(?:maksut:\s*)?(?:maksuton|maksutonta|ilmainen|ilmaista|ei maksua|ei maksuja)\.?", re.I)
_FOR_SOME = re.compile(r"\d|\balle\b|\basti\b|\bjos\b|\bkun\b", re.I)  # "maksutonta alle 18-vuotiaille"
# Any of these in the Finnish text, and "free" is not the whole truth.
_BUT_PAID = re.compile(
    r"maksulli|\beuro|€|sakkomaksu|maksu(?:t)?\s+(?:määräytyy|vaihtele|peritä)|hinta|omavastuu|\bosa\b[^.]*maksu|"
    r"vuokra\s+on|pääsymaks|asiakasmaksu|pääsääntöisesti\s+(?:maksut|ilmai)|kustannuksia",
    re.I,
)


def fee_sentences(title: str, texts: Iterable[LocalisedText]) -> LocalisedText:
    """The sentences that say the service is free, one a language."""
    found: dict[str, str] = {}
    for text in texts:
        for wording in text.wordings:
            if wording.language in _FREE and wording.language not in found:
                said = next(
                    (each for each in _sentences(wording.text) if _says_free(title, each, wording.language)), None
                )
                found.update({wording.language: said} if said else {})
    return LocalisedText.of(found)


def is_free(title: str, texts: Iterable[LocalisedText], costs: LocalisedText) -> bool | None:
    """True when the Finnish text says so of the service as a whole and no word of it speaks of paying."""
    finnish = [text.get("fi") for text in texts]
    told_costs = costs.get("fi")
    if any(_BUT_PAID.search(text) for text in (*finnish, told_costs)):
        return None
    if _NO_COSTS.fullmatch(told_costs):
        return True
    said = [each for text in (*finnish, told_costs) for each in _sentences(text) if _says_free(title, each, "fi")]
    return True if any(not _FOR_SOME.search(sentence) for sentence in said) else None


def _says_free(title: str, sentence: str, language: str) -> bool:
    """Does the sentence call the service free, by that word or (in Finnish) by a word of its own name?"""
    if _FREE[language].search(sentence):
        return True
    named = _NAMED_FREE.match(sentence) if language == "fi" else None
    return named is not None and named[1].casefold() in title.casefold()


def _sentences(text: str) -> list[str]:
    return [sentence.strip() for sentence in _SENTENCE.findall(text)]
