"""Writing many rows at once, each kind of write as one prepared statement.

Django's `bulk_create` and `bulk_update` compile an expression for every value of every row, which took half of an
import's time. These know plain values only: no database expressions, no defaults of the database, no signals.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db import connections, models, router


def insert(rows: Sequence[models.Model]) -> None:
    """Insert rows. A key that the database counts itself is not given back."""
    if rows:
        table = _Table(type(rows[0]))
        table.write(table.insert, rows)


def upsert(rows: Sequence[models.Model], *, unique: Sequence[str], update: Sequence[str]) -> None:
    """Insert rows; where one with the same `unique` columns is there, write its `update` columns instead."""
    if rows:
        table = _Table(type(rows[0]))
        assignments = ", ".join(f"{column} = EXCLUDED.{column}" for column in table.quoted(update))
        conflict = ", ".join(table.quoted(unique))
        table.write(f"{table.insert} ON CONFLICT ({conflict}) DO UPDATE SET {assignments}", rows)


def set_columns(rows: Sequence[models.Model], names: Sequence[str]) -> None:
    """Write these columns of these rows, which exist."""
    if rows:
        table = _Table(type(rows[0]), names)
        assignments = ", ".join(f"{column} = %s" for column in table.quoted(names))
        key = table.quoted([table.key])[0]
        table.write(f"{table.update} SET {assignments} WHERE {key} = %s", rows, with_key=True)


class _Table:
    """A model's table and the columns to be written, in one order."""

    def __init__(self, model: type[models.Model], names: Sequence[str] = ()) -> None:
        self._meta = model._meta
        self._connection = connections[router.db_for_write(model)]
        self._quote: Callable[[str], str] = self._connection.ops.quote_name
        counted = () if names else [f for f in self._meta.concrete_fields if isinstance(f, models.AutoField)]
        self._fields = [self._field(name) for name in names] or [
            field for field in self._meta.concrete_fields if field not in counted
        ]
        columns = ", ".join(self._quote(field.column) for field in self._fields)
        marks = ", ".join(["%s"] * len(self._fields))
        name = self._quote(self._meta.db_table)
        # Only names of our own models go into the text; every value is a parameter.
        self.insert = f"INSERT INTO {name} ({columns}) VALUES ({marks})"  # noqa: S608
        self.update = f"UPDATE {name}"

    @property
    def key(self) -> str:
        return str(self._meta.pk.name)

    def quoted(self, names: Sequence[str]) -> list[str]:
        return [self._quote(self._field(name).column) for name in names]

    def write(self, sql: str, rows: Sequence[models.Model], *, with_key: bool = False) -> None:
        getters = [(field.attname, field.get_db_prep_save) for field in self._fields]
        if with_key:
            key = self._field(self.key)
            getters.append((key.attname, key.get_db_prep_save))
        connection = self._connection
        values = [[prepare(getattr(row, name), connection) for name, prepare in getters] for row in rows]
        with connection.cursor() as cursor:
            cursor.executemany(sql, values)

    def _field(self, name: str) -> Any:
        return self._meta.get_field(name)
