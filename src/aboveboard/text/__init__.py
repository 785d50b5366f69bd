"""Kernels on texts and handles: pure functions on Arrow columns, row by row."""
