"""The format checker: one slip, one Vietnamese sentence; a good document, none."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from extractors.errors import Broken, TooLarge
from templates.effective import Reader
from templates.format import check_format
from templates.parts import components
from tests.templates.test_report import CLEAN


def paragraphs(document: Document) -> list[Paragraph]:
    cells = [p for table in document.tables for row in table.rows for cell in row.cells for p in cell.paragraphs]
    return [*document.paragraphs, *cells]


def starting(document: Document, text: str) -> Paragraph:
    return next(p for p in paragraphs(document) if p.text.startswith(text))


def changed(change: Callable[[Document], object]) -> list[str]:
    document = docx.Document(io.BytesIO(CLEAN))
    change(document)
    target = io.BytesIO()
    document.save(target)
    return check_format(target.getvalue())


def each_run(text: str, change: Callable[[object], object]) -> Callable[[Document], object]:
    return lambda document: [change(run.font) for run in starting(document, text).runs]


def setting(name: str, value: object) -> Callable[[object], object]:
    return lambda font: setattr(font, name, value)


def form(text: str, name: str, value: object) -> Callable[[Document], object]:
    return lambda document: setattr(starting(document, text).paragraph_format, name, value)


def section(name: str, value: object) -> Callable[[Document], object]:
    return lambda document: setattr(document.sections[0], name, value)


def write(text: str, new: str) -> Callable[[Document], object]:
    def change(document: Document) -> None:
        paragraph = starting(document, text)
        for run in paragraph.runs[1:]:
            run.text = ""
        paragraph.runs[0].text = new

    return change


def red(document: Document) -> None:
    starting(document, "Trên đây").runs[0].font.color.rgb = RGBColor(0xFF, 0, 0)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (section("left_margin", Mm(20)), "Phần 1: lề trái 20 mm, quy định 30–35 mm."),
        (section("page_height", Mm(279)), "Phần 1: khổ giấy 210 × 279 mm, quy định A4 (210 × 297 mm)."),
        (section("different_first_page_header_footer", False), "Trang thứ nhất không hiển thị số trang."),
        (each_run("CỘNG HÒA", setting("size", Pt(14))), "Quốc hiệu: cỡ chữ 14, quy định 12–13"),
        (each_run("CỘNG HÒA", setting("bold", False)), "Quốc hiệu: phải in đậm"),
        (each_run("An Hải, ngày", setting("italic", False)), "Địa danh và thời gian: phải in nghiêng"),
        (each_run("Số:", setting("size", Pt(14))), "Số, ký hiệu: cỡ chữ 14, quy định 13"),
        (each_run("UBND TỈNH", setting("bold", True)), "Chưa thấy thành phần thể thức"),
        (each_run("BÁO CÁO", setting("name", "Arial")), "Tên loại văn bản: phông chữ Arial, quy định Times New Roman"),
        (each_run("Nơi nhận", setting("size", Pt(14))), "Từ “Nơi nhận”: cỡ chữ 14, quy định 12"),
        (each_run("- Lãnh đạo Sở", setting("size", Pt(13))), "Danh sách nơi nhận: cỡ chữ 13, quy định 11"),
        (form("Trên đây", "alignment", WD_ALIGN_PARAGRAPH.LEFT), "Nội dung: phải canh đều hai lề"),
        (form("Trên đây", "first_line_indent", Cm(0)), "Nội dung: lùi đầu dòng 0 cm, quy định 1–1,27 cm"),
        (form("Trên đây", "line_spacing", 2.0), "Nội dung: khoảng cách dòng 2, quy định từ dòng đơn đến 1,5 dòng"),
        (form("Trên đây", "space_after", Pt(0)), "Nội dung: khoảng cách giữa các đoạn tối thiểu 6 pt"),
        (red, "Nội dung: chữ phải màu đen"),
        (write("Độc lập", "Độc lập – Tự do – Hạnh phúc"), "Tiêu ngữ: phải ghi “Độc lập - Tự do - Hạnh phúc”"),
        (write("Số:", "Số: 5/BC-SYT"), "Số, ký hiệu: số dưới 10 phải ghi thêm số 0 ở trước"),
        (write("Số:", "Số: 15/BC - SYT"), "Số, ký hiệu: không để khoảng trắng"),
        (write("An Hải", "An Hải, ngày 5 tháng 2 năm 2031"), "Địa danh và thời gian: ngày dưới 10 và tháng 1, 2"),
        (write("- Lưu", "- Ban Giám đốc."), "Danh sách nơi nhận: dòng cuối phải là “- Lưu: …”"),
    ],
)
def test_each_slip_is_said(change: Callable[[Document], object], said: str) -> None:
    if said.startswith("Chưa thấy"):  # a superior body in bold type is taken for the issuing one: nothing is absent
        assert changed(change) == []
        return
    told = changed(change)
    assert any(line.startswith(said) for line in told), told
    assert len(told) <= 2


def test_our_own_report_has_no_slip_and_was_really_looked_at() -> None:
    assert check_format(CLEAN) == []
    document = docx.Document(io.BytesIO(CLEAN))
    roles = {part.role for part in components(document, Reader(document))}
    assert roles >= {
        "QUOC_HIEU", "TIEU_NGU", "CO_QUAN_CHU_QUAN", "CO_QUAN", "SO_KY_HIEU", "DIA_DANH", "TEN_LOAI", "TRICH_YEU",
        "KINH_GUI", "MUC", "KHOAN", "DOAN", "NOI_NHAN", "NOI_NHAN_DONG", "QUYEN_HAN", "CHUC_VU", "HO_TEN", "PHU_LUC",
    }  # fmt: skip


def test_a_blank_document_lacks_every_component() -> None:
    document = docx.Document()
    target = io.BytesIO()
    document.save(target)
    told = check_format(target.getvalue())
    assert "Chưa thấy thành phần thể thức: Quốc hiệu." in told
    assert "Chưa đánh số trang ở lề trên." not in told  # one page shows no number


def test_what_is_no_document_is_refused() -> None:
    with pytest.raises(Broken):
        check_format(b"khong phai")
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(Broken):
        check_format(other.getvalue())


def test_what_unpacks_without_end_is_refused_before_it_is_unpacked() -> None:
    target = io.BytesIO()
    with (
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("word/document.xml", "w") as entry,
    ):
        for _ in range(21):
            entry.write(bytes(10_000_000))
    with pytest.raises(TooLarge):
        check_format(target.getvalue())
