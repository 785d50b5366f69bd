"""Where detectors run: one seam, two engines."""
