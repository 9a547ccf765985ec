"""Frames of documents in the styles of many offices; all bodies, numbers and names are invented."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.document import Cell, Part, Source
from extractors.facts import Letterhead
from extractors.grammars.letterhead import read_letterhead
from extractors.grammars.segments import segment
from extractors.readers.builder import Piece, build, plain
from tests.extractors.frames_held import HELD

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"


def read(text: str) -> Letterhead:
    document = plain(text)
    return read_letterhead(document, segment(document))


# Each case: why it is here, the text, and the fields that must come out.
CASES: list[tuple[str, str, dict[str, object]]] = [
    (
        "hospital under a department; academic title before the name",
        f"""SỞ Y TẾ TỈNH AN BÌNH
BỆNH VIỆN ĐA KHOA KHU VỰC PHƯỚC LONG
Số: 318/KH-BVPL
{MOTTO}
Phước Long, ngày 07 tháng 02 năm 2024
KẾ HOẠCH
Cải tiến chất lượng bệnh viện năm 2024
Căn cứ Thông tư số 35/2024/TT-BYT ngày 16/11/2024 của Bộ trưởng Bộ Y tế;
Bệnh viện xây dựng kế hoạch như sau:
I. MỤC TIÊU
Giảm thời gian chờ khám xuống dưới 90 phút./.
Nơi nhận:
- Sở Y tế (b/c);
- Lưu: VT, QLCL.
GIÁM ĐỐC
BS.CKII. Lò Thị Minh Châu""",
        {
            "kind": "ke_hoach",
            "issuer": "BỆNH VIỆN ĐA KHOA KHU VỰC PHƯỚC LONG",
            "parent": "SỞ Y TẾ TỈNH AN BÌNH",
            "number": "318/KH-BVPL",
            "issued": date(2024, 2, 7),
            "place": "Phước Long",
            "subject": "Cải tiến chất lượng bệnh viện năm 2024",
            "signer": "Lò Thị Minh Châu",
            "signer_title": "GIÁM ĐỐC",
            "recipients": ("Sở Y tế (b/c)", "Lưu: VT, QLCL"),
        },
    ),
    (
        "commune: the name wraps after UBND, three authority lines",
        f"""ỦY BAN NHÂN DÂN
XÃ TÂN HÒA
Số: 05/BC-UBND
{MOTTO}
Tân Hòa, ngày 3 tháng 4 năm 2025
BÁO CÁO
Kết quả xây dựng nông thôn mới quý I năm 2025
Kính gửi: Phòng Nông nghiệp và Môi trường huyện
Thực hiện Công văn số 88/NNMT ngày 20/3/2025 của Phòng Nông nghiệp và Môi trường, UBND xã báo cáo như sau:
1. Kết quả
Đã làm 3 km đường./.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Y Bhiêng Niê
Nơi nhận:
- Như trên;
- Lưu: VT.""",
        {
            "kind": "bao_cao",
            "issuer": "ỦY BAN NHÂN DÂN XÃ TÂN HÒA",
            "parent": None,
            "number": "05/BC-UBND",
            "issued": date(2025, 4, 3),
            "signer": "Y Bhiêng Niê",
            "signer_title": "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
            "addressees": ("Phòng Nông nghiệp và Môi trường huyện",),
            "recipients": ("Như trên", "Lưu: VT"),
        },
    ),
    (
        "party paper: no motto of the state, symbol with a hyphen first",
        """ĐẢNG BỘ HUYỆN KIM SƠN
ĐẢNG ỦY XÃ ĐỒNG LẠC
*
Số 41-BC/ĐU
ĐẢNG CỘNG SẢN VIỆT NAM
Đồng Lạc, ngày 28 tháng 11 năm 2023
BÁO CÁO
kết quả lãnh đạo phát triển kinh tế - xã hội năm 2023
-----
Thực hiện Hướng dẫn số 12-HD/HU ngày 02/11/2023 của Ban Thường vụ Huyện ủy, Đảng ủy xã báo cáo như sau:
I- TÌNH HÌNH
Đảng bộ có 14 chi bộ.
Nơi nhận:
- Thường trực Huyện ủy,
- Lưu VPĐU.
T/M ĐẢNG ỦY
BÍ THƯ
Trịnh Hữu Nghĩa""",
        {
            "kind": "bao_cao",
            "issuer": "ĐẢNG ỦY XÃ ĐỒNG LẠC",
            "parent": "ĐẢNG BỘ HUYỆN KIM SƠN",
            "number": "41-BC/ĐU",
            "issued": date(2023, 11, 28),
            "signer": "Trịnh Hữu Nghĩa",
            "signer_title": "T/M ĐẢNG ỦY\nBÍ THƯ",
        },
    ),
    (
        "both halves of the frame on one line, as column-wise PDF text gives them",
        """UBND TỈNH HÀ XUYÊN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ GIÁO DỤC VÀ ĐÀO TẠO Độc lập - Tự do - Hạnh phúc
