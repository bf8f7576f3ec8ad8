"""The addresses of the API; those of the data come from the routers."""

from __future__ import annotations

from django.urls import path

from tarjotin.api.api import api
from tarjotin.api.documents import guide, openapi

urlpatterns = [
    path("v1/", guide, name="api-guide"),
    path("v1/openapi.json", openapi, name="api-openapi"),
    path("v1/", api.urls),
]
