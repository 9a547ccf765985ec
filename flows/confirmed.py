"""What persons say against the machine's reading of the plan: the corrected list in the folder, and the forms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import ClassVar

from checks.confirmations import applied, joined
from checks.decision import Decision
from checks.planfile_read import Corrections, NotAPlanFile, read_planfile
from extractors.errors import TonghopError
from flows.campaign import Campaign

_LARGEST = 5 << 20  # bytes; ours has some ten thousand


class BadConfirmation(TonghopError):
    """The corrected list cannot be used; the machine's reading must not quietly take its place."""

    code, why_not = "DANH_MUC_SAI", "bad_list"
    reason: ClassVar[str] = "Không dùng được danh mục yêu cầu đã sửa: {detail}"
    remedy: ClassVar[str] = "Đề nghị lấy lại tệp yeu-cau.xlsx trong thư mục kết quả, sửa và thả lại."


def confirmed(campaign: Campaign, decisions: Sequence[Decision] = ()) -> Corrections | None:
    """Return all corrections of the plan, the later word counting, None where nobody said any; raises BadConfirmation.

    The list speaks from the moment at which it was saved.
    """
    laid = _laid(campaign)
    if laid is None:
        return applied(Corrections(), decisions) or None
    book, saved = laid
    before = [item for item in decisions if datetime.fromisoformat(item.decided_at) <= saved]
    after = [item for item in decisions if item not in before]
    return applied(joined(applied(Corrections(), before), book), after)


def _laid(campaign: Campaign) -> tuple[Corrections, datetime] | None:
    path = campaign.confirmed
    if path is None:
        return None
    try:
        stat = path.lstat()
        if path.is_symlink() or stat.st_size > _LARGEST:
            raise BadConfirmation(detail="tệp quá lớn hoặc là liên kết.")
        return read_planfile(path.read_bytes()), datetime.fromtimestamp(stat.st_mtime, UTC)
    except OSError as error:
        raise BadConfirmation(detail="không mở được tệp.") from error
    except NotAPlanFile as error:
        raise BadConfirmation(detail=str(error)) from error
