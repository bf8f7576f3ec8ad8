"""Parts that every expected answer holds, written once."""

from __future__ import annotations

from typing import Any
from uuid import UUID

NOW = "2026-11-24T10:00:00Z"
FOLLOW_AFTER = "2026-11-24T04:00:00Z"  # six hours before

WORDS = {
    "activity": {"fi": "toiminta", "sv": "aktivitet", "en": "activity"},
    "service": {"fi": "palvelu", "sv": "tjanst", "en": "service"},
    "place": {"fi": "paikka", "sv": "plats", "en": "place"},
    "organisation": {"fi": "jarjestaja", "sv": "arrangor", "en": "organiser"},
}


def urls(kind: str, slug: str, **others: str) -> dict[str, str]:
    """The pages of an entry whose slug is the same in all languages but `others`."""
    return {
        language: f"http://localhost:8000/{language}/{word}/{others.get(language, slug)}/"
        for language, word in WORDS[kind].items()
    }


def linked_events(*, checked_at: str | None = None, records: list[str] | None = None) -> dict[str, Any]:
    return {
        "name": "linkedevents",
        "title": "Linked Events",
        "owner": "Helsingin kaupunki",
        "licence": "CC BY 4.0",
        "licence_url": "https://creativecommons.org/licenses/by/4.0/",
        "credit": "Linked Events, Helsingin kaupunki, CC BY 4.0",
        "website": "https://dev.hel.fi/apis/linkedevents",
        "checked_at": checked_at,
        "records": records or [],
    }


def fi(text: str) -> dict[str, Any]:
    return {"fi": {"text": text, "by": "source"}}


def tag(scheme: str, code: str, label: str, *, main: bool) -> dict[str, Any]:
    return {
        "scheme": scheme,
        "code": code,
        "label": fi(label),
        "main": main,
        "by": "rule",
        "reason": "test",
        "confidence": 1.0,
    }


def withdrawn(entity_id: UUID, *, at: str, reason: str, replaced_by: UUID | None = None) -> dict[str, Any]:
    return {
        "id": str(entity_id),
        "status": "withdrawn",
        "withdrawn_at": at,
        "reason": reason,
        "replaced_by": str(replaced_by) if replaced_by else None,
    }


def problem(status: int, title: str, detail: str, *, errors: Any = (), gone: Any = None) -> dict[str, Any]:
    return {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": detail,
        "errors": [{"field": field, "message": message} for field, message in errors],
        "gone": gone,
    }
