"""The other questions and orders as staff meet them: a form for a file, one for the plan, orders, and the clock."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, sync_playwright

from checks.decision import Decision
from flows.questions import CHANGED, CLOSED
from flows.titles import TITLES
from ledger.ledger import Ledger
from tests.flows import tiny
from tests.flows.service import free_port, service, wait_until
from tests.flows.test_service import CHROMIUM, FLAGS, press_resume, resume_dialog, waiting_runs

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium on this machine; make test installs it where it may"
)
PATIENCE = 240  # seconds: each waiting run is a process of its own, and the machine may be busy
YEAR = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).year - 1
STRAY = tiny.word("Số: 12/BC-X", "BÁO CÁO", "Kết quả thực hiện tuần lễ đo lường", "1. Đã tổ chức 02 lớp tập huấn.")
SENDER = tiny.UNITS[1]


@pytest.fixture
def page() -> Iterator[Page]:
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        found = browser.new_page(viewport={"width": 1300, "height": 1000})
        found.set_default_timeout(40_000)
        yield found
        browser.close()


def decisions(data: Path) -> dict[str, Decision]:
    ledger = Ledger.at(data)
    try:
        return {decision.subject: decision for decision in ledger.decisions("dot")}
    finally:
        ledger.close()


def runs(page: Page, address: str, tag: str) -> list[dict[str, Any]]:
    return [run for run in waiting_runs(page, address) if run["tags"] == [tag]]


def order(page: Page, address: str, form: str, told: dict[str, Any]) -> dict[str, Any]:
    """Start a deployment as its form does, wait for its end, and return the run."""
    (deployment,) = [item for item in deployments(page, address) if item["name"] == TITLES[form]]
    assert deployment["parameter_openapi_schema"]["properties"]["phieu"]["title"] == "Phiếu"
    made = posted(
        page, f"{address}/api/deployments/{deployment['id']}/create_flow_run", {"parameters": {"phieu": told}}
    )

    def ended() -> Any:
        run = page.request.get(f"{address}/api/flow_runs/{made['id']}").json()
        return run if run.get("state_type") in {"COMPLETED", "FAILED", "CRASHED"} else None

    found: Any = wait_until(ended, PATIENCE, f"{form} ends")
    return dict(found)


def deployments(page: Page, address: str) -> list[dict[str, Any]]:
    return list(posted(page, f"{address}/api/deployments/filter", {}))


def posted(page: Page, address: str, data: dict[str, Any]) -> Any:
    """Post until the server takes it: a busy one answers 503, and asks to be asked again."""

    def taken() -> Any:
        answer = page.request.post(address, data=data)
        assert answer.ok or answer.status == 503, answer.text()
        return answer if answer.ok else None

    answer: Any = wait_until(taken, PATIENCE, f"{address} is answered", every=2)
    return answer.json()


def test_files_and_plan_are_asked_about_orders_are_carried_out_and_the_clock_runs(page: Page, tmp_path: Path) -> None:
    inbox, data, outbox = tmp_path / "inbox", tmp_path / "data", tmp_path / "outbox"
    tiny.build(inbox / "dot", {"a.docx": tiny.report(tiny.UNITS[0], 1), "khong ro.docx": STRAY}, YEAR)
    with service(inbox, data, outbox, free_port(), cwd=tmp_path) as address:
        (file_run,) = wait_until(lambda: runs(page, address, "xem-tep"), PATIENCE, "a run asks about the file")
        (before,) = wait_until(
            lambda: [r for r in runs(page, address, "xem-xet") if r["parameters"]["don_vi"] == SENDER],
            PATIENCE,
            "a run asks about the unit that sent it",
        )
        # The form for the file, answered in the browser.
        dialog = resume_dialog(page, address, file_run["id"], "Họ và tên người xem")
        shown = dialog.inner_text()
        assert "khong ro.docx" in shown and "không xác minh" in shown and "The " not in shown
        dialog.get_by_role("textbox").first.fill("Đỗ Thị Mơ")
        dialog.locator("button", has_text="Chưa chọn").first.click()
        page.get_by_role("option", name=SENDER).click()
        dialog.locator("button", has_text=SENDER).first.wait_for()
        press_resume(page, dialog)
        subject = f"don_vi@{hashlib.sha256(STRAY).hexdigest()}"
        wait_until(lambda: subject in decisions(data), PATIENCE, "the answer lies in the ledger")
        assert decisions(data)[subject].value == SENDER
        # What that unit owes changed: its form is replaced by one about the evidence of now.
        old = f"{address}/api/flow_runs/{before['id']}"
        gone: Any = wait_until(
            lambda: (run := page.request.get(old).json()).get("state_type") == "CANCELLED" and run,
            PATIENCE,
            "the form with old evidence is taken away",
        )
        assert gone["state"]["message"] in {CHANGED, CLOSED}
        # The plan: the three questions, answered once.
        (plan_run,) = wait_until(lambda: runs(page, address, "xac-nhan-ke-hoach"), PATIENCE, "the plan is asked about")
        said = {"Họ và tên": "Đỗ Thị Mơ", "so_ke_hoach": "16/KH-SKH", "don_vi_mien": [tiny.UNITS[2]]}
        posted(page, f"{address}/api/flow_runs/{plan_run['id']}/resume", {"run_input": said})
        wait_until(lambda: "xac_nhan@ke-hoach" in decisions(data), PATIENCE, "the plan is confirmed")
        known = decisions(data)
        assert known["so@ke-hoach"].value == "16/KH-SKH" and f"mien_nop@{tiny.UNITS[2]}" in known
        # Orders: by title, and a wrong name is told on a page.
        form = {"Đợt": "tuần lễ đo lường", "Họ và tên": "Đỗ Thị Mơ", "han_moi": f"30/7/{YEAR}"}
        assert order(page, address, "cong-van-don-doc", form)["state_type"] == "COMPLETED"
        assert (outbox / "dot" / "cong-van-don-doc.docx").is_file()
        refused = order(page, address, "lap-bao-cao-tong-hop", {"Đợt": "khong-co"})
        assert "Không thấy đợt" in refused["state"]["message"]
        # The clock: runs stand in the list before their time, in the office's own hours.
        clocked = {d["id"] for d in deployments(page, address) if d["name"] in {"Tình hình hằng ngày", "Nhắc thời hạn"}}
        wanted = {"deployment_id": {"any_": sorted(clocked)}, "state": {"type": {"any_": ["SCHEDULED"]}}}
        scheduled = posted(page, f"{address}/api/flow_runs/filter", {"flow_runs": wanted})
        assert {run["deployment_id"] for run in scheduled} == clocked
        for run in scheduled:
            start = datetime.fromisoformat(run["expected_start_time"]).astimezone(ZoneInfo("Asia/Ho_Chi_Minh"))
            assert start.hour == 7 and start.weekday() < 5
