"""The addresses of all pages."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("tarjotin.web.resident.urls")),
]
