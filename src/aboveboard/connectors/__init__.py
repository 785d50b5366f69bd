"""How a world comes in: files today, read into canonical tables."""