Số: 1207/KH-SGDĐT Hà Xuyên, ngày 15 tháng 8 năm 2024
KẾ HOẠCH
Tổ chức hội thi giáo viên dạy giỏi cấp tỉnh
Căn cứ Thông tư số 22/2019/TT-BGDĐT ngày 20/12/2019 của Bộ Giáo dục và Đào tạo;
Sở ban hành kế hoạch như sau:
I. MỤC ĐÍCH
Tôn vinh nhà giáo./.
Nơi nhận: KT. GIÁM ĐỐC
- Các phòng; PHÓ GIÁM ĐỐC
- Lưu: VT, GDTrH.
Ngô Thị Bạch Tuyết""",
        {
            "kind": "ke_hoach",
            "issuer": "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
            "parent": "UBND TỈNH HÀ XUYÊN",
            "number": "1207/KH-SGDĐT",
            "issued": date(2024, 8, 15),
            "place": "Hà Xuyên",
            "signer": "Ngô Thị Bạch Tuyết",
            "signer_title": "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC",
        },
    ),
    (
        "halves parted by wide blanks",
        """UBND HUYỆN MƯỜNG ẢNG          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
PHÒNG TÀI NGUYÊN VÀ MÔI TRƯỜNG          Độc lập - Tự do - Hạnh phúc
Số: 77/BC-TNMT          Mường Ảng, ngày 30 tháng 6 năm 2023
BÁO CÁO
Công tác quản lý đất đai 6 tháng đầu năm 2023
I. KẾT QUẢ
Cấp 120 giấy chứng nhận./.
Nơi nhận:          TRƯỞNG PHÒNG
- UBND huyện;
- Lưu: VT.          Quàng Văn Inh""",
        {
            "issuer": "PHÒNG TÀI NGUYÊN VÀ MÔI TRƯỜNG",
            "parent": "UBND HUYỆN MƯỜNG ẢNG",
            "number": "77/BC-TNMT",
            "issued": date(2023, 6, 30),
            "signer": "Quàng Văn Inh",
            "signer_title": "TRƯỞNG PHÒNG",
            "recipients": ("UBND huyện", "Lưu: VT"),
        },
    ),
    (
        "number and day never filled in",
        f"""SỞ NỘI VỤ
CHI CỤC VĂN THƯ - LƯU TRỮ
Số:        /BC-CCVTLT
{MOTTO}
Hòa Thịnh, ngày      tháng 9 năm 2024
BÁO CÁO
Công tác lưu trữ
1. Kết quả
Đã chỉnh lý 50 mét tài liệu.
CHI CỤC TRƯỞNG""",
        {
            "number": None,
            "number_blank": True,
            "issued": None,
            "issued_text": "ngày tháng 9 năm 2024",
            "issuer": "CHI CỤC VĂN THƯ - LƯU TRỮ",
            "signer": None,
            "signer_title": "CHI CỤC TRƯỞNG",
        },
    ),
    (
        "no number line at all is no blank one",
        f"""PHÒNG VĂN HÓA - XÃ HỘI
{MOTTO}
Bình Minh, ngày 25 tháng 6 năm 2026
BÁO CÁO CÔNG TÁC TUẦN 26
(Từ ngày 22/6/2026 đến ngày 26/6/2026)
I. Kết quả
Tiếp nhận 14 hồ sơ.
NGƯỜI BÁO CÁO
Đinh Công Tráng""",
        {
            "kind": "bao_cao",
            "number": None,
            "number_blank": False,
            "issued": date(2026, 6, 25),
            "subject": "CÔNG TÁC TUẦN 26 (Từ ngày 22/6/2026 đến ngày 26/6/2026)",
            "signer": "Đinh Công Tráng",
        },
    ),
    (
        "a công văn has no type; V/v wraps; several addressees",
        f"""UBND TỈNH LẠC SƠN
