"""Which words around let an expression be a date that alone could be something else ("2/9", "06/2022")."""

from __future__ import annotations

from extractors.grammars.date_stamps import Phrase, Stamp, pattern

_WORDS = r"(?:[^\W\d_]+[ \-]+){1,9}\(?$"
# Its name may hold commas: "Ngày Thế giới phòng, chống lao 24/3".
_OF_ALL = r"(?:toàn|thế +giới|quốc|thành +lập|truyền +thống|vì|việt +nam)"
_NAMED_DAY = rf"(?<!\w)ngày +(?!\d){_WORDS}|(?<!\w)ngày +(?:hội +)?{_OF_ALL}(?: +[^\W\d_]+,?){{1,12}} +\(?$"
# "trước 30/11", "sáng 10/8", "Ngày Nhà giáo Việt Nam 20/11", and what follows such a date in a list.
_STRONG = r"trước|vào|(?:chậm|muộn|trễ) +nhất|hạn|sáng|chiều|tối|hôm|dịp|khánh|niệm|lễ|giỗ|mừng"
_WEAK = r"đến|tới|hết|từ|là|trưa|đêm|sau|vương|nay"
_LABEL = (
    r"(?<!\w)(?:thời +gian|thời +hạn|ngày|hạn|tiến +độ|lịch|(?:đợt|giai +đoạn|buổi|lần|vòng) +\w+)"
    r"[^:\n]{0,20}: *\(?$"
)
_MORE = r"(?:\d{1,2} ?/ ?\d{1,2}(?: ?/ ?\d{4})? *(?:,|;|và|, và|-) *){0,8}$"
_WEEKDAY = rf"(?:thứ +\w+|chủ +nhật),? *\(?{_MORE}"
_DAY_MONTH = rf"(?<!\w)(?:{_STRONG}|{_WEAK}|ngày)[ :(]*{_MORE}|{_LABEL}|{_WEEKDAY}|{_NAMED_DAY}"
_FRACTION = rf"(?<!\w)(?:{_STRONG}|ngày)[ :(]*{_MORE}|{_LABEL}|{_WEEKDAY}|{_NAMED_DAY}"
_HYPHENED = rf"(?<!\w)(?:trước|sáng|chiều|tối|trưa|đêm|hạn|dịp|hôm|khánh|lễ|động)[ :(]*$|{_NAMED_DAY}"
# More of the numerator than of the denominator is no share ("15/9", "25-26/9"), but for what is over-fulfilled.
_CLOSES = r" *(?:[.,;:()\n]|$|(?:và|tại|với|của|do|để|vừa|năm)(?!\w))"
_NO_SHARE = (
    r"(?<!\w)(?:đạt|được|có|còn|mới|tăng|giảm|số|điều|khoản|mục|lệ|quả|là|nhà|lô|thửa|tổ|ngõ|áp|điểm|mức|mã|lớp|hệ|quá|trên|dưới|đủ|hơn|khoảng"
    r"|thắng|thua|hòa|phiên +bản)[ :]*$"
)
_ROW = r"\( *(?:\d{1,2}/\d{1,2} *(?:,|;|và|, và) *)*$"
_ROW_GOES_ON = r"(?: *(?:,|;|và|, và) *\d{1,2}/\d{1,2})* *\)"
_SMALL = r"[1-9] ?[/.] ?(?:[2-9]|10)(?!\d)"
_MONTH = (
    r"(?<!\w)(?:từ|đến|tới|trong|trước|hết|cuối|đầu|giữa|sau|tháng|vào|khoảng|gian|hạn)[ :]*$"
    r"|[(\n] *$|^ *$|[:;] *$"
)
_SEVERAL = r"(?<!\w)(?:những|các|nhiều|mấy|vài|số|\d+|một|hai|ba|bốn|năm|sáu|mười|hàng|trăm|nghìn|qua|từng) *$"
# "Cách mạng tháng Tám" names an event.
_NAMED_MONTH = r"(?<!\w)cách +mạng +$"
_EDGE = r"(?<!\w)(?:đến|tới|từ|trước|hết) *$"


def licensed(shadow: str, phrase: Phrase, unmarked: bool = False) -> bool:
    """Return whether `phrase` stands for itself, or the words before it in the folded text make it a date."""
    if not phrase.pairs:
        return True
    stamp, last = phrase.pairs[0][0], phrase.pairs[-1][1]
    begin = phrase.start if phrase.lead is None else min(phrase.lead, phrase.start)
    left = shadow[max(shadow.rfind("\n", 0, begin) + 1, begin - 60) : begin]

    def after(words: str) -> bool:
        return pattern(words, unmarked).search(left) is not None

    if phrase.rule in ("relative", "past year"):
        return not after(_SEVERAL)
    if phrase.rule == "month" and not last.dated and after(_NAMED_MONTH):
        return False
    if phrase.rule == "edge":
        return after(_EDGE) or shadow.startswith(("hết", "het"), phrase.start)
    if not stamp.bare:
        return phrase.rule != "now"
    if stamp.unit == "month" and stamp.rule == "short month":
        return phrase.ranged and (last.dated or max(stamp.month or 0, last.month or 0) > 7)
    if stamp.unit == "month":
        return last is not stamp or after(_MONTH)
    if stamp.unit != "day" or (stamp.dated and stamp.rule != "day, short year"):
        return True
    if "-" in shadow[stamp.start : stamp.end] and not phrase.ranged:
        return after(_HYPHENED)
    if _improper(last) and pattern(_CLOSES, unmarked).match(shadow, phrase.end) and not after(_NO_SHARE):
        return True
    if not phrase.ranged and after(_ROW) and _rowed(shadow, phrase, left):
        return True
    if pattern(_SMALL).fullmatch(shadow, stamp.start, stamp.end) and (not phrase.ranged or not last.dated):
        return after(_FRACTION) or (phrase.ranged and _order(stamp) < _order(last) and stamp.day == 1 < (last.day or 0))
    return after(_DAY_MONTH) or (phrase.ranged and (last.dated or _from_to(shadow, stamp, last)))


def _improper(stamp: Stamp) -> bool:
    """Return whether day over month would be more than a whole, past the numbers that months have."""
    return stamp.rule in ("day/month", "waiting") and stamp.month is not None and (stamp.day or 0) > 12


def _rowed(shadow: str, phrase: Phrase, left: str) -> bool:
    """Return whether several days and months fill a bracket: "(21/3 và 16/5)"."""
    rest = pattern(_ROW_GOES_ON).match(shadow, phrase.end)
    return rest is not None and ("/" in rest.group() or left.rstrip()[-1:] != "(")


def _from_to(shadow: str, first: Stamp, last: Stamp) -> bool:
    """Return whether both ends are written out as day and month, and in order: "(15/4 - 15/5)"."""
    written = all("/" in shadow[stamp.start : stamp.end] for stamp in (first, last))
    return written and _order(first) < _order(last)


def _order(stamp: Stamp) -> tuple[int, int]:
    return stamp.month or 0, stamp.day or 0
