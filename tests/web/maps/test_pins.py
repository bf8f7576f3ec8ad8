"""Pins and labels: nothing overlaps, and everything of the list is there."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from tarjotin.web.maps.lines import Corner
from tarjotin.web.maps.pins import SIDE, Label, Pin, labels, merged, touch, within

CANVAS = (0.0, 0.0, 328.0, 400.0)


def width_of(number: int) -> float:
    return len(f"{number} paikkaa") * 9.0 + 24


def town(seed: int) -> list[Corner]:
    dice = random.Random(seed)
    middles = [(dice.uniform(0, 328), dice.uniform(0, 400)) for _ in range(4)]
    around = dice.choice([0, 5, 60, 300])
    return [
        (min(max(x + dice.uniform(-around, around), 0), 328), min(max(y + dice.uniform(-around, around), 0), 400))
        for x, y in dice.choices(middles, k=dice.randrange(1, 61))
    ]


@pytest.mark.parametrize("seed", range(60))
def test_no_two_pins_touch_and_each_place_has_one(seed: int) -> None:
    corners = town(seed)

    pins = merged(corners, width_of, CANVAS)

    assert [(a, b) for a, b in combinations(pins, 2) if touch(a.box, b.box)] == []
    assert sorted(at for pin in pins for at in pin.members) == list(range(len(corners)))
    assert all(within(pin.box, CANVAS) for pin in pins)
    assert all(pin.width >= SIDE for pin in pins)


@pytest.mark.parametrize("seed", range(30))
def test_labels_touch_no_pin_and_no_other_label(seed: int) -> None:
    corners = town(seed)
    pins = merged(corners, width_of, CANVAS)
    wanted = [(corner, f"Asema {at}") for at, corner in enumerate(corners)]

    found = labels(wanted, [pin.box for pin in pins], CANVAS)
    again = labels([((label.x, label.y - 4 - 11), label.text) for label in found], [], CANVAS)

    assert {label.text for label in found} <= {text for _, text in wanted}
    assert len(again) >= len(found) - 1  # whole units may move one by a hair


@pytest.mark.parametrize(
    ("corners", "members"),
    [
        ([], []),
        ([(100, 100)], [(0,)]),
        ([(100, 100), (200, 200)], [(0,), (1,)]),
        ([(100, 100), (143, 100)], [(0, 1)]),  # closer than a finger is wide
        ([(100, 100), (144, 100)], [(0,), (1,)]),
        ([(100, 100), (100, 100), (300, 300)], [(0, 1), (2,)]),
        ([(60, 100), (120, 100), (90, 100)], [(0, 1, 2)]),  # the one between joins both
    ],
)
def test_pins_that_would_touch_become_one(corners: list[Corner], members: list[tuple[int, ...]]) -> None:
    assert [pin.members for pin in merged(corners, width_of, CANVAS)] == members


def test_pin_at_the_edge_is_moved_in() -> None:
    (pin,) = merged([(0.0, 399.0)], width_of, CANVAS)

    assert (pin.x, pin.y) == (22, 378)


def test_shape_of_a_pin_is_a_disc_and_of_many_a_longer_one() -> None:
    assert Pin((0,), 100, 50, 44.0).shape == "M100 30h0a20 20 0 0 1 0 40h0a20 20 0 0 1 0-40z"
    assert Pin((0, 1), 100, 50, 104.0).shape == "M70 30h60a20 20 0 0 1 0 40h-60a20 20 0 0 1 0-40z"


def test_label_that_does_not_fit_is_left_out() -> None:
    wanted = [((100.0, 100.0), "Sörnäinen"), ((110.0, 102.0), "Kalasatama"), ((5.0, 300.0), "Huopalahti")]

    assert labels(wanted, [], CANVAS) == [Label("Sörnäinen", 100, 115)]
