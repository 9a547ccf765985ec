"""Collectives that a sentence presents as exemplary: what governs a unit's name, and the list it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.facts import ExemplarKind
from extractors.grammars.actors import Unit
from extractors.grammars.exemplars_candidate import MERIT, REACH, Candidate, is_typed_row
from extractors.grammars.exemplars_deeds import award_in, deed_after
from extractors.grammars.exemplars_verdict import praises
from extractors.grammars.names import Name
from extractors.vietnamese import fold

_UNIT_RIGHT = re.compile(
    r"^(?:\s*\([^()]{1,80}\))?[\s,\-]*(?:(?:đã|vừa|cũng|luôn|tiếp tục|vinh dự|liên tục|nhiều năm liền|năm \d{4})\s+)*"
    r"(?:được\s+[^,.;|]{3,40}?\s+và\s+)?"
    r"(?:là\s+(?:một\s+)?(?:trong\s+(?:những|số)\s+)?(?:(?:các|những|hai|ba|\d+)\s+)?"
    r"(?:điển hình|lá cờ|điểm sáng|gương|(?:tập thể|đơn vị|địa phương|trường|xã|chi bộ|phường|thôn|buôn|bản"
    r"|hợp tác xã|hội|doanh nghiệp)\s+(?:[^,.;|]{0,30}\s)?"
    r"(?:tiêu biểu|dẫn đầu|đi đầu|đầu tiên|điển hình|xuất sắc|tiên tiến))"
    r"|được\s+(?!giao|phân công|thành lập|bố trí|cấp|hỗ trợ|đầu tư)(?:[^,.;|]{0,80}?\s)?(?:tặng|khen|khen thưởng"
    r"|biểu dương|tuyên dương|công nhận|tôn vinh|suy tôn|vinh danh|bình chọn|trao|nêu gương|đánh giá cao|đề nghị tặng"
    r"|đề nghị khen)\b"
    r"|với mô hình|với cách làm|với thành tích|với \d+% |đạt danh hiệu|đạt giải|đoạt giải|dẫn đầu|đi đầu"
    r"|nhận (?:cờ|bằng khen|giấy khen)|đón nhận"
    r"|(?:(?<!được )(?:tuyên dương|biểu dương|khen thưởng)) vì)"
)
# Told behind a deed: "Chi cục X hoàn thành 121% dự toán, được Bộ Tài chính tặng Bằng khen".
_UNIT_LATER = re.compile(
    r"^\s+[^.;|]{4,140}?,\s*(?:đã\s+|và\s+|vinh dự\s+)*được\s+(?:[^,.;|]{0,80}?\s)?(?:tặng|khen|khen thưởng"
    r"|biểu dương|tuyên dương"
    r"|công nhận|tôn vinh)\b"
)
_CHAINED = re.compile(r"(?:\s*\([^()]*\))?\s*(?:,|và|;|,\s*và)?\s*(?:tập thể\s+)?")
_UNIT_LEFT = re.compile(
    r"(?:biểu dương|tuyên dương|khen thưởng|vinh danh|tôn vinh|suy tôn|nêu gương|(?<!giấy )(?<!bằng )khen"
    r"|(?:giấy khen|bằng khen|cờ|danh hiệu|giải|huân chương|huy chương|kỷ niệm chương|thưởng)(?:\s+[^.;:"
    r"|]{2,90}?)?\s(?:cho|tới)"
    r"|(?:nổi bật|tiêu biểu|điển hình|đi đầu|xuất sắc|tiên tiến|đơn vị dẫn đầu|làm tốt|thực hiện tốt"
    r"|hoàn thành tốt)(?:\s+[^.;:|]{0,60}?)?\s*"
    r"(?:là|như|có|gồm|:|thuộc về|phải kể đến)"
    r"|(?:tặng|trao|khen thưởng|khen|biểu dương|tuyên dương|vinh danh)\s[^.;:|]{0,90}?\d+ tập thể\b[^.;:|]{0,40}?"
    r"(?:gồm|là|như sau|cụ thể)?\s*:"
    r"|(?:tập thể|đơn vị)[^.;:|]{0,60}?(?:tiêu biểu|điển hình|xuất sắc|nêu gương|khen thưởng|biểu dương)"
    r"[^.;:|]{0,30}?\s*(?:là|như|có|gồm|:))"
    r"(?:\s+(?:các|đột xuất|kịp thời|đối với|cho|nhiệt liệt|\d+|hai|ba|bốn|đơn vị|tập thể|cá nhân|gồm|nêu trên|trên"
    r"|và))*\s*[:\-(]?\s*(?:(?:các|đơn vị"
    r"|tập thể|cán bộ,?\s*\S+)\s*)*$"
)
# "Ghi nhận và biểu dương: bà A, …; ông B, …; Đoàn Thanh niên xã, …": each item of the list is honoured.
_LIST_PRAISES = re.compile(
    r"[^:;.]{0,60}\b(?:biểu dương|tuyên dương|khen thưởng|vinh danh|tôn vinh|nêu gương|gương|điển hình"
    r"|tiêu biểu)\b[^:;.]{0,60}:"
)
_DOES = re.compile(r"\s*(?:đã\s+)?(?:chủ trì|tổ chức|phối hợp|ban hành|trao|tặng)\b")
# What was awarded opens the list: "Danh hiệu Tập thể lao động tiên tiến: A; B", "Đề nghị tặng Giấy khen: A".
_LABEL = re.compile(
    r"(?:^|[.;|]\s*)[^.;:|]{0,60}?\b(?:danh hiệu|tập thể lao động|cờ thi đua|bằng khen|giấy khen|huân chương"
    r"|đề nghị khen|tập thể xuất sắc|tập thể tiêu biểu|đơn vị quyết thắng|đơn vị tiên tiến)\b[^.;:|]{0,60}:\s*$"
)
_LIST_ITEM = re.compile(r"[:;]\s*(?:và\s+)?(?:\(?\d{1,2}[).]\s*)?(?:tập thể\s+)?$")
_ASKED_TO = re.compile(r"\b(?:đề nghị|kiến nghị)\s+$")
# Beside persons, in a list that a verb of praise opens without a colon: "tuyên dương A, …; B, …; Đội tuyển C, …".
_OPENS_PRAISE = re.compile(
    r"(?:^|[:,.]\s)[^;:.]{0,60}\b(?:tuyên dương|biểu dương|khen thưởng|vinh danh|tôn vinh)\s[^;]*;"
)
_AUTHORS = re.compile(r"\b(?:nhóm |đồng )?tác giả\s*:?\s*$")
_ITEM_OF_UNITS = re.compile(r"[;,]\s*(?:và\s+)?tập thể\s*$")
# Headings whose items are exemplars and nothing else.
_UNITS = re.compile(
    r"\b(?:tập thể|đơn vị|hợp tác xã|doanh nghiệp|công ty|chi bộ|chi hội|chi đoàn|cơ sở|cơ quan|trường|thôn|bản|phòng"
    r"|câu lạc bộ|dòng họ|tổ chức|địa phương|khu dân cư|tổ dân phố)\b"
)
_SHOWN = re.compile(
    r"^(?:các |một số |những )?(?:điển hình|cá nhân, tập thể|tập thể, cá nhân)(?: (?:tiêu biểu|xuất sắc)"
    r"| trong [^:]{0,60})?$"
    r"|\b(?:điển hình tiên tiến|gương|tập thể, cá nhân (?:tiêu biểu|điển hình)|nhân tố mới)\b"
)
# "II. Người lao động tiêu biểu", "3. Mô hình, cá nhân nổi bật": the items below are nobody else.
_HONOURS = re.compile(
    r"[\W\d]*(?:[ivx]+[.)]\s*)?(?:(?:các|những|một số|về)\s+)*"
    r"(?:người lao động|người tốt|việc tốt|cá nhân|tập thể|mô hình|đoàn viên|hội viên|công nhân|giáo viên|học sinh"
    r"|đơn vị|tấm gương|nhân tố)[^:;.]{0,40}\b(?:tiêu biểu|điển hình|xuất sắc|nổi bật|người tốt|việc tốt)\s*:?\s*$"
    r"|[\W\d]*(?:[ivx]+[.)]\s*)?(?:đề nghị )?(?:biểu dương|tuyên dương|vinh danh|gương sáng|gương tiêu biểu"
    r"|điển hình)\s*:?\s*$"
)
_WITH_UNIT = re.compile(
    r"\s*(?:với (?:sáng kiến|mô hình|giải pháp|thành tích|cách làm) [^.;:]{0,80}?)?[,;]?\s*"
    r"(?:;|và|cùng)\s+(?:tập thể\s+)?|\s*[,;]\s*(?:và\s+)?tập thể\s+"
)
# What is asked of a unit is no praise of it: "Khoa A: có ít nhất 08 bài một năm học".
_ASKED = re.compile(r"\s*:\s*(?:phải |có |đạt |cần |mỗi năm |hoàn thành )*(?:ít nhất|tối thiểu|từ \d|phải)\b")
# Heads of columns told in a line: "…; đơn vị công tác: Phòng A; thành tích: …".
_FIELD = re.compile(r"(?:đơn vị(?: công tác)?|phòng(?:, ban)?|cơ quan(?: công tác)?)\s*:")
# "Về tập thể: A …; B …; C …" below a heading that praises.
_LABELLED = re.compile(r"[\W\d]*(?:về )?(?:các )?tập thể(?: tiêu biểu| điển hình| xuất sắc)?\s*(?:\(\d+\))?\s*:")
_AREA = re.compile(
    r"(?:phường|xã|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|thôn|bản|ấp|buôn|khu phố|tổ dân phố|khối)\s"
)
_AGENT = re.compile(
    r"(?:học sinh|công nhân|chiến s[ĩỹ]|cán bộ|người lao động|được|bởi|của|tại|thuộc|ở|do|về|với|từ|gửi|trưởng|phó"
    r"|viên"
    r"|đốc|tịch|sự quan tâm của)\s*$"
)
_ROW_AWARD = re.compile(r"giấy khen|bằng khen|cờ thi đua|danh hiệu|tập thể lao động|lao động tiên tiến|khen thưởng")


def find_collectives(
    text: str,
    sentence: tuple[int, int],
    announced: Sequence[str],
    units: Sequence[Unit],
    names: Sequence[Name],
    persons: Sequence[Name],
) -> Iterator[Candidate]:
    """Yield those of `units` that the sentence presents as exemplary; `persons` are the `names` that it honours."""
    start, end = sentence
    low = fold(text[start:end])
    for unit in units:
        if _FIELD.match(low, unit.start - start) or _inside(unit, names) or _place_of(low, start, unit, units):
            continue
        if _collective(low, start, unit, units, names, announced, persons) or _beside(low, start, unit, persons):
            yield collective(text, start, end, unit)


def _inside(unit: Unit, names: Sequence[Name]) -> bool:
    """Return whether the unit only says where a person works or is part of what stands around a name."""
    return any(name.lead <= unit.start < name.stop for name in names)


def _place_of(low: str, start: int, unit: Unit, units: Sequence[Unit]) -> bool:
    """Return whether the unit is the place of the one before it: "Ban công tác Mặt trận khu phố 3, phường Tân Mai"."""
    at = list(units).index(unit)
    before = units[at - 1] if at else None
    if before is None or low[before.end - start : unit.start - start] != ", ":
        return False
    area, other = _AREA.match(low, unit.start - start), _AREA.match(low, before.start - start)
    return area is not None and (other is None or other.group(0) != area.group(0))


def _collective(
    low: str,
    start: int,
    unit: Unit,
    units: Sequence[Unit],
    names: Sequence[Name],
    announced: Sequence[str],
    persons: Sequence[Name],
) -> bool:
    if unit.bare:
        return False
    at = unit.start - start
    left, right = low[max(0, at - REACH) : at], low[unit.end - start : unit.end - start + REACH]
    if is_typed_row(low):
        return (
            not names
            and _ROW_AWARD.search(low) is not None
            and left.rstrip().endswith("|")
            and right.lstrip().startswith("|")
        )
    if not re.sub(r"\b(?:tập thể|đơn vị)\s*:?\s*$", "", left).strip(" -+•*0123456789.)") and MERIT.search(right):
        return True
    if _ASKED.match(right):
        return False
    if _AGENT.search(left) and not left.rstrip().endswith(("cho tập thể", "thuộc về", "với")):
        return False
    shared = low[_chain_end(low, start, unit, units) : unit.end - start + REACH]
    if (_UNIT_RIGHT.match(shared) and not _ASKED_TO.search(left)) or _UNIT_LATER.match(shared):
        return True
    chain = _chain(low, start, unit, units)
    if _LABEL.search(low[max(0, chain - 200) : chain]) or _named_in_list(low[:at], left):
        return True
    next_item = re.search(r";\s*(?:và\s+)?$", left) is not None
    opened_here = _UNIT_LEFT.search(low[: units[0].start - start]) or (persons and _OPENS_PRAISE.search(left))
    if _UNIT_LEFT.search(low[max(0, chain - 200) : chain]) or (next_item and opened_here):
        return not _DOES.match(right)
    lined = any(
        re.search(r"\btập thể\b|\bđơn vị (?:tiêu biểu|điển hình)", line) and praises(line) for line in announced
    )
    labelled = _LABELLED.match(low) is not None
    grouped = (labelled or any("tập thể" in line for line in announced)) and any(praises(line) for line in announced)
    if labelled and grouped and re.search(r"[:;]\s*(?:và\s+)?$", left):
        return True
    opened = any(line.endswith((":", "sau")) and praises(line) and _UNITS.search(line) for line in announced)
    gallery = any(line.endswith((":", "sau")) and _SHOWN.search(line) for line in announced) and not _DOES.match(right)
    listed = opened or any(_SHOWN.search(line) or _HONOURS.match(line) for line in announced)
    shown = gallery or (listed and re.match(r"\s*(?:[:(,]|[-–]\s|[.;]?\s*$)", right) is not None)
    before = re.sub(r"(?:\bvề )?\b(?:các )?(?:tập thể|đơn vị|nhóm hộ)\s*:?\s*$", "", low[:chain])
    return bool(lined or grouped or shown) and not before.strip(" -+•*.:0123456789)")


def _named_in_list(before: str, left: str) -> bool:
    """Return whether the words before a unit praise it as an item of their list, or as author of what is recognised."""
    if _AUTHORS.search(left) and re.search(r"\bcông nhận\b", before):
        return True
    return bool(
        (_LIST_ITEM.search(left) and _LIST_PRAISES.match(left)) or (_ITEM_OF_UNITS.search(left) and praises(left))
    )


def _beside(low: str, start: int, unit: Unit, persons: Sequence[Name]) -> bool:
    """Return whether the unit goes on a list of honoured persons: "chị A (Tổ 5), chị B (Tổ 2), Chuyền may số 7"."""
    before = [name for name in persons if name.stop <= unit.start]
    if unit.bare or not before:
        return False
    gap = low[before[-1].stop - start : unit.start - start]
    if _WITH_UNIT.fullmatch(gap):
        return True
    return low[before[-1].stop - start - 1] == ")" and re.fullmatch(r"\s*[,;]\s*", gap) is not None


def _chain(low: str, start: int, unit: Unit, units: Sequence[Unit]) -> int:
    """Return where the list of units begins that `unit` goes on ("gồm A, B và C")."""
    at = list(units).index(unit)
    while at > 0 and _CHAINED.fullmatch(low[units[at - 1].end - start : units[at].start - start]):
        at -= 1
    return units[at].start - start


def _chain_end(low: str, start: int, unit: Unit, units: Sequence[Unit]) -> int:
    """Return where the list of units ends that goes on behind `unit`: they share one predicate."""
    at = list(units).index(unit)
    while at + 1 < len(units) and _CHAINED.fullmatch(low[units[at].end - start : units[at + 1].start - start]):
        at += 1
    return units[at].end - start


def collective(text: str, start: int, end: int, unit: Unit) -> Candidate:
    """Return `unit` as an exemplar of the sentence text[start:end]."""
    return Candidate(
        ExemplarKind.COLLECTIVE,
        unit.start,
        unit.end,
        (start, end),
        deed=deed_after(text, unit.end, end),
        award=award_in(text, start, end),
    )
