"""The HTTP side of the replay server: what goes over the wire, whole or damaged."""

from __future__ import annotations

import json
import socket
import sys
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

from tarjotin.sources.replay.asking import JSON, OtherAnswer

if TYPE_CHECKING:
    from tarjotin.sources.replay.faults import Failure
    from tarjotin.sources.replay.server import ReplayServer

CONTROL = "/_fault"


class HttpServer(ThreadingHTTPServer):
    """Knows its open connections, to close them at the end: a client may keep one open for the next request."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], handler: type[BaseHTTPRequestHandler]) -> None:
        super().__init__(address, handler)
        self._open: set[socket.socket] = set()

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def server_close(self) -> None:
        super().server_close()
        for connection in tuple(self._open):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:  # the client was quicker
                pass

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is no news; anything else is a fault of ours and is printed."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def handler_of(server: ReplayServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # else the body waits 40 ms for the head to be acknowledged

        def do_GET(self) -> None:
            path, query = self._log()
            failure = server.failure(path, query)
            if failure and failure.hang:
                self.connection.recv(1)  # until the client gives up or the server stops
                self.close_connection = True
            elif failure and not (failure.truncate or failure.invalid_json):
                self._send(failure.status, {"detail": "A fault on request."}, headers=failure.headers)
            else:
                self._send_answer(lambda: server.answer(path, query), failure)

        def do_POST(self) -> None:
            path, _ = self._log()
            length = self.headers.get("Content-Length", "0")
            body = self.rfile.read(int(length) if length.isdigit() else 0)
            if path != CONTROL or not server.has_control:
                self._send(404, {"detail": "Not found."})
            else:
                self._send_answer(lambda: server.control(body), None)

        def _log(self) -> tuple[str, str]:
            server.requests.append(f"{self.command} {self.path}")
            server.user_agents.append(self.headers.get("User-Agent", ""))
            path, _, query = self.path.partition("?")
            return path, query

        def _send_answer(self, answer: Callable[[], Any], failure: Failure | None) -> None:
            try:
                self._send(200, answer(), failure=failure)
            except OtherAnswer as other:
                self._send(other.status, other.body, headers=other.headers, content_type=other.content_type)

        def _send(
            self,
            status: int,
            body: Any,
            *,
            headers: dict[str, str] | None = None,
            content_type: str = JSON,
            failure: Failure | None = None,
        ) -> None:
            whole = json.dumps(body, ensure_ascii=True).encode()
            sent = whole[: len(whole) // 2] if failure else whole
            self.send_response(status)
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.send_header("Content-Type", content_type)
            self.send_header("Content-Length", str(len(whole if failure and failure.truncate else sent)))
            self.end_headers()
            self.wfile.write(sent)
            self.close_connection = self.close_connection or bool(failure)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - named by http.server
            """Quiet: `requests` is the log."""

    return Handler
