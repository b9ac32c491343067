"""The file in which sd-scripts reads what it learns from."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

from .bases import Base
from .contract import TrainingConfig
from .dataset import Dataset

# Two steps in a hundred, as fine as a share of bare pictures is told from another one.
_FINEST_SHARE = 50


def write_dataset_config(path: Path, dataset: Dataset, config: TrainingConfig, base: Base) -> None:
    """One set of sizes for each resolution: sd-scripts shows every picture in each of them."""
    subsets = "\n".join(_subset(folder, repeats, dropout) for folder, repeats, dropout in _shares(dataset, config, base))
    path.write_text("\n".join(_sizes(side, config) + "\n" + subsets for side in config.resolutions), encoding="utf-8")


def _sizes(side: int, config: TrainingConfig) -> str:
    return f"""[[datasets]]
resolution = {side}
batch_size = {config.batch_size}
enable_bucket = true
bucket_no_upscale = true
bucket_reso_steps = 64
min_bucket_reso = {max(64, side // 2)}
max_bucket_reso = {side * 2}
"""


def _subset(folder: Path, repeats: int, dropout: float) -> str:
    return f"""[[datasets.subsets]]
image_dir = {json.dumps(str(folder))}
caption_extension = ".txt"
num_repeats = {repeats}
caption_dropout_rate = {dropout}
"""


def _shares(dataset: Dataset, config: TrainingConfig, base: Base) -> list[tuple[Path, int, float]]:
    """Where captions are read once, they are left out by showing the same pictures, that often, without any."""
    if not base.encodes_captions_once:
        return [(dataset.pictures, config.num_repeats, config.caption_dropout)]
    share = Fraction(config.caption_dropout).limit_denominator(_FINEST_SHARE)
    captioned = (share.denominator - share.numerator) * config.num_repeats
    bare = share.numerator * config.num_repeats
    shares = [(dataset.pictures, captioned, 0.0), (dataset.bare_pictures, bare, 0.0)]
    return [shown for shown in shares if shown[1] > 0]
