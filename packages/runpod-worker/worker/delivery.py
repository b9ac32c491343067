"""Puts files where the library wants them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .addresses import Address
from .errors import UploadError
from .stopping import StopSignal
from .transfer import put


def deliver(address: Address, size: int, chunks: Callable[[], Iterable[bytes]], stop: StopSignal) -> None:
    """Bare bytes, as what they are nobody has looked at yet."""
    result = put(address, "application/octet-stream", size, chunks, stop)
    if result.outcome == "stored" or (result.outcome == "taken" and result.may_be_ours):
        return
    reason = "the address has a file already" if result.outcome == "taken" else result.reason
    raise UploadError(f"A file could not be uploaded: {reason}.")
