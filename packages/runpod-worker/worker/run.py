"""One run, from the request to what RunPod hands on."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping

from .bases import BASES
from .command import OUTPUT_NAME, build_command, write_sample_prompts
from .contract import TrainingInput, parse_input
from .dataset import unpack_dataset
from .dataset_config import write_dataset_config
from .delivery import deliver
from .errors import InputError, WorkerError
from .limits import ARCHIVE_BYTES
from .lock import claim_lock
from .progress import TrainingLog
from .redact import redact
from .reports import Report, Reporter
from .samples import Samples
from .settings import Settings
from .stopping import Stopped, StopSignal
from .trainer import run_trainer
from .transfer import download
from .weights import read_weights
from .workspace import Workspace, open_workspace

Output = dict[str, object]


def run_job(
    job: Mapping[str, object], settings: Settings, stop: StopSignal, send: Callable[[Report], None]
) -> Output:
    """Returns what the handler returns, and raises nothing but a WorkerError without secrets and without a cause."""
    begun_at = time.monotonic()
    try:
        parsed = parse_input(job.get("input"), settings)
    except InputError as error:
        return {"error": str(error)}
    try:
        claim = claim_lock(str(job.get("id")), parsed.run_key, parsed.lock, parsed.lock_read, stop)
        if not claim.is_ours:
            return {"superseded_by": claim.held_by}
        with open_workspace(settings.work_folder) as workspace:
            output = _train(parsed, settings, workspace, stop, send)
        return {**output, "gpu_seconds": round(time.monotonic() - begun_at, 1)}
    except Stopped:
        raise WorkerError("The run was told to stop.") from None
    except WorkerError as error:
        raise type(error)(redact(str(error), parsed.secrets)) from None
    except Exception as error:
        raise WorkerError(redact(f"{type(error).__name__}: {error}", parsed.secrets)) from None


def _train(
    job: TrainingInput, settings: Settings, workspace: Workspace, stop: StopSignal, send: Callable[[Report], None]
) -> Output:
    base = BASES[job.model_type]
    log = TrainingLog(job.config.steps)
    reporter = Reporter(job, log, send)
    samples = Samples(job, workspace.output, stop)
    command = build_command(job, base, workspace, settings)

    reporter.enter("downloading")
    download(job.dataset, workspace.archive, ARCHIVE_BYTES, stop)
    reporter.enter("preparing")
    dataset = unpack_dataset(workspace.archive, workspace.folder, job.trigger_word)
    write_dataset_config(workspace.dataset_config, dataset, job.config, base)
    write_sample_prompts(workspace.sample_prompts, job, base)

    def look() -> None:
        if samples.deliver_new():
            reporter.count_samples(len(samples.delivered))
        reporter.tell()

    run_trainer(command, settings.scripts_folder, log, look, stop)
    samples.deliver_new()
    reporter.count_samples(len(samples.delivered))
    if log.progress.loss is None:
        raise WorkerError("The training came to nothing: its loss is no number.")
    weights = read_weights(workspace.output / f"{OUTPUT_NAME}.safetensors", job.config.lora_rank)
    reporter.enter("uploading")
    deliver(job.uploads[0], weights.size, lambda: _while_telling(weights.chunks(), reporter), stop)
    return {
        "artifact": {"sha256": weights.sha256, "bytes": weights.size},
        "samples": samples.delivered,
        "steps": log.progress.step,
        "loss": log.progress.loss,
        "metadata": weights.metadata,
        "trainer_version": settings.trainer_version,
    }


def _while_telling(chunks: Iterator[bytes], reporter: Reporter) -> Iterator[bytes]:
    for chunk in chunks:
        reporter.tell()
        yield chunk
