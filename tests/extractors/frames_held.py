"""Frames of documents that were written after the grammar and read by it unseen; everything is invented."""

from __future__ import annotations

from datetime import date

# What the case is about, the text, and the fields that must come out.
HELD: list[tuple[str, str, dict[str, object]]] = [
    (
        "name wraps in the middle; no colon after Nơi nhận",
        """UBND TP. NAM HÀ
PHÒNG LAO ĐỘNG - THƯƠNG BINH
VÀ XÃ HỘI
Số: 210 /BC-LĐTBXH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
TP. Nam Hà, ngày 11 tháng 12 năm 2023
BÁO CÁO
Công tác giảm nghèo bền vững năm 2023
I. ĐẶC ĐIỂM TÌNH HÌNH
Có 3% hộ nghèo.
Nơi nhận
- UBND thành phố
- Lưu VT
KT.TRƯỞNG PHÒNG
PHÓ PHÒNG
Doãn Thị Hòa""",
        {
            "kind": "bao_cao",
            "issuer": "PHÒNG LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI",
            "parent": "UBND TP. NAM HÀ",
            "number": "210/BC-LĐTBXH",
            "issued": date(2023, 12, 11),
            "signer": "Doãn Thị Hòa",
            "signer_title": "KT.TRƯỞNG PHÒNG\nPHÓ PHÒNG",
        },
    ),
    (
        "executive committee below its union; type and subject in one line",
        """CÔNG ĐOÀN CƠ SỞ SỞ XÂY DỰNG
BAN CHẤP HÀNH
Số: 03/KH-CĐCS
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Bình, ngày 20 tháng 02 năm 2025
KẾ HOẠCH HOẠT ĐỘNG NỮ CÔNG NĂM 2025
Thực hiện Kế hoạch số 11/KH-CĐVC ngày 15/01/2025 của Công đoàn Viên chức tỉnh, Ban Chấp hành xây dựng kế hoạch:
1. Mục đích
- Nâng cao nhận thức.
TM. BAN CHẤP HÀNH
CHỦ TỊCH

Đặng Thùy Trâm""",
        {
            "kind": "ke_hoach",
            "number": "03/KH-CĐCS",
            "issued": date(2025, 2, 20),
            "subject": "HOẠT ĐỘNG NỮ CÔNG NĂM 2025",
            "signer": "Đặng Thùy Trâm",
            "signer_title": "TM. BAN CHẤP HÀNH\nCHỦ TỊCH",
        },
    ),
    (
        "health station; two addressees on the Kính gửi line",
        """TRUNG TÂM Y TẾ HUYỆN LƯƠNG TÀI
TRẠM Y TẾ XÃ PHÚ HÒA
Số: 14/BC-TYT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Phú Hòa, ngày 30/6/2024
BÁO CÁO
Hoạt động y tế 6 tháng đầu năm
Kính gửi: - Trung tâm Y tế huyện;
- UBND xã.
Trạm Y tế xã báo cáo như sau:
I/ KẾT QUẢ
1/ Khám bệnh: 2.100 lượt.
TRƯỞNG TRẠM
YS. Nguyễn Thị Mận""",
        {
            "kind": "bao_cao",
            "issuer": "TRẠM Y TẾ XÃ PHÚ HÒA",
            "parent": "TRUNG TÂM Y TẾ HUYỆN LƯƠNG TÀI",
            "number": "14/BC-TYT",
            "issued": date(2024, 6, 30),
            "addressees": ("Trung tâm Y tế huyện", "UBND xã"),
            "signer": "Nguyễn Thị Mận",
            "signer_title": "TRƯỞNG TRẠM",
        },
    ),
    (
        "a công văn that registers",
        """TỔNG CÔNG TY CẤP NƯỚC
CHI NHÁNH CẤP NƯỚC BẾN CÁT
Số: 55/CN-KH
V/v đăng ký chỉ tiêu thi đua năm 2025
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bến Cát, ngày 06 tháng 01 năm 2025
Kính gửi: Hội đồng Thi đua - Khen thưởng Tổng công ty
Căn cứ Kế hoạch số 10/KH-TCT ngày 02/01/2025, Chi nhánh đăng ký như sau:
1. Tập thể lao động tiên tiến: 04 tổ.
Nơi nhận:
- Như trên;
- Lưu: KH.
GIÁM ĐỐC
Lâm Quốc Bảo""",
        {
            "kind": "khac",
            "number": "55/CN-KH",
            "issued": date(2025, 1, 6),
            "subject": "đăng ký chỉ tiêu thi đua năm 2025",
            "signer": "Lâm Quốc Bảo",
            "signer_title": "GIÁM ĐỐC",
        },
    ),
    (
        "party committee of a department",
        """ĐẢNG BỘ TỈNH BÌNH SƠN
ĐẢNG ỦY SỞ Y TẾ
*
Số 25-KH/ĐU
ĐẢNG CỘNG SẢN VIỆT NAM
Bình Sơn, ngày 09 tháng 02 năm 2024
KẾ HOẠCH
KIỂM TRA, GIÁM SÁT NĂM 2024
-----------
Căn cứ Điều lệ Đảng;
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Nâng cao.
Nơi nhận:
- UBKT ĐUK;
- Lưu.
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
(đã ký)
Cao Bá Quát""",
        {
            "kind": "ke_hoach",
            "issuer": "ĐẢNG ỦY SỞ Y TẾ",
            "number": "25-KH/ĐU",
            "issued": date(2024, 2, 9),
            "subject": "KIỂM TRA, GIÁM SÁT NĂM 2024",
            "signer": "Cao Bá Quát",
            "signer_title": "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ",
        },
    ),
    (
        "museum; the subject cites another plan with its day",
        """SỞ VĂN HÓA VÀ THỂ THAO
BẢO TÀNG TỈNH
_______
Số: 40/BC-BT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
________
Thành phố Vân Đồn, ngày 28 tháng 10 năm 2022
BÁO CÁO
V/v kết quả thực hiện Kế hoạch số 1200/KH-SVHTT ngày 10/3/2022 của Sở Văn hóa và Thể thao
Thực hiện Kế hoạch nêu trên, Bảo tàng tỉnh báo cáo:
1. Trưng bày 03 chuyên đề.
2. Đón 12.500 lượt khách.
Nơi nhận:
- Sở VHTT;
- Lưu: VT, HCTH.
P. GIÁM ĐỐC PHỤ TRÁCH
Từ Thức""",
        {
            "kind": "bao_cao",
            "issuer": "BẢO TÀNG TỈNH",
            "parent": "SỞ VĂN HÓA VÀ THỂ THAO",
            "number": "40/BC-BT",
            "issued": date(2022, 10, 28),
            "signer": "Từ Thức",
        },
    ),
    (
        "women’s union; a short report is a report",
        """HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM
BAN CHẤP HÀNH TỈNH CAO LẠNG
***
Số: 201/BC-BTV
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Cao Lạng, ngày 01 tháng 12 năm 2024
BÁO CÁO TÓM TẮT
Kết quả công tác Hội năm 2024
I. KẾT QUẢ
TM. BAN THƯỜNG VỤ
PHÓ CHỦ TỊCH THƯỜNG TRỰC
Nông Thị Lụa""",
        {
            "kind": "bao_cao",
            "number": "201/BC-BTV",
            "issued": date(2024, 12, 1),
            "signer": "Nông Thị Lụa",
            "signer_title": "TM. BAN THƯỜNG VỤ\nPHÓ CHỦ TỊCH THƯỜNG TRỰC",
        },
    ),
    (
        "blanks as dots and an ellipsis",
        """UBND HUYỆN VŨ THƯ
ĐỘI QUẢN LÝ TRẬT TỰ ĐÔ THỊ
Số: …/KH-ĐQLTTĐT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Vũ Thư, ngày…tháng…năm 2025
KẾ HOẠCH
Ra quân lập lại trật tự đô thị
I. MỤC ĐÍCH
Lòng lề đường thông thoáng./.
ĐỘI TRƯỞNG""",
        {
            "kind": "ke_hoach",
            "number": None,
            "number_blank": True,
            "issued": None,
            "signer": None,
            "signer_title": "ĐỘI TRƯỞNG",
        },
    ),
    (
        "a note of a school group in small letters",
        """Trường Mầm non Hoa Sen
Tổ Văn phòng
Báo cáo kết quả phong trào thi đua học kỳ I
Năm học 2023 - 2024
1. Kết quả đạt được
- Tổ có 5 người.
Tổ trưởng
Đỗ Thị Nhài""",
        {"kind": "bao_cao", "number": None, "number_blank": False, "signer": "Đỗ Thị Nhài"},
    ),
    (
        "military: rank before a name with an apostrophe",
        """BỘ CHỈ HUY QUÂN SỰ TỈNH
BAN CHỈ HUY QUÂN SỰ HUYỆN ĐẮK SONG
Số: 615/BC-BCH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đắk Song, ngày 17 tháng 9 năm 2024
BÁO CÁO
Kết quả công tác tuyển quân
Kính gửi: Bộ Chỉ huy quân sự tỉnh
Ban CHQS huyện báo cáo như sau:
1. Kết quả
Giao 105 tân binh./.
Nơi nhận:
- Như kính gửi;
- Lưu: VT, TM. Th05.
CHỈ HUY TRƯỞNG
Trung tá Điểu K’Ré""",
        {
            "kind": "bao_cao",
            "issuer": "BAN CHỈ HUY QUÂN SỰ HUYỆN ĐẮK SONG",
            "parent": "BỘ CHỈ HUY QUÂN SỰ TỈNH",
            "number": "615/BC-BCH",
            "signer": "Điểu K’Ré",
            "signer_title": "CHỈ HUY TRƯỞNG",
        },
    ),
    (
        "the signature stands before the recipients",
        """SỞ KHOA HỌC VÀ CÔNG NGHỆ
QUỸ PHÁT TRIỂN KHOA HỌC
VÀ CÔNG NGHỆ
Số: 08/BC-QPTKHCN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Yên Mô, ngày 05 tháng 12 năm 2023
BÁO CÁO
Số liệu hoạt động năm 2023
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC

Vừ A Súa
Nơi nhận:
- Sở KH&CN;
- Lưu.""",
        {
            "issuer": "QUỸ PHÁT TRIỂN KHOA HỌC VÀ CÔNG NGHỆ",
            "parent": "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
            "signer": "Vừ A Súa",
            "recipients": ("Sở KH&CN", "Lưu"),
        },
    ),
    (
        "council: the chairman is named twice",
        """UỶ BAN NHÂN DÂN TỈNH
HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG
Số: 60/KH-HĐTĐKT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Phú An, ngày 22 tháng 4 năm 2024
KẾ HOẠCH
Hoạt động năm 2024 của Hội đồng Thi đua - Khen thưởng tỉnh
Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
I. MỤC TIÊU
TM. HỘI ĐỒNG
CHỦ TỊCH
CHỦ TỊCH UBND TỈNH
Nguyễn Hữu Thọ""",
        {
            "kind": "ke_hoach",
            "number": "60/KH-HĐTĐKT",
            "issuer": "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG",
            "signer": "Nguyễn Hữu Thọ",
        },
    ),
    (
        "subject over two lines in capitals; Phần thứ nhất",
        """BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG
VIỆN QUY HOẠCH THỦY LỢI
Số: 901/BC-QHTL-KHTH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 05 tháng 12 năm 2025
BÁO CÁO
TỔNG KẾT CÔNG TÁC NĂM 2025
VÀ PHƯƠNG HƯỚNG NHIỆM VỤ NĂM 2026
Phần thứ nhất
KẾT QUẢ NĂM 2025
I. ĐẶC ĐIỂM
Thuận lợi.
Nơi nhận:
- Bộ trưởng (để b/c);
- Lưu: VT, KHTH (05).
VIỆN TRƯỞNG
(Đã ký)
PGS.TS. Đỗ Hoài Nam""",
        {
            "kind": "bao_cao",
            "number": "901/BC-QHTL-KHTH",
            "issuer": "VIỆN QUY HOẠCH THỦY LỢI",
            "parent": "BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
            "subject": "TỔNG KẾT CÔNG TÁC NĂM 2025 VÀ PHƯƠNG HƯỚNG NHIỆM VỤ NĂM 2026",
            "signer": "Đỗ Hoài Nam",
            "signer_title": "VIỆN TRƯỞNG",
        },
    ),
    (
        "steering committee of a commune",
        """ỦY BAN NHÂN DÂN XÃ EA TUL
BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ
Số: 02/KH-BCĐ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Ea Tul, ngày 14 tháng 01 năm 2026
KẾ HOẠCH
Hoạt động của Ban Chỉ đạo chuyển đổi số xã năm 2026
Thực hiện Quyết định số 01/QĐ-UBND ngày 05/01/2026 của UBND xã về kiện toàn Ban Chỉ đạo; Ban Chỉ đạo ban hành Kế hoạch hoạt động như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích: Bảo đảm hiệu quả.
TM. BAN CHỈ ĐẠO
TRƯỞNG BAN
CHỦ TỊCH UBND XÃ
Y Wăn Ksơr""",
        {
            "kind": "ke_hoach",
            "number": "02/KH-BCĐ",
            "issuer": "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ",
            "parent": "ỦY BAN NHÂN DÂN XÃ EA TUL",
            "signer": "Y Wăn Ksơr",
            "signer_title": "TM. BAN CHỈ ĐẠO\nTRƯỞNG BAN\nCHỦ TỊCH UBND XÃ",
        },
    ),
    (
        "letterhead and signature laid out in tables",
        """UBND TỈNH AN HẢI\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ DU LỊCH\tĐộc lập - Tự do - Hạnh phúc
Số: 66/KH-SDL\tAn Hải, ngày 17 tháng 3 năm 2025
KẾ HOẠCH
Quảng bá du lịch năm 2025
I. MỤC TIÊU
Đón 1,2 triệu lượt khách./.
Nơi nhận:\tGIÁM ĐỐC
- UBND tỉnh (b/c);\t
- Lưu: VT.\tCung Thị Vân Anh""",
        {
            "kind": "ke_hoach",
            "number": "66/KH-SDL",
            "issued": date(2025, 3, 17),
            "issuer": "SỞ DU LỊCH",
            "parent": "UBND TỈNH AN HẢI",
            "signer": "Cung Thị Vân Anh",
            "signer_title": "GIÁM ĐỐC",
            "recipients": ("UBND tỉnh (b/c)", "Lưu: VT"),
        },
    ),
    (
        "court; blanks inside the number",
        """TÒA ÁN NHÂN DÂN TỈNH X
TÒA ÁN NHÂN DÂN HUYỆN Y
Số : 31 / BC - TA
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Huyện Y, ngày 2 tháng 6 năm 2023
BÁO CÁO THỐNG KÊ
Kết quả giải quyết án 6 tháng đầu năm 2023
1- Án hình sự: 20 vụ
CHÁNH ÁN
Giàng Seo Phử""",
        {
            "kind": "bao_cao",
            "number": "31/BC-TA",
            "issued": date(2023, 6, 2),
            "issuer": "TÒA ÁN NHÂN DÂN HUYỆN Y",
            "signer": "Giàng Seo Phử",
            "signer_title": "CHÁNH ÁN",
        },
    ),
    (
        "company; recipients on one line",
        """CÔNG TY CỔ PHẦN MÔI TRƯỜNG ĐÔ THỊ SÔNG HẬU
Số: 12-25/BC-MTĐT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sông Hậu, ngày 31 tháng 3 năm 2025
BÁO CÁO
Thu gom rác thải quý 1/2025
Kính gửi: UBND quận Bình Thủy
1. Khối lượng: 4.500 tấn.
Nơi nhận: như trên.
TỔNG GIÁM ĐỐC
Huỳnh Tấn Phát""",
        {
            "kind": "bao_cao",
            "issuer": "CÔNG TY CỔ PHẦN MÔI TRƯỜNG ĐÔ THỊ SÔNG HẬU",
            "issued": date(2025, 3, 31),
            "addressees": ("UBND quận Bình Thủy",),
            "signer": "Huỳnh Tấn Phát",
            "signer_title": "TỔNG GIÁM ĐỐC",
        },
    ),
    (
        "two columns: who approves does not sign",
        """SỞ GIÁO DỤC VÀ ĐÀO TẠO LONG GIANG
TRƯỜNG THPT CHUYÊN LÊ QUÝ ĐÔN
Số: 77/KH-LQĐ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Long Giang, ngày 10 tháng 9 năm 2024
KẾ HOẠCH GIÁO DỤC NHÀ TRƯỜNG
NĂM HỌC 2024-2025
Căn cứ Thông tư số 32/2018/TT-BGDĐT;
A. BỐI CẢNH
Trường có 36 lớp.
DUYỆT CỦA SỞ GIÁO DỤC VÀ ĐÀO TẠO\tHIỆU TRƯỞNG
\tVõ Tấn Phát""",
        {
            "kind": "ke_hoach",
            "number": "77/KH-LQĐ",
            "issuer": "TRƯỜNG THPT CHUYÊN LÊ QUÝ ĐÔN",
            "subject": "GIÁO DỤC NHÀ TRƯỜNG NĂM HỌC 2024-2025",
            "signer": "Võ Tấn Phát",
            "signer_title": "HIỆU TRƯỞNG",
        },
    ),
    (
        "signed by order of the head",
        """UBND HUYỆN TAM BÌNH
PHÒNG TƯ PHÁP
Số: 18/BC-TP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tam Bình, ngày 20 tháng 11 năm 2023
BÁO CÁO
Kết quả tuyên truyền pháp luật
(Số liệu tính đến ngày 15/11/2023)
Thực hiện Công văn số 900/STP-PBGDPL ngày 01/11/2023 của Sở Tư pháp về báo cáo tuyên truyền, Phòng Tư pháp báo cáo như sau:
I. CÔNG TÁC CHỈ ĐẠO
Đã ban hành 04 văn bản./.
Nơi nhận:
- Sở Tư pháp;
- Lưu.
TUQ. TRƯỞNG PHÒNG
CHUYÊN VIÊN
La Thị Ngân""",
        {
            "kind": "bao_cao",
            "number": "18/BC-TP",
            "issuer": "PHÒNG TƯ PHÁP",
            "signer": "La Thị Ngân",
            "signer_title": "TUQ. TRƯỞNG PHÒNG\nCHUYÊN VIÊN",
            "issued": date(2023, 11, 20),
        },
    ),
    (
        "steering committee abbreviated; title lines parted by blanks",
        """BCĐ PHONG TRÀO TDĐKXDĐSVH
HUYỆN PHÚ XUÂN
Số: 05/BC-BCĐ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Phú Xuân, ngày 1/12/2023
BÁO CÁO
Kết quả phong trào năm 2023
I. KẾT QUẢ
92% hộ đạt.
TRƯỞNG BAN


PHÓ CHỦ TỊCH UBND HUYỆN
Ma Văn Kháng""",
        {
            "kind": "bao_cao",
            "number": "05/BC-BCĐ",
            "issuer": "BCĐ PHONG TRÀO TDĐKXDĐSVH HUYỆN PHÚ XUÂN",
            "issued": date(2023, 12, 1),
            "signer": "Ma Văn Kháng",
        },
    ),
    (
        "long name with a comma; deputy abbreviated",
        """UBND THÀNH PHỐ HẢI SƠN
TRUNG TÂM VĂN HÓA, THÔNG TIN VÀ THỂ THAO
Số:   /KH-TTVHTTTT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hải Sơn, ngày 08 tháng 4 năm 2024
KẾ HOẠCH
Tổ chức Giải bóng đá thiếu niên năm 2024
I. MỤC ĐÍCH
Rèn luyện./.
KT. GIÁM ĐỐC
P. GIÁM ĐỐC
Thái Bá Du""",
        {
            "number": None,
            "number_blank": True,
            "issued": date(2024, 4, 8),
            "issuer": "TRUNG TÂM VĂN HÓA, THÔNG TIN VÀ THỂ THAO",
            "signer": "Thái Bá Du",
            "signer_title": "KT. GIÁM ĐỐC\nP. GIÁM ĐỐC",
        },
    ),
    (
        "party cell",
        """ĐẢNG BỘ SỞ TƯ PHÁP
CHI BỘ 3
*
Số 08-BC/CB3
ĐẢNG CỘNG SẢN VIỆT NAM
Hà Xuyên, ngày 3 tháng 12 năm 2024
BÁO CÁO
KIỂM ĐIỂM TẬP THỂ CHI ỦY NĂM 2024
1. Ưu điểm
Đoàn kết.
T/M CHI BỘ
BÍ THƯ
(Ký, ghi rõ họ tên)
Ninh Thị Hồng""",
        {
            "kind": "bao_cao",
            "number": "08-BC/CB3",
            "issuer": "CHI BỘ 3",
            "parent": "ĐẢNG BỘ SỞ TƯ PHÁP",
            "signer": "Ninh Thị Hồng",
            "signer_title": "T/M CHI BỘ\nBÍ THƯ",
        },
    ),
    (
        "a weekly plan in a table",
        """Phòng Kế hoạch
Kế hoạch công tác tuần 32
(Từ ngày 05/8 đến ngày 09/8/2024)
Thứ\tNội dung\tNgười thực hiện
Hai\tHọp giao ban\tCả phòng""",
        {"kind": "ke_hoach", "number_blank": False},
    ),
    (
        "bank office",
        """NGÂN HÀNG CHÍNH SÁCH XÃ HỘI
PHÒNG GIAO DỊCH HUYỆN MỘC
Số: 240/BC-NHCS
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Mộc, ngày 10 tháng 10 năm 2022
BÁO CÁO
Tín dụng chính sách 9 tháng
I. KẾT QUẢ
Dư nợ 300 tỷ.
GIÁM ĐỐC
Cù Thị Hậu""",
        {
            "kind": "bao_cao",
            "issuer": "PHÒNG GIAO DỊCH HUYỆN MỘC",
            "parent": "NGÂN HÀNG CHÍNH SÁCH XÃ HỘI",
            "number": "240/BC-NHCS",
            "signer": "Cù Thị Hậu",
        },
    ),
    (
        "the youth union writes its name where others write the motto",
        """TỈNH ĐOÀN HÀ SƠN
BCH ĐOÀN HUYỆN VÂN CANH
***
Số: 87-BC/HĐTN-TNNT
ĐOÀN TNCS HỒ CHÍ MINH
Vân Canh, ngày 12 tháng 12 năm 2024
BÁO CÁO
Tổng kết công tác Đoàn và phong trào thanh thiếu nhi năm 2024
I. KẾT QUẢ
Huyện Đoàn đã tổ chức 04 chuyến tình nguyện.
TM. BAN THƯỜNG VỤ HUYỆN ĐOÀN
BÍ THƯ
Đinh Thị Ngọc Ánh""",
        {
            "issuer": "BCH ĐOÀN HUYỆN VÂN CANH",
            "parent": "TỈNH ĐOÀN HÀ SƠN",
            "number": "87-BC/HĐTN-TNNT",
            "signer": "Đinh Thị Ngọc Ánh",
        },
    ),
    (
        "a ward of a hospital, a head of a station",
        """BỆNH VIỆN ĐA KHOA TỈNH
KHOA HỒI SỨC CẤP CỨU
Số:      /BC-HSCC
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đông Hà, ngày    tháng 6 năm 2025
BÁO CÁO
Kết quả cải tiến chất lượng 6 tháng đầu năm
I. KẾT QUẢ
Khoa đã thực hiện 02 đề án cải tiến.
TRẠM TRƯỞNG
BS. Lương Văn Hải""",
        {
            "issuer": "KHOA HỒI SỨC CẤP CỨU",
            "parent": "BỆNH VIỆN ĐA KHOA TỈNH",
            "number": None,
            "signer": "Lương Văn Hải",
            "signer_title": "TRẠM TRƯỞNG",
        },
    ),
]
