from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4

import pytest

from tarjotin.catalogue.actions import Publication, expire, merge_into, publish, withdraw
from tarjotin.catalogue.models import (
    Activity,
    Change,
    Organisation,
    Place,
    Price,
    Revision,
    Schedule,
    ServicePlace,
    Session,
    Slug,
    Status,
    Tag,
)
from tarjotin.catalogue.records import (
    ActivityRecord,
    ConceptRecord,
    OrganisationRecord,
    PlaceRecord,
    PriceRecord,
    Record,
    Ref,
    ScheduleRecord,
    ServicePlaceRecord,
    ServiceRecord,
    SessionRecord,
    TagRecord,
)
from tarjotin.catalogue.sessions import extend_sessions
from tarjotin.catalogue.vocabulary import keep_concepts
from tarjotin.common.distance import Point
from tarjotin.common.text import LocalisedText

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=1)


def text(fi: str, **more: str) -> LocalisedText:
    return LocalisedText.of(fi=fi, **more)


def put(record: Record, *, entity_id: UUID | None = None, now: datetime = NOW, **facts: object) -> UUID:
    """Publish one record and give its entity's id."""
    kinds = {
        OrganisationRecord: "organisation",
        PlaceRecord: "place",
        ServiceRecord: "service",
        ActivityRecord: "activity",
    }
    publication = Publication(entity_id or uuid4(), record, "linkedevents", **facts)  # type: ignore[arg-type]
    publish(kinds[type(record)], [publication], now=now, actor="import", cause="sources")
    return publication.entity_id


def session(day: int, hour: int = 16, **facts: object) -> SessionRecord:
    return SessionRecord(starts_at=datetime(2026, 12, day, hour, tzinfo=UTC), **facts)  # type: ignore[arg-type]


def test_publish_the_same_again_writes_nothing() -> None:
    record = ActivityRecord(
        text("Kuoro"), prices=(PriceRecord(amount=None, is_free=True),), sessions=(session(1), session(8))
    )
    entity_id = put(record)
    before = [list(m.objects.values_list()) for m in (Activity, Session, Price, Slug, Revision, Change)]

    put(record, entity_id=entity_id, now=LATER)

    assert [list(m.objects.values_list()) for m in (Activity, Session, Price, Slug, Revision, Change)] == before


def test_publish_a_change_tells_old_and_new_and_raises_the_version() -> None:
    entity_id = put(ActivityRecord(text("Kuoro"), min_age=60))

    put(ActivityRecord(text("Kuoro"), min_age=65), entity_id=entity_id, now=LATER)

    revisions = Revision.objects.order_by("version").values_list("version", "changes")
    assert list(revisions) == [(1, {}), (2, {"min_age": [60, 65]})]
    assert list(Activity.objects.values_list("version", "min_age", "modified_at")) == [(2, 65, LATER)]


def test_publish_places_the_point_in_its_district_near_its_stations() -> None:
    entity_id = put(PlaceRecord(text("Yrjönkadun uimahalli"), point=Point(60.16835, 24.93896)))

    place = Place.objects.get(pk=entity_id)

    assert place.district == "04"
    assert [(t.stop, t.mode) for t in place.transit.order_by("walk_m")] == [
        ("Rautatientori", "metro"),
        ("Kamppi", "metro"),
        ("Helsinki", "train"),
    ]


def test_publish_refers_to_the_entities_of_its_references() -> None:
    organisation = put(OrganisationRecord(text("Kallion kävelijät ry")))
    ref = Ref("lahella", "group", "7")

    activity = put(ActivityRecord(text("Kävely"), organisation=ref), refs={ref: organisation})

    assert Activity.objects.get(pk=activity).organisation_id == organisation


def test_publish_tags_with_the_reason() -> None:
    keep_concepts([ConceptRecord("category", "sport", text("Liikunta"))])

    entity_id = put(ActivityRecord(text("Jooga")), tags=(TagRecord("category", "sport", "word jooga", main=True),))

    assert list(Tag.objects.values_list("activity", "concept__code", "reason", "main")) == [
        (entity_id, "sport", "word jooga", True)
    ]


def test_two_of_the_same_name_get_different_addresses() -> None:
    first = put(ActivityRecord(text("Kuoro", en="Choir")))
    second = put(ActivityRecord(text("Kuoro", en="Choir for all")))

    slugs = dict(Activity.objects.values_list("pk", "slug"))

    assert slugs == {
        first: {"fi": "kuoro", "sv": "kuoro", "en": "choir"},
        second: {
            "fi": f"kuoro-{second.hex[:8]}",
            "sv": f"kuoro-{second.hex[:8]}",
            "en": "choir-for-all",
        },
    }


