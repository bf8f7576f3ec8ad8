from __future__ import annotations

import pytest

from tarjotin.catalogue.records import OrganisationRecord
from tarjotin.common.text import LocalisedText
from tarjotin.sources.lahella import SOURCE
from tarjotin.sources.source import Parsed
from tests.sources.lahella import make

L = LocalisedText.of


def test_a_group_becomes_a_whole_organisation() -> None:
    group = make.group(
        translations={"fi": {"name": "Kotikulman Naapurit ry", "description": make.html("Naapurit yhdessä.")}},
        contacts=[
            {"type": "www", "value": "https://naapurit.example.org"},
            {"type": "email", "value": "info@naapurit.example.org"},
            {"type": "phone", "value": "050 000 1101"},
        ],
    )

    assert SOURCE.parse("group", group) == Parsed(
        OrganisationRecord(
            name=L(fi="Kotikulman Naapurit ry"),
            kind="association",
            description=L(fi="Naapurit yhdessä."),
            business_id="3400102-8",
            website=L(fi="https://naapurit.example.org"),
            email="info@naapurit.example.org",
            phone="+358500001101",
        )
    )


@pytest.mark.parametrize(
    ("given", "name", "kind"),
    [("foundation", "Säätiö", "foundation"), (None, "Kuoro ry", "association"), ("x", "Kuoro", "")],
)
def test_the_kind_is_the_one_given_or_that_of_the_name(given: str | None, name: str, kind: str) -> None:
    record = SOURCE.parse("group", make.group(type=given, translations={"fi": {"name": name}})).record

    assert isinstance(record, OrganisationRecord)
    assert record.kind == kind


def test_a_business_id_with_a_wrong_check_digit_is_dropped_and_told() -> None:
    parsed = SOURCE.parse("group", make.group(businessId="3400102-1"))

    assert isinstance(parsed.record, OrganisationRecord)
    assert (parsed.record.business_id, parsed.flags) == (
        "",
        ("business id dropped: 3400102-1 has a wrong check digit or shape",),
    )


def test_a_group_without_a_name_is_rejected() -> None:
    parsed = SOURCE.parse("group", make.group(translations={}))

    assert (parsed.record, parsed.rejected) == (None, "the group has no name")


def test_an_unknown_kind_is_rejected() -> None:
    parsed = SOURCE.parse("photo", {})

    assert (parsed.record, parsed.rejected) == (None, "unknown kind photo")
