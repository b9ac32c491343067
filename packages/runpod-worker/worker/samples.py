"""Sample pictures, which sd-scripts paints on the way. Nice to look at, and no reason for a training to fail."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from .command import OUTPUT_NAME, SAMPLE_SEED, sample_interval
from .contract import TrainingInput
from .delivery import deliver
from .errors import UploadError
from .limits import SAMPLE_BYTES
from .stopping import StopSignal

# Step and number of the prompt, then time and seed.
_NAME = re.compile(rf"{OUTPUT_NAME}_(\d{{6}})_(\d{{2}})_\d{{14}}_\d+\.png")
_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_END = b"IEND\xaeB`\x82"


class Samples:
    """Delivers pictures in the order in which their addresses stand: who reads them counts from the first."""

    def __init__(self, job: TrainingInput, output: Path, stop: StopSignal) -> None:
        self._job = job
        self._folder = output / "sample"
        self._stop = stop
        self._is_open = len(job.sample_prompts) > 0
        self.delivered: list[dict[str, object]] = []

    def deliver_new(self) -> bool:
        """Whether there was one."""
        before = len(self.delivered)
        while self._is_open and (found := self._find_next()):
            step, picture = found
            try:
                self._deliver(step, picture)
            except UploadError:
                self._is_open = False
        return len(self.delivered) > before

    def _find_next(self) -> tuple[int, bytes] | None:
        index = len(self.delivered)
        if index + 1 >= len(self._job.uploads):
            return None
        wanted_round, wanted_prompt = divmod(index, len(self._job.sample_prompts))
        wanted_step = (wanted_round + 1) * sample_interval(self._job)
        for path in self._folder.glob("*.png") if self._folder.is_dir() else ():
            name = _NAME.fullmatch(path.name)
            if name and (int(name[1]), int(name[2])) == (wanted_step, wanted_prompt):
                picture = _read_whole(path)
                return None if picture is None else (wanted_step, picture)
        return None

    def _deliver(self, step: int, picture: bytes) -> None:
        index = len(self.delivered)
        deliver(self._job.uploads[index + 1], len(picture), lambda: [picture], self._stop)
        self.delivered.append(
            {
                "index": index,
                "step": step,
                "prompt": self._job.sample_prompts[index % len(self._job.sample_prompts)],
                "seed": SAMPLE_SEED,
                "sha256": hashlib.sha256(picture).hexdigest(),
                "bytes": len(picture),
            }
        )


def _read_whole(path: Path) -> bytes | None:
    """Null while it is being written."""
    if path.stat().st_size > SAMPLE_BYTES:
        return None
    picture = path.read_bytes()
    return picture if picture.startswith(_PNG_START) and picture.endswith(_PNG_END) else None
