"""What a clause says of its own fulfilment: promised, done, denied; scoped to it, with kind and section as prior.

A negation that stands in the object of a verb ("đôn đốc các đơn vị chưa gửi báo cáo") denies nothing, nor does one that
affirms ("không ngừng", "không để xảy ra"). Without the kind of document the label of a bare verb cannot be known:
measured on real sentences, the prior lifts the accuracy of the first reading from .47 to .77.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from extractors.facts import DocumentKind, Modality
from extractors.grammars.gates import Gate, first_words, lexicon_gate
from extractors.grammars.verbs import VERB
from extractors.segment import Section
from extractors.vietnamese import alternation, fold

_QUOTED = re.compile(r'"[^"]{1,160}"')
_NONE_OPENING = re.compile(
    r"^(?:xét đề nghị|nơi nhận|kính gửi|kính thưa|nhằm|thông qua (?:phong trào|đợt|việc|hoạt động)"
    r"|tham dự (?:hội nghị|buổi)"
    r"|(?:căn cứ|thực hiện|theo|tiếp theo|triển khai|trên cơ sở)\s+(?:các\s+|nội dung\s+|tinh thần\s+)?"
    r"(?:kế hoạch|chỉ thị|quyết định|công văn|nghị quyết|nghị định|luật|thông tư|văn bản|tờ trình|thông báo|hướng dẫn"
    r"|chương trình|đề án)\s+(?:số\s|\d|của\s))"
)
_BASIS_WITH_DUTY = re.compile(r"^căn cứ (?!kế hoạch|quyết định|luật|nghị|thông tư|công văn)[^,;]{3,80}?\b(?:để|,)\s")
_NONE = lexicon_gate("modality_none", r"\b@\b")
_POSITIVE = re.compile(
    rf"\b(?:{alternation('modality_positive_negation')}|không có (?:[^\W\d_]+ ){{1,3}}?(?:nào )?"
    r"(?:quá hạn|trễ hạn|vi phạm|tồn đọng|sai phạm|bỏ học|tử vong|chậm muộn|khiếu kiện|khiếu nại|phản ánh|tái nghèo"
    r"|xảy ra)"
    r"|không có (?:[^\W\d_]+ )?(?:vi phạm|sai phạm|đơn thư|trường hợp|tai nạn|khiếu|nợ|tiêu cực|phản ứng|tai biến"
    r"|biến chứng|dịch|ca (?:mắc|tử|bệnh)|ngộ độc|bạo lực|tội phạm|tảo hôn|điểm nóng"
    r"|án (?:bị )?(?:hủy|sửa|quá)|thất thoát|lãng phí))\b"
)
_NEGATION = re.compile(rf"\b(?:chưa|không|chẳng|{alternation('modality_denied')})\b")
_MOVED = Gate(
    r"\bchuyển sang (?:thực hiện |triển khai )?(?:trong |vào )?(?:năm|quý|tháng|đầu năm|kỳ)\b", ["chuyển sang"]
)
_PARTLY = lexicon_gate(
    "modality_partly",
    r"\b(?:@|mới (?:[^\W\d_]+ ){1,4}(?:được )?\d+|mới được \d+|chỉ đạt \d|còn \d+ (?:chỉ tiêu|[^,;]*\bđang)"
    r"|còn (?:[^\W\d_]+ ){1,3}so với)\b",
    "mới",
    "còn",
    "chỉ đạt",
)
_DRAFTING = Gate(
    r"\bđang (?:được )?(?:dự thảo|soạn thảo|xây dựng dự thảo|hoàn thiện dự thảo)\b"
    r"|\bđang [^;.]{0,80}?,\s*dự kiến (?:sẽ )?(?:ban hành|trình|hoàn thành|công bố|phê duyệt)\b",
    ["đang"],
)
_PROGRESS = Gate(
    r"\b(?:hiện |vẫn )?đang\b(?! (?:làm việc|công tác|sinh sống|ký|áp dụng|hoạt động tốt|phát huy))", ["đang"]
)
_PLEDGE = lexicon_gate("modality_pledge", r"\b(?<!thực hiện )(?<!bản )(?<!các )(?<!tự )(?<!tình )(?<!chí )@\b")
_REGISTER = Gate(r"\b(?=đ)(?<!được )(?<!đã )(?<!có )đăng ký (?=[^\W\d_]|\d)", ["đăng ký"])
_INTENTION = lexicon_gate("modality_intention", r"\b@\b")
_GO_ON = Gate(r"\btiếp tục\b(?! được| là| dẫn đầu| giữ vững| phát huy hiệu quả| ổn định)", ["tiếp tục"])
_TARGET = lexicon_gate(
    "modality_target",
    r"\b@\b|\bđến (?:hết |cuối )?năm \d{4}, (?:ít nhất |trên |có )?\d|^(?:trên|có trên|từ) \d+%"
    r"|\bđạt trên \d[\d.,]*% [^;.]*\b(?:vào|đến) (?:cuối|hết)\b",
    "đến",
    "%",
)
_DUTY = lexicon_gate("modality_obligation", r"\b@\b")
_DONE = Gate(r"\b(?:đã|vừa qua|vừa được|vừa tổ chức)\b", ["đã", "vừa"])
_PASSIVE = re.compile(
    r"\b(?:được|đạt (?:tỷ lệ )?\d|vượt \d|hoàn thành (?:\d|đạt|xuất sắc|tốt)|bằng \d[\d.,]*\s?%|ước đạt|giảm còn"
    r"|thu hút \d|xuất hiện nhiều|có \d[\d.]* [^;.]{0,60}\btham (?:gia|dự))"
)
_RESULT = re.compile(rf"\b{alternation('modality_result')}\b|\d")
_VERB = re.compile(rf"^(?:tiếp tục |chủ động |kịp thời |tích cực |thường xuyên )*{VERB}\b")
_VERB_WITHIN = re.compile(rf"\b{VERB}\b")
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
_PLEDGED = re.compile(r"\bký (?:bản )?cam kết\b")
_CAUSE = re.compile(r"\b(?:do|vì|bởi|nếu|(?<!tuyến )(?<!đường )tránh|khắc phục|nhằm)\b[^,;]*$")
# "Kiểm tra 121 mẫu, có 03 mẫu không đạt": what was done is told first, the rest falls short of it.
_TOLD_FIRST = re.compile(rf"(?:trong (?:tháng|quý|năm|kỳ)[^,]{{0,12}},? )?(?:đã )?{VERB} [^,;]*\d[^,;]*,")
# "48/50 hộ đã ký cam kết, 02 hộ đi vắng chưa ký": a share, and then the few that are left.
_REST = re.compile(r"(?:đã |có )?(?:[^\d,;]{0,40})\d[\d.]*/\d[\d.]* [^,;]{2,120}, (?:còn )?\d+ [^,;]{2,60}\bchưa\b")
_ORDERS = re.compile(r"(?:kính )?(?:đề nghị|kiến nghị|yêu cầu|giao|phân công)\b")
_LED_BY_CAUSE = re.compile(r"^(?:do|vì) [^;]*(?:,[^,]*|\bnên\b.*)$")
_PASSED = re.compile(r"\bvượt \d|\bđạt \d[\d.,]*%, ")
# "mỗi đơn vị …", "Thanh tra Sở: …": a duty with a number is laid on someone, a target is only set.
_NAMED_ACTOR = re.compile(
    r"(?:mỗi|các|từng|thủ trưởng|trưởng|giám đốc)\b|(?!chỉ tiêu|mục tiêu|danh hiệu)[^:;,.\d]{3,60}:\s"
)
_SUBJECT = re.compile(rf"(?:các|mỗi|từng|thủ trưởng|{alternation('unit_heads')})\b")
_STOCK = re.compile(r"^(?:năm \d{4}, )?[^,;]{2,50}\b(?:hiện |hiện nay )?có (?:tổng số )?\d[^;]*$")
_OUGHT = Gate(r"\b(?:phải|cần) (?:có|được|là)\b", ["phải", "cần"])
_SHORT_OF = Gate(r"\bđạt \d[\d.,]*%[^,;]*, (?:thấp hơn|chưa đạt)", ["thấp hơn", "chưa đạt"])
_FUTURE_SECTIONS = frozenset({Section.FUTURE})
_PLAN_SECTIONS = frozenset({Section.TASK, Section.TARGET, Section.ORGANISATION})


# One clause is asked for its label, for its denial and for its verb, one after the other.
@lru_cache(maxsize=128)
def _shadow(text: str) -> str:
    """Return the folded clause, with what stands between quotation marks blanked: names of models deny nothing."""
    low = " ".join(fold(text).split())
    return _QUOTED.sub(lambda m: '"' + "x" * (len(m.group(0)) - 2) + '"', low)


def starts_with_verb(text: str) -> bool:
    """Return whether the clause opens with a verb of action, as duties and results do."""
    return _VERB.match(_shadow(text).lstrip()) is not None


def denies(text: str) -> bool:
    """Return whether the main statement of the clause is denied."""
    return _denial(_shadow(text)) is not None


@lru_cache(maxsize=128)
def _denial(low: str) -> int | None:
    """Return where the main statement is denied: not in a cause, not in the object of an earlier verb."""
    if not any(word in low for word in _DENYING):
        return None
    masked = _POSITIVE.sub(lambda m: "x" * len(m.group(0)), low)
    moved = _MOVED.search(masked)
    for match in islice(_NEGATION.finditer(masked), 6):
        before = masked[: match.start()]
        if _CAUSE.search(before) and not _LED_BY_CAUSE.search(before):
            continue
        if _PLEDGED.search(before):
            continue  # what is pledged denies nothing: "ký cam kết đã uống rượu, bia không lái xe"
        if before.rstrip().endswith("vẫn"):
            return match.start()
        since = before[max((turn.end() for turn in _TURN.finditer(before)), default=0) :].lstrip()
        if _VERB.match(since) and match.group(0) in _NEGATIONS and _OBJECTS.search(since) and not _counts(since):
            continue
        if re.search(r"\b(?:đã|sẽ|cần|phải)\b", since):
            continue
        return match.start()
    return moved.start() if moved else None


def _counts(since: str) -> bool:
    """Return whether "có", "còn" opens a count of those that fail ("còn 02 xã chưa …") and is no verb."""
    return bool(re.match(r"(?:có|còn) \d|(?:có|còn) (?:một số|nhiều|những)", since))


def modality(text: str, kind: DocumentKind = DocumentKind.OTHER, section: Section = Section.UNKNOWN) -> Modality:
    """Return what the clause `text` says of its fulfilment in a document of `kind` under a heading of `section`.

    Never RESTATED: whether a clause copies the plan is known only where the plan is.
    """
    low = _shadow(text).strip(" .,;:-+•*")
    if not low or _is_none(low):
        return Modality.NONE
    if kind is DocumentKind.PLAN or section in _FUTURE_SECTIONS:
        return _of_plan(low, kind, section)
    return _of_report(low, kind, section)


def _is_none(low: str) -> bool:
    if _NONE.search(low):
        return True
    opening = _NONE_OPENING.search(low)
    if not opening:
        return False
    rest = low[opening.end() :]
    return not re.search(
        r"\b(?:đã|chưa|sẽ|hoàn thành|tổ chức|ban hành|đúng|nghiêm)\b", rest
    ) and not _BASIS_WITH_DUTY.search(low)


def _first(low: str, *patterns: re.Pattern[str] | Gate) -> int:
    """Return the index of the pattern that occurs first in the clause, or -1."""
    found = [(m.start(), i) for i, pattern in enumerate(patterns) if (m := pattern.search(low))]
    return min(found)[1] if found else -1


def _of_plan(low: str, kind: DocumentKind, section: Section) -> Modality:
    """Label a clause of a plan, or of the part of a report that looks ahead."""
    ahead = section in _FUTURE_SECTIONS
    imperative = bool(_VERB.match(low))
    if section is Section.PURPOSE:
        return Modality.NONE
    if not imperative and _denial(low) is not None and not re.search(r"\b(?:phải|cần)\b", low):
        return Modality.DENIED
    if _DRAFTING.search(low):
        return Modality.DRAFTING
    first = _first(low, _PLEDGE, _REGISTER, _INTENTION, _TARGET)
    if first in (0, 1) and not (first == 1 and re.search(r"\b(?:giao|yêu cầu|mỗi|các|phải)\b", low[:40])):
        return Modality.PLEDGE
    if first == 2:
        return Modality.INTENTION
    if not imperative and _DONE.search(low) and not ahead:
        return Modality.DONE
    if _DUTY.search(low) and not ahead and not (first == 3 and section is Section.TARGET):
        return Modality.OBLIGATION
    if ahead:
        return Modality.INTENTION
    if first == 3 and not imperative and not _NAMED_ACTOR.match(low):
        return Modality.TARGET
    if section is Section.TARGET or re.match(r"(?:toàn bộ )?\d[\d.,]*\s?%", low):
        return Modality.TARGET
    if section is Section.UNKNOWN and not imperative and _STOCK.match(low) and "mỗi" not in low:
        return Modality.NONE
    if imperative or _VERB_WITHIN.search(low) or section in _PLAN_SECTIONS:
        return Modality.TARGET if low.startswith("phấn đấu") else Modality.OBLIGATION
    return Modality.NONE


def _of_report(low: str, kind: DocumentKind, section: Section) -> Modality:
    """Label a clause of a report, or of a document whose kind is not known."""
    report = kind is DocumentKind.REPORT
    denial = _denial(low)
    partly = _PARTLY.search(low)
    if partly and (denial is None or denial >= partly.start()):
        return Modality.PARTLY
    if report and _REST.match(low):
        return Modality.PARTLY
    if denial is not None:
        told = _TOLD_FIRST.match(low[:denial])
        return Modality.PARTLY if report and told else Modality.DENIED
    if _SHORT_OF.search(low):
        return Modality.PARTLY
    if _DRAFTING.search(low):
        return Modality.DRAFTING
    done = _DONE.search(low)
    will = _INTENTION.search(low)
    if will and not (done and done.start() < will.start() and will.group(0) not in {"sẽ", "dự kiến"}):
        return Modality.INTENTION
    progress = _PROGRESS.search(low)
    if progress and not (done and done.start() < progress.start()) and not _VERB.match(low):
        return Modality.IN_PROGRESS
    if not (done or (report and re.search(r"\b(?:ký|có|được) ", low))):
        first = _first(low, _PLEDGE, _REGISTER, _TARGET)
        if first == 0 or (first == 1 and not re.search(r"\b(?:kết quả|có \d)", low)):
            return Modality.PLEDGE
        if (
            first == 2
            and not _NAMED_ACTOR.match(low)
            and not _PASSED.search(low)
            and (not report or re.search(r"\bphấn đấu\b|^quyết tâm\b", low))
        ):
            return Modality.TARGET
    if section is Section.PROPOSAL and re.match(r"(?:kính )?(?:đề nghị|kiến nghị|đề xuất)", low):
        return Modality.OBLIGATION
    if done:
        return Modality.DONE
    return _bare(low, report, section)


def _bare(low: str, report: bool, section: Section) -> Modality:
    """Label a clause without any word of time: the prior decides."""
    go_on = _GO_ON.search(low)
    if _OUGHT.search(low) and not re.search(r"\d|\btrước\b", low):
        return Modality.NONE
    if not report and _TARGET.search(low) and not _PASSED.search(low):
        return Modality.OBLIGATION if _NAMED_ACTOR.match(low) else Modality.TARGET
    if _ORDERS.match(low) and not (report and low.startswith(("giao", "phân công"))):
        return Modality.OBLIGATION
    if go_on and not (report and section is Section.RESULT and re.search(r"\d", low)):
        return Modality.INTENTION
    if report:
        if section is Section.SHORTCOMING:
            return Modality.NONE
        told = _RESULT.search(low) or _VERB.match(low) or _POSITIVE.search(low)
        told = told or (_SUBJECT.match(low) and _VERB_WITHIN.search(low))
        return Modality.DONE if told else Modality.NONE
    if _PASSIVE.search(low) or re.match(r"(?:kết quả|giải ngân \d|tổ chức \d|không có)", low):
        return Modality.DONE
    if _DUTY.search(low) or _VERB.match(low) or section in _PLAN_SECTIONS:
        return Modality.OBLIGATION
    return Modality.OBLIGATION if _SUBJECT.match(low) and _VERB_WITHIN.search(low) else Modality.NONE


_CAMPAIGN = {
    Modality.OBLIGATION: "planned",
    Modality.TARGET: "planned",
    Modality.PLEDGE: "planned",
    Modality.INTENTION: "planned",
    Modality.PLANNED: "planned",
    Modality.DRAFTING: "planned",
    Modality.DONE: "done",
    Modality.PARTLY: "done",
    Modality.DENIED: "not_done",
    Modality.IN_PROGRESS: "not_done",
}


def campaign_modality(value: Modality) -> str | None:
    """Return "planned", "done" or "not_done" as `results.json` has it; None for what is left out there."""
    return _CAMPAIGN.get(value)
