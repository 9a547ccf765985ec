"""What an office may settle for itself before findings are made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta, timezone, tzinfo

# Asia/Ho_Chi_Minh keeps this offset all year; a fixed one needs no time zone data on the machine.
VIETNAM = timezone(timedelta(hours=7))


@dataclass(frozen=True)
class Policy:
    """`before_includes_day`: "trước ngày X" is kept by what arrives on X itself (with a note; practice differs).

    `zone` decides on which day a file arrived. `extended` maps (unit, requirement id) to a later last day that the
    office has granted.
    """

    before_includes_day: bool = True
    zone: tzinfo = VIETNAM
    extended: Mapping[tuple[str, str], date] = field(default_factory=dict)
