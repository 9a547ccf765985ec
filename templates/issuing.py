"""Issuing a report: number and day go in, what it rests on is frozen; what comes later goes into a supplement."""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import docx
from docx.oxml.ns import qn

from checks.finding import Finding
from checks.requirement import Weight
from checks.ruling import evidence_digest, standing
from checks.submission import Submission
from extractors.errors import TonghopError
from templates.citing import basis
from templates.content import Report
from templates.guard import open_points, refusal
from templates.letters import Campaign
from templates.naming import duty_title
from templates.package import package
from templates.phrases import clean, day, day_in_words, name, quoted
from templates.tags import Tags, office_tags, symbol
from templates.vocabulary import plain, shown_status, state_word
from templates.when import arrival
from templates.word import filled

SUPPLEMENT = "bao-cao-bo-sung.docx"
_NUMBER = re.compile(r"(số:?)\s*\d*\s*(/[^\s,()]+)", re.IGNORECASE)
_DAY = re.compile(r"ngày\s*\d*\s*tháng\s*\d*\s*năm\s*\d{4}")


class NotReady(TonghopError):
    """The draft must not be signed yet."""

    code, why_not = "CHUA_TRINH_KY", "not_ready"
    reason = "Chưa thể trình ký: {detail}"
    remedy = "Đề nghị bổ sung, kết luận các nội dung nêu trên rồi thực hiện lại."


@dataclass(frozen=True, slots=True)
class Later:
    """What has come or changed since a report was issued."""

    documents: tuple[Submission, ...]
    findings: tuple[tuple[Finding, str], ...]  # with the status that the issued report had, "" for none

    def __bool__(self) -> bool:
        return bool(self.documents or self.findings)


def issued(draft: bytes, number: int, on: date, content: Report) -> bytes:
    """Return the draft with its number and day filled in; raises NotReady while anything is open.

    Numbers below ten carry a zero (Nghị định 30/2020/NĐ-CP, Phụ lục I). Nothing else of the draft changes.
    """
    ready(draft, content)
    return numbered(draft, number, on)


def ready(draft: bytes, content: Report) -> None:
    """Raise NotReady while anything is open; its detail `points` lists each open place and duty."""
    told = refusal(draft, content)
    if told:
        raise NotReady(detail=" ".join(told), points=open_points(draft, content))


def numbered(draft: bytes, number: int, on: date) -> bytes:
    """Return a draft that was found ready with its number and day filled in."""
    document = docx.Document(io.BytesIO(draft))
    for paragraph in document.element.body.iter(qn("w:p")):
        texts = list(paragraph.iter(qn("w:t")))
        whole = "".join(node.text or "" for node in texts)
        shown = _numbered(whole, number, on)
        if shown != whole:
            texts[0].text = shown
            for node in texts[1:]:
                node.text = ""
    target = io.BytesIO()
    document.save(target)
    return package(target.getvalue(), on)


def _numbered(text: str, number: int, on: date) -> str:
    """Return a line of the frame with number and day: "Số: 05/BC-SYT", "…, ngày 05 tháng 7 năm 2031"."""
    frame = text.startswith(("Số:", "(Kèm theo ")) or re.match(r"^[^,\d]{2,40}, ngày\s+\D", text)
    if not frame:
        return text
    text = _NUMBER.sub(lambda m: f"{m.group(1)} {number:02d}{m.group(2)}", text, count=1)
    return _DAY.sub(day_in_words(on), text, count=1)


def snapshot(
    report: bytes, number: int, on: date, campaign: Campaign, files: Mapping[str, bytes] | None = None
) -> bytes:
    """Return the record of a report as JSON: its hash, every file it knew, every finding as it stood.

    `files` are what was handed on with it, by name. A copy that lies for signature has the number 0.
    """
    record = {
        "version": 1,
        "number": number,
        "day": on.isoformat(),
        "report": _hash(report),
        "files": {name: _hash(data) for name, data in sorted((files or {}).items())},
        "plan": campaign.plan.sha256,
        "as_of": campaign.as_of.isoformat(),
        "documents": {item.key: item.sha256 for item in sorted(campaign.submissions, key=lambda s: s.key)},
        "findings": {
            f.id: {"status": shown_status(f), "evidence": evidence_digest(f)}
            for f in sorted(campaign.findings, key=lambda f: f.id)
        },
    }
    return _json(record)


