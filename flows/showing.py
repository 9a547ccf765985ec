"""Puts a campaign's pages into the UI: each unit's, the matrix with links to them, where the drafts lie."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from flows.artifacts import campaign_page, slug, unit_page
from flows.assess import Assessment
from flows.campaign import Campaign
from flows.delivery import drafted_page


@dataclass
class Pages:
    """What was put last under each key. A page that says the same is not put again, and its link stays good."""

    _known: dict[str, tuple[str, str]] = field(default_factory=dict)

    def put(self, key: str, text: str, description: str) -> str:
        """Put a page, unless it stands there already, and return its link."""
        from prefect.artifacts import create_markdown_artifact

        digest = hashlib.sha256(text.encode()).hexdigest()
        known = self._known.get(key)
        if known is None or known[0] != digest:
            made = create_markdown_artifact(text, key=key, description=description)
            known = self._known[key] = (digest, f"/v2/artifacts/artifact/{made}")
        return known[1]


def show_campaign(
    pages: Pages, campaign: Campaign, found: Assessment, day: date, out: Path, renewing: bool = False
) -> None:
    """Put all pages of the campaign as it stands on `day`; `out` is the folder of its outputs. Runs inside a flow.

    `renewing` says that the drafts there are older than the pages, and will follow.
    """
    key = slug(campaign.id)
    up = f"/v2/artifacts/key/{key}"
    links = {}
    for unit in campaign.register.units:
        text = unit_page(unit.name, found, back=up)
        links[unit.name] = pages.put(f"{key}-{slug(unit.name)}", text, f"Đơn vị: {unit.name}")
    drafted = pages.put(
        f"{key}-du-thao", drafted_page(campaign.title, found, day, out, renewing), f"Bản dự thảo: {campaign.title}"
    )
    pages.put(key, campaign_page(campaign.title, found, day, links, drafted), f"Đợt: {campaign.title}")
