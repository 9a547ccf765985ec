"""The service's pulse: when it last looked, what came in and what became of it; one page in the UI, one small file."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from flows.markdown import plain_text, table
from flows.outbox import put
from flows.outside import Outsider

KEY = "tinh-hinh-dich-vu"
_FILE = "nhip-dich-vu.json"
_EVERY = timedelta(seconds=15)  # where nothing changed
_LATE = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Tally:
    """One campaign: how many entries lie in its folder, how many of them reached an end state, what is amiss."""

    name: str
    lying: int
    ended: int
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Pulse:
    """What one look showed. `away_since` says since when the inbox cannot be seen, `busy` what is being worked on."""

    at: datetime
    tallies: tuple[Tally, ...] = ()
    outside: tuple[Outsider, ...] = ()
    away_since: datetime | None = None
    busy: str = ""

    @property
    def lying(self) -> int:
        """Return how many entries lie in all campaigns."""
        return sum(tally.lying for tally in self.tallies)

    @property
    def ended(self) -> int:
        """Return how many of them reached an end state."""
        return sum(tally.ended for tally in self.tallies)


def page(pulse: Pulse) -> str:
    """Return the pulse as a page in markdown."""
    lines = ["# Tình hình dịch vụ", "", f"Xem hộp thư lần gần nhất: {_time(pulse.at)}. {_state(pulse)}", ""]
    if pulse.tallies:
        heads = ("Đợt", "Mục trong hộp thư", "Đã có kết quả", "Đang chép hoặc đang đọc", "Ghi chú")
        lines += [table(heads, [_row(tally) for tally in pulse.tallies]), ""]
    if pulse.outside:
        lines += ["## Mục nằm ngoài các đợt", ""]
        lines += [f"- **{plain_text(item.name)}** {item.words}." for item in pulse.outside]
    return "\n".join(lines).rstrip() + "\n"


def _state(pulse: Pulse) -> str:
    if pulse.away_since is not None:
        return (
            f"**Không thấy hộp thư từ {pulse.away_since:%H:%M}**; hệ thống chờ, không coi là tệp bị xóa. "
            "Đề nghị kiểm tra máy chủ tệp và đường mạng."
        )
    if pulse.busy:
        return f"Đang đối chiếu: {plain_text(pulse.busy)}."
    if pulse.lying == pulse.ended:
        return f"Vào {pulse.lying:02d} mục = ra {pulse.ended:02d} mục; không còn mục nào chờ."
    waiting = pulse.lying - pulse.ended
    return f"Vào {pulse.lying:02d} mục = ra {pulse.ended:02d} mục + {waiting:02d} mục đang chép hoặc đang đọc."


def _row(tally: Tally) -> tuple[str, ...]:
    waiting = tally.lying - tally.ended
    return (
        plain_text(tally.name),
        f"{tally.lying:02d}",
        f"{tally.ended:02d}",
        f"{waiting:02d}",
        plain_text(tally.trouble),
    )


class Heartbeat:
    """Publishes pulses. Nothing here stops the watching: a server or a disk that is away gets the next one."""

    def __init__(self, data: Path) -> None:
        self._file = data / _FILE
        self._last: Pulse | None = None
        self._artifact: UUID | None = None

    def due(self, now: datetime) -> bool:
        """Return whether it is time again, though nothing changed."""
        return self._last is None or now - self._last.at >= _EVERY

    def beat(self, pulse: Pulse) -> None:
        """Publish the pulse where anything but the time changed or it is time again."""
        if not self.due(pulse.at) and self._last is not None and replace(pulse, at=self._last.at) == self._last:
            return
        self._last = pulse
        with contextlib.suppress(OSError):
            put(self._file, (json.dumps(_plain(pulse), ensure_ascii=False, indent=1) + "\n").encode())
        if "PREFECT_API_URL" not in os.environ:
            return  # nobody looks; and where no server is named, Prefect's client starts one
        with contextlib.suppress(Exception):  # whatever the server or its client says: the next pulse tries again
            self._show(page(pulse))

    def _show(self, text: str) -> None:
        """Keep one page up to date: a page for each pulse would fill the list and the database."""
        from prefect.client.orchestration import get_client
        from prefect.client.schemas.actions import ArtifactCreate, ArtifactUpdate
        from prefect.exceptions import ObjectNotFound

        with get_client(sync_client=True) as client:
            if self._artifact is not None:
                try:
                    client.update_artifact(self._artifact, ArtifactUpdate(data=text))
                except ObjectNotFound:  # someone deleted the page, or the whole database
                    self._artifact = None
                else:
                    return
            made = client.create_artifact(
                ArtifactCreate(key=KEY, type="markdown", description="Tình hình dịch vụ", data=text)
            )
            self._artifact = made.id


def _plain(pulse: Pulse) -> dict[str, Any]:
    return {
        "at": pulse.at.isoformat(),
        "lying": pulse.lying,
        "ended": pulse.ended,
        "away_since": pulse.away_since.isoformat() if pulse.away_since else None,
        "busy": pulse.busy,
        "outside": [asdict(item) for item in pulse.outside],
    }


def pulse_lines(data: Path, now: datetime) -> list[str]:
    """Return what `tonghop status` says of the service: alive or not, in and out, what lies outside."""
    try:
        told = json.loads((data / _FILE).read_text("utf-8"))
        at = datetime.fromisoformat(told["at"])
        outside = [Outsider(**item) for item in told["outside"]]
        away = datetime.fromisoformat(told["away_since"]) if told["away_since"] else None
        pulse = Pulse(at, (Tally("", told["lying"], told["ended"]),), tuple(outside), away, told["busy"])
    except (OSError, ValueError, KeyError, TypeError):
        return ["Dịch vụ: chưa chạy trên thư mục dữ liệu này."]
    late = now - at > _LATE and not pulse.busy
    lines = [
        f"Dịch vụ: xem hộp thư lần gần nhất {_time(at)}."
        + (" Dịch vụ đã dừng hoặc bị treo." if late else f" {_state(pulse).replace('**', '')}")
    ]
    return lines + [f"  Ngoài các đợt: {item.name} {item.words}." for item in outside]


def _time(at: datetime) -> str:
    return f"{at:%H:%M:%S} ngày {at:%d/%m/%Y}"


def tally_of(name: str, keys: Sequence[str], states: dict[str, str], trouble: str) -> Tally:
    """Return the tally of a campaign in whose folder `keys` lie and whose entries have those end states."""
    return Tally(name, len(keys), sum(bool(states.get(key)) for key in keys), trouble)
