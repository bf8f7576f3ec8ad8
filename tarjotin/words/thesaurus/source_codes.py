"""The codes of the sources that concepts name, each with the source's own label: `codes.csv`, one line a code."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "codes.csv"
SCHEME_NAMES = {
    "yso": "YSO",
    "koko": "KOKO",
    "ptv": "PTV",
    "tpr": "TPR",
    "tprword": "TPR word",
    "tprtag": "service register mark",
    "tprlife": "service register life event",
    "lipas": "LIPAS",
    "lahella": "Lähellä.fi",
}
# Schemes that some part and others don't: the codes tell themselves apart.
SAME_SCHEMES = {"ptvlife": "ptv", "ptvtarget": "ptv", "ht": "lahella", "hm": "lahella", "lahellatype": "lahella"}

# Service classes, themes, marks and life events: each stands for a whole field.
WIDE_SCHEMES = ("ptv", "lahella", "tprtag", "tprlife")


def plain_code(written: str) -> str:
    """A source code with the scheme that stands for all of its kind."""
    scheme, _, rest = written.partition(":")
    return f"{SAME_SCHEMES.get(scheme, scheme)}:{rest}"


@cache
def source_codes() -> Mapping[str, str]:
    """Plain code → what its source calls it."""
    with DATA.open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["label"] for row in csv.DictReader(file)}