SỞ TÀI CHÍNH
Số: 2210/STC-QLNS
V/v báo cáo tình hình thực hiện
dự toán năm 2024
{MOTTO}
Lạc Sơn, ngày 14 tháng 10 năm 2024
Kính gửi:
- Các sở, ban, ngành tỉnh;
- UBND các huyện, thành phố.
Thực hiện Quyết định số 1520/QĐ-UBND ngày 08/12/2023 của UBND tỉnh, Sở Tài chính đề nghị gửi báo cáo trước ngày 25/10/2024.
Nơi nhận:
- Như trên;
- Lưu: VT, QLNS.
TL. GIÁM ĐỐC
TRƯỞNG PHÒNG QUẢN LÝ NGÂN SÁCH
Âu Thị Thùy Dương""",
        {
            "kind": "khac",
            "type_name": "",
            "number": "2210/STC-QLNS",
            "subject": "báo cáo tình hình thực hiện dự toán năm 2024",
            "addressees": ("Các sở, ban, ngành tỉnh", "UBND các huyện, thành phố"),
            "signer": "Âu Thị Thùy Dương",
            "signer_title": "TL. GIÁM ĐỐC\nTRƯỞNG PHÒNG QUẢN LÝ NGÂN SÁCH",
        },
    ),
    (
        "joint plan: two bodies, two columns of signers; the first issuer above, the second signs last",
        f"""LIÊN ĐOÀN LAO ĐỘNG TỈNH
SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH
Số: 09/KHLT-LĐLĐ-SVHTTDL
{MOTTO}
Bắc Hà, ngày 12/5/2024
KẾ HOẠCH LIÊN TỊCH
Tổ chức hội thao công nhân lao động năm 2024
I. MỤC ĐÍCH
Rèn luyện sức khỏe./.
Nơi nhận:
- Lưu: VT.""",
        {
            "kind": "ke_hoach",
            "number": "09/KHLT-LĐLĐ-SVHTTDL",
            "issued": date(2024, 5, 12),
            "issuer": "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH",
            "parent": "LIÊN ĐOÀN LAO ĐỘNG TỈNH",
        },
    ),
    (
        "school under a commune; the type with its subject on one line; spaced capitals",
        f"""UBND PHƯỜNG ĐÔNG HẢI
TRƯỜNG TRUNG HỌC CƠ SỞ
NGUYỄN KHUYẾN
Số: 12/KH-THCSNK
{MOTTO}
Đông Hải, ngày 05 tháng 9 năm 2025
K Ế  H O Ạ C H
Phát động thi đua chào mừng ngày Nhà giáo Việt Nam
I. YÊU CẦU
Thiết thực.
HIỆU TRƯỞNG
(Đã ký và đóng dấu)
Ths. Cù Huy Lễ""",
        {
            "kind": "ke_hoach",
            "issuer": "TRƯỜNG TRUNG HỌC CƠ SỞ NGUYỄN KHUYẾN",
            "parent": "UBND PHƯỜNG ĐÔNG HẢI",
            "number": "12/KH-THCSNK",
            "subject": "Phát động thi đua chào mừng ngày Nhà giáo Việt Nam",
            "signer": "Cù Huy Lễ",
            "signer_title": "HIỆU TRƯỞNG",
        },
    ),
    (
        "police: rank before the name; year inside the number",
        f"""BỘ CÔNG AN
CÔNG AN TỈNH SƠN BÌNH
Số: 14/2024/KH-CAT-PV01
{MOTTO}
Sơn Bình, ngày 01 tháng 3 năm 2024
KẾ HOẠCH
Mở đợt cao điểm cấp căn cước
I. MỤC TIÊU
Cấp đủ cho người đủ điều kiện./.
Nơi nhận:
- Lưu: VT, PV01.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Đại tá Mạc Đăng Khoa""",
        {
            "issuer": "CÔNG AN TỈNH SƠN BÌNH",
            "parent": "BỘ CÔNG AN",
            "number": "14/2024/KH-CAT-PV01",
            "signer": "Mạc Đăng Khoa",
        },
    ),
    (
        "recognised with wrong marks: the kind survives",
        f"""SỞ Y TÉ TỈNH X
