"""Circles of squares and points, against measuring every point."""

from __future__ import annotations

import random
from uuid import UUID

import pytest

from tarjotin.common.distance import Point, metres_between, metres_in, walking_metres, walking_minutes
from tarjotin.common.text import LocalisedText
from tarjotin.search import circle
from tarjotin.search.document import Document
from tarjotin.search.tree import AnyOf, OneOf, Tree
from tests.search.conformance.by_hand import ByHand

CENTRE = Point(60.1719, 24.9414)
METRES = (1, 50, 385, 735, 2_135, 5_000, 10_000, 50_000)


def hand(points: list[Point]) -> ByHand:
    untitled = LocalisedText()
    return ByHand([Document("place", UUID(int=n), untitled, points=(point,)) for n, point in enumerate(points)])


def points_about(metres: int, count: int = 400) -> list[Point]:
    """Half of them anywhere, half of them hard by the edge of the circle."""
    chance, found = random.Random(metres), [CENTRE]
    for number in range(count):
        towards = Point(CENTRE.lat + chance.uniform(-1, 1), CENTRE.lon + chance.uniform(-2, 2))
        way = metres / 1.3 * (chance.uniform(0, 1.5) if number % 2 else chance.uniform(0.999, 1.001))
        share = way / metres_between(CENTRE, towards)
        found.append(
            Point(CENTRE.lat + share * (towards.lat - CENTRE.lat), CENTRE.lon + share * (towards.lon - CENTRE.lon))
        )
    return [Point(round(each.lat, 6), round(each.lon, 6)) for each in found]


@pytest.mark.parametrize("metres", METRES)
def test_a_circle_holds_exactly_what_measuring_finds(metres: int) -> None:
    points = points_about(metres)
    by_hand = hand(points)

    tree = circle.within(CENTRE, metres, lambda edge: by_hand.facets(edge, "spot"))

    expected = {str(UUID(int=n)) for n, point in enumerate(points) if round(walking_metres(CENTRE, point)) <= metres}
    assert set(by_hand.scores(tree)) == expected
    assert 0 < len(expected) < len(points)


@pytest.mark.parametrize("metres", METRES)
def test_a_circle_is_asked_for_with_few_squares(metres: int) -> None:
    cover = circle.covered(CENTRE, metres)

    assert len(cover.inside) + len(cover.edge) < 500


def test_only_points_that_the_edge_may_cut_are_measured() -> None:
    points = points_about(735)
    by_hand = hand(points)
    asked: list[Tree] = []

    def spots(edge: Tree) -> dict[str, int]:
        asked.append(edge)
        return by_hand.facets(edge, "spot")

    tree = circle.within(CENTRE, 735, spots)

    assert isinstance(tree, AnyOf)
    assert [each.field for each in tree.parts if isinstance(each, OneOf)] == ["square", "spot"]
    measured = [metres_between(CENTRE, points[int(each, 16)]) for each in ids(by_hand, asked[0])]
    assert measured
    assert all(abs(each - 735 / 1.3) < 250 for each in measured)


def ids(by_hand: ByHand, tree: Tree) -> list[str]:
    return [each.replace("-", "") for each in by_hand.scores(tree)]


@pytest.mark.parametrize("minutes", range(1, 121))
def test_metres_in_some_minutes_are_the_most_that_take_them(minutes: int) -> None:
    metres = metres_in(minutes)

    assert (walking_minutes(metres), walking_minutes(metres + 1)) == (minutes, minutes + 1)


def test_no_minutes_are_no_way_at_all() -> None:
    assert metres_in(0) == 0


@pytest.mark.parametrize("metres", METRES)
def test_a_box_holds_at_least_what_the_circle_holds(metres: int) -> None:
    by_hand = hand(points_about(metres))

    held = set(by_hand.scores(circle.box(CENTRE, metres / 1.3)))

    assert held >= set(by_hand.scores(circle.within(CENTRE, metres, lambda edge: by_hand.facets(edge, "spot"))))


def test_points_that_stand_together_are_as_near_as_the_nearest() -> None:
    far, near = Point(60.3, 25.0), Point(60.2, 24.95)

    (code,) = circle.together((far, near, far))

    assert code == "60.200000,24.950000 60.300000,25.000000"
    assert circle.nearest(CENTRE, code) == metres_between(CENTRE, near)
    assert circle.together(()) == ()
