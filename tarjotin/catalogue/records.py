"""What a source may tell about one thing: records, before they are matched and merged. Pure; knows no framework.

A form and an importer deliver the same record, so a rule about an activity has one home. The fields follow
docs/architecture.md and the tables of `models.py`. Three-valued facts are `True`, `False` or `None` (not told).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import TypeAlias

from tarjotin.common.distance import Point
from tarjotin.common.text import EMPTY, LocalisedText


@dataclass(frozen=True, slots=True)
class Ref:
    """Names one record of one source, for example `Ref("linkedevents", "place", "tprek:8215")`."""

    source: str
    kind: str
    external_id: str

    def __str__(self) -> str:
        return f"{self.source}/{self.kind}/{self.external_id}"


@dataclass(frozen=True, slots=True)
class Code:
    """A code of a vocabulary a source uses, for example `Code("tpr", "551")` or `Code("ptv", "P27.1")`.

    Schemes: tpr (tree node), tprword, tprprovider; tprtarget, tprlife and tprtag (service register; "hh_liik" …); yso,
    kulke, helfi, helsinki (Linked Events keywords, prefix = scheme), leaudience (a Linked Events keyword used as
    audience), ptv (service class), ptvtarget, ptvlife, koko, lipas, ht, hm, lahellatype, lahellaage, gender. An edit
    may carry category, audience, need or outside: then a person has decided.
    """

    scheme: str
    code: str

    def __str__(self) -> str:
        return f"{self.scheme}:{self.code}"


@dataclass(frozen=True, slots=True)
class ContactRecord:
    """Whom to ask: a role or a desk, never a person's name without consent."""

    role: LocalisedText = EMPTY
    phone: str = ""
    email: str = ""
    url: str = ""
    hours: LocalisedText = EMPTY
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HoursRecord:
    """Opening hours: one weekday span (1 = Monday), or a free note when the source has only text."""

    weekday: int | None = None
    opens: time | None = None
    closes: time | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    closed: bool = False
    note: LocalisedText = EMPTY


@dataclass(frozen=True, slots=True)
class AccessRecord:
    """How a place suits one profile (wheelchair, rollator …), by one way of arriving (any, own_car, dropped_off)."""

    profile: str
    arrival: str
    verdict: str
    shortcomings: LocalisedText = EMPTY
    count: int | None = None


@dataclass(frozen=True, slots=True)
class PriceRecord:
    """What it costs, for whom. `parsed` says that the sum was read out of free text, which stands in `note`."""

    who: str = "everyone"
    amount: Decimal | None = None
    per: str = "time"
    is_free: bool | None = None
    note: LocalisedText = EMPTY
    parsed: bool = False


@dataclass(frozen=True, slots=True)
class LanguageRecord:
    """A language of the activity; `how`: spoken, supported, interpreter_on_request, plain, sign."""

    language: str
    how: str = "spoken"


@dataclass(frozen=True, slots=True)
class SuitabilityRecord:
    """Can I join with this limit?

    `verdict`: suits, adapted, ask_first, not_for; `stated_by`: organiser, professional, derived.
    """

    limit: str
    verdict: str
    note: LocalisedText = EMPTY
    stated_by: str = "organiser"
    stated_on: date | None = None


