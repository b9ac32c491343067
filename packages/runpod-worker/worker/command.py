"""The command line of one training."""

from __future__ import annotations

import json
from pathlib import Path

from .bases import Base, find_files
from .contract import TrainingConfig, TrainingInput
from .settings import Settings
from .workspace import Workspace

OUTPUT_NAME = "lora"
SAMPLE_SEED = 42

# With what sd-scripts calls them; Adafactor would otherwise choose the rate by itself.
_OPTIMIZERS = {
    "adamw8bit": ("AdamW8bit",),
    "adamw": ("AdamW",),
    "lion8bit": ("Lion8bit",),
    "lion": ("Lion",),
    "prodigy": ("Prodigy",),
    "adafactor": ("Adafactor", "scale_parameter=False", "relative_step=False", "warmup_init=False"),
}


def build_command(job: TrainingInput, base: Base, workspace: Workspace, settings: Settings) -> list[str]:
    """Nothing of a request stands in it but numbers and words that were chosen from a list."""
    files = find_files(base, settings.models_folder)
    return [
        *settings.trainer_command,
        str(settings.scripts_folder / base.script),
        *(f"{option}={path}" for option, path in files.items()),
        f"--dataset_config={workspace.dataset_config}",
        f"--output_dir={workspace.output}",
        f"--output_name={OUTPUT_NAME}",
        "--save_model_as=safetensors",
        "--save_precision=fp16",
        "--mixed_precision=bf16",
        "--gradient_checkpointing",
        "--sdpa",
        "--cache_latents",
        "--max_data_loader_n_workers=2",
        "--persistent_data_loader_workers",
        "--console_log_simple",
        f"--network_module={base.network_module}",
        *base.options,
        *_learning(job.config),
        *_samples(job, workspace),
    ]


def _learning(config: TrainingConfig) -> list[str]:
    name, *arguments = _OPTIMIZERS[config.optimizer]
    return [
        f"--max_train_steps={config.steps}",
        f"--learning_rate={config.learning_rate!r}",
        "--lr_scheduler=constant",
        f"--optimizer_type={name}",
        *(["--optimizer_args", *arguments] if arguments else []),
        f"--network_dim={config.lora_rank}",
        # A scale of one, as every other trainer of ours has it.
        f"--network_alpha={config.lora_rank}",
        # A seed is one for numpy too.
        *([] if config.seed is None else [f"--seed={config.seed % 2**32}"]),
    ]


def _samples(job: TrainingInput, workspace: Workspace) -> list[str]:
    if sample_rounds(job) == 0:
        return []
    return [
        f"--sample_prompts={workspace.sample_prompts}",
        f"--sample_every_n_steps={sample_interval(job)}",
        "--sample_sampler=euler_a",
    ]


def sample_rounds(job: TrainingInput) -> int:
    """How often all prompts are painted."""
    prompts, places = len(job.sample_prompts), len(job.uploads) - 1
    return -(-places // prompts) if prompts > 0 else 0


def sample_interval(job: TrainingInput) -> int:
    """In steps, so that the last round comes near the end."""
    return max(1, job.config.steps // max(1, sample_rounds(job)))


def write_sample_prompts(path: Path, job: TrainingInput, base: Base) -> None:
    """As objects: in a plain line, words with two dashes in a prompt would be options."""
    side = base.sample_side
    prompts = [
        {"prompt": prompt, "width": side, "height": side, "sample_steps": 20, "seed": SAMPLE_SEED}
        for prompt in job.sample_prompts
    ]
    path.write_text(json.dumps(prompts), encoding="utf-8")
