"""What a clause says of its own fulfilment: promised, done, denied; scoped to it, with kind and section as prior.

A negation that stands in the object of a verb ("đôn đốc các đơn vị chưa gửi báo cáo") denies nothing, nor does one that
affirms ("không ngừng", "không để xảy ra"). Without the kind of document the label of a bare verb cannot be known:
measured on real sentences, the prior lifts the accuracy of the first reading from .47 to .77.
"""

from __future__ import annotations

import re

from extractors.facts import DocumentKind, Modality
from extractors.grammars.denial import OPENS_WITH_VERB, POSITIVE, denial, shadow
from extractors.grammars.gates import Gate, lexicon_gate
from extractors.grammars.verbs import VERB
from extractors.segment import Section
from extractors.vietnamese import alternation

_NONE_OPENING = re.compile(
    r"^(?:(?:biểu|phụ lục|mẫu) (?:số )?\d|[^,;]{2,40} có (?:tổng )?(?:diện tích|dân số)\b"
    r"|xét đề nghị|nơi nhận|kính gửi|kính thưa|nhằm|thông qua (?:phong trào|đợt|việc|hoạt động)"
    r"|tham dự (?:hội nghị|buổi)"
    r"|(?:căn cứ|thực hiện|theo|tiếp theo|triển khai|trên cơ sở)\s+(?:các\s+|nội dung\s+|tinh thần\s+)?"
    r"(?:kế hoạch|chỉ thị|quyết định|công văn|nghị quyết|nghị định|luật|thông tư|văn bản|tờ trình|thông báo|hướng dẫn"
    r"|chương trình|đề án|kh|qđ|cv|hd|nq|ct)\s+(?:số\s|\d|của\s))"
)
_BASIS_WITH_DUTY = re.compile(r"^căn cứ (?!kế hoạch|quyết định|luật|nghị|thông tư|công văn)[^,;]{3,80}?\b(?:để|,)\s")
_NONE = lexicon_gate("modality_none", r"\b@\b")
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
_REGISTER = Gate(r"\b(?=đ)(?<!được )(?<!đã )(?<!có )(?<!nghị )đăng ký (?=[^\W\d_]|\d)", ["đăng ký"])
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
    r"^không còn\b|\b(?:(?<!để )được|(?:tăng|giảm) \d[\d.,]*\s?% so với"
    r"|đạt (?:tỷ lệ )?\d|vượt \d|hoàn thành (?:\d|đạt|xuất sắc|tốt)|bằng \d[\d.,]*\s?%|ước đạt|giảm còn"
    r"|thu hút \d|xuất hiện nhiều|có \d[\d.]* [^;.]{0,60}\btham (?:gia|dự))"
)
_RESULT = re.compile(rf"\b{alternation('modality_result')}\b|\d")
_VERB_WITHIN = re.compile(rf"\b{VERB}\b")
# "Kiểm tra 121 mẫu, có 03 mẫu không đạt": what was done is told first, the rest falls short of it.
_TOLD_FIRST = re.compile(rf"(?:trong (?:tháng|quý|năm|kỳ)[^,]{{0,12}},? )?(?:đã )?{VERB} [^,;]*\d[^,;]*,")
# "48/50 hộ đã ký cam kết, 02 hộ đi vắng chưa ký": a share, and then the few that are left.
_REST = re.compile(r"(?:đã |có )?(?:[^\d,;]{0,40})\d[\d.]*/\d[\d.]* [^,;]{2,120}, (?:còn )?\d+ [^,;]{2,60}\bchưa\b")
# A plan that says "không bố trí người chưa khám …" forbids; it has nothing yet to deny.
_OUGHT_NOT = re.compile(rf"\b(?:phải|cần)\b|^(?:kiên quyết |tuyệt đối )?không {VERB}(?!\w)(?! được)")
_ORDERS = re.compile(r"(?:kính )?(?:đề nghị|kiến nghị|yêu cầu|giao|phân công)\b")
_PASSED = re.compile(r"\bvượt \d|\bđạt \d[\d.,]*%, ")
# "mỗi đơn vị …", "Thanh tra Sở: …": a duty with a number is laid on someone, a target is only set.
_NAMED_ACTOR = re.compile(
    r"(?:mỗi|các|từng|thủ trưởng|trưởng|giám đốc)\b|(?!chỉ tiêu|mục tiêu|danh hiệu)[^:;,.\d]{3,60}:\s"
)
# "Vận động 212 hộ cam kết …": others have pledged, which is told.
_MOVED_TO_PLEDGE = re.compile(r"(?:vận động|tổ chức|hướng dẫn|phát động) [^,;]*\d[^,;]*\bcam kết\b")
_SWORN = re.compile(r"(?:[^,;\d]{2,40} )?(?:xin hứa|hứa|cam kết|nguyện) sẽ\b")
# So many of so many is counted when it is done: "kiểm tra 9/9 bếp ăn", "có 10/11 chi bộ hoàn thành".
_RATIO = re.compile(r"(?<!ngày )(?<!trước )(?<!đến )(?<!từ )\b\d+/\d+ (?!năm\b)[^\W\d_]")
_SUBJECT = re.compile(
    rf"(?:các|mỗi|từng|thủ trưởng|(?:phó )?(?:giám đốc|chủ tịch|hiệu trưởng|trưởng ban)|{alternation('unit_heads')})\b"
)
_STOCK = re.compile(r"^(?:năm \d{4}, )?[^,;]{2,50}\b(?:hiện |hiện nay )?có (?:tổng số )?\d[^;]*$")
_OUGHT = Gate(r"\b(?:phải|cần) (?:có|được|là)\b", ["phải", "cần"])
_SHORT_OF = Gate(r"\bđạt \d[\d.,]*%[^,;]*, (?:thấp hơn|chưa đạt)", ["thấp hơn", "chưa đạt"])
_Match = re.Match[str]
_FUTURE_SECTIONS = frozenset({Section.FUTURE})
_PLAN_SECTIONS = frozenset({Section.TASK, Section.TARGET, Section.ORGANISATION})


