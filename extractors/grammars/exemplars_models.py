"""Names of models: quoted after a noun that announces them, or told without quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.grammars.modality import denies
from extractors.vietnamese import alternation, fold


@dataclass(frozen=True, slots=True)
class Model:
    """`text[start:end]` is the name of a model; `planned` where it is only to come, `denied` where it was not made.

    `faulted` where the sentence finds it wanting: it works badly, was given up, or was not taken up elsewhere.
    """

    start: int
    end: int
    planned: bool
    denied: bool
    faulted: bool = False


_QUOTE = re.compile(r"[“\"«]\s*([^“”\"«»\n]{2,140}?)\s*[”\"»]|(?<![\w])[‘']([^‘’'\n]{4,120})[’'](?!\w)")
_MODEL = re.compile(rf"(?<!\w){alternation('model_nouns')}(?!\w)")
_SLOGAN = re.compile(rf"(?<!\w){alternation('slogan_nouns')}(?!\w)")
_MOVEMENT = re.compile(
    r"\b(?:phong trào|cuộc vận động|đợt thi đua|phong trào thi đua|chiến dịch|hội thi"
    r"|cuộc thi)\s*:?\s*$"
)
_LINK = re.compile(r"^[\s,;]*(?:(?:và|hoặc|hay|cùng|mô hình)\s*)*[\s,;:]*$")
_KIND_OF_LIST = re.compile(
    r'\s*[”"»]?\s*,?\s*(?:bao gồm|gồm có|gồm|cụ thể là|cụ thể|là|như)\s*:?\s*(?:mô hình\s*:?\s*)?["“«]'
)
_LISTS = re.compile(r"\s*,?\s*(?:bao gồm|gồm có|gồm|cụ thể là|cụ thể|là|như)\s*:?\s*(?:mô hình\s*:?\s*)?")
# Ways of working that the State laid down for all are no model of anybody.
_INSTITUTIONS = frozenset(
    (
        "một cửa",
        "một cửa liên thông",
        "một cửa điện tử",
        "5s",
        "vac",
        "vnen",
        "chính quyền điện tử",
        "chính phủ điện tử",
    )
)
_FAR = 70
_PLANNED = re.compile(
    r"\b(?:kế hoạch|phương hướng|nhiệm vụ) (?:năm |quý |6 tháng |thời gian tới)?[^.;:]{0,24}:"
    r"|\b(?:dự kiến|sẽ|đăng ký|trong thời gian tới|thời gian tới|phấn đấu|có kế hoạch|tiếp tục nghiên cứu|đề xuất"
    r"|hướng tới"
    r"|dự định|năm tới|quý tới|năm học này xây dựng)\b"
)
_DONE = re.compile(r"\b(?:đã|được triển khai|đi vào|ra mắt ngày|duy trì|thành công)\b")
# "đăng ký và thực hiện có hiệu quả mô hình …", "đăng ký mô hình …, đã phục vụ 46 lượt": no hope any more.
_WORKED = re.compile(r"\bvà (?:đã )?(?:thực hiện|duy trì|triển khai) (?:có )?(?:tốt|hiệu quả)\b|[\"”],?\s+đã\b")
_NAMED = re.compile(
    r"\b(?:tên mô hình|mô hình(?: [^:;.|\"]{2,48})?|cách làm (?:hay|mới|sáng tạo)(?: của [^:;.|]{2,40})?)\s*:\s*"
    r"(?=[^\s“\"«'‘])"
)
_SHOWS = re.compile(r"\b(?:tên mô hình|tiêu biểu|điển hình|hiệu quả|nổi bật|hay|mới|sáng tạo|của đơn vị)\b")
_APPOSED = re.compile(r"\s*[-–—,]\s*(?:là )?(?:một )?(?:mô hình|cách làm)\b")
_UNMADE = re.compile(
    r"\b(?:chưa|không)\s+(?:được\s+)?(?:xây dựng|triển khai|thực hiện|thành lập|ra mắt|hoàn thành|hình thành|tổ chức"
    r"|đi vào|duy trì)"
)
# Praise that is denied, and what came to nothing: "chưa được nhân rộng", "hoạt động không hiệu quả", "đã giải thể".
_FAULTED = re.compile(
    r"(?:chưa|không|kém|thiếu)\s+(?:thực sự\s+|thật sự\s+|còn\s+|được\s+|mang lại\s+|đem lại\s+|phát huy\s+|đạt\s+"
    r"|có\s+|đánh giá\s+|mấy\s+|duy trì\s+|ai\s+)*(?:hiệu quả|duy trì|phù hợp|bền vững|tác dụng|lan tỏa"
    r"|thường xuyên|rõ nét|như mong muốn|quan tâm)\b(?!\s+(?:cao|lớn)\b)"
    r"|\bmới (?:chỉ )?(?:dừng|ở mức|ở khâu|trên giấy|là ý tưởng)"
    r"|\b(?:giải thể|ngừng hoạt động|dừng hoạt động|phá sản|bỏ hoang|thua lỗ|mang tính hình thức|còn hình thức)\b"
)
_UNPRAISED = re.compile(r"(?:chưa|không)\s+(?:được\s+|thể\s+|kịp\s+)*(?:nhân rộng|lan tỏa|công nhận|đánh giá)")
_ENDED = re.compile(r"\b(?:bãi bỏ|giải thể|dừng|chấm dứt|hủy bỏ|thôi thực hiện)\b[^,;]{0,30}$")
_BARE = re.compile(r"\bmô hình\s+(?:điểm\s+|điển hình\s+|tiêu biểu\s+|mới\s+)?(?=[^\W\d_])")
_PRAISED = re.compile(rf"\b(?<!nâng cao )(?<!tăng ){alternation('model_praise')}\b")
# What earns or is praised by others has a field even where its first word is common: "liên kết sản xuất lúa …".
_EARNS = re.compile(r"\b(?:cho (?:thu nhập|lãi|doanh thu)|đánh giá cao|lợi nhuận)\b")
# A name with a capital and a place behind it is shown as standing somewhere: "mô hình Chợ đêm tại phường Một".
_PLACED = re.compile(r".{4,80}?\s(?:tại|ở|do)\s")
# Kept or opened somewhere without a count, even a name in small letters is one: "duy trì mô hình nuôi ong tại thôn Hạ".
_KEPT = re.compile(r"\b(?:duy trì|ra mắt|xây dựng|triển khai|thực hiện|hình thành|vận hành|phát triển)\s+(?:các\s+)?$")
# A name with a capital that is the subject of what was done: "Đặc biệt, mô hình Xe sách lưu động đã phục vụ …".
_SUBJECT = re.compile(r"(?:^|[.;]\s|\b(?:đặc biệt|nổi bật|trong đó|ngoài ra),?\s)[\s\-+•*\d.]*$")
_WORKS = re.compile(r"[^,.;:]{4,80}?\s(?:đã|thu hút|tiếp tục)\s")
_SEVERAL = re.compile(r"\b(?:nhiều|các|một số|những|mỗi|từng|hàng chục)\s+$")
_GENERIC = re.compile(rf"{alternation('model_generic')}(?!\w)")
_PAIRED = re.compile(r"[^\W\d_]+(?:\s[-–]\s[^\W\d_]+)+(?=\s|[,.;:)]|$)")
_OWNER = re.compile(r"\s(?:tại|của|ở)\s(?=[A-ZĐ]|thôn|bản|xã|phường|khu|tổ)|\s*\(")
_STATEMENT_END = re.compile(r"[.|\n]")
_EDGE = re.compile(
    r"[,.;:()|\n\"“”]|\s[-–]\s|\s(?:tại|của|cho|được|đã|là|với|do|trên địa bàn|trong năm|ở|giúp|đem lại|mang lại|đạt"
    r"|theo đúng|giữa|từ năm"
    r"|có|và|sẽ|gắn với|đang|chưa|phát huy|bước đầu|như đã|vào|để|nhằm|vẫn|hoạt động|thu hút|nêu trên|trong quý"
    r"|từ ngày)\s"
)


def find_models(text: str, start: int, end: int, praised: bool = False, quoted_only: bool = False) -> tuple[Model, ...]:
    """Return the models named in text[start:end]; unquoted ones only where the sentence or `praised` shows their worth.

    `quoted_only` leaves out names without quotation marks. An initiative or a solution is no model but somebody's deed.
    """
    piece = text[start:end]
    low = fold(piece)
    found = list(_quoted(piece, low))
    taken = [(a, b) for a, b in found]
    if ("mô hình" not in low and "cách làm" not in low) or quoted_only:
        return tuple(_model(low, start, a, b) for a, b in sorted(found))
    for a, b in [*_after_colon(piece, low), *_unquoted(piece, low, praised)]:
        if not any(a < d and c < b for c, d in taken):
            taken.append((a, b))
            found.append((a, b))
    return tuple(_model(low, start, a, b) for a, b in sorted(found))


def find_slogans(text: str) -> frozenset[str]:
    """Return the quoted names that `text` gives to a movement or a campaign: nowhere is a model meant by them."""
    low = fold(text)
    names = (
        m for m in _QUOTE.finditer(text) if m.group(1) and _MOVEMENT.search(low[max(0, m.start() - 40) : m.start()])
    )
    return frozenset(match.group(1) for match in names)


def _model(low: str, offset: int, a: int, b: int) -> Model:
    left = low[max(low.rfind(". ", 0, a), low.rfind(";", 0, a)) + 1 : a]
    will, done = _PLANNED.search(left), _DONE.search(left)
    planned = will is not None and not (done and done.start() > will.start() and done.group(0) == "đã")
    planned = planned and not (will and _WORKED.search(low, will.end(), b + 60))
    named = len(left) < 25 or left.lstrip(" -+•.,:").startswith(("việc ", "riêng "))  # "Việc thành lập mô hình ..."
    subject = named and re.search(r"\b(?:đã|chưa|không)\b", left) is None
    right = re.split(r"[.;]", low[b : b + 160], maxsplit=1)[0] if subject else ""
    denied = denies(f"{left} x") or _UNMADE.search(right) is not None or _ENDED.search(left) is not None
    after = re.split(r"[.;]|\bmô hình\b", low[b : b + 160], maxsplit=1)[0]
    fault = _FAULTED.search(after)
    faulted = fault is not None and not _PRAISED.search(after, 0, fault.start())
    return Model(offset + a, offset + b, planned, denied, faulted)


def _quoted(piece: str, low: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of quoted names whose nearest noun announces a model; a list of quotes shares its noun."""
    last_end, last_is_model = -1, False
    for match in _QUOTE.finditer(piece):
        a, b = match.span(1) if match.group(1) else match.span(2)
        left = low[max(0, match.start() - _FAR) : match.start()]
        between = low[last_end : match.start()] if last_end >= 0 else "."
        if (
            _LINK.match(between)
            or (last_is_model and _LISTS.fullmatch(between))
            or (last_is_model and len(between) < 90 and re.search(r"[,;]\s*$", between))
        ):
            is_model = last_is_model
        else:
            left = left[max(left.rfind('"'), left.rfind(". ") + 1, 0) :]
            model = max((m.end() for m in _MODEL.finditer(left)), default=-1)
            slogan = max((m.end() for m in _SLOGAN.finditer(left)), default=-1)
            is_model = model > slogan
            if slogan > model >= 0 and re.search(r"\b(?:mô hình|cách làm|câu lạc bộ|clb)\b[^,;]*$", left):
                is_model = not re.match(r"\s*$", left[slogan:].strip('" :')) or left[model:slogan].count(" ") <= 1
        is_model = is_model or _APPOSED.match(low, match.end()) is not None
        last_end, last_is_model = match.end(), is_model
        if is_model and len(piece[a:b].split()) >= 1:
            if low[a:b].strip() in _INSTITUTIONS:
                continue
            if _KIND_OF_LIST.match(low, match.end()):
                continue  # '03 mô hình "Dân vận khéo" gồm "A", "B"': the first quote is only their kind
            yield a, b


