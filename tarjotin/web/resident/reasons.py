"""Why an entry was found, and what about it is not told, in plain words."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tarjotin.search.query import Reason
from tarjotin.web.resident import criteria
from tarjotin.words.thesaurus import thesaurus

MOST = 4  # reasons on one card
# Criteria that can be asked in words but have no boxes on the page yet: what is not told, or not met.
NAMES = {
    "discount": gettext_lazy("alennus"),
    "gender": gettext_lazy("naisille vai miehille"),
    "children": gettext_lazy("voiko lapsi tulla mukaan"),
    "group_size": gettext_lazy("ryhmän koko"),
    "peer_support": gettext_lazy("vertaistuki"),
    "beginners": gettext_lazy("sopiiko aloittelijalle"),
    "fitness": gettext_lazy("kuinka raskasta se on"),
    "seated": gettext_lazy("voiko osallistua istuen"),
    "limit": gettext_lazy("sopiiko vaivan kanssa"),
    "setting": gettext_lazy("sisällä vai ulkona"),
    "trial": gettext_lazy("voiko ensin kokeilla"),
    "led_by": gettext_lazy("kuka ohjaa"),
    "companion": gettext_lazy("saako seuraa tai saattajan"),
    "alone_ok": gettext_lazy("voiko tulla yksin"),
    "quiet_ok": gettext_lazy("voiko olla hiljaa"),
    "safe_space": gettext_lazy("turvallisemman tilan periaatteet"),
    "substance_free": gettext_lazy("päihteettömyys"),
    "anonymous": gettext_lazy("voiko tulla nimettömänä"),
    "no_id": gettext_lazy("tarvitaanko henkilötodistus"),
    "discreet_ticket": gettext_lazy("huomaamaton lippu"),
    "food": gettext_lazy("ruoka tai kahvi"),
    "equipment": gettext_lazy("välineet"),
    "newcomers": gettext_lazy("otetaanko uusia mukaan"),
    "rail": gettext_lazy("matka metrolle tai junalle"),
    "parking": gettext_lazy("pysäköinti"),
    "accessible_parking": gettext_lazy("esteetön pysäköinti"),
    "access": gettext_lazy("esteettömyys"),
    "when": gettext_lazy("milloin"),
    "open_now": gettext_lazy("onko nyt avoinna"),
    "places_left": gettext_lazy("onko vapaita paikkoja"),
    "distance": gettext_lazy("matka"),
    "age": gettext_lazy("ikä"),
}
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
    names = [_group(group) for group in groups]
    return _("Ei täytä ehtoa: %(names)s") % {"names": _listed(names)} if names else ""


def _named(reason: Reason, language: str) -> str:
    if reason.kind == "word":
        return f"”{reason.value}”"
    if reason.kind == "concept":
        return thesaurus()[reason.value].label(language) if reason.value in thesaurus() else ""
    if not reason.value:  # the whole group is not told
        return _group(reason.group)
    if reason.group in NAMES:  # asked in words, which the page repeats as they were written
        return ""
    return criteria.label(reason.group, reason.value, language)


def _group(group: str) -> str:
    return str(criteria.TITLES[group]).lower() if group in criteria.TITLES else str(NAMES[group])


def _listed(names: Iterable[str]) -> str:
    return ", ".join(list(dict.fromkeys(name for name in names if name))[:MOST])