def modality(text: str, kind: DocumentKind = DocumentKind.OTHER, section: Section = Section.UNKNOWN) -> Modality:
    """Return what the clause `text` says of its fulfilment in a document of `kind` under a heading of `section`.

    Never RESTATED: whether a clause copies the plan is known only where the plan is.
    """
    low = shadow(text).strip(" .,;:-+•*")
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
    imperative = bool(OPENS_WITH_VERB.match(low))
    if section is Section.PURPOSE:
        return Modality.NONE
    if not imperative and denial(low) is not None and not _OUGHT_NOT.search(low):
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
    fails = denial(low)
    done = _DONE.search(low)
    will = _INTENTION.search(low)
    partly = _PARTLY.search(low)
    if partly and (fails is None or fails >= partly.start()) and not _settled(low, partly, done, will):
        return Modality.PARTLY
    if report and _REST.match(low):
        return Modality.PARTLY
    if fails is not None:
        told = _TOLD_FIRST.match(low[:fails])
        return Modality.PARTLY if report and told else Modality.DENIED
    if _SHORT_OF.search(low):
        return Modality.PARTLY
    if _DRAFTING.search(low):
        return Modality.DRAFTING
    if will and not (done and done.start() < will.start() and will.group(0) not in {"sẽ", "dự kiến"}):
        return Modality.PLEDGE if _SWORN.match(low) else Modality.INTENTION
    progress = _PROGRESS.search(low)
    if progress and not (done and done.start() < progress.start()) and not OPENS_WITH_VERB.match(low):
        return Modality.IN_PROGRESS
    if not (done or (report and (re.search(r"\b(?:ký|có|được) ", low) or _MOVED_TO_PLEDGE.match(low)))):
        first = _first(low, _PLEDGE, _REGISTER, _TARGET)
        if first == 0 or (first == 1 and not re.search(r"\b(?:kết quả|có \d)", low)):
            return Modality.PLEDGE
        if (
            first == 2
            and not _NAMED_ACTOR.match(low)
            and not _PASSED.search(low)
            and not _RATIO.search(low)
            and (not report or re.search(r"\bphấn đấu\b|^quyết tâm\b", low))
        ):
            return Modality.TARGET
    if section is Section.PROPOSAL and re.match(r"(?:kính )?(?:đề nghị|kiến nghị|đề xuất)", low):
        return Modality.OBLIGATION
    if done:
        return Modality.DONE
    return _bare(low, report, section)


def _settled(low: str, partly: _Match, done: _Match | None, will: _Match | None) -> bool:
    """Return whether a word of falling short only tells of what is still to come, or of the fruit of a counted deed.

    "Số mẫu còn thiếu sẽ lấy bù trong tháng 7", "đã xây dựng được 01 mô hình, bước đầu mang lại hiệu quả".
    """
    if will and partly.start() < will.start() and not re.search("[,;]", low[partly.end() : will.start()]):
        return True
    told = done is not None and re.search(r"\d[^,;]*,", low[done.end() : partly.start()]) is not None
    return told and partly.group(0) == "bước đầu"


def _bare(low: str, report: bool, section: Section) -> Modality:
    """Label a clause without any word of time: the prior decides."""
    go_on = _GO_ON.search(low)
    if _OUGHT.search(low) and not re.search(r"\d|\btrước\b", low):
        return Modality.NONE
    if not report and _RATIO.search(low):
        return Modality.DONE
    if not report and _TARGET.search(low) and not _PASSED.search(low):
        return Modality.OBLIGATION if _NAMED_ACTOR.match(low) else Modality.TARGET
    if _ORDERS.match(low) and not (report and low.startswith(("giao", "phân công"))):
        return Modality.OBLIGATION
    if go_on and not (report and section is Section.RESULT and re.search(r"\d", low)):
        return Modality.INTENTION
    if report:
        if section is Section.SHORTCOMING:
            return Modality.NONE
        told = _RESULT.search(low) or OPENS_WITH_VERB.match(low) or POSITIVE.search(low)
        told = told or (_SUBJECT.match(low) and _VERB_WITHIN.search(low))
        return Modality.DONE if told else Modality.NONE
    if _PASSIVE.search(low) or re.match(r"(?:kết quả|giải ngân \d|tổ chức \d|không có)", low):
        return Modality.DONE
    if _DUTY.search(low) or OPENS_WITH_VERB.match(low) or section in _PLAN_SECTIONS:
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
