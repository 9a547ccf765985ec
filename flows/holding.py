"""What this process works on just now, told to all others: leases, renewed while the process lives."""

from __future__ import annotations

import os
import platform
import secrets
import threading
from collections.abc import Sequence
from functools import lru_cache
from types import TracebackType
from typing import Self

from sqlalchemy.exc import SQLAlchemyError

from ledger.leases import Leases


def holder_name() -> str:
    """Return the name of this process among all machines."""
    return _name(os.getpid())  # asked anew: a forked process is another


@lru_cache(maxsize=1)
def _name(process: int) -> str:
    return f"{platform.node()}/{process}/{secrets.token_hex(4)}"  # a number of a process comes again, this does not


class Holding:
    """Leases of one holder; a thread renews them three times in their life. A process that is killed renews none."""

    def __init__(self, ledger: Leases, holder: str, seconds: float) -> None:
        self.holder = holder
        self._ledger, self._seconds = ledger, seconds
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._renew, name="leases", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        self._thread.join()
        self._ledger.release(self.holder)

    def take(self, names: Sequence[str]) -> list[str]:
        """Return those of `names` that are now ours."""
        return self._ledger.claim(names, self.holder, self._seconds)

    def give_back(self, names: Sequence[str]) -> None:
        """Let others have those of `names` that are ours."""
        self._ledger.release(self.holder, names)

    def _renew(self) -> None:
        while not self._done.wait(self._seconds / 3):
            try:
                self._ledger.renew(self.holder, self._seconds)
            except SQLAlchemyError:  # the database is away just now; before the leases run out we ask once more
                continue
