"""SUBMIT: is the paper there, for the right period, in time?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from checks import evidence, reasons
from checks.deadlines import Due
from checks.finding import Cause, Status
from checks.judge_bench import Bench
from checks.judge_dossier import Claim, Dossier
from checks.judge_verdict import STRANGERS, Verdict
from checks.kinds_papers import answers, nearest
from checks.kinds_unread import paper_unread
from checks.requirement import Requirement, ShownBy
from checks.submission import Submission
from extractors.facts import Modality
from extractors.vietnamese import bare, fold

_NAMED_PLAN = re.compile(r"(?<![a-z])(?:ke hoach|kh)(?![a-z])")
_NAMED_REPORT = re.compile(r"(?<![a-z])(?:bao cao|bc)(?![a-z])")


def submitted(bench: Bench, requirement: Requirement, unit: str) -> Verdict:
    """Return whether `unit` has sent the paper; several versions: the first that answers decides on the time."""
    file, due = bench.dossier(unit), bench.due(requirement, unit)
    paper = reasons.paper_words(requirement)
    found = [item for item in file.sent if answers(bench, requirement, unit, item)]
    if not found:
        return _absent(bench, requirement, file, due, paper).after(STRANGERS)
    days = [(file.days[item.key], item) for item in found]
    known = [(day, item) for day, item in days if day is not None]
    step = f"Tệp đáp ứng: {'; '.join(item.key for item in found)}."
    if not known:
        return _there(Status.MET, reasons.sent_some_day(paper), found, 0.6).after(step)
    day, first = min(known, key=lambda pair: (pair[0], pair[1].key))
    if due.last is None or day <= due.last:
        return _there(Status.MET, reasons.sent_in_time(paper, day, due), [first, *found], 0.95).after(step)
    if len(known) < len(days):
        # One of the papers may have come earlier than any known day: never late on a guess.
        return _there(Status.MET, reasons.sent_some_day(paper), found, 0.5).after(step)
    return _there(Status.LATE, reasons.sent_late(paper, day, due.last), [first, *found], 0.95).after(step)


def _there(status: Status, reason: str, found: Sequence[Submission], confidence: float) -> Verdict:
    lines = evidence.distinct(line for item in found for line in evidence.of_paper(item))
    return Verdict(status, Cause.NONE, reason, lines, confidence)


def _absent(bench: Bench, requirement: Requirement, file: Dossier, due: Due, paper: str) -> Verdict:
    broken = [item for item in file.broken if _may_be(requirement, item.key) and nearest(bench, requirement, item)]
    ahead = due.ahead(bench.as_of)
    status = Status.NOT_DUE if ahead else Status.MISSING
    if broken:
        item = min(broken, key=lambda entry: (file.days[entry.key] or date.min, entry.key))
        return paper_unread(item, status, file.days[item.key], due, bench.as_of)
    if ahead:
        return Verdict(status, Cause.NONE, reasons.paper_waits(paper, due), confidence=0.95)
    saying = _speaking(requirement, file)
    no = [claim for claim in saying if claim.modality is Modality.DENIED]
    if no:
        return Verdict(Status.MISSING, Cause.DENIED, reasons.not_issued(paper), (evidence.of_claim(no[0]),), 0.95)
    yes = [claim for claim in saying if claim.modality is Modality.DONE]
    if yes and requirement.period is None:
        reason = reasons.said_but_not_sent(paper, due)
        return Verdict(status, Cause.ABSENT, reason, (evidence.of_claim(yes[0]),), 0.7)
    return Verdict(status, Cause.ABSENT, reasons.not_sent(paper, due), confidence=0.9)


def _may_be(requirement: Requirement, key: str) -> bool:
    """Return whether an unreadable file may be the paper, by its name; a name that says neither may be any."""
    name = re.sub(r"[_\W]+", " ", bare(key))
    plan, report = bool(_NAMED_PLAN.search(name)), bool(_NAMED_REPORT.search(name))
    if plan == report:
        return True
    return plan if requirement.shown_by is ShownBy.PLAN_SENT else report


def _speaking(requirement: Requirement, file: Dossier) -> list[Claim]:
    """Return the claims of the unit's reports about issuing or sending that very paper."""
    word = {ShownBy.PLAN_SENT: "kế hoạch", ShownBy.REPORT_SENT: "báo cáo"}.get(requirement.shown_by)
    if word is None:
        return []
    near = re.compile(rf"\b(?:ban hành|xây dựng|gửi|nộp|lập|trình|có|làm)\b(?:(?!\bđể\b)[^,;]){{0,25}}\b{word}\b")
    return [claim for claim in file.claims if not claim.from_plan and near.search(fold(claim.text))]
