"""Trains one LoRA for one job of RunPod, with kohya's sd-scripts."""
