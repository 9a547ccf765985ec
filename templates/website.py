"""What the unit in charge of publicity takes over: page and list of the exemplars that a person decided on."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import resources
from itertools import groupby

from jinja2 import StrictUndefined, Template
from jinja2.sandbox import SandboxedEnvironment

from checks.nominees import ORDER
from templates.letters import Campaign
from templates.markdown import plain_text
from templates.nominated import Nominated, decided, numbers
from templates.phrases import clean, day
from templates.sentences import say
from templates.vocabulary import word

PAGE, LIST = "dien-hinh.html", "dien-hinh.md"
LONGEST = 700  # characters of one text in the list


def exemplar_page(campaign: Campaign, title: str) -> bytes:
    """Return the page as UTF-8 HTML in one file, the same bytes for the same input; everything in it is escaped.

    Nobody stands in it whom no person decided on. It names no file and no reviewer: it is made to be published.
    """
    page = _template().render(
        title=clean(title),
        body=clean(campaign.office.body),
        lead=_lead(campaign),
        groups=list(_groups(campaign)),
    )
    return page.encode("utf-8")


def exemplar_list(campaign: Campaign, title: str) -> bytes:
    """Return the same as UTF-8 Markdown; text of documents stands there letter for letter, never as markup."""
    lines = [f"# {word('exemplar_page', 'title')}", "", plain_text(title, LONGEST), "", plain_text(_lead(campaign))]
    for heading, rows in _groups(campaign):
        lines += ["", f"## {heading}", ""]
        for row in rows:
            lines.append(f"- **{plain_text(row.name)}**{_after(', ', row.where)}")
            lines += [f"  - {plain_text(_deed(row), LONGEST)}"] if row.deed else []
            lines.append(f"  - {word('exemplar_page', 'source')}: {plain_text(_source(row))}")
    return ("\n".join(lines) + "\n").encode("utf-8")


def _lead(campaign: Campaign) -> str:
    rows = decided(campaign)
    return say("guong_dien_hinh", as_of=day(campaign.as_of), number=numbers(rows))


def _groups(campaign: Campaign) -> Iterable[tuple[str, list[Nominated]]]:
    """Yield heading and nominees by kind: collectives, persons, models; units in the register's order."""
    ordered = sorted(decided(campaign), key=lambda row: ORDER.index(row.kind))
    for kind, rows in groupby(ordered, key=lambda row: row.kind):
        yield word("exemplar_page", kind.value), list(rows)


def _deed(row: Nominated) -> str:
    """Return the deed: in quotation marks where it is the report's own words, condensed by cutting only."""
    return row.deed if row.mended else f"“{row.deed}”"


def _source(row: Nominated) -> str:
    return f"{row.source}, {row.place}" if row.place.startswith("trang ") else row.source


def _after(mark: str, text: str) -> str:
    return f"{mark}{plain_text(text)}" if text else ""


@cache
def _template() -> Template:
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.globals.update(deed=_deed, source=_source, said=lambda entry: word("exemplar_page", entry))
    source = resources.files("templates").joinpath("dien-hinh.html.j2").read_text(encoding="utf-8")
    return environment.from_string(source)
