"""Clauses of a report that tell of somebody: who is presented, rewarded or came as a guest. They claim no deed.

"Bà Giàng Thị Sua, Chi hội trưởng bản Lao, vận động 30 hộ …" presents an exemplar; "Biểu dương bà Giàng Thị Sua" is an
act of the unit, since its verb comes first.
"""

from __future__ import annotations

import re

from extractors.grammars.names import Name, first_name
from extractors.grammars.verbs import VERB
from extractors.vietnamese import fold

_FARTHEST = 40  # characters before the name: "Trong phong trào nổi lên ông", "Công nhân", "Có các đồng chí"
_ACTS = re.compile(rf"(?<!\w)(?!thi đua|ra quân){VERB}(?!\w)")
# Who acts for or owns what is told is not the one told of: "tuyến đường do ông X hiến đất", "nhà của bà X".
_FOR = re.compile(
    r"(?<!\w)(?:do|cho|tại|ở|với|cùng|của|hộ|nhà|giao|mộ|đền|tượng|trường|đường|phố|danh nhân|di tích|công viên)\s*$"
)
_REWARDED = re.compile(
    r"(?!các |những |có |trong |đã |được )[^,;:\d]{3,90}?\b(?:được\b[^,;]{0,70}?\b(?:tặng|khen|biểu dương|tuyên dương"
    r"|vinh danh)|(?:đón nhận|nhận|vinh dự|đạt)\b[^,;]{0,70}?\b(?:bằng khen|giấy khen|cờ thi đua|huân chương"
    r"|kỷ niệm chương|danh hiệu))\b"
)
# "Ra quân có sự tham gia của đ/c Bí thư", "Cuộc họp có ông X, Phó Chủ tịch huyện": guests.
_ATTENDED = re.compile(
    r"\bcó (?:sự )?(?:tham gia|tham dự|hiện diện|góp mặt|có mặt|chứng kiến) của (?:các )?"
    r"(?:ông|bà|đ/c|đồng chí|lãnh đạo)\b"
    r"|^(?:cuộc họp|hội nghị|buổi lễ|lễ|đại hội|buổi)[^,;]*\bcó (?:các )?(?:ông|bà|đ/c|đồng chí|đoàn)\b"
    r"|^(?:\w+ ){0,6}?có đoàn (?:của|công tác|kiểm tra|khách)\b"
)


def tells_of_somebody(text: str) -> bool:
    """Return whether the clause of a report presents a person, a reward that was received, or a guest."""
    low = " ".join(fold(text).split())
    return _ATTENDED.search(low) is not None or _REWARDED.match(low) is not None or _presents(text)


def _presents(text: str) -> bool:
    name = first_name(text)
    if name is None or name.lead > _FARTHEST or not _surely(name):
        return False
    before = fold(text[: name.lead])
    return _ACTS.search(before) is None and _FOR.search(before) is None


def _surely(name: Name) -> bool:
    """Return whether a person is named: "Đoàn Trường", "Hà Nội" have the shape of a name too."""
    return name.honorific is not None or name.title is not None or len(name.text.split()) > 2 or name.after is not None
