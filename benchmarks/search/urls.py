"""Every address of the service, and an empty view."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path

from tarjotin.config.urls import handler404, handler500
from tarjotin.config.urls import urlpatterns as own

__all__ = ["handler404", "handler500", "urlpatterns"]


def empty(request: HttpRequest) -> HttpResponse:
    return HttpResponse("")


urlpatterns = [path("empty", empty), *own]
