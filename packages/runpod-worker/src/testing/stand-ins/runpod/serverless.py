"""As runpod-python 1.12.0 goes about it: `rp_job.run_job`, `rp_progress.progress_update`, `rp_scale.JobScaler`."""

from __future__ import annotations

import asyncio
import inspect
import json
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

Handler = Callable[[Any], object]


def progress_update(job: Mapping[str, object], progress: object) -> None:
    """Sends from a thread of its own, whatever comes of it."""
    event = {"status": "IN_PROGRESS", "output": progress, "at": time.monotonic()}
    threading.Thread(target=_tell, args=(event,), daemon=True).start()


def start(config: dict[str, Handler]) -> None:
    """Takes one job; SIGTERM is heard and changes nothing for a job that runs, a line on stdin stops it."""
    signal.signal(signal.SIGTERM, lambda _number, _frame: None)
    asyncio.run(_run(config["handler"], json.loads(Path(os.environ["STAND_IN_JOB"]).read_text())))


async def _run(handler: Handler, job: Mapping[str, object]) -> None:
    task = asyncio.create_task(_run_job(handler, job))
    loop = asyncio.get_running_loop()
    threading.Thread(target=_cancel_when_told, args=(loop, task), daemon=True).start()
    try:
        _tell(await task)
    except asyncio.CancelledError:
        _tell({"stopped": True})


async def _run_job(handler: Handler, job: Mapping[str, object]) -> dict[str, object]:
    result: dict[str, object] = {}
    try:
        returned = handler(job)
        output = await returned if inspect.isawaitable(returned) else returned
        if isinstance(output, dict):
            error = output.pop("error", None)
            result["output"] = output
            if error:
                result["error"] = error
        else:
            result["output"] = output
        if result["output"] == {}:
            del result["output"]
    except Exception as error:
        description = {
            "error_type": str(type(error)),
            "error_message": str(error),
            "error_traceback": traceback.format_exc(),
            "hostname": "stand-in",
            "worker_id": "stand-in",
            "runpod_version": "1.12.0",
        }
        print(json.dumps(description, indent=4), file=sys.stderr)
        result = {"error": json.dumps(description)}
    return result


def _cancel_when_told(loop: asyncio.AbstractEventLoop, task: asyncio.Task[dict[str, object]]) -> None:
    # A test that has gone says nothing more, and leaves nobody behind.
    sys.stdin.readline()
    loop.call_soon_threadsafe(task.cancel)


_GUARD = threading.Lock()


def _tell(event: object) -> None:
    with _GUARD:
        print(json.dumps(event, allow_nan=False), flush=True)
