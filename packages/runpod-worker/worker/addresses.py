"""The addresses that a request names: places in our own storage, signed, and therefore secret."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from .limits import ADDRESS_LENGTH
from .settings import Settings

_ODD = re.compile(r"[^\x21-\x7e]|\\")


@dataclass(frozen=True)
class Address:
    """Nothing of it is ever printed."""

    is_secure: bool = field(repr=False)
    host: str = field(repr=False)
    port: int | None = field(repr=False)
    # Path and query.
    target: str = field(repr=False)
    # The whole, and what its query holds: for `redact`.
    secrets: tuple[str, ...] = field(repr=False)


def parse_address(text: str, settings: Settings) -> Address:
    """Raises ValueError, which says what is wrong and not with what."""
    if len(text) > ADDRESS_LENGTH or _ODD.search(text):
        raise ValueError("is no address")
    parts = urlsplit(text)
    try:
        port = parts.port
    except ValueError:
        raise ValueError("has an impossible port") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("is no address of the web")
    if parts.scheme == "http" and not settings.allows_http:
        raise ValueError("is not https")
    if parts.username is not None or parts.password is not None:
        raise ValueError("has a user in it")
    if settings.storage_hosts and parts.hostname.lower() not in settings.storage_hosts:
        raise ValueError("is on a host that is not in ACT_STORAGE_HOSTS")
    values = (value for _, value in parse_qsl(parts.query) if len(value) >= 6)
    return Address(
        is_secure=parts.scheme == "https",
        host=parts.hostname,
        port=port,
        target=(parts.path or "/") + (f"?{parts.query}" if parts.query else ""),
        secrets=(text, *values),
    )
