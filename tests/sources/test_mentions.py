"""A notice of Lähellä.fi that was sent on to PTV is shown once, and again when it stands alone (decision 0009)."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from tarjotin.catalogue.models import Activity, Service
from tarjotin.sources.models import Link, Relation, SourceRecord
from tarjotin.sources.processing import Tally, process
from tarjotin.sources.registry import SOURCES
from tarjotin.sources.replay.server import ReplayServer
from tests.sources.importing import run

pytestmark = pytest.mark.django_db


def test_copy_in_ptv_is_hidden_while_the_notice_is_there_and_comes_back_when_it_is_gone(demo: Path) -> None:
    now = timezone.now()
    with ReplayServer(demo) as server:
        run(server, "ptv", now=now)
        run(server, "lahella", now=now)
        mention = Link.objects.filter(relation=Relation.MENTIONS).order_by("pk").first()
        assert mention is not None
        former, shown = mention.previous_id, mention.entity_id
        assert Activity.objects.published().filter(pk=shown).exists()
        assert not Service.objects.published().filter(pk=former).exists()
        assert mention.record.outcome == "merged"

        notice = SourceRecord.objects.get(source="lahella", links__entity_id=shown, links__relation=Relation.SAME)
        server.remove("lahella", "activity", notice.external_id)
        run(server, "lahella", now=now + timedelta(days=1))
        process(SOURCES["ptv"], now=now + timedelta(days=1), tally=Tally(), again=True)

    assert not Activity.objects.published().filter(pk=shown).exists()
    assert Service.objects.published().filter(pk=former).exists()
    assert SourceRecord.objects.get(pk=mention.record_id).outcome == "published"
