"""How far a clause can be checked: numbers, dates and names make it so, exhortations and descriptions do not."""

from __future__ import annotations

import re

from extractors.facts import Modality
from extractors.grammars.modality import starts_with_verb
from extractors.segment import Section
from extractors.vietnamese import fold

_FIRM = re.compile(r"\d|\"")
_BOILERPLATE = re.compile(
    r"^(?:trong quá trình|nếu (?:có|gặp)|kinh phí|nguồn kinh phí|kế hoạch này|trên đây là|kính báo cáo|xin báo cáo|kính đề nghị[^\d]*xem xét"
    r"|đề nghị[^\d]*(?:xem xét|quan tâm|phối hợp)|căn cứ tình hình|khẩu hiệu)"
    r"|\b(?:kính báo cáo|báo cáo kết quả như sau|xây dựng kế hoạch như sau|báo cáo như sau|trân trọng)\b"
)
_VAGUE = re.compile(
    r"^(?:gắn|không để|thực hiện (?:đúng|nghiêm|tốt|theo)|nâng cao|phát huy|tạo|bảo đảm|đảm bảo|kết hợp|tăng cường sự|chấp hành)\b"
    r"|\bchịu trách nhiệm (?:trước|về|chính)\b|\bthực hiện (?:theo )?(?:đúng )?quy định\b|\btheo quy định(?: của \w+)?$|\bchỉ đạo chung\b"
)
_PRAISE = re.compile(
    r"^(?:điển hình|tiêu biểu|nổi bật|tấm gương|gương)\b|\blà (?:một |những )?(?:tấm )?(?:gương|điển hình)\b"
)
_STOCK = re.compile(
    r"^(?:[^,;]{2,40}, )?[^,;]{2,60}\b(?:hiện |hiện nay |hiện )?có (?:tổng số )?\d[\d.,]* [^;]*$"
    r"|^(?:tổng số|toàn huyện có|toàn xã có|toàn trường có|đợt thi đua được chia|mỗi (?:buổi|lớp) có khoảng)\b"
)
_COMPARE = re.compile(r"^so với\b")
_WEAK_PASSIVE = re.compile(
    r"\bđược (?:đẩy mạnh|nâng cao|nâng lên|quan tâm|chú trọng|giữ vững|củng cố|phát huy|tăng cường|cải thiện|duy trì)\b"
)


def worth(text: str, label: Modality, section: Section, *, plan: bool, dated: bool, by_person: bool) -> float:
    """Return the confidence that a clerk would list the clause: .9 firm, .6 general, below .5 not worth listing.

    `dated`: a date binds it; `by_person`: a single person is to act.
    """
    low = fold(text).strip()
    firm = dated or _FIRM.search(low) is not None
    if _BOILERPLATE.search(low) or _COMPARE.match(low):
        return 0.2
    if _PRAISE.search(low):
        return 0.3
    if plan:
        return _in_plan(low, label, section, firm=firm, by_person=by_person)
    return _in_report(low, label, section, firm=firm)


def _in_plan(low: str, label: Modality, section: Section, *, firm: bool, by_person: bool) -> float:
    if section is Section.PURPOSE or (section is Section.BUDGET and not firm):
        return 0.2
    if label in {Modality.DONE, Modality.PARTLY} or (label is Modality.DENIED and section is Section.UNKNOWN):
        return 0.3
    if _STOCK.match(low) and not starts_with_verb(low):
        return 0.3
    if firm:
        return 0.9
    if _VAGUE.search(low) or by_person or section is Section.TARGET:
        return 0.4
    return 0.4 if low.startswith("đề nghị") else 0.6


def _in_report(low: str, label: Modality, section: Section, *, firm: bool) -> float:
    if label is Modality.DENIED:
        return 0.8
    if label is Modality.PARTLY and not firm:
        return 0.4
    if section is Section.PROPOSAL and label is Modality.OBLIGATION:
        return 0.4
    if (
        _STOCK.match(low)
        and label is Modality.DONE
        and not re.search(r"\b(?:đạt|đã|được|hoàn thành|tham gia|triển khai)\b", low)
    ):
        return 0.3
    if firm:
        return 0.9
    if _VAGUE.search(low) or _WEAK_PASSIVE.search(low):
        return 0.4
    if label is Modality.DONE:
        return 0.6 if re.search(r"\b(?:đã|được|hoàn thành|ra mắt|thành lập|biểu dương)\b", low) else 0.4
    return 0.6
