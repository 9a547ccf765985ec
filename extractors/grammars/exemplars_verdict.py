"""Whether the words around a name present it as exemplary: the governing verb and its side decide.

"Thứ trưởng X trao Bằng khen" honours others, "X được tặng Bằng khen" honours X: a cue anywhere in the sentence is not
enough (precision .44 on real text), the nearest cue on each side is.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from extractors.vietnamese import alternation


class Verdict(Enum):
    """What the words around a name say of it."""

    EXEMPLARY = "exemplary"
    BYSTANDER = "bystander"  # leader, guest, speaker, agent, person in charge, someone criticised
    OPEN = "open"  # nothing is said here: headings and the opening of the list decide


_PASSIVE = rf"(?:được|vinh dự được|vinh dự)\s+(?:[^.;|]{{0,90}}?\s)?{alternation('exemplar_passive')}(?!\w)"
_IS = (
    r"là\s+(?:một\s+)?(?:trong\s+(?:những|số)\s+)?(?:các\s+|những\s+)?"
    r"(?:tấm\s+gương|gương|điển hình|cá nhân|hạt nhân|người|tập thể|đơn vị|lá cờ|hộ|điểm sáng|nhân tố|trưởng\s+\w+"
    r"|bác sĩ|giáo viên)"
    r"(?:\s+[^,.;|]{0,40}?)?(?:tiêu biểu|điển hình|xuất sắc|dẫn đầu|đi đầu|tiên phong|gương|mẫu mực|đầu tiên|giỏi"
    r"|gương mẫu|được)"
)
_GOOD_AFTER = re.compile(
    rf"(?<!\w)(?:{_PASSIVE}|là\s+[^,.;|]{{0,30}}?(?:gương|điển hình)|{_IS}|{alternation('exemplar_after')})(?!\w)"
)
_BAD_AFTER = re.compile(rf"(?<!\w){alternation('bystander_after')}(?!\w)")
_GOOD_BEFORE = re.compile(rf"(?<!\w){alternation('exemplar_before')}(?!\w)")
_BAD_BEFORE = re.compile(rf"(?<!\w){alternation('bystander_before')}(?!\w)")
# A colon hands the praise on to all that follows; a full stop or "còn" ends it.
_CLAUSE = re.compile(r"[.;]\s|\btuy nhiên\b|\bngoài ra\b|\bbên cạnh đó\b")
_OPENS_LIST = re.compile(
    r"\b(?:vươn lên|làm giàu|thoát nghèo|vượt khó|gương|điển hình|tiêu biểu|xuất sắc|nổi bật|biểu dương|tuyên dương"
    r"|khen thưởng)(?:\s+[^,.;:]{1,40}?)?\s(?:như|là|gồm|có)\s"
    r"|\bnổi lên\s(?:có\s|là\s)?"
)
# Verbs of leaders, guests and speakers: they make a bystander even of a name that the line before announces.
_EVENT = re.compile(
    r"(?:phát biểu|trao|chủ trì|đến dự|tới dự|tham dự|kết luận|nhấn mạnh|cho biết|cho rằng|khẳng định"
    r"|làm trưởng đoàn|làm trưởng ban"
    r"|làm trưởng tiểu ban|là giảng viên|làm giảng viên|là đầu mối|làm đầu mối"
    r"|làm chủ nhiệm|chủ nhiệm|làm báo cáo viên|chúc mừng|biểu dương|tuyên dương|khen|ghi nhận|đánh giá cao|chủ tọa"
    r"|thay mặt"
    r"|thừa ủy quyền|khai mạc|bế mạc|vi phạm|bị|yêu cầu|trình bày)"
)
_OF_HIS_OWN = re.compile(r"(?:^|,)\s*(?:(?:đã|từng|còn|có hành vi|hay|cũng|nhiều lần|thường xuyên)\s+)*$")
# Right before a name these leave nothing to praise; nor does praise that is refused.
_GUILTY = re.compile(
    r"(?:\bđối tượng|\bbị can|\bbị cáo|\bnghi phạm|\btội phạm|\bbắt giữ|\bbắt)(?:\s+(?:là|gồm))?\s*:?\s*$"
    r"|\b(?:không|chưa)\s+(?:được\s+)?(?:xét|bình chọn|bình xét|công nhận|đề nghị|khen|biểu dương|tặng|tôn vinh"
    r"|suy tôn)\b[^.;:]*$"
    # Who stands for a kind of offence is no example to follow: "Các đối tượng bị xử lý điển hình: …".
    r"|\b(?:đối tượng|vụ việc|vụ án|trường hợp|hành vi|vi phạm|sai phạm)\b[^.;]{0,50}"
    r"\b(?:điển hình|tiêu biểu|nổi cộm)\b[^.;]*$"
)
# Praise that is only to come: "Dự kiến tuyên dương …", "năm sau sẽ lập hồ sơ đề nghị xét tặng cho …".
_TO_COME = re.compile(
    r"\b(?:dự kiến|sẽ|sang năm|năm sau|đang|chờ)\b(?! (?:đề nghị|đề xuất|trình)\b)[^.;]{0,90}?"
    r"\b(?:biểu dương|tuyên dương|khen|tặng|xét|tôn vinh|bình chọn|vinh danh)\b[^.;]*$"
)
_WILL_BE = re.compile(
    r"\s*(?:\([^()]*\))?,?\s*(?:sẽ\s|dự kiến\s"
    r"|đang (?:được|chờ|trình)\s[^,.;]{0,40}?\b(?:xét|thẩm định|phê duyệt|xem xét)\b)"
)
_FOR_HIMSELF = re.compile(r"\s+(?:được|biểu dương|tuyên dương|khen|tặng|xét)\b")
_QUOTED = re.compile(r'"[^"]{3,140}"')
# A post that holds a cue is none: "Tiêu biểu trong đội ngũ Tổng phụ trách có anh X".
_POSTS = re.compile(r"\btổng phụ trách\b")
# The verb of the list stands right before the name: whatever post was named on the way governs nobody.
_LED_IN = re.compile(
    r"\b(?:tiêu biểu|điển hình|nổi bật|xuất sắc)\s(?:[^,.;:]{1,80}?\s)?(?:như|là|gồm|có)\s+(?:các\s+)?$"
)
_DEED_START = re.compile(r"^\s*(?:,\s*)?(?:người\s+)?(?:đã|từng|vừa)\s")


_PRAISES = re.compile(
    r"\b(?:gương|điển hình|biểu dương|tuyên dương|khen thưởng|tôn vinh|vinh danh|tiêu biểu|khen|xuất sắc"
    r"|nhân tố mới|danh hiệu|người tốt|việc tốt|(?:cá nhân|tập thể|gương mặt|nhân vật)[^:;.]{0,30} nổi bật)\b"
)
# All that a verdict on persons, units, rows and winners can rest on, but for the lexicons.
_HONOUR = re.compile(
    r"gương|điển hình|dương|khen|vinh|suy tôn|tặng|trao|công nhận|bình chọn|đánh giá cao|nổi bật|tiêu biểu|đi đầu"
    r"|dẫn đầu|đầu tiên|xuất sắc|tiên tiến|lá cờ|điểm sáng|với (?:mô hình|cách làm|thành tích|\d)|danh hiệu|giải"
    r"|thưởng"
    r"|cờ|huân chương|huy chương|kỷ niệm|đón nhận|(?:làm|thực hiện|hoàn thành) tốt|quyết thắng|nhất|hạng|thành tích"
    r"|\||họ và tên|(?:tập thể|cá nhân)[^:]{0,20}:"
)


def judge(left: str, right: str, listed: bool = False) -> Verdict:
    """Return what the folded words `left` and `right` of a name say; `listed`: an open list that praises goes on."""
    left = _QUOTED.sub(lambda quote: " " * len(quote.group(0)), left)  # the words of a slogan govern nobody
    left = _POSTS.sub(lambda post: " " * len(post.group(0)), left)
    if refused(left):
        return Verdict.BYSTANDER
    ahead = right[: _end_of_clause(right)]
    good = _GOOD_AFTER.search(ahead)
    bad = _blame(ahead)
    before = _nearest(left)
    if bad and (not good or bad.start() < good.start()) and not _passive_cover(ahead, bad.start()):
        told = before is Verdict.EXEMPLARY or listed
        if bad.start() < 45 and not ((told or _DEED_START.match(ahead)) and not _EVENT.fullmatch(bad.group(0))):
            return Verdict.BYSTANDER
    if before is Verdict.BYSTANDER:
        return Verdict.EXEMPLARY if good and _strong(good.group(0)) else Verdict.BYSTANDER
    if good or before is Verdict.EXEMPLARY or listed:
        return Verdict.EXEMPLARY
    return Verdict.OPEN


def refused(left: str) -> bool:
    """Return whether the folded words right before a name tell of someone caught, or refuse to praise."""
    return _GUILTY.search(left) is not None


def to_come(left: str, right: str) -> bool:
    """Return whether the praise in the folded words around a name is only intended."""
    return _TO_COME.search(left) is not None or _WILL_BE.match(right) is not None


def _blame(ahead: str) -> re.Match[str] | None:
    """Return the first verb that makes a bystander of its subject; "bị", "vi phạm" said of others are no verbs of his.

    "Anh X cứu 03 người bị nạn", "phát hiện 12 vụ vi phạm" tell deeds, "ông X bị xử phạt" does not.
    """
    for match in _BAD_AFTER.finditer(ahead):
        if match.group(0) in {"bị", "vi phạm"} and not _OF_HIS_OWN.search(ahead[: match.start()]):
            continue
        if match.group(0) == "đề nghị" and _FOR_HIMSELF.match(ahead, match.end()):
            continue
        return match
    return None


def _end_of_clause(right: str) -> int:
    match = _CLAUSE.search(right)
    return match.start() if match else len(right)


def _passive_cover(ahead: str, at: int) -> bool:
    """Return whether the verb at `at` stands under "được", so that the name is its object."""
    return (
        re.search(r"\bđược\s+(?:[^,.;|]{0,90}\s)?$", ahead[:at]) is not None
        and re.search(r"\bđược\s+(?:giao|phân công|cử|bầu|bổ nhiệm|điều động|mời)", ahead) is None
    )


def _strong(cue: str) -> bool:
    return cue.startswith(("được", "vinh dự", "là ")) or cue in {
        "khởi xướng",
        "sáng chế",
        "đạt giải",
        "đoạt giải",
        "hiến đất",
    }


def _nearest(left: str) -> Verdict:
    """Return the verdict of the cue that stands nearest before the name, in its own clause or handed on by a colon."""
    head, item = left.find(":"), left.rfind(";")
    if item > 0 and not 0 <= head < item:  # "nhiều hộ tiêu biểu như A, B; hộ C": the list opens without a colon
        opens = [m.end() for m in _OPENS_LIST.finditer(left, 0, left.find(";"))]
        head = opens[0] - 1 if opens else head
        left = left if not opens else left[:head] + ":" + left[head + 1 :]
    if 0 <= head < item and _GOOD_BEFORE.search(left, 0, head):
        left = (
            left[: head + 1] + left[item + 1 :]
        )  # of a list, what is told of the items before says nothing of this one
    scope = left
    for match in _CLAUSE.finditer(left):
        if ":" not in left[: match.start()]:
            scope = left[match.end() :]
    if _LED_IN.search(scope):
        return Verdict.EXEMPLARY
    good = [m.end() for m in _GOOD_BEFORE.finditer(scope)]
    bad = [m.end() for m in _BAD_BEFORE.finditer(scope)]
    last_good, last_bad = max(good, default=-1), max(bad, default=-1)
    if last_good < 0 and last_bad < 0:
        return Verdict.OPEN
    if last_bad > last_good:
        return Verdict.BYSTANDER if len(scope) - last_bad < 60 or last_good < 0 else Verdict.EXEMPLARY
    return Verdict.EXEMPLARY


@lru_cache(maxsize=256)  # the same headings stand over many sentences
def praises(text: str) -> bool:
    """Return whether a folded heading or opening line announces exemplars."""
    return _PRAISES.search(text) is not None


def may_honour(low: str) -> bool:
    """Return whether a folded sentence holds any word that can honour somebody: without one, no name need be read."""
    return (
        _HONOUR.search(low) is not None or _GOOD_AFTER.search(low) is not None or _GOOD_BEFORE.search(low) is not None
    )
