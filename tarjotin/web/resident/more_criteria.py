"""Criteria that decide for some, under a few headings: what they are called, and which of them a page shows.

Their options are said with the words of the entries' own pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy

from tarjotin.web.formats.money import WHO
from tarjotin.web.resident.access import PROFILES
from tarjotin.web.resident.suitability import (
    CHILDREN,
    COMPANION,
    EQUIPMENT,
    FITNESS,
    FOOD,
    GENDER,
    LED_BY,
    LIMITS,
    NO,
    SETTING,
    YES,
)

# What one asks when it is not told, and says when it is not met.
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
    "open_now": gettext_lazy("onko nyt avoinna"),
    "places_left": gettext_lazy("onko vapaita paikkoja"),
    "distance": gettext_lazy("matka"),
    "age": gettext_lazy("ikä"),
}
LABELS: dict[str, Mapping[str, Any]] = {
    "discount": {who: WHO[who] for who in ("pensioner", "unemployed", "student", "child", "card")},
    "gender": GENDER,
    "children": CHILDREN,
    "group_size": {
        "small": gettext_lazy("Pieni ryhmä (enintään 8)"),
        "medium": gettext_lazy("Keskikokoinen ryhmä"),
        "large": gettext_lazy("Suuri ryhmä (vähintään 20)"),
    },
    "peer_support": {"yes": YES["peer_support"]},
    "beginners": {"yes": YES["beginners"]},
    "fitness": FITNESS,
    "seated": {"yes": YES["seated_option"]},
    "limit": LIMITS,
    "setting": {code: SETTING[code] for code in ("indoor", "outdoor", "water", "online")},
    "trial": {"yes": gettext_lazy("Voit ensin kokeilla")},
    "led_by": LED_BY,
    "companion": COMPANION,
    "alone_ok": {"yes": YES["alone_ok"]},
    "quiet_ok": {"yes": YES["quiet_ok"]},
    "safe_space": {"yes": YES["safe_space"]},
    "substance_free": {"yes": YES["substance_free"]},
    "anonymous": {"yes": YES["anonymous_ok"]},
    "no_id": {"yes": NO["id_needed"]},
    "discreet_ticket": {"yes": gettext_lazy("Huomaamaton lippu")},
    "food": FOOD,
    "equipment": EQUIPMENT,
    "newcomers": {"yes": gettext_lazy("Ottaa uusia mukaan")},
    "rail": {"near": gettext_lazy("Metro tai juna on lähellä (enintään 500 m)")},
    "parking": {"yes": gettext_lazy("Pysäköinti")},
    "accessible_parking": {"yes": gettext_lazy("Esteetön pysäköinti")},
    "access": PROFILES,
    "open_now": {"yes": gettext_lazy("Avoinna nyt")},
    "places_left": {"yes": gettext_lazy("Vapaita paikkoja")},
}
# Heading → its groups.
SECTIONS = {
    gettext_lazy("Millaista siellä on"): (
        *("beginners", "seated", "trial", "fitness", "group_size", "led_by", "setting", "equipment", "food"),
    ),
    gettext_lazy("Kenen kanssa"): (
        *("alone_ok", "quiet_ok", "newcomers", "peer_support", "gender", "children", "companion"),
    ),
    gettext_lazy("Terveys ja liikkuminen"): ("limit", "access"),
    gettext_lazy("Perille pääsy"): ("rail", "parking", "accessible_parking"),
    gettext_lazy("Turvallisuus ja yksityisyys"): (
        *("safe_space", "substance_free", "anonymous", "no_id", "discreet_ticket"),
    ),
    gettext_lazy("Alennukset"): ("discount",),
}


def labels(group: str) -> dict[str, str]:
    """Option → its name, without the full stop of the sentence it is on an entry's page."""
    return {option: str(label).removesuffix(".") for option, label in LABELS.get(group, {}).items()}
