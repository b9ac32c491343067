"""Stands in for RunPod's SDK: one job from a file, events as lines on stdout, and what the SDK makes of a handler's end."""

from . import serverless

__all__ = ["serverless"]
