"""Whether one may try first, out of the words: a free first time, a trial, an open house. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

TRIAL_FROM_TEXT = "trial read out of the text"

_TRIALS = (
    (
        "first_free",
        r"(?:ensimmäi(?:nen|set)|1\.) (?:\w+ ){0,2}?kertaa? (?:(?:on|ovat) )?(?:ilmai|maksut|0 ?(?:€|e\b|euro))|"
        r"första (?:\w+ )?gång(?:en|erna) (?:är )?(?:gratis|avgiftsfri|0 ?(?:€|e\b|euro))|"
        r"first (?:\w+ )?(?:times?|sessions?|visits?|class|classes) (?:(?:is|are) )?(?:free|€0|0 ?€)",
    ),
    (
        "try_before_signing",
        r"kokeilukerta|kokeilukerra|(?:tule|voi|saa|voit) kokeil\w+ (?:ennen|ensin)|tutustumiskäyn\w+ ennen|"
        r"prova på[- ]gång|prova (?:på )?innan|provgång|try (?:it )?before you|trial (?:session|class|lesson)",
    ),
    (
        "open_house",
        r"avoin kokeilu|avoime\w+ kokeilu\w+|avoimet ovet|avointen ovien|öppet hus|öppna dörrar|"
        r"open (?:house|doors|day)\b",
    ),
)


def trial(texts: Iterable[str]) -> str:
    """`first_free`, `try_before_signing` or `open_house`, when a text speaks of it."""
    joined = "\n".join(texts)
    return next((kind for kind, pattern in _TRIALS if re.search(pattern, joined, re.I)), "")
