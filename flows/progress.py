"""How far a batch is: a progress page in the UI while many files are read, told every few seconds."""

from __future__ import annotations

import time
from typing import Any

_FEWEST = 5  # files; fewer are read before anybody looks
_EVERY = 2.0  # seconds


class Progress:
    """The progress of one batch; must be made and told inside a flow."""

    def __init__(self, key: str, total: int) -> None:
        """Begin with nothing read of `total` files; `key` names the page."""
        self.total, self._last = total, time.monotonic()
        self._artifact: Any = None
        if total >= _FEWEST:
            from prefect.artifacts import create_progress_artifact

            self._artifact = create_progress_artifact(0.0, key=key, description=self._words(0))

    def told(self, done: int) -> None:
        """Say that `done` files are read; not more often than every few seconds, the last always."""
        now = time.monotonic()
        if self._artifact is None or (done < self.total and now - self._last < _EVERY):
            return
        from prefect.artifacts import update_progress_artifact

        self._last = now
        update_progress_artifact(self._artifact, 100.0 * done / self.total, description=self._words(done))

    def _words(self, done: int) -> str:
        return f"Đã đọc {done:02d}/{self.total:02d} tệp"
