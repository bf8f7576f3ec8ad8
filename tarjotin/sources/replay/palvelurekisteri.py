"""Palvelurekisteri (`/palvelurekisteri/`): service descriptions and errand services, one language a call."""

from __future__ import annotations

from typing import Any

from tarjotin.sources.replay import dates
from tarjotin.sources.replay.asking import Request, not_found
from tarjotin.sources.replay.folder import Endpoint, Record

KINDS = ("description", "errandservice", "generaldescription")
LANGUAGES = ("fi", "sv", "en")
HELSINKI = "091"

ENDPOINTS = {
    ("palvelurekisteri", f"{kind}_{language}"): Endpoint((f"tpr/palvelurekisteri/{kind}_{language}*.json",), dates.tpr)
    for kind in KINDS
    for language in LANGUAGES
}
DOCUMENTS = ("tpr/palvelurekisteri/description_ids_without_text.json",)


def answer(request: Request) -> Any:
    language = request.one_of("language", LANGUAGES, "fi")
    match request.parts:
        case [kind] if kind in KINDS and request.is_on("alldata"):
            return request.listed([_as_served(record) for record in _of_municipality(request, kind, language)])
        case [kind] if kind in KINDS:
            return request.listed(_ids(request, kind))
        case [kind, record_id] if kind in KINDS:
            return _one(request, kind, record_id, language)
        case _:
            raise not_found()


def _of_municipality(request: Request, kind: str, language: str) -> list[Record]:
    """Records of the municipality asked for. The source writes 91 where the rest of the world writes 091."""
    records = request.data.rows("palvelurekisteri", f"{kind}_{language}")
    wanted = request.text("municipality").zfill(3)
    if not request.text("municipality"):
        return records
    return [record for record in records if str(record.get("_municipality", HELSINKI)) == wanted]


def _as_served(record: Record) -> Record:
    return {key: value for key, value in record.items() if key != "_municipality"}


def _ids(request: Request, kind: str) -> list[int]:
    in_any_language = [record["id"] for language in LANGUAGES for record in _of_municipality(request, kind, language)]
    return list(dict.fromkeys([*in_any_language, *_without_text(request, kind)]))


def _without_text(request: Request, kind: str) -> list[int]:
    """Ids that the register lists and has no text for just now, as happened in a recorded run."""
    return request.data.documents.get(DOCUMENTS[0], []) if kind == "description" else []


def _one(request: Request, kind: str, record_id: str, language: str) -> Record:
    """A record; an id without a text in this language gets an empty answer and not a 404."""
    record = request.data.find("palvelurekisteri", f"{kind}_{language}", record_id)
    if record is not None:
        return _as_served(record)
    if record_id in map(str, _ids(request, kind)):
        return {}
    raise not_found()