TRUNG TÂM KIỂM SOÁT BỆNH TẬT
Số: 88 /KH - KSBT
{MOTTO}
Tân Phú, ngày 04 tháng 7 năm 2023
KÉ HOẠCH
Phòng, chống sốt xuất huyết
I. MỤC ĐÍCH
Giảm số ca mắc./.""",
        {"kind": "ke_hoach", "type_name": "KẾ HOẠCH", "number": "88/KH-KSBT", "issuer": "TRUNG TÂM KIỂM SOÁT BỆNH TẬT"},
    ),
    (
        "an invitation is neither plan nor report",
        f"""UBND TỈNH X
SỞ XÂY DỰNG
Số: 33/GM-SXD
{MOTTO}
Tân An, ngày 02 tháng 02 năm 2024
GIẤY MỜI
Họp bàn kế hoạch chỉnh trang đô thị
Kính gửi: Phòng Quản lý đô thị
Mời dự họp lúc 8 giờ./.
Nơi nhận:
- Như trên.
TL. GIÁM ĐỐC
CHÁNH VĂN PHÒNG
Hồ Sĩ Nguyên""",
        {"kind": "khac", "type_name": "GIẤY MỜI", "number": "33/GM-SXD", "signer": "Hồ Sĩ Nguyên"},
    ),
    (
        "outline of a report is no report",
        """ĐỀ CƯƠNG BÁO CÁO
Kết quả thực hiện phong trào
I. KẾT QUẢ
1. Công tác chỉ đạo""",
        {"kind": "khac", "type_name": "ĐỀ CƯƠNG"},
    ),
    (
        "youth union: standing committee above, type line in one with subject",
        """TỈNH ĐOÀN VĨNH SƠN
BAN THƯỜNG VỤ
***
Số: 120-KH/TĐTN-PT
ĐOÀN TNCS HỒ CHÍ MINH
Vĩnh Sơn, ngày 20 tháng 3 năm 2025
KẾ HOẠCH
Tổ chức Tháng Thanh niên năm 2025
I. MỤC ĐÍCH
Phát huy xung kích./.
Nơi nhận:
- Lưu VP.
TM. BAN THƯỜNG VỤ TỈNH ĐOÀN
PHÓ BÍ THƯ
Tống Thị Diệu Ái""",
        {
            "kind": "ke_hoach",
            "number": "120-KH/TĐTN-PT",
            "signer": "Tống Thị Diệu Ái",
            "signer_title": "TM. BAN THƯỜNG VỤ TỈNH ĐOÀN\nPHÓ BÍ THƯ",
        },
    ),
    (
        "draft marks; type line below the word dự thảo",
        f"""UBND HUYỆN YÊN LẠC
PHÒNG NỘI VỤ
Số: xx/BC-NV
{MOTTO}
Yên Lạc, ngày ... tháng ... năm 2024
DỰ THẢO
BÁO CÁO
Kết quả cải cách hành chính
I. KẾT QUẢ
Tỷ lệ hồ sơ đúng hạn đạt …% kế hoạch.
TRƯỞNG PHÒNG""",
        {"kind": "bao_cao", "number": None, "number_blank": True, "issued": None},
    ),
    (
        "acting head, name in capitals",
        f"""SỞ CÔNG THƯƠNG
TRUNG TÂM KHUYẾN CÔNG VÀ XÚC TIẾN THƯƠNG MẠI
Số: 61/BC-TTKC
{MOTTO}
Phú Lộc, ngày 18 tháng 12 năm 2023
BÁO CÁO
Tổng kết công tác khuyến công năm 2023
I. KẾT QUẢ
Hỗ trợ 12 đề án./.
Nơi nhận:
- Sở Công Thương;
- Lưu: VT.
Q. GIÁM ĐỐC
PHAN THỊ NGỌC LAN""",
        {
            "issuer": "TRUNG TÂM KHUYẾN CÔNG VÀ XÚC TIẾN THƯƠNG MẠI",
            "parent": "SỞ CÔNG THƯƠNG",
            "signer": "PHAN THỊ NGỌC LAN",
            "signer_title": "Q. GIÁM ĐỐC",
        },
    ),
    (
        "two columns: who drew up the table does not sign for the body",
        f"""UBND HUYỆN PHÙ CỪ
