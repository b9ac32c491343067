"""What the image and the endpoint decide, and no request."""

from __future__ import annotations

import os
import shlex
from dataclasses import dataclass
from pathlib import Path

USUAL_COMMAND = (
    "accelerate launch --num_processes 1 --num_machines 1 --num_cpu_threads_per_process 1"
    " --mixed_precision bf16 --dynamo_backend no"
)


@dataclass(frozen=True)
class Settings:
    """Where things are, and whom to talk to."""

    models_folder: Path
    scripts_folder: Path
    work_folder: Path
    # What a script of sd-scripts is run with.
    trainer_command: tuple[str, ...]
    trainer_version: str
    # Empty: any host.
    storage_hosts: frozenset[str]
    allows_http: bool


def load_settings() -> Settings:
    """The only place that looks at the environment for settings."""
    read = os.environ.get
    hosts = read("ACT_STORAGE_HOSTS", "").lower().split(",")
    return Settings(
        models_folder=Path(read("ACT_MODELS_FOLDER", "/runpod-volume/models")),
        scripts_folder=Path(read("ACT_SCRIPTS_FOLDER", "/opt/sd-scripts")),
        work_folder=Path(read("ACT_WORK_FOLDER", "/tmp/act-runs")),
        trainer_command=tuple(shlex.split(read("ACT_TRAINER_COMMAND", USUAL_COMMAND))),
        trainer_version=read("ACT_TRAINER_VERSION", "sd-scripts"),
        storage_hosts=frozenset(host.strip() for host in hosts if host.strip()),
        allows_http=read("ACT_ALLOW_HTTP", "") == "1",
    )
