from __future__ import annotations

import pytest

from tarjotin.guidance.codes import SIGNS, new_code, read_code, shown_code


def test_new_code_is_six_signs_that_nobody_confuses() -> None:
    codes = {new_code() for _ in range(500)}

    assert len(codes) == 500
    assert all(len(code) == 6 and set(code) <= set(SIGNS) for code in codes)
    assert not set(SIGNS) & set("AEIOUYÅÄÖ01LZSBGW")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("K7M-2QX", "K7M2QX"),
        ("k7m2qx", "K7M2QX"),
        (" k7m 2qx ", "K7M2QX"),
        ("K7M–2QX", "K7M2QX"),
        ("K.7.M.2.Q.X", "K7M2QX"),
        ("K7M-ZQX", "K7M2QX"),
        ("SGM-BQV", "56M8QV"),
        ("", ""),
        ("K7M-2Q", ""),
        ("K7M-2QXX", ""),
        ("K7M-0QX", ""),
        ("hello!", ""),
        ("K" * 10_000, ""),
        ("٢٣٤٥٦٧", ""),
        ("\x00\x00\x00", ""),
    ],
)
def test_code_is_read_however_it_is_written(written: str, code: str) -> None:
    assert read_code(written) == code


def test_code_is_shown_in_two_groups() -> None:
    assert shown_code("K7M2QX") == "K7M-2QX"
