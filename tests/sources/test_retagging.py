"""Topics as they are kept: told with an entry, and anew when only the thesaurus has changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tarjotin.catalogue.models import Activity, Change, EntityTopics, Place, Revision
from tarjotin.sources.replay.server import ReplayServer
from tarjotin.sources.retagging import retag
from tarjotin.words.thesaurus import VERSION
from tests.sources import payloads
from tests.sources.importing import NOW, published, run

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(days=1)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ReplayServer]:
    event = payloads.event(1, name={"fi": "Jooga"}, location={"@id": f"{payloads.BASE}/place/tprek:5/"})
    folder = payloads.tpr(payloads.linked_events(tmp_path, [event]), [payloads.unit(5)])
    with ReplayServer(folder, now=lambda: NOW) as server:
        run(server, "tpr")
        run(server, "linkedevents")
        yield server


def told(activity: Activity) -> list[dict[str, object]]:
    return list(EntityTopics.objects.get(activity=activity).told)


@pytest.mark.usefixtures("server")
def test_import_keeps_topics_with_their_reasons() -> None:
    activity = Activity.objects.get()

    assert EntityTopics.objects.get(activity=activity).version == VERSION
    assert {
        "code": "yoga",
        "confidence": 0.9,
        "reason": "word ’jooga’ in the name",
        "where": "title",
        "matched": "jooga",
        "source": "linkedevents",
    } in told(activity)


def test_import_of_a_changed_entry_tells_its_topics_anew(server: ReplayServer) -> None:
    server.change("linkedevents", "event", "helsinki:e1", name={"fi": "Shakki"})

    run(server, "linkedevents", now=LATER)

    assert [topic["code"] for topic in told(Activity.objects.get()) if topic.get("where") == "title"] == ["chess"]


@pytest.mark.usefixtures("server")
def test_retag_with_the_same_thesaurus_writes_nothing() -> None:
    before = published()

    assert (retag(now=LATER), published()) == (0, before)


@pytest.mark.usefixtures("server")
def test_retag_after_a_change_of_the_thesaurus_tells_the_index_and_makes_no_version() -> None:
    activity, place = Activity.objects.get(), Place.objects.get(tpr_unit=5)
    new = told(activity)
    EntityTopics.objects.filter(activity=activity).update(version="older", told=new[1:])
    EntityTopics.objects.filter(place=place).update(version="older")
    revisions = Revision.objects.count()
    Change.objects.all().delete()

    changed = retag(now=LATER)

    assert changed == 1
    assert told(activity) == new
    assert list(Change.objects.values_list("entity", "entity_id")) == [("activity", activity.pk)]
    assert set(EntityTopics.objects.values_list("version", flat=True)) == {VERSION}
    assert Revision.objects.count() == revisions


@pytest.mark.usefixtures("server")
def test_retag_of_entries_never_tagged_gives_what_the_import_gave() -> None:
    rows = EntityTopics.objects.order_by("activity", "place").values_list("activity", "place", "version", "told")
    before = list(rows)
    EntityTopics.objects.all().delete()

    retag(now=LATER)

    assert list(rows) == before
