"""Codes that are read from paper and said on the phone: "K7M-2QX". Pure.

Consonants and digits without look-alikes: no vowels, so no word comes of it; no 0, 1 or L; of 2/Z, 5/S, 8/B and 6/G the
digit; no W, which a Finn hears as V. Of 22 signs six give 113 million codes, and guesses are limited.
"""

from __future__ import annotations

import secrets

SIGNS = "23456789CDFHJKMNPQRTVX"
LENGTH = 6
LONGEST_WRITTEN = 40
# What is written by hand instead of a sign that is there.
_MEANT = str.maketrans("ZSBGW", "2586V")
_BETWEEN = str.maketrans("", "", " -–—‑_.\N{NO-BREAK SPACE}")


def new_code() -> str:
    return "".join(secrets.choice(SIGNS) for _ in range(LENGTH))


def read_code(written: str) -> str:
    """The code somebody wrote in their own way, or an empty text when it is none."""
    if len(written) > LONGEST_WRITTEN:
        return ""
    code = written.strip().translate(_BETWEEN).upper().translate(_MEANT)
    return code if len(code) == LENGTH and all(sign in SIGNS for sign in code) else ""


def shown_code(code: str) -> str:
    """In two groups, as it is read aloud."""
    return f"{code[:3]}-{code[3:]}"
