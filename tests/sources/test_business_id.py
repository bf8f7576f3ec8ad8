"""The check digit of a business id."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tarjotin.sources.business_id import check_digit, valid_business_id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0201256-6", "0201256-6"),
        ("0203107-0", "0203107-0"),
        (" 02012566 ", "0201256-6"),
        ("FI02012566", "0201256-6"),
        ("201256-6", "0201256-6"),
        ("0201256–6", "0201256-6"),
        ("0201256-5", ""),
        ("0000004-3", ""),
        ("1026-KULTS", ""),
        ("12345", ""),
        ("", ""),
    ],
)
def test_business_id_as_sources_write_it_is_read_or_refused(text: str, expected: str) -> None:
    assert valid_business_id(text) == expected


@given(st.integers(100_000, 9_999_999))
def test_business_id_is_valid_with_one_last_digit_at_most(number: int) -> None:
    digits = f"{number:07}"

    valid = [last for last in range(10) if valid_business_id(f"{digits}-{last}")]

    assert valid == ([] if check_digit(digits) is None else [check_digit(digits)])
