"""Model fields for the values of `common`: a localised text as one JSON value."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models.fields.json import KeyTransform

from tarjotin.common.text import EMPTY, LocalisedText


class LocalisedTextField(models.JSONField):
    """A `LocalisedText`, stored as `{"fi": {"text", "by", "of"}}`; empty is `{}`, never null."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", LocalisedText)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        loaded = super().from_db_value(value, expression, connection)
        if isinstance(expression, KeyTransform):  # a part was asked for: `values("name__fi__text")`
            return loaded
        return LocalisedText.from_json(loaded) if loaded else EMPTY

    def to_python(self, value: Any) -> Any:
        return LocalisedText.from_json(value) if isinstance(value, dict) else value

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        plain = value.to_json() if isinstance(value, LocalisedText) else value
        return super().get_db_prep_value(plain, connection, prepared)

    def value_to_string(self, obj: Any) -> Any:
        value = self.value_from_object(obj)
        return value.to_json() if isinstance(value, LocalisedText) else value
