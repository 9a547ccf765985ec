"""The evidence page: one HTML file, without a server, in which every result leads to its sentence and back."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from jinja2 import StrictUndefined, Template
from jinja2.sandbox import SandboxedEnvironment

from checks.finding import Finding, Status
from checks.requirement import Requirement, Weight
from checks.ruling import standing, told_reason
from checks.submission import Submission
from extractors.span import Span
from templates.charts import progress
from templates.charts_svg import chart_svgs
from templates.content import sentences
from templates.context import report
from templates.letters import Campaign
from templates.lots import in_lots
from templates.marking import COMMITMENT, DATE, EXEMPLAR, FINDING, Mark, ShownBlock, shown
from templates.naming import duty_title
from templates.phrases import clean, day, name, printable
from templates.sources import place
from templates.vocabulary import plain, shown_status, state_word, word
from templates.when import arrival, deadline

Crop = Callable[[str, Span], bytes | None]


@dataclass(frozen=True, slots=True)
class Card:
    """One finding as the list shows it; `quotes` are (anchor, file, place, text, picture of the line)."""

    id: str
    unit: str
    duty: str
    requirement: str
    due: str
    status: str
    status_word: str
    reason: str
    soft: bool
    gap: bool
    undecided: bool
    decision: str
    steps: tuple[str, ...]
    quotes: tuple[tuple[str, str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file as the page shows it."""

    id: str
    key: str
    unit: str
    sha256: str
    state: str
    received: str
    notes: tuple[str, ...]
    blocks: tuple[ShownBlock, ...]


def evidence_page(campaign: Campaign, title: str, crop: Crop | None = None) -> bytes:
    """Return the page as UTF-8 HTML, the same bytes for the same input.

    `crop` gives the picture (PNG) of a sentence of a scanned file. Everything from documents is escaped.
    """
    content = report(
        campaign.plan,
        campaign.submissions,
        campaign.findings,
        campaign.register,
        campaign.office,
        campaign.as_of,
        sources=True,
    )
    marks: dict[str, list[Mark]] = {item.sha256: [] for item in campaign.submissions}
    for source in content.quotes:
        marks.setdefault(source.span.document, []).append(_mark(source.span, FINDING, source.mark))
    cards = _cards(campaign, marks, crop)
    drawn = progress(campaign.plan, campaign.submissions, campaign.findings, campaign.register, campaign.as_of)
    page = _template().generate(
        title=clean(title),
        as_of=day(campaign.as_of),
        cards=cards,
        units=list(dict.fromkeys(card.unit for card in cards)),
        duties=list(dict.fromkeys((card.requirement, card.duty) for card in cards)),
        statuses=list(dict.fromkeys(card.status_word for card in cards)),
        sheets=_sheets(campaign, marks),
        sentences=sentences(content),
        counts=content.counts,
        charts=chart_svgs(drawn),
        chart_title=word("chart", "title"),
        plain=plain,
    )
    return in_lots(page)


@cache
def _template() -> Template:
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    source = resources.files("templates").joinpath("minh-chung.html.j2").read_text(encoding="utf-8")
    return environment.from_string(source)


def _mark(span: Span, kind: str, *targets: str) -> Mark:
    return Mark(span.start, span.end, kind, targets)


def _cards(campaign: Campaign, marks: dict[str, list[Mark]], crop: Crop | None) -> list[Card]:
    duties = {item.id: item for item in campaign.plan.requirements}
    order = {unit.name: at for at, unit in enumerate(campaign.register.units)}
    positions = {item.id: at for at, item in enumerate(campaign.plan.requirements)}
    soft_last = sorted(
        campaign.findings,
        key=lambda f: (
            order.get(f.unit, len(order)),
            duties[f.requirement].weight is Weight.SHOULD,
            positions[f.requirement],
        ),
    )
    return [_card(at, f, duties[f.requirement], marks, crop) for at, f in enumerate(soft_last, start=1)]


def _card(at: int, finding: Finding, item: Requirement, marks: dict[str, list[Mark]], crop: Crop | None) -> Card:
    stands = standing(finding)
    card = f"k{at}"
    quotes = []
    for number, evidence in enumerate(finding.evidence, start=1):
        anchor = f"{card}-{number}"
        marks.setdefault(evidence.span.document, []).append(_mark(evidence.span, FINDING, anchor))
        picture = crop(evidence.file, evidence.span) if crop else None
        shown_picture = base64.b64encode(picture).decode() if picture else ""
        quotes.append(
            (anchor, name(evidence.file), place(evidence.span), printable(evidence.span.quote), shown_picture)
        )
    decision = finding.decision
    soft = item.weight is Weight.SHOULD
    gap = stands.status in {Status.MISSING, Status.PARTIAL, Status.LATE} and not stands.exempt
    return Card(
        id=card,
        unit=name(finding.unit),
        duty=duty_title(item),
        requirement=clean(item.id),
        due=deadline(item.deadline),
        status="exempt" if stands.exempt else stands.status.value,
        status_word=plain("soft_open") if soft and stands.status is Status.MISSING else shown_status(finding),
        reason=clean(told_reason(finding)),
        soft=soft,
        gap=gap and not soft,
        undecided=stands.undecided and not soft,
        decision=clean(f"{decision.reviewer}: {decision.reason}") if decision else "",
        steps=tuple(map(clean, finding.steps)),
        quotes=tuple(quotes),
    )


def _sheets(campaign: Campaign, marks: dict[str, list[Mark]]) -> Iterator[Sheet]:
    """Yield the documents in order of their names, each made when the page comes to it: thousands would fill memory."""
    again: dict[str, bool] = {}
    drawn: set[str] = set()
    # The accepted copy of a file shows the text; names of places must not stand in the page twice.
    ordered = sorted(campaign.submissions, key=lambda s: (not s.current, s.key))
    for item in ordered:
        again[item.key] = item.sha256 in drawn
        drawn.add(item.sha256)
    for at, item in sorted(enumerate(ordered, start=1), key=lambda pair: name(pair[1].key)):
        yield _sheet(f"v{at}", item, marks.get(item.sha256, []), again=again[item.key])


def _sheet(ident: str, item: Submission, found: Sequence[Mark], again: bool) -> Sheet:
    notes = [clean(f"{item.error.message} {item.error.remedy}")] if item.error else []
    blocks: tuple[ShownBlock, ...] = ()
    if item.duplicate_of:
        notes.append(plain("duplicate_of").format(name(item.duplicate_of)))
    if item.document and not again:
        notes += [clean(note.text) for note in item.document.notes]
        notes += [plain("unread").format(clean(part)) for part in item.document.unread]
        blocks = tuple(shown(item.document, [*found, *_facts(item)]))
    return Sheet(
        id=ident,
        key=name(item.key),
        unit=name(item.unit or ""),
        sha256=item.sha256,
        state=state_word(item.state),
        received=arrival(item.received, plain("arrival_unknown")),
        notes=tuple(notes),
        blocks=blocks,
    )


def _facts(item: Submission) -> Iterable[Mark]:
    if item.facts is None:
        return
    for mention in item.facts.dates:
        yield _mark(mention.span, DATE)
    for commitment in item.facts.commitments:
        yield _mark(commitment.span, COMMITMENT)
    for exemplar in item.facts.exemplars:
        yield _mark(exemplar.span, EXEMPLAR)
