"""Reading from and writing to signed addresses: bounded, without redirects, and ended when the run is."""

from __future__ import annotations

import http.client
import json
import socket
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from .addresses import Address
from .errors import DatasetRefusedError, DownloadError
from .limits import ANSWER_BYTES, CHUNK_BYTES, NETWORK_PAUSE_SECONDS, NETWORK_TIMEOUT_SECONDS, NETWORK_TRIES
from .stopping import StopSignal


@dataclass(frozen=True)
class PutResult:
    """What came of an upload to an address that takes one."""

    outcome: Literal["stored", "taken", "refused"]
    # Where something lies there already: an earlier try of ours got no answer.
    may_be_ours: bool = False
    reason: str = ""


class _Unwell(Exception):
    """The other side may answer later."""


def download(address: Address, path: Path, maximum_bytes: int, stop: StopSignal) -> int:
    """Saves what lies at an address; returns its size."""
    return _retry(lambda: _download_once(address, path, maximum_bytes, stop), stop)


def read_small(address: Address, stop: StopSignal) -> bytes:
    """Reads a few bytes."""
    with _connect(address, stop) as connection:
        connection.request("GET", address.target)
        answer = connection.getresponse()
        if answer.status != 200:
            raise DownloadError(f"The address answered with status {answer.status}.")
        return answer.read(ANSWER_BYTES)


def put(
    address: Address, content_type: str, size: int, chunks: Callable[[], Iterable[bytes]], stop: StopSignal
) -> PutResult:
    """Puts bytes to an address, and again where the answer was lost or the other side is unwell."""
    reason = ""
    for attempt in range(NETWORK_TRIES):
        if attempt > 0:
            stop.sleep(NETWORK_PAUSE_SECONDS)
        try:
            status, text = _put_once(address, content_type, size, chunks(), stop)
        except (OSError, http.client.HTTPException) as error:
            stop.check()
            reason = f"the connection broke ({type(error).__name__})"
            continue
        if 200 <= status < 300:
            return PutResult("stored")
        if _is_taken(status, text):
            return PutResult("taken", may_be_ours=attempt > 0)
        reason = f"HTTP status {status}"
        if status < 500 and status != 429:
            break
    return PutResult("refused", reason=reason)


def _retry(once: Callable[[], int], stop: StopSignal) -> int:
    for attempt in range(1, NETWORK_TRIES + 1):
        try:
            return once()
        except (_Unwell, OSError, http.client.HTTPException) as error:
            stop.check()
            if attempt == NETWORK_TRIES:
                reason = str(error) if isinstance(error, _Unwell) else f"the connection broke ({type(error).__name__})"
                raise DownloadError(f"The archive could not be read: {reason}.") from None
            stop.sleep(NETWORK_PAUSE_SECONDS)
    raise AssertionError("unreachable")


def _download_once(address: Address, path: Path, maximum_bytes: int, stop: StopSignal) -> int:
    with _connect(address, stop) as connection:
        connection.request("GET", address.target)
        answer = connection.getresponse()
        if answer.status >= 500 or answer.status == 429:
            raise _Unwell(f"HTTP status {answer.status}")
        if answer.status != 200:
            raise DownloadError(f"The archive could not be read: HTTP status {answer.status}.")
        if (answer.length or 0) > maximum_bytes:
            raise _too_large(maximum_bytes)
        expected = answer.length
        received = 0
        with path.open("wb") as file:
            while chunk := answer.read(CHUNK_BYTES):
                stop.check()
                received += len(chunk)
                if received > maximum_bytes:
                    raise _too_large(maximum_bytes)
                file.write(chunk)
        if expected is not None and received != expected:
            raise _Unwell("it broke off")
        return received


def _too_large(maximum_bytes: int) -> DatasetRefusedError:
    return DatasetRefusedError(f"The archive is larger than {maximum_bytes} bytes.")


def _put_once(
    address: Address, content_type: str, size: int, chunks: Iterable[bytes], stop: StopSignal
) -> tuple[int, str]:
    with _connect(address, stop) as connection:
        headers = {"content-type": content_type, "content-length": str(size)}
        try:
            connection.request("PUT", address.target, body=_until_stopped(chunks, stop), headers=headers)
        except (BrokenPipeError, ConnectionResetError):
            # Who refuses an upload may do so before all of it has come.
            stop.check()
        answer = connection.getresponse()
        return answer.status, answer.read(ANSWER_BYTES).decode("utf-8", "replace")


def _until_stopped(chunks: Iterable[bytes], stop: StopSignal) -> Iterator[bytes]:
    for chunk in chunks:
        stop.check()
        yield chunk


@contextmanager
def _connect(address: Address, stop: StopSignal) -> Iterator[http.client.HTTPConnection]:
    kind = http.client.HTTPSConnection if address.is_secure else http.client.HTTPConnection
    connection = kind(address.host, address.port, timeout=NETWORK_TIMEOUT_SECONDS)

    def hang_up() -> None:
        if connection.sock is not None:
            try:
                connection.sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass  # It is gone already.

    try:
        with stop.calls(hang_up):
            yield connection
    finally:
        connection.close()


def _is_taken(status: int, text: str) -> bool:
    """Supabase says 400 and the real status in the body; others say 409."""
    if status == 409:
        return True
    if status != 400:
        return False
    try:
        answer = json.loads(text)
    except ValueError:
        return False
    return isinstance(answer, dict) and (
        str(answer.get("statusCode")) == "409" or answer.get("error") == "Duplicate"
    )
