"""An activity of Lähellä.fi; its channels give the places, times and ways to sign up."""

from __future__ import annotations

import re
from itertools import pairwise

from tarjotin.catalogue.records import ActivityRecord, Code, LanguageRecord, Ref
from tarjotin.common.languages import SOURCE_TAGS
from tarjotin.common.text import EMPTY, LocalisedText
from tarjotin.sources import municipalities
from tarjotin.sources.cleaning import phone, web_address
from tarjotin.sources.lahella import times
from tarjotin.sources.lahella.channels import IN_ACTIVITY, TAKEN, address, place_ref, types
from tarjotin.sources.lahella.contacts import contacts_of, role_email, website
from tarjotin.sources.lahella.groups import groups_of
from tarjotin.sources.lahella.prices import prices_of
from tarjotin.sources.lahella.texts import Raw, joined, localised
from tarjotin.sources.raw import Notes, mapping, moment_of_ms, rows, text, words
from tarjotin.sources.source import Parsed
from tarjotin.sources.trials import TRIAL_FROM_TEXT, trial

ITEM_FIELDS = frozenset({"_key", "status", "tags", "traits", "links", "groups"})
TRAITS = frozenset("type translations theme format locale demographic region pricing contacts channels".split())
# A photo has a number and no address; what languages an editor must write is the source's own business.
LEFT = frozenset({"photo", "photoAlt", "requiredLocales"})
EVENT_FIELDS = frozenset({"start", "end", "timeZone", "type", "recurrence"})
NEAR_STATES = frozenset({"Uusimaa"})
SIGN_LANGUAGE, SIGN_TAG = "fisl", "fse"  # the source's code and the standard one of Finnish Sign Language
# "se-SE" stands beside "sv" in the source's list and is Northern Sami.
LANGUAGES = {**SOURCE_TAGS, "se-SE": "se", SIGN_LANGUAGE: SIGN_TAG}
GENDERS = {"gender/male": "men", "gender/female": "women"}
NO_UPPER_AGE = 99
BY_PHONE = LocalisedText.of(fi="Puhelimitse", sv="Per telefon", en="By phone")
ONLINE = LocalisedText.of(fi="Verkossa", sv="På nätet", en="Online")
_AGES = re.compile(r"ageGroup/range:(\d{1,3})-(\d{1,3})")


def activity_of(item: Raw) -> Parsed:
    notes, traits = Notes(), mapping(item.get("traits"))
    name = localised(traits, "name", notes)
    if not name:
        return Parsed(rejected="the activity has no name", flags=notes.flags)
    if far := _far_away(traits):
        return Parsed(rejected=f"outside the region: {far}", flags=notes.flags)
    when = _times(item, notes)
    record = _record(item, traits, name, when, notes)
    return Parsed(record=record, flags=notes.flags, unread=_unread(item, traits), expires_at=when.ends_at())


def _record(item: Raw, traits: Raw, name: LocalisedText, when: times.Times, notes: Notes) -> ActivityRecord:
    channels = rows(traits.get("channels"))
    contacts = contacts_of(traits, notes)
    prices = prices_of(words(traits.get("pricing")), localised(traits, "pricing", notes))
    for flag in prices.flags:
        notes.add(flag)
    summary, description = localised(traits, "summary", notes), localised(traits, "description", notes)
    sign_up = joined(localised(traits, "registration", notes), *(localised(c, "registration", notes) for c in channels))
    entry = _entry(channels)
    min_age, max_age = _ages(words(traits.get("demographic")), notes)
    visible = mapping(mapping(item.get("tags")).get("visibility"))
    return ActivityRecord(
        name=name,
        organisation=_organisation(item),
        provider=_provider(item, notes),
        place=next(filter(None, (place_ref(text(item.get("_key")), channel) for channel in channels)), None),
        place_text=_elsewhere(channels),
        summary=summary,
        description=description,
        rhythm=when.rhythm(),
        entry=entry,
        register_url=_register_url(channels),
        register_phone=_register_phone(channels, sign_up if entry == "register" else EMPTY),
        register_email=next(filter(None, (role_email(c.get("registrationEmail"), notes) for c in channels)), ""),
        how_to_join=sign_up,
        min_age=min_age,
        max_age=max_age,
        gender=_gender(words(traits.get("demographic"))),
        trial=_trial((name, summary, description, *(price.note for price in prices.records)), notes),
        setting=_setting(channels),
        volunteering=True if traits.get("type") == "voluntary" else None,
        website=website(contacts),
        languages=tuple(map(_language, words(traits.get("locale")))),
        prices=prices.records,
        schedules=tuple(when.schedules),
        sessions=tuple(when.sessions),
        contacts=contacts,
        visible_from=moment_of_ms(visible.get("start")),
        visible_until=moment_of_ms(visible.get("end")),
        codes=_codes(traits),
    )


def _trial(texts: tuple[LocalisedText, ...], notes: Notes) -> str:
    found = trial(wording.text for text_ in texts for wording in text_.wordings)
    if found:
        notes.add(TRIAL_FROM_TEXT)
    return found