def test_thing_without_a_swedish_name_does_not_share_the_swedish_address_of_another() -> None:
    first = put(ActivityRecord(text("Pilates")))
    second = put(ActivityRecord(text("Pilates illalla", sv="Pilates")))

    slugs = dict(Activity.objects.values_list("pk", "slug"))

    assert (slugs[first]["sv"], slugs[second]["sv"]) == ("pilates", f"pilates-{second.hex[:8]}")


def test_renamed_entity_keeps_its_old_address_in_the_table() -> None:
    entity_id = put(ActivityRecord(text("Kuoro")))

    put(ActivityRecord(text("Laulukuoro")), entity_id=entity_id)

    assert list(Slug.objects.order_by("slug", "language").values_list("slug", "language", "entity_id", "current")) == [
        *(("kuoro", language, entity_id, False) for language in ("en", "fi", "sv")),
        *(("laulukuoro", language, entity_id, True) for language in ("en", "fi", "sv")),
    ]


def test_name_in_another_script_has_an_address_in_its_letters() -> None:
    entity_id = put(ActivityRecord(LocalisedText.of(ru="Хор")))

    assert Activity.objects.get(pk=entity_id).slug == dict.fromkeys(("ru", "fi", "sv", "en"), "хор")


def test_told_session_wins_over_a_computed_one_with_the_same_start() -> None:
    weekly = ScheduleRecord(date(2026, 12, 1), time(18, 0), time(19, 0), "FREQ=WEEKLY;COUNT=2")

    put(ActivityRecord(text("Kuoro"), schedules=(weekly,), sessions=(session(8, state="cancelled"),)))

    found = Session.objects.order_by("starts_at").values_list("starts_at__day", "state", "computed")
    assert list(found) == [(1, "planned", True), (8, "cancelled", False)]


def test_session_nobody_tells_any_more_is_kept_out_of_sight_and_past_ones_stay() -> None:
    entity_id = put(ActivityRecord(text("Kuoro"), sessions=(session(1), session(8), session(15))))

    now = datetime(2026, 12, 3, tzinfo=UTC)
    put(ActivityRecord(text("Kuoro"), sessions=(session(15, 17),)), entity_id=entity_id, now=now)

    found = Session.objects.order_by("starts_at").values_list("starts_at__day", "starts_at__hour", "state")
    assert list(found) == [(1, 18, "planned"), (8, 18, "withdrawn"), (15, 18, "withdrawn"), (15, 19, "planned")]
    assert [s.starts_at.day for s in Session.objects.upcoming(now)] == [15]


def test_session_keeps_its_identity_when_its_facts_change() -> None:
    entity_id = put(ActivityRecord(text("Kuoro"), sessions=(session(1, places_left=3),)))
    (before,) = Session.objects.values_list("pk", flat=True)

    put(ActivityRecord(text("Kuoro"), sessions=(session(1, places_left=0),)), entity_id=entity_id)

    assert list(Session.objects.values_list("pk", "places_left")) == [(before, 0)]


def test_extend_sessions_a_day_later_adds_what_came_in_sight_and_nothing_twice() -> None:
    daily = ScheduleRecord(date(2026, 11, 1), time(10, 0), None, "FREQ=DAILY")
    put(ActivityRecord(text("Kahvila"), schedules=(daily,)))

    added = extend_sessions(now=LATER), extend_sessions(now=LATER)

    assert added == (1, 0)


def test_withdraw_keeps_the_row_and_says_why() -> None:
    entity_id = put(ActivityRecord(text("Kuoro")))

    taken = withdraw("activity", [entity_id], reason="gone_from_source", now=LATER, actor="import", cause="sources")

    row = Activity.objects.get()
    assert (taken, row.status, row.withdrawn_reason, row.withdrawn_at) == (
        1,
        Status.WITHDRAWN,
        "gone_from_source",
        LATER,
    )
    assert withdraw("activity", [entity_id], reason="expired", now=LATER, actor="import", cause="again") == 0


def test_withdrawn_entity_that_comes_back_is_the_same_one() -> None:
    entity_id = put(ActivityRecord(text("Kuoro")))
    withdraw("activity", [entity_id], reason="gone_from_source", now=NOW, actor="import", cause="sources")

    put(ActivityRecord(text("Kuoro")), entity_id=entity_id, now=LATER)

    assert list(Activity.objects.values_list("pk", "status", "withdrawn_at")) == [(entity_id, "published", None)]


def test_merge_leads_everything_to_the_kept_one_and_flattens_chains() -> None:
    first, second, third = (put(OrganisationRecord(text(name))) for name in ("A ry", "B ry", "C ry"))
    ref = Ref("lahella", "group", "7")
    activity = put(ActivityRecord(text("Kävely"), organisation=ref), refs={ref: first})

    merge_into("organisation", kept=second, dropped=first, now=LATER, actor="rule", cause="same business id")
    merge_into("organisation", kept=third, dropped=second, now=LATER, actor="rule", cause="same business id")

    assert dict(Organisation.objects.values_list("pk", "replaced_by")) == {first: third, second: third, third: None}
    assert Activity.objects.get(pk=activity).organisation_id == third


