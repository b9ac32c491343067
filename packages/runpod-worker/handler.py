"""What RunPod starts: takes jobs, one at a time. The only file that knows RunPod's SDK."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import runpod

from worker.reports import Report
from worker.run import Output, run_job
from worker.settings import load_settings
from worker.stopping import StopSignal, stopped_by_shutdown

SETTINGS = load_settings()


async def handler(job: Mapping[str, object]) -> Output:
    """The SDK cancels it where RunPod cancels the job; the work, which is in a thread, is then waited for."""
    stop = StopSignal()

    def send(report: Report) -> None:
        runpod.serverless.progress_update(job, report)

    with stopped_by_shutdown(stop):
        work = asyncio.create_task(asyncio.to_thread(run_job, job, SETTINGS, stop, send))
        try:
            return await asyncio.shield(work)
        except asyncio.CancelledError:
            stop.stop()
            await asyncio.wait({work})
            # It was told to stop, and says so.
            work.exception()
            raise


if __name__ == "__main__":
    runpod.serverless.start({"handler": handler})
