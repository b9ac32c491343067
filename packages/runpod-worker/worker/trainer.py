"""Runs sd-scripts, and ends it with everything that it has started."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path

from .errors import DatasetRefusedError, OutOfMemoryError, WorkerError
from .limits import STOPPING_SECONDS
from .progress import TrainingLog
from .stopping import StopSignal

# What a trainer needs of the environment: RunPod's keys and the operator's are none of its business.
_PASSED_ON = re.compile(
    r"PATH|HOME|LANG|LC_\w+|TZ|TMPDIR|LD_LIBRARY_PATH|PYTHON\w*|CUDA\w*|NVIDIA\w*|NCCL\w*|OMP\w*|MKL\w*"
    r"|TORCH\w*|PYTORCH\w*|HF_HOME|HF_HUB_CACHE"
)
_LOOK_SECONDS = 0.1
_FAILURES: tuple[tuple[re.Pattern[str], type[WorkerError], str], ...] = (
    (re.compile(r"OutOfMemoryError|out of memory", re.IGNORECASE), OutOfMemoryError, "The memory of the GPU was too small"),
    (
        re.compile(r"UnidentifiedImageError|cannot identify image|image file is truncated", re.IGNORECASE),
        DatasetRefusedError,
        "A picture could not be read",
    ),
)


def run_trainer(command: list[str], folder: Path, log: TrainingLog, look: Callable[[], None], stop: StopSignal) -> None:
    """Returns when the trainer has ended well; `look` is called again and again until then."""
    process = _start(command, folder)
    reader = threading.Thread(target=_read, args=(process, log), daemon=True)
    reader.start()
    try:
        while process.poll() is None:
            look()
            stop.sleep(_LOOK_SECONDS)
    finally:
        _end(process)
        reader.join(timeout=STOPPING_SECONDS)
        log.close()
    if process.returncode != 0:
        raise _to_error(process.returncode, log.tail)


def _start(command: list[str], folder: Path) -> subprocess.Popen[bytes]:
    environment = {name: value for name, value in os.environ.items() if _PASSED_ON.fullmatch(name)}
    # Whatever is not in the image or its volume is not fetched from anywhere.
    environment |= {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}
    try:
        return subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except OSError as error:
        raise WorkerError(f"The trainer could not be started ({type(error).__name__}).") from None


def _read(process: subprocess.Popen[bytes], log: TrainingLog) -> None:
    if process.stdout is None:
        return
    while chunk := os.read(process.stdout.fileno(), 65_536):
        log.feed(chunk)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the whole group, gently first: `accelerate` starts the script as a child of its own."""
    _signal_group(process, signal.SIGTERM)
    deadline = time.monotonic() + STOPPING_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        time.sleep(_LOOK_SECONDS)
    _signal_group(process, signal.SIGKILL)
    process.wait()


def _signal_group(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    try:
        os.killpg(process.pid, number)
    except (ProcessLookupError, PermissionError):
        pass  # It has ended.


def _to_error(code: int, tail: str) -> WorkerError:
    for says, kind, words in _FAILURES:
        if says.search(tail):
            return kind(f"{words}. The trainer said:\n{tail}")
    return WorkerError(f"The trainer ended with code {code}. It said:\n{tail}")