def test_merge_of_what_was_withdrawn_before_leads_its_address_to_the_kept_one() -> None:
    kept, gone = put(ActivityRecord(text("Kuoro"))), put(ActivityRecord(text("Kuoro 2")))
    withdraw("activity", [gone], reason="gone_from_source", now=NOW, actor="import", cause="sources")

    merge_into("activity", kept=kept, dropped=gone, now=LATER, actor="aino", cause="the same")

    row = Activity.objects.get(pk=gone)
    assert (row.replaced_by_id, row.status, row.withdrawn_reason) == (kept, "withdrawn", "merged")
    assert Revision.objects.filter(entity_id=gone).latest("version").changes == {
        "status": ["withdrawn", "withdrawn: merged"]
    }


def test_merge_of_places_takes_what_is_offered_and_what_recurs_there_along() -> None:
    kept, dropped = put(PlaceRecord(text("Kirjasto"))), put(PlaceRecord(text("Kirjasto, sali")))
    refs = {Ref("tpr", "unit", "1"): kept, Ref("ptv", "place", "2"): dropped}
    both = tuple(ServicePlaceRecord(ref) for ref in refs)
    desks = [put(ServiceRecord(text("Neuvonta"), places=places), refs=refs) for places in (both, both[1:])]
    weekly = ScheduleRecord(date(2026, 11, 1), time(10, 0), None, "FREQ=WEEKLY", place=both[1].place)
    put(ActivityRecord(text("Peli-ilta"), schedules=(weekly,)), refs=refs)

    merge_into("place", kept=kept, dropped=dropped, now=LATER, actor="rule", cause="the same unit")

    assert sorted(ServicePlace.objects.values_list("service", "place")) == sorted((desk, kept) for desk in desks)
    assert set(Schedule.objects.values_list("place", flat=True)) == {kept}


def test_merge_with_a_cause_longer_than_history_has_room_for_keeps_its_beginning() -> None:
    kept, dropped = put(ActivityRecord(text("Kuoro"))), put(ActivityRecord(text("Kuoro 2")))

    merge_into("activity", kept=kept, dropped=dropped, now=LATER, actor="aino", cause="same " * 40)

    assert Revision.objects.filter(entity_id=dropped).latest("version").cause == "same " * 24


def test_expire_counts_no_session_that_nobody_tells_any_more() -> None:
    entity_id = put(ActivityRecord(text("Kuoro"), sessions=(session(1), session(8))))
    put(ActivityRecord(text("Kuoro"), sessions=(session(1),)), entity_id=entity_id, now=LATER)
    untold = put(ActivityRecord(text("Avoin kahvila"), sessions=(session(8),)))
    put(ActivityRecord(text("Avoin kahvila")), entity_id=untold, now=LATER)
    called_off = put(ActivityRecord(text("Retki"), sessions=(session(1), session(8, state="cancelled"))))

    expire(now=datetime(2026, 12, 3, tzinfo=UTC), actor="nightly")

    assert dict(Activity.objects.values_list("pk", "status")) == {
        entity_id: "withdrawn",
        untold: "published",
        called_off: "published",
    }


def test_expire_leaves_a_group_that_goes_on_beside_one_that_has_ended() -> None:
    ended = ScheduleRecord(date(2026, 11, 1), time(10, 0), None, "FREQ=WEEKLY", ends_on=date(2026, 11, 30))
    endless = ScheduleRecord(date(2026, 11, 1), time(10, 0), None, "FREQ=WEEKLY", certain=False)
    over = put(ActivityRecord(text("Peli-ilta"), schedules=(ended,)))
    goes_on = put(ActivityRecord(text("Kuoro"), schedules=(ended, endless)))

    expire(now=datetime(2026, 12, 3, tzinfo=UTC), actor="nightly")

    assert dict(Activity.objects.values_list("pk", "status")) == {over: "withdrawn", goes_on: "published"}


def test_expire_takes_what_is_over_and_leaves_what_goes_on() -> None:
    over = put(ActivityRecord(text("Konsertti"), sessions=(session(1),)))
    coming = put(ActivityRecord(text("Kuoro"), sessions=(session(1), session(8))))
    timeless = put(ActivityRecord(text("Avoin kahvila")))
    endless = ScheduleRecord(date(2026, 11, 1), time(10, 0), None, "FREQ=WEEKLY")
    weekly = put(ActivityRecord(text("Peli-ilta"), schedules=(endless,)))

    count = expire(now=datetime(2026, 12, 3, tzinfo=UTC), actor="nightly")

    assert count == 1
    assert dict(Activity.objects.values_list("pk", "status")) == {
        over: "withdrawn",
        coming: "published",
        timeless: "published",
        weekly: "published",
    }
