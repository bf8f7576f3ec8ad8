"""Payloads of Lähellä.fi as records. Pure. Each subject has its module: `activities.py`, `channels.py`, `groups.py`."""

from __future__ import annotations

from typing import Any

from tarjotin.sources.lahella.activities import activity_of
from tarjotin.sources.lahella.channels import channel_of
from tarjotin.sources.lahella.groups import group_of
from tarjotin.sources.raw import text
from tarjotin.sources.source import Parsed

PUBLISHED = "published"


def parse(kind: str, payload: dict[str, Any]) -> Parsed:
    match kind:
        case "group":
            return group_of(payload)
        case "channel":
            return channel_of(payload)
        case "activity" if payload.get("status") != PUBLISHED:
            return Parsed(rejected=f"not published: {text(payload.get('status')) or 'no status'}")
        case "activity":
            return activity_of(payload)
        case _:
            return Parsed(rejected=f"unknown kind {kind}")
