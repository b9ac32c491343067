"""The pictures and captions of an archive, laid out as sd-scripts reads them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from .archive import Archive, Entry, open_archive
from .errors import DatasetRefusedError
from .limits import CAPTION_BYTES

# What each kind of picture begins with.
_SIGNS = {".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff", ".png": b"\x89PNG\r\n\x1a\n", ".webp": b"RIFF"}
_SIGN_BYTES = 8


@dataclass(frozen=True)
class Dataset:
    """Folders of pictures, named by us."""

    pictures: Path
    # The same pictures without captions.
    bare_pictures: Path
    picture_count: int
    caption_count: int


def unpack_dataset(archive_path: Path, folder: Path, trigger_word: str) -> Dataset:
    """Takes what is a picture or its caption out of the archive; the names in it stay behind."""
    pictures, bare = folder / "pictures", folder / "bare"
    pictures.mkdir(parents=True)
    bare.mkdir()
    with open_archive(archive_path) as zipped:
        archive = Archive(zipped)
        captions = {_stem(entry): entry for entry in archive.entries() if _suffix(entry) == ".txt"}
        found = [entry for entry in archive.entries() if _suffix(entry) in _SIGNS]
        if len({_stem(entry) for entry in found}) != len(found):
            raise DatasetRefusedError("Two pictures in the archive would have one caption.")
        for number, entry in enumerate(sorted(found, key=lambda entry: entry.name), start=1):
            picture = pictures / f"{number:04}{_suffix(entry)}"
            _write_picture(archive, entry, picture, number)
            (bare / picture.name).hardlink_to(picture)
            given = captions.get(_stem(entry))
            caption = _read_caption(archive, given) if given else ""
            _write_caption(caption or trigger_word, picture.with_suffix(".txt"))
    if not found:
        raise DatasetRefusedError("The archive has no pictures.")
    captioned = sum(1 for entry in found if _stem(entry) in captions)
    return Dataset(pictures, bare, picture_count=len(found), caption_count=captioned)


def _suffix(entry: Entry) -> str:
    return PurePosixPath(entry.name).suffix.lower()


def _stem(entry: Entry) -> str:
    return PurePosixPath(entry.name).stem.casefold()


def _write_picture(archive: Archive, entry: Entry, path: Path, number: int) -> None:
    with path.open("xb") as file:
        for chunk in archive.chunks(entry):
            file.write(chunk)
    with path.open("rb") as file:
        start = file.read(_SIGN_BYTES)
    if not start.startswith(_SIGNS[path.suffix]):
        raise DatasetRefusedError(f"Picture {number} of the archive is not what its name says.")


def _read_caption(archive: Archive, entry: Entry) -> str:
    """In one line: sd-scripts reads no more of a caption than its first."""
    if entry.size > CAPTION_BYTES:
        raise DatasetRefusedError("A caption in the archive is too long.")
    text = b"".join(archive.chunks(entry)).decode("utf-8-sig", "replace")
    return " ".join(text.split())


def _write_caption(caption: str, path: Path) -> None:
    # An empty file would stop sd-scripts; no file is an empty caption.
    if caption:
        path.write_text(f"{caption}\n", encoding="utf-8")
