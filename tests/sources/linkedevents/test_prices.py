from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tarjotin.catalogue.records import PriceRecord
from tarjotin.common.text import EMPTY, LocalisedText
from tarjotin.sources.linkedevents.prices import SAID_PAID_TEXT_FREE, read_prices
from tarjotin.sources.prices import SAID_FREE_TEXT_PAID, SAID_PAID_PRICE_ZERO
from tests.sources.linkedevents.make import offer


def _price(amount: str | None, *, free: bool | None = False, who: str = "everyone", note: str = "") -> PriceRecord:
    parsed = amount is not None or (free is True and bool(note))
    return PriceRecord(
        who=who,
        amount=Decimal(amount) if amount else None,
        is_free=free,
        note=LocalisedText.of(fi=note),
        parsed=parsed,
    )


@pytest.mark.parametrize(
    ("offers", "text", "prices", "flags"),
    [
        # [] and all-null tell nothing; neither does "not free", which an empty form says.
        ([], "", [], []),
        ([offer()], "", [], []),
        ([offer(is_free=False)], "", [], []),
        ([offer(is_free=True)], "", [_price(None, free=True)], []),
        # The sum in a text wins over the mark.
        (
            [offer(is_free=True, price={"fi": "Maksullinen, 7 €"})],
            "",
            [_price("7.00", note="Maksullinen, 7 €")],
            [SAID_FREE_TEXT_PAID],
        ),
        ([offer(is_free=True)], "Maksullinen, 7 €.", [_price("7.00", note="Maksullinen, 7 €.")], [SAID_FREE_TEXT_PAID]),
        ([offer(is_free=True)], "Kahvi ja pulla 3 €.", [_price(None, free=True)], []),
        (
            [offer(is_free=False, price={"fi": "0 €"})],
            "",
            [_price(None, free=True, note="0 €")],
            [SAID_PAID_PRICE_ZERO],
        ),
        ([offer(is_free=False, price={"fi": "39-48€"})], "", [_price("39.00", note="39-48€")], []),
        ([offer(is_free=False, price={"fi": "<p>5 €</p>"})], "", [_price("5.00", note="5 €")], []),
        (
            [offer(is_free=False, price={"fi": "10 €"}, description={"fi": "Eläkeläiset 5 €"})],
            "",
            [
                _price("10.00", note="10 €\nEläkeläiset 5 €"),
                _price("5.00", who="pensioner", note="10 €\nEläkeläiset 5 €"),
            ],
            [],
        ),
        ([offer(is_free=False, price={"fi": "Katso lippukauppa"})], "", [_price(None, note="Katso lippukauppa")], []),
        # Without an offer the event's own text is read, when it is clear.
        (
            [],
            "Sisäänpääsy 5-15€, alle 18-vuotiaille vapaa pääsy",
            [
                _price("5.00", note="Sisäänpääsy 5-15€, alle 18-vuotiaille vapaa pääsy"),
                _price(None, free=True, who="child", note="Sisäänpääsy 5-15€, alle 18-vuotiaille vapaa pääsy"),
            ],
            [],
        ),
        ([], "Lapsille vapaa pääsy.", [], []),
        ([], "Ensimmäinen kerta on maksuton.", [], []),
        ([], "Maksuton kokeilukerta tiistaina.", [], []),
        (
            [],
            "Opastus on maksuton, pääsylippu 18 €.",
            [_price("18.00", note="Opastus on maksuton, pääsylippu 18 €.")],
            [],
        ),
        # What a mark cannot make free, and what it can.
        (
            [offer(is_free=False, price={"fi": "5 €, ensimmäinen kerta 0 €"})],
            "",
            [_price("5.00", note="5 €, ensimmäinen kerta 0 €")],
            [],
        ),
        (
            [offer(is_free=False, price={"fi": "Ensimmäinen kerta 0 €"})],
            "",
            [_price(None, note="Ensimmäinen kerta 0 €")],
            [],
        ),
        (
            [offer(is_free=True, price={"fi": "Kahvi 2 €"})],
            "",
            [PriceRecord(is_free=True, note=LocalisedText.of(fi="Kahvi 2 €"))],
            [],
        ),
        (
            [offer(is_free=False, price={"fi": "Lapset maksutta"})],
            "",
            [_price(None, free=True, who="child", note="Lapset maksutta")],
            [],
        ),
    ],
)
def test_an_offer_becomes_prices_and_a_contradiction_is_flagged(
    offers: list[dict[str, Any]], text: str, prices: list[PriceRecord], flags: list[str]
) -> None:
    read = read_prices(offers, LocalisedText.of(fi=text))

    assert (list(read.records), list(read.flags)) == (prices, flags)


def test_a_text_that_says_free_decides_where_no_sum_is_told() -> None:
    offers = [offer(is_free=False)]

    read = read_prices(offers, LocalisedText.of(fi="Osallistuminen on maksutonta."))

    assert read.records == (PriceRecord(is_free=True, parsed=True),)
    assert read.flags == (SAID_PAID_TEXT_FREE,)


def test_a_fee_in_the_text_keeps_its_sentence_in_its_language() -> None:
    words = LocalisedText.of(sv="Välkommen! Deltagaravgift 4 €. Vi ses.")

    read = read_prices([], words)

    note = LocalisedText.of(sv="Deltagaravgift 4 €.")
    assert read.records == (PriceRecord(amount=Decimal("4.00"), is_free=False, note=note, parsed=True),)


def test_every_language_of_an_offer_stays_in_the_note() -> None:
    offers = [
        offer(is_free=False, price={"fi": "8 €", "sv": "8 euro", "en": "EUR 8"}, description={"fi": "", "sv": ""})
    ]

    read = read_prices(offers, EMPTY)

    note = LocalisedText.of(fi="8 €", sv="8 euro", en="EUR 8")
    assert read.records == (PriceRecord(amount=Decimal("8.00"), is_free=False, note=note, parsed=True),)


def test_price_groups_of_the_sign_up_win_and_are_not_read_out_of_text() -> None:
    groups = [
        {"price_group": {"description": {"fi": "Aikuinen"}}, "price": "20.00"},
        {"price_group": {"description": {"fi": "Eläkeläinen"}}, "price": "0"},
        {"price_group": {"description": {"fi": "Outo"}}, "price": "ei lukua"},
    ]

    read = read_prices([offer(is_free=False, price={"fi": "99 €"})], EMPTY, groups=groups)

    adult, pensioner = LocalisedText.of(fi="Aikuinen"), LocalisedText.of(fi="Eläkeläinen")
    assert read.records == (
        PriceRecord(amount=Decimal("20.00"), per="once", is_free=False, note=adult),
        PriceRecord(who="pensioner", per="once", is_free=True, note=pensioner),
    )


def test_a_voluntary_payment_beside_a_price_makes_nothing_free() -> None:
    read = read_prices([offer(is_free=False, price={"fi": "12 €. Työtön: maksa mitä voit."})], EMPTY)

    note = LocalisedText.of(fi="12 €. Työtön: maksa mitä voit.")
    assert read.records == (PriceRecord(amount=Decimal("12.00"), is_free=False, note=note, parsed=True),)


def test_a_voluntary_payment_is_a_donation_and_free() -> None:
    read = read_prices([offer(is_free=False, price={"fi": "Vapaaehtoinen maksu 2 €"})], EMPTY)

    note = LocalisedText.of(fi="Vapaaehtoinen maksu 2 €")
    assert read.records == (PriceRecord(per="donation", is_free=True, note=note, parsed=True),)
