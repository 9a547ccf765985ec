"""Models that a list alone shows to be some: bullets below "Các mô hình hay:", items beside "mô hình A; …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.grammars.actors import find_units
from extractors.grammars.exemplars_models import Model
from extractors.grammars.exemplars_verdict import praises
from extractors.grammars.names import find_names
from extractors.vietnamese import fold

_NOUN = re.compile(r"\b(?:mô hình|cách làm)\b")
_GROUP = re.compile(
    r"[\W\d]*(?:[ivx]+[.)]\s*)?(?:(?:về|các|một số|những|danh sách)\s+)*(?:mô hình|cách làm)"
    r"(?:\s*,\s*(?:mô hình|cách làm)|\s+(?:hay|mới|điểm|tiêu biểu|điển hình|hiệu quả|sáng tạo|hoạt động|có))*"
    r"\s*(?:\([^()]{1,24}\))?(?:\s(?:của|trong|tại|trên|ở)\s[^:;.]{1,80})?\s*:?\s*$"
)
_WORTH = re.compile(r"\b(?:hay|hiệu quả|mới|sáng tạo|đăng ký|ra mắt|nhân rộng|nổi bật|thành lập|duy trì|xây dựng)\b")
_QUOTED = re.compile(r"[\s\-+•*\d.)]*[“\"«]\s*([^“”\"«»\n]{2,140}?)\s*[”\"»]")
_LEAD = re.compile(r"[\s\-+•*]*(?:và\s+)?(?:\d{1,2}[.)]\s*)?(?:(?:mô hình|cách làm)\s*:\s*)?", re.IGNORECASE)
_EDGE = re.compile(r"[,;:.(|\n]|\s[-–]\s|\s(?:tại|của|ở|do|trên địa bàn|với|cho)\s|\./|$")
_TELLS = re.compile(r"\b(?:đã|được|sẽ|chưa|không có|là|có|đang|phải|cần)\b")
# What opens so is a duty or a deed, not the name of a model.
_ACTS = re.compile(
    r"(?:tổ chức|đẩy mạnh|tiếp tục|triển khai|phối hợp|tăng cường|xây dựng|hướng dẫn|rà soát|tuyên truyền|thực hiện"
    r"|chỉ đạo|lựa chọn|đề nghị|giao|duy trì|nhân rộng|phát huy|phát động|chủ động|kiểm tra|các|toàn|trên|trong|qua"
    r"|ngoài|bên cạnh|tuy nhiên|nhiều|một số|mỗi đơn vị|năm|tháng \d|ngày \d|kết quả|nội dung|thời gian|địa điểm"
    r"|tham mưu|báo cáo|số lượng|hằng năm|hàng năm|hằng tháng|hàng tháng|nâng cao|đối với)\b"
)
# Groups of people are models beside models: "mô hình “A” tại 4 bản; Tổ liên gia tự quản ở trung tâm xã".
_BAND = re.compile(r"(?:tổ|đội|nhóm|câu lạc bộ|clb|tổ hợp tác)\s(?:liên|tự|tiết kiệm|phụ nữ|tuần tra|xung kích|camera)")
_COUNTED = re.compile(
    r"\b(?:\d+|các|những|một số|nhiều)\s+(?:mô hình|cách làm)\b(?:[^:;.\"|]{0,80}?)\s*(?::|\b(?:gồm|như)\b\s*:?)\s*"
)
_PARTS = re.compile(r"(?:(?!\s+và\s)[^,;])+")
_ITEM = re.compile(r"[^;]+")


def find_listed_models(text: str, start: int, end: int, announced: Sequence[str]) -> Iterator[Model]:
    """Yield the models that text[start:end] names as an item of a list of models; `announced` as in Passage."""
    low = fold(text[start:end])
    if announced and _announce(announced):
        if not _NOUN.search(low):
            yield from _item(text, start, end, grouped=_GROUP.match(announced[-1].strip()) is not None)
        return
    if not _NOUN.search(low):
        return
    yield from _told_in_a_row(text, start, end)
    colon = low.find(":")
    items = (
        [(m.start() + start, m.end() + start) for m in _ITEM.finditer(text[start:end], colon + 1)] if colon > 0 else []
    )
    named = [fold(text[a:b]).lstrip().startswith("mô hình") for a, b in items]
    if len(items) > 1 and named[0] and not all(named) and _NOUN.search(low[:colon]):
        for (a, b), known in zip(items, named, strict=True):
            if not known:
                yield from _item(text, a, b)


def _told_in_a_row(text: str, start: int, end: int) -> Iterator[Model]:
    """Yield the names of "05 mô hình kiểu mẫu, gồm: Bờ rào xanh, Nhà vườn sinh thái": each opens with a capital."""
    opened = _COUNTED.search(fold(text[start:end]))
    if not opened:
        return
    begin = start + opened.end()
    stop = re.search(r"[.|\n“\"]|$", text[begin:end])
    rest = text[begin : begin + stop.start()] if stop else ""
    items = [(begin + m.start(), begin + m.end()) for m in _PARTS.finditer(rest)]
    named = [list(_item(text, a, b, grouped=True)) for a, b in items]
    if len(items) > 1 and all(named):
        for models in named:
            yield from models


def _announce(announced: Sequence[str]) -> bool:
    """Return whether the innermost line above announces models and nothing else."""
    last = announced[-1].strip()
    if _GROUP.match(last):
        return bool(_WORTH.search(last)) or any(map(praises, announced))
    opens = last.endswith((":", "sau")) and _NOUN.search(last) is not None
    return (
        opens and not re.search(r"\b(?:tập thể|cá nhân)\b", last) and (praises(last) or _WORTH.search(last) is not None)
    )


def _item(text: str, start: int, end: int, *, grouped: bool = False) -> Iterator[Model]:
    quoted = _QUOTED.match(text, start, end)
    if quoted:
        yield Model(quoted.start(1), quoted.end(1), planned=False, denied=False)
        return
    lead = _LEAD.match(text, start, end)
    begin = lead.end() if lead else start
    edge = _EDGE.search(text, begin, end)
    stop = edge.start() if edge else end
    name = text[begin:stop].rstrip()
    if not name or not name[0].isupper() or not 2 <= len(name.split()) <= 12:
        return
    low = fold(name)
    if _TELLS.search(low) or _ACTS.match(low) or any(name.start - begin < 12 for name in find_names(text, begin, end)):
        return
    if not (grouped or _BAND.match(low)) and any(unit.start == begin for unit in find_units(text, begin, end)):
        return
    yield Model(begin, begin + len(name), planned=False, denied=False)
