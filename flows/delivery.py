"""Tells that drafts are ready: a page in the UI always, a mail only where the office switched it on."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from checks.deadlines import day_words
from checks.requirement import Weight
from checks.ruling import standing
from flows.assess import Assessment
from flows.markdown import plain_text, table
from flows.settings import Settings
from flows.summary import OUTPUTS

_RENEWING = "**Đợt có nhiều văn bản: các bản dự thảo đang được lập lại theo kết quả mới nhất, xong trong ít phút.**"
_MOST_ATTACHED = 10 << 20  # bytes; mail servers refuse much more


def drafted_page(title: str, found: Assessment, day: date, out: Path, renewing: bool = False) -> str:
    """Return the page that tells where the drafts of a campaign lie, how many units are done and what is missing.

    `renewing` says that they are older than what the page tells, and will follow.
    """
    must = {item.id for item in found.plan.requirements if item.weight is Weight.MUST}
    mine = [f for f in found.findings if f.requirement in must and f.unit != found.register.office]
    gaps: dict[str, list[str]] = {f.unit: [] for f in mine}
    for finding in mine:
        gaps[finding.unit] += [finding.requirement] if standing(finding).gap else []
    units = list(gaps)
    lacking = [unit for unit in units if gaps[unit]]
    done = len(units) - len(lacking)
    undecided = sum(standing(f).undecided for f in mine)
    lines = [
        f"# Bản dự thảo: {plain_text(title)}",
        f"Tính đến ngày {day_words(day)}: {done:02d}/{len(units):02d} đơn vị không còn thiếu nội dung nào"
        + (f"; {undecided:02d} nội dung chưa kết luận." if undecided else "."),
        *(["", _RENEWING] if renewing else []),
        "",
        f"Thư mục kết quả: {plain_text(str(out))}",
        "",
        *(f"- {word}: {plain_text(name)}" for name, word in OUTPUTS.items() if (out / name).exists()),
    ]
    if lacking:
        rows = [
            [plain_text(unit), f"{len(gaps[unit]):02d}", ", ".join(map(plain_text, gaps[unit]))] for unit in lacking
        ]
        lines += ["", "## Đơn vị còn thiếu", "", table(["Đơn vị", "Số nội dung", "Mã yêu cầu"], rows)]
    return "\n".join(lines)


def deliver(options: Settings, subject: str, body: str, files: Mapping[str, bytes]) -> bool:
    """Send a mail through the block that the settings name, and return whether one was sent.

    Without the setting nothing leaves this machine. Any notification block of Prefect will do; only the office's own
    mail carries files, and only while they stay small. Raises NotSent, or ValueError where there is no such block.
    """
    if not options.mail:
        return False
    from prefect.blocks.abstract import NotificationBlock
    from prefect.blocks.core import Block

    from flows.mail import OfficeMail

    block = Block.load(options.mail)
    if isinstance(block, OfficeMail):
        small = sum(map(len, files.values())) <= _MOST_ATTACHED
        block.send(subject, body, files if small else {})
    elif isinstance(block, NotificationBlock):
        sent: Any = block.notify(body, subject)
        if inspect.iscoroutine(sent):  # some of Prefect's blocks only come so
            asyncio.run(sent)
    else:
        raise ValueError(f"{options.mail} is no notification block")
    return True
