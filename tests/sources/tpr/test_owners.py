"""Departments and organisations of TPR."""

from __future__ import annotations

from typing import Any

import pytest

from tarjotin.catalogue.records import OrganisationRecord, Ref
from tarjotin.common.text import LocalisedText
from tarjotin.sources.source import Parsed
from tarjotin.sources.tpr.parse import parse
from tests.sources.tpr.payloads import CITY, DIVISION


def owner(kind: str = "organisation", **fields: Any) -> OrganisationRecord:
    record = parse(kind, {"id": "x", "name_fi": "Nimi", **fields}).record
    assert isinstance(record, OrganisationRecord)
    return record


def test_department_with_the_usual_fields_becomes_an_organisation_below_the_city() -> None:
    raw = {
        "id": DIVISION,
        "parent_id": CITY,
        "org_id": CITY,
        "hierarchy_level": 1,
        "organization_type": "MUNICIPALITY",
        "municipality_code": 91,
        "name_fi": "Kulttuurin ja vapaa-ajan toimiala",
        "abbr_fi": "Kuva",
        "oid": "",
        "phone": "09 310 8600",
        "email": "kuva.info@hel.fi",
        "www_fi": "www.hel.fi/kuva",
    }

    assert parse("department", raw) == Parsed(
        OrganisationRecord(
            LocalisedText.of(fi="Kulttuurin ja vapaa-ajan toimiala"),
            kind="city",
            short_name=LocalisedText.of(fi="Kuva"),
            parent=Ref("tpr", "organisation", CITY),
            website=LocalisedText.of(fi="https://www.hel.fi/kuva"),
            email="kuva.info@hel.fi",
            phone="+35893108600",
        )
    )


def test_department_with_the_citys_business_id_does_not_take_it_for_its_own() -> None:
    assert owner("department", parent_id=CITY, org_id=CITY, business_id="0201256-6").business_id == ""


def test_city_keeps_its_business_id() -> None:
    assert owner(id=CITY, parent_id=CITY, business_id="0201256-6").business_id == "0201256-6"


@pytest.mark.parametrize("made_up", ["0000004-3", "0201256-7", "ei ole"])
def test_business_id_that_is_not_real_is_dropped_and_flagged(made_up: str) -> None:
    result = parse("organisation", {"id": "x", "name_fi": "Senioriliikunta", "business_id": made_up})

    assert isinstance(result.record, OrganisationRecord)
    assert result.record.business_id == ""
    assert result.flags == (f"business id dropped: {made_up} is not a real one",)


def test_department_further_down_stands_below_a_department() -> None:
    assert owner("department", parent_id=DIVISION, org_id=CITY).parent == Ref("tpr", "department", DIVISION)


@pytest.mark.parametrize(
    ("oid", "kept"), [("1.2.246.10.2012566", "1.2.246.10.2012566"), ("xxxx", ""), ("1013-SKY", "")]
)
def test_oid_is_kept_only_when_it_is_one(oid: str, kept: str) -> None:
    assert owner(oid=oid).oid == kept


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"organization_type": "MUNICIPALITY", "municipality_code": 91}, "city"),
        ({"organization_type": "MUNICIPALITY", "municipality_code": 257}, "other_city"),
        ({"organization_type": "WELLBEING_AREA"}, "wellbeing_county"),
        ({"organization_type": "FOUNDATION", "name_fi": "Esimerkkialan Liitto ry"}, "association"),
        ({"organization_type": "ASSOCIATION", "name_fi": "Esimerkkiseura"}, "association"),
        ({"organization_type": "UNKNOWN"}, ""),
    ],
)
def test_owner_kind_comes_from_the_register_and_the_name(fields: dict[str, Any], kind: str) -> None:
    assert owner(**fields).kind == kind


def test_owner_with_a_persons_mailbox_loses_it() -> None:
    result = parse("organisation", {"id": "x", "name_fi": "Nimi", "email": "maija.mallikas@esimerkki.fi"})

    assert isinstance(result.record, OrganisationRecord)
    assert (result.record.email, result.flags) == ("", ("personal e-mail address dropped",))


def test_owner_without_a_name_is_rejected() -> None:
    assert parse("organisation", {"id": "x", "name_fi": "-"}) == Parsed(rejected="no name in any language")
