"""Coroutines run in a thread of their own: a browser that is open in the same process keeps a loop running in the first one."""

import asyncio
from concurrent.futures import ThreadPoolExecutor


def run(scene):
    """Run a coroutine to its end and return what it returns."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, scene).result()
