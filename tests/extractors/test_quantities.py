"""Numbers that count or measure, and numbers that only look like it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.facts import DateKind
from extractors.grammars.dates import read_dates
from extractors.grammars.quantities import find_quantities, read_quantities
from extractors.readers.builder import plain

# sentence, quantities as "op value unit" (upper after "..", ratio in brackets)
PHRASES: tuple[tuple[str, tuple[str, ...]], ...] = (
    # comparison
    ("Mỗi trạm y tế xây dựng ít nhất 02 góc truyền thông.", (">= 2 góc truyền thông",)),
    ("Tối thiểu 85% người dân tham gia bảo hiểm y tế.", (">= 85 % người dân",)),
    ("Không dưới 03 sáng kiến cấp cơ sở.", (">= 3 sáng kiến",)),
    ("Có từ 90% trở lên hộ gia đình đạt danh hiệu văn hóa.", (">= 90 % hộ gia đình",)),
    ("Phấn đấu trên 75% hồ sơ được giải quyết trực tuyến.", (">= 75 % hồ sơ",)),
    ("Cung cấp 07 phòng máy cho các điểm trường.", ("= 7 phòng máy",)),
    ("Đã cấp 240 thẻ thư viện.", ("= 240 thẻ thư viện",)),  # the verb, no level of schools
    ("Học sinh cấp 2 đạt 12 giải.", ("= 12 giải",)),
    ("Mỗi báo cáo không quá 10 trang.", ("<= 10 trang",)),
    ("Bố trí 02 không gian đọc sách, mời 05 tham luận.", ("= 2 không gian", "= 5 tham luận")),
    ("Tỷ lệ hộ nghèo giảm xuống dưới 3%.", ("<= 3 % hộ nghèo",)),
    ("Tối đa 05 cá nhân được đề nghị khen thưởng.", ("<= 5 cá nhân",)),
    ("Bố trí từ 02 đến 03 cán bộ phụ trách.", (">= 2..3 cán bộ",)),
    ("Phát thanh chuyên mục ít nhất 02 số mỗi tháng.", (">= 2 số/tháng",)),
    ("Trao 20 “Mái ấm công đoàn”.", ("= 20 Mái ấm công đoàn",)),  # the name in marks says what is counted
    ("Xử lý dứt điểm 07 hồ sơ, thí điểm 02 mô hình.", ("= 7 hồ sơ", "= 2 mô hình")),  # no "điểm 7" of a law
    ("Không dùng đồ nhựa dùng một lần.", ()),
    ("Đạt 100% kế hoạch.", ("= 100 % kế hoạch",)),
    # digits and words
    ("Thẩm định 1.245 hồ sơ đất đai.", ("= 1245 hồ sơ",)),
    ("Sản lượng lúa đạt 12.540,5 tấn.", ("= 12540.5 tấn",)),
    ("Hỗ trợ 250 triệu đồng cho 05 (năm) hộ nghèo.", ("= 250 triệu đồng", "= 5 hộ nghèo")),
    ("Biểu dương hai mươi ba đảng viên và một tập thể.", ("= 23 đảng viên", "= 1 tập thể")),
    ("Mở ba lớp dạy nghề.", ("= 3 lớp",)),
    ("Rút ra năm bài học.", ("= 5 bài",)),
    ("Chọn 01 mô hình, 02 cá nhân tiêu biểu.", ("= 1 mô hình", "= 2 cá nhân")),
    ("Trồng mới 35,5 ha rừng.", ("= 35.5 ha",)),
    ("Số lượt khám tăng 1,2 lần.", ("= 1.2 lần",)),
    # shares
    ("Có 18/21 trường (85,7%) đạt chuẩn quốc gia.", ("= 18 trường (18/21)", "= 85.7 % trường")),
    ("15/15 xã, thị trấn có tổ công nghệ số cộng đồng.", ("= 15 xã, thị trấn (15/15)",)),
    ("Mới hoàn thành 2/5 nhiệm vụ được giao.", ("= 2 nhiệm vụ (2/5)",)),
    ("Tỷ lệ trẻ em được tiêm chủng đạt 96,8%.", ("= 96.8 % trẻ em",)),
    # rhythm
    ("Đăng 04 tin, bài/tháng trên cổng thông tin.", ("= 4 tin, bài/tháng",)),
    ("Mỗi quý tổ chức ít nhất 01 buổi sinh hoạt chuyên đề.", (">= 1 buổi/quý",)),
    ("Kiểm tra 02 đợt mỗi năm.", ("= 2 đợt/năm",)),
    ("Mỗi đơn vị có ít nhất 01 mô hình.", (">= 1 mô hình",)),
    # lists of what is counted
    ("100% cán bộ, công chức, viên chức ký cam kết.", ("= 100 % cán bộ, công chức, viên chức",)),
    ("Tuyên truyền cho 350 hội viên, đoàn viên.", ("= 350 hội viên, đoàn viên",)),
    # baseline and goal
    ("Nâng tỷ lệ số hóa từ 40% lên 70%.", ("= 70 % số hóa",)),
    ("Giảm thời gian giải quyết từ 15 ngày xuống còn 10 ngày làm việc.", ("= 10 ngày làm việc",)),
    # what stands between number and noun, or before both
    ("Ít nhất mỗi quý 01 chuyên đề.", (">= 1 chuyên đề/quý",)),
    ("100% các cơ quan, đơn vị đăng ký.", ("= 100 % cơ quan, đơn vị",)),
    ("90% trở lên số hộ gia đình.", (">= 90 % hộ gia đình",)),
    ("Tổng số: 125 hồ sơ.", ("= 125 hồ sơ",)),
    ("≥ 80% hồ sơ; 80-85% hộ dân.", (">= 80 % hồ sơ", ">= 80..85 % hộ dân")),
    ("Từ 45% năm 2022 lên 60% năm 2023.", ("= 60 %",)),
    ("Hơn 300 đại biểu, gần 2.500 đoàn viên, hội viên.", (">= 300 đại biểu", "= 2500 đoàn viên, hội viên")),
    # look-alikes
    ("Thực hiện Công văn số 1187/SYT-NVY ngày 14/5/2024.", ()),
    ("Theo khoản 2 Điều 15 và Phụ lục 3.", ()),
    ("Lần thứ 2, đợt 1, giai đoạn 2, lớp 12, khối 9.", ()),
    ("Phòng thử nghiệm “5S”, phong trào “Ba nhất”.", ()),
    ("Chuẩn TCVN ISO 9001:2015, nghị quyết 19.", ()),
    ("Điện thoại 0219.3866.228.", ()),
    ("Một số đơn vị còn chậm, một phần do khách quan.", ()),
    ("Trong năm 2024 và năm 2025.", ()),
    ("Hộp thư 24/7, đường 30/4.", ()),
    ("Trong năm đơn vị không có vi phạm.", ()),
)


def said(text: str) -> tuple[str, ...]:
    dates = read_dates(text, date(2024, 6, 1))
    taken = [(item.wide, item.end) for item in dates if item.kind is not DateKind.DURATION]
    found = []
    for m in read_quantities(text, taken):
        upper = f"..{m.upper:g}" if m.upper is not None else ""
        ratio = f" ({m.ratio[0]:g}/{m.ratio[1]:g})" if m.ratio else ""
        found.append(f"{m.op} {m.value:.10g}{upper} {m.unit}{ratio}")
    return tuple(found)


@pytest.mark.parametrize(("text", "wanted"), PHRASES, ids=[row[0][:40] for row in PHRASES])
def test_phrases(text: str, wanted: tuple[str, ...]) -> None:
    assert said(text) == wanted


def test_spans_hold_number_and_unit() -> None:
    document = plain("Mục tiêu\nXây dựng ít nhất 02 mô hình mỗi năm.")
    (found,) = find_quantities(document, 9, len(document.text))
    assert found.span.quote == "02 mô hình"
    assert document.text[found.span.start : found.span.end] == found.span.quote


_PIECES = st.sampled_from(
    [
        "ít nhất ",
        "01",
        "2.300",
        "12/15",
        "%",
        " (một)",
        " mô hình",
        ", ",
        "từ ",
        " đến ",
        "năm",
        "“",
        "”",
        ".",
        "/tháng",
        " trở lên",
        "٣",
        "²",
        "\n",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=20).map("".join)))
def test_any_text_is_read_without_error(text: str) -> None:
    document = plain(text)
    for item in find_quantities(document, 0, len(document.text)):
        assert document.text[item.span.start : item.span.end] == item.span.quote
        assert item.value >= 0