@dataclass(frozen=True, slots=True)
class ScheduleRecord:
    """A weekly rhythm in Helsinki wall-clock time. `rrule` is RFC 5545 without DTSTART, `starts_on` the first day."""

    starts_on: date
    start: time
    end: time | None
    rrule: str
    ends_on: date | None = None
    except_on: tuple[date, ...] = ()
    place: Ref | None = None
    certain: bool = True  # False: read out of free text


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One dated time. UTC. `time_known` is False when the source knows only the day (then 00:00 Helsinki time)."""

    starts_at: datetime
    ends_at: datetime | None = None
    time_known: bool = True
    state: str = "planned"  # planned, moved, cancelled
    opens_at: datetime | None = None  # sign-up
    closes_at: datetime | None = None
    capacity: int | None = None
    places_left: int | None = None
    places_left_at: datetime | None = None
    queue_left: int | None = None
    is_trial: bool = False
    is_drop_in: bool = False
    place: Ref | None = None
    note: LocalisedText = EMPTY


@dataclass(frozen=True, slots=True)
class ImageRecord:
    url: str
    alt: LocalisedText = EMPTY
    licence: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class ChannelRecord:
    """A way to use a service: `kind` is phone, e_service, web, chat, form, email or visit."""

    kind: str
    name: LocalisedText = EMPTY
    value: str = ""
    languages: tuple[str, ...] = ()
    cost: LocalisedText = EMPTY
    hours: tuple[HoursRecord, ...] = ()
    note: LocalisedText = EMPTY


@dataclass(frozen=True, slots=True)
class ServicePlaceRecord:
    place: Ref
    phone: str = ""
    note: LocalisedText = EMPTY
    hours: tuple[HoursRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class ConceptRecord:
    """A word of a source's vocabulary, kept with its labels and broader words."""

    scheme: str
    code: str
    label: LocalisedText
    uri: str = ""
    parents: tuple[str, ...] = ()
    replaced_by: str = ""
    alternatives: LocalisedText = EMPTY
    position: int = 0  # in a short list of our own


@dataclass(frozen=True, slots=True)
class OrganisationRecord:
    name: LocalisedText
    # city, other_city, wellbeing_county, association, foundation, parish, company, peer_group, state; "" = not told
    kind: str = ""
    short_name: LocalisedText = EMPTY
    description: LocalisedText = EMPTY
    business_id: str = ""
    oid: str = ""
    parent: Ref | None = None
    website: LocalisedText = EMPTY
    email: str = ""
    phone: str = ""
    safe_space_url: LocalisedText = EMPTY


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    name: LocalisedText
    kind: str = "physical"  # physical, outdoors, online, phone
    summary: LocalisedText = EMPTY
    description: LocalisedText = EMPTY
    organisation: Ref | None = None
    street: LocalisedText = EMPTY
    postal_code: str = ""
    municipality: str = ""  # code, "091"
    city: LocalisedText = EMPTY
    point: Point | None = None
    parent: Ref | None = None
    tpr_unit: str = ""
    lipas_id: str = ""
    library_id: str = ""
    hours_id: str = ""
    building_id: str = ""
    entrance: LocalisedText = EMPTY
    entrance_point: Point | None = None
    arrival: LocalisedText = EMPTY
    parking: LocalisedText = EMPTY
    accessible_parking: bool | None = None
    lipas_type: str = ""
    website: LocalisedText = EMPTY
    email: str = ""
    phone: str = ""
    fees_text: LocalisedText = EMPTY
    notice: LocalisedText = EMPTY  # short-lived: closed for repairs …
    languages: tuple[str, ...] = ()
    access: tuple[AccessRecord, ...] = ()
    hours: tuple[HoursRecord, ...] = ()
    contacts: tuple[ContactRecord, ...] = ()
    image: ImageRecord | None = None
    keywords: LocalisedText = EMPTY
    codes: tuple[Code, ...] = ()


@dataclass(frozen=True, slots=True)
class ServiceRecord:
    name: LocalisedText
    kind: str = "service"  # service, guidance_desk, self_help, support_form
    organisation: Ref | None = None
    summary: LocalisedText = EMPTY
    description: LocalisedText = EMPTY
    how_to_get: LocalisedText = EMPTY
    requirements: LocalisedText = EMPTY
    fees_text: LocalisedText = EMPTY
    is_free: bool | None = None
    area: tuple[str, ...] = ()  # municipality codes; empty = everyone
    languages: tuple[str, ...] = ()
    life_events: tuple[str, ...] = ()
    places: tuple[ServicePlaceRecord, ...] = ()
    channels: tuple[ChannelRecord, ...] = ()
    contacts: tuple[ContactRecord, ...] = ()
    website: LocalisedText = EMPTY
    keywords: LocalisedText = EMPTY
    codes: tuple[Code, ...] = ()
    what_happens: LocalisedText = EMPTY
    what_you_gain: LocalisedText = EMPTY
    what_it_asks: LocalisedText = EMPTY
    anonymous_ok: bool | None = None
    id_needed: bool | None = None
    upstream_id: str = ""  # national description the texts came from


