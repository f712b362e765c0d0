"""Writes, one after the other, off the event loop: what was done first is stored first."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from tms.errors import DatabaseAwayError

FIRST_PAUSE_SECONDS = 2.0
LONGEST_PAUSE_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Job:
    """A call to make, and who is told how it went; a patient one is tried until the database is there."""

    call: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    is_patient: bool = False


class Writer:
    """A queue with a thread of its own, so that it never waits for others; `away` is why it waits for the database."""

    def __init__(self, changed: Callable[[], None] | None = None) -> None:
        self.away: DatabaseAwayError | None = None
        self._changed = changed
        self._jobs: asyncio.Queue[Job] = asyncio.Queue()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="tms-writer")
        self._hurry = asyncio.Event()

    def put(self, job: Job) -> None:
        """Store this after everything before it; what cannot wait for the database fails at once while that is away."""
        if self.away is not None and not job.is_patient:
            job.failed(self.away)
        else:
            self._jobs.put_nowait(job)

    async def run(self) -> None:
        """Work until cancelled."""
        try:
            while True:
                job = await self._jobs.get()
                try:
                    await self._do(job)
                finally:
                    self._jobs.task_done()
        finally:
            self._thread.shutdown(wait=False)

    async def _do(self, job: Job) -> None:
        pause = FIRST_PAUSE_SECONDS
        while True:
            try:
                result = await asyncio.get_running_loop().run_in_executor(self._thread, job.call)
            except DatabaseAwayError as error:
                if not job.is_patient:
                    job.failed(error)
                    return
                self._turn(error)
                await self._rest(pause)
                pause = min(2 * pause, LONGEST_PAUSE_SECONDS)
            except Exception as error:  # noqa: BLE001 - whatever it is, the screen tells it and the queue goes on
                self._turn(None)
                job.failed(error)
                return
            else:
                self._turn(None)
                job.done(result)
                return

    def _turn(self, away: DatabaseAwayError | None) -> None:
        is_news = (away is None) != (self.away is None)
        self.away = away
        if is_news and self._changed is not None:
            self._changed()

    async def _rest(self, seconds: float) -> None:
        self._hurry.clear()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._hurry.wait(), seconds)

    def hurry(self) -> None:
        """Try again now."""
        self._hurry.set()

    def finish_now(self, *, tells: bool = False) -> None:
        """Do what waits without an event loop, when the program ends in a hurry; failures are past telling.

        Once the database turns out to be away the rest is left to the journal.
        """
        while not self._jobs.empty() and self.away is None:
            job = self._jobs.get_nowait()
            try:
                result = job.call()
                if tells:
                    job.done(result)
            except DatabaseAwayError as error:
                self.away = error
            except Exception:  # noqa: BLE001, S112 - see above
                continue

    async def drain(self, seconds: float | None = None) -> bool:
        """Wait until everything is stored; False if it is not in that time, or the database is away."""
        if self.away is not None:
            return False
        waiting = asyncio.ensure_future(self._jobs.join())
        end = None if seconds is None else asyncio.get_running_loop().time() + seconds
        while not waiting.done():
            await asyncio.wait([waiting], timeout=0.05)
            is_late = end is not None and asyncio.get_running_loop().time() > end
            if not waiting.done() and (self.away is not None or is_late):
                waiting.cancel()
                return False
        return True