def renumbered(record: bytes, report: bytes, number: int, on: date) -> bytes:
    """Return the record of a copy laid for signature as that of the issued `report`: what it rests on stays."""
    known = json.loads(record)
    return _json({**known, "number": number, "day": on.isoformat(), "report": _hash(report)})


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _json(record: Mapping[str, Any]) -> bytes:
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def untouched(report: bytes, record: bytes) -> bool:
    """Return whether `report` is the one that was issued."""
    return bool(json.loads(record)["report"] == _hash(report))


def later(record: bytes, campaign: Campaign) -> Later:
    """Return what is new since the record was made: files not known then, must-duties that stand otherwise now."""
    known: dict[str, Any] = json.loads(record)
    must = {item.id for item in campaign.plan.requirements if item.weight is Weight.MUST}
    hashes = set(known["documents"].values())
    documents = tuple(item for item in campaign.submissions if item.sha256 not in hashes)
    changed = []
    for finding in campaign.findings:
        before = known["findings"].get(finding.id, {}).get("status", "")
        if finding.requirement in must and before != shown_status(finding):
            changed.append((finding, before))
    return Later(documents, tuple(changed))


def supplement(record: bytes, campaign: Campaign, template: bytes | None = None) -> bytes | None:
    """Return the supplement to an issued report as .docx, None where nothing has changed; raises BadTemplate."""
    found = later(record, campaign)
    if not found:
        return None
    known = json.loads(record)
    office = campaign.office
    cited = f"số {known['number']:02d}/{symbol('bao_cao', office)} ngày {day(date.fromisoformat(known['day']))}"
    tags: Tags = {
        **office_tags(office, campaign.as_of.year, campaign.as_of.month),
        "ky_hieu": symbol("bao_cao", office),
        "quyen_han": [line for line in office.authority.split("\n") if line],
        "chuc_vu": clean(office.title),
        "ho_ten": clean(office.name),
        "noi_nhan": [clean(line) for line in office.recipients],
        "kinh_gui": clean(office.addressee),
        "bao_cao_da_ban_hanh": cited,
        "can_cu": basis(campaign.plan, office),
        "ten_goi": campaign.plan.called,
        "tinh_den": day(campaign.as_of),
        "van_ban": _documents(found.documents),
        "thay_doi": _changes(found.findings, campaign),
    }
    return filled(SUPPLEMENT, tags, campaign.as_of, template)


def _documents(items: Sequence[Submission]) -> list[Tags]:
    return [
        {
            "stt": str(order),
            "don_vi": name(item.unit or ""),
            "tep": name(item.key),
            "so_ngay": _number(item),
            "ngay_nhan": arrival(item.received, plain("arrival_unknown")),
            "tinh_trang": state_word(item.state),
        }
        for order, item in enumerate(items, start=1)
    ]


def _number(item: Submission) -> str:
    head = item.facts.letterhead if item.facts else None
    return "; ".join(part for part in (clean(head.number or ""), day(head.issued)) if part) if head else ""


def _changes(items: Sequence[tuple[Finding, str]], campaign: Campaign) -> list[Tags]:
    duties = {item.id: item for item in campaign.plan.requirements}
    return [
        {
            "stt": str(order),
            "don_vi": name(finding.unit),
            "yeu_cau": duty_title(duties[finding.requirement]),
            "truoc": before,
            "nay": shown_status(finding),
            "ly_do": quoted(finding.decision.reason if finding.decision else finding.reason)
            if standing(finding).exempt or finding.reason
            else "",
        }
        for order, (finding, before) in enumerate(items, start=1)
    ]
