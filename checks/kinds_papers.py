"""Which paper answers which duty to send: kind, period, and, among several duties, the nearest in words and time."""

from __future__ import annotations

import re
from datetime import date

from checks.judge_bench import Bench
from checks.match_terms import terms
from checks.matter import asked, of_the_year, other_matter
from checks.requirement import Kind, Requirement, ShownBy
from checks.submission import Submission
from extractors.facts import DateKind, DocumentKind, Facts, Role
from extractors.interval import Interval
from extractors.segment import Zone
from extractors.vietnamese import fold

_KINDS = {ShownBy.PLAN_SENT: DocumentKind.PLAN, ShownBy.REPORT_SENT: DocumentKind.REPORT}
_OTHER_PAPERS = re.compile(
    r"\b(danh sách|hồ sơ|tờ trình|bản đăng ký|bản cam kết|phiếu|biểu mẫu|biểu tổng hợp|quyết định|công văn|đề án"
    r"|phương án)\b"
)
_ROUND = re.compile(r"\b(?:đợt|lần|giai đoạn|vòng|kỳ|học kỳ) (?:iii|ii|i|[1-9])\b")
_STAGE = re.compile(r"\b(sơ kết|tổng kết|chuyên đề|đột xuất|giữa kỳ|cuối kỳ|khởi động)\b")
# What a title tells of the time to come: "kết quả quý I, nhiệm vụ trọng tâm quý II" reports on one quarter only.
_TO_COME = re.compile(
    r"(?:[,;]|\bvà|[-–])\s(?:các |một số |đề ra )?"
    r"(?:phương hướng|chương trình công tác|dự kiến|giải pháp|đăng ký thi đua"
    r"|nhiệm vụ (?:trọng tâm|chủ yếu|công tác|thời gian|những|\d+|quý|tháng|năm)"
    r"|kế hoạch (?:công tác|thực hiện|triển khai|quý|tháng|năm|\d+ tháng))\b"
)
_TOP = 900  # characters that hold letterhead and title
_ABOUT = 120  # days between a paper and the deadline of a duty that it may answer, where another is nearer
_CLEARLY = 0.5  # weight of shared words
_MONTHS_OF_A_YEAR, _NEARLY_A_YEAR, _MONTHS_OF_A_HALF = 11, 9, 6
_HALF = re.compile(r"\bbáo cáo\b[^;]{0,60}?\b(?:0?6|sáu) tháng\b")
_WHOLE = re.compile(
    r"\bbáo cáo (?:tổng kết |kết quả |tình hình |thực hiện |công tác )*(?:cả |hằng |01 |một )?năm\b(?! học)"
    r"|\bbáo cáo\b[^;,.]{0,60}? năm \d{4}(?!\w)(?=[^;.]{0,3}$)"
    r"|\btổng kết năm(?! học)\b"
)


def answers(bench: Bench, requirement: Requirement, unit: str, item: Submission) -> bool:
    """Return whether `item` is the paper that the duty asks `unit` to send."""
    facts = item.facts
    if facts is None or not _right_kind(requirement, item, facts) or other_matter(bench, item):
        return False
    if of_the_year(item, bench.due(requirement, unit).last):
        return False
    rivals = [
        other
        for other in bench.plan.requirements
        if other.kind is Kind.SUBMIT and unit in other.units and other.shown_by is requirement.shown_by
    ]
    told = periods(facts)
    if told and requirement.period is None and not _long_enough(requirement.quote, told):
        return False
    if requirement.period is not None:
        return _of_period(bench, requirement, rivals, told, item)
    if told and any(_answers_period(other.period, told) for other in rivals if other.period):
        return bool(_stages(requirement.quote) & _stages(facts.letterhead.subject or ""))
    single = [other for other in rivals if other.period is None]
    return len(single) <= 1 or requirement.id == _nearest(bench, single, item)


def _long_enough(quote: str, told: tuple[Interval, ...]) -> bool:
    """Return whether a paper on `told` may answer a report on a half or a whole year: one on a quarter does not."""
    words = fold(quote)
    longest = max(_months(value) for value in told)
    if _HALF.search(words):
        return longest >= _MONTHS_OF_A_HALF
    return longest >= _NEARLY_A_YEAR or not _WHOLE.search(words)


def _right_kind(requirement: Requirement, item: Submission, facts: Facts) -> bool:
    head = facts.letterhead
    kind = _KINDS.get(requirement.shown_by)
    if kind is None:
        return True
    if head.kind is kind:
        return True
    # "gửi danh sách đăng ký", "gửi hồ sơ": the duty names a paper that is neither plan nor report.
    named = _OTHER_PAPERS.search(fold(requirement.quote))
    own = fold(f"{head.type_name} {head.subject or ''}")
    if named is None or head.kind is not DocumentKind.OTHER:
        return False
    return named.group(1) in own or _titled(named.group(1), item)


def _titled(paper: str, item: Submission) -> bool:
    """Return whether a line near the top opens with the paper's name: "BẢN ĐĂNG KÝ" is no type of the decree's list."""
    top = fold(item.document.text[:_TOP]) if item.document else ""
    return re.search(rf"(?m)^\W*{paper}\b", top) is not None


