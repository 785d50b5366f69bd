"""Intake: rows of the contract come in, each is kept or set aside with its reason."""
