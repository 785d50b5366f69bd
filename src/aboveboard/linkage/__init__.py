"""Kernels that weigh whether two records are one person: agreement levels, Fellegi–Sunter weights, calibration."""
