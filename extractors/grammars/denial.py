"""Whether a clause denies its main statement: not in a cause, not in the object of an earlier verb, not to affirm.

"Đôn đốc các đơn vị chưa gửi báo cáo" denies nothing, nor does "không ngừng", "không để xảy ra".
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from extractors.grammars.gates import Gate, first_words
from extractors.grammars.verbs import VERB
from extractors.vietnamese import alternation, fold

_QUOTED = re.compile(r'"[^"]{1,160}"')
POSITIVE = re.compile(
    rf"\b(?:{alternation('modality_positive_negation')}|không có (?:[^\W\d_]+ ){{1,3}}?(?:nào )?"
    r"(?:quá hạn|trễ hạn|vi phạm|tồn đọng|sai phạm|bỏ học|tử vong|chậm muộn|khiếu kiện|khiếu nại|phản ánh|tái nghèo"
    r"|xảy ra)"
    r"|không có (?:[^\W\d_]+ ){1,4}?bị"
    r"|không có (?:[^\W\d_]+ )?(?:vi phạm|sai phạm|đơn thư|trường hợp|tai nạn|khiếu|nợ|tiêu cực|phản ứng|tai biến"
    r"|biến chứng|dịch|ca (?:mắc|tử|bệnh)|ngộ độc|bạo lực|tội phạm|tảo hôn|điểm nóng"
    r"|án (?:bị )?(?:hủy|sửa|quá)|thất thoát|lãng phí))\b"
)
_NEGATION = re.compile(rf"\b(?:chưa|không|chẳng|{alternation('modality_denied')})\b")
_MOVED = Gate(
    r"\bchuyển sang (?:thực hiện |triển khai )?(?:trong |vào )?(?:năm|quý|tháng|đầu năm|kỳ)\b", ["chuyển sang"]
)
OPENS_WITH_VERB = re.compile(rf"^(?:tiếp tục |chủ động |kịp thời |tích cực |thường xuyên )*{VERB}\b")
# Without one of these nothing is denied or moved on.
_DENYING = ("chưa", "không", "chẳng", "chuyển sang", *first_words("modality_denied"))
# A new statement after the object: a comma or a turn of speech, so that what follows denies on its own account.
_TURN = re.compile(r"[,;:]|\b(?:nhưng|song|tuy nhiên|tuy vậy|còn|mà)\b")
_NEGATIONS = frozenset({"chưa", "không", "chẳng"})
# Those whom a verb is done to may be told by a negation: "đôn đốc các đơn vị chưa gửi", "tập huấn cho số cán bộ chưa".
_OBJECTS = re.compile(
    r"\b(?:các|những|số|nhiều|\d+|đơn vị|cơ quan|địa phương|hộ|người|cán bộ|cơ sở|trường hợp|đối tượng|hồ sơ"
    r"|nhiệm vụ)\b[^,;]{0,50}$"
)
# "nhắc các khoa không che giấu sự cố": what others are told not to do.
_SAID = re.compile(r"(?:nhắc|nhắc nhở|khuyến cáo|tuyên truyền|hướng dẫn|quán triệt|yêu cầu|vận động)\b[^,;]{0,60}$")
_PLEDGED = re.compile(r"\bký (?:bản )?cam kết\b")
_CAUSE = re.compile(r"\b(?:do|vì|bởi|nếu|(?<!tuyến )(?<!đường )tránh|khắc phục|nhằm)\b[^,;]*$")
# "đạt 62% do hai thôn ở xa, xe không vào được": behind a figure the reason goes on to the end.
_REASON = re.compile(r"\d\s?%? (?:do|vì) [^;]*$")
_LED_BY_CAUSE = re.compile(r"^(?:do|vì) [^;]*(?:,[^,]*|\bnên\b.*)$")


# One clause is asked for its label, for its denial and for its verb, one after the other.
@lru_cache(maxsize=128)
def shadow(text: str) -> str:
    """Return the folded clause, with what stands between quotation marks blanked: names of models deny nothing."""
    low = " ".join(fold(text).split())
    return _QUOTED.sub(lambda m: '"' + "x" * (len(m.group(0)) - 2) + '"', low)


def starts_with_verb(text: str) -> bool:
    """Return whether the clause opens with a verb of action, as duties and results do."""
    return OPENS_WITH_VERB.match(shadow(text).lstrip()) is not None


def denies(text: str) -> bool:
    """Return whether the main statement of the clause is denied."""
    return denial(shadow(text)) is not None


@lru_cache(maxsize=128)
def denial(low: str) -> int | None:
    """Return where the main statement is denied: not in a cause, not in the object of an earlier verb."""
    if not any(word in low for word in _DENYING):
        return None
    masked = POSITIVE.sub(lambda m: "x" * len(m.group(0)), low)
    moved = _MOVED.search(masked)
    for match in islice(_NEGATION.finditer(masked), 6):
        before = masked[: match.start()]
        if (_CAUSE.search(before) or _REASON.search(before)) and not _LED_BY_CAUSE.search(before):
            continue
        if match.group(0) == "không" and _PLEDGED.search(before):
            continue  # what is pledged denies nothing: "ký cam kết đã uống rượu, bia không lái xe"
        if before.rstrip().endswith("vẫn"):
            return match.start()
        since = before[max((turn.end() for turn in _TURN.finditer(before)), default=0) :].lstrip()
        if match.group(0) in _NEGATIONS and _is_object(since, match.group(0)):
            continue
        if re.search(r"\b(?:đã|sẽ|cần|phải)\b", since):
            continue
        return match.start()
    return moved.start() if moved else None


def _is_object(since: str, word: str) -> bool:
    """Return whether what the verb before is done to, or what it says, is negated, and not the verb itself."""
    if word == "không" and _SAID.match(since):
        return True
    return OPENS_WITH_VERB.match(since) is not None and _OBJECTS.search(since) is not None and not _counts(since)


def _counts(since: str) -> bool:
    """Return whether "có", "còn" opens a count of those that fail ("còn 02 xã chưa …") and is no verb."""
    return bool(re.match(r"(?:có|còn) \d|(?:có|còn) (?:một số|nhiều|những)", since))
