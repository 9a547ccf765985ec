"""The verb of a clause: where the subject ends, what is done, and to what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from extractors.grammars.actors import find_units
from extractors.grammars.gates import first_words
from extractors.grammars.names import first_name
from extractors.grammars.unit_edges import HEAD
from extractors.grammars.verbs import VERB
from extractors.vietnamese import fold


@dataclass(frozen=True, slots=True)
class Predicate:
    """Offsets into the text: subject (None where the clause opens with its verb), verbs, object."""

    subject: tuple[int, int] | None
    verb: tuple[int, int]
    object: tuple[int, int]


_AUX = (
    r"(?:đã|đang|sẽ|chưa|không|phải|cần|được|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|là đầu mối|phấn đấu|cam kết"
    r"|quyết tâm|xin hứa|tiếp tục|chủ trì|dự kiến|vừa|mới|đều|cùng|chủ động|kịp thời|tích cực|thường xuyên|trực tiếp"
    r"|nghiêm túc)"
)
_CHAIN = re.compile(rf"(?:{_AUX}\s+)*{VERB}(?!\w)(?:(?:,\s+|\s+và\s+|\s+)(?:{_AUX}\s+)*{VERB}(?!\w))*")
_AUX_THEN = re.compile(rf"(?<!\w){_AUX}\s+(?:{_AUX}\s+)*(?:{VERB})(?!\w)")
_VERB_ALONE = re.compile(rf"(?<!\w){VERB}(?!\w)")
# After these the word is a noun: "công tác tuyên truyền", "việc rà soát", "bản báo cáo".
_NOUN_BEFORE = re.compile(
    r"(?:công tác|việc|hoạt động|phong trào|nhiệm vụ|kết quả|tỷ lệ|chương trình|lớp|hội nghị|bản|số|quá trình|tiến độ"
    r"|kế hoạch|chất lượng|hiệu quả|nội dung|thời gian|đợt|cuộc|buổi|quy trình|hồ sơ|hệ thống|phần mềm|chỉ tiêu|ban|tổ"
    r"|phòng|đoàn|của|các|bộ phận)\s+$"
)
_SECOND_WORD = re.compile(r"\W{0,3}[^\W\d_]+\W{1,3}([^\W\d_])")
_TITLES = first_words("honorifics", "positions")
_ORDER = re.compile(r"^(?:giao|phân công|yêu cầu|đề nghị|kính đề nghị|kiến nghị)\s+")
_OBJECT_END = re.compile(
    r"[,;.:()]|\s[-–]\s|\s(?:trước|chậm nhất|không quá|trong\s+(?:tháng|quý|năm|tuần|ngày|thời|vòng|\d)|vào"
    r"|từ\s+(?:ngày|tháng|quý|nay)|đến hết|đến ngày|để|nhằm|gửi|theo|tại|trên|với|về|đạt|bằng|do|vì|định kỳ|hằng|hàng"
    r"|mỗi\s+(?:tháng|tuần|quý|năm)|ngày\s+\d)(?!\w)"
)
_TIME_FIRST = re.compile(
    r"(?:(?:trong|tính|đến|lũy kế|từ|năm|quý|tháng|ngày|qua|sau|hiện|hiện nay|đến nay|riêng|hằng|hàng"
    r"|định kỳ)\b[^,]{0,60}(?:,\s*|$))+"
)
_NO_SUBJECT = re.compile(r"^\d[\d.,]* (?!\s)|[()\"]|^(?:do|vì|để|nhằm|theo|khi|nếu|với)\b")
_SEND = re.compile(r"(?:g(?<!\w.)ửi|n(?<!\w.)ộp|t(?<!\w.)rình|b(?<!\w.)áo cáo)\b")
_TOWARDS = re.compile(r"\s*(?:[^,;:]{0,60}?\s(?:về|cho|tới|lên|gửi)\s+|(?:về|cho|lên)\s+)?")
_COUNT = re.compile(
    r"\s*(?:(?:ít nhất|tối thiểu|trên|dưới|từ|hơn|khoảng|gần|toàn bộ|thêm|được)\s+)*"
    r"(?:\d[\d.,/]*\s*%?|một|hai|ba|bốn|năm)(?=\s|$)\s*"
)


def find_predicate(text: str, start: int, end: int) -> Predicate | None:
    """Return subject, verbs and object of the clause text[start:end], or None where no verb of the lexicon stands."""
    low = fold(text[start:end])
    order = _ORDER.match(low)
    at = order.end() if order else 0
    subject = _subject(text, start, end, at, low) if order or not _CHAIN.match(low) else None
    begin = subject[1] - start if subject else at
    verb = _chain_from(low, begin)
    if verb is None and order:
        verb = _CHAIN.match(low)
    if verb is None:
        return None
    if subject is None and verb.start() > 0 and not order:
        subject = _plain_subject(low, start, verb.start())
    if subject is not None and len(low[subject[1] - start : verb.start()].split()) < 7:
        between = low[subject[1] - start : verb.start()]
        if not re.search(r"[,;:.()]", between):  # "Các đơn vị trực thuộc gửi …": all before the verb is the subject
            subject = (subject[0], start + len(low[: verb.start()].rstrip()))
    stop = _OBJECT_END.search(low, verb.end())
    b = stop.start() if stop else len(low)
    a = verb.end()
    count = _COUNT.match(low, a, b)
    a = count.end() if count and count.end() < b else a
    a += len(low[a:b]) - len(low[a:b].lstrip())
    return Predicate(subject, (start + verb.start(), start + verb.end()), (start + min(a, b), start + b))


def find_recipient(text: str, start: int, end: int) -> str | None:
    """Return the unit to which the clause text[start:end] sends, hands in or reports something, or None."""
    low = fold(text[start:end])
    sends = list(islice(_SEND.finditer(low), 6))
    units = find_units(text, start, end) if sends else ()
    for match in sends:
        for unit in units:
            gap = unit.start - start - match.end()
            if 0 <= gap < 90 and _TOWARDS.fullmatch(low[match.end() : unit.start - start]):
                return text[unit.start : unit.end]
    return None


def _subject(text: str, start: int, end: int, at: int, low: str) -> tuple[int, int] | None:
    """Return the offsets of a unit or a person that opens the clause at `at`, with the post behind the name."""
    named = _names_may_open(text[start + at : start + at + 40], low, at)
    name = first_name(text, start, end) if named else None
    if name is not None and name.lead - start <= at + 2:
        return name.lead, name.stop
    head = HEAD.search(low, 0, at + 80)
    if head is None or head.start() > at + 22:
        return None
    units = [unit for unit in find_units(text, start, end) if unit.start - start <= at + 22]
    if not units:
        return None
    between = low[at : units[0].start - start]
    if between.strip() and not re.fullmatch(
        r"\s*(?:(?:trong|năm|quý|tháng|đến|sau)[^,]{0,18},|các|mỗi|từng|thủ trưởng|trưởng|lãnh đạo|tập thể|giám đốc"
        r"|toàn thể)\s*",
        between,
    ):
        return None
    last = units[0]
    for unit in units[1:]:
        if re.fullmatch(r"\s*(?:,|và|,\s*và)\s*", low[last.end - start : unit.start - start]):
            last = unit
    return start + at + len(between) - len(between.lstrip()), last.end


def _names_may_open(edge: str, low: str, at: int) -> bool:
    """Return whether a name with its title can begin at `at`: with two capital words, or the word of a title."""
    second = _SECOND_WORD.match(edge)
    return (
        (second is not None and second[1].isupper()) or low.startswith(_TITLES, at) or low.startswith(_TITLES, at + 1)
    )


def _plain_subject(low: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the offsets of the words before the verb as its subject, without adverbs of time; None when too much."""
    time = _TIME_FIRST.match(low[:end])
    a = time.end() if time else 0
    words = low[a:end].rstrip(" ,:")
    if not words.strip() or len(words.split()) > 14 or _NO_SUBJECT.search(words):
        return None
    return start + a, start + a + len(words)


def _chain_from(low: str, begin: int) -> re.Match[str] | None:
    """Return the verbs from `begin`: right there, behind an auxiliary, or the first verb that is no noun."""
    lead = re.compile(r"[\s,:]*").match(low, begin)
    direct = _CHAIN.match(low, lead.end() if lead else begin)
    if direct:
        return direct
    aux = _AUX_THEN.search(low, begin)
    if aux:
        return _CHAIN.match(low, aux.start())
    for match in _VERB_ALONE.finditer(low, begin):
        if not _NOUN_BEFORE.search(low[: match.start()]):
            return _CHAIN.match(low, match.start())
    return None
