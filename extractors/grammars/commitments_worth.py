"""How far a clause can be checked: numbers, dates and names make it so, exhortations and descriptions do not."""

from __future__ import annotations

import re

from extractors.facts import DocumentKind, Modality
from extractors.grammars.commitments_people import tells_of_somebody
from extractors.grammars.denial import starts_with_verb
from extractors.grammars.gates import Gate
from extractors.grammars.verbs import VERB
from extractors.segment import Section
from extractors.vietnamese import fold

# Numbers that only cite or count years: "số 512/KH-SKHCN ngày 19/5/2022", "năm 2022", "điểm 2.3", "Luật … năm 2013".
_CITED = re.compile(
    r"\bsố\s*:?\s*[\d][\w./-]*(?:\s+ngày\s+[\d/.-]+)?|\bngày\s+\d[\d/.\-]*|\b(?:năm|tháng)\s+[\d/]+"
    r"|\b(?:điểm|mục|khoản|điều|nhiệm vụ|giai đoạn|phụ lục)\s+\d[\d.]*|\([\d/. -]+\)|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b"
    r"|\b20\d\d\b"
    # … nor do phones, standards, versions, hours of duty, and how long a procedure takes.
    r"|\b0\d{2,3}[.\- ]?\d{3,4}[.\- ]?\d{3,4}\b|\b1[89]00[.\- ]?\d{4}\b|\b(?:iso|[tq]cvn|tccs)\b[\w :.\-/]*"
    r"|\b\d{1,2}(?:\.\d{1,2}){2,}\b|\b24/(?:7|24)\b|\b\d+ (?:ngày|giờ) làm việc\b"
)
_FIRM = re.compile(
    r"\d|\b(?:mô hình|chuyên mục|cách làm|câu lạc bộ|clb|công trình|sáng kiến|góc|phần mềm|đề án)\b[^\"]{0,40}\""
)
# A question of a form, or its blanks, claims nothing.
_FORM = Gate(r"\?\W*$|\.{4,}|…{2,}|_{3,}", ["?", "....", "……", "___"])
_WORD = re.compile(r"[^\W\d_]{2,}")
_BRACKETS = re.compile(r"\([^()]*\)")
_COUNTED = re.compile(r"[\d\"]")  # without either nothing is firm
_FIGURES = re.compile(r"%|\d/\d|\bmới\b")
_ASKS = re.compile(r"^(?:kính )?(?:đề nghị|kiến nghị|đề xuất)\b")
# "Phòng đề nghị Công an tỉnh trang bị thêm …" is asked of others: neither done nor promised.
_ASKS_OTHERS = re.compile(
    r"(?!(?:đã|được)\b)(?:(?!đã\b)[^\W\d_]+ ){1,6}(?:kính |trân trọng )?"
    r"(?:đề nghị|kiến nghị) (?!khen|tặng|xét|công nhận)"
)
# Asked of those above, with or without a figure: "Đề nghị UBND huyện hỗ trợ 1,5 tỷ đồng".
_ASKS_ABOVE = re.compile(
    r"^(?:kính )?(?:đề nghị|kiến nghị) (?!khen|tặng|xét|công nhận|biểu dương|tuyên dương)[^;]*?"
    r"\b(?:hỗ trợ|quan tâm|xem xét|bố trí|cấp|trang bị|đầu tư|bổ sung|tạo điều kiện|sớm|cho phép|tăng cường)\b"
)
# "Đồng chí Bí thư Huyện ủy đến dự và phát biểu" tells of a guest, no deed of the unit.
_GUEST = Gate(
    r"\b(?:đến|tới|về) dự\b|\bdự và phát biểu\b|\bphát biểu (?:chỉ đạo|khai mạc|bế mạc|chúc mừng)\b"
    r"|^(?:[^,]{2,24}, )?(?:các )?(?:đồng chí|đ/c) [^,;]*\b(?:đến|tới|về) (?:thăm|làm việc|kiểm tra)\b",
    [" dự", "phát biểu", "đồng chí", "đ/c"],
)
_COMES = Gate(r"\bđăng ký [^,;]*\b(?:dự|tham gia|tham dự)\b", ["đăng ký"])  # a list of those who come
_RISES = re.compile(r"(?:tăng|giảm)\b")
# An order to a person lays a duty on him where it asks for more than to be in charge.
_TASKED = re.compile(
    r"(?:giao|phân công|(?=[^;]*(?:tổng hợp|báo cáo)))\b.*\b(?:tham mưu|xây dựng|soạn thảo|chuẩn bị|tổ chức|báo cáo|lập"
    r"|tổng hợp|thống kê|rà soát|triển khai)\b"
)
_LAID_ON_OTHERS = frozenset({Modality.OBLIGATION, Modality.TARGET})
_THANKS = re.compile(r"^(?:được|nhờ|với) sự (?:quan tâm|lãnh đạo|chỉ đạo|hỗ trợ|giúp đỡ|phối hợp|vào cuộc)\b")
_NO_TASK = re.compile(r"(?:gắn|không có|thực hiện (?:đúng|nghiêm|tốt))\b")
_URGES = re.compile(
    r"^(?:tiếp tục|tăng cường|đẩy mạnh|nâng cao|phát huy|chú trọng|quan tâm|kết hợp|căn cứ|phát động, đẩy mạnh"
    r"|đề cao)\b"
)
# Says what ought to be, not what is or will be.
_NEEDS = re.compile(r"(?:(?:cần|phải)(?: phải)?|mong|rất mong|mong muốn)\b")
# "đã tổ chức nhiều hoạt động thiết thực" can be checked by nobody; "chiếm 38%" tells a state.
_UNTOLD = re.compile(
    r"\b(?:nhiều|các|một số) (?:hoạt động|nội dung|giải pháp|hình thức|biện pháp|kết quả|chuyển biến|tiến bộ)"
    r"(?: (?:thiết thực|phong phú|đa dạng|cụ thể|quan trọng|tích cực|đồng bộ|nổi bật|đáng ghi nhận|bổ ích|ý nghĩa"
    r"|hiệu quả)"
    r"(?:,| và)?)*[ .]*$"
)
_SHARE_ONLY = re.compile(r"^[^,;]*\bchiếm (?:tỷ lệ )?\d[\d,.]*\s?%[ .]*$")
_CONTACT = Gate(
    r"(?:điện thoại|số máy|email|thư điện tử)\s*:?\s*[\d(+]", ["điện thoại", "số máy", "email", "thư điện tử"]
)
_BOILERPLATE = re.compile(
    r"(?:danh sách(?![^;]*\bđược\b)|trong quá trình|nếu (?:có|gặp)|kinh phí|nguồn kinh phí"
    r"|kế hoạch này|trên đây là|kính báo cáo"
    r"|(?:báo cáo|công văn|văn bản|tờ trình) này (?:thay|đính chính|bổ sung)"
    r"|xin báo cáo"
    r"|kính đề nghị[^\d]*xem xét"
    r"|đề nghị[^\d]*(?:xem xét|quan tâm)|căn cứ tình hình|khẩu hiệu)"
    r"|(?:biên bản|cuộc họp|hội nghị|đại hội|buổi (?:họp|làm việc)) (?:kết thúc|bế mạc|được lập)\b|hôm nay\b"
)
_FORMULA = Gate(
    r"\b(?:thực hiện|căn cứ|triển khai) (?:kế hoạch|công văn|chỉ thị|quyết định|hướng dẫn|chương trình) số "
    r"[^;]*\b(?:xây dựng|ban hành) kế hoạch\W*$"
    r"|\b(?:kính (?:báo cáo|trình)|báo cáo kết quả như sau|xây dựng kế hoạch như sau|báo cáo như sau|trân trọng)\b"
    r"|\bkết quả sau\W*$",
    ["kính", "kết quả sau", "như sau", "trân trọng", "kế hoạch"],
)
_VAGUE = re.compile(
    r"^(?:tăng cường|làm tốt|đẩy mạnh|nâng cao|phát huy|chú trọng) (?:hơn nữa )?(?:công tác|chất lượng|hiệu quả"
    r"|vai trò|sự|trách nhiệm|nhận thức|tinh thần)\b"
    r"|^(?:[^,;]{2,40} )?yêu cầu [^,;]*(?:, [^,;]+)*\b(?:nghiêm túc|tích cực|khẩn trương|chủ động)\b"
    r"|^căn cứ (?:vào )?(?:nội dung )?(?:kế hoạch|văn bản|hướng dẫn|công văn) này\b"
    r"|\bcăn cứ (?:vào )?(?:chức năng|nhiệm vụ|điều kiện|tình hình)\b"
    r"|^(?:gắn|không để|thực hiện (?:đúng|nghiêm|tốt|theo)|nâng cao|phát huy|tạo|bảo đảm|đảm bảo|kết hợp|tăng cường sự"
    r"|chấp hành)\b"
    r"|\bchịu trách nhiệm (?:trước|về|chính)\b|\bthực hiện (?:theo )?(?:đúng )?quy định\b"
    r"|\btheo quy định(?: của \w+)?$|\bchỉ đạo chung\b"
    r"|^về [^,;\d]{3,60}$|\blà căn cứ\b|^[^;]{3,80} (?:chủ trì|phối hợp)$"
)
# What an office is charged with is a duty, however it closes: "Văn phòng theo dõi, báo cáo theo quy định".
_CHARGED = re.compile(r"\b(?:theo dõi|báo cáo|tổng hợp|thẩm định|kiểm tra|tham mưu)\b[^;]*\btheo quy định")
# Below targets such a verb still asks for one thing that can be looked up.
_CONCRETE = re.compile(r"(?:lựa )?chọn|đăng ký|thành lập|ra mắt|tổ chức|ban hành|kiện toàn|lắp đặt|không \w+ nào\b")
_PRAISE = Gate(
    r"^(?:điển hình|tiêu biểu|nổi bật|tấm gương|gương)\b|\bxuất hiện (?:nhiều |một số |những |các )?(?:tấm )?(?:gương"
    r"|điển hình)\b|^(?:một số|nhiều|các) (?:tấm )?gương\b|\blà (?:một |những )?(?:tấm )?(?:gương|điển hình)\b",
    ["gương", "điển hình", "tiêu biểu", "nổi bật"],
)
_PRAISE_LEAD = re.compile(r"\b(?:biểu dương|tuyên dương|khen thưởng|tôn vinh|vinh danh|nêu gương|tiêu biểu)\b")
_AWARDS = Gate(
    r"\b(?:(?:tặng|trao)(?: tặng)? (?:giấy|bằng) khen|(?:khen thưởng|tôn vinh|biểu dương|tuyên dương|công nhận"
    r"|lựa chọn|giới thiệu) \d)",
    ["tặng", "trao", "khen thưởng", "tôn vinh", "dương", "công nhận", "lựa chọn", "giới thiệu"],
)
_HAPPENS = Gate(
    r"\b(?:xảy ra (?:tại |ở )?\d|thiệt hại (?:ước|khoảng|về)|chịu ảnh hưởng|ghi nhận \d[\d.]* (?:ca|vụ|ổ|trường hợp)\b"
    r"|\d ca (?:mắc|bệnh|tử vong|nhiễm))",
    ["xảy ra", "thiệt hại", "chịu", "ghi nhận", " ca "],
)
_NUMBERED = re.compile(
    r"\b(?:quyết định|kế hoạch|công văn|tờ trình|báo cáo|hướng dẫn|phương án|nghị quyết"
    r"|thông báo)\b[^,;]{0,40}\bsố\s*\d"
)
# What such a verb opens is done once and can be looked up, counted or not.
_ISSUES = re.compile(
    r"(?:ban hành|thành lập|kiện toàn|ra mắt|khánh thành|bàn giao|khởi công|công bố) (?:quyết định|kế hoạch|quy chế"
    r"|đề án|hội đồng|ban|tổ|đội|câu lạc bộ|mô hình|công trình|nghị quyết|nhà)\b"
)
_HONOUR = re.compile(
    r"\b(?:được|đạt|đoạt|nhận)\s[^,;]{0,80}?(?:tặng|khen|danh hiệu|biểu dương|giải|bằng khen|công nhận)\b"
)
_LESSON = re.compile(r"\b(?:bài học|kinh nghiệm|nguyên nhân|khẩu hiệu|phương châm|chủ đề)\b")
_STOCK = re.compile(
    r"^[^,;]{2,40} có (?:tổng )?(?:diện tích|dân số|quân số|số dân)\b"
    r"|^(?:[^,;]{2,40}, )?[^,;]{2,60}\b(?:hiện |hiện nay |hiện )?có (?:tổng số )?\d[\d.,]* [^;]*$"
    r"|^(?:tổng số|toàn huyện có|toàn xã có|toàn trường có|đợt thi đua được chia|mỗi (?:buổi|lớp) có khoảng)\b"
)
_FOUNDED = re.compile(r"[^,;]{2,40} (?:được )?thành lập (?:từ |vào )?(?:ngày|tháng|năm)\b[^;]*\b(?:có|gồm) \d")
# More than a stock: something came of it, or a count is told before "có" ("trợ giúp pháp lý 219 vụ, quý III có 88 vụ").
_TELLS = re.compile(
    rf"\b(?:đạt|đã|được|hoàn thành|tham gia|dự|kiện toàn|triển khai)\b|(?<!\w){VERB} [^,;]{{0,40}}\d[^,;]*, .*\bcó \d"
)
_SPOKEN = re.compile(r"\b(?:đã|được|hoàn thành|ra mắt|thành lập|biểu dương|tặng|thành công|lần thứ)\b")
_HAS_DONE = re.compile(r"\bđã\b[^,;]*\d")
_EACH = re.compile(r"mỗi [^,;]{2,40} có \d")  # asked of each: "mỗi lớp có 04 tiết đọc"
_COMPARE = re.compile(r"^so với\b")
_WEAK_PASSIVE = Gate(
    r"\bđược (?:[^\W\d_]+ ){0,3}?(?:đẩy mạnh|nâng cao|nâng lên|quan tâm|chú trọng|giữ vững|củng cố"
    r"|phát huy|tăng cường|cải thiện|duy trì|triển khai (?:nghiêm túc|đồng bộ|kịp thời|tích cực|sâu rộng|hiệu quả))\b"
    r"|\b(?:tích cực|nhiệt tình|sôi nổi) (?:hưởng ứng|tham gia|thực hiện)\b|\bđã quán triệt\W*$",
    ["được", "tích cực", "nhiệt tình", "sôi nổi", "quán triệt"],
)


