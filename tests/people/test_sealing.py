from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tarjotin.config.environment import DataKeys
from tarjotin.people.sealing import Damaged, Where, is_newest, lookup, seal, unseal

HERE = Where("guidance_watch", "email", UUID(int=1))
OLD, NEW = b"o" * 32, b"n" * 32


@given(st.text())
def test_sealed_text_opens_where_it_was_sealed(text: str) -> None:
    assert unseal(seal(text, HERE), HERE) == text


def test_sealed_text_cannot_be_read_and_differs_each_time() -> None:
    first, second = (seal("maija@example.org", HERE) for _ in range(2))

    assert first != second
    assert b"maija" not in first


@pytest.mark.parametrize(
    "elsewhere",
    [
        Where("guidance_watch", "email", UUID(int=2)),
        Where("guidance_watch", "phone", UUID(int=1)),
        Where("people_user", "email", UUID(int=1)),
    ],
)
def test_sealed_text_opens_nowhere_else(elsewhere: Where) -> None:
    sealed = seal("maija@example.org", HERE)

    with pytest.raises(Damaged):
        unseal(sealed, elsewhere)


def test_changed_by_a_bit_or_cut_it_does_not_open() -> None:
    sealed = seal("maija@example.org", HERE)
    changed = [sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :] for at in range(len(sealed))]
    cut = [sealed[:at] for at in range(len(sealed))]

    for each in [*changed, *cut]:
        with pytest.raises(Damaged):
            unseal(each, HERE)


def test_newest_key_seals_and_older_ones_still_open(settings: Any) -> None:
    settings.DATA_KEYS = DataKeys({1: OLD}, b"l" * 32)
    old = seal("maija@example.org", HERE)

    settings.DATA_KEYS = DataKeys({1: OLD, 2: NEW}, b"l" * 32)
    new = seal("maija@example.org", HERE)

    assert [unseal(each, HERE) for each in (old, new)] == ["maija@example.org"] * 2
    assert [is_newest(each) for each in (old, new)] == [False, True]


def test_text_of_a_key_that_is_gone_is_damage(settings: Any) -> None:
    settings.DATA_KEYS = DataKeys({1: OLD}, b"l" * 32)
    sealed = seal("maija@example.org", HERE)

    settings.DATA_KEYS = DataKeys({2: NEW}, b"l" * 32)

    with pytest.raises(Damaged, match="not at hand"):
        unseal(sealed, HERE)


def test_lookup_is_equal_for_equal_texts_of_a_purpose_and_outlives_the_sealing_keys(settings: Any) -> None:
    settings.DATA_KEYS = DataKeys({1: OLD}, b"l" * 32)
    before = [lookup("a@example.org", purpose="watch"), lookup("a@example.org", purpose="callback")]

    settings.DATA_KEYS = DataKeys({2: NEW}, b"l" * 32)
    after = lookup("a@example.org", purpose="watch")

    assert (before[0] == after, before[0] == before[1], "example" in before[0]) == (True, False, False)
