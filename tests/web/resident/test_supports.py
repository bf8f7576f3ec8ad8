"""Supports and discounts: every fact has its source and its day, and nothing is told twice."""

from __future__ import annotations

from datetime import date

import phonenumbers
import pytest
from django.utils import translation

from tarjotin.web.resident.supports import KINDS, SUPPORTS, Support, beside, find_support

IDS = [support.code for support in SUPPORTS]


@pytest.mark.parametrize("support", SUPPORTS, ids=IDS)
def test_support_tells_all_and_where_it_is_from(support: Support) -> None:
    texts = [support.name, support.what, support.for_whom, support.how_to_get, *support.then, *support.bring]

    with translation.override("fi"):
        told = [str(text) for text in texts]
    assert all(told)
    assert (support.source_name != "", support.source_url.startswith("https://")) == (True, True)
    assert date(2022, 1, 1) <= support.checked_on <= date.today()
    assert support.kinds
    assert support.kinds <= KINDS.keys()


@pytest.mark.parametrize("support", [s for s in SUPPORTS if s.phone], ids=lambda support: support.code)
def test_support_phone_can_be_dialled(support: Support) -> None:
    number = phonenumbers.parse(support.phone, None)

    assert phonenumbers.is_valid_number(number)
    assert phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) == support.phone


@pytest.mark.parametrize("support", SUPPORTS, ids=IDS)
def test_support_sentences_are_short(support: Support) -> None:
    with translation.override("fi"):
        texts = [str(t) for t in (support.what, support.for_whom, support.how_to_get, *support.then, *support.bring)]

    sentences = [sentence for text in texts for sentence in text.rstrip(".?").replace("? ", ". ").split(". ")]
    assert [sentence for sentence in sentences if len(sentence.split()) > 15] == []


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_support_slugs_are_unique_in_a_language(language: str) -> None:
    slugs = [support.slugs[language] for support in SUPPORTS]

    assert sorted(set(slugs)) == sorted(slugs)


def test_supports_are_many_and_of_every_kind() -> None:
    assert len(SUPPORTS) >= 12
    assert {kind for support in SUPPORTS for kind in support.kinds} == KINDS.keys()


def test_beside_gives_those_of_the_kinds_that_fit_most_first() -> None:
    found = [support.code for support in beside({"travel", "money"})]

    assert found[0] == "job_travel"
    assert set(found) == {s.code for s in SUPPORTS if s.kinds & {"travel", "money"}}


def test_beside_nothing_gives_nothing() -> None:
    assert beside([]) == []


@pytest.mark.parametrize(
    ("language", "slug"), [("fi", "tulkki"), ("fi-simple", "tulkki"), ("sv", "tolk"), ("ar", "interpreter")]
)
def test_find_support_by_the_slug_of_the_language(language: str, slug: str) -> None:
    found = find_support(slug, language)

    assert found is not None
    assert found.code == "interpreter"


def test_find_support_of_another_language_finds_none() -> None:
    assert find_support("tolk", "fi") is None
