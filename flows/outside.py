"""What lies in the inbox outside of any campaign: nothing there is read, and each entry is told what to do with it."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from flows.campaign import clean_name
from flows.unit_list import FILE

_SYSTEM = {"thumbs.db", "desktop.ini", ".ds_store"}
_FILE = "nằm ngoài các đợt, không được đọc; đề nghị chuyển vào thư mục của đợt"
_FOLDER = "chưa có kế hoạch nên chưa thành một đợt; đề nghị đặt kế hoạch vào đó, tên plan.docx hoặc plan.pdf"
_SPECIAL = "là liên kết hoặc tệp đặc biệt, không được đọc; đề nghị chép chính tệp văn bản vào thư mục của đợt"
_TEMPORARY = "là tệp tạm của phần mềm soạn thảo hoặc của máy, được bỏ qua"


@dataclass(frozen=True, slots=True)
class Outsider:
    """An entry outside of any campaign, and the Vietnamese words on what becomes of it."""

    name: str
    words: str


def outsiders(inbox: Path, campaigns: Sequence[Path], asked: Sequence[Path] = ()) -> list[Outsider]:
    """Return the entries of the inbox that belong to no campaign, in the order of names; raises OSError.

    `asked` are folders with a plan whose declaration is being asked for; the office's list of units belongs to all.
    """
    known = {path.name for path in (*campaigns, *asked)} | {FILE}
    return [Outsider(clean_name(path.name), _words(path)) for path in sorted(inbox.iterdir()) if path.name not in known]


def _words(path: Path) -> str:
    mode = path.lstat().st_mode
    if stat.S_ISDIR(mode):
        return _FOLDER
    if not stat.S_ISREG(mode):
        return _SPECIAL
    name = path.name.casefold()
    return _TEMPORARY if name in _SYSTEM or name.startswith(("~$", ".~")) or name.endswith(".tmp") else _FILE
