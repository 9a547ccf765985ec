"""Exemplars that a list, a heading or a neighbour shows to be some, and what looks like one and is none."""

from __future__ import annotations

import pytest

from benchmarks.extract import presented
from extractors.grammars.exemplars import find_exemplars
from extractors.grammars.letterhead import read_letterhead
from extractors.grammars.segments import segment
from extractors.readers.builder import plain

PHRASES = [
    # A list of models names its kind first: the quotes behind "gồm" are the models.
    (
        "Đăng ký 02 mô hình “Dân vận khéo” gồm “Nhà sạch ngõ đẹp” và “Cánh đồng không khói rơm”.",
        {"Nhà sạch ngõ đẹp", "Cánh đồng không khói rơm"},
    ),
    # Praise that is denied is none, and what came to nothing is no model to follow.
    ("Mô hình nuôi chim cút chưa được nhân rộng.", set()),
    ("Mô hình “Bếp ấm khu trọ” hoạt động không hiệu quả, đã giải thể từ tháng 6.", set()),
    ("Mô hình “Làng thông minh” mới dừng ở mức ý tưởng.", set()),
    # Good, though not yet taken up elsewhere.
    ("Mô hình “Bếp ấm khu trọ” có hiệu quả nhưng chưa được nhân rộng.", {"Bếp ấm khu trọ"}),
    ("Mô hình lúa - tôm tại xã Hòa Đông cho thu nhập gấp đôi.", {"lúa - tôm"}),
    ("Đề tài “Chọn tạo giống lạc chịu hạn” do ông Trần Bá Lộc chủ nhiệm.", set()),
    # The noun stands before the first items only.
    (
        "Có 03 mô hình nổi bật: mô hình “Tiếng trống học bài” tại thôn Đồi; mô hình “Ngõ hoa”; Bờ kè xanh của Hội Nông dân.",
        {"Tiếng trống học bài", "Ngõ hoa", "Bờ kè xanh"},
    ),
    # "bị", "vi phạm" said of others do not blame him.
    (
        "Tấm gương như anh Mùa A Sính, tài xế xe khách, đã cứu 05 người bị nạn; anh Tô Văn Lực phát hiện 12 vụ vi phạm.",
        {"Mùa A Sính", "Tô Văn Lực"},
    ),
    ("Ông Phạm Bá Lân, tài xế xe tải, đã bị xử phạt vì vi phạm nồng độ cồn.", set()),
    # The list opens without a colon.
    (
        "Nhiều hộ tiêu biểu như bà Lương Thị Eng, ông Vi Văn Pớm; hộ ông Hà Văn Khủn có 03 con học đại học.",
        {"Lương Thị Eng", "Vi Văn Pớm", "Hà Văn Khủn"},
    ),
    (
        "Đi đầu trong phong trào là Công ty May Hồng Hà với việc thay lò hơi; Nhà máy Gạch Yên Bình tận dụng nhiệt thừa.",
        {"Công ty May Hồng Hà", "Nhà máy Gạch Yên Bình"},
    ),
    # What is awarded opens the list.
    ("Danh hiệu Tập thể lao động tiên tiến: Khoa Điện lạnh; Phòng Đào tạo.", {"Khoa Điện lạnh", "Phòng Đào tạo"}),
    ("Tập thể được đề nghị tặng Cờ thi đua: Phòng Quản lý đầu tư.", {"Phòng Quản lý đầu tư"}),
    # Words that the lexicon lacks end the name before its predicate.
    ("Phòng Trợ cấp thôi việc được Giám đốc Sở tặng Giấy khen.", {"Phòng Trợ cấp thôi việc"}),
    ("Khoa Châm cứu - Dưỡng sinh là tập thể điển hình.", {"Khoa Châm cứu - Dưỡng sinh"}),
    # Deeds told side by side: one of them is known to be good, and nobody is blamed.
    (
        "Điều dưỡng Ngô Thị Bưởi chăm người già neo đơn; y sĩ Lò Văn Inh hiến máu 30 lần; dược sĩ Tạ Thu Hà sưu tầm bài thuốc.",
        {"Ngô Thị Bưởi", "Lò Văn Inh", "Tạ Thu Hà"},
    ),
    ("Các hộ thoát nghèo tiêu biểu: hộ A Thuih trồng sâm dây; hộ Y Blưn nuôi dê.", {"A Thuih", "Y Blưn"}),
    # "phải kể đến" governs the whole list; who only was sent or caught is nobody's example.
    (
        "Trong đó phải kể đến gia đình bà Lê Thị Ngát hiến 300 m2 đất, gia đình ông Tô Bá Hợp tự tháo dỡ 40 m tường.",
        {"Lê Thị Ngát", "Tô Bá Hợp"},
    ),
    ("Bà Tạ Thị Nhàn dũng cảm giúp Công an bắt giữ Lê Văn Tèo (SN 1990).", {"Tạ Thị Nhàn"}),
    ("Ông Lù Seo Páo, dân tộc Phù Lá, là tấm gương giữ rừng.", {"Lù Seo Páo"}),
    # Models without quotation marks, told in a row.
    (
        "Xã có 03 mô hình được công nhận kiểu mẫu, gồm: Ngõ hoa giấy, Hàng rào râm bụt và Nhà vườn sinh thái.",
        {"Ngõ hoa giấy", "Hàng rào râm bụt", "Nhà vườn sinh thái"},
    ),
    ("Có 05 mô hình của các đơn vị: phòng A đăng ký 02, phòng B đăng ký 03.", set()),
    ("Đặc biệt, mô hình Xe sách lưu động đã phục vụ 21 trường học.", {"Xe sách lưu động"}),
    # Names of crews and desks, and of places that are the first of their kind.
    (
        "Tập thể tiêu biểu: Tổ tuần tra bảo vệ rừng cộng đồng thôn Khe Dứa.",
        {"Tổ tuần tra bảo vệ rừng cộng đồng thôn Khe Dứa"},
    ),
    ("Đội múa lân khu phố 5 đạt giải Nhì Liên hoan tỉnh.", {"Đội múa lân khu phố 5"}),
    ("Giấy khen của Giám đốc cho Tổ Thu - Sổ thẻ và bà Phạm Lan Hương.", {"Tổ Thu - Sổ thẻ", "Phạm Lan Hương"}),
    ("Buôn Krông A được chọn làm điểm và là buôn đầu tiên của xã đạt chuẩn.", {"Buôn Krông A"}),
    # What the State laid down for all, what is asked of a unit, whom to send papers to.
    ("Duy trì mô hình “Một cửa” có hiệu quả.", set()),
    ("Hồ sơ đề nghị tặng Bằng khen gửi về Hội đồng Thi đua (chị Huệ).", set()),
    ("Hồ sơ đề nghị tặng Bằng khen gửi qua địa chỉ email của đ/c Huệ, Công đoàn ngành.", set()),
    # A number behind "khu vực", the kind of place behind another, and the verb behind a post.
    (
        "Đội Chữa cháy và cứu nạn, cứu hộ Khu vực 2 được Bộ Công an tặng Bằng khen.",
        {"Đội Chữa cháy và cứu nạn, cứu hộ Khu vực 2"},
    ),
    ("Tập thể tiêu biểu: Khu phố Thạnh Lợi, phường An Khê.", {"Khu phố Thạnh Lợi"}),
    ("Đồng chí Tạ Quang Khải - Bí thư Thành Đoàn trao biểu trưng cho các gương tiêu biểu.", set()),
    ("Kế hoạch 2027: triển khai mô hình “Trạm sạc xanh”.", {"Trạm sạc xanh"}),
    # A row of a list told in a line.
    (
        "- Tập thể Phòng Kế toán; đơn vị công tác: Chi cục Thú y; thành tích: vượt 13% chỉ tiêu; hình thức: Giấy khen.",
        {"Phòng Kế toán"},
    ),
    # Who was caught, and whom a meeting refused.
    ("Trong vụ bắt đối tượng Lê Văn Tèo, anh Lưu Văn Thạo đã mưu trí khống chế, được khen thưởng.", {"Lưu Văn Thạo"}),
    ("Không bình chọn hộ ông Phú Văn Tảo là gia đình văn hóa tiêu biểu.", set()),
    ("Thành viên vay vốn làm ăn hiệu quả có bà Trượng Thị Chín, ông Qua Đình Tư.", {"Trượng Thị Chín", "Qua Đình Tư"}),
    ("Cá nhân tiêu biểu: cô đỡ thôn bản Pi Năng Thị Hồ đỡ đẻ an toàn 62 ca.", {"Pi Năng Thị Hồ"}),
    # "như" hands on the praise of what stands before it; many models are none.
    (
        "Một số học viên đã vươn lên làm giàu như chị Lý Mùi Chạn (xã Yên) mở xưởng may; anh Dương Văn Quý mở quán.",
        {"Lý Mùi Chạn", "Dương Văn Quý"},
    ),
    ("Nhiều mô hình dạy nghề gắn với việc làm đạt hiệu quả cao.", set()),
    # A number ends the name of a team.
    ("Công ty khen thưởng Tổ Sao chè 1, Tổ Thu hái Tà Sùa.", {"Tổ Sao chè 1", "Tổ Thu hái Tà Sùa"}),
    # The words of a slogan govern nobody; what was registered and works is no hope.
    ("Tuyên dương “Thanh niên làm theo lời Bác”: Vũ Đình Phúc An, Thạch Sô Phy.", {"Vũ Đình Phúc An", "Thạch Sô Phy"}),
    ("Mô hình “Hẻm không rác” do Khu phố Hòa Thuận xây dựng được Đảng ủy công nhận.", {"Hẻm không rác"}),
    ("Bà Cụt Thị Hiêng là tấm gương giữ nghề dệt.", {"Cụt Thị Hiêng"}),
]
HEAD = """{head}
Số: {number}
Hòa An, ngày 02 tháng 12 năm 2024
{kind}
{subject}
"""
# A list that the preamble, the subject or a heading opens.
DOCUMENTS = [
    (
        ("HỘI LÀM VƯỜN", "6/TTr-HLV", "TỜ TRÌNH", "V/v đề nghị khen thưởng năm 2024"),
        """Căn cứ kết quả bình xét, Hội đề nghị Chủ tịch UBND huyện tặng Giấy khen cho các tập thể, cá nhân sau:
*Tập thể:
1. Chi hội thôn Đồng Vẽ
2. Chi đoàn Công an huyện;
*Cá nhân:
1. Đồng chí Lữ Thị Nem, Chi hội trưởng;
2. Đồng chí Mạc Văn Thụ - hội viên;
Kính đề nghị Chủ tịch UBND huyện xem xét.
""",
        {"Chi hội thôn Đồng Vẽ", "Chi đoàn Công an huyện", "Lữ Thị Nem", "Mạc Văn Thụ"},
    ),
    (
        ("PHÒNG Y TẾ", "7/TB-PYT", "THÔNG BÁO", "Kết quả xét chọn gương điển hình năm 2024"),
        """Phòng Y tế thông báo kết quả xét chọn như sau:
I. TẬP THỂ (02)
1. Ban công tác Mặt trận khu phố Bàng, phường Hạ Lý
2. Giáo xứ Vĩnh Hòa, xã Lộc Sơn
II. CÁ NHÂN (01)
1. Linh mục Phan Văn Quyết - Quản xứ Vĩnh Hòa
III. MÔ HÌNH (02)
1. “Xứ đạo không rác”
2. Trạm y tế xanh (xã Lộc Sơn)
""",
        {
            "Ban công tác Mặt trận khu phố Bàng",
            "Giáo xứ Vĩnh Hòa",
            "Phan Văn Quyết",
            "Xứ đạo không rác",
            "Trạm y tế xanh",
        },
    ),
    (
        ("PHÒNG Y TẾ", "8/BC-PYT", "BÁO CÁO", "Kết quả kinh tế tập thể năm 2024"),
        """I. ĐIỂN HÌNH
1. Hợp tác xã Rau sạch Cồn Bãi: doanh thu 4,2 tỷ đồng.
2. HTX Chè Suối Lừa: liên kết với 210 hộ trồng chè.
II. CÁC MÔ HÌNH HIỆU QUẢ
- Ủ phân từ vỏ cà phê tại xã Lộc Sơn;
- Tổ chức 03 lớp tập huấn cho 120 hộ.
""",
        {"Hợp tác xã Rau sạch Cồn Bãi", "HTX Chè Suối Lừa", "Ủ phân từ vỏ cà phê"},
    ),
    (
        ("PHÒNG Y TẾ", "4/BC-PYT", "BÁO CÁO", "Kết quả năm 2024"),
        "II. TẬP THỂ, CÁ NHÂN TIÊU BIỂU\nSTT\tNội dung\tThành tích đạt được\tHình thức khen thưởng\n"
        "1\tTrạm Y tế xã Lộc Sơn\tDẫn đầu 12 chỉ tiêu\tGiấy khen\n2\tBs. Vũ Thị Nga\tLập sổ điện tử\tBằng khen\n",
        {"Trạm Y tế xã Lộc Sơn", "Vũ Thị Nga"},  # no column is headed as one of names: they stand first
    ),
    (
        ("PHÒNG Y TẾ", "2/BC-PYT", "BÁO CÁO", "Kết quả năm 2024"),
        "TT\tNgày phát\tNhân vật\tNội dung\n1\t12/3/2024\tNghệ nhân ưu tú Vi Khăm Piu\tTruyền dạy chữ Thái cổ\n",
        set(),  # whom a programme was about is praised only where something says so
    ),
    (
        ("PHÒNG Y TẾ", "6/BC-PYT", "BÁO CÁO", "Kết quả năm 2024"),
        """II. NHỮNG TẤM GƯƠNG ĐIỂN HÌNH
1. Về tập thể: Đảng bộ xã Lộc Sơn nhiều năm hoàn thành xuất sắc nhiệm vụ; Xóm Nà Cút không có hộ nghèo.
2. Về cá nhân: ông Giàng Văn Pạo giúp 07 hộ thoát nghèo.
III. Câu lạc bộ “Sli lượn học đường” hoạt động hiệu quả, được nhân rộng ra 03 trường.
IV. Năm 2025: tuyên dương 50 gương sống đẹp; ra mắt mô hình “Trạm sạc xanh”.
""",
        {"Đảng bộ xã Lộc Sơn", "Xóm Nà Cút", "Giàng Văn Pạo", "Sli lượn học đường"},
    ),
    (
        ("ĐÀI PHÁT THANH", "7/PTTH-TS", "", "V/v cung cấp danh sách gương người tốt, việc tốt"),
        """Kính gửi: Phòng Nội vụ.
Thực hiện đề nghị của Phòng, Đài cung cấp danh sách các gương người tốt, việc tốt đã phát sóng như sau:
1. Ông Nguyễn Hữu Pịn - người giữ nghề rèn;
2. Vợ chồng anh Mã A Lành - nhận nuôi 4 trẻ mồ côi.
""",
        {"Nguyễn Hữu Pịn", "Mã A Lành"},
    ),
    (
        ("PHÒNG Y TẾ", "5/BC-PYT", "BÁO CÁO", "Kết quả năm 2024"),
        """1. Phòng đăng ký và thực hiện có hiệu quả mô hình “Khám bệnh tại nhà”, đã phục vụ 46 lượt.
2. Các mô hình hay, cách làm hiệu quả của Mặt trận và các tổ chức thành viên:
- “Gian hàng 0 đồng” của Ban công tác Mặt trận khu phố Bàng;
- Tổ tự quản bảo vệ môi trường kênh Ngang;
""",
        {"Khám bệnh tại nhà", "Gian hàng 0 đồng", "Tổ tự quản bảo vệ môi trường kênh Ngang"},
    ),
    (
        ("PHÒNG DÂN TỘC", "5/BC-PDT", "BÁO CÁO", "Kết quả năm 2024"),
        """I. NGƯỜI CÓ UY TÍN
Phòng báo cáo một số điển hình như sau:
1. Ông Vàng Seo Tỉn, thôn Sín Hồ: 20 năm làm trưởng thôn.
2. Bà Tẩn Mùi Sểnh phục dựng điệu páo dung.
Ngoài ra, các ông Giàng A Chu, Cháng Seo Vư được cử đi tham quan.
""",
        {"Vàng Seo Tỉn", "Tẩn Mùi Sểnh"},  # a line without a number ends the list
    ),
    (
        ("PHÒNG Y TẾ", "9/BC-PYT", "BÁO CÁO", "Kết quả thi đua, điển hình tiên tiến năm 2024"),
        """Thực hiện kế hoạch về nhân rộng điển hình tiên tiến, Phòng Y tế báo cáo kết quả như sau:
1. Đồng chí Trần Bá Lộc dự 04 cuộc họp giao ban.
2. Phòng tổ chức 02 lớp tập huấn.
""",
        set(),  # the preamble opens the whole report and announces nobody
    ),
]


@pytest.mark.parametrize(("text", "names"), PHRASES, ids=[text[:40] for text, _ in PHRASES])
def test_phrases(text: str, names: set[str]) -> None:
    assert {item.name for item in presented(text)} == names


@pytest.mark.parametrize(("frame", "body", "names"), DOCUMENTS, ids=[frame[1] for frame, _, _ in DOCUMENTS])
def test_documents(frame: tuple[str, str, str, str], body: str, names: set[str]) -> None:
    head, number, kind, subject = frame
    document = plain(HEAD.format(head=head, number=number, kind=kind, subject=subject) + body)
    segments = segment(document)
    found = find_exemplars(document, segments, read_letterhead(document, segments))
    assert {item.name for item in found if not item.planned} == names
