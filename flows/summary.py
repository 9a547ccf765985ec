"""What the terminal says at the end of a run: what arrived, who owes what, where the report lies."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from checks.decision import Answer
from checks.finding import Status
from checks.requirement import ShownBy, Weight
from checks.submission import State
from flows import words
from flows.assess import Assessment
from ledger.ledger import Ledger
from templates.vocabulary import shown_status

OUTPUTS = {
    "bao-cao-tong-hop.docx": "Báo cáo tổng hợp",
    "bao-cao-tong-hop.co-dan-nguon.docx": "Bản có dẫn nguồn",
    "de-cuong-bao-cao.docx": "Đề cương báo cáo gửi các đơn vị",
    "de-xuat-kiem-tra.docx": "Tờ trình đề xuất đơn vị kiểm tra",
    "phieu-kiem-tra": "Phiếu kiểm tra từng đơn vị",
    "bao-cao-nhanh.docx": "Báo cáo nhanh gửi lãnh đạo",
    "trinh-ky": "Bản trình ký",
    "da-phat-hanh": "Báo cáo đã phát hành",
    "bao-cao-bo-sung.docx": "Báo cáo bổ sung",
    "cong-van-don-doc.docx": "Công văn đôn đốc",
    "cong-van-don-doc-lan-2.docx": "Công văn đôn đốc lần 2",
    "phan-hoi": "Phản hồi từng đơn vị",
    "de-nghi-khen-thuong.docx": "Tờ trình đề nghị khen thưởng",
    "dien-hinh.html": "Trang gương điển hình",
    "dien-hinh.md": "Danh sách gương điển hình",
    "so-theo-doi.xlsx": "Sổ theo dõi",
    "yeu-cau.xlsx": "Danh mục yêu cầu (sửa rồi thả vào thư mục của đợt)",
    "minh-chung.html": "Trang minh chứng",
}
_GAPS = (Status.MISSING, Status.PARTIAL, Status.LATE)


def summary(found: Assessment, out: Path) -> str:
    """Return the closing lines of a run."""
    lines = ["", *_arrivals(found), "", *_debts(found), ""]
    lines.extend(f"{word}: {out / name}" for name, word in OUTPUTS.items() if (out / name).exists())
    return "\n".join(lines)


def _arrivals(found: Assessment) -> list[str]:
    states = Counter(item.state for item in found.submissions)
    parts = [f"{states[state]:02d} {word}" for state, word in words.STATE.items() if states[state]]
    lines = [f"Đã nhận {len(found.submissions):02d} tệp = {' + '.join(parts)}."]
    for item in found.submissions:
        if item.error is not None and item.unread:
            lines.append(f"  - {item.key}: {item.error.message} {item.error.remedy}")
        elif item.state in {State.UNKNOWN_UNIT, State.FOREIGN}:
            lines.append(f"  - {item.key}: {words.STATE[item.state]}.")
    return lines


def _debts(found: Assessment) -> list[str]:
    must = {r.id: r for r in found.plan.requirements if r.weight is Weight.MUST}
    lines = [f"Yêu cầu của kế hoạch: {len(found.plan.requirements):02d} (trong đó {len(must):02d} yêu cầu bắt buộc)."]
    units = list(dict.fromkeys(finding.unit for finding in found.findings))
    for unit in units:
        gaps = [f for f in found.findings if f.unit == unit and f.requirement in must and f.status in _GAPS]
        if not gaps:
            lines.append(f"  {unit}: đủ.")
            continue
        lines.append(f"  {unit}: còn {len(gaps):02d} nội dung")
        ordered = sorted(
            gaps, key=lambda f: must[f.requirement].shown_by not in {ShownBy.PLAN_SENT, ShownBy.REPORT_SENT}
        )
        lines.extend(f"    - {shown_status(f)} ({f.requirement}): {f.reason}" for f in ordered)
    return lines


def status_lines(ledger: Ledger) -> list[str]:
    """Return a few lines for each campaign: files by state, findings by status, decisions given."""
    lines = []
    for campaign, title in ledger.campaigns():
        states = ledger.counts(campaign)
        parts = [f"{states[s.value]:02d} {word}" for s, word in words.STATE.items() if states.get(s.value)]
        found = Counter(finding.status for finding in ledger.findings(campaign))
        results = [f"{found[status]:02d} {word}" for status, word in words.STATUS.items() if found[status]]
        lines += [
            title,
            f"  Tệp: {' + '.join(parts) or 'chưa có'}",
            f"  Kết quả đối chiếu: {', '.join(results) or 'chưa có'}",
            f"  Kết luận của cán bộ: {sum(d.answer in set(Answer) for d in ledger.decisions(campaign)):02d}",
        ]
    return lines or ["Chưa có đợt nào."]
