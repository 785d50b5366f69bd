"""When the tests of the store take place."""

from datetime import UTC, datetime

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
