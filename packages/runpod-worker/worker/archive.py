"""A zip from outside, entry by entry, without ever writing where an entry says."""

from __future__ import annotations

import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .errors import DatasetRefusedError
from .limits import (
    ARCHIVE_DIRECTORY_BYTES,
    ARCHIVE_ENTRIES,
    CHUNK_BYTES,
    HARMLESS_BYTES,
    PACKING_RATIO,
    UNPACKED_BYTES,
)

_JUNK = re.compile(r"(^|/)(__MACOSX/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
_ODD = re.compile(r"[\x00-\x1f\x7f\\]|^/|^[a-z]:", re.IGNORECASE)
_END = struct.Struct("<4s4H2LH")
_END_SIGN = b"PK\x05\x06"


@dataclass(frozen=True)
class Entry:
    """A file at the root of the archive."""

    name: str
    size: int


class Archive:
    """An open zip whose list of entries has been checked."""

    def __init__(self, zipped: zipfile.ZipFile) -> None:
        self._zipped = zipped
        self._files = dict(_check(zipped.infolist()))

    def entries(self) -> list[Entry]:
        return [Entry(name, info.file_size) for name, info in self._files.items()]

    def chunks(self, entry: Entry) -> Iterator[bytes]:
        """The content, which is as long as was said and has the right checksum."""
        received = 0
        try:
            with self._zipped.open(self._files[entry.name]) as file:
                while chunk := file.read(CHUNK_BYTES):
                    received += len(chunk)
                    if received > entry.size:
                        raise DatasetRefusedError("A file in the archive is larger than it says.")
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError):
            raise DatasetRefusedError("A file in the archive is damaged.") from None
        if received != entry.size:
            raise DatasetRefusedError("A file in the archive is shorter than it says.")


def open_archive(path: Path) -> zipfile.ZipFile:
    """Opens it after a look at its end: a list of entries that is too long is not even read."""
    _check_end(path)
    try:
        return zipfile.ZipFile(path)
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError):
        raise DatasetRefusedError("The archive is no zip file.") from None


def _check_end(path: Path) -> None:
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _END.size - 0xFFFF))
        tail = file.read()
    at = tail.rfind(_END_SIGN)
    if at < 0 or len(tail) - at < _END.size:
        raise DatasetRefusedError("The archive is no zip file.")
    _, _, _, _, count, directory_bytes, offset, _ = _END.unpack_from(tail, at)
    if count == 0xFFFF or 0xFFFFFFFF in (directory_bytes, offset):
        raise DatasetRefusedError("The archive is a zip of the large kind, which nobody needs here.")
    if count > ARCHIVE_ENTRIES or directory_bytes > ARCHIVE_DIRECTORY_BYTES:
        raise DatasetRefusedError(f"The archive has more than {ARCHIVE_ENTRIES} entries.")


def _check(infos: list[zipfile.ZipInfo]) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    if len(infos) > ARCHIVE_ENTRIES:
        raise DatasetRefusedError(f"The archive has more than {ARCHIVE_ENTRIES} entries.")
    if sum(info.file_size for info in infos) > UNPACKED_BYTES:
        raise DatasetRefusedError(f"The archive unpacks to more than {UNPACKED_BYTES} bytes.")
    seen: set[str] = set()
    for number, info in enumerate(infos, start=1):
        problem = _problem(info)
        if problem:
            raise DatasetRefusedError(f"Entry {number} of the archive {problem}.")
        if _JUNK.search(info.filename):
            continue
        if "/" in info.filename:
            raise DatasetRefusedError(f"Entry {number} of the archive is in a folder, or one itself.")
        folded = info.filename.casefold()
        if folded in seen:
            raise DatasetRefusedError(f"Entry {number} of the archive has the name of another one.")
        seen.add(folded)
        yield info.filename, info


def _problem(info: zipfile.ZipInfo) -> str | None:
    # zipfile cuts a name at a zero byte, and puts slashes for backslashes on Windows: the name as it came counts.
    name = info.orig_filename
    if not name or len(name) > 1_000 or _ODD.search(name):
        return "has an impossible name"
    if any(part in ("", ".", "..") for part in name.rstrip("/").split("/")):
        return "leads out of the archive"
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "is a link or a device"
    if info.flag_bits & 0x41:
        return "is encrypted"
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "is packed in an unusual way"
    if info.file_size > HARMLESS_BYTES and info.file_size > PACKING_RATIO * max(1, info.compress_size):
        return "shrinks more than pictures do"
    return None
