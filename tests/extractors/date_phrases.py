"""Date phrases in the styles of many provinces and fields: (day of the document, sentence, dates that it holds).

A date is "expression = value / role". Values: one day or "first..last", several joined by ";", "set:" with the unit and
its marks (month.day of the period), "dur:" with amount and unit, "impossible", "?" where it cannot be told.
"""

PHRASES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    # deadlines
    (
        "2024-03-12",
        "Các trạm y tế gửi số liệu về Trung tâm Y tế huyện trước 17 giờ 00 ngày 25/3/2024.",
        ("17 giờ 00 ngày 25/3/2024 = 2024-03-25 / deadline",),
    ),
    (
        "2024-03-12",
        "Báo cáo gửi về Phòng Nội vụ chậm nhất ngày 05 tháng 4 năm 2024 để tổng hợp.",
        ("ngày 05 tháng 4 năm 2024 = 2024-04-05 / deadline",),
    ),
    ("2024-03-12", "Thời hạn nộp hồ sơ: đến hết ngày 30/4/2024.", ("ngày 30/4/2024 = 2024-04-30 / deadline",)),
    ("2024-03-12", "Yêu cầu các chi bộ hoàn thành xong trước 15/5.", ("15/5 = 2024-05-15 / deadline",)),
    (
        "2024-03-12",
        "Hạn chót đăng ký: 9h00 thứ Hai, ngày 18/3/2024.",
        ("9h00 thứ Hai, ngày 18/3/2024 = 2024-03-18 / deadline",),
    ),
    (
        "2024-03-12",
        "Không muộn hơn ngày 20.4.2024, đơn vị phải gửi kế hoạch về Sở.",
        ("ngày 20.4.2024 = 2024-04-20 / deadline",),
    ),
    (
        "2024-03-12",
        "Các trường hoàn thành công tác tuyển sinh trước tháng 8/2024.",
        ("tháng 8/2024 = 2024-08-01..2024-08-31 / deadline",),
    ),
    (
        "2024-03-12",
        "Hoàn thành trong quý II/2024, chậm nhất là đầu quý III/2024.",
        ("quý II/2024 = 2024-04-01..2024-06-30 / deadline", "đầu quý III/2024 = 2024-07-01..2024-07-31 / deadline"),
    ),
    ("2024-11-20", "Các đơn vị gửi dự thảo trước ngày 10/01 để tổng hợp.", ("ngày 10/01 = 2025-01-10 / deadline",)),
    (
        "2024-03-12",
        "Thời gian gửi báo cáo: trước ngày 20/6 (báo cáo 6 tháng), trước ngày 05/12 (báo cáo năm).",
        ("ngày 20/6 = 2024-06-20 / deadline", "ngày 05/12 = 2024-12-05 / deadline"),
    ),
    (
        "2024-03-12",
        "Đến hết tháng 9 năm 2024 phải xong việc cấp phát thẻ.",
        ("tháng 9 năm 2024 = 2024-09-01..2024-09-30 / deadline",),
    ),
    (
        "2024-03-12",
        "Phấn đấu đến cuối năm 2025 toàn xã không còn hộ nghèo.",
        ("cuối năm 2025 = 2025-10-01..2025-12-31 / deadline",),
    ),
    # series and durations
    (
        "2024-03-12",
        "Định kỳ trước ngày 25 hàng tháng, các xã báo cáo tiến độ.",
        ("ngày 25 hàng tháng = set:month 1.25 / deadline",),
    ),
    (
        "2024-03-12",
        "Báo cáo quý gửi trước ngày 05 của tháng đầu quý sau.",
        ("ngày 05 của tháng đầu quý sau = set:quarter 4.5 / deadline",),
    ),
    (
        "2024-03-12",
        "Chậm nhất ngày 10 tháng sau phải đối chiếu xong số liệu.",
        ("ngày 10 tháng sau = set:month 2.10 / deadline",),
    ),
    (
        "2024-03-12",
        "Gửi báo cáo trước ngày 10/6 và ngày 10/12 hằng năm.",
        ("ngày 10/6 và ngày 10/12 hằng năm = set:year 6.10,12.10 / deadline",),
    ),
    ("2024-03-12", "Họp giao ban vào chiều thứ Sáu hằng tuần.", ("chiều thứ Sáu hằng tuần = set:week 0.5 / event",)),
    (
        "2024-03-12",
        "Chốt số liệu vào ngày cuối cùng của tháng.",
        ("ngày cuối cùng của tháng = set:month 1.31 / period",),
    ),
    ("2024-03-12", "Các cơ quan tự kiểm tra định kỳ 6 tháng.", ("định kỳ 6 tháng = set:half / period",)),
    (
        "2024-03-12",
        "Trong thời hạn 03 ngày làm việc kể từ ngày nhận đủ hồ sơ, Phòng trả lời bằng văn bản.",
        ("03 ngày làm việc = dur:3 day working / deadline",),
    ),
    (
        "2024-03-12",
        "Chậm nhất 15 ngày kể từ ngày kết thúc đợt kiểm tra phải có thông báo kết luận.",
        ("15 ngày = dur:15 day / deadline",),
    ),
    (
        "2024-03-12",
        "Sau 06 tháng kể từ khi nhận bàn giao, đơn vị đánh giá lại.",
        ("06 tháng = dur:6 month / deadline",),
    ),
    (
        "2024-03-12",
        "Thời gian bảo hành mười hai tháng kể từ ngày nghiệm thu.",
        ("mười hai tháng = dur:12 month / event",),
    ),
    # ranges and lists
    (
        "2024-03-12",
        "Chiến dịch tiêm chủng diễn ra từ 01/4 đến 30/6/2024.",
        ("01/4 đến 30/6/2024 = 2024-04-01..2024-06-30 / event",),
    ),
    (
        "2024-03-12",
        "Tập huấn trong 03 ngày (từ 16 đến 18/4/2024) tại hội trường.",
        ("16 đến 18/4/2024 = 2024-04-16..2024-04-18 / event",),
    ),
    (
        "2024-03-12",
        "Đợt cao điểm từ tháng 11/2024 đến hết tháng 01/2025.",
        ("tháng 11/2024 đến hết tháng 01/2025 = 2024-11-01..2025-01-31 / event",),
    ),
    (
        "2024-03-12",
        "Thực hiện từ quý III/2024 đến quý I/2025.",
        ("quý III/2024 đến quý I/2025 = 2024-07-01..2025-03-31 / event",),
    ),
    (
        "2024-03-12",
        "Vụ Đông Xuân kéo dài từ tháng 11 đến tháng 4/2024.",
        ("tháng 11 đến tháng 4/2024 = 2023-11-01..2024-04-30 / event",),
    ),
    ("2024-03-12", "Thời gian: 2 ngày, 22-23/4/2024.", ("22-23/4/2024 = 2024-04-22..2024-04-23 / event",)),
    (
        "2024-03-12",
        "Hội khỏe Phù Đổng tổ chức các ngày 10, 11 và 12/4/2024.",
        ("ngày 10, 11 và 12/4/2024 = 2024-04-10;2024-04-11;2024-04-12 / event",),
    ),
    (
        "2024-03-12",
        "Kiểm tra đột xuất trong tháng 5, 6 và 9/2024.",
        ("tháng 5, 6 và 9/2024 = 2024-05-01..2024-05-31;2024-06-01..2024-06-30;2024-09-01..2024-09-30 / event",),
    ),
    (
        "2024-03-12",
        "Tiến độ: quý I, quý II năm 2024.",
        ("quý I, quý II năm 2024 = 2024-01-01..2024-03-31;2024-04-01..2024-06-30 / deadline",),
    ),
    (
        "2024-03-12",
        "Kinh phí các năm 2022, 2023 và 2024 đã giải ngân hết.",
        ("năm 2022, 2023 và 2024 = 2022-01-01..2022-12-31;2023-01-01..2023-12-31;2024-01-01..2024-12-31 / horizon",),
    ),
    (
        "2024-03-12",
        "Từ nay đến hết ngày 30/6/2024 tập trung chống hạn.",
        ("Từ nay đến hết ngày 30/6/2024 = 2024-03-12..2024-06-30 / event",),
    ),
    (
        "2024-03-12",
        "Từ ngày 15/3 đến hết tháng 5/2024 tổ chức tổng vệ sinh.",
        ("ngày 15/3 đến hết tháng 5/2024 = 2024-03-15..2024-05-31 / event",),
    ),
    (
        "2024-03-12",
        "Nhiệm kỳ 2020-2025 và giai đoạn 2021-2025, tầm nhìn đến năm 2035.",
        (
            "2020-2025 = 2020-01-01..2025-12-31 / horizon",
            "giai đoạn 2021-2025, tầm nhìn đến năm 2035 = 2021-01-01..2025-12-31;2035-01-01..2035-12-31 / horizon",
        ),
    ),
    (
        "2024-03-12",
        "Kết quả thực hiện năm học 2023 - 2024 của ngành giáo dục.",
        ("2023 - 2024 = 2023-09-01..2024-05-31 / horizon",),
    ),
    # events
    ("2024-03-12", "Sáng 08/3, Hội Liên hiệp Phụ nữ xã tổ chức gặp mặt.", ("Sáng 08/3 = 2024-03-08 / event",)),
    (
        "2024-03-12",
        "Lễ phát động được tổ chức lúc 7h30 ngày 26/3/2024 tại sân vận động.",
        ("7h30 ngày 26/3/2024 = 2024-03-26 / event",),
    ),
    (
        "2024-03-12",
        "Thời gian: Từ 7h30 đến 11h00, thứ Năm, ngày 21/3/2024.",
        ("7h30 đến 11h00, thứ Năm, ngày 21/3/2024 = 2024-03-21 / event",),
    ),
    ("2024-03-12", "Ra quân trồng cây vào giữa tháng 4/2024.", ("giữa tháng 4/2024 = 2024-04-11..2024-04-20 / event",)),
    (
        "2024-03-12",
        "Dự kiến tổ chức hội thi vào tuần thứ hai của tháng 9/2024.",
        ("tuần thứ hai của tháng 9/2024 = 2024-09-08..2024-09-14 / event",),
    ),
    (
        "2024-03-12",
        "Ngày 15 tháng 2 vừa qua, đoàn giám sát đã làm việc tại xã.",
        ("Ngày 15 tháng 2 vừa qua = 2024-02-15 / event",),
    ),
    (
        "2024-03-12",
        "Lễ hội Lồng tồng tổ chức ngày mùng 8 tháng Giêng.",
        ("ngày mùng 8 tháng Giêng = 2024-02-17 / event",),
    ),
    (
        "2024-03-12",
        "Dâng hương ngày rằm tháng Bảy tại nghĩa trang liệt sĩ.",
        ("ngày rằm tháng Bảy = 2024-08-18 / event",),
    ),
    (
        "2024-12-02",
        "Tặng quà hộ nghèo trước Tết Nguyên đán Ất Tỵ 2025.",
        ("Tết Nguyên đán Ất Tỵ 2025 = 2025-01-29 / deadline",),
    ),
    # periods
    (
        "2024-07-03",
        "Báo cáo sơ kết công tác dân vận 6 tháng đầu năm 2024.",
        ("6 tháng đầu năm 2024 = 2024-01-01..2024-06-30 / period",),
    ),
    (
        "2024-07-03",
        "Phương hướng, nhiệm vụ sáu tháng cuối năm.",
        ("sáu tháng cuối năm = 2024-07-01..2024-12-31 / period",),
    ),
    (
        "2024-10-03",
        "Trong quý III, Hạt Kiểm lâm đã xử lý 12 vụ vi phạm.",
        ("quý III = 2024-07-01..2024-09-30 / period",),
    ),
    (
        "2024-10-03",
        "Từ đầu năm đến nay, toàn huyện trồng mới 250 ha rừng.",
        ("đầu năm đến nay = 2024-01-01..2024-10-03 / period",),
    ),
    (
        "2024-10-03",
        "Tính đến ngày 30/9/2024, thu ngân sách đạt 78,2% dự toán.",
        ("ngày 30/9/2024 = 2024-09-30 / period",),
    ),
    (
        "2024-10-03",
        "Lũy kế 9 tháng năm 2024 có 1.250 lượt người được tư vấn.",
        ("9 tháng năm 2024 = 2024-01-01..2024-09-30 / period",),
    ),
    (
        "2024-10-03",
        "Số ca mắc giảm 15% so với cùng kỳ năm 2023.",
        ("cùng kỳ năm 2023 = 2023-01-01..2023-10-03 / compare",),
    ),
    ("2024-10-03", "Diện tích gieo trồng tăng 3% so với năm trước.", ("năm trước = 2023-01-01..2023-12-31 / compare",)),
    ("2024-10-03", "Trong năm qua, chi bộ đã kết nạp 04 đảng viên.", ("năm qua = 2023-01-01..2023-12-31 / period",)),
    ("2024-10-03", "Kế hoạch công tác tháng 10 năm 2024.", ("tháng 10 năm 2024 = 2024-10-01..2024-10-31 / period",)),
    # frame, references, anniversaries, lives
    ("2024-10-03", "Lào Cai, ngày 03 tháng 10 năm 2024", ("ngày 03 tháng 10 năm 2024 = 2024-10-03 / issue",)),
    (
        "2024-10-03",
        "Mường Lát, ngày …. tháng 10 năm 2024",
        ("ngày …. tháng 10 năm 2024 = 2024-10-01..2024-10-31 / issue",),
    ),
    (
        "2024-10-03",
        "Căn cứ Nghị quyết số 52-NQ/TW ngày 27-9-2019 của Bộ Chính trị;",
        ("ngày 27-9-2019 = 2019-09-27 / legal",),
    ),
    (
        "2024-10-03",
        "Thực hiện Công văn số 1187/SYT-NVY, ngày 14 tháng 5 năm 2024 của Sở Y tế",
        ("ngày 14 tháng 5 năm 2024 = 2024-05-14 / legal",),
    ),
    (
        "2024-10-03",
        "Luật Đất đai năm 2024 có hiệu lực từ ngày 01/8/2024.",
        ("năm 2024 = 2024-01-01..2024-12-31 / legal", "ngày 01/8/2024 = 2024-08-01 / effective"),
    ),
    (
        "2024-10-03",
        "Chào mừng 70 năm Ngày Giải phóng Thủ đô (10/10/1954 - 10/10/2024).",
        ("10/10/1954 = 1954-10-10 / anniv", "10/10/2024 = 2024-10-10 / anniv"),
    ),
    ("2024-10-03", "Lập thành tích chào mừng Ngày Phụ nữ Việt Nam 20/10.", ("20/10 = 2024-10-20 / anniv",)),
    ("2024-10-03", "Ông Lò Văn Panh, sinh năm 1968, dân tộc Thái.", ("năm 1968 = 1968-01-01..1968-12-31 / bio",)),
    (
        "2024-10-03",
        "Quyết định này thay thế Quyết định số 45/QĐ-UBND ngày 12/02/2021.",
        ("ngày 12/02/2021 = 2021-02-12 / legal",),
    ),
    # damage
    ("2024-10-03", "hoàn thành trước tháng ngày 15/11/2024", ("ngày 15/11/2024 = 2024-11-15 / deadline",)),
    (
        "2024-10-03",
        "Thời gian: thứ Hai, ngày 15/10/2024 tại trụ sở UBND xã",
        ("thứ Hai, ngày 15/10/2024 = 2024-10-15 / event",),
    ),
    ("2024-10-03", "Hạn nộp ngày 31/11/2024", ("ngày 31/11/2024 = impossible / deadline",)),
    (
        "2024-10-03",
        "Gửi báo cáo trước ngày 15 /11/ 2024 qua thư điện tử",
        ("ngày 15 /11/ 2024 = 2024-11-15 / deadline",),
    ),
    ("2024-10-03", "TRƯỚC NGÀY 20 THÁNG 11 NĂM 2024", ("NGÀY 20 THÁNG 11 NĂM 2024 = 2024-11-20 / deadline",)),
    (
        "2024-10-03",
        "Bao cao gui truoc ngay 20 thang 11 nam 2024 de tong hop",
        ("ngay 20 thang 11 nam 2024 = 2024-11-20 / deadline",),
    ),
    ("2024-10-03", "Trong qúy IV/2024 mở 02 lớp dạy nghề", ("qúy IV/2024 = 2024-10-01..2024-12-31 / period",)),
    ("2024-10-03", "Nộp hồ sơ trước ngày 15/11/24", ("ngày 15/11/24 = 2024-11-15 / deadline",)),
    # look-alikes
    ("2024-10-03", "Đạt 12/15 tiêu chí nông thôn mới, tăng 02 tiêu chí.", ()),
    ("2024-10-03", "Tổ 30/4 và Hợp tác xã 19/5 được tuyên dương.", ()),
    ("2024-10-03", "Theo Thông báo số 05/2024/TB-HĐND thì không có thay đổi.", ()),
    ("2024-10-03", "Mỗi tháng 02 buổi, mỗi buổi 3 tiết.", ("Mỗi tháng = set:month / period",)),
    ("2024-10-03", "Liên hệ số 0219.3866.228 hoặc 0912.345.678 để được hướng dẫn.", ()),
    ("2024-10-03", "Áp dụng QCVN 01-1:2018/BYT và TCVN 5603:2023.", ()),
    ("2024-10-03", "Trong đó 3/4 diện tích đã được tưới; 2/3 số hộ tham gia.", ()),
    ("2024-10-03", "Giai đoạn 1 của dự án gồm 5 hạng mục, giai đoạn 2 gồm 3 hạng mục.", ()),
    ("2024-10-03", "Có 04 nhiệm vụ tại mục 2.3, điểm b khoản 5 Điều 12.", ()),
    ("2024-10-03", "Quyết định có hiệu lực kể từ ngày ký ban hành.", ()),
    ("2024-10-03", "Năm bài học kinh nghiệm rút ra từ ba phong trào.", ()),
    ("2024-10-03", "Những năm qua, nhiều năm liền chi bộ đạt trong sạch, vững mạnh.", ()),
)
