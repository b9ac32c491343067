"""The files of one run, which are gone when it ends."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_PREFIX = "run-"


@dataclass(frozen=True)
class Workspace:
    folder: Path

    @property
    def archive(self) -> Path:
        return self.folder / "archive.zip"

    @property
    def dataset_config(self) -> Path:
        return self.folder / "dataset.toml"

    @property
    def sample_prompts(self) -> Path:
        return self.folder / "prompts.json"

    @property
    def output(self) -> Path:
        return self.folder / "output"


@contextmanager
def open_workspace(parent: Path) -> Iterator[Workspace]:
    """A worker does one job at a time: what an earlier one left when it was killed is somebody else's, and goes first."""
    parent.mkdir(parents=True, exist_ok=True)
    for leftover in parent.glob(f"{_PREFIX}*"):
        shutil.rmtree(leftover, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=parent))
    try:
        workspace = Workspace(folder)
        workspace.output.mkdir()
        yield workspace
    finally:
        shutil.rmtree(folder, ignore_errors=True)
