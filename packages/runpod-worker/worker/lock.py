"""Which run of a job does the work: the one whose id lies at the lock's address, which takes one upload."""

from __future__ import annotations

import http.client
import json
from dataclasses import dataclass

from .addresses import Address
from .errors import UploadError, WorkerError
from .stopping import StopSignal
from .transfer import put, read_small


@dataclass(frozen=True)
class Claim:
    """Whether this run may begin; if not, which one has, where that can be read."""

    is_ours: bool
    held_by: str | None = None


def claim_lock(run_id: str, run_key: str, address: Address, reads_at: Address | None, stop: StopSignal) -> Claim:
    """Writes the lock. A run that RunPod starts again finds its own, where it may read it."""
    body = json.dumps({"run": run_id, "run_key": run_key}).encode()
    result = put(address, "application/json", len(body), lambda: [body], stop)
    if result.outcome == "stored":
        return Claim(is_ours=True)
    if result.outcome == "refused":
        raise UploadError(f"The lock could not be written: {result.reason}.")
    held_by = None if reads_at is None else _read_holder(reads_at, stop)
    return Claim(is_ours=held_by == run_id, held_by=held_by)


def _read_holder(address: Address, stop: StopSignal) -> str | None:
    try:
        lock = json.loads(read_small(address, stop))
    except (OSError, http.client.HTTPException, WorkerError, ValueError):
        stop.check()
        return None
    holder = lock.get("run") if isinstance(lock, dict) else None
    return holder if isinstance(holder, str) else None
