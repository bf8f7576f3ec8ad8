"""An event, course or volunteering row becomes an activity. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tarjotin.catalogue.records import ActivityRecord, LanguageRecord, Ref, SessionRecord
from tarjotin.common.languages import SOURCE_TAGS
from tarjotin.common.text import EMPTY, LocalisedText
from tarjotin.sources.linkedevents import wording
from tarjotin.sources.linkedevents.codes import CARD_KEYWORD, card_sentence, codes_of, gender_of
from tarjotin.sources.linkedevents.event_fields import KNOWN
from tarjotin.sources.linkedevents.fields import (
    SOURCE_NAME,
    in_order,
    reference,
    references,
    rows_or_values,
    texts,
    word,
)
from tarjotin.sources.linkedevents.joining import Joining, read_joining
from tarjotin.sources.linkedevents.places import ONLINE_PLACE
from tarjotin.sources.linkedevents.prices import read_prices
from tarjotin.sources.linkedevents.series import Arrangement, Row, arrange
from tarjotin.sources.linkedevents.showing import ages_of, contacts_of, image_of, register_address, texts_of, website_of
from tarjotin.sources.linkedevents.signup import SignUp, read_sign_up, registration_of
from tarjotin.sources.linkedevents.times import Span, read_span
from tarjotin.sources.prices import Prices
from tarjotin.sources.raw import mapping
from tarjotin.sources.source import Parsed
from tarjotin.sources.trials import TRIAL_FROM_TEXT, trial
from tarjotin.sources.unread import unread

ESPOO_MIRROR = "espoo_le:"
RESCHEDULES_ALL = frozenset({"kulke", "harrastushaku"})  # these importers leave rows they saved again marked so

LOOKS_ENGLISH = "the Finnish text looks English"
CANCELLED_BY_NAME = "cancelled, by its name"
ENTRY_FROM_TEXT = "sign-up read out of the text"


@dataclass(frozen=True, slots=True)
class Event:
    """An event's texts and references, read once for all the rules."""

    raw: dict[str, Any]
    id: str
    name: LocalisedText
    summary: LocalisedText
    description: LocalisedText
    place_text: LocalisedText
    provider: LocalisedText
    flags: tuple[str, ...]
    keywords: tuple[str, ...]
    audiences: tuple[str, ...]
    role: str
    is_cancelled: bool
    words: tuple[str, ...]  # all its texts, for the rules that read them

    @property
    def is_course(self) -> bool:
        return self.raw.get("type_id") == "Course" or bool(self.raw.get("extension_course"))

    @property
    def needs_card(self) -> bool:
        return CARD_KEYWORD in self.keywords or wording.needs_service_centre_card(self.words)


def parse_event(raw: dict[str, Any]) -> Parsed:
    news = frozenset(unread(raw, KNOWN))
    if reason := _unwanted(raw):
        return Parsed(rejected=reason, unread=news)
    event = _event(raw)
    span = read_span(raw.get("start_time"), raw.get("end_time"), has_start_time=raw.get("has_start_time"))
    arrangement = arrange(_row(event, span))
    if arrangement.rejected:
        return Parsed(rejected=arrangement.rejected, flags=event.flags, unread=news)
    sign_up = read_sign_up(raw, span)
    joining = read_joining(event.words)
    prices = _prices(event)
    return Parsed(
        record=_activity(event, arrangement, sign_up, joining, prices),
        flags=_flags(event, span, arrangement, sign_up, joining, prices),
        unread=news,
        upstream=_upstream(event),
        expires_at=arrangement.expires_at,
    )


def _unwanted(raw: dict[str, Any]) -> str:
    if raw.get("deleted") is True:
        return "deleted at the source"
    if not reference(raw.get("id")):
        return "no id"
    if raw.get("publication_status") not in (None, "public"):
        return "not published at the source"
    if raw.get("super_event_type") == "umbrella" and rows_or_values(raw.get("sub_events")):
        return "an umbrella: its events are entries of their own"
    return "" if texts(raw.get("name")) else "no name"


def _event(raw: dict[str, Any]) -> Event:
    shown = texts_of(raw)
    name, cancelled = wording.strip_cancelled(shown.name)
    flags = list(shown.flags)
    if cancelled:
        flags.append(CANCELLED_BY_NAME)
    if wording.seems_english(shown.description.get("fi") or shown.summary.get("fi")):
        flags.append(LOOKS_ENGLISH)
    return Event(
        raw=raw,
        id=reference(raw.get("id")),
        name=name,
        summary=shown.summary,
        description=shown.description,
        place_text=shown.place_text,
        provider=shown.provider,
        flags=tuple(flags),
        keywords=references(raw.get("keywords")),
        audiences=references(raw.get("audience")),
        role=_role(raw),
        is_cancelled=cancelled or raw.get("event_status") == "EventCancelled",
        words=tuple(text for part_ in (name, shown.summary, shown.description) for text in in_order(part_)),
    )


def _role(raw: dict[str, Any]) -> str:
    """Parent or child of a series, or alone. `fetch` joins the parent's type, and whether it is still there."""
    if raw.get("super_event_type") == "recurring":
        return "parent"
    parent = mapping(raw.get("super_event"))
    is_series = parent.get("super_event_type", "recurring") != "umbrella" and not parent.get("gone")
    return "child" if is_series and reference(raw.get("super_event")) else "lone"