def periods(facts: Facts) -> tuple[Interval, ...]:
    """Return the stretches below a year that the title names: "quý II", "6 tháng đầu năm", "tháng 5"."""
    spans = facts.letterhead.spans
    subject = spans.get("subject")
    title = [(segment.start, segment.end) for segment in facts.segments if segment.zone is Zone.TITLE] or (
        [(subject.start, subject.end)] if subject else []
    )
    told = subject.quote if subject is not None else ""
    ahead = _TO_COME.search(fold(told))
    if subject is not None and ahead is not None and ahead.start() > 0:
        title = [(start, min(end, subject.start + ahead.start())) for start, end in title]
    found: list[Interval] = []
    for mention in facts.dates:
        inside = any(start <= mention.span.start < end for start, end in title)
        if not inside or mention.kind is not DateKind.INTERVAL or mention.role in {Role.LEGAL, Role.ISSUE}:
            continue
        found += [value for value in mention.intervals if _months(value) in range(1, _MONTHS_OF_A_YEAR)]
    return tuple(dict.fromkeys(found))


def _months(value: Interval) -> int:
    if value.start is None or value.end is None or (value.end - value.start).days < 26:
        return 0
    return (value.end.year - value.start.year) * 12 + value.end.month - value.start.month + 1


def _answers_period(period: Interval | None, told: tuple[Interval, ...]) -> bool:
    """Return whether a title names the period, or a longer one that ends with it (6 tháng answers quý II)."""
    if period is None:
        return False
    if period in told:
        return True
    return all(_months(value) > _months(period) for value in told) and any(value.end == period.end for value in told)


def _of_period(
    bench: Bench, requirement: Requirement, rivals: list[Requirement], told: tuple[Interval, ...], item: Submission
) -> bool:
    if told:
        return _answers_period(requirement.period, told)
    series = [other for other in rivals if other.period is not None]
    if not series or item.facts is None:
        return False
    stages = _stages(item.facts.letterhead.subject or "")
    if stages and any(stages & _stages(other.quote) for other in rivals if other.period is None):
        return False
    single = [other for other in rivals if other.period is None]
    told_more = max((_shared(bench, other, item) for other in single), default=0.0)
    if told_more > _shared(bench, requirement, item) + _CLEARLY:
        return False  # "Kết quả thực hiện Thông báo số ..." is no monthly report on payments
    return requirement.id == _nearest_in_time(bench, series, item)


def nearest(bench: Bench, requirement: Requirement, item: Submission) -> bool:
    """Return whether a file that tells nothing of itself came nearest to this instance of a series."""
    series = [
        other
        for other in bench.plan.requirements
        if other.period is not None and other.quote == requirement.quote and (item.unit or "") in other.units
    ]
    return requirement.period is None or _nearest_in_time(bench, series, item) == requirement.id


def _stages(text: str) -> set[str]:
    return set(_STAGE.findall(fold(text)))


def _rounds(text: str) -> set[str]:
    return set(_ROUND.findall(fold(text)))


def _nearest(bench: Bench, single: list[Requirement], item: Submission) -> str:
    """Return the duty whose words the title shares most, of those due about then; among equals the nearest in time."""
    timely = _timely(bench, single, item)
    shared = {other.id: _shared(bench, other, item) for other in timely}
    best = max(shared.values())
    return _nearest_in_time(bench, [other for other in timely if shared[other.id] >= best - 0.2], item)


def _shared(bench: Bench, duty: Requirement, item: Submission) -> float:
    """Return the weight of the words that a title shares with a duty and with what opens the duty's sentence."""
    head = item.facts.letterhead if item.facts else None
    subject = head.subject or "" if head else ""
    own = terms(f"{head.type_name} {subject}" if head else "")
    weights = bench.matcher.weights(asked(bench, duty, item.unit or ""))
    found = sum(weight for term, weight in weights.items() if term in own)
    stages = len(_stages(duty.quote) & _stages(subject)) + len(_rounds(duty.action) & _rounds(subject))
    return round(found + 3 * stages, 2)


def _timely(bench: Bench, duties: list[Requirement], item: Submission) -> list[Requirement]:
    """Return the duties due about the day of a paper, all where none is: a report of April closes no year."""
    day = _day_of(bench, item)
    if day is None:
        return duties
    near = [
        duty
        for duty in duties
        if duty.deadline is None or duty.deadline.end is None or abs((duty.deadline.end - day).days) <= _ABOUT
    ]
    return near or duties


def _day_of(bench: Bench, item: Submission) -> date | None:
    issued = item.facts.letterhead.issued if item.facts else None
    return issued or bench.dossier(item.unit or "").days.get(item.key)


def _nearest_in_time(bench: Bench, duties: list[Requirement], item: Submission) -> str:
    day = _day_of(bench, item)
    if day is None:
        return duties[0].id

    def far(other: Requirement) -> tuple[int, str]:
        last = other.deadline.end if other.deadline and other.deadline.end else None
        return (abs((last - day).days) if last else (date.max - day).days, other.id)

    return min(duties, key=far).id
