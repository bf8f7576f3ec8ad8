"""Why an entry was found, and what about it is not told, in plain words."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from tarjotin.search.query import Reason
from tarjotin.web.formats.lists import listed
from tarjotin.web.resident.criterion_words import label, name_of
from tarjotin.words.thesaurus import thesaurus

MOST = 4  # reasons on one card
PLAIN = frozenset({"kind"})  # a card says by itself that it is a place


def why(reasons: Iterable[Reason], language: str) -> str:
    """ "Sopii: maksuton, Kallio"; words that matched stand in quotes."""
    known = [_named(reason, language) for reason in reasons if not reason.unknown and reason.group not in PLAIN]
    return _("Sopii: %(reasons)s") % {"reasons": _listed(known)} if known else ""


def doubt(reasons: Iterable[Reason], language: str) -> str:
    """ "Ei kerrottu, kysy: hinta", for chosen criteria the entry does not tell."""
    unknown = [_named(reason, language) for reason in reasons if reason.unknown]
    return _("Ei kerrottu, kysy: %(reasons)s") % {"reasons": _listed(unknown)} if unknown else ""


def missed(groups: Iterable[str], language: str) -> str:
    """ "Ei täytä ehtoa: missä", of a near miss."""
    names = [name_of(group) for group in groups]
    return _("Ei täytä ehtoa: %(names)s") % {"names": _listed(names)} if names else ""


def _named(reason: Reason, language: str) -> str:
    if reason.kind == "word":
        return f"”{reason.value}”"
    if reason.kind == "concept":
        return thesaurus()[reason.value].label(language) if reason.value in thesaurus() else ""
    if not reason.value:  # the whole group is not told
        return name_of(reason.group)
    said = label(reason.group, reason.value, language)
    return "" if said == reason.value else said  # an option that pages do not offer has no words


def _listed(names: Iterable[str]) -> str:
    return listed(list(dict.fromkeys(name for name in names if name))[:MOST])
