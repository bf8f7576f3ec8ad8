"""Renew docs/api/openapi.json, the kept contract of the API."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from tarjotin.api.contract import as_text
from tarjotin.api.documents import document


class Command(BaseCommand):
    help = "Write the contract of the API to docs/api/openapi.json; a test fails while it is not what the API is."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        kept = settings.ROOT / "docs" / "api" / "openapi.json"
        kept.write_text(as_text(document()), encoding="utf-8")
        self.stdout.write(f"{kept.relative_to(settings.ROOT)} written")
