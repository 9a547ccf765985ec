"""Builds the Word templates that are shipped: `python -m templates.build`. The office edits its own copies in Word."""

from __future__ import annotations

import io
from datetime import date
from importlib import resources
from pathlib import Path

from templates.markup import template
from templates.package import package

SHIPPED = date(2020, 3, 5)  # the day the decree came into force: a template must not age with every build
NAMES = (
    "bao-cao-bo-sung",
    "bao-cao-nhanh",
    "bao-cao-tong-hop",
    "cong-van-don-doc",
    "de-cuong-bao-cao",
    "de-nghi-khen-thuong",
    "de-xuat-kiem-tra",
    "nhac-truoc-han",
    "phan-hoi",
    "phieu-kiem-tra",
)


def built(name: str) -> bytes:
    """Return the bytes of a shipped template, made anew from its text `<name>.mau`."""
    target = io.BytesIO()
    template(resources.files("templates").joinpath(f"{name}.mau").read_text(encoding="utf-8")).save(target)
    return package(target.getvalue(), SHIPPED)


def main() -> None:
    """Write every shipped template beside this file."""
    for name in NAMES:
        (Path(__file__).parent / f"{name}.docx").write_bytes(built(name))


if __name__ == "__main__":
    main()
