import pytest

from tarjotin.catalogue.geography import district_of, districts, stops_near
from tarjotin.common.distance import Point


@pytest.mark.parametrize(
    ("name", "point", "district"),
    [
        ("Oodi", Point(60.17388, 24.93826), "Kluuvi"),
        ("Kallion kirjasto", Point(60.18364, 24.95374), "Kallio"),
        ("Vuosaaren kirjasto", Point(60.20884, 25.14352), "Vuosaari"),
        ("out at sea", Point(59.95, 25.0), ""),
    ],
)
def test_district_of_a_known_place_is_its_own(name: str, point: Point, district: str) -> None:
    code = district_of(point)

    assert (districts()[code].name.get("fi") if code else "") == district


def test_district_of_a_place_in_a_neighbouring_city_is_that_city() -> None:
    assert district_of(Point(60.205, 24.655), "049") == "049"


def test_every_point_lies_in_at_most_one_district_apart_from_simplified_borders() -> None:
    grid = [Point(60.13 + row * 0.004, 24.83 + column * 0.008) for row in range(40) for column in range(50)]

    doubles = sum(sum(d.contains(point) for d in districts().values()) > 1 for point in grid)

    assert doubles <= len(grid) * 0.01


def test_stops_near_are_nearest_first_and_within_reach() -> None:
    found = stops_near(Point(60.18364, 24.95374))

    assert [(stop.name, stop.mode) for stop, _ in found] == [("Hakaniemi", "metro"), ("Sörnäinen", "metro")]
    assert [metres for _, metres in found] == sorted(metres for _, metres in found)


def test_stops_near_an_outer_island_are_none() -> None:
    assert stops_near(Point(60.10, 25.20)) == []
