"""The municipalities the tray is about, by their code (Statistics Finland), and how sources write their names. Pure."""

from __future__ import annotations

from tarjotin.common.text import EMPTY, LocalisedText

NAMES: dict[str, LocalisedText] = {
    "091": LocalisedText.of(fi="Helsinki", sv="Helsingfors", en="Helsinki"),
    "049": LocalisedText.of(fi="Espoo", sv="Esbo", en="Espoo"),
    "092": LocalisedText.of(fi="Vantaa", sv="Vanda", en="Vantaa"),
    "235": LocalisedText.of(fi="Kauniainen", sv="Grankulla", en="Kauniainen"),
}
CODES: tuple[str, ...] = tuple(NAMES)
_BY_NAME = {wording.text.casefold(): code for code, name in NAMES.items() for wording in name.wordings}


def code_of(name: str) -> str:
    """The code of a municipality by its Finnish or Swedish name; empty for all others."""
    return _BY_NAME.get(name.strip().casefold(), "")


def name_of(code: str) -> LocalisedText:
    return NAMES.get(code, EMPTY)
