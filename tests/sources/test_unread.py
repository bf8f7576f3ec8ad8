"""Fields of a payload that nobody took."""

from __future__ import annotations

from tarjotin.sources.unread import known_fields, unread


def test_unread_names_new_fields_at_every_depth_and_in_new_languages() -> None:
    known = known_fields("id links.url links.parts.id", "created", localised="name")
    payload = {
        "id": 1,
        "created": "2020",
        "name_fi": "a",
        "name_ru": "б",
        "colour": "red",
        "links": [{"url": "u", "target": "t"}, {"parts": {"id": 1, "size": 2}}, "loose"],
    }

    assert sorted(unread(payload, known)) == ["colour", "links.parts.size", "links.target", "name_ru"]


def test_unread_of_a_payload_with_known_fields_only_is_empty() -> None:
    assert list(unread({"id": 1, "name_sv": "b"}, known_fields("id", localised="name"))) == []
