"""The keywords and audiences of an event as codes of their vocabularies. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from tarjotin.catalogue.records import Code
from tarjotin.common.text import LocalisedText

AUDIENCE_SCHEME = "leaudience"
OTHER_SCHEME = "lekeyword"  # an id without a prefix
CARD_KEYWORD = "helsinki:aflfbat76e"  # palvelukeskuskortti
CARD_HOLDERS = ("yso:p2433", "yso:p7708")  # pensioners and unemployed people may have the card
WOMEN, MEN = "yso:p16991", "yso:p8173"

# The sets helsinki:audiences and helfi:audiences, and women and men: the group often stands among the keywords.
AUDIENCES = frozenset(
    {f"yso:p{n}" for n in (4354, 13050, 11617, 5590, 2433, 2434, 7708, 6165, 7179, 12297, 4363, 23886, 16485, 15979)}
    | {f"helfi:{n}" for n in range(1, 8)}
    | {"helsinki:aflfbatkwe", WOMEN, MEN}
)

_CARD_SENTENCE = {
    "fi": "Tarvitset palvelukeskuskortin. Sen saa maksutta, kun on eläkkeellä tai työttömänä.",
    "sv": "Du behöver ett servicecentralskort. Pensionärer och arbetslösa får det gratis.",
    "en": "You need a service centre card. Pensioners and unemployed people get it free of charge.",
}


def code_of(keyword: str) -> Code:
    """`yso:p916` is code p916 of the scheme yso."""
    scheme, colon, code = keyword.partition(":")
    return Code(scheme, code) if colon and scheme and code else Code(OTHER_SCHEME, keyword)


def codes_of(keywords: Sequence[str], audiences: Sequence[str], *, card: bool) -> tuple[Code, ...]:
    """Keywords by their prefix, and each audience by its whole id; each once."""
    groups = [*audiences, *(keyword for keyword in keywords if keyword in AUDIENCES)]
    if card:
        groups += CARD_HOLDERS
        keywords = (*keywords, CARD_KEYWORD)
    codes = [code_of(keyword) for keyword in keywords] + [Code(AUDIENCE_SCHEME, group) for group in groups]
    return tuple(dict.fromkeys(codes))


def gender_of(groups: Sequence[str]) -> str:
    """Women or men, when the event names exactly one of them."""
    named = {WOMEN: "women", MEN: "men"}
    found = [named[group] for group in dict.fromkeys(groups) if group in named]
    return found[0] if len(found) == 1 else ""


def card_sentence() -> LocalisedText:
    return LocalisedText.of(_CARD_SENTENCE)
