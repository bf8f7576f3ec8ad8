"""A small city for the staff pages, brought in by the real importers: groups, twins, one that no rule can place."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib.auth.models import Permission
from django.test import Client

from tarjotin.catalogue.models import Activity
from tarjotin.people.models import Report, User
from tarjotin.search.models import UnfoundDay, UnfoundWord
from tarjotin.sources.edits.writing import write_edit
from tarjotin.sources.models import Candidate, Distinct, Link, Run, SourceRecord
from tarjotin.sources.replay.server import ReplayServer
from tests import make
from tests.sources import payloads

PLAIN = {"keywords": [], "short_description": {"fi": "Kuusi ihmistä."}, "description": {"fi": "Tervetuloa."}}


def events() -> list[dict[str, Any]]:
    """1, 2: two groups. 31, 32: one session under two ids, made one by a rule. 40, 41: about what?"""
    twin = {"name": {"fi": "Lukupiiri"}, "start_time": "2026-12-09T15:00:00Z", "end_time": None}
    return [
        payloads.event(1, name={"fi": "Tuolijumppa"}),
        payloads.event(2, name={"fi": "Kuntopiiri"}),
        payloads.event(31, **twin),
        payloads.event(32, **twin, info_url={"fi": "https://example.org/toinen"}),
        payloads.event(40, name={"fi": "Äänetön hetki"}, **PLAIN),
        payloads.event(41, name={"fi": "Toinen hetki"}, **PLAIN),
    ]


@dataclass
class Desk:
    """What the importers brought, and who may look at it."""

    server: ReplayServer

    def record(self, number: int) -> SourceRecord:
        return SourceRecord.objects.get(source="linkedevents", external_id=f"helsinki:e{number}")

    def entity_id(self, number: int) -> UUID:
        return Link.objects.get(record=self.record(number)).entity_id

    def activity(self, number: int) -> Activity:
        return Activity.objects.get(pk=self.entity_id(number))

    @property
    def run(self) -> Run:
        return Run.objects.order_by("-pk")[0]

    def candidate(self, a: int = 1, b: int = 2, *, score: float = 81.0, **facts: Any) -> Candidate:
        low, high = sorted((self.record(a).pk, self.record(b).pk))
        usual = {"kind": "activity", "rule": "name and place alike", "evidence": "name 81, same place"}
        return Candidate.objects.create(
            record_a_id=low, record_b_id=high, score=score, created_at=make.NOW, **usual | facts
        )


def client_of(*, rights: Collection[str] = (), is_staff: bool = True, is_superuser: bool = False) -> Client:
    """Logged in, with these rights (`sources.view_run`)."""
    user = User.objects.create(username=f"user{User.objects.count()}", is_staff=is_staff, is_superuser=is_superuser)
    for right in rights:
        app, codename = right.split(".")
        user.user_permissions.add(Permission.objects.get(content_type__app_label=app, codename=codename))
    client = Client(headers={"accept-language": "fi"})
    client.force_login(user)
    return client


def shown() -> list[str]:
    return sorted(str(activity.name) for activity in Activity.objects.published())


def unfound_words(number: int) -> None:
    """Words that were searched in vain yesterday; so many more than there are."""
    for _ in range(number):
        word = UnfoundWord.objects.create(word=f"miekkailu{UnfoundWord.objects.count()}", language="fi")
        UnfoundDay.objects.create(word=word, asked_on=make.NOW.date() - timedelta(days=1), askers=5)


def reports(number: int) -> list[Report]:
    """Messages that a page is wrong; so many more than there are."""
    activity = make.activity(name=f"Keramiikka {Report.objects.count()}")
    return [
        Report.objects.create(
            entity="activity", entity_id=activity.pk, what="time", text=f"Alkaa kello {n}.", language="ar",
            created_at=make.NOW,
        )
        for n in range(number)
    ]  # fmt: skip


def pages(desk: Desk) -> dict[str, str]:
    """Every page of our own, below `/yllapito/`, each with something to show."""
    record, entity = desk.record(32).pk, desk.entity_id(31)
    a, b = sorted((desk.record(1).pk, desk.record(31).pk))
    Distinct.objects.create(record_a_id=a, record_b_id=b, decided_by="editor", decided_at=make.NOW)
    desk.candidate(2, 31, state="same")
    fields = {"summary": {"fi": "Uusi."}, "codes": ["category:food"], "alone_ok": True}
    write_edit(about=desk.record(2).ref, fields=fields, reason="Kerrottiin", by="editor", now=make.NOW)
    unfound_words(1)
    reports(1)
    return {
        "start": "",
        "search": "haku/?q=piiri",
        "runs": "sources/run/",
        "run": f"sources/run/{desk.run.pk}/change/",
        "accept": f"tuonnit/{desk.run.pk}/hyvaksy/",
        "records": "sources/sourcerecord/",
        "record": f"sources/sourcerecord/{record}/change/",
        "split": f"tietueet/{record}/erota/",
        "edit": f"tietueet/{record}/muokkaa/",
        "classify": f"tietueet/{record}/luokittele/",
        "queue": "jono/",
        "pair": f"jono/{desk.candidate(1, 2).pk}/",
        "decided": "jono/paatetyt/",
        "unclassified": "luokittelematta/",
        "unfound": "loytymatta/",
        "reports": "virheet/",
        "edits": "muutokset/",
        "entities": "catalogue/activity/",
        "entity": f"catalogue/activity/{entity}/change/",
    }
