"""Kernels on names: folding to keys, the path between two names, the cues a name gives."""
