"""
Stands in for `accelerate launch <script of sd-scripts>`: reads the same arguments and files, prints the lines that the
scripts print, in their order and on their streams, and leaves a LoRA with kohya's names. How it ends is asked for by
`--behaviour` before the script's name.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import struct
import sys
import time
import zlib
from pathlib import Path

LAYERS = {
    "flux_train_network.py": [
        ("lora_unet_double_blocks_0_img_attn_proj", 3072, 3072),
        ("lora_unet_single_blocks_0_linear2", 15360, 3072),
    ],
    "sdxl_train_network.py": [
        ("lora_unet_input_blocks_4_1_transformer_blocks_0_attn1_to_q", 640, 640),
        ("lora_unet_input_blocks_4_1_transformer_blocks_0_attn2_to_k", 2048, 640),
    ],
    "train_network.py": [
        ("lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn2_to_k", 768, 320),
        ("lora_te_text_model_encoder_layers_0_mlp_fc1", 768, 3072),
    ],
}
SIDE = 512
SECRETS = "fetching https://act.example/object/sign/a.zip?token=eyJhbGciOiJIUzI1NiJ9.e30.c2ln HF_TOKEN=hf_abcdefghijkl"


def main() -> None:
    behaviour, script, options = read_arguments()
    output = Path(options.output_dir)
    note: dict[str, object] = {"script": Path(script).name, "options": sys.argv, "environment": sorted(os.environ)}
    note |= {"dataset": describe_dataset(options.dataset_config), "prompts": read_prompts(options.sample_prompts)}
    (Path(script).parent / "seen.json").write_text(json.dumps(note))
    if behaviour == "stubborn":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    print("prepare images.", flush=True)
    draw_bar("read caption", 3, 3, "")
    if behaviour == "out-of-memory":
        sys.exit("torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity")
    if behaviour == "bad-picture":
        sys.exit("PIL.UnidentifiedImageError: cannot identify image file '/tmp/x/pictures/0001.png'")
    if behaviour == "secrets":
        print(SECRETS, file=sys.stderr, flush=True)
        sys.exit(3)
    print(f"running training / 学習開始\n  total optimization steps / 学習ステップ数: {options.max_train_steps}", flush=True)
    train(behaviour, options, output)
    print(f"\nsaving checkpoint: {output / (options.output_name + '.safetensors')}", flush=True)
    save(script, behaviour, options, output)
    print("model saved.", flush=True)


def read_arguments() -> tuple[str, str, argparse.Namespace]:
    behaviour = sys.argv[1].removeprefix("--behaviour=")
    parser = argparse.ArgumentParser()
    for name in ("dataset_config", "output_dir", "output_name", "sample_prompts"):
        parser.add_argument(f"--{name}")
    for name in ("max_train_steps", "network_dim", "sample_every_n_steps"):
        parser.add_argument(f"--{name}", type=int, default=0)
    options, _ = parser.parse_known_args(sys.argv[3:])
    return behaviour, sys.argv[2], options


def describe_dataset(config: str) -> dict[str, object]:
    text = Path(config).read_text()
    folders = sorted({json.loads(line.split(" = ")[1]) for line in text.splitlines() if line.startswith("image_dir")})
    files = {
        f"{Path(folder).name}/{path.name}": path.read_text() if path.suffix == ".txt" else path.stat().st_size
        for folder in folders
        for path in sorted(Path(folder).iterdir())
    }
    return {"config": text, "files": files}


def read_prompts(path: str | None) -> object:
    return json.loads(Path(path).read_text()) if path else None


def train(behaviour: str, options: argparse.Namespace, output: Path) -> None:
    steps = options.max_train_steps
    draw_bar("steps", 0, steps, "")
    print("\nepoch 1/1\n", flush=True)
    for step in range(1, steps + 1):
        if behaviour in ("hang", "stubborn") and step > steps / 2:
            time.sleep(600)
        time.sleep(0.02)
        loss = "nan" if behaviour == "diverge" else f"{0.3 - 0.2 * step / steps:.3g}"
        draw_bar("steps", step, steps, f", avr_loss={loss}")
        if options.sample_every_n_steps and step % options.sample_every_n_steps == 0:
            paint_samples(options, output / "sample", step)
    print("", file=sys.stderr, flush=True)


def draw_bar(name: str, step: int, total: int, postfix: str) -> None:
    share = step / total
    left = "?" if step == 0 else f"00:{min(59, total - step):02}"
    pace = "?it/s" if step == 0 else " 1.00it/s"
    bar = "█" * int(10 * share)
    text = f"\r{name}: {share:4.0%}|{bar:<10}| {step}/{total} [00:{min(59, step):02}<{left}, {pace}{postfix}]"
    # In two pieces, with a sign of several bytes torn apart.
    raw = text.encode()
    for piece in (raw[:14], raw[14:]):
        os.write(2, piece)


def paint_samples(options: argparse.Namespace, folder: Path, step: int) -> None:
    folder.mkdir(exist_ok=True)
    for index, prompt in enumerate(json.loads(Path(options.sample_prompts).read_text())):
        name = f"{options.output_name}_{step:06d}_{index:02d}_20261121000000_{prompt['seed']}.png"
        (folder / name).write_bytes(draw_png(step % 256))


def draw_png(grey: int) -> bytes:
    """A grey picture."""
    size = struct.pack(">2L5B", SIDE, SIDE, 8, 0, 0, 0, 0)
    rows = (b"\0" + bytes([grey]) * SIDE) * SIDE
    chunks = [(b"IHDR", size), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    written = (
        struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data)) for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(written)


def save(script: str, behaviour: str, options: argparse.Namespace, output: Path) -> None:
    rank = options.network_dim
    entries: dict[str, object] = {
        "__metadata__": {
            "ss_network_dim": str(rank),
            "ss_steps": str(options.max_train_steps),
            "ss_sd_scripts_commit_hash": "ae72efb92babe89ff8e70f057e42db68440e8d61",
            "ss_tag_frequency": json.dumps({"pictures": {"anna in the garden": 3}}),
            "ss_dataset_dirs": json.dumps({"pictures": {"n_repeats": 1}}),
        }
    }
    end = 0
    for name, inputs, outputs in LAYERS[Path(script).name]:
        shapes = {".alpha": [], ".lora_down.weight": [rank, inputs], ".lora_up.weight": [outputs, rank]}
        for part, shape in shapes.items():
            begin = end
            size = 2
            for side in shape:
                size *= side
            end += size
            entries[f"{name}{part}"] = {"dtype": "F16", "shape": shape, "data_offsets": [begin, end]}
    header = json.dumps(entries).encode()
    numbers = bytes(index % 60 for index in range(256)) * (end // 256) + bytes(end % 256)
    whole = struct.pack("<Q", len(header)) + header + numbers
    kept = whole[: len(whole) * 2 // 3] if behaviour == "truncate" else whole
    if behaviour != "no-weights":
        (output / f"{options.output_name}.safetensors").write_bytes(kept)


main()
