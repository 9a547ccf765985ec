"""The evidence page: one HTML file, without a server, in which every result leads to its sentence and back."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib import resources
from itertools import groupby

from jinja2 import StrictUndefined, Template
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from checks.finding import Finding, Status
from checks.requirement import Requirement, Weight
from checks.ruling import standing, told_reason
from checks.submission import Submission
from extractors.span import Span
from templates.charts import progress
from templates.charts_svg import chart_svgs
from templates.content import Report, sentences
from templates.context import report
from templates.letters import Campaign
from templates.lots import Lots
from templates.marking import COMMITMENT, DATE, EXEMPLAR, FINDING, Mark, ShownBlock, shown
from templates.naming import duty_title
from templates.phrases import clean, day, name, printable
from templates.pieces import Pieces
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


def evidence_page(
    campaign: Campaign,
    title: str,
    crop: Crop | None = None,
    pieces: Pieces | None = None,
    content: Report | None = None,
) -> Lots:
    """Return the page as UTF-8 HTML, the same bytes for the same input.

    `crop` gives the picture (PNG) of a sentence of a scanned file. Everything from documents is escaped. `pieces` are
    those of the last drafting, to be used again, `content` what the report with sources says, where it is known.
    """
    content = content or report(
        campaign.plan,
        campaign.submissions,
        campaign.findings,
        campaign.register,
        campaign.office,
        campaign.as_of,
        sources=True,
    )
    pieces = pieces or Pieces()
    anchors = {source.mark: _anchor(source.span) for source in content.quotes}
    marks: dict[str, list[Mark]] = {item.sha256: [] for item in campaign.submissions}
    for source in content.quotes:
        marks.setdefault(source.span.document, []).append(_mark(source.span, FINDING, anchors[source.mark]))
    units = _by_unit(campaign)
    for first, findings in units:
        _mark_findings(first, findings, marks)
    duties = {item.id: item for item in campaign.plan.requirements}
    ordered = [finding for _, findings in units for finding in findings]
    drawn = progress(campaign.plan, campaign.submissions, campaign.findings, campaign.register, campaign.as_of)
    told = {
        "title": clean(title),
        "as_of": day(campaign.as_of),
        "units": list(dict.fromkeys(name(finding.unit) for finding in ordered)),
        "duties": list(dict.fromkeys((clean(f.requirement), duty_title(duties[f.requirement])) for f in ordered)),
        "statuses": list(dict.fromkeys(_status_word(f, duties[f.requirement]) for f in ordered)),
        "sentences": [
            (text, [(mark, anchors.get(mark, mark)) for mark in told], own) for text, told, own in sentences(content)
        ],
        "counts": content.counts,
        "charts": chart_svgs(drawn),
        "chart_title": word("chart", "title"),
        "plain": plain,
    }

    def page() -> Iterator[str]:
        cards = (_cards(campaign, first, findings, crop, pieces) for first, findings in units)
        sheets = _sheets(campaign, marks, pieces)
        return _template("minh-chung.html.j2").generate(**told, cards=cards, sheets=sheets)

    return Lots(page)


@cache
def _template(file: str) -> Template:
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    source = resources.files("templates").joinpath(file).read_text(encoding="utf-8")
    return environment.from_string(source)


def _anchor(span: Span) -> str:
    """Return the name of a place that the report quotes: the report's marks change with each draft, this does not."""
    return f"q{span.document[:12]}.{span.start}.{span.end}"


def _mark(span: Span, kind: str, *targets: str) -> Mark:
    return Mark(span.start, span.end, kind, targets)


