"""Sentences and short stretches of plans, each with the duties that a careful clerk reads out of it."""

from __future__ import annotations

import pytest

from tests.checks.plan_school import ALL, COMMUNES, NURSERIES, PRIMARIES, Wanted, duties

# text; for each duty: words of its quote, units, amount, deadline ("start..end", "-" for none)
PHRASES: tuple[tuple[str, Wanted, str], ...] = (
    (
        "1. 100% giáo viên mầm non được bồi dưỡng phương pháp mới.",
        (("giáo viên mầm non", NURSERIES, "= 100", "-"),),
        "a share of people of one level is owed by the schools of that level",
    ),
    (
        "1. 100% học sinh được khám sức khỏe.",
        (("khám sức khỏe", ALL, "= 100", "-"),),
        "people of no level are everybody's",
    ),
    (
        "1. Mỗi trường xây dựng ít nhất 02 góc đọc, trong đó có 01 góc ngoài trời, hoàn thành trước ngày 30/10/2024.",
        (("02 góc đọc", (*NURSERIES, *PRIMARIES), ">= 2", "..2024-10-30"),),
        "the completion behind 'trong đó' binds the whole",
    ),
    (
        "1. Mỗi trường tổ chức ít nhất 01 ngày hội trong tháng 4/2024.\n"
        "2. Các trường treo khẩu hiệu.\n"
        "Riêng Trường Mầm non Hoa Mai do đang sửa chữa, không phải tổ chức ngày hội.",
        (
            ("ngày hội", (NURSERIES[1], *PRIMARIES), ">= 1", "2024-04-01..2024-04-30"),
            ("khẩu hiệu", (*NURSERIES, *PRIMARIES), "-", "-"),
        ),
        "an exception in another paragraph frees of the duty whose words it repeats",
    ),
    (
        "1. Phát động phong trào “Trường đẹp”, mỗi trường có tối thiểu 02 công trình.",
        (
            ("Phát động", ALL, "-", "-"),
            ("02 công trình", (*NURSERIES, *PRIMARIES), ">= 2", "-"),
        ),
        "'mỗi X có tối thiểu' behind a comma is a duty of its own",
    ),
    (
        "1. Đẩy mạnh truyền thông về an toàn; mỗi xã tổ chức ít nhất 02 buổi nói chuyện trước ngày 30/6/2024.",
        (
            ("Đẩy mạnh truyền thông", ALL, "-", "-"),
            ("02 buổi", COMMUNES[:2], ">= 2", "..2024-06-30"),
        ),
        "the same behind a semicolon, where nobody is named before it",
    ),
    (
        "1. Rà soát, thống kê thiết bị hư hỏng, báo cáo UBND huyện (qua Phòng GD&ĐT) trước ngày 15/3/2024.",
        (("Rà soát, thống kê", ALL, "-", "..2024-03-15"),),
        "what a survey finds is what is reported: one duty",
    ),
    (
        "1. Rà soát, sửa đổi nội quy, báo cáo kết quả thực hiện về Phòng GD&ĐT trước ngày 15/3/2024.",
        (
            ("Rà soát, sửa đổi nội quy", ALL, "-", "-"),
            ("báo cáo kết quả", ALL, "-", "..2024-03-15"),
        ),
        "a deed and the report on it are two",
    ),
    (
        "1. UBND cấp xã có tối thiểu 50% hồ sơ được nộp trực tuyến.",
        (("50% hồ sơ", COMMUNES, ">= 50", "-"),),
        "'cấp xã' holds wards too; 'có tối thiểu' is what they have to reach",
    ),
    (
        "1. Mỗi xã xây dựng ít nhất 01 mô hình, hoàn thành trước ngày 30/6/2024; riêng xã Phú Lâm xây dựng ít nhất"
        " 02 mô hình.",
        (
            ("01 mô hình", (COMMUNES[1],), ">= 1", "..2024-06-30"),
            ("02 mô hình", (COMMUNES[0],), ">= 2", "..2024-06-30"),
        ),
        "an exception in number alone keeps the day",
    ),
    (
        "1. Mỗi trường quyên góp tối thiểu 200 bản sách, riêng Trường Tiểu học Lê Lợi tối thiểu 500 bản, xong trước ngày"
        " 30/4/2024.",
        (
            ("200 bản sách", (*NURSERIES, PRIMARIES[1]), ">= 200", "..2024-04-30"),
            ("500 bản", (PRIMARIES[0],), ">= 500", "..2024-04-30"),
        ),
        "an exception may be no more than a name and a number",
    ),
    (
        "1. Các trường tiểu học tổ chức ít nhất 01 cuộc diễn tập trước ngày 31/8/2024; riêng Trường Tiểu học Đông Hà"
        " diễn tập thêm phương án sơ tán.",
        (
            ("01 cuộc diễn tập", PRIMARIES, ">= 1", "..2024-08-31"),
            ("diễn tập thêm", (PRIMARIES[1],), "-", "..2024-08-31"),
        ),
        "'thêm' takes nobody out of the common duty",
    ),
    (
        "1. Các trường lắp đặt hệ thống báo cháy, hoàn thành trước ngày 31/12/2024 (trừ Trường Mầm non Hoa Mai do đang"
        " xây dựng trụ sở mới).",
        (("báo cháy", (NURSERIES[1], *PRIMARIES), "-", "..2024-12-31"),),
        "a bracket at the end frees one with a reason",
    ),
    (
        "1. Về đọc sách: phấn đấu đến hết năm 2024 có tối thiểu 70% học sinh đọc sách hằng tuần (các trường tiểu học"
        " thực hiện).",
        (("70% học sinh", PRIMARIES, ">= 70", "..2024-12-31"),),
        "a bracket names who acts; a topic before the colon is no actor",
    ),
    (
        "1. Mỗi trường tiểu học hoàn thành ít nhất 03 tủ sách trước ngày 31/10/2024; mỗi trường mầm non xây dựng ít nhất"
        " 01 tủ sách.",
        (
            ("03 tủ sách", PRIMARIES, ">= 3", "..2024-10-31"),
            ("01 tủ sách", NURSERIES, ">= 1", "..2024-10-31"),
        ),
        "numbers of one thing for two groups have one day",
    ),
    (
        "1. Mỗi trường đăng ký ít nhất 01 công trình, gửi bản đăng ký về Phòng GD&ĐT trước ngày 20/3/2024.",
        (("đăng ký ít nhất 01", (*NURSERIES, *PRIMARIES), ">= 1", "..2024-03-20"),),
        "to register and to send that very paper is one duty",
    ),
    (
        "1. Các trường gửi báo cáo kết quả về Phòng GD&ĐT trước ngày 29/5/2024, trong đó nêu tên ít nhất 02 gương tiêu"
        " biểu.",
        (
            ("gửi báo cáo", (*NURSERIES, *PRIMARIES), "-", "..2024-05-29"),
            ("02 gương", (*NURSERIES, *PRIMARIES), ">= 2", "-"),
        ),
        "what the report has to hold is a duty of its own",
    ),
    (
        "1. Phát động Tháng hành động vì trẻ em (từ ngày 01/6 đến ngày 30/6/2024).\n"
        "2. Trong Tháng hành động, các trường mầm non tổ chức 01 ngày hội.",
        (
            ("Phát động", ALL, "-", "2024-06-01..2024-06-30"),
            ("01 ngày hội", NURSERIES, "= 1", "2024-06-01..2024-06-30"),
        ),
        "a time that the plan dates elsewhere and calls by its name",
    ),
    (
        "1. Mục tiêu cụ thể trong năm 2024\na) Các trường có tối thiểu 50% lớp học có tủ sách.",
        (("50% lớp học", (*NURSERIES, *PRIMARIES), ">= 50", "2024-01-01..2024-12-31"),),
        "the time at the end of a heading is that of the targets below",
    ),
    (
        "1. Thống nhất tổ chức Tuần lễ học tập với chủ đề “Đọc để lớn”. Giao các trường tiểu học:\n"
        "- Trang trí góc đọc;\n- Lựa chọn, đề nghị Sở GD&ĐT tuyên dương ít nhất 02 học sinh.",
        (
            ("Trang trí", PRIMARIES, "-", "-"),
            ("02 học sinh", PRIMARIES, ">= 2", "-"),
        ),
        "the last sentence of a paragraph leads in its list; who is asked to praise owes nothing",
    ),
    (
        "1. Các trường xây dựng kế hoạch, gửi về Phòng GD&ĐT trước ngày 31/3/2024; trong kế hoạch đăng ký 01 lớp làm điểm.",
        (
            ("xây dựng kế hoạch", (*NURSERIES, *PRIMARIES), "-", "..2024-03-31"),
            ("đăng ký 01 lớp", (*NURSERIES, *PRIMARIES), "= 1", "-"),
        ),
        "what the plan has to register is a duty of its own",
    ),
    (
        "1. Các trường mầm non rút ngắn thời gian đón trẻ xuống còn dưới 20 phút (riêng Trường Mầm non Hoa Mai không thực"
        " hiện nội dung này).",
        (("rút ngắn", (NURSERIES[1],), "<= 20", "-"),),
        "a duration may be what is measured; a bracket frees",
    ),
    (
        "1. Trang trí cổng trường: các trường mầm non treo 02 băng rôn; Trường Tiểu học Lê Lợi đăng cai hội thi.",
        (
            ("02 băng rôn", NURSERIES, "= 2", "-"),
            ("đăng cai", (PRIMARIES[0],), "-", "-"),
        ),
        "two speakers of one sentence behind a topic",
    ),
)


@pytest.mark.parametrize(("text", "wanted", "why"), PHRASES)
def test_a_stretch_of_a_plan_gives_the_duties_that_a_clerk_reads(text: str, wanted: Wanted, why: str) -> None:
    given = duties(text)
    assert [item[1:] for item in given] == [(set(units), amount, day) for _, units, amount, day in wanted], why
    for (words, *_), (quote, *_rest) in zip(wanted, given, strict=True):
        assert words in quote, why
