"""Typed values from the environment. Only `settings.py` and the entry points use it."""

from __future__ import annotations

import os
from base64 import b64decode, b64encode
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

PREFIX = "TARJOTIN_"
# For a laptop only, and no secret: production refuses to start without keys of its own.
LOCAL_DATA_KEYS = ",".join(
    f"{name}:{b64encode(f'local only, no secret: {name}'.ljust(32, '.').encode()).decode()}" for name in ("lookup", "1")
)


class MissingSetting(Exception):
    """Production does not start without this setting."""


def text(name: str, default: str = "") -> str:
    return os.environ.get(PREFIX + name, default).strip()


def flag(name: str, default: bool = False) -> bool:
    value = text(name).casefold()
    return value in {"1", "true", "yes", "on"} if value else default


def number(name: str, default: int) -> int:
    value = text(name)
    return int(value) if value else default


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated list."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def one_of(name: str, choices: tuple[str, ...]) -> str:
    """One of the choices; the first unless told."""
    value = text(name, choices[0])
    if value not in choices:
        raise MissingSetting(f"{PREFIX}{name} must be one of: {', '.join(choices)}")
    return value


def required(name: str, *, in_production: bool, otherwise: str) -> str:
    """The value, which production must be given; elsewhere a fixed stand-in."""
    if value := text(name):
        return value
    if in_production:
        raise MissingSetting(f"{PREFIX}{name} must be set when {PREFIX}ENV=production")
    return otherwise


@dataclass(frozen=True, slots=True)
class DataKeys:
    """The keys of personal data: by number those that open what is sealed, and one that never changes for lookups."""

    sealing: dict[int, bytes]
    lookup: bytes


def data_keys(told: str) -> DataKeys:
    """ "lookup:BASE64,1:BASE64,2:BASE64": 32 bytes each; the highest number seals, all of them open."""
    parts = (part.strip().partition(":") for part in told.split(","))
    try:
        keys = {name: b64decode(value, validate=True) for name, _, value in parts}
    except ValueError:
        keys = {}
    lookup = keys.pop("lookup", b"")
    numbers = {int(name): key for name, key in keys.items() if name.isdigit() and 0 < int(name) < 256}
    if not numbers or len(numbers) != len(keys) or any(len(key) != 32 for key in (lookup, *numbers.values())):
        raise MissingSetting(f"{PREFIX}DATA_KEYS must hold lookup:… and 1:… to 255:…, each 32 bytes in base64")
    return DataKeys(numbers, lookup)


def email(url: str) -> dict[str, object]:
    """Django's mail settings for `smtp://user:password@host:port`, `smtps://…`, `console:` or `file:/folder`."""
    parts = urlsplit(url)
    backend = "django.core.mail.backends.{}.EmailBackend".format
    if parts.scheme == "console":
        return {"EMAIL_BACKEND": backend("console")}
    if parts.scheme == "file":
        return {"EMAIL_BACKEND": backend("filebased"), "EMAIL_FILE_PATH": unquote(parts.path)}
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise MissingSetting(f"{PREFIX}EMAIL_URL must begin with smtp://, smtps://, console: or file:")
    secure = parts.scheme == "smtps"
    return {
        "EMAIL_BACKEND": backend("smtp"),
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if secure else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": secure,
        "EMAIL_USE_TLS": not secure and bool(parts.username),
        "EMAIL_TIMEOUT": 10,
    }


def database(url: str) -> dict[str, object]:
    """Django's database settings for `sqlite:///path` or `postgresql://user:password@host[,host]:port[,port]/name`."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        file = Path(unquote(parts.path[1:]))  # sqlite:///relative or sqlite:////absolute
        file.parent.mkdir(parents=True, exist_ok=True)
        return {**SQLITE, "NAME": str(file)}
    if parts.scheme not in {"postgresql", "postgres"}:
        raise MissingSetting(f"{PREFIX}DATABASE_URL must begin with sqlite:// or postgresql://")
    credentials, _, location = parts.netloc.rpartition("@")
    user, _, password = credentials.partition(":")
    hosts = [host.rpartition(":") if ":" in host else (host, "", "5432") for host in location.split(",")]
    query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        **POSTGRESQL,
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(user),
        "PASSWORD": unquote(password),
        "HOST": unquote(query.get("host", ",".join(host for host, _, _ in hosts))),
        "PORT": ",".join(port for _, _, port in hosts),
    }


# Reasons for each value: docs/decisions/0001-stack.md (writers queue instead of failing; erased text leaves the file).
SQLITE: dict[str, object] = {
    "ENGINE": "django.db.backends.sqlite3",
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON;"
        ),
    },
}
POSTGRESQL: dict[str, object] = {
    "ENGINE": "django.db.backends.postgresql",
    "CONN_MAX_AGE": 0,
    "CONN_HEALTH_CHECKS": True,
    "OPTIONS": {
        "pool": {"min_size": 2, "max_size": 8, "timeout": 10},
        "target_session_attrs": "read-write",
    },
}
