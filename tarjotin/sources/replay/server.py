"""The server: paths to API modules, faults, and a log of what was asked.

    with ReplayServer(folder) as server:
        import_from(f"{server.url}/linkedevents/")
        server.fail("/linkedevents/event/", status=429, times=2, headers={"Retry-After": "1"})

Recorded events lie years back and `start=today` would hide them all: `ignore_dates=True` leaves out the filters by the
time of an event (not the one by its last change). Demo data needs no such thing, its dates are tokens.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Any
from urllib.parse import unquote

from tarjotin.sources.replay import edits, lahella, linkedevents, palvelurekisteri, ptv, ptv12, tpr
from tarjotin.sources.replay.asking import Request, bad_request, not_found
from tarjotin.sources.replay.faults import Failure, Faults, Reshaping
from tarjotin.sources.replay.folder import load
from tarjotin.sources.replay.wire import HttpServer, handler_of

APIS: dict[tuple[str, ...], Callable[[Request], Any]] = {
    ("tpr",): tpr.answer,
    ("servicemap",): tpr.answer_servicemap,
    ("palvelurekisteri",): palvelurekisteri.answer,
    ("linkedevents",): linkedevents.answer,
    ("ptv", "v11"): ptv.answer,
    ("ptv", "v12"): ptv12.answer,
    ("ptv", "codes"): ptv.answer_codes,
    ("lahella",): lahella.answer,
    ("edits",): edits.answer,
}
ENDPOINTS = (
    tpr.ENDPOINTS
    | palvelurekisteri.ENDPOINTS
    | linkedevents.ENDPOINTS
    | ptv.ENDPOINTS
    | lahella.ENDPOINTS
    | edits.ENDPOINTS
)
DOCUMENTS = (*palvelurekisteri.DOCUMENTS, *ptv.DOCUMENTS)
CONTROLS = frozenset(
    {"fail", "shrink", "duplicate_across_pages", "empty", "clear_faults", "remove", "mark_deleted", "change"}
)


class ReplayServer:
    """Answers like the source APIs from the payloads in a folder.

    `page_cap` makes every page at most that long, so that a few records fill several pages. With `faults=True`,
    `POST /_fault` with `{"do": "fail", "path": "/tpr/unit/", "status": 503}` calls the method of that name.
    """

    def __init__(
        self,
        folder: Path,
        *,
        port: int = 0,
        host: str = "127.0.0.1",
        now: Callable[[], datetime] | None = None,
        ignore_dates: bool = False,
        page_cap: int | None = None,
        faults: bool = False,
    ) -> None:
        self._now = now or (lambda: datetime.now(UTC))
        self.data = load(folder, ENDPOINTS, DOCUMENTS, self._now())
        self.faults = Faults()
        self.ignore_dates, self.page_cap, self.has_control = ignore_dates, page_cap, faults
        self.requests: list[str] = []
        self.user_agents: list[str] = []
        self._http = HttpServer((host, port), handler_of(self))
        self.url = f"http://{host}:{self._http.server_address[1]}"

    def __enter__(self) -> ReplayServer:
        Thread(target=self._http.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.shutdown()
        self._http.server_close()

    def serve_forever(self) -> None:
        try:
            self._http.serve_forever()
        finally:
            self._http.server_close()

    def shutdown(self) -> None:
        """End `serve_forever` from another thread."""
        self._http.shutdown()

    # What may go wrong, and what may happen at a source.

    def fail(self, path: str, **how: Any) -> None:
        """Answer wrongly: `how` is a status, times, truncate … as in `faults.Failure`."""
        self.faults.add(Failure(path, **how))

    def shrink(self, path: str, *, keep: float) -> None:
        """Leave only this part of a list, from its beginning."""
        self.faults.add(Reshaping(path, keep=keep))

    def empty(self, path: str, **query: str) -> None:
        """Answer an empty list, when the query says so: `empty("/palvelurekisteri/description/", language="sv")`."""
        self.faults.add(Reshaping(path, keep=0, query=query))

    def duplicate_across_pages(self, path: str) -> None:
        self.faults.add(Reshaping(path, repeat_at_borders=True))

    def clear_faults(self) -> None:
        self.faults.clear()

    def remove(self, source: str, kind: str, record_id: object) -> None:
        self.data.remove(source, kind, record_id)

    def change(self, source: str, kind: str, record_id: object, **fields: Any) -> None:
        self.data.change(source, kind, record_id, **fields)

    def mark_deleted(self, source: str, kind: str, record_id: object, *, replaced_by: str | None = None) -> None:
        """Delete as the source does: by a flag (Linked Events) or a status (PTV). Elsewhere use `remove`."""
        at = self._now().astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds")
        if source == "linkedevents":
            fields = {"deleted": True, "replaced_by": replaced_by, "last_modified_time": f"{at}Z"}
        elif source == "ptv":
            fields = {"publishingStatus": "Archived", "modified": at}
        else:
            raise ValueError(f"{source} has no mark for deleted records")
        self.data.change(source, kind, record_id, **fields)

    # What is answered.

    def answer(self, path: str, query_string: str) -> Any:
        parts = [unquote(part) for part in path.split("/") if part]
        if not parts:
            return {"name": "Replay of the source APIs", "counts": self.data.counts()}
        for prefix, api in APIS.items():
            if tuple(parts[: len(prefix)]) == prefix:
                return api(self._request(path, parts[len(prefix) :], query_string))
        raise not_found()

    def _request(self, path: str, parts: list[str], query_string: str) -> Request:
        return Request(
            path=path,
            parts=parts,
            query_string=query_string,
            url=self.url,
            data=self.data,
            faults=self.faults,
            now=self._now(),
            ignore_dates=self.ignore_dates,
            page_cap=self.page_cap,
        )

    def failure(self, path: str, query_string: str) -> Failure | None:
        return self.faults.failure(path, self._request(path, [], query_string).query)

    def control(self, body: bytes) -> Any:
        """Do what a `POST /_fault` asks: `{"do": <method>, …its arguments}`."""
        try:
            arguments = json.loads(body)
            name = arguments.pop("do")
            if name not in CONTROLS:
                raise bad_request(f"do is one of {', '.join(sorted(CONTROLS))}")
            getattr(self, name)(**arguments)
        except (ValueError, TypeError, AttributeError, KeyError) as error:
            raise bad_request(f"{type(error).__name__}: {error}") from None
        return {"done": name}
