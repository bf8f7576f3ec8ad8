"""The client against a real server on this machine that misbehaves in every known way."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tarjotin.sources.http import Client, NotThere, SourceUnavailable

Answer = tuple[int, dict[str, str], bytes]
OK: Answer = (200, {}, b'{"ok": true}')


class Server:
    """Gives the prepared answers one after the other, then the last one for ever; remembers what was asked."""

    def __init__(self) -> None:
        self.answers: list[Answer] = [OK]
        self.asked: list[tuple[str, str]] = []
        self.under_way = self.most_under_way = 0
        self.hold: Callable[[], object] = lambda: None
        self._lock = threading.Lock()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self._http.server_port}"
        threading.Thread(target=self._http.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                with server._lock:
                    server.under_way += 1
                    server.most_under_way = max(server.most_under_way, server.under_way)
                    server.asked.append((self.path, self.headers["User-Agent"]))
                    status, headers, body = server.answers[0]
                    if len(server.answers) > 1:
                        server.answers.pop(0)
                server.hold()
                with server._lock:
                    server.under_way -= 1
                self.send_response(status)
                for name, value in {"Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args: object) -> None:
                """Quiet."""

        return Handler


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def client(server: Server, waits: list[float]) -> Iterator[Client]:
    client = Client({"api": server.url + "/v1"}, contact="mail@example.org", timeout=(1, 1), sleep=waits.append)
    yield client
    client.close()


def test_get_says_who_asks_and_how_to_reach_us(server: Server, client: Client) -> None:
    answer = client.get("unit/", {"q": "ä"})

    assert answer == {"ok": True}
    assert server.asked == [("/v1/unit/?q=%C3%A4", "Tarjotin/0.1.0 (+mail@example.org)")]


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_get_when_the_source_stumbles_asks_again_after_a_pause(
    server: Server, client: Client, waits: list[float], status: int
) -> None:
    server.answers = [(status, {}, b""), (status, {}, b""), OK]

    answer = client.get("unit/")

    assert (answer, waits) == ({"ok": True}, [2.0, 8.0])


def test_get_waits_as_long_as_the_source_asks(server: Server, client: Client, waits: list[float]) -> None:
    server.answers = [(429, {"Retry-After": "17"}, b""), OK]

    client.get("unit/")

    assert waits == [17.0]


def test_get_does_not_wait_for_hours(server: Server, client: Client, waits: list[float]) -> None:
    server.answers = [(503, {"Retry-After": "86400"}, b""), OK]

    client.get("unit/")

    assert waits == [120.0]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((500, {}, b""), "status 500"),
        ((200, {}, b'{"half": '), "JSONDecodeError"),
        ((200, {"Content-Length": "100"}, b'{"ok": true}'), "12 bytes read"),
    ],
    ids=["broken server", "invalid JSON", "half a body"],
)
def test_get_that_stays_wrong_gives_up_with_a_reason(
    server: Server, client: Client, waits: list[float], answer: Answer, words: str
) -> None:
    server.answers = [answer]

    with pytest.raises(SourceUnavailable, match=words):
        client.get("unit/")

    assert (waits, len(server.asked)) == ([2.0, 8.0, 30.0], 4)


def test_get_of_a_silent_server_ends_by_the_time_out(server: Server, client: Client) -> None:
    silence = threading.Event()
    server.hold = lambda: silence.wait(20)

    with pytest.raises(SourceUnavailable, match=r"Timeout|timed out"):
        Client({"api": server.url}, timeout=(0.2, 0.2), back_off=(), sleep=lambda _: None).get("unit/")
    silence.set()


def test_get_of_a_dead_host_gives_up_with_a_reason() -> None:
    client = Client({"api": "http://127.0.0.1:9"}, timeout=(1, 1), sleep=lambda _: None)

    with pytest.raises(SourceUnavailable, match="ConnectionError"):
        client.get("unit/")


@pytest.mark.parametrize("status", [404, 410])
def test_get_of_what_is_not_there_says_so_at_once(
    server: Server, client: Client, waits: list[float], status: int
) -> None:
    server.answers = [(status, {}, b"")]

    with pytest.raises(NotThere) as caught:
        client.get("unit/1")

    assert (caught.value.status, waits) == (status, [])


def test_get_refused_by_the_source_is_not_tried_again(server: Server, client: Client, waits: list[float]) -> None:
    server.answers = [(403, {}, b"")]

    with pytest.raises(SourceUnavailable, match="status 403"):
        client.get("unit/")

    assert waits == []


def test_get_follows_a_redirect_on_the_same_host(server: Server, client: Client) -> None:
    server.answers = [(301, {"Location": "/v1/place/2/"}, b""), OK]

    answer = client.get("place/1/")

    assert (answer, [path for path, _ in server.asked]) == ({"ok": True}, ["/v1/place/1/", "/v1/place/2/"])


@pytest.mark.parametrize("target", ["http://127.0.0.1:9/x", "http://169.254.169.254/latest/meta-data"])
def test_get_does_not_follow_a_redirect_to_another_host(server: Server, client: Client, target: str) -> None:
    server.answers = [(302, {"Location": target}, b""), OK]

    with pytest.raises(SourceUnavailable, match="not on a host of this source"):
        client.get("place/1/")


def test_get_of_an_endless_redirect_ends(server: Server, client: Client) -> None:
    server.answers = [(302, {"Location": "/v1/a"}, b""), (302, {"Location": "/v1/b"}, b"")] * 50 + [OK]

    with pytest.raises(SourceUnavailable, match="redirect"):
        client.get("a")


def test_get_goes_only_to_hosts_of_its_source(server: Server, client: Client) -> None:
    with pytest.raises(SourceUnavailable, match="not on a host"):
        client.get("http://example.org/unit/")

    assert server.asked == []


def test_get_many_keeps_the_order_and_asks_at_most_two_at_once(server: Server, client: Client) -> None:
    pause = threading.Event()
    server.hold = lambda: pause.wait(0.02)
    server.answers = [(200, {}, json.dumps(n).encode()) for n in range(3)] + [(404, {}, b""), OK]

    answers = list(client.get_many([(f"{n}", None) for n in range(8)]))

    assert (len(answers), answers.count(None), server.most_under_way) == (8, 1, 2)
