"""What a date is for, by small scored rules over the clause that it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.facts import DateKind, Modifier, Role
from extractors.grammars.date_stamps import Phrase
from extractors.segment import Section, Segment, Zone
from extractors.vietnamese import alternation

LEFT, RIGHT = 90, 40


@dataclass(frozen=True, slots=True)
class Clause:
    """The surroundings of a date: folded text left and right inside the clause, and where the clause stands."""

    left: str
    right: str
    head: str = ""
    zone: Zone | None = None
    section: Section | None = None
    first: bool = False  # nothing but the place stands before the date in its block


Cue = tuple[re.Pattern[str], Role, int]
_DOCUMENT = alternation("date_documents")


def _cues(*rows: tuple[str, Role, int]) -> tuple[Cue, ...]:
    return tuple((re.compile(source), role, weight) for source, role, weight in rows)


_ON_LEFT = _cues(
    (r"(?:^|[,;(] *)(?:ngày +)?(?:tháng +)?năm +sinh[^;.]*$|(?<!ngày )(?<!khai )sinh *(?:ngày|năm)? *:? *$", Role.BIOGRAPHY, 9),
    (r"(?:vào +đảng|kết +nạp|chính +thức|nhập +ngũ|tuyển +dụng|nghỉ +hưu|mất|hy +sinh|từ +trần)(?: +\w+){0,2} *:? *$", Role.BIOGRAPHY, 7),
    (r"so +với(?: +(?:kết +quả|thực +hiện|cùng +thời +điểm))?(?: +(?:của|trong|cả))? *$|(?:bằng|tăng|giảm)[^,;.]{0,20} so[^,;.]{0,20}$", Role.COMPARE, 9),
    (r"(?:có +)?hiệu +lực(?: +\w+){0,6} *$|áp +dụng(?: +\w+){0,3} +từ *$", Role.EFFECTIVE, 9),
    (r"(?:kỷ +niệm|chào +mừng|hưởng +ứng|lập +thành +tích|lễ +giỗ|quốc +khánh|ngày +sinh|ngày +truyền +thống|ngày +thành +lập)[^.;]*$", Role.ANNIVERSARY, 6),
    (r"(?<!\w)ngày +(?!\d|làm|ký|ban|nhận|kết|hoàn)(?:\w+[ \-]+){1,8}\(? *$", Role.ANNIVERSARY, 4),
    (r"(?:giỗ|lễ +hội|tết|quốc +khánh|giải +phóng|quốc +tế)(?: +\w+){0,6} *\(? *$", Role.ANNIVERSARY, 5),
    (rf"(?<!\w){_DOCUMENT}(?: +này)?(?: +liên +tịch)?(?: +số)?[^.;]{{0,70}}$", Role.LEGAL, 3),
    (r"(?:\d[\w/\-&.]*/[\w\-&.]+|số *:? *[\d…._]+[\w/\-&.]*|-[a-zđ]{2,}/?[a-zđ]*),? *$", Role.LEGAL, 5),
    (r"(?<!\w)(?:trước|chậm +nhất|muộn +nhất|hạn|thời +hạn|hạn +chót|quá|không +muộn +hơn)(?: +\w+){0,2} *:? *$", Role.DEADLINE, 7),
    (r"(?:thời +)?hạn(?: +\w+){0,5} *:? *$", Role.DEADLINE, 5),
    (r"(?:hoàn +thành|hoàn +tất|xong|kết +thúc)(?:[^.;]{0,40})?(?: +(?:trong|vào|trước|đến|đến hết))? *$", Role.DEADLINE, 4),
    (r"(?:gửi|nộp|báo +cáo|trình)[^.;:]{0,60}(?:trước|vào|trong|chậm +nhất|ngày) *$", Role.DEADLINE, 3),
    (r"(?:gửi|nộp)(?: +\w+){0,6} *$", Role.DEADLINE, 3),
    (r"phấn +đấu[^.;]{0,30}$", Role.DEADLINE, 3),
    (r"(?:tổ +chức|diễn +ra|khai +mạc|bế +mạc|phát +động|ra +quân|khởi +công|khánh +thành|thời +gian(?: +(?:tổ +chức|thực +hiện|diễn +ra))?|bắt +đầu|hội +nghị|hội +thi|hội +thảo|tập +huấn|kiểm +tra|đợt +\w+)[^.;]{0,40}$", Role.EVENT, 3),
    (r"(?:kết +quả|tình +hình|số +liệu|thực +hiện|công +tác|nhiệm +vụ|phương +hướng|báo +cáo|tính|tổng +kết|sơ +kết|lũy +kế)[^.;]{0,45}$", Role.PERIOD, 2),
    (r"(?:tính|lũy +kế|cộng +dồn|số +liệu)(?: +\w+){0,3} *$", Role.PERIOD, 5),
    (r"(?:kế +hoạch|chương +trình|đề +án|dự +án|chiến +lược|quy +hoạch|nhiệm +kỳ|năm +học|kinh +phí|dự +toán|định +hướng|tầm +nhìn|phê +duyệt)[^.;]{0,60}$", Role.HORIZON, 2),
    (r"(?:nhiệm +kỳ|năm +học|niên +khóa|khóa) *$", Role.HORIZON, 5),
    (r"(?:ký|ban +hành)(?: +ngày)? *:? *$", Role.ISSUE, 5),
)
_ON_RIGHT = _cues(
    (r" *(?:của|do|v/v|về +(?:việc|ban)|ban +hành)", Role.LEGAL, 2),
    (r" *[-:,]? *(?:hoàn +thành|gửi|nộp|tổng +hợp)", Role.DEADLINE, 2),
    (r" *,? *(?:đã|đơn +vị|toàn|có|số|tổng)", Role.PERIOD, 1),
)
_HEADS = _cues(
    (r"hạn|hoàn thành|thời gian|tiến độ|mốc", Role.DEADLINE, 3),
    (r"ngày sinh|năm sinh|vào đảng", Role.BIOGRAPHY, 8),
    (r"số,? ký hiệu|văn bản|trích yếu|ngày ban hành|ngày tháng văn bản", Role.LEGAL, 6),
    (r"ngày tổ chức|ngày kiểm tra|lịch", Role.EVENT, 5),
)
_YEARS = ("years", "school")
_SPANS = ("half", "quarter", "month", "week")


def role_of(phrase: Phrase, kind: DateKind, modifier: Modifier, clause: Clause) -> tuple[Role, float]:
    """Return the role with the highest score and a confidence between .5 and 1 from its lead over the next."""
    scores: dict[Role, int] = dict.fromkeys(Role, 0)
    for cues, text in ((_ON_LEFT, clause.left), (_HEADS, clause.head)):
        for source, role, weight in cues:
            if source.search(text):
                scores[role] += weight
    for source, role, weight in _ON_RIGHT:
        if source.match(clause.right):
            scores[role] += weight
    _shape(scores, phrase, kind, clause)
    _modifier(scores, modifier)
    ordered = sorted(scores.items(), key=lambda item: -item[1])
    lead = ordered[0][1] - ordered[1][1]
    return ordered[0][0], min(1.0, 0.5 + 0.1 * max(lead, 0))


def _shape(scores: dict[Role, int], phrase: Phrase, kind: DateKind, clause: Clause) -> None:
    scores[Role.EVENT] += 1
    if phrase.pair is not None:
        scores[Role.ANNIVERSARY] += 6
    if clause.zone in (Zone.LETTERHEAD, Zone.SIGNATURE) or clause.first:
        scores[Role.ISSUE] += 6
    if phrase.rule == "same period":
        scores[Role.COMPARE] += 9
    if not phrase.pairs:
        return
    stamp = phrase.pairs[0][0]
    if stamp.unit in _YEARS:
        scores[Role.HORIZON] += 3
        scores[Role.LEGAL] -= 3
    elif stamp.unit in _SPANS:
        scores[Role.PERIOD] += 1
        scores[Role.LEGAL] -= 4
    elif stamp.unit == "year":
        scores[Role.PERIOD] += 2
        scores[Role.LEGAL] -= 1
    if stamp.unit == "half" or stamp.rule in ("relative", "edge"):
        scores[Role.PERIOD] += 2
    if "blank" in stamp.doubts and stamp.rule == "blank":
        scores[Role.ISSUE] += 4
    if clause.section in (Section.RESULT, Section.SHORTCOMING):
        scores[Role.PERIOD] += 1 if stamp.unit != "day" else 0


def _modifier(scores: dict[Role, int], modifier: Modifier) -> None:
    if modifier in (Modifier.BEFORE, Modifier.BY):
        scores[Role.DEADLINE] += 5
    elif modifier is Modifier.WITHIN:
        scores[Role.DEADLINE] += 3
    elif modifier in (Modifier.UNTIL,):
        scores[Role.PERIOD] += 2
    elif modifier is Modifier.AFTER:
        scores[Role.DEADLINE] += 1
