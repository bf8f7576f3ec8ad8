"""Does a short text name a person? Then it is left out: who answers is a role here. Pure."""

from __future__ import annotations

import re

from tarjotin.common.text import LocalisedText

# "Maija Mallikas": two words with a capital, the second in small letters after it. "Helsingin kaupunki" is none.
_TWO_NAMES = re.compile(r"\b[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?\s+[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?\b")
_REMOVED = re.compile(r"\[[^\]]*poistettu\]")


def names_a_person(text: str) -> bool:
    return bool(_TWO_NAMES.search(text) or _REMOVED.search(text))


def without_names(text: LocalisedText) -> LocalisedText:
    """The wordings that name nobody."""
    return text.map(lambda wording: "" if names_a_person(wording) else wording)
