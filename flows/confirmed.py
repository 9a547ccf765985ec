"""The list of requirements that a person corrected and laid into the campaign's folder."""

from __future__ import annotations

from typing import ClassVar

from checks.planfile_read import Corrections, NotAPlanFile, read_planfile
from extractors.errors import TonghopError
from flows.campaign import Campaign

_LARGEST = 5 << 20  # bytes; ours has some ten thousand


class BadConfirmation(TonghopError):
    """The corrected list cannot be used; the machine's reading must not quietly take its place."""

    code, why_not = "DANH_MUC_SAI", "bad_list"
    reason: ClassVar[str] = "Không dùng được danh mục yêu cầu đã sửa: {detail}"
    remedy: ClassVar[str] = "Đề nghị lấy lại tệp yeu-cau.xlsx trong thư mục kết quả, sửa và thả lại."


def confirmed(campaign: Campaign) -> Corrections | None:
    """Return the corrections of the campaign's folder, None where nobody laid any there; raises BadConfirmation."""
    path = campaign.confirmed
    if path is None:
        return None
    try:
        if path.is_symlink() or path.stat().st_size > _LARGEST:
            raise BadConfirmation(detail="tệp quá lớn hoặc là liên kết.")
        return read_planfile(path.read_bytes())
    except OSError as error:
        raise BadConfirmation(detail="không mở được tệp.") from error
    except NotAPlanFile as error:
        raise BadConfirmation(detail=str(error)) from error
