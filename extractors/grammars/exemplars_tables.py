"""Exemplars in tables: what the headings of the columns and the lines above announce decides, not the cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.facts import ExemplarKind
from extractors.grammars.actors import find_units
from extractors.grammars.exemplars_candidate import Candidate
from extractors.grammars.exemplars_verdict import praises
from extractors.grammars.names import find_names
from extractors.segment import Column
from extractors.vietnamese import fold

_NAME = re.compile(
    r"họ và tên|họ tên|họ, tên|nhân vật|tác giả|^tên(?! (?:sáng kiến|giải pháp|đề tài|sản phẩm|công trình|dự án)\b)"
    r"|cá nhân|tập thể|gương|điển hình|mô hình|cách làm|người được|danh sách"
    r"|đối tượng khen"
)
# Who made what was recognised, graded or put to use is praised for it.
_INITIATIVE = re.compile(r"sáng kiến|giải pháp|đề tài|sáng chế|cải tiến|ý tưởng")
_RECOGNISED = re.compile(r"công nhận|xếp loại|giải|hiệu quả|áp dụng|kết quả|khen|mức độ|làm lợi")
_UNMADE = re.compile(r"\s*(?:chưa|không)\s(?:mở|triển khai|thực hiện|xây dựng|tổ chức|làm|có|ra mắt|thành lập)\b")
_INDEX = re.compile(r"\s*(?:stt|tt|số tt|số thứ tự|#)?\s*$")
_WORTH = re.compile(
    r"thành tích|khen|danh hiệu|gương|điển hình|việc làm (?:nổi bật|tiêu biểu|tốt)|biểu dương|tuyên dương"
    r"|kết quả nổi bật"
    r"|mô hình|cách làm|tiêu biểu|tóm tắt"
)
_DUTY = re.compile(
    r"phụ trách|chủ trì|tổ trưởng|người thực hiện|thời hạn|thời gian hoàn thành|đăng ký|chỉ tiêu|nhiệm vụ|giảng viên"
    r"|báo cáo viên"
    r"|thành viên|điện thoại|ký tên|ký nhận|phân công|phối hợp|công việc|sản phẩm|dự kiến"
)
_WHERE = re.compile(r"đơn vị|địa chỉ|địa điểm|nơi ở|nơi công tác|phòng|chức vụ|chức danh|cơ quan|địa bàn|thôn|lớp|tổ$")
_POST = re.compile(r"chức vụ|chức danh|nghề nghiệp")
_DEED = re.compile(r"thành tích|việc làm|kết quả|nội dung|tóm tắt|lý do|hiệu quả|mô tả|đóng góp|sáng kiến")
_AWARD = re.compile(r"hình thức|khen|danh hiệu|đề nghị|xếp loại")
_COLLECTIVE = re.compile(r"^\s*tập thể\s*:?\s+", re.IGNORECASE)
_GROUP = re.compile(
    r"^\s*(?:[ivx\d]+[.)]?\s*)?(?:tập thể|cá nhân|mô hình|tổng(?: cộng| số)?|cộng|stt|tt)\s*:?\s*\d*\s*$"
)
# A degree that the list does not know, or whom the name stands for: "ĐD. …", "Vợ chồng anh …".
_BEFORE_NAME = re.compile(
    r"(?:[A-ZĐ][\w.]{0,6}[.:]\s*)+|(?i:vợ chồng|gia đình|hộ|hộ gia đình|hai vợ chồng|nhóm"
    r"|tác giả)\s+"
)
_BETWEEN = re.compile(r"\s*(?:\([^()]{1,40}\))?\s*(?:[,;&/+\n]|và|cùng)\s*(?:(?:[A-ZĐ][\w.]{0,6}[.:])\s*)*|\s*\n\s*")
_PERSON_SHAPE = re.compile(r"^[^\W\d_]['’\w]*(?:\s+[^\W\d_]['’\w]*){1,4}$")


def find_in_row(
    text: str, columns: Sequence[Column], announced: Sequence[str], own: str | None, planned: bool
) -> Iterator[Candidate]:
    """Yield the exemplars of one row, if its table presents exemplars; `planned` where the document is a plan."""
    heads = [fold(column.head) for column in columns]
    if not columns or not _presents(heads, announced):
        return
    context = (min(c.start for c in columns if not c.carried or c.end), max(c.end for c in columns))
    named = any(map(_NAME.search, heads))
    first = next((at for at, head in enumerate(heads) if not _INDEX.match(head)), 0)
    for at, (column, head) in enumerate(zip(columns, heads, strict=True)):
        if column.carried or (at != first if not named else not _names(head)):
            continue
        a, b = _trim(text, column.start, column.end)
        if a >= b or _GROUP.match(fold(text[a:b])):
            continue
        kind, a, b = _kind(text, a, b, head, announced)
        if kind is None or (kind is ExemplarKind.MODEL and any(_UNMADE.match(fold(_of(text, c))) for c in columns)):
            continue
        for name in _all_in(text, column, (a, b)) if kind is ExemplarKind.PERSON else ((a, b),):
            yield _candidate(text, columns, heads, kind, name, context, own, planned)


def _of(text: str, column: Column) -> str:
    return text[column.start : column.end]


def _all_in(text: str, column: Column, first: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Yield the persons of a cell that holds nothing but names: "Tạ Văn An; Lò Thị Bua", or one a line."""
    yield first
    names = [name for name in find_names(text, column.start, column.end) if name.start > first[0]]
    at = first[1]
    for name in names:
        if not _BETWEEN.fullmatch(text[at : name.lead]):
            return
        yield name.start, name.end
        at = name.end


