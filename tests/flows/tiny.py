"""A campaign of four small Word files, and its journey in this process: no server, no child reader, no clock."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import docx

from extractors.document import Document
from extractors.readers.door import read_bytes
from extractors.readers.tools import Tools, no_converter
from flows import handover
from flows.assess import Assessment
from flows.campaign import Campaign, open_campaign
from flows.handover import drafts as handover_drafts
from flows.intake import take
from flows.journey import conclude
from flows.settings import Settings
from flows.shop import Workshop, hold_all
from ledger.ledger import Ledger
from ledger.store import Store
from templates.lots import Draft

DAY, NOW = date(2031, 7, 1), datetime.fromisoformat("2031-07-01T08:00:00+07:00")
OFFICE, UNITS = "Sở Khoa học", ("Phòng Kế hoạch", "Phòng Đo lường", "Trung tâm Ứng dụng")
_PLAN = (
    "SỞ KHOA HỌC",
    "Số: 15/KH-SKH",
    "KẾ HOẠCH",
    "Về việc tổ chức tuần lễ đo lường",
    "I. NỘI DUNG",
    "1. Các phòng, đơn vị trực thuộc xây dựng kế hoạch triển khai, gửi về Văn phòng Sở trước ngày 20/6/2031.",
    "2. Các phòng, đơn vị trực thuộc giới thiệu ít nhất 01 điển hình tiên tiến trong tháng 6/2031.",
    "3. Các phòng, đơn vị trực thuộc báo cáo kết quả thực hiện về Văn phòng Sở trước ngày 25/6/2031.",
)


def word(*lines: str) -> bytes:
    """The bytes of a Word file with those paragraphs."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    sink = io.BytesIO()
    document.save(sink)
    return sink.getvalue()


def report(unit: str, number: int, done: str = "tổ chức 02 lớp tập huấn") -> bytes:
    """A unit's report."""
    return word(
        "SỞ KHOA HỌC",
        unit.upper(),
        f"Số: {number:02d}/BC-P",
        "Ngày 18 tháng 6 năm 2031",
        "BÁO CÁO",
        "Kết quả thực hiện tuần lễ đo lường",
        f"1. {unit} đã {done} ngày 12/6/2031.",
        "2. Đề nghị biểu dương đồng chí Nguyễn Văn An, điển hình tiên tiến trong phong trào thi đua.",
    )


def build(folder: Path, files: dict[str, bytes], year: int = DAY.year) -> Path:
    """Lay a campaign of that year with those submissions into `folder` and return it."""
    (folder / "submissions").mkdir(parents=True)
    units = "\n".join(f"- {{name: {name}}}" for name in (OFFICE, *UNITS))
    (folder / "campaign.yaml").write_text(f"title: Tuần lễ đo lường\noffice: {OFFICE}\nunits:\n{units}\n", "utf-8")
    (folder / "plan.docx").write_bytes(word(*(line.replace(str(DAY.year), str(year)) for line in _PLAN)))
    for name, data in files.items():
        (folder / "submissions" / name).write_bytes(data)
    return folder


def four_files() -> dict[str, bytes]:
    """A report, its copy under another name, a bad file, and an archive that holds another unit's report."""
    first = report(UNITS[0], 1)
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w") as archive:
        archive.writestr("bao cao.docx", report(UNITS[1], 2))
    return {"a.docx": first, "ban sao.docx": first, "hong.docx": first[:700], "nop.zip": box.getvalue()}


class InlineReader:
    """Reads in this process; only for files that the tests made themselves."""

    def read(self, path: Path, name: str | None = None) -> Document:
        data = path.read_bytes()
        return read_bytes(data, name or path.name, hashlib.sha256(data).hexdigest(), Tools(None, no_converter))


def shop(folder: Path, data: Path) -> Workshop:
    """A workshop with a ledger of its own; close `ledger` afterwards."""
    reader: Any = InlineReader()
    return Workshop(open_campaign(folder), Ledger.at(data), Store(data / "store"), reader, lambda line: None)


def steps(work: Workshop, out: Path | None, now: datetime = NOW) -> Assessment:
    """What `flows.journey` does, one after the other."""
    held = hold_all(work, now)
    for item in held:
        if not item.error:
            known = (work.vault, work.ledger, work.reader, work.roster, work.roster_version)
            work.outcomes[item.sha256, item.name] = take(item.sha256, item.name, *known)
    found = conclude(work, held, DAY, Settings())
    if out is not None:
        handover.hand_over(found, work.campaign, DAY, out)
    return found


def run(folder: Path, data: Path, out: Path | None) -> Assessment:
    """One whole journey over what lies in the folder, with everything opened and closed."""
    work = shop(folder, data)
    try:
        return steps(work, out)
    finally:
        work.ledger.close()


def quick_drafts(found: Assessment, campaign: Campaign, day: date, *_: object) -> Iterator[tuple[str, Draft]]:
    """Results and one letter: all other drafts are written by the same calls and cost seconds."""
    yield next(iter(handover_drafts(found, campaign, day)))
    yield "phan-hoi/thu.docx", b"thu"