def worth(
    text: str, label: Modality, section: Section, kind: DocumentKind, *, lead: str, dated: bool, by_person: bool
) -> float:
    """Return the confidence that a clerk would list the clause: .9 firm, .6 general, below .5 not worth listing.

    `lead` is the folded lead-in before it, `dated`: a date binds it, `by_person`: a single person acts.
    """
    low = " ".join(fold(text).split())
    if _FORM.search(low) or _garbled(low):
        return 0.2
    plain = _BRACKETS.sub(" ", low)
    if len(plain.split()) < 3:
        return 0.3  # "Khen thưởng (theo Quyết định số 31/QĐ-SNV)" announces what follows
    firm = dated or (_COUNTED.search(low) is not None and _FIRM.search(_CITED.sub(" ", low)) is not None)
    if (
        _BOILERPLATE.match(low)
        or _CONTACT.search(plain)
        or _FORMULA.search(low)
        or _COMPARE.match(low)
        or _LESSON.search(lead)
    ):
        return 0.2
    if (
        _PRAISE.search(low)
        or (_praises(lead) and not (_own_deed(low, lead, firm=firm) or _gives(low)))
        or low.startswith('"')
        or _HAPPENS.search(low)
    ):
        return 0.3
    if lead.startswith("tình hình") and _RISES.match(low):
        return 0.3  # "Tình hình cháy: …; giảm 03 vụ" compares what happened
    if (
        _GUEST.search(low)
        or lead.endswith("trong đó")
        or low.startswith("trong đó")
        or (_THANKS.match(low) and not firm)
    ):
        return 0.3
    if kind is DocumentKind.OTHER and _COMES.search(low):
        return 0.3
    asked = label in _LAID_ON_OTHERS or (label is not Modality.DONE and low.startswith(("đề nghị", "kính đề nghị")))
    if kind is DocumentKind.OTHER and asked and section is not Section.FUTURE:
        return 0.4
    if kind is DocumentKind.PLAN:
        return _in_plan(low, label, section, firm=firm, by_person=by_person)
    if by_person and label is Modality.DONE and (_HONOUR.search(low) or _PRAISE.search(lead)):
        return 0.3
    if kind is DocumentKind.REPORT and tells_of_somebody(text):
        return 0.3
    return _in_report(low, label, section, firm=firm)


