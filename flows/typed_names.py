"""What a clerk types for a campaign or a unit: the folder or the title, the name or another name, in any case."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from checks.units import Register
from extractors.errors import TonghopError
from extractors.vietnamese import fold
from flows.campaign import campaign_id
from flows.office import Office, campaign_folders


class WrongForm(TonghopError):
    """What was typed into a form cannot be used."""

    code, why_not = "PHIEU_CHUA_DUNG", "wrong_form"
    reason: ClassVar[str] = "Phiếu ghi chưa đúng: {detail}."
    remedy: ClassVar[str] = "Đề nghị mở lại phiếu, ghi lại cho đúng."


class NotKnown(TonghopError):
    """Nothing goes by that name."""

    code, why_not = "KHONG_CO_TEN", "unknown_name"
    reason: ClassVar[str] = "Không thấy {what} “{name}”; hiện có: {known}."
    remedy: ClassVar[str] = "Đề nghị mở lại phiếu, ghi theo một trong các tên đã nêu."


def campaign_named(office: Office, name: str) -> Path:
    """Return the folder of the campaign that goes by that folder name or title; raises NotKnown."""
    folders = list(campaign_folders(office.options.inbox, office.data))
    wanted = _shadow(name)
    for folder in folders:
        if wanted == _shadow(campaign_id(folder)):
            return folder
    titles = dict(office.ledger.campaigns())
    titled = [folder for folder in folders if wanted == _shadow(titles.get(campaign_id(folder), ""))]
    if len(titled) == 1:
        return titled[0]
    raise NotKnown(what="đợt", name=name, known="; ".join(campaign_id(folder) for folder in folders))


def unit_named(register: Register, name: str) -> str:
    """Return the register's name of the unit that goes by that name or another of its names; raises NotKnown."""
    wanted = _shadow(name)
    for unit in register.units:
        if wanted in {_shadow(known) for known in (unit.name, *unit.aliases)}:
            return unit.name
    raise NotKnown(what="đơn vị", name=name, known="; ".join(unit.name for unit in register.units))


def _shadow(name: str) -> str:
    return fold(" ".join(name.split()))
