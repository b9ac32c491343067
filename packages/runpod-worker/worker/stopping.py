"""Somebody wants the run to end: RunPod cancels it, its time is over, or the machine is taken away."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


class Stopped(Exception):
    """The run was asked to end."""


class StopSignal:
    """Said once, heard everywhere, also by who is waiting for a network or a process."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._listeners: list[Callable[[], None]] = []

    @property
    def is_set(self) -> bool:
        return self._event.is_set()

    def stop(self) -> None:
        self._event.set()
        for listener in tuple(self._listeners):
            listener()

    def check(self) -> None:
        if self._event.is_set():
            raise Stopped

    def sleep(self, seconds: float) -> None:
        """Sleeps, unless it is time to stop."""
        self._event.wait(seconds)
        self.check()

    @contextmanager
    def calls(self, listener: Callable[[], None]) -> Iterator[None]:
        """Calls it when it is time to stop, as long as the block lasts."""
        self._listeners.append(listener)
        try:
            self.check()
            yield
        finally:
            self._listeners.remove(listener)


@contextmanager
def stopped_by_shutdown(stop: StopSignal) -> Iterator[None]:
    """RunPod's SDK lets a running job finish after SIGTERM, and a training would be killed in the middle of it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    previous = signal.getsignal(signal.SIGTERM) or signal.SIG_DFL

    def on_signal(number: int, frame: FrameType | None) -> None:
        stop.stop()
        if callable(previous):
            previous(number, frame)

    signal.signal(signal.SIGTERM, on_signal)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, previous)
