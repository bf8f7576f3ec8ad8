"""Payloads with parts replaced by junk, for "parse never raises": what a changed or broken feed may bring."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

Path = tuple[Any, ...]

_SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**18), 10**18)
    | st.floats()
    | st.text(max_size=12)
    | st.sampled_from(
        ["-", "0", "99999999999999999999", "9999-12-31T23:59:59", "0001-01-01", "24:00", "P1W", "a@b", "+"]
    )
)
JUNK = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)


def mangled(payload: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """The payload with up to five of its values, at any depth, replaced."""
    places = list(_places(payload))
    changes = st.lists(st.tuples(st.sampled_from(places), JUNK), min_size=1, max_size=5)
    return changes.map(lambda chosen: _changed(payload, chosen))


def _places(value: Any, path: Path = ()) -> Iterator[Path]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield (*path, key)
        yield from _places(inner, (*path, key))


def _changed(payload: dict[str, Any], chosen: list[tuple[Path, Any]]) -> dict[str, Any]:
    changed = copy.deepcopy(payload)
    for path, junk in chosen:
        _put(changed, path, junk)
    return changed


def _put(whole: Any, path: Path, junk: Any) -> None:
    for key in path[:-1]:
        try:
            whole = whole[key]
        except (KeyError, IndexError, TypeError):
            return  # an earlier change took the place away
    key = path[-1]
    if isinstance(whole, dict) or (isinstance(whole, list) and isinstance(key, int) and key < len(whole)):
        whole[key] = junk
