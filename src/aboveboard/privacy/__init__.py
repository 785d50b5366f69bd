"""Privacy: keys, retention, erasure, and the copy of their data that a holder may have."""