def _garbled(low: str) -> bool:
    """Return whether more marks than words stand in the clause: a table that recognition read as running text."""
    tokens = low.split()
    if "|" not in tokens and 2 * sum(len(token) > 1 and token.isalpha() for token in tokens) >= len(tokens):
        return False  # most clauses: each such token holds a word
    words = len(_WORD.findall(low))
    return 2 * words < len(tokens) or ("|" in tokens and 5 * words < 3 * len(tokens))


def _praises(lead: str) -> bool:
    return _PRAISE.search(lead) is not None or _PRAISE_LEAD.search(lead) is not None


def _gives(low: str) -> bool:
    """Return whether an award is given, and not received."""
    found = _AWARDS.search(low)
    return found is not None and re.search(r"\b(?:được|nhận)\b", low[: found.start()]) is None


def _own_deed(low: str, lead: str, *, firm: bool) -> bool:
    """Return whether a counted deed follows the models shown ("Các mô hình tiêu biểu: …; thành lập 27 đội …")."""
    told = low.startswith("mô hình") and _HAS_DONE.search(low) is not None  # "Điển hình: mô hình X đã phủ 24/24 phòng"
    return firm and (told or ("mô hình" in lead and starts_with_verb(low)))


def _in_plan(low: str, label: Modality, section: Section, *, firm: bool, by_person: bool) -> float:
    if section is Section.PURPOSE or (section is Section.BUDGET and not firm):
        return 0.2
    if section in {Section.RESULT, Section.SHORTCOMING} and not starts_with_verb(low):
        return 0.3
    if label in {Modality.DONE, Modality.PARTLY} or (label is Modality.DENIED and section is Section.UNKNOWN):
        return 0.3
    if _STOCK.match(low) and not starts_with_verb(low) and not _EACH.match(low):
        return 0.3
    if _NO_TASK.match(low) and not (section is Section.TARGET and low.startswith("không có")):
        return 0.4
    if firm:
        return 0.9
    if section is Section.TARGET and (low.startswith(("không có", "không để")) or _CONCRETE.match(low)):
        return 0.6
    if by_person and _TASKED.match(low):
        return 0.6
    if (_VAGUE.search(low) and not _CHARGED.search(low)) or by_person or section is Section.TARGET:
        return 0.4
    return 0.4 if low.startswith("đề nghị") else 0.6


