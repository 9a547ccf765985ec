"""What a form that a clerk started answers: a page in the UI, and a state whose words the clerk can read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from extractors.errors import TonghopError
from flows.artifacts import slug
from flows.markdown import plain_text
from flows.run_log import log_lines

_WHERE = "Kết quả ghi ở trang trong mục Artifacts của lượt chạy này."


def done(title: str, what: str, campaign: str, lines: Sequence[str]) -> Any:
    """Put the page of that order on the campaign and return the state that ends its run well."""
    from prefect.states import Completed

    _page(title, what, campaign, lines)
    _log([f"{title}: đã xong.", _WHERE])
    return Completed(message=f"{title}: đã xong")


def told(title: str, what: str, lines: Sequence[str]) -> Any:
    """Put a page that belongs to no single campaign and return the state that ends its run well."""
    from prefect.states import Completed

    _page(title, what, "", lines)
    _log([f"{title}: đã xong.", _WHERE])
    return Completed(message=f"{title}: đã xong")


def refused(title: str, what: str, campaign: str, error: TonghopError) -> Any:
    """Put a page with what keeps the order from being done, and return a failed state without a trace of code.

    A refusal is an answer to the clerk, not a fault of the program.
    """
    from prefect.states import Failed

    points = [f"- {plain_text(point)}" for point in error.details.get("points", ())]
    _page(title, what, campaign, [plain_text(error.message), "", plain_text(error.remedy), "", *points])
    _log([error.message, error.remedy, *map(str, error.details.get("points", ()))], refused=True)
    return Failed(message=f"{error.message} {error.remedy}")


def _log(lines: Sequence[str], *, refused: bool = False) -> None:
    from prefect.client.orchestration import get_client
    from prefect.runtime import flow_run

    if flow_run.id:
        with get_client(sync_client=True) as client:
            log_lines(client, UUID(flow_run.id), lines, refused=refused)


def _page(title: str, what: str, campaign: str, lines: Sequence[str]) -> None:
    from prefect.artifacts import create_markdown_artifact

    text = "\n".join([f"# {plain_text(title)}", "", *lines])
    create_markdown_artifact(text, key=f"{slug(campaign)}-{what}" if campaign else what, description=title)