PHÒNG TÀI CHÍNH - KẾ HOẠCH
Số: 90/BC-TCKH
{MOTTO}
Phù Cừ, ngày 10 tháng 01 năm 2025
BÁO CÁO
Quyết toán kinh phí
1. Kết quả
Đã quyết toán xong./.
NGƯỜI LẬP BIỂU\tTRƯỞNG PHÒNG
Trần Thu Phương\tHoàng Đức Lương""",
        {"signer": "Hoàng Đức Lương", "signer_title": "TRƯỞNG PHÒNG"},
    ),
    (
        "office of a council and a committee: the name wraps after VĂN PHÒNG",
        f"""UBND HUYỆN ĐÔNG GIANG
VĂN PHÒNG
HĐND VÀ UBND HUYỆN
Số: 15/BC-VP
{MOTTO}
Đông Giang, ngày 22 tháng 12 năm 2023
BÁO CÁO
Công tác văn phòng năm 2023
I. KẾT QUẢ
Ban hành 900 văn bản./.
Nơi nhận:
- Lưu: VP.
CHÁNH VĂN PHÒNG
Bríu Pố""",
        {
            "issuer": "VĂN PHÒNG HĐND VÀ UBND HUYỆN",
            "parent": "UBND HUYỆN ĐÔNG GIANG",
            "signer": "Bríu Pố",
            "signer_title": "CHÁNH VĂN PHÒNG",
        },
    ),
    (
        "number split over two lines",
        f"""UBND TỈNH TRÀ GIANG
SỞ NÔNG NGHIỆP
VÀ MÔI TRƯỜNG
Số: 452/KH-
SNNMT
{MOTTO}
Trà Giang, ngày 09 tháng 5 năm 2025
KẾ HOẠCH
Phòng, chống thiên tai
I. MỤC TIÊU
Chủ động ứng phó./.""",
        {"number": "452/KH-SNNMT", "issuer": "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "parent": "UBND TỈNH TRÀ GIANG"},
    ),
    (
        "date without words for month and year, place abbreviated",
        f"""HỘI NÔNG DÂN TỈNH
HỘI NÔNG DÂN THÀNH PHỐ LONG AN
Số: 07-BC/HND
{MOTTO}
TP. Long An, 15/6/2024
BÁO CÁO
Kết quả phong trào nông dân thi đua sản xuất giỏi
I. KẾT QUẢ
Có 450 hộ đạt danh hiệu.
TM. BAN THƯỜNG VỤ
CHỦ TỊCH
Lê Quý Đôn""",
        {"number": "07-BC/HND", "issued": date(2024, 6, 15), "signer": "Lê Quý Đôn"},
    ),
    (
        "impossible day: kept as text, never mended",
        f"""SỞ TƯ PHÁP
Số: 31/BC-STP
{MOTTO}
Hà Xuyên, ngày 31 tháng 11 năm 2023
BÁO CÁO
Công tác hòa giải
I. KẾT QUẢ
Hòa giải thành 90%./.""",
        {"issued": None, "issued_text": "ngày 31 tháng 11 năm 2023", "number": "31/BC-STP"},
    ),
    (
        "a note without any frame",
        """Báo cáo nhanh tình hình mưa lũ
Kính gửi anh chị, hôm nay nước rút.
Các thôn đã dọn bùn.""",
        {"issuer": None, "number": None, "number_blank": False, "issued": None, "signer": None},
    ),
    (
        "centre whose name goes on over three lines",
        f"""BAN QUẢN LÝ KHU KINH TẾ
