"""Names of models without quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractors.vietnamese import CAPITALS, alternation, fold, lexicon

_NAMED = re.compile(
    r"\btên (?:gọi |của )?mô hình là\s+(?=[^\s“\"«'‘])"
    r"|\b(?:tên mô hình|mô hình(?: [^:;.|\"]{2,48})?|cách làm (?:hay|mới|sáng tạo)(?: của [^:;.|]{2,40})?)\s*:\s*"
    r"(?=[^\s“\"«'‘])"
)
_SHOWS = re.compile(r"\b(?:tên mô hình|tiêu biểu|điển hình|hiệu quả|nổi bật|hay|mới|sáng tạo|của đơn vị)\b")
# Praise that is denied, and what came to nothing: "chưa được nhân rộng", "hoạt động không hiệu quả", "đã giải thể".
FAULTED = re.compile(
    r"(?:chưa|không|kém|thiếu)\s+(?:thực sự\s+|thật sự\s+|còn\s+|được\s+|mang lại\s+|đem lại\s+|phát huy\s+|đạt\s+"
    r"|có\s+|đánh giá\s+|mấy\s+|duy trì\s+|ai\s+)*(?:hiệu quả|duy trì|phù hợp|bền vững|tác dụng|lan tỏa"
    r"|thường xuyên|rõ nét|như mong muốn|quan tâm)\b(?!\s+(?:cao|lớn)\b)"
    r"|\bmới (?:chỉ )?(?:dừng|ở mức|ở khâu|trên giấy|là ý tưởng)"
    r"|\b(?:giải thể|ngừng hoạt động|dừng hoạt động|phá sản|bỏ hoang|thua lỗ|mang tính hình thức|còn hình thức)\b"
)
_UNPRAISED = re.compile(r"(?:chưa|không)\s+(?:được\s+|thể\s+|kịp\s+)*(?:nhân rộng|lan tỏa|công nhận|đánh giá)")
_BARE = re.compile(r"\bmô hình\s+(?:điểm\s+|điển hình\s+|tiêu biểu\s+|mới\s+)?(?=[^\W\d_])")
PRAISED = re.compile(rf"\b(?<!nâng cao )(?<!tăng ){alternation('model_praise')}\b")
# What earns or is praised by others has a field even where its first word is common: "liên kết sản xuất lúa …".
_EARNS = re.compile(r"\b(?:cho (?:thu nhập|lãi|doanh thu)|đánh giá cao|lợi nhuận)\b")
# A name with a capital and a place behind it is shown as standing somewhere: "mô hình Chợ đêm tại phường Một".
_PLACED = re.compile(r".{4,80}?\s(?:tại|ở|do)\s")
# Kept or opened somewhere without a count, even a name in small letters is one: "duy trì mô hình nuôi ong tại thôn Hạ".
_KEPT = re.compile(r"\b(?:duy trì|ra mắt|xây dựng|triển khai|thực hiện|hình thành|vận hành|phát triển)\s+(?:các\s+)?$")
# The same of a name with a capital, which may be counted: "đã thành lập thêm 02 mô hình Bến đò an toàn".
_MADE = re.compile(
    r"\b(?:duy trì|ra mắt|xây dựng|triển khai|thực hiện|hình thành|vận hành|phát triển|thành lập|thí điểm|khai trương"
    r"|chạy thử|vận hành thử|làm thử|khởi động|lập|dựng|củng cố|hoàn thiện|đăng ký|mở|đưa vào hoạt động|áp dụng"
    r"|nhân rộng|tổ chức|khởi xướng|phát động)\s+"
    r"(?:(?:thành công|thêm|mới|hiệu quả|có hiệu quả|được|các|những|một|một số|và \w+ \w+|\d+)\s+)*$"
)
# One may hear of a model, visit it or work after it without having one.
_SPOKEN_OF = re.compile(
    r"\b(?:về|theo|sang|tham quan|tìm hiểu|tập huấn|nghiên cứu|học tập|khảo sát|kiểu|dạng|so với|giống|như)\s+"
    r"(?:(?:các|những|một số)\s+)?$"
)
# A name with a capital that is the subject of what was done: "Đặc biệt, mô hình Xe sách lưu động đã phục vụ …".
_SUBJECT = re.compile(
    r"(?:(?:^|[.;:]\s)(?:\W*(?:trong|từ|đến|tính đến|sau|qua|nhờ|tại|bên cạnh|năm|tháng|quý)\s[^.;:,]{1,60},)?"
    r"|\b(?:đặc biệt|nổi bật|trong đó|ngoài ra|đến nay|hiện nay|hiện|nay|riêng|cùng với đó|bên cạnh đó),?\s)"
    r"[\s\-–+•*\d.)/]*$"
)
_WORKS = re.compile(
    r"[^,.;:]{4,80}?\s(?:đã|thu hút|tiếp tục|được|giúp|đang|góp phần|phát huy|mang lại|đem lại|phục vụ|của|cấp|trao"
    r"|tiếp|đón)\s|[^,.;:]{4,80}?\s(?:hoạt động|vận hành|ra đời)[\s,]"
)
_NEXT = re.compile(r"[^.;]{0,80}?(?:,|;|\bvà)\s*")
_GIVES = re.compile(
    r"[^,.;:]{4,80}?\s(?:cung cấp|cấp|phục vụ|trao|tiếp|đón|bán|nấu|thu|thu gom|xử lý|tạo|giúp|thu hút)\s"
    r"(?:được\s|cho\s|hơn\s|gần\s|trên\s|khoảng\s)?\d"
)
_LINK = re.compile(rf"(?:\s*,\s*|\s+và\s+|\s*,\s*và\s+)(?:mô hình\s+)?(?=[{CAPITALS}])")
_SEVERAL = re.compile(r"\b(?:nhiều|các|một số|những|mỗi|từng|hàng chục)\s+$")
_COUNTED_OUT = re.compile(r"\b(?:\d+|một|hai|ba|bốn|các|những)\s+mô hình(?:\s[^.;:]{1,40})?\s*:\s*$")
_COUNTED = re.compile(r"\b(?:0?[2-9]|\d{2,}|hai|ba|bốn)\s+$")
_GENERIC = re.compile(rf"{alternation('model_generic')}(?!\w)")
_PAIRED = re.compile(r"[^\W\d_]+(?:\s[-–]\s[^\W\d_]+)+(?=\s|[,.;:)]|$)")
_OWNER = re.compile(r"\s(?:tại(?! (?:nhà|chỗ|gia|nguồn|giường)\b)|của|ở)\s(?=[A-ZĐ]|thôn|bản|xã|phường|khu|tổ)|\s*\(")
_STATEMENT_END = re.compile(r"[.|\n]")
_EDGE = re.compile(
    r"[,.;:()|\n\"“”]|\s[-–]\s|\s(?:tại(?! (?:nhà|chỗ|gia|nguồn|giường)\b)|của|cho|được|đã|là|với|do|trên địa bàn"
    r"|trong năm|ở|giúp|đem lại|mang lại|đạt"
    r"|theo đúng|giữa|từ năm"
    r"|(?<!không )có|và|sẽ|gắn với|đang|chưa|phát huy|bước đầu|như đã|vào|để|nhằm|vẫn|hoạt động|thu hút|nêu trên"
    r"|trong quý|từ (?:ngày|tháng|năm|quý|đầu|cuối|khi)|phục vụ|từ đó|tiếp tục|mỗi|góp phần"
    r"|(?:vận hành|triển khai|ra đời|ra mắt|bắt đầu|đi vào|duy trì|áp dụng|thực hiện|đặt) (?:chính thức|tại|từ|ở|vào"
    r"|hoạt động)"
    r"|(?:cung cấp|cấp|trao|tiếp|đón|bán|nấu|sửa|lắp|tặng|hỗ trợ|thu gom|thu|xử lý|tạo|nuôi|trồng) (?:được|miễn phí"
    r"|hơn|gần|\d)"
    r")(?=\s|[\d.,])"
    # A place behind the name is no part of it: "mô hình Bếp không khói bản Hua".
    rf"|\s(?:thôn|bản|buôn|ấp|xóm|xã|phường|thị trấn|huyện|khu phố|tổ dân phố)\s(?=[{CAPITALS}\d])"
)
_HOUSE = re.compile(r"\scủa (?:hộ(?: gia đình)?)\s(?:(?:ông|bà|anh|chị|bác|cô|chú)\s)?")
_FULL_NAME = re.compile(rf"[{CAPITALS}][^\W\d_]*(?:['’][^\W\d_]+)?(?:\s[{CAPITALS}][^\W\d_]*(?:['’][^\W\d_]+)?){{1,4}}")
# "Góc bếp của bé", "Tủ sách của em": whose it is belongs to the name.
_DEAR = re.compile(r"\scủa (?:bé|mẹ|em|con|cha|bạn|tôi|chúng em|chúng mình)(?=\s|[,.;:)]|$)")


@cache
def institutions() -> frozenset[str]:
    """Return the folded names of ways of working that the State laid down for all: no model of anybody."""
    return frozenset(lexicon("model_institutions"))


def unquoted_models(piece: str, low: str, praised: bool) -> Iterator[tuple[int, int]]:
    """Yield the offsets of models that `piece`, folded `low`, names without quotation marks.

    Names in small letters count only where the sentence or `praised` shows their worth.
    """
    yield from _after_colon(piece, low)
    yield from _bare(piece, low, praised)


def _after_colon(piece: str, low: str) -> Iterator[tuple[int, int]]:
    """Yield what follows "Mô hình tiêu biểu của đơn vị:" without quotation marks; of a list what capitals open."""
    for match in _NAMED.finditer(low):
        if " là" not in match.group(0) and not _SHOWS.search(match.group(0)):
            continue
        stop = _STATEMENT_END.search(piece, match.end())
        end = stop.start() if stop else len(piece)
        items = [(m.start(), m.end()) for m in re.finditer(r"[^;]+", piece[match.end() : end])]
        for a, b in items:
            item = piece[match.end() + a : match.end() + b]
            if "mô hình" in low[match.end() + a : match.end() + b]:
                continue  # "mô hình A ở xã X, mô hình B ở xã Y": each is read where its own noun stands
            if match.group(0).startswith("tên mô hình là"):
                yield match.end(), _end(piece, low, match.end())
                break
            if len(items) == 1 or item.lstrip()[:1].isupper():
                begin = match.end() + a + len(item) - len(item.lstrip())
                owner = _OWNER.search(piece, begin, match.end() + b)
                yield begin, owner.start() if owner else match.end() + a + len(item.rstrip())


def _bare(piece: str, low: str, praised: bool) -> Iterator[tuple[int, int]]:
    """Yield names such as "mô hình trồng ngô lai hai vụ" where the sentence praises or a capital opens the name."""
    worthy = praised or PRAISED.search(_UNPRAISED.sub(" ", FAULTED.sub(" ", low))) is not None
    last = 0  # where the name before ended, of which this one may be the next: "mô hình A (…) và mô hình B"
    for match in _BARE.finditer(low):
        a = match.end()
        capital = piece[a].isupper()
        generic = not capital and _GENERIC.match(low, a) is not None
        left = low[max(0, match.start() - 60) : match.start()]
        if generic and not _EARNS.search(low, a):
            continue
        if _SEVERAL.search(left):  # "nhiều mô hình dạy nghề đạt hiệu quả cao" names none
            if capital and (worthy or _MADE.search(left)):
                yield from _row_of_names(piece, low, a)
            continue
        next_one = last > 0 and _NEXT.fullmatch(low, last, match.start()) is not None
        stands = next_one or _stands(low, match, left)
        small = (_KEPT.search(left) and _PLACED.match(low, a)) or (not generic and _yields(low, match))
        if not worthy and not (stands if capital else small):
            continue
        if not capital and _COUNTED.search(left):
            continue  # "hỗ trợ 02 mô hình thanh niên làm kinh tế": told, not named
        b = _end(piece, low, a)
        if (4 if generic else 2) <= len(piece[a:b].split()) <= 14 and low[a:b] not in institutions():
            yield a, b
            last = b


def find_made(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the models with a capital that the cell text[start:end] says to set up: "Chạy thử mô hình Một chạm"."""
    piece = text[start:end]
    low = fold(piece)
    for match in _BARE.finditer(low):
        a = match.end()
        if piece[a].isupper() and _MADE.search(low[max(0, match.start() - 60) : match.start()]):
            b = _end(piece, low, a)
            if 2 <= len(piece[a:b].split()) <= 14 and low[a:b] not in institutions():
                yield start + a, start + b


