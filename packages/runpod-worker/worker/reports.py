"""What a run says of itself while it goes on, at most twice a second."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Literal

from .contract import TrainingInput
from .limits import LOG_CHARACTERS, REPORT_INTERVAL_SECONDS
from .progress import TrainingLog
from .redact import redact

Stage = Literal["downloading", "preparing", "training", "uploading"]
Report = dict[str, object]


class Reporter:
    """Holds back what comes too early and then tells the latest; says nothing twice."""

    def __init__(self, job: TrainingInput, log: TrainingLog, send: Callable[[Report], None]) -> None:
        self._job = job
        self._log = log
        self._send = send
        self._stage: Stage = "downloading"
        self._samples = 0
        self._sent: Report | None = None
        self._sent_at = -REPORT_INTERVAL_SECONDS

    def enter(self, stage: Stage) -> None:
        self._stage = stage
        self.tell()

    def count_samples(self, samples: int) -> None:
        self._samples = samples
        self.tell()

    def tell(self) -> None:
        if time.monotonic() - self._sent_at < REPORT_INTERVAL_SECONDS:
            return
        report = self._describe()
        if report == self._sent:
            return
        self._sent = report
        self._send(report)
        # From when it is out, however long that took.
        self._sent_at = time.monotonic()

    def _describe(self) -> Report:
        progress = self._log.progress
        stage: Stage = "training" if self._stage == "preparing" and progress.has_begun else self._stage
        return {
            "step": progress.step,
            "total_steps": self._job.config.steps,
            "stage": stage,
            "loss": progress.loss,
            "learning_rate": None if progress.loss is None else self._job.config.learning_rate,
            "log_tail": redact(self._log.tail, self._job.secrets)[-LOG_CHARACTERS:],
            "seconds_left": 0 if stage == "uploading" else progress.seconds_left,
            "samples": self._samples,
        }
