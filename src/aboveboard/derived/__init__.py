"""One file, one shared query."""