TRUNG TÂM DỊCH VỤ HẠ TẦNG
VÀ HỖ TRỢ DOANH NGHIỆP
KHU CÔNG NGHIỆP
Số: 19/BC-TTDV
{MOTTO}
Nam Sơn, ngày 06 tháng 8 năm 2024
BÁO CÁO
Tình hình thu hút đầu tư
I. KẾT QUẢ
Có 04 dự án mới./.""",
        {
            "issuer": "TRUNG TÂM DỊCH VỤ HẠ TẦNG VÀ HỖ TRỢ DOANH NGHIỆP KHU CÔNG NGHIỆP",
            "parent": "BAN QUẢN LÝ KHU KINH TẾ",
        },
    ),
    (
        "a report that the head of a unit inside a department sends up, with its number stuck to Số",
        f"""SỞ KẾ HOẠCH VÀ ĐẦU TƯ
PHÒNG ĐĂNG KÝ KINH DOANH
Số:07/BC-ĐKKD
{MOTTO}
Hải Hà, ngày 12 tháng 7 năm 2024
BÁO CÁO
V/v thực hiện nhiệm vụ 6 tháng đầu năm 2024
Kính gửi: Giám đốc Sở Kế hoạch và Đầu tư.
Phòng báo cáo như sau:
1. Kết quả
Cấp mới 210 doanh nghiệp./.
Nơi nhận:
- Như trên;
- Lưu: ĐKKD.
PHÓ TRƯỞNG PHÒNG PHỤ TRÁCH
Bế Thị Hoa""",
        {
            "number": "07/BC-ĐKKD",
            "subject": "thực hiện nhiệm vụ 6 tháng đầu năm 2024",
            "addressees": ("Giám đốc Sở Kế hoạch và Đầu tư",),
            "signer": "Bế Thị Hoa",
            "signer_title": "PHÓ TRƯỞNG PHÒNG PHỤ TRÁCH",
        },
    ),
    (
        "decision: the head's line above the recitals is no subject",
        f"""UBND TỈNH X
