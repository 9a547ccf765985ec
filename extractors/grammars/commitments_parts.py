"""Parts a clause that says several things: duties or deeds in a row, what was done and what is promised."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.grammars.verbs import VERB

_PASSIVE_VERB = re.compile(rf"\b(?:được|bị) {VERB}$")
# With nothing but its time behind it such a verb closes a duty: "…, bàn giao trong tháng 7".
_TIMED_CLOSE = (
    r"(?:nghiệm thu|bàn giao|khánh thành|thu hoạch)(?: xong| kỹ thuật| đưa vào sử dụng)?"
    r" (?:trước|trong|từ|vào|chậm|ngày|tháng|quý)"
)
_CLOSE = (
    r"(?:hoàn thành (?:[^\W\d_]+ ){0,3}?(?:trước|trong|chậm|vào|đến)|đưa vào|kết thúc|bắt đầu|thực hiện (?:trong|từ"
    r"|trước)"
    rf"|triển khai (?:trong|từ|trước)|thời gian|{_TIMED_CLOSE})\b"
)
_HELD = (
    r"hoàn thành (?:[^\W\d_]+ ){0,3}?(?:trước|trong|chậm|vào|đến)|đưa vào|kết thúc|áp dụng|niêm yết|đạt|vượt|tăng"
    rf"|{_TIMED_CLOSE}|chống|phục vụ"
    r"|giảm|có|phấn đấu|thu hút|chia|gắn|tập trung|theo|thi|vay|cho|lấy|in|nhân|phát huy|bám sát|nâng|tạo|là"
)
_NEXT = re.compile(
    rf"(?:,\s+(?:đồng thời\s+|và\s+)?|\s+(?:đồng thời|và)\s+)(?=(?:giao\s|dự kiến\s)|(?!(?:{_HELD})\b){VERB}(?!\w))"
)
# "…, hoàn thành trong tháng 5", "…, đưa vào sử dụng trước ngày …" close the duty before them and are none of their own.
_COMPLETION = re.compile(rf",?\s*(?:{_CLOSE}).*$")
_YEAR = re.compile(r"\bnăm \d{4}\b")
_OWN = re.compile(r"\d|\"|\b(?:quý|tháng|năm|tuần|hằng|hàng)\b")
_DATED = re.compile(
    r"\b(?:ngày|tháng|quý|năm|dịp|tuần)\s+(?:[\d/.\-]+|[ivx]+)\b(?:\s*/\s*\d{4})?"
    r"|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b"
)
_TIME_FIRST = re.compile(r"(?:trong |từ |đến |trước |đầu |cuối |giữa )*(?:quý|tháng|năm|ngày|tuần|dịp) [^,]{1,24}, ")
_TIME_ONLY = re.compile(
    r"(?:trong |từ |đến |trước |đầu |cuối |giữa |sang )*(?:quý|tháng|năm|ngày|tuần|dịp|kỳ) [^,]{1,24}"
)
_COUNTED = re.compile(r"\d|\"")
_REPORTS = re.compile(r"(?:báo cáo|sơ kết|tổng kết|gửi|nộp|trình|nghiệm thu)\b")
_SENT = re.compile(
    r"^(?:\w+\s){0,3}?(?:gửi|nộp|báo cáo|trình)\s.*?\b(?:về|cho|tới|ubnd|sở|phòng|văn phòng|ban|huyện|tỉnh)\b"
)
# "Lựa chọn 01 câu lạc bộ tiêu biểu, gửi Sở trước ngày 15/10": by then it is to be chosen.
_SENDS = re.compile(r"(?:gửi|nộp|trình)\b")
_OWN_TIME = re.compile(r"\b(?:ngày|tháng|quý|năm|tuần|kỳ|định kỳ|hằng|hàng)\b|\d[/.]\d")
_ASSIGNS = re.compile(r"^giao\s")
# "chưa tổ chức được lớp …, dự kiến tổ chức trong tháng 3": what was not done, and what is promised instead.
_NOT_YET = re.compile(r"\b(?:chưa|không)\b[^,]*$")
_SOON = re.compile(r"(?:dự kiến|sẽ)\b")
# Deeds told in a row, each with its own count; what such verbs tell is the fruit of the deed before and stays with it.
_FRUIT = (
    r"(?:phát hiện|tịch thu|thu giữ|truy thu|lập (?:\d+ )?biên bản|lập \d+|kiến nghị|phục vụ"
    r"|tiếp nhận|giải quyết|hòa giải|hỗ trợ|trong số|thu hút|xử lý|xử phạt"
    r"|thu|tăng|giảm|đạt|vượt|giúp|có|cho|tạo|tiết kiệm|trong đó"
    r"|khen thưởng|biểu dương|nhắc nhở|yêu cầu)\b"
)
# A fine is a deed of its own: "…, xử phạt 06 cơ sở với số tiền 32,5 triệu đồng".
_FINED = re.compile(
    r"(?:lập (?:\d+ )?biên bản [^,;]{0,40}, )?(?:xử )?phạt(?: \w+){0,3} \d[^;]{0,60}?\b(?:đồng|triệu|tỷ)\b"
)
_DEED = re.compile(rf"(?!{_FRUIT})(?:{VERB})(?!\w)[^,;]*?\d")
# Two deeds, each with its count right behind the verb: "Đã kẻ 1.180 m vạch sơn, lắp 12 biển báo".
_COUNTS = re.compile(rf"(?<!\w)(?!{_FRUIT})(?:{VERB})(?: thêm| được| mới)? \d")
_COUNTS_FIRST = re.compile(rf"(?<!\w)(?:{VERB})(?: thêm| được| mới)* \d")
_DEEDS = re.compile(rf",\s+(?:và\s+)?(?!{_FRUIT})(?:{VERB})(?!\w)(?=[^,;]*?\d)")
_COMMA = re.compile(r",\s+(?:còn\s+|và\s+)?")
_TELLS = re.compile(r"\d|\b(?:đã|chưa|không|mới|được|đạt|xong)\b")
_PROMISE_WORD = re.compile(r"\b(?:sẽ|dự kiến|phấn đấu|cam kết)\b")
_PROMISE = re.compile(
    r"(?:(?!(?:đã|chưa|không|trong|nhằm|để|qua|theo|do|vì|nếu|mà)\b)\w[\w/]* ){0,6}?"
    r"(?:sẽ|dự kiến|phấn đấu|(?<!ký )(?<!bản )cam kết|hẹn|xin (?:gửi|nộp|bổ sung|báo cáo|lùi|hoàn thành|khắc phục))\b"
)
# "chưa mở được lớp nào, tuy nhiên đã …", "chưa lập được quỹ, việc sưu tầm kỷ vật đang …"
_DENIED = re.compile(r"\b(?:chưa|không)\b")
_YET = re.compile(r"(?:tuy nhiên|nhưng|song) (?=[^,;]*\b(?:đã|được|có)\b)|(?:việc|công tác) [^,;]*\bđang\b")
_UNDER_WAY = re.compile(r"\bđang\b")
_CARRIED_OUT = re.compile(rf"(?<!\w)(?:xong|{VERB})(?!\w)")
_TOLD = re.compile(r"\b(?:đã|được|gia hạn|chuyển sang)\b")
_ATTRIBUTE = re.compile(
    r"(?:thời (?:gian|hạn|điểm)|hạn|kỳ hạn|có hiệu lực|hiệu lực|theo|để|nhằm|phục vụ|chuẩn bị|chào mừng|hướng tới"
    r"|áp dụng|kể|tính|từ|đến|trước|trong|vào|chậm nhất)\b"
)


def parts(piece: str, low: str, plan: bool, later: Sequence[int] = ()) -> Iterator[tuple[int, int]]:
    """Yield the ranges between the places where a new verb with its own number, date, name or recipient begins.

    What a report promises behind what it tells stands alone too; `later` are the places of dates still to come.
    """
    for begin, end in _duties(piece, low, plan):
        at = None if plan else _turn(low, begin, end, later)
        if at is None:
            yield begin, end
        else:
            yield begin, at
            yield at + 1, end


def _turn(low: str, begin: int, end: int, later: Sequence[int]) -> int | None:
    """Return the comma behind which a report goes on from what was done or left undone to what is promised, or None."""
    for match in _COMMA.finditer(low, begin, end):
        left = low[begin : match.start()]
        if not _TELLS.search(left) or _PROMISE_WORD.search(left) or _TIME_ONLY.fullmatch(left):
            continue
        if _inside_quote(low, match.start()) or left.count("(") > left.count(")"):
            continue
        stop = low.find(",", match.end(), end)
        right = low[match.end() : stop if stop > 0 else end]
        if _UNDER_WAY.search(left) and right.startswith(("dự kiến", "chậm nhất", "muộn nhất")):
            continue  # a draft and its day are one statement
        if _PROMISE.match(right):
            return match.start()
        if _DENIED.search(left) and _YET.match(right):
            return match.start()
        dated = any(match.end() <= at < match.end() + len(right) for at in later)
        dated = dated and not any(begin <= at < match.start() for at in later)
        if (
            dated
            and _CARRIED_OUT.search(right)
            and not (_ATTRIBUTE.match(right) or _TOLD.search(right) or _COMPLETION.fullmatch(right))
        ):
            return match.start()
    return None


def _duties(piece: str, low: str, plan: bool) -> Iterator[tuple[int, int]]:
    begin = 0
    if "," not in low and "và" not in low and "đồng thời" not in low:
        yield 0, len(low)
        return
    series = not plan and len(_DEEDS.findall(low)) > 1
    for match in _NEXT.finditer(low):
        right = low[match.end() :]
        comma = match.group(0).startswith(",")
        if _inside_quote(low, match.start()) or not piece[match.end()].islower():
            continue
        left = low[begin : match.start()]
        if comma and _PASSIVE_VERB.search(left):
            continue  # "100% ổ dịch được phát hiện, xử lý trong 48 giờ"
        if comma and _NOT_YET.search(left) and _SOON.match(right):
            yield begin, match.start()
            begin = match.end()
            continue
        fined = _FINED.match(right) is not None
        pair = _COUNTS.match(right) is not None and _COUNTS_FIRST.search(left) is not None
        deed = right.startswith(("sẽ", "đã")) or fined or pair or (series and _DEED.match(right))
        if not plan and comma and not deed:
            continue
        timed = _TIME_FIRST.match(left)  # "Trong quý II, rà soát, đề xuất …" has said nothing yet
        if (
            len(left.split()) < 4
            or (timed and len(left[timed.end() :].split()) < 3)
            or not _OWN.search(left if comma else _YEAR.sub("", left))
        ):
            continue
        following = _NEXT.search(right)
        own = _COMPLETION.sub("", right[: following.start()] if following else right)
        both_dated = comma and _DATED.search(left) is not None and _DATED.search(own) is not None
        if comma and _SENDS.match(own) and _DATED.search(own) and not _OWN_TIME.search(left):
            continue
        if _ASSIGNS.match(right) or both_dated or _stands_alone(own, comma=comma):
            yield begin, match.start()
            begin = match.end()
    yield begin, len(low)


def _stands_alone(own: str, *, comma: bool) -> bool:
    """Return whether a verb phrase behind a comma or "và" stands alone: with a number, a name, a recipient."""
    if not comma:
        return _OWN.search(_YEAR.sub("", own)) is not None
    if _SENT.match(own) or _COUNTED.search(_DATED.sub("", own)):
        return True
    return _REPORTS.match(own) is not None and _DATED.search(own) is not None


def _inside_quote(low: str, at: int) -> bool:
    return low.count('"', 0, at) % 2 == 1
