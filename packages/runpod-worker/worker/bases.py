"""What differs between the base models: script, files, kind of network, and how each is best treated."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .contract import ModelType
from .errors import WorkerError


@dataclass(frozen=True)
class Base:
    script: str
    network_module: str
    # Option of the script → file in the folder of models.
    files: dict[str, str]
    options: tuple[str, ...]
    sample_side: int
    # sd-scripts leaves no captions out where it has read them once and put the encoders away.
    encodes_captions_once: bool = False


BASES: dict[ModelType, Base] = {
    "flux": Base(
        script="flux_train_network.py",
        network_module="networks.lora_flux",
        files={
            "--pretrained_model_name_or_path": "flux1-dev.safetensors",
            "--clip_l": "clip_l.safetensors",
            "--t5xxl": "t5xxl_fp16.safetensors",
            "--ae": "ae.safetensors",
        },
        # As the guide of sd-scripts has it for dev; its text encoders alone would fill a small GPU.
        options=(
            "--network_train_unet_only",
            "--cache_text_encoder_outputs",
            "--timestep_sampling=flux_shift",
            "--model_prediction_type=raw",
            "--guidance_scale=1.0",
        ),
        sample_side=768,
        encodes_captions_once=True,
    ),
    "sdxl": Base(
        script="sdxl_train_network.py",
        network_module="networks.lora",
        files={"--pretrained_model_name_or_path": "sd_xl_base_1.0.safetensors"},
        # Its VAE overflows in half precision, and its two encoders are better left as they are.
        options=("--network_train_unet_only", "--no_half_vae"),
        sample_side=1024,
    ),
    "sd15": Base(
        script="train_network.py",
        network_module="networks.lora",
        files={"--pretrained_model_name_or_path": "v1-5-pruned-emaonly.safetensors"},
        options=(),
        sample_side=512,
    ),
}


def find_files(base: Base, models_folder: Path) -> dict[str, Path]:
    """The base model's own weights, which come with the image or its volume and from nowhere else."""
    found = {option: models_folder / name for option, name in base.files.items()}
    missing = [path.name for path in found.values() if not path.is_file()]
    if missing:
        raise WorkerError(f"The folder of models lacks {', '.join(missing)}.")
    return found
