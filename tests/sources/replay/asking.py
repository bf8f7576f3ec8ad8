"""How the tests ask a replay server."""

from __future__ import annotations

from typing import Any

import requests

from tarjotin.sources.replay.server import ReplayServer


def ask(server: ReplayServer, path: str) -> requests.Response:
    return requests.get(server.url + path, timeout=10, allow_redirects=False)


def get(server: ReplayServer, path: str) -> Any:
    response = ask(server, path)
    assert response.status_code == 200, response.text
    return response.json()


def ids(server: ReplayServer, path: str) -> list[Any]:
    """The ids of a list answer, whatever its page looks like."""
    content = get(server, path)
    if isinstance(content, dict):
        content = next(content[name] for name in ("data", "items", "itemList", "results") if name in content)
    return [row.get("id", row.get("contentId")) for row in content]
