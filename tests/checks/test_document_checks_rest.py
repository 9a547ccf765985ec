"""The checks that rest on more than one sentence: file, arrival, parts of a report, plan against report; each with its peace."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checks import catalogue
from checks.document_checks import checks
from checks.recognise import CONFLICT
from checks.submission import State, Submission
from extractors.document import Note
from tests.checks.market import CITES, UNIT, ids, planned, run, said
from tests.checks.papers import paper, report

DONE = "Đã tổ chức 02 lớp tập huấn bán hàng trực tuyến ngày 12/8/2031."
LONG = "\n".join(f"Đã khảo sát {40 + n} tiểu thương tại chợ số {n}." for n in range(1, 14))
NAMED = "Biểu dương đồng chí Lê Thị Thu Hà, chuyên viên, đã hướng dẫn 40 tiểu thương mở gian hàng."


def test_every_check_of_the_catalogue_is_run() -> None:
    wired = {*catalogue._FILES, *catalogue._PAPERS, *catalogue._UNITS, "F07"}
    assert wired == set(checks())


def dispatch(type_name: str) -> Submission:
    text = report(DONE).replace("BÁO CÁO\n", f"{type_name}\n").replace("12/BC-TH", "12/TB-TH")
    return paper("tb.docx", UNIT, text, "2031-12-21 09:00")


@pytest.mark.parametrize(
    ("id", "broken", "fine"),
    [
        ("A05", replace(said(DONE), notes=(Note(CONFLICT, "Tên cơ quan không khớp ký hiệu."),)), said(DONE)),
        ("A07", replace(said(DONE), supersedes="bc-cu.docx"), said(DONE)),
        (
            "A07",
            replace(said(DONE), supersedes="bc-cu.docx"),
            replace(said(DONE), supersedes="bc-cu.docx", state=State.SUPERSEDED),
        ),
        ("A09", dispatch("THÔNG BÁO"), said(DONE)),
        ("D02", said(DONE, received="2031-12-21 09:00"), said(DONE, received="2031-12-08 09:00")),
        ("D03", said(DONE, received="2031-12-10 09:00"), said(DONE, received="2031-12-09 09:00")),
        ("E01", said(LONG), said(f"{LONG}\nII. PHƯƠNG HƯỚNG\nTiếp tục khảo sát tiểu thương.")),
        ("E12", said(LONG), said(f"{LONG}\nII. TỒN TẠI, HẠN CHẾ\nKinh phí còn thiếu.")),
        ("E12", said(LONG), said(DONE)),  # a short report has no parts
        ("E02", said("Đã khảo sát 40 tiểu thương."), said(DONE)),
        ("E05", said("Biểu dương đồng chí Lê Thị Thu Hà."), said(NAMED)),
        (
            "E08",
            said("Phòng sẽ mở lớp tập huấn.\nPhòng sẽ khảo sát tiểu thương.\nĐã họp ngày 12/8/2031.", cites=""),
            said(f"{DONE}\nPhòng sẽ khảo sát tiểu thương."),
        ),
        (
            "E09",
            said("Công tác tuyên truyền được quan tâm.\nCông tác phối hợp được tăng cường.", cites=""),
            said("Công tác tuyên truyền được quan tâm.\nĐã phát 12 tin, bài.", cites=""),
        ),
    ],
)  # fmt: skip
def test_one_paper(id: str, broken: Submission, fine: Submission) -> None:
    assert id in ids(broken), "broken"
    assert id not in ids(fine), "fine"


def test_a_paper_that_was_not_sent() -> None:
    def told(*items: Submission) -> bool:
        flags = run(*items)
        return any(flag.id == "D01" and "chưa gửi kế hoạch" in flag.message for flag in flags if flag.unit == UNIT)

    assert told(said(DONE))
    assert not told(said(DONE), planned("Tổ chức 02 lớp tập huấn bán hàng trực tuyến ngày 12/5/2031."))


def test_a_pdf_without_signature_is_hinted_at() -> None:
    item = said(DONE)
    assert item.document is not None
    assert "B08" in ids(replace(item, document=replace(item.document, format="pdf")))
    assert "B08" not in ids(item)


@pytest.mark.parametrize(("to", "told"), [("Hội Nông dân", True), ("Văn phòng Sở", False)])
def test_a_report_sent_to_somebody_else(to: str, told: bool) -> None:
    text = report(f"{CITES}\n{DONE}").replace("Phòng báo cáo kết quả", f"Kính gửi: {to}.\nPhòng báo cáo kết quả")
    text = text.replace("- Văn phòng Sở;\n", "")
    assert ("B11" in ids(paper("bc.docx", UNIT, text, "2031-12-09 09:00"))) is told


def test_a_model_other_than_the_one_registered() -> None:
    promise = planned("Xây dựng mô hình “Chợ không tiền mặt” trước ngày 30/10/2031.")
    assert "F06" in ids(promise, said("Đã xây dựng mô hình “Gian hàng số” ngày 12/8/2031, có 40 hộ tham gia."))
    assert "F06" not in ids(promise, said("Đã xây dựng mô hình “Chợ không tiền mặt” ngày 12/8/2031."))


@pytest.mark.parametrize(
    ("post", "told"), [("Phó Trưởng phòng", True), ("chuyên viên", False), ("chuyên viên Tổ Kinh doanh", False)]
)
def test_two_papers_give_one_person_two_posts(post: str, told: bool) -> None:
    again = f"Biểu dương đồng chí Lê Thị Thu Hà, {post}, đã viết 12 bài hướng dẫn bán hàng."
    assert ("F05" in ids(said(NAMED), said(again, key="bc-2.docx"))) is told
