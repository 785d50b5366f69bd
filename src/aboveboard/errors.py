"""Every error Aboveboard raises on purpose. One root; a class's docstring is its default message."""

from __future__ import annotations

from inspect import cleandoc

__all__ = [
    "AboveboardError",
    "AccessError",
    "CaseError",
    "DetectorError",
    "EngineError",
    "InputError",
    "OutputError",
    "PolicyError",
    "ProofError",
    "StoreError",
]


class AboveboardError(Exception):
    """Aboveboard could not do what was asked."""

    exit_code = 2

    def __init__(self, message: str = "") -> None:
        super().__init__(message or cleandoc(self.__doc__ or ""))


class InputError(AboveboardError):
    """The input could not be read.

    `faults` holds one line a fault, each naming file, row, column and value where there is one.
    """

    def __init__(self, *faults: str) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))


class PolicyError(AboveboardError):
    """The policy cannot be used."""

    def __init__(self, *faults: str) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))


class CaseError(AboveboardError):
    """An event cannot happen to an account as it stands, or a period is too short."""


class ProofError(AboveboardError):
    """A proof was refused.

    `reason` is one word for machines; the message is its sentence and never holds a claim about a person.
    """

    def __init__(self, reason: str, message: str) -> None:
        self.reason = reason
        super().__init__(message)


class AccessError(AboveboardError):
    """Who asks is not known, or may not do what they ask for.

    `reason` is one word for machines: `unknown` (no valid log-in or token), `refused` (a log-in failed), `locked` and `slow` (too many
    tries or requests: `wait` says for how many seconds), `link` (a link that is used up or too old), `forged` (a request from elsewhere),
    `forbidden` (known, but not allowed).
    """

    def __init__(self, reason: str, message: str, wait: float = 0.0) -> None:
        self.reason, self.wait = reason, wait
        super().__init__(message)


class DetectorError(AboveboardError):
    """A detector is not well formed, or read something it did not declare."""


class EngineError(AboveboardError):
    """A query failed on the engine."""

    exit_code = 3


class OutputError(AboveboardError):
    """The result could not be written."""

    exit_code = 3


class StoreError(AboveboardError):
    """The store could not be used."""

    exit_code = 3
