"""More date phrases, written after the grammar and kept as the check on it; the notation is that of `date_phrases`."""

PHRASES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    # rules on periodical reports
    (
        "2023-05-08",
        "Thời hạn gửi báo cáo tháng: trước ngày 30 của tháng tiếp sau.",
        ("ngày 30 của tháng tiếp sau = set:month 2.30 / deadline",),
    ),
    (
        "2023-05-08",
        "Số liệu tính từ ngày 15 tháng 12 của năm trước đến ngày 14 tháng 6.",
        ("ngày 15 tháng 12 của năm trước đến ngày 14 tháng 6 = 2022-12-15..2023-06-14 / period",),
    ),
    (
        "2023-05-08",
        "Báo cáo năm gửi chậm nhất vào ngày 20 tháng 01 hàng năm.",
        ("ngày 20 tháng 01 hàng năm = set:year 1.20 / deadline",),
    ),
    (
        "2023-05-08",
        "Nộp hồ sơ quyết toán chậm nhất là ngày cuối cùng của tháng thứ 3 kể từ ngày kết thúc năm tài chính.",
        ("ngày cuối cùng của tháng thứ 3 = dur:3 month / deadline",),
    ),
    (
        "2023-05-08",
        "Báo cáo trước ngày 20 của tháng cuối quý và trước ngày 10/12 hằng năm.",
        ("ngày 20 của tháng cuối quý = set:quarter 3.20 / deadline", "ngày 10/12 hằng năm = set:year 12.10 / deadline"),
    ),
    (
        "2023-05-08",
        "Vào các ngày 10 và 25 hằng tháng, Đài phát lại chương trình.",
        ("các ngày 10 và 25 hằng tháng = set:month 1.10,1.25 / event",),
    ),
    (
        "2023-05-08",
        "Gửi về Ban Tổ chức trước ngày 05 tháng 6 và 05 tháng 12 hằng năm.",
        ("ngày 05 tháng 6 và 05 tháng 12 hằng năm = set:year 6.5,12.5 / deadline",),
    ),
    (
        "2023-05-08",
        "Đoàn kiểm tra làm việc sau 07 ngày làm việc kể từ ngày công bố quyết định.",
        ("07 ngày làm việc = dur:7 day working / deadline",),
    ),
    ("2023-05-08", "Báo cáo đột xuất trong vòng 24 giờ kể từ khi xảy ra sự cố.", ("24 giờ = dur:24 hour / deadline",)),
    (
        "2023-05-08",
        "Giao ban Ban Chỉ đạo vào sáng thứ Hai hàng tuần.",
        ("sáng thứ Hai hàng tuần = set:week 0.1 / event",),
    ),
    ("2023-05-08", "Hằng quý, Ủy ban kiểm tra Huyện ủy nghe báo cáo.", ("Hằng quý = set:quarter / period",)),
    (
        "2023-05-08",
        "Sơ kết vào tháng 6, tổng kết vào tháng 12 hàng năm.",
        ("tháng 6 = 2023-06-01..2023-06-30 / event", "tháng 12 hàng năm = set:year 12.0 / event"),
    ),
    # party and mass organisations
    (
        "2023-05-08",
        "Nghị quyết Đại hội đại biểu Đảng bộ huyện lần thứ XXII, nhiệm kỳ 2020 - 2025.",
        ("2020 - 2025 = 2020-01-01..2025-12-31 / horizon",),
    ),
    (
        "2023-05-08",
        "Căn cứ Hướng dẫn số 36-HD/BTGTW, ngày 30/01/2022 của Ban Tuyên giáo Trung ương;",
        ("ngày 30/01/2022 = 2022-01-30 / legal",),
    ),
    (
        "2023-05-08",
        "Kết luận số 01-KL/TW ngày 18 tháng 5 năm 2021 của Bộ Chính trị",
        ("ngày 18 tháng 5 năm 2021 = 2021-05-18 / legal",),
    ),
    ("2023-05-08", "Chi bộ hoàn thành bản đăng ký trước 31-5-2023.", ("31-5-2023 = 2023-05-31 / deadline",)),
    (
        "2023-05-08",
        "Đồng chí Vàng A Sình, kết nạp Đảng ngày 19/5/2010, chính thức ngày 19/5/2011.",
        ("ngày 19/5/2010 = 2010-05-19 / bio", "ngày 19/5/2011 = 2011-05-19 / bio"),
    ),
    (
        "2023-05-08",
        "Kỷ niệm 133 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 – 19/5/2023).",
        ("19/5/1890 = 1890-05-19 / anniv", "19/5/2023 = 2023-05-19 / anniv"),
    ),
    ("2023-05-08", "Hướng tới kỷ niệm 48 năm Ngày Giải phóng miền Nam 30/4.", ("30/4 = 2023-04-30 / anniv",)),
    # education
    (
        "2023-05-08",
        "Năm học 2023-2024 bắt đầu từ ngày 05/9/2023.",
        ("2023-2024 = 2023-09-01..2024-05-31 / horizon", "ngày 05/9/2023 = 2023-09-05 / event"),
    ),
    (
        "2023-05-08",
        "Các trường nộp danh sách trước ngày 25.5.2023 qua cổng dữ liệu ngành.",
        ("ngày 25.5.2023 = 2023-05-25 / deadline",),
    ),
    (
        "2023-05-08",
        "Kỳ thi diễn ra trong hai ngày 28 và 29 tháng 6 năm 2023.",
        ("ngày 28 và 29 tháng 6 năm 2023 = 2023-06-28;2023-06-29 / event",),
    ),
    ("2023-05-08", "Nghỉ hè từ 01/6 đến hết 31/7/2023.", ("01/6 đến hết 31/7/2023 = 2023-06-01..2023-07-31 / event",)),
    # health, agriculture
    (
        "2023-05-08",
        "Chiến dịch uống vitamin A đợt 1 tổ chức ngày 01-02/6/2023.",
        ("ngày 01-02/6/2023 = 2023-06-01..2023-06-02 / event",),
    ),
    ("2023-05-08", "Gieo cấy lúa mùa xong trước ngày 15 tháng 7.", ("ngày 15 tháng 7 = 2023-07-15 / deadline",)),
    (
        "2023-05-08",
        "Tiêm phòng đợt 2 trong tháng 9 và tháng 10 năm 2023.",
        ("tháng 9 và tháng 10 năm 2023 = 2023-09-01..2023-09-30;2023-10-01..2023-10-31 / event",),
    ),
    (
        "2023-05-08",
        "Số ca sốt xuất huyết 4 tháng đầu năm 2023 giảm 20% so với cùng kỳ năm trước.",
        (
            "4 tháng đầu năm 2023 = 2023-01-01..2023-04-30 / period",
            "cùng kỳ năm trước = 2022-01-01..2022-05-08 / compare",
        ),
    ),
    (
        "2023-05-08",
        "Tính từ đầu năm đến ngày 30/4/2023, toàn tỉnh ghi nhận 15 ca.",
        ("đầu năm đến ngày 30/4/2023 = 2023-01-01..2023-04-30 / period",),
    ),
    # plans
    (
        "2023-05-08",
        "Thời gian thực hiện: Từ tháng 5/2023 đến hết tháng 12/2023.",
        ("tháng 5/2023 đến hết tháng 12/2023 = 2023-05-01..2023-12-31 / event",),
    ),
    (
        "2023-05-08",
        "Giai đoạn 1 (từ ngày 10/5/2023 đến 30/6/2023): tuyên truyền.",
        ("ngày 10/5/2023 đến 30/6/2023 = 2023-05-10..2023-06-30 / event",),
    ),
    (
        "2023-05-08",
        "Dự kiến khai mạc vào 8h00’ ngày 20/8/2023 (Chủ nhật).",
        ("8h00’ ngày 20/8/2023 (Chủ nhật) = 2023-08-20 / event",),
    ),
    ("2023-05-08", "Thời gian: 01 ngày, thứ Sáu ngày 26/5/2023.", ("thứ Sáu ngày 26/5/2023 = 2023-05-26 / event",)),
    ("2023-05-08", "Chậm nhất đến 31/12/2023, 100% thôn có nhà văn hóa.", ("31/12/2023 = 2023-12-31 / deadline",)),
    (
        "2023-05-08",
        "Đến năm 2025, tỷ lệ che phủ rừng đạt 60%; đến 2030 đạt 62%.",
        ("năm 2025 = 2025-01-01..2025-12-31 / deadline",),
    ),
    (
        "2023-05-08",
        "Mục tiêu đến hết quý III/2023 hoàn thành 70% khối lượng.",
        ("quý III/2023 = 2023-07-01..2023-09-30 / deadline",),
    ),
    ("2023-05-08", "Kế hoạch thực hiện trong 2 năm 2023 - 2024.", ("2023 - 2024 = 2023-01-01..2024-12-31 / horizon",)),
    (
        "2023-05-08",
        "Chương trình phát triển kinh tế giai đoạn 2021-2025, định hướng 2030.",
        ("giai đoạn 2021-2025, định hướng 2030 = 2021-01-01..2025-12-31;2030-01-01..2030-12-31 / horizon",),
    ),
    (
        "2023-05-08",
        "Kinh phí chuyển nguồn từ năm 2022 sang năm 2023.",
        ("năm 2022 = 2022-01-01..2022-12-31 / horizon", "năm 2023 = 2023-01-01..2023-12-31 / period"),
    ),
    (
        "2023-12-20",
        "Kế hoạch công tác năm 2024: hoàn thành trước ngày 15/02/2024.",
        ("năm 2024 = 2024-01-01..2024-12-31 / horizon", "ngày 15/02/2024 = 2024-02-15 / deadline"),
    ),
    # reports
    (
        "2023-12-20",
        "Trong quý IV năm 2023, Công an xã đã tổ chức 05 buổi tuyên truyền.",
        ("quý IV năm 2023 = 2023-10-01..2023-12-31 / period",),
    ),
    (
        "2023-12-20",
        "Ngày 22/11/2023, UBND xã ban hành Quyết định số 145/QĐ-UBND.",
        ("Ngày 22/11/2023 = 2023-11-22 / event",),
    ),
    ("2023-12-20", "Tại thời điểm 30/11/2023 còn 12 hộ nghèo.", ("30/11/2023 = 2023-11-30 / period",)),
    (
        "2023-12-20",
        "Kết quả năm 2023 và phương hướng năm 2024.",
        ("năm 2023 = 2023-01-01..2023-12-31 / period", "năm 2024 = 2024-01-01..2024-12-31 / horizon"),
    ),
    (
        "2023-12-20",
        "Vượt 5% so với kế hoạch năm và tăng 3% so với năm 2022.",
        ("năm 2022 = 2022-01-01..2022-12-31 / compare",),
    ),
    (
        "2023-12-20",
        "Mô hình ra mắt từ tháng 3/2021 đến nay thu hút 45 hộ.",
        ("tháng 3/2021 đến nay = 2021-03-01..2023-12-20 / period",),
    ),
    ("2023-12-20", "Chiều 18/12, Thường trực HĐND huyện tổ chức giao ban.", ("Chiều 18/12 = 2023-12-18 / event",)),
    ("2023-12-20", "Đêm 30 Tết, các lực lượng trực 100% quân số.", ()),
    (
        "2023-12-20",
        "Tổ chức Tết Nguyên đán Giáp Thìn vui tươi, tiết kiệm.",
        ("Tết Nguyên đán Giáp Thìn = 2024-02-10 / event",),
    ),
    # frame
    ("2023-12-20", "Nậm Pồ, ngày 20 tháng 12 năm 2023", ("ngày 20 tháng 12 năm 2023 = 2023-12-20 / issue",)),
    (
        "2023-12-20",
        "Thành phố Sa Đéc, ngày      tháng      năm 2023",
        ("ngày      tháng      năm 2023 = 2023-01-01..2023-12-31 / issue",),
    ),
    ("2023-12-20", "Ký bởi: Văn phòng. Ngày ký: 20/12/2023 16:05:41 +07:00", ("20/12/2023 = 2023-12-20 / issue",)),
    # damage
    ("2023-12-20", "hạn nộp trước ngày 15/ 01 /2024", ("ngày 15/ 01 /2024 = 2024-01-15 / deadline",)),
    ("2023-12-20", "Hoàn thành trước ngày 30/02/2024", ("ngày 30/02/2024 = impossible / deadline",)),
    (
        "2023-12-20",
        "Phong nop bao cao truoc ngay 15/01/2024, hoan thanh trong quy I/2024",
        ("ngay 15/01/2024 = 2024-01-15 / deadline", "quy I/2024 = 2024-01-01..2024-03-31 / deadline"),
    ),
    ("2023-12-20", "HOÀN THÀNH TRONG THÁNG 01/2024", ("THÁNG 01/2024 = 2024-01-01..2024-01-31 / deadline",)),
    ("2023-12-20", "trước ngày     /01/2024 gửi về phòng", ("ngày     /01/2024 = 2024-01-01..2024-01-31 / deadline",)),
    # look-alikes
    ("2023-12-20", "Đạt 19/19 tiêu chí; 5/7 chỉ tiêu vượt kế hoạch; tỷ lệ 3/4.", ()),
    ("2023-12-20", "Đường tỉnh 155, thửa đất số 12/5, tờ bản đồ 30.", ()),
    ("2023-12-20", "Theo Quyết định số 06/QĐ-TTg và Đề án 06, mẫu 2C/2008.", ()),
    ("2023-12-20", "Bảng lương 3.00, hệ số 2.34, phụ cấp 0.5.", ()),
    ("2023-12-20", "Nhóm trẻ 24-36 tháng tuổi, lớp 5-6 tuổi.", ()),
    ("2023-12-20", "Mỗi ngày 2 buổi, tuần 3 buổi, thời lượng 45 phút.", ()),
    ("2023-12-20", "Trường Tiểu học 19/8, Bệnh viện 22/12, đường 7/5.", ()),
    ("2023-12-20", "Xếp loại A1, hạng III, bậc 3/7, nhóm 2.", ()),
    ("2023-12-20", "Văn bản có hiệu lực kể từ ngày ký; các đơn vị thực hiện ngay trong ngày.", ()),
)
