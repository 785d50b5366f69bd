"""Kernels on pictures: safe decoding, perceptual hashes, likeness between hashes."""
