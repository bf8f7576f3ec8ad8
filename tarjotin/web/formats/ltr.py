"""Numbers inside running text keep their order in every script (ux.md § 6): one place that wraps them."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString


def ltr(text: object) -> SafeString:
    """The text, escaped, as a run that is read from left to right whatever stands around it."""
    return format_html('<bdi dir="ltr">{}</bdi>', text)
