from __future__ import annotations

from typing import Any

import pytest

from tarjotin.catalogue.records import OrganisationRecord, Ref
from tarjotin.common.text import LocalisedText
from tarjotin.sources.ptv import SOURCE
from tarjotin.sources.source import Parsed
from tests.sources.ptv import make

L = LocalisedText.of


def test_a_city_becomes_a_whole_record() -> None:
    raw = make.organisation(
        organizationNames=[*make.texts("Name", fi="Helsingin kaupunki"), *make.texts("AlternativeName", fi="Helsinki")],
        emails=make.texts(fi="kirjaamo@example.org"),
        phoneNumbers=[make.number("931012345")],
        webPages=[{"url": "https://www.hel.fi", "language": "fi"}],
        oid="1.2.246.10.2012566",
        parentOrganizationId="b0000000-0000-4000-8000-000000000009",
    )

    assert SOURCE.parse("organisation", raw) == Parsed(
        OrganisationRecord(
            name=L(fi="Helsingin kaupunki"),
            kind="city",
            short_name=L(fi="Helsinki"),
            description=L(fi="Suomen pääkaupunki."),
            business_id="0201256-6",
            oid="1.2.246.10.2012566",
            parent=Ref("ptv", "organisation", "b0000000-0000-4000-8000-000000000009"),
            website=L(fi="https://www.hel.fi"),
            email="kirjaamo@example.org",
            phone="+358931012345",
        )
    )


@pytest.mark.parametrize(
    ("organisation_type", "name", "expected"),
    [
        ("Municipality", "Vantaan kaupunki", "other_city"),
        ("State", "Väestörekisterikeskus", "state"),
        ("Organization", "Kotikulman Naapurit ry", "association"),
        ("RegionalOrganization", "Vantaan ja Keravan hyvinvointialue", "wellbeing_county"),
        ("Company", "Uimahalli", "company"),
        ("Company", "Suomen seura ry", "association"),
        ("Organization", "Kallion seurakunta", "parish"),
        ("Organization", "Jokin", ""),
    ],
)
def test_the_kind_follows_the_type_and_then_the_name(organisation_type: str, name: str, expected: str) -> None:
    raw = make.organisation(
        organizationType=organisation_type,
        municipality={"code": "092"},
        organizationNames=make.texts("Name", fi=name),
    )

    record = SOURCE.parse("organisation", raw).record

    assert isinstance(record, OrganisationRecord)
    assert record.kind == expected


def test_a_business_id_with_a_wrong_check_digit_is_dropped_and_told() -> None:
    parsed = SOURCE.parse("organisation", make.organisation(businessCode="0201256-7"))

    assert isinstance(parsed.record, OrganisationRecord)
    assert (parsed.record.business_id, parsed.flags) == (
        "",
        ("business id dropped: 0201256-7 has a wrong check digit or shape",),
    )


def test_personal_addresses_are_dropped() -> None:
    emails = make.texts(fi="maija.mallikas@example.org", sv="registrator@example.org")

    parsed = SOURCE.parse("organisation", make.organisation(emails=emails))

    assert isinstance(parsed.record, OrganisationRecord)
    assert (parsed.record.email, parsed.flags) == ("registrator@example.org", ("personal e-mail dropped",))


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (make.organisation(organizationNames=make.texts("Name", fi="")), "the organisation has no name"),
        (make.organisation(publishingStatus="Draft"), "not published: Draft"),
    ],
)
def test_an_organisation_that_cannot_be_shown_is_rejected(raw: dict[str, Any], reason: str) -> None:
    parsed = SOURCE.parse("organisation", raw)

    assert (parsed.record, parsed.rejected) == (None, reason)
