"""What holds for every address under `/api/`: anyone may read it from any page, no cookies, one shape of refusal."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from tarjotin.api.refusals import MEDIA_TYPE, problem

PREFIX = "/api/"
READING = "GET, HEAD, OPTIONS"


class PublicApi:
    """Stands first, so that it sees the answer as it leaves."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(PREFIX):
            return self.get_response(request)
        response = _asking_first() if request.method == "OPTIONS" else self._read(request)
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Expose-Headers"] = "ETag, Location"
        return response

    def _read(self, request: HttpRequest) -> HttpResponseBase:
        is_head = request.method == "HEAD"
        if is_head:
            request.method = "GET"
        response = _in_one_shape(self.get_response(request))
        _forget_the_reader(response)
        if is_head and isinstance(response, HttpResponse):
            response.headers["Content-Length"] = str(len(response.content))
            response.content = b""
        return response


def _asking_first() -> HttpResponse:
    """A browser asks before it reads from another site's page with headers of its own."""
    response = HttpResponse(status=204, headers={"Allow": READING})
    response.headers["Access-Control-Allow-Methods"] = READING
    response.headers["Access-Control-Allow-Headers"] = "Accept, If-None-Match"
    response.headers["Access-Control-Max-Age"] = "86400"
    return response


def _in_one_shape(response: HttpResponseBase) -> HttpResponseBase:
    """Refusals of the framework (no such address, wrong method, bad host …) as a problem, like our own."""
    if response.status_code < 400 or response.headers.get("Content-Type", "") == MEDIA_TYPE:
        return response
    refusal = problem(response.status_code, REFUSED.get(response.status_code, ""))
    if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        refusal.headers["Allow"] = READING
    return refusal


REFUSED = {404: "There is nothing at this address.", 405: "The API is for reading: GET."}


def _forget_the_reader(response: HttpResponseBase) -> None:
    """The answer is the same for everybody, in all languages at once."""
    response.cookies.clear()
    for header in ("Content-Language", "Set-Cookie"):
        response.headers.pop(header, None)
    if "Vary" in response.headers:
        del response.headers["Vary"]
        response.headers["Vary"] = "Accept-Encoding"
