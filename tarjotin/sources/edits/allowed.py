"""The words a field may hold where they are a closed list; `catalogue/records.py` describes the fields. Pure."""

from __future__ import annotations

from typing import Any

from tarjotin.catalogue.records import (
    AccessRecord,
    ActivityRecord,
    ChannelRecord,
    LanguageRecord,
    OrganisationRecord,
    PlaceRecord,
    ServiceRecord,
    SessionRecord,
    SuitabilityRecord,
)


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


ALLOWED: dict[type[Any], dict[str, frozenset[str]]] = {
    OrganisationRecord: {
        "kind": _words("city other_city wellbeing_county association foundation parish company peer_group state"),
    },
    PlaceRecord: {"kind": _words("physical outdoors online phone")},
    ServiceRecord: {"kind": _words("service guidance_desk self_help support_form")},
    ActivityRecord: {
        "rhythm": _words("one_off weekly course season open_always"),
        "entry": _words("drop_in register register_or_drop_in referral_only members"),
        "gender": _words("all women men"),
        "fitness": _words("any light moderate demanding"),
        "led_by": _words("professional trained_volunteer peer nobody"),
        "children": _words("no welcome own_activity childcare"),
        "trial": _words("none first_free try_before_signing open_house"),
        "setting": _words("indoor outdoor water online hybrid"),
        "food": _words("none coffee meal_free meal_cheap"),
        "equipment": _words("none bring loan included"),
        "companion": _words("free_assistant escort_first_times buddy own_dog"),
        "demands": _words(
            "stairs uneven_ground standing floor water cold throwing reading noise crowd touch speaking_aloud"
        ),
    },
    SuitabilityRecord: {
        "verdict": _words("suits adapted ask_first not_for"),
        "stated_by": _words("organiser professional derived"),
    },
    LanguageRecord: {"how": _words("spoken supported interpreter_on_request plain sign")},
    SessionRecord: {"state": _words("planned moved cancelled")},
    ChannelRecord: {"kind": _words("phone e_service web chat form email visit")},
    AccessRecord: {
        "profile": _words("wheelchair reduced_mobility rollator stroller visually_impaired hearing_aid"),
        "arrival": _words("any own_car dropped_off"),
        "verdict": _words("ok shortcomings unknown"),
    },
}
