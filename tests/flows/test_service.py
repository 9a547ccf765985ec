"""The service as staff meet it: a file dropped into the folder, a form in the browser, a decision in the ledger."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import Workbook
from playwright.sync_api import Page, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from checks.decision import Answer, Decision
from flows.titles import TITLES
from ledger.ledger import Ledger
from tests.flows.service import ask, free_port, service, wait_until

CAMPAIGN = Path(__file__).parent.parent / "campaigns" / "chuyen-doi-so-2023"
LATE_PLAN = "KH CĐS xã Lâm Thượng 2023.pdf"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium on this machine; make test installs it where it may"
)


@pytest.fixture
def page() -> Iterator[Page]:
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        found = browser.new_page(viewport={"width": 1300, "height": 1000})
        found.set_default_timeout(20_000)
        yield found
        browser.close()


def decisions(data: Path) -> tuple[Decision, ...]:
    ledger = Ledger.at(data)
    try:
        return ledger.decisions(CAMPAIGN.name)
    finally:
        ledger.close()


def waiting_runs(page: Page, address: str) -> list[dict[str, Any]]:
    answer = page.request.post(f"{address}/api/flow_runs/filter", data={"limit": 100})
    # A busy server answers 503: nothing is known of its runs just then.
    return [run for run in answer.json() if run["state_type"] == "PAUSED"] if answer.ok else []


def resume_dialog(page: Page, address: str, run: str, label: str) -> Any:
    """Open the form of a waiting run and return it, once the field with that label is drawn."""
    page.goto(f"{address}/v2/runs/flow-run/{run}")
    page.get_by_text("Suspended").first.wait_for()
    dialog = page.get_by_role("dialog")
    for _ in range(5):  # a click on a page that is still drawing opens nothing
        with contextlib.suppress(PlaywrightTimeout):
            page.mouse.click(1266, 33)  # the menu of three dots has no name of its own
            page.get_by_role("menuitem", name="Resume").click(timeout=8_000)
            dialog.get_by_text(label).first.wait_for()
            return dialog
    raise AssertionError("the form did not open")


def open_form(page: Page, address: str, run: str) -> Any:
    dialog = resume_dialog(page, address, run, "Họ và tên người xem xét")
    dialog.get_by_text("Đối chiếu từng nội dung").wait_for()  # the page draws the text above the form last
    return dialog


def picture(page: Page, name: str) -> None:
    """Keep a picture for the documentation where `make pictures` asks for it."""
    folder = os.environ.get("TONGHOP_PICTURES")
    if folder:
        page.screenshot(path=Path(folder) / name)


def answer(page: Page, dialog: Any, reviewer: str, choice: str) -> None:
    dialog.get_by_role("textbox").first.fill(reviewer)
    dialog.get_by_text("Chưa kết luận", exact=True).last.scroll_into_view_if_needed()
    dialog.locator("button", has_text="Chưa kết luận").first.click()
    page.get_by_role("option", name=choice).click()
    dialog.locator("button", has_text=choice).first.wait_for()
    press_resume(page, dialog)


def press_resume(page: Page, dialog: Any) -> None:
    """Press the button until the answer was sent."""
    for _ in range(5):  # a click on a page that is still drawing may only close the list of choices
        with contextlib.suppress(PlaywrightTimeout), page.expect_response("**/resume", timeout=10_000) as told:
            dialog.get_by_role("button", name="Resume").click()
        if told.is_done() and told.value.ok:
            return
    raise AssertionError("the form was not sent")


def test_a_gap_reaches_the_form_and_the_answer_reaches_the_ledger_and_outlives_a_restart(
    page: Page, tmp_path: Path
) -> None:
    inbox, data, outbox = tmp_path / "inbox", tmp_path / "data", tmp_path / "outbox"
    folder = inbox / CAMPAIGN.name
    folder.mkdir(parents=True)
    for name in ("campaign.yaml", "plan.docx", "received.json"):
        shutil.copy(CAMPAIGN / name, folder / name)
    # The file lies there before the first look, so that the first form is already about it.
    shutil.copy(CAMPAIGN / "submissions" / LATE_PLAN, folder / LATE_PLAN)
    port = free_port()
    with service(inbox, data, outbox, port, cwd=tmp_path) as address:

        def review_of_the_commune() -> str | None:
            runs = waiting_runs(page, address)
            return next((run["id"] for run in runs if run["parameters"].get("don_vi", "").endswith("Lâm Thượng")), None)

        run = str(wait_until(review_of_the_commune, 120, "a run waits for a person"))
        dialog = open_form(page, address, run)
        shown = dialog.inner_text()
        picture(page, "phieu-xem-xet.png")
        assert "Nộp muộn" in shown and "06/3/2023" in shown.replace("06/03/2023", "06/3/2023")
        assert "The " not in shown, "an English sentence of ours stands in the form"
    # Another start, from another folder: the same form still works.
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with service(inbox, data, outbox, port, cwd=elsewhere) as address:
        dialog = open_form(page, address, run)
        answer(page, dialog, "Đỗ Thị Mơ", "Đồng ý là thiếu")
        wait_until(lambda: decisions(data), 150, "the decision lies in the ledger")
        (decision,) = decisions(data)
        assert (decision.reviewer, decision.answer) == ("Đỗ Thị Mơ", Answer.AGREE.value)
        wait_until(
            lambda: any(
                r["parameters"].get("don_vi", "").endswith("Lâm Thượng") and r["id"] != run
                for r in waiting_runs(page, address)
            ),
            150,
            "what is still open is asked in a new run",
        )
    assert (outbox / CAMPAIGN.name / "bao-cao-tong-hop.docx").exists()


def units_workbook() -> bytes:
    told = yaml.safe_load((CAMPAIGN / "campaign.yaml").read_text("utf-8"))
    book = Workbook()
    book.worksheets[0].append(("Tên đơn vị", "Tên khác", "Loại"))
    for unit in told["units"]:
        book.worksheets[0].append((unit["name"], "; ".join(unit["aliases"]), unit["kind"]))
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def test_a_folder_with_only_a_plan_is_declared_in_a_form_and_judged(page: Page, tmp_path: Path) -> None:
    inbox, data, outbox = tmp_path / "inbox", tmp_path / "data", tmp_path / "outbox"
    folder = inbox / "dot-moi"
    folder.mkdir(parents=True)
    (inbox / "don-vi.xlsx").write_bytes(units_workbook())
    shutil.copy(CAMPAIGN / "plan.docx", folder / "plan.docx")
    shutil.copy(CAMPAIGN / "submissions" / LATE_PLAN, folder / LATE_PLAN)
    with service(inbox, data, outbox, free_port(), cwd=tmp_path) as address:
        run = str(wait_until(lambda: [r["id"] for r in waiting_runs(page, address)], 150, "the folder asks"))[2:-2]
        told = {"ten_dot": "Chuyển đổi số", "van_phong": "Văn phòng HĐND và UBND huyện", "Họ và tên": "Đỗ Thị Mơ"}
        ask(address, f"flow_runs/{run}/resume", {"run_input": told})
        wait_until((outbox / "dot-moi" / "results.json").exists, 150, "the campaign is judged")
        names = {item["name"] for item in ask(address, "deployments/filter")}
        assert set(TITLES.values()) <= names
        mail = f"{address}/api/block_types/slug/thu-dien-tu"
        wait_until(lambda: page.request.get(mail).ok, 60, "the office can name its mail server", every=2)
    assert sorted(path.name for path in folder.iterdir()) == [LATE_PLAN, "plan.docx"], "the inbox is as it was"