@dataclass(frozen=True, slots=True)
class ActivityRecord:
    name: LocalisedText
    organisation: Ref | None = None
    provider: LocalisedText = EMPTY  # the organiser's name, when the source has no record of it
    place: Ref | None = None
    place_text: LocalisedText = EMPTY  # where exactly, in words
    part_of: Ref | None = None  # a session's record names its series
    summary: LocalisedText = EMPTY
    description: LocalisedText = EMPTY
    what_happens: LocalisedText = EMPTY
    what_you_gain: LocalisedText = EMPTY
    what_it_asks: LocalisedText = EMPTY
    rhythm: str = ""  # one_off, weekly, course, season, open_always
    entry: str = ""  # drop_in, register, register_or_drop_in, referral_only, members
    register_url: LocalisedText = EMPTY
    register_phone: str = ""
    register_email: str = ""
    register_in_person: LocalisedText = EMPTY
    how_to_join: LocalisedText = EMPTY
    arrival: LocalisedText = EMPTY
    bring: LocalisedText = EMPTY
    min_age: int | None = None
    max_age: int | None = None
    gender: str = ""  # all, women, men
    fitness: str = ""  # any, light, moderate, demanding
    beginners: bool | None = None
    demands: tuple[str, ...] = ()
    seated_option: bool | None = None
    peer_support: bool | None = None
    led_by: str = ""  # professional, trained_volunteer, peer, nobody
    group_typical: int | None = None
    group_max: int | None = None
    children: str = ""  # no, welcome, own_activity, childcare
    children_ages: str = ""
    companion: tuple[str, ...] = ()  # free_assistant, escort_first_times, buddy, own_dog
    alone_ok: bool | None = None
    quiet_ok: bool | None = None
    trial: str = ""  # none, first_free, try_before_signing, open_house
    residents_only: tuple[str, ...] = ()
    setting: str = ""  # indoor, outdoor, water, online, hybrid
    safe_space: bool | None = None
    substance_free: bool | None = None
    anonymous_ok: bool | None = None
    id_needed: bool | None = None
    discreet_ticket: bool | None = None
    hygiene: LocalisedText = EMPTY
    food: str = ""  # none, coffee, meal_free, meal_cheap
    equipment: str = ""  # none, bring, loan, included
    volunteering: bool | None = None
    by_appointment: bool | None = None
    website: LocalisedText = EMPTY
    languages: tuple[LanguageRecord, ...] = ()
    suitability: tuple[SuitabilityRecord, ...] = ()
    prices: tuple[PriceRecord, ...] = ()
    schedules: tuple[ScheduleRecord, ...] = ()
    sessions: tuple[SessionRecord, ...] = ()
    contacts: tuple[ContactRecord, ...] = ()
    image: ImageRecord | None = None
    visible_from: datetime | None = None
    visible_until: datetime | None = None
    keywords: LocalisedText = EMPTY
    codes: tuple[Code, ...] = ()


@dataclass(frozen=True, slots=True)
class TagRecord:
    """What a thing is about: `scheme` is category, audience or need; `by` is source, rule or person."""

    scheme: str
    code: str
    reason: str
    by: str = "rule"
    confidence: float = 1.0
    main: bool = False


@dataclass(frozen=True, slots=True)
class TopicRecord:
    """A concept of the thesaurus a thing is about. `where`: code, title, keywords, summary or description; `matched`:
    the code or the words there; `source`: whose code or words they are; `reason`: the same in a sentence."""

    code: str
    confidence: float
    reason: str
    where: str = ""
    matched: str = ""
    source: str = ""


Record: TypeAlias = OrganisationRecord | PlaceRecord | ServiceRecord | ActivityRecord | ConceptRecord

ENTITY_KINDS: dict[str, type[Record]] = {
    "organisation": OrganisationRecord,
    "place": PlaceRecord,
    "service": ServiceRecord,
    "activity": ActivityRecord,
    "concept": ConceptRecord,
}


def entity_kind(record: Record) -> str:
    return next(kind for kind, record_type in ENTITY_KINDS.items() if isinstance(record, record_type))
