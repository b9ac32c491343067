"""Lines of sd-scripts, and what they say of a training."""

from __future__ import annotations

import codecs
import math
import re
import threading
from collections import deque
from dataclasses import dataclass

from .limits import LOG_LINE_CHARACTERS, LOG_LINES

# steps:  12%|█▏        | 120/1000 [02:00<14:40,  1.00it/s, avr_loss=0.312]
_BAR = re.compile(r"(?:([^|%\]]*):)?\s*\d{1,3}%\|[^|]*\|\s*(\d+)/(\d+)\s*\[([^\]]*)\]")
_SECONDS_LEFT = re.compile(r"<\s*(\d+(?::\d\d){1,2})\s*,")
_LOSS = re.compile(r"avr_loss=([^\s,]+)")


@dataclass(frozen=True)
class Progress:
    """How far a training is."""

    step: int = 0
    loss: float | None = None
    # Until its last step, as the trainer guesses.
    seconds_left: float | None = None
    # The bar with the steps has been drawn.
    has_begun: bool = False


class TrainingLog:
    """Takes the trainer's output as it comes, and may be looked at from another thread."""

    def __init__(self, total_steps: int) -> None:
        self._total_steps = total_steps
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._partial = ""
        self._lines: deque[str] = deque(maxlen=LOG_LINES)
        self._bar = ""
        self._progress = Progress()
        self._guard = threading.Lock()

    def feed(self, output: bytes) -> None:
        with self._guard:
            *lines, rest = re.split(r"[\r\n]", self._partial + self._decoder.decode(output))
            # A line that never ends is cut, so that it fills no memory.
            self._partial = rest[-LOG_LINE_CHARACTERS:]
            for line in lines:
                self._read(line)

    def close(self) -> None:
        """There is no more to come."""
        self.feed(b"\n")

    @property
    def progress(self) -> Progress:
        with self._guard:
            return self._progress

    @property
    def tail(self) -> str:
        """The last lines and, at the end, the bar."""
        with self._guard:
            return "\n".join([*self._lines, *([self._bar] if self._bar else [])][-LOG_LINES:])

    def _read(self, text: str) -> None:
        line = text[:LOG_LINE_CHARACTERS]
        end = 0
        for bar in _BAR.finditer(line):
            end = bar.end()
            if (bar[1] or "").strip() == "steps" and int(bar[3]) == self._total_steps:
                self._bar = bar[0].strip()
                self._progress = self._advance(int(bar[2]), bar[4])
        # A bar has no end of line: what is said next, such as why all ends here, stands right behind it.
        if rest := line[end:].strip():
            self._lines.append(rest)

    def _advance(self, step: int, details: str) -> Progress:
        last = self._progress
        left, loss = _SECONDS_LEFT.search(details), _LOSS.search(details)
        return Progress(
            step=max(last.step, step),
            loss=_to_loss(loss[1]) if loss else last.loss,
            seconds_left=_to_seconds(left[1]) if left else last.seconds_left,
            has_begun=True,
        )


def _to_loss(text: str) -> float | None:
    try:
        loss = float(text)
    except ValueError:
        return None
    return loss if math.isfinite(loss) else None


def _to_seconds(clock: str) -> float:
    """Of `14:40` or `1:02:03`."""
    seconds = 0.0
    for part in clock.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds
