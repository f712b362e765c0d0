"""Writes to the store, one after the other, off the event loop: what was done first is stored first."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Job:
    """A call to make, and who is told how it went."""

    call: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]


class Writer:
    """A queue with one worker; `drain` waits until everything is stored."""

    def __init__(self) -> None:
        self._jobs: asyncio.Queue[Job] = asyncio.Queue()

    def put(self, job: Job) -> None:
        """Store this after everything before it."""
        self._jobs.put_nowait(job)

    async def run(self) -> None:
        """Work until cancelled."""
        while True:
            job = await self._jobs.get()
            try:
                await self._do(job)
            finally:
                self._jobs.task_done()

    async def _do(self, job: Job) -> None:
        try:
            result = await asyncio.to_thread(job.call)
        except Exception as error:  # noqa: BLE001 - whatever it is, the screen tells it and the queue goes on
            job.failed(error)
        else:
            job.done(result)

    def finish_now(self) -> None:
        """Store what waits without an event loop, when the program ends in a hurry; failures are past telling."""
        while not self._jobs.empty():
            with suppress(Exception):
                self._jobs.get_nowait().call()

    async def drain(self) -> None:
        """Wait until everything is stored."""
        await self._jobs.join()
