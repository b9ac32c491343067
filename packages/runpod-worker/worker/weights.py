"""The file that a training leaves: checked, freed of what tells of the pictures, hashed, and read piece by piece."""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from .errors import WorkerError
from .limits import CHUNK_BYTES, WEIGHTS_BYTES, WEIGHTS_HEADER_BYTES, WEIGHTS_TENSORS

_NUMBER_BYTES: dict[object, int] = {"F32": 4, "F16": 2, "BF16": 2}
_METADATA = "__metadata__"
_METADATA_LENGTH = 500
_PARTS = (".lora_down.weight", ".lora_up.weight", ".alpha")

# Settings of the run. Captions, tags, folders, titles and comments stay out.
_HARMLESS = {
    "format",
    "modelspec.architecture",
    "modelspec.date",
    "modelspec.encoder_layer",
    "modelspec.hash_sha256",
    "modelspec.implementation",
    "modelspec.prediction_type",
    "modelspec.resolution",
    "modelspec.sai_model_spec",
    "modelspec.timestep_range",
    "ss_base_model_version",
    "ss_batch_size_per_device",
    "ss_epoch",
    "ss_learning_rate",
    "ss_lr_scheduler",
    "ss_mixed_precision",
    "ss_network_alpha",
    "ss_network_args",
    "ss_network_dim",
    "ss_network_module",
    "ss_new_sd_model_hash",
    "ss_num_train_images",
    "ss_optimizer",
    "ss_resolution",
    "ss_sd_model_hash",
    "ss_sd_scripts_commit_hash",
    "ss_seed",
    "ss_steps",
    "ss_text_encoder_lr",
    "ss_total_batch_size",
    "ss_training_finished_at",
    "ss_training_started_at",
    "ss_unet_lr",
    "ss_v2",
    "sshs_legacy_hash",
    "sshs_model_hash",
}


@dataclass(frozen=True)
class Weights:
    """What is delivered: a new header, and the numbers as they were trained."""

    path: Path
    header: bytes
    numbers_at: int
    size: int
    sha256: str
    metadata: dict[str, str]

    def chunks(self) -> Iterator[bytes]:
        return _chunks(self.path, self.header, self.numbers_at)


def read_weights(path: Path, rank: int) -> Weights:
    """Raises WorkerError for what is no whole LoRA of this rank."""
    if not path.is_file():
        raise WorkerError("The trainer ended well and left no weights.")
    size = path.stat().st_size
    entries, numbers_at = _read_header(path, size)
    metadata = _keep_harmless(entries.pop(_METADATA, {}))
    _check_tensors(entries, size - numbers_at, rank)
    header = _write_header({_METADATA: metadata, **entries})
    digest = hashlib.sha256()
    for chunk in _chunks(path, header, numbers_at):
        digest.update(chunk)
    return Weights(path, header, numbers_at, len(header) + size - numbers_at, digest.hexdigest(), metadata)


def _chunks(path: Path, header: bytes, numbers_at: int) -> Iterator[bytes]:
    yield header
    with path.open("rb") as file:
        file.seek(numbers_at)
        while chunk := file.read(CHUNK_BYTES):
            yield chunk


def _read_header(path: Path, size: int) -> tuple[dict[str, object], int]:
    if not 8 < size <= WEIGHTS_BYTES:
        raise _refuse(f"{size} bytes")
    with path.open("rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        if not 2 <= length <= min(WEIGHTS_HEADER_BYTES, size - 8):
            raise _refuse("its header is cut off, or too long")
        text = file.read(length)
    try:
        entries = json.loads(text.decode("utf-8"), object_pairs_hook=_without_doubles)
    except ValueError:
        raise _refuse("its header cannot be read") from None
    if not text.startswith(b"{") or not isinstance(entries, dict):
        raise _refuse("its header is no object")
    return cast("dict[str, object]", entries), 8 + length


def _without_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    entries = dict(pairs)
    if len(entries) != len(pairs):
        raise ValueError
    return entries


def _keep_harmless(metadata: object) -> dict[str, str]:
    if not isinstance(metadata, dict):
        raise _refuse("its metadata is no object")
    return {
        name: value
        for name, value in cast("dict[str, object]", metadata).items()
        if name in _HARMLESS and isinstance(value, str) and len(value) <= _METADATA_LENGTH and value.isprintable()
    }


def _check_tensors(entries: dict[str, object], numbers_bytes: int, rank: int) -> None:
    if not 0 < len(entries) <= WEIGHTS_TENSORS:
        raise _refuse(f"{len(entries)} tensors")
    places = sorted(_check_tensor(name, entry, rank) for name, entry in entries.items())
    end = 0
    for begin, until in places:
        if begin != end:
            raise _refuse("its tensors do not follow one another")
        end = until
    if end != numbers_bytes:
        raise _refuse(f"its tensors need {end} bytes and there are {numbers_bytes}")
    for name in entries:
        stem, part = _split(name)
        if part != ".alpha" and not all(stem + other in entries for other in _PARTS[:2]):
            raise _refuse("half a pair of tensors")


def _check_tensor(name: str, entry: object, rank: int) -> tuple[int, int]:
    if not isinstance(entry, dict):
        raise _refuse("a tensor that is not described")
    shape, place = _read_counts(entry.get("shape")), _read_counts(entry.get("data_offsets"))
    size = _NUMBER_BYTES.get(entry.get("dtype"), 0)
    if len(place) != 2:
        raise _refuse("a tensor that is described wrongly")
    for side in shape:
        size *= side
    if size <= 0 or place[1] - place[0] != size:
        raise _refuse("a tensor that is not as large as its shape")
    _, part = _split(name)
    if (part == ".lora_down.weight" and shape[:1] != [rank]) or (part == ".lora_up.weight" and shape[1:2] != [rank]):
        raise _refuse(f"a tensor of another rank than {rank}")
    return place[0], place[1]


def _split(name: str) -> tuple[str, str]:
    for part in _PARTS:
        if name.startswith("lora_") and name.endswith(part):
            return name[: -len(part)], part
    raise _refuse("a tensor that no LoRA has")


def _read_counts(value: object) -> list[int]:
    if not isinstance(value, list) or len(value) > 4 or any(type(count) is not int or count < 0 for count in value):
        raise _refuse("a tensor that is described wrongly")
    return cast("list[int]", value)


def _write_header(entries: dict[str, object]) -> bytes:
    text = json.dumps(entries, separators=(",", ":")).encode()
    padded = text.ljust(-(-len(text) // 8) * 8)
    return struct.pack("<Q", len(padded)) + padded


def _refuse(problem: str) -> WorkerError:
    return WorkerError(f"The weights that the trainer left are of no use: {problem}.")
