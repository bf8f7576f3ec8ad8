"""Who asks, as far as counting words without result needs it: is it somebody, and are two askers apart?"""

from __future__ import annotations

import re
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

HOUSEHOLD = 64  # bits of an IPv6 address that one household shares

_MACHINES = re.compile(r"bot\b|crawl|spider|slurp|preview|monitor", re.IGNORECASE)
_AHEAD_OF_TIME = ("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz")


def is_somebody(request: HttpRequest) -> bool:
    """No HEAD, nothing fetched ahead of time, and no robot that says it is one."""
    ahead = any("pre" in request.headers.get(name, "").casefold() for name in _AHEAD_OF_TIME)
    return request.method == "GET" and not ahead and not _MACHINES.search(request.headers.get("User-Agent", ""))


def address_of(request: HttpRequest) -> str:
    """Where the request comes from; behind a proxy, as our own proxy wrote it, which is the last of the list."""
    direct = str(request.META.get("REMOTE_ADDR", ""))
    told = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return (settings.BEHIND_PROXY and _household(told)) or _household(direct)


def _household(written: str) -> str:
    bare = written.strip("[]") if written.count(":") != 1 else written.partition(":")[0]
    try:
        address = ip_address(bare)
    except ValueError:
        return ""
    return str(ip_network((address, HOUSEHOLD), strict=False)) if address.version == 6 else str(address)
