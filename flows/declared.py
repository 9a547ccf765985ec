"""Campaigns that were declared in the form instead of a file; kept in the data folder: the inbox is never written."""

from __future__ import annotations

from pathlib import Path

import yaml

from checks.units import Unit
from extractors.errors import TonghopError
from flows.campaign import BadCampaign, campaign_id
from flows.outbox import put
from flows.unit_list import FILE, read_unit_list

FOLDER = "campaigns"


def declaration(folder: Path, data: Path) -> Path:
    """Return the `campaign.yaml` that speaks for the folder: its own, else the one that was declared."""
    own = folder / "campaign.yaml"
    return own if own.is_file() else data / FOLDER / f"{_safe(folder)}.yaml"


def undeclared(inbox: Path, data: Path) -> list[Path]:
    """Return the folders of the inbox that hold a plan and belong to no campaign yet; raises OSError."""
    return [
        folder
        for folder in sorted(inbox.iterdir())
        if folder.is_dir()
        and not folder.is_symlink()
        and any(path.is_file() and not path.name.startswith("~$") for path in folder.glob("plan.*"))
        and not declaration(folder, data).is_file()
    ]


_TERMS = ("exempt", "since", "until", "merged_into", "extended")


def units_for(folder: Path) -> tuple[Unit, ...]:
    """Return the units of `don-vi.xlsx` in the folder or in the inbox above it; raises BadUnitList, BadCampaign."""
    for place in (folder / FILE, folder.parent / FILE):
        if place.is_file():
            return read_unit_list(place.read_bytes())
    raise BadCampaign(folder=folder.name, detail="chưa thấy danh sách đơn vị don-vi.xlsx.")


def declare(folder: Path, data: Path, title: str, office: str) -> Path:
    """Keep the declaration of the campaign in `folder` and return where; raises BadUnitList, BadCampaign."""
    units = units_for(folder)
    if office not in {unit.name for unit in units}:
        raise BadCampaign(folder=folder.name, detail=f"“{office}” không có trong danh sách đơn vị.")
    told = {
        "title": title,
        "office": office,
        "units": [
            {
                "name": unit.name,
                "aliases": list(unit.aliases),
                "kind": unit.kind,
                "contact": unit.contact,
                "numbered": unit.numbered,
                **{field: value for field in _TERMS if (value := getattr(unit, field))},
            }
            for unit in units
        ],
    }
    target = data / FOLDER / f"{_safe(folder)}.yaml"
    target.parent.mkdir(parents=True, exist_ok=True)
    put(target, yaml.safe_dump(told, allow_unicode=True, sort_keys=False).encode())
    return target


def _safe(folder: Path) -> str:
    name = campaign_id(folder)
    if name in {"", ".", ".."} or "/" in name or "\0" in name:
        raise TonghopError(detail="tên thư mục không dùng được")
    return name
