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
        [("M", "Phần mềm quản lý lịch trực", "other")],  # an initiative is what somebody did, not a model
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
    (
        "Trong năm, Trạm đã phát hiện và nhân rộng gương cô đỡ thôn bản Chảo Mùi Pham, người đã đỡ đẻ an toàn cho 46 sản phụ.",
        [("P", "Chảo Mùi Pham", "exemplar")],
    ),
    (
        "Phát huy vai trò người có uy tín, ông Lường Văn Xôm, bản Nà Tấu đã vận động 100% hộ dân ký cam kết không trồng cây thuốc phiện.",
        [("P", "Lường Văn Xôm", "exemplar")],
    ),
    (
        "Xét thành tích đạt được, Hội đồng thống nhất đề nghị tặng Giấy khen cho các ông (bà): Thái Bá Dũng, Lê Thị Xuân Quỳnh, Trà Thanh Phong.",
        [
            ("P", "Thái Bá Dũng", "exemplar"),
            ("P", "Lê Thị Xuân Quỳnh", "exemplar"),
            ("P", "Trà Thanh Phong", "exemplar"),
        ],
    ),
    (
        "Danh hiệu “Lao động tiên tiến” được tặng cho 12 đồng chí, tiêu biểu như: Ninh Thị Hạnh (văn thư), Viên Đình Khoa (lái xe).",
        [("P", "Ninh Thị Hạnh", "exemplar"), ("P", "Viên Đình Khoa", "exemplar"), ("M", "Lao động tiên tiến", "other")],
    ),
    ("Chủ trì hội nghị: đồng chí Phương Thị Thanh, Bí thư Đảng ủy.", [("P", "Phương Thị Thanh", "other")]),
    (
        "Đồng chí Trịnh Thế Khải, Phó Giám đốc phụ trách, thay mặt Ban Giám đốc biểu dương 08 điển hình.",
        [("P", "Trịnh Thế Khải", "other")],
    ),
    ("Nghiêm túc phê bình ông Nguyễn Văn Chung, kế toán, do chậm nộp báo cáo.", [("P", "Nguyễn Văn Chung", "other")]),
    ("Cuộc thi do nhà báo Lưu Quang Định làm Trưởng Ban giám khảo.", [("P", "Lưu Quang Định", "other")]),
    ("Kết quả bầu cử: ông Hạng A Tủa được bầu giữ chức Chủ tịch Hội Nông dân xã.", [("P", "Hạng A Tủa", "other")]),
    (
        "Tập thể Đội Cảnh sát giao thông – Trật tự đạt danh hiệu Đơn vị quyết thắng.",
        [("C", "Đội Cảnh sát giao thông – Trật tự", "exemplar")],
    ),
    (
        "Hai đơn vị dẫn đầu là Trung tâm Y tế huyện Mộc Hạ và Bệnh viện Y học cổ truyền.",
        [("C", "Trung tâm Y tế huyện Mộc Hạ", "exemplar"), ("C", "Bệnh viện Y học cổ truyền", "exemplar")],
    ),
    (
        "UBND tỉnh tặng Cờ thi đua cho Trường THPT Chuyên Lê Hồng Phong.",
        [("C", "Trường THPT Chuyên Lê Hồng Phong", "exemplar")],
    ),
    (
        "Công đoàn ngành Giáo dục được Tổng Liên đoàn tặng Cờ thi đua toàn diện.",
        [("C", "Công đoàn ngành Giáo dục", "exemplar")],
    ),
    (
        "Chi hội Phụ nữ thôn Nậm Cang với mô hình “Nhà sạch vườn xanh” đã thu hút 62 hội viên.",
        [("C", "Chi hội Phụ nữ thôn Nậm Cang", "exemplar"), ("M", "Nhà sạch vườn xanh", "exemplar")],
    ),
    ("Ban Dân vận Tỉnh ủy hướng dẫn các đơn vị lựa chọn mô hình điểm.", [("C", "Ban Dân vận Tỉnh ủy", "other")]),
    ("Hội Chữ thập đỏ tỉnh trao 50 suất quà cho gia đình chính sách.", [("C", "Hội Chữ thập đỏ tỉnh", "other")]),
    (
        "Tuyên dương 03 tập thể (Khoa Nhi, Khoa Sản, Phòng Điều dưỡng) và 07 cá nhân.",
        [("C", "Khoa Nhi", "exemplar"), ("C", "Khoa Sản", "exemplar"), ("C", "Phòng Điều dưỡng", "exemplar")],
    ),
    (
        "Đã có nhiều mô hình mới như: “Phiên chợ 0 đồng”, “Tủ bánh mì nghĩa tình” và “ATM gạo”.",
        [
            ("M", "Phiên chợ 0 đồng", "exemplar"),
            ("M", "Tủ bánh mì nghĩa tình", "exemplar"),
            ("M", "ATM gạo", "exemplar"),
        ],
    ),
    (
        "Mô hình Camera nhà trọ an toàn tại phường Bình Chuẩn được Bộ Công an đánh giá cao.",
        [("M", "Camera nhà trọ an toàn", "exemplar")],
    ),
    ("Ra mắt mô hình điểm “Chi bộ số” tại Chi bộ Văn phòng.", [("M", "Chi bộ số", "exemplar")]),
    ("Triển khai mô hình cải tiến lề lối làm việc “5 xin, 4 luôn”.", [("M", "5 xin, 4 luôn", "exemplar")]),
    ("Xây dựng chuyên trang “Người tốt quanh ta” trên Báo tỉnh.", [("M", "Người tốt quanh ta", "other")]),
    (
        "Thực hiện Đề án “Phát triển du lịch cộng đồng” giai đoạn 2021-2025.",
        [("M", "Phát triển du lịch cộng đồng", "other")],
    ),
    ("Ban hành bộ tiêu chí “Cơ quan văn hóa”.", [("M", "Cơ quan văn hóa", "other")]),
    (
        "Mô hình “Tiếng loa an ninh” dự kiến triển khai từ quý II không thực hiện được do thiếu thiết bị.",
        [("M", "Tiếng loa an ninh", "denied")],
    ),
    ("Tiếp tục nghiên cứu, xây dựng mô hình “Bệnh viện xanh” trong năm 2026.", [("M", "Bệnh viện xanh", "planned")]),
    (
        "Đăng ký mới 02 mô hình: “Thư viện lưu động”, “Lớp học không khoảng cách”.",
        [("M", "Thư viện lưu động", "planned"), ("M", "Lớp học không khoảng cách", "planned")],
    ),
    (
        "Phần việc “Thắp sáng đường thôn” do Chi đoàn thôn 3 đảm nhận đã hoàn thành.",
        [("M", "Thắp sáng đường thôn", "other")],
    ),
    (
        "Đội hình tình nguyện “Chuyển đổi số cộng đồng” hỗ trợ 900 người dân.",
        [("M", "Chuyển đổi số cộng đồng", "exemplar")],
    ),
    (
        "Tổ chức hội thi “Tiếng hát mãi xanh”, giải Nhất thuộc về bà Vũ Thị Nhị (thôn 6).",
        [("P", "Vũ Thị Nhị", "exemplar"), ("M", "Tiếng hát mãi xanh", "other")],
    ),
    (
        "Ghi nhận đóng góp của kỹ sư Khuất Duy Tiến trong việc làm chủ công nghệ lọc nước.",
        [("P", "Khuất Duy Tiến", "exemplar")],
    ),
    (
        "Anh Trần Mạnh Tuấn cho biết gia đình thu nhập 300 triệu đồng mỗi năm nhờ mô hình nuôi lươn không bùn.",
        [("P", "Trần Mạnh Tuấn", "other"), ("M", "nuôi lươn không bùn", "exemplar")],
    ),
    (
        "Chị Hờ Y Lỳ mạnh dạn vay vốn, xây dựng mô hình trồng dứa, trở thành gương phụ nữ làm kinh tế giỏi.",
        [("P", "Hờ Y Lỳ", "exemplar"), ("M", "trồng dứa", "exemplar")],
    ),
    ("Trường Tiểu học Kim Đồng có 12 giáo viên đạt danh hiệu giáo viên dạy giỏi cấp huyện.", []),
    (
        "Huyện đoàn Tuần Giáo, Huyện đoàn Mường Ảng chưa nộp báo cáo.",
        [("C", "Huyện đoàn Tuần Giáo", "other"), ("C", "Huyện đoàn Mường Ảng", "other")],
    ),
    ("Báo cáo viên: ThS. Đỗ Thị Ngân, giảng viên Trường Chính trị.", [("P", "Đỗ Thị Ngân", "other")]),
    (
        "Đồng chí Cầm Thị Quý - nguyên Chủ tịch Hội - được truy tặng Huân chương Lao động hạng Ba.",
        [("P", "Cầm Thị Quý", "exemplar")],
    ),
    (
        "Tại buổi lễ, bà Hoàng Lê Thu Thủy đã trao học bổng cho 30 em học sinh nghèo vượt khó.",
        [("P", "Hoàng Lê Thu Thủy", "other")],
    ),
    ("Hưởng ứng lời kêu gọi thi đua ái quốc của Chủ tịch Hồ Chí Minh.", [("P", "Hồ Chí Minh", "other")]),
    (
        "Thanh tra viên Doãn Thế Anh chủ động đề xuất quy trình rút ngắn thời gian thanh tra, được Thanh tra tỉnh áp dụng toàn ngành.",
        [("P", "Doãn Thế Anh", "exemplar")],
    ),
    (
        "Tôn vinh các thầy cô giáo: Đào Thị Quyên (GV Ngữ văn), Bùi Mạnh Hà (GV Thể dục) vì thành tích bồi dưỡng học sinh giỏi.",
        [("P", "Đào Thị Quyên", "exemplar"), ("P", "Bùi Mạnh Hà", "exemplar")],
    ),
    (
        "Một trong những tấm gương ấy là ông giáo già Phan Khắc Kỷ, 78 tuổi, vẫn mở lớp xóa mù chữ miễn phí.",
        [("P", "Phan Khắc Kỷ", "exemplar")],
    ),
    (
        "Không thể không nhắc tới Chi hội trưởng Cựu chiến binh Vi Đình Phòng - người đã hiến 1.200 m2 đất xây nhà văn hóa.",
        [("P", "Vi Đình Phòng", "exemplar")],
    ),
    (
        "Đồng chí Lù Thị Mai (chủ tịch công đoàn) được nhận Kỷ niệm chương “Vì sự nghiệp xây dựng tổ chức Công đoàn”.",
        [("P", "Lù Thị Mai", "exemplar"), ("M", "Vì sự nghiệp xây dựng tổ chức Công đoàn", "other")],
    ),
    (
        "Gia đình bà Thạch Thị Sa Rinh, ấp Sóc Ruộng, là hộ Khmer thoát nghèo tiêu biểu.",
        [("P", "Thạch Thị Sa Rinh", "exemplar")],
    ),
    (
        "Cháu Hồ Thị Ngọc Diễm nhặt được 12 triệu đồng đã trả lại người đánh mất.",
        [("P", "Hồ Thị Ngọc Diễm", "exemplar")],
    ),
    ("Cảm ơn bà Lý Mỹ Dung, Tổng Giám đốc Công ty An Phát, đã tài trợ 200 suất quà.", [("P", "Lý Mỹ Dung", "other")]),
    ("Hồ sơ xin gửi về đ/c Tô Thị Oanh, SĐT 0978.123.456.", [("P", "Tô Thị Oanh", "other")]),
    ("Căn cứ Biên bản họp do đồng chí Lã Quý Đôn chủ trì.", [("P", "Lã Quý Đôn", "other")]),
    ("Phiên tòa xét xử bị cáo Nguyễn Văn Long về tội gây rối trật tự công cộng.", [("P", "Nguyễn Văn Long", "other")]),
    ("Tiếp nhận đơn của công dân Trần Thị Mão khiếu nại về đất đai.", [("P", "Trần Thị Mão", "other")]),
    (
        "Danh sách thi đua: Chiến sĩ thi đua cơ sở - Vũ Hải Nam; Lao động tiên tiến - Cù Thị Hậu, Đặng Ngọc Anh.",
        [("P", "Vũ Hải Nam", "exemplar"), ("P", "Cù Thị Hậu", "exemplar"), ("P", "Đặng Ngọc Anh", "exemplar")],
    ),
    (
        "Trong đó có 02 cá nhân được Thủ tướng Chính phủ tặng Bằng khen là Thượng úy Điểu Khiêm và bác sĩ Kim Thị Sô Phia.",
        [("P", "Điểu Khiêm", "exemplar"), ("P", "Kim Thị Sô Phia", "exemplar")],
    ),
    (
        "Giáo viên Chu Thị Hoa Lý đạt giải Ba Hội thi giáo viên dạy giỏi cấp tỉnh.",
        [("P", "Chu Thị Hoa Lý", "exemplar")],
    ),
    (
        "Điển hình cho phong trào là Hợp tác xã Rau sạch Đông Anh, doanh thu 4 tỷ đồng/năm.",
        [("C", "Hợp tác xã Rau sạch Đông Anh", "exemplar")],
    ),
    (
        "Đảng bộ xã Cẩm Lương được công nhận hoàn thành xuất sắc nhiệm vụ 5 năm liền.",
        [("C", "Đảng bộ xã Cẩm Lương", "exemplar")],
    ),
    (
        "Đề nghị UBND tỉnh tặng Bằng khen cho tập thể Phòng Tài nguyên và Môi trường.",
        [("C", "Phòng Tài nguyên và Môi trường", "exemplar")],
    ),
    (
        "Các đơn vị làm tốt như Trường Mầm non Hoa Phượng, Trạm Y tế xã Phù Linh, Ban Quản lý chợ Nỷ.",
        [
            ("C", "Trường Mầm non Hoa Phượng", "exemplar"),
            ("C", "Trạm Y tế xã Phù Linh", "exemplar"),
            ("C", "Ban Quản lý chợ Nỷ", "exemplar"),
        ],
    ),
    (
        "Phê bình Phòng Kinh tế - Hạ tầng và UBND xã Đồng Thịnh chậm báo cáo.",
        [("C", "Phòng Kinh tế - Hạ tầng", "other"), ("C", "UBND xã Đồng Thịnh", "other")],
    ),
    ("Biểu dương tập thể lớp 5A và chi đội 9B.", [("C", "lớp 5A", "exemplar"), ("C", "chi đội 9B", "exemplar")]),
    (
        "Kho bạc Nhà nước huyện phối hợp với Phòng Tài chính - Kế hoạch đối chiếu số liệu.",
        [("C", "Kho bạc Nhà nước huyện", "other")],
    ),
    (
        "Mô hình liên kết sản xuất lúa Nhật giữa Hợp tác xã Tân Tiến với Công ty An Đình cho lãi 35 triệu đồng/ha.",
        [("M", "liên kết sản xuất lúa Nhật", "exemplar")],
    ),
    (
        "Cách làm sáng tạo “Ngày không viết, không hẹn” giúp giảm 40% thời gian chờ.",
        [("M", "Ngày không viết, không hẹn", "exemplar")],
    ),
    (
        "Ấn tượng nhất là “Góc học tập thông minh” – mô hình của học sinh lớp 8C.",
        [("M", "Góc học tập thông minh", "exemplar")],
    ),
    (
        "Nhân rộng các mô hình có hiệu quả: Tổ phụ nữ tiết kiệm; Vườn rau dinh dưỡng; Đường hoa tự quản.",
        [
            ("M", "Tổ phụ nữ tiết kiệm", "exemplar"),
            ("M", "Vườn rau dinh dưỡng", "exemplar"),
            ("M", "Đường hoa tự quản", "exemplar"),
        ],
    ),
    ("Duy trì chuyên mục “Hỏi - đáp chính sách” trên sóng truyền thanh.", [("M", "Hỏi - đáp chính sách", "other")]),
    (
        "Phát động cuộc vận động “Toàn dân rèn luyện thân thể theo gương Bác Hồ vĩ đại”.",
        [("M", "Toàn dân rèn luyện thân thể theo gương Bác Hồ vĩ đại", "other")],
    ),
    (
        "Mô hình “Ông bà mẫu mực - Con cháu thảo hiền” chưa được nhân rộng.",
        [("M", "Ông bà mẫu mực - Con cháu thảo hiền", "exemplar")],
    ),
    ("Năm 2025 đơn vị phấn đấu xây dựng 01 mô hình “Cơ quan kiểu mẫu”.", [("M", "Cơ quan kiểu mẫu", "planned")]),
    ("Bãi bỏ mô hình “Một cửa lưu động” do không còn phù hợp.", [("M", "Một cửa lưu động", "denied")]),
    (
        "Ban Chỉ đạo thành lập 02 tổ công tác do đồng chí Phó Chủ tịch UBND xã Lầu Mí Pó làm Tổ trưởng.",
        [("P", "Lầu Mí Pó", "other")],
    ),
    (
        "Trưởng thôn Nông Văn Thắm gương mẫu đi đầu phá bỏ chuồng trại để mở rộng đường.",
        [("P", "Nông Văn Thắm", "exemplar")],
    ),
    (
        "Theo ông Lê Đình Cảnh, Giám đốc Trung tâm, mô hình đã giúp tiết kiệm 30% nước tưới.",
        [("P", "Lê Đình Cảnh", "other")],
    ),
    (
        "Ý tưởng “Hộp cứu hộ thông minh” của em Mông Thị Xuyên đoạt giải Nhất cấp tỉnh.",
        [("P", "Mông Thị Xuyên", "exemplar")],
    ),
    (
        "Bên cạnh đó, xuất hiện những cách làm hay của cán bộ một cửa Lương Thị Mến, người chủ động nhắn tin báo kết quả cho dân.",
        [("P", "Lương Thị Mến", "exemplar")],
    ),
    ("Lãnh đạo Sở đã đến thăm, động viên gia đình liệt sĩ Hoàng Văn Nọn.", [("P", "Hoàng Văn Nọn", "other")]),
    (
        "Trao Kỷ niệm chương cho nguyên Giám đốc Bế Xuân Tiến và nguyên Phó Giám đốc Lèng Thị Páo.",
        [("P", "Bế Xuân Tiến", "exemplar"), ("P", "Lèng Thị Páo", "exemplar")],
    ),
    (
        "Hội thi thu hút 12 đội; cá nhân xuất sắc nhất là thí sinh Quang Thị Lả (đội Bản Mường).",
        [("P", "Quang Thị Lả", "exemplar")],
    ),
    (
        "Ông Đặng Hành Quyên - Chủ tịch Hội Người cao tuổi xã - 12 năm liền được Hội cấp trên khen thưởng.",
        [("P", "Đặng Hành Quyên", "exemplar")],
    ),
    (
        "Nhóm giáo viên Trần Thị Hoài Thu, Nguyễn Quốc Bình đạt giải C cấp bộ với sản phẩm “Kính hiển vi mini”.",
        [
            ("P", "Trần Thị Hoài Thu", "exemplar"),
            ("P", "Nguyễn Quốc Bình", "exemplar"),
            ("M", "Kính hiển vi mini", "other"),
        ],
    ),
    ("Đồng chí Vàng Seo Giả, Phó Bí thư Thường trực, quán triệt nội dung chuyên đề.", [("P", "Vàng Seo Giả", "other")]),
    ("Mọi thông tin liên hệ bà Nguyễn Thị Út, Phòng Văn hóa.", [("P", "Nguyễn Thị Út", "other")]),
    (
        "Đoàn công tác gồm: ông Sầm Văn Hợp, bà Lục Thị Nhung và 03 chuyên viên.",
        [("P", "Sầm Văn Hợp", "other"), ("P", "Lục Thị Nhung", "other")],
    ),
    (
        "Trong 20 gương sáng được biểu dương có già làng A Đơn (làng Kon Brắp) và thầy giáo Siu Blih.",
        [("P", "A Đơn", "exemplar"), ("P", "Siu Blih", "exemplar")],
    ),
    ("Trưởng Ban Quản lý thôn Hà Văn Chài bị nhắc nhở vì để xảy ra cháy rừng.", [("P", "Hà Văn Chài", "other")]),
    (
        "Nêu gương 02 tập thể: Đội Thuế liên xã số 3; Hạt Giao thông Đèo Cả.",
        [("C", "Đội Thuế liên xã số 3", "exemplar"), ("C", "Hạt Giao thông Đèo Cả", "exemplar")],
    ),
    (
        "Thành tích nổi bật thuộc về Chi bộ Trường Cao đẳng nghề Lam Kinh.",
        [("C", "Chi bộ Trường Cao đẳng nghề Lam Kinh", "exemplar")],
    ),
    (
        "Chi cục Thuế khu vực Bắc Sơn hoàn thành 121% dự toán, được Bộ Tài chính tặng Bằng khen.",
        [("C", "Chi cục Thuế khu vực Bắc Sơn", "exemplar")],
    ),
    (
        "Phòng Công chứng số 1 và Trung tâm Trợ giúp pháp lý dẫn đầu khối thi đua.",
        [("C", "Phòng Công chứng số 1", "exemplar"), ("C", "Trung tâm Trợ giúp pháp lý", "exemplar")],
    ),
    (
        "Giao Đoàn Thanh niên xã xây dựng mô hình “Tủ sách pháp luật điện tử”.",
        [("C", "Đoàn Thanh niên xã", "other"), ("M", "Tủ sách pháp luật điện tử", "exemplar")],
    ),
    (
        "Từ phong trào đã hình thành mô hình “3 sạch”, mô hình “5 có”, mô hình “Tổ vay vốn không nợ xấu”.",
        [("M", "3 sạch", "exemplar"), ("M", "5 có", "exemplar"), ("M", "Tổ vay vốn không nợ xấu", "exemplar")],
    ),
    (
        "Mô hình nuôi cá lồng trên hồ Thác Bà của hộ anh Tòng Văn Pản cho thu nhập 700 triệu đồng/năm.",
        [
            ("M", "nuôi cá lồng trên hồ Thác Bà của hộ anh Tòng Văn Pản", "exemplar"),
            ("P", "Tòng Văn Pản", "other"),
        ],
    ),
    ("Mô hình “Học cùng con” đang được Hội Phụ nữ hoàn thiện để ra mắt.", [("M", "Học cùng con", "exemplar")]),
    ("Cuốn sổ tay “Hỏi đáp về dịch vụ công” được phát đến từng hộ.", [("M", "Hỏi đáp về dịch vụ công", "other")]),
    ("Lớp học “Xóa mù công nghệ” do Đoàn xã tổ chức thu hút 80 người.", [("M", "Xóa mù công nghệ", "other")]),
    (
        "Thực hiện khẩu hiệu “Gọi dân tận nhà, trả hồ sơ tận tay”.",
        [("M", "Gọi dân tận nhà, trả hồ sơ tận tay", "other")],
    ),
    (
        "CLB “Liên thế hệ tự giúp nhau” thôn Hạ giúp 30 hội viên vay vốn.",
        [("M", "Liên thế hệ tự giúp nhau", "exemplar")],
    ),
    ("Chưa có mô hình nào đạt như “Ngôi nhà thông minh” của xã bạn.", []),
    (
        "Khoa Cơ điện và Phòng Công tác học sinh tiếp tục là hai tập thể dẫn đầu phong trào.",
        [("C", "Khoa Cơ điện", "exemplar"), ("C", "Phòng Công tác học sinh", "exemplar")],
    ),
    (
        "Việc thành lập câu lạc bộ “Ông bà cháu” tại xã Hòa Sơn chưa thực hiện được do thiếu kinh phí.",
        [("M", "Ông bà cháu", "other")],
    ),
    (
        "Tuyên dương: chị Mai Thị Xuyến (Tổ trưởng Chuyền 5), chị Trần Thị Lệ (công nhân), Chuyền may số 7.",
        [("P", "Mai Thị Xuyến", "exemplar"), ("P", "Trần Thị Lệ", "exemplar"), ("C", "Chuyền may số 7", "exemplar")],
    ),
    (
        "Mô hình hiệu quả như: mô hình nuôi hươu lấy nhung ở xã An Bình, mô hình trồng bưởi hữu cơ ở xã Yên Phú.",
        [("M", "nuôi hươu lấy nhung", "exemplar"), ("M", "trồng bưởi hữu cơ", "exemplar")],
    ),
    (
        "Duy trì mô hình trồng dưa lưới trong nhà màng tại thôn Hạ.",
        [("M", "trồng dưa lưới trong nhà màng", "exemplar")],
    ),
]