def _names(head: str) -> bool:
    """Return whether a column headed so holds the names."""
    return _NAME.search(head) is not None and not (_DEED.search(head) and not _NAME.match(head))


def _presents(heads: Sequence[str], announced: Sequence[str]) -> bool:
    """Return whether the table lists exemplars: by its columns, or by what announces it where no column lays a duty."""
    if not any(map(_NAME.search, heads)):
        # "Nội dung | Thành tích | Hình thức khen thưởng" below "Tập thể, cá nhân tiêu biểu": names stand first.
        groups = any(re.search(r"tập thể|cá nhân|gương", line) and praises(line) for line in announced)
        return groups and any(map(_AWARD.search, heads))
    explicit = any(
        re.search(r"gương|điển hình|thành tích|khen|danh hiệu|biểu dương|tuyên dương", head) for head in heads
    )
    authors = any("tác giả" in head for head in heads) and any(map(_INITIATIVE.search, heads))
    if authors and any(map(_RECOGNISED.search, heads)) and not any("đăng ký" in head for head in heads):
        return True
    duty = any(_DUTY.search(head) and not _WORTH.search(head) for head in heads)
    models = any(re.search(r"mô hình|cách làm", head) for head in heads)
    if explicit or models:
        return not (duty and not explicit and not models)
    return not duty and any(praises(line) or "mô hình" in line for line in announced)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without blanks, numbers of lists and closing marks at its edges."""
    piece = text[start:end]
    lead = re.match(r"\s*(?:[-+•*]\s*|\d{1,3}[.)]\s+)?", piece)
    a = start + (lead.end() if lead else 0)
    return a, start + len(piece.rstrip(" \n\t,;."))


def _kind(text: str, a: int, b: int, head: str, announced: Sequence[str]) -> tuple[ExemplarKind | None, int, int]:
    """Return the kind of the cell text[a:b] and the offsets of the name in it."""
    piece = text[a:b]
    collective = _COLLECTIVE.match(piece)
    if collective:
        return ExemplarKind.COLLECTIVE, a + collective.end(), b
    names = find_names(text, a, b)
    if names and (names[0].lead - a < 4 or _BEFORE_NAME.fullmatch(text[a : names[0].lead])):
        return ExemplarKind.PERSON, names[0].start, names[0].end
    if re.search(r"mô hình|cách làm", head) and not re.search(r"họ|cá nhân", head):
        quoted = re.search(r"[“\"«]([^”\"»]{2,140})[”\"»]", piece)
        if quoted:
            return ExemplarKind.MODEL, a + quoted.start(1), a + quoted.end(1)
        lead = re.match(r"(?:mô hình|cách làm)\s*:?\s+", fold(piece))
        return ExemplarKind.MODEL, a + (lead.end() if lead else 0), b
    units = find_units(text, a, b)
    if units and units[0].start - a < 3:
        return ExemplarKind.COLLECTIVE, units[0].start, b if "(" not in piece else units[0].end
    group = next((line for line in reversed(announced) if re.search(r"tập thể|cá nhân", line)), "")
    if (
        _PERSON_SHAPE.match(piece)
        and all(word[0].isupper() for word in piece.split())
        and not ("tập thể" in head or ("tập thể" in group and "cá nhân" not in group))
    ):
        return ExemplarKind.PERSON, a, b
    if "tập thể" in head or "tập thể" in group:
        return ExemplarKind.COLLECTIVE, a, b
    return None, a, b


def _candidate(
    text: str,
    columns: Sequence[Column],
    heads: Sequence[str],
    kind: ExemplarKind,
    name: tuple[int, int],
    context: tuple[int, int],
    own: str | None,
    planned: bool,
) -> Candidate:
    def cell(pattern: re.Pattern[str], unless: re.Pattern[str] | None = None) -> tuple[int, int] | None:
        for column, head in zip(columns, heads, strict=True):
            inside = column.start <= name[0] < column.end
            if pattern.search(head) and not inside and not (unless and unless.search(head)):
                a, b = _trim(text, column.start, column.end)
                if a < b:
                    return a, b
        return None

    where, post, deed, award = cell(_WHERE, _POST), cell(_POST), cell(_DEED, _AWARD), cell(_AWARD)
    holder = next(column for column in columns if column.start <= name[0] < max(column.end, column.start + 1))
    found = [item for item in find_names(text, holder.start, holder.end) if item.start == name[0]]
    position = text[post[0] : post[1]] if post else None
    affiliation = text[where[0] : where[1]] if where else None
    units = find_units(position) if position and affiliation is None else ()
    if position and units:  # one column for both: "Điều dưỡng, Trạm Y tế xã Hải Tây"
        affiliation = position[units[0].start : units[0].end]
        position = position[: units[0].start].strip(" ,-–") or None
    return Candidate(
        kind,
        *name,
        context,
        honorific=found[0].honorific if found and kind is ExemplarKind.PERSON else None,
        position=position,
        affiliation=affiliation or own,
        deed=deed,
        award=text[award[0] : award[1]] if award else None,
        planned=planned,
    )
