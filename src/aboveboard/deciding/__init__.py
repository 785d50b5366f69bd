"""Deciding: proposals become decisions, decisions become actions; capped, applied once, taken back whole."""