TRƯỜNG CAO ĐẲNG Y TẾ
Số: 275/QĐ-CĐYT
{MOTTO}
Đông Kinh, ngày 12 tháng 9 năm 2023
QUYẾT ĐỊNH
Ban hành Quy chế thi đua
HIỆU TRƯỞNG TRƯỜNG CAO ĐẲNG Y TẾ
Căn cứ Luật Thi đua, khen thưởng năm 2022;
QUYẾT ĐỊNH:
Điều 1. Ban hành Quy chế.
Nơi nhận:
- Lưu: VT.
HIỆU TRƯỞNG
Trương Vĩnh Ký""",
        {"kind": "khac", "subject": "Ban hành Quy chế thi đua", "signer": "Trương Vĩnh Ký"},
    ),
]


@pytest.mark.parametrize(("why", "text", "expected"), [*CASES, *HELD])
def test_frames(why: str, text: str, expected: dict[str, object]) -> None:
    letterhead = read(text)
    got = {name: getattr(letterhead, name) for name in expected}
    assert got == expected, why


def pieces(*texts: str | tuple[str, Part, tuple[float, float, float, float] | None]) -> Letterhead:
    made = [Piece(t, "p") if isinstance(t, str) else Piece(t[0], "chữ ký", part=t[1], page=1, box=t[2]) for t in texts]
    document = build(made, sha256="0" * 64, format="pdf", pages=1)
    return read_letterhead(document, segment(document))


UNSTAMPED = [
    "SỞ NỘI VỤ",
    "Số:       /TB-SNV",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Hà Xuyên, ngày     tháng 11 năm 2024",
    "KẾ HOẠCH",
    "Kiểm tra công vụ",
    "I. MỤC ĐÍCH",
]


def test_number_and_day_come_from_the_signature_layer() -> None:
    day = ("06", Part.SIGNATURE, (400.0, 90.0, 420.0, 100.0))
    number = ("542", Part.SIGNATURE, (120.0, 90.0, 140.0, 100.0))
    letterhead = pieces(*UNSTAMPED, day, number)
    assert (letterhead.number, letterhead.issued) == ("542/TB-SNV", date(2024, 11, 6))
    assert letterhead.sources == {"number": "signature", "issued": "signature"}
    assert letterhead.spans["number"].quote == "542"
    assert not letterhead.number_blank


def test_a_stamped_day_that_makes_no_date_is_left_out() -> None:
    letterhead = pieces(*UNSTAMPED, ("542", Part.SIGNATURE, None), ("31", Part.SIGNATURE, None))
    assert (letterhead.number, letterhead.issued) == ("542/TB-SNV", None)


def test_letters_go_before_stamps() -> None:
    letterhead = pieces("SỞ NỘI VỤ", "Số: 12/KH-SNV", "KẾ HOẠCH", "I. A", ("99", Part.SIGNATURE, None))
    assert letterhead.number == "12/KH-SNV"
    assert letterhead.sources["number"] == "text"


def test_recognised_letters_say_so_and_are_mended_only_in_figures() -> None:
    lines = ["SỞ Y TÉ", "Số: l5/KH-SYT", "Hà Xuyên, ngày O4 tháng 7 năm 2023", "KÉ HOẠCH", "Diệt bọ gậy", "I. MỤC ĐÍCH"]
    lines += ["Giảm số ca mắc./.", "KT. GIÁM ĐÓC", "PHÓ GIÁM ĐÓC", "Trần Văn Lễ"]
    document = build([Piece(line, "p", source=Source.OCR) for line in lines], sha256="0" * 64, format="pdf", pages=1)
    letterhead = read_letterhead(document, segment(document))
    assert (letterhead.number, letterhead.issued) == ("15/KH-SYT", date(2023, 7, 4))
    assert letterhead.sources == {"number": "ocr", "issued": "ocr"}
    assert letterhead.signer_title == "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC"
    assert letterhead.spans["number"].quote == "l5/KH-SYT"


def test_figures_alone_out_of_a_misread_line_are_no_number() -> None:
    letterhead = pieces("SỞ Y TẾ", "Số: 2 .ˆ SYT", "KẾ HOẠCH", "I. MỤC ĐÍCH")
    assert letterhead.number is None
    assert letterhead.number_blank


def test_spans_stand_where_the_words_stand() -> None:
    letterhead = read(CASES[0][1])
    assert {name: span.quote for name, span in letterhead.spans.items()} == {
        "kind": "KẾ HOẠCH",
        "number": "318/KH-BVPL",
        "issued": "ngày 07 tháng 02 năm 2024",
        "issuer": "BỆNH VIỆN ĐA KHOA KHU VỰC PHƯỚC LONG",
        "subject": "Cải tiến chất lượng bệnh viện năm 2024",
        "signer": "Lò Thị Minh Châu",
        "signer_title": "GIÁM ĐỐC",
    }


DRAFTS = [
    ("DỰ THẢO\nKẾ HOẠCH\nA\nI. B", ["DỰ THẢO"], "the word above the type"),
    ("BÁO CÁO\nA\nI. B\nTỷ lệ đạt …% kế hoạch.", ["…"], "an ellipsis for a figure"),
    ("BÁO CÁO\nA\nI. B\nSố hộ: ......... hộ", ["........."], "dots for a figure"),
    ("BÁO CÁO\nA\nI. B\nĐã cấp xx thẻ, đạt xx%.", ["xx", "xx"], "letters for a figure, before a sign"),
    ("BÁO CÁO\nA\nI. B\nCác ngành: y tế, giáo dục, …", [], "an ellipsis that shortens a list"),
    ("BÁO CÁO\nA\nI. B\nĐiện thoại 0232.3844.xxx", [], "a masked telephone number"),
    ("BÁO CÁO\n________\nA\nI. B", [], "a rule"),
]


@pytest.mark.parametrize(("text", "marks", "why"), DRAFTS)
def test_draft_marks(text: str, marks: list[str], why: str) -> None:
    assert [span.quote for span in read(text).draft_marks] == marks, why


def test_a_letterhead_in_cells_reads_like_one_in_lines() -> None:
    left = ["UBND HUYỆN A", "PHÒNG Y TẾ", "Số: 3/BC-PYT"]
    right = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "A, ngày 05 tháng 5 năm 2025"]
    made = [Piece(line, "p", cell=Cell(1, 0, 0)) for line in left] + [
        Piece(line, "p", cell=Cell(1, 0, 1)) for line in right
    ]
    made += [Piece("BÁO CÁO", "p"), Piece("Kết quả", "p"), Piece("1. Đã tiêm 40 liều./.", "p")]
    made += [Piece("Nơi nhận:", "p", cell=Cell(2, 0, 0)), Piece("- Lưu.", "p", cell=Cell(2, 0, 0))]
    made += [Piece("TRƯỞNG PHÒNG", "p", cell=Cell(2, 0, 1)), Piece("Rơ Châm Bích", "p", cell=Cell(2, 0, 1))]
    document = build(made, sha256="0" * 64, format="docx")
    letterhead = read_letterhead(document, segment(document))
    assert (letterhead.parent, letterhead.issuer, letterhead.number) == ("UBND HUYỆN A", "PHÒNG Y TẾ", "3/BC-PYT")
    assert (letterhead.signer, letterhead.signer_title) == ("Rơ Châm Bích", "TRƯỞNG PHÒNG")


def test_the_stamp_of_the_receiving_office_is_no_letterhead() -> None:
    made = [Piece(t, "p") for t in ("SỞ Y TẾ", "TRUNG TÂM GIÁM ĐỊNH Y KHOA", "Số: 3/KH-TTGĐ")]
    made += [Piece(t, "p", part=Part.TEXTBOX) for t in ("SỞ Y TẾ TỈNH", "ĐẾN Số: 1452", "Ngày: 27/5/2024")]
    made += [Piece(t, "p") for t in ("Hà Xuyên, ngày 20 tháng 5 năm 2024", "KẾ HOẠCH", "Độ khẩn: THƯỜNG")]
    made += [Piece(t, "p") for t in ("Triển khai giám định", "Căn cứ Quyết định số 5/QĐ-SYT;", "I. MỤC ĐÍCH", "Tốt.")]
    document = build(made, sha256="0" * 64, format="docx")
    letterhead = read_letterhead(document, segment(document))
    assert letterhead.issuer == "TRUNG TÂM GIÁM ĐỊNH Y KHOA"
    assert (letterhead.number, letterhead.issued) == ("3/KH-TTGĐ", date(2024, 5, 20))
    assert letterhead.subject == "Triển khai giám định"


def test_what_a_seal_leaves_in_a_scan_is_no_title() -> None:
    lines = [
        "BÁO CÁO",
        "Kết quả",
        "I. KẾT QUẢ",
        "Tốt./.",
        "Nơi nhận:",
        "- Lưu: VT.",
        "GIÁM ĐC",
        "TRUNG TẾ N",
        "Lê Văn Ước",
    ]
    document = build([Piece(line, "p", source=Source.OCR) for line in lines], sha256="0" * 64, format="pdf", pages=1)
    letterhead = read_letterhead(document, segment(document))
    assert (letterhead.signer, letterhead.signer_title) == ("Lê Văn Ước", "GIÁM ĐỐC")


_BITS = st.sampled_from(
    ["Số: ", "12", "/KH-", "SYT", "\n", "ngày ", "31/02/2024", " tháng 5 năm 2024", "KẾ HOẠCH", "DỰ THẢO", "Nơi nhận:", "- Lưu",
     "KT. GIÁM ĐỐC", "Lê A", "Kính gửi: ", ";", "V/v ", "thay thế Kế hoạch số 1/KH-X", "…", "....", "UBND XÃ A", "\t", "  ", "xx"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(_BITS, st.text(max_size=8)), max_size=50))
def test_any_text_gives_a_frame_whose_places_hold_their_words(parts: list[str]) -> None:
    document = plain("".join(parts))
    letterhead = read_letterhead(document, segment(document))
    for span in (*letterhead.spans.values(), *letterhead.draft_marks):
        assert document.text[span.start : span.end] == span.quote
    assert not (letterhead.number and letterhead.number_blank)


@pytest.mark.parametrize(
    "unit",
    [
        "Kế hoạch số 1/KH-X ngày 01/2/2024 của Sở A; ",
        "Luật a, ",
        "Số: 1/",
        "...",
        "… ",
        "thay thế ",
        "A-",
        "1/A-A\n",
        "x" * 9,
    ],
)
def test_time_grows_with_the_text_only(unit: str) -> None:
    def seconds(times: int) -> float:
        document = plain(unit * times)
        segments = segment(document)
        began = time.process_time()
        read_letterhead(document, segments)
        return time.process_time() - began

    seconds(100)
    assert seconds(3_000) <= max(40 * seconds(300), 1.0)
