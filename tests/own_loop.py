"""Coroutines run in the main thread though a browser's tests, once they ran in this process, leave a loop of theirs running there."""

import asyncio


def awaited(coroutine):
    """Return what a coroutine returns, or raise what it raises."""
    browsers = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    try:
        return asyncio.run(coroutine)
    finally:
        asyncio._set_running_loop(browsers)
