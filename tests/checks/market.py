"""A small campaign about a market: a plan, a register, and papers written around one sentence each."""

from __future__ import annotations

from datetime import date

from checks.catalogue import examine
from checks.document_checks import Flag
from checks.judge import judge
from checks.plan import compile_plan
from checks.policy import Policy
from checks.submission import Submission
from checks.units import Register, Unit
from extractors.document import Document
from extractors.extract import extract
from extractors.readers.builder import plain
from tests.checks.papers import OFFICE, paper, report, unit_plan

UNIT = "Phòng Tổng hợp"
OTHER = "Phòng Kiểm định"
REGISTER = Register(
    (Unit(OFFICE, kind="văn phòng"), Unit(UNIT, kind="phòng", numbered=True), Unit(OTHER, kind="phòng")), OFFICE
)
DAY = date(2031, 12, 31)
PLAN = plain(
    "UBND TỈNH AN PHÚ\nSỞ CÔNG NGHỆ\nSố: 24/KH-SCN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "An Phú, ngày 10 tháng 02 năm 2031\nKẾ HOẠCH\nPhát triển chợ số năm 2031\n"
    "Thực hiện Kế hoạch số 791/KH-UBND ngày 13/01/2031 của UBND tỉnh, Sở xây dựng kế hoạch như sau:\n"
    "I. NHIỆM VỤ CỦA CÁC PHÒNG\n"
    "1. Xây dựng kế hoạch của đơn vị, gửi về Văn phòng Sở trước ngày 28/02/2031.\n"
    "2. Tổ chức ít nhất 02 lớp tập huấn bán hàng trực tuyến, hoàn thành trước ngày 30/9/2031.\n"
    "3. Mỗi phòng xây dựng ít nhất 01 mô hình chợ số, hoàn thành trước ngày 30/11/2031.\n"
    "4. Gửi báo cáo kết quả về Văn phòng Sở trước ngày 10/12/2031.\n"
    "5. Tiếp tục nâng cao nhận thức của cán bộ, công chức về chuyển đổi số trong hoạt động thương mại của địa phương.\n"
    "6. Tăng cường phối hợp giữa các phòng trong việc hỗ trợ tiểu thương tiếp cận nền tảng số một cách hiệu quả.\n"
    "7. Chú trọng công tác tuyên truyền, vận động người dân tham gia mua bán trên nền tảng số trong nước.\n"
    "Nơi nhận:\n- Các phòng;\n- Lưu: VT.\nGIÁM ĐỐC\nPhạm Hữu Lộc",
    "1" * 64,
)


def replace_text(document: Document, old: str, new: str) -> Document:
    assert old in document.text
    return plain(document.text.replace(old, new), document.sha256)


def run(*items: Submission, register: Register = REGISTER, plan: Document = PLAN) -> list[Flag]:
    facts = extract(plan)
    compiled = compile_plan(plan, facts, register)
    findings = judge(compiled, items, register, DAY)
    return list(examine(compiled, plan, facts, items, register, findings, DAY, Policy()))


def ids(*items: Submission, register: Register = REGISTER, plan: Document = PLAN) -> set[str]:
    return {flag.id for flag in run(*items, register=register, plan=plan)}


CITES = "Thực hiện Kế hoạch số 24/KH-SCN ngày 10/02/2031 của Sở Công nghệ, phòng đã có kết quả."


def said(
    text: str, cites: str = CITES, key: str = "bc.docx", unit: str = UNIT, received: str = "2031-12-21 09:00"
) -> Submission:
    return paper(key, unit, report(f"{cites}\n{text}"), received)


def planned(text: str, cites: str = CITES) -> Submission:
    return paper("kh.docx", UNIT, unit_plan(f"{cites}\n{text}"), "2031-02-21 09:00")
