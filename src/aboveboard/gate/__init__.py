"""The gate: names, tokens and images of barred accounts and protected bodies in memory, and the answer to one attempt."""
