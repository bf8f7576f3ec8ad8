"""Every address of the service."""

from __future__ import annotations

from django.contrib import admin
from django.urls import path

urlpatterns = [
    path("yllapito/", admin.site.urls),
]
