"""Builds the Word templates that are shipped: `python -m templates.build`. The office edits its own copies in Word."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

from docx.document import Document
from docx.shared import Pt

from templates.frame import (
    NUMBER_STYLE,
    PLACE_STYLE,
    add_row,
    add_section,
    bare_table,
    fill,
    grid,
    line,
    loop,
    new_document,
    rule,
    rule_below,
)
from templates.package import package

SHIPPED = date(2020, 3, 5)  # the day the decree came into force: a template must not age with every build
LEFT, RIGHT = 73.0, 92.0


def letterhead(document: Document, letter: bool) -> None:
    """Write issuing body, national title, number, place and day; a letter has its subject below the number."""
    table = bare_table(document, (LEFT, RIGHT))
    left, right = table.rows[0].cells
    fill(left, "CO_QUAN_CHU_QUAN", "{%p if co_quan_chu_quan %}")
    line(left, "CO_QUAN_CHU_QUAN", "{{ co_quan_chu_quan }}")
    line(left, "CO_QUAN_CHU_QUAN", "{%p endif %}")
    line(left, "CO_QUAN", "{{ co_quan }}")
    rule_below(left, 0.4, LEFT)
    fill(right, "QUOC_HIEU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    line(right, "TIEU_NGU", "Độc lập - Tự do - Hạnh phúc")
    rule_below(right, 0.66, RIGHT)
    low = add_row(table)
    fill(low[0], "SO_KY_HIEU", "Số:       /{{ ky_hieu }}")
    if letter:
        line(low[0], "TRICH_YEU_CV", "{{ trich_yeu }}").paragraph_format.space_before = Pt(6)
    fill(low[1], "DIA_DANH", "{{ dia_danh }}, {{ ngay_thang }}")


def addressees(document: Document, each: str = "") -> None:
    """Write "Kính gửi": on one line for one addressee, one below another for several."""
    if not each:
        line(document, "KINH_GUI", "Kính gửi: {{ kinh_gui }}.").paragraph_format.space_before = Pt(12)
        return
    line(document, "KINH_GUI", f"{{%p if {each} | length == 1 %}}")
    line(document, "KINH_GUI", f"Kính gửi: {{{{ {each}[0] }}}}.").paragraph_format.space_before = Pt(12)
    line(document, "KINH_GUI", "{%p else %}")
    line(document, "KINH_GUI", "Kính gửi:").paragraph_format.space_before = Pt(12)
    line(document, "KINH_GUI_DONG", f"{{%p for ten in {each} %}}")
    line(document, "KINH_GUI_DONG", "- {{ ten }}{{ '.' if loop.last else ';' }}").paragraph_format.left_indent = Pt(120)
    line(document, "KINH_GUI_DONG", "{%p endfor %}")
    line(document, "KINH_GUI", "{%p endif %}")


def signature(document: Document) -> None:
    """Write who receives a copy, and who signs."""
    document.add_paragraph()
    left, right = bare_table(document, (80.0, 85.0)).rows[0].cells
    fill(left, "NOI_NHAN", "Nơi nhận:")
    line(left, "NOI_NHAN_DONG", "- Như trên;")
    line(left, "NOI_NHAN_DONG", "{%p for ten in noi_nhan %}")
    line(left, "NOI_NHAN_DONG", "- {{ ten }};")
    line(left, "NOI_NHAN_DONG", "{%p endfor %}")
    line(left, "NOI_NHAN_DONG", "- Lưu: VT{% if don_vi_soan %}, {{ don_vi_soan }}{% endif %}.")
    fill(right, "QUYEN_HAN", "{%p for dong in quyen_han %}")
    line(right, "QUYEN_HAN", "{{ dong }}")
    line(right, "QUYEN_HAN", "{%p endfor %}")
    line(right, "CHUC_VU", "{{ chuc_vu }}")
    for _ in range(4):
        line(right, "CHUC_VU", "")
    line(right, "HO_TEN", "{{ ho_ten }}")


def appendix(document: Document, number: str, title: str, what: str) -> None:
    """Write the head of an appendix."""
    line(document, "PHU_LUC", f"Phụ lục{f' {number}' if number else ''}")
    line(document, "PHU_LUC_TEN", title)
    with_what = "số       /{{ ky_hieu }} ngày       tháng       năm {{ nam }} của {{ ten_co_quan }}"
    line(document, "PHU_LUC_DAN", f"(Kèm theo {what} {with_what})")
    rule(document)


def _loop(document: Document, role: str, each: str, text: str, mark: str = "") -> None:
    line(document, role, f"{{%p for {each} %}}")
    line(document, role, text, mark)
    line(document, role, "{%p endfor %}")


def _when(document: Document, condition: str) -> None:
    line(document, "DOAN", f"{{%p if {condition} %}}")


def _end(document: Document) -> None:
    line(document, "DOAN", "{%p endif %}")


def _place(document: Document, what: str) -> None:
    line(document, PLACE_STYLE, f"[Cán bộ tổng hợp bổ sung: {what}]")


def _duties(document: Document, each: str, lead: str) -> None:
    """Write a loop over duties: the lead sentence, then what units wrote."""
    line(document, "DIEM", f"{{%p for y in {each} %}}")
    line(document, "DIEM", lead, "{{ y.nguon }}")
    who, by = "{% if not y.rieng %}{{ d.don_vi }}: {% endif %}", "{% if d.theo %} (theo {{ d.theo }}){% endif %}"
    _loop(document, "GACH", "d in y.dong", f"- {who}{{{{ d.cau }}}}{by}.", "{{ d.nguon }}")
    line(document, "DIEM", "{%p endfor %}")


def consolidated() -> bytes:
    """Return the template of the consolidated report."""
    document = new_document()
    letterhead(document, letter=False)
    line(document, "TEN_LOAI", "BÁO CÁO").paragraph_format.space_before = Pt(18)
    line(document, "TRICH_YEU", "{{ trich_yeu }}")
    rule(document)
    _when(document, "kinh_gui")
    addressees(document)
    _end(document)
    opening = line(document, "DOAN", "Thực hiện {{ can_cu }} (sau đây gọi tắt là Kế hoạch), {{ ten_co_quan }} báo cáo "
                   "kết quả thực hiện, số liệu tính đến ngày {{ tinh_den }}, như sau:")  # fmt: skip
    opening.paragraph_format.space_before = Pt(12)
    _leadership(document)
    _results(document)
    _assessment(document)
    line(document, "DOAN", "Trên đây là báo cáo {{ trich_yeu_thuong }}, {{ ten_co_quan }} kính báo cáo"
         "{% if kinh_gui %} {{ kinh_gui }}{% endif %} xem xét, chỉ đạo./.")  # fmt: skip
    signature(document)
    # What closes a section stands behind its content: the list of exemplars takes its own end along when it is left
    # out, and the overview shares the page of the internal appendix, so that either may be the last.
    add_section(document, landscape=True)
    _arrivals(document)
    add_section(document)
    _when(document, "phu_luc_dien_hinh")
    _exemplars(document)
    add_section(document, landscape=True)
    _end(document)
    _overview(document)
    _when(document, "co_dan_nguon")
    add_section(document, landscape=True)
    _sources(document)
    _end(document)
    return _saved(document)


def _leadership(document: Document) -> None:
    line(document, "MUC", "I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TRIỂN KHAI THỰC HIỆN")
    line(document, "KHOAN", "1. Công tác ban hành văn bản, quán triệt, triển khai")
    line(document, "DOAN", "{{ ban_hanh.cau }}", "{{ ban_hanh.nguon }}")
    _place(document, "việc quán triệt, tuyên truyền, các văn bản chỉ đạo, hướng dẫn khác đã ban hành")
    _when(document, "gui_ke_hoach")
    line(document, "KHOAN", "2. Tình hình xây dựng, gửi kế hoạch của các {{ cac_don_vi }}")
    _loop(document, "DOAN", "c in gui_ke_hoach", "{{ c.cau }} Chi tiết tại Phụ lục I.", "{{ c.nguon }}")
    _end(document)
    line(document, "KHOAN", "{{ 3 if gui_ke_hoach else 2 }}. Công tác hướng dẫn, kiểm tra, đôn đốc")
    _duties(document, "don_doc", "{{ y.diem }}) {{ y.cau }}")
    _place(document, "kết quả hướng dẫn, kiểm tra, đôn đốc của {{ van_phong }}")


def _results(document: Document) -> None:
    line(document, "MUC", "II. KẾT QUẢ THỰC HIỆN")
    line(document, "KHOAN", "{%p for m in ket_qua %}")
    line(document, "KHOAN", "{{ m.so }}. {{ m.ten }}")
    _duties(document, "m.yeu_cau", "{{ y.diem }}) {{ y.cau }}")
    line(document, "KHOAN", "{%p endfor %}")
    _when(document, "co_dien_hinh")
    line(document, "KHOAN", "{{ ket_qua | length + 1 }}. Kết quả xây dựng điển hình, mô hình tiêu biểu")
    _when(document, "dien_hinh_chung")
    line(document, "DOAN", "{{ dien_hinh_chung.cau }}", "{{ dien_hinh_chung.nguon }}")
    _end(document)
    _loop(document, "DOAN", "y in yeu_cau_dien_hinh", "{{ y.cau }}", "{{ y.nguon }}")
    _end(document)
    _when(document, "gui_bao_cao")
    line(document, "KHOAN", "{{ ket_qua | length + (2 if co_dien_hinh else 1) }}. Việc thực hiện chế độ báo cáo")
    _loop(document, "DOAN", "c in gui_bao_cao", "{{ c.cau }}", "{{ c.nguon }}")
    line(document, "DOAN", "Tình hình gửi văn bản của từng {{ cac_don_vi }} tại Phụ lục I.")
    _end(document)


def _assessment(document: Document) -> None:
    line(document, "MUC", "III. ĐÁNH GIÁ CHUNG")
    line(document, "KHOAN", "1. Ưu điểm")
    _place(document, "nhận định chung về ưu điểm")
    line(document, "KHOAN", "2. Tồn tại, hạn chế")
    _when(document, "con_thieu")
    line(document, "DOAN", "{{ con_thieu.cau }}", "{{ con_thieu.nguon }}")
    _end(document)
    _when(document, "tu_danh_gia")
    line(document, "DOAN", "Các {{ cac_don_vi }} tự đánh giá một số tồn tại, hạn chế:")
    _loop(document, "GACH", "d in tu_danh_gia", "- {{ d.don_vi }}: {{ d.cau }}.", "{{ d.nguon }}")
    _end(document)
    _when(document, "so_chua_ket_luan")
    _place(document, "kết luận đối với {{ so_chua_ket_luan }} nội dung đang ghi nhận là chưa đạt; "
           "xem Phụ lục {{ phu_luc_doi_chieu }}")  # fmt: skip
    _end(document)
    _place(document, "nhận định về tồn tại, hạn chế")
    line(document, "KHOAN", "3. Nguyên nhân")
    _place(document, "nguyên nhân khách quan, chủ quan")
    line(document, "KHOAN", "4. Bài học kinh nghiệm")
    _place(document, "bài học kinh nghiệm; có thể bỏ khoản này")
    line(document, "MUC", "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM THỜI GIAN TỚI")
    _loop(document, "GACH", "c in sap_toi", "- {{ c.cau }}", "{{ c.nguon }}")
    _place(document, "phương hướng, nhiệm vụ trọng tâm")
    line(document, "MUC", "V. KIẾN NGHỊ, ĐỀ XUẤT")
    _when(document, "kien_nghi")
    _loop(document, "GACH", "d in kien_nghi", "- {{ d.don_vi }}: {{ d.cau }}.", "{{ d.nguon }}")
    _end(document)
    _place(document, "kiến nghị, đề xuất với cấp trên; nếu không có, ghi “Không”")


def _arrivals(document: Document) -> None:
    appendix(document, "I", "TÌNH HÌNH GỬI VĂN BẢN CỦA CÁC {{ cac_don_vi | upper }}", "Báo cáo")
    widths = (12.0, 56.0, 30.0, 32.0, 30.0, 24.0, 24.0, 42.0)
    heads = ("STT", "Đơn vị", "Văn bản phải gửi", "Thời hạn", "Số, ký hiệu; ngày văn bản", "Ngày nhận", "Tình trạng",
             "Ghi chú")  # fmt: skip
    table = grid(document, widths, heads)
    loop(
        table,
        widths,
        "h in tinh_hinh_gui",
        (
            (NUMBER_STYLE, "{{ h.stt }}", ""),
            ("BANG", "{{ h.don_vi }}", ""),
            ("BANG", "{{ h.van_ban }}", ""),
            ("BANG", "{{ h.han }}", ""),
            ("BANG", "{{ h.so_ngay }}", ""),
            (NUMBER_STYLE, "{{ h.ngay_nhan }}", ""),
            (NUMBER_STYLE, "{{ h.tinh_trang }}", ""),
            ("BANG", "{{ h.ghi_chu }}", ""),
        ),
    )


def _exemplars(document: Document) -> None:
    appendix(document, "{{ phu_luc_dien_hinh }}", "DANH SÁCH ĐIỂN HÌNH, MÔ HÌNH TIÊU BIỂU", "Báo cáo")
    widths = (12.0, 40.0, 20.0, 35.0, 58.0)
    table = grid(document, widths, ("STT", "Tên cá nhân, tập thể, mô hình", "Loại", "Chức vụ, đơn vị",
                                    "Thành tích, việc làm cụ thể; khen thưởng"))  # fmt: skip
    loop(
        table,
        widths,
        "h in dien_hinh",
        (
            (NUMBER_STYLE, "{{ h.stt }}", ""),
            ("BANG", "{{ h.ten }}", ""),
            (NUMBER_STYLE, "{{ h.loai }}", ""),
            ("BANG", "{{ h.chuc_vu_don_vi }}", ""),
            ("BANG", "{{ h.thanh_tich }}", "{{ h.nguon }}"),
        ),
    )


def _overview(document: Document) -> None:
    appendix(document, "{{ phu_luc_doi_chieu }}", "ĐỐI CHIẾU KẾT QUẢ VỚI YÊU CẦU CỦA KẾ HOẠCH", "Báo cáo")
    widths = (12.0, 18.0, 82.0, 36.0, 18.0, 14.0, 72.0)
    table = grid(document, widths, ("STT", "Mục", "Yêu cầu", "Thời hạn", "Số đơn vị", "Đạt", "Đơn vị chưa đạt"))
    loop(
        table,
        widths,
        "h in doi_chieu",
        (
            (NUMBER_STYLE, "{{ h.stt }}", ""),
            (NUMBER_STYLE, "{{ h.muc }}", ""),
            ("BANG", "{{ h.yeu_cau }}", ""),
            ("BANG", "{{ h.han }}", ""),
            (NUMBER_STYLE, "{{ h.tong }}", ""),
            (NUMBER_STYLE, "{{ h.dat }}", ""),
            ("BANG", "{{ h.chua_dat }}", ""),
        ),
    )
    document.add_paragraph().paragraph_format.line_spacing = Pt(2)


def _sources(document: Document) -> None:
    line(document, "PHU_LUC", "Phụ lục dẫn nguồn")
    line(document, "PHU_LUC_DAN", "(Lưu hành nội bộ, không gửi kèm báo cáo)")
    rule(document, width_mm=252)
    line(document, "DOAN", "1. Câu trích từ văn bản của các {{ cac_don_vi }}")
    widths = (14.0, 40.0, 46.0, 28.0, 82.0, 26.0, 16.0)
    table = grid(document, widths, ("Mã", "Đơn vị", "Tệp; số, ký hiệu", "Vị trí", "Câu nguyên văn", "Mã băm của tệp",
                                    "Người kết luận"))  # fmt: skip
    loop(
        table,
        widths,
        "h in nguon_cau",
        (
            (NUMBER_STYLE, "{{ h.ma }}", ""),
            ("BANG", "{{ h.don_vi }}", ""),
            ("BANG", "{{ h.tep }}", ""),
            ("BANG", "{{ h.vi_tri }}", ""),
            ("BANG", "“{{ h.cau }}”", ""),
            ("BANG", "{{ h.bam }}", ""),
            ("BANG", "{{ h.nguoi }}", ""),
        ),
    )
    line(document, "DOAN", "2. Số liệu và các {{ cac_don_vi }} được tính").paragraph_format.space_before = Pt(12)
    columns = (14.0, 70.0, 18.0, 150.0)
    table = grid(document, columns, ("Mã", "Nội dung", "Số lượng", "Gồm"))
    loop(
        table,
        columns,
        "h in nguon_so",
        (
            (NUMBER_STYLE, "{{ h.ma }}", ""),
            ("BANG", "{{ h.noi_dung }}", ""),
            (NUMBER_STYLE, "{{ h.so }}", ""),
            ("BANG", "{{ h.gom }}", ""),
        ),
    )


def _saved(document: Document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return package(target.getvalue(), SHIPPED)


SHIPPED_FILES = {"bao-cao-tong-hop.docx": consolidated}


def main() -> None:
    """Write every shipped template beside this file."""
    for name, make in SHIPPED_FILES.items():
        (Path(__file__).parent / name).write_bytes(make())


if __name__ == "__main__":
    main()
