from __future__ import annotations

from tests.sources.replay.conftest import serve

__all__ = ["serve"]
