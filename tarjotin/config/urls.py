"""Every address of the service."""

from __future__ import annotations

from django.contrib import admin
from django.urls import include, path

from tarjotin.jobs import health

urlpatterns = [
    path("healthz", health.healthz),
    path("readiness", health.readiness),
    path("yllapito/", admin.site.urls),
    path("api/", include("tarjotin.api.urls")),
    path("", include("tarjotin.web.urls")),
]
handler404 = "tarjotin.web.resident.errors.not_found"
handler500 = "tarjotin.web.resident.errors.server_error"
