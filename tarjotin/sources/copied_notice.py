"""Is a PTV service the copy of a notice of Lähellä.fi? Pure.

Long-running notices of associations with a business id are sent on to PTV, where they are services. So one thing
comes as an activity and as a service: the one case where records of two kinds are compared.
"""

from __future__ import annotations

from typing import Final

from tarjotin.sources.decision import Decision, different, name_in_words, same, sides
from tarjotin.sources.features import Features
from tarjotin.sources.likeness import NameLikeness

NOTICE_NAME: Final = 90


def decide_copied_notice(a: Features, b: Features, names: NameLikeness) -> Decision:
    told = {(features.kind, features.source) for features in (a, b)}
    one_organisation = bool(a.organisation) and a.organisation == b.organisation
    is_copy = told == {("activity", "lahella"), ("service", "ptv")}
    if is_copy and one_organisation and names.score >= NOTICE_NAME and names.may_be_one:
        return same("a notice sent on to PTV", names.score, name_in_words(names), "same organisation")
    return different("another kind of thing", sides(a.kind, b.kind))