def _stands(low: str, match: re.Match[str], left: str) -> bool:
    """Return whether the words around a name with a capital show it as something that was set up or works."""
    if _SPOKEN_OF.search(left):
        return False
    if _MADE.search(left) or _COUNTED_OUT.search(left) or _PLACED.match(low, match.end()):
        return True
    return _SUBJECT.search(low[: match.start()]) is not None and _WORKS.match(low, match.end()) is not None


def _yields(low: str, match: re.Match[str]) -> bool:
    """Return whether a model is told by what it gave: "Mô hình vườn rau lớp em cung cấp 1,2 tấn rau"."""
    return _SUBJECT.search(low[: match.start()]) is not None and _GIVES.match(low, match.end()) is not None


def _row_of_names(piece: str, low: str, a: int) -> Iterator[tuple[int, int]]:
    """Yield each of "các mô hình Ngõ sạch, Vườn xanh và Chợ không rác": names with a capital that a comma parts."""
    found: list[tuple[int, int]] = []
    while True:
        b = _end(piece, low, a)
        if not 2 <= len(piece[a:b].split()) <= 8 or low[a:b] in institutions():
            break
        found.append((a, b))
        link = _LINK.match(piece, b)
        if not link:
            break
        a = link.end()
    if len(found) > 1:
        yield from found


def _end(piece: str, low: str, a: int) -> int:
    """Return where the name that begins at `a` ends: at a mark, its owner, its place or its verb."""
    paired = _PAIRED.match(low, a)  # "mô hình lúa - cá", "mô hình vườn - ao - chuồng"
    stop = _EDGE.search(piece, paired.end() if paired else a)
    if stop and (dear := _DEAR.match(low, stop.start())):
        stop = _EDGE.search(piece, dear.end())
    if stop and piece[a].islower() and (house := _HOUSE.match(low, stop.start())):
        owner = _FULL_NAME.match(piece, house.end())
        if owner:
            return owner.end()  # "trồng nấm rơm của hộ ông X": a household's model is named after it
    return a + len(piece[a : stop.start() if stop else len(low)].rstrip())