def _times(item: Raw, notes: Notes) -> times.Times:
    when, key = times.Times(), text(item.get("_key"))
    for channel in rows(mapping(item.get("traits")).get("channels")):
        times.read(channel.get("events"), place_ref(key, channel), when, notes)
    return when


def _far_away(traits: Raw) -> str:
    """The towns it is for, when none is near: the source is of the whole country. No region at all means everywhere."""
    regions = [region.rpartition("/") for region in words(traits.get("region"))]
    near = any(municipalities.code_of(name) or name in NEAR_STATES for _, _, name in regions)
    cities = (address(channel, "city", Notes()) for channel in rows(traits.get("channels")))
    here = any(municipalities.code_of(wording.text) for city in cities for wording in city.wordings)
    return "" if near or here else ", ".join(name for _, _, name in regions)[:80]


def _organisation(item: Raw) -> Ref | None:
    key = next(filter(None, (text(group.get("_key")) for group in groups_of(item))), "")
    return Ref("lahella", "group", key) if key else None


def _provider(item: Raw, notes: Notes) -> LocalisedText:
    return next((localised(mapping(group.get("traits")), "name", notes) for group in groups_of(item)), EMPTY)


def _elsewhere(channels: list[Raw]) -> LocalisedText:
    """Where it is, in words, for what has no place."""
    kinds = {kind for channel in channels for kind in types(channel)}
    return {frozenset({"phone"}): BY_PHONE, frozenset({"online"}): ONLINE}.get(frozenset(kinds), EMPTY)


def _setting(channels: list[Raw]) -> str:
    kinds = {kind for channel in channels for kind in types(channel)}
    if "hybrid" in kinds or {"place", "online"} <= kinds:
        return "hybrid"
    return "online" if kinds == {"online"} else ""


def _entry(channels: list[Raw]) -> str:
    told = {
        channel["registrationRequired"] for channel in channels if channel.get("registrationRequired") in (True, False)
    }
    if told == {True}:
        return "register"
    if told == {True, False} or (told and _register_url(channels)):
        return "register_or_drop_in"
    return "drop_in" if told else ""


def _register_url(channels: list[Raw]) -> LocalisedText:
    found = (web_address(channel.get("registrationUrl")) for channel in channels)
    return LocalisedText.of(fi=next(filter(None, found), ""))


def _register_phone(channels: list[Raw], sign_up: LocalisedText) -> str:
    """The number given for it, else the one in the instructions of an activity one must sign up for."""
    given = (phone(text(channel.get("registrationPhone"))) for channel in channels)
    told = (phone(wording.text) for wording in sign_up.wordings)
    return next(filter(None, (*given, *told)), "")


def _ages(demographic: list[str], notes: Notes) -> tuple[int | None, int | None]:
    found = sorted((int(match[1]), int(match[2])) for each in demographic if (match := _AGES.fullmatch(each)))
    if not found:
        return None, None
    if any(later[0] > earlier[1] + 1 for earlier, later in pairwise(found)):
        notes.add("age groups with a gap between them: taken together")
    top = max(end for _, end in found)
    return found[0][0] or None, top if top < NO_UPPER_AGE else None


def _gender(demographic: list[str]) -> str:
    told = {GENDERS[each] for each in demographic if each in GENDERS}
    if "gender/gender" in demographic or len(told) > 1:
        return "all"
    return next(iter(told), "")


def _language(locale: str) -> LanguageRecord:
    how = "sign" if locale == SIGN_LANGUAGE else "spoken"
    return LanguageRecord(LANGUAGES.get(locale, locale.split("-")[0][:12]), how)


def _codes(traits: Raw) -> tuple[Code, ...]:
    kind = text(traits.get("type"))
    kinds = {kind for channel in rows(traits.get("channels")) for kind in types(channel)}
    return (
        *((Code("lahellatype", kind),) if kind else ()),
        *(Code("ht", theme) for theme in words(traits.get("theme"))),
        *(Code("hm", form) for form in words(traits.get("format"))),
        *(
            Code("lahellaage", f"range:{m[1]}-{m[2]}")
            for each in words(traits.get("demographic"))
            if (m := _AGES.fullmatch(each))
        ),
        *(Code("gender", each.removeprefix("gender/")) for each in words(traits.get("demographic")) if each in GENDERS),
        *(Code("lahellachannel", each) for each in sorted(kinds)),
    )


def _unread(item: Raw, traits: Raw) -> frozenset[str]:
    channels = rows(traits.get("channels"))
    events = [event for channel in channels for event in rows(channel.get("events"))]
    return frozenset(
        {
            *(item.keys() - ITEM_FIELDS),
            *(f"traits.{key}" for key in traits.keys() - TRAITS - LEFT),
            *(f"channels.{key}" for channel in channels for key in channel.keys() - TAKEN - IN_ACTIVITY),
            *(f"events.{key}" for event in events for key in event.keys() - EVENT_FIELDS),
        }
    )
