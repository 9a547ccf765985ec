"""The weekly word to the leaders: where each campaign stands, on a page in the UI and, if switched on, by mail."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from prefect import flow
from prefect.artifacts import create_markdown_artifact

from flows.delivery import deliver
from flows.markdown import plain_text
from flows.office import campaign_folders, open_ledger
from flows.settings import Settings, settings
from flows.summary import status_lines
from templates.brief import BRIEF

NAME = "tin-tuan"
WHEN = "30 7 * * 1"  # before the Monday meeting, in the office's time zone


@flow(name=NAME, flow_run_name="Tin tuần gửi lãnh đạo", retries=3, retry_delay_seconds=600)
def weekly_status() -> bool:
    """Tổng hợp tình hình các đợt trong tuần; gửi thư nếu văn phòng đã bật."""
    options = settings()
    ledger = open_ledger(options, options.data or Path("data"))
    try:
        lines = status_lines(ledger)
    finally:
        ledger.close()
    today = datetime.now(options.zone).date()
    page = "\n".join(
        f"- {plain_text(line)}" if line.startswith(" ") else f"\n**{plain_text(line)}**\n" for line in lines
    )
    create_markdown_artifact(f"# Tin tuần\n\n{page}", key=NAME, description="Tình hình các đợt")
    subject = f"Tình hình các đợt đến ngày {today.day:02d}/{today.month:02d}/{today.year}"
    return deliver(options, subject, "\n".join(lines), briefs(options))


def briefs(options: Settings) -> dict[str, bytes]:
    """Return the one-page status of each campaign that has one, as it lies in the outbox, by file name."""
    found = {}
    for folder in campaign_folders(options.inbox, options.data or Path("data")):
        path = options.outbox / folder.name / BRIEF
        if path.is_file():
            found[f"{folder.name}.docx"] = path.read_bytes()
    return found
