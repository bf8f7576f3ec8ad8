"""What v12 tells in its own way, in the shape of v11."""

from __future__ import annotations

from typing import Any

import pytest

from tarjotin.sources.http import Client, SourceUnavailable
from tarjotin.sources.ptv import SOURCE, v12_shape
from tarjotin.sources.ptv.backend import V11_URL, V12_URL
from tarjotin.sources.ptv.fetch import backend_for
from tarjotin.sources.ptv.v11 import V11
from tarjotin.sources.ptv.v12 import V12


def test_markdown_becomes_plain_text_and_an_unpublished_language_stays_away() -> None:
    item = {
        "contentId": "s",
        "languageVersions": {
            "fi": {
                "name": "Palvelu",
                "description": "**Tule** [mukaan](https://hel.fi):\n\n- heti",
                "status": "Published",
            },
            "sv": {"name": "Tjänst", "summary": "", "status": "Published"},
            "en": {"name": "Service", "status": "Modified"},
        },
    }

    shaped = v12_shape.service(item, ())

    assert (shaped["serviceNames"], shaped["serviceDescriptions"]) == (
        [
            {"language": "fi", "type": "Name", "value": "Palvelu"},
            {"language": "sv", "type": "Name", "value": "Tjänst"},
        ],
        [
            {"language": "fi", "type": "Description", "value": "Tule mukaan (https://hel.fi):\n\n• heti"},
            {"language": "sv", "type": "Summary", "value": ""},
        ],
    )


def test_a_record_without_a_published_language_is_rejected() -> None:
    item = {"contentId": "s", "languageVersions": {"fi": {"name": "Palvelu", "status": "Draft"}}}

    parsed = SOURCE.parse("organisation", v12_shape.organization(item))

    assert parsed.rejected == "not published: Modified"


@pytest.mark.parametrize(
    ("charge", "expected"), [("Free", "FreeOfCharge"), ("Charged", "Chargeable"), (None, None), ("Other", None)]
)
def test_charges_have_the_words_of_v11(charge: str | None, expected: str | None) -> None:
    assert v12_shape.service({"chargeType": charge}, ())["serviceChargeType"] == expected


def test_bare_codes_and_areas_become_objects() -> None:
    item = {
        "serviceClasses": ["P27.1"],
        "ontologyTerms": ["http://www.yso.fi/onto/koko/p1"],
        "area": {"areaType": "LimitedArea", "municipalities": ["091", "049"]},
    }

    shaped = v12_shape.service(item, ())

    assert {key: shaped[key] for key in ("serviceClasses", "ontologyTerms", "areaType", "areas")} == {
        "serviceClasses": [{"code": "P27.1"}],
        "ontologyTerms": [{"uri": "http://www.yso.fi/onto/koko/p1"}],
        "areaType": "LimitedType",
        "areas": [{"type": "Municipality", "municipalities": [{"code": "091"}, {"code": "049"}]}],
    }


def test_only_points_in_epsg_3067_are_taken() -> None:
    address = {
        "type": "Location",
        "streetAddress": {"streetNumber": "1"},
        "coordinates": [
            {"system": "EPSG:4326", "northing": "60.1", "easting": "24.9"},
            {"system": "EPSG:3067", "northing": "6673631", "easting": "386500"},
        ],
    }

    shaped = v12_shape.channel({"addresses": [address]})

    street = shaped["addresses"][0]["streetAddress"]
    assert (street["latitude"], street["longitude"]) == ("6673631", "386500")


@pytest.mark.parametrize(
    ("repetition", "said"),
    [
        ("Weekly", []),
        ("OddWeeks", ["Parittomat viikot", "Udda veckor", "Odd weeks"]),
        ("EvenWeeks", ["Parilliset viikot", "Jämna veckor", "Even weeks"]),
    ],
)
def test_hours_of_every_other_week_say_so_in_words(repetition: str, said: list[str]) -> None:
    period = {
        "type": "DaysOfTheWeek",
        "weeklyRepetition": repetition,
        "week": {"monday": [{"from": "09:00", "to": "11:00"}]},
    }

    shaped = v12_shape.hours([period])[0]

    assert ([row["value"] for row in shaped["additionalInformation"]], shaped["openingHour"]) == (
        said,
        [{"dayFrom": "Monday", "dayTo": "", "from": "09:00", "to": "11:00"}],
    )


def test_a_code_list_entry_keeps_its_names_and_parent() -> None:
    item = {"code": "P27.1", "uri": "http://uri", "names": {"fi": "Liikunta"}, "parentCode": "P27"}

    assert v12_shape.code(item) == {
        "code": "P27.1",
        "uri": "http://uri",
        "name": [{"language": "fi", "value": "Liikunta"}],
        "parent": "P27",
    }


@pytest.mark.parametrize(("url", "version"), [(V11_URL, V11), (V12_URL, V12), ("http://localhost:1/ptv/v12", V12)])
def test_the_address_says_which_version_is_spoken(url: str, version: type[Any]) -> None:
    assert type(backend_for(Client({"api": url}))) is version


@pytest.mark.parametrize("answer", [[], {"items": []}, {"items": None, "totalPages": 1}, "page"])
def test_an_answer_that_is_no_page_stops_the_walk(answer: Any) -> None:
    class Answering(Client):
        def get(self, path: str, params: dict[str, Any] | None = None, *, base: str = "api") -> Any:
            return answer

    with pytest.raises(SourceUnavailable):
        list(V12(Answering({"api": "http://localhost/v12/"})).general_descriptions())
