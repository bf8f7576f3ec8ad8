from __future__ import annotations

import pytest

from tarjotin.search.query import GROUPS, Reason
from tarjotin.web.resident import reasons

WORD = Reason("word", "title", "jumppa")
FREE = Reason("criterion", "price", "free")
TUESDAY = Reason("criterion", "weekday", "2")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("told", "why", "doubt"),
    [
        ((), "", ""),
        ((WORD, FREE, TUESDAY), "Sopii: ”jumppa”, maksuton, tiistai", ""),
        ((WORD, WORD), "Sopii: ”jumppa”", ""),
        ((Reason("criterion", "kind", "place"),), "", ""),
        ((FREE, Reason("criterion", "weekday", unknown=True)), "Sopii: maksuton", "Ei kerrottu, kysy: viikonpäivä"),
        ((Reason("criterion", "language", "so"),), "Sopii: somali", ""),
    ],
)
def test_reasons_are_said_in_plain_words(told: tuple[Reason, ...], why: str, doubt: str) -> None:
    assert (reasons.why(told, "fi"), reasons.doubt(told, "fi")) == (why, doubt)


@pytest.mark.django_db
def test_why_names_only_the_first_few_reasons() -> None:
    many = [Reason("criterion", "weekday", str(day)) for day in range(1, 8)]

    assert reasons.why(many, "fi") == "Sopii: maanantai, tiistai, keskiviikko, torstai"


@pytest.mark.django_db
@pytest.mark.parametrize("group", [group for group in GROUPS if group not in ("category", "need")])
def test_every_criterion_that_is_not_told_or_not_met_has_a_name(group: str) -> None:
    doubt = reasons.doubt([Reason("criterion", group, unknown=True)], "fi")
    missed = reasons.missed([group], "fi")

    assert doubt.removeprefix("Ei kerrottu, kysy: ") == missed.removeprefix("Ei täytä ehtoa: ") != ""


def test_a_concept_is_named_in_the_readers_language() -> None:
    told = [Reason("concept", value="loneliness")]

    said = [reasons.why(told, language).split(": ")[1] for language in ("fi", "sv", "en")]

    assert said == ["yksinäisyys", "ensamhet", "loneliness"]
