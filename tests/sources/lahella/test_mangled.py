"""Whatever a payload holds, it ends as a record or rejected with a reason."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tarjotin.sources.lahella import SOURCE
from tests.sources.lahella import make
from tests.sources.mangling import mangled

CHANNEL = make.channel(
    make.weekly((2, "18:00", "19:30"), exclude=["2026-12-29"]),
    make.weekly((2, "18:00", "19:30"), period="P1M", gap="P2W"),
    {"start": make.ms(2026, 11, 24), "end": make.ms(2026, 11, 25), "timeZone": "Europe/Helsinki", "type": "1"},
    accessibility=["ac_wheelchair"],
    registrationRequired=True,
    registrationUrl="https://example.org",
    registrationEmail="ilmo@example.org",
)
ACTIVITY = make.activity(
    CHANNEL,
    make.channel(id="2", type=["online"]),
    tags={"visibility": {"start": 1, "end": make.ms(2027, 1, 1)}},
    theme=["ht_urheilu"],
    format=["hm_ryhmat"],
    locale=["fi-FI"],
    demographic=["ageGroup/range:18-29", "gender/female"],
    region=["city/FI/Helsinki"],
    pricing=["paid"],
    contacts=[{"type": "email", "value": "a@b.fi", "translations": {"fi": {"description": "Posti"}}}],
)
PAYLOADS = {"activity": ACTIVITY, "channel": make.place_payload(CHANNEL), "group": make.group()}


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(sorted(PAYLOADS)).flatmap(lambda kind: st.tuples(st.just(kind), mangled(PAYLOADS[kind]))))
def test_a_mangled_payload_ends_as_a_record_or_with_a_reason(delivery: tuple[str, dict[str, Any]]) -> None:
    kind, payload = delivery

    parsed = SOURCE.parse(kind, payload)

    assert (parsed.record is None) == bool(parsed.rejected)
