"""Whom a report tells of, against what its unit did; and what a report can only promise."""

from __future__ import annotations

import pytest

from extractors.grammars.commitments_people import tells_of_somebody
from extractors.grammars.modality import campaign_modality
from tests.extractors.test_commitments import in_report

OF_SOMEBODY = [
    # clause of a report, tells of somebody, why
    ("Giàng Thị Sua, Chi hội trưởng bản Lao Chải, vận động 32 hộ di dời chuồng trại", True, "name, post, deed"),
    ("Vàng A Tủa - Bí thư chi đoàn bản Háng Gàng - sửa 12 xe đạp cho học sinh", True, "parted by dashes"),
    ("Bà Lò Thị Ún (tổ 4) hiến 120 m2 đất", True, "place in brackets"),
    ("Em Hoàng Minh Châu (8A2)", True, "a pupil and her class"),
    ("Trong đợt thi đua nổi lên ông Tráng A Páo thuyết phục 9 hộ", True, "words before the name"),
    ("Tập thể Tổ Nuôi dưỡng được Chủ tịch UBND huyện tặng Giấy khen", True, "a reward received"),
    ("Hội Nông dân xã Mường Lạn vinh dự đón nhận Cờ thi đua của tỉnh", True, "a flag received"),
    ("Lễ ra quân có sự tham gia của đồng chí Bí thư Huyện ủy", True, "a guest"),
    ("Cuộc họp có ông Sùng A Lử, Phó Chủ tịch UBND huyện", True, "a guest by name"),
    ("Biểu dương bà Lò Thị Ún, Trưởng bản Nà Hạ", False, "the verb of the unit comes first"),
    ("Tặng Giấy khen cho Tổ tự quản bản Pú Hồng", False, "a reward given"),
    ("Hội đã giúp hộ ông Lò Văn Panh sửa nhà", False, "the unit acts for somebody"),
    ("Đoàn Trường tổ chức ngày hội hiến máu, thu được 216 đơn vị", False, "a unit of the shape of a name"),
    ("Có 07 giải pháp được Hội đồng khoa học công nhận", False, "a count of what was reached"),
    ("UBND xã nhận 03 báo cáo của các thôn", False, "no reward"),
]


@pytest.mark.parametrize(("text", "wanted", "why"), OF_SOMEBODY, ids=[row[0][:40] for row in OF_SOMEBODY])
def test_tells_of_somebody(text: str, wanted: bool, why: str) -> None:
    assert tells_of_somebody(text) is wanted, why


AHEAD = [
    # report of 10 September 2024, heading above, label, why
    ("Khám sàng lọc cho 900 người trong quý IV/2024.", "I. CÔNG TÁC KHÁM", "planned", "its days lie ahead"),
    ("Phát 500 tờ rơi đến hết năm 2024.", "I. KẾT QUẢ", "planned", "an end that lies ahead"),
    ("Phát 500 tờ rơi trong tháng 8/2024.", "I. KẾT QUẢ", "done", "its days have passed"),
    ("Đã đăng ký 05 lớp mở trong tháng 10/2024.", "I. KẾT QUẢ", "done", "told as done"),
    ("Mở 02 lớp cho cộng tác viên.", "III. SẮP TỚI", "planned", "the heading looks ahead"),
    ("Mở 02 lớp cho cộng tác viên.", "C/ Tới đây", "planned", "the heading looks ahead"),
    ("Mở 02 lớp cho cộng tác viên.", "3. Việc sẽ làm", "planned", "the heading looks ahead"),
]


@pytest.mark.parametrize(("text", "heading", "label", "why"), AHEAD, ids=[f"{row[0][:30]} {row[1]}" for row in AHEAD])
def test_what_a_report_can_only_promise(text: str, heading: str, label: str, why: str) -> None:
    (found,) = in_report(text, heading)
    assert campaign_modality(found.modality) == label, why
