"""Numbers that count or measure something: value, comparison, unit; dates, numbers of documents and names are none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.document import Document
from extractors.facts import Quantity
from extractors.grammars.date_masks import masks
from extractors.grammars.numerals import number_words, read_number, word_pattern
from extractors.grammars.quantity_units import comparison, rhythm, starts_noun, unit_after
from extractors.vietnamese import fold

_DIGITS = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d.])|\d+(?:[.,]\d{1,2})?(?!\d)"
_WORDS = word_pattern(1, 99)
_NUMBER = re.compile(
    rf"(?<![\w/.,\-])(?P<n>{_DIGITS})(?P<ratio> ?/ ?(?P<of>{_DIGITS}))?(?: *\( *[^\W\d_]+(?: +[^\W\d_]+){{0,4}} *\))?"
    rf"|(?<!\w)(?P<w>{_WORDS})(?!\w)"
)
_CANDIDATE = re.compile(r"\d|" + "|".join(sorted({word.split()[0] for word in number_words()})))
_TO = re.compile(rf" *(?:-|đến|tới) *(?P<m>{_DIGITS})(?![/\w])(?: *\( *[^\W\d_]+(?: +[^\W\d_]+){{0,4}} *\))?")
_PERCENT = re.compile(r" *(?:%|phần +trăm(?!\w))")
_FROM = re.compile(r"(?<!\w)từ *$")
_BASELINE = re.compile(r"[^.;\n]{0,28}?(?<!\w)(?:lên|xuống|còn|thành)(?: +(?:còn|trên|dưới|mức|đến))* +\d")
# A number that names, not counts: "Điều 5", "đợt 1", "lần thứ 2", "lớp 12", "số 45".
_NAMES = re.compile(
    r"(?<!\w)(?:(?<!ký )(?<!tổng )số|điều|khoản|(?<!danh )mục|(?<!dứt )(?<!thí )(?<!địa )(?<!trọng )điểm|chương|phần"
    r"|phụ lục|biểu|mẫu|bảng|đợt|kỳ|khóa"
    r"|khối|lớp|cấp"
    r"|loại|hạng|nhóm|tổ|đội|thôn|bản|khu phố"
    r"|khu vực|vùng|quận|phường|đường|quốc lộ|tỉnh lộ|km|giai đoạn|bước|lần|thứ|học kỳ|tập|quyển|trang|mức độ|mức"
    r"|phiên bản"
    r"|tuổi|bậc|ngạch|tiết|bài|câu|module|mô đun|tuần|tháng|ngày|năm|quý|phòng|nghị quyết|chỉ thị|thông tư|hình|gói"
    r"|tầng)"
    r"(?: +(?:thứ|số|trung +ương))* *:? *$"
)
_ISSUED = re.compile(r"(?<!\w)cấp *$")
_UNNAMED = re.compile(r"(?<!\w)(?:mỗi|một|hằng|hàng|các|từng) +\w+ *$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_QUOTED = re.compile(r"“[^”\n]{1,200}”|\"[^\"\n]{1,200}\"|«[^»\n]{1,200}»")
_QUOTED_NAME = re.compile(r" [“\"«](?P<name>[^“”\"«»\n]{2,60})[”\"»]")  # 20 “Mái ấm công đoàn”
_GROUPED = re.compile(r"\.(?=\d{3}(?!\d))")
_ORDINAL = re.compile(r"(?<!\w)(?:thứ|lần|số|tháng|quý|ngày|mùng|tuần|lớp|khối|loại|hạng|nhóm|bậc|trong|không|theo) *$")
_YEARLY = re.compile(r"(?<!\w)(?:trong|hằng|hàng|mỗi|cả|đầu|cuối|các|những|nhiều|\d+|một|qua|từng|theo|của|so với) *$")
_RISING = re.compile(r" *trở +(?:lên|xuống)(?: +(?:số|các|tổng +số))?")
_RATE = re.compile(r"(?<!\w)(?:tỷ|tỉ) +lệ +(?:giải +ngân +|hoàn +thành +)?")
_TIME = re.compile(r" *(?:năm|tháng|quý|tuần|ngày)(?!\w)")
_LIST_MARK = re.compile(r"[.)]\s")


@dataclass(frozen=True, slots=True)
class Measure:
    """One quantity of a bare string: `text[start:end]` is number and unit; the rest as in `Quantity`."""

    start: int
    end: int
    op: str
    value: float
    unit: str
    upper: float | None = None
    ratio: tuple[float, float] | None = None


def find_quantities(
    document: Document, start: int, end: int, taken: Sequence[tuple[int, int]] = ()
) -> tuple[Quantity, ...]:
    """Return the quantities of `document.text[start:end]` in order; `taken` are the dates and citations inside it.

    A share ("27/32 trường") has the value 27 and the ratio (27, 32); "từ 02 đến 03" has the value 2 and the upper 3;
    a percentage has the unit "%" with what it is a share of ("% hồ sơ công việc").
    """
    inside = [(a - start, b - start) for a, b in taken]
    return tuple(
        Quantity(m.op, m.value, m.unit, document.span(start + m.start, start + m.end), m.upper, m.ratio)
        for m in read_quantities(document.text[start:end], inside)
    )


def read_quantities(text: str, taken: Sequence[tuple[int, int]] = ()) -> list[Measure]:
    """Return the quantities of NFC `text` in order; numbers inside `taken` (start, end) are passed over."""
    shadow = fold(text)
    blocked = sorted([*taken, *masks(text, shadow, shares=False), *_quoted(text)])
    found: list[Measure] = []
    position, floor = 0, 0
    while (match := _next(shadow, position)) is not None:
        position = match.end()
        inside = next((b for a, b in blocked if a < match.end() and match.start() < b), None)
        if inside is not None:
            position, floor = max(inside, match.start() + 1), max(inside, match.start() + 1)
            continue
        measure = _measure(text, shadow, match, floor, found)
        if measure is not None:
            found.append(measure)
            position, floor = max(position, measure.end), max(floor, measure.end)
    return found


def _next(shadow: str, position: int) -> re.Match[str] | None:
    """Return the first number from `position` on; only where a digit or a number word begins is it looked for."""
    for candidate in _CANDIDATE.finditer(shadow, position):
        match = _NUMBER.match(shadow, candidate.start())
        if match is not None:
            return match
    return None


def _quoted(text: str) -> list[tuple[int, int]]:
    """Return the stretches inside quotation marks: numbers there belong to a name."""
    return [(match.start(), match.end()) for match in _QUOTED.finditer(text)]


def _measure(text: str, shadow: str, match: re.Match[str], floor: int, before: list[Measure]) -> Measure | None:
    word = match["w"]
    value = read_number(word) if word else _value(match["n"])
    if value is None or _is_name(shadow, match, floor) or (word and not _counts(shadow, match)):
        return None
    share = _value(match["of"]) if match["of"] else None
    end, upper = match.end(), None
    span = _TO.match(shadow, end) if share is None and not word else None
    if span is not None and _value(span["m"]) > value:
        end, upper = span.end(), _value(span["m"])
    elif _BASELINE.match(shadow, end) and _FROM.search(shadow[max(floor, match.start() - 12) : match.start()]):
        return None
    unit, unit_end = _unit(text, shadow, end, match, before)
    if unit == "" and not _whole(shadow, match.start(), end):
        return None
    percent = _PERCENT.match(shadow, end)
    op = comparison(shadow, floor, match.start(), percent.end() if percent else unit_end)
    if upper is not None and op == "=":
        op = ">="
    return Measure(match.start(), unit_end, op, value, unit, upper, (value, share) if share else None)


def _value(digits: str) -> float:
    """Return the number behind Vietnamese digits: a dot before three digits groups, a comma is the decimal sign."""
    plain = _GROUPED.sub("", digits).replace(",", ".")
    return float(plain)


def _is_name(shadow: str, match: re.Match[str], floor: int) -> bool:
    start = match.start()
    left = shadow[max(0, start - 28) : start]
    if match["w"]:
        return _ORDINAL.search(left) is not None
    if _YEAR.fullmatch(match["n"]) and not _PERCENT.match(shadow, match.end()):
        return not starts_noun(shadow, match.end() + 1)
    if _LIST_MARK.match(shadow, match.end()) and not left.strip():
        return True
    if len(match["n"]) > 1 and _ISSUED.search(left):
        return False  # "cung cấp 05 dịch vụ", "đã cấp 240 thẻ": the verb, no level of schools or administration
    return _NAMES.search(left) is not None and _UNNAMED.search(left) is None


def _counts(shadow: str, match: re.Match[str]) -> bool:
    """Return whether a number word counts a noun: "hai cá nhân", not "một cách", "ba sẵn sàng", "trong năm đơn vị"."""
    if not starts_noun(shadow, match.end() + 1) or shadow.startswith(" số ", match.end()):
        return False
    if shadow.startswith(" lần", match.end()) and shadow.endswith("dùng ", 0, match.start()):
        return False  # "đồ nhựa dùng một lần"
    if match["w"] != "năm":
        return True
    return _YEARLY.search(shadow[max(0, match.start() - 12) : match.start()]) is None


def _unit(text: str, shadow: str, end: int, match: re.Match[str], before: list[Measure]) -> tuple[str, int]:
    """Return the unit as written (its rhythm added) and where number and unit end."""
    percent = _PERCENT.match(shadow, end)
    start = percent.end() if percent else end
    if percent and (up := _RISING.match(shadow, start)):
        start = up.end()
    noun = None if percent and _TIME.match(shadow, start) else unit_after(shadow, start, len(shadow))
    if noun is None and percent:
        share = before[-1] if before and before[-1].ratio and match.start() - before[-1].end < 24 else None
        named = share.unit if share else _rated(text, shadow, match.start())
        return f"% {named}".strip(), percent.end()
    if noun is None:
        name = _QUOTED_NAME.match(text, start)
        return (" ".join(name["name"].split()), name.end()) if name else ("", end)
    words = " ".join(text[noun[0] : noun[1]].split())
    rate = "" if percent else rhythm(shadow, 0, match.start(), noun[1])
    return (f"% {words}" if percent else words + rate), noun[1]


def _rated(text: str, shadow: str, start: int) -> str:
    """Return what "Tỷ lệ hồ sơ công việc ... đạt 65%" is the share of, "" where no rate is named."""
    floor = max(0, start - 120)
    rates = list(_RATE.finditer(shadow, floor, start))
    noun = unit_after(shadow, rates[-1].end(), start) if rates else None
    return " ".join(text[noun[0] : noun[1]].split()) if noun else ""


def _whole(shadow: str, start: int, end: int) -> bool:
    """Return whether nothing but the number stands in the text, as in the cell of a table."""
    return not shadow[:start].strip() and not shadow[end:].strip(" .;")
