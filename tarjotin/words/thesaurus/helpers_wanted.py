"""Entries that look for volunteers: they speak of the same things as those that help, and help nobody who seeks help.

"A volunteer calls you" is for who is called; "become a phone friend" and "training for volunteers" are for who calls.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tarjotin.common.text import LocalisedText

CODE = "volunteering"
# Where the reader is asked to help. Words in other roles ("vapaaehtoinen soittaa") don't say so.
_ROLE = (
    r"(?:\w*(?:kaveri|ystävä|kummi|luotsi|vertaise|tukihenkilö|tukiperhee|emännä|isännä|ohjaaja|opettaja|saattaja"
    r"|auttaja)ksi)"
)
_IN_NAME = {
    "fi": re.compile(
        rf"\b{_ROLE}\b|\bapukäsiä|\btule (?:auttamaan|opettamaan|ohjaamaan|esiintymään|mukaan auttamaan)"
        r"|vapaaehtoi(?:seksi|siksi)|vapaaehtois(?:toimin|teht|työ)|vapaaehtoistoiseksi|vapaaehtoisia\b"
    ),
    "sv": re.compile(
        r"\bbli \w*(?:vän|volontär|frivillig|kamrat)|\bvolontär(?:er)? sökes|frivillig(?:verksamhet|arbete)"
    ),
    "en": re.compile(
        r"\bbecome an? (?:\w+ )?(?:volunteer|friend|companion|mentor|guide|host|tutor|helper)"
        r"|\bvolunteer(?:s wanted|ing)\b"
    ),
}
_IN_TEXT = {
    "fi": re.compile(
        r"vapaaehtoi(?:seksi|siksi)|vapaaehtois(?:teht)|(?:uusille|uudet) vapaaehtois|info\S* vapaaehtoisille"
    ),
    "sv": re.compile(r"\bbli (?:volontär|frivillig)|frivilliguppdrag|nya (?:frivilliga|volontärer)"),
    "en": re.compile(r"\bbecome a volunteer|volunteer task|new volunteers"),
}
_WHERE = {"title": _IN_NAME, "keywords": _IN_NAME, "summary": _IN_TEXT}


def wants_helpers(texts: Iterable[tuple[str, LocalisedText]]) -> bool:
    """Whether the name, the keywords or the summary asks the reader to help."""
    return any(
        patterns[wording.language].search(wording.text.casefold())
        for where, text in texts
        for wording in text.wordings
        if (patterns := _WHERE.get(where, {})) and wording.language in patterns
    )
