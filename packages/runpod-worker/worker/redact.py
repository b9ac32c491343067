"""Text that leaves the worker: no address, no secret, no control characters."""

from __future__ import annotations

import os
import re

_ADDRESS = re.compile(r"\b[a-z][a-z0-9+.-]{1,20}://\S+", re.IGNORECASE)
_NAMED = re.compile(
    r"\b(?:bearer\s+|(?:[\w-]*(?:token|secret|password|passwd|api[_-]?key|signature|authorization)\w*)"
    r"[\"']?\s*[=:]\s*[\"']?(?:bearer\s+)?)[^\s\"',;&]+",
    re.IGNORECASE,
)
_SHAPED = re.compile(r"\b(?:eyJ[\w-]{8,}(?:\.[\w-]+)*|(?:hf|rpa|r8|sk|ghp|sbp)_[\w-]{8,}|sk-[\w-]{8,}|[\w+/=-]{48,})")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SECRET_NAME = re.compile(r"TOKEN|SECRET|KEY|PASSWORD|WEBHOOK", re.IGNORECASE)
_HIDDEN = "[hidden]"


def redact(text: str, secrets: tuple[str, ...] = ()) -> str:
    """Takes out the given secrets, those of the environment, and whatever looks like one."""
    clean = _CONTROL.sub("", text.replace("\r", "\n"))
    for secret in (*secrets, *_environment_secrets()):
        clean = clean.replace(secret, _HIDDEN)
    clean = _ADDRESS.sub("[address]", clean)
    return _SHAPED.sub(_HIDDEN, _NAMED.sub(_HIDDEN, clean))


def _environment_secrets() -> tuple[str, ...]:
    named = (value for name, value in os.environ.items() if _SECRET_NAME.search(name))
    return tuple(value for value in named if len(value) >= 8)
