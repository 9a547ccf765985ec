"""Sentences in the style of reports and plans, with who and what they present as exemplary.

Type P(erson), C(ollective), M(odel); status exemplar, planned, denied, or other for whom the sentence only mentions.
"""

PHRASES: list[tuple[str, list[tuple[str, str, str]]]] = [
    (
        "Khoa Ngoại biểu dương điều dưỡng Vương Thị Bích Liên vì đã trực liên tục 21 ngày trong khu cách ly.",
        [("P", "Vương Thị Bích Liên", "exemplar")],
    ),
    (
        "Bác sĩ CKII Tạ Hữu Nghĩa, Trưởng khoa Hồi sức tích cực, là tấm gương về y đức được bệnh nhân quý trọng.",
        [("P", "Tạ Hữu Nghĩa", "exemplar")],
    ),
    ("BS.CKI Lưu Thị Ánh Tuyết được Bộ Y tế tặng Bằng khen.", [("P", "Lưu Thị Ánh Tuyết", "exemplar")]),
    (
        "Đồng chí Trần Quốc Hưng, Giám đốc Bệnh viện, trao Giấy khen cho 12 cá nhân tiêu biểu.",
        [("P", "Trần Quốc Hưng", "other")],
    ),
    ("Buổi lễ có sự tham dự của đồng chí Vũ Đại Dương, Phó Bí thư Tỉnh ủy.", [("P", "Vũ Đại Dương", "other")]),
    ("Đoàn giám sát do bà Lò Thị Phương làm Trưởng đoàn đã làm việc tại 04 xã.", [("P", "Lò Thị Phương", "other")]),
    (
        "Giao bà Nguyễn Thị Hồng Gấm, Trưởng phòng Nghiệp vụ, làm đầu mối theo dõi.",
        [("P", "Nguyễn Thị Hồng Gấm", "other")],
    ),
    ("Lớp tập huấn do TS. Phan Lạc Trung trực tiếp giảng dạy.", [("P", "Phan Lạc Trung", "other")]),
    (
        "Các cá nhân được đề nghị khen thưởng gồm: ông Thào A Dế, Trưởng bản Nậm Nhừ; bà Quàng Thị Pọm, Chi hội trưởng phụ nữ.",
        [("P", "Thào A Dế", "exemplar"), ("P", "Quàng Thị Pọm", "exemplar")],
    ),
    (
        "Tấm gương tận tụy của cô giáo H'Yer Niê ở buôn Ako Dhông được nhân dân quý mến.",
        [("P", "H'Yer Niê", "exemplar")],
    ),
    (
        "Anh Y Thịnh Êban đi đầu chuyển đổi cây trồng, mỗi năm thu nhập trên 400 triệu đồng.",
        [("P", "Y Thịnh Êban", "exemplar")],
    ),
    (
        "Đại đức Thích Quảng Minh được tuyên dương vì những đóng góp trong công tác từ thiện.",
        [("P", "Thích Quảng Minh", "exemplar")],
    ),
    (
        "Nhân viên y tế thôn bản Hạng Thị Mỷ là điển hình trong công tác tiêm chủng mở rộng.",
        [("P", "Hạng Thị Mỷ", "exemplar")],
    ),
    (
        "Đ/c Sơn (Đội Quản lý thị trường số 3) được bình chọn là gương “Người tốt, việc tốt” năm 2024.",
        [("P", "Sơn", "exemplar"), ("M", "Người tốt, việc tốt", "other")],
    ),
    (
        "Ông Kpă Thuận - già làng, người có uy tín - được Chủ tịch UBND tỉnh tặng Bằng khen.",
        [("P", "Kpă Thuận", "exemplar")],
    ),
    (
        "Thượng tá Đoàn Mạnh Thắng, Trưởng Công an huyện, phát biểu tại hội nghị tuyên dương điển hình tiên tiến.",
        [("P", "Đoàn Mạnh Thắng", "other")],
    ),
    (
        "Hội thi tuyên truyền viên giỏi: giải Nhất thuộc về chị Mạc Thị Xuân (Hội Nông dân xã Phúc Trạch).",
        [("P", "Mạc Thị Xuân", "exemplar")],
    ),
    (
        "Em Lê Hoàng Bảo Châu (lớp 11A2) đạt giải Nhì kỳ thi học sinh giỏi quốc gia môn Hóa học.",
        [("P", "Lê Hoàng Bảo Châu", "exemplar")],
    ),
    (
        "Điển hình trong phong trào hiến máu có các anh Chu Văn Biên, Khổng Tú và chị Âu Thị Lành.",
        [("P", "Chu Văn Biên", "exemplar"), ("P", "Khổng Tú", "exemplar"), ("P", "Âu Thị Lành", "exemplar")],
    ),
    (
        "NGUYỄN THỊ KIM CHI | Phòng Công tác xã hội | Chiến sĩ thi đua cấp tỉnh",
        [("P", "NGUYỄN THỊ KIM CHI", "exemplar")],
    ),
    ("07 | Bàn Văn Dùn | Tổ dân phố 4 | Hộ kinh doanh giỏi | Giấy khen", [("P", "Bàn Văn Dùn", "exemplar")]),
    ("Người chịu trách nhiệm: Đỗ Thị Thanh Tâm - SĐT 0912.345.678.", [("P", "Đỗ Thị Thanh Tâm", "other")]),
    ("TM. BAN CHẤP HÀNH BÍ THƯ Ngân Văn Pản", [("P", "Ngân Văn Pản", "other")]),
    ("Khu di tích lưu niệm Chủ tịch Tôn Đức Thắng đón 2.000 lượt khách.", [("P", "Tôn Đức Thắng", "other")]),
    ("Đường Nguyễn Tất Thành đoạn qua phường Mai Dịch đã được chỉnh trang.", []),
    ("Xã Hồ Thầu và xã Bản Hồ hoàn thành 19/19 tiêu chí.", []),
    ("Các huyện Mai Sơn, Sông Mã và Quỳnh Nhai chưa gửi báo cáo.", []),
    ("Học sinh Trường THCS Lương Thế Vinh đoạt giải Ba toàn quốc.", []),
    ("Tập thể Khoa Dược được Giám đốc Sở Y tế tặng Giấy khen.", [("C", "Khoa Dược", "exemplar")]),
    (
        "Tuyên dương Trạm Y tế xã Tân Lập và Trạm Y tế xã Hòa Bình hoàn thành 100% chỉ tiêu tiêm chủng.",
        [("C", "Trạm Y tế xã Tân Lập", "exemplar"), ("C", "Trạm Y tế xã Hòa Bình", "exemplar")],
    ),
    (
        "Đơn vị tiêu biểu: Hạt Kiểm lâm huyện Mường La, Trường Mầm non Hoa Ban.",
        [("C", "Hạt Kiểm lâm huyện Mường La", "exemplar"), ("C", "Trường Mầm non Hoa Ban", "exemplar")],
    ),
    (
        "Tổ công nghệ số cộng đồng thôn Đoài là điển hình của huyện về hướng dẫn người dân cài đặt VNeID.",
        [("C", "Tổ công nghệ số cộng đồng thôn Đoài", "exemplar")],
    ),
    (
        "Hội Cựu chiến binh phường Trung Tâm được UBND thành phố khen thưởng đột xuất.",
        [("C", "Hội Cựu chiến binh phường Trung Tâm", "exemplar")],
    ),
    ("Cờ thi đua của Chính phủ được trao cho Bệnh viện Đa khoa tỉnh.", [("C", "Bệnh viện Đa khoa tỉnh", "exemplar")]),
    (
        "Phòng Nội vụ chủ trì, phối hợp với Phòng Tài chính - Kế hoạch lựa chọn tập thể điển hình.",
        [("C", "Phòng Nội vụ", "other"), ("C", "Phòng Tài chính - Kế hoạch", "other")],
    ),
    ("Sở Y tế tổ chức hội nghị tuyên dương 35 điển hình tiên tiến.", [("C", "Sở Y tế", "other")]),
    (
        "Mô hình “Bệnh viện không khói thuốc” được duy trì tại 5 khoa.",
        [("M", "Bệnh viện không khói thuốc", "exemplar")],
    ),
    (
        "Nổi bật là các mô hình “Thùng rác thân thiện”, “Đổi rác lấy cây xanh” của Hội Liên hiệp Phụ nữ xã.",
        [("M", "Thùng rác thân thiện", "exemplar"), ("M", "Đổi rác lấy cây xanh", "exemplar")],
    ),
    (
        "Mô hình trồng sâm Ngọc Linh dưới tán rừng của Hợp tác xã Trà Linh được đánh giá cao.",
        [("M", "trồng sâm Ngọc Linh dưới tán rừng", "exemplar")],
    ),
    (
        "Sáng kiến “Phần mềm quản lý lịch trực” đã được áp dụng tại 12 trạm y tế.",
        [("M", "Phần mềm quản lý lịch trực", "exemplar")],
    ),
    (
        "Cách làm hay của Chi bộ 3: mỗi đảng viên giúp đỡ một hộ nghèo.",
        [("M", "mỗi đảng viên giúp đỡ một hộ nghèo", "exemplar")],
    ),
    (
        "Chưa triển khai được mô hình “Chợ an toàn thực phẩm” do thiếu kinh phí.",
        [("M", "Chợ an toàn thực phẩm", "denied")],
    ),
    ("Quý IV/2024 sẽ ra mắt mô hình “Bếp ăn một chiều”.", [("M", "Bếp ăn một chiều", "planned")]),
    ("Tổ chức hội thi “Điều dưỡng giỏi, thanh lịch”.", [("M", "Điều dưỡng giỏi, thanh lịch", "other")]),
    (
        "Phát động đợt thi đua “90 ngày đêm hoàn thành giải phóng mặt bằng”.",
        [("M", "90 ngày đêm hoàn thành giải phóng mặt bằng", "other")],
    ),
    ("Chủ đề năm 2024: “Đoàn kết – Kỷ cương – Hiệu quả”.", [("M", "Đoàn kết – Kỷ cương – Hiệu quả", "other")]),
    (
        "Đề tài “Đánh giá thực trạng dinh dưỡng học đường” được nghiệm thu loại khá.",
        [("M", "Đánh giá thực trạng dinh dưỡng học đường", "other")],
    ),
    ("Duy trì hoạt động Câu lạc bộ “Ông bà cháu” với 40 thành viên.", [("M", "Ông bà cháu", "exemplar")]),
    (
        "Tên mô hình: Nhà vệ sinh thân thiện | Đơn vị thực hiện: Trường Tiểu học Bế Văn Đàn",
        [("M", "Nhà vệ sinh thân thiện", "exemplar")],
    ),
    (
        "Xây dựng và nhân rộng các mô hình: “Camera giám sát an ninh”; “Tổ liên gia phòng cháy”; “Tiếng kẻng an ninh”.",
        [
            ("M", "Camera giám sát an ninh", "exemplar"),
            ("M", "Tổ liên gia phòng cháy", "exemplar"),
            ("M", "Tiếng kẻng an ninh", "exemplar"),
        ],
    ),
    (
        "Bà Hoàng Thị Sến - hội viên phụ nữ thôn Cốc Lầy - với mô hình nuôi lợn đen bản địa cho thu nhập 250 triệu đồng/năm.",
        [("P", "Hoàng Thị Sến", "exemplar"), ("M", "nuôi lợn đen bản địa", "exemplar")],
    ),
    (
        "Vinh danh doanh nhân Trịnh Bá Khải cùng 03 doanh nghiệp có nhiều đóng góp.",
        [("P", "Trịnh Bá Khải", "exemplar")],
    ),
    ("Kính thưa đồng chí Nguyễn Hoài Anh, thay mặt đơn vị tôi xin báo cáo.", [("P", "Nguyễn Hoài Anh", "other")]),
    ("Khen thưởng đột xuất cho Trung úy Lý A Chớ đã dũng cảm cứu người trong mưa lũ.", [("P", "Lý A Chớ", "exemplar")]),
    ("Bổ nhiệm ông Phạm Ngọc Thạch giữ chức Phó Trưởng phòng.", [("P", "Phạm Ngọc Thạch", "other")]),
    (
        "Năm học qua, cô Nguyễn Thị Là, giáo viên điểm trường Huổi Lích, được công nhận Giáo viên dạy giỏi cấp tỉnh.",
        [("P", "Nguyễn Thị Là", "exemplar")],
    ),
    ("Theo báo cáo của đồng chí Đinh Văn Lợi, tiến độ giải ngân đạt thấp.", [("P", "Đinh Văn Lợi", "other")]),
    ("Thư ký hội nghị: bà Ngô Thùy Dung.", [("P", "Ngô Thùy Dung", "other")]),
    (
        "Lựa chọn đồng chí Bùi Thế Anh, công chức Địa chính, làm gương điển hình để tuyên truyền.",
        [("P", "Bùi Thế Anh", "exemplar")],
    ),
]
