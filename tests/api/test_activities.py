"""What `/api/v1/activities` answers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from tarjotin.catalogue.models import ActivityLanguage
from tarjotin.common.text import LocalisedText, Wording
from tests import make
from tests.api import expect

pytestmark = pytest.mark.django_db
NOT_TOLD = dict.fromkeys(
    (
        "rhythm entry register_phone register_email min_age max_age gender fitness beginners seated_option "
        "peer_support led_by group_typical group_max children children_ages alone_ok quiet_ok trial setting safe_space "
        "substance_free anonymous_ok id_needed discreet_ticket food equipment volunteering by_appointment"
    ).split()
)
NO_TEXTS: dict[str, Any] = {
    name: {}
    for name in (
        "provider place_text summary description what_happens what_you_gain what_it_asks register_url "
        "register_in_person how_to_join arrival bring hygiene website keywords"
    ).split()
}
NOTHING: dict[str, Any] = {
    name: []
    for name in ("demands companion residents_only languages suitability prices schedules contacts tags").split()
}


def test_activity_with_every_fact_tells_them_all(client: Client) -> None:
    make.run(source="linkedevents", ended_at=make.NOW - timedelta(hours=5))
    record = make.source_record(source="linkedevents", kind="event", external_id="helsinki:abc")
    edit = make.source_record(source="edits", kind="activity", external_id="linkedevents/event/helsinki:abc")
    organiser, place, service = make.organisation(), make.place(), make.service()
    activity = make.activity(
        name={"fi": "Tuolijumppa", "sv": "Stolgymnastik"},
        origins={"name.fi": record.pk, "name.sv": record.pk, "bring.fi": edit.pk},
        organisation=organiser,
        place=place,
        service=service,
        provider="Kotikulma",
        place_text="2. kerros",
        summary="Jumppaa istuen.",
        description="Tunti kestää 45 minuuttia.",
        what_happens="Liikutaan musiikin tahtiin.",
        what_you_gain="Voimaa.",
        what_it_asks="Ei mitään.",
        rhythm="weekly",
        entry="register_or_drop_in",
        register_url="https://example.org/ilmo",
        register_phone="+358401234567",
        register_email="jumppa@example.org",
        register_in_person="Kysy aulasta.",
        how_to_join="Tule ovelle.",
        arrival="Hissillä.",
        bring="Vesipullo.",
        min_age=60,
        max_age=99,
        gender="all",
        fitness="light",
        beginners=True,
        demands=["standing", "noise"],
        seated_option=True,
        peer_support=False,
        led_by="trained_volunteer",
        group_typical=8,
        group_max=15,
        children="no",
        children_ages="3-6",
        companion=["free_assistant"],
        alone_ok=True,
        quiet_ok=True,
        trial="first_free",
        residents_only=["091"],
        setting="indoor",
        safe_space=True,
        substance_free=True,
        anonymous_ok=False,
        id_needed=False,
        discreet_ticket=True,
        hygiene="Pukuhuone.",
        food="coffee",
        equipment="loan",
        volunteering=False,
        by_appointment=False,
        website="https://example.org",
        keywords="jumppa",
        image_url="https://example.org/kuva.jpg",
        image_alt="Väkeä tuoleilla.",
        image_licence="CC BY 4.0",
        image_credit="Kuvaaja",
        visible_until=make.NOW + timedelta(days=30),
        checked_on=date(2026, 11, 1),
        version=3,
    )
    ActivityLanguage.objects.create(activity=activity, language="fi", how="plain")
    make.suitability(activity=activity, limit="hip", verdict="adapted", note="Liikkeet voi jättää väliin.")
    make.price(activity=activity, amount="2.5", who="pensioner", parsed=True, note="2,50 €")
    make.schedule(activity=activity, rrule="FREQ=WEEKLY;BYDAY=TU", except_on=["2026-12-22"], ends_on=date(2026, 12, 29))
    make.contact(activity=activity, role="Toimisto", phone="+358401234567", email="a@example.org", languages=["fi"])
    make.tag(activity, label="Liikunta")

    response = client.get(f"/api/v1/activities/{activity.id}")

    assert response.status_code == 200
    assert response.json() == {
        "id": str(activity.id),
        "status": "published",
        "version": 3,
        "created_at": expect.NOW,
        "modified_at": expect.NOW,
        "visible_until": "2026-12-24T10:00:00Z",
        "checked_on": "2026-11-01",
        "urls": expect.urls("activity", "tuolijumppa", sv="stolgymnastik"),
        "sources": [
            expect.linked_events(checked_at="2026-11-24T05:00:00Z", records=["linkedevents/event/helsinki:abc"]),
            {
                "name": "edits",
                "title": "Tarjottimen omat muutokset",
                "owner": "Tarjottimen ylläpito",
                "licence": "CC BY 4.0",
                "licence_url": "https://creativecommons.org/licenses/by/4.0/",
                "credit": "Tarjottimen toimitus",
                "website": None,
                "checked_at": None,
                "records": [],
            },
        ],
        "name": {"fi": {"text": "Tuolijumppa", "by": "source"}, "sv": {"text": "Stolgymnastik", "by": "source"}},
        "organisation": {"id": str(organiser.id), "name": expect.fi("Kotikulman asukasyhdistys")},
        "provider": expect.fi("Kotikulma"),
        "service": {"id": str(service.id), "name": expect.fi("Seniori-info")},
        "place": {"id": str(place.id), "name": expect.fi("Kallion kirjasto")},
        "place_text": expect.fi("2. kerros"),
        "summary": expect.fi("Jumppaa istuen."),
        "description": expect.fi("Tunti kestää 45 minuuttia."),
        "what_happens": expect.fi("Liikutaan musiikin tahtiin."),
        "what_you_gain": expect.fi("Voimaa."),
        "what_it_asks": expect.fi("Ei mitään."),
        "rhythm": "weekly",
        "entry": "register_or_drop_in",
        "register_url": expect.fi("https://example.org/ilmo"),
        "register_phone": "+358401234567",
        "register_email": "jumppa@example.org",
        "register_in_person": expect.fi("Kysy aulasta."),
        "how_to_join": expect.fi("Tule ovelle."),
        "arrival": expect.fi("Hissillä."),
        "bring": expect.fi("Vesipullo."),
        "min_age": 60,
        "max_age": 99,
        "gender": "all",
        "fitness": "light",
        "beginners": True,
        "demands": ["standing", "noise"],
        "seated_option": True,
        "peer_support": False,
        "led_by": "trained_volunteer",
        "group_typical": 8,
        "group_max": 15,
        "children": "no",
        "children_ages": "3-6",
        "companion": ["free_assistant"],
        "alone_ok": True,
        "quiet_ok": True,
        "trial": "first_free",
        "residents_only": ["091"],
        "setting": "indoor",
        "safe_space": True,
        "substance_free": True,
        "anonymous_ok": False,
        "id_needed": False,
        "discreet_ticket": True,
        "hygiene": expect.fi("Pukuhuone."),
        "food": "coffee",
        "equipment": "loan",
        "volunteering": False,
        "by_appointment": False,
        "website": expect.fi("https://example.org"),
        "keywords": expect.fi("jumppa"),
        "image": {
            "url": "https://example.org/kuva.jpg",
            "alt": expect.fi("Väkeä tuoleilla."),
            "licence": "CC BY 4.0",
            "credit": "Kuvaaja",
        },
        "languages": [{"language": "fi", "how": "plain"}],
        "suitability": [
            {
                "limit": "hip",
                "verdict": "adapted",
                "note": expect.fi("Liikkeet voi jättää väliin."),
                "stated_by": "organiser",
                "stated_on": None,
            }
        ],
        "prices": [
            {
                "who": "pensioner",
                "amount": "2.50",
                "currency": "EUR",
                "per": "time",
                "is_free": None,
                "parsed": True,
                "note": expect.fi("2,50 €"),
            }
        ],
        "schedules": [
            {
                "starts_on": "2026-09-01",
                "ends_on": "2026-12-29",
                "start": "10:00",
                "end": "11:00",
                "rrule": "FREQ=WEEKLY;BYDAY=TU",
                "except_on": ["2026-12-22"],
                "certain": True,
                "place_id": None,
            }
        ],
        "contacts": [
            {
                "role": expect.fi("Toimisto"),
                "phone": "+358401234567",
                "email": "a@example.org",
                "url": None,
                "hours": {},
                "languages": ["fi"],
            }
        ],
        "tags": [expect.tag("category", "sport", "Liikunta", main=True)],
    }


def test_activity_with_a_name_alone_says_not_told_for_the_rest(client: Client) -> None:
    activity = make.activity()

    body = client.get("/api/v1/activities").json()

    assert body == {
        "items": [
            {
                "id": str(activity.id),
                "status": "published",
                "version": 1,
                "created_at": expect.NOW,
                "modified_at": expect.NOW,
                "visible_until": None,
                "checked_on": None,
                "urls": expect.urls("activity", "tuolijumppa"),
                "sources": [expect.linked_events()],
                "name": expect.fi("Tuolijumppa"),
                "organisation": None,
                "service": None,
                "place": None,
                "image": None,
                **NOT_TOLD,
                **NO_TEXTS,
                **NOTHING,
            }
        ],
        "next": None,
        "follow_after": expect.FOLLOW_AFTER,
    }


def test_activity_whose_organiser_is_withdrawn_names_none(client: Client) -> None:
    gone = make.organisation(status="withdrawn")
    activity = make.activity(organisation=gone)

    body = client.get(f"/api/v1/activities/{activity.id}").json()

    assert body["organisation"] is None


def test_machine_translation_is_told_as_such(client: Client) -> None:
    name = LocalisedText.from_wordings([Wording("fi", "Jumppa"), Wording("en", "Gym", by="machine", of="abc")])
    activity = make.activity(name=name)

    body = client.get(f"/api/v1/activities/{activity.id}").json()

    assert body["name"] == {"fi": {"text": "Jumppa", "by": "source"}, "en": {"text": "Gym", "by": "machine"}}


def test_activities_are_filtered_by_each_parameter(client: Client) -> None:
    place = make.place(municipality="049", district="049")
    organiser, service = make.organisation(), make.service()
    wanted = make.activity(place=place, organisation=organiser, service=service, rhythm="course", entry="members")
    make.tag(wanted, scheme="category", code="culture")
    make.tag(wanted, scheme="audience", code="immigrants", main=False)
    make.tag(wanted, scheme="need", code="food_aid", main=False)
    other = make.activity(place=make.place(), rhythm="weekly", entry="drop_in")
    make.tag(other, scheme="category", code="sport")
    asked = [
        "category=culture",
        "category=culture&category=food",
        "audience=immigrants",
        "need=food_aid",
        "municipality=049",
        "district=049",
        f"organisation={organiser.id}",
        f"service={service.id}",
        f"place={place.id}",
        "rhythm=course",
        "entry=members",
        "category=culture&audience=immigrants&need=food_aid&municipality=049",
    ]

    found = {query: _ids(client.get(f"/api/v1/activities?{query}").json()) for query in asked}

    assert found == {query: [str(wanted.id)] for query in asked}
    assert sorted(_ids(client.get("/api/v1/activities").json())) == sorted([str(wanted.id), str(other.id)])


def test_activity_with_two_of_the_asked_categories_comes_once(client: Client) -> None:
    activity = make.activity()
    make.tag(activity, code="sport")
    make.tag(activity, code="nature", main=False)

    body = client.get("/api/v1/activities?category=sport&category=nature").json()

    assert _ids(body) == [str(activity.id)]


def _ids(body: dict[str, Any]) -> list[str]:
    return [item["id"] for item in body["items"]]
