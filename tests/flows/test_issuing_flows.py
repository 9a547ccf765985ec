"""The two forms of the last mile: a refusal is a page with the list of what is open, never a trace of code."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from prefect import Flow

from flows import issuing_flows
from flows.issuing_flows import Issuing, Signing, issue_report, sign_report
from flows.office import Office
from flows.served import served
from flows.settings import Settings
from flows.shop import Workshop
from flows.signing import OUT_OF_THE_HOUSE
from templates.word import REPORT
from tests.flows import tiny
from tests.flows.test_signing import complete as fill_places
from tests.flows.test_signing import decide_all

Pages = dict[str, str]


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Pages:
    """The service's folders with one campaign whose drafts were written; what the forms tell, by key."""
    tiny.build(tmp_path / "inbox" / "dot", {"a.docx": tiny.report(tiny.UNITS[0], 1)})
    options = Settings(inbox=tmp_path / "inbox", outbox=tmp_path / "outbox", data=tmp_path / "data")
    found: Pages = {}

    def steps(shop: Workshop, *_: Any) -> Any:
        shop.reader, shop.still = tiny.InlineReader(), None
        return tiny.steps(shop, None)

    monkeypatch.setattr(issuing_flows, "settings", lambda: options)
    monkeypatch.setattr(issuing_flows, "journey", steps)
    monkeypatch.setattr(
        "prefect.artifacts.create_markdown_artifact", lambda text, key, description: found.update({key: text})
    )
    return found


def test_the_report_goes_from_draft_to_the_frozen_copy(pages: Pages, tmp_path: Path) -> None:
    refused = sign_report.fn(Signing(dot="dot", nguoi_trinh="Người Mẫu"))
    assert refused.is_failed() and "Chưa thể trình ký" in refused.message
    assert "- Chưa kết luận: Phòng Đo lường" in pages["dot-trinh-ky"]
    with Office(issuing_flows.settings(), tmp_path / "data", lambda line: None) as office:
        desk = issuing_flows.desk(office, "dot")
        replace(decide_all(desk), day=desk.day).draft()
    fill_places(tmp_path / "outbox" / "dot" / REPORT)
    assert sign_report.fn(Signing(dot="dot", nguoi_trinh="Người Mẫu")).is_completed()
    assert "Bản trình ký" in pages["dot-trinh-ky"]
    form = Issuing(dot="dot", so=5, ngay=date(2031, 7, 8), nguoi_thuc_hien="Văn Thư")
    assert issue_report.fn(form).is_completed()
    assert (tmp_path / "outbox" / "dot" / OUT_OF_THE_HOUSE / REPORT).is_file()
    assert "Báo cáo số 05" in pages["dot-phat-hanh-bao-cao"]
    again = issue_report.fn(form.model_copy(update={"so": 6}))
    assert again.is_failed() and "số 05 ngày 08/7/2031" in again.message


@pytest.mark.parametrize("name", ["khong-co", "../dot", "/etc", "dot/submissions"])
def test_only_a_campaign_of_the_inbox_is_opened(pages: Pages, name: str) -> None:
    refused = sign_report.fn(Signing(dot=name, nguoi_trinh="Người Mẫu"))
    assert refused.is_failed() and "Không thấy đợt" in refused.message


@pytest.mark.parametrize("flow", [item.flow for item in served(Settings())], ids=lambda flow: flow.name)
def test_a_served_flow_knows_its_forms_in_the_process_that_runs_it(flow: Flow[Any, Any]) -> None:
    # Prefect hands the function to its process by value: a form that is only named in a string is not found there,
    # and every run ends with "not fully defined" before it begins.
    named = {name for name, kind in flow.fn.__annotations__.items() if isinstance(kind, str)}
    assert named <= {"return"} and not (named and flow.parameters.properties)
