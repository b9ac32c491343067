"""What the library sends, checked field by field. What is not in the contract is refused, and no value is repeated."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, cast

from .addresses import Address, parse_address
from .errors import InputError
from .settings import Settings

ModelType = Literal["flux", "sdxl", "sd15"]
MODEL_TYPES: tuple[ModelType, ...] = ("flux", "sdxl", "sd15")
OPTIMIZERS = ("adamw8bit", "adamw", "lion8bit", "lion", "prodigy", "adafactor")


@dataclass(frozen=True)
class TrainingConfig:
    steps: int
    learning_rate: float
    batch_size: int
    lora_rank: int
    # Side lengths in pixels.
    resolutions: tuple[int, ...]
    optimizer: str
    # The share of steps that learn without a caption.
    caption_dropout: float
    num_repeats: int
    seed: int | None


@dataclass(frozen=True)
class TrainingInput:
    run_key: str
    model_type: ModelType
    trigger_word: str
    config: TrainingConfig
    sample_prompts: tuple[str, ...]
    lock: Address = field(repr=False)
    lock_read: Address | None = field(repr=False)
    dataset: Address = field(repr=False)
    # The first takes the weights, each other one a sample picture.
    uploads: tuple[Address, ...] = field(repr=False)

    @property
    def secrets(self) -> tuple[str, ...]:
        addresses = (self.lock, self.lock_read, self.dataset, *self.uploads)
        return tuple(secret for address in addresses if address for secret in address.secrets)


def parse_input(raw: object, settings: Settings) -> TrainingInput:
    """Raises InputError, which names the field."""
    fields = _Fields(raw, "", settings)
    if fields.text("task", 1, 20) != "train":
        raise _refuse("task", "this image trains, and does nothing else")
    parsed = TrainingInput(
        run_key=fields.text("run_key", 1, 200),
        model_type=cast(ModelType, fields.one_of("model_type", MODEL_TYPES)),
        trigger_word=fields.text("trigger_word", 0, 200),
        config=_parse_config(fields),
        sample_prompts=fields.texts("sample_prompts", 0, 8),
        lock=fields.address("lock_url"),
        lock_read=fields.address("lock_read_url") if fields.has("lock_read_url") else None,
        dataset=fields.address("dataset_url"),
        uploads=fields.addresses("upload_urls", 1, 65),
    )
    fields.refuse_others()
    return parsed


def _parse_config(parent: _Fields) -> TrainingConfig:
    fields = _Fields(parent.take("config"), "config.", parent.settings)
    parsed = TrainingConfig(
        steps=fields.whole("steps", 1, 10_000),
        learning_rate=fields.number("learning_rate", 0, 1, is_minimum_allowed=False),
        batch_size=fields.whole("batch_size", 1, 64),
        lora_rank=fields.whole("lora_rank", 1, 128),
        resolutions=_parse_resolutions(fields.text("resolution", 1, 100)),
        optimizer=fields.one_of("optimizer", OPTIMIZERS),
        caption_dropout=fields.number("caption_dropout", 0, 1),
        num_repeats=fields.whole("num_repeats", 1, 1_000),
        seed=None if fields.is_null("seed") else fields.whole("seed", 0, 2**53),
    )
    fields.refuse_others()
    return parsed


def _parse_resolutions(text: str) -> tuple[int, ...]:
    if not re.fullmatch(r"\d{3,4}(,\d{3,4}){0,7}", text):
        raise _refuse("config.resolution", "up to eight side lengths, comma separated")
    sides = tuple(sorted({int(side) for side in text.split(",")}))
    if any(side % 64 != 0 or not 256 <= side <= 2048 for side in sides):
        raise _refuse("config.resolution", "multiples of 64 from 256 to 2048")
    return sides


def _refuse(name: str, rule: str) -> InputError:
    return InputError(f"The input is not valid: {name or 'input'}: {rule}")


class _Fields:
    """An object of the request, field by field."""

    def __init__(self, raw: object, prefix: str, settings: Settings) -> None:
        if not isinstance(raw, Mapping):
            raise _refuse(prefix.rstrip("."), "an object")
        self.settings = settings
        self._raw = cast("Mapping[str, object]", raw)
        self._prefix = prefix
        self._known: set[str] = set()

    def has(self, name: str) -> bool:
        self._known.add(name)
        return name in self._raw

    def is_null(self, name: str) -> bool:
        return self.take(name) is None

    def take(self, name: str) -> object:
        if not self.has(name):
            raise self._wrong(name, "missing")
        return self._raw[name]

    def refuse_others(self) -> None:
        if any(name not in self._known for name in self._raw):
            raise _refuse(self._prefix.rstrip("."), "a field that is not known")

    def text(self, name: str, shortest: int, longest: int) -> str:
        return self._text(self.take(name), name, shortest, longest)

    def texts(self, name: str, fewest: int, most: int) -> tuple[str, ...]:
        if not self.has(name):
            return ()
        return tuple(self._text(entry, name, 1, 2_000) for entry in self._entries(name, fewest, most))

    def one_of(self, name: str, allowed: tuple[str, ...]) -> str:
        value = self.take(name)
        if not isinstance(value, str) or value not in allowed:
            raise self._wrong(name, f"one of {', '.join(allowed)}")
        return value

    def whole(self, name: str, lowest: int, highest: int) -> int:
        value = self.number(name, lowest, highest)
        if value != int(value):
            raise self._wrong(name, "a whole number")
        return int(value)

    def number(self, name: str, lowest: float, highest: float, is_minimum_allowed: bool = True) -> float:
        value = self.take(name)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
            raise self._wrong(name, "a number")
        if not lowest <= value <= highest or (value == lowest and not is_minimum_allowed):
            raise self._wrong(name, f"from {lowest} to {highest}")
        return value

    def address(self, name: str) -> Address:
        return self._address(self.take(name), name)

    def addresses(self, name: str, fewest: int, most: int) -> tuple[Address, ...]:
        return tuple(self._address(entry, name) for entry in self._entries(name, fewest, most))

    def _entries(self, name: str, fewest: int, most: int) -> list[object]:
        value = self.take(name)
        if not isinstance(value, list) or not fewest <= len(value) <= most:
            raise self._wrong(name, f"a list of {fewest} to {most}")
        return cast("list[object]", value)

    def _text(self, value: object, name: str, shortest: int, longest: int) -> str:
        if not isinstance(value, str) or not shortest <= len(value) <= longest:
            raise self._wrong(name, f"a text of {shortest} to {longest} characters")
        return value

    def _address(self, value: object, name: str) -> Address:
        try:
            return parse_address(self._text(value, name, 1, 10_000), self.settings)
        except ValueError as error:
            raise self._wrong(name, str(error)) from None

    def _wrong(self, name: str, rule: str) -> InputError:
        return _refuse(f"{self._prefix}{name}", rule)
