"""What a clause says of its fulfilment: the scope of a negation, the words of time, and the kind of document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.extract import modalities
from extractors.facts import DocumentKind, Modality
from extractors.grammars.denial import denies
from extractors.grammars.modality import campaign_modality, modality
from extractors.segment import Section

KINDS = {"report": DocumentKind.REPORT, "plan": DocumentKind.PLAN, "other": DocumentKind.OTHER}
CLAUSES = """
report|result|done|Khám sức khỏe định kỳ cho 4.215 người cao tuổi, đạt 102% kế hoạch.
report|result|done|Trạm đã tiêm chủng đầy đủ cho 96,4% trẻ dưới 1 tuổi.
report|result|partly|Mới bố trí được 3/5 bác sĩ theo vị trí việc làm.
report|result|partly|Việc cắm mốc mới hoàn thành 41/60 km.
report|result|partly|Giải ngân mới đạt 41% kế hoạch vốn.
report|result|partly|46/50 hộ đã ký cam kết bảo vệ rừng, 04 hộ đi làm ăn xa chưa ký.
report|result|partly|Cơ bản hoàn thành số hóa, còn 120 hồ sơ đang xử lý.
report|shortcoming|partly|Công tác phối hợp giữa các ngành có lúc còn thiếu chặt chẽ.
report|shortcoming|denied|Một số xã chưa thành lập được tổ hợp tác.
report|shortcoming|denied|02/14 thôn chưa có nhà văn hóa.
report|shortcoming|denied|Chưa bố trí được kinh phí cho công tác truyền thông.
report|result|denied|Đến thời điểm báo cáo, dự án vẫn chưa được phê duyệt.
report|result|denied|Hội thi không tổ chức được do mưa lũ.
report|result|denied|Diễn tập phòng, chống lụt bão cấp huyện chưa tổ chức được.
report|result|denied|Việc sửa chữa nhà hiệu bộ phải lùi sang năm sau.
report|result|denied|Chưa có mô hình nào được nhân rộng.
report|result|denied|Không hoàn thành chỉ tiêu phát triển bảo hiểm y tế.
report|result|done|Không có trường hợp nào vi phạm chính sách dân số.
report|result|done|Không để xảy ra dịch bệnh trên đàn vật nuôi.
report|result|done|Chưa phát hiện trường hợp vi phạm.
report|result|done|Công tác khuyến học không ngừng phát triển.
report|result|done|Đã đôn đốc các đơn vị chưa gửi báo cáo.
report|result|done|Phát hành 01 bản tin, nhắc các khoa không che giấu sự cố.
report|result|done|Mở chuyên mục trên hệ thống loa không dây.
report|result|partly|Kế hoạch được ban hành nhưng trễ so với quy định.
other|unknown|done|Kiểm tra 9/9 bếp ăn bán trú, đều đạt yêu cầu.
other|unknown|done|Đảng bộ có 10/11 chi bộ hoàn thành tốt nhiệm vụ trở lên.
other|unknown|done|Số vụ phạm pháp hình sự giảm 38% so với năm trước.
other|unknown|done|Không còn hộ ở nhà tạm trên địa bàn.
other|unknown|pledge|Cá nhân tôi hứa sẽ khắc phục trong quý III/2024.
other|unknown|none|Căn cứ HD số 11/HD-LĐLĐ ngày 08/02/2024 của LĐLĐ tỉnh.
report|unknown|none|Biểu số 02: Tổng hợp kết quả thực hiện.
report|unknown|none|Xã có diện tích tự nhiên 1.862 ha, gồm 9 ấp.
report|result|denied|Việc ký cam kết giúp đỡ thôn Pù Chạng chưa thực hiện được.
report|result|done|Tỷ lệ hộ được thu gom rác đạt 62% do hai thôn ở xa, xe không vào được.
report|result|done|Từ chối thanh toán 37 khoản chi chưa đủ hồ sơ.
report|result|done|Thời gian giao suất ăn giảm 25 phút, không có suất ăn bị trả lại.
report|result|done|Vận động 212 hộ kinh doanh cam kết không lấn chiếm vỉa hè.
report|result|done|Xã đã xây dựng được 01 mô hình, bước đầu mang lại hiệu quả.
report|result|intention|Số mẫu còn thiếu sẽ lấy bù trong tháng 7/2024.
plan|task|obligation|Không bố trí người chưa khám sức khỏe làm việc tại bếp ăn.
report|result|done|Xây dựng mô hình “Văn phòng không giấy tờ” tại 05 phòng.
report|result|done|Tỷ lệ hộ nghèo giảm còn 4,2%.
report|result|done|Toàn huyện có 12/15 xã đạt chuẩn nông thôn mới.
report|result|done|Hồ sơ được giải quyết đúng và trước hạn đạt 99,1%.
report|result|done|Chi bộ kết nạp 05 đảng viên mới.
report|result|done|Các chỉ tiêu đều đạt và vượt kế hoạch giao.
report|result|done|Mô hình tiếp tục được duy trì, nhân rộng ra 03 thôn.
report|result|done|Tiếp tục duy trì tốt việc chào cờ đầu tuần, đã có 100% công chức tham gia.
report|result|in_progress|Hiện đang hoàn thiện hồ sơ trình thẩm định.
report|result|drafting|Đang dự thảo quy chế phối hợp, dự kiến trình trong tháng 7.
report|future|intention|Mở 02 lớp bồi dưỡng cho giáo viên mầm non.
report|future|intention|Sẽ tổ chức đối thoại với doanh nghiệp trong tháng 8.
report|unknown|intention|Trung tâm đã liên hệ và sẽ phối hợp với Đài huyện trong tháng 12.
report|unknown|target|Phòng phấn đấu hoàn thành mô hình nêu trên trong quý II.
report|proposal|obligation|Đề nghị UBND huyện bố trí kinh phí sửa chữa trạm.
report|result|none|Công tác y tế giữ vai trò hết sức quan trọng.
report|result|none|Thực hiện Công văn số 22/SYT-NVY ngày 4/1/2024 của Sở Y tế.
plan|task|obligation|Rà soát, bổ sung cơ số thuốc phòng chống dịch trước ngày 15/4.
plan|task|obligation|Các trường học tổ chức ngoại khóa ít nhất 01 lần/học kỳ.
plan|task|obligation|Không để người bệnh phải chờ quá 30 phút.
plan|task|obligation|Kiểm tra 08 nhiệm vụ đang triển khai, chú ý các nhiệm vụ đã gia hạn.
plan|task|obligation|Tập huấn cho số cán bộ chưa được đào tạo.
plan|organisation|obligation|Giao Trưởng trạm Y tế chịu trách nhiệm đôn đốc.
plan|organisation|obligation|Yêu cầu các thôn khẩn trương triển khai thực hiện.
plan|target|target|Trên 95% hộ dân sử dụng nước hợp vệ sinh.
plan|target|target|Phấn đấu kết nạp từ 03 đảng viên trở lên.
plan|target|target|100% trạm y tế có bác sĩ.
plan|task|pledge|Tập thể Khoa cam kết không để xảy ra sai sót chuyên môn.
plan|task|pledge|Đăng ký hoàn thành 02 công trình phần việc.
plan|task|intention|Dự kiến khai giảng lớp học nghề vào cuối tháng 9.
plan|purpose|none|Nhằm nâng cao nhận thức của cán bộ, đoàn viên.
plan|unknown|none|Năm 2023, Trạm có 08 viên chức, trong đó 02 bác sĩ.
report|result|done|Hội đồng nhân dân xã tổ chức 02 kỳ họp thường lệ, 01 kỳ họp chuyên đề.
report|result|done|Có 18/20 thôn tổ chức Ngày hội Đại đoàn kết.
report|result|done|Thu ngân sách ước đạt 12,3 tỷ đồng, bằng 118% dự toán.
report|result|denied|Việc tu sửa đình làng đến nay chưa triển khai.
report|result|denied|Trong quý không tổ chức được lớp tập huấn nào.
report|result|done|Tiêm phòng cho 1.401 thai phụ, không có phản ứng nặng sau tiêm.
report|result|denied|Hệ thống giám sát trên tuyến tránh chưa đưa vào vận hành.
report|result|denied|03/05 chỉ tiêu không đạt kế hoạch.
report|result|done|100% học sinh không vi phạm luật giao thông.
report|result|done|Không có ca tử vong do sốt xuất huyết.
report|result|done|Đơn vị không còn hồ sơ quá hạn.
report|result|partly|Phong trào ở một số chi hội còn mang tính hình thức.
report|result|partly|Tiến độ giải phóng mặt bằng còn chậm so với yêu cầu.
report|result|partly|Bước đầu hình thành vùng nguyên liệu 30 ha.
report|result|in_progress|Dự án đang được thi công, khối lượng đạt 60%.
report|result|drafting|Đang hoàn thiện dự thảo Đề án, dự kiến trình HĐND huyện tại kỳ họp cuối năm.
report|shortcoming|denied|Chưa chủ động tham mưu cấp ủy về công tác dân vận.
report|shortcoming|denied|Còn 04 hộ chưa di dời khỏi vùng sạt lở.
report|shortcoming|partly|Tỷ lệ tham gia bảo hiểm y tế còn thấp.
report|future|intention|Hoàn thành số hóa hồ sơ đất đai trước ngày 30/6.
report|future|intention|Phối hợp với Công an xã làm sạch dữ liệu dân cư.
report|unknown|done|Qua kiểm tra, phát hiện 05 cơ sở vi phạm, xử phạt 32 triệu đồng.
report|unknown|done|Nhờ đó, số vụ tai nạn giao thông giảm 12% so với cùng kỳ.
report|unknown|intention|Tới đây, xã sẽ lắp đặt thêm 20 camera an ninh.
report|unknown|denied|Kinh phí hỗ trợ đến nay vẫn chưa được cấp.
report|unknown|denied|Do thiếu giáo viên nên nhà trường chưa mở được lớp tin học.
report|proposal|obligation|Kiến nghị Sở Giáo dục và Đào tạo bổ sung 02 biên chế.
report|result|done|Ngày 15/9, UBND xã ra quân tổng vệ sinh môi trường.
report|result|done|Vận động được 45 triệu đồng ủng hộ Quỹ Vì người nghèo.
report|result|done|Phòng cử 02 công chức tham gia đoàn kiểm tra liên ngành.
report|result|denied|Hội nghị sơ kết bị hoãn sang tháng 10.
report|result|done|Các ý kiến cử tri đã được trả lời dứt điểm, không để tồn đọng.
plan|task|obligation|Vận động các hộ chưa tham gia bảo hiểm y tế.
plan|task|obligation|Hằng tháng, bộ phận Một cửa đánh giá mức độ hài lòng.
plan|task|obligation|Xử lý dứt điểm các vụ việc tồn đọng, không để phát sinh điểm nóng.
plan|task|obligation|Trạm Y tế phun hóa chất diệt muỗi tại 06 thôn.
plan|target|target|Giảm tỷ lệ suy dinh dưỡng xuống dưới 10%.
plan|target|target|Có từ 85% hộ gia đình đạt chuẩn văn hóa.
plan|target|target|Không có học sinh bỏ học.
plan|organisation|obligation|Đồng chí Phó Bí thư phụ trách công tác tuyên truyền.
plan|organisation|obligation|Chi đoàn đảm nhận vệ sinh khuôn viên vào thứ Sáu hằng tuần.
plan|task|pledge|Mỗi hội viên cam kết trồng ít nhất 02 cây xanh.
plan|organisation|obligation|Kết quả thực hiện báo cáo về Văn phòng trước ngày 25 hằng tháng.
plan|unknown|obligation|Công tác chuẩn bị hoàn thành trước ngày 10/3.
report|result|done|Hạ tầng viễn thông tiếp tục được đầu tư, phủ sóng 4G đạt 98%.
report|result|denied|Hồ sơ xin cấp phép bị trả lại, đến nay chưa hoàn thiện.
report|result|denied|Công trình chưa thể bàn giao đúng hẹn.
report|result|done|Toàn bộ 14 kiến nghị sau giám sát đã được khắc phục.
report|result|done|Công an xã không để phát sinh tụ điểm ma túy.
report|result|partly|Mới có 2/9 thôn hoàn thành lắp camera.
report|result|done|Hội LHPN tặng 25 suất quà cho phụ nữ nghèo.
report|result|done|Học sinh bỏ học giảm 0,3% so với năm học trước.
report|result|denied|Không có đơn vị nào đăng ký tham gia hội thi.
report|result|in_progress|Việc chi trả hỗ trợ đang được các xã triển khai.
report|result|drafting|Phòng đang dự thảo Tờ trình, dự kiến ban hành trong tháng 6.
report|future|intention|Kiên quyết xử lý các trường hợp vi phạm trật tự xây dựng.
report|shortcoming|denied|Vẫn còn 03 trường chưa có giáo viên tiếng Anh.
report|shortcoming|partly|Ý thức chấp hành của một bộ phận người dân còn hạn chế.
report|unknown|done|Tính đến ngày 30/9, toàn tỉnh có 1.204 hợp tác xã hoạt động.
report|unknown|done|Ban đã làm việc với 12 doanh nghiệp và tháo gỡ 09 vướng mắc.
report|unknown|intention|Dự kiến quý IV sẽ nghiệm thu phần mềm.
plan|task|obligation|Thành lập đoàn kiểm tra liên ngành, hoàn thành trước 15/7.
plan|task|obligation|Mời chuyên gia tập huấn cho những cán bộ chưa qua đào tạo.
plan|task|obligation|Các khoa, phòng tự chấm điểm và gửi kết quả về Phòng Quản lý chất lượng.
plan|target|target|Số vụ tai nạn giao thông giảm ít nhất 5%.
plan|organisation|obligation|Kinh phí do ngân sách huyện bảo đảm.
plan|task|intention|Sẽ khen thưởng đột xuất đối với cá nhân có thành tích.
plan|task|pledge|Đơn vị quyết tâm giữ vững danh hiệu văn hóa.
plan|organisation|obligation|Thủ trưởng các đơn vị chịu trách nhiệm nếu để xảy ra vi phạm.
other|unknown|done|Đơn vị đã nộp báo cáo ngày 12/6.
other|unknown|obligation|Đề nghị các phòng báo cáo trước ngày 10/11.
"""
ROWS = [line.split("|", 3) for line in CLAUSES.strip().splitlines()]


@pytest.mark.parametrize(("kind", "section", "label", "text"), ROWS, ids=[row[3][:45] for row in ROWS])
def test_labels(kind: str, section: str, label: str, text: str) -> None:
    assert modality(text, KINDS[kind], Section(section)) is Modality(label)


@pytest.mark.parametrize(("gold", "known"), [("commitments", False), ("commitments_real_style", True)])
def test_gold(gold: str, known: bool) -> None:
    (figure,) = modalities(gold, known)()
    assert figure.right / figure.of >= 0.95, "\n".join(figure.notes)


def test_projection_leaves_out_what_says_nothing_and_what_is_copied() -> None:
    assert {value for value in Modality if campaign_modality(value) is None} == {Modality.NONE, Modality.RESTATED}
    assert campaign_modality(Modality.PARTLY) == "done"
    assert campaign_modality(Modality.IN_PROGRESS) == "not_done"


@pytest.mark.parametrize("before", ["", "- ", "+ "])
@pytest.mark.parametrize("shape", [str, str.upper])
def test_marks_and_capitals_change_nothing(before: str, shape: type[str]) -> None:
    for kind, section, label, text in ROWS:
        if "“" not in text:
            assert modality(before + shape(text), KINDS[kind], Section(section)) is Modality(label), text


def test_a_negation_in_a_name_or_a_cause_denies_nothing() -> None:
    assert not denies("Xây dựng mô hình “Chưa sạch chưa về” tại 3 tổ")
    assert not denies("Đã lùi họp vì chưa đủ đại biểu")
    assert denies("Do mưa lũ, hội nghị chưa tổ chức được")


@given(st.text(max_size=200), st.sampled_from(list(DocumentKind)), st.sampled_from(list(Section)))
def test_any_text_has_a_label(text: str, kind: DocumentKind, section: Section) -> None:
    assert modality(text, kind, section) in Modality
