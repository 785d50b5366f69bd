"""Kernels on pairs of records: agreement, weights in bits, what chance explains, probability. They know no table."""
