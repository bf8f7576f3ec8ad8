"""What the checker says of faulty concepts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tarjotin.words.thesaurus import LANGUAGES, BadThesaurus, Concept, Criterion, problems
from tarjotin.words.thesaurus.loading import read


def concept(code: str, **changes: object) -> Concept:
    wordings = {language: (f"{code} {language}",) for language in LANGUAGES}
    return replace(Concept(code, "activity", wordings), **changes)  # type: ignore[arg-type]


def faults(*concepts: Concept) -> list[str]:
    return problems({each.code: each for each in concepts})


def test_problems_of_sound_concepts_are_none() -> None:
    sport = concept("sport", codes=("yso:p916",))
    yoga = concept("yoga", broader=("sport",), related=("sport",))
    free = concept("free", kind="property", written_criterion="price=free")

    assert faults(sport, yoga, free) == []


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"kind": "thing"}, "yoga: unknown kind 'thing'"),
        ({"broader": ("sport",)}, "yoga: no other concept 'sport'"),
        ({"related": ("yoga",)}, "yoga: no other concept 'yoga'"),
        ({"codes": ("p3111",)}, "yoga: no scheme in 'p3111'"),
        ({"codes": ("yso:p0",)}, "yoga: no code 'yso:p0' in codes.csv"),
        ({"written_criterion": "free"}, "yoga: criterion 'free' is none"),
        ({"written_criterion": "price = free"}, "yoga: criterion 'price = free' is none"),
        ({"kind": "property"}, "yoga: a property without a criterion"),
    ],
)
def test_problems_of_one_fault_name_it(changes: dict[str, object], fault: str) -> None:
    assert faults(concept("yoga", **changes)) == [fault]


def test_problems_of_a_missing_language_name_it() -> None:
    yoga = concept("yoga")
    lacking = replace(yoga, wordings={**yoga.wordings, "so": (), "fa": ("…",)})

    assert faults(lacking) == ["yoga: no wording in so", "yoga: empty wording in fa"]


def test_problems_of_one_wording_for_two_need_notes_in_both() -> None:
    tongue, flame = concept("tongue", note="language"), concept("flame", note="fire")
    kieli = {**tongue.wordings, "fi": ("Kieli",)}
    lieska = {**flame.wordings, "fi": ("kieli",)}

    noted = faults(replace(tongue, wordings=kieli), replace(flame, wordings=lieska))
    unnoted = faults(replace(tongue, wordings=kieli), replace(flame, wordings=lieska, note=""))

    assert noted == []
    assert unnoted == ["flame: 'kieli' (fi) also means tongue"]


def test_problems_of_a_circle_name_all_in_it() -> None:
    circle = [concept("a", broader=("b",)), concept("b", broader=("c",)), concept("c", broader=("b",))]

    assert faults(*circle) == ["b: broader than itself", "c: broader than itself"]


@pytest.mark.parametrize(
    ("written", "criterion"),
    [
        ("price=free", Criterion("price", ("free",))),
        ("weekday=6,7", Criterion("weekday", ("6", "7"))),
        ("weekday=", None),
        ("", None),
    ],
)
def test_criterion_as_written_gives_group_and_options(written: str, criterion: Criterion | None) -> None:
    assert Criterion.read(written) == criterion


@pytest.mark.parametrize("row", [{"fi": "jooga"}, {"fi": [1]}, {"words": ["jooga"]}, "jooga"])
def test_read_of_a_table_in_another_shape_is_refused(row: object) -> None:
    with pytest.raises(BadThesaurus, match="yoga"):
        read("yoga", row)
