"""Requests to verbs, and what verbs answer to pages. The only part of the console that knows HTTP."""