def _in_report(low: str, label: Modality, section: Section, *, firm: bool) -> float:
    if label is Modality.DENIED:
        return 0.8
    if label is Modality.PARTLY and not (firm and _FIGURES.search(low)):
        return 0.4
    if _NEEDS.match(low) and not firm:
        return 0.4
    if _URGES.match(low) and not firm and section is not Section.FUTURE:
        return 0.4
    if section is Section.PROPOSAL and label is Modality.OBLIGATION:
        return 0.4
    if (_ASKS.match(low) and not firm) or _ASKS_ABOVE.match(low) or _ASKS_OTHERS.match(low):
        return 0.4
    if (
        _STOCK.match(_BRACKETS.sub(" ", low))
        and label is Modality.DONE
        and not starts_with_verb(low)
        and not _TELLS.search(low)
    ):
        return 0.3
    if _FOUNDED.match(low) or _SHARE_ONLY.match(low) or (not firm and _UNTOLD.search(low)):
        return 0.4
    if firm:
        return 0.9
    if _VAGUE.search(low) or _WEAK_PASSIVE.search(low):
        return 0.4
    if label is Modality.DONE:
        if _ISSUES.match(low) or (starts_with_verb(low) and _NUMBERED.search(low)):
            return 0.6
        return 0.6 if _SPOKEN.search(low) else 0.4
    return 0.6
