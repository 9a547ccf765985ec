"""Cuts a sentence of a plan into the clauses that are one duty each.

Every comma and "và" is not a border: "tổng hợp, báo cáo UBND tỉnh" is one duty, "tổ chức tổng kết và báo cáo kết quả
trước ngày ..." is two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from checks.plan_deadlines import own
from checks.plan_holds import HELD_IN, sent_behind, states_content
from checks.plan_shares import HEAD_SHARE, bounded, measured, opens_target
from checks.plan_text import PlanText, verbs, words
from checks.plan_verbs import guides, opening_verb
from extractors.grammars.sentences import split_clauses

_JOINT = re.compile(r"(?:\s*[,;]\s*(?:và\s+|đồng thời\s+|sau đó\s+|rồi\s+)?|\s+(?:và|đồng thời|sau đó)\s+)")
_HOLDS = re.compile(r"(?:tổ chức|tiến hành|mở)\s+[^\W\d_]+\s+[^\W\d_]+")
_ROUND = re.compile(r"(?:đợt|lần|giai đoạn|bước|kỳ|vòng|lớp|cấp)\s+(?:\d|[ivx]+\b|một|hai|ba)")
_FIGURE = re.compile(r"(?<![\w/.])\d+(?:[.,]\d+)*(?:\s*%|\s+[^\W\d_])")
_TIME_WORD = re.compile(r"(?:ngày|tháng|năm|quý|giờ|tuần|giai đoạn|học kỳ)\s*$")
_TIME_UNIT = re.compile(r"\d+(?:[.,]\d+)*\s+(?:ngày|tháng|năm|giờ|tuần|quý)(?!\w)")
_WRITES_PAPER = re.compile(
    r"(?:xây dựng|lập|hoàn thiện|ban hành|dự thảo|soạn thảo)\s+(?:dự thảo\s+)?"
    r"(?:kế hoạch|chương trình|phương án|đề án|danh sách|danh mục|dự toán|hồ sơ)"
)
_TARGET_HEAD = 40  # characters in which the share of a second target stands
_RESULT_GOES = re.compile(r"kết quả[^,;.]{0,40}?\s(?P<verb>báo cáo|gửi)(?!\w)")
_ON_RESULTS = re.compile(r"báo cáo\s+(?:kết quả|tình hình|tiến độ)")
# What comes of these deeds is what is reported: "rà soát, thống kê khối lượng ..., báo cáo UBND tỉnh".
_SURVEYS = re.compile(
    r"(?:tổng\s+)?(?:rà soát|thống kê|khảo sát|kiểm kê|đánh giá|nắm tình hình)(?!\w)"
    r"(?:(?!sửa đổi|bổ sung|xử lý|khắc phục|hoàn thiện|xây dựng|thay thế|điều chỉnh|triển khai).)*$",
    re.DOTALL,
)
_ADVISES = re.compile(r"(?:tham mưu\s+)?(?:sơ kết|tổng kết|đánh giá|rà soát)(?!\w)")
_OF_THE_WHOLE = re.compile(r"báo cáo\s+(?:kết quả|tình hình|tiến độ)\s+(?:triển khai\s+)?thực hiện")
_WRITES_REPORT = re.compile(r"(?:xây dựng|lập|hoàn thiện|hoàn chỉnh|viết)\s+(?:các\s+)?báo cáo")
# One paper: "đăng ký ít nhất 01 công trình, gửi bản đăng ký về ...", "ký cam kết và gửi bản cam kết về ...".
_ITS_PAPER = re.compile(
    r"(?P<deed>đăng ký|cam kết)(?!\w).{0,200}?(?:gửi|nộp)\s+(?:về\s+)?(?:bản|phiếu)\s+(?P=deed)(?!\w)"
)
_BUT_THEY = re.compile(r"còn\s+(?:riêng\s+)?(?:đối\s+)?với\s")  # "..., còn đối với X thì ...": he owes something else
_NAMED_DEED = re.compile(r"(?<!\w)(?:việc|công tác|chế độ)\s+(?=[^\W\d]+(?:\s[^\W\d]+){0,3}$)")
_SOFT_COPY = re.compile(r"(?:gửi|nộp)\s+(?:kèm\s+)?(?:bản mềm|bản điện tử|file|tệp)")


@dataclass(frozen=True, slots=True)
class Clause:
    """`text[start:end]` is what one duty says; `verb` is where its main verb begins."""

    start: int
    end: int
    verb: int


def cut(plan: PlanText, start: int, end: int, verb: int) -> list[Clause]:
    """Return the clauses of the sentence text[start:end] whose first main verb stands at `verb`.

    A piece after a semicolon that opens with no verb goes on with the clause before it.
    """
    pieces: list[Clause] = []
    for a, b in split_clauses(plan.text, start, end):
        first = not pieces
        at = verb if first and verb < b else opening_verb(plan, a, b)
        held = HELD_IN.match(plan.low, *plan.trim(a, b)) if at is None and not first else None
        if held is not None and _counts(plan, held.start("verb"), b):
            at = held.start("verb")
        if at is None and not first:
            at = _stands_alone(plan, pieces[-1], a, b, parted=True)
        if at is None or (first and verb >= b):
            if first:
                pieces.append(Clause(a, b, min(verb, b)))
            else:
                pieces[-1] = Clause(pieces[-1].start, b, pieces[-1].verb)
            continue
        pieces.extend(_split(plan, Clause(a, b, at)))
    return pieces


def has_object(plan: PlanText, verb: int, end: int) -> bool:
    """Return whether more than coordinated verbs stands there ("theo dõi, đôn đốc" has no object yet)."""
    if _HOLDS.match(plan.low, verb, end):
        return True  # "tổ chức tổng kết": the second verb is what is held
    at = verb
    while True:
        match = verbs().match(plan.low, at, end)
        if match is None:
            break
        joint = _JOINT.match(plan.low, match.end(), end)
        at = joint.end() if joint else match.end()
        if at == match.end():
            break
    return len(plan.low[at:end].strip(" ,;.").split()) > 0


def _split(plan: PlanText, clause: Clause) -> list[Clause]:
    """Cut one piece further where a comma or "và" opens a duty of its own."""
    inside = plan.depth(clause.start, clause.end)
    found: list[Clause] = []
    left = clause
    for joint in _JOINT.finditer(plan.low, clause.verb, clause.end):
        at = joint.end()
        if joint.start() <= left.verb or at >= clause.end or inside[at - clause.start] or plan.text[at].isupper():
            continue
        before = Clause(left.start, joint.start(), left.verb)
        if _BUT_THEY.match(plan.low, at, clause.end):
            found.append(before)
            left = Clause(at, clause.end, at)
            continue
        held = HELD_IN.match(plan.low, at, clause.end)
        if held is not None and _counts(plan, held.start("verb"), clause.end):
            verb = held.start("verb")
            sent = sent_behind(plan.low, verb, clause.end)
            if (
                sent is not None
            ):  # "kế hoạch, trong đó đăng ký 01 mô hình, gửi về X trước ngày ...": one paper with its day
                return [*found, Clause(before.start, clause.end, before.verb), Clause(at, sent, verb)]
            found.append(before)
            left = Clause(at, clause.end, verb)
            continue
        target = _stands_alone(plan, before, at, clause.end)
        if target is not None and ("%" in plan.low[at : at + _TARGET_HEAD] or target > at or bounded(plan, at)):
            found.append(before)
            left = Clause(at, clause.end, target)
        elif _opens_duty(plan, before, at, clause.end) or _goes_on(plan, before, joint.group(0), at, clause.end):
            found.append(before)
            left = Clause(at, clause.end, opening_verb(plan, at, clause.end) or at)
    found.append(Clause(left.start, clause.end, left.verb))
    return found


def _stands_alone(plan: PlanText, left: Clause, start: int, end: int, parted: bool = False) -> int | None:
    """Return where the duty of a piece without an opening verb begins: a target, "kết quả gửi về ..."; else None.

    `parted` says that a semicolon stands before it: then a share at its head is a target, whatever went before.
    """
    sent = _RESULT_GOES.match(plan.low, *plan.trim(start, end))
    if sent is not None and own(plan, start, end) is not None:
        return sent.start("verb")
    at, _ = plan.trim(start, end)
    alone = (
        measured(plan, left.start, left.end) or bounded(plan, at) or (parted and HEAD_SHARE.match(plan.low, at, end))
    )
    return opens_target(plan, start, end) if alone else None


def _goes_on(plan: PlanText, left: Clause, joint: str, at: int, end: int) -> bool:
    """Return whether a deed with a day or a number of its own is over: "... trước ngày X, đồng thời bố trí ..."."""
    if opening_verb(plan, at, end) is None or own(plan, left.start, left.end) is None or guides(plan, left.verb):
        return False
    if plan.low.startswith(("gửi", "nộp", "báo cáo", "trình", "tổng hợp"), at):
        return False
    return "đồng thời" in joint or (measured(plan, at, end) and own(plan, at, end) is None)


def _opens_duty(plan: PlanText, left: Clause, at: int, end: int) -> bool:
    right = plan.low[at:end]
    named = _NAMED_DEED.search(plan.low, left.verb, left.end)
    if named is not None and verbs().fullmatch(plan.low, named.end(), left.end):
        return False  # "thực hiện việc thống kê, báo cáo tình hình ...": both are what is done
    if _SOFT_COPY.match(right) or _ROUND.match(right) or right.startswith("chia "):
        return False
    both_dated = own(plan, left.start, left.end) is not None and own(plan, at, end) is not None
    verb = opening_verb(plan, at, end)
    if verb is None:
        return both_dated and bool(words("plan_event_nouns").match(plan.low, at, end))
    low = plan.low[verb:end]
    if low.startswith(("gửi", "nộp")) and guides(plan, left.verb):
        return False  # "Hướng dẫn các đơn vị đăng ký và gửi ...": the complement sends
    if low.startswith(("gửi", "nộp")):
        paper = words("plan_paper_nouns").match(plan.low, _after_word(plan, verb, end), end)
        if _ITS_PAPER.match(plan.low, _after_soft(plan, left.verb), end):
            return both_dated
        if states_content(plan.low, left.verb, left.end):
            return True  # "xây dựng kế hoạch ..., nêu rõ người phụ trách, gửi về ...": what it holds, and its sending
        writes = plan.low.startswith(("xây dựng", "ban hành", "lập"), left.verb)
        return both_dated or (paper is not None and (writes or has_object(plan, left.verb, left.end)))
    if low.startswith("báo cáo"):
        if _WRITES_PAPER.match(plan.low, left.verb) and not both_dated and not _ON_RESULTS.match(low):
            return False  # "xây dựng chương trình, báo cáo Đảng ủy": the paper itself goes up
        gathers = (
            _WRITES_REPORT.match(plan.low, left.verb)
            or "tổng hợp" in plan.low[left.verb : left.end]
            or (_SURVEYS.match(plan.low, left.verb, left.end) and not _OF_THE_WHOLE.match(low))
            or (_ADVISES.match(plan.low, left.verb, left.end) and not _ON_RESULTS.match(low))
        )
        return both_dated or (not gathers and has_object(plan, left.verb, left.end) and _reports(plan, verb, end))
    if low.startswith("tổng hợp"):
        return has_object(plan, left.verb, left.end)
    if low.startswith(("trình", "hoàn thành", "xong", "kết thúc", "bảo đảm", "đảm bảo", "đạt", "phấn đấu")):
        return False
    return both_dated or (_counts(plan, left.start, left.end) and _counts(plan, at, end))


def _after_soft(plan: PlanText, verb: int) -> int:
    """Return where "cam kết" stands in "ký cam kết", else the verb itself."""
    return verb + len("ký ") if plan.low.startswith("ký cam kết", verb) else verb


def _after_word(plan: PlanText, at: int, end: int) -> int:
    match = re.compile(r"\w+\s+(?:về\s+|kèm\s+)?").match(plan.low, at, end)
    return match.end() if match else end


_TO_WHOM = re.compile(
    r"báo cáo\s+(?:kết quả|tình hình|tiến độ|việc|về|cho|với|định kỳ|gửi|bằng)|báo cáo[^,.;]{0,60}\s+về\s"
)


def _reports(plan: PlanText, verb: int, end: int) -> bool:
    """Return whether "báo cáo" here is the verb of a duty: it has a subject matter, an addressee or a day."""
    if _TO_WHOM.match(plan.low, verb, end) or own(plan, verb, end) is not None:
        return True
    after = verb + len("báo cáo ")
    return bool(words("plan_recipient_heads").match(plan.low, after, end))


def _counts(plan: PlanText, start: int, end: int) -> bool:
    """Return whether the stretch holds a number of things, not only dates and durations."""
    taken = [(m.wide.start, m.wide.end) for m in plan.dates(start, end)]
    for match in _FIGURE.finditer(plan.low, start, end):
        dated = any(a <= match.start() < b for a, b in taken)
        timed = _TIME_UNIT.match(plan.low, match.start()) or _TIME_WORD.search(plan.low, start, match.start())
        if not dated and not timed:
            return True
    return False
