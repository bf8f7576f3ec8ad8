"""Asking a source politely: time-outs, retries with back-off, at most two requests at a time, a size limit.

Rules: sources.md § 0 and stack.md, security rule 9. The client goes only to the hosts it was made for.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import BoundedSemaphore
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests

from tarjotin import __version__

USER_AGENT = f"Tarjotin/{__version__} (+{{contact}})"
BACK_OFF_S = (2.0, 8.0, 30.0)
RETRIED_STATUSES = frozenset({429, 500, 502, 503, 504})
LONGEST_RETRY_AFTER_S = 120.0
AT_ONCE = 2
MOST_REDIRECTS = 5
SIZE_LIMIT = 300 * 1024 * 1024
CHUNK = 1 << 16


class SourceUnavailable(Exception):
    """The source did not give a whole, readable answer, also not when asked again."""


class NotThere(Exception):
    """The source says 404 or 410: the thing is not, or no longer, there."""

    def __init__(self, url: str, status: int) -> None:
        super().__init__(f"{status} for {url}")
        self.status = status


class Client:
    """A small JSON client for one source. `base_urls` maps a name ("api", "register" …) to a base address."""

    def __init__(
        self,
        base_urls: dict[str, str],
        *,
        contact: str = "https://github.com/City-of-Helsinki",
        timeout: tuple[float, float] = (5.0, 120.0),
        sleep: Callable[[float], None] = time.sleep,
        back_off: tuple[float, ...] = BACK_OFF_S,
        headers: dict[str, str] | None = None,
    ) -> None:
        self.base_urls = {name: url.rstrip("/") + "/" for name, url in base_urls.items()}
        self._hosts = {urlsplit(url).netloc for url in self.base_urls.values()}
        self._timeout, self._sleep, self._back_off = timeout, sleep, back_off
        self._gate = BoundedSemaphore(AT_ONCE)
        self._session = requests.Session()
        self._session.headers.update(
            {"User-Agent": USER_AGENT.format(contact=contact), "Accept": "application/json", **(headers or {})}
        )

    def url(self, path: str, *, base: str = "api") -> str:
        return urljoin(self.base_urls[base], path)

    def get(self, path: str, params: dict[str, Any] | None = None, *, base: str = "api") -> Any:
        """The decoded JSON of `path` (relative to a base, or a whole address on a known host).

        Raises `NotThere` for 404 and 410, `SourceUnavailable` for all that stays wrong after the retries.
        """
        url = path if "://" in path else self.url(path, base=base)
        self._check_host(url)
        with self._gate:
            return self._with_retries(url, params)

    def get_many(self, calls: Iterable[tuple[str, dict[str, Any] | None]], *, base: str = "api") -> Iterator[Any]:
        """The answers in the order of the calls, two under way at once; `None` where the thing is not there."""

        def one(call: tuple[str, dict[str, Any] | None]) -> Any:
            try:
                return self.get(call[0], call[1], base=base)
            except NotThere:
                return None

        with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
            yield from pool.map(one, calls)

    def close(self) -> None:
        self._session.close()

    def _check_host(self, url: str) -> None:
        if urlsplit(url).netloc not in self._hosts:
            raise SourceUnavailable(f"{url} is not on a host of this source")

    def _with_retries(self, url: str, params: dict[str, Any] | None) -> Any:
        problem = ""
        for wait in (*self._back_off, None):
            answer, problem, asked_wait = self._try(url, params)
            if not problem:
                return answer
            if wait is None:
                break
            self._sleep(asked_wait if asked_wait is not None else wait)
        raise SourceUnavailable(f"{url}: {problem}")

    def _try(self, url: str, params: dict[str, Any] | None, hops: int = 0) -> tuple[Any, str, float | None]:
        """One request: the answer, or what went wrong and how long the source asks us to wait."""
        try:
            with self._session.get(
                url, params=params, timeout=self._timeout, stream=True, allow_redirects=False
            ) as response:
                if response.is_redirect:
                    return self._follow(response, params, hops)
                if response.status_code in (404, 410):
                    raise NotThere(url, response.status_code)
                if response.status_code in RETRIED_STATUSES:
                    return None, f"status {response.status_code}", _retry_after(response)
                if response.status_code != requests.codes.ok:
                    raise SourceUnavailable(f"{url}: status {response.status_code}")
                return json.loads(_body(response)), "", None
        except (requests.RequestException, ValueError) as error:
            return None, f"{type(error).__name__}: {error}", None

    def _follow(
        self, response: requests.Response, params: dict[str, Any] | None, hops: int
    ) -> tuple[Any, str, float | None]:
        target = urljoin(response.url, response.headers["Location"])
        self._check_host(target)
        if hops >= MOST_REDIRECTS:
            raise SourceUnavailable(f"{target}: more than {MOST_REDIRECTS} redirects")
        return self._try(target, None if urlsplit(target).query else params, hops + 1)


def _retry_after(response: requests.Response) -> float | None:
    value = response.headers.get("Retry-After", "")
    return min(float(value), LONGEST_RETRY_AFTER_S) if value.isdigit() else None


def _body(response: requests.Response) -> bytes:
    """The whole body; raises `requests.RequestException` when it is cut short or larger than the limit."""
    parts, size = [], 0
    for part in response.iter_content(CHUNK):
        parts.append(part)
        size += len(part)
        if size > SIZE_LIMIT:
            raise SourceUnavailable(f"{response.url}: more than {SIZE_LIMIT} bytes")
    expected = response.headers.get("Content-Length", "")
    if expected.isdigit() and "Content-Encoding" not in response.headers and size < int(expected):
        raise requests.ConnectionError(f"{size} of {expected} bytes came")
    return b"".join(parts)
