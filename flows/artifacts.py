"""What the Prefect UI shows of a campaign: the matrix, a page for each unit, the entries of the inbox."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime

from checks.deadlines import day_words
from checks.decision import ANSWER_WORDS, Answer
from checks.finding import Finding, Status
from checks.requirement import Requirement, Weight
from checks.ruling import standing, told_reason
from checks.submission import State, Submission
from extractors.vietnamese import bare
from flows import words
from flows.assess import Assessment
from flows.markdown import plain_text, table
from templates.charts import progress
from templates.charts_text import chart_text
from templates.vocabulary import shown_status


def slug(text: str) -> str:
    """Return a key that Prefect takes: lower-case letters, figures and dashes."""
    return re.sub(r"[^a-z0-9]+", "-", bare(text)).strip("-")[:80] or "dot"


def campaign_page(
    title: str, found: Assessment, day: date, links: Mapping[str, str] | None = None, drafted: str = ""
) -> str:
    """Return the page of a campaign: how many files in which state, and the unit × requirement matrix.

    `links` lead to the pages of units by name, `drafted` to the page that tells where the drafts lie.
    """
    must = [item for item in found.plan.requirements if item.weight is Weight.MUST]
    cells = {(f.unit, f.requirement): f for f in found.findings}
    units = list(dict.fromkeys(f.unit for f in found.findings))
    rows = [
        [
            _linked(unit, (links or {}).get(unit, "")),
            *(_cell(cells.get((unit, item.id))) for item in must),
            _open(found.findings_on(unit), must),
        ]
        for unit in units
    ]
    heads = ["Phòng, đơn vị", *(plain_text(item.id) for item in must), "Cần xem"]
    legend = ", ".join(f"{words.STATUS_SIGN[s]} {words.STATUS[s]}" for s in Status)
    lines = [
        f"# {plain_text(title)}",
        f"Tính đến ngày {day_words(day)}. {_entries(found.submissions)}",
        *(["", f"[Các bản dự thảo]({drafted})"] if drafted else []),
        "",
        chart_text(progress(found.plan, found.submissions, found.findings, found.register, day)),
        "",
        "## Bảng đối chiếu",
        "",
        table(heads, rows),
        "",
        f"Chú thích: {legend}, – Được miễn; ô trống: không áp dụng; dấu ? là chưa kết luận.",
        "",
        "## Các yêu cầu bắt buộc",
        *(f"- **{plain_text(item.id)}** {plain_text(item.quote)}" for item in must),
    ]
    return "\n".join([*lines, "", *_quarantine(found.submissions)])


def unit_page(unit: str, found: Assessment, back: str = "") -> str:
    """Return the page of one unit: each requirement with status, reason, quoted evidence and what a person said.

    `back` leads to the page of the campaign.
    """
    known = {item.id: item for item in found.plan.requirements}
    lines = [f"# {plain_text(unit)}", "", *([f"[Bảng của cả đợt]({back})", ""] if back else [])]
    for finding in found.findings_on(unit):
        item = known[finding.requirement]
        if item.weight is not Weight.MUST:
            continue
        ruled = standing(finding)
        mark = " (chưa kết luận)" if ruled.undecided else ""
        status = shown_status(finding)
        lines.append(f"## {status}{mark}: {plain_text(item.quote, 160)}")
        lines.append(f"- Yêu cầu {plain_text(item.id)}: “{plain_text(item.quote)}”")
        lines.append(f"- {plain_text(told_reason(finding))}")
        lines.extend(
            f"- “{plain_text(e.span.quote)}” ({plain_text(e.file)}, {plain_text(e.span.path)})"
            for e in finding.evidence
        )
        lines.extend(_decided(finding))
        lines.append("")
    flags = found.flags_on(unit)
    if flags:
        lines += ["## Nhận xét về văn bản", ""]
        lines += [f"- {plain_text(flag.file)} ({flag.severity.value}): {plain_text(flag.message)}" for flag in flags]
    return "\n".join(lines)


def _decided(finding: Finding) -> list[str]:
    """Return what a person said, the name as what it is: typed by whoever sat there."""
    decision = finding.decision
    if decision is None or decision.answer not in set(Answer):
        return []
    answer = ANSWER_WORDS[Answer(decision.answer)]
    reason = f", lý do: {plain_text(decision.reason)}" if decision.reason else ""
    stale = "; minh chứng đã thay đổi, cần kết luận lại" if decision.stale else ""
    who = plain_text(decision.reviewer)
    day = day_words(datetime.fromisoformat(decision.decided_at).date())
    return [f"- Kết luận của {who} (tên tự ghi, không xác minh) ngày {day}: {answer}{reason}{stale}."]


def _linked(unit: str, link: str) -> str:
    return f"[{plain_text(unit)}]({link})" if link else plain_text(unit)


def _cell(finding: Finding | None) -> str:
    if finding is None:
        return ""
    ruled = standing(finding)
    sign = "–" if ruled.exempt else words.STATUS_SIGN[ruled.status]
    return sign + ("?" if ruled.undecided else "")


def _open(findings: tuple[Finding, ...], must: list[Requirement]) -> str:
    ids = {item.id for item in must}
    count = sum(f.requirement in ids and standing(f).undecided for f in findings)
    return f"{count:02d}" if count else ""


def _entries(submissions: tuple[Submission, ...]) -> str:
    states = Counter(item.state for item in submissions)
    parts = [f"{states[state]:02d} {word}" for state, word in words.STATE.items() if states[state]]
    return f"Đã nhận {len(submissions):02d} tệp" + (f" = {' + '.join(parts)}." if parts else ".")


def _quarantine(submissions: tuple[Submission, ...]) -> list[str]:
    bad = [s for s in submissions if s.unread]
    opened = [s for s in submissions if s.state is State.OPENED]
    unknown = [s for s in submissions if s.state is State.UNKNOWN_UNIT]
    lines = []
    if bad:
        lines += ["## Tệp không đọc được", ""]
        lines += [
            f"- {plain_text(s.key)}: {plain_text(s.error.message)} {plain_text(s.error.remedy)}" for s in bad if s.error
        ]
    if opened:
        lines += ["", "## Tệp nén đã mở", ""]
        lines += [f"- {plain_text(s.key)}: {plain_text(s.error.message)}" for s in opened if s.error]
    if unknown:
        lines += ["", "## Tệp chưa rõ đơn vị gửi", "", *(f"- {plain_text(s.key)}" for s in unknown)]
    return lines
