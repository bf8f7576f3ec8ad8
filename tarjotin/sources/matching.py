"""Are two records the same thing? What a decision needs, where candidates stand, and the decision. Pure.

`docs/matching.md` tells the rules for people. Each kind has its rules in a file of its own (`same_place.py` …): first
what forbids (never), then ids, then likeness, then what a person should look at. `decide(a, b)` equals `decide(b, a)`.
"""

from __future__ import annotations

from tarjotin.sources.blocks import block_keys, lookup_keys
from tarjotin.sources.copied_notice import decide_copied_notice
from tarjotin.sources.decision import Common, Decision, different, likeness, shared_key
from tarjotin.sources.features import Features, features
from tarjotin.sources.same_activity import decide_activities
from tarjotin.sources.same_organisation import decide_organisations
from tarjotin.sources.same_place import decide_places
from tarjotin.sources.same_service import decide_services

__all__ = ["Decision", "Features", "block_keys", "decide", "features", "lookup_keys"]


def decide(a: Features, b: Features, *, common: Common) -> Decision:
    """Whether two records tell of one thing. `common(key)`: this phone or domain belongs to several organisations
    of one source (a switchboard, hel.fi), so it is no evidence."""
    names = likeness(a, b)
    if a.kind != b.kind:
        return decide_copied_notice(a, b, names)
    match a.kind:
        case "organisation":
            return decide_organisations(a, b, names, common)
        case "place":
            return decide_places(a, b, names)
        case "service":
            return decide_services(a, b, names)
        case "activity":
            return decide_activities(a, b, names)
    return shared_key(a, b) or different("no rule for this kind", a.kind)
