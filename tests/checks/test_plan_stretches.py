"""More stretches of plans: running prose, papers and what they hold, groups without "các", numbers that ask nothing."""

from __future__ import annotations

import pytest

from tests.checks.plan_school import ALL, COMMUNES, NURSERIES, PRIMARIES, Wanted, duties

SCHOOLS = (*NURSERIES, *PRIMARIES)

# text; for each duty: words of its quote, units, amount, deadline ("start..end", "-" for none)
STRETCHES: tuple[tuple[str, Wanted, str], ...] = (
    (
        "1. Các trường xây dựng kế hoạch cụ thể, nêu rõ từng đầu việc, người phụ trách và thời hạn, gửi về Phòng GD&ĐT"
        " trước ngày 15/3/2024.",
        (("nêu rõ từng đầu việc", SCHOOLS, "-", "-"), ("gửi về Phòng GD&ĐT", SCHOOLS, "-", "..2024-03-15")),
        "what a plan has to say is one duty, its sending with the day another",
    ),
    (
        "1. Các trường xây dựng kế hoạch, trong đó đăng ký ít nhất 01 mô hình, gửi về Phòng GD&ĐT trước ngày 15/3/2024.",
        (("xây dựng kế hoạch", SCHOOLS, "-", "..2024-03-15"), ("đăng ký ít nhất 01", SCHOOLS, ">= 1", "-")),
        "the day behind what a plan has to register is that of the plan",
    ),
    (
        "1. Phòng Giáo dục và Đào tạo đôn đốc các trường gửi kế hoạch, báo cáo đúng thời hạn.",
        (("đôn đốc", ("Phòng Giáo dục và Đào tạo",), "-", "-"),),
        "to prod others into what is asked of them elsewhere lays nothing new on them",
    ),
    (
        "1. UBND các xã, phường:\n- Phối hợp và chỉ đạo các cơ quan, tổ chức trên địa bàn giữ trật tự cổng trường.\n"
        "- Thực hiện đầy đủ việc thống kê, báo cáo số liệu học sinh về Phòng GD&ĐT.",
        (("Phối hợp và chỉ đạo", COMMUNES, "-", "-"), ("việc thống kê, báo cáo", COMMUNES, "-", "-")),
        "'chỉ đạo' behind 'phối hợp và' is their own deed; deeds named after 'việc' are one",
    ),
    (
        "1. UBND xã, phường phối hợp với các trường kiểm tra hàng quán quanh cổng trường.",
        (("kiểm tra hàng quán", COMMUNES, "-", "-"),),
        "levels in a row without 'các' are all of them",
    ),
    (
        "1. Các trường trung học phổ thông và Trường Mầm non Hoa Mai diễn tập chữa cháy trước ngày 30/4/2024.",
        (("diễn tập", NURSERIES[:1], "-", "..2024-04-30"),),
        "a kind that the register does not hold is nobody's, not every school's",
    ),
    (
        "1. Các trường MN, TH, THCS tổ chức diễn tập chữa cháy trước ngày 30/4/2024.",
        (("diễn tập", SCHOOLS, "-", "..2024-04-30"),),
        "kinds written short, the noun said once",
    ),
    (
        "1. Các trường tuyên truyền nội dung 8 tiêu chí của phong trào đến phụ huynh.\n"
        "2. Các trường thực hiện đồng bộ 5 nhóm giải pháp của Đề án.\n"
        "3. Các trường dùng nguồn tiết kiệm 10% chi thường xuyên sửa chữa nhà vệ sinh.\n"
        "4. Các trường đạt ít nhất 12 tiêu chí của Bộ tiêu chí trường học an toàn.",
        (
            ("8 tiêu chí", SCHOOLS, "-", "-"),
            ("5 nhóm giải pháp", SCHOOLS, "-", "-"),
            ("10% chi thường xuyên", SCHOOLS, "-", "-"),
            ("12 tiêu chí", SCHOOLS, ">= 12", "-"),
        ),
        "the number of what is spoken of measures no deed; the number to reach does",
    ),
    (
        "1. Các trường đưa nội dung an toàn vào kế hoạch giáo dục năm học 2024 - 2025.\n"
        "2. Mỗi trường tổ chức 02 buổi diễn tập trong năm học.\n"
        "3. Mỗi trường tổ chức 01 hội thi trong học kỳ I.",
        (
            ("đưa nội dung an toàn", SCHOOLS, "-", "-"),
            ("02 buổi", SCHOOLS, "= 2", "2024-09-01..2025-05-31"),
            ("01 hội thi", SCHOOLS, "= 1", "2024-09-01..2025-01-15"),
        ),
        "the only school year that a plan names is the one in which something is due; as a name it is no deadline",
    ),
    (
        "1. Các trường tổ chức học quy chế trong quý I/2024; 100% giáo viên viết bản cam kết trước ngày 31/3/2024, riêng"
        " giáo viên nghỉ thai sản thì không phải viết.",
        (
            ("học quy chế", SCHOOLS, "-", "2024-01-01..2024-03-31"),
            ("100% giáo viên", SCHOOLS, "= 100", "..2024-03-31"),
        ),
        "a share behind a semicolon is a target of those who spoke before",
    ),
    (
        "1. Mỗi trường mầm non trồng ít nhất 20 cây trước ngày 31/5/2024. Cùng thời hạn này, mỗi xã xây dựng ít nhất 02"
        " điểm vui chơi, còn đối với các trường tiểu học thì không bắt buộc xây dựng điểm vui chơi nhưng phải tổ chức ít"
        " nhất 01 ngày hội.",
        (
            ("20 cây", NURSERIES, ">= 20", "..2024-05-31"),
            ("02 điểm vui chơi", COMMUNES[:2], ">= 2", "..2024-05-31"),
            ("01 ngày hội", PRIMARIES, ">= 1", "..2024-05-31"),
        ),
        "the same time as the sentence before; who need not do the one has to do the other",
    ),
    (
        "1. Chế độ báo cáo thực hiện như sau: các trường tiểu học báo cáo 6 tháng trước ngày 10/6/2024, các trường mầm"
        " non không phải báo cáo 6 tháng; tất cả các đơn vị gửi báo cáo năm trước ngày 15/11/2024.",
        (
            ("báo cáo 6 tháng", PRIMARIES, "-", "..2024-06-10"),
            ("báo cáo năm", ALL, "-", "..2024-11-15"),
        ),
        "two speakers behind one topic",
    ),
)


@pytest.mark.parametrize(("text", "wanted", "why"), STRETCHES)
def test_a_stretch_of_a_plan_gives_the_duties_that_a_clerk_reads(text: str, wanted: Wanted, why: str) -> None:
    given = duties(text)
    assert [item[1:] for item in given] == [(set(units), amount, day) for _, units, amount, day in wanted], why
    for (words, *_), (quote, *_rest) in zip(wanted, given, strict=True):
        assert words in quote, why