def _by_unit(campaign: Campaign) -> list[tuple[int, tuple[Finding, ...]]]:
    """Return the findings by unit in the register's order, soft duties last, with the number of the first of each."""
    duties = {item.id: (item.weight is Weight.SHOULD, at) for at, item in enumerate(campaign.plan.requirements)}
    order = {unit.name: at for at, unit in enumerate(campaign.register.units)}
    soft_last = sorted(campaign.findings, key=lambda f: (order.get(f.unit, len(order)), duties[f.requirement]))
    # Units that are in no register stand in the plan's order, one after the other.
    groups = groupby(soft_last, key=lambda f: f.unit if f.unit in order else "")
    found: list[tuple[int, tuple[Finding, ...]]] = []
    first = 1
    for _, group in groups:
        found.append((first, tuple(group)))
        first += len(found[-1][1])
    return found


def _mark_findings(first: int, findings: Iterable[Finding], marks: dict[str, list[Mark]]) -> None:
    """Mark the sentences that findings rest on, each with the name of its place."""
    for at, finding in enumerate(findings, start=first):
        for number, evidence in enumerate(finding.evidence, start=1):
            mark = _mark(evidence.span, FINDING, f"k{at}-{number}")
            marks.setdefault(evidence.span.document, []).append(mark)


def _cards(campaign: Campaign, first: int, findings: Sequence[Finding], crop: Crop | None, pieces: Pieces) -> Markup:
    """Return the cards of one unit, the first of which has the number `first`."""
    duties = {item.id: item for item in campaign.plan.requirements}
    pictures = [crop(e.file, e.span) if crop else None for finding in findings for e in finding.evidence]

    def make() -> str:
        drawn = iter(pictures)
        cards = [_card(at, f, duties[f.requirement], drawn) for at, f in enumerate(findings, start=first)]
        return "".join(_template("minh-chung-ket-qua.html.j2").render(card=card, plain=plain) for card in cards)

    rests_on = (first, findings, pictures, campaign.plan)
    return Markup(pieces.text("minh-chung.html#k", findings[0].unit, rests_on, make))


def _card(at: int, finding: Finding, item: Requirement, pictures: Iterator[bytes | None]) -> Card:
    stands = standing(finding)
    card = f"k{at}"
    quotes = []
    for number, evidence in enumerate(finding.evidence, start=1):
        anchor = f"{card}-{number}"
        picture = next(pictures)
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
        status_word=_status_word(finding, item),
        reason=clean(told_reason(finding)),
        soft=soft,
        gap=gap and not soft,
        undecided=stands.undecided and not soft,
        decision=clean(f"{decision.reviewer}: {decision.reason}") if decision else "",
        steps=tuple(map(clean, finding.steps)),
        quotes=tuple(quotes),
    )


def _status_word(finding: Finding, item: Requirement) -> str:
    """Return the status as the page shows it: a general duty that nobody speaks of is no gap."""
    soft = item.weight is Weight.SHOULD and standing(finding).status is Status.MISSING
    return plain("soft_open") if soft else shown_status(finding)


def _sheets(campaign: Campaign, marks: dict[str, list[Mark]], pieces: Pieces) -> Iterator[Markup]:
    """Yield the documents in order of their names, each made when the page comes to it: thousands would fill memory."""
    again: dict[str, bool] = {}
    drawn: set[str] = set()
    # The accepted copy of a file shows the text; names of places must not stand in the page twice.
    for item in sorted(campaign.submissions, key=lambda s: (not s.current, s.key)):
        again[item.key] = item.sha256 in drawn
        drawn.add(item.sha256)
    for item in sorted(campaign.submissions, key=lambda s: (name(s.key), s.key)):
        found, repeats = marks.get(item.sha256, []), again[item.key]
        make = partial(_drawn_sheet, item, found, repeats)
        yield Markup(pieces.text("minh-chung.html#v", item.key, (item, found, repeats), make))


def _drawn_sheet(item: Submission, found: Sequence[Mark], again: bool) -> str:
    ident = f"v{hashlib.sha256(item.key.encode()).hexdigest()[:12]}"
    return _template("minh-chung-van-ban.html.j2").render(sheet=_sheet(ident, item, found, again=again))


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