def _row(event: Event, span: Span | None) -> Row:
    return Row(
        span=span,
        role=event.role,
        is_course=event.is_course,
        titles=[*in_order(event.name), *in_order(event.summary)],
        texts=in_order(event.description),
        parts=len(rows_or_values(event.raw.get("sub_events"))),
        is_postponed=event.raw.get("event_status") == "EventPostponed",
        is_cancelled=event.is_cancelled,
        has_later_parts=event.raw.get("has_later_parts") is True,
    )


def _prices(event: Event) -> Prices:
    by_language: dict[str, str] = {}
    for text in (event.name, event.summary, event.description):
        for wording_ in text.wordings:
            by_language[wording_.language] = f"{by_language.get(wording_.language, '')}\n{wording_.text}"
    groups = registration_of(event.raw).get("registration_price_groups")
    per = "once" if event.is_course else "time"
    return read_prices(event.raw.get("offers"), LocalisedText.of(by_language), per=per, groups=groups)


def _activity(
    event: Event, arrangement: Arrangement, sign_up: SignUp, joining: Joining, prices: Prices
) -> ActivityRecord:
    raw, location = event.raw, reference(event.raw.get("location"))
    publisher, parent = reference(raw.get("publisher")), reference(raw.get("super_event"))
    entry = _entry(event, sign_up, joining)
    lowest, highest = ages_of(raw, event.name, sign_up)
    return ActivityRecord(
        name=event.name,
        organisation=_ref("organization", publisher),
        provider=event.provider,
        place=None if location == ONLINE_PLACE else _ref("place", location),
        place_text=event.place_text,
        part_of=_ref("event", parent) if event.role == "child" else None,
        summary=event.summary,
        description=event.description,
        what_it_asks=card_sentence() if event.needs_card else EMPTY,
        rhythm=arrangement.rhythm,
        entry=entry,
        register_url=register_address(raw, sign_up, joining, entry),
        register_phone=joining.phone,
        register_email=joining.email,
        how_to_join=sign_up.instructions,
        min_age=lowest,
        max_age=highest,
        gender=gender_of((*event.audiences, *event.keywords)),
        group_max=sign_up.capacity,
        trial=_trial(event, prices),
        setting=_setting(raw, location),
        volunteering=True if raw.get("type_id") == "Volunteering" else None,
        by_appointment=arrangement.by_appointment,
        website=website_of(raw),
        languages=_languages(raw),
        prices=prices.records,
        schedules=arrangement.schedules,
        sessions=tuple(_session(event, span, sign_up) for span in arrangement.sessions),
        contacts=contacts_of(raw, event.description),
        image=image_of(raw.get("images")),
        codes=codes_of(event.keywords, event.audiences, card=event.needs_card),
    )


def _trial(event: Event, prices: Prices) -> str:
    """The words beside the price count too: "5 €, ensimmäinen kerta 0 €"."""
    return trial((*event.words, *(text for price in prices.records for text in in_order(price.note))))


def _ref(kind: str, external_id: str) -> Ref | None:
    return Ref(SOURCE_NAME, kind, external_id) if external_id else None


def _entry(event: Event, sign_up: SignUp, joining: Joining) -> str:
    """The sign-up of the source, then the words, then the card that one must have."""
    if sign_up.exists:
        return "register_or_drop_in" if joining.entry == "register_or_drop_in" else "register"
    return joining.entry or ("members" if event.needs_card else "")


def _setting(raw: dict[str, Any], location: str) -> str:
    if location == ONLINE_PLACE:
        return "online"
    return {"in": "indoor", "out": "outdoor"}.get(word(raw.get("environment")), "")


def _languages(raw: dict[str, Any]) -> tuple[LanguageRecord, ...]:
    tags = (SOURCE_TAGS.get(tag, tag) for tag in references(raw.get("in_language")))
    return tuple(LanguageRecord(tag) for tag in dict.fromkeys(tags))


def _session(event: Event, span: Span, sign_up: SignUp) -> SessionRecord:
    return SessionRecord(
        starts_at=span.starts_at,
        ends_at=span.ends_at,
        time_known=span.time_known,
        state=_state(event),
        opens_at=sign_up.opens_at,
        closes_at=sign_up.closes_at,
        capacity=sign_up.capacity,
        places_left=sign_up.places_left,
        places_left_at=sign_up.places_left_at,
        queue_left=sign_up.queue_left,
    )


def _state(event: Event) -> str:
    """Cancelled by status or name; moved when a person moved it, not when an importer saved the row again."""
    status = event.raw.get("event_status")
    if event.is_cancelled:
        return "cancelled"
    if status == "EventPostponed":
        return "moved"
    resaved = event.id.partition(":")[0] in RESCHEDULES_ALL
    return "moved" if status == "EventRescheduled" and not resaved else "planned"


def _flags(
    event: Event, span: Span | None, arrangement: Arrangement, sign_up: SignUp, joining: Joining, prices: Prices
) -> tuple[str, ...]:
    found = [*event.flags, *(span.flags if span else ()), *arrangement.flags, *sign_up.flags, *prices.flags]
    if joining.entry and not sign_up.exists:
        found.append(ENTRY_FROM_TEXT)
    if _trial(event, prices):
        found.append(TRIAL_FROM_TEXT)
    return tuple(dict.fromkeys(found))


def _upstream(event: Event) -> Ref | None:
    """Espoo's events come here as copies with ids of their own; the original id shows only where the API tells it."""
    original = reference(event.raw.get("origin_id"))
    return _ref("event", original) if event.id.startswith(ESPOO_MIRROR) and original.startswith("espoo:") else None
