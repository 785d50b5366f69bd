"""Why something cannot be done to a job, a message, an endpoint or a dead letter."""

from __future__ import annotations

from aboveboard.errors import InputError

__all__ = ["NotThereError", "TooLateError"]


class NotThereError(InputError):
    """There is nothing with this id."""


class TooLateError(InputError):
    """It is over, or settled another way."""