def _after_colon(piece: str, low: str) -> Iterator[tuple[int, int]]:
    """Yield what follows "Mô hình tiêu biểu của đơn vị:" without quotation marks; of a list what capitals open."""
    for match in _NAMED.finditer(low):
        if not _SHOWS.search(match.group(0)):
            continue
        stop = _STATEMENT_END.search(piece, match.end())
        end = stop.start() if stop else len(piece)
        items = [(m.start(), m.end()) for m in re.finditer(r"[^;]+", piece[match.end() : end])]
        for a, b in items:
            item = piece[match.end() + a : match.end() + b]
            if "mô hình" in low[match.end() + a : match.end() + b]:
                continue  # "mô hình A ở xã X, mô hình B ở xã Y": each is read where its own noun stands
            if len(items) == 1 or item.lstrip()[:1].isupper():
                begin = match.end() + a + len(item) - len(item.lstrip())
                owner = _OWNER.search(piece, begin, match.end() + b)
                yield begin, owner.start() if owner else match.end() + a + len(item.rstrip())


def _unquoted(piece: str, low: str, praised: bool) -> Iterator[tuple[int, int]]:
    """Yield names such as "mô hình trồng ngô lai hai vụ" where the sentence praises or a capital opens the name."""
    worthy = praised or _PRAISED.search(_UNPRAISED.sub(" ", _FAULTED.sub(" ", low))) is not None
    for match in _BARE.finditer(low):
        a = match.end()
        capital = piece[a].isupper()
        generic = not capital and _GENERIC.match(low, a) is not None
        placed = (capital or _KEPT.search(low[max(0, match.start() - 40) : match.start()])) and _PLACED.match(
            low[a : a + 120]
        )
        if capital and not placed and _SUBJECT.search(low[: match.start()]):
            placed = _WORKS.match(low[a : a + 120])
        if _SEVERAL.search(low[: match.start()]):
            continue  # "nhiều mô hình dạy nghề đạt hiệu quả cao" names none
        if (generic and not _EARNS.search(low, a)) or not (worthy or placed):
            continue
        paired = _PAIRED.match(low, a)  # "mô hình lúa - cá", "mô hình vườn - ao - chuồng"
        stop = _EDGE.search(low, paired.end() if paired else a)
        b = stop.start() if stop else len(low)
        name = piece[a:b].strip()
        if (4 if generic else 2) <= len(name.split()) <= 14:
            yield a, a + len(piece[a:b].rstrip())
